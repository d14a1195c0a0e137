"""Which of the lines that look like a numbered heading are one: the run 1, 2, 3 ... that fits best.

A wrapped line that happens to begin with "Điều 93." breaks the run of numbers; the heading of
article 5 does not. The same choice serves khoản (1, 2, 3) and điểm (a, b, c, d, đ, e, g).
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

REWARD = 3.0  # of every heading in the run
MISSING = 1.0  # cost of each number left out between two neighbours
MISSING_AT_MOST = 4.0
START_LATE = 1.0  # cost of a run that does not begin at 1
RESTART = 0.5  # cost of beginning again at 1 after the head of an annex
RESTART_SIGNED = 1.5  # ... after signatures, with no head of an annex in sight
RESTART_BARE = 9.0  # ... with neither
CROSSING = 1.5  # cost of running on across the head of an annex

_LETTERS = "abcdđefghijklmnopqrstuvwxyz"
_RARE_LETTERS = frozenset("fjwz")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that may be a heading: its place, its number as a sortable key, its likeness."""

    line: int
    key: tuple[int, int]
    likeness: float


def article_key(number: str) -> tuple[int, int]:
    """Sortable key of "4", "4a", "12đ"."""
    digits = re.match(r"\d+", number)
    suffix = number[digits.end() :] if digits else ""
    return int(digits.group()) if digits else 0, 1 + _LETTERS.find(suffix[0]) if suffix else 0


def point_key(letter: str) -> tuple[int, int]:
    """Sortable key of a điểm: a, b, c, d, đ, e, g ... and inserted ones such as a1."""
    return 1 + _LETTERS.find(letter[0]), int(letter[1:] or 0)


def _missing(low: tuple[int, int], high: tuple[int, int], letters: bool) -> int:
    """How many numbers lie between two keys."""
    if high[0] == low[0]:
        return max(0, high[1] - low[1] - 1) if low[1] else 0
    between = range(low[0] + 1, high[0])
    return sum(1 for n in between if not letters or _LETTERS[n - 1] not in _RARE_LETTERS)


def best_run(items: Sequence[Numbered], letters: bool = False) -> list[Numbered]:
    """The increasing run with the greatest sum of likeness, gaps paid for; [] when none pays."""
    runs = best_runs(items, [], [], letters)
    return runs[0] if runs else []


def best_runs(
    items: Sequence[Numbered], annexes: Sequence[int], tails: Sequence[int], letters: bool = False
) -> list[list[Numbered]]:
    """The runs of a whole text in order: its own articles, then those of each annex.

    ``annexes`` are the lines where an annex may begin, ``tails`` those where signatures begin,
    both ascending.
    """
    best: list[float] = []
    back: list[int | None] = []
    ends: dict[int, dict[int, int]] = {}  # number -> suffix -> item that best ends a run with it
    top: int | None = None
    for at, item in enumerate(items):
        first = REWARD + item.likeness
        score, previous = first - (START_LATE if item.key[0] > 1 else 0.0), None
        for last in _before(ends, item.key[0], top):
            cost = _step(items[last], item, annexes, tails, letters)
            if cost is not None and best[last] + first - cost > score:
                score, previous = best[last] + first - cost, last
        best.append(score)
        back.append(previous)
        held = ends.setdefault(item.key[0], {})
        if item.key[1] not in held or score >= best[held[item.key[1]]]:
            held[item.key[1]] = at
        if top is None or score >= best[top]:
            top = at
    if top is None or best[top] <= 0:
        return []
    return _split(items, back, top)


def _before(ends: dict[int, dict[int, int]], number: int, top: int | None) -> list[int]:
    """The items that a run may come from: those of the numbers near below, and the best of all."""
    near = range(max(0, number - int(MISSING_AT_MOST / MISSING) - 1), number + 1)
    found = [last for one in near for last in ends.get(one, {}).values()]
    return found if top is None else [*found, top]


def _step(one: Numbered, two: Numbered, annexes: Sequence[int], tails: Sequence[int], letters: bool) -> float | None:
    crossed = _between(annexes, one.line, two.line)
    if two.key > one.key:
        gap = min(MISSING * _missing(one.key, two.key, letters), MISSING_AT_MOST)
        return gap + (CROSSING if crossed else 0.0)
    if two.key != (1, 0) or letters:
        return None
    if crossed:
        return RESTART
    return RESTART_SIGNED if _between(tails, one.line, two.line) else RESTART_BARE


def _between(lines: Sequence[int], low: int, high: int) -> bool:
    return bisect_right(lines, high) > bisect_right(lines, low)


def _split(items: Sequence[Numbered], back: list[int | None], end: int) -> list[list[Numbered]]:
    path: list[Numbered] = []
    at: int | None = end
    while at is not None:
        path.append(items[at])
        at = back[at]
    path.reverse()
    runs: list[list[Numbered]] = []
    for item in path:
        if runs and item.key > runs[-1][-1].key:
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs
