"""The table and the chart of a note, from the figures that belong to its topic.

Which sentences belong is decided in `briefing_scope.py`; here the figures in them are narrowed
once more by their own place and period, set as rows, and the comparable ones as bars.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from assistant.briefing_labels import bar_label, describes_area, row_label, share_phrase
from assistant.briefing_records import ChartBar, NoteChart, NoteTable, TableRow
from assistant.briefing_scope import Candidate
from assistant.briefing_sources import SourceList
from assistant.briefing_topic import Topic
from assistant.evidence import View, years_of
from assistant.phrasing import place_vi, printed, supporting
from assistant.wording import spread
from documents.places import place_table
from documents.records import Figure, Place

HEADER = ("Chỉ tiêu", "Giá trị", "Đơn vị", "Thời kỳ", "Loại số liệu", "Tỷ trọng, so sánh", "Nguồn")
WIDTHS = (0.3, 0.09, 0.1, 0.13, 0.09, 0.19, 0.1)
STATUS = {"plan": "Kế hoạch", "actual": "Thực hiện", "estimate": "Ước thực hiện", "unknown": "-"}
MOST_ROWS = 40
MOST_BARS = 10
SCALES = ((Decimal(10) ** 9, "tỷ đồng"), (Decimal(10) ** 6, "triệu đồng"), (Decimal(1), "đồng"))
_NUMBER = re.compile(r"^(\D{0,14}?[\d.,]+(?:\s*[-–/]\s*[\d.,]+)?)\s*(.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Item:
    """A figure of the note with the document it stands in; ``place`` and ``years`` as they carry over."""

    figure: Figure
    view: View
    place: Place | None
    years: frozenset[int]
    exact: bool


def items(candidates: Sequence[Candidate], topic: Topic) -> list[Item]:
    """The figures of the sentences that belong to the topic, each once, in the order given."""
    found: dict[tuple[object, ...], Item] = {}
    for candidate in candidates:
        for figure in candidate.figures:
            if describes_area(figure):
                continue
            place = _narrower(figure.place, candidate.place)
            years = candidate.years if figure.period is None else frozenset(years_of(figure.period))
            if not _inside(topic, place, years):
                continue
            exact = not topic.places or place in topic.places
            key = (figure.value, figure.upper, figure.unit, place, years, spread(figure.indicator_name))
            found.setdefault(key, Item(figure, candidate.view, place, years, exact))
    return list(found.values())


def _narrower(own: Place | None, carried: Place | None) -> Place | None:
    """The place of a figure, or of its sentence where that is a province and the figure's is wider."""
    if own is None or (carried is not None and carried.level == "province" and own.level in ("region", "country")):
        return carried
    return own


def _inside(topic: Topic, place: Place | None, years: frozenset[int]) -> bool:
    if topic.years and not years & set(topic.years):
        return False
    if not topic.places:
        return True
    return place is not None and any(place_table().contains(asked, place) for asked in topic.places)


def figure_table(found: Sequence[Item], caption: str, sources: SourceList) -> NoteTable | None:
    """The figures as rows with unit, place, period, status and source; None when there are none.

    A percentage stands in the row of the figure before it in its sentence, as printed there. The
    place of most rows is named in the caption, and only another one in its row.
    """
    groups = _with_shares(found)[:MOST_ROWS]
    if not groups:
        return None
    usual, count = Counter(group[0].place for group in groups).most_common(1)[0]
    header, name = HEADER, ""
    if usual is None or count * 2 <= len(groups):
        usual, header = None, (*HEADER[:3], "Địa bàn, thời kỳ", *HEADER[4:])
    elif spread(usual.name).strip() not in spread(caption):
        name = f"; địa bàn: {place_vi(usual)}"
    rows = tuple(_row(group, sources, usual) for group in groups)
    return NoteTable(f"{caption}{name}", header, rows, WIDTHS)


def _with_shares(found: Sequence[Item]) -> list[list[Item]]:
    """Each figure with the percentages of its sentence that follow it."""
    groups: list[list[Item]] = []
    for item in found:
        base = groups[-1][0].figure if groups else None
        shared = item.figure.unit == "%" and base is not None and base.unit != "%"
        if shared and base is not None and _same_sentence(base, item.figure):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _same_sentence(one: Figure, other: Figure) -> bool:
    return (one.document, one.sentence_start) == (other.document, other.sentence_start)


def _row(group: Sequence[Item], sources: SourceList, usual: Place | None) -> TableRow:
    item = group[0]
    figure = item.figure
    evidence, _, _ = supporting(figure, item.view)
    numbers = tuple(sources.cite(piece) for piece in evidence)
    value, unit = split_printed(printed(figure, item.view), figure.unit)
    where = place_vi(item.place) if item.place not in (None, usual) and item.place is not None else ""
    when = figure.period.label if figure.period is not None else ", ".join(f"năm {year}" for year in sorted(item.years))
    extent = ", ".join(part for part in (where, when) if part) or "-"
    shares = "; ".join(share_phrase(share.figure) for share in group[1:])
    if figure.unit == "%":
        shares = share_phrase(figure)
    cells = (
        row_label(figure),
        value,
        unit,
        extent[:1].upper() + extent[1:],
        STATUS[figure.status],
        shares[:1].upper() + shares[1:] or "-",
        f"{sources.number_of(figure.document)}, {sources.citations[numbers[0] - 1].locator}",
    )
    told = tuple(dict.fromkeys(remark for part in group for remark in remarks(part.figure)))
    return TableRow(cells, numbers, tuple(part.figure.id for part in group), told)


def remarks(figure: Figure) -> tuple[str, ...]:
    """What the cross-checks found wrong, each as a full clause; empty when all agree."""
    return tuple(f"{check.sum.rstrip('.')}." for check in figure.checks if not check.agrees)


def split_printed(text: str, unit: str) -> tuple[str, str]:
    """("170,8", "tỷ đồng") for "170,8 tỷ đồng"; the base unit where none is printed."""
    match = _NUMBER.match(" ".join(text.split()))
    if match is None:
        return text, unit
    return match.group(1).strip(), match.group(2).strip() or unit


def figure_chart(found: Sequence[Item], topic: Topic, sources: SourceList) -> NoteChart | None:
    """The largest set of figures that can stand side by side: one unit, one kind of indicator; money first."""
    groups: dict[tuple[str, str, Place | None], list[Item]] = defaultdict(list)
    for item in found:
        if item.figure.unit != "%" and item.figure.upper is None and item.figure.value > 0 and item.exact:
            level = item.place.level if item.place is not None else ""
            one_place = None if topic.places else item.place
            groups[(item.figure.unit, level, one_place)].append(item)
    best: tuple[str, list[Item]] = ("", [])
    for group in groups.values():
        kind, same_kind = _one_kind(group)
        same_kind = _told_apart(same_kind, topic)
        money = group[0].figure.unit == "đồng" and len(same_kind) > 1
        if (money, len(same_kind)) > (bool(best[1]) and best[1][0].figure.unit == "đồng", len(best[1])):
            best = (kind, same_kind)
    kind, chosen = best
    if len(chosen) < 2:
        return None
    return bars_chart(chosen[:MOST_BARS], f"{kind[:1].upper()}{kind[1:]}", topic, sources)


def _told_apart(group: Sequence[Item], topic: Topic) -> list[Item]:
    """The figures whose name and series no other of the group has: a bar must say which figure it is."""
    names = [(bar_label(item.figure, item.place).lower(), series_of(item, topic)) for item in group]
    counts = Counter(names)
    return [item for item, name in zip(group, names, strict=True) if counts[name] == 1]


def _one_kind(group: Sequence[Item]) -> tuple[str, list[Item]]:
    """The pair of words most indicators of a group share, with the figures whose indicator holds it."""
    holders: dict[str, list[Item]] = defaultdict(list)
    for item in group:
        words = spread(item.figure.indicator_name or item.figure.indicator).split()
        for pair in dict.fromkeys(f"{one} {two}" for one, two in pairwise(words)):
            holders[pair].append(item)
    if not holders:
        return "", []
    kind = max(holders, key=lambda pair: len(holders[pair]))
    return _longer(kind, holders[kind]), holders[kind]


def _longer(kind: str, group: Sequence[Item]) -> str:
    """The kind with the words that follow it in most of its figures ("kinh phí" to "kinh phí khuyến công")."""
    while True:
        following = Counter(
            match.group(1)
            for item in group
            if (match := re.search(rf" {re.escape(kind)} (\w+) ", spread(item.figure.indicator_name)))
        )
        if not following or following.most_common(1)[0][1] * 5 < len(group) * 3 or len(kind.split()) > 5:
            return kind
        kind = f"{kind} {following.most_common(1)[0][0]}"


def bars_chart(chosen: Sequence[Item], subject: str, topic: Topic, sources: SourceList) -> NoteChart:
    """A chart of figures of one unit; each bar prints the value of its source."""
    unit = chosen[0].figure.unit
    scale, name = Decimal(1), unit
    if unit == "đồng":
        top = max(item.figure.value for item in chosen)
        scale, name = next((s, n) for s, n in SCALES if top >= s)
    bars = []
    for item in chosen:
        evidence, _, _ = supporting(item.figure, item.view)
        number = sources.cite(evidence[0])
        label = bar_label(item.figure, item.place)
        bars.append(
            ChartBar(
                label,
                series_of(item, topic),
                item.figure.value / scale,
                item.figure.printed,
                item.figure.id,
                number,
            )
        )
    told = "; ".join(f"{bar.label} ({bar.series}): {bar.printed}" for bar in bars)
    names = " và ".join(place_vi(place) for place in topic.places)
    years = f"{topic.years[0]}-{topic.years[-1]}" if len(topic.years) > 1 else "".join(map(str, topic.years))
    about = " ".join(part for part in (subject, names, f"năm {years}" if years else "") if part)
    caption = f"{about} ({name})"
    return NoteChart(caption, name, tuple(bars), f"Biểu đồ thanh ngang, đơn vị {name}. {told}.")


def series_of(item: Item, topic: Topic) -> str:
    """What tells bars of one label apart: status and period, and the place where several are asked."""
    label = item.figure.period.label if item.figure.period is not None else ""
    parts = [STATUS[item.figure.status] if item.figure.status != "unknown" else "", label]
    text = " ".join(part for part in parts if part) or "Số liệu"
    if len(topic.places) > 1 and item.place is not None:
        text = f"{place_vi(item.place)[:1].upper()}{place_vi(item.place)[1:]}: {text[:1].lower()}{text[1:]}"
    return text
