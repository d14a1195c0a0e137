"""Sentences around figures: separators, scales, and standing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.citations import fault
from assistant.phrasing import (
    amount_en,
    amount_vi,
    decimal_vi,
    period_en,
    printed,
    state_en,
    state_vi,
    supporting,
)
from documents.records import Period
from tests.assistant.small_index import figures_of, view_of

NORTH = "Năm 2024, kế hoạch kinh phí khuyến công khu vực phía Bắc là 170,8 tỷ đồng."


@pytest.mark.parametrize(
    ("value", "text"), [("1330", "1.330"), ("170.8", "170,8"), ("170.80", "170,8"), ("0.5", "0,5"), ("100", "100")]
)
def test_a_number_is_printed_with_vietnamese_separators(value, text):
    assert decimal_vi(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "unit", "vietnamese", "english"),
    [
        ("170800000000", "đồng", "170,8 tỷ đồng", "VND 170.8 billion"),
        ("2500000", "đồng", "2,5 triệu đồng", "VND 2.5 million"),
        ("900000", "đồng", "900.000 đồng", "VND 900,000"),
        ("8.5", "%", "8,5%", "8.5%"),
        ("1330", "lao động", "1.330 lao động", "1,330"),
    ],
)
def test_an_amount_is_scaled_and_never_rounded(value, unit, vietnamese, english):
    assert (amount_vi(Decimal(value), unit), amount_en(Decimal(value), unit)) == (vietnamese, english)


def test_a_plan_is_stated_as_a_plan_once():
    (figure,) = figures_of(NORTH)
    draft = state_vi(figure, view_of(NORTH))
    assert draft.text == "Kế hoạch kinh phí khuyến công khu vực phía Bắc năm 2024 là 170,8 tỷ đồng."
    assert [piece.quote for piece in draft.evidence] == [NORTH]


def test_an_estimate_says_that_it_is_one():
    text = "Năm 2024, tỉnh Hải Dương ước đào tạo nghề cho 1.330 lao động."
    (figure,) = figures_of(text)
    assert figure.status == "estimate"
    assert state_vi(figure, view_of(text)).text.endswith(" là 1.330 lao động (số ước thực hiện).")


def test_an_indicator_that_does_not_speak_is_followed_by_the_clause_of_the_source():
    (figure,) = figures_of(NORTH)
    told = state_vi(figure, view_of(NORTH), speaks=False).text
    assert told == f"170,8 tỷ đồng (khu vực phía Bắc, năm 2024, số kế hoạch): “{NORTH.strip('.')}”."


def test_a_qualifier_before_the_number_is_kept():
    text = "Năm 2022, tỉnh Hải Dương hỗ trợ gần 12 tỷ đồng và không quá 30 đề án."
    assert [printed(figure, view_of(text)) for figure in figures_of(text)] == ["gần 12 tỷ đồng", "không quá 30 đề án"]


def test_a_cell_is_printed_with_the_unit_of_its_head():
    text = "Kinh phí theo huyện năm 2023.\nHuyện Con Cuông, Kinh phí (triệu đồng): 360"
    assert [printed(figure, view_of(text)) for figure in figures_of(text)] == ["360 triệu đồng"]


def test_a_cell_is_stated_with_its_unit_and_cites_the_line_that_says_it():
    text = (
        "Khuyến công tỉnh Hải Dương\nĐơn vị tính: triệu đồng\nChỉ tiêu | Năm 2024 | Năm 2025\nHội chợ | 1.125 | 1.300"
    )
    later = figures_of(text)[1]
    draft = state_vi(later, view_of(text))
    assert "là 1.300 triệu đồng" in draft.text
    assert {"Hội chợ | 1.125 | 1.300", "Đơn vị tính: triệu đồng"} <= {piece.quote for piece in draft.evidence}
    assert fault(draft) == ""


def test_place_and_period_of_an_earlier_sentence_are_cited_with_the_figure():
    text = "Giai đoạn 2014-2018, tỉnh Hải Dương làm khuyến công tốt.\nCác đề án đã đào tạo 1.330 lao động."
    (figure,) = [figure for figure in figures_of(text) if figure.unit == "lao động"]
    evidence, placed, dated = supporting(figure, view_of(text))
    assert (placed, dated) == (True, True)
    assert [piece.quote for piece in evidence] == list(reversed(text.split("\n")))


def test_english_gives_the_amount_as_printed_first():
    (figure,) = figures_of(NORTH)
    draft = state_en(figure, view_of(NORTH))
    assert draft.text.startswith("170,8 tỷ đồng (VND 170.8 billion) for the North, 2024: “")
    assert draft.text.endswith("”. This is the planned figure.")
    assert draft.sight == (("VND 170.8 billion", "170,8 tỷ đồng"),)


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period("2024-01-01", "2024-12-31", "năm 2024"), "2024"),
        (Period("2014-01-01", "2018-12-31", "giai đoạn 2014-2018"), "2014-2018"),
        (Period("2022-01-01", "2022-09-30", "9 tháng năm 2022"), "“9 tháng năm 2022”"),
    ],
)
def test_a_period_in_english_holds_no_number_of_its_own(period, text):
    assert period_en(period) == text


def test_one_sentence_that_names_place_and_period_is_cited_rather_than_two():
    both = "Giai đoạn 2014-2018, tỉnh Hải Dương làm khuyến công tốt."
    text = f"{both}\nTỉnh Hải Dương có nhiều đề án.\nCác đề án đã đào tạo 1.330 lao động."
    (figure,) = [figure for figure in figures_of(text) if figure.unit == "lao động"]
    evidence, placed, dated = supporting(figure, view_of(text))
    assert (placed, dated) == (True, True)
    assert [piece.quote for piece in evidence] == [figure.sentence, both]


def test_an_indicator_that_is_its_unit_alone_is_followed_by_its_clause_in_english():
    text = "Năm 2024, tỉnh Hà Nam đã tư vấn cho 62 dự án."
    (figure,) = figures_of(text)
    assert "tư vấn cho 62 dự án" in state_en(replace(figure, indicator="dự án"), view_of(text)).text
