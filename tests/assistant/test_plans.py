"""How a question for a comparison is read: what is to be done, and with which operands."""

import pytest

from assistant.operands import with_year_before
from assistant.operations import operations
from assistant.plans import asks_extremes, average_plan, plans, two_things
from assistant.question_parts import partings
from assistant.questions import read_question


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("Kinh phí phía Bắc năm 2024 giảm mấy tỷ so với năm 2023?", {"difference", "compare"}),
        ("khuyen cong dia phuong gap may lan quoc gia", {"ratio"}),
        ("Cả hai nguồn gộp lại được bao nhiêu?", {"sum"}),
        ("Trung bình mỗi đề án bao nhiêu tiền?", {"average"}),
        ("How many times larger was the local fund?", {"ratio"}),
        ("Kinh phí khuyến công phía Bắc năm 2024 là bao nhiêu?", set()),
        ("Có bao nhiêu cơ sở được đánh giá sản xuất sạch hơn?", set()),
    ],
)
def test_the_operation_is_told_by_its_cues(asked, named):
    assert operations(read_question(asked)) == named


def first(asked: str) -> list[tuple[tuple[str, ...], tuple[str, ...], str, tuple[str, ...]]]:
    """Places, years, unit and words of each operand of the likeliest plan."""
    question = read_question(asked)
    plan = next(iter(plans(question, operations(question))))
    return [
        (
            tuple(place.name for place in operand.places),
            tuple(period.label for period in operand.periods),
            operand.unit or operand.counted,
            operand.words,
        )
        for operand in plan.operands
    ]


def test_a_side_takes_over_the_place_and_year_that_the_other_names():
    asked = "Kinh phí khuyến công địa phương phía Bắc năm 2024 hơn quốc gia bao nhiêu tỷ?"
    assert first(asked) == [
        (("phía Bắc",), ("năm 2024",), "đồng", ("kinh phí", "khuyến công", "địa phương")),
        (("phía Bắc",), ("năm 2024",), "đồng", ("quốc gia", "kinh phí", "khuyến công")),
    ]


def test_each_side_keeps_its_own_place_and_year():
    asked = "Kinh phí khuyến công phía Bắc năm 2024 gấp mấy lần miền Trung - Tây Nguyên năm 2023?"
    assert first(asked) == [
        (("phía Bắc",), ("năm 2024",), "đồng", ("kinh phí", "khuyến công")),
        (("miền Trung - Tây Nguyên",), ("năm 2023",), "đồng", ("kinh phí", "khuyến công")),
    ]


def test_two_indicators_are_read_apart_and_share_what_is_counted():
    asked = "Ở Hải Dương 2014-2018, số đề án máy móc nhiều hơn số đề án mô hình trình diễn bao nhiêu?"
    period = ("giai đoạn 2014-2018",)
    assert first(asked) == [
        (("Hải Dương",), period, "đề án", ("đề án", "máy móc")),
        (("Hải Dương",), period, "đề án", ("đề án", "mô hình trình diễn")),
    ]


def test_what_stands_before_a_colon_goes_with_both_sides():
    asked = "Hải Dương 2014-2018, hỗ trợ máy móc: tiền của tỉnh hơn tiền quốc gia bao nhiêu?"
    assert [words for *_, words in first(asked)] == [
        ("hỗ trợ", "máy móc", "tỉnh"),
        ("hỗ trợ", "máy móc", "quốc gia"),
    ]


def test_a_second_side_that_begins_with_a_preposition_is_completed_from_the_first():
    asked = "Mức hỗ trợ sửa chữa của cụm công nghiệp gấp mấy lần của cơ sở?"
    parting = next(iter(partings(read_question(asked))))
    assert parting.right.read.words == ("hỗ trợ", "sửa chữa", "cơ sở")


def test_an_average_needs_a_count_and_two_things_need_two_units():
    plan = average_plan(read_question("Trung bình mỗi đề án của Hải Dương được bao nhiêu tiền?"))
    assert plan is not None
    assert [(operand.unit, operand.counted) for operand in plan.operands] == [("đồng", ""), ("", "đề án")]
    assert average_plan(read_question("Bình quân mỗi năm tỉnh hỗ trợ bao nhiêu tiền?")) is None
    both = next(iter(two_things(read_question("Thanh Hóa có bao nhiêu đề án và kinh phí bao nhiêu?"))))
    assert [(operand.unit, operand.counted) for operand in both.operands] == [("", "đề án"), ("đồng", "")]
    assert list(two_things(read_question("Kinh phí của Hải Dương và Nghệ An là bao nhiêu?"))) == []


def test_a_plan_is_set_against_what_was_done_of_it():
    question = read_question("Phía Bắc năm 2024 còn thiếu bao nhiêu tỷ so với kế hoạch?")
    plan = next(iter(plans(question, operations(question))))
    assert plan.axis == "status"
    assert plan.standings == (frozenset({"plan"}), frozenset({"estimate", "actual"}))


def test_a_change_from_one_year_to_another_is_of_two_years():
    asked = "Từ năm 2022 đến năm 2023 kinh phí khuyến công Hải Dương tăng bao nhiêu tỷ?"
    assert [operand[1] for operand in first(asked)] == [("năm 2022",), ("năm 2023",)]
    assert with_year_before(read_question("Kinh phí từ năm 2014 đến năm 2018 là bao nhiêu?"))[0].label == (
        "giai đoạn 2014-2018"
    )
    english = read_question("By how much did the budget of Hai Duong grow from 2022 to 2023?")
    assert [period.label for period in english.periods] == ["năm 2022", "năm 2023"]


def test_the_fund_named_once_is_that_of_both_terms_of_a_sum():
    asked = "Cộng cả mô hình trình diễn và máy móc thiết bị, nguồn khuyến công quốc gia chi bao nhiêu tiền?"
    assert all("quốc gia" in words for _, _, _, words in first(asked))


def test_a_part_is_set_against_the_sum_that_the_question_gives():
    asked = "Trong tổng 11,072 tỷ đồng của Hải Dương, phần ứng dụng máy móc chiếm bao nhiêu phần trăm?"
    question = read_question(asked)
    plan = next(iter(plans(question, operations(question))))
    part, whole = plan.stated
    assert plan.axis == "share" and part is None
    assert whole is not None and whole.value == 11_072_000_000
    assert "máy móc" in plan.operands[0].words


def test_a_long_story_before_a_colon_is_no_part_of_a_comparison():
    story = "Tôi nghe nói bây giờ tiền khuyến công chủ yếu do các tỉnh tự lo, nên muốn kiểm tra lại với số liệu"
    question = read_question(f"{story}: năm 2024 ở phía Bắc thì phần địa phương gấp mấy lần phần quốc gia?")
    local, national = next(iter(plans(question, operations(question)))).operands
    assert "tự lo" not in local.text and "địa phương" in local.words and "quốc gia" in national.words


def test_bounds_are_no_largest_and_smallest():
    assert asks_extremes(read_question("Mảng nhiều tiền nhất hơn mảng ít tiền nhất bao nhiêu?"))
    assert not asks_extremes(read_question("Mức cao nhất cho đề án có ít nhất hai nội dung là bao nhiêu?"))
    assert not asks_extremes(read_question("Is support of at most 50% given to firms with at least 10 workers?"))
