"""Verification: a drafted sentence is shown only if its quotes carry every number and place in it.

A draft names the spans it rests on; each number of the draft must stand in one of them with the
same value and the same unit, each place by name. What fails is withheld with the reason. A number
that we computed is allowed only through a ``Computation``, which is worked out again here.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from assistant.records import Citation, Claim, Withheld
from documents.places import find_places
from documents.quantities import read_quantities, same_quantity
from documents.records import Quantity, Source
from documents.table_cells import quantities_of

_MARK = re.compile(r"\s*\[\d+\]")
_DIGITS = re.compile(r"\d+(?:[.,/:-]\d+)*(?:/[A-ZĐ][A-ZĐa-z-]*\d*)?")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of a document; ``quote`` is exactly the document's text from start to end."""

    document: str
    start: int
    end: int
    quote: str
    locator: str


@dataclass(frozen=True, slots=True)
class Computation:
    """A sum we worked out from numbers of the quotes, with every number as printed in the draft.

    ``difference``: left - right = result; ``sum``: left + right + further; ``ratio``: left / right to two
    decimals; ``share``: left as a percentage of right, ``growth``: the change from right to left in percent
    of right, both to one decimal; ``average``: left / right, rounded to a whole number of ``step``.
    ``unit`` is the unit of the terms ("" for any), ``right_unit`` that of the right one where it differs.
    """

    left: Decimal
    right: Decimal
    result: Decimal
    printed: tuple[str, ...]
    unit: str = ""
    kind: Literal["difference", "sum", "ratio", "share", "growth", "average"] = "difference"
    further: tuple[Decimal, ...] = ()
    right_unit: str = ""
    step: Decimal = Decimal("0.01")

    def holds(self) -> bool:
        """Whether the sum is right in Decimal."""
        if self.kind in ("difference", "sum"):
            right = -self.right if self.kind == "difference" else self.right
            return self.left + right + sum(self.further) == self.result
        if not self.right:
            return False
        quotient = self.left / self.right
        if self.kind == "share":
            return _rounded(100 * quotient, Decimal("0.1")) == self.result
        if self.kind == "growth":
            return _rounded(100 * (quotient - 1), Decimal("0.1")) == self.result
        return _rounded(quotient, self.step if self.kind == "average" else Decimal("0.01")) == self.result

    def rests_on(self, carried: Sequence[Quantity]) -> bool:
        """Whether every one of its terms stands among the quantities that the quotes carry."""
        terms = [(value, self.unit) for value in (self.left, *self.further)]
        terms.append((self.right, self.right_unit or self.unit))
        return all(
            any(quantity.value == value and unit in ("", unit_head(quantity.unit)) for quantity in carried)
            for value, unit in terms
        )


def unit_head(unit: str) -> str:
    """The unit itself without what it is counted by: "đồng" of "đồng/cơ sở"."""
    return unit.partition("/")[0]


def _rounded(value: Decimal, step: Decimal) -> Decimal:
    """The nearest whole number of steps, halves up."""
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence that wants to be shown, and the spans it rests on, the main one first.

    ``sight`` are other printings of numbers that the evidence carries (an English reading of
    ``170,8 tỷ đồng``): each pair is (as printed in the draft, as printed in the quote).
    """

    text: str
    evidence: tuple[Evidence, ...]
    computation: Computation | None = None
    sight: tuple[tuple[str, str], ...] = ()


def unsupported_numbers(text: str, quotes: Sequence[str], allowed: Iterable[str] = ()) -> tuple[str, ...]:
    """The numbers of a text that no quote carries, as printed; empty when all are carried.

    A quantity is carried by a quantity of the same value and unit, a cell of a table with the unit that
    its row or another quote says of it; any other number (a year, a decree's number) by the same digits
    standing whole in a quote.
    """
    plain = _MARK.sub("", text)
    for printed in allowed:
        plain = plain.replace(printed, " ", 1)
    carried = quantities_of(quotes)
    digits = {token for quote in quotes for token in _DIGITS.findall(quote)}
    parts = {part for token in digits for part in re.split(r"[/:-]", token)}
    missing = []
    quantities = read_quantities(plain)
    covered: list[tuple[int, int]] = []
    for quantity in quantities:
        covered.append((quantity.start, quantity.end))
        if not any(same_quantity(quantity, other) for other in carried):
            missing.append(quantity.text)
    for match in _DIGITS.finditer(plain):
        if any(start <= match.start() < end for start, end in covered):
            continue
        token = match.group()
        if token not in digits and token not in parts:
            missing.append(token)
    return tuple(missing)


def unsupported_places(text: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The places named in a text that no quote names."""
    named = {place.code or place.name for quote in quotes for place, _, _ in find_places(quote)}
    lowered = " ".join(quotes).lower()
    return tuple(
        place.name
        for place, _, _ in find_places(_MARK.sub("", text))
        if (place.code or place.name) not in named and place.name.lower() not in lowered
    )


def fault(draft: Draft) -> str:
    """Why a draft must be withheld, in Vietnamese, or "" when it may be shown."""
    if not draft.evidence:
        return "không có đoạn nguồn làm căn cứ"
    quotes = [evidence.quote for evidence in draft.evidence]
    allowed = [printed for printed, original in draft.sight if any(original in quote for quote in quotes)]
    if draft.computation is not None:
        if not draft.computation.holds():
            return "phép tính không khớp"
        if not draft.computation.rests_on(quantities_of(quotes)):
            return "phép tính dùng số không có trong đoạn được trích dẫn"
        allowed += draft.computation.printed
    numbers = unsupported_numbers(draft.text, quotes, allowed)
    if numbers:
        return f"số {', '.join(numbers)} không có trong đoạn được trích dẫn"
    places = unsupported_places(draft.text, quotes)
    if places:
        return f"địa danh {', '.join(places)} không có trong đoạn được trích dẫn"
    return ""


def number_citations(
    drafts: Sequence[Draft], source: Callable[[str], Source]
) -> tuple[tuple[Claim, ...], tuple[Citation, ...], tuple[Withheld, ...]]:
    """Claims with numbered citations, in order of first use; the same span is one citation.

    Every draft is verified; one that fails is returned among the withheld instead.
    """
    claims: list[Claim] = []
    citations: list[Citation] = []
    withheld: list[Withheld] = []
    numbers: dict[tuple[str, int, int], int] = {}
    for draft in drafts:
        reason = fault(draft)
        if reason:
            withheld.append(Withheld(draft.text, reason))
            continue
        marks = []
        for evidence in draft.evidence:
            key = (evidence.document, evidence.start, evidence.end)
            if key not in numbers:
                numbers[key] = len(citations) + 1
                row = source(evidence.document)
                citations.append(
                    Citation(
                        numbers[key],
                        row.id,
                        row.title,
                        row.publisher or row.issuer,
                        row.date,
                        evidence.locator,
                        evidence.quote,
                        evidence.start,
                        evidence.end,
                    )
                )
            if numbers[key] not in marks:
                marks.append(numbers[key])
        claims.append(Claim(draft.text, tuple(marks)))
    return tuple(claims), tuple(citations), tuple(withheld)


def join_claims(claims: Sequence[Claim], listed: bool = False) -> str:
    """The claims as one text with ``[1]`` marks; ``listed`` puts each after the first on a line of its own."""
    parts = []
    for claim in claims:
        marks = "".join(f"[{number}]" for number in claim.citations)
        parts.append(f"{claim.text} {marks}".rstrip())
    return ("\n" if listed else " ").join(parts)
