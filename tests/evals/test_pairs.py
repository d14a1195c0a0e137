"""Counting which syllables stand side by side in questions."""

from evals.pairs import count_pairs, write
from index.diacritics import background


def test_questions_are_counted_once_each_and_those_without_marks_or_numbers_not():
    rows = count_pairs(["Số tiền là số nào?", "Số tiền năm 2024?", "so tien la bao nhieu"])
    assert ("số", "", 2) in rows and ("số", "tiền", 2) in rows and ("là", "số", 1) in rows
    assert not any("2024" in row or "tien" in row for row in rows)


def test_the_table_is_written_as_it_is_read(tmp_path, monkeypatch):
    write([("xưởng", "", 3), ("xưởng", "gốm", 2)], tmp_path / "pairs.csv")
    monkeypatch.setattr("index.diacritics.QUESTION_PAIRS", tmp_path / "pairs.csv")
    plain = background.__wrapped__()
    (tmp_path / "pairs.csv").write_text("syllable,next,questions\n", encoding="utf-8")
    without = background.__wrapped__()
    assert plain[0]["xưởng"] > without[0].get("xưởng", 0.0)
    assert plain[1]["xưởng", "gốm"] > without[1].get(("xưởng", "gốm"), 0.0)
