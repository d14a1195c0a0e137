"""What is worked out from figures: difference, ratio, sum, share, rate of change, average, each with its sum shown.

Every draft carries a ``Computation`` that ``citations`` works out again; which figures to take is not decided here.
"""

import re
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from assistant.citations import Computation, Draft, Evidence, unit_head
from assistant.phrasing import amount_vi, decimal_vi
from documents.records import Figure

_NUMBER = re.compile(r"^\D*\d[\d.,]*")
_SCALES = ((Decimal(10) ** 9, "tỷ đồng"), (Decimal(10) ** 6, "triệu đồng"))

Reckoner = Callable[[Sequence[Figure], tuple[Evidence, ...], bool], Draft | None]


def difference(figures: Sequence[Figure], evidence: tuple[Evidence, ...], english: bool) -> Draft | None:
    """The larger of two figures less the smaller; None where it makes no sense."""
    pair = _comparable(figures)
    if pair is None:
        return None
    high, low = pair
    result = high.value - low.value
    unit = unit_head(high.unit)
    if unit == "%":
        terms = [f"{decimal_vi(high.value)}%", f"{decimal_vi(low.value)}%"]
        shown = f"{terms[0]} − {terms[1]} = {decimal_vi(result)} điểm phần trăm"
    else:
        shown = _added((high.value, low.value), result, " − ", unit, _counted(pair))
    lead = "Difference (computed)" if english else "Chênh lệch (phép tính từ hai số trên)"
    return Draft(f"{lead}: {shown}.", evidence, Computation(high.value, low.value, result, (shown,), unit))


def total(figures: Sequence[Figure], evidence: tuple[Evidence, ...], english: bool) -> Draft | None:
    """Figures of one unit added up; None for shares, ranges and different units."""
    units = {unit_head(figure.unit) for figure in figures}
    if len(figures) < 2 or len(units) > 1 or "%" in units or any(figure.upper is not None for figure in figures):
        return None
    values = [figure.value for figure in figures]
    result, unit = sum(values, Decimal(0)), units.pop()
    shown = _added(values, result, " + ", unit, _counted(figures))
    lead = "Total (computed)" if english else "Tổng cộng (phép tính từ các số trên)"
    computation = Computation(values[0], values[1], result, (shown,), unit, "sum", further=tuple(values[2:]))
    return Draft(f"{lead}: {shown}.", evidence, computation)


def ratio(figures: Sequence[Figure], evidence: tuple[Evidence, ...], english: bool) -> Draft | None:
    """How many times the smaller figure goes into the larger, to two decimals; None where it makes no sense."""
    pair = _comparable(figures)
    if pair is None or pair[0].unit == "%" or not pair[1].value:
        return None
    high, low = pair
    result = _rounded(high.value / low.value, Decimal("0.01"))
    times = "times" if english else "lần"
    sign = "=" if result * low.value == high.value else "≈"
    shown = f"{_amount(high)} : {_amount(low)} {sign} {decimal_vi(result)} {times}"
    lead = "Ratio (computed)" if english else "Tỷ số (phép tính từ hai số trên)"
    computation = Computation(high.value, low.value, result, (shown,), unit_head(high.unit), "ratio")
    return Draft(f"{lead}: {shown}.", evidence, computation)


def share(figures: Sequence[Figure], evidence: tuple[Evidence, ...], english: bool) -> Draft | None:
    """The smaller figure as a percentage of the larger, to one decimal; None where it makes no sense."""
    pair = _comparable(figures)
    if pair is None or pair[0].unit == "%" or not pair[0].value:
        return None
    whole, part = pair
    result = _rounded(100 * part.value / whole.value, Decimal("0.1"))
    shown = f"{_amount(part)} : {_amount(whole)} ≈ {decimal_vi(result)}%"
    lead = "Share (computed)" if english else "Tỷ trọng (phép tính từ hai số trên)"
    computation = Computation(part.value, whole.value, result, (shown,), unit_head(whole.unit), "share")
    return Draft(f"{lead}: {shown}.", evidence, computation)


def growth(figures: Sequence[Figure], evidence: tuple[Evidence, ...], english: bool) -> Draft | None:
    """The change from the earlier figure to the later, in percent to one decimal; None where it makes no sense."""
    if _comparable(figures) is None or figures[0].unit == "%":
        return None
    dated = [figure for figure in figures if figure.period is not None]
    earlier, later = (
        sorted(dated, key=lambda f: f.period.start if f.period else "") if len(dated) == 2 else figures[::-1]
    )
    if not earlier.value or earlier.value == later.value:
        return None
    result = _rounded(100 * (later.value - earlier.value) / earlier.value, Decimal("0.1"))
    rises = result >= 0
    change = f"{decimal_vi(abs(result))}%"
    high, low = (later, earlier) if rises else (earlier, later)
    shown = f"({_amount(high)} − {_amount(low)}) : {_amount(earlier)} ≈ {change}"
    if english:
        lead = "Increase (computed)" if rises else "Decrease (computed)"
    else:
        lead = "Tỷ lệ tăng (phép tính từ hai số trên)" if rises else "Tỷ lệ giảm (phép tính từ hai số trên)"
    computation = Computation(later.value, earlier.value, result, (shown,), unit_head(later.unit), "growth")
    return Draft(f"{lead}: {shown}.", evidence, computation)


def average(figures: Sequence[Figure], evidence: tuple[Evidence, ...], english: bool) -> Draft | None:
    """Money (to two decimals of triệu đồng) or a count divided among a count; None where it makes no sense."""
    money, count = figures
    if unit_head(money.unit) != "đồng":
        return _average_count(money, count, evidence, english)
    if count.unit in ("đồng", "%") or not count.value or money.upper or count.upper:
        return None
    scale = next((s for s, _ in _SCALES if money.value / count.value >= s), Decimal(1))
    step = scale / 100
    result = _rounded(money.value / count.value, step)
    each = amount_vi(result, "đồng")
    shown = f"{_amount(money)} : {_amount(count)} ≈ {each}/{count.unit}"
    lead = "Average (computed)" if english else "Bình quân (phép tính từ hai số trên)"
    computation = Computation(
        money.value, count.value, result, (shown,), "đồng", "average", right_unit=count.unit, step=step
    )
    return Draft(f"{lead}: {shown}.", evidence, computation)


def _average_count(things: Figure, count: Figure, evidence: tuple[Evidence, ...], english: bool) -> Draft | None:
    """Things counted divided among others, to two decimals: "132 sản phẩm : 3 đợt = 44 sản phẩm/đợt"."""
    if things.unit == "%" or count.unit in ("đồng", "%") or not count.value or things.upper or count.upper:
        return None
    step = Decimal("0.01")
    result = _rounded(things.value / count.value, step)
    sign = "=" if result * count.value == things.value else "≈"
    shown = f"{_amount(things)} : {_amount(count)} {sign} {decimal_vi(result.normalize())} {things.unit}/{count.unit}"
    lead = "Average (computed)" if english else "Bình quân (phép tính từ hai số trên)"
    unit = unit_head(things.unit)
    computation = Computation(
        things.value, count.value, result, (shown,), unit, "average", right_unit=count.unit, step=step
    )
    return Draft(f"{lead}: {shown}.", evidence, computation)


def _comparable(figures: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """Two figures of one unit, the larger first; None for ranges, other units or another number of figures."""
    if len(figures) != 2 or any(figure.upper is not None for figure in figures):
        return None
    left, right = figures
    if unit_head(left.unit) != unit_head(right.unit):
        return None
    return (left, right) if left.value >= right.value else (right, left)


def _rounded(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def _amount(figure: Figure) -> str:
    """A term of a sum: money exactly as printed in its source, anything else with its value and unit."""
    if "/" in figure.unit and figure.unit.startswith("đồng"):
        return figure.printed
    return amount_vi(figure.value, figure.unit)


def _counted(figures: Sequence[Figure]) -> str:
    """What figures count as their sources print it ("tỉnh, thành phố"), where all print the same; else ""."""
    printed = {_NUMBER.sub("", figure.printed).strip().lower() for figure in figures}
    return printed.pop() if len(printed) == 1 else ""


def _added(values: Sequence[Decimal], result: Decimal, sign: str, unit: str, counted: str = "") -> str:
    """Terms joined by a sign, and their result with the unit (``counted`` as printed), all in one scale."""
    scale, name = (Decimal(1), counted or unit)
    if unit == "đồng":
        scale, name = next(((s, n) for s, n in _SCALES if max(values) >= s), (Decimal(1), "đồng"))
    terms = sign.join(decimal_vi(value / scale) for value in values)
    return f"{terms} = {decimal_vi(result / scale)} {name}".strip()
