"""Figures in the sentence that carries them: what stands between them, and how deep in brackets.

Checks ask here for the words before a figure and for the figures of the sentences that follow.
It knows nothing of sums.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from documents.records import Figure

BULLET = re.compile(r"\s*(?:[-–—+*•▪]\s+|\(?[a-zđ0-9]{1,2}[).]\s)")
_NEAR_CHARS = 12


@dataclass(frozen=True, slots=True)
class Term:
    """A figure with its place in the sentence: offsets in it, bracket depth, and the words before it."""

    figure: Figure
    start: int
    end: int
    depth: int
    before: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or table row with its figures in reading order."""

    text: str
    start: int
    end: int
    terms: tuple[Term, ...]

    @property
    def is_item(self) -> bool:
        return BULLET.match(self.text) is not None

    def follows(self, other: "Line") -> bool:
        """Whether this line comes right after the other, with nothing but a mark or a break between."""
        return 0 <= self.start - other.end <= _NEAR_CHARS


def read_lines(figures: Sequence[Figure]) -> list[Line]:
    """The lines of one document that carry figures, in reading order."""
    ordered = sorted(figures, key=lambda figure: (figure.sentence_start, figure.start))
    lines = []
    for (start, end), group in groupby(ordered, key=lambda f: (f.sentence_start, f.sentence_end)):
        members = list(group)
        text = members[0].sentence
        lines.append(Line(text, start, end, tuple(_terms(text, start, members))))
    return lines


def _terms(text: str, line_start: int, figures: Sequence[Figure]) -> list[Term]:
    terms, last = [], 0
    for figure in figures:
        start, end = figure.start - line_start, figure.end - line_start
        before = text[last:start]
        depth = text.count("(", 0, start) - text.count(")", 0, start)
        terms.append(Term(figure, start, end, max(depth, 0), before.casefold()))
        last = max(last, end)
    return terms


def closing_bracket(text: str, start: int) -> int:
    """Where the bracket that is open at ``start`` closes, or the end of the text when none is open."""
    depth = 0
    for at in range(start, len(text)):
        if text[at] == "(":
            depth += 1
        elif text[at] == ")":
            depth -= 1
            if depth < 0:
                return at
    return len(text)
