"""The words of a text as place names are compared: old and new tone marks as one, any dash a dash.

It knows no names.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[^\s\w]")
DASHES = {"–": "-", "—": "-", "−": "-"}
OLD_TONES = dict(
    zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or mark as printed, the key it is compared by, and its offsets."""

    text: str
    key: str
    start: int
    end: int


def fold(text: str) -> str:
    """The text in lower case without diacritics."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """The word as it is compared: lower case, tone mark in its new place, one dash."""
    low = DASHES.get(word, word).casefold().replace("’", "'")
    for old, new in OLD_TONES.items():
        if low.endswith(old) and not low.startswith("qu"):
            return low[: -len(old)] + new
    return low


def split_words(text: str) -> list[Word]:
    """The words, numbers and marks of a text with their offsets."""
    return [Word(m.group(), word_key(m.group()), m.start(), m.end()) for m in WORD.finditer(text)]
