"""The talk a browser keeps comes back as it was, and anything else is dropped."""

import json

import screen_fakes as fakes

from screen.history import TURNS_KEPT, Turn, dump_turns, load_turns, talk_so_far

ASSISTANT = fakes.FakeAssistant()
TURNS = [Turn(q, ASSISTANT.ask(q)) for q in ("Kế hoạch?", "So sánh", "năm 2019", "Điều 2", "độc")]


def test_every_kind_of_answer_survives_the_browser():
    turns = [*TURNS, Turn("x", error="Câu hỏi trống.")]
    assert load_turns(json.loads(json.dumps(dump_turns(turns)))) == turns


def test_what_is_no_turn_is_left_out():
    good = dump_turns(TURNS[:1])[0]
    assert load_turns([{"question": "?"}, 3, None, {"question": "q", "answer": {"x": 1}}, good]) == TURNS[:1]
    for nothing in (None, "x", {}, 4):
        assert load_turns(nothing) == []


def test_only_the_last_turns_are_kept():
    assert len(dump_turns([TURNS[0]] * (TURNS_KEPT + 5))) == TURNS_KEPT


def test_a_follow_up_carries_the_talk_of_the_last_answer():
    assert talk_so_far([TURNS[0], Turn("lỗi", error="x")]) == fakes.PLAN_ANSWER.talk
    assert talk_so_far([]) is None
