"""Which places, years, units and documents the figures have: the choices of the filters.

Counted from the figures themselves, so that a filter never offers what holds nothing.
"""

from dataclasses import dataclass

from index.figure_order import reading_key
from index.figure_selection import FigureSelection

LEVELS = ("country", "region", "province", "district", "commune", "unknown")
UNITS_FIRST = ("đồng", "%")


@dataclass(frozen=True, slots=True)
class Facets:
    """Choices in the order they are offered: places from wide to narrow, years from the newest."""

    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    units: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


def read_facets(figures: FigureSelection) -> Facets:
    """The choices that a set of figures offers."""
    places: dict[str, int] = {}
    for place in figures.places():
        if place:
            places.setdefault(place.name, LEVELS.index(place.level))
    units = figures.units()
    first = [unit for unit in UNITS_FIRST if unit in units]
    others = sorted((unit for unit in units if unit not in first), key=lambda unit: -units[unit])
    return Facets(
        tuple(sorted(places, key=lambda name: (places[name], reading_key(name)))),
        tuple(reversed(figures.years())),
        (*first, *others),
        tuple(figures.documents()),
    )
