"""Which places, years, units and documents the figures have: the choices of the filters.

Counted from the figures themselves, so that a filter never offers what holds nothing.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from documents.records import Figure
from screen.figure_table import fold

LEVELS = ("country", "region", "province", "district", "commune", "unknown")
UNITS_FIRST = ("đồng", "%")


@dataclass(frozen=True, slots=True)
class Facets:
    """Choices in the order they are offered: places from wide to narrow, years from the newest."""

    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    units: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


def years_of(figure: Figure) -> range:
    """Every year that the figure's period touches."""
    if figure.period is None:
        return range(0)
    return range(int(figure.period.start[:4]), int(figure.period.end[:4]) + 1)


def read_facets(figures: Iterable[Figure]) -> Facets:
    """The choices that a set of figures offers."""
    places: dict[str, int] = {}
    units: Counter[str] = Counter()
    years: set[int] = set()
    documents: dict[str, None] = {}
    for figure in figures:
        if figure.place:
            places.setdefault(figure.place.name, LEVELS.index(figure.place.level))
        years.update(years_of(figure))
        units[figure.unit] += 1
        documents[figure.document] = None
    first = [unit for unit in UNITS_FIRST if unit in units]
    others = [unit for unit, _ in units.most_common() if unit not in first]
    return Facets(
        tuple(sorted(places, key=lambda name: (places[name], fold(name)))),
        tuple(sorted(years, reverse=True)),
        (*first, *others),
        tuple(documents),
    )
