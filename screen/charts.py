"""Charts of figures as HTML and inline SVG: bars, a line over periods, parts of a total.

Numbers are written as their sources print them, colours come from the page's own
variables (so that dark mode is right), and nothing is loaded. A chart never adds,
rescales or guesses: figures of another unit than the most frequent one are left to the table.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from documents.periods import of_like_length
from documents.records import Figure
from screen.markup import bars, escape
from screen.texts import Language, say, write_number

ChartKind = Literal["bars", "line", "parts"]
BARS_SHOWN = 16


@dataclass(frozen=True, slots=True)
class Chart:
    """What to draw: ``items`` are (label, figure) in drawing order; ``by`` names the axis.

    ``standing`` has each label say whether its figure is planned, estimated or done, where they differ.
    """

    kind: ChartKind
    unit: str
    by: Literal["place", "period", "indicator", "part"]
    items: tuple[tuple[str, Figure], ...]
    title: str = ""
    standing: bool = False


def choose_chart(figures: Sequence[Figure]) -> Chart | None:
    """The chart that suits the figures, or None when fewer than two can share an axis."""
    drawable = [figure for figure in figures if figure.value >= 0]
    if not drawable:
        return None
    unit, _ = Counter(figure.unit for figure in drawable).most_common(1)[0]
    same_unit = [figure for figure in drawable if figure.unit == unit]
    parts = _parts_of_total(same_unit)
    if parts:
        return parts
    indicator, count = Counter(figure.indicator_name for figure in same_unit).most_common(1)[0]
    if count >= 2:
        chart = _chart_of_one_indicator([f for f in same_unit if f.indicator_name == indicator], unit)
        if chart:
            return chart
    items = _distinct([(headed(figure), figure) for figure in same_unit])
    return Chart("bars", unit, "indicator", items[:BARS_SHOWN]) if len(items) >= 2 else None


def _chart_of_one_indicator(figures: list[Figure], unit: str) -> Chart | None:
    title = headed(figures[0])
    places = {figure.place.name for figure in figures if figure.place}
    periods = {figure.period.label for figure in figures if figure.period}
    if len(periods) >= 2 and len(places) <= 1:
        dated = sorted((f for f in figures if f.period), key=lambda f: f.period.start if f.period else "")
        items = _distinct([(figure.period.label, figure) for figure in dated if figure.period])
        alike = not _mixed(items) and of_like_length(figure.period for figure in dated if figure.period)
        kind: ChartKind = "line" if len(items) >= 3 and alike else "bars"
        return Chart(kind, unit, "period", items[:BARS_SHOWN], title, _mixed(items))
    if len(places) >= 2:
        mixed = len(periods) >= 2
        placed = [(_place_label(figure, mixed), figure) for figure in figures if figure.place]
        items = _distinct(sorted(placed, key=lambda item: -item[1].value))
        return Chart("bars", unit, "place", items[:BARS_SHOWN], title, _mixed(items))
    return None


def _mixed(items: Sequence[tuple[str, Figure]]) -> bool:
    """Whether some of the figures are planned and others estimated or done."""
    return len({figure.status for _, figure in items if figure.status != "unknown"}) > 1


def _parts_of_total(figures: list[Figure]) -> Chart | None:
    by_id = {figure.id: figure for figure in figures}
    for figure in figures:
        for check in figure.checks:
            parts = [by_id[part] for part in check.figures if part in by_id and part != figure.id]
            if check.kind != "total" or not check.agrees or len(parts) < 2:
                continue
            if max(part.value for part in parts) > figure.value or len(parts) + 1 != len(set(check.figures)):
                continue
            items = tuple((headed(part), part) for part in parts)
            told = [part for part in (_place_label(figure, True), figure.printed) if part]
            return Chart("parts", figure.unit, "part", items, f"{headed(figure)}, {': '.join(told)}")
    return None


def headed(figure: Figure) -> str:
    """What the figure counts, as the table heads its row."""
    return _sentence_case(figure.called)


def _place_label(figure: Figure, with_period: bool) -> str:
    name = figure.place.name if figure.place else ""
    return f"{name}, {figure.period.label}" if with_period and figure.period else name


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _distinct(items: list[tuple[str, Figure]]) -> tuple[tuple[str, Figure], ...]:
    """The items without repeats of the same label; the first of each is kept."""
    seen: dict[str, Figure] = {}
    for label, figure in items:
        seen.setdefault(label, figure)
    return tuple(seen.items())


def render_chart(chart: Chart, language: Language) -> str:
    """The chart as safe HTML, with its values in words for a screen reader."""
    by = say(language, f"by_{chart.by}")
    unit = say(language, "chart_money") if chart.unit == "đồng" else chart.unit
    caption = say(language, "chart_title", unit=unit, by=by)
    title = f"{chart.title} ({caption})" if chart.title else _sentence_case(caption)
    chart = _with_standings(chart, language) if chart.standing else chart
    spoken = "; ".join(f"{label}: {figure.printed}" for label, figure in chart.items)
    body = _line(chart) if chart.kind == "line" else _bars(chart, language)
    return (
        f'<figure class="chart chart-{chart.kind}"><figcaption>{escape(title)}</figcaption>'
        f'<div role="img" aria-label="{escape(spoken)}">{body}</div></figure>'
    )


def _with_standings(chart: Chart, language: Language) -> Chart:
    def labelled(label: str, figure: Figure) -> str:
        return label if figure.status == "unknown" else f"{label} ({say(language, f'status_{figure.status}')})"

    return replace(chart, items=tuple((labelled(label, figure), figure) for label, figure in chart.items))


def _bars(chart: Chart, language: Language) -> str:
    top = max((figure.value for _, figure in chart.items), default=Decimal(0)) or Decimal(1)
    total = sum((figure.value for _, figure in chart.items), Decimal(0)) or Decimal(1)
    rows = []
    for label, figure in chart.items:
        width = figure.value / (total if chart.kind == "parts" else top) * 100
        share = ""
        if chart.kind == "parts":
            percent = write_number((figure.value / total * 100).quantize(Decimal("0.1")), language)
            share = f' <span class="bar-share">{escape(say(language, "chart_share", share=percent))}</span>'
        rows.append((label, width, f"{escape(figure.printed)}{share}"))
    return bars(rows)


def _line(chart: Chart) -> str:
    """A line from zero; the labels are HTML over the drawing, so that they keep their size."""
    top = max((figure.value for _, figure in chart.items), default=Decimal(0)) or Decimal(1)
    count = len(chart.items)
    points, labels = [], []
    for position, (label, figure) in enumerate(chart.items):
        x = (position + 0.5) / count * 100
        y = 100 - float(figure.value / top) * 78 - 4
        points.append(f"{x:.2f},{y:.2f}")
        labels.append(
            f'<span class="line-dot" style="left:{x:.2f}%;top:{y:.2f}%"></span>'
            f'<span class="line-value" style="left:{x:.2f}%;top:{y:.2f}%">{escape(figure.printed)}</span>'
            f'<span class="line-label" style="left:{x:.2f}%;width:{100 / count:.2f}%">{escape(label)}</span>'
        )
    return (
        '<div class="line-plot"><svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">'
        f'<polyline points="{" ".join(points)}"></polyline></svg>{"".join(labels)}</div>'
    )
