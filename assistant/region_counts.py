"""Provinces counted region by region in one sentence of a law: "phía Bắc có 28 tỉnh ...; phía Nam có 20 tỉnh".

It finds the counts that a question sets side by side; what is worked out from them is not decided here.
"""

import re
from dataclasses import replace

from assistant.figure_finder import FigureFinder
from assistant.figure_fit import fit_place
from assistant.operands import clean_words
from assistant.operations import Operation
from assistant.question_slots import Question
from documents.numbers import parse_number_words
from documents.records import Figure

LOOKED_AT = 6  # the best figures whose sentence may count the regions; set by hand
_SO_MANY = re.compile(r"(?<!\w)(\d|hai|ba|bốn|năm|sáu) (?:khu vực|vùng|miền)(?!\w)")


def counts_of_regions(question: Question, asked: frozenset[Operation], finder: FigureFinder) -> list[Figure]:
    """The counts of two regions named, or of as many as the question says ("ba khu vực"), in order; else none."""
    if question.counted not in ("tỉnh", "thành phố") or not asked & {"sum", "total", "difference"}:
        return []
    places = question.places if all(place.level == "region" for place in question.places) else ()
    said = _SO_MANY.search(question.whole.lower()) if question.language == "vi" else None
    number = len(places) or (_number(said[1]) if said is not None else 0)
    if number < 2:
        return []
    words = tuple(word for word in clean_words(question.words) if word != question.counted)
    plain = replace(question, words=words, places=(), stated=())
    sought = [candidate.figure for candidate in finder.find_all(plain, (), question.periods)]
    for first in sought[:LOOKED_AT]:
        same = [f for f in sought if (f.document, f.sentence_start) == (first.document, first.sentence_start)]
        parts = sorted((f for f in same if f.unit == first.unit), key=lambda figure: figure.start)
        parts = [figure for figure in parts if not places or fit_place(places, figure.place)]
        if len(parts) == number and len({figure.place for figure in parts}) == number:
            return parts
    return []


def _number(said: str) -> int:
    return int(said) if said.isdigit() else int(parse_number_words(said) or 0)
