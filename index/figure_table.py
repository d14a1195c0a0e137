"""The figure table: figures as Chroma entries, with the metadata that look-ups filter by.

It searches nothing, knows no question and judges no figure.
"""

from typing import Any

from llama_index.core.schema import NodeRelationship, RelatedNodeInfo, TextNode

from documents.places import place_table
from documents.records import Figure, Place
from index.records import FigureFilter

MOST_YEARS = 60


def figure_text(figure: Figure) -> str:
    """What is embedded of a figure: the indicator's normalised name, then its sentence."""
    return f"{figure.indicator_name or figure.indicator}. {figure.sentence}"


def as_node(figure: Figure) -> TextNode:
    """The figure as LlamaIndex's node, with the metadata that look-ups filter by."""
    metadata = {
        "unit": figure.unit,
        "status": figure.status,
        **{year_key(year): True for year in years_of(figure)},
        **place_facts(figure.place),
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


def place_facts(place: Place | None) -> dict[str, str]:
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
