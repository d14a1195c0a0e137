"""Lists and headings as answers: whether the list found is the one asked for, and what is told of it.

It finds no list: those of a document are found in ``lists``, and ranked sentences come from ``sentence_finder``.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.citations import Draft, Evidence
from assistant.evidence import View
from assistant.legal_answers import leaf_spans
from assistant.lists import ListFound, first_sentence, list_opened_by, opens
from assistant.members import asked_head
from assistant.phrasing import quote_draft
from assistant.question_slots import Question
from assistant.sentence_finder import Ranked
from assistant.wording import Wanted, content_words, spread, strength

LIST_NEAR = 0.95  # how much of the best sentence's coverage a list must have
SAID_BY_TITLE = 0.75  # the coverage of an article whose title says what is asked for
TELLS_HEAD = 0.9
HEADED = 0.55  # the coverage from which a list is answered with that is opened by the things asked for
OPENING_RANK = 6  # the best sentences among which one that opens the list asked for is judged with the first
WITH_ITEMS = frozenset({"list", "passage"})  # kinds of question that a line is told for with the items under it
# All of these were set by hand on the development questions of evals/gold.


_HEADING = re.compile(r"\W*Điều \d+[a-zđ]?\b")
_BEHIND_IT = re.compile(r"(?:(?:sau|sau đây|dưới đây) ?[.:]|:)\s*$")


def is_headed(question: Question, listed: ListFound, best: Ranked) -> bool:
    """Whether a report's list is opened by the very things asked for: "ba nguyên tắc", "bốn nhóm sản phẩm:"."""
    head = asked_head(question)
    if head is None or listed.coverage < max(HEADED, LIST_NEAR * best.coverage):
        return False
    opening = spread(listed.view.document.text[slice(*listed.opening)])
    if listed.view.is_legal:
        if question.kind != "list" or listed.opening[0] < listed.opening[1] or listed.coverage < SAID_BY_TITLE:
            return False  # only an article without an opening line is judged by its title
        opening = spread(title_above(listed))
    heads = content_words(head)
    return bool(heads) and heads[0] not in question.carried and strength(opening, heads[0]) >= TELLS_HEAD


def title_above(listed: ListFound) -> str:
    """The title of the article of a law that holds a list."""
    view, at = listed.view, listed.view.section_at(listed.items[0][0])
    while at is not None and view.sections[at].kind != "article":
        at = view.sections[at].parent
    return view.sections[at].title if at is not None else ""


_SEVERAL = re.compile(r"(?<!\w)(?:những|các|mấy) [^,.;?]{1,40} (?:nào|gì)(?!\w)")
_ANNOUNCES = re.compile(r"(?: sau(?: đây)?[.:]|:)\s*$")
"""How a sentence ends that opens a list."""


def holds_row(listed: ListFound, row: Ranked) -> bool:
    """Whether a sentence stands in a list, its opening or one of its items."""
    start, end = min(listed.opening[0], listed.items[0][0]), listed.items[-1][1]
    return listed.view is row.view and start <= row.sentence.start < end


def opening_rows(question: Question, ranked: Sequence[Ranked], listed: ListFound | None) -> list[Ranked]:
    """The sentences near the best that open the list found, where a list is asked for."""
    if question.kind != "list" or listed is None:
        return []
    return [row for row in ranked[1:OPENING_RANK] if row.view is listed.view and opens(listed, row.sentence)]


def list_about(question: Question, ranked: Sequence[Ranked], wanted: Wanted) -> ListFound | None:
    """The list of a law that the best sentence is a point of, where several things are asked for and a sentence near
    the best opens it: "được dùng vào hai mục đích sau"."""
    if question.kind not in WITH_ITEMS or not ranked or _SEVERAL.search(question.text.lower()) is None:
        return None
    near = (row for row in ranked[1:OPENING_RANK] if row.view is ranked[0].view)
    openers = (row for row in near if _ANNOUNCES.search(row.sentence.text))
    lists = (list_opened_by(row.view, row.sentence, wanted) for row in openers)
    return next((found for found in lists if found is not None and holds_row(found, ranked[0])), None)


def as_list(best: Ranked, listed: ListFound | None) -> Ranked:
    """A sentence that opens the list found is not left hanging: it is judged with its items."""
    if listed is None or listed.view is not best.view or not opens(listed, best.sentence):
        return best
    return replace(best, signals=replace(best.signals, opening=0.0), opens_list=True)


def below_heading(question: Question, row: Ranked) -> list[Draft]:
    """The heading of an article with its khoản and điểm, where the heading itself would be the answer; [] else."""
    view, at = row.view, row.view.section_at(row.sentence.start)
    if not view.is_legal or at is None or question.kind not in WITH_ITEMS:
        return []
    at = at if view.sections[at].kind == "article" else quoted_article(view, row)
    if at is None or not _HEADING.match(row.sentence.text):
        return []
    spans = leaf_spans(view, view.sections[at])
    pieces = [view.evidence(start, end) for start, end in spans]
    return [quote_of(question, piece) for piece in pieces if piece.quote] if len(spans) > 1 else []


def quoted_article(view: View, row: Ranked) -> int | None:
    """The article that an amending text quotes from the mark in a sentence on."""
    within = (at for at, part in enumerate(view.sections) if part.quoted and part.kind == "article")
    return next((at for at in within if row.sentence.start <= view.sections[at].start < row.sentence.end), None)


def leads_on(row: Ranked) -> bool:
    """Whether a sentence that names nothing itself only says that what is asked for comes behind it."""
    return row.entity is None and _BEHIND_IT.search(row.sentence.text) is not None


def quote_of(question: Question, evidence: Evidence) -> Draft:
    """The evidence as an answer in the question's language."""
    return quote_draft(evidence, question.language)


def list_drafts(question: Question, found: ListFound) -> list[Draft]:
    """What opens a list and the first sentence of each of its items."""
    view = found.view
    spans = [found.opening, *(first_sentence(view, start, end) for start, end in found.items)]
    pieces = [view.evidence(start, end) for start, end in spans]
    return [quote_of(question, evidence) for evidence in pieces if evidence.quote]
