"""Every look-up and every order over the columns is what going through the figures one by one gives."""

import itertools
import shutil
from pathlib import Path

import numpy as np
import pytest

from documents.places import place_table
from documents.records import Figure
from evals.synthetic import write_corpus
from index.build import build
from index.catalog import Catalog
from index.figure_columns import FOLDER, make_columns, read_columns, write_columns
from index.figure_order import STATUSES, reading_key
from index.figure_table import place_facts, places_meant, years_of
from index.records import FigureFilter, StoreBroken
from index.retrieve import Index, open_index
from index.settings import IndexSettings
from tests.fakes import FakeEmbedder
from tests.figure_shelf import selection_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module", params=["real", "made up"])
def index(request, tmp_path_factory):
    """The project's own documents, or made-up ones that repeat units, places and years in great number."""
    folder = tmp_path_factory.mktemp("columns")
    documents = ROOT / "documents"
    if request.param == "made up":
        documents = folder / "documents"
        write_corpus(documents, 150)
        shutil.copy(ROOT / "documents/articles/hai-duong-2014-2018.txt", documents)
    settings = IndexSettings(store=folder / "store", documents=documents)
    build(settings, embedder=FakeEmbedder())
    index = open_index(settings, FakeEmbedder())
    yield index
    index.close()


@pytest.fixture(scope="module")
def held(index) -> list[Figure]:
    """All figures, in reading order."""
    order = [source.id for source in index.sources()]
    figures = [figure for id in order for figure in index.figures(id)]
    return sorted(figures, key=lambda one: (order.index(one.document), one.start, one.end))


def passes(figure: Figure, wanted: FigureFilter) -> bool:
    """The filter asked of one figure."""
    return (
        (not wanted.document or figure.document == wanted.document)
        and (not wanted.unit or figure.unit == wanted.unit)
        and (not wanted.status or figure.status == wanted.status)
        and (wanted.year is None or wanted.year in years_of(figure))
        and (not wanted.place or lies_in(figure, wanted))
    )


def lies_in(figure: Figure, wanted: FigureFilter) -> bool:
    facts, named, asked = place_facts(figure.place), places_meant(wanted.place), place_table().lookup(wanted.place)
    if facts["place"] in named or not wanted.within or asked is None:
        return facts["place"] in named
    if asked.level in ("country", "region"):
        return facts[asked.level] == asked.name
    return facts["province"] in named


def filters(held: list[Figure]) -> list[FigureFilter]:
    """Each value of each condition alone, and every two, three, four and five of some."""
    places = [*dict.fromkeys(f.place.name for f in held if f.place), "miền Bắc", "cả nước", "hai phong", "Không Đâu"]
    years = [*sorted({year for f in held for year in years_of(f)}), 1, 9999]
    units = [*dict.fromkeys(f.unit for f in held), "không có"]
    documents = [*dict.fromkeys(f.document for f in held), "khong-co"]
    alone = [FigureFilter(place=place, within=within) for place in places for within in (False, True)]
    alone += [FigureFilter(year=year) for year in years]
    alone += [FigureFilter(unit=unit) for unit in units]
    alone += [FigureFilter(status=status) for status in STATUSES]
    alone += [FigureFilter(document=document) for document in documents]
    some = itertools.product(
        ("", places[0], places[-1], "Hải Dương"), (None, *years[:2]), ("", *units[:2]), ("", "plan", "actual"),
        ("", documents[0]), (0, 3), (False, True),
    )  # fmt: skip
    return alone + [FigureFilter(place, year, "", unit, status, document, limit, within)
                    for place, year, unit, status, document, limit, within in some]  # fmt: skip


def test_every_filter_lets_through_what_reading_all_figures_would_in_the_same_order(index: Index, held):
    assert held
    wrong = []
    for wanted in filters(held):
        plain = [figure for figure in held if passes(figure, wanted)]
        plain = plain[: wanted.limit] if wanted.limit else plain
        if list(index.select(wanted)) != plain or [hit.figure for hit in index.look_up(wanted)] != plain:
            wrong.append(wanted)
    assert wrong == []


PLAIN_KEYS = {
    "indicator": lambda f: reading_key(f.indicator_name or f.indicator),
    "place": lambda f: reading_key(f.place.name if f.place else ""),
    "period": lambda f: (f.period.start, f.period.end) if f.period else ("",),
    "status": lambda f: {"plan": 0, "estimate": 1, "actual": 2, "unknown": 3}[f.status],
    "value": lambda f: (reading_key(f.unit), f.value),
    "check": lambda f: (all(check.agrees for check in f.checks), not f.checks),
}


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", list(PLAIN_KEYS))
def test_every_order_is_that_of_sorting_the_figures_those_without_last(index: Index, held, column, descending):
    for wanted in (FigureFilter(), FigureFilter(unit="đồng"), FigureFilter(status="actual")):
        figures = [figure for figure in held if passes(figure, wanted)]
        last = [f for f in figures if column in ("place", "period") and getattr(f, column) is None]
        first = [f for f in figures if f not in last]
        plain = sorted(first, key=PLAIN_KEYS[column], reverse=descending) + last
        assert list(index.select(wanted).sort(column, descending)) == plain


def test_counts_are_those_of_the_figures_in_the_order_of_first_coming(index: Index, held):
    found = index.select(FigureFilter(status="actual"))
    figures = [figure for figure in held if figure.status == "actual"]
    places, units = [f.place for f in figures], [f.unit for f in figures]
    assert list(found.places().items()) == [(place, places.count(place)) for place in dict.fromkeys(places)]
    assert list(found.units().items()) == [(unit, units.count(unit)) for unit in dict.fromkeys(units)]
    assert found.documents() == list(dict.fromkeys(f.document for f in figures))
    assert found.years() == sorted({year for f in figures for year in years_of(f)})
    aside = found.documents()[:1]
    assert list(found.without(aside)) == [f for f in figures if f.document not in aside]
    assert found.without([]) is found and found.read(1, 3) == figures[1:3]
    assert list(found.head(2)) == figures[:2] and len(found) == len(figures)


def test_figures_are_found_by_id_in_the_order_asked_for(index: Index, held):
    asked = [held[-1], held[0], *held[2:5]]
    ids = [asked[0].id, "khong-co:f1-2", f"{held[0].document}:f999999-999999", *(one.id for one in asked[1:])]
    assert list(index.select_ids(ids)) == asked
    assert list(index.select_ids([])) == []


def test_the_columns_of_the_catalogue_are_those_the_build_wrote(index: Index):
    catalog = Catalog(index.settings.store)
    made = make_columns(catalog.figures(), list(catalog.documents()))
    catalog.close()
    read = read_columns(index.settings.store / FOLDER, index.stamp.contents)
    assert np.array_equal(made.rows, read.rows)
    assert (made.documents, made.units, made.places) == (read.documents, read.units, read.places)


def test_figures_grouped_by_place_keep_their_order_within(held):
    found = selection_of(held).group(lambda place: 0 if place and place.level == "province" else 1)
    plain = sorted(held, key=lambda f: 0 if f.place and f.place.level == "province" else 1)
    assert list(found) == plain


def test_figures_of_one_start_are_told_apart_by_their_end(held):
    from dataclasses import replace

    short, long = (replace(held[0], id=f"{held[0].document}:f5-{end}", start=5, end=end) for end in (7, 9))
    assert list(selection_of([long, short])) == [long, short]


def test_what_was_taken_away_since_is_left_out_of_what_is_read(held):
    found = selection_of(held[:3])
    found._read = lambda ids: {one.id: one for one in held[1:3] if one.id in ids}
    assert (len(found), found.read(0, 2), list(found)) == (3, [held[1]], held[1:3])


def test_columns_of_another_build_or_none_are_refused_with_what_to_run(tmp_path, held):
    folder = tmp_path / "store" / FOLDER
    for _ in range(2):
        with pytest.raises(StoreBroken, match=r"thiếu hoặc cũ: hãy chạy “python -m index build --store \S+store”"):
            read_columns(folder, "one")
        write_columns(folder, make_columns(held, []), "another")
    assert len(read_columns(folder, "another").rows) == len(held)
