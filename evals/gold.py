"""Gold questions: what was asked, and what a right answer must show.

The rows were written by reading the documents, never by running the product. This module
reads and checks them; it knows nothing of how an answer is made or judged.

    GoldError    a row that cannot be used; the message names file, line and reason
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

GOLD_FOLDER = Path(__file__).parent / "gold"
DEVELOPMENT = GOLD_FOLDER / "answers.jsonl"
HELD_BACK = GOLD_FOLDER / "held_back.jsonl"
RETRIEVAL = GOLD_FOLDER / "retrieval.jsonl"

KINDS = frozenset({"figure", "comparison", "law", "list", "who", "when", "where", "which", "passage", "absent"})
STYLES = frozenset(
    {
        "plain",
        "terse",
        "windy",
        "polite",
        "folded",
        "typo",
        "english",
        "abbreviation",
        "followup",
        "presupposition",
    }
)
OUTCOMES = frozenset({"answered", "partial", "not_found", "conflicting", "superseded"})
REFUSALS = frozenset({"not_found"})

AnyOf = tuple[str, ...]


class GoldError(ValueError):
    """A gold row cannot be used."""


@dataclass(frozen=True, slots=True)
class ExpectedFigure:
    """A number that must be shown: base-unit value, and any one of the unit's spellings."""

    value: Decimal
    units: AnyOf


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """One question with everything a right answer must and must not show.

    Each element of ``contains``, ``quote_contains`` and ``notice`` is a set of spellings of
    which one must stand there. ``figures`` must stand in the answer and in a cited quote,
    ``computed`` in the answer alone. ``after`` names the question asked before it.
    """

    id: str
    question: str
    kind: str
    style: str
    outcomes: frozenset[str]
    documents: tuple[str, ...] = ()
    figures: tuple[ExpectedFigure, ...] = ()
    computed: ExpectedFigure | None = None
    contains: tuple[AnyOf, ...] = ()
    not_contains: tuple[str, ...] = ()
    quote_contains: tuple[AnyOf, ...] = ()
    notice: tuple[AnyOf, ...] = ()
    locator_contains: tuple[str, ...] = ()
    after: str | None = None

    @property
    def must_refuse(self) -> bool:
        return self.outcomes <= REFUSALS

    @property
    def must_answer(self) -> bool:
        return not self.outcomes & REFUSALS


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """Where an answer stands: ``start`` to ``end`` of the cleaned text of ``document``."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RetrievalQuestion:
    """A question and every span that answers it; a hit that overlaps one of them is right."""

    id: str
    question: str
    style: str
    spans: tuple[GoldSpan, ...]


def load_questions(path: Path) -> list[GoldQuestion]:
    """The gold questions of a JSON-lines file, in order; a follow-up stands after its question."""
    questions: list[GoldQuestion] = []
    known: set[str] = set()
    for number, row in _rows(path):
        try:
            question = read_question(row)
        except (GoldError, KeyError) as error:
            raise GoldError(f"{path.name}, line {number}: {error}") from error
        if question.id in known:
            raise GoldError(f"{path.name}, line {number}: id {question.id} stands twice")
        if question.after is not None and question.after not in known:
            raise GoldError(f"{path.name}, line {number}: {question.after} is not asked before {question.id}")
        known.add(question.id)
        questions.append(question)
    return questions


def read_question(row: dict[str, Any]) -> GoldQuestion:
    """One row as a record; raises GoldError on an unknown kind, style, outcome or number."""
    outcome = row["outcome"]
    outcomes = frozenset([outcome] if isinstance(outcome, str) else outcome)
    for name, values, allowed in (
        ("kind", {row["kind"]}, KINDS),
        ("style", {row["style"]}, STYLES),
        ("outcome", outcomes, OUTCOMES),
    ):
        if not values or not values <= allowed:
            raise GoldError(f"unknown {name}: {', '.join(sorted(values - allowed)) or 'none'}")
    figures = [_figure(item) for item in row.get("values", ())]
    if "value" in row:
        figures.insert(0, _figure(row))
    return GoldQuestion(
        id=row["id"],
        question=row["question"],
        kind=row["kind"],
        style=row["style"],
        outcomes=outcomes,
        documents=tuple(row["documents"]),
        figures=tuple(figures),
        computed=_figure(row["computed"]) if "computed" in row else None,
        contains=_any_of(row["contains"]),
        not_contains=tuple(row["not_contains"]),
        quote_contains=_any_of(row["quote_contains"]),
        notice=_any_of(row.get("notice", ())),
        locator_contains=tuple(row.get("locator_contains", ())),
        after=row["after"],
    )


def load_retrieval(text_of: Callable[[str], str], path: Path = RETRIEVAL) -> list[RetrievalQuestion]:
    """The retrieval questions with their spans found in the cleaned texts.

    ``text_of`` gives a document's text by its id. Rows carry verbatim quotes, not offsets, so
    that a change of the cleaner does not make them lie; a quote that stands nowhere raises GoldError.
    """
    texts: dict[str, str] = {}
    questions = []
    for number, row in _rows(path):
        spans: list[GoldSpan] = []
        for document in row["documents"]:
            if document not in texts:
                texts[document] = text_of(document)
            for quote in row["quotes"]:
                spans += find_spans(document, texts[document], quote)
        if not spans:
            raise GoldError(f"{path.name}, line {number}: no quote of {row['id']} stands in its documents")
        questions.append(RetrievalQuestion(row["id"], row["question"], row["style"], tuple(spans)))
    return questions


def find_spans(document: str, text: str, quote: str) -> list[GoldSpan]:
    """Every place where ``quote`` stands in ``text``, in order, not overlapping."""
    spans = []
    start = text.find(quote)
    while start >= 0:
        spans.append(GoldSpan(document, start, start + len(quote)))
        start = text.find(quote, start + len(quote))
    return spans


def missing_quotes(questions: Iterable[GoldQuestion], text_of: Callable[[str], str]) -> list[str]:
    """One line for every expected quote that stands in none of the question's documents."""
    lines = []
    for question in questions:
        texts = [text_of(document) for document in question.documents]
        for spellings in question.quote_contains:
            if not any(spelling in text for spelling in spellings for text in texts):
                lines.append(f"{question.id}: {spellings[0]}")
    return lines


def _rows(path: Path) -> Iterable[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line)
        except json.JSONDecodeError as error:
            raise GoldError(f"{path.name}, line {number}: not JSON ({error.msg})") from error


def _figure(row: dict[str, Any]) -> ExpectedFigure:
    unit = row["unit"]
    try:
        value = Decimal(row["value"])
    except InvalidOperation as error:
        raise GoldError(f"{row['value']!r} is no number") from error
    return ExpectedFigure(value, (unit,) if isinstance(unit, str) else tuple(unit))


def _any_of(items: Sequence[str | Sequence[str]]) -> tuple[AnyOf, ...]:
    return tuple((item,) if isinstance(item, str) else tuple(item) for item in items)
