"""Vectors of questions, the last few kept: one answer searches passages, figures and sentences for the same text.

It knows no store; the vectors are the embedder's own.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence

import numpy as np

from index.embedding import Embeds
from index.tokens import spell_out

KEPT = 64


class QuestionVectors:
    """An embedder's question vectors; safe to ask from several threads."""

    def __init__(self, embedder: Embeds) -> None:
        self._embedder = embedder
        self._begun: OrderedDict[str, Callable[[], np.ndarray]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, text: str) -> np.ndarray:
        """The vector of a question, float32 (dimension,), normalised; abbreviations spelled out first."""
        (vector,) = self.begin([text])
        told = False
        try:
            found = vector()
            told = True
            return found
        finally:
            if not told:
                with self._lock:
                    self._begun.pop(spell_out(text), None)  # the next who asks for it tries again

    def begin(self, texts: Sequence[str]) -> list[Callable[[], np.ndarray]]:
        """Starts on those that are neither kept nor begun; what gives the vector of each when called, in order."""
        spelled = [spell_out(text) for text in texts]
        with self._lock:
            for text in spelled:
                if text not in self._begun:
                    self._begun[text] = self._embedder.begin(text)
                self._begun.move_to_end(text)
            found = [self._begun[text] for text in spelled]
            while len(self._begun) > KEPT:
                self._begun.popitem(last=False)
            return found
