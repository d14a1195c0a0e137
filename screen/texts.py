"""The wording of the screen, in Vietnamese and English, read from ``texts/*.json``.

It holds words and the writing of dates and numbers; it knows nothing of answers,
of layout or of Gradio.
"""

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from assistant.english_lines import english_line

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
FOLDER = Path(__file__).parent / "texts"


@cache
def load_texts(language: Language) -> Mapping[str, str]:
    """All wording of one language, by key; both languages hold the same keys."""
    return json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))


def as_language(value: object) -> Language:
    """The language a browser asks for; anything unknown is Vietnamese."""
    return "en" if value == "en" else "vi"


def say(language: Language, key: str, **values: object) -> str:
    """The wording of a key with its ``{places}`` filled in."""
    text = load_texts(language)[key]
    return text.format(**values) if values else text


def say_line(language: Language, line: str) -> str:
    """A warning or error line of the rooms below, which write Vietnamese, in a language."""
    return line if language == "vi" else english_line(line)


def write_date(iso: str, language: Language) -> str:
    """``2024-05-20`` as ``20/05/2024`` (vi) or ``20 May 2024`` (en); other text unchanged."""
    parts = iso.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return iso
    year, month, day = parts
    if language == "vi":
        return f"{day}/{month}/{year}"
    names = load_texts("en")["months"].split()
    position = int(month) - 1
    return f"{int(day)} {names[position]} {year}" if 0 <= position < len(names) else iso


def write_number(value: Decimal, language: Language) -> str:
    """A number with the separators of the language: ``1.330,5`` (vi), ``1,330.5`` (en)."""
    text = f"{value.normalize():,f}"
    if language == "en":
        return text
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")


def write_number_of(count: int, language: Language) -> str:
    """A whole number with the separators of the language."""
    return write_number(Decimal(count), language)
