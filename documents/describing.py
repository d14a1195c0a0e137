"""What a document says of itself, gathered to a manifest row.

It weighs what the file's head, the law's own words and the page state; it invents nothing
and overrides no field that the manifest or the reader has filled.
"""

import dataclasses
import re
from typing import Any

from documents.cleaning import Cleaned
from documents.loaded import Loaded
from documents.manifest import facts_from_meta, fill_source
from documents.places import find_places, place_table
from documents.records import Source
from documents.validity_reading import read_validity

_WIDE = ("province", "region")


def describe(source: Source, loaded: Loaded, cleaned: Cleaned) -> Source:
    """The source with its empty fields filled; the title falls back on the one it came with.

    Of an official text the page around it gives neither date nor author: those are the
    website's. Of an article the laws it mentions give it no number.
    """
    facts: dict[str, Any] = facts_from_meta(loaded.meta)
    page = {key: value for key, value in dataclasses.asdict(cleaned.facts).items() if value}
    if cleaned.is_official:
        page = {key: value for key, value in page.items() if key not in {"date", "author"}}
        facts = {**read_validity(cleaned.text), **facts}
    elif cleaned.is_page:
        page["kind"] = "article"
    if not (cleaned.is_official or source.region):
        facts.setdefault("region", _region_of_name(source.id, cleaned.text))
    filled = fill_source(dataclasses.replace(source, title=""), {**page, **facts})
    return dataclasses.replace(filled, title=filled.title or source.title)


def _region_of_name(id: str, text: str) -> str:
    """The place that a file's name tells of a text that names none: "quang-nam-2014" is of Quảng Nam.

    Only a single province or region of the programme counts, and only where no province stands in the text.
    """
    if any(place.level in _WIDE for place, _, _ in find_places(text)):
        return ""
    words = [word for word in re.split(r"[\W_]+", id) if word]
    named: list[str] = []
    at = 0
    while at < len(words):
        sizes = range(min(4, len(words) - at), 1, -1)  # a word alone is none: the "nam" of "5-nam" is a year
        tried = [(size, place_table().lookup(" ".join(words[at : at + size]))) for size in sizes]
        size, place = next(((n, p) for n, p in tried if p is not None and p.level in _WIDE), (1, None))
        named += [place.name] if place is not None else []
        at += size
    return named[0] if len(set(named)) == 1 else ""
