"""The look-up of figures by meaning: the nearest indicators among what a filter lets through.

The columns say what that is and Chroma what is near; it knows no question and judges no figure.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from documents.records import Figure
from index.chroma_store import ChromaStore
from index.figure_columns import FigureColumns
from index.figure_table import where_of
from index.records import FigureFilter, FigureHit

MOST_NEAREST = 2000
"""Chroma's nearest search is asked for no more than this; a look-up by meaning needs no more."""


def nearest(
    figures_by_id: Callable[[Sequence[str]], dict[str, Figure]],
    chroma: ChromaStore,
    columns: FigureColumns,
    wanted: FigureFilter,
    indicator: np.ndarray,
) -> list[FigureHit]:
    """Figures that pass the filter, by nearness of the indicator's vector, nearest first."""
    total = len(columns.rows)
    numbers = columns.matching(replace(wanted, limit=0))
    if not len(numbers):
        return []
    ids = [columns.all_ids[number] for number in numbers.tolist()] if len(numbers) < total else None
    k = min(wanted.limit or MOST_NEAREST, MOST_NEAREST, total)
    near = chroma.nearest("figures", indicator, k, where_of(wanted), ids)
    figures = figures_by_id([id for id, _ in near])
    return [FigureHit(figures[id], cosine) for id, cosine in near if id in figures]
