"""The look-up of figures timed over a store of many made-up ones, by kind of filter.

What is timed is what the tab Số liệu does between a choice and its table: the look-up with count and
notices, and the first page of rows read; printing all rows is timed apart. The store is built once
and kept. Its vectors are means of the model's vectors of parts of sentences: they tell of time only.
"""

import os
import re
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np

from assistant.figures import FigureTable, look_up
from documents.places import COUNTRY, place_table
from evals.measures import Measure, resident_mb
from evals.synthetic import write_corpus
from index.build import build
from index.embedding import Embeds, load_embedder
from index.figure_selection import FigureSelection
from index.records import FigureFilter
from index.retrieve import Index, open_index
from index.settings import IndexSettings

FIGURES_A_PASSAGE = 3
PAGE = 40
BUDGET_MS = 200
INDICATORS = (
    "kinh phí hỗ trợ máy móc", "số cơ sở dệt thổ cẩm", "đăng ký nhãn hiệu", "kinh phí sản xuất sạch hơn",
    "số làng nghề mây tre", "kinh phí đào tạo nghề", "hệ thống xử lý nước thải", "hội chợ triển lãm",
)  # fmt: skip
"""Another each round, so that its vector is made anew."""


class PartVectors:
    """An embedder for texts in great number: the mean of the vectors of their parts, each embedded once."""

    def __init__(self, real: Embeds) -> None:
        self._real = real
        self._kept: dict[str, np.ndarray] = {}
        self.identity, self.max_tokens, self.notice = real.identity, real.max_tokens, real.notice

    def queries(self, texts: Sequence[str]) -> np.ndarray:
        return self._real.queries(texts)

    def begin(self, text: str) -> Callable[[], np.ndarray]:
        return self._real.begin(text)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return self._real.count_tokens(texts)

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        parts = [[part for part in re.split(r"[,.\d]+", text) if part.strip()] or [text] for text in texts]
        fresh = list(dict.fromkeys(part for some in parts for part in some if part not in self._kept))
        self._kept.update(zip(fresh, self._real.passages(fresh), strict=True) if fresh else ())
        means = np.stack([np.mean([self._kept[part] for part in some], axis=0) for some in parts])
        return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True), np.float32)


def measure_look_ups(store: Path, figures: int, rounds: int = 5) -> list[Measure]:
    """Median milliseconds of ``rounds`` look-ups by each kind of filter, the values those of most figures."""
    index = open_figures(store, figures)
    before = resident_mb(os.getpid())
    total = index.stamp.figures
    measures = [
        time_kind(index, f"look-up by {name}, {total} figures", filters, rounds)
        for name, filters in kinds(index.select(FigureFilter())).items()
    ]
    widest = look_up(index, FigureFilter(status="actual"))
    measures += [
        Measure(f"reading all {len(widest.found)} rows of one status", once(lambda: list(widest)), "ms"),
        Measure("memory the look-ups took", resident_mb(os.getpid()) - before, "MB"),
    ]
    index.close()
    return measures


def open_figures(store: Path, figures: int) -> Index:
    """The made-up store, built first where it is not there yet (many minutes)."""
    settings = IndexSettings(store=store, documents=store / "documents")
    if not settings.documents.exists():
        names = [f"tỉnh {place.name}" for place in place_table().parts_of(COUNTRY)]
        write_corpus(settings.documents, figures // FIGURES_A_PASSAGE, places=names)
    build(settings, embedder=PartVectors(load_embedder(settings)))
    return open_index(settings)


def kinds(all: FigureSelection) -> dict[str, list[FigureFilter]]:
    """Filters by kind; each kind's are taken in turns."""
    places = all.places()
    place = max((one for one in places if one), key=lambda one: places[one]).name
    year = all.years()[len(all.years()) // 2]
    unit = max(all.units(), key=lambda one: all.units()[one])
    other = FigureFilter(place=place, year=year, unit=unit, status="plan")
    return {
        "place": [FigureFilter(place=place)],
        "region": [FigureFilter(place="phía Bắc")],
        "year": [FigureFilter(year=year)],
        "indicator": [FigureFilter(indicator=text) for text in INDICATORS],
        "unit": [FigureFilter(unit=unit)],
        "status": [FigureFilter(status="actual")],
        "document": [FigureFilter(document=all.documents()[0])],
        "several": [other],
        "unit with an indicator": [FigureFilter(unit=unit, indicator=text) for text in INDICATORS],
        "several with an indicator": [replace(other, indicator=text) for text in INDICATORS],
        "no filter": [FigureFilter()],
    }


def time_kind(index: Index, what: str, filters: Sequence[FigureFilter], rounds: int) -> Measure:
    """The median of ``rounds`` timings, after one that is not counted."""
    times = [once(partial(first_page, index, filters[at % len(filters)])) for at in range(rounds + 1)]
    return Measure(what, statistics.median(times[1:]), "ms", BUDGET_MS)


def first_page(index: Index, wanted: FigureFilter) -> FigureTable:
    """The look-up as the screen does it, its first page read."""
    table = look_up(index, wanted, parts=True)
    table.found.read(0, PAGE)
    return table


def once(work: Callable[[], object]) -> float:
    """Wall milliseconds of the work."""
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)
