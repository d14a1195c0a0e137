"""The orders in which a reader may sort figures, each as a key of one figure.

It sorts nothing: ranks by these keys are kept in the figure columns.
"""

import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Literal

from documents.records import Figure, Status

SortColumn = Literal["indicator", "place", "period", "status", "value", "check"]
STATUSES: tuple[Status, ...] = ("plan", "estimate", "actual", "unknown")
"""In the order they are sorted."""


@lru_cache(maxsize=4096)
def reading_key(text: str) -> str:
    """A sorting key by letters first and marks after, as a Vietnamese list is read."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return plain.replace("đ", "dz") + "\0" + text


def _check_key(figure: Figure) -> int:
    """Those with a check that fails first, then those whose checks agree, then those without any."""
    if not figure.checks:
        return 2
    return int(all(check.agrees for check in figure.checks))


SORT_KEYS: Mapping[SortColumn, Callable[[Figure], Any]] = {
    "indicator": lambda figure: reading_key(figure.indicator_name or figure.indicator),
    "place": lambda figure: reading_key(figure.place.name) if figure.place else None,
    "period": lambda figure: (figure.period.start, figure.period.end) if figure.period else None,
    "status": lambda figure: STATUSES.index(figure.status),
    "value": lambda figure: (reading_key(figure.unit), figure.value),
    "check": _check_key,
}
"""Values are compared within their unit. None comes last in both directions."""
