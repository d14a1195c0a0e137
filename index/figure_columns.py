"""The figures of a finished store as columns: what filters, counts and sorting need, without the figures.

Some 40 bytes a figure, in reading order, written at the end of a build and mapped from disk, so that
several processes share them and none keeps what another would miss. The figures themselves stand in
the catalogue. A look-up by meaning is Chroma's.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from documents.places import place_table
from documents.records import Figure, Place
from index.disk import replace_folder, write_json
from index.figure_order import SORT_KEYS, STATUSES
from index.figure_table import MOST_YEARS, place_facts, places_meant
from index.records import FigureFilter, StoreBroken

FOLDER = "figures"
COLUMNS_VERSION = 1
"""Raised when the shape of the columns or an order among them changes."""
ROWS, WORDS = "rows.npy", "words.json"
NONE, UNKNOWN = -1, -2
"""No place or period; a word that no figure has."""
ROW = np.dtype(
    [("document", "<i4"), ("start", "<i4"), ("end", "<i4"), ("unit", "<i4"), ("place", "<i4")]
    + [("status", "i1"), ("first_year", "<i2"), ("last_year", "<i2")]
    + [(f"by_{column}", "<i4") for column in SORT_KEYS]
)
"""``document``, ``unit``, ``place`` and ``status`` are places in the words; ``by_...`` are ranks, equal
for what sorts alike, ``NONE`` for what comes last; without a period the last year is before the first."""


@dataclass(frozen=True, eq=False)
class FigureColumns:
    """``rows`` has one ``ROW`` a figure, in reading order; the rest are the words its numbers stand for.

    ``places`` are what ``place_facts`` says of each place.
    """

    rows: np.ndarray
    documents: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    places: tuple[Mapping[str, Any], ...] = ()

    def matching(self, wanted: FigureFilter) -> np.ndarray:
        """Numbers of the rows that pass every condition of the filter but its indicator, int64, in reading order."""
        kept = np.ones(len(self.rows), bool)
        if wanted.document:
            kept &= self.rows["document"] == _code(self.documents, wanted.document)
        if wanted.unit:
            kept &= self.rows["unit"] == _code(self.units, wanted.unit)
        if wanted.status:
            kept &= self.rows["status"] == _code(STATUSES, wanted.status)
        if wanted.year is not None:
            kept &= self._touching(wanted.year)
        if wanted.place:
            kept &= self._lying_in(wanted)
        numbers = np.flatnonzero(kept)
        return numbers[: wanted.limit] if wanted.limit else numbers

    def _touching(self, year: int) -> np.ndarray:
        first = self.rows["first_year"]
        return (first <= year) & (year <= np.minimum(self.rows["last_year"], first + MOST_YEARS))

    def _lying_in(self, wanted: FigureFilter) -> np.ndarray:
        """What ``where_of`` asks of Chroma about the place, asked once for each place there is."""
        named = set(places_meant(wanted.place))
        asked = place_table().lookup(wanted.place) if wanted.within else None
        through = [facts["place"] in named or _is_inside(facts, asked, named) for facts in self.places]
        return np.array([*through, False])[self.rows["place"]]

    def find(self, ids: Sequence[str]) -> np.ndarray:
        """Numbers of the rows of these figures, int64, in the order given; ids that no row has are left out."""
        codes = {document: code for code, document in enumerate(self.documents)}
        parts = [_parts(id) for id in ids]
        keys = (self.rows["document"].astype(np.int64) << 32) | self.rows["start"]
        asked = [(codes.get(document, UNKNOWN) << 32) | start for document, start, _ in parts]
        found = []
        for key, first, (_, _, end) in zip(asked, np.searchsorted(keys, asked).tolist(), parts, strict=True):
            number = first
            while number < len(keys) and keys[number] == key and self.rows["end"][number] != end:
                number += 1
            if number < len(keys) and keys[number] == key:
                found.append(number)
        return np.array(found, np.int64)

    @cached_property
    def known_places(self) -> tuple[Place | None, ...]:
        """The places by their numbers, and None last, which is number ``NONE``."""
        return (*(Place(one["place"], one["place_level"], one["place_code"]) for one in self.places), None)

    @cached_property
    def all_ids(self) -> list[str]:
        """The id of every row; made when a search by meaning first wants many, some 80 bytes each."""
        return self.ids(np.arange(len(self.rows)))

    def ids(self, numbers: np.ndarray) -> list[str]:
        """The ids of the figures of these rows."""
        columns = (self.rows[name][numbers].tolist() for name in ("document", "start", "end"))
        return [f"{self.documents[document]}:f{start}-{end}" for document, start, end in zip(*columns, strict=True)]


def make_columns(figures: Iterable[Figure], documents: Sequence[str]) -> FigureColumns:
    """The columns of figures in any order; ``documents`` are ids in the corpus's order, others come behind."""
    held = list(figures)
    order = {id: at for at, id in enumerate(documents)}
    held.sort(key=lambda figure: (order.get(figure.document, len(order)), figure.document, figure.start, figure.end))
    rows = np.zeros(len(held), ROW)
    owners, units, places = _Words(), _Words(), _Words()
    rows["document"] = [owners.code(figure.document) for figure in held]
    rows["unit"] = [units.code(figure.unit) for figure in held]
    rows["place"] = [places.code(figure.place) if figure.place else NONE for figure in held]
    rows["status"] = [STATUSES.index(figure.status) for figure in held]
    rows["start"] = [figure.start for figure in held]
    rows["end"] = [figure.end for figure in held]
    rows["first_year"] = [int(figure.period.start[:4]) if figure.period else 1 for figure in held]
    rows["last_year"] = [int(figure.period.end[:4]) if figure.period else 0 for figure in held]
    for column, key in SORT_KEYS.items():
        rows[f"by_{column}"] = _ranks(held, key)
    return FigureColumns(rows, tuple(owners.seen), tuple(units.seen), tuple(place_facts(one) for one in places.seen))


def write_columns(folder: Path, columns: FigureColumns, key: str) -> None:
    """Writes the columns, beside first, then renamed; ``key`` says of which build they are."""
    words = {"documents": columns.documents, "units": columns.units, "places": columns.places}
    with replace_folder(folder) as beside:
        np.save(beside / ROWS, columns.rows, allow_pickle=False)
        write_json(beside / WORDS, {"version": COLUMNS_VERSION, "key": key, **words})


def read_columns(folder: Path, key: str) -> FigureColumns:
    """The columns that were written with the key; StoreBroken when there are none of it."""
    try:
        words = json.loads((folder / WORDS).read_text(encoding="utf-8"))
        if (words["version"], words["key"]) != (COLUMNS_VERSION, key):
            raise ValueError("columns of another build")
        rows = np.load(folder / ROWS, mmap_mode="r" if words["units"] else None)
        return FigureColumns(np.asarray(rows), *(tuple(words[name]) for name in ("documents", "units", "places")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreBroken(
            f"bảng số liệu tại “{folder}” thiếu hoặc cũ: hãy chạy “python -m index build --store {folder.parent}”"
        ) from error


class _Words:
    """Numbers for words, in the order they are first met."""

    def __init__(self) -> None:
        self.seen: dict[Any, int] = {}

    def code(self, word: object) -> int:
        return self.seen.setdefault(word, len(self.seen))


def _ranks(figures: Sequence[Figure], key: Callable[[Figure], Any]) -> list[int]:
    """Each figure's rank by a sorting key, equal keys alike; ``NONE`` where the key is None."""
    keys = [key(figure) for figure in figures]
    ranks = {key: rank for rank, key in enumerate(sorted({key for key in keys if key is not None}))}
    return [NONE if key is None else ranks[key] for key in keys]


def _code(words: Sequence[str], word: str) -> int:
    return words.index(word) if word in words else UNKNOWN


def _is_inside(facts: Mapping[str, Any], asked: Place | None, named: set[str]) -> bool:
    """Whether a place lies in the one asked for: the country, a region, or a province with its former parts."""
    if asked is None:
        return False
    if asked.level in ("country", "region"):
        return bool(facts[asked.level] == asked.name)
    return facts["province"] in named


def _parts(id: str) -> tuple[str, int, int]:
    """Document, start and end of a figure's id (``document:f12-20``)."""
    document, _, span = id.rpartition(":f")
    start, _, end = span.partition("-")
    return document, int(start or 0), int(end or 0)
