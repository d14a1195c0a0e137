"""The program's own lines in English: warnings, error lines and remarks that are written in Vietnamese.

The lines are data (``data/lines_en.json``). What a line names, a file or a title, stays as it is;
what a document says is a quote and never comes here.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from assistant.records import Language
from assistant.wording import DATA
from documents.letters import UPPER

_PLACE = re.compile(r"\{([a-z])\}")
_DATE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_NAMED = re.compile(r"([^:\n]{1,200}): (.+)", re.S)
_SENTENCE_END = re.compile(rf"(?<=[.?])\s+(?=[{UPPER}])")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the table; ``free`` where its beginning is a capital only at the head of a sentence."""

    pattern: re.Pattern[str]
    english: str
    length: int
    free: bool


def lines_in(language: Language, lines: Sequence[str]) -> tuple[str, ...]:
    """The lines in a language, in order."""
    return tuple(line if language == "vi" else english_line(line) for line in lines)


def english_line(line: str) -> str:
    """A line of the program in English; unchanged when the table does not hold it.

    Several sentences in a row, and a line that names a file first ("a.pdf: ..."), are said part by part.
    """
    parts = _SENTENCE_END.split(line)
    told = [_said(part) for part in parts] if len(parts) > 1 else [None]
    if all(part is not None for part in told):
        return " ".join(part for part in told if part)
    said = _said(line)
    named = _NAMED.fullmatch(line) if said is None else None
    rest = _said(named[2]) if named else None
    if named and rest is not None:
        return f"{named[1]}: {rest}"
    return line if said is None else said


@cache
def _table() -> tuple[tuple[_Line, ...], dict[str, str], dict[str, str]]:
    """The lines, those with most words of their own first; the phrases; the kinds of legal text."""
    table = json.loads((DATA / "lines_en.json").read_text(encoding="utf-8"))
    lines = [
        _Line(_pattern(vi), en, len(_PLACE.sub("", vi)), not vi[:1].isupper()) for vi, en in table["lines"].items()
    ]
    return tuple(sorted(lines, key=lambda line: -line.length)), table["phrases"], table["kinds"]


def _pattern(line: str) -> re.Pattern[str]:
    parts = _PLACE.split(line)
    spelled = [re.escape(part) if at % 2 == 0 else f"(?P<{part}>.+?)" for at, part in enumerate(parts)]
    return re.compile("".join(spelled), re.S | re.I)


def _said(line: str) -> str | None:
    """The English of a line that the table holds whole."""
    for known in _table()[0]:
        found = known.pattern.fullmatch(line)
        if found:
            said = known.english.format(**{name: _named(value) for name, value in found.groupdict().items()})
            return said[:1].upper() + said[1:] if known.free and line[:1].isupper() else said
    return None


def _named(value: str) -> str:
    """What a line names: a line within it, field names, a law's kind and dates in English, else as it is."""
    lines, phrases, kinds = _table()
    inner = next((line for line in lines if line.length > 20 and line.pattern.fullmatch(value)), None)
    if inner is not None:
        return _said(value) or value
    names = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    if re.fullmatch(rf"(?:{names})(?:, (?:{names}))*", value, re.I):
        return re.sub(names, lambda name: phrases[name[0].lower()], value, flags=re.I)
    for kind, english in kinds.items():
        value = re.sub(rf"(?<!\w){kind}(?= \d)", english, value)
    value = re.sub(r" ngày (?=\d{1,2}/\d{1,2}/\d{4})", " of ", value)
    return _DATE.sub(_spelled, value)


def _spelled(found: re.Match[str]) -> str:
    """The date in words; as it is written where no calendar has such a day."""
    try:
        day = date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return found[0]
    return f"{day.day} {day:%B %Y}"
