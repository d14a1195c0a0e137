"""Pure measures: precision, recall and F1 from counts, and nDCG, recall and reciprocal rank of a ranking.

Every measure is None, not zero, where there is nothing to measure. It knows nothing of what
is counted.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were right of those found, and how many there were to find."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float | None:
        """Right of found, 0 to 1; None when nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Right of wanted, 0 to 1; None when nothing was to be found."""
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall, 2·right / (found + wanted); None when both are empty."""
        total = self.found + self.wanted
        return 2 * self.right / total if total else None

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.found + other.found, self.wanted + other.wanted)


def ndcg_at(relevances: Sequence[float], wanted: Sequence[float], k: int) -> float | None:
    """The normalised discounted cumulative gain of a ranking's first k, 0 to 1.

    ``relevances`` are the gains in ranked order, ``wanted`` the gains of all there is to find;
    the discount is log2(rank + 1) (Järvelin and Kekäläinen 2002). None when nothing is wanted.
    """
    best = _discounted(sorted(wanted, reverse=True)[:k])
    return _discounted(relevances[:k]) / best if best else None


def recall_at(relevances: Sequence[float], wanted: int, k: int) -> float | None:
    """The share of the wanted that stands among the first k; None when nothing is wanted."""
    return sum(gain > 0 for gain in relevances[:k]) / wanted if wanted else None


def reciprocal_rank(relevances: Sequence[float]) -> float:
    """1 / rank of the first relevant, 0 when none is."""
    return next((1 / rank for rank, gain in enumerate(relevances, start=1) if gain > 0), 0.0)


def mean(values: Sequence[float | None]) -> float | None:
    """The mean of those values that apply; None when none does."""
    present = [value for value in values if value is not None]
    return sum(present) / len(present) if present else None


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))
