"""An index over the project's own documents without a store: no embedding, search by shared words."""

from pathlib import Path

import numpy as np

from assistant.wording import fold, spread
from documents.checks import cross_check
from documents.corpus import open_corpus
from documents.figures import extract_figures
from documents.records import Document, Figure, Section, Source
from documents.structure import read_structure
from index.records import Hit, Passage, SearchFilter

DOCUMENTS = Path(__file__).resolve().parents[2] / "documents"


class NoteIndex:
    """What a briefing note asks of an index, over the documents of a folder."""

    def __init__(self, folder: Path = DOCUMENTS) -> None:
        self.documents = {document.id: document for document in open_corpus(folder).stream()}
        self.parts = {id: read_structure(document) for id, document in self.documents.items()}
        figures = [f for id, d in self.documents.items() for f in extract_figures(d, self.parts[id])]
        self.all_figures = cross_check(figures)
        self.stamp = "one build"

    def sources(self) -> list[Source]:
        return [document.source for document in self.documents.values()]

    def document(self, id: str) -> Document:
        return self.documents[id]

    def sections(self, document_id: str) -> list[Section]:
        return self.parts[document_id]

    def figures(self, document_id: str) -> list[Figure]:
        return [figure for figure in self.all_figures if figure.document == document_id]

    def search(self, query: str, k: int = 10, where: SearchFilter | None = None) -> list[Hit]:
        words = set(spread(query).split())
        hits = []
        for id, sections in self.parts.items():
            if where is not None and where.documents and id not in where.documents:
                continue
            for section in sections:
                text = self.documents[id].text[section.start : section.end]
                share = len(words & set(spread(text).split())) / max(1, len(words))
                passage = Passage(f"{id}:{section.start}-{section.end}", id, "", section.start, section.end, text)
                hits.append(Hit(passage, share, 0.0, share, share))
        return sorted(hits, key=lambda hit: (-hit.score, len(hit.passage.text)))[:k]

    def embed_texts(self, texts: list[str]) -> np.ndarray:
        return np.zeros((len(texts), 4), dtype=np.float32)

    def restore_diacritics(self, query: str) -> str:
        known = {fold(word): word for word in ("khuyến", "công", "phía", "bắc", "tình", "hình", "năm")}
        return " ".join(known.get(word, word) for word in query.split())
