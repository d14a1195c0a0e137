"""Vietnamese text to the tokens of the lexical index: nothing stemmed, nothing stopped.

A text gives its syllables and the pairs of neighbouring syllables (most Vietnamese words have
two), numbers whole, law numbers whole and in parts. The accented field keeps every mark, so that
đường is not dương; ``fold`` makes the folded field. It knows nothing of passages or scores.
"""

import csv
import functools
import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

TOKENS_VERSION = "1"
DATA = Path(__file__).parent / "data"

# A law number (45/2012/NĐ-CP, 1288/QĐ-TTg), a number with its separators (12,5; 1.330; 102/171),
# letters with digits; what stands between decides where pairs end.
_PIECE = re.compile(
    r"(?P<law>\d+(?:/\d{4})?/[^\W\d_]+(?:-[^\W\d_]+)*\d*)"
    r"|(?P<number>\d+(?:[.,/]\d+)*)"
    r"|(?P<word>[^\W_]+)"
)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_MARKS = dict.fromkeys(map(ord, "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"))

_TONES = "\u0300\u0301\u0309\u0303\u0323"
_OPEN_PAIR = re.compile(rf"(?<!q)(o[ae]|uy)([{_TONES}])$")
_SHORT_Y = re.compile(rf"^(h|k|l|m|s|t|v|b|n|d|đ|ch|kh|th|ph)y([{_TONES}]?)$")


def normalise(text: str) -> str:
    """The text in NFC and lower case."""
    return unicodedata.normalize("NFC", text).lower()


@functools.lru_cache(maxsize=65536)
def one_spelling(syllable: str) -> str:
    """One spelling for what is written two ways: hoà as hòa, thuý as thúy, kỹ as kĩ.

    Takes and returns NFC lower case. The tone mark of an open oa, oe, uy moves to its first
    vowel (not after q); a lone y after a consonant becomes i.
    """
    if syllable.isascii() and not syllable.endswith("y"):
        return syllable
    bare = unicodedata.normalize("NFD", syllable)
    bare = _OPEN_PAIR.sub(lambda m: m[1][0] + m[2] + m[1][1:], bare)
    bare = _SHORT_Y.sub(r"\1i\2", bare)
    return unicodedata.normalize("NFC", bare)


@functools.lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text without Vietnamese marks and with d for đ; case is kept."""
    if text.isascii():
        return text
    bare = unicodedata.normalize("NFD", text).translate(_MARKS)
    return unicodedata.normalize("NFC", bare).replace("đ", "d").replace("Đ", "D")


def plain_number(text: str) -> str:
    """A printed number in one spelling: 1.330 as 1330, 05 as 5; 12,5 stays 12,5."""
    if _GROUPED.fullmatch(text):
        text = text.replace(".", "")
    return text.lstrip("0") or "0" if text.isdigit() else text


def words(text: str) -> list[str]:
    """Single tokens of the text in reading order, accented: syllables, numbers, law numbers."""
    return [token for run in runs(text) for token in run]


def runs(text: str) -> list[list[str]]:
    """The single tokens in stretches without punctuation between them."""
    found: list[list[str]] = [[]]
    text = normalise(text)
    end = 0
    for match in _PIECE.finditer(text):
        if found[-1] and text[end : match.start()].strip(" -\t\n"):
            found.append([])
        end = match.end()
        piece = match[0]
        if match["word"]:
            found[-1].append(one_spelling(piece))
        elif match["law"]:
            found[-1].append(piece)
            found[-1].extend(_parts(piece))
        else:
            found[-1].append(plain_number(piece))
            if "/" in piece:
                found[-1].extend(_parts(piece))
    return [run for run in found if run]


def _parts(piece: str) -> Iterable[str]:
    return (plain_number(part) for part in re.split(r"[/-]", piece) if part)


def index_tokens(text: str) -> list[str]:
    """All tokens of the accented field: single tokens, then pairs (``công_nghiệp``)."""
    return with_pairs(runs(text))


def with_pairs(stretches: Sequence[Sequence[str]]) -> list[str]:
    """The stretches' single tokens and the pairs of neighbours inside each stretch."""
    tokens = [token for run in stretches for token in run]
    tokens.extend(f"{a}_{b}" for run in stretches for a, b in itertools.pairwise(run))
    return tokens


def query_tokens(text: str) -> list[str]:
    """Tokens of a question: as ``index_tokens``, with the trade's abbreviations put both ways.

    ``CNNT`` brings the tokens of ``công nghiệp nông thôn`` with it, and the phrase brings ``cnnt``.
    """
    tokens = index_tokens(text)
    for extra in other_ways(text):
        tokens.extend(token for token in index_tokens(extra) if token not in tokens)
    return tokens


@functools.cache
def abbreviations() -> tuple[tuple[str, str], ...]:
    """(short, long) pairs of ``data/abbreviations.csv``, longest phrase first."""
    with (DATA / "abbreviations.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["short"], row["long"]) for row in csv.DictReader(file)]
    return tuple(sorted(rows, key=lambda row: -len(row[1])))


@functools.cache
def _by_short() -> dict[str, str]:
    return {spelling.casefold(): long for short, long in abbreviations() for spelling in (fold(short), short)}


@functools.cache
def _long_pattern() -> re.Pattern[str]:
    longs = [re.escape(normalise(long)) for _, long in abbreviations()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(longs)})(?!\w)")


@functools.cache
def _short_pattern() -> re.Pattern[str]:
    """The short forms, longest first, gathered by their first letters: read in half the time."""
    spellings = {spelling for short, _ in abbreviations() for spelling in (short, fold(short))}
    by_letter: dict[str, list[str]] = {}
    for spelling in sorted(spellings, key=len, reverse=True):
        by_letter.setdefault(spelling[0], []).append(re.escape(spelling[1:]))
    shorts = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return re.compile(rf"(?<![\w/-])(?:{shorts})(?![\w/])", re.IGNORECASE)


def other_ways(text: str) -> list[str]:
    """The other spelling of every abbreviation in the text: the phrase of a short form and back."""
    text = unicodedata.normalize("NFC", text)
    found = [_by_short()[match[0].casefold()] for match in _short_pattern().finditer(text)]
    by_long = {normalise(long): short for short, long in abbreviations()}
    found += [by_long[match[0]] for match in _long_pattern().finditer(normalise(text))]
    return list(dict.fromkeys(found))


def spell_out(text: str) -> str:
    """The text with each abbreviation replaced by its phrase, for the embedding of a question."""
    return _short_pattern().sub(lambda match: _by_short()[match[0].casefold()], text)
