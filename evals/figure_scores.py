"""Scores of extracted figures against gold: pairs of the same amount, counts, and errors one by one.

It knows nothing of where figures come from.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from documents.records import Figure
from evals.gold_figures import GoldFigure, same_amount, same_period, same_place, same_status
from evals.metrics import Counts


@dataclass(frozen=True, slots=True)
class Error:
    """One thing read wrongly: ``kind`` is missed, extra, place, period or status."""

    kind: str
    document: str
    text: str
    wanted: str
    read: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Score:
    """The counts of one or several documents by measure, and the errors one by one."""

    amount: Counts
    settled: Counts
    status: Counts
    errors: tuple[Error, ...]

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.amount + other.amount,
            self.settled + other.settled,
            self.status + other.status,
            self.errors + other.errors,
        )


EMPTY = Score(Counts(0, 0, 0), Counts(0, 0, 0), Counts(0, 0, 0), ())


def match_figures(gold: Sequence[GoldFigure], figures: Sequence[Figure]) -> list[tuple[GoldFigure, Figure]]:
    """Pairs of the same amount, each used once; among equals those that agree most, a wanted row before an
    optional one (of a title printed twice, which the cleaner keeps once), then reading order."""
    grades = (same_place, same_period, same_status)
    possible = [
        (-sum(grade(row, figure) for grade in grades), row.optional, abs(i / len(gold) - j / len(figures)), i, j)
        for (i, row), (j, figure) in itertools.product(enumerate(gold), enumerate(figures))
        if same_amount(row, figure)
    ]
    pairs: dict[int, int] = {}
    for *_, i, j in sorted(possible):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(gold[i], figures[j]) for i, j in sorted(pairs.items())]


def score_document(gold: Sequence[GoldFigure], figures: Sequence[Figure]) -> Score:
    """The counts and errors of one document; optional gold rows count neither way."""
    pairs = match_figures(gold, figures)
    real = [(row, figure) for row, figure in pairs if not row.optional]
    found = len(figures) - (len(pairs) - len(real))
    wanted = sum(not row.optional for row in gold)
    settled = sum(same_place(row, figure) and same_period(row, figure) for row, figure in real)
    status = sum(same_status(row, figure) for row, figure in real)
    return Score(
        Counts(len(real), found, wanted),
        Counts(settled, found, wanted),
        Counts(status, found, wanted),
        tuple(_errors(gold, figures, pairs)),
    )


def _errors(
    gold: Sequence[GoldFigure], figures: Sequence[Figure], pairs: Sequence[tuple[GoldFigure, Figure]]
) -> list[Error]:
    matched_rows = {id(row) for row, _ in pairs}
    matched_figures = {figure.id for _, figure in pairs}
    errors = [
        Error("missed", row.document, row.text, f"{row.value} {row.unit}", "", row.indicator)
        for row in gold
        if id(row) not in matched_rows and not row.optional
    ]
    errors += [
        Error("extra", figure.document, figure.text, "", f"{figure.value} {figure.unit}", figure.sentence)
        for figure in figures
        if figure.id not in matched_figures
    ]
    for row, figure in pairs:
        if row.optional:
            continue
        if not same_place(row, figure):
            read = figure.place.name if figure.place else "-"
            errors.append(Error("place", row.document, row.text, str(row.place), read, figure.sentence))
        if not same_period(row, figure):
            read = f"{figure.period.start}..{figure.period.end}" if figure.period else "-"
            errors.append(Error("period", row.document, row.text, "..".join(row.period or "-"), read, figure.sentence))
        if not same_status(row, figure):
            errors.append(Error("status", row.document, row.text, str(row.status), figure.status, figure.sentence))
    return errors
