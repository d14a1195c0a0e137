"""The chart suits the figures: bars, line, parts, or none."""

from dataclasses import replace
from decimal import Decimal

import screen_fakes as fakes

from documents.records import Period, Place
from screen.charts import choose_chart, render_chart


def year(number: int, value: str):
    period = Period(f"{number}-01-01", f"{number}-12-31", f"năm {number}")
    return replace(fakes.TOTAL, id=str(number), period=period, value=Decimal(value), text=value)


def test_three_periods_of_one_place_make_a_line_in_time_order():
    chart = choose_chart([year(2024, "3"), year(2022, "1"), year(2023, "2")])
    assert chart is not None
    assert (chart.kind, [label for label, _ in chart.items]) == ("line", ["năm 2022", "năm 2023", "năm 2024"])
    assert 'aria-label="năm 2022: 1; năm 2023: 2; năm 2024: 3"' in render_chart(chart, "vi")


def test_places_make_bars_from_the_largest():
    other = replace(fakes.TOTAL, id="x", place=Place("miền Trung", "region", "R2"), value=Decimal(10**12))
    chart = choose_chart([fakes.TOTAL, other])
    assert chart is not None
    assert (chart.kind, chart.by, [label for label, _ in chart.items]) == ("bars", "place", ["miền Trung", "phía Bắc"])


def test_a_total_that_agrees_with_its_parts_is_drawn_as_parts():
    total = replace(fakes.TOTAL, checks=(fakes.SUM,))
    chart = choose_chart([total, fakes.NATIONAL, fakes.LOCAL])
    assert chart is not None
    assert (chart.kind, [label for label, _ in chart.items]) == ("parts", ["Kinh phí quốc gia", "Kinh phí địa phương"])
    html = render_chart(chart, "vi")
    assert "41,9%" in html and "58,1%" in html


def test_one_figure_or_none_draws_nothing():
    assert choose_chart([]) is None
    assert choose_chart([fakes.TOTAL]) is None


def test_figures_of_another_unit_stay_out_of_the_chart():
    percent = replace(fakes.LOCAL, id="p", unit="%", text="8,5%", value=Decimal("8.5"))
    chart = choose_chart([fakes.TOTAL, fakes.BEFORE, percent])
    assert chart is not None
    assert [figure.text for _, figure in chart.items] == ["186,5 tỷ đồng", "170,8 tỷ đồng"]


def test_a_plan_beside_an_estimate_says_which_is_which():
    half = Period("2024-01-01", "2024-06-30", "6 tháng đầu năm 2024")
    estimate = replace(fakes.TOTAL, id="h", period=half, status="estimate", value=Decimal(34), text="34")
    chart = choose_chart(
        [replace(year(2024, "170"), status="plan"), replace(year(2023, "186"), status="plan"), estimate]
    )
    assert chart is not None and chart.kind == "bars"  # a half year is no point on a line of years
    html = render_chart(chart, "vi")
    assert "năm 2024 (kế hoạch)" in html and "6 tháng đầu năm 2024 (ước thực hiện)" in html
    assert "6 tháng đầu năm 2024 (estimate)" in render_chart(chart, "en")


def test_money_is_headed_as_money():
    other = replace(fakes.TOTAL, id="x", place=Place("miền Trung", "region", "R2"), value=Decimal(10**12))
    chart = choose_chart([fakes.TOTAL, other])
    assert chart is not None
    assert "(số tiền, theo địa bàn)" in render_chart(chart, "vi")
