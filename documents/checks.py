"""Arithmetic cross-checks of figures; a figure is never altered, only what checks it is shown beside it.

Four kinds: parts against a total, a share against its two values, growth against its two
values, and the same indicator, place, period and status in two documents. The texts of the
documents are not read again: the sentences the figures carry are enough.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from documents.check_ratios import check_ratios
from documents.check_sentences import read_lines
from documents.check_terms import half_unit, interval, plain_number, unit_and_scale, write_number
from documents.check_totals import check_totals
from documents.records import Check, Figure


def cross_check(figures: Sequence[Figure]) -> list[Figure]:
    """The same figures in the same order, each with the checks it takes part in.

    A total's check stands with the total and its parts, a percentage's with the percentage, a
    repeat's with both figures. Figures of several documents may be handed in together.
    """
    by_document: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_document[figure.document].append(figure)
    found: dict[str, list[Check]] = defaultdict(list)
    for members in by_document.values():
        lines = read_lines(members)
        for check in check_totals(lines):
            for id in check.figures:
                found[id].append(check)
        for check in check_ratios(lines):
            found[check.figures[0]].append(check)
    for check in _repeats(figures):
        for id in check.figures:
            found[id].append(check)
    return [replace(figure, checks=tuple(found[figure.id])) for figure in figures]


def _repeats(figures: Sequence[Figure]) -> list[Check]:
    """The same thing told by two documents: one check a pair of documents."""
    same: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.indicator_name and figure.place and figure.period and figure.qualifier == "exact":
            place, period = figure.place, figure.period
            key = (figure.indicator_name.casefold(), figure.unit, place.code or place.name)
            same[(*key, period.start, period.end, figure.status)].append(figure)
    checks = []
    for members in same.values():
        first_told = {figure.document: figure for figure in reversed(members)}
        ordered = sorted(first_told.values(), key=lambda figure: figure.document)
        checks += [_repeat(ordered[0], other) for other in ordered[1:]]
    return checks


def _repeat(one: Figure, other: Figure) -> Check:
    agrees = interval(one).meets(interval(other))
    scale, unit = unit_and_scale(one)
    sides = [f"{write_number(figure.value / scale)} {unit} ({figure.document})" for figure in (one, other)]
    text = (" = " if one.value == other.value else " ≈ " if agrees else " ≠ ").join(sides)
    return Check("repeat", agrees, text, plain_number(half_unit(one) + half_unit(other)), (one.id, other.id))
