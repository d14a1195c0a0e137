"""The open index: passages for a question, figures for a filter, cached documents.

A question with its diacritics goes to the vectors and to the accented field, and both rankings are
fused. One without goes, restored, to both, and as typed to the folded field. What the hits mean
for an answer is decided elsewhere; each Hit carries what is needed to decide.
"""

import itertools
import threading
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal

import numpy as np

from documents.records import Document, Figure, Section, Source
from index.catalog import Catalog
from index.chroma_store import ChromaStore
from index.diacritics import Restorer, question_phrases
from index.embedding import Embeds, load_embedder
from index.figure_columns import FOLDER, FigureColumns, read_columns
from index.figure_search import nearest
from index.figure_selection import FigureSelection
from index.fusion import Ranking, fuse_ranks, fuse_scores
from index.kept import Kept
from index.lexical import LexicalIndex
from index.question_vectors import QuestionVectors
from index.records import FigureFilter, FigureHit, Hit, Passage, SearchFilter, StoreBroken, StoreMissing
from index.settings import IndexSettings
from index.spelling import Speller, kept_words
from index.stamp import Stamp, build_command, check_stamp, read_stamp, stamp_time
from index.tokens import fold, other_ways, query_tokens, words

Mode = Literal["fused", "ranks", "dense", "lexical"]
"""``fused`` by scores is the default; the others are there to be measured against."""
DEPTH = 100
"""Passages that each way of searching hands to the fusion."""
KEPT = 4000
"""Passages, and figures, kept in memory: all of a small store, 10 MB at most."""
KEPT_QUESTIONS = 32
"""Questions whose mended wording is kept."""
LONGEST_CHARS = 2000
"""More of a question than this is not looked at; the model reads 512 tokens at most."""
DENSE, LEXICAL, BARE_FIELD = 1.0, 1.0, 0.5
"""Weights of the vectors, of the accented field and, for a question without diacritics, of each of
the two fields. XQuAD-vi, nDCG@10 over all questions: .9815 against .9787 and .9804 for a lexical
weight of 0.5 and 0.7 (even questions .9796, odd ones .9834); without diacritics .9751."""


class Index:
    """A finished store, open for reading; safe to ask from several threads."""

    def __init__(self, settings: IndexSettings, embedder: Embeds | None = None) -> None:
        self.settings = settings
        self._lock = threading.RLock()
        stamp = check_stamp(settings)
        self._catalog = Catalog(settings.store)
        self._attach(stamp)
        self._embedder = embedder or load_embedder(settings)
        self._questions = QuestionVectors(self._embedder)
        self._empty_words = {word for phrase in question_phrases() for word in words(phrase)}

    def _attach(self, stamp: Stamp) -> None:
        """Opens what a build replaces, as it is now."""
        self._stamped = stamp_time(self.settings.store)
        self.stamp = stamp
        self._chroma = ChromaStore(self.settings)
        self._lexical = LexicalIndex(self.settings.store / "lexical")
        self._columns = read_columns(self.settings.store / FOLDER, stamp.contents)
        self._sources = self._catalog.sources()
        self._passages_by_id = Kept(self._catalog.passages_by_id, KEPT, self._catalog.state)
        self._figures_by_id = Kept(self._catalog.figures_by_id, KEPT, self._catalog.state)
        self._places = {id: at for at, id in enumerate(self._lexical.ids)}
        self._owners = np.array([id.rsplit(":", 1)[0] for id in self._lexical.ids], dtype=object)
        self._restorer = self._make_restorer()
        self._speller = Speller(
            self._restorer.known_syllables(), self._restorer.pair_weight, self._restorer.written_syllables()
        )
        self._mended = lru_cache(KEPT_QUESTIONS)(self._mend)  # last: what another thread mends meanwhile is let go

    def catch_up(self) -> bool:
        """Opens the store anew when a build, here or in another process, has finished since; says whether.

        Every search and look-up does this first; while a build is under way the old state answers.
        """
        if stamp_time(self.settings.store) in (self._stamped, None):
            return False
        with self._lock:
            stamp = read_stamp(self.settings.store)
            if stamp is None or stamp == self.stamp or stamp.setting != self.stamp.setting:
                return False
            self._chroma.close()
            self._attach(stamp)
            return True

    def _make_restorer(self) -> Restorer:
        field = self._lexical.field("accented")
        if field is None:
            return Restorer({}, lambda one, other: 0)
        vocabulary = field.bm25.vocab_dict
        syllables = {word: field.frequency(word) for word in vocabulary if "_" not in word and word.isalpha()}
        return Restorer(syllables, lambda one, other: field.frequency(f"{one}_{other}"))

    @property
    def passage_count(self) -> int:
        """How many passages there are."""
        return len(self._lexical.ids)

    def is_whole(self) -> bool:
        """Whether Chroma holds a vector for every passage and figure that the stamp counts."""
        counts = (self._chroma.count("passages"), self._chroma.count("figures"))
        return counts == (self.stamp.passages, self.stamp.figures)

    def close(self) -> None:
        """Lets go of the store's files."""
        self._chroma.close()
        self._catalog.close()

    def sources(self) -> list[Source]:
        """The manifest row of every document, in the corpus's order."""
        self.catch_up()
        return list(self._sources)

    def document(self, id: str) -> Document:
        """The document as it was built; StoreMissing if the store does not hold it."""
        document = self._catalog.document(id)
        if document is None:
            raise StoreMissing(f"kho không có tài liệu “{id}”: hãy xem “python -m documents list”")
        return document

    def sections(self, document_id: str) -> list[Section]:
        """The document's structure, in reading order."""
        return self._catalog.sections(document_id)

    def passages(self, document_id: str) -> list[Passage]:
        """The document's passages, in reading order."""
        return list(self._catalog.passages(document_id))

    def passage(self, id: str) -> Passage:
        """One passage; StoreMissing if the store does not hold it."""
        found = self._passages_by_id([id])
        if id not in found:
            raise StoreMissing(f"kho không có đoạn “{id}”")
        return found[id]

    def figures(self, document_id: str) -> list[Figure]:
        """The document's figures, in reading order."""
        return list(self._catalog.figures(document_id))

    def look_up(self, wanted: FigureFilter) -> list[FigureHit]:
        """Figures that pass the filter: nearest indicator first, or in reading order if none is asked for."""
        if not wanted.indicator.strip():
            return [FigureHit(figure, 1.0) for figure in self.select(wanted)]
        vector = self.embed_query(wanted.indicator)
        with self._lock:
            self.catch_up()
            return nearest(self._figures_by_id, self._chroma, self._columns, wanted, vector)

    def select(self, wanted: FigureFilter) -> FigureSelection:
        """The figures that pass the filter, in reading order, none of them read yet; no indicator is looked at."""
        columns = self._current_columns()
        return FigureSelection(columns, columns.matching(wanted), self._figures_by_id)

    def select_ids(self, ids: Sequence[str]) -> FigureSelection:
        """The figures of these ids, in the order given; ids that the store does not hold are left out."""
        columns = self._current_columns()
        return FigureSelection(columns, columns.find(ids), self._figures_by_id)

    def _current_columns(self) -> FigureColumns:
        with self._lock:
            self.catch_up()
            return self._columns

    def embed_query(self, text: str) -> np.ndarray:
        """The vector of a question, float32 (dimension,), normalised; abbreviations spelled out first."""
        return self._questions.of(text)

    def embed_ahead(self, texts: Sequence[str]) -> None:
        """Begins to embed questions that ``embed_query`` will be asked for, and does not wait for them."""
        self._questions.begin(texts)

    def embed_texts(self, texts: list[str]) -> np.ndarray:
        """Vectors of passages or sentences, float32 (n, dimension), normalised."""
        return self._embedder.passages(texts)

    def restore_diacritics(self, query: str) -> str:
        """The question with its diacritics put back; unchanged when it has them or is not Vietnamese."""
        query = unicodedata.normalize("NFC", query)
        return self._restorer.restore(query) if self._restorer.is_bare(query) else query

    def mend(self, query: str) -> str:
        """The question as it was meant: diacritics put back where it has none, else typing errors mended.

        Over 595 XQuAD-vi questions mending changes 11 and the nDCG@10 of none; with two syllables of
        each mistyped it lifts .955 to .971.
        """
        return self._mended(unicodedata.normalize("NFC", query))

    def _mend(self, query: str) -> str:
        if self._restorer.is_bare(query):
            return self._restorer.restore(query)
        return self._restorer.mark_bare(self._speller.mend(query), kept_words())

    def document_frequency(self, word: str) -> int:
        """In how many passages the word stands; of several syllables, all as neighbours."""
        field = self._lexical.field("accented")
        syllables = words(word)
        if field is None or not syllables:
            return 0
        if len(syllables) == 1:
            return field.frequency(syllables[0])
        return min(field.frequency(f"{a}_{b}") for a, b in itertools.pairwise(syllables))

    def search(self, query: str, k: int = 10, where: SearchFilter | None = None, mode: Mode = "fused") -> list[Hit]:
        """The best passages for a question, best first; none for an empty question."""
        query = unicodedata.normalize("NFC", query).strip()[:LONGEST_CHARS]
        if not query or k < 1:
            return []
        with self._lock:
            self.catch_up()
            if not self.passage_count:
                return []
            try:
                return self._search(query, k, where, mode)
            except StoreBroken:  # another process is building: what Chroma keeps in memory is out of date
                self._chroma.close()
                self._chroma = ChromaStore(self.settings)
                return self._search(query, k, where, mode)

    def _search(self, query: str, k: int, where: SearchFilter | None, mode: Mode) -> list[Hit]:
        documents = self._documents_meant(where)
        if documents is not None and not documents:
            return []
        restored = self.mend(query)
        bare = self._restorer.is_bare(query)
        depth = max(DEPTH, 2 * k)
        if mode != "lexical":
            self.embed_ahead([restored])
        tokens = query_tokens(restored)
        rankings = self._by_words(query, restored, tokens, documents, depth, bare)
        vector = self.embed_query(restored) if mode != "lexical" else None
        if vector is not None:
            rankings.insert(0, self._by_meaning(vector, documents, depth))
        if mode != "dense":
            fused = (fuse_ranks if mode == "ranks" else fuse_scores)(rankings)[:k]
        else:
            fused = list(rankings[0].ranked)[:k]
        dense = {id: cosine for ranking in rankings if ranking.name == "dense" for id, cosine in ranking.ranked}
        return self._hits(fused, dense, vector, tokens, restored)

    def _by_meaning(self, vector: np.ndarray, documents: list[str] | None, depth: int) -> Ranking:
        """The passages nearest to a question's vector."""
        where = None if documents is None else {"document_id": {"$in": documents}}
        rows = None if documents is None else np.flatnonzero(np.isin(self._owners, documents))
        ids = None if rows is None else [self._lexical.ids[row] for row in rows]
        near = self._chroma.nearest("passages", vector, min(depth, self.passage_count), where, ids)
        return Ranking("dense", DENSE, near)

    def _by_words(
        self, query: str, restored: str, tokens: list[str], documents: list[str] | None, depth: int, bare: bool
    ) -> list[Ranking]:
        """What each field that the question calls for finds."""
        rankings: list[Ranking] = []
        allowed = None if documents is None else np.isin(self._owners, documents)
        accented, folded = self._lexical.field("accented"), self._lexical.field("folded")
        if accented is not None:
            ranked = accented.rank(tokens, depth, allowed)
            weight = (BARE_FIELD if bare else LEXICAL) * self._known_share(restored)
            rankings.append(Ranking("accented", weight, ranked, 0.0))
        if folded is not None and bare:
            plain = (fold(token) for token in query_tokens(query))
            rankings.append(Ranking("folded", BARE_FIELD, folded.rank(plain, depth, allowed), 0.0))
        return rankings

    def _known_share(self, query: str) -> float:
        """The share of the question's words that any passage holds: near 0 for a question in English,
        whose few known words (a year, a name) must not outweigh its meaning."""
        asked = set(words(query))
        return sum(1 for word in asked if self.document_frequency(word)) / len(asked) if asked else 0.0

    def _documents_meant(self, where: SearchFilter | None) -> list[str] | None:
        """Ids that a filter lets through; None when it does not narrow."""
        if where is None or not (where.documents or where.kinds):
            return None
        return [
            source.id
            for source in self._sources
            if (not where.documents or source.id in where.documents) and (not where.kinds or source.kind in where.kinds)
        ]

    def _hits(
        self,
        fused: list[tuple[str, float]],
        dense: dict[str, float],
        vector: np.ndarray | None,
        tokens: list[str],
        query: str,
    ) -> list[Hit]:
        found = self._passages_by_id([id for id, _ in fused])
        lacking = [id for id in found if id not in dense] if vector is not None else []
        if lacking:
            vectors = self._chroma.vectors("passages", lacking)
            dense |= {id: float(vector @ row / np.linalg.norm(row)) for id, row in vectors.items()}
        field = self._lexical.field("accented")
        scores: Any = field.scores(tokens) if field is not None else {}
        weights = self._content_weights(query)
        return [
            Hit(
                passage=found[id],
                score=score,
                dense=dense.get(id, 0.0),
                lexical=float(scores[self._places[id]]) if id in self._places else 0.0,
                coverage=coverage(weights, found[id]),
            )
            for id, score in fused
            if id in found
        ]

    def _content_weights(self, query: str) -> dict[tuple[str, ...], float]:
        """Each content word of the question, with the ways to write it, to its weight (idf)."""
        count = max(1, self.passage_count)
        weights: dict[tuple[str, ...], float] = {}
        for word in dict.fromkeys(words(query)):
            if word not in self._empty_words:
                ways = (word, *(token for other in other_ways(word) for token in words(other)))
                weights[ways] = float(np.log1p(count / (self.document_frequency(word) + 0.5)))
        return weights


def coverage(weights: dict[tuple[str, ...], float], passage: Passage) -> float:
    """Share (0-1) of the weight whose words the passage or its heading holds, in any one way of writing."""
    total = sum(weights.values())
    if not total:
        return 0.0
    held = _words_held(f"{passage.heading} {passage.text}")
    return sum(w for ways, w in weights.items() if ways[0] in held or held.issuperset(ways[1:] or ways)) / total


@lru_cache(maxsize=1024)
def _words_held(text: str) -> frozenset[str]:
    """The single tokens of a text; the passages that come up again and again are cut into words once."""
    return frozenset(words(text))


def open_index(settings: IndexSettings, embedder: Embeds | None = None) -> Index:
    """The finished store, open; StoreMissing or StoreMismatch with one line that says what to run.

    ``embedder`` is for a caller that has the model loaded already. StoreBroken when vectors are missing.
    """
    index = Index(settings, embedder)
    if not index.is_whole():
        index.close()
        raise StoreBroken(f"kho “{settings.store}” thiếu vectơ: hãy chạy “{build_command(settings)}”")
    return index
