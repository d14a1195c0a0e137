"""Figures set side by side: which two, of whom, and when a comparison is refused."""

from decimal import Decimal

import pytest

from assistant.comparisons import (
    Comparisons,
    asks_growth,
    sets_apart,
    with_year_before,
)
from assistant.figure_answers import FigureAnswers
from assistant.figure_order import Candidate
from assistant.operand_fit import alike, together
from assistant.operands import Plan
from assistant.questions import read_question
from assistant.refusals import operand_named
from assistant.settings import AnswerSettings
from tests.assistant.small_index import SmallIndex, figures_of, written

TEXT = (
    "Năm 2023, kinh phí khuyến công của tỉnh Hải Dương là 11,2 tỷ đồng.\n"
    "Năm 2024, kinh phí khuyến công của tỉnh Hải Dương là 12,5 tỷ đồng.\n"
    "Năm 2024, kinh phí khuyến công của tỉnh Nghệ An là 20 tỷ đồng."
)


def compared(asked: str):
    library = SmallIndex(written(TEXT)).library()
    return Comparisons(FigureAnswers(library, AnswerSettings())).answer(read_question(asked))


def values(asked: str) -> list[Decimal]:
    reply = compared(asked)
    return [] if reply is None else [figure.value for figure in reply.figures]


def test_two_years_of_one_province_are_set_side_by_side():
    asked = "So sánh kinh phí khuyến công của Hải Dương năm 2023 và năm 2024"
    assert values(asked) == [Decimal("11200000000"), Decimal("12500000000")]
    reply = compared(asked)
    assert reply is not None
    assert reply.drafts[-1].text == "Chênh lệch (phép tính từ hai số trên): 12,5 − 11,2 = 1,3 tỷ đồng."


def test_two_provinces_of_one_year_are_set_side_by_side():
    asked = "Kinh phí khuyến công năm 2024 của Hải Dương và Nghệ An chênh nhau bao nhiêu?"
    assert values(asked) == [Decimal("12500000000"), Decimal("20000000000")]


def test_the_year_before_is_that_of_the_year_asked():
    asked = "Kinh phí khuyến công của Hải Dương năm 2024 chênh bao nhiêu tỷ đồng so với năm trước?"
    assert [period.label for period in with_year_before(read_question(asked))] == ["năm 2024", "năm 2023"]
    assert values(asked) == [Decimal("12500000000"), Decimal("11200000000")]
    assert len(with_year_before(read_question("Kinh phí năm 2024 là bao nhiêu?"))) == 1


def test_a_comparison_with_a_side_that_is_not_held_is_none():
    assert compared("So sánh kinh phí khuyến công năm 2024 của Hải Dương và Cà Mau") is None
    assert compared("So sánh kinh phí khuyến công của Hải Dương năm 2019 và năm 2024") is None


def test_a_difference_between_named_things_is_told_from_a_plain_question():
    apart = read_question("Kinh phí của Hải Dương và Nghệ An chênh nhau bao nhiêu?")
    plain = read_question("Kinh phí của Hải Dương năm 2024 là bao nhiêu?")
    assert (sets_apart(apart), sets_apart(plain), asks_growth(plain)) == (True, False, False)


def test_indicators_are_alike_by_their_words_and_only_in_one_unit():
    budget, other, count = figures_of(
        "Năm 2023, kinh phí khuyến công là 11,2 tỷ đồng. Năm 2024, kinh phí khuyến công là 12,5 tỷ đồng. "
        "Năm 2024, hỗ trợ 35 cơ sở."
    )
    assert alike(budget, other) == 1.0
    assert alike(budget, count) == 0.0


def test_each_place_goes_with_its_own_year():
    asked = "So sánh kinh phí khuyến công của Hải Dương năm 2023 với Nghệ An năm 2024"
    assert values(asked) == [Decimal("11200000000"), Decimal("20000000000")]


PARTS = (
    "Năm 2024, kế hoạch kinh phí khuyến công của Hải Dương là 12,5 tỷ đồng; trong đó kinh phí khuyến công "
    "quốc gia là 4,5 tỷ đồng, kinh phí khuyến công địa phương là 8 tỷ đồng.\n"
    "Năm 2024, tỉnh Hải Dương đã thực hiện 25 đề án khuyến công với tổng kinh phí 10 tỷ đồng.\n"
    "Năm 2024, tỉnh Hải Dương bình chọn và tôn vinh 30/50 sản phẩm công nghiệp nông thôn tiêu biểu."
)


@pytest.mark.parametrize(
    ("asked", "result"),
    [
        (
            "Khuyến công địa phương của Hải Dương năm 2024 hơn quốc gia bao nhiêu?",
            "Chênh lệch (phép tính từ hai số trên): 8 − 4,5 = 3,5 tỷ đồng.",
        ),
        (
            "Hải Dương năm 2024: kinh phí khuyến công địa phương gấp mấy lần khuyến công quốc gia?",
            "Tỷ số (phép tính từ hai số trên): 8 tỷ đồng : 4,5 tỷ đồng ≈ 1,78 lần.",
        ),
        (
            "Cộng kinh phí khuyến công quốc gia với khuyến công địa phương của Hải Dương năm 2024 được bao nhiêu?",
            "Tổng cộng (phép tính từ các số trên): 4,5 + 8 = 12,5 tỷ đồng.",
        ),
        (
            "Khuyến công quốc gia chiếm bao nhiêu phần trăm tổng kế hoạch kinh phí khuyến công của Hải Dương năm 2024?",
            "Tỷ trọng (phép tính từ hai số trên): 4,5 tỷ đồng : 12,5 tỷ đồng ≈ 36%.",
        ),
        (
            "Năm 2024 Hải Dương bình quân mỗi đề án khuyến công được bao nhiêu tiền?",
            "Bình quân (phép tính từ hai số trên): 10 tỷ đồng : 25 đề án ≈ 400 triệu đồng/đề án.",
        ),
        (
            "Năm 2024 Hải Dương còn bao nhiêu sản phẩm tham gia bình chọn mà không được tôn vinh?",
            "Chênh lệch (phép tính từ hai số trên): 50 − 30 = 20 sản phẩm.",
        ),
    ],
)
def test_what_is_asked_of_two_figures_is_worked_out(asked, result):
    library = SmallIndex(written(PARTS)).library()
    reply = Comparisons(FigureAnswers(library, AnswerSettings())).answer(read_question(asked))
    assert reply is not None
    assert reply.drafts[-1].text == result


def test_a_rate_of_another_year_is_no_answer_to_a_growth_that_is_asked():
    text = "Năm 2023, kinh phí khuyến công của tỉnh Hải Dương là 11,2 tỷ đồng, cao hơn 8,5% so với năm 2022."
    library = SmallIndex(written(text)).library()
    comparisons = Comparisons(FigureAnswers(library, AnswerSettings()))
    asked = "Kinh phí khuyến công của Hải Dương năm 2024 tăng bao nhiêu so với năm 2023?"
    assert comparisons.answer(read_question(asked)) is None


def test_a_cap_of_the_law_is_never_set_against_a_sum_of_money():
    text = (
        "Mức hỗ trợ xử lý ô nhiễm của cụm công nghiệp là không quá 1.500 triệu đồng/cụm công nghiệp.\n"
        "Năm 2024, tỉnh Hải Dương hỗ trợ cơ sở xử lý ô nhiễm 300 triệu đồng."
    )
    library = SmallIndex(written(text)).library()
    comparisons = Comparisons(FigureAnswers(library, AnswerSettings()))
    asked = "Mức hỗ trợ xử lý ô nhiễm của cụm công nghiệp gấp mấy lần của cơ sở?"
    assert comparisons.answer(read_question(asked)) is None


def test_two_years_joined_under_one_word_are_two_periods():
    asked = "Kinh phí khuyến công của Hải Dương năm 2023 và 2024 chênh nhau bao nhiêu?"
    assert [period.label for period in with_year_before(read_question(asked))] == ["năm 2023", "năm 2024"]
    assert values(asked) == [Decimal("11200000000"), Decimal("12500000000")]


def test_a_share_of_one_place_is_no_share_of_another():
    text = "Năm 2024, kinh phí khuyến công của Hải Dương chiếm 57,4% kinh phí khuyến công toàn vùng."
    library = SmallIndex(written(text)).library()
    question = read_question("Kinh phí khuyến công Nghệ An năm 2024 bằng bao nhiêu phần trăm của Hải Dương?")
    assert Comparisons(FigureAnswers(library, AnswerSettings())).answer(question) is None
    assert sets_apart(question)


def test_money_of_another_sentence_is_not_shared_among_a_count():
    text = "Năm 2024, tổng kinh phí hỗ trợ của Hải Dương là 98,1 tỷ đồng.\nNăm 2024, Hải Dương hỗ trợ 701 gian hàng."
    library = SmallIndex(written(text)).library()
    question = read_question("Năm 2024 Hải Dương bình quân mỗi gian hàng tốn bao nhiêu tiền?")
    assert Comparisons(FigureAnswers(library, AnswerSettings())).answer(question) is None


@pytest.mark.parametrize(
    ("asked", "lacking"),
    [
        ("Kinh phí khuyến công năm 2024 của Hải Dương và Cà Mau chênh nhau bao nhiêu?", "Cà Mau năm 2024"),
        ("Kinh phí khuyến công của Hải Dương năm 2024 tăng bao nhiêu tỷ so với năm 2019?", "Hải Dương năm 2019"),
        ("Kinh phí khuyến công năm 2019 của Cà Mau và Sóc Trăng chênh nhau bao nhiêu?", ""),
        ("Kinh phí khuyến công của Cà Mau năm 2024 là bao nhiêu?", ""),
    ],
)
def test_the_operand_that_is_not_held_is_named(asked, lacking):
    library = SmallIndex(written(TEXT)).library()
    operand = Comparisons(FigureAnswers(library, AnswerSettings())).lacking(read_question(asked))
    assert (operand_named(operand) if operand else "") == lacking


def test_what_is_left_without_a_place_is_worked_out_and_places_asked_for_are_not_counted():
    text = (
        "Kinh phí khuyến công địa phương khu vực phía Bắc năm 2024 giao theo kế hoạch 99,2 tỷ đồng. "
        "Kinh phí khuyến công địa phương cả nước năm 2024 giao theo kế hoạch 202,3 tỷ đồng."
    )
    comparisons = Comparisons(FigureAnswers(SmallIndex(written(text)).library(), AnswerSettings()))
    left = comparisons.answer(
        read_question(
            "Trừ phía Bắc ra thì các vùng còn lại được giao bao nhiêu kinh phí khuyến công địa phương cả nước năm 2024?"
        )
    )
    assert left is not None and "202,3 − 99,2 = 103,1" in left.drafts[-1].text
    assert comparisons.answer(read_question("Những huyện nào của phía Bắc còn chưa bố trí kinh phí năm 2024?")) is None


def test_one_number_told_twice_is_not_set_against_itself():
    told = figures_of(
        "Năm 2024, tỉnh Hải Dương hỗ trợ đánh giá sản xuất sạch hơn cho 35 cơ sở.\n"
        "Năm 2024, 35 cơ sở của tỉnh Hải Dương được hỗ trợ đánh giá sản xuất sạch hơn.\n"
        "Năm 2024, tỉnh Hải Dương hỗ trợ máy móc cho 20 cơ sở."
    )
    first, again, other = (Candidate(figure, 1.0, 1.0, 1.0, 1.0) for figure in told)
    side = read_question("Hải Dương năm 2024 hỗ trợ bao nhiêu cơ sở?")
    plan = Plan((side, side), (None, None), "words")
    assert together(plan, (first, again)) == 0.0 < together(plan, (first, other))
    funds = figures_of(
        "Năm 2022, khuyến công quốc gia hỗ trợ Hải Dương 8 tỷ đồng.\n"
        "Năm 2022, khuyến công địa phương hỗ trợ Hải Dương 8 tỷ đồng."
    )
    assert together(plan, [Candidate(figure, 1.0, 1.0, 1.0, 1.0) for figure in funds]) > 0


STANDINGS = (
    "Kế hoạch năm 2023, kinh phí khuyến công của tỉnh Sóc Trăng dự kiến là 5,6 tỷ đồng.\n"
    "Năm 2023, kinh phí khuyến công của tỉnh Sóc Trăng đã thực hiện là 6,12 tỷ đồng.\n"
    "Kế hoạch năm 2024, kinh phí khuyến công của tỉnh Sóc Trăng là 7,5 tỷ đồng."
)


def test_what_is_planned_of_one_year_is_set_against_what_was_done_in_another():
    library = SmallIndex(written(STANDINGS)).library()
    asked = "Sóc Trăng: kế hoạch kinh phí khuyến công 2024 hơn thực hiện 2023 bao nhiêu tiền?"
    reply = Comparisons(FigureAnswers(library, AnswerSettings())).answer(read_question(asked))
    assert reply is not None and [figure.text for figure in reply.figures] == ["7,5 tỷ đồng", "6,12 tỷ đồng"]
