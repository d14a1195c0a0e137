"""Gold figures: every number of a document as a reader would note it, and when another equals it.

The rows were written by reading the pages, never by running the extractor. ``accept`` names
what else is right where the page leaves it open (``*`` = anything); an ``optional`` row is
neither missed nor wrong. This module knows nothing of how figures are extracted.
"""

import json
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from documents.place_words import fold
from documents.places import place_table
from documents.records import Figure
from documents.units import load_counted_nouns

GOLD = Path(__file__).parent / "gold"
PAGES = GOLD / "pages"


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """One gold row; ``accept`` holds further right values by field."""

    document: str
    text: str
    value: Decimal | None
    unit: str
    upper: Decimal | None
    place: str | None
    period: tuple[str, str] | None
    status: str | None
    indicator: str = ""
    accept: dict[str, list[Any]] = field(default_factory=dict)
    optional: bool = False
    held_back: bool = False


def read_gold_figures(folder: Path = GOLD) -> list[GoldFigure]:
    """All rows of ``figures*.jsonl`` in the folder, in file and reading order."""
    rows: list[GoldFigure] = []
    for path in sorted(folder.glob("figures*.jsonl")):
        rows += [_gold_figure(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return rows


def same_amount(gold: GoldFigure, figure: Figure) -> bool:
    """Whether value, upper end and unit are the same; nothing is rescaled."""
    if gold.value is None:
        return gold.text in figure.text
    units = {unit_key(unit) for unit in [gold.unit, *gold.accept.get("unit", [])]}
    return figure.value == gold.value and figure.upper == gold.upper and unit_key(figure.unit) in units


def same_place(gold: GoldFigure, figure: Figure) -> bool:
    """Whether the figure's place is the gold one or an accepted one, by code where there is one."""
    names = [gold.place, *gold.accept.get("place", [])]
    if "*" in names:
        return True
    if figure.place is None:
        return names == [None]
    code = figure.place.code
    return any(
        name is not None and (_code(name) == code if code else fold(name) == fold(figure.place.name)) for name in names
    )


def same_period(gold: GoldFigure, figure: Figure) -> bool:
    """Whether the figure's period has exactly the gold dates or accepted ones."""
    wanted = [gold.period, *gold.accept.get("period", [])]
    if "*" in wanted:
        return True
    given = (figure.period.start, figure.period.end) if figure.period else None
    return any((tuple(pair) if pair else None) == given for pair in wanted)


def same_status(gold: GoldFigure, figure: Figure) -> bool:
    """Whether the figure's status is the gold one or an accepted one."""
    wanted = [gold.status, *gold.accept.get("status", [])]
    return "*" in wanted or figure.status in wanted


def unit_key(unit: str) -> str:
    """A unit as it is compared: the table of counted nouns' name for it, folded case, single spaces."""
    plain = " ".join(unit.split()).casefold()
    return load_counted_nouns().get(plain, plain).casefold()


def _code(name: str) -> str:
    place = place_table().lookup(name)
    return place.code if place else ""


def _gold_figure(row: dict[str, Any]) -> GoldFigure:
    period = (row["period_start"], row["period_end"]) if row["period_start"] else None
    return GoldFigure(
        document=row["document"],
        text=row["text"],
        value=Decimal(row["value"]) if row["value"] is not None else None,
        unit=row["unit"] or "",
        upper=Decimal(row["upper"]) if row["upper"] is not None else None,
        place=row["place"],
        period=period,
        status=row["status"],
        indicator=row["indicator"],
        accept=row.get("accept", {}),
        optional=row.get("optional", False),
        held_back=row.get("held_back", False),
    )
