"""A note's chart as a PNG picture: horizontal bars, Vietnamese decimal commas, grey-proof colours.

It draws what it is given; which figures may stand side by side is decided in
`briefing_figures.py`.
"""

from decimal import Decimal
from io import BytesIO

from assistant.briefing_records import NoteChart
from assistant.note_fonts import find_serif

# Dark to light, so that the series stay apart on a black-and-white printer.
COLOURS = ("#1f4e79", "#8fb4d9", "#c55a11", "#f4b183", "#548235", "#a9d18e")
WIDTH_INCHES = 6.3
DPI = 200


def draw_chart(chart: NoteChart) -> bytes:
    """The picture as PNG bytes, 6.3 inches wide at 200 dpi."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    labels = list(dict.fromkeys(bar.label for bar in chart.bars))
    series = list(dict.fromkeys(bar.series for bar in chart.bars))
    slots = _slots(chart, labels)
    height = 0.9 + 0.3 * (max(slots.values()) + 1)
    figure = Figure(figsize=(WIDTH_INCHES, height), dpi=DPI, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    for place, bar in enumerate(chart.bars):
        colour = COLOURS[series.index(bar.series) % len(COLOURS)]
        axes.barh(slots[place], float(bar.value), height=0.8, color=colour)
        axes.annotate(
            print_number(bar.value),
            (float(bar.value), slots[place]),
            xytext=(4, 0),
            textcoords="offset points",
            va="center",
            fontproperties=_font(10),
        )
    _label_axes(chart, labels, slots, axes)
    if len(series) > 1:
        _draw_legend(series, figure)
    held = BytesIO()
    figure.savefig(held, format="png", metadata={"Software": None})
    return held.getvalue()


def print_number(value: Decimal) -> str:
    """170,8 for 170.8 and 1.330 for 1330, as Vietnamese prints numbers."""
    whole, _, part = f"{value.normalize():f}".partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    groups: list[str] = []
    while len(digits) > 3:
        groups.insert(0, digits[-3:])
        digits = digits[:-3]
    return sign + ".".join([digits, *groups]) + (f",{part}" if part else "")


def _slots(chart: NoteChart, labels: list[str]) -> dict[int, float]:
    """The height of each bar: bars of one label stand together, in their order, with a gap after."""
    slots: dict[int, float] = {}
    at = 0.0
    for label in labels:
        for place, bar in enumerate(chart.bars):
            if bar.label == label:
                slots[place] = at
                at += 1.0
        at += 0.5
    return slots


def _label_axes(chart: NoteChart, labels: list[str], slots: dict[int, float], axes) -> None:
    middles = []
    for label in labels:
        own = [slots[place] for place, bar in enumerate(chart.bars) if bar.label == label]
        middles.append(sum(own) / len(own))
    axes.set_yticks(middles, [_wrap(label) for label in labels], fontproperties=_font(10))
    axes.invert_yaxis()
    axes.set_xlabel(f"Đơn vị: {chart.unit}", fontproperties=_font(10))
    axes.set_xlim(0, float(max(bar.value for bar in chart.bars)) * 1.14)
    axes.xaxis.set_major_formatter(lambda value, _: print_number(Decimal(f"{value:.6g}")))
    for tick in axes.get_xticklabels():
        tick.set_fontproperties(_font(9))
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(axis="y", length=0)


def _draw_legend(series: list[str], figure) -> None:
    from matplotlib.patches import Patch

    patches = [Patch(color=COLOURS[place % len(COLOURS)], label=name) for place, name in enumerate(series)]
    columns = 1 if max(len(name) for name in series) > 32 else 2
    figure.legend(
        handles=patches,
        loc="outside lower center",
        ncols=columns,
        frameon=False,
        prop=_font(10),
    )


def _wrap(label: str, width: int = 30) -> str:
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def _font(size: int):
    """The typeface of the text where it is installed, else the one matplotlib brings; both set Vietnamese."""
    from matplotlib.font_manager import FontProperties

    serif = find_serif()
    if serif is None:
        return FontProperties(family="DejaVu Serif", size=size)
    return FontProperties(fname=str(serif.files[0]), size=size)
