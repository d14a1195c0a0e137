"""The lexical index: BM25 (bm25s under LlamaIndex's BM25Retriever) over our own tokens.

Two fields over the same passages, accented and folded, built once, saved and mapped from disk.
LlamaIndex's own tokens would stem English, drop "An" of Nghệ An and cut 12,5 in two; that is
why the retriever is subclassed. It knows ids and texts, neither documents nor vectors.
"""

import json
import logging
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Literal

import bm25s
import numpy as np
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode
from llama_index.retrievers.bm25 import BM25Retriever

from index.disk import replace_folder, write_json
from index.records import StoreBroken
from index.tokens import TOKENS_VERSION, fold, index_tokens, query_tokens

Field = Literal["accented", "folded"]
FIELDS: tuple[Field, ...] = ("accented", "folded")
K1 = 1.2
B = 0.75
"""BM25's usual constants; see evals/retrieval.py for what else was tried."""
IDS = "passages.json"


class LexicalField(BM25Retriever):
    """One field; ``rank`` is what the room uses, ``retrieve`` is there for LlamaIndex."""

    def __init__(self, bm25: bm25s.BM25, ids: Sequence[str], tokens: Callable[[str], list[str]], k: int = 50) -> None:
        self._ids = ids
        self._tokens = tokens
        self._last: tuple[tuple[int, ...], np.ndarray] = ((), np.zeros(len(ids), np.float32))
        bm25.corpus = None
        super().__init__(existing_bm25=bm25, similarity_top_k=min(k, max(1, len(ids))), skip_stemming=True)

    def scores(self, tokens: Iterable[str]) -> np.ndarray:
        """The BM25 score of every passage, float32, in the order of the ids; repeated tokens count once."""
        known = tuple(self.bm25.vocab_dict[token] for token in dict.fromkeys(tokens) if token in self.bm25.vocab_dict)
        last, scores = self._last
        if last == known:  # a question is looked up several times in a row, among other documents each time
            return scores
        scores = self.bm25.get_scores_from_ids(list(known)) if known else np.zeros(len(self._ids), np.float32)
        scores.flags.writeable = False
        self._last = (known, scores)
        return scores

    def rank(self, tokens: Iterable[str], k: int, allowed: np.ndarray | None = None) -> list[tuple[str, float]]:
        """(id, score) of the best passages with a score above zero, best first."""
        scores = self.scores(tokens)
        if allowed is not None:
            scores = np.where(allowed, scores, 0.0)
        k = min(k, len(scores))
        best = np.argpartition(-scores, k - 1)[:k] if k else np.empty(0, int)
        best = best[np.lexsort((best, -scores[best]))]
        return [(self._ids[int(i)], float(scores[i])) for i in best if scores[i] > 0]

    def frequency(self, token: str) -> int:
        """How many passages hold the token."""
        at = self.bm25.vocab_dict.get(token)
        if at is None:
            return 0
        pointers = self.bm25.scores["indptr"]
        return int(pointers[at + 1] - pointers[at])

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        ranked = self.rank(self._tokens(query_bundle.query_str), self.similarity_top_k)
        return [NodeWithScore(node=TextNode(id_=id, text=""), score=score) for id, score in ranked]


class LexicalIndex:
    """Both fields, open; ``ids`` are the passages in the order of the scores."""

    def __init__(self, folder: Path) -> None:
        try:
            header = json.loads((folder / IDS).read_text(encoding="utf-8"))
            self.ids: list[str] = header["ids"]
            self._fields = {}
            for field in FIELDS if self.ids else ():
                bm25 = bm25s.BM25.load(folder / field, mmap=True)
                tokens = query_tokens if field == "accented" else folded_query_tokens
                self._fields[field] = LexicalField(bm25, self.ids, tokens)
        except (OSError, ValueError, KeyError) as error:
            raise StoreBroken(
                f"chỉ mục từ khóa tại “{folder}” hỏng: hãy xóa thư mục này rồi chạy “python -m index build”"
            ) from error
        self.version: str = header["tokens"]

    def field(self, name: Field) -> LexicalField | None:
        """The field, or None when there is not one passage."""
        return self._fields.get(name)


def folded_query_tokens(text: str) -> list[str]:
    """Tokens of a question for the folded field."""
    return list(dict.fromkeys(fold(token) for token in query_tokens(text)))


def build_lexical(folder: Path, passages: Iterable[tuple[str, str]]) -> None:
    """Writes both fields over (id, text) pairs into ``folder``, beside first, then renamed."""
    logging.getLogger("bm25s").setLevel(logging.WARNING)
    ids: list[str] = []
    accented = _Corpus()
    folded = _Corpus()
    for id, text in passages:
        ids.append(id)
        tokens = index_tokens(text)
        accented.add(tokens)
        folded.add([fold(token) for token in tokens])
    with replace_folder(folder) as beside:
        for name, corpus in (("accented", accented), ("folded", folded)) if ids else ():
            bm25 = bm25s.BM25(k1=K1, b=B, method="lucene", backend="numpy")
            bm25.index((corpus.ids, corpus.vocabulary), create_empty_token=False, show_progress=False)
            bm25.save(beside / name, show_progress=False)
        write_json(beside / IDS, {"ids": ids, "tokens": TOKENS_VERSION})


class _Corpus:
    """Tokens as numbers, so that a text of any size keeps one string a word."""

    def __init__(self) -> None:
        self.vocabulary: dict[str, int] = {}
        self.ids: list[list[int]] = []

    def add(self, tokens: Sequence[str]) -> None:
        vocabulary = self.vocabulary
        self.ids.append([vocabulary.setdefault(token, len(vocabulary)) for token in tokens])
