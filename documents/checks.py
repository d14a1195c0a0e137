"""Arithmetic cross-checks of figures; a figure is never altered, only what checks it is shown beside it.

Six kinds: parts against a total; a share, a growth, a difference and a multiple against their two
values; and the same indicator, place, period and status in two documents. The texts of the
documents are not read again: the sentences the figures carry are enough.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from documents.check_changes import check_changes
from documents.check_ratios import check_ratios
from documents.check_repeats import check_repeats
from documents.check_sentences import read_lines
from documents.check_totals import check_totals
from documents.records import Check, Figure


def cross_check(figures: Sequence[Figure]) -> list[Figure]:
    """The same figures in the same order, each with the checks it takes part in.

    A total's check stands with the total and its parts, a percentage's or a change's with itself, a
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
        for check in [*check_ratios(lines), *check_changes(lines)]:
            found[check.figures[0]].append(check)
    for check in check_repeats(figures):
        for id in check.figures:
            found[id].append(check)
    return [replace(figure, checks=tuple(found[figure.id])) for figure in figures]
