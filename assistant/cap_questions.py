"""A question that sets two caps or rates of legal texts against each other, cut in its two sides.

A cap ("không quá 35 triệu đồng/thương hiệu", "tối đa 50% chi phí") is nobody's result: a question about it names
neither a place nor a year of its own. The cues are data (``data/cap_cues.json``); no cap is looked up here.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from assistant.contrasts import contrasted
from assistant.operations import Operation
from assistant.question_cues import cue_stands, prepare
from assistant.question_parts import Part, partings, read_part
from assistant.question_slots import Question
from assistant.wording import DATA, fold, has_diacritics, holds, spread
from documents.legal_references import LegalReference, read_references

_OF_TEXT = re.compile(
    r"(?:thông tư|nghị định|quyết định|văn bản|quy định|liên tịch)[^,.;]{0,30}\bnăm (?P<year>\d{4})|"
    r"(?:mức|quy định|mức chi|định mức) cũ (?:năm )?(?P<old>\d{4})"
)
_OPENING = re.compile(r"^\s*(?:theo|hồi|trước đây|ngày trước|trước kia)\b[^,]{0,60},\s*", re.IGNORECASE)
_KINDS_OF_LEVEL = frozenset({"giải"})  # what is said to be of a level may tell caps apart
_TEXT_EN = re.compile(
    r",?\s*\b(?:under|according to|in|of|by) (?:the )?(?:(?:old|former|previous|joint) )*"
    r"(?:circular|decree|decision|rules)\b[^,?]*",
    re.IGNORECASE,
)
_BEFORE_TEXT = re.compile(
    r"(?<!\w)(?:hơn|kém|với|và|lần) (?=(?:mức )?(?:theo |ở |tại )?(?:thông tư|nghị định|quyết định|ttlt))",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"(?<!\w)(?:mức|hỗ trợ|thưởng|tiền|chi|kinh phí|tỷ lệ|tỉ lệ)(?!\w)", re.IGNORECASE)
_AS_SHARE = re.compile(
    r"\s(?:chỉ )?bằng (?:khoảng )?(?:mấy|bao nhiêu) ?(?:phần trăm|%|lần)(?: của| so với)?\s", re.IGNORECASE
)
_LIMITS = re.compile(r"(?<!\w)(?:mức )?(?:trần|tối đa|tối thiểu)(?!\w)", re.IGNORECASE)
_SIDES_EN = (
    re.compile(r"difference between (?P<left>.+?) and (?P<right>.+)", re.IGNORECASE),
    re.compile(
        r"how many times (?:(?:as|so) \w+ (?:is|as) |is |are )?(?P<left>.+?),? "
        r"(?:that|the (?:cap|maximum|ceiling|limit|one)|as)\b(?P<right>.*)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:by )?how much(?: \w+)? (?:is|are|was|were|does|do|did) (?P<left>.+?) (?:than|exceed) (?P<right>.+)",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<left>.+?) (?:compared (?:with|to)|versus|vs\.?) (?P<right>.+)", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two caps asked for: its words that tell caps apart, and its level ("quốc gia"; "" where it has none).

    ``texts`` are the legal texts that this side names, where the two sides name different ones; ``elliptic`` says
    that it does not say itself that something is given: "và sửa chữa nhà xưởng".
    """

    read: Question
    words: tuple[str, ...]
    level: str
    texts: tuple[LegalReference, ...] = ()
    elliptic: bool = False


@cache
def _table() -> Mapping[str, Any]:
    return dict(json.loads((DATA / "cap_cues.json").read_text(encoding="utf-8")))


def asks_of_caps(question: Question) -> bool:
    """Whether a question is about what legal texts allow at most (or least), not about what was done somewhere."""
    if any(place.level != "country" for place in question.places):
        return False
    if len(text_years(question)) < len({period.start[:4] for period in question.periods}):
        return False
    text = _prepared(question)
    if any(cue_stands(cue, text) for cue in _table()["not"]):
        return False
    if question.language == "en":
        return any(cue_stands(cue, text) for cue in _table()["cues_en"])
    sure = bool(question.references) or any(cue_stands(cue, text) for cue in _table()["sure_cues"])
    if not sure and len(contrasted(question)) > 1:
        return False  # "mức hỗ trợ từ nguồn quốc gia và của tỉnh": two funds of a report
    return any(cue_stands(cue, text) for cue in (*_table()["sure_cues"], *_table()["cues"]))


def sets_a_cap_against(question: Question) -> bool:
    """Whether a question about a place or a year speaks of a cap too, which no figure of a report is."""
    cue = "maximum|ceiling|cap" if question.language == "en" else "mức trần|trần hỗ trợ|trần chi|mức tối đa"
    return not asks_of_caps(question) and re.search(rf"(?<!\w)(?:{cue})(?!\w)", _prepared(question)) is not None


def text_years(question: Question) -> frozenset[str]:
    """The years by which a question names a text: "theo thông tư liên tịch năm 2014"."""
    asked = {period.start[:4] for period in question.periods}
    found = {match["year"] or match["old"] for match in _OF_TEXT.finditer(question.whole.lower())}
    found |= {reference.number.split("/")[1] for reference in question.references if reference.number.count("/") > 0}
    return frozenset(asked & found)


def asks_share(question: Question, asked: frozenset[Operation]) -> bool:
    """Whether the caps asked for are percentages, not money."""
    text = f"{question.whole} {question.asked}".lower()
    if re.search(r"bao nhiêu tiền|triệu|tỷ đồng|how much money", text):
        return False
    if re.search(r"tỷ lệ|tỉ lệ|percentage|điểm phần trăm|điểm %", text) or "points" in asked:
        return True
    return re.search(r"phần trăm|%|percent", text) is not None and "ratio" not in asked and "bằng" not in text


def sides(question: Question) -> Iterator[tuple[Side, Side]]:
    """The ways to read a question as two caps set against each other, the likeliest first."""
    if question.language == "en":
        for pattern in _SIDES_EN:
            match = pattern.search(_TEXT_EN.sub("", question.asked).strip(" ?."))
            if match:
                yield _paired(*(_side(read_part(question, match[name]), True) for name in ("left", "right")))
        return
    apart = len({reference.number for reference in question.references if reference.number}) > 1
    text = _mended(question)
    text = _BEFORE_TEXT.sub(r"\g<0>hỗ trợ ", text) if apart else _without_references(text)
    text = _AS_SHARE.sub(" so với ", _OPENING.sub("", text))
    text = " ".join(_LIMITS.sub(" mức ", text).split())
    plain = replace(question, whole=re.sub(r"(?:mức )+", "mức ", text), periods=())
    for parting in partings(plain):
        yield _paired(_side(parting.left, False), _side(parting.right, False))


def level_of(text: str) -> str:
    """The level that a text speaks of: "quốc gia", "khu vực", "tỉnh", "huyện", "xã"; "" for none or several."""
    prepared = spread(text)
    for phrase in _table()["no_level"]:
        prepared = prepared.replace(f" {spread(phrase).strip()} ", " ")
    levels = _table()["levels"].items()
    found = [level for level, names in levels if any(holds(prepared, spread(name).strip()) for name in names)]
    return found[0] if len(found) == 1 else ""


def _paired(one: Side, other: Side) -> tuple[Side, Side]:
    """Two sides; one that says no more than a level or a text is of what the other speaks of."""
    if one.texts == other.texts or not (one.texts and other.texts):
        one, other = replace(one, texts=()), replace(other, texts=())
    if not one.words and (one.level or one.texts):
        one = replace(one, words=other.words, level=one.level or other.level)
    if not other.words and (other.level or other.texts):
        other = replace(other, words=one.words, level=other.level or one.level)
    return one, other


def _side(part: Part, english: bool) -> Side:
    level = level_of(part.read.whole)
    own = {word for name in _table()["levels"].get(level, ()) for word in [*name.split(), name]} - _KINDS_OF_LEVEL
    own |= {level, *level.split()}
    kept = (word for word in part.read.words if word not in _empty() and word not in own)
    elliptic = not english and _GIVEN.search(part.read.whole) is None
    return Side(part.read, tuple(kept), level, part.read.references, elliptic)


@cache
def _empty() -> frozenset[str]:
    return frozenset(spread(word).strip() for word in _table()["empty"])


def _prepared(question: Question) -> str:
    asked = question.asked if question.language == "en" else f"{_mended(question)} . {question.asked}"
    return prepare(asked, False)


def _without_references(text: str) -> str:
    for reference in reversed(list(read_references(text))):
        text = f"{text[: reference.start]} {text[reference.end :]}"
    return re.sub(r"\(\s*\)|\b(?:theo|under|TTLT|according to)\s*(?=[,:.?]|$)", " ", text, flags=re.IGNORECASE).strip(
        " ,:"
    )


def _mended(question: Question) -> str:
    """The whole question; typed without diacritics, with the words of caps as they are meant."""
    text = question.whole
    if has_diacritics(question.asked):
        return text
    for pattern, words in _table()["bare"].items():
        for match in reversed(list(re.finditer(rf"(?<!\w){pattern}(?!\w)", fold(text)))):
            text = f"{text[: match.start()]}{words}{text[match.end() :]}"
    return text
