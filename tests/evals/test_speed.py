"""Verdicts on budgets, the made-up corpus, and memory as Linux tells it; nothing here is timed."""

import os
from dataclasses import replace

from evals.gold import GoldQuestion
from evals.speed import Measure, render, resident_mb, spread_evenly
from evals.synthetic import write_corpus


def test_a_ceiling_and_a_floor_are_told_apart():
    verdicts = [
        Measure("a", 40, "ms", 40).verdict,
        Measure("a", 41, "ms", 40).verdict,
        Measure("a", 2.9, "x", 3, at_least=True).verdict,
        Measure("a", 3, "x", 3, at_least=True).verdict,
        Measure("a", 3, "s").verdict,
    ]
    assert verdicts == ["kept", "MISSED", "MISSED", "kept", "-"]


def test_the_table_shows_measure_budget_and_verdict():
    lines = render([Measure("p50", 41.25, "ms", 40)]).splitlines()
    assert lines[-1].split() == ["p50", "41.2", "ms", "at", "most", "40", "ms", "MISSED"]


def test_the_made_up_corpus_is_the_same_every_time_and_of_the_size_asked_for(tmp_path):
    first, second = tmp_path / "a", tmp_path / "b"
    assert (write_corpus(first, 120), write_corpus(second, 120)) == (3, 3)
    texts = [[path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())] for folder in (first, second)]
    assert texts[0] == texts[1]
    assert [len(text.strip().split("\n\n")) for text in texts[0]] == [51, 51, 51]
    assert len(set(texts[0])) == 3


def test_the_memory_of_this_process_is_known_and_that_of_none_is_zero():
    assert (resident_mb(os.getpid()) > 1, resident_mb(2**30)) == (True, 0.0)


def test_questions_are_spread_evenly_and_follow_ups_bring_what_was_asked_before():
    plain = GoldQuestion("q", "?", "figure", "plain", frozenset({"answered"}))
    questions = [replace(plain, id=str(number)) for number in range(10)]
    assert [gold.id for gold in spread_evenly(questions, 5)] == ["0", "2", "4", "6", "8"]
    assert [gold.id for gold in spread_evenly(questions, 4)] == ["0", "3", "6", "9"]
    assert spread_evenly(questions, 20) == questions
    questions[6] = replace(questions[6], after="5")
    questions[5] = replace(questions[5], after="1")
    assert [gold.id for gold in spread_evenly(questions, 5)] == ["0", "2", "4", "1", "5", "6", "8"]
