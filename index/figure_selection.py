"""Figures that a filter let through, as numbers of rows: counted, sorted and cut at no cost, read when asked for.

Fifty thousand figures take half a second to read and a page of them a millisecond. It filters by
nothing but documents, and judges no figure.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

import numpy as np

from documents.records import Figure, Place
from index.figure_columns import ROW, FigureColumns
from index.figure_order import SortColumn

AT_ONCE = 500
Read = Callable[[Sequence[str]], Mapping[str, Figure]]


class FigureSelection:
    """Some rows of the figure columns, in an order; every method that narrows or sorts gives a new one.

    ``read`` gives figures by id. What a build has taken away since is left out where figures are
    read, and still counted.
    """

    def __init__(self, columns: FigureColumns, numbers: np.ndarray, read: Read) -> None:
        self._columns = columns
        self._numbers = numbers
        self._read = read

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Figure]:
        for at in range(0, len(self), AT_ONCE):
            yield from self.read(at, at + AT_ONCE)

    def read(self, first: int, last: int) -> list[Figure]:
        """The figures from number ``first`` to before ``last`` of the selection, in its order."""
        ids = self._columns.ids(self._numbers[first:last])
        figures = self._read(ids)
        return [figures[id] for id in ids if id in figures]

    def head(self, count: int) -> "FigureSelection":
        """The first ``count`` of them."""
        return self._of(self._numbers[:count])

    def without(self, documents: Collection[str]) -> "FigureSelection":
        """Those of other documents."""
        if not documents:
            return self
        codes = [code for code, id in enumerate(self._columns.documents) if id in documents]
        return self._of(self._numbers[~np.isin(self._column("document"), codes)])

    def sort(self, column: SortColumn, descending: bool = False) -> "FigureSelection":
        """By a column; equals keep their order, those without a place or period come last either way."""
        ranks = self._column(f"by_{column}")
        order = np.argsort(-ranks if descending else ranks, kind="stable")
        lacking = ranks[order] < 0
        return self._of(self._numbers[np.concatenate([order[~lacking], order[lacking]])])

    def group(self, rank: Callable[[Place | None], int]) -> "FigureSelection":
        """By the rank of their place, lowest first; equals keep their order."""
        codes, at = np.unique(self._column("place"), return_inverse=True)
        ranks = np.array([rank(self._columns.known_places[code]) for code in codes], np.int64)
        return self._of(self._numbers[np.argsort(ranks[at], kind="stable")])

    def places(self) -> dict[Place | None, int]:
        """How many figures each place has, in the order that the places first come."""
        return {self._columns.known_places[code]: count for code, count in self._counted("place")}

    def units(self) -> dict[str, int]:
        """How many figures each unit has, in the order that the units first come."""
        return {self._columns.units[code]: count for code, count in self._counted("unit")}

    def documents(self) -> list[str]:
        """Ids of the documents the figures stand in, in the order that they first come."""
        return [self._columns.documents[code] for code, _ in self._counted("document")]

    def years(self) -> list[int]:
        """Every year that a figure's period touches, in order."""
        spans = set(zip(self._column("first_year").tolist(), self._column("last_year").tolist(), strict=True))
        return sorted({year for first, last in spans for year in range(first, last + 1)})

    def _of(self, numbers: np.ndarray) -> "FigureSelection":
        return FigureSelection(self._columns, numbers, self._read)

    def _column(self, name: str) -> np.ndarray:
        return self._columns.rows[name][self._numbers]

    def _counted(self, name: str) -> list[tuple[int, int]]:
        """(code, how often) of a column, in the order of first coming."""
        codes, first, counts = np.unique(self._column(name), return_index=True, return_counts=True)
        order = np.argsort(first)
        return list(zip(codes[order].tolist(), counts[order].tolist(), strict=True))


def none() -> FigureSelection:
    """No figures at all."""
    return FigureSelection(FigureColumns(np.zeros(0, ROW)), np.zeros(0, np.int64), lambda ids: {})
