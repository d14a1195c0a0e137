import pytest

from evals.retrieval import Asked, document_gains, measure, overlap_gains, render
from index.records import Hit, Passage


def hit(document: str, start: int = 0, end: int = 10) -> Hit:
    return Hit(Passage(f"{document}:{start}-{end}", document, "đoạn 1", start, end, "x"), 1.0, 0.9, 1.0, 1.0)


def test_a_document_counts_at_the_rank_of_its_best_hit_and_once():
    hits = [hit("a"), hit("a", 10, 20), hit("gold"), hit("gold", 10, 20)]
    assert document_gains(hits, frozenset({"gold"})) == [0.0, 1.0]


def test_the_first_hit_that_overlaps_a_span_counts_and_no_later_one():
    hits = [hit("a", 0, 10), hit("a", 10, 20), hit("a", 15, 30)]
    assert overlap_gains(hits, [("a", 18, 19)]) == [0.0, 1.0, 0.0]
    assert overlap_gains(hits, [("b", 18, 19)]) == [0.0, 0.0, 0.0]
    assert overlap_gains(hits, [("a", 30, 40)]) == [0.0, 0.0, 0.0]


class OneAnswer:
    """An index that always finds b, then a."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def search(self, text, k, mode):
        self.asked.append(text)
        return [hit("b"), hit("a")]


def test_the_table_has_a_row_for_each_form_and_mode_with_sums_done_by_hand():
    index = OneAnswer()
    asked = [
        Asked("Đường", lambda hits: document_gains(hits, frozenset({"a"}))),
        Asked("Sá", lambda hits: document_gains(hits, frozenset({"b"}))),
    ]
    rows = measure("mẫu", index, asked)
    assert [(row.form, row.mode) for row in rows] == [
        (form, mode) for form in ("accented", "folded") for mode in ("BM25", "dense", "RRF", "fused")
    ]
    assert rows[0].ndcg == pytest.approx((1 / 1.584962500721156 + 1) / 2)
    assert (rows[0].recall_5, rows[0].reciprocal) == (1.0, pytest.approx(0.75))
    assert index.asked[:2] == ["Đường", "Sá"] and index.asked[-2:] == ["Duong", "Sa"]
    assert len(render(rows).splitlines()) == 10
