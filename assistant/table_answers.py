"""Which rows of a table a question asks for: "đơn vị nào dùng vốn quốc gia", "năm nào có nhiều đề án nhất".

A question is of a table where its caption, heads and document hold nearly all that it names beside what tells the
rows apart: a fund, a year, a number, a word of some of the rows. Which tables there are is read in ``tables``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.citations import Draft, Evidence
from assistant.contrasts import side_words, sides_held
from assistant.evidence import Library, View, years_of
from assistant.figure_fit import same_place, sides_of
from assistant.numbered import numbered_otherwise
from assistant.phrasing import printed, quote_draft, stated_in
from assistant.question_slots import Question
from assistant.replies import Reply
from assistant.scope import scope_fit
from assistant.table_rows import (
    GIVEN,
    HELD,
    OF_FUND,
    OWN_MONEY,
    Sides,
    figure_in,
    funds_asked,
    light_words,
    of_fund,
    of_number,
    of_words,
    of_year,
    sides_asked,
)
from assistant.tables import Row, Table, tables_in
from assistant.weighing import weigh
from assistant.wording import content_words, spread, strength
from documents.numbers import parse_number
from index.records import Hit

READ_DOCUMENTS = 5  # documents of the hits whose tables are read
COVERED = 0.6  # the share of what a question names that a table must hold; set by hand on the development pages
ALL_COVERED = 0.9  # the same where every row is asked for
IN_TEXT = 0.7  # what a word counts that the document's opening holds, or any sentence of it
SHOWN = 12  # rows that are shown; more are withheld
KINDS = frozenset({"list", "who", "where", "which", "passage"})
_NOUNS: tuple[tuple[str, str], ...] = (
    (
        r"đơn vị(?: thụ hưởng| hưởng lợi)?|cơ sở|doanh nghiệp|công ty|hợp tác xã|htx|hộ kinh doanh|chủ đầu tư",
        r"(?:tên )?(?:đơn vị(?! tính)|cơ sở|doanh nghiệp|công ty|tổ chức|hợp tác xã|chủ đề án|chủ đầu tư|chủ thể)",
    ),
    (
        r"huyện(?:,? thành phố|,? thị xã)*|thành phố|thị xã|địa phương|địa bàn|xã(?:,? phường)?|phường|nơi",
        r"(?:địa bàn|địa phương|huyện|tỉnh|đơn vị hành chính|xã|thành phố)",
    ),
    (r"năm", r"năm$"),
    (
        r"đề án|dự án|mô hình|nội dung(?: hoạt động| hỗ trợ)?|hạng mục|khoản|mảng|hoạt động|việc|máy(?: móc)?|thiết bị",
        r"(?:nội dung|tên đề án|đề án|thiết bị|hạng mục|hoạt động)",
    ),
    (r"sản phẩm|món(?: hàng)?|mặt hàng", r"(?:tên )?(?:sản phẩm|mặt hàng)"),
    (r"nghề|ngành nghề|lớp", r"(?:tên )?(?:nghề|ngành nghề|lớp)"),
)
"""What may be asked for by "nào", and by what its column begins."""
_NOUN = "|".join(noun for noun, _ in _NOUNS)
_ASKED = re.compile(
    r"(?<!\w)(?:(?<!đợt )(?<!quý )(?<!tháng )(?<!ngày )(?<!năm )(?<!lần )(?<!trong )(?<!số )"
    r"(?P<count>\d{1,2}|hai|ba|bốn|năm) )?(?P<noun>"
    + _NOUN
    + rf")(?: (?!(?:nào|gì|{_NOUN})(?!\w))\w+){{0,6}}? (?:nào|gì)(?!\w)",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?<!\w)(?:liệt kê|kể tên|kể|nêu tên|danh sách)(?: (?:các|những|tên|ra|giúp|đủ))* (?P<count>\d{1,2} )?"
    rf"(?P<noun>{_NOUN})(?!\w)",
    re.IGNORECASE,
)
"""Rows that are to be listed: "liệt kê đơn vị thụ hưởng ở An Nhơn"."""
_ALL_WHO = re.compile(
    rf"(?<!\w)(?P<count>\d{{1,2}} )?(?:các|những) (?P<noun>{_NOUN})(?!\w)[^,.;?]{{0,80}}? (?:gồm|là) (?:có )?"
    r"(?:những )?(?:ai|gì|đâu|đơn vị nào)(?!\w)",
    re.IGNORECASE,
)
"""The same by "gồm những ai": "các đơn vị được hưởng vốn KCQG gồm những ai"."""
_BARE_MOST = re.compile(
    rf"(?:^|[,:;] )(?P<count>\d{{1,2}} )?(?P<noun>{_NOUN})(?: (?!nhất)\w+){{1,9}} nhất\W*$",
    re.IGNORECASE,
)
"""The same without a question word: "Bến Tre 2021: địa bàn nhận nhiều tiền nhất"."""
_MOST = re.compile(
    r"(?<!\w)(?P<way>nhiều|cao|lớn|đông|ít|thấp|nhỏ)(?: (?!nhất)\w+){0,8} nhất(?!\w)(?! (?:là )?\d)", re.IGNORECASE
)
_OTHERS = re.compile(
    r"(?<!\w)(?:không(?! (?:quá|vượt|dưới|ít|thấp|lớn)(?!\w))|chưa(?! (?:tới|đến|đầy)(?!\w))|ngoài|trừ|khác|còn lại)"
    r"(?!\w)|(?<!\w)nhất (?:sau|thứ)(?!\w)|(?<!\w)(?:thứ|nhì|hạng)(?!\w)",
    re.IGNORECASE,
)
"""What asks for the rows that are not so, or for another than the first: "ngoài Mỏ Cày Nam, huyện nào"."""
_CHANGED = re.compile(
    r"(?<!\w)(?:tăng|giảm|chênh|hụt|thiếu|bình quân|trung bình|tỷ lệ|tỉ lệ|so với)(?!\w)", re.IGNORECASE
)
"""What is told by no column of amounts, unless its head says so: "năm nào kinh phí tăng nhiều nhất"."""
_FAILED = re.compile(
    r"(?<!\w)(?:bị (?P<done>\w+(?: \w+)?)|chậm|trễ|vi phạm|thu hồi|dừng|ngừng|hủy|huỷ|hoàn trả|nợ|thanh lý|rút)(?!\w)",
    re.IGNORECASE,
)
"""What befell a row; a table that does not print it does not tell it."""
_SHARE = re.compile(r"%|(?<!\w)(?:tỷ lệ|tỉ lệ|phần trăm)(?!\w)", re.IGNORECASE)
_PLANNED = re.compile(r"(?<!\w)(?:kế hoạch|dự toán|được giao)(?!\w)", re.IGNORECASE)
_REST = re.compile(r"(?<!\w)(?:còn lại|khác)(?!\w)", re.IGNORECASE)
"""A row of all that are not told by name, which is none of them."""
_LEAST = frozenset({"ít", "thấp", "nhỏ"})
_MONEY_ASKED = re.compile(r"(?<!\w)(?:tiền|kinh phí|vốn|hỗ trợ|ngân sách)(?!\w)", re.IGNORECASE)


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
        or _OTHERS.search(question.text) is not None
        or any(all(held) for _, held in sides_asked(question))
    ):
        return None
    asked = next(filter(None, (way.search(question.text) for way in (_ASKED, _ALL_WHO, _BARE_MOST, _LISTED))), None)
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
    printed_in = " ".join([table.context, *(row.words for row in table.rows)])
    if any(spread(one["done"] or one[0]) not in printed_in for one in _FAILED.finditer(question.text)):
        return None
    told: set[str] = set(content_words(asked["noun"])) | set(asked["noun"].lower().split())
    funds = funds_asked(question)
    fund = of_fund(table, funds)
    over = f"{spread(over)} {spread(' '.join(table.heads))} {spread(table.view.source.title)}"
    most = _MOST.search(question.text)
    measure = (_measure(question, table, told, funds) or "") if most is not None else ""
    said = any(sides_held(text, pair) == held for text in (over, spread(measure)) for pair, held in funds)
    if funds and not fund and not said:
        return None  # nothing says that the rows are of the fund asked for
    if funds:
        told |= side_words(sides_of(question)) | OF_FUND
    tests = [*fund, *of_year(question, table), *of_number(question, library, table)]
    tests += of_words(question, table, told)
    rows = [row for row in table.rows if all(test(row) for test in tests)]
    if most is not None:
        changed = {word.lower() for word in _CHANGED.findall(question.text)}
        if not measure or not rows or any(word not in measure.lower() for word in changed):
            return None
        rows = [row for row in rows if row.number(measure) is not None and not _REST.search(row.cells[head])]
        rows = _ranked(rows, measure, most["way"].lower() in _LEAST, _count(asked["count"]))
    if not 0 < len(rows) <= SHOWN or not all(row.cells[head] for row in rows):
        return None  # a part of them would be taken for all
    covered = _covered(question, library, table, told)
    whole = most is None and len(rows) == len(table.rows)
    if whole and (tests or question.kind != "list" or covered < ALL_COVERED):
        return None
    return _Found(table, tuple(rows), head, measure, covered)


def _count(told: str | None) -> int:
    """How many rows are asked for: "ba huyện nào"; one where no number is said."""
    number = parse_number(told) if told else None
    return max(1, int(number)) if number is not None else 1


def _column_of(noun: str, table: Table) -> str | None:
    for nouns, heads in _NOUNS:
        if re.fullmatch(nouns, noun, re.IGNORECASE):
            return next((head for head in table.heads if re.match(heads, head, re.IGNORECASE)), None)
    return None


def _measure(question: Question, table: Table, told: set[str], funds: Sequence[Sides]) -> str | None:
    """The column of numbers that a superlative is of; None where none or several may be meant."""
    heads = [head for head in table.heads if table.numeric(head) and not re.fullmatch(r"năm", head, re.IGNORECASE)]
    share = _SHARE.search(question.text) is not None
    heads = [head for head in heads if (_SHARE.search(head) is not None) == share] or heads
    heads = [head for head in heads if any(sides_held(spread(head), pair) == held for pair, held in funds)] or heads
    done = [head for head in heads if _PLANNED.search(head) is None]
    heads = done if done and _PLANNED.search(question.text) is None else heads
    named = {head: [word for word in question.words if _names(head, word)] for head in heads}
    best = max((len(words) for words in named.values()), default=0)
    chosen = [head for head in heads if best and len(named[head]) == best]
    if len(chosen) != 1 and _MONEY_ASKED.search(question.text):
        chosen = [head for head in heads if GIVEN.search(head) and not OWN_MONEY.search(head)]
    if len(chosen) != 1:
        chosen = [
            head for head in heads if re.match(r"tổng(?: số| cộng| kinh phí)?(?!\w)", head, re.IGNORECASE)
        ] or chosen
    if len(chosen) != 1 and len(heads) == 1 and not _tells_more(question, table, told):
        chosen = heads
    if len(chosen) != 1 or _several_units(table):
        return None
    told.update(named[chosen[0]])
    return chosen[0]


def _tells_more(question: Question, table: Table, told: set[str]) -> bool:
    """Whether a question names something that neither a table nor one of its rows holds: "nhiều lao động nhất"."""
    held = f"{table.context} {spread(table.view.source.title)} {' '.join(row.words for row in table.rows)}"
    return any(strength(held, word) < HELD for word in question.words if word not in told | light_words())


def _several_units(table: Table) -> bool:
    """Whether the rows are counted each in its own unit, so that none is more than another."""
    head = next((head for head in table.heads if re.match(r"đơn vị tính|đvt", head, re.IGNORECASE)), None)
    return head is not None and len({row.cells[head].lower() for row in table.rows}) > 1


def _names(head: str, word: str) -> bool:
    """Whether a word of a question names a column: "công nhân" that of "Lao động", "chấm điểm" that of "Điểm"."""
    return strength(spread(head), word) >= HELD or spread(head) in f" {word} "


def _ranked(rows: Sequence[Row], measure: str, least: bool, count: int) -> list[Row]:
    """The first ``count`` rows by a column, with those that tie with the last of them."""
    numbers = {row.sentence.start: number.value for row in rows if (number := row.number(measure)) is not None}
    ordered = sorted(rows, key=lambda row: numbers[row.sentence.start], reverse=not least)
    last = numbers[ordered[min(count, len(ordered)) - 1].sentence.start]
    return [row for n, row in enumerate(ordered) if n < count or numbers[row.sentence.start] == last]


def _covered(question: Question, library: Library, table: Table, told: set[str]) -> float:
    """The share of what a question names beside ``told`` that its table, its document's opening or text holds."""
    words = [word for word in question.words if word not in told | light_words() | question.light]
    whole = spread(table.view.document.text)
    wanted = weigh(library.index, words, question.light, question.carried)
    opening = spread(" ".join([table.view.source.title, *(row.text for row in table.view.sentences[:3])]))
    return wanted.coverage((table.context, 1.0), (opening, HELD), (whole, IN_TEXT)) if words else 1.0


def _reply(question: Question, library: Library, found: _Found) -> Reply:
    """The names asked for, then each row; of a superlative each with its number."""
    view = found.table.view
    evidence = [view.evidence(row.sentence.start, row.sentence.end) for row in found.rows]
    groups = dict.fromkeys(line for row in found.rows for line in row.groups)
    over = tuple(view.evidence(group.start, group.end) for group in groups)
    drafts: list[Draft] = []
    if found.measure:
        for row, piece in zip(found.rows, evidence, strict=False):
            value, label = row.cells[found.measure], found.measure
            rests: tuple[Evidence, ...] = (piece,)
            if (figure := figure_in(library, view, row, found.measure)) is not None:
                value, rests = printed(figure, view), tuple(dict.fromkeys((piece, *stated_in(figure, view))))
                label = re.sub(r" ?\([^()]*\)$", "", label) if value != row.cells[found.measure] else label
            drafts.append(Draft(f"{_named(row, found.head)} ({label}: {value}).", rests))
    else:
        names = "; ".join(dict.fromkeys(_named(row, found.head) for row in found.rows))
        drafts.append(Draft(f"{names}.", (*evidence, *over)))
    drafts += [quote_draft(piece, question.language) for piece in evidence]
    return Reply(tuple(drafts), listed=True)


def _named(row: Row, head: str) -> str:
    """What a row is called under a head: "Năm 2014" where the cell holds the year alone."""
    value = row.cells[head]
    return f"{head} {value}" if value.isdigit() else value
