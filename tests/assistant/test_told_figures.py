"""A follow-up that sets the figure just told against another one, or the last two against each other."""

import pytest

from assistant.answering import Assistant
from assistant.questions import read_question
from assistant.told_figures import set_against, sets_both_apart
from index.retrieve import open_index


@pytest.mark.parametrize(
    ("asked", "both", "against"),
    [
        ("2 khoản lệch nhau mấy tỷ", True, ""),
        ("hai con số này hơn kém nhau bao nhiêu tiền?", True, ""),
        ("Tổng hai khoản đó là bao nhiêu?", True, ""),
        ("cong lai la bao nhieu", True, ""),
        ("so với 2022 thì hơn được bao nhiêu tỷ", False, "Còn năm 2022 thì sao?"),
        ("Thấp hơn phía Bắc bao nhiêu?", False, "Còn phía Bắc thì sao?"),
        ("Năm 2022 thì sao?", False, ""),
        ("Hai năm ấy có bao nhiêu đề án?", False, ""),
        ("So với năm 2022, số đề án của Hải Dương tăng bao nhiêu?", False, ""),
        ("Năm 2024 hơn năm 2023 bao nhiêu?", False, ""),
        ("Năm 2022 bằng bao nhiêu?", False, ""),
        ("Năm 2022 thấp nhất là bao nhiêu?", False, ""),
        ("Phía Bắc tăng bao nhiêu?", False, ""),
        ("Phía Bắc thì cao hơn bao nhiêu so với năm trước?", False, ""),
        ("So với số đó thì năm 2022 hơn bao nhiêu?", False, "Còn năm 2022 thì sao?"),
        (
            "So với kế hoạch năm 2022 của vùng đó thì hơn bao nhiêu?",
            False,
            "Còn kế hoạch năm 2022 của vùng đó thì sao?",
        ),
    ],
)
def test_which_follow_ups_set_what_was_told_against_another_figure(asked, both, against):
    question = read_question(asked)
    assert (sets_both_apart(question), set_against(question)) == (both, against)


CENTRE = "Tổng kế hoạch kinh phí khuyến công năm 2023 của 15 tỉnh miền Trung - Tây Nguyên là bao nhiêu?"
LOCAL = "Kinh phí khuyến công địa phương miền Trung - Tây Nguyên theo kế hoạch 2023 là bao nhiêu?"


@pytest.mark.parametrize(
    ("asked", "worked_out"),
    [
        ([CENTRE, "so với 2022 thì hơn được bao nhiêu tỷ"], "78,7 − 72,5 = 6,2 tỷ đồng"),
        (
            [CENTRE, "So với năm 2022 thì tăng mấy phần trăm?"],
            "8,5% (khu vực miền Trung - Tây Nguyên, năm 2023, số kế hoạch)",
        ),
        ([CENTRE, "So với phía Bắc thì kém bao nhiêu?"], "186,5 − 78,7 = 107,8 tỷ đồng"),
        ([LOCAL, "Còn khuyến công quốc gia?", "2 khoản lệch nhau mấy tỷ"], "50,3 − 28,4 = 21,9 tỷ đồng"),
        ([LOCAL, "Còn khuyến công quốc gia?", "Cộng lại là bao nhiêu?"], "50,3 + 28,4 = 78,7 tỷ đồng"),
        ([LOCAL, "Còn khuyến công quốc gia?", "Tổng hai khoản đó là bao nhiêu?"], "50,3 + 28,4 = 78,7 tỷ đồng"),
    ],
)
def test_the_figures_of_a_talk_are_set_side_by_side(built_store, asked, worked_out):
    assistant = Assistant(open_index(built_store))
    talk = None
    for question in asked:
        answer = assistant.ask(question, talk)
        talk = answer.talk
    assert answer.outcome == "answered" and worked_out in answer.answer


def test_a_figure_is_not_set_against_one_of_another_unit_or_one_that_is_not_held(built_store):
    assistant = Assistant(open_index(built_store))
    talk = assistant.ask(CENTRE).talk
    assert "phép tính" not in assistant.ask("So với năm 1999 thì hơn bao nhiêu?", talk).answer
    counted = assistant.ask("Hải Dương giai đoạn 2014-2018 thực hiện bao nhiêu đề án?", talk)
    assert "phép tính" not in assistant.ask("Hai khoản chênh nhau bao nhiêu?", counted.talk).answer


@pytest.mark.parametrize(
    "asked",
    [
        [
            "Kinh phí toàn vùng phía Bắc ước thực hiện 6 tháng đầu năm 2024 là bao nhiêu?",
            "So với năm 2023 thì kém bao nhiêu?",
        ],
        ["Hải Dương giai đoạn 2014-2018 được hỗ trợ tổng cộng bao nhiêu tiền?", "So với phía Bắc thì kém bao nhiêu?"],
        [CENTRE, "Thanh Hóa có bao nhiêu đề án?", "Hai số này chênh nhau bao nhiêu?"],
        ["Khuyến công là gì?", "Cộng lại là bao nhiêu?"],
        [CENTRE, "Còn phía Bắc?", "Tổng hai năm là bao nhiêu?"],
    ],
)
def test_what_cannot_be_set_side_by_side_is_refused(built_store, asked):
    assistant = Assistant(open_index(built_store))
    talk = None
    for question in asked:
        answer = assistant.ask(question, talk)
        talk = answer.talk
    assert answer.outcome == "not_found" and "phép tính" not in answer.answer


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("So với kế hoạch năm 2022 thì cao hơn bao nhiêu phần trăm?", "Còn kế hoạch năm 2022 thì sao?"),
        ("So với năm 2022 thì hơn bao nhiêu?", "Còn năm 2022 thì sao?"),
        ("So với kế hoạch thì đạt bao nhiêu phần trăm?", ""),
    ],
)
def test_the_plan_of_a_year_may_be_what_a_figure_is_set_against(asked, other):
    assert set_against(read_question(asked)) == other
