"""A figure as a term of a sum: how exactly it is printed, and how it is written in Vietnamese.

A printed number stands for everything that rounds to it: 170,8 tỷ is 170,75 to 170,85 tỷ. Things
counted in ones are exact: 21 đề án is 21. The module adds nothing up.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from documents.records import Figure
from documents.units import load_unit_tables

SCALES = (
    (re.compile(r"tỷ|tỉ", re.IGNORECASE), Decimal(10) ** 9, "tỷ đồng"),
    (re.compile(r"triệu|tr", re.IGNORECASE), Decimal(10) ** 6, "triệu đồng"),
    (re.compile(r"nghìn|ngàn", re.IGNORECASE), Decimal(10) ** 3, "nghìn đồng"),
)
_NUMERAL = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True, slots=True)
class Interval:
    """All values that print as given, from ``low`` to ``high``."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Interval") -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high


def half_unit(figure: Figure) -> Decimal:
    """Half a unit of the last printed digit, in the figure's base unit; 0 for things counted in ones."""
    numerals = _NUMERAL.findall(figure.text)
    digits = int(re.sub(r"\D", "", numerals[-1])) if numerals else 0
    last = abs(figure.value) / digits if digits and len(numerals) == 1 else display_scale(figure.printed)[0]
    if last == 1 and not is_measured(figure.unit):
        return Decimal(0)
    return last / 2


def interval(figure: Figure) -> Interval:
    """Everything the printed number may stand for, in its base unit."""
    half = half_unit(figure)
    return Interval(figure.value - half, figure.value + half)


@cache
def _measured() -> frozenset[str]:
    tables = load_unit_tables()
    kinds = ("money", "percent", "times", "physical")
    return frozenset(unit for kind in kinds for unit in tables[kind].values())


def is_measured(unit: str) -> bool:
    """Whether the unit is money, a share or a measure, and not a thing counted in ones."""
    return "/" in unit or unit in _measured()


def display_scale(text: str) -> tuple[Decimal, str]:
    """The scale word last printed in a money text and the unit to write behind it (1 and ``đồng``)."""
    found = [(match.end(), scale, name) for word, scale, name in SCALES for match in word.finditer(text)]
    return max(found)[1:] if found else (Decimal(1), "đồng")


def unit_and_scale(figure: Figure) -> tuple[Decimal, str]:
    """How a sum led by this figure is written: divide by the scale, write the unit behind."""
    return display_scale(figure.printed) if figure.unit == "đồng" else (Decimal(1), figure.unit)


def write_number(value: Decimal, decimals: int | None = None) -> str:
    """The number as printed in Vietnamese: point for thousands, comma for decimals, true minus."""
    if decimals is not None:
        value = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    whole, _, fraction = format(abs(value), "f").partition(".")
    fraction = fraction.rstrip("0") if decimals is None else fraction
    sign = "−" if value < 0 else ""
    grouped = f"{int(whole):,}".replace(",", ".")
    return sign + grouped + (f",{fraction}" if fraction else "")


def plain_number(value: Decimal) -> str:
    """The number as data: plain decimal digits without an exponent or trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
