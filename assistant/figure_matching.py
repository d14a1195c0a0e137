"""Whether a figure is about the indicator a reader names: by its words and their synonyms, and by meaning.

The cosine of a small multilingual model is high for anything of the field, so that alone it
would never say no; the words decide, and the cosine orders and helps the doubtful. What kind of
number is meant (``tiền``, ``tỷ lệ``, ``số gian hàng``) must fit the figure's unit. It knows no
place and no period.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.wording import Wanted, content_words, fold, has_diacritics, spread, stop_words, strength
from documents.records import Figure
from documents.units import read_unit
from index.records import FigureHit

WORDS_FLOOR = 0.6
"""Share of the asked words that indicator, unit and sentence must hold."""
OWN_FLOOR = 0.34
"""Share of them that the indicator itself must hold, unless one word is all that is asked."""
MEANING_FLOOR = 0.93
"""Cosine from which a figure is taken on the meaning alone."""
_SENTENCE_WORTH = 0.85
_FUND_WORTH = 0.4
_MEASURE_WORTH = 0.8
"""What it is worth that a share is the kind of share asked for (``tỷ trọng``, ``mức tăng``)."""
_KEEP = 0.75
_STRETCH = re.compile(
    r"(?<![\w.,])(?:\d{1,2}\s+(?:tháng|thang|quý|quy)(?:\s+(?:đầu|cuối|dau|cuoi))?(?:\s+(?:năm|nam))?"
    r"(?:\s+(?:19|20)\d\d)?|(?:năm|nam)\s+(?:19|20)\d\d|(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)(?!\w)",
    re.IGNORECASE,
)
"""A stretch of time in what is asked: the year is a filter of its own and no word of the indicator."""
_KINDS = Path(__file__).resolve().parent / "data" / "indicator_kinds.json"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked: the words, the kind of number (money, share, count or ""), the counted unit.

    ``generic`` says that the kind was asked by a word that says no more (``tiền``), so that the
    unit stands for the word; ``changed`` says that a change may be meant, and ``measure`` is how the
    names of the shares that are meant begin. ``lead`` is the counted noun that opens what is asked,
    ``fund`` the fund it names.
    """

    wanted: Wanted
    kind: str
    unit: str
    folded: bool
    generic: bool
    changed: bool
    measure: str
    lead: str
    fund: str


def match_indicator(asked: str, hits: Sequence[FigureHit]) -> list[FigureHit]:
    """The hits about the indicator, best first; none when nothing fits.

    Hits that fit less than three quarters as well as the best are left out.
    """
    meant = _understand(asked)
    if not meant.wanted.words and not meant.kind:
        return list(hits)
    scored = []
    for hit in hits:
        if not _fits_kind(meant, hit.figure):
            continue
        held = _held(meant, hit.figure)
        own = _share(meant, held)
        lone = len(meant.wanted.words) == 1 and not meant.kind
        if own < OWN_FLOOR and not lone and hit.score < MEANING_FLOOR:
            continue
        around = _share(meant, _held_around(meant, hit.figure, held))
        if (around >= WORDS_FLOOR and (own >= OWN_FLOOR or lone)) or hit.score >= MEANING_FLOOR:
            scored.append((round(own + around + _said_worth(meant, hit.figure), 3), hit))
    best = max((score for score, _ in scored), default=0.0)
    kept = [(score, hit) for score, hit in scored if score >= _KEEP * best]
    return [hit for _, hit in sorted(kept, key=lambda pair: (-pair[0], -pair[1].score))]


def _said_worth(meant: _Asked, figure: Figure) -> float:
    """What it adds that the figure is the kind of share, counts the thing or is of the fund that is asked for."""
    name = figure.indicator_name
    worth = _MEASURE_WORTH if meant.measure and name.startswith(meant.measure) else 0.0
    worth += _FUND_WORTH if meant.lead and figure.unit == meant.lead else 0.0
    fund = _fund(name)
    if meant.fund and fund:
        worth += _FUND_WORTH if fund == meant.fund else -_FUND_WORTH
    return worth


def _fund(text: str) -> str:
    """The one fund a text names, national or local; "" for none or both."""
    found = [fund for fund, words in _read_table()["funds"].items() if any(word in text for word in words)]
    return found[0] if len(found) == 1 else ""


def _understand(asked: str) -> _Asked:
    asked = _STRETCH.sub(" ", asked)
    folded = not has_diacritics(asked)
    prepared = spread(asked)
    kind, word = _kind(prepared, folded)
    unit = ""
    if kind == "count":
        rest = prepared.split(f" {word} ", 1)[1].strip()
        read = read_unit(f"1 {rest}", 1, guess=False)
        kind, unit = ("count", read.unit) if read and read.kind == "noun" else ("", "")
    if folded:
        stops = {fold(stop) for stop in stop_words()}
        words = tuple(dict.fromkeys(syllable for syllable in prepared.split() if syllable not in stops))
    else:
        words = content_words(asked)
    empty = {fold(w) if folded else w for w in _kinds()["generic"]}
    empty |= {syllable for w in empty if folded for syllable in w.split()}
    generic = kind in ("share", "count") or word in empty
    telling = tuple(w for w in words if w not in empty) if kind == "money" and generic else words
    words = telling or words
    changed = any(f" {fold(word) if folded else word} " in f" {prepared} " for word in _kinds()["change"])
    opening = read_unit(f"1 {asked.strip()}", 1, guess=False)
    lead = opening.unit if opening and opening.kind == "noun" and not kind else ""
    measures = _measures().items()
    measure = next((name for said, name in measures if f" {fold(said) if folded else said} " in f" {prepared} "), "")
    return _Asked(
        Wanted(words, (1.0,) * len(words)), kind, unit, folded, generic, changed, measure, lead, _fund(asked.lower())
    )


def _kind(prepared: str, folded: bool) -> tuple[str, str]:
    """The kind of number asked for and the word that says so, the first word of the text winning."""
    found = []
    for kind in ("money", "share", "count"):
        for word in _kinds()[kind]:
            key = fold(word) if folded else word
            match = re.search(rf"(?<!\w){re.escape(key)}(?!\w)", prepared)
            if match:
                found.append((match.start(), -len(key), kind, key))
    return min(found)[2:] if found else ("", "")


@cache
def _kinds() -> dict[str, list[str]]:
    return {name: words for name, words in _read_table().items() if isinstance(words, list)}


@cache
def _measures() -> dict[str, str]:
    measures: dict[str, str] = _read_table()["measures"]
    return measures


@cache
def _read_table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(_KINDS.read_text(encoding="utf-8"))
    return table


def _fits_kind(meant: _Asked, figure: Figure) -> bool:
    base = figure.unit.split("/")[0]
    if meant.kind == "money":
        return base in ("đồng", "USD", "EUR") or (meant.changed and base in ("%", "điểm %", "lần"))
    if meant.kind == "share":
        return base in ("%", "điểm %", "lần")
    return meant.kind != "count" or base == meant.unit or f" {meant.unit} " in f" {base} "


def _held(meant: _Asked, figure: Figure) -> list[float]:
    """How well (0-1) the indicator with its unit holds each word.

    Each part is made ready by itself: names and units come again and again, printed numbers do not.
    """
    parts = (figure.indicator, figure.indicator_name, figure.unit, figure.text)
    own = f" {' '.join(part for part in map(_ready, parts) if part)} "
    own = fold(own) if meant.folded else own
    return [strength(own, word) for word in meant.wanted.words]


def _held_around(meant: _Asked, figure: Figure, held: Sequence[float]) -> list[float]:
    """The same with the whole sentence, which is read only for words that it could hold better."""
    if min(held, default=1.0) >= _SENTENCE_WORTH:
        return list(held)
    around = spread(figure.sentence)
    around = fold(around) if meant.folded else around
    words = zip(held, meant.wanted.words, strict=True)
    return [
        own if own >= _SENTENCE_WORTH else max(own, _SENTENCE_WORTH * strength(around, word)) for own, word in words
    ]


def _share(meant: _Asked, held: Sequence[float]) -> float:
    """The share (0-1) of the words that is held; a generic kind counts as a word, which a figure that passed has."""
    count = len(held)
    kind = 1 if meant.kind and meant.generic else 0
    return (meant.wanted.share(held) * count + kind) / (count + kind)


def _ready(text: str) -> str:
    return spread(text).strip()
