"""Ranked lists made one: reciprocal rank fusion with weights.

LlamaIndex's QueryFusionRetriever fuses ranks without weights, with k fixed at 60, and keys hits by
a hash of their text, so that the same clause in two laws becomes one hit; hence these few lines.
"""

from collections.abc import Sequence


def fuse(lists: Sequence[tuple[float, Sequence[tuple[str, float]]]], k: float) -> list[tuple[str, float]]:
    """(id, score) of everything in the lists, best first; score = sum of weight / (k + rank), rank from 1.

    Cormack, Clarke and Büttcher (SIGIR 2009); ties keep the order of the ids.
    """
    scores: dict[str, float] = {}
    for weight, ranked in lists:
        for rank, (id, _) in enumerate(ranked, start=1):
            scores[id] = scores.get(id, 0.0) + weight / (k + rank)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
