"""What carries digits and is no quantity: dates, document numbers, articles, telephones, labels.

The rules are ``data/not_figures.json``; a label such as ``nhóm`` or ``dự án`` gives way where a
unit stands behind its number. Quantities themselves are not read here.
"""

import json
import re
from dataclasses import dataclass
from functools import cache

from documents.units import DATA, read_unit

_LEGAL_WORDS = {"văn bản", "quyết định", "nghị quyết", "nghị định", "thông tư", "chỉ thị"}


@dataclass(frozen=True, slots=True)
class _NotFigure:
    """What is no figure; ``unless`` lists the kinds of unit behind it that make it one after all."""

    pattern: re.Pattern[str]
    unless: tuple[str, ...]


@cache
def _not_figure_rules() -> list[_NotFigure]:
    rules = json.loads((DATA / "not_figures.json").read_text(encoding="utf-8"))
    within_a_line = [re.sub(r"\\s([+*?])", r"[^\\S\n]\1", rule["pattern"]) for rule in rules]
    return [
        _NotFigure(re.compile(pattern, 0 if rule.get("case") else re.IGNORECASE), tuple(rule.get("unless", ())))
        for pattern, rule in zip(within_a_line, rules, strict=True)
    ]


def find_not_figures(text: str) -> list[tuple[int, int]]:
    """The spans of the text that hold digits but no quantity."""
    return [
        match.span()
        for rule in _not_figure_rules()
        for match in rule.pattern.finditer(text)
        if not (rule.unless and _has_unit(text, match.end(), rule.unless))
    ]


def _has_unit(text: str, at: int, kinds: tuple[str, ...]) -> bool:
    unit = read_unit(text, at, guess=False)
    if unit is None or unit.kind == "duration" or unit.unit in _LEGAL_WORDS:
        return False
    return "any" in kinds or unit.kind in kinds
