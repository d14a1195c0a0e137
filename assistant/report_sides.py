"""What a report tells of one side of its matter: its difficulties, what it asks for, what is to be done.

Reports put a side under a heading of its own, or open it by a sentence that names it. Where a question asks for
the side of one report and no sentence answers by itself, that part of the report does: every item of it is cited.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.evidence import Library, Sentence, View, is_heading
from assistant.figure_fit import neutral_words
from assistant.phrasing import quote_draft
from assistant.question_cues import cue_stands
from assistant.question_slots import Question
from assistant.replies import Reply
from assistant.scope import ruled_out, scope_fit
from assistant.speakers import speaker_words
from assistant.weighing import HELD
from assistant.wording import DATA, asks_way_out, aspects, content_words, fold, holds, listed_words, spread, strength
from documents.places import find_places

MOST_ITEMS = 20  # a part of more is no list of points, and is not told: cut short it would pass for the whole
FOLLOWING = 3  # sentences of its paragraph told with one that opens a side
OPENING_CHARS = 60  # at the start of a sentence, in which it names the side it opens
LABEL_WORDS = 6
_NO_OPENING = re.compile(
    r"đặc biệt khó khăn|(?:vượt(?: qua)?|tháo gỡ|khắc phục|giải quyết|gỡ|bớt|không còn|không gặp|chưa gặp|dù|mặc dù)"
    r"(?: \w+){0,3} (?:khó khăn|vướng mắc|hạn chế|tồn tại)|(?:hồ sơ|đơn|văn bản|theo|được|phiếu) (?:đề nghị|đề xuất)|"
    r"hạn chế (?:mức|ô nhiễm|phát thải|tác động|việc|gia tăng|thiệt hại|rủi ro)(?!\w)",
    re.IGNORECASE,
)
"""Where a word of a side opens none: communes in great difficulty, a difficulty overcome, a request form."""
SHORTCOMINGS, REQUESTS = "limits", "requests"
UNDER_OWN_HEADING = 2  # how sure a part is that stands under a heading of its side alone
_OFFICES = frozenset({"giám đốc", "phó giám đốc", "cục trưởng", "phó cục trưởng", "chủ tịch", "trưởng phòng"})
_NAMED_ALL = re.compile(r"(?<!\w)(?:(?:những|các) (?:\w+ ){0,2}?(?:gì|nào)|(?:kiến nghị|đề nghị|đề xuất) gì)(?!\w)")
_TELLING = frozenset(
    {"tóm", "tóm tắt", "tổng hợp", "liệt kê", "nêu", "kể", "trình bày", "gặp", "gặp phải", "vướng", "vướng phải"}
    | {"đánh giá", "nhận xét", "báo cáo", "chỉ", "công tác", "hoạt động", "khuyến công", "tình hình", "thực hiện"}
)
"""Words by which a side is asked to be told, and those of any report, which name nothing besides it."""
_BODIES = (" sở ", " bộ ", " cục ", " trung tâm ", " ủy ban nhân dân ", " ubnd ", " chính phủ ", " cấp trên ")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a report: the words that ask for it and those that name it in a heading or an opening sentence."""

    name: str
    asked: tuple[str, ...]
    opens: tuple[str, ...]

    @property
    def words(self) -> frozenset[str]:
        """The words that name the side, and what they are made of."""
        return frozenset(part for word in (*self.asked, *self.opens) for part in (word, *re.split(r"[ …]", word)))


@dataclass(frozen=True, slots=True)
class Told:
    """A part of a report that tells a side: what names it and its sentences.

    ``sure`` is 2 under a heading of that side alone and for the points that a sentence opens, 1 where a sentence opens
    it, 0 under a heading of more.
    """

    view: View
    opening: Sentence
    items: tuple[Sentence, ...]
    sure: int


@cache
def _sides() -> tuple[Side, ...]:
    with (DATA / "report_sides.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    cut = {name: [tuple(row[name].split("|")) for row in rows] for name in rows[0]}
    return tuple(Side(*parts) for parts in zip((row["side"] for row in rows), cut["asked"], cut["opens"], strict=True))


def side_asked(question: Question) -> Side | None:
    """The side of a report that a question asks for as such; None for any other question."""
    if question.kind not in ("list", "passage") or not (question.places or question.periods):
        return None
    prepared = spread(question.text)
    sides = [side for side in _sides() if side.name != SHORTCOMINGS or not asks_way_out(question.text)]
    return next((side for side in sides if any(cue_stands(cue, prepared) for cue in side.asked)), None)


def side_reply(question: Question, library: Library, documents: Iterable[str], alone: bool = False) -> Reply | None:
    """The part of a report among ``documents`` that tells the side asked for; None where none surely does.

    ``alone`` is for a question that names nothing besides: then the side itself is asked for, and no sentence.
    """
    side = side_asked(question)
    if side is None or question.unheld or question.references:
        return None
    named = _named_besides(question, side)
    whole = side.name == REQUESTS and _NAMED_ALL.search(question.text.lower()) is not None
    offices = [word for word in named if word in _OFFICES] if whole and not question.names else []
    named = tuple(word for word in named if word not in offices)
    if alone and not (whole or (side.name == SHORTCOMINGS and question.places and _asks_only(question, side))):
        return None
    found = [
        told
        for document in documents
        if (view := library.view(document)) and not view.is_legal
        for told in (*_tellings(view, side), *(_shown_together(view, side) if _titled_for(question, view) else ()))
        if _fits(question, told, named)
    ]
    if not found:
        return None
    best = max(found, key=lambda told: told.sure)
    demanded = tuple(word for word in question.words if word in listed_words("demanding_words.txt"))
    if alone and whole and not _heads_request(best, (*named, *demanded), bool(offices)):
        return None
    items = [item for item in _narrowed(question, best, named) if scope_fit(question, best.view, item)]
    if len(items) > MOST_ITEMS:
        return None
    drafts = [quote_draft(best.view.evidence(item.start, item.end), question.language) for item in items]
    return Reply(tuple(drafts), listed=len(drafts) > 1) if drafts else None


def _heads_request(told: Told, named: Sequence[str], of_office: bool) -> bool:
    """Whether a part stands under a heading of its side that names all else asked for; what the holder of an office
    asks for stands under a question put to him."""
    put = any(row is told.opening for row in told.view.questions)
    return (
        told.sure == UNDER_OWN_HEADING
        and (put or not of_office)
        and all(strength(told.opening.prepared, word) >= HELD for word in named)
    )


def _named_besides(question: Question, side: Side) -> tuple[str, ...]:
    """The words of a question that name more than the side: "về vốn", "khách quan"."""
    aside = neutral_words() | listed_words("demanding_words.txt") | listed_words("report_words.txt")
    aside |= side.words | speaker_words(question)
    places = {fold(place.name) for place in question.places}
    words = [word for word in question.words if word not in question.light | aside and fold(word) not in places]
    return tuple(word for word in words if not _is_body(word))


def _asks_only(question: Question, side: Side) -> bool:
    """Whether a question says nothing besides the side: "cần gì để khắc phục hạn chế" asks for what is to be done."""
    aside = neutral_words() | listed_words("report_words.txt") | side.words | _TELLING
    places = {fold(place.name) for place in question.places}
    return all(word in aside or fold(word) in places for word in question.words) and not _NO_OPENING.search(
        question.text
    )


def _is_body(word: str) -> bool:
    """Whether a word of a question is a body that something may be asked of; "bộ máy" is none."""
    return any(f" {word} ".startswith(body) for body in _BODIES) and not word.startswith("bộ máy")


def _tellings(view: View, side: Side) -> Iterator[Told]:
    """The parts of a document that name the side in a heading, a question put, or at the start of a sentence."""
    put = {id(row) for row in view.questions}
    for row in view.sentences[1:]:
        heading = is_heading(view, row) or _heads_points(view, row)
        points = () if heading else tuple(_points_behind(view, row))
        start = row.prepared if heading or points else row.prepared[:OPENING_CHARS]
        if not any(cue_stands(cue, f"{start} ") for cue in side.opens):
            continue
        if heading:
            items = tuple(_under(view, row, to_question=id(row) in put))
            if items:
                yield Told(view, row, items, 2 if id(row) in put or _of_side_alone(row, side) else 0)
        elif points:
            yield Told(view, row, points, 2)
        elif not _is_label(row) and not _NO_OPENING.search(row.text[: 2 * OPENING_CHARS]):
            behind = view.sentences[row.order : row.order + 1 + FOLLOWING]
            yield Told(view, row, tuple(one for one in behind if one.section == row.section), 1)


def _shown_together(view: View, side: Side) -> Iterator[Told]:
    """Runs of two sentences or more that each show the side, where no heading and no sentence names it."""
    if side.name != SHORTCOMINGS:
        return
    shows = [aspect for aspect in aspects() if aspect.name == side.name]
    run: list[Sentence] = []
    for row in [*view.sentences[1:], None]:
        if row is not None and any(aspect.shown(row.prepared) > 0 for aspect in shows) and not is_heading(view, row):
            run.append(row)
            continue
        if len(run) > 1:
            yield Told(view, run[0], tuple(run), 0)
        run = []


_POINT = re.compile(r"\s*[-–+•*] ?\w")


def _points_behind(view: View, opening: Sentence) -> Iterator[Sentence]:
    """The points of a list that a sentence opens with a colon, each in a line of its own: "- ..."."""
    if not opening.text.rstrip().endswith(":"):
        return
    for row in view.sentences[opening.order + 1 :]:
        line = view.document.text.rfind("\n", 0, row.start) + 1
        if not _POINT.match(view.document.text, line):
            return
        yield row


_NUMBER = re.compile(r"^\W*(?:[IVXivx]+|\d+(?:\.\d+)*|[A-Da-d])[.)/]\s+")


def _of_side_alone(heading: Sentence, side: Side) -> bool:
    """Whether a heading names nothing besides the side: "Kết quả và điều còn trăn trở" does."""
    aside = side.words | neutral_words() | listed_words("report_words.txt")
    words = content_words(_NUMBER.sub("", heading.text))
    return all(word in aside for word in words if word.strip("0123456789"))


_NUMBERED = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*[.)]\s+\S")


def _heads_points(view: View, row: Sentence) -> bool:
    """Whether a short numbered line heads points of another mark: "3. Tồn tại, hạn chế" above "- ..."."""
    if _NUMBERED.match(row.text) is None or not _is_label(row) or row.order + 1 >= len(view.sentences):
        return False
    behind = view.sentences[row.order + 1]
    line = view.document.text.rfind("\n", 0, behind.start) + 1
    return _POINT.match(view.document.text, line) is not None


def _under(view: View, heading: Sentence, to_question: bool) -> Iterator[Sentence]:
    """The sentences under a heading, to the next of its level; under a question put, to the next question."""
    numbered = _heads_points(view, heading)
    whole = numbered or heading.section is None
    end = len(view.document.text) if whole else view.sections[heading.section or 0].end
    for row in view.sentences[heading.order + 1 :]:
        if numbered and (is_heading(view, row) or _NUMBERED.match(row.text)):
            return
        if row.start >= end or (to_question and is_heading(view, row)) or _RECIPIENTS.search(row.text):
            return
        if not is_heading(view, row):
            yield row


_RECIPIENTS = re.compile(r"^\W*(?:Nơi nhận|Lưu)\s*:|\((?:để )?b/c\)|\(để báo cáo\)")
"""Who an official letter is sent to, which stands below its last part."""


def _fits(question: Question, told: Told, named: Sequence[str]) -> bool:
    """Whether a part is of the place and time asked for and tells all else that is named."""
    first = told.items[0]
    if not scope_fit(question, told.view, first):
        return False
    text = f"{told.opening.text} {' '.join(item.text for item in told.items)}"
    if ruled_out(question, f"{text} {told.view.heading_of(first)}"):
        return False
    if not _of_place(question, told.view, first):
        return False
    return _share(told, named) == 1.0


def _of_place(question: Question, view: View, first: Sentence) -> bool:
    """Whether the report is of a place asked for, or the part itself names it."""
    home = {view.main_province, *(place for place, _, _ in find_places(f"{view.source.title}. {view.source.region}"))}
    return not question.places or any(place in home or place in view.places_of(first) for place in question.places)


def _titled_for(question: Question, view: View) -> bool:
    """Whether a report is by its title of a place asked for, which what it tells of all its places then is."""
    titled = [place for place, _, _ in find_places(f"{view.source.title}. {view.source.region}")]
    return any(place in titled for place in question.places)


def _share(told: Told, named: Sequence[str]) -> float:
    text = "".join([told.view.heading_of(told.items[0]), told.opening.prepared, *(row.prepared for row in told.items)])
    return sum(strength(text, word) >= HELD for word in named) / len(named) if named else 1.0


def _narrowed(question: Question, told: Told, named: Sequence[str]) -> list[Sentence]:
    """The items of a part that tell of the body or the thing asked for, where some of them do; else all of them."""
    rows = list(_labelled(told.items))
    bodies = [word for word in question.words if _is_body(word)]
    if sum(_ASKS_BODY.match(row.text) is not None for row, _ in rows) == 1:
        bodies = []  # the one request that names whom it is put to tells of the others too
    under = [row for row, label in rows if any(holds(label, word) for word in question.words)]
    of_bodies, of_things = (
        [row for row, label in rows if any(holds(label + row.prepared, word) for word in words)]
        for words in (bodies, named)
    )
    return of_bodies or under or of_things or [row for row, _ in rows] or list(told.items)


_ASKS_BODY = re.compile(
    r"[\W\d]*(?:(?:đề nghị|kiến nghị|đề xuất)(?: với)? )(?:Bộ|Cục|Sở|UBND|Ủy ban|Chính phủ|Trung ương|HĐND)(?!\w)",
    re.IGNORECASE,
)


def _is_label(row: Sentence) -> bool:
    """Whether a line only heads what stands below it."""
    return len(row.text.split()) <= LABEL_WORDS and row.text.rstrip()[-1:] not in ".;!?…"


def _labelled(items: Sequence[Sentence]) -> Iterator[tuple[Sentence, str]]:
    """The items with the line that heads them, as in "1. Khách quan", which is itself none; "" where none does."""
    label = ""
    for row, behind in zip(items, [*items[1:], None], strict=True):
        if _is_label(row) and behind is not None and behind.section != row.section:
            label = row.prepared
        else:
            yield row, label
