"""Shares and growth against their two values: ``71,5 / 170,8 = 41,86 %``, printed 41,9 %.

Where the second value stands right behind (``so với năm 2023 (186,5 tỷ đồng)``) a wrong ratio is
told. Where it has to be looked for, only a right one is: a search that fails proves nothing.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from documents.check_sentences import Line, Term
from documents.check_terms import Interval, half_unit, interval, plain_number, unit_and_scale, write_number
from documents.check_totals import load_rules
from documents.places import place_table
from documents.records import Check, Figure

_BEHIND_CHARS = 90
_EARLIER_FIGURES = 60


def check_ratios(lines: Sequence[Line]) -> list[Check]:
    """The checks of all percentages of one document that have two values; the percentage comes first."""
    checks = []
    earlier: list[Figure] = []
    for line in lines:
        for at, term in enumerate(line.terms):
            if term.figure.unit == "%" and term.figure.qualifier == "exact":
                check = _growth(line, at) or _share(line, at, earlier)
                checks += [check] if check else []
            earlier.append(term.figure)
    return checks


def _growth(line: Line, at: int) -> Check | None:
    """``A ..., tăng p % so với ... (B)``."""
    term = line.terms[at]
    sign = _sign(term.before)
    value, base = _value_before(line, at), value_behind(line, at)
    if not sign or value is None or base is None or not says_against(line, term, base):
        return None
    if value.figure.unit != base.figure.unit or base.figure.value <= 0 or value.figure.value <= 0:
        return None
    a, b = interval(value.figure), interval(base.figure)
    low, high = (a.low - b.high) / b.high, (a.high - b.low) / b.low
    given = Interval(*sorted((sign * interval(term.figure).low, sign * interval(term.figure).high)))
    exact = (value.figure.value - base.figure.value) / base.figure.value * 100
    word = "tăng" if sign > 0 else "giảm"
    scale, _ = unit_and_scale(value.figure)
    first, second = (write_number(f.value / scale) for f in (value.figure, base.figure))
    text = f"({first} − {second}) / {second} = {write_number(exact, 2)}%"
    text = f"{text}, bài viết ghi {word} {write_number(term.figure.value)}%"
    return _record("growth", text, Interval(low * 100, high * 100), given, (term, value, base))


def _share(line: Line, at: int, earlier: Sequence[Figure]) -> Check | None:
    """``A ..., chiếm p % ... (B)``, or of a B that was named before."""
    term = line.terms[at]
    value = _value_before(line, at)
    alone = at > 0 and re.fullmatch(r"\s*\(\s*", term.before) is not None
    said = alone or ends_with(term.before, load_rules()["share"])
    if value is None or not said or value.figure.value <= 0:
        return None
    behind = value_behind(line, at)
    if behind and not says_against(line, term, behind):
        if behind.figure.unit != value.figure.unit or behind.figure.value <= 0:
            return None
        return _share_of(term, value, behind.figure)
    rest = line.text[term.end : term.end + _BEHIND_CHARS].casefold()
    if re.match(r"[^,.;()]{0,20}\bso (?:với|cùng)", rest):
        return None
    planned = any(word in re.split(r"[,.;()]", rest)[0] for word in load_rules()["plan_words"])
    for base in reversed(earlier[-_EARLIER_FIGURES:]):
        if _can_be_base(base, value.figure, planned):
            check = _share_of(term, value, base)
            if check.agrees:
                return check
    return None


def _share_of(term: Term, value: Term, base: Figure) -> Check:
    a, b = interval(value.figure), interval(base)
    computed = Interval(a.low / b.high * 100, a.high / b.low * 100)
    scale, _ = unit_and_scale(value.figure)
    exact = value.figure.value / base.value * 100
    text = f"{write_number(value.figure.value / scale)} / {write_number(base.value / scale)}"
    text = f"{text} = {write_number(exact, 2)}%, bài viết ghi {write_number(term.figure.value)}%"
    given = interval(term.figure)
    ids = (term.figure.id, value.figure.id, base.id)
    tolerance = (computed.high - computed.low) / 2 + half_unit(term.figure)
    return Check("share", computed.meets(given), text, rounded(tolerance), ids)


def _record(kind: str, text: str, computed: Interval, given: Interval, terms: Sequence[Term]) -> Check:
    tolerance = (computed.high - computed.low) / 2 + (given.high - given.low) / 2
    ids = tuple(term.figure.id for term in terms)
    return Check("growth" if kind == "growth" else "share", computed.meets(given), text, rounded(tolerance), ids)


def _value_before(line: Line, at: int) -> Term | None:
    """The nearest exact amount before the percentage, outside brackets that have closed since.

    Where the words behind it speak of money (``đạt 100% kinh phí đã giao``), the nearest money.
    """
    percent = line.terms[at]
    behind = re.split(r"[,.;()]", line.text[percent.end :].casefold())[0]
    money = any(word in behind for word in load_rules()["money_words"])
    for term in reversed(line.terms[:at]):
        if term.figure.unit in ("%", "điểm %", "lần") or (money and term.figure.unit != "đồng"):
            continue
        shut = term.depth > percent.depth or ")" in line.text[term.end : percent.start].split("(")[0]
        if not shut:
            return term if term.figure.qualifier == "exact" else None
    return None


def value_behind(line: Line, at: int) -> Term | None:
    """The amount in the bracket or behind the dash right after the percentage."""
    if at + 1 >= len(line.terms):
        return None
    term, following = line.terms[at], line.terms[at + 1]
    between = line.text[term.end : following.start]
    one_bracket = re.fullmatch(r"[^().;]{0,90}?(?:\(|\s[-–—]\s)[^().;,]{0,20}", between)
    return following if one_bracket and following.figure.qualifier == "exact" else None


def says_against(line: Line, term: Term, base: Term) -> bool:
    """Whether the words between say that the one is measured by the other (``so với``)."""
    between = line.text[term.end : base.start].casefold()
    return any(re.search(rf"\b{word}\b", between) for word in load_rules()["against"])


def _can_be_base(base: Figure, value: Figure, planned: bool) -> bool:
    """Whether an earlier figure can be the whole that a share is of."""
    if base.unit != value.unit or base.id == value.id or base.qualifier != "exact" or base.value <= 0:
        return False
    if planned and base.status != "plan":
        return False
    if not planned and base.value <= value.value:
        return False
    if base.place is None or value.place is None or not place_table().contains(base.place, value.place):
        return False
    if base.period is None or value.period is None:
        return False
    return base.period.start <= value.period.start and value.period.end <= base.period.end


def _sign(before: str) -> int:
    """+1 after ``tăng`` or ``cao hơn``, -1 after ``giảm`` or ``thấp hơn``, 0 otherwise."""
    if ends_with(before, load_rules()["rising"]):
        return 1
    return -1 if ends_with(before, load_rules()["falling"]) else 0


def ends_with(before: str, words: Sequence[str]) -> bool:
    """Whether the lower-case text ends with one of the words."""
    return re.search(rf"\b(?:{'|'.join(words)})\s*$", before) is not None


def rounded(value: Decimal) -> str:
    """A tolerance as data, to three decimals."""
    return plain_number(value.quantize(Decimal("0.001")))
