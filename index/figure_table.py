"""The figure table: figures as Chroma entries with filterable metadata, and the look-up over them.

A look-up is a filter (place, year, unit, status, document) and, where an indicator is asked for,
a search for the nearest indicators among what the filter lets through. It knows no question and
judges no figure.
"""

from dataclasses import replace
from typing import Any

import numpy as np
from llama_index.core.schema import NodeRelationship, RelatedNodeInfo, TextNode

from documents.places import place_table
from documents.records import Figure, Place
from index.catalog import Catalog
from index.chroma_store import ChromaStore
from index.records import FigureFilter, FigureHit

MOST_YEARS = 60
MOST_NEAREST = 2000
"""Chroma's nearest search is asked for no more than this; a look-up by meaning needs no more."""


def figure_text(figure: Figure) -> str:
    """What is embedded of a figure: the indicator's normalised name, then its sentence."""
    return f"{figure.indicator_name or figure.indicator}. {figure.sentence}"


def as_node(figure: Figure) -> TextNode:
    """The figure as LlamaIndex's node, with the metadata that look-ups filter by."""
    metadata = {
        "unit": figure.unit,
        "status": figure.status,
        **{year_key(year): True for year in years_of(figure)},
        **_place_metadata(figure.place),
    }
    return TextNode(
        id_=figure.id,
        text=figure_text(figure),
        metadata=metadata,
        excluded_embed_metadata_keys=list(metadata),
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=figure.document)},
    )


def year_key(year: int) -> str:
    """The metadata key of a year; one a year, since Chroma finds equal values by index but scans
    for ranges (240 ms against 40 over 100,000 figures)."""
    return f"year_{year}"


def years_of(figure: Figure) -> range:
    """The years that the figure's period touches; none without a period."""
    if figure.period is None:
        return range(0)
    first, last = int(figure.period.start[:4]), int(figure.period.end[:4])
    return range(first, min(last, first + MOST_YEARS) + 1)


def _place_metadata(place: Place | None) -> dict[str, str]:
    """The place and the places that hold it: province, region, country."""
    if place is None:
        return {"place": "", "place_code": "", "place_level": "", "province": "", "region": "", "country": ""}
    table = place_table()
    province = table.province_of(place)
    region = place if place.level == "region" else table.region_of(province or place)
    return {
        "place": place.name,
        "place_code": place.code,
        "place_level": place.level,
        "province": province.name if province else "",
        "region": region.name if region else "",
        "country": "cả nước" if place.level != "unknown" else "",
    }


def places_meant(name_or_code: str) -> list[str]:
    """Names whose figures answer for a place: itself and, for a merged province, its former parts.

    A region or the country stands for itself alone: their parts do not add up to them.
    """
    table = place_table()
    place = table.lookup(name_or_code)
    if place is None:
        return [name_or_code]
    names = [place.name]
    if place.level == "province":
        names += [part.name for part in table.predecessors(place)]
    return list(dict.fromkeys(names))


def where_of(wanted: FigureFilter) -> dict[str, Any] | None:
    """The filter in Chroma's words; None when it lets everything through."""
    parts: list[dict[str, Any]] = []
    if wanted.place:
        parts.append(_where_place(wanted))
    if wanted.year is not None:
        parts.append({year_key(wanted.year): True})
    if wanted.unit:
        parts.append({"unit": wanted.unit})
    if wanted.status:
        parts.append({"status": wanted.status})
    if wanted.document:
        parts.append({"document_id": wanted.document})
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else {"$and": parts}


def _where_place(wanted: FigureFilter) -> dict[str, Any]:
    named = {"$in": places_meant(wanted.place)}
    place = place_table().lookup(wanted.place)
    if not wanted.within or place is None:
        return {"place": named}
    if place.level == "country":
        return {"country": place.name}
    if place.level == "region":
        return {"$or": [{"place": named}, {"region": place.name}]}
    return {"$or": [{"place": named}, {"province": named}]}


def look_up(
    catalog: Catalog, chroma: ChromaStore, wanted: FigureFilter, indicator: np.ndarray | None
) -> list[FigureHit]:
    """Figures that pass the filter: by nearness of the indicator's vector, else in reading order."""
    total = chroma.count("figures")
    if total == 0:
        return []
    if indicator is not None:
        k = min(wanted.limit or MOST_NEAREST, MOST_NEAREST, total)
        near = chroma.nearest("figures", indicator, k, where_of(wanted))
        figures = catalog.figures_by_id([id for id, _ in near])
        return [FigureHit(figures[id], cosine) for id, cosine in near if id in figures]
    return [FigureHit(figure, 1.0) for figure in _in_order(catalog, chroma, wanted)]


def _in_order(catalog: Catalog, chroma: ChromaStore, wanted: FigureFilter) -> list[Figure]:
    """The figures that pass the filter, in reading order.

    One condition narrows and the figure itself tells the rest: Chroma takes 160 ms to join four over
    100,000 figures, and reading some thousand figures takes less.
    """
    order = {id: place for place, id in enumerate(catalog.documents())}
    if wanted.document:
        kept = [figure for figure in catalog.figures(wanted.document) if passes(figure, wanted)]
        kept.sort(key=lambda figure: (figure.start, figure.end))
        return kept[: wanted.limit] if wanted.limit else kept
    first = _narrowest(wanted)
    where = where_of(first)
    ids = chroma.select("figures", where) if where is not None else catalog.ids("figures")
    ordered = sorted(ids, key=lambda id: _reading_order(id, order))
    if first == replace(wanted, indicator="", limit=0) and wanted.limit:
        ordered = ordered[: wanted.limit]
    figures = catalog.figures_by_id(ordered)
    found = [figures[id] for id in ordered if id in figures and passes(figures[id], wanted)]
    return found[: wanted.limit] if wanted.limit else found


def _narrowest(wanted: FigureFilter) -> FigureFilter:
    """The filter with the one condition that lets the fewest through, as a rule: place, year, unit with status."""
    if wanted.place:
        return FigureFilter(place=wanted.place, within=wanted.within)
    if wanted.year is not None:
        return FigureFilter(year=wanted.year)
    return FigureFilter(unit=wanted.unit, status=wanted.status)


def passes(figure: Figure, wanted: FigureFilter) -> bool:
    """Whether a figure passes every condition of the filter that ``where_of`` states, its place apart.

    With a document named, its place is judged here too.
    """
    if wanted.year is not None and wanted.year not in years_of(figure):
        return False
    if (wanted.unit and figure.unit != wanted.unit) or (wanted.status and figure.status != wanted.status):
        return False
    return not (wanted.document and wanted.place) or _lies_in(figure.place, wanted)


def _lies_in(place: Place | None, wanted: FigureFilter) -> bool:
    """What ``_where_place`` asks of Chroma, asked of one place."""
    facts = _place_metadata(place)
    named = places_meant(wanted.place)
    asked = place_table().lookup(wanted.place)
    if facts["place"] in named or not wanted.within or asked is None:
        return facts["place"] in named
    if asked.level == "country":
        return facts["country"] == asked.name
    return facts["region"] == asked.name if asked.level == "region" else facts["province"] in named


def _reading_order(id: str, order: dict[str, int]) -> tuple[int, str, int, int]:
    """Where a figure stands, read off its id (``document:f12-20``)."""
    document, _, span = id.rpartition(":f")
    start, _, end = span.partition("-")
    return order.get(document, len(order)), document, int(start or 0), int(end or 0)
