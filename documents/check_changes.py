"""Changes against their two values: ``61 đề án, tăng 9 đề án so với năm 2009 (52 đề án)``, ``gấp 2,5 lần``.

The second value stands in brackets behind the change or, with ``từ 52 lên 61 đề án``, before it. Of
several values that may have changed a fitting one is taken; that none fits is told only of a single
one. ``tăng 1,6 lần`` is said of 1,6 times as much and of 1,6 times more: either will do.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from documents.check_ratios import ends_with, rounded, says_against, value_behind
from documents.check_sentences import Line, Term
from documents.check_terms import Interval, interval, unit_and_scale, write_number
from documents.check_totals import load_rules
from documents.records import Check, Figure

_MEASURED_BY = ("%", "điểm %", "lần", "‰")


def check_changes(lines: Sequence[Line]) -> list[Check]:
    """The checks of all differences and multiples of one document; the change comes first in each."""
    checks = []
    for line in lines:
        for at, term in enumerate(line.terms):
            if term.figure.qualifier != "exact" or term.figure.unit in ("%", "điểm %", "‰"):
                continue
            found = _multiple(line, at) if term.figure.unit == "lần" else _difference(line, at)
            checks += [found] if found else []
    return checks


def _difference(line: Line, at: int) -> Check | None:
    """``A, tăng D so với ... (B)``: A − B is D."""
    term = line.terms[at]
    sign = 1 if ends_with(term.before, load_rules()["rising"]) else -1
    if sign < 0 and not ends_with(term.before, load_rules()["falling"]):
        return None
    pairs = [pair for pair in _pairs(line, at) if pair[0].figure.unit == term.figure.unit]
    return _judge([_subtract(term.figure, value.figure, base.figure, sign) for value, base in pairs])


def _multiple(line: Line, at: int) -> Check | None:
    """``A, gấp k lần ... (B)``: A / B is k; ``giảm k lần``: B / A is k."""
    term = line.terms[at]
    word = next((word for word in load_rules()["multiples"] if ends_with(term.before, [word])), "")
    if not word:
        return None
    pairs = [(value, base) for value, base in _pairs(line, at) if base.figure.value > 0 and value.figure.value > 0]
    return _judge([_divide(term.figure, value.figure, base.figure, word) for value, base in pairs])


def _pairs(line: Line, at: int) -> Iterator[tuple[Term, Term]]:
    """What may have changed, and what it is measured against, nearest first."""
    term, base = line.terms[at], value_behind(line, at)
    before = [t for t in reversed(line.terms[:at]) if t.figure.unit not in _MEASURED_BY and t.depth <= term.depth]
    if base is None:
        if len(before) > 1 and _goes_from(line, before[1], before[0]) and before[0].figure.qualifier == "exact":
            yield before[0], before[1]
        return
    if base.figure.unit in _MEASURED_BY or not (says_against(line, term, base) or term.figure.unit == "lần"):
        return
    for value in before:
        if value.figure.unit == base.figure.unit and value.figure.qualifier == "exact":
            yield value, base


def _goes_from(line: Line, first: Term, second: Term) -> bool:
    """Whether the two stand as ``từ 52 đề án lên 61 đề án``."""
    if first.figure.unit != second.figure.unit or first.figure.qualifier != "exact":
        return False
    led = re.search(r"\btừ\s+$", line.text[: first.start], re.IGNORECASE)
    between = line.text[first.end : second.start]
    return bool(led and re.fullmatch(r"[^,;.]{0,40}\s(?:lên|xuống|xuống còn|còn|thành)\s+(?:đến\s+|tới\s+)?", between))


def _judge(checks: Sequence[Check]) -> Check | None:
    """The first that agrees; one that does not only where there is no other."""
    fitting = next((check for check in checks if check.agrees), None)
    return fitting or (checks[0] if len(checks) == 1 else None)


def _subtract(change: Figure, value: Figure, base: Figure, sign: int) -> Check:
    a, b, given = interval(value), interval(base), interval(change)
    computed = Interval(a.low - b.high, a.high - b.low)
    rise = value.value - base.value
    signed = Interval(*sorted((sign * given.low, sign * given.high)))
    fell = sign < 0 and rise < 0
    larger, smaller = (base, value) if fell else (value, base)
    scale, unit = unit_and_scale(change)
    text = f"{write_number(larger.value / scale)} − {write_number(smaller.value / scale)}"
    text = f"{text} = {write_number((larger.value - smaller.value) / scale)} {unit}"
    printed = f"{'tăng' if sign > 0 else 'giảm'} {write_number(change.value / scale)} {unit}"
    return _check((text, printed, rise * sign == change.value), computed, signed, (change, value, base))


def _divide(change: Figure, value: Figure, base: Figure, word: str) -> Check:
    falling = word == "giảm"
    larger, smaller = (base, value) if falling else (value, base)
    a, b, given = interval(larger), interval(smaller), interval(change)
    computed = Interval(a.low / b.high, a.high / b.low)
    exact = larger.value / smaller.value
    more = Interval(computed.low - 1, computed.high - 1)
    text = f"{write_number(larger.value)} / {write_number(smaller.value)}"
    if larger.unit == "đồng":
        scale, _ = unit_and_scale(larger)
        text = f"{write_number(larger.value / scale)} / {write_number(smaller.value / scale)}"
    text = f"{text} = {write_number(round(exact, 2))} lần"
    if word == "tăng" and not computed.meets(given) and more.meets(given):
        computed, exact = more, exact - 1
        text = f"{text}, tức tăng thêm {write_number(round(exact, 2))} lần"
    printed = f"{word} {write_number(change.value)} lần"
    return _check((text, printed, exact == change.value), computed, given, (change, value, base))


def _check(shown: tuple[str, str, bool], computed: Interval, given: Interval, figures: tuple[Figure, ...]) -> Check:
    """The record; ``shown`` is the sum, what the text prints, and whether they are the same to the digit."""
    text, printed, same = shown
    agrees = computed.meets(given)
    tolerance = (computed.high - computed.low) / 2 + (given.high - given.low) / 2
    text = text if same else f"{text}, bài viết ghi {printed}"
    ids = tuple(figure.id for figure in figures)
    kind: Literal["multiple", "difference"] = "multiple" if figures[0].unit == "lần" else "difference"
    return Check(kind, agrees, text, rounded(tolerance), ids)
