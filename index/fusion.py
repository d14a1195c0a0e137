"""Ranked lists made one, by scores (the default) or by ranks (RRF, kept to be measured against).

LlamaIndex's QueryFusionRetriever fuses ranks without weights, with k fixed at 60, and keys hits by
a hash of their text, so that the same clause in two laws becomes one hit; hence these few lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass

Ranked = Sequence[tuple[str, float]]
RRF_K = 60.0


@dataclass(frozen=True, slots=True)
class Ranking:
    """One way of searching: ``ranked`` holds (id, score), best first; ``floor`` is the score that
    counts as nothing, None for the last one of the list."""

    name: str
    weight: float
    ranked: Ranked
    floor: float | None = None


def fuse_scores(rankings: Sequence[Ranking]) -> list[tuple[str, float]]:
    """(id, score) of everything ranked, best first; each list's scores are stretched to 0-1 first.

    The convex combination of Bruch, Gai and Ingber (ACM TOIS 2023): unlike ranks, it keeps by how
    much the first hit leads. Scores lie between 0 and the sum of the weights; ties go by id.
    """
    scores: dict[str, float] = {}
    for ranking in rankings:
        if not ranking.ranked:
            continue
        top = ranking.ranked[0][1]
        floor = ranking.ranked[-1][1] if ranking.floor is None else ranking.floor
        width = top - floor
        for id, score in ranking.ranked:
            share = (score - floor) / width if width > 0 else 1.0
            scores[id] = scores.get(id, 0.0) + ranking.weight * share
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))


def fuse_ranks(rankings: Sequence[Ranking], k: float = RRF_K) -> list[tuple[str, float]]:
    """(id, score) by reciprocal rank fusion: the sum of weight / (k + rank), rank from 1; ties go by id.

    Cormack, Clarke and Büttcher (SIGIR 2009), who took k = 60.
    """
    scores: dict[str, float] = {}
    for ranking in rankings:
        for rank, (id, _) in enumerate(ranking.ranked, start=1):
            scores[id] = scores.get(id, 0.0) + ranking.weight / (k + rank)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
