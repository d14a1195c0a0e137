"""Figures of a list under a line that says the unit of all its numbers: "(đơn vị tính: triệu đồng)", "a) ...: 5.900".

Each item is read like a row of a table with one cell or a few; a number that has a unit of its own is read as
prose, elsewhere.
"""

import re

from documents.bare_numbers import SaidUnit, unit_of_head, unit_said, value_of_cell
from documents.figure_place_mentions import PlaceMemory
from documents.figure_tables import CellNumber, CellWords, figure_of_cell
from documents.list_items import MARK, ListNumber, read_list_numbers
from documents.period_memory import PeriodMemory
from documents.quantities import read_quantities
from documents.records import Document, Figure, Quantity, Status
from documents.sentences import Sentence

LEAST_NUMBERS = 2  # in a list; one alone is no list
_UNIT_IN_BRACKETS = re.compile(
    r"\s*\([^()]*\)\s*:?\s*$|\s*[,;.–-]?\s*(?:đvt|đơn\s+vị(?:\s+tính)?)\s*:.*$", re.IGNORECASE
)


def find_unit_list(document: Document, sentences: list[Sentence], at: int) -> list[Sentence]:
    """The items below sentence ``at``, where that says their unit; empty when it is no such line."""
    if _unit_over(document.text[sentences[at].start : sentences[at].end]) is None:
        return []
    end = at + 1
    while end < len(sentences) and sentences[end].kind != "row" and _items(document, sentences[end]):
        end += 1
    rows = sentences[at + 1 : end]
    return rows if sum(len(_items(document, row)) for row in rows) >= LEAST_NUMBERS else []


def read_list_figures(
    document: Document,
    lead: Sentence,
    rows: list[Sentence],
    places: PlaceMemory,
    periods: PeriodMemory,
    usual: Status,
) -> list[Figure]:
    """The figures of the items under ``lead``, which says their unit."""
    over = document.text[lead.start : lead.end]
    said = _unit_over(over)
    if said is None:
        return []
    title = MARK.sub("", _UNIT_IN_BRACKETS.sub("", over), count=1).strip(" :.;–-")
    figures = []
    for row in rows:
        for item in _items(document, row):
            value = value_of_cell(item.numeral, said.read)
            if value is None:
                continue
            quantity = Quantity(value, said.read.unit, item.numeral, row.start + item.start, row.start + item.end)
            number = CellNumber(quantity, said.words, lead.start + said.start)
            words = CellWords(item.label, title, title, "", item.label, item.head)
            figures.append(figure_of_cell(document, row, number, words, places, periods, usual))
    return figures


def _unit_over(line: str) -> SaidUnit | None:
    """The unit that a line says of what stands below it; one with numbers of its own is a sentence."""
    if read_quantities(MARK.sub("", line, count=1)):
        return None
    headed = line.rstrip(" :").endswith(")") or line.rstrip().endswith(":")
    return unit_said(line) or (unit_of_head(line) if headed else None)


def _items(document: Document, sentence: Sentence) -> list[ListNumber]:
    return read_list_numbers(document.text[sentence.start : sentence.end])
