"""What a note is asked about: subject words, places, years; read from the topic line and the options.

It knows words and the place table, not the documents: whether they cover the topic is decided
in `briefing_scope.py`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.briefing_records import BriefRequest
from assistant.evidence import years_of
from assistant.phrasing import place_vi
from assistant.records import BadRequest
from assistant.wording import DATA, content_words, spread
from documents.periods import read_periods
from documents.places import find_places, place_table
from documents.records import Place

LONGEST_CHARS = 300
EXAMPLE = "ví dụ: Tình hình khuyến công khu vực phía Bắc năm 2024"
_LAW = re.compile(
    r"(?:(?:theo|tại)\s+)?(?:Nghị định|Thông tư liên tịch|Thông tư|Quyết định|Luật|NĐ|TT|QĐ)\s*(?:số\s*)?"
    r"(?P<number>\d{1,5}/\d{4})(?:/[\w-]+)?",
    re.IGNORECASE,
)
_COMPARING = re.compile(r"\b(so sánh|so với|đối chiếu|compare)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic read: ``words`` name the subject (lower case), empty places and years do not narrow.

    ``phrase`` is the subject as one wrote it, lower case, when it is of several words; ``laws`` are
    the numbers of legal texts that the topic names (``45/2012``). ``title`` is the subject line of
    the note: the topic with the places and years that only the options name.
    """

    text: str
    words: tuple[str, ...]
    places: tuple[Place, ...]
    years: tuple[int, ...]
    documents: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    phrase: str = ""
    title: str = ""

    @property
    def compares(self) -> bool:
        """Whether several places or years are to be set side by side."""
        return bool(_COMPARING.search(self.text)) or len(self.places) > 1


def read_topic(request: BriefRequest) -> Topic:
    """The topic of a request; BadRequest for an empty or far too long one, or an unknown place."""
    text = " ".join(request.topic.split()).rstrip(".?! ")
    if not text:
        raise BadRequest(f"Cần một chủ đề cho bản tóm lược; {EXAMPLE}.")
    if len(text) > LONGEST_CHARS:
        raise BadRequest(f"Chủ đề dài {len(text)} ký tự; hãy rút còn dưới {LONGEST_CHARS} ký tự.")
    places = _asked_places(request)
    laws = list(_LAW.finditer(text))
    spans = [(match.start(), match.end()) for match in laws]
    for place, start, end in find_places(text, loose=True):
        spans.append((start, end))
        if place.level != "unknown" and place not in places:
            places.append(place)
    years = set(request.years)
    for period, start, end in read_periods(_without(text, spans)):
        spans.append((start, end))
        years.update(years_of(period))
    kept = _without(text, spans)
    words = tuple(word for word in content_words(kept) if word not in _note_words() and not word.isdigit())
    numbers = tuple(match.group("number") for match in laws)
    if not (words or places or years or numbers or request.documents):
        raise BadRequest(f"Chủ đề “{text}” chưa nêu lĩnh vực, địa bàn hay thời kỳ; {EXAMPLE}.")
    phrase = _subject_phrase(kept)
    title = _subject_line(text, places[: len(request.places)], sorted(request.years))
    return Topic(text, words, tuple(places), tuple(sorted(years)), request.documents, numbers, phrase, title)


def _asked_places(request: BriefRequest) -> list[Place]:
    table = place_table()
    places = []
    for name in request.places:
        place = table.lookup(name)
        if place is None:
            near = ", ".join(table.nearest(name, 3))
            raise BadRequest(f"Không có địa bàn “{name}” trong danh mục; gần nhất: {near}.")
        if place not in places:
            places.append(place)
    return places


def _subject_line(text: str, places: Sequence[Place], years: Sequence[int]) -> str:
    lowered = text.lower()
    added = [place_vi(place) for place in places if place.name.lower() not in lowered]
    unnamed = [str(year) for year in years if str(year) not in text]
    title = " ".join(
        part for part in (text, " và ".join(added), f"năm {', '.join(unnamed)}" if unnamed else "") if part
    )
    return title[:1].upper() + title[1:]


def _subject_phrase(kept: str) -> str:
    """The topic without place, time and the words that only name the kind of note, prepared for matching."""
    text = spread(kept)
    for word in sorted(_note_words(), key=len, reverse=True):
        while text.startswith(f" {word} "):
            text = text[len(word) + 1 :]
        while text.endswith(f" {word} "):
            text = text[: -len(word) - 1]
    phrase = text.strip()
    return phrase if len(phrase.split()) > 2 else ""


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


@cache
def _note_words() -> frozenset[str]:
    lines = (DATA / "note_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
