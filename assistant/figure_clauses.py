"""The stretch of a sentence that speaks of one number, and the texts around it.

It reads how a figure is embedded in its document; what was asked is not known here.
"""

from assistant.evidence import Sentence, View
from assistant.wording import content_words, spread
from documents.records import Figure


def clause_span(figure: Figure) -> tuple[int, int]:
    """Offsets in the figure's sentence of the clause that holds the number.

    A clause ends at a semicolon, a colon or a full stop, at the brackets that enclose the number, and
    before brackets that hold further numbers.
    """
    sentence, at = figure.sentence, figure.start - figure.sentence_start
    if " | " in sentence and figure.unit_words:
        return 0, len(sentence)  # the row of a table: the head of a cell stands before it
    left, right = _enclosed(sentence, at)
    if len(content_words(sentence[left:right])) < 3:  # a bare number in brackets says nothing alone
        return 0, len(sentence)
    return left, right


def _enclosed(sentence: str, at: int) -> tuple[int, int]:
    left = 0
    depth = 0
    for position in range(min(at, len(sentence)) - 1, -1, -1):
        mark = sentence[position]
        depth += (mark == ")") - (mark == "(")
        if depth < 0 or (depth == 0 and (mark in ";:" or sentence.startswith(". ", position))):
            left = position + 1
            break
    depth = 0
    for position in range(at, len(sentence)):
        mark = sentence[position]
        if mark == "(" and depth == 0 and any(c.isdigit() for c in sentence[position:].partition(")")[0]):
            return left, position
        depth += (mark == "(") - (mark == ")")
        if depth < 0 or (depth == 0 and (mark == ";" or sentence.startswith(". ", position))):
            return left, position
    return left, len(sentence)


def layers(figure: Figure, view: View) -> list[tuple[str, float]]:
    """The texts around a figure with how much a word found there counts: indicator, clause, sentence, further."""
    if figure.id not in view.around:
        view.around[figure.id] = _read_layers(figure, view)
    return view.around[figure.id]


def _first_row(row: Sentence, view: View) -> int:
    """The order of a sentence; of the row of a table that of its head, above which its caption stands."""
    first = row.order
    while " | " in row.text and first > 0 and " | " in view.sentences[first - 1].text:
        first -= 1
    return first


def _read_layers(figure: Figure, view: View) -> list[tuple[str, float]]:
    left, right = clause_span(figure)
    row = view.sentence_at(figure.sentence_start)
    share = figure.unit == "%"  # a clause may hold several; what it is a share of tells them apart
    around = [(spread(f"{figure.indicator} {figure.indicator_name} {figure.unit}"), 1.0)]
    cell = " | " in figure.sentence and bool(figure.unit_words)  # a row tells of its other cells too
    clause = figure.indicator if cell else figure.sentence[left:right]
    around += [(spread(clause), 0.85 if share else 0.95), (spread(figure.sentence), 0.72)]
    around.append((spread(figure.comparison), 1.0 if share else 0.8))
    if not view.is_legal:
        around.append((spread(view.source.title), 0.5))
    if row is not None:
        around.append((view.heading_of(row), 0.6))
        first = _first_row(row, view)
        before = view.sentences[max(0, first - 2) : first]
        around.append((spread(" ".join(sentence.text for sentence in before)), 0.55))
    return around


def is_heading_figure(figure: Figure, view: View) -> bool:
    """Whether the figure stands in a heading or title, which a sentence below it says in full."""
    row = view.sentence_at(figure.sentence_start)
    if row is None or row.section is None:
        return False
    return view.sections[row.section].kind == "heading" and row.start == view.sections[row.section].start
