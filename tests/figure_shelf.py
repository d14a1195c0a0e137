"""Figures in memory, selected as a store's would be."""

from collections.abc import Sequence

from documents.records import Figure
from index.figure_columns import make_columns
from index.figure_selection import FigureSelection


def selection_of(figures: Sequence[Figure]) -> FigureSelection:
    """The figures, in the order given; their ids must be those of their spans."""
    columns = make_columns(figures, list(dict.fromkeys(figure.document for figure in figures)))
    held = {figure.id: figure for figure in figures}
    return FigureSelection(columns, columns.find(list(held)), lambda ids: {id: held[id] for id in ids if id in held})
