"""One number of each of several places, years or funds."""

import pytest

from assistant.each_asked import each_asked, funds_asked, places_asked_side_by_side, years_asked
from assistant.questions import read_question


def test_each_of_two_provinces_is_a_question_of_its_own():
    parts = each_asked(read_question("Thanh Hóa và Hòa Bình mỗi tỉnh làm bao nhiêu đề án năm 2022?"))
    assert [part.places[0].name for _, part in parts] == ["Thanh Hóa", "Hòa Bình"]


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ("kinh phí kế hoạch phía Bắc năm 2023 và năm 2025", ["năm 2023", "năm 2025"]),
        ("Kinh phí khuyến công phía Bắc năm 2022, 2023", ["năm 2022", "năm 2023"]),
        ("Tổng kinh phí phía Bắc năm 2023 và năm 2024 là bao nhiêu?", []),
        ("Kinh phí phía Bắc năm 2024 tăng bao nhiêu so với năm 2023, tính cả địa phương?", []),
        ("Kinh phí phía Bắc năm 2024 là bao nhiêu, xin cho biết?", []),
    ],
)
def test_years_named_side_by_side_are_asked_for_each(asked, years):
    assert [name for name, _ in years_asked(read_question(asked))] == years


@pytest.mark.parametrize(
    "asked",
    [
        "Kinh phí khuyến công quốc gia và địa phương của phía Bắc năm 2024 là bao nhiêu?",
        "kế hoạch kinh phí KCQG, KCĐP phía Bắc 2024",
        "What were the national and local industrial promotion budgets of the northern region in 2024?",
    ],
)
def test_both_funds_are_two_questions(asked):
    national, local = funds_asked(read_question(asked))
    assert "địa phương" not in national.words and "quốc gia" in " ".join(national.words)
    assert "quốc gia" not in local.words and "địa phương" in " ".join(local.words)


@pytest.mark.parametrize(
    "asked",
    [
        "Kinh phí khuyến công quốc gia của phía Bắc năm 2024 là bao nhiêu?",
        "Tổng kinh phí khuyến công quốc gia và địa phương của phía Bắc năm 2024 là bao nhiêu?",
        "Khuyến công địa phương và khuyến công quốc gia của phía Bắc năm 2024 chênh nhau bao nhiêu tiền?",
    ],
)
def test_one_fund_their_sum_or_their_difference_is_one_question(asked):
    assert funds_asked(read_question(asked)) == []


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("Kế hoạch kinh phí năm 2024 của Đồng Tháp và Vĩnh Long là bao nhiêu?", ["Đồng Tháp", "Vĩnh Long"]),
        ("Năm 2024 Bình Phước, Cà Mau đã chi bao nhiêu tiền khuyến công?", ["Bình Phước", "Cà Mau"]),
        ("Tổng kinh phí năm 2024 của Đồng Tháp và Vĩnh Long là bao nhiêu?", []),
        ("Năm 2024 kinh phí của Đồng Tháp hơn Vĩnh Long bao nhiêu?", []),
        ("Năm 2024 Đồng Tháp chi bao nhiêu tiền?", []),
    ],
)
def test_places_named_side_by_side_are_asked_of_one_by_one(asked, places):
    parts = places_asked_side_by_side(read_question(asked))
    assert [part.places[0].name for _, part in parts] == places
