"""Documents written in a test, and an index over them in memory: search by shared words, no model."""

from collections.abc import Sequence

import numpy as np

from assistant.evidence import Library, View
from assistant.wording import fold, spread
from documents.figures import extract_figures
from documents.records import Block, Document, Figure, Section, Source
from documents.structure import read_structure
from index.records import FigureFilter, FigureHit, Hit, Passage, SearchFilter
from tests.fakes import FakeEmbedder

NEAREST = 0.78  # the real model's cosine of texts that have nothing to do with each other


def written(text: str, id: str = "bai", **row: str) -> Document:
    """A document of the text, each line a paragraph, with fields of its manifest row."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", at, at + len(line)))
        at += len(line) + 1
    source = Source(id, f"{id}.txt", **{"title": "Bài viết", **row})  # type: ignore[arg-type]
    return Document(source, text, tuple(blocks))


def view_of(text: str, **row: str) -> View:
    """A view of a document of the text."""
    document = written(text, **row)
    return View(document, read_structure(document))


def figures_of(text: str, **row: str) -> list[Figure]:
    """The figures that are read from a document of the text."""
    return extract_figures(written(text, **row))


class SmallIndex:
    """What the assistant asks of an index, over a few documents."""

    def __init__(self, *documents: Document) -> None:
        self.held = {document.id: document for document in documents}
        self.parts = {id: read_structure(document) for id, document in self.held.items()}
        self.table = {id: extract_figures(document, self.parts[id]) for id, document in self.held.items()}
        self.embedder = FakeEmbedder()
        self.stamp = "one build"

    @property
    def passage_count(self) -> int:
        return sum(len(sections) for sections in self.parts.values())

    def library(self) -> Library:
        return Library(self)  # type: ignore[arg-type]

    def sources(self) -> list[Source]:
        return [document.source for document in self.held.values()]

    def document(self, id: str) -> Document:
        return self.held[id]

    def sections(self, document_id: str) -> list[Section]:
        return self.parts[document_id]

    def figures(self, document_id: str) -> list[Figure]:
        return self.table[document_id]

    def look_up(self, wanted: FigureFilter) -> list[FigureHit]:
        words = set(spread(wanted.indicator).split())
        rows = [
            FigureHit(figure, 0.8 + 0.2 * len(words & set(spread(figure.sentence).split())) / max(1, len(words)))
            for figures in self.table.values()
            for figure in figures
            if not wanted.place or (figure.place is not None and figure.place.name == wanted.place)
            if not wanted.document or figure.document == wanted.document
        ]
        rows.sort(key=lambda row: -row.score)
        return rows[: wanted.limit or len(rows)]

    def search(self, query: str, k: int = 10, where: SearchFilter | None = None, mode: str = "fused") -> list[Hit]:
        words = set(spread(query).split())
        hits = []
        for id, document in self.held.items():
            if where is not None and where.documents and id not in where.documents:
                continue
            passage = Passage(f"{id}:0-{len(document.text)}", id, "", 0, len(document.text), document.text)
            share = len(words & set(spread(document.text).split())) / max(1, len(words))
            hits.append(Hit(passage, share, NEAREST + (1 - NEAREST) * share, share, share))
        return sorted(hits, key=lambda hit: -hit.score)[:k]

    def document_frequency(self, word: str) -> int:
        texts = [spread(document.text) for document in self.held.values()]
        return sum(f" {word} " in text or f" {fold(word)} " in fold(text) for text in texts)

    def embed_query(self, text: str) -> np.ndarray:
        return _near(self.embedder.queries([text])[0])

    def embed_ahead(self, texts: Sequence[str]) -> None:
        pass

    def embed_texts(self, texts: Sequence[str]) -> np.ndarray:
        return np.vstack([_near(vector) for vector in self.embedder.passages(texts)])

    def mend(self, query: str) -> str:
        return query


def _near(vector: np.ndarray) -> np.ndarray:
    """A fake vector moved so that unrelated texts are as alike (cosine) as the real model makes them."""
    return np.concatenate([[np.sqrt(NEAREST)], np.sqrt(1 - NEAREST) * vector]).astype(np.float32)
