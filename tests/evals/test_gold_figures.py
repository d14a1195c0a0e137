"""The gold of figures is sound: it stands in its pages, and equality is what a reader means."""

from decimal import Decimal

import pytest

from documents.records import Figure, Period, Place
from evals.figure_scores import match_figures, score_document
from evals.gold_figures import (
    GOLD,
    PAGES,
    GoldFigure,
    read_gold_figures,
    same_amount,
    same_period,
    same_place,
    same_status,
)
from evals.metrics import Counts

ARTICLES = GOLD.parent.parent / "documents" / "articles"


def figure(**changes) -> Figure:
    facts = {
        "id": "d:f0-9", "document": "d", "start": 0, "end": 9, "sentence_start": 0, "sentence_end": 9,
        "sentence": "", "text": "", "value": Decimal(28), "unit": "tỉnh", "qualifier": "exact",
        "indicator": "", "indicator_name": "", "place": Place("phía Bắc", "region", "R1"),
        "period": Period("2024-01-01", "2024-12-31", "năm 2024"), "status": "plan",
    }  # fmt: skip
    return Figure(**{**facts, **changes})


def gold(**changes) -> GoldFigure:
    facts = {
        "document": "d", "text": "28 tỉnh", "value": Decimal(28), "unit": "tỉnh, thành phố", "upper": None,
        "place": "phía Bắc", "period": ("2024-01-01", "2024-12-31"), "status": "plan",
    }  # fmt: skip
    return GoldFigure(**{**facts, **changes})


def test_every_gold_text_stands_in_its_page_in_reading_order():
    lost, at = [], {}
    for row in read_gold_figures():
        path = ARTICLES / f"{row.document}.txt"
        path = path if path.exists() else PAGES / f"{row.document}.txt"
        start = path.read_text(encoding="utf-8").find(row.text, at.get(row.document, 0))
        at[row.document] = max(start, 0)
        lost += [(row.document, row.text)] if start < 0 else []
    assert lost == []


def test_thirty_one_pages_are_held_back_and_every_page_has_gold():
    rows = read_gold_figures()
    pages = {path.stem for path in PAGES.glob("*.txt")}
    held = {row.document for row in rows if row.held_back}
    assert (len(pages), len(held)) == (87, 31)
    assert {row.document for row in rows} == pages | {path.stem for path in ARTICLES.glob("*.txt")}


def test_a_unit_is_equal_by_its_normal_name_and_never_by_scale():
    assert same_amount(gold(), figure())
    assert not same_amount(gold(), figure(unit="đề án"))
    assert not same_amount(gold(value=Decimal(28000)), figure())
    assert not same_amount(gold(), figure(upper=Decimal(30)))


def test_a_place_is_equal_by_code_and_a_star_accepts_any():
    assert same_place(gold(place="khu vực phía Bắc"), figure())
    assert not same_place(gold(place="phía Nam"), figure())
    assert not same_place(gold(), figure(place=None))
    assert same_place(gold(place=None, accept={"place": ["*"]}), figure(place=None))


def test_a_period_needs_both_dates():
    assert same_period(gold(), figure())
    assert not same_period(gold(period=("2024-01-01", "2024-06-30")), figure())
    assert same_period(gold(period=("2024-01-01", "2024-06-30"), accept={"period": [None]}), figure(period=None))


def test_a_status_may_be_left_open():
    assert same_status(gold(status="actual", accept={"status": ["plan"]}), figure())
    assert not same_status(gold(status="actual"), figure())


def test_scores_count_missed_extra_and_optional_rows():
    rows = [gold(), gold(text="5 đề án", value=Decimal(5), unit="đề án"), gold(value=Decimal(1), optional=True)]
    read = [
        figure(place=None),
        figure(id="d:f10-19", value=Decimal(1)),
        figure(id="d:f20-29", value=Decimal(7), unit="%"),
    ]
    score = score_document(rows, read)
    assert (score.amount, score.settled) == (Counts(1, 2, 2), Counts(0, 2, 2))
    assert [error.kind for error in score.errors] == ["missed", "extra", "place"]
    assert [(row.value, found.id) for row, found in match_figures(rows, read)] == [
        (Decimal(28), "d:f0-9"),
        (Decimal(1), "d:f10-19"),
    ]


@pytest.mark.parametrize("order", [1, -1])
def test_equal_amounts_are_paired_by_what_agrees_most(order):
    plan, actual = gold(status="plan"), gold(status="actual")
    read = [figure(id="d:f1-2", status="plan"), figure(id="d:f3-4", status="actual")][::order]
    pairs = match_figures([plan, actual], read)
    assert [(row.status, found.status) for row, found in pairs] == [("plan", "plan"), ("actual", "actual")]


def test_an_optional_row_takes_no_figure_from_a_wanted_row_of_the_same_amount():
    others = [Decimal(n) for n in (5, 6, 7, 8)]
    rows = [gold(optional=True), gold(optional=True), gold(), *(gold(value=n) for n in others)]
    read = [figure(id="d:f1-2"), figure(id="d:f3-4"), *(figure(id=f"d:f{n}0-{n}1", value=n) for n in others)]
    score = score_document(rows, read)
    assert (score.amount, score.errors) == (Counts(5, 5, 5), ())
