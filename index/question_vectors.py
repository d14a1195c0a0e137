"""Vectors of questions, the last few kept: one answer searches passages, figures and sentences for the same text.

It knows no store; the vectors are the embedder's own.
"""

import threading
from collections import OrderedDict

import numpy as np

from index.embedding import Embeds
from index.tokens import spell_out

KEPT = 64


class QuestionVectors:
    """An embedder's question vectors; safe to ask from several threads."""

    def __init__(self, embedder: Embeds) -> None:
        self._embedder = embedder
        self._kept: OrderedDict[str, np.ndarray] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, text: str) -> np.ndarray:
        """The vector of a question, float32 (dimension,), normalised; abbreviations spelled out first."""
        text = spell_out(text)
        with self._lock:
            if text not in self._kept:
                self._kept[text] = self._embedder.query(text)
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(text)
            return self._kept[text]
