"""Which of the sentences found stand first: those of the text, the body or the deed asked for, a cause, a list.

It orders and leaves out; how near a sentence is to a question is told in ``sentence_finder``, whether it is surely
enough an answer in ``passage_answers``.
"""

import re
from collections.abc import Sequence

from assistant.answer_forms import asks_why, cause_lacking, of_other_body
from assistant.entities import names_office
from assistant.figure_fit import neutral_words, same_place
from assistant.lacking import contact_lacking
from assistant.members import asked_head
from assistant.question_slots import Question
from assistant.sentence_finder import Ranked
from assistant.speakers import of_other_speaker, office_that_says, says_so
from assistant.standing import asks_replacing
from assistant.weighing import HELD
from assistant.wording import content_words, holds, spread, strength
from documents.legal_references import find_section

CAUSE_RANK, CAUSE_BEHIND = 4, 2  # among the best sentences, and how far behind the best, its cause is looked for
BESIDE_RANK, BESIDE, NEARLY = 5, 2, 0.8  # among the best, how far from the best, and how much of its coverage
# All of these were set by hand on the development questions of evals/gold.


def of_texts_named(question: Question, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """The sentences of the texts and bodies that the question names, or that name those; all when there are none."""
    ranked = [row for row in ranked if not _of_other_body(question, row)] or ranked
    ranked = _of_deed_asked(question, _to_body_asked(question, ranked))
    if asks_replacing(question):
        telling = [row for row in ranked if holds(row.sentence.prepared, "thay thế")]
        ranked = [row for row in telling if not holds(row.sentence.prepared, "không thay thế")] or telling or ranked
    if not question.within:
        return ranked
    numbers = [reference.number.lower() for reference in question.references if reference.number]
    kept = [
        row
        for row in ranked
        if row.view.document.id in question.within or any(number in row.sentence.text.lower() for number in numbers)
    ]
    return [row for row in kept or ranked if _in_section_named(question, row)]


def _in_section_named(question: Question, row: Ranked) -> bool:
    """Whether a sentence stands in the article, khoản or điểm that the question names, where its text has that one."""
    if row.view.document.id not in question.within:
        return True
    named = [reference for reference in question.references if reference.article and reference.article != "này"]
    found = [find_section(row.view.sections, reference) for reference in named]
    spans = [(section.start, section.end) for section in found if section is not None]
    return not spans or any(start <= row.sentence.start < end for start, end in spans)


_DEEDS = ("kết luận", "chủ trì", "khai mạc", "bế mạc")
_LISTS = re.compile(r"(?<!\w)(?:gồm|gồm có|là)(?: có)?:| gồm |: ")


def _of_deed_asked(question: Question, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Where it is asked who chaired, opened or concluded: the sentences that say just that; all when there are none."""
    if names_office(question):
        return ranked
    deed = next((deed for deed in _DEEDS if question.kind == "who" and holds(spread(question.text), deed)), "")
    return [row for row in ranked if deed and holds(row.sentence.prepared, deed)] or ranked


_REPORTS_TO = re.compile(r" báo cáo (?:lên |cho |về )?(bộ|cục|sở|chính phủ|thủ tướng|ủy ban nhân dân|ubnd) ")


def _to_body_asked(question: Question, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Where it is asked who reports to a body ("tỉnh báo cáo Bộ ..."): the sentences that report to it, if any do."""
    asked = _REPORTS_TO.search(spread(question.text))
    told = [row for row in ranked if asked is not None and f" báo cáo {asked[1]} " in row.sentence.prepared]
    return told or ranked


def _of_other_body(question: Question, row: Ranked) -> bool:
    return of_other_body(question, f"{row.sentence.prepared} {row.view.heading_of(row.sentence)}")


PROVINCE_RANK = 6  # among how many of the best one of a report of the very province is looked for


def of_province_first(question: Question, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Where a province is asked of and the best is a region's: the first near it of that province's own report."""
    asked = [place for place in question.places if place.level == "province"]
    if len(asked) != 1 or not ranked or question.kind not in ("list", "passage") or ranked[0].view.is_legal:
        return ranked

    def own(row: Ranked) -> bool:
        main = row.view.main_province
        return (main is not None and same_place(main, asked[0])) or asked[0] in row.view.places_of(row.sentence)

    if own(ranked[0]):
        return ranked
    first = next((row for row in ranked[1:PROVINCE_RANK] if own(row)), None)
    return ranked if first is None else [first, *(row for row in ranked if row is not first)]


_TELLS_LITTLE = frozenset({"nguyên nhân", "lí do", "khiến", "đề án", "địa phương", "doanh nghiệp", "năm"})
"""Words of a question for a cause that a sentence on any other thing may hold."""
POINTS_BACK = re.compile(r"(?:Nguyên nhân|Lý do|Lí do|Lý giải|Lí giải|Giải thích|Đó là do|Điều này|Sở dĩ)(?!\w)")


def cause_first(question: Question, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Where a cause is asked for and the best sentence only tells what happened, the one right behind it that says why.

    It points back ("Nguyên nhân chủ yếu là ...") or holds a word of the question that is its own.
    """
    if not ranked or not asks_why(question) or not cause_lacking(question, ranked[0].sentence.text):
        return ranked
    best = ranked[0]
    telling = [word for word in question.words if word not in neutral_words() | _TELLS_LITTLE and len(word) > 1]
    for row in ranked[1:CAUSE_RANK]:
        behind = row.view is best.view and 0 < row.sentence.order - best.sentence.order <= CAUSE_BEHIND
        if not behind or cause_lacking(question, row.sentence.text):
            continue
        held = sum(strength(row.sentence.prepared, word) >= HELD for word in telling)
        own = held >= min(2, len(telling)) > 0
        if POINTS_BACK.match(row.sentence.text) or own:
            return [row, *(other for other in ranked if other is not row)]
    return ranked


SPEAKER_RANK = 5  # among how many of the best the sentence that names the speaker asked for is looked for


def speaker_first(question: Question, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Where it is asked what the holder of an office said, the sentence that names that very one as speaking."""
    named = office_that_says(question)
    if not named or not ranked or question.kind not in ("passage", "list"):
        return ranked
    first = next((row for row in ranked[:SPEAKER_RANK] if says_so(named, row.sentence.text)), None)
    return ranked if first is None else [first, *(row for row in ranked if row is not first)]


HEAD_RANK, HEAD_COVERAGE = 4, 0.65  # among how many of the best one that opens with what is listed is looked for
_LIST_ASKED = re.compile(r"(?:liệt kê|kể tên|kể|nêu)(?: rõ| giúp| ra| tên| đủ)* (?:các|những) ([^,.;?]{4,60})")
_NUMBERING = re.compile(r"^\W*(?:\d{1,2}|[a-zđ])[.)] ")


def list_head_first(question: Question, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Where a list is asked for, the sentence near the best that opens with its thing: "Địa bàn ... gồm: ..."."""
    asked = _LIST_ASKED.search(question.text.lower())
    heads = content_words(asked_head(question) or (asked[1] if asked is not None else ""))
    if question.kind not in ("list", "passage") or not heads or not ranked:
        return ranked
    best = ranked[0]

    def opens(row: Ranked) -> bool:
        told = spread(_NUMBERING.sub("", row.sentence.text))
        return told.startswith(f" {heads[0]} ") and _LISTS.search(row.sentence.text) is not None

    near = [row for row in ranked[:HEAD_RANK] if row.coverage >= HEAD_COVERAGE * best.coverage]
    first = next((row for row in near if opens(row)), None)
    if first is None or first is best or _LISTS.search(best.sentence.text) is not None:
        return ranked
    return [first, *(row for row in ranked if row is not first)]


OWN_RANK = 6  # among how many of the best one that tells of what a follow-up names itself is looked for


def own_first(question: Question, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Where the best sentence holds nothing that a follow-up says itself, the first near it that does goes first."""
    own = [word for word in question.words if word not in question.carried | neutral_words() and len(word) > 1]
    own = [word for word in own if word not in question.light] or own
    if not question.carried or not own or not ranked or _holds_any(ranked[0], own):
        return ranked
    first = next((row for row in ranked[1:OWN_RANK] if _holds_any(row, own)), None)
    return ranked if first is None else [first, *(row for row in ranked if row is not first)]


def _holds_any(row: Ranked, words: Sequence[str]) -> bool:
    return any(strength(row.sentence.prepared, word) >= HELD for word in words)


def as_asked_first(question: Question, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """The sentences with those first that fit what a question names: province, speaker, its own words, a list."""
    told = [row for row in ranked if not contact_lacking(question, row.sentence.text)]
    ranked = told if len(told) < len(ranked) else ranked
    ranked = of_province_first(question, ranked)
    ranked = [row for row in ranked if not of_other_speaker(question, row.sentence.text)] or ranked
    return list_head_first(question, speaker_first(question, own_first(question, ranked)))


def beside_best(question: Question, ranked: Sequence[Ranked]) -> list[Ranked]:
    """The sentences right beside the best that fit nearly as well, where a list is asked for and that one only counts:
    "04 sản phẩm cấp quốc gia. Bốn sản phẩm cấp quốc gia gồm: ..."."""
    if question.kind != "list" or not ranked:
        return []
    best = ranked[0]
    near = [row for row in ranked[1:BESIDE_RANK] if row.view is best.view and _LISTS.search(row.sentence.text)]
    return [
        row
        for row in near
        if abs(row.sentence.order - best.sentence.order) <= BESIDE and row.coverage >= NEARLY * best.coverage
    ]
