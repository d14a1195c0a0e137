"""A question that asks two things: where it is cut, and what is said when only one is held."""

import pytest

from assistant.answering import Assistant
from assistant.citations import Draft, Evidence
from assistant.replies import Reply
from assistant.two_questions import at_a_comma, two_questions
from index.retrieve import open_index


@pytest.mark.parametrize(
    ("asked", "language", "halves"),
    [
        (
            "Ai phê duyệt kế hoạch và nộp trước ngày nào?",
            "vi",
            ("Ai phê duyệt kế hoạch", "nộp trước ngày nào"),
        ),
        ("Hội nghị họp ở đâu và khi nào?", "vi", ("Hội nghị họp ở đâu", "khi nào")),
        ("hoi nghi hop o dau, con ai chu tri", "vi", ("hoi nghi hop o dau", "con ai chu tri")),
        (
            "Hạn đăng ký và hạn nộp hồ sơ là ngày nào?",
            "vi",
            ("Hạn đăng ký là ngày nào", "hạn nộp hồ sơ là ngày nào"),
        ),
        (
            "Trong đó vốn quốc gia là bao nhiêu, vốn tỉnh là bao nhiêu?",
            "vi",
            ("Trong đó vốn quốc gia là bao nhiêu tiền", "Trong đó vốn tỉnh là bao nhiêu tiền"),
        ),
        ("Vốn quốc gia bao nhiêu phần trăm, vốn tỉnh bao nhiêu phần trăm?", "vi", None),
        ("Hàn được mấy tấn và hạn chế là khi nào?", "vi", ("Hàn được mấy tấn", "hạn chế là khi nào")),
        ("Hạn chế của năm và hạn nộp hồ sơ là ngày nào?", "vi", None),
        (
            "Giá một máy là bao nhiêu tiền, giảm bao nhiêu phần trăm so với trước?",
            "vi",
            ("Giá một máy là bao nhiêu tiền", "Giá một máy tăng hay giảm bao nhiêu phần trăm so với trước"),
        ),
        (
            "Tỉnh có bao nhiêu đề án dùng vốn trung ương và bao nhiêu tỷ đồng vốn tỉnh?",
            "vi",
            ("Tỉnh có bao nhiêu đề án dùng vốn trung ương", "bao nhiêu tỷ đồng vốn tỉnh"),
        ),
        ("Khuyến công là gì? Có mấy nội dung?", "vi", ("Khuyến công là gì", "Có mấy nội dung")),
        ("Who approves the plan and when is it due?", "en", ("Who approves the plan", "when is it due")),
        ("Kinh phí quốc gia và địa phương là bao nhiêu?", "vi", None),
        ("Quyết định số mấy định lại việc và bộ máy của Cục?", "vi", None),
        ("van ban nao dinh ra nhiem vu va bo may cua cuc", "vi", None),
        ("Có mấy đề án trong năm 2021 và ba quý đầu năm 2022?", "vi", None),
        ("Bên nào nhiều hơn và chênh bao nhiêu?", "vi", None),
        ("Phía Bắc và miền Trung mỗi nơi có bao nhiêu đề án và bao nhiêu tiền so với nhau?", "vi", None),
    ],
)
def test_two_questions_are_cut_and_one_comparison_is_not(asked, language, halves):
    found = two_questions(asked, language)
    if halves and halves[1].startswith("con "):
        halves = (halves[0], halves[1].removeprefix("con "))
    assert found == halves


def test_both_are_answered_and_a_half_that_is_not_held_is_named(built_store):
    assistant = Assistant(open_index(built_store))
    both = assistant.ask("Hội nghị khuyến công phía Bắc năm 2024 tổ chức ở đâu và khi nào?")
    assert both.outcome == "answered" and [claim.text for claim in both.claims if len(claim.text) < 20] == [
        "Hà Nội.",
        "Chiều ngày 16/5.",
    ]
    half = assistant.ask("Kinh phí khuyến công phía Bắc năm 2024 là bao nhiêu, và giá vàng hôm nay là bao nhiêu?")
    assert half.outcome == "partial" and "170,8 tỷ đồng" in half.answer
    assert half.answer.endswith("Các tài liệu hiện có không có thông tin về phần: “giá vàng hôm nay là bao nhiêu”.")
    assert [(part.text, part.reason) for part in half.withheld] == [
        ("giá vàng hôm nay là bao nhiêu", "không tìm thấy trong các tài liệu hiện có")
    ]


def test_halves_that_do_not_stand_verification_end_in_the_plain_refusal(built_store, monkeypatch):
    assistant = Assistant(open_index(built_store))
    piece = assistant.ask("Kinh phí khuyến công phía Bắc năm 2024 là bao nhiêu?").citations[0]
    evidence = Evidence(piece.document, piece.start, piece.end, piece.quote, piece.locator)
    monkeypatch.setattr(Assistant, "_reply", lambda *_: Reply((Draft("Kinh phí là 999 tỷ đồng.", (evidence,)),)))
    answer = assistant.ask("Kinh phí là bao nhiêu và ai phê duyệt?")
    assert (answer.outcome, answer.claims) == ("not_found", ())
    assert answer.answer.startswith("Không tìm thấy thông tin này") and answer.withheld


def test_the_second_question_begins_behind_the_last_comma():
    asked = "Thanh Hóa làm bao nhiêu đề án trong năm 2021 và ba quý đầu năm 2022, hết tổng cộng bao nhiêu tiền?"
    assert two_questions(asked, "vi") == (
        "Thanh Hóa làm bao nhiêu đề án trong năm 2021 và ba quý đầu năm 2022",
        "hết tổng cộng bao nhiêu tiền",
    )


@pytest.mark.parametrize(
    "asked",
    [
        "Kinh phí chưa dùng hết xử lý thế nào và quy định tại điều nào?",
        "Tỉnh báo cáo bao lâu một lần và ở khoản nào, điều nào?",
    ],
)
def test_the_section_of_what_is_asked_is_no_second_question(asked):
    assert two_questions(asked, "vi") is None


def test_the_section_of_another_thing_is_one():
    asked = "Ai phê duyệt đề án và điều nào quy định mức chi?"
    assert two_questions(asked, "vi") == ("Ai phê duyệt đề án", "điều nào quy định mức chi")


@pytest.mark.parametrize(
    ("asked", "halves"),
    [
        (
            "Xin hỏi hạn cuối nộp đăng ký kế hoạch về Sở và hạn hồ sơ phải tới Cục là ngày nào?",
            ("hạn cuối nộp đăng ký kế hoạch về Sở là ngày nào", "hạn hồ sơ phải tới Cục là ngày nào"),
        ),
        (
            "Thế nào là dùng nguyên liệu tại chỗ và thế nào là dùng nhiều lao động?",
            ("Thế nào là dùng nguyên liệu tại chỗ", "thế nào là dùng nhiều lao động"),
        ),
        (
            "Ai phê duyệt kế hoạch khuyến công quốc gia và địa phương?",
            ("Ai phê duyệt kế hoạch khuyến công quốc gia", "Ai phê duyệt kế hoạch khuyến công địa phương"),
        ),
        (
            "Kế hoạch 2024 của phía Bắc là bao nhiêu tiền, lên hay xuống mấy phần trăm so với năm trước?",
            (
                "Kế hoạch 2024 của phía Bắc là bao nhiêu tiền",
                "Kế hoạch 2024 của phía Bắc tăng hay giảm bao nhiêu phần trăm so với năm trước",
            ),
        ),
        (
            "Hội nghị do những đơn vị nào đứng ra tổ chức, diễn ra đúng ngày nào?",
            ("Hội nghị do những đơn vị nào đứng ra tổ chức", "diễn ra đúng ngày nào"),
        ),
    ],
)
def test_what_shares_a_question_word_or_a_thing_is_cut_where_each_has_its_own(asked, halves):
    assert two_questions(asked, "vi") == halves


@pytest.mark.parametrize(
    "asked",
    [
        "Kế hoạch khuyến công quốc gia và địa phương năm 2024 là bao nhiêu?",
        "Hạn nộp hồ sơ là ngày nào?",
        "Kế hoạch 2024 của phía Bắc là bao nhiêu tiền?",
    ],
)
def test_one_question_stays_one(asked):
    assert two_questions(asked, "vi") is None


def test_half_of_a_question_without_its_topic_is_not_told(built_store):
    assistant = Assistant(open_index(built_store))
    asked = "Cán bộ nghỉ hưu trước tuổi được hưởng thêm bao nhiêu tháng tiền lương và hồ sơ gửi về cơ quan nào?"
    assert assistant.ask(asked).outcome == "not_found"


def test_what_is_of_each_fund_is_told_by_numbers_or_not_at_all(built_store):
    assistant = Assistant(open_index(built_store))
    asked = "29 đề án của Thanh Hóa thì mấy cái là vốn quốc gia, mấy cái là vốn địa phương?"
    assert assistant.ask(asked).outcome == "not_found"
    assert two_questions(asked, "vi") == (
        "29 đề án của Thanh Hóa thì mấy cái là vốn quốc gia",
        "29 đề án của Thanh Hóa thì mấy cái là vốn địa phương",
    )


def test_what_is_left_of_a_sum_is_worked_out_or_not_told(built_store):
    assistant = Assistant(open_index(built_store))
    asked = "Kế hoạch khuyến công quốc gia 2024 của vùng phía Bắc trừ đi phần phân bổ đợt 1 thì còn bao nhiêu?"
    assert "71,5 − 18,3 = 53,2 tỷ đồng" in assistant.ask(asked).answer
    other = "Kế hoạch khuyến công phía Nam năm 2024 trừ đi phần đã phân bổ đợt 1 thì còn bao nhiêu?"
    assert assistant.ask(other).outcome == "not_found"


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("Trung tâm tỉnh: tối đa mấy phó giám đốc, biên chế bao nhiêu người?", "tối đa mấy phó giám đốc"),
        ("Chương trình 2026-2030 nằm ở quyết định nào, đặt chỉ tiêu bao nhiêu cơ sở?", "nằm ở quyết định nào"),
    ],
)
def test_a_comma_may_part_two_questions(asked, first):
    halves = at_a_comma(asked, "vi")
    assert halves is not None and halves[0].endswith(first)
    assert two_questions(asked, "vi") is None  # only where the whole is answered by nothing


@pytest.mark.parametrize(
    "asked",
    [
        "Trong 29 đề án thì mấy cái là khuyến công quốc gia, mấy cái địa phương?",
        "Năm 2024, phía Bắc được bao nhiêu?",
        "So với năm 2023, kế hoạch tăng bao nhiêu, vùng nào nhiều hơn?",
    ],
)
def test_a_comma_parts_no_kinds_and_no_comparison(asked):
    assert at_a_comma(asked, "vi") is None


def test_a_number_named_behind_a_comma_is_no_second_question():
    assert two_questions("Nghị định khống chế mỗi đề án bao nhiêu tỷ, con số trần đó ở khoản nào?", "vi") is None
