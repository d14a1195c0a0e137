"""The talk so far, as it is kept in the reader's own browser.

A turn is a question with its answer or an error line. What comes back from a browser is
checked against the records; a turn that does not fit is dropped. Nothing is kept here.
"""

from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from assistant.records import Answer, Talk

TURNS_KEPT = 30
KEEP_SECRET = "khuyen-cong-page"  # The browser's own copy of the reader's own work; not a protection.


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what came of it: an answer, an error line, or neither while working."""

    question: str
    answer: Answer | None = None
    error: str = ""


_TURN: TypeAdapter[Turn] = TypeAdapter(Turn)


def dump_turns(turns: list[Turn]) -> list[dict[str, Any]]:
    """The last turns as JSON values, for the browser to keep."""
    return [_TURN.dump_python(turn, mode="json") for turn in turns[-TURNS_KEPT:]]


def load_turns(stored: object) -> list[Turn]:
    """The turns a browser kept; those that are not turns (any more) are left out."""
    turns = []
    for item in stored if isinstance(stored, list) else []:
        try:
            turns.append(_TURN.validate_python(item))
        except ValidationError:
            continue
    return [turn for turn in turns if turn.answer or turn.error]


def talk_so_far(turns: list[Turn]) -> Talk | None:
    """What a follow-up may carry over: the talk of the last answer."""
    for turn in reversed(turns):
        if turn.answer:
            return turn.answer.talk
    return None
