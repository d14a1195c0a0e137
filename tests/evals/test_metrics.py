"""Measures against sums done by hand."""

import pytest

from evals.metrics import Counts, mean, ndcg_at, recall_at, reciprocal_rank


def test_precision_recall_and_f1_of_counts():
    counts = Counts(right=3, found=4, wanted=6)
    assert (counts.precision, counts.recall, counts.f1) == (0.75, 0.5, 0.6)


def test_nothing_to_measure_is_none_and_not_zero():
    empty = Counts(0, 0, 0)
    assert (empty.precision, empty.recall, empty.f1) == (None, None, None)
    assert Counts(0, 0, 5).precision is None
    assert Counts(0, 0, 5).f1 == 0.0
    assert ndcg_at([1.0], [], 10) is None
    assert recall_at([1.0], 0, 10) is None
    assert mean([None, None]) is None


def test_counts_add_up():
    assert Counts(1, 2, 3) + Counts(4, 5, 6) == Counts(5, 7, 9)


def test_ndcg_of_second_place_is_one_over_log2_of_three():
    assert ndcg_at([0, 1], [1], 10) == pytest.approx(0.6309297535714575)
    assert ndcg_at([1, 0, 1], [1, 1], 10) == pytest.approx((1 + 0.5) / (1 + 0.6309297535714575))
    assert ndcg_at([0, 1], [1], 1) == 0.0


def test_recall_and_reciprocal_rank():
    assert recall_at([0, 1, 1], 4, 2) == 0.25
    assert reciprocal_rank([0, 0, 1]) == pytest.approx(1 / 3)
    assert reciprocal_rank([0, 0]) == 0.0
    assert mean([1.0, None, 0.0]) == 0.5
