"""Does an answer keep the promise? Every claim cited, every number in its quote, nothing from page noise.

A second pair of eyes: its reader of numbers is its own (digits, a scale word, a unit), so that a
mistake in ``documents.quantities`` cannot hide itself; ``quantity_problems`` asks that reader too.
It does not know what the right answer is.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from pathlib import Path
from typing import Literal

from assistant.records import Answer, Citation, Claim
from documents.quantities import read_quantities, same_quantity
from documents.records import Quantity

NOISE_FILE = Path(__file__).parent / "gold" / "noise.txt"

_MARK = re.compile(r"\s*\[\d+(?:\s*,\s*\d+)*\]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SCALES = {
    "nghìn": 10**3,
    "ngàn": 10**3,
    "thousand": 10**3,
    "triệu": 10**6,
    "million": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
    "billion": 10**9,
    "trillion": 10**12,
}
_TAIL = re.compile(
    rf"\s*(?:(?P<scale>{'|'.join(_SCALES)})(?!\w))?\s*(?P<unit>%|(?:điểm )?phần trăm|per ?cent|đồng|đ\b|VND|VNĐ|dong)?",
    re.IGNORECASE,
)
_NATIVE = frozenset({"nghìn", "ngàn", "triệu", "tỷ", "tỉ", "phần trăm", "điểm phần trăm", "đồng", "đ"})
_NATIVE_BEHIND = re.compile(r"\s+(?!\w+illion|thousand|percent|for |in |of )(?:[a-z]+ )?[a-z]*[à-ỹđ]")
"""What is counted in Vietnamese, in an English text: "14.820 lao động"."""
_LINK = re.compile(r"\s*([-+=×−–])\s*")
_QUOTED = re.compile(r"“[^”]*”")
_FALLING = re.compile(r"(?:tỷ|tỉ|triệu)\s*$", re.IGNORECASE)
_MONEY_ABOVE = re.compile(
    r"(?:đơn vị(?: tính)?|đvt|kinh phí|^[^|]*\(|\((?=[^|()]{3,12}\) - ))\s*:?\s*"
    r"(?P<scale>nghìn|triệu|tỷ|tỉ)? ?đồng(?!/)",
    re.IGNORECASE,
)
_PERCENT_HEAD = re.compile(r"\(%[^()\d]{0,30}\)\s*:\s*$")
_CELL_HEAD = re.compile(
    r"\((?:đvt\s*:?\s*)?(?P<scale>nghìn|triệu|tỷ|tỉ) đồng\)(?:\s*-\s[^|:()]{1,60})?\s*:\s*$", re.IGNORECASE
)
_MONEY_HEAD = re.compile(r"(?:VND|VNĐ)\s*$", re.IGNORECASE)
_YEAR_HEAD = re.compile(r"\bnăm\s+$", re.IGNORECASE)

UnitClass = Literal["money", "percent", "count"]
TextOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Mention:
    """A number read by this module: its value with the scale word, and what kind of unit follows."""

    text: str
    value: Decimal
    unit: UnitClass
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Grounding:
    """What was found in one answer; every tuple holds lines that name the trouble.

    ``numbers`` are all number mentions of the claims, ``quoted`` those in a cited quote with the
    same value and unit, ``computed`` those that follow from two quoted numbers by one sum.
    """

    numbers: int
    quoted: int
    computed: int
    loose: tuple[str, ...]
    quantity_problems: tuple[str, ...]
    uncited: tuple[str, ...]
    wrong_quotes: tuple[str, ...]
    noise: tuple[str, ...]


def check_grounding(answer: Answer, text_of: TextOf, noise: Sequence[str]) -> Grounding:
    """The answer held against the documents' own text, claim by claim."""
    by_number = {citation.number: citation for citation in answer.citations}
    context = context_values(answer)
    english = answer.language == "en"
    numbers = quoted = computed = 0
    loose: list[str] = []
    troubles: list[str] = []
    for claim in answer.claims:
        quotes = [by_number[number].quote for number in claim.citations if number in by_number]
        known = known_mentions(quotes)
        for mention in read_mentions(strip_marks(claim.text), english):
            numbers += 1
            if any(_same(mention, other) for other in known):
                quoted += 1
            elif is_computed(mention, known):
                computed += 1
            elif mention.unit != "count" or mention.value not in context:
                loose.append(f"{mention.text!r} in: {claim.text}")
        if not english:
            troubles += quantity_problems(claim, quotes, known)
    if not answer.claims:
        loose += stray_numbers(answer)
    return Grounding(
        numbers=numbers,
        quoted=quoted,
        computed=computed,
        loose=tuple(loose),
        quantity_problems=tuple(troubles),
        uncited=uncited_claims(answer, by_number),
        wrong_quotes=wrong_quotes(answer.citations, text_of),
        noise=noise_in(answer, noise),
    )


def read_mentions(text: str, english: bool = False) -> list[Mention]:
    """Every number of a text, in order, with its scale and unit; ``1.330`` is read as the language prints.

    In an English text, what stands between “ and ” and what has a Vietnamese unit is read as
    Vietnamese. In ``99,2 − 71,5 = 27,7 tỷ đồng`` the unit behind the result counts for all three,
    ``1 tỷ 450 triệu đồng`` is one number, and a cell takes the unit of its head: ``(triệu đồng): 456``.
    """
    foreign = [match.span() for match in _QUOTED.finditer(text)] if english else []
    mentions: list[Mention] = []
    shared: tuple[str | None, str | None] = (None, None)
    after = len(text)
    for match in reversed(list(_NUMBER.finditer(text))):
        tail = _TAIL.match(text, match.end())
        scale, unit_text = (tail["scale"], tail["unit"]) if tail else (None, None)
        head = None if scale or unit_text else _CELL_HEAD.search(text, 0, match.start())
        scale, unit_text = (head["scale"], "đồng") if head else (scale, unit_text)
        end = tail.end() if tail and not head and (scale or unit_text) else match.end()
        link = _LINK.fullmatch(text, end, after)
        if len(match.group()) == 4 and _YEAR_HEAD.search(text, 0, match.start()):
            link = None  # "năm 2022 - 72,5 tỷ đồng" is a year and an amount
        if not (scale or unit_text) and link and (link[1] == "=" or any(shared)):
            scale, unit_text = shared
        shared = (scale, unit_text)
        native = not english or (scale or unit_text or "").lower() in _NATIVE
        native = native or _NATIVE_BEHIND.match(text, match.end()) is not None
        native = native or any(start <= match.start() < stop for start, stop in foreign)
        value = _decimal(match.group(), not native) * _SCALES.get((scale or "").lower(), 1)
        percent = not (scale or unit_text) and _PERCENT_HEAD.search(text, 0, match.start())
        unit = "percent" if percent else unit_class(scale, unit_text, text[: match.start()])
        mentions.append(Mention(text[match.start() : end], value, unit, match.start(), end))
        after = match.start()
    return _one_for_falling_scales(text, mentions[::-1])


def _one_for_falling_scales(text: str, mentions: list[Mention]) -> list[Mention]:
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        falls = last is not None and last.unit == mention.unit == "money" and _FALLING.search(last.text) is not None
        if last is not None and falls and last.value > mention.value and not text[last.end : mention.start].strip():
            whole = last.value + mention.value
            joined[-1] = Mention(text[last.start : mention.end], whole, "money", last.start, mention.end)
        else:
            joined.append(mention)
    return joined


def unit_class(scale: str | None, unit: str | None, before: str) -> UnitClass:
    """Money when đồng or VND stands there (or only a scale word), percent when % does, else a count."""
    if unit and (unit == "%" or unit.lower() in ("phần trăm", "điểm phần trăm", "percent", "per cent")):
        return "percent"
    if unit or _MONEY_HEAD.search(before):
        return "money"
    return "money" if scale else "count"


def is_computed(mention: Mention, known: Sequence[Mention]) -> bool:
    """Whether one sum, difference or ratio of two quoted numbers of one unit gives the mention as printed."""
    pairs = [(a, b) for a in known for b in known if a is not b and a.unit == b.unit]
    step = Decimal(1).scaleb(-_printed_decimals(mention.text))
    for a, b in pairs:
        if mention.unit == a.unit and mention.value in (a.value + b.value, abs(a.value - b.value)):
            return True
        if b.value and mention.unit in ("percent", "count"):
            ratio = a.value / b.value
            candidates = (ratio, 100 * ratio, abs(100 * (ratio - 1)))
            if any(c.quantize(step, ROUND_HALF_UP) == mention.value for c in candidates):
                return True
    return _is_total(mention, known) or _is_average(mention, known)


def _is_total(mention: Mention, known: Sequence[Mention]) -> bool:
    """Whether three or four quoted numbers of the mention's unit add up to it."""
    values = list(dict.fromkeys(other.value for other in known if other.unit == mention.unit))[:12]
    return any(sum(some) == mention.value for size in (3, 4) for some in combinations(values, size))


def _is_average(mention: Mention, known: Sequence[Mention]) -> bool:
    """Whether quoted money shared among a quoted count gives the mention, at the digits it prints."""
    scale = next((factor for word, factor in _SCALES.items() if re.search(rf"\d\s*{word}", mention.text)), 1)
    step = scale * Decimal(1).scaleb(-_printed_decimals(mention.text))
    return mention.unit == "money" and any(
        (money.value / count.value / step).quantize(Decimal(1), ROUND_HALF_UP) * step == mention.value
        for money in known
        for count in known
        if money.unit == "money" and count.unit == "count" and count.value
    )


def quantity_problems(claim: Claim, quotes: Sequence[str], known: Sequence[Mention]) -> list[str]:
    """Quantities of a claim, as the product reads them, that no cited quote holds with value and unit.

    The cells of a table whose unit a cited line above it says (``Đơn vị tính: ha``) hold it with that unit.
    """
    held: list[Quantity] = [quantity for quote in quotes for quantity in read_quantities(quote)]
    lines = []
    for quantity in read_quantities(strip_marks(claim.text)):
        if any(same_quantity(quantity, other) for other in held):
            continue
        above = any(says_unit(quote, (quantity.unit,)) for quote in quotes)
        above = above or any(_MONEY_ABOVE.search(quote) for quote in quotes)
        above = above or any(_heads_cell(quote, quantity) for quote in quotes)
        if above and any(mention.value == quantity.value for mention in known):
            continue
        mentions = read_mentions(quantity.text)
        if not any(is_computed(mention, known) for mention in mentions):
            lines.append(f"{quantity.text!r} ({quantity.value} {quantity.unit}) in: {claim.text}")
    return lines


def _heads_cell(quote: str, quantity: Quantity) -> bool:
    """Whether a cell of a quoted row is headed by the thing that it counts: ``Lao động có việc làm mới: 118``."""
    number = re.match(r"\d[\d.,]*", quantity.text)
    head = rf"(?:^|\|)\s*{re.escape(quantity.unit)}(?!\w)[^|:]{{0,40}}:\s*"
    return number is not None and re.search(head + re.escape(number[0]) + r"(?![\d.,]*\d)", quote.lower()) is not None


def known_mentions(quotes: Sequence[str]) -> list[Mention]:
    """Every number of the quotes; cells of a table also as money, where a line above it says so."""
    known = [mention for quote in quotes for mention in read_mentions(quote)]
    scales = {
        _SCALES.get((said["scale"] or "").lower(), 1) for quote in quotes for said in _MONEY_ABOVE.finditer(quote)
    }
    bare = [mention for mention in known if mention.unit == "count"] if scales else []
    return known + [replace(one, value=one.value * scale, unit="money") for one in bare for scale in sorted(scales)]


def says_unit(text: str, units: Sequence[str]) -> bool:
    """Whether a text is the line above a table that says the unit of its cells: ``Đơn vị tính: ha``."""
    told = r"|".join(re.escape(unit) for unit in units)
    return re.search(rf"(?:đơn vị(?: tính)?|đvt|kinh phí)\s*:?\s*(?:{told})(?!\w)", text.lower()) is not None


def context_values(answer: Answer) -> set[Decimal]:
    """Numbers that name rather than measure: of the question, titles, dates, locators and periods."""
    texts = [answer.question, *answer.notices]
    for citation in answer.citations:
        texts += [citation.title, citation.date, citation.locator, citation.document]
    for figure in answer.figures:
        if figure.period:
            texts += [figure.period.label, figure.period.start, figure.period.end]
    return {mention.value for text in texts for mention in read_mentions(text.replace("-", " "))}


def stray_numbers(answer: Answer) -> list[str]:
    """Money and percentages in the text of an answer that claims nothing, unless the question said them."""
    asked = read_mentions(answer.question)
    return [
        f"{mention.text!r} in a text without claims"
        for mention in read_mentions(answer.answer, answer.language == "en")
        if mention.unit != "count" and not any(_same(mention, other) for other in asked)
    ]


def uncited_claims(answer: Answer, by_number: dict[int, Citation]) -> tuple[str, ...]:
    """Claims with no citation, or with a number that no citation has."""
    lines = []
    for claim in answer.claims:
        if not claim.citations or any(number not in by_number for number in claim.citations):
            lines.append(claim.text)
    if answer.outcome != "not_found" and not answer.claims:
        lines.append(f"an answer without claims: {answer.answer[:80]}")
    return tuple(lines)


def wrong_quotes(citations: Iterable[Citation], text_of: TextOf) -> tuple[str, ...]:
    """Citations whose quote is not the document's text from start to end, or is empty."""
    lines = []
    for citation in citations:
        if not citation.quote or text_of(citation.document)[citation.start : citation.end] != citation.quote:
            lines.append(f"[{citation.number}] {citation.document} {citation.start}-{citation.end}")
    return tuple(lines)


def noise_in(answer: Answer, noise: Sequence[str]) -> tuple[str, ...]:
    """Strings of menus and teasers found in what is shown as cited or claimed."""
    shown = [citation.quote for citation in answer.citations] + [claim.text for claim in answer.claims]
    return tuple(mark for mark in noise if any(mark in text for text in shown))


def load_noise(path: Path = NOISE_FILE) -> tuple[str, ...]:
    """The strings that only the pages' menus and teasers hold."""
    return tuple(line for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def strip_marks(text: str) -> str:
    """The text without its ``[1]`` marks."""
    return _MARK.sub("", text)


def _decimal(printed: str, english: bool) -> Decimal:
    """The value; a lone separator that groups no three digits is a decimal mark in either language."""
    group, point = (",", ".") if english else (".", ",")
    head, _, decimals = printed.partition(point)
    if re.fullmatch(rf"\d+|\d{{1,3}}(?:\{group}\d{{3}})+", head) and point not in decimals:
        return Decimal(head.replace(group, "") + ("." + decimals if decimals else ""))
    if re.fullmatch(rf"\d+\{group}\d+", printed):
        return Decimal(printed.replace(group, "."))
    return Decimal(re.sub(r"\D", "", printed))


def _printed_decimals(text: str) -> int:
    match = re.search(r"\d[.,](\d{1,2})(?!\d)", text)
    return len(match[1]) if match else 0


def _same(a: Mention, b: Mention) -> bool:
    return a.value == b.value and a.unit == b.unit
