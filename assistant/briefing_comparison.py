"""Figures of a note side by side: over places in one year, over years in one place.

Differences are worked out in Decimal from two cited figures of one unit, and the sum is shown.
It compares only what the sources count alike: same unit, same standing, like-named indicators.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from assistant.briefing_figures import Item
from assistant.briefing_labels import bar_label, row_label
from assistant.briefing_records import Calculation, NoteTable, TableRow
from assistant.briefing_sources import SourceList
from assistant.phrasing import decimal_vi, place_vi, supporting
from assistant.wording import spread
from documents.records import Place

MONEY = ("đồng", "USD")
LIKE_ENOUGH = 0.6
CONTAINED = 0.85
MANY_WORDS = 7
SURE = 0.75
MOST_PAIRS = 8
LONGEST_SUBJECT = 160
HEADER_LAST = ("Chênh lệch", "Nguồn")
# Words of an indicator that tell of standing or extent and not of what is counted.
LOOSE_WORDS = frozenset(
    ("tổng", "số", "kế", "hoạch", "năm", "các", "khu", "vực", "toàn", "vùng", "được", "duyệt", "giao", "theo", "tỉnh")
) | frozenset(("thành", "phố", "của", "ước"))
SCALES = ((Decimal(10) ** 9, "tỷ đồng"), (Decimal(10) ** 6, "triệu đồng"))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that count the same; ``left`` is named first."""

    left: Item
    right: Item

    @property
    def same_time(self) -> bool:
        one, other = self.left.figure.period, self.right.figure.period
        return one is not None and other is not None and (one.start, one.end) == (other.start, other.end)


@dataclass(frozen=True, slots=True)
class Compared:
    """A sentence on a pair with what it rests on."""

    text: str
    citations: tuple[int, ...]
    calculations: tuple[Calculation, ...]
    figures: tuple[str, ...]


def pairs_over_places(found: Sequence[Item], places: Sequence[Place]) -> list[Pair]:
    """Pairs of like figures of the first place and each other one; the same year first, each figure once."""
    pairs: list[Pair] = []
    if len(places) < 2:
        return pairs
    left = [item for item in found if item.place == places[0]]
    for place in places[1:]:
        right = [item for item in found if item.place == place]
        pairs += _match(left, right)
    return pairs[:MOST_PAIRS]


def pairs_over_years(found: Sequence[Item]) -> list[Pair]:
    """Pairs of like figures of one place in different years, the earlier first."""
    pairs: list[Pair] = []
    for item in found:
        for other in found:
            earlier = item.years and other.years and max(item.years) < min(other.years)
            if earlier and item.place == other.place and _whole_years(item, other) and likeness(item, other) >= SURE:
                pairs.append(Pair(item, other))
    best: dict[str, Pair] = {}
    for pair in sorted(pairs, key=lambda p: -likeness(p.left, p.right)):
        best.setdefault(pair.right.figure.id, pair)
    return list(best.values())[:MOST_PAIRS]


def _whole_years(one: Item, other: Item) -> bool:
    """Whether both figures are of stretches of the same length, so that they may be compared."""
    periods = one.figure.period, other.figure.period
    if periods[0] is None or periods[1] is None:
        return False
    return (
        all(p is not None for p in periods)
        and periods[0].start[4:] == periods[1].start[4:]
        and (periods[0].end[4:] == periods[1].end[4:])
    )


def _match(left: Sequence[Item], right: Sequence[Item]) -> list[Pair]:
    ranked = sorted(
        ((Pair(one, other), likeness(one, other)) for one in left for other in right),
        key=lambda row: (row[1] < SURE, not row[0].same_time, -row[1], row[0].left.figure.start),
    )
    taken: set[str] = set()
    pairs = []
    for pair, like in ranked:
        ids = {pair.left.figure.id, pair.right.figure.id}
        if like >= LIKE_ENOUGH and not ids & taken:
            taken |= ids
            pairs.append(pair)
    return sorted(pairs, key=lambda pair: (pair.right.figure.document, pair.right.figure.start))


def likeness(one: Item, other: Item) -> float:
    """How alike two figures are named, 0 to 1; 0 where unit or standing differ, or a range is involved."""
    a, b = one.figure, other.figure
    if a.unit != b.unit or a.unit == "%" or a.upper is not None or b.upper is not None:
        return 0.0
    if a.status != b.status and "unknown" not in (a.status, b.status):
        return 0.0
    if a.unit not in MONEY:
        return _shared(*(_words(item, row_label(item.figure)) for item in (one, other)))
    named = _shared(*(_words(item, bar_label(item.figure, item.place)) for item in (one, other)))
    return max(named, _shared(*(_words(item, item.figure.indicator_name) for item in (one, other))))


def _shared(first: frozenset[str], second: frozenset[str]) -> float:
    """The share of words two names have in common; a long name held whole by a longer one is like it."""
    if not first or not second:
        return 0.0
    common, fewer = len(first & second), min(len(first), len(second))
    held = CONTAINED if fewer >= MANY_WORDS and common == fewer else 0.0
    return max(held, common / len(first | second))


def _words(item: Item, name: str) -> frozenset[str]:
    words = set(spread(name).split()) - LOOSE_WORDS
    if item.place is not None:
        words -= set(spread(item.place.name).split())
    return frozenset(word for word in words if not word.isdigit())


def compare_places(pair: Pair, sources: SourceList) -> Compared:
    """Both figures, their difference and how many times the one is the other, in one sentence."""
    left, right = pair.left, pair.right
    subject = _subject(_better_named(left, right))
    difference, texts = _difference(left, right)
    higher, lower = (left, right) if left.figure.value >= right.figure.value else (right, left)
    calculations = [difference]
    tail = f"chênh lệch {difference.text}"
    if lower.figure.value > 0 and higher.figure.value >= lower.figure.value * Decimal("1.1"):
        times = _times(higher, lower, texts)
        calculations.append(times)
        tail += f" ({_where(higher)} gấp khoảng {times.text})"
    one, other = (f"{_where(item)}{'' if pair.same_time else _when(item)}" for item in (left, right))
    lead = f"{_when(left).strip(' ()')}, {subject[:1].lower()}{subject[1:]}" if pair.same_time else subject
    values = f"của {one} là {left.figure.printed}, của {other} là {right.figure.printed}"
    text = f"{lead[:1].upper()}{lead[1:]} {values}; {tail}"
    text += "." if pair.same_time else "; hai số liệu khác thời kỳ nên chỉ để tham khảo."
    return Compared(text, _cite(pair, sources), tuple(calculations), (left.figure.id, right.figure.id))


def compare_years(pair: Pair, sources: SourceList) -> Compared:
    """What became of a figure from one year to the other, as an amount and in per cent."""
    before, after = pair.left, pair.right
    difference, _ = _difference(before, after)
    rose = after.figure.value > before.figure.value
    word = "tăng" if rose else "giảm"
    calculations = [difference]
    if after.figure.value == before.figure.value:
        tail = "không thay đổi"
        calculations = []
    else:
        share = _share(before, after)
        calculations.append(share)
        tail = f"{word} {difference.text}, tương ứng {word} khoảng {share.text}"
    where = f" của {_where(after)}" if after.place is not None else ""
    text = (
        f"{_subject(_better_named(before, after))}{where}{_when(after)} là {after.figure.printed}, "
        f"so với {before.figure.printed}{_when(before)} {tail}."
    )
    return Compared(text, _cite(pair, sources), tuple(calculations), (before.figure.id, after.figure.id))


def comparison_table(pairs: Sequence[Pair], sources: SourceList) -> NoteTable | None:
    """The pairs as rows: both figures as printed, with their period, and the difference."""
    if not pairs:
        return None
    first, second = pairs[0].left, pairs[0].right
    names = [_heading(item) for item in (first, second)]
    rows = []
    for pair in pairs:
        difference, _ = _difference(pair.left, pair.right)
        numbers = _cite(pair, sources)
        documents = dict.fromkeys(item.figure.document for item in (pair.left, pair.right))
        cited = ", ".join(str(sources.number_of(document)) for document in documents)
        cells = (
            _subject(_better_named(pair.left, pair.right)),
            _cell(pair.left),
            _cell(pair.right),
            difference.text,
            cited,
        )
        ids = (pair.left.figure.id, pair.right.figure.id)
        rows.append(TableRow(cells, numbers, ids, (), (difference,)))
    return NoteTable(
        f"So sánh {names[0][:1].lower()}{names[0][1:]} và {names[1][:1].lower()}{names[1][1:]}",
        ("Chỉ tiêu", names[0], names[1], *HEADER_LAST),
        tuple(rows),
        (0.34, 0.19, 0.19, 0.16, 0.12),
    )


def _heading(item: Item) -> str:
    where = _where(item)
    return where[:1].upper() + where[1:]


def _cell(item: Item) -> str:
    return f"{item.figure.printed}{_when(item)}"


def _better_named(one: Item, other: Item) -> Item:
    """The figure of the two by whose name both go: for money the fuller name, for counts the more general."""
    fuller = one.figure.unit in MONEY
    return sorted((other, one), key=lambda i: len(_words(i, bar_label(i.figure, i.place))), reverse=fuller)[0]


def _subject(item: Item) -> str:
    """The name of what is compared; a count is led by "Số"."""
    text = bar_label(item.figure, item.place, LONGEST_SUBJECT)
    if item.figure.unit in MONEY or text.lower().startswith(("số ", "tổng số ")):
        return text
    return f"Số {text[:1].lower()}{text[1:]}"


def _where(item: Item) -> str:
    return place_vi(item.place) if item.place is not None else "toàn bộ"


def _when(item: Item) -> str:
    if item.figure.period is None:
        return ""
    return f" ({item.figure.period.label})"


def _difference(one: Item, other: Item) -> tuple[Calculation, tuple[str, str]]:
    """The difference in the scale of the larger figure, with the two numbers as the sum prints them."""
    high, low = max(one.figure.value, other.figure.value), min(one.figure.value, other.figure.value)
    unit = one.figure.unit
    scale, name = Decimal(1), unit
    if unit == "đồng":
        scale, name = next(((s, n) for s, n in SCALES if high >= s), (Decimal(1), "đồng"))
    texts = (decimal_vi(high / scale), decimal_vi(low / scale))
    text = f"{decimal_vi((high - low) / scale)} {name}"
    return Calculation(text, high - low, unit, f"{texts[0]} - {texts[1]} = {text}"), texts


def _times(higher: Item, lower: Item, texts: tuple[str, str]) -> Calculation:
    value = (higher.figure.value / lower.figure.value).quantize(Decimal("0.1"), ROUND_HALF_UP)
    text = f"{decimal_vi(value)} lần"
    return Calculation(text, value, "lần", f"{texts[0]} : {texts[1]} ≈ {text}")


def _share(before: Item, after: Item) -> Calculation:
    value = abs(after.figure.value - before.figure.value) * 100 / before.figure.value
    rounded = value.quantize(Decimal("0.1"), ROUND_HALF_UP)
    difference, _ = _difference(before, after)
    text = f"{decimal_vi(rounded)}%"
    base = decimal_vi(before.figure.value / next((s for s, _ in SCALES if before.figure.value >= s), Decimal(1)))
    if before.figure.unit != "đồng":
        base = decimal_vi(before.figure.value)
    return Calculation(text, rounded, "%", f"{difference.text} : {base} x 100 ≈ {text}")


def _cite(pair: Pair, sources: SourceList) -> tuple[int, ...]:
    pieces = [*supporting(pair.left.figure, pair.left.view)[0], *supporting(pair.right.figure, pair.right.view)[0]]
    return tuple(dict.fromkeys(sources.cite(piece) for piece in pieces))
