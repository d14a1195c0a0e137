"""Totals printed over a list of activities, sums of several activities, and whose money is asked for."""

from decimal import Decimal

import pytest

from assistant.activities import activities_asked
from assistant.comparisons import Comparisons
from assistant.figure_answers import FigureAnswers
from assistant.figure_fit import of_other_matter, one_side_asked
from assistant.questions import read_question
from assistant.settings import AnswerSettings
from tests.assistant.small_index import SmallIndex, written

OVER = (
    "Năm 2022, tỉnh Nghệ An thực hiện 14 đề án với tổng kinh phí hỗ trợ là 6,3 tỷ đồng, bao gồm:\n"
    "- Thực hiện 04 đề án hỗ trợ mô hình trình diễn kỹ thuật, kinh phí 2 tỷ đồng.\n"
    "- Thực hiện 08 đề án hỗ trợ ứng dụng máy móc thiết bị, kinh phí 3,9 tỷ đồng.\n"
    "- Thực hiện 02 đề án hỗ trợ tham gia hội chợ, kinh phí 400 triệu đồng.\n"
    "Bên cạnh đó, công tác tuyên truyền được quan tâm."
)
BEHIND = (
    "Năm 2021, tỉnh Nghệ An hỗ trợ xây dựng 03 mô hình trình diễn kỹ thuật; hỗ trợ 09 cơ sở ứng dụng máy móc thiết bị. "
    "Tổng kinh phí hỗ trợ là 4,4 tỷ đồng."
)


def answered(text: str, asked: str):
    library = SmallIndex(written(text)).library()
    return Comparisons(FigureAnswers(library, AnswerSettings())).answer(read_question(asked))


@pytest.mark.parametrize(
    ("text", "asked", "printed"),
    [
        (OVER, "Năm 2022 Nghệ An làm mô hình, máy móc và hội chợ hết tất cả bao nhiêu tiền?", "6,3 tỷ đồng"),
        (OVER, "Năm 2022 Nghệ An làm mấy đề án mô hình trình diễn, máy móc, hội chợ gộp lại?", "14 đề án"),
        (BEHIND, "Năm 2021 Nghệ An hỗ trợ mô hình trình diễn và máy móc hết bao nhiêu tiền?", "4,4 tỷ đồng"),
    ],
)
def test_the_total_over_the_very_activities_asked_is_told_and_cited_with_its_list(text, asked, printed):
    reply = answered(text, asked)
    assert reply is not None and [figure.text for figure in reply.figures] == [printed]
    quoted = " ".join(piece.quote for piece in reply.drafts[0].evidence)
    assert all(word in quoted for word in activities_asked(read_question(asked)))


def test_a_total_that_covers_more_than_is_asked_is_not_told_and_the_parts_are_added_up():
    reply = answered(OVER, "Năm 2022 Nghệ An làm mô hình trình diễn cộng với máy móc được mấy đề án?")
    assert reply is not None and [figure.value for figure in reply.figures] == [Decimal(4), Decimal(8)]
    assert reply.drafts[-1].text == "Tổng cộng (phép tính từ các số trên): 4 + 8 = 12 đề án."


def test_three_activities_of_four_are_added_up_each():
    more = OVER.replace("14 đề án", "19 đề án").replace(
        "- Thực hiện 02", "- Thực hiện 05 đề án đào tạo nghề, kinh phí 1 tỷ đồng.\n- Thực hiện 02"
    )
    reply = answered(more, "Năm 2022 Nghệ An làm mấy đề án mô hình trình diễn, máy móc, hội chợ gộp lại?")
    assert reply is not None and [figure.value for figure in reply.figures] == [Decimal(4), Decimal(8), Decimal(2)]


def test_nothing_is_added_up_where_one_of_the_activities_is_not_told():
    assert answered(OVER, "Năm 2022 Nghệ An làm mấy đề án mô hình trình diễn, đào tạo nghề, hội chợ gộp lại?") is None


def test_a_total_of_all_funds_is_not_that_of_one():
    assert (
        answered(OVER, "Nguồn khuyến công quốc gia chi bao nhiêu cho mô hình, máy móc, hội chợ ở Nghệ An 2022?") is None
    )


@pytest.mark.parametrize(
    ("asked", "sided"),
    [
        ("Khoản tỉnh Nghệ An chi cho hội chợ năm 2022 là bao nhiêu?", True),
        ("Quỹ khuyến công của chính tỉnh Nghệ An chi bao nhiêu cho hội chợ năm 2022?", True),
        ("Tỉnh lấy kinh phí khuyến công của mình làm hội chợ hết bao nhiêu?", True),
        ("Kinh phí các đề án hội chợ của tỉnh Nghệ An năm 2022 là bao nhiêu?", False),
        ("Kinh phí khuyến công của tỉnh Nghệ An năm 2022 là bao nhiêu?", False),
    ],
)
def test_the_provinces_own_money_is_told_apart_from_the_money_of_projects_there(asked, sided):
    assert one_side_asked(read_question(asked)) is sided


def test_a_count_that_is_called_after_another_activity_is_of_that():
    asked = read_question("Bao nhiêu cơ sở được đánh giá sản xuất sạch hơn?")
    clause = " 2 mô hình áp dụng sản xuất sạch hơn , hỗ trợ 40 cơ sở ứng dụng máy móc "
    assert of_other_matter(asked, [" cơ sở ứng dụng máy móc ", clause])
    assert not of_other_matter(asked, [" cơ sở áp dụng sản xuất sạch hơn ", clause])


def test_a_share_that_is_not_printed_is_worked_out_of_the_part_and_the_whole():
    text = (
        "Năm 2023, tổng kinh phí khuyến công của tỉnh Nghệ An là 20 tỷ đồng. "
        "Trong đó, kinh phí khuyến công quốc gia là 5 tỷ đồng, kinh phí khuyến công địa phương là 15 tỷ đồng."
    )
    reply = answered(text, "Năm 2023, khuyến công quốc gia chiếm mấy phần trăm kinh phí khuyến công của Nghệ An?")
    assert reply is not None and [figure.text for figure in reply.figures] == ["5 tỷ đồng", "20 tỷ đồng"]
    assert "25%" in reply.drafts[-1].text


def test_the_largest_is_set_against_the_smallest_only_where_all_are_held():
    asked = (
        "Nghệ An năm 2022 làm mô hình trình diễn, máy móc, hội chợ, "
        "mảng nhiều đề án nhất hơn mảng ít đề án nhất bao nhiêu?"
    )
    reply = answered(OVER, asked)
    assert reply is not None and [figure.value for figure in reply.figures] == [Decimal(8), Decimal(4), Decimal(2)]
    assert reply.drafts[-1].text == "Chênh lệch (phép tính từ hai số trên): 8 − 2 = 6 đề án."
    assert answered(OVER, asked.replace("hội chợ", "đào tạo nghề")) is None


def test_one_activity_is_not_told_by_the_total_of_several():
    library = SmallIndex(written(BEHIND)).library()
    asked = read_question("Năm 2021 Nghệ An hỗ trợ máy móc hết bao nhiêu tiền?")
    assert FigureAnswers(library, AnswerSettings()).answer(asked) is None


def test_what_was_done_and_what_is_planned_make_no_sum():
    text = (
        "Năm 2022, tỉnh Nghệ An đã hỗ trợ 04 cơ sở ứng dụng máy móc.\n"
        "Năm 2022, tỉnh Nghệ An đã hỗ trợ 02 cơ sở tham gia hội chợ.\n"
        "Kế hoạch năm 2022, tỉnh Nghệ An sẽ hỗ trợ 09 cơ sở đào tạo nghề."
    )
    asked = "Năm 2022 Nghệ An hỗ trợ máy móc, hội chợ, đào tạo nghề gộp lại bao nhiêu cơ sở?"
    assert answered(text, asked) is None
