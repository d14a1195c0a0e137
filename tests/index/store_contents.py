"""What a store holds, in a form that two stores can be compared by."""

from pathlib import Path

import numpy as np

from index.catalog import Catalog
from index.chroma_store import NAMES, ChromaStore
from index.figure_columns import FOLDER, read_columns
from index.lexical import LexicalIndex
from index.settings import IndexSettings
from index.stamp import read_stamp


def contents(store: Path) -> dict[str, object]:
    """Everything a reader of the store could see."""
    catalog = Catalog(store)
    chroma = ChromaStore(IndexSettings(store=store))
    stamp = read_stamp(store)
    held: dict[str, object] = {
        "sources": catalog.sources(),
        "documents": catalog.documents(),
        "passages": list(catalog.passages()),
        "figures": list(catalog.figures()),
        "texts": {id: catalog.document(id) for id in catalog.documents()},
        "sections": {id: catalog.sections(id) for id in catalog.documents()},
        "words": LexicalIndex(store / "lexical").ids,
        "stamp": stamp,
    }
    if stamp:
        columns = read_columns(store / FOLDER, stamp.contents)
        held["columns"] = (columns.rows.tolist(), columns.documents, columns.units, columns.places)
    for name in NAMES:
        entries = dict(chroma.entries(name))
        vectors = chroma.vectors(name, list(entries)) if entries else {}
        held[f"{name} in Chroma"] = entries
        held[f"{name} vectors"] = {id: tuple(np.round(vector, 5)) for id, vector in vectors.items()}
    chroma.close()
    catalog.close()
    return held
