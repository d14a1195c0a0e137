"""Vietnamese wording for matching: content words, their synonyms, and where a text holds them.

It knows words, not meaning: it cannot tell a plan from a result, nor one place from another.
Words come from a maintained segmenter; which of them name nothing, and which stand for each
other, is data (``assistant/data``).
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from documents.segmenter import split_words, tag_words
from index.tokens import fold as drop_marks
from index.tokens import one_spelling, spell_out

DATA = Path(__file__).resolve().parent / "data"

_WORD = re.compile(r"[\w%/]+")


def fold(text: str) -> str:
    """A text in lower case without Vietnamese diacritics, d for đ."""
    return drop_marks(text.lower())


def has_diacritics(text: str) -> bool:
    """Whether any letter of the text carries a Vietnamese diacritic."""
    return fold(text) != unicodedata.normalize("NFC", text).lower()


@lru_cache(maxsize=8192)
def spread(text: str) -> str:
    """A text made ready for word matching: lower case, one space between words and at both ends."""
    lowered = unicodedata.normalize("NFC", spell_out(text)).lower()
    return f" {' '.join(map(one_spelling, _WORD.findall(lowered)))} "


@cache
def listed_words(name: str) -> frozenset[str]:
    """The words of a data file that lists one a line, as ``content_words`` writes them."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return frozenset(spread(line).strip() for line in lines if line.strip() and not line.startswith("#"))


def demanding_words() -> frozenset[str]:
    """Words of attributes that no other word stands for."""
    return listed_words("demanding_words.txt")


def stop_words() -> frozenset[str]:
    """Words that ask or join but name nothing."""
    return listed_words("stop_words.txt")


@cache
def _synonym_groups() -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, set[str]] = {}
    for line in (DATA / "synonyms.csv").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        everyday, _, terms = line.rpartition(">")
        words = [spread(word).strip() for word in terms.split(",") if word.strip()]
        for word in [spread(everyday).strip()] if everyday else words:
            groups.setdefault(word, set()).update(words)
    return {word: tuple(sorted(others - {word})) for word, others in groups.items()}


def synonyms(word: str) -> tuple[str, ...]:
    """Other words that an officer uses for the same thing; empty when the table has none."""
    return _synonym_groups().get(word, ())


@cache
def _phrases() -> re.Pattern[str]:
    """Phrases that are kept whole before the segmenter sees the rest, longest first."""
    lines = (DATA / "fixed_words.txt").read_text(encoding="utf-8").splitlines()
    phrases = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    phrases |= {word for word in stop_words() | set(_synonym_groups()) if " " in word}
    spelled = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(_in_both_spellings, spelled)) + r")(?!\w)", re.IGNORECASE)


_LAST_I = re.compile(r"(?<!\w)(h|k|l|m|s|t)([iíìỉĩị])(?!\w)")
_Y = dict(zip("iíìỉĩị", "yýỳỷỹỵ", strict=True))


def _in_both_spellings(phrase: str) -> str:
    """A phrase as a pattern that takes either spelling of a lone i: "kí duyệt", "ký duyệt"."""
    return _LAST_I.sub(lambda found: f"{found[1]}[{found[2]}{_Y[found[2]]}]", re.escape(phrase))


_NAME = re.compile(r"(?:[^\W\d_a-z]\w*[a-zà-ỹ]\w*)(?: (?:[^\W\d_a-z]\w*[a-zà-ỹ]\w*))+")


def _segments(text: str) -> list[str]:
    """Words in order: phrases of the tables whole, names in capitals whole, the rest by the segmenter."""
    words: list[str] = []
    reached = 0
    for match in _phrases().finditer(text):
        words += _named_segments(text[reached : match.start()])
        words.append(match.group())
        reached = match.end()
    return words + _named_segments(text[reached:])


def _named_segments(text: str) -> list[str]:
    words: list[str] = []
    reached = 0
    for match in _NAME.finditer(text):
        if not all(part[0].isupper() for part in match.group().split()):
            continue
        words += split_words(text[reached : match.start()]) if text[reached : match.start()].strip() else []
        first, _, rest = match.group().partition(" ")
        words += [first, rest] if first.lower() in ("ông", "bà", "anh", "chị") else [match.group()]
        reached = match.end()
    return words + (split_words(text[reached:]) if text[reached:].strip() else [])


@dataclass(frozen=True, slots=True)
class Aspect:
    """A side of a matter: the words that ask for it, those by which a sentence shows it, and those that speak against.

    All as ``spread`` writes them.
    """

    name: str
    asked: tuple[str, ...]
    cues: tuple[str, ...]
    against: tuple[str, ...]

    def shown(self, prepared: str) -> float:
        """1 when a prepared sentence shows the aspect, -1 when it only talks of it, else 0."""
        if any(holds(prepared, word) for word in self.against):
            return -1.0
        return 1.0 if any(holds(prepared, cue) for cue in self.cues) else 0.0


@cache
def aspects() -> tuple[Aspect, ...]:
    """The aspects of ``data/aspects.csv``: limits, solutions, results, reasons, aims, definition."""
    with (DATA / "aspects.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return tuple(Aspect(row["aspect"], *(_split(row[key]) for key in ("asked", "cues", "against"))) for row in rows)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(spread(part).strip() for part in cell.split("|") if part.strip())


_OVERCOME = re.compile(
    r" (?:cần|phải|nên)(?: làm| có)? (?:gì|những gì|thế nào|ra sao) (?:để|nhằm|mới) "
    r"(?:gỡ|tháo gỡ|khắc phục|giải quyết|vượt qua) |"
    r" (?:muốn|để|nhằm|tính) (?:gỡ|tháo gỡ|khắc phục|giải quyết|vượt qua) .*"
    r"(?:cần|phải|nên|làm) .*(?:gì|thế nào|ra sao) |"
    r" tính (?:gỡ|tháo gỡ|khắc phục) .*(?:thế nào|ra sao|cách nào|làm sao) "
)


def asks_way_out(question: str) -> bool:
    """Whether it is asked what is to be done about difficulties: "muốn khắc phục tồn tại thì cần làm gì"."""
    return _OVERCOME.search(spread(question)) is not None


def aspects_asked(question: str) -> tuple[Aspect, ...]:
    """The aspects that a question asks for."""
    asked = spread(question)
    found = tuple(aspect for aspect in aspects() if any(holds(asked, word) for word in aspect.asked))
    if _OVERCOME.search(asked):  # "cần gì để gỡ những hạn chế" asks for a way out of what is known
        named = {aspect.name for aspect in found} - {"limits"} | {"solutions"}
        return tuple(aspect for aspect in aspects() if aspect.name in named)
    return found


@cache
def _words_of_aspects() -> Mapping[str, tuple[str, ...]]:
    return {word: aspect.cues for aspect in aspects() for word in aspect.asked}


@lru_cache(maxsize=4096)
def content_words(text: str) -> tuple[str, ...]:
    """The words of a text that name something, lower case, in order, each once."""
    stops = stop_words()
    words: dict[str, None] = {}
    for word in _segments(spell_out(unicodedata.normalize("NFC", text))):
        plain = spread(word).strip()
        known = plain in _synonym_groups() or plain in demanding_words()
        empty = plain in stops or (not known and all(part in stops for part in plain.split()))
        if plain and not empty:  # "việc làm" names something, though neither of its syllables does
            words.setdefault(plain)
    return tuple(words)


def light_words(text: str, words: Iterable[str]) -> frozenset[str]:
    """Those of the words that name no thing in the text: verbs, adjectives, adverbs by the tagger."""
    nouns: set[str] = set()
    for token, tag in tag_words(spell_out(text)):
        if tag[:1] == "N" or tag == "FW":
            nouns.update(spread(token).split())
    return frozenset(word for word in words if not any(syllable in nouns for syllable in word.split()))


def holds(prepared: str, word: str) -> bool:
    """Whether a text prepared by ``spread`` holds a word whole."""
    return f" {word} " in prepared


def strength(prepared: str, word: str) -> float:
    """How well a prepared text holds a word: 1 itself, .9 a synonym, part of it by its syllables, or 0."""
    if holds(prepared, word):
        return 1.0
    if any(holds(prepared, other) for other in synonyms(word)):
        return 0.9
    if any(holds(prepared, cue) for cue in _words_of_aspects().get(word, ())):
        return 0.95
    syllables = word.split()
    if len(syllables) > 1:
        held = sum(holds(prepared, syllable) for syllable in syllables) / len(syllables)
        return 0.6 * held if held > 0.5 else 0.0
    return 0.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words a question wants, each with its weight (rarer weighs more); weights are > 0."""

    words: tuple[str, ...]
    weights: tuple[float, ...]

    def coverage(self, *layers: tuple[str, float]) -> float:
        """The weighted share (0-1) of the words that the layers hold.

        A layer is a prepared text and how much a word found there counts (0-1); a word counts
        where it is held best.
        """
        best = (max((strength(text, word) * worth for text, worth in layers), default=0.0) for word in self.words)
        return self.share(best)

    def share(self, held: Iterable[float]) -> float:
        """The weighted share (0-1) of the words, each held as well (0-1) as is said."""
        total = sum(self.weights)
        if not total:
            return 0.0
        gained = 0.0
        for weight, strong in zip(self.weights, held, strict=True):
            gained += weight * strong
        return gained / total
