"""The look-up of figures: names made sense of, merged provinces apart, honest refusals, files."""

import argparse
import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from assistant import figures as figures_module
from assistant.figure_files import COLUMNS
from assistant.figure_matching import match_indicator
from assistant.figures import add_command, describe, locator_of, look_up, write_csv, write_xlsx
from assistant.records import BadRequest
from documents.places import place_table
from documents.records import Check, Figure, Period, Place, ReadFailure, Source
from index.figure_selection import FigureSelection
from index.figure_table import places_meant
from index.records import FigureFilter, FigureHit, Passage
from tests.figure_shelf import selection_of

SOURCE = Source(id="bai", file="bai.txt", title="Khuyến công miền Bắc", publisher="Báo Công Thương", date="2024-05-20")


def figure(number: int, place: str = "phía Bắc", year: int = 2024, **changes) -> Figure:
    facts = {
        "id": f"bai:f{number}-{number + 5}", "document": "bai", "start": number, "end": number + 5,
        "sentence_start": number, "sentence_end": number + 40, "sentence": "Kinh phí khuyến công là 170,8 tỷ đồng.",
        "text": "170,8 tỷ đồng", "value": Decimal("170800000000"), "unit": "đồng", "qualifier": "exact",
        "indicator": "kinh phí khuyến công", "indicator_name": "kinh phí khuyến công",
        "place": place_table().lookup(place),
        "period": Period(f"{year}-01-01", f"{year}-12-31", f"năm {year}"), "status": "plan",
    }  # fmt: skip
    return Figure(**{**facts, **changes})


class FakeStore:
    """A figure table in memory that filters as the real one does; every score is the same."""

    def __init__(self, *figures: Figure, score: float = 0.85) -> None:
        self._figures, self._score = figures, score

    def look_up(self, wanted: FigureFilter) -> list[FigureHit]:
        found = [f for f in self._figures if self._passes(f, wanted)]
        return [FigureHit(f, self._score if wanted.indicator else 1.0) for f in found[: wanted.limit or None]]

    def select(self, wanted: FigureFilter) -> FigureSelection:
        return selection_of([hit.figure for hit in self.look_up(replace(wanted, indicator=""))])

    def select_ids(self, ids: Sequence[str]) -> FigureSelection:
        held = {f.id: f for f in self._figures}
        return selection_of([held[id] for id in ids])

    def sources(self) -> list[Source]:
        return [SOURCE]

    def passages(self, document_id: str) -> list[Passage]:
        return [
            Passage("bai:0-100", "bai", "đoạn 1", 0, 100, ""),
            Passage("bai:100-900", "bai", "đoạn 2", 100, 900, ""),
        ]

    @staticmethod
    def _passes(f: Figure, wanted: FigureFilter) -> bool:
        if wanted.place:
            asked = place_table().lookup(wanted.place)
            named = f.place is not None and f.place.name in places_meant(wanted.place)
            inside = wanted.within and f.place and asked and place_table().contains(asked, f.place)
            if not (named or inside):
                return False
        touches = f.period and int(f.period.start[:4]) <= (wanted.year or 0) <= int(f.period.end[:4])
        return (
            (wanted.year is None or bool(touches))
            and wanted.unit in ("", f.unit)
            and wanted.status in ("", f.status)
            and wanted.document in ("", f.document)
        )


def test_a_place_is_found_in_any_spelling_and_only_its_own_figures_come():
    store = FakeStore(figure(0), figure(10, "Thanh Hóa"), figure(20, "Hà Nội"))
    table = look_up(store, FigureFilter(place="thanh hoa"))
    assert [(row.figure.start, row.relation) for row in table.rows] == [(10, "same")]
    assert table.notices == ()


def test_an_unknown_place_offers_the_nearest_names():
    with pytest.raises(BadRequest) as error:
        look_up(FakeStore(figure(0)), FigureFilter(place="Thanh Hoáa"))
    assert str(error.value).startswith("Không có địa danh “Thanh Hoáa”. Có phải ý bạn là: Thanh Hóa")


def test_a_merged_province_shows_its_former_parts_apart_and_adds_nothing_up():
    store = FakeStore(figure(0, "Hải Dương", 2018), figure(10, "Hải Phòng", 2023), figure(20, "Hà Nội"))
    table = look_up(store, FigureFilter(place="Hải Phòng"))
    assert [(row.figure.place.name, row.relation) for row in table.rows] == [
        ("Hải Phòng", "same"),
        ("Hải Dương", "former"),
    ]
    assert table.notices == (
        "Từ ngày 01/7/2025, Hải Phòng gồm địa bàn các tỉnh, thành phố cũ: Hải Dương, Hải Phòng. "
        "Số liệu của Hải Dương được nêu riêng theo tên cũ, không cộng gộp.",
    )


def test_a_former_province_keeps_its_figures_and_says_where_it_went():
    table = look_up(FakeStore(figure(0, "Hải Dương", 2018)), FigureFilter(place="Hải Dương"))
    assert [row.relation for row in table.rows] == ["same"]
    assert table.notices == ("Từ ngày 01/7/2025, Hải Dương hợp nhất vào Hải Phòng; số liệu dưới đây theo tên cũ.",)


def test_a_merged_or_former_province_without_figures_says_so_and_what_it_is_now():
    store = FakeStore(figure(0))
    assert look_up(store, FigureFilter(place="Hòa Bình")).notices == (
        "Không có số liệu của Hòa Bình. Từ ngày 01/7/2025, Hòa Bình hợp nhất vào Phú Thọ.",
    )
    assert look_up(store, FigureFilter(place="Phú Thọ")).notices == (
        "Không có số liệu của Phú Thọ. Từ ngày 01/7/2025, Phú Thọ gồm địa bàn các tỉnh, thành phố cũ: "
        "Hòa Bình, Phú Thọ, Vĩnh Phúc.",
    )


@pytest.mark.parametrize("year", ["abc", "24", "-5", "20240"])
def test_a_year_that_is_none_is_told_in_vietnamese(capsys, year):
    parser = argparse.ArgumentParser(prog="assistant")
    add_command(parser.add_subparsers())
    with pytest.raises(SystemExit):
        parser.parse_args(["figures", f"--year={year}"])
    assert capsys.readouterr().err.endswith(f"“{year}” không phải là năm, cần bốn chữ số như 2024\n")


def test_a_district_comes_with_its_province_behind_it():
    store = FakeStore(figure(0, "Bắc Trà My"), figure(10, "Quảng Nam"))
    rows = look_up(store, FigureFilter(place="Quảng Nam")).rows
    assert [(row.figure.place.name, row.relation) for row in rows] == [("Quảng Nam", "same"), ("Bắc Trà My", "inside")]


def test_a_region_answers_for_itself_and_names_its_parts():
    store = FakeStore(figure(0), figure(10, "Thanh Hóa"), figure(20, "Cà Mau"))
    table = look_up(store, FigureFilter(place="miền Bắc"))
    assert [row.figure.start for row in table.rows] == [0]
    assert table.notices == ("Các địa phương thuộc phía Bắc có số liệu riêng, xem bằng --parts: Thanh Hóa (1).",)
    apart = look_up(store, FigureFilter(place="miền Bắc"), parts=True)
    assert [(row.figure.start, row.relation) for row in apart.rows] == [(0, "same"), (10, "inside")]


def test_a_year_with_nothing_gets_the_years_there_are():
    store = FakeStore(figure(0, year=2022), figure(10, year=2024))
    with pytest.raises(BadRequest) as error:
        look_up(store, FigureFilter(place="phía Bắc", year=2031))
    assert str(error.value) == "Không có số liệu của phía Bắc năm 2031. Các năm có số liệu: 2022, 2024."


def test_a_year_that_only_longer_periods_hold_says_so():
    several = Period("2014-01-01", "2018-12-31", "giai đoạn 2014-2018")
    store = FakeStore(figure(0, period=several))
    assert look_up(store, FigureFilter(year=2015)).notices == (
        "Không có số liệu riêng của năm 2015; số liệu dưới đây là của: giai đoạn 2014-2018.",
    )
    beside = FakeStore(figure(0, period=several), figure(10, year=2015))
    assert look_up(beside, FigureFilter(year=2015)).notices == ()


def test_a_unit_is_read_as_the_reader_writes_it():
    store = FakeStore(figure(0), figure(10, unit="%", value=Decimal("8.5")))
    assert [f.start for f in look_up(store, FigureFilter(unit="tỷ đồng")).figures] == [0]
    assert [f.start for f in look_up(store, FigureFilter(unit="phần trăm")).figures] == [10]
    table = look_up(store, FigureFilter(unit="gian hàng"))
    assert (table.rows, table.notices) == (
        (),
        ("Không có số liệu thỏa mọi điều kiện. Các đơn vị tính có: đồng, %.",),
    )


def test_a_status_is_taken_in_vietnamese_and_a_wrong_one_refused():
    store = FakeStore(figure(0), figure(10, status="actual"))
    assert [f.start for f in look_up(store, FigureFilter(status="kế hoạch")).figures] == [0]
    with pytest.raises(BadRequest, match="Không có tình trạng “xong”"):
        look_up(store, FigureFilter(status="xong"))


def test_an_unknown_document_is_refused_with_those_there_are():
    with pytest.raises(BadRequest, match=r"Không có tài liệu “x”\. Các tài liệu có: bai\."):
        look_up(FakeStore(figure(0)), FigureFilter(document="x"))


MACHINES = figure(
    100,
    indicator="tổng kinh phí",
    indicator_name="kinh phí hỗ trợ ứng dụng máy móc thiết bị",
    sentence="Tổng kinh phí hỗ trợ ứng dụng máy móc thiết bị là 8,615 tỷ đồng.",
)
COUNT = figure(
    200, unit="đề án", value=Decimal(55), indicator="đề án hỗ trợ máy móc", indicator_name="đề án", text="55 đề án"
)


def hits(*figures: Figure, score: float = 0.86) -> list[FigureHit]:
    return [FigureHit(f, score) for f in figures]


@pytest.mark.parametrize("asked", ["tiền hỗ trợ máy móc", "kinh phí máy móc thiết bị", "kinh phi may moc"])
def test_money_for_machines_is_found_by_meaning_and_a_count_of_projects_is_not(asked):
    assert [hit.figure.start for hit in match_indicator(asked, hits(figure(0), MACHINES, COUNT))] == [100]


def test_a_counted_noun_asks_for_its_unit():
    assert [hit.figure.start for hit in match_indicator("số đề án", hits(figure(0), MACHINES, COUNT))] == [200]


NATIONAL, LOCAL, SHARE, RISE, CUT = (
    figure(300, indicator="kinh phí", indicator_name="kinh phí khuyến công quốc gia"),
    figure(310, indicator="kinh phí", indicator_name="kinh phí khuyến công địa phương"),
    figure(320, unit="%", indicator="kinh phí", indicator_name="tỷ trọng kinh phí khuyến công quốc gia", text="41%"),
    figure(330, unit="%", indicator="kinh phí", indicator_name="mức tăng kinh phí khuyến công", text="8%"),
    figure(340, unit="%", indicator="kinh phí khuyến công", indicator_name="mức giảm kinh phí", text="cắt giảm 50%"),
)
UNITS = figure(350, unit="đơn vị hành chính", indicator="đơn vị hành chính", indicator_name="đơn vị hành chính")


@pytest.mark.parametrize(
    ("asked", "starts"),
    [
        ("kinh phí khuyến công địa phương", [310]),
        ("ngân sách tỉnh cho khuyến công", [310]),
        ("kinh phí khuyến công quốc gia", [300]),
        ("tỷ trọng khuyến công quốc gia", [320]),
        ("mức tăng kinh phí khuyến công", [330]),
        ("kinh phí khuyến công quốc gia 6 tháng năm 2024", [300]),
        ("số đơn vị", [350]),
    ],
)
def test_the_fund_the_kind_of_share_and_the_thing_counted_decide(asked, starts):
    found = match_indicator(asked, hits(NATIONAL, LOCAL, SHARE, RISE, UNITS))
    assert [hit.figure.start for hit in found] == starts


def test_money_that_was_cut_is_a_share_too():
    assert 340 in [hit.figure.start for hit in match_indicator("kinh phí bị cắt giảm", hits(NATIONAL, CUT))]


@pytest.mark.parametrize(
    "asked", ["sản lượng lúa", "tỷ lệ thất nghiệp", "doanh thu du lịch", "chi phí quảng cáo", "gia xang"]
)
def test_an_indicator_that_is_nowhere_is_not_answered_with_the_nearest(asked):
    assert match_indicator(asked, hits(figure(0), MACHINES, COUNT, score=0.89)) == []


def test_nothing_fitting_is_said_with_the_nearest_indicators():
    table = look_up(FakeStore(figure(0), MACHINES), FigureFilter(indicator="sản lượng lúa"))
    assert (table.rows, table.notices) == (
        (),
        (
            "Không có chỉ tiêu phù hợp với “sản lượng lúa”. Các chỉ tiêu gần nhất: kinh phí khuyến công; "
            "kinh phí hỗ trợ ứng dụng máy móc thiết bị.",
        ),
    )


def test_csv_opens_in_a_spreadsheet_with_its_sources_and_no_formula(tmp_path):
    path = tmp_path / "so-lieu.csv"
    item = figure(0, sentence="- Kinh phí là 170,8 tỷ đồng.")
    write_csv(path, [item], {"bai": SOURCE}, locator_of(FakeStore()))
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    header, row = csv.reader(path.read_text(encoding="utf-8-sig").splitlines())
    told = dict(zip(header, row, strict=True))
    assert header == [name for name, _ in COLUMNS]
    assert {
        name: told[name] for name in ("Giá trị", "Đơn vị", "Nguồn", "Cơ quan đăng", "Ngày đăng", "Vị trí", "Trích dẫn")
    } == {
        "Giá trị": "170800000000",
        "Đơn vị": "đồng",
        "Nguồn": "Khuyến công miền Bắc",
        "Cơ quan đăng": "Báo Công Thương",
        "Ngày đăng": "2024-05-20",
        "Vị trí": "đoạn 1",
        "Trích dẫn": "'- Kinh phí là 170,8 tỷ đồng.",
    }


def test_a_number_of_a_table_is_written_with_its_unit(tmp_path):
    cell = figure(0, text="1.125", value=Decimal("1125000000"), unit_words="triệu đồng")
    path = tmp_path / "so-lieu.csv"
    write_csv(path, [cell], {"bai": SOURCE})
    _, row = csv.reader(path.read_text(encoding="utf-8-sig").splitlines())
    assert "1.125 triệu đồng" in row
    assert describe(cell).startswith("kinh phí khuyến công: 1.125 triệu đồng (")


def test_xlsx_keeps_numbers_as_numbers_and_text_as_text(tmp_path):
    path = tmp_path / "so-lieu.xlsx"
    share = figure(10, unit="%", value=Decimal("8.5"), text="8,5%", sentence='=HYPERLINK("x")\x07')
    write_xlsx(path, [figure(0), share], {"bai": SOURCE})
    sheet = load_workbook(path).active
    assert [sheet.cell(row, 2).value for row in (2, 3)] == [170800000000, 8.5]
    quote = sheet.cell(3, 1 + [name for name, _ in COLUMNS].index("Trích dẫn"))
    assert (quote.value, quote.data_type) == ('=HYPERLINK("x")', "s")
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:U3")


def test_a_folder_that_is_not_there_is_a_clear_failure(tmp_path):
    for write in (write_csv, write_xlsx):
        with pytest.raises(ReadFailure, match="Không ghi được tệp"):
            write(tmp_path / "no" / "x.xlsx", [figure(0)], {})


def test_a_mismatch_is_shown_beside_its_figure():
    wrong = Check("total", False, "13 + 3 + 1 + 3 = 20, bài viết ghi 21 đề án", "0", ())
    text = describe(replace(figure(0), checks=(wrong,)))
    assert text == (
        "kinh phí khuyến công: 170,8 tỷ đồng (phía Bắc; năm 2024; kế hoạch) [bai:0-40] "
        "! KHÔNG KHỚP: 13 + 3 + 1 + 3 = 20, bài viết ghi 21 đề án"
    )


def test_the_command_prints_one_json_object_a_line_and_notices_on_stderr(monkeypatch, capsys):
    import argparse

    store = FakeStore(figure(0, "Hải Dương", 2018), figure(10, "Hải Phòng"))
    monkeypatch.setattr(figures_module, "open_index", lambda settings: store)
    parser = argparse.ArgumentParser()
    add_command(parser.add_subparsers())
    arguments = parser.parse_args(["figures", "--place", "hai phong", "--json"])
    assert arguments.func(arguments) == 0
    printed = capsys.readouterr()
    rows = [json.loads(line) for line in printed.out.splitlines()]
    assert [(row["value"], row["place"], row["relation"]) for row in rows] == [
        ("170800000000", {"name": "Hải Phòng", "level": "province", "code": "31"}, "same"),
        ("170800000000", {"name": "Hải Dương", "level": "province", "code": "30"}, "former"),
    ]
    assert printed.err.startswith("Từ ngày 01/7/2025, Hải Phòng gồm")


def test_a_figure_of_no_known_place_is_no_part_of_any():
    store = FakeStore(figure(0, place="phía Bắc"), replace(figure(10), place=Place("Cơ sở X", "unknown")))
    assert [f.start for f in look_up(store, FigureFilter(place="phía Bắc")).figures] == [0]
