"""A question cut into the two things that it sets against each other, each read by itself.

"A gấp mấy lần B", "A hơn B bao nhiêu", "A so với B", "A và B": what stands on either side of the joining
word. What a side leaves unsaid it takes over in ``operands``; figures are not known here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from assistant.contrasts import contrasts, sides_held
from assistant.english import translate
from assistant.operations import STORY, without_operations
from assistant.patterns import compiled
from assistant.preambles import without_preamble
from assistant.question_cues import asks_to_date, status_asked
from assistant.question_slots import Question, blank, places_in, read_slots
from assistant.wording import has_diacritics, spread
from documents.periods import read_periods
from documents.records import Period, Quantity

_NUMBER = r"(?:mấy|bao nhiêu|may|bao nhieu|khoảng mấy|khoảng bao nhiêu)"
_JOINERS_VI = (
    rf"gấp {_NUMBER} lần(?: so với)?",
    r"chia cho",
    r"trừ(?: đi)?",
    rf"chiếm (?:khoảng )?{_NUMBER} ?(?:phần trăm|%)(?: trong| của)?",
    r"so với",
    r"(?:(?:nhiều|ít|cao|thấp|lớn|nhỏ) )?(?:hơn|kém)",
    r"trong(?= (?:tổng|toàn|cả))",
    r"cộng(?: với| thêm)?",
    r"hay(?: là)?",
    r"với",
    r"vs",
    r"và",
    r"lẫn",
    r",",
)
_JOINERS_EN = (
    r"with that for",
    r"than",
    r"compared (?:with|to)",
    r"versus",
    r"vs\.?",
    r"minus",
    r"plus",
    r"exceed",
    r"of",
    r"and",
)
_SHARING = frozenset({3, 6})  # the joiners of _JOINERS_VI that part a share from its whole
_WHOLE = ("tổng", "toàn vùng", "chung", "toàn bộ", "cả vùng", "tổng số")
_LINKS = "của|cho|ở|tại|từ|đối với|cấp"
_SPLITS = 8
_COUNT = re.compile(r"(?<!\w)số (?!tiền|kinh phí|vốn|liệu|đã|ước|lượng tiền)(?:lượng )?([^,.?;:]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One side: what it says itself. ``side`` are the sides of contrasts it names, one flag pair a contrast.

    ``whole`` says that it speaks of a total; ``stated`` are the quantities that it gives itself.
    """

    read: Question
    side: tuple[tuple[bool, bool], ...]
    whole: bool
    stated: tuple[Quantity, ...]
    to_date: bool

    @property
    def names_something(self) -> bool:
        """Whether the side names anything by which a figure could be found."""
        named = self.read.places or self.read.periods or self.read.words or self.stated
        return bool(named) or any(any(pair) for pair in self.side)


@dataclass(frozen=True, slots=True)
class Parting:
    """Two sides of a question and what stands before both of them; ``share`` says that the second is the whole."""

    left: Part
    right: Part
    frame: str = ""
    share: bool = False


def partings(question: Question, worth: Callable[[str, str], bool] | None = None) -> Iterator[Parting]:
    """The ways to cut a question in two at a joining word, the surest word first; at most eight.

    ``worth`` tells from the two sides as typed whether they are worth being read: reading is what costs.
    """
    english = question.language == "en"
    text = question.asked if english else _without_story(question.whole)
    frame, body = ("", text) if english else _framed(text)
    masked = _masked(body, english)
    periods = read_periods(body)
    given = 0
    for number, joiner in enumerate(_JOINERS_EN if english else _JOINERS_VI):
        pattern = compiled(rf"(?<!\w){joiner}(?!\w)" if joiner != "," else ",", re.IGNORECASE)
        for match in pattern.finditer(masked):
            before, after = body[: match.start()], body[match.end() :]
            if worth is not None and not worth(before, _completed(before, after)):
                continue
            left = read_part(question, before, tuple(period for period, _, end in periods if end <= match.start()))
            late = tuple(period for period, start, _ in periods if start >= match.end())
            right = read_part(question, _completed(before, after), late)
            if left.names_something and right.names_something:
                yield Parting(left, right, frame, not english and number in _SHARING)
                given += 1
            if given == _SPLITS:
                return


def _without_story(text: str) -> str:
    """The text without a long story before a colon; a short lead names what both sides are of, and stays."""
    story, colon, _ = text.partition(":")
    return without_preamble(text) if colon and len(story.split()) >= STORY else text


def read_part(question: Question, text: str, periods: tuple[Period, ...] = ()) -> Part:
    """One stretch of a question read by itself, without the words of the operation.

    ``periods`` are those that the whole question is known to name there ("2022" alone is no period).
    """
    if question.language == "en":
        named = places_in(text, exact=False)
        translated, _ = translate(blank(text, [(start, end) for _, start, end in named]))
        text = " ".join([translated, *(place.name for place, _, _ in named)])
    read = read_slots(text, without_operations(text), "vi", True, ())
    districts = [p for p in question.places if p.level == "district" and p.name in text and p not in read.places]
    read = replace(read, places=(*read.places, *districts))
    words = tuple(word for word in read.words if any(c.isalpha() for c in word))
    prepared = spread(text)
    return Part(
        read=replace(
            read,
            words=words,
            status=status_asked(text),
            whole=text,
            periods=tuple(dict.fromkeys(periods)) or read.periods,
        ),
        side=tuple(sides_held(prepared, pair) for pair in contrasts()),
        whole=any(f" {word} " in prepared for word in _WHOLE),
        stated=read.stated,
        to_date=asks_to_date(text),
    )


def count_named(text: str) -> str:
    """What stands after "số ...", where a text names a count: "số đề án máy móc" gives "đề án máy móc"."""
    match = _COUNT.search(text)
    return match.group(1) if match else ""


def _completed(before: str, after: str) -> str:
    """The second side with what it leaves out of the first: "hỗ trợ A của X" and "của Y" give "hỗ trợ A của Y"."""
    match = re.match(rf"\s*(?:(?P<head>[^\W\d_]+) )?(?P<link>{_LINKS}) ", after)
    if match is None or (match["head"] and match["head"] not in before):
        return after
    known = before.rfind(f" {match['link']} ")
    return after if known < 0 else f"{before[:known]} {after[match.start('link') :]}"


def _framed(text: str) -> tuple[str, str]:
    """What stands before a colon, and what after it."""
    lead, colon, rest = text.partition(":")
    return (lead, rest.strip()) if colon and rest.strip() else ("", text)


def _masked(text: str, english: bool) -> str:
    """The text with places, periods and fixed terms hidden, so that no joining word is found in them."""
    spans = [(start, end) for _, start, end in places_in(text, exact=has_diacritics(text))]
    spans += [(start, end) for _, start, end in read_periods(text)]
    spans += [match.span() for match in re.finditer(r"sạch hơn|cleaner", text)]
    for start, end in spans:
        text = text[:start] + "_" * (end - start) + text[end:]
    return text
