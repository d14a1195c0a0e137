"""What speaks for a sentence as the answer to a question, in numbers, and how much each number weighs.

The weights are data (``data/answer_weights.json``), fitted by ``python -m evals fit`` on the
development questions; what the signals mean for an answer is decided in ``passage_answers``.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from assistant.wording import DATA

LIKENESS_FROM, LIKENESS_RANGE = 0.78, 0.16  # cosines of the model between unlike and alike texts
MASS = 6.0  # the weight of words from which more of them make an answer no surer


@dataclass(frozen=True, slots=True)
class Signals:
    """The signals of one sentence; 0 to 1, but for those that count against it or more than once.

    ``own`` is the share of the question's words that it holds, ``around`` that with its heading and
    passage, ``own_mass`` and ``around_mass`` the same by weight, not by share; ``missing`` the share
    of names of things it lacks. ``likeness`` compares meanings, ``passage_likeness`` that of its
    passage, ``lexical`` the passage's words against the best passage's; ``order`` falls with the
    passage's rank. ``short`` says that it holds a short answer of the kind asked for, ``no_short`` and
    ``no_number`` that it should and does not, ``beside`` that the answer stands beside a number named,
    ``agent`` that the body or person found does what the question asks about.
    ``aspect`` is the side of the matter it shows (below 0 when it only talks of it), ``preamble`` says
    that it stands in a legal text before or between the articles, ``replaced`` that the text has been
    replaced by another.
    """

    own: float = 0.0
    around: float = 0.0
    own_mass: float = 0.0
    around_mass: float = 0.0
    missing: float = 0.0
    likeness: float = 0.0
    asked_likeness: float = 0.0
    passage_likeness: float = 0.0
    lexical: float = 0.0
    order: float = 0.0
    scope: float = 0.0
    short: float = 0.0
    no_short: float = 0.0
    no_number: float = 0.0
    beside: float = 0.0
    agent: float = 0.0
    aspect: float = 0.0
    defined: float = 0.0
    rarest: float = 0.0
    stated: float = 0.0
    unheld: float = 0.0
    relations: float = 0.0
    opening: float = 0.0
    brief: float = 0.0
    preamble: float = 0.0
    replaced: float = 0.0


def by_name(signals: Signals) -> dict[str, float]:
    """The signals by their names, in their order."""
    return {field.name: getattr(signals, field.name) for field in fields(Signals)}


def alike(cosine: float) -> float:
    """A cosine as a likeness from 0 to 1."""
    return max(0.0, min(1.0, (cosine - LIKENESS_FROM) / LIKENESS_RANGE))


@cache
def weights(purpose: str) -> Mapping[str, float]:
    """The fitted weights for ``order``, ``answer`` or ``figure``; a signal without one weighs nothing."""
    table = json.loads((DATA / "answer_weights.json").read_text(encoding="utf-8"))
    return dict(table[purpose])


def likelihood(purpose: str, signals: Mapping[str, float]) -> float:
    """How likely (0-1) what the signals describe is what was asked for: a logistic regression."""
    weight = weights(purpose)
    odds = weight.get("bias", 0.0) + sum(weight.get(name, 0.0) * value for name, value in signals.items())
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, odds))))


def order_score(signals: Signals) -> float:
    """How far (0-1) a sentence is to be preferred to the others found for the same question."""
    return likelihood("order", by_name(signals))
