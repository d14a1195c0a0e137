"""Cross-checks: the sums of the articles, their tolerance, and no false alarms."""

from dataclasses import replace
from decimal import Decimal

import pytest

from documents.check_terms import half_unit, plain_number, write_number
from documents.checks import cross_check
from documents.quantities import read_quantities
from documents.records import Check, Figure, Period, Place

NORTH = Place("phía Bắc", "region", "R1")
YEAR = Period("2024-01-01", "2024-12-31", "năm 2024")


def figures_of(*sentences: str, document: str = "bai", **facts) -> list[Figure]:
    """Figures of sentences printed one a line; ``facts`` are the same for all."""
    figures, start = [], 0
    for sentence in sentences:
        for quantity in read_quantities(sentence):
            begin, end = start + quantity.start, start + quantity.end
            figures.append(
                Figure(
                    id=f"{document}:f{begin}-{end}", document=document, start=begin, end=end,
                    sentence_start=start, sentence_end=start + len(sentence), sentence=sentence,
                    text=quantity.text, value=quantity.value, unit=quantity.unit, qualifier=quantity.qualifier,
                    indicator="", indicator_name="", place=NORTH, period=YEAR, status="plan", upper=quantity.upper,
                    **facts,
                )
            )  # fmt: skip
        start += len(sentence) + 1
    return figures


def change(figures: list[Figure], text: str, **facts) -> list[Figure]:
    assert any(figure.text == text for figure in figures), text
    return [replace(figure, **facts) if figure.text == text else figure for figure in figures]


def sums(figures: list[Figure]) -> list[tuple[str, bool, str]]:
    """Each check once, in the order of the figures."""
    checks: dict[Check, None] = {}
    for figure in cross_check(figures):
        checks |= dict.fromkeys(figure.checks)
    return [(check.kind, check.agrees, check.sum) for check in checks]


HAI_DUONG = (
    "Đã thực hiện 66 đề án với tổng kinh phí 11,072 tỷ đồng, bao gồm:",
    "- Thực hiện 05 đề án mô hình với kinh phí 1,55 tỷ đồng (trong đó có 03 đề án của tỉnh, kinh phí 800 triệu đồng; "
    "02 đề án quốc gia, kinh phí 750 triệu đồng).",
    "- Thực hiện 55 đề án máy móc với kinh phí 8,615 tỷ đồng (trong đó có 50 đề án của tỉnh, kinh phí 7,715 tỷ đồng; "
    "05 đề án quốc gia, kinh phí 900 triệu đồng).",
    "- Thực hiện 06 đề án hội chợ, kinh phí hỗ trợ là 907 triệu đồng.",
)


def test_a_list_and_its_nested_brackets_add_up():
    assert sums(figures_of(*HAI_DUONG)) == [
        ("total", True, "5 + 55 + 6 = 66 đề án"),
        ("total", True, "1,55 + 8,615 + 0,907 = 11,072 tỷ đồng"),
        ("total", True, "3 + 2 = 5 đề án"),
        ("total", True, "0,8 + 0,75 = 1,55 tỷ đồng"),
        ("total", True, "50 + 5 = 55 đề án"),
        ("total", True, "7,715 + 0,9 = 8,615 tỷ đồng"),
    ]


def test_a_list_that_misses_an_item_is_told():
    assert sums(figures_of(*HAI_DUONG[:1], *[HAI_DUONG[3], HAI_DUONG[3]]))[0] == (
        "total",
        False,
        "6 + 6 = 12, bài viết ghi 66 đề án",
    )


def test_a_plan_of_21_whose_parts_add_up_to_20_is_shown_with_its_sum():
    figures = figures_of(
        "Năm 2021 có 21 đề án, gồm 13 đề án máy móc, 3 đề án mô hình, 1 đề án nhãn hiệu và 3 đề án hội chợ."
    )
    checked = cross_check(figures)
    expected = Check(
        "total",
        False,
        "13 + 3 + 1 + 3 = 20, bài viết ghi 21 đề án",
        "0",
        tuple(figure.id for figure in figures),
    )
    assert [figure.checks for figure in checked] == [(expected,)] * 5
    assert [replace(figure, checks=()) for figure in checked] == figures


def test_two_funds_agree_within_the_rounding_of_their_print():
    figures = figures_of(
        "Tổng kế hoạch kinh phí khuyến công là 170,8 tỷ đồng.",
        "Trong đó, kinh phí khuyến công quốc gia 71,5 tỷ đồng.",
        "Đến nay đã phân bổ 18,3 tỷ đồng cho hội chợ.",
        "Kinh phí khuyến công địa phương 99,2 tỷ đồng.",
    )
    (check,) = {check for figure in cross_check(figures) for check in figure.checks}
    assert check == Check(
        "total",
        True,
        "71,5 + 99,2 = 170,7, bài viết ghi 170,8 tỷ đồng (trong sai số làm tròn ±0,15)",
        "150000000",
        (figures[0].id, figures[1].id, figures[3].id),
    )


def test_two_funds_that_do_not_add_up_are_told():
    figures = figures_of(
        "Tổng kế hoạch kinh phí khuyến công là 170,8 tỷ đồng.",
        "Trong đó, kinh phí khuyến công quốc gia 71,5 tỷ đồng.",
        "Kinh phí khuyến công địa phương 96,2 tỷ đồng.",
    )
    assert sums(figures) == [("total", False, "71,5 + 96,2 = 167,7, bài viết ghi 170,8 tỷ đồng")]


def test_parts_after_trong_do_need_not_be_all():
    assert sums(figures_of("Có 20 đề án, trong đó có 5 đề án điểm và 3 đề án nhóm.")) == []


def test_a_part_of_another_fund_with_another_period_is_no_part():
    figures = figures_of(
        "Tổng kế hoạch là 170,8 tỷ đồng.",
        "Trong đó, kinh phí khuyến công quốc gia 71,5 tỷ đồng.",
        "Kinh phí khuyến công địa phương 91,2 tỷ đồng.",
    )
    other = Period("2023-01-01", "2023-12-31", "năm 2023")
    assert sums(change(figures, "91,2 tỷ đồng", period=other)) == []


def test_years_of_a_period_add_up():
    figures = figures_of(
        "Giai đoạn này được 15.600 triệu đồng, trong đó 4.700 triệu đồng, 5.100 triệu đồng và 5.800 triệu đồng."
    )
    assert sums(figures) == [("total", True, "4.700 + 5.100 + 5.800 = 15.600 triệu đồng")]


def test_amounts_in_brackets_are_parts_beside_their_counts():
    figures = figures_of(
        "Có 186 đề án với 17,45 tỷ đồng; gồm 38 đề án quốc gia (7,2 tỷ đồng) và 148 đề án địa phương (10,25 tỷ đồng)."
    )
    assert sums(figures) == [
        ("total", True, "38 + 148 = 186 đề án"),
        ("total", True, "7,2 + 10,25 = 17,45 tỷ đồng"),
    ]


def test_parts_of_a_total_named_at_the_head_of_their_sentence():
    figures = figures_of("Trong 18 đề án có 13 đề án máy móc, 3 đề án mô hình và 2 đề án nhãn hiệu.")
    assert sums(figures) == [("total", True, "13 + 3 + 2 = 18 đề án")]


def test_growth_that_prints_8_5_and_computes_8_42_agrees_within_its_rounding():
    figures = figures_of("Kế hoạch là 170,8 tỷ đồng, thấp hơn 8,5% so với kế hoạch năm 2023 (186,5 tỷ đồng).")
    percent = next(figure for figure in cross_check(figures) if figure.unit == "%")
    assert percent.checks == (
        Check(
            "growth",
            True,
            "(170,8 − 186,5) / 186,5 = −8,42%, bài viết ghi giảm 8,5%",
            "0.101",
            (figures[1].id, figures[0].id, figures[2].id),
        ),
    )


def test_growth_behind_a_dash_agrees():
    figures = figures_of("Kinh phí là 78,7 tỷ đồng (cao hơn 8,5% so với kế hoạch năm 2022 - 72,5 tỷ đồng).")
    assert sums(figures) == [("growth", True, "(78,7 − 72,5) / 72,5 = 8,55%, bài viết ghi tăng 8,5%")]


@pytest.mark.parametrize(
    ("sentence", "sum"),
    [
        (
            "Kinh phí là 170,8 tỷ đồng, tăng 8,5% so với năm 2023 (186,5 tỷ đồng).",
            "(170,8 − 186,5) / 186,5 = −8,42%, bài viết ghi tăng 8,5%",
        ),
        (
            "Kinh phí là 5,86 tỷ đồng, tăng 17,2% so với năm 2018 (5,2 tỷ đồng).",
            "(5,86 − 5,2) / 5,2 = 12,69%, bài viết ghi tăng 17,2%",
        ),
    ],
)
def test_growth_that_does_not_reconcile_is_told(sentence, sum):
    assert sums(figures_of(sentence)) == [("growth", False, sum)]


def test_a_share_of_the_value_in_the_bracket_is_computed():
    figures = figures_of("Kinh phí 99,2 tỷ đồng, chiếm 49% tổng kinh phí toàn quốc (202,3 tỷ đồng).")
    assert sums(figures) == [("share", True, "99,2 / 202,3 = 49,04%, bài viết ghi 49%")]


def test_a_share_of_the_bracket_that_does_not_reconcile_is_told():
    figures = figures_of("Giải ngân 1.250 triệu đồng, bằng 45% dự toán (3.050 triệu đồng).")
    assert sums(figures) == [("share", False, "1.250 / 3.050 = 40,98%, bài viết ghi 45%")]


def test_a_share_of_a_total_named_before_is_found():
    figures = figures_of(
        "Tổng kế hoạch kinh phí là 170,8 tỷ đồng.",
        "Kinh phí khuyến công quốc gia 71,5 tỷ đồng, chiếm 41,9% kinh phí toàn vùng.",
    )
    assert sums(figures) == [("share", True, "71,5 / 170,8 = 41,86%, bài viết ghi 41,9%")]


def test_a_share_of_the_plan_is_taken_of_the_plan():
    figures = figures_of(
        "Tổng kế hoạch kinh phí là 170,8 tỷ đồng.", "Ước thực hiện 34,7 tỷ đồng, đạt 20,3% kế hoạch năm."
    )
    figures = change(figures, "34,7 tỷ đồng", status="estimate")
    assert sums(figures) == [("share", True, "34,7 / 170,8 = 20,32%, bài viết ghi 20,3%")]


def test_a_share_whose_whole_is_nowhere_raises_no_alarm():
    figures = figures_of("Tổng số là 90 tỷ đồng.", "Doanh thu 4,87 tỷ đồng, đạt 49,1% kế hoạch năm.")
    assert sums(figures) == []


def test_a_percentage_of_a_year_before_is_no_share():
    assert sums(figures_of("Doanh thu 4,87 tỷ đồng, đạt 153,7% so với cùng kỳ năm 2023.")) == []


def test_the_same_thing_in_two_documents_is_set_side_by_side():
    one = figures_of("Kinh phí là 170,8 tỷ đồng.", document="bai-a")
    other = figures_of("Kinh phí là 165 tỷ đồng.", document="bai-b")
    both = [replace(figure, indicator_name="kinh phí khuyến công") for figure in (*one, *other)]
    assert sums(both) == [("repeat", False, "170,8 tỷ đồng (bai-a) ≠ 165 tỷ đồng (bai-b)")]
    assert sums([both[0], replace(both[1], value=Decimal("170.8e9"), text="170,8 tỷ")]) == [
        ("repeat", True, "170,8 tỷ đồng (bai-a) = 170,8 tỷ đồng (bai-b)")
    ]
    assert sums([both[0], replace(both[1], status="actual")]) == []


def told(name: str, value: str, document: str, **facts) -> Figure:
    (figure,) = figures_of(f"Kinh phí là {value} tỷ đồng.", document=document)
    return replace(figure, indicator_name=name, **facts)


def test_a_total_and_the_plan_of_it_are_one_name():
    both = [told("tổng kế hoạch kinh phí khuyến công", "170,8", "a"), told("kinh phí khuyến công", "168", "b")]
    assert sums(both) == [("repeat", False, "170,8 tỷ đồng (a) ≠ 168 tỷ đồng (b)")]


def test_a_general_name_raises_no_alarm_between_documents():
    assert sums([told("kinh phí hỗ trợ", "170,8", "a"), told("kinh phí hỗ trợ", "168", "b")]) == []
    assert sums([told("kinh phí khuyến công", "170,8", "a"), told("kinh phí khuyến công", "5", "b")]) == []


def test_a_name_with_two_values_in_one_document_is_not_compared():
    one, again = told("kinh phí khuyến công", "170,8", "a"), told("kinh phí khuyến công", "99", "a")
    assert sums([one, replace(again, id="a:f900-910"), told("kinh phí khuyến công", "168", "b")]) == []


def test_values_that_round_to_each_other_are_near():
    both = [told("kinh phí khuyến công", "170,8", "a"), told("kinh phí khuyến công", "171", "b")]
    assert sums(both) == [("repeat", True, "170,8 tỷ đồng (a) ≈ 171 tỷ đồng (b)")]


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("111,350 tỷ đồng", "500000"),
        ("6.698,6 triệu đồng", "50000"),
        ("800 triệu đồng", "500000"),
        ("8,5%", "0.05"),
        ("49%", "0.5"),
        ("05 đề án", "0"),
        ("hai tỷ đồng", "500000000"),
        ("ba đề án", "0"),
        ("3 tỷ 250 triệu đồng", "500000"),
    ],
)
def test_a_number_is_as_exact_as_its_last_printed_digit(text, half):
    figure = figures_of(text)[-1]
    if text.startswith("3 tỷ"):
        figure = replace(figure, text=text, value=Decimal("3250e6"))
    assert plain_number(half_unit(figure)) == half


def test_numbers_are_written_as_in_vietnamese():
    assert [write_number(Decimal(n)) for n in ("1234567.50", "-8.42", "0.907", "0")] == [
        "1.234.567,5",
        "−8,42",
        "0,907",
        "0",
    ]
    assert write_number(Decimal("41.861"), 2) == "41,86"


def test_sentences_that_only_follow_are_no_list_of_parts():
    figures = figures_of("Tổng kinh phí 5,86 tỷ đồng.", "Hỗ trợ 1,9 tỷ đồng.", "Năm tới bố trí 4 tỷ đồng.")
    assert sums(figures) == []


def test_a_sum_that_agrees_only_by_coarse_rounding_shows_nothing():
    assert sums(figures_of("Có 4 tỷ đồng, gồm 2,1 tỷ đồng và 2,3 tỷ đồng.")) == []


def test_a_share_of_money_is_not_taken_of_a_count():
    figures = figures_of(
        "Được giao 90 tỷ đồng/278 đề án.", "Đã thực hiện 90 tỷ đồng cho 278 đề án, đạt 100% kinh phí đã giao."
    )
    assert ("share", True, "278 / 278 = 100,00%, bài viết ghi 100%") not in sums(figures)
    assert ("share", True, "90 / 90 = 100,00%, bài viết ghi 100%") in sums(figures)


def test_a_share_in_brackets_right_behind_its_value_is_checked():
    figures = figures_of("Tổng kinh phí 7.126 triệu đồng.", "Cơ khí được 1.870 triệu đồng (26,2%).")
    assert sums(figures) == [("share", True, "1.870 / 7.126 = 26,24%, bài viết ghi 26,2%")]


@pytest.mark.parametrize(
    ("sentence", "agrees", "sum"),
    [
        ("Có 92 đề án, tăng 12 đề án so với năm 2022 (80 đề án).", True, "92 − 80 = 12 đề án"),
        (
            "Có 95 đề án, tăng 12 đề án so với năm 2022 (80 đề án).",
            False,
            "95 − 80 = 15 đề án, bài viết ghi tăng 12 đề án",
        ),
        (
            "Có 80 đề án, tăng 12 đề án so với năm 2022 (92 đề án).",
            False,
            "80 − 92 = −12 đề án, bài viết ghi tăng 12 đề án",
        ),
        (
            "Kinh phí 4,86 tỷ đồng, giảm 2,14 tỷ đồng so với cùng kỳ (7,0 tỷ đồng).",
            True,
            "7 − 4,86 = 2,14 tỷ đồng",
        ),
        (
            "Kinh phí 4,86 tỷ đồng, giảm 2,2 tỷ đồng so với cùng kỳ (7,0 tỷ đồng).",
            True,
            "7 − 4,86 = 2,14 tỷ đồng, bài viết ghi giảm 2,2 tỷ đồng",
        ),
        (
            "Kinh phí 4,86 tỷ đồng, giảm 2,5 tỷ đồng so với cùng kỳ (7,0 tỷ đồng).",
            False,
            "7 − 4,86 = 2,14 tỷ đồng, bài viết ghi giảm 2,5 tỷ đồng",
        ),
        ("Số đề án tăng từ 52 đề án lên 61 đề án, tăng 9 đề án.", True, "61 − 52 = 9 đề án"),
    ],
)
def test_a_difference_is_set_against_its_two_values_within_their_rounding(sentence, agrees, sum):
    assert sums(figures_of(sentence)) == [("difference", agrees, sum)]


@pytest.mark.parametrize(
    ("sentence", "agrees", "sum"),
    [
        ("Công suất 500.000 lít/năm, gấp 2,5 lần trước đây (200.000 lít/năm).", True, "500.000 / 200.000 = 2,5 lần"),
        (
            "Kinh phí 11,2 tỷ đồng, gấp 2 lần so với năm 2018 (5,4 tỷ đồng).",
            True,
            "11,2 / 5,4 = 2,07 lần, bài viết ghi gấp 2 lần",
        ),
        (
            "Kinh phí 11,2 tỷ đồng, gấp 3 lần so với năm 2018 (5,4 tỷ đồng).",
            False,
            "11,2 / 5,4 = 2,07 lần, bài viết ghi gấp 3 lần",
        ),
        (
            "Kinh phí 13,0 tỷ đồng, tăng 1,6 lần so với năm 2018 (5,0 tỷ đồng).",
            True,
            "13 / 5 = 2,6 lần, tức tăng thêm 1,6 lần",
        ),
    ],
)
def test_a_multiple_is_set_against_its_two_values_within_their_rounding(sentence, agrees, sum):
    assert sums(figures_of(sentence)) == [("multiple", agrees, sum)]


def test_of_several_values_that_may_have_changed_none_is_blamed():
    sentence = "Có 40 đề án, trong đó 5 đề án quốc gia, tăng 12 đề án so với năm 2022 (80 đề án)."
    assert [check for check in sums(figures_of(sentence)) if check[0] == "difference"] == []
    fitting = "Có 92 đề án, trong đó 5 đề án quốc gia, tăng 12 đề án so với năm 2022 (80 đề án)."
    assert ("difference", True, "92 − 80 = 12 đề án") in sums(figures_of(fitting))


def test_the_tolerance_of_a_difference_is_that_of_its_three_printed_numbers():
    figures = cross_check(figures_of("Kinh phí 4,86 tỷ đồng, giảm 2,14 tỷ đồng so với cùng kỳ (7,0 tỷ đồng)."))
    assert [(check.tolerance, check.figures) for check in figures[1].checks] == [
        ("60000000", (figures[1].id, figures[0].id, figures[2].id))
    ]
