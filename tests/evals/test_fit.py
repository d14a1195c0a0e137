"""The weights fitted on questions: what is learnt from them, and what stays as set by hand."""

from dataclasses import dataclass, replace
from typing import Any

from assistant.answer_signals import Signals
from assistant.answering import Examined
from evals.fit import LEFT_OUT, Sample, fit_answer, fit_order, with_hand_set
from evals.gold import GoldQuestion

GOLD = GoldQuestion("q", "?", "passage", "plain", frozenset({"answered"}))
ABSENT = replace(GOLD, outcomes=frozenset({"not_found"}))


@dataclass(frozen=True)
class Row:
    signals: Signals


def sample(gold: GoldQuestion, case: dict[str, float], *rows: tuple[float, bool]) -> Sample:
    ranked: Any = tuple(Row(Signals(own=own)) for own, _ in rows)
    return Sample(gold, Examined(None, {}, ranked, case), tuple(right for _, right in rows))


def test_a_signal_that_right_sentences_have_more_of_puts_them_first():
    weights = fit_order([sample(GOLD, {}, (0.9, True), (0.2, False)), sample(GOLD, {}, (0.3, False), (0.8, True))])
    assert weights["own"] > 0
    assert weights["likeness"] == 0


def test_a_signal_of_answers_weighs_for_them_and_one_of_questions_without_an_answer_against():
    answered = [sample(GOLD, {"lexical": 0.9, "unknown": 0.0, "own": 1.0}, (0.9, True)) for _ in range(9)]
    refused = [sample(ABSENT, {"lexical": 0.2, "unknown": 0.7, "own": 1.0}, (0.1, False)) for _ in range(9)]
    weights = fit_answer(answered + refused)
    assert weights["lexical"] > 0 > weights["unknown"]
    assert set(weights) == {"lexical", "unknown", "bias"}


def test_weights_set_by_hand_stay_as_they_are():
    by_hand = sorted(LEFT_OUT["order"])[0]
    present = {"order": {by_hand: -1.5, "own": 9.0}, "answer": {}, "figure": {}}
    fitted = {"order": {"own": 2.0}, "answer": {}, "figure": {}}
    assert with_hand_set(fitted, present) == {"order": {"own": 2.0, by_hand: -1.5}, "answer": {}, "figure": {}}
