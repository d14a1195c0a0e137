"""The look-up of figures for the command line and the screen: what was asked is made sense of first.

A place is resolved (a merged province brings its former parts under their old names, a region
answers for itself), an indicator is found by meaning and by words, and where nothing fits the
reader is told what there is. Nothing is ever added up here.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.figure_files import STATUS_WORDS, describe_checks, write_csv, write_xlsx
from assistant.figure_matching import match_indicator
from assistant.figure_notices import (
    SHOWN,
    FigureStore,
    explain_nothing,
    no_indicator,
    parts_notices,
    place_notices,
    year_notices,
)
from assistant.records import BadRequest
from assistant.serialising import figure_to_json
from assistant.settings_command import add_settings_options, settings_of
from documents.given_text import given_text
from documents.places import place_table
from documents.records import Figure, Place
from documents.units import read_unit
from documents.validity import superseded_digests
from index.figure_selection import FigureSelection, none
from index.records import FigureFilter
from index.retrieve import open_index

__all__ = ["FigureTable", "add_command", "look_up", "write_csv", "write_xlsx"]

STATUSES = {
    "plan": "plan", "kế hoạch": "plan", "ke hoach": "plan", "dự kiến": "plan",
    "actual": "actual", "thực hiện": "actual", "thuc hien": "actual", "kết quả": "actual",
    "estimate": "estimate", "ước": "estimate", "uoc": "estimate", "ước thực hiện": "estimate",
    "unknown": "unknown", "không rõ": "unknown",
}  # fmt: skip
_RANKS = {"same": 0, "former": 1, "inside": 2}
_NEAREST = 3


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
    """The figures of a look-up, the asked place's own first, and what the reader should know, in Vietnamese.

    ``found`` is counted, sorted and read a page at a time; ``relations`` says how each of its places
    stands to the one asked for. ``rows`` and ``figures`` read them all.
    """

    found: FigureSelection = field(default_factory=none)
    notices: tuple[str, ...] = ()
    relations: Mapping[Place | None, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[FigureRow]:
        return (FigureRow(figure, self.relations[figure.place]) for figure in self.found)

    @property
    def rows(self) -> tuple[FigureRow, ...]:
        return tuple(self)

    @property
    def figures(self) -> list[Figure]:
        return list(self.found)


def look_up(index: FigureStore, asked: FigureFilter, parts: bool = False) -> FigureTable:
    """The figures asked for; BadRequest for what is unknown, with the nearest that is there.

    ``parts`` lists the provinces of a region or the country apart, behind its own figures.
    An indicator that nothing fits gives no rows and a notice, not the nearest anyhow.
    """
    place = _resolve_place(asked.place)
    wanted = replace(
        asked,
        place=place.name if place else "",
        unit=_resolve_unit(index, asked.unit),
        status=_resolve_status(asked.status),
        document=_resolve_document(index, asked.document),
        limit=0,
        within=bool(place and (parts or place.level == "province")),
    )
    aside = superseded_digests(index.sources()) if not wanted.document else frozenset()
    if wanted.indicator.strip():
        near = index.look_up(wanted)
        hits = [hit for hit in near if hit.figure.document not in aside]
        matched = match_indicator(wanted.indicator, hits)
        if hits and not matched:
            return FigureTable(notices=(no_indicator(wanted.indicator, near),))
        found = index.select_ids([hit.figure.id for hit in matched])
    else:
        found = index.select(wanted).without(aside)
    if not found:
        return FigureTable(notices=explain_nothing(index, wanted, place))
    notices: list[str] = []
    relations = {other: _relation(place, other) for other in found.places()}
    if place:
        found = found.group(lambda other: _RANKS[relations[other]])
        former = {other.name for other, relation in relations.items() if other and relation == "former"}
        notices += place_notices(place, former, any_rows=True)
        if not parts and place.level in ("region", "country"):
            notices += parts_notices(index, wanted, place)
    notices += year_notices(wanted, found)
    return FigureTable(found.head(asked.limit) if asked.limit else found, tuple(notices), relations)


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


def _resolve_unit(index: FigureStore, unit: str) -> str:
    """The base unit of a unit as the reader writes it: ``tỷ đồng`` is đồng, ``phần trăm`` is %.

    One that figures have is not read: the first noun that is read loads a tagger, which takes a second.
    """
    printed = unit.strip()
    if printed and index.select(FigureFilter(unit=printed, limit=1)):
        return printed
    read = read_unit(f"1 {printed}", 1) if printed else None
    return read.unit if read and read.end == len(printed) + 2 else printed


def _resolve_document(index: FigureStore, id: str) -> str:
    if not id.strip():
        return ""
    ids = [source.id for source in index.sources()]
    if id not in ids:
        raise BadRequest(f"Không có tài liệu “{id}”. Các tài liệu có: {', '.join(ids[:SHOWN])}.")
    return id


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


def locator_of(index: FigureStore) -> Callable[[Figure], str]:
    """A function that tells where in its document a figure stands (``đoạn 7``); documents are read once."""
    spans: dict[str, list[tuple[int, int, str]]] = {}

    def locate(figure: Figure) -> str:
        if figure.document not in spans:
            spans[figure.document] = [(p.start, p.end, p.locator) for p in index.passages(figure.document)]
        return next((locator for start, end, locator in spans[figure.document] if start <= figure.start < end), "")

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
        write_csv(arguments.csv, table.found, sources, locator_of(index))
    if arguments.xlsx:
        write_xlsx(arguments.xlsx, table.found, sources, locator_of(index))
    if arguments.json:
        for row in table:
            print(json.dumps({**figure_to_json(row.figure), "relation": row.relation}, ensure_ascii=False))
    elif not arguments.csv and not arguments.xlsx:
        for figure in table.found:
            print(describe(figure))
    return 0


def describe(figure: Figure) -> str:
    """A figure in one line for a terminal."""
    facts = [figure.place.name if figure.place else "", figure.period.label if figure.period else ""]
    facts += [STATUS_WORDS[figure.status].lower(), figure.comparison]
    line = f"{figure.called}: {figure.printed}"
    told = "; ".join(fact for fact in facts if fact)
    line = f"{line} ({told}) [{figure.document}:{figure.sentence_start}-{figure.sentence_end}]"
    checks = describe_checks([check for check in figure.checks if not check.agrees])
    return f"{line} ! {checks}" if checks else line
