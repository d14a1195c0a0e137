"""The look-up of figures for the command line and the screen: what was asked is made sense of first.

A place is resolved (a merged province brings its former parts under their old names, a region
answers for itself), an indicator is found by meaning and by words, and where nothing fits the
reader is told what there is. Nothing is ever added up here.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from assistant.figure_files import STATUS_WORDS, describe_checks, write_csv, write_xlsx
from assistant.figure_matching import match_indicator
from assistant.records import BadRequest
from assistant.serialising import figure_to_json
from assistant.settings_command import add_settings_options, settings_of
from documents.given_text import given_text
from documents.places import COUNTRY, place_table
from documents.records import Figure, Place, Source
from documents.units import read_unit
from documents.validity import superseded_digests
from index.records import FigureFilter, FigureHit, Passage
from index.retrieve import open_index

__all__ = ["FigureTable", "add_command", "look_up", "write_csv", "write_xlsx"]

STATUSES = {
    "plan": "plan", "kế hoạch": "plan", "ke hoach": "plan", "dự kiến": "plan",
    "actual": "actual", "thực hiện": "actual", "thuc hien": "actual", "kết quả": "actual",
    "estimate": "estimate", "ước": "estimate", "uoc": "estimate", "ước thực hiện": "estimate",
    "unknown": "unknown", "không rõ": "unknown",
}  # fmt: skip
_NEAREST = 3
_SHOWN = 12


class FigureStore(Protocol):
    """What a look-up needs of the index."""

    def look_up(self, filter: FigureFilter) -> list[FigureHit]: ...
    def sources(self) -> list[Source]: ...
    def passages(self, document_id: str) -> list[Passage]: ...


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure found; ``relation`` says how its place stands to the one asked for.

    ``same``, ``former`` (a province merged into the one asked for) or ``inside`` (a district, or a
    province of the region).
    """

    figure: Figure
    relation: str = "same"


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The rows of a look-up, the asked place's own first, and what the reader should know, in Vietnamese."""

    rows: tuple[FigureRow, ...]
    notices: tuple[str, ...] = ()

    @property
    def figures(self) -> list[Figure]:
        return [row.figure for row in self.rows]


def look_up(index: FigureStore, asked: FigureFilter, parts: bool = False) -> FigureTable:
    """The figures asked for; BadRequest for what is unknown, with the nearest that is there.

    ``parts`` lists the provinces of a region or the country apart, behind its own figures.
    An indicator that nothing fits gives no rows and a notice, not the nearest anyhow.
    """
    place = _resolve_place(asked.place)
    wanted = replace(
        asked,
        place=place.name if place else "",
        unit=_resolve_unit(asked.unit),
        status=_resolve_status(asked.status),
        document=_resolve_document(index, asked.document),
        limit=0,
        within=bool(place and (parts or place.level == "province")),
    )
    aside = superseded_digests(index.sources()) if not wanted.document else frozenset()
    hits = [hit for hit in index.look_up(wanted) if hit.figure.document not in aside]
    if not hits:
        return FigureTable((), _explain_nothing(index, wanted, place))
    notices: list[str] = []
    if wanted.indicator:
        hits = match_indicator(wanted.indicator, hits)
        if not hits:
            return FigureTable((), (_no_indicator(index, wanted),))
    rows = _rows([hit.figure for hit in hits], place)
    if place:
        notices += _place_notices(place, rows)
        if not parts and place.level in ("region", "country"):
            notices += _parts_notices(index, wanted, place, rows)
    return FigureTable(tuple(rows[: asked.limit] if asked.limit else rows), tuple(notices))


def _resolve_place(name: str) -> Place | None:
    if not name.strip():
        return None
    place = place_table().lookup(name)
    if place is None:
        near = "; ".join(place_table().nearest(name, _NEAREST))
        raise BadRequest(f"Không có địa danh “{name}”. Có phải ý bạn là: {near}?")
    return place


def _resolve_status(status: str) -> str:
    if not status.strip():
        return ""
    known = STATUSES.get(status.strip().casefold())
    if known is None:
        raise BadRequest(
            f"Không có tình trạng “{status}”. Chọn một trong: plan (kế hoạch), actual (thực hiện), estimate (ước)."
        )
    return known


def _resolve_unit(unit: str) -> str:
    """The base unit of a unit as the reader writes it: ``tỷ đồng`` is đồng, ``phần trăm`` is %."""
    printed = unit.strip()
    read = read_unit(f"1 {printed}", 1) if printed else None
    return read.unit if read and read.end == len(printed) + 2 else printed


def _resolve_document(index: FigureStore, id: str) -> str:
    if not id.strip():
        return ""
    ids = [source.id for source in index.sources()]
    if id not in ids:
        raise BadRequest(f"Không có tài liệu “{id}”. Các tài liệu có: {', '.join(ids[:_SHOWN])}.")
    return id


def _rows(figures: Sequence[Figure], place: Place | None) -> list[FigureRow]:
    """The figures in their order, those of the place itself first, then its former parts, then those inside."""
    ranks = {"same": 0, "former": 1, "inside": 2}
    rows = [FigureRow(figure, _relation(place, figure.place)) for figure in figures]
    return sorted(rows, key=lambda row: ranks[row.relation])


def _relation(asked: Place | None, found: Place | None) -> str:
    if asked is None or found is None or (asked.code, asked.level) == (found.code, found.level):
        return "same"
    if found.level == "province" and asked.level == "province":
        return "former"
    table = place_table()
    province = table.province_of(found)
    inside = found.level in ("district", "commune") and province is not None
    if asked.level == "province" and inside and province != asked:
        return "former"
    return "inside"


def _place_notices(place: Place, rows: Sequence[FigureRow]) -> list[str]:
    table = place_table()
    if place.level != "province":
        return []
    if table.was_merged(place):
        names = ", ".join(part.name for part in table.predecessors(place))
        former = sorted({row.figure.place.name for row in rows if row.relation == "former" and row.figure.place})
        apart = f" Số liệu của {', '.join(former)} được nêu riêng theo tên cũ, không cộng gộp." if former else ""
        return [f"Từ ngày 01/7/2025, {place.name} gồm địa bàn các tỉnh, thành phố cũ: {names}.{apart}"]
    successor = table.successor(place)
    if successor and successor.name != place.name and place.code != successor.code:
        under = "; số liệu dưới đây theo tên cũ" if rows else ""
        return [f"Từ ngày 01/7/2025, {place.name} hợp nhất vào {successor.name}{under}."]
    return []


def _parts_notices(index: FigureStore, wanted: FigureFilter, place: Place, rows: Sequence[FigureRow]) -> list[str]:
    """How many figures the parts of a region have, to be listed with ``--parts``."""
    inside = index.look_up(replace(wanted, within=True, indicator=""))
    names = [hit.figure.place.name for hit in inside if hit.figure.place and hit.figure.place != place]
    if not names or place == COUNTRY:
        return []
    counts = {name: names.count(name) for name in dict.fromkeys(names)}
    listed = ", ".join(f"{name} ({count})" for name, count in counts.items())
    return [f"Các địa phương thuộc {place.name} có số liệu riêng, xem bằng --parts: {listed}."]


def _explain_nothing(index: FigureStore, wanted: FigureFilter, place: Place | None) -> tuple[str, ...]:
    """Why nothing was found; BadRequest with the years there are when it is the year's fault."""
    bare = replace(wanted, indicator="", unit="", status="")
    if wanted.year is not None:
        years = _years(hit.figure for hit in index.look_up(replace(bare, year=None)))
        if years and wanted.year not in years:
            where = f" của {place.name}" if place else ""
            raise BadRequest(
                f"Không có số liệu{where} năm {wanted.year}. Các năm có số liệu: {', '.join(map(str, years))}."
            )
    found = index.look_up(bare) if (wanted.unit or wanted.status) else []
    if found:
        units = list(dict.fromkeys(hit.figure.unit for hit in found))
        return (f"Không có số liệu thỏa mọi điều kiện. Các đơn vị tính có: {', '.join(units[:_SHOWN])}.",)
    if place and _place_notices(place, ()):
        return (f"Không có số liệu của {place.name}. " + " ".join(_place_notices(place, ())),)
    return (f"Không có số liệu{f' của {place.name}' if place else ''} trong các tài liệu.",)


def _years(figures: Iterable[Figure]) -> list[int]:
    """Every year that a figure's period touches, in order."""
    years: set[int] = set()
    for figure in figures:
        if figure.period:
            years.update(range(int(figure.period.start[:4]), int(figure.period.end[:4]) + 1))
    return sorted(years)


def _no_indicator(index: FigureStore, wanted: FigureFilter) -> str:
    near = index.look_up(replace(wanted, limit=_SHOWN))
    names = list(dict.fromkeys(hit.figure.indicator_name or hit.figure.indicator for hit in near))
    offered = "; ".join(name for name in names[:5] if name)
    return f"Không có chỉ tiêu phù hợp với “{wanted.indicator}”. Các chỉ tiêu gần nhất: {offered}."


def locator_of(index: FigureStore) -> Callable[[Figure], str]:
    """A function that tells where in its document a figure stands (``đoạn 7``); documents are read once."""
    passages: dict[str, list[Passage]] = {}

    def locate(figure: Figure) -> str:
        known = passages.setdefault(figure.document, index.passages(figure.document))
        return next((p.locator for p in known if p.start <= figure.start < p.end), "")

    return locate


def _year(text: str) -> int:
    """A year as typed; ArgumentTypeError for what is none."""
    if not re.fullmatch(r"\d{4}", text.strip()):
        raise argparse.ArgumentTypeError(f"“{text}” không phải là năm, cần bốn chữ số như 2024")
    return int(text)


def add_command(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Registers ``figures`` with ``func(arguments) -> exit code``."""
    parser = subparsers.add_parser("figures", help="tra cứu số liệu theo địa danh, năm, chỉ tiêu")
    parser.add_argument("--place", type=given_text, default="", help="địa danh hoặc mã")
    parser.add_argument("--year", type=_year, help="năm")
    parser.add_argument("--indicator", type=given_text, default="", help="chỉ tiêu, tìm theo nghĩa")
    parser.add_argument("--unit", type=given_text, default="", help="đơn vị tính")
    parser.add_argument("--status", type=given_text, default="", help="plan, actual hoặc estimate")
    parser.add_argument("--document", type=given_text, default="", help="mã tài liệu")
    parser.add_argument("--parts", action="store_true", help="nêu riêng cả các tỉnh của vùng")
    parser.add_argument("--csv", type=Path, help="ghi ra tệp CSV")
    parser.add_argument("--xlsx", type=Path, help="ghi ra tệp XLSX")
    parser.add_argument("--json", action="store_true", help="in mỗi số liệu một dòng JSON")
    add_settings_options(parser, {"index"})
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    """Prints or writes the figures asked for; notices go to stderr, so that ``--json`` stays JSON."""
    index = open_index(settings_of(arguments).index)
    asked = FigureFilter(
        place=arguments.place,
        year=arguments.year,
        indicator=arguments.indicator,
        unit=arguments.unit,
        status=arguments.status,
        document=arguments.document,
    )
    table = look_up(index, asked, arguments.parts)
    for notice in table.notices:
        print(notice, file=sys.stderr)
    sources = {source.id: source for source in index.sources()}
    if arguments.csv:
        write_csv(arguments.csv, table.figures, sources, locator_of(index))
    if arguments.xlsx:
        write_xlsx(arguments.xlsx, table.figures, sources, locator_of(index))
    if arguments.json:
        for row in table.rows:
            print(json.dumps({**figure_to_json(row.figure), "relation": row.relation}, ensure_ascii=False))
    elif not arguments.csv and not arguments.xlsx:
        for row in table.rows:
            print(describe(row.figure))
    return 0


def describe(figure: Figure) -> str:
    """A figure in one line for a terminal."""
    facts = [figure.place.name if figure.place else "", figure.period.label if figure.period else ""]
    facts += [STATUS_WORDS[figure.status].lower(), figure.comparison]
    line = f"{figure.indicator_name or figure.indicator}: {figure.text}"
    told = "; ".join(fact for fact in facts if fact)
    line = f"{line} ({told}) [{figure.document}:{figure.sentence_start}-{figure.sentence_end}]"
    checks = describe_checks([check for check in figure.checks if not check.agrees])
    return f"{line} ! {checks}" if checks else line
