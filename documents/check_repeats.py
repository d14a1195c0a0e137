"""The same indicator, place, period and status in two documents, set side by side.

That two texts agree is always worth showing. That they differ is told only of a name that says
enough to be one thing (``kinh phí khuyến công``, not ``kinh phí hỗ trợ``), that has one value in
each text, and where the values are near enough to be meant as the same.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from documents.check_terms import half_unit, interval, plain_number, unit_and_scale, write_number
from documents.check_totals import load_rules
from documents.records import Check, Figure

_LEAST_SYLLABLES = {"đồng": 4}
_LEAST_SYLLABLES_OF_A_COUNT = 2
_FURTHEST = Decimal(3)  # values further apart than this factor are hardly the same thing


def check_repeats(figures: Sequence[Figure]) -> list[Check]:
    """One check for each further document that tells what a first one told."""
    same: dict[tuple[str, ...], dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        if figure.place and figure.period and figure.qualifier == "exact" and _bare_name(figure):
            key = (_bare_name(figure), figure.unit, figure.place.code or figure.place.name)
            same[(*key, figure.period.start, figure.period.end, figure.status)][figure.document].append(figure)
    checks: list[Check] = []
    for by_document in same.values():
        told = [found[0] for _, found in sorted(by_document.items()) if len({f.value for f in found}) == 1]
        for other in told[1:]:
            check = _compare(told[0], other)
            checks += [check] if check else []
    return checks


def _compare(one: Figure, other: Figure) -> Check | None:
    agrees = interval(one).meets(interval(other))
    if not agrees and not (_says_enough(one) and _near(one.value, other.value)):
        return None
    scale, unit = unit_and_scale(one)
    sides = [f"{write_number(figure.value / scale)} {unit} ({figure.document})" for figure in (one, other)]
    text = (" = " if one.value == other.value else " ≈ " if agrees else " ≠ ").join(sides)
    return Check("repeat", agrees, text, plain_number(half_unit(one) + half_unit(other)), (one.id, other.id))


def _near(one: Decimal, other: Decimal) -> bool:
    low, high = sorted((one, other))
    return low > 0 and high / low <= _FURTHEST


def _bare_name(figure: Figure) -> str:
    """The indicator's name without the words that its status already says."""
    return _without(figure.indicator_name.casefold(), load_rules()["name_noise"])


def _says_enough(figure: Figure) -> bool:
    name = _without(_bare_name(figure), [*load_rules()["name_too_general"], figure.unit.casefold()])
    least = _LEAST_SYLLABLES.get(figure.unit, _LEAST_SYLLABLES_OF_A_COUNT)
    return len(name.split()) >= least and figure.status != "unknown"


def _without(name: str, words: Sequence[str]) -> str:
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return " ".join(re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", " ", name).split())
