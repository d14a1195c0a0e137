"""Candidate figures in order: exact numbers before their bounds, what was done before what was planned."""

import pytest

from assistant.figure_finder import FigureFinder
from assistant.questions import read_question
from tests.assistant.small_index import SmallIndex, written

PAGE = (
    "Năm 2023 là năm đầu tiên tổng kinh phí khuyến công của tỉnh Sóc Trăng vượt mốc 6 tỷ đồng.\n"
    "Kế hoạch đầu năm 2023 tỉnh Sóc Trăng dự kiến thực hiện 28 đề án với kinh phí khuyến công 5,6 tỷ đồng.\n"
    "Kết quả năm 2023, tỉnh Sóc Trăng đã triển khai 31 đề án, tổng kinh phí khuyến công 6,12 tỷ đồng."
)


def first(asked: str, page: str = PAGE) -> str:
    question = read_question(asked)
    found = FigureFinder(SmallIndex(written(page)).library()).find(question, question.places, question.periods)
    return found[0].figure.text if found else ""


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Tổng kinh phí khuyến công thực hiện của Sóc Trăng năm 2023 là bao nhiêu?", "6,12 tỷ đồng"),
        ("Năm 2023 Sóc Trăng đã chi tổng kinh phí khuyến công bao nhiêu?", "6,12 tỷ đồng"),
        ("Kế hoạch kinh phí khuyến công của Sóc Trăng năm 2023 là bao nhiêu?", "5,6 tỷ đồng"),
    ],
)
def test_what_was_done_is_told_exactly_and_what_was_planned_where_that_is_asked(asked, told):
    assert first(asked) == told


def test_a_bound_stands_where_no_exact_number_is_near_it():
    page = PAGE.replace("6,12 tỷ đồng", "9 tỷ đồng").split("\n")[0]
    assert first("Tổng kinh phí khuyến công của Sóc Trăng năm 2023 là bao nhiêu?", page) == "6 tỷ đồng"


def test_a_row_that_names_the_activity_asked_for_keeps_its_place_before_the_sum():
    page = (
        "Khuyến công địa phương tỉnh Bến Tre năm 2022 (đơn vị: triệu đồng)\n"
        "Nội dung | Số đề án | Kế hoạch | Giải ngân\n"
        "Đào tạo nghề, truyền nghề | 02 | 420 | 410\n"
        "Tổng cộng | 17 | 3.960 | 3.420"
    )
    assert first("Bến Tre 2022, đào tạo nghề: kế hoạch kinh phí?", page) == "420"
