"""What tells the rows of a table apart: the fund, the year, the number or the words that a question names."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache

from assistant.contrasts import contrasts, sides_held
from assistant.evidence import Library, View, years_of
from assistant.figure_fit import neutral_words, sides_of
from assistant.question_slots import Question
from assistant.tables import Row, Table
from assistant.wording import listed_words, spread, strength
from documents.records import Figure, Quantity

Test = Callable[[Row], bool]
Sides = tuple[tuple[frozenset[str], frozenset[str]], tuple[bool, bool]]
"""The two sides of a contrast and which of them are held."""

HELD = 0.9  # what a word must be held by
OF_FUND = frozenset({"vốn", "nguồn", "nguồn vốn"})  # said of the fund that pays: "dùng vốn khuyến công quốc gia"
GIVEN = re.compile(r"hỗ trợ|kinh phí", re.IGNORECASE)
OWN_MONEY = re.compile(r"đối ứng|đầu tư", re.IGNORECASE)
_COMPARED = re.compile(r"(?<!\w)(?:(?P<less>ít|thấp|nhỏ)|nhiều|cao|lớn) hơn\W*$", re.IGNORECASE)
_NOT_BEYOND = re.compile(
    r"(?<!\w)(?:không (?:quá|vượt|dưới|ít|thấp|lớn)|tối (?:đa|thiểu)|(?:ít|nhiều) nhất)|[≤≥]", re.IGNORECASE
)
"""What bounds a number that itself is within the bound."""


@cache
def light_words() -> frozenset[str]:
    """Words of such questions that tell no row from another and name nothing."""
    return listed_words("table_light_words.txt") | neutral_words()


def funds_asked(question: Question) -> list[Sides]:
    """The contrasts of which a question asks one side, with the side."""
    return [(pair, held) for pair, held in sides_asked(question) if sum(held) == 1]


def sides_asked(question: Question) -> list[Sides]:
    """Every contrast with the sides of it that a question names."""
    return [(pair, sides_held(sides_of(question), pair)) for pair in contrasts()]


def of_fund(table: Table, funds: Sequence[Sides]) -> list[Test]:
    """Rows of the fund asked for, where a column ("Nguồn: KCQG") or the name of their group tells it."""
    head = next((head for head in table.heads if re.match(r"nguồn", head, re.IGNORECASE)), None)

    def sides(row: Row, pair: tuple[frozenset[str], frozenset[str]]) -> tuple[bool, bool]:
        return sides_held(spread(row.cells[head]) if head is not None else row.group_words, pair)

    if not any(any(sides(row, pair)) for row in table.rows for pair, _ in funds):
        return []
    return [lambda row: any(sides(row, pair) == held for pair, held in funds)]


def of_year(question: Question, table: Table) -> list[Test]:
    """Rows of the years asked for, where a column tells them and not all rows are of one of them."""
    head = next((head for head in table.heads if re.fullmatch(r"năm(?: thực hiện)?", head, re.IGNORECASE)), None)
    years = {str(year) for period in question.periods for year in years_of(period)}
    if head is None or not years or all(row.cells[head] in years for row in table.rows):
        return []
    return [lambda row: row.cells[head] in years]


def of_number(question: Question, library: Library, table: Table) -> list[Test]:
    """Rows with the number asked for, or above or below it: "mức 300 triệu đồng", "dưới 2 tỷ đồng", "100% kế hoạch"."""
    tests: list[Test] = []
    for one in question.stated:
        values = {head: _values(library, table, head, one.unit) for head in table.heads}
        heads = [head for head, held in values.items() if len(held) == len(table.rows)]
        if one.unit.startswith("đồng") and not OWN_MONEY.search(question.text):
            heads = [head for head in heads if GIVEN.search(head) and not OWN_MONEY.search(head)] or heads
        if heads:
            tests.append(_compared(values[heads[0]], one, question.text))
        elif one.unit.startswith("đồng") or one.unit == "%":
            tests.append(lambda row: False)  # no column tells it
    return tests


def _values(library: Library, table: Table, head: str, unit: str) -> dict[int, Decimal]:
    """The values of a unit in a column, each in its base unit, by where its row begins."""
    figures = ((row.sentence.start, figure_in(library, table.view, row, head)) for row in table.rows)
    return {start: f.value for start, f in figures if f is not None and _same_unit(f.unit, unit)}


def figure_in(library: Library, view: View, row: Row, head: str) -> Figure | None:
    """The figure that the documents room read in a cell; None where it is none."""
    start = row.starts[head]
    end = start + len(row.cells[head]) + 2  # the space after the colon
    return next((f for f in library.figures_in(view, row.sentence) if start <= f.start < end), None)


def _same_unit(unit: str, asked: str) -> bool:
    return unit == asked or strength(spread(unit), spread(asked).strip()) >= HELD


def _compared(values: Mapping[int, Decimal], one: Quantity, text: str) -> Test:
    """Rows whose value is the one stated, lies between its two ends, or on the side of it that the question names."""
    before, _, behind = text.lower().partition(one.text.lower())
    compared = _COMPARED.search(before)
    under = one.qualifier == "under" or (compared is not None and compared["less"] is not None)
    over = not under and (one.qualifier == "over" or compared is not None)
    bound = _NOT_BEYOND.search(before[-20:]) or re.match(r" trở (?:lên|xuống)", behind)
    within = bound is not None or not (under or over)

    def fits(row: Row) -> bool:
        value = values[row.sentence.start]
        if one.upper is not None:
            return one.value <= value <= one.upper
        return (within and value == one.value) or (under and value < one.value) or (over and value > one.value)

    return fits


def of_words(question: Question, table: Table, told: set[str]) -> list[Test]:
    """Rows that hold a word of the question which some rows hold and neither the table nor its document's title."""
    context = f"{table.context} {spread(table.view.source.title)}"
    tests: list[Test] = []
    for word in question.words:
        if word in told | light_words() or strength(context, word) >= HELD:
            continue
        test = _holding(word)
        if len({test(row) for row in table.rows}) > 1:
            told.add(word)
            tests.append(test)
    districts = [place for place in question.places if place.level == "district"]
    if districts:
        tests.append(lambda row: any(spread(place.name) in row.words for place in districts))
    return tests


def _holding(word: str) -> Test:
    return lambda row: strength(row.words, word) >= HELD
