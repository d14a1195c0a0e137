"""How much each word of a question weighs: the rarer in the corpus, the heavier.

It knows how many passages hold a word, not what the word means.
"""

import math
from collections.abc import Sequence

from assistant.wording import Wanted, strength
from index.retrieve import Index

HELD = 0.5  # the strength from which a text holds a word
LIGHT, UNKNOWN_LIGHT, CARRIED = 0.7, 0.22, 0.5  # set by hand on the development questions of evals/gold


def weigh(
    index: Index,
    words: Sequence[str],
    light: frozenset[str] = frozenset(),
    carried: frozenset[str] = frozenset(),
) -> Wanted:
    """Words with their weights: the rarer in the corpus, the heavier (inverse document frequency).

    Light words (verbs and the like) weigh less, and little when no passage holds them: that
    "rót" stands nowhere tells nothing, that "dân số" does tells much. Words carried over from the
    question before weigh less than what the follow-up says itself.
    """
    total = max(1, index.passage_count)
    weights = []
    for word in words:
        frequency = index.document_frequency(word)
        weight = 0.25 + math.log((total + 1) / (frequency + 0.5)) / math.log(total + 2)
        if word in light:
            weight *= LIGHT if frequency else UNKNOWN_LIGHT
        weights.append(max(0.1, weight * CARRIED if word in carried else weight))
    return Wanted(tuple(words), tuple(weights))


def unknown_share(index: Index, wanted: Wanted, light: frozenset[str]) -> float:
    """The weighted share (0-1) of the names of things that stand in no passage at all."""
    total = sum(wanted.weights)
    pairs = zip(wanted.words, wanted.weights, strict=True)
    strange = sum(weight for word, weight in pairs if word not in light and not index.document_frequency(word))
    return strange / total if total else 0.0


def missing_share(wanted: Wanted, light: frozenset[str], text: str) -> float:
    """The weighted share (0-1) of the names of things that a prepared text does not hold."""
    total = sum(wanted.weights)
    pairs = zip(wanted.words, wanted.weights, strict=True)
    lost = sum(weight for word, weight in pairs if word not in light and strength(text, word) < HELD)
    return lost / total if total else 0.0
