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

from assistant.wording import Wanted, content_words, fold, has_diacritics, spread, stop_words
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
_KEEP = 0.75
_KINDS = Path(__file__).resolve().parent / "data" / "indicator_kinds.json"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked: the words, the kind of number (money, share, count or ""), the counted unit.

    ``generic`` says that the kind was asked by a word that says no more (``tiền``), so that the
    unit stands for the word.
    """

    wanted: Wanted
    kind: str
    unit: str
    folded: bool
    generic: bool


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
        own, around = _coverage(meant, hit.figure)
        lone = len(meant.wanted.words) == 1 and not meant.kind
        if (around >= WORDS_FLOOR and (own >= OWN_FLOOR or lone)) or hit.score >= MEANING_FLOOR:
            scored.append((round(own + around, 3), hit))
    best = max((score for score, _ in scored), default=0.0)
    kept = [(score, hit) for score, hit in scored if score >= _KEEP * best]
    return [hit for _, hit in sorted(kept, key=lambda pair: (-pair[0], -pair[1].score))]


def _understand(asked: str) -> _Asked:
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
    return _Asked(Wanted(words, (1.0,) * len(words)), kind, unit, folded, generic)


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
    kinds: dict[str, list[str]] = json.loads(_KINDS.read_text(encoding="utf-8"))
    return kinds


def _fits_kind(meant: _Asked, figure: Figure) -> bool:
    base = figure.unit.split("/")[0]
    if meant.kind == "money":
        return base in ("đồng", "USD", "EUR")
    if meant.kind == "share":
        return base in ("%", "điểm %", "lần")
    return meant.kind != "count" or base == meant.unit or base.endswith(f" {meant.unit}")


def _coverage(meant: _Asked, figure: Figure) -> tuple[float, float]:
    """The share of the words in the indicator with its unit, and in its whole sentence.

    A generic kind counts as a word, which a figure that passed has.
    """
    own = spread(f"{figure.indicator} {figure.indicator_name} {figure.unit} {figure.text}")
    around = spread(figure.sentence)
    if meant.folded:
        own, around = fold(own), fold(around)
    count = len(meant.wanted.words)
    kind = 1 if meant.kind and meant.generic else 0
    near = meant.wanted.coverage((own, 1.0)) * count
    wide = meant.wanted.coverage((own, 1.0), (around, _SENTENCE_WORTH)) * count
    return (near + kind) / (count + kind), (wide + kind) / (count + kind)
