"""Words that qualify a number: over, under, about; and what joins the two ends of a range.

``trên, hơn, quá, ít nhất`` are over; ``gần, dưới, không quá, tối đa`` are under (the true value is
below the printed one); ``khoảng, chừng, xấp xỉ`` are about. The words are ``data/qualifiers.json``.
"""

import json
import re
from dataclasses import replace
from functools import cache

from documents.records import Qualifier, Quantity
from documents.units import DATA, alternation


@cache
def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = json.loads((DATA / "qualifiers.json").read_text(encoding="utf-8"))
    return table


@cache
def _before_pattern() -> re.Pattern[str]:
    words = [word for name in ("over", "under", "about") for word in _table()[name]]
    fillers = alternation(_table()["fillers"])
    return re.compile(rf"(?<!\w)(?P<word>{alternation(words)})(?:\s+(?:{fillers}))?\s*$", re.IGNORECASE)


def qualify(text: str, quantity: Quantity) -> Quantity:
    """The quantity with the qualifier that the words around it give."""
    before = text[max(0, quantity.start - 34) : quantity.start]
    after = text[quantity.end : quantity.end + 12].lower()
    for name in ("over", "under"):
        if any(re.match(rf"\s+{word}(?!\w)", after) for word in _table()[f"{name}_after"]):
            return replace(quantity, qualifier=_as_qualifier(name))
    found = _before_pattern().search(before)
    if not found:
        return quantity
    word = re.sub(r"\s+", " ", found["word"].lower())
    if _excluded(word, before[: found.start()], quantity.unit):
        return quantity
    for name in ("over", "under", "about"):
        if word in _table()[name]:
            return replace(quantity, qualifier=_as_qualifier(name))
    return quantity


def _excluded(word: str, before: str, unit: str) -> bool:
    """Whether the word is part of something else: ``cao hơn 8,5%``, ``triển khai trên 28 tỉnh``."""
    last = re.search(r"(\w+)\s*$", before.lower())
    if not last:
        return False
    if last[1] in _table().get(f"not_after_{word}", []):
        return True
    return word == "trên" and unit in _table()["trên_is_place_before"] and last[1] in _table()["trên_is_place_after"]


def _as_qualifier(name: str) -> Qualifier:
    names: dict[str, Qualifier] = {"over": "over", "under": "under", "about": "about"}
    return names[name]


@cache
def range_join() -> re.Pattern[str]:
    """What stands between the two ends of a range."""
    return re.compile(rf"\s*(?:{alternation(_table()['range_joins'])})\s*", re.IGNORECASE)
