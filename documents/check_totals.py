"""Parts against their total: ``66 đề án, bao gồm 5 + 55 + 6``.

A check is made only where the text says that parts follow: ``gồm`` and ``bao gồm`` name all of
them, so that a wrong sum is told; after ``trong đó`` there may be more, so that only a right
sum is told, except for the two funds (``quốc gia`` and ``địa phương``), which are all there is.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from documents.check_sentences import Line, Term, closing_bracket
from documents.check_terms import (
    Interval,
    half_unit,
    interval,
    plain_number,
    unit_and_scale,
    write_number,
)
from documents.records import Check, Figure

RULES = Path(__file__).parent / "data" / "checks.json"
_MAX_PARTS = 12
_COARSE = Decimal("0.02")  # a sum that agrees only within more than this share of the total shows nothing
_COMPLEMENT_LINES = 5
_NEAR_TOTAL_CHARS = 3


@dataclass(frozen=True, slots=True)
class Parts:
    """What may be parts of ``total``; ``complete`` when the text says that these are all."""

    total: Figure
    parts: tuple[Figure, ...]
    complete: bool


@cache
def load_rules() -> dict[str, Any]:
    """The words of ``data/checks.json``."""
    rules: dict[str, Any] = json.loads(RULES.read_text(encoding="utf-8"))
    return rules


def check_totals(lines: Sequence[Line]) -> list[Check]:
    """The checks of all totals of one document; the total's id comes first in each."""
    checks: dict[str, Check] = {}
    for at, line in enumerate(lines):
        groups = [*_inside(line), *_list_below(lines, at), *_trong_do(lines, at), *_of_a_total(lines, at)]
        for group in groups:
            check = _check(group)
            if check and group.total.id not in checks:
                checks[group.total.id] = check
    return list(checks.values())


def _check(group: Parts) -> Check | None:
    if not 2 <= len(group.parts) <= _MAX_PARTS:
        return None
    if any(f.qualifier != "exact" for f in (group.total, *group.parts)):
        return None
    value = sum((part.value for part in group.parts), Decimal(0))
    slack = sum((half_unit(part) for part in group.parts), Decimal(0))
    agrees = Interval(value - slack, value + slack).meets(interval(group.total))
    tolerance = slack + half_unit(group.total)
    coarse = value != group.total.value and tolerance > group.total.value * _COARSE
    if (not agrees and not group.complete) or (agrees and coarse):
        return None
    ids = (group.total.id, *(part.id for part in group.parts))
    return Check("total", agrees, _write(group, value, tolerance, agrees), plain_number(tolerance), ids)


def _write(group: Parts, value: Decimal, tolerance: Decimal, agrees: bool) -> str:
    scale, unit = unit_and_scale(group.total)
    terms = " + ".join(write_number(part.value / scale) for part in group.parts)
    text = f"{terms} = {write_number(value / scale)} {unit}"
    if value == group.total.value:
        return text
    text = f"{terms} = {write_number(value / scale)}, bài viết ghi {write_number(group.total.value / scale)} {unit}"
    return f"{text} (trong sai số làm tròn ±{write_number(tolerance / scale)})" if agrees else text


def _inside(line: Line) -> Iterator[Parts]:
    """``21 đề án, gồm 13 ..., 3 ...`` and ``(trong đó 3 ...; 2 ...)`` inside one sentence."""
    for match in _markers().finditer(line.text):
        complete = match[0].casefold() in load_rules()["exhaustive"]
        depth = line.text.count("(", 0, match.start()) - line.text.count(")", 0, match.start())
        until = closing_bracket(line.text, match.end()) if depth else len(line.text)
        later = _markers().search(line.text, match.end(), until)
        scope = [term for term in line.terms if match.end() <= term.start < until]
        nested = later is not None and later.start() < (scope[-1].start if scope else 0)
        for unit in dict.fromkeys(term.figure.unit for term in scope):
            parts = _level(scope, unit)
            total = _total_before(line, match.start(), unit, depth)
            if total and not (nested and complete):
                yield Parts(total, _fitting(total, parts), complete and _all_fit(total, parts) and not nested)


def _list_below(lines: Sequence[Line], at: int) -> Iterator[Parts]:
    """A list under a line that ends with ``bao gồm:``; each item's first figure of a unit is a part."""
    line = lines[at]
    marker = re.search(r"([^\W\d]+(?: [^\W\d]+)?)\s*:?\s*$", line.text)
    complete = marker is not None and any(marker[1].casefold().endswith(w) for w in load_rules()["exhaustive"])
    items: list[Line] = []
    for below in lines[at + 1 : at + 1 + _MAX_PARTS]:
        if not below.follows(items[-1] if items else line):
            break
        if items and below.is_item != items[0].is_item:
            break
        items.append(below)
    if len(items) < 2 or line.is_item or not (items[0].is_item or line.text.rstrip().endswith(":")):
        return
    heads = [{t.figure.unit: t for t in reversed(i.terms) if t.depth == 0 and not _no_part(t)} for i in items]
    for unit in dict.fromkeys(term.figure.unit for term in line.terms):
        total = _total_before(line, len(line.text), unit, 0)
        if total is None:
            continue
        for size in range(len(items), 1, -1):
            parts = [head[unit] for head in heads[:size] if unit in head]
            whole = complete and items[0].is_item and len(parts) == size == len(items)
            group = Parts(total, tuple(part.figure for part in parts), whole and _all_fit(total, parts))
            if _check(group):
                yield group
                break


def _trong_do(lines: Sequence[Line], at: int) -> Iterator[Parts]:
    """``Trong đó, ...`` at the head of the next sentence, and the fund named further down."""
    if at == 0 or not re.match(r"\W*trong (?:đó|số đó|số này)", lines[at].text.casefold()):
        return
    line, above = lines[at], lines[at - 1]
    if line.start - above.end > _NEAR_TOTAL_CHARS:
        return
    for unit in dict.fromkeys(term.figure.unit for term in line.terms):
        parts = _level(line.terms, unit)
        for term in above.terms:
            total = term.figure
            if unit != total.unit or unit == "%" or _no_part(term):
                continue
            fitting = _fitting(total, parts)
            if len(fitting) >= 2:
                yield Parts(total, fitting, False)
            elif len(fitting) == 1:
                other = _complement(lines, at, parts[0], total)
                if other:
                    yield Parts(total, (fitting[0], other), True)


def _of_a_total(lines: Sequence[Line], at: int) -> Iterator[Parts]:
    """``Trong 18 đề án có 13 ...`` and ``Trong tổng số có 12 ...``, whose total stands before."""
    line = lines[at]
    head = re.match(r"\W*trong (?:tổng )?(?:số )?(?:[^,.;:()]{0,40}?)(?=\bcó\b|\bthì\b|:)", line.text.casefold())
    if not head:
        return
    own = [term for term in line.terms if term.end <= head.end()]
    scope = [term for term in line.terms if term.start >= head.end()]
    above = lines[at - 1].terms if at and not own else ()
    for unit in dict.fromkeys(term.figure.unit for term in scope):
        for term in [*own, *above]:
            if term.figure.unit == unit and not _no_part(term):
                yield Parts(term.figure, _fitting(term.figure, _level(scope, unit)), False)


def _complement(lines: Sequence[Line], at: int, part: Term, total: Figure) -> Figure | None:
    """The other fund's figure below, of the same unit, place, period and status as the total."""
    for pair in load_rules()["complements"]:
        for mine, other in (pair, pair[::-1]):
            if mine not in part.before or other in part.before:
                continue
            for line in lines[at : at + _COMPLEMENT_LINES]:
                for term in line.terms:
                    fits = term.depth == 0 and other in term.before and not _no_part(term)
                    if fits and term.figure.id != part.figure.id and _fits(total, term.figure, True):
                        return term.figure
    return None


def _level(scope: Sequence[Term], unit: str) -> list[Term]:
    """The terms of a unit at their outermost bracket depth, without increases and caps."""
    found = [term for term in scope if term.figure.unit == unit and not _no_part(term)]
    if not found or unit.startswith(("%", "điểm %", "lần")) or "/" in unit:
        return []
    outermost = min(term.depth for term in found)
    return [term for term in found if term.depth == outermost]


def _total_before(line: Line, before: int, unit: str, depth: int) -> Figure | None:
    """The nearest figure of the unit before an offset, one bracket further out when inside one."""
    level = max(depth - 1, 0)
    found = [t for t in line.terms if t.end <= before and t.figure.unit == unit and t.depth <= level]
    return found[-1].figure if found and not _no_part(found[-1]) else None


def _fitting(total: Figure, parts: Sequence[Term]) -> tuple[Figure, ...]:
    return tuple(term.figure for term in parts if _fits(total, term.figure, False))


def _all_fit(total: Figure, parts: Sequence[Term]) -> bool:
    return all(_fits(total, term.figure, False) for term in parts)


def _fits(total: Figure, part: Figure, strict: bool) -> bool:
    """Whether a part can be one of the total: same unit, within its period, not more than it."""
    if part.unit != total.unit or part.id == total.id or part.value > total.value:
        return False
    if strict and (part.place, part.period, part.status) != (total.place, total.period, total.status):
        return False
    if part.period is None or total.period is None:
        return True
    return total.period.start <= part.period.start and part.period.end <= total.period.end


def _no_part(term: Term) -> bool:
    """Whether the words just before say that this is an increase, a cap or an average."""
    words = term.before[-25:]
    return any(re.search(rf"\b{re.escape(word)}\b", words) for word in load_rules()["not_a_part"])


@cache
def _markers() -> re.Pattern[str]:
    words = sorted([*load_rules()["exhaustive"], *load_rules()["partial"]], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)", re.IGNORECASE)
