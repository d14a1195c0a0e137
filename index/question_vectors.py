"""Vectors of questions, the last few kept: one answer searches passages, figures and sentences for the same text.

It knows no store; the vectors are the embedder's own.
"""

import threading
from collections import OrderedDict
from collections.abc import Sequence

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
        return self.of_all([text])[0]

    def of_all(self, texts: Sequence[str]) -> list[np.ndarray]:
        """The vectors of several, in the order given; those not kept are embedded together, one a core at a time."""
        spelled = [spell_out(text) for text in texts]
        with self._lock:
            new = list(dict.fromkeys(text for text in spelled if text not in self._kept))
            self._kept |= dict(zip(new, self._embedder.queries(new), strict=True)) if new else {}
            found = [self._kept[text] for text in spelled]
            for text in spelled:
                self._kept.move_to_end(text)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            return found
