import pytest

from index.fusion import Ranking, fuse_ranks, fuse_scores


def test_scores_are_stretched_between_floor_and_best_then_weighted():
    dense = Ranking("dense", 1.0, [("a", 0.9), ("b", 0.85), ("c", 0.8)])
    words = Ranking("accented", 0.5, [("b", 8.0), ("d", 2.0)], 0.0)
    assert fuse_scores([dense, words]) == [
        ("a", pytest.approx(1.0)),
        ("b", pytest.approx(0.5 + 0.5)),
        ("d", pytest.approx(0.125)),
        ("c", pytest.approx(0.0)),
    ]


def test_a_single_hit_counts_in_full_and_an_empty_list_not_at_all():
    assert fuse_scores([Ranking("dense", 1.0, [("a", 0.3)]), Ranking("accented", 1.0, [], 0.0)]) == [("a", 1.0)]


def test_ranks_sum_as_by_hand_and_ties_go_by_id():
    one = Ranking("dense", 1.0, [("b", 9.0), ("a", 8.0)])
    other = Ranking("accented", 2.0, [("a", 3.0)])
    assert fuse_ranks([one, other]) == [
        ("a", pytest.approx(1 / 62 + 2 / 61)),
        ("b", pytest.approx(1 / 61)),
    ]
    assert [id for id, _ in fuse_ranks([Ranking("x", 1, [("b", 1)]), Ranking("y", 1, [("a", 1)])])] == ["a", "b"]
