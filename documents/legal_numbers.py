"""Official numbers, "45/2012/NĐ-CP" and the shorter ways people write it, and the reference record.

It knows how numbers are formed. Which document has one is asked in ``legal_matching``.
"""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LegalReference:
    """What a reference names; empty fields are not named.

    ``article`` and ``number`` are "này" for "Điều này" and "Nghị định này". ``kind`` is the
    Vietnamese name ("Nghị định"); ``number`` as written, even in part ("45", "45/2012");
    ``name`` is that of a law cited by its name. ``start``/``end`` are offsets into the text read.
    """

    article: str = ""
    clause: str = ""
    point: str = ""
    kind: str = ""
    number: str = ""
    start: int = 0
    end: int = 0
    chapter: str = ""
    annex: str = ""
    name: str = ""


def fold(text: str) -> str:
    """The text in lower case without diacritics, character for character (offsets stay)."""
    return "".join(_fold_character(character) for character in text)


def _fold_character(character: str) -> str:
    if character in "đĐ":
        return "d"
    plain = unicodedata.normalize("NFD", character)[0].lower()
    return plain if len(plain) == 1 else character


def same_number(part: str, whole: str) -> bool:
    """Whether "45", "45/2012" or "45/2012/ND-CP" is the number "45/2012/NĐ-CP" or its beginning."""
    said = [piece.lstrip("0") for piece in fold(part).split("/")]
    held = [piece.lstrip("0") for piece in fold(whole).split("/")]
    if len(said) == 2 and len(held) > 2 and not said[1].isdigit():
        return said[0] == held[0] and said[1] == held[-1]
    return said == held[: len(said)]


def kind_of_number(number: str) -> str:
    """The Vietnamese name of the kind that an official number shows, "" when it shows none."""
    folded = fold(number)
    for mark, name in (
        ("ttlt", "Thông tư liên tịch"),
        ("/nd-", "Nghị định"),
        ("/tt-", "Thông tư"),
        ("/qd-", "Quyết định"),
        ("/nqlt", "Nghị quyết liên tịch"),
        ("/nq-", "Nghị quyết"),
        ("/ct-", "Chỉ thị"),
        ("/pl-", "Pháp lệnh"),
        ("/ubtvqh", "Pháp lệnh"),
        ("/qh", "Luật"),
    ):
        if mark in folded:
            return name
    return ""
