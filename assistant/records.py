"""Records of the assistant room: questions, claims, citations, answers, and its errors.

AssistantError
├── BadQuestion     empty or far too long; exit code 2
└── BadRequest      an option that cannot be served; exit code 2
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from documents.records import Figure, Period, Place
from index.records import Hit

Outcome = Literal["answered", "partial", "not_found", "conflicting", "superseded"]
Language = Literal["vi", "en"]
QuestionKind = Literal["figure", "comparison", "legal", "list", "who", "when", "where", "which", "passage"]


class AssistantError(Exception):
    """Base of the room's errors; the message is one line for the reader."""


class BadQuestion(AssistantError):
    """The question is empty or longer than the limit."""


class BadRequest(AssistantError):
    """An option cannot be served; the message offers the nearest that can."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What a claim rests on: ``quote`` is exactly the document's text from start to end."""

    number: int
    document: str
    title: str
    publisher: str
    date: str
    locator: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of an answer with the numbers of the citations that carry it."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Withheld:
    """A sentence that was not shown, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Talk:
    """What a follow-up may carry over from the questions before it.

    ``told`` are the last two figures told, the earlier first; ``text`` is the legal text that the last answer rests
    on, by kind and number.
    """

    question: str = ""
    place: Place | None = None
    period: Period | None = None
    indicator: str = ""
    kind: QuestionKind | None = None
    as_of: date | None = None
    of_law: bool = False
    told: tuple[Figure, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question; ``answer`` is the claims joined, with ``[1]`` marks.

    ``notices`` are warnings on validity (digest, amended, replaced), each a full sentence.
    ``as_of`` is the date at which the law was asked for, None when it was not.
    ``nearest`` are offered as possibly related when nothing was found; they are no answer.
    ``engine`` is ``extractive`` or the name of the LLM whose draft was verified.
    """

    question: str
    outcome: Outcome
    answer: str
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    figures: tuple[Figure, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    notices: tuple[str, ...] = ()
    nearest: tuple[Hit, ...] = ()
    engine: str = "extractive"
    language: Language = "vi"
    elapsed_ms: float = 0.0
    talk: Talk = field(default_factory=Talk)
    as_of: date | None = None
