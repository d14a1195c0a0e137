"""The table of figures: order by value and by Vietnamese letters, pages, rows that open their sentence."""

from dataclasses import replace
from decimal import Decimal

import screen_fakes as fakes

from documents.records import Figure, Place
from screen.facets import Facets, read_facets
from screen.figure_table import ROWS_A_PAGE, Order, read_order, render_table
from tests.assistant.small_index import figures_of
from tests.figure_shelf import selection_of

FIGURES = [fakes.TOTAL, fakes.PERCENT, fakes.NATIONAL, fakes.BEFORE]
SOURCES = {fakes.ARTICLE.id: fakes.ARTICLE.source}


def texts(column: str, descending: bool = False) -> list[str]:
    return [figure.text for figure in selection_of(FIGURES).sort(column, descending)]


def numbered(count: int) -> list[Figure]:
    """As many figures, one behind another."""
    return [replace(fakes.TOTAL, id=f"bac-2024:f{n}-{n + 1}", start=n, end=n + 1) for n in range(count)]


def test_values_are_compared_as_numbers_within_their_unit():
    assert texts("value") == ["8,5%", "71,5 tỷ đồng", "170,8 tỷ đồng", "186,5 tỷ đồng"]
    assert texts("value", descending=True) == ["186,5 tỷ đồng", "170,8 tỷ đồng", "71,5 tỷ đồng", "8,5%"]


def test_figures_without_a_period_stand_last_in_both_directions():
    assert texts("period")[-1] == "8,5%"
    assert texts("period", descending=True) == ["170,8 tỷ đồng", "71,5 tỷ đồng", "186,5 tỷ đồng", "8,5%"]


def test_places_are_sorted_as_a_vietnamese_list_is_read():
    names = ["Yên Bái", "Đắk Lắk", "Điện Biên", "Cà Mau", "An Giang", "Cần Thơ"]
    figures = [replace(one, place=Place(name, "province")) for one, name in zip(numbered(6), names, strict=True)]
    ordered = selection_of(figures).sort("place")
    assert [figure.place.name for figure in ordered if figure.place] == [
        "An Giang",
        "Cà Mau",
        "Cần Thơ",
        "Đắk Lắk",
        "Điện Biên",
        "Yên Bái",
    ]


def test_a_row_opens_the_sentence_of_its_figure_and_names_its_document():
    html = render_table(selection_of([fakes.TOTAL]), SOURCES, Order(), "vi")
    start = fakes.TOTAL.sentence_start
    payload = f"&quot;end&quot;: {fakes.TOTAL.sentence_end}, &quot;start&quot;: {start}}}"
    assert html.count(payload) == 2  # the row, and its value as a button for the keyboard
    assert fakes.ARTICLE.source.title in html
    assert "<caption>1 số liệu</caption>" in html


def test_a_number_of_a_table_is_shown_with_its_unit():
    cell = replace(fakes.TOTAL, text="1.125", unit_words="triệu đồng", unit_at=0)
    html = render_table(selection_of([cell]), SOURCES, Order(), "vi")
    assert ">1.125 triệu đồng<" in html
    assert ": 1.125 triệu đồng" in html  # what a screen reader says of the button


def test_a_long_table_comes_a_page_at_a_time():
    many = selection_of([replace(one, value=Decimal(one.start)) for one in numbered(ROWS_A_PAGE + 3)])
    first = render_table(many, SOURCES, Order("value"), "vi")
    last = render_table(many, SOURCES, Order("value", page=9), "vi")
    assert (first.count('<tr class="row-open'), last.count('<tr class="row-open')) == (ROWS_A_PAGE, 3)
    assert "Trang 1/2" in first and "Trang 2/2" in last


def test_an_order_from_a_browser_is_checked():
    assert read_order({"column": "value", "descending": True, "page": 2}) == Order("value", True, 2)
    for bad in (None, "x", {"column": "nope"}, {"column": 3}):
        assert read_order(bad) == Order()
    assert read_order({"column": "place", "page": -1}) == Order("place")


def test_the_filters_offer_what_the_figures_have():
    central = replace(numbered(1)[0], place=Place("cả nước", "country", "VN"))
    assert read_facets(selection_of([*FIGURES, central])) == Facets(
        places=("cả nước", "phía Bắc"), years=(2024, 2023), units=("đồng", "%"), documents=("bac-2024",)
    )


def test_a_cell_is_called_as_its_row_prints_it_and_other_figures_by_their_name():
    table = figures_of("Vốn năm 2025 (triệu đồng)\nĐơn vị | Vốn đối ứng\nCông ty TNHH Minh Khang | 1.620")
    assert [figure.called for figure in table] == ["Công ty TNHH Minh Khang – Vốn đối ứng"]
    told = figures_of("Năm 2025, tỉnh Nghệ An hỗ trợ 12 cơ sở công nghiệp ứng dụng máy móc.")
    assert [figure.called for figure in told] == [figure.indicator_name for figure in told]
