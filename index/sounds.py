"""Syllables that sound alike and are written for each other: ph and f, s and x, ch and tr, -n and -ng, hỏi and ngã."""

import re
import unicodedata
from functools import cache

_ONSETS = (
    (re.compile(r"^(?:ph|f)"), "f"),
    (re.compile(r"^ngh?(?!$)"), "ŋ"),
    (re.compile(r"^(?:gi(?=[aeouy])|gi$|d|z|r|v)"), "z"),
    (re.compile(r"^(?:s|x)"), "s"),
    (re.compile(r"^(?:ch|tr)"), "c"),
    (re.compile(r"^(?:l|n(?![gh]))"), "l"),
    (re.compile(r"^gh?"), "g"),
    (re.compile(r"^(?:k(?!h)|c(?!h)|q(?=u))"), "k"),
)
_CODAS = ((re.compile(r"ng$|n$"), "n"), (re.compile(r"[ct]$"), "t"))
_MARKS = "\u0300-\u036f"
_HOOK, _TILDE = "\u0309", "\u0303"


@cache
def sound_of(syllable: str) -> str:
    """A key that syllables which are often confused by ear share; marks of vowels stay, hỏi and ngã are one tone."""
    bare = unicodedata.normalize("NFD", syllable.lower()).replace(_HOOK, _TILDE)
    bare = unicodedata.normalize("NFC", re.sub(rf"(?<=\w)y(?=[{_MARKS}]*$)", "i", bare))
    for pattern, letter in _ONSETS:
        changed = pattern.sub(letter, bare, count=1)
        if changed != bare:
            bare = changed
            break
    for pattern, letter in _CODAS:
        bare = pattern.sub(letter, bare)
    return bare
