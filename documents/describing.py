"""What a document says of itself, gathered to a manifest row.

It weighs what the file's head, the law's own words and the page state; it invents nothing
and overrides no field that the manifest or the reader has filled.
"""

import dataclasses
from typing import Any

from documents.cleaning import Cleaned
from documents.loaded import Loaded
from documents.manifest import facts_from_meta, fill_source
from documents.records import Source
from documents.validity_reading import read_validity


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
    filled = fill_source(dataclasses.replace(source, title=""), {**page, **facts})
    return dataclasses.replace(filled, title=filled.title or source.title)
