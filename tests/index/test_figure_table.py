from decimal import Decimal

import pytest

from documents.records import Document, Figure, Period, Place, Source
from index.catalog import Catalog
from index.chroma_store import ChromaStore
from index.figure_columns import make_columns
from index.figure_search import nearest
from index.figure_selection import FigureSelection
from index.figure_table import as_node, places_meant, years_of
from index.records import FigureFilter
from index.settings import IndexSettings
from tests.fakes import FakeEmbedder

NORTH, HAI_DUONG, HAI_PHONG = (
    Place("phía Bắc", "region", "R1"),
    Place("Hải Dương", "province", "30"),
    Place("Hải Phòng", "province", "31"),
)


def figure(start: int, place: Place | None, years: tuple[int, int], name: str, unit: str = "đồng", status="actual"):
    period = Period(f"{years[0]}-01-01", f"{years[1]}-12-31", "") if years[0] else None
    return Figure(
        f"d:f{start}-{start + 2}", "d", start, start + 2, 0, 90, f"Câu về {name}.", "12", Decimal(12), unit,
        "exact", name, name, place, period, status,
    )  # fmt: skip


FIGURES = [
    figure(100, NORTH, (2024, 2024), "kinh phí khuyến công"),
    figure(5, HAI_DUONG, (2014, 2018), "kinh phí khuyến công"),
    figure(20, HAI_DUONG, (2016, 2016), "số lao động", "lao động"),
    figure(40, HAI_PHONG, (2023, 2023), "máy móc thiết bị", status="plan"),
    figure(60, None, (0, 0), "đề án", "đề án"),
]


@pytest.fixture
def ask(tmp_path):
    catalog = Catalog(tmp_path, create=True)
    chroma = ChromaStore(IndexSettings(store=tmp_path))
    embedder = FakeEmbedder()
    nodes = [as_node(one) for one in FIGURES]
    for node in nodes:
        node.embedding = embedder.queries([node.text])[0].tolist()
    chroma.add("figures", nodes)
    catalog.put(Document(Source("d", "d.txt"), "x", ()), "1", [], [], FIGURES)

    columns = make_columns(FIGURES, ["d"])

    def asking(**wanted) -> list[int]:
        if "indicator" not in wanted:
            found = FigureSelection(columns, columns.matching(FigureFilter(**wanted)), catalog.figures_by_id)
            return [one.start for one in found]
        vector = embedder.queries([wanted["indicator"]])[0]
        return [
            hit.figure.start for hit in nearest(catalog.figures_by_id, chroma, columns, FigureFilter(**wanted), vector)
        ]

    yield asking
    chroma.close()
    catalog.close()


@pytest.mark.parametrize(
    ("wanted", "starts"),
    [
        ({}, [5, 20, 40, 60, 100]),
        ({"limit": 2}, [5, 20]),
        ({"year": 2016}, [5, 20]),
        ({"year": 2019}, []),
        ({"place": "Hải Dương"}, [5, 20]),
        ({"place": "hai duong", "year": 2014}, [5]),
        ({"place": "phía Bắc"}, [100]),
        ({"place": "phía Bắc", "within": True}, [5, 20, 40, 100]),
        ({"unit": "lao động"}, [20]),
        ({"status": "plan"}, [40]),
        ({"document": "d", "unit": "đề án"}, [60]),
        ({"document": "other"}, []),
        ({"document": "d", "place": "phía Bắc", "within": True}, [5, 20, 40, 100]),
        ({"document": "d", "place": "Hải Phòng", "year": 2016}, [5, 20]),
        ({"document": "d", "place": "cả nước", "within": True}, [5, 20, 40, 100]),
        ({"place": "Hải Phòng", "year": 2016, "unit": "lao động", "status": "actual"}, [20]),
        ({"year": 2016, "unit": "đồng", "limit": 1}, [5]),
        ({"unit": "đồng", "status": "actual", "limit": 1}, [5]),
        ({"place": "Không Có Đâu"}, []),
    ],
)
def test_a_filter_lets_through_exactly_what_it_says_in_reading_order(ask, wanted, starts):
    assert ask(**wanted) == starts


def test_asking_for_a_merged_province_offers_its_former_parts_too(ask):
    assert set(places_meant("Hải Phòng")) == {"Hải Phòng", "Hải Dương"}
    assert ask(place="Hải Phòng") == [5, 20, 40]


def test_an_indicator_orders_by_meaning_within_the_filter(ask):
    assert ask(indicator="máy móc", limit=1) == [40]
    assert ask(indicator="kinh phí khuyến công", place="Hải Dương") == [5, 20]


def test_a_period_of_centuries_does_not_fill_the_metadata():
    assert len(years_of(figure(0, None, (1900, 2100), "x"))) == 61
