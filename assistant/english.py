"""Which language a question is in, and an English question's terms in Vietnamese.

It knows words by tables; it translates for searching only, never for reading.
"""

import csv
import re
from collections.abc import Mapping
from functools import cache

from assistant.records import Language
from assistant.wording import DATA


def language_of(text: str) -> Language:
    """``vi`` or ``en``, told from diacritics first and common words second."""
    if re.search(r"[ăâđêôơưĂÂĐÊÔƠƯ]|[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", text.lower()):
        english = len(function_words("en") & set(re.findall(r"[a-z]+", text.lower())))
        return "en" if english >= 4 else "vi"
    words = re.findall(r"[a-z]+", text.lower())
    english = sum(word in function_words("en") for word in words)
    vietnamese = sum(word in function_words("vi") for word in words)
    return "en" if english > vietnamese else "vi"


@cache
def function_words(language: str) -> frozenset[str]:
    """Common words of a language by which a question typed without diacritics is told apart."""
    with (DATA / "function_words.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(
            word for row in csv.DictReader(lines) if row["language"] == language for word in row["words"].split()
        )


@cache
def _glossary() -> Mapping[str, str]:
    with (DATA / "glossary_en.csv").open(encoding="utf-8", newline="") as lines:
        return {row["english"]: row["vietnamese"] for row in csv.DictReader(lines)}


def translate(text: str) -> tuple[str, tuple[str, ...]]:
    """An English question's terms in Vietnamese, with the content words the glossary lacks.

    Names and numbers stay; the result is for searching, not for reading.
    """
    tokens = re.findall(r"[^\W_]+(?:['’./,-][^\W_]+)*%?", text.replace("’", "'"))
    glossary, out, foreign, at = _glossary(), [], [], 0
    while at < len(tokens):
        for size in range(5, 0, -1):
            phrase = " ".join(tokens[at : at + size]).lower()
            if size <= len(tokens) - at and phrase in glossary:
                out.append(glossary[phrase])
                at += size
                break
        else:
            token = tokens[at]
            at += 1
            if token.lower() in function_words("en"):
                continue
            out.append(token)
            if token.isascii() and token.isalpha() and token.islower() and len(token) > 2:
                foreign.append(token)
    return " ".join(out), tuple(foreign)
