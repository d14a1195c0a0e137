"""Which rows of a table a question asks for: "đơn vị nào dùng vốn quốc gia", "năm nào có nhiều đề án nhất".

A question is of a table where its caption, heads and document hold nearly all that it names beside what tells the
rows apart: a fund, a year, a number, a word of some of the rows. Which tables there are is read in ``tables``.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.citations import Draft, Evidence
from assistant.contrasts import contrasts, sides_held
from assistant.evidence import Library, View, years_of
from assistant.figure_fit import neutral_words, same_place, sides_of
from assistant.numbered import numbered_otherwise
from assistant.phrasing import printed, quote_draft, stated_in
from assistant.question_slots import Question
from assistant.replies import Reply
from assistant.scope import scope_fit
from assistant.tables import Row, Table, tables_in
from assistant.weighing import weigh
from assistant.wording import content_words, spread, strength
from index.records import Hit

READ_DOCUMENTS = 5  # documents of the hits whose tables are read
COVERED = 0.6  # the share of what a question names that a table must hold; set by hand on the development pages
ALL_COVERED = 0.9  # the same where every row is asked for
HELD, IN_TEXT = 0.9, 0.7  # what a word counts that the document's opening holds, or any sentence of it
SHOWN = 12  # rows that are shown
KINDS = frozenset({"list", "who", "where", "which", "passage"})
_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}
_NOUNS: tuple[tuple[str, str], ...] = (
    (
        r"đơn vị(?: thụ hưởng)?|cơ sở|doanh nghiệp|công ty|hợp tác xã|htx|hộ kinh doanh|chủ đầu tư",
        r"(?:tên )?(?:đơn vị|cơ sở|doanh nghiệp|công ty|tổ chức|hợp tác xã|chủ đề án|chủ đầu tư|chủ thể)",
    ),
    (
        r"huyện(?:,? thành phố|,? thị xã)*|thành phố|thị xã|địa phương|địa bàn|xã(?:,? phường)?|phường|nơi",
        r"(?:địa bàn|địa phương|huyện|tỉnh|đơn vị hành chính|xã|thành phố)",
    ),
    (r"năm", r"năm$"),
    (
        r"đề án|dự án|mô hình|nội dung|hạng mục|việc|máy(?: móc)?|thiết bị",
        r"(?:nội dung|tên đề án|đề án|thiết bị|hạng mục)",
    ),
    (r"sản phẩm|món(?: hàng)?|mặt hàng", r"(?:tên )?(?:sản phẩm|mặt hàng)"),
    (r"nghề|ngành nghề|lớp", r"(?:tên )?(?:nghề|ngành nghề|lớp)"),
)
"""What may be asked for by "nào", and by what its column begins."""
_ASKED = re.compile(
    r"(?<!\w)(?:(?P<count>\d{1,2}|hai|ba|bốn|năm) )?(?P<noun>"
    + "|".join(noun for noun, _ in _NOUNS)
    + r")(?: (?!nào|gì)\w+){0,6}? (?:nào|gì)(?!\w)",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?<!\w)(?:liệt kê|kể tên|kể|nêu tên|danh sách)(?: (?:các|những|tên|ra|giúp|đủ))* (?P<count>\d{1,2} )?"
    r"(?P<noun>" + "|".join(noun for noun, _ in _NOUNS) + r")(?!\w)",
    re.IGNORECASE,
)
"""Rows that are to be listed: "liệt kê đơn vị thụ hưởng ở An Nhơn"."""
_BARE_MOST = re.compile(
    r"(?:^|[,:;] )(?P<count>\d{1,2} )?(?P<noun>"
    + "|".join(noun for noun, _ in _NOUNS)
    + r")(?: (?!nhất)\w+){1,9} nhất\W*$",
    re.IGNORECASE,
)
"""The same without a question word: "Bến Tre 2021: địa bàn nhận nhiều tiền nhất"."""
_MOST = re.compile(r"(?<!\w)(?P<way>nhiều|cao|lớn|đông|ít|thấp|nhỏ)(?: (?!nhất)\w+){0,4} nhất(?!\w)", re.IGNORECASE)
_LEAST = frozenset({"ít", "thấp", "nhỏ"})
_MONEY_ASKED = re.compile(r"(?<!\w)(?:tiền|kinh phí|vốn|hỗ trợ|ngân sách)(?!\w)", re.IGNORECASE)
_GIVEN = re.compile(r"hỗ trợ|kinh phí", re.IGNORECASE)
_OWN_MONEY = re.compile(r"đối ứng|đầu tư", re.IGNORECASE)
_BOUND = re.compile(
    r"(?P<less>dưới|chưa (?:tới|đến)|ít hơn|thấp hơn)|(?P<more>trên|hơn|quá|nhiều hơn|cao hơn)", re.IGNORECASE
)
_EMPTY = frozenset(
    {
        "dùng",
        "tiền",
        "nguồn",
        "được",
        "nhận",
        "duyệt",
        "mức",
        "kể tên",
        "danh sách",
        "danh mục",
        "đợt",
        "kịch",
        "trần",
        "thị xã",
        "thành phố",
        "huyện",
    }
)
"""Words of such questions that tell no row from another and name nothing."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The rows of a table that a question asks for; ``head`` is the column asked for, ``measure`` what ranks them."""

    table: Table
    rows: tuple[Row, ...]
    head: str
    measure: str = ""
    covered: float = 0.0


def table_reply(question: Question, library: Library, hits: Sequence[Hit]) -> Reply | None:
    """What the rows asked for tell, each cited; None where no table of the hits is surely asked of."""
    most = _MOST.search(question.text) is not None
    if (
        (question.kind not in KINDS and not (most and question.kind == "when"))
        or question.language != "vi"
        or question.references
    ):
        return None
    asked = _ASKED.search(question.text) or _BARE_MOST.search(question.text) or _LISTED.search(question.text)
    if asked is None:
        return None
    documents = dict.fromkeys(hit.passage.document for hit in hits)
    views = [view for view in map(library.view, documents) if not view.is_legal][:READ_DOCUMENTS]
    tables = [table for view in views for table in tables_in(view) if _is_there(question, view, table)]
    found = [one for table in tables if (one := _ask(question, library, table, asked)) is not None]
    best = max(found, key=lambda one: one.covered, default=None)
    return _reply(question, library, best) if best is not None and best.covered >= COVERED else None


def _is_there(question: Question, view: View, table: Table) -> bool:
    """Whether a table is of a place and, where it has no column of years, of a time asked for."""
    row = table.rows[0]
    if any(place.level in ("province", "region") for place in question.places):
        main = view.main_province
        if main is None or not any(same_place(place, main) for place in question.places):
            return scope_fit(question, view, row.sentence) > 0
    years = {year for period in question.periods for year in years_of(period)}
    return not years or bool(years & view.years)


def _ask(question: Question, library: Library, table: Table, asked: re.Match[str]) -> _Found | None:
    """The rows of one table that fit; None where it lacks the column asked for or nothing tells its rows apart."""
    head = _column_of(asked["noun"], table)
    over = f"{table.caption} {table.view.heading_of(table.rows[0].sentence)}"
    if head is None or numbered_otherwise(f"{question.asked} {question.whole}", over):
        return None
    told: set[str] = set(content_words(asked["noun"])) | set(asked["noun"].lower().split())
    tests = [*_of_fund(question, table), *_of_year(question, table), *_of_number(question, table)]
    over = f"{spread(over)} {spread(' '.join(table.heads))} {spread(table.view.source.title)}"
    sided = _funds_asked(question)
    if sided and not _of_fund(question, table) and not any(sides_held(over, pair) == held for pair, held in sided):
        return None  # nothing says that the rows are of the fund asked for
    tests += _of_words(question, table, told)
    rows = [row for row in table.rows if all(test(row) for test in tests)]
    most = _MOST.search(question.text)
    measure = ""
    if most is not None:
        measure = _measure(question, table, told) or ""
        if not measure or not rows:
            return None
        rows = _ranked(rows, measure, most["way"].lower() in _LEAST, _count(asked["count"]))
    if not rows:
        return None
    covered = _covered(question, library, table, told)
    whole = most is None and len(rows) == len(table.rows)
    if whole and (tests or question.kind != "list" or covered < ALL_COVERED or len(rows) > SHOWN):
        return None
    return _Found(table, tuple(rows), head, measure, covered)


def _count(told: str | None) -> int:
    return (_COUNTS.get(told.lower()) or int(told) if told.isdigit() or told.lower() in _COUNTS else 1) if told else 1


def _column_of(noun: str, table: Table) -> str | None:
    for nouns, heads in _NOUNS:
        if re.fullmatch(nouns, noun, re.IGNORECASE):
            return next((head for head in table.heads if re.match(heads, head, re.IGNORECASE)), None)
    return None


Test = Callable[[Row], bool]


def _funds_asked(question: Question) -> list[tuple[tuple[frozenset[str], frozenset[str]], tuple[bool, bool]]]:
    """The contrasts of which a question asks one side, with the side."""
    asked = [(pair, sides_held(sides_of(question), pair)) for pair in contrasts()]
    return [(pair, held) for pair, held in asked if sum(held) == 1]


def _of_fund(question: Question, table: Table) -> list[Test]:
    """Rows of the fund asked for, where a column tells it: "Nguồn: KCQG"."""
    head = next((head for head in table.heads if re.match(r"nguồn", head, re.IGNORECASE)), None)
    asked = _funds_asked(question)
    if head is None:
        return []
    told = any(any(sides_held(spread(row.cells[head]), pair)) for row in table.rows for pair, _ in asked)
    return [lambda row: any(sides_held(spread(row.cells[head]), pair) == held for pair, held in asked)] if told else []


def _of_year(question: Question, table: Table) -> list[Test]:
    """Rows of the one year asked for, where a column tells it."""
    head = next((head for head in table.heads if re.fullmatch(r"năm(?: thực hiện)?", head, re.IGNORECASE)), None)
    years = {str(year) for period in question.periods for year in years_of(period)}
    if head is None or len(years) != 1:
        return []
    return [lambda row: row.cells[head].strip() in years]


def _of_number(question: Question, table: Table) -> list[Test]:
    """Rows with the number asked for, or above or below it: "mức 300 triệu đồng", "dưới 2 tỷ đồng", "100% kế hoạch"."""
    tests: list[Test] = []
    for one in question.stated:
        money = one.unit.startswith("đồng")
        heads = [head for head in table.heads if table.numeric(head) and _fits_unit(head, one.unit)]
        if money and not _OWN_MONEY.search(question.text):
            heads = [head for head in heads if _GIVEN.search(head) and not _OWN_MONEY.search(head)] or heads
        scale = _scale(table) if money else 1.0
        value = float(one.value) / scale
        at = question.text.lower().find(one.text.lower())
        bound = list(_BOUND.finditer(question.text[max(0, at - 12) : max(0, at)]))
        if not heads:
            continue
        head, way = heads[0], ("<" if bound[-1]["less"] else ">") if bound else "="
        if bound or any(row.number(head) == value for row in table.rows):
            tests.append(_compared(head, way, value))
    return tests


def _compared(head: str, way: str, value: float) -> Test:
    def fits(row: Row) -> bool:
        number = row.number(head) or 0.0
        return number < value if way == "<" else number > value if way == ">" else number == value

    return fits


def _fits_unit(head: str, unit: str) -> bool:
    if unit == "%":
        return "%" in head or re.search(r"tỷ lệ|tỉ lệ", head, re.IGNORECASE) is not None
    if unit.startswith("đồng"):
        return _GIVEN.search(head) is not None or re.search(r"vốn|kế hoạch|thực hiện|tiền", head, re.I) is not None
    return strength(spread(head), spread(unit).strip()) >= HELD


def _scale(table: Table) -> float:
    """How many đồng one of the table's units of money is; millions where nothing says otherwise."""
    told = f"{table.caption} {' '.join(table.heads)}".lower()
    return 1e9 if "tỷ đồng" in told else 1e3 if "nghìn đồng" in told else 1e6


def _of_words(question: Question, table: Table, told: set[str]) -> list[Test]:
    """Rows that hold a word of the question which some rows hold and neither the table nor its document's title."""
    context = f"{table.context} {spread(table.view.source.title)}"
    tests: list[Test] = []
    for word in question.words:
        if word in told or word in neutral_words() or word in _EMPTY or strength(context, word) >= HELD:
            continue
        held = [strength(_cells(row), word) >= HELD for row in table.rows]
        if any(held) and not all(held):
            told.add(word)
            tests.append(_holding(word))
    districts = [place for place in question.places if place.level == "district"]
    if districts:
        tests.append(lambda row: any(spread(place.name) in _cells(row) for place in districts))
    return tests


def _holding(word: str) -> Test:
    return lambda row: strength(_cells(row), word) >= HELD


def _cells(row: Row) -> str:
    return spread(" | ".join(row.cells.values()))


def _measure(question: Question, table: Table, told: set[str]) -> str | None:
    """The column of numbers that a superlative is of; None where none or several may be meant."""
    heads = [head for head in table.heads if table.numeric(head) and not re.fullmatch(r"năm", head, re.IGNORECASE)]
    named = {head: [word for word in question.words if _names(head, word)] for head in heads}
    best = max((len(words) for words in named.values()), default=0)
    chosen = [head for head in heads if best and len(named[head]) == best]
    if len(chosen) != 1 and _MONEY_ASKED.search(question.text):
        chosen = [head for head in heads if _GIVEN.search(head) and not _OWN_MONEY.search(head)]
    if len(chosen) != 1:
        chosen = [
            head for head in heads if re.match(r"tổng(?: số| cộng| kinh phí)?(?!\w)", head, re.IGNORECASE)
        ] or chosen
    if not chosen and len(heads) == 1:
        chosen = heads
    if len(chosen) != 1:
        return None
    told.update(named[chosen[0]])
    return chosen[0]


def _names(head: str, word: str) -> bool:
    """Whether a word of a question names a column: "công nhân" that of "Lao động", "chấm điểm" that of "Điểm"."""
    return strength(spread(head), word) >= HELD or spread(head) in f" {word} "


def _ranked(rows: Sequence[Row], measure: str, least: bool, count: int) -> list[Row]:
    """The first ``count`` rows by a column, with those that tie with the last of them."""
    ordered = sorted(rows, key=lambda row: row.number(measure) or 0.0, reverse=not least)
    last = ordered[min(count, len(ordered)) - 1].number(measure)
    return [row for n, row in enumerate(ordered) if n < count or row.number(measure) == last]


def _covered(question: Question, library: Library, table: Table, told: set[str]) -> float:
    """The share of what a question names that its table, its document's opening and its rows hold."""
    words = [word for word in question.words if word not in told | neutral_words() | _EMPTY | question.light]
    whole = spread(table.view.document.text)
    wanted = weigh(library.index, words, question.light, question.carried)
    opening = spread(" ".join([table.view.source.title, *(row.text for row in table.view.sentences[:3])]))
    return wanted.coverage((table.context, 1.0), (opening, HELD), (whole, IN_TEXT)) if words else 1.0


def _reply(question: Question, library: Library, found: _Found) -> Reply:
    """The names asked for, then each row; of a superlative each with its number."""
    view = found.table.view
    evidence = [view.evidence(row.sentence.start, row.sentence.end) for row in found.rows[:SHOWN]]
    drafts: list[Draft] = []
    if found.measure:
        for row, piece in zip(found.rows, evidence, strict=False):
            value = row.cells[found.measure]
            further: tuple[Evidence, ...] = (piece,)
            at = row.starts[found.measure]
            cells = [f for f in library.figures_in(view, row.sentence) if at <= f.start < at + len(value) + 2]
            if cells:
                value, further = printed(cells[0], view), tuple(dict.fromkeys((piece, *stated_in(cells[0], view))))
            drafts.append(Draft(f"{_named(row, found.head)} ({found.measure}: {value}).", further))
    else:
        names = "; ".join(dict.fromkeys(_named(row, found.head) for row in found.rows[:SHOWN]))
        drafts.append(Draft(f"{names}.", tuple(evidence)))
    drafts += [quote_draft(piece, question.language) for piece in evidence]
    return Reply(tuple(drafts), listed=len(drafts) > 2)


def _named(row: Row, head: str) -> str:
    """What a row is called under a head: "Năm 2014" where the cell holds the year alone."""
    value = row.cells[head]
    return f"{head} {value}" if value.isdigit() else value
