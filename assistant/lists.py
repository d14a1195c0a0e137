"""Lists of a document that a question may ask for: an article's khoản, a khoản's điểm, items under a line.

It finds lists and their items; whether a list is the answer is decided in ``passage_answers``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer_forms import of_other_body
from assistant.evidence import Library, Sentence, View, is_heading
from assistant.members import asked_head
from assistant.question_slots import Question
from assistant.scope import scope_fit
from assistant.wording import Wanted, holds, spread
from index.records import Hit

_MARKS = (
    ("bullet", re.compile(r"\s*[-–+*•]\s")),
    ("number", re.compile(r"\s*\d{1,2}[.)]\s")),
    ("letter", re.compile(r"\s*[a-zđ]\)\s")),
    ("ordinal", re.compile(r"\s*(?:Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín)|(?:Một|Hai|Ba|Bốn|Năm|Sáu) là)(?!\w)")),
)
"""What marks the items of a list, by kind; an item may open a list of another kind."""
_SPEAKER = re.compile(r"[^:.;?!]{3,60}: ")
_SHORT = 90  # characters of a heading line that may open a list without a colon


def _mark(text: str) -> str:
    """The kind of mark that a line or sentence begins with; "" where it is no item."""
    return next((kind for kind, mark in _MARKS if mark.match(text)), "")


AS_NEAR = 0.06  # how far behind an article a list inside it may be that is told in its stead; set by hand
_LEADS = re.compile(r"(?::|(?:sau|sau đây|dưới đây)\.)\s*$")
_SUBJECT = re.compile(r"(.{8,80}?),? (?:gồm|bao gồm|có)(?!\w)")
OPENS_WITH_HEAD = 0.05  # what it gains that opens with the thing asked for or says it whole; set by hand
SAYS_SUBJECT = 0.1  # what a list gains whose opening says the question's subject word for word; set by hand


@dataclass(frozen=True, slots=True)
class ListFound:
    """A list of a document: the sentence or heading that opens it and the spans of its items."""

    view: View
    opening: tuple[int, int]
    items: tuple[tuple[int, int], ...]
    coverage: float


def find_list(question: Question, wanted: Wanted, hits: Sequence[Hit], library: Library) -> ListFound | None:
    """The list that the question asks for: an article's khoản, a khoản's điểm, or items under an opening line."""
    best: ListFound | None = None
    subject = _SUBJECT.match(question.text)
    head = asked_head(question)
    for document in dict.fromkeys(hit.passage.document for hit in hits):
        view = library.view(document)
        spans = [(h.passage.start, h.passage.end) for h in hits if h.passage.document == document]
        for found in [*_legal_lists(view, wanted, spans), *_item_lists(view, wanted, spans)]:
            opening = view.sentence_at(min(found.opening[0], found.items[0][0]))
            if opening is None or not scope_fit(question, view, opening):
                continue
            if of_other_body(question, f"{opening.prepared} {view.heading_of(opening)}"):
                continue
            if subject is not None and holds(opening.prepared, spread(subject[1]).strip()):
                found = replace(found, coverage=found.coverage + SAYS_SUBJECT)
            if head is not None and _names_head(opening, spread(head).strip()):
                found = replace(found, coverage=found.coverage + OPENS_WITH_HEAD)
            if best is None or found.coverage > best.coverage + 1e-9:
                best = found
    return _led_to_inside(best, wanted) if best is not None else None


def _led_to_inside(found: ListFound, wanted: Wanted) -> ListFound:
    """Of an article without an opening line the list that a khoản leads on to ("1. Hồ sơ gồm:"), where as near."""
    start, end = found.items[0][0], found.items[-1][1]
    if not found.view.is_legal or found.opening[0] < found.opening[1]:
        return found
    text = found.view.document.text
    inner = [
        other
        for other in _legal_lists(found.view, wanted, [(start, end)])
        if _LEADS.search(text[start : other.items[0][0]])
    ]
    near = [other for other in inner if other.coverage >= found.coverage - AS_NEAR]
    best = max(near, key=lambda other: other.coverage, default=None)
    return replace(best, coverage=found.coverage) if best is not None else found


def _names_head(opening: Sentence, head: str) -> bool:
    """Whether what opens a list begins with the thing asked for, or says a longer name of it whole."""
    return opening.prepared.startswith(f" {head} ") or (len(head.split()) > 2 and holds(opening.prepared, head))


def list_opened_by(view: View, sentence: Sentence, wanted: Wanted) -> ListFound | None:
    """The list of points or khoản that a sentence of a law opens, if it opens one."""
    lists = _legal_lists(view, wanted, [(sentence.start, sentence.end)]) if view.is_legal else []
    return next((found for found in lists if opens(found, sentence)), None)


def list_led_to(view: View, sentence: Sentence, wanted: Wanted) -> ListFound | None:
    """The items that a line of a report ending in a colon leads to, if it leads to any."""
    if view.is_legal or not sentence.text.rstrip().endswith(":"):
        return None
    lists = _item_lists(view, wanted, [(sentence.start, sentence.end)])
    return next((found for found in lists if opens(found, sentence)), None)


def opens(found: ListFound, sentence: Sentence) -> bool:
    """Whether a sentence stands in what opens a list."""
    return found.opening[0] <= sentence.start < max(found.opening[1], found.opening[0] + 1)


def _touches(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < span_end and span_start < end for span_start, span_end in spans)


def _legal_lists(view: View, wanted: Wanted, spans: Sequence[tuple[int, int]]) -> list[ListFound]:
    lists = []
    children: dict[int, list[int]] = {}
    for at, section in enumerate(view.sections):
        if section.kind in ("clause", "point") and section.parent is not None:
            children.setdefault(section.parent, []).append(at)
    for parent, members in children.items():
        section = view.sections[parent]
        if len(members) < 2 or not _touches(section.start, section.end, spans):
            continue
        first = view.sections[members[0]]
        text = view.document.text[section.start : first.start]
        opening = after_heading(view, section.start, first.start)
        titles = view.heading_of(view.sentence_at(section.start) or view.sentences[0])
        coverage = wanted.coverage((spread(text), 1.0), (titles, 0.8))
        coverage += 0.02 if section.kind == "clause" else 0.0
        items = tuple((view.sections[at].start, view.sections[at].end) for at in members)
        lists.append(ListFound(view, opening, items, coverage))
    return lists


def after_heading(view: View, start: int, end: int) -> tuple[int, int]:
    """The part of a span that follows the heading line of its section; empty when there is nothing more."""
    for sentence in view.between(start, end):
        if sentence.start >= start and not is_heading(view, sentence):
            return sentence.start, end
    return end, end


def _item_lists(view: View, wanted: Wanted, spans: Sequence[tuple[int, int]]) -> list[ListFound]:
    if view.is_legal:
        return []
    lists = []
    lines = _lines(view.document.text)
    marks = [_mark(view.document.text[start:end]) for start, end in lines]
    for at, (start, end) in enumerate(lines[:-1]):
        text, kind = view.document.text[start:end], marks[at + 1]
        if not kind or kind == marks[at]:
            continue
        announced = text.rstrip().endswith((":", "sau", "như sau", "..."))
        headed = marks[at] in ("", "number") and len(text) < _SHORT and text.rstrip()[-1:].isalnum()
        if not announced and not headed:
            continue
        items = []
        for number in range(at + 1, len(lines)):
            if not marks[number] or marks[number] == marks[at]:
                break  # an item of an item goes on with it
            items.append(lines[number])
        if len(items) < 2 or not _touches(start, items[-1][1], spans):
            continue
        row = view.sentence_at(end - 1)
        opening = (row.start, end) if row is not None and row.start >= start else (start, end)
        titles = view.heading_of(row) if row is not None else ""
        coverage = wanted.coverage((spread(text), 1.0), (titles, 0.7))
        lists.append(ListFound(view, opening, tuple(items), coverage))
    return [*lists, *_in_running_text(view, wanted, spans)]


def _in_running_text(view: View, wanted: Wanted, spans: Sequence[tuple[int, int]]) -> list[ListFound]:
    """Points told one behind the other in running text: "Một là ... Hai là ...", behind a speaker's name or not.

    What opens them is the sentence before, or the question of the interview that they answer.
    """
    lists = []
    rows = view.sentences
    at = 1
    while at < len(rows):
        first = at
        while at < len(rows) and _mark(_SPEAKER.sub("", rows[at].text, count=1 if at == first else 0)) == "ordinal":
            at += 1
            while at < len(rows) and rows[at].section == rows[first].section and _goes_on(rows, at):
                at += 1
        if at - first < 2:
            at = max(at, first) + (at == first)
            continue
        put = view.question_before(rows[first])
        opening = rows[first - 1]
        told = " ".join(row.prepared for row in (put, opening) if row is not None)
        if _touches(opening.start, rows[at - 1].end, spans):
            marked = [row for row in rows[first:at] if row is rows[first] or _mark(row.text)]
            ends = [*(row.start for row in marked[1:]), rows[at - 1].end]
            items = tuple((row.start, end) for row, end in zip(marked, ends, strict=True))
            coverage = wanted.coverage((told, 1.0), (view.heading_of(rows[first]), 0.7))
            lists.append(ListFound(view, (opening.start, opening.end), items, coverage))
    return lists


def _goes_on(rows: Sequence[Sentence], at: int) -> bool:
    """Whether a sentence between two such points goes on with the first of them."""
    return at + 1 < len(rows) and not _mark(rows[at].text) and _mark(rows[at + 1].text) == "ordinal"


def _lines(text: str) -> list[tuple[int, int]]:
    """Spans of the non-empty lines of a text."""
    return [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]


def first_sentence(view: View, start: int, end: int) -> tuple[int, int]:
    """The span of an item's first full sentence within it, its number or bullet included."""
    for sentence in view.between(start, end):
        if sentence.end > start and len(spread(sentence.text).split()) > 2:
            return max(start, sentence.start), min(end, sentence.end)
    return start, end
