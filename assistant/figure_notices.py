"""What a reader should know beside the figures of a look-up, or in place of them, in Vietnamese.

What became of a place, which parts of a region have figures of their own, why nothing was found and
what there is. It looks up only what it tells.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Protocol

from assistant.records import BadRequest
from documents.places import COUNTRY, place_table
from documents.records import Place, Source
from index.figure_selection import FigureSelection
from index.records import FigureFilter, FigureHit, Passage

SHOWN = 12
LOOKED_AT = 200  # figures up to which each one's period is looked at


class FigureStore(Protocol):
    """What a look-up needs of the index."""

    def look_up(self, wanted: FigureFilter) -> list[FigureHit]: ...
    def select(self, wanted: FigureFilter) -> FigureSelection: ...
    def select_ids(self, ids: Sequence[str]) -> FigureSelection: ...
    def sources(self) -> list[Source]: ...
    def passages(self, document_id: str) -> list[Passage]: ...


def place_notices(place: Place, former: Collection[str] = (), any_rows: bool = False) -> list[str]:
    """What became of the place on 1 July 2025; ``former`` are its former parts that have rows."""
    table = place_table()
    if place.level != "province":
        return []
    if table.was_merged(place):
        names = ", ".join(part.name for part in table.predecessors(place))
        apart = (
            f" Số liệu của {', '.join(sorted(former))} được nêu riêng theo tên cũ, không cộng gộp." if former else ""
        )
        return [f"Từ ngày 01/7/2025, {place.name} gồm địa bàn các tỉnh, thành phố cũ: {names}.{apart}"]
    successor = table.successor(place)
    if successor and successor.name != place.name and place.code != successor.code:
        under = "; số liệu dưới đây theo tên cũ" if any_rows else ""
        return [f"Từ ngày 01/7/2025, {place.name} hợp nhất vào {successor.name}{under}."]
    return []


def parts_notices(index: FigureStore, wanted: FigureFilter, place: Place) -> list[str]:
    """How many figures the parts of a region have, to be listed with ``--parts``."""
    if place == COUNTRY:
        return []
    counts: dict[str, int] = {}
    for other, count in index.select(replace(wanted, within=True)).places().items():
        if other and other != place:
            counts[other.name] = counts.get(other.name, 0) + count
    if not counts:
        return []
    listed = ", ".join(f"{name} ({count})" for name, count in counts.items())
    return [f"Các địa phương thuộc {place.name} có số liệu riêng, xem bằng --parts: {listed}."]


def year_notices(wanted: FigureFilter, found: FigureSelection) -> list[str]:
    """That no figure is of the year itself, where every one found is of a longer stretch that holds it."""
    if wanted.year is None or len(found) > LOOKED_AT:
        return []
    periods = [figure.period for figure in found if figure.period is not None]
    if any(period.start[:4] == period.end[:4] for period in periods):
        return []
    labels = ", ".join(dict.fromkeys(period.label.removeprefix("trong ") for period in periods))
    return [f"Không có số liệu riêng của năm {wanted.year}; số liệu dưới đây là của: {labels}."] if labels else []


def explain_nothing(index: FigureStore, wanted: FigureFilter, place: Place | None) -> tuple[str, ...]:
    """Why nothing was found; BadRequest with the years there are when it is the year's fault."""
    bare = replace(wanted, indicator="", unit="", status="")
    if wanted.year is not None:
        years = index.select(replace(bare, year=None)).years()
        if years and wanted.year not in years:
            where = f" của {place.name}" if place else ""
            raise BadRequest(
                f"Không có số liệu{where} năm {wanted.year}. Các năm có số liệu: {', '.join(map(str, years))}."
            )
    units = list(index.select(bare).units()) if (wanted.unit or wanted.status) else []
    if units:
        return (f"Không có số liệu thỏa mọi điều kiện. Các đơn vị tính có: {', '.join(units[:SHOWN])}.",)
    if place and place_notices(place):
        return (f"Không có số liệu của {place.name}. " + " ".join(place_notices(place)),)
    return (f"Không có số liệu{f' của {place.name}' if place else ''} trong các tài liệu.",)


def no_indicator(asked: str, near: Sequence[FigureHit]) -> str:
    """That no figure is about the indicator asked for, with the nearest there are."""
    names = list(dict.fromkeys(hit.figure.indicator_name or hit.figure.indicator for hit in near[:SHOWN]))
    offered = "; ".join(name for name in names[:5] if name)
    return f"Không có chỉ tiêu phù hợp với “{asked}”. Các chỉ tiêu gần nhất: {offered}."
