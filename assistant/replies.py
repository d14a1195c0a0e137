"""From drafts to the answer that is shown: verified, numbered, warned about, or refused.

It decides nothing about what answers a question; it drops what ``citations`` does not let through.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.citations import Draft, join_claims, number_citations
from assistant.evidence import Library
from assistant.question_slots import Question
from assistant.records import Answer, Citation, Outcome, Talk, Withheld
from assistant.refusals import not_found_sentence, part_not_found
from assistant.validity import notices_for
from documents.records import Figure, Source
from index.records import Hit

_TELLS_CHANGE = re.compile(r"(?:đã được|bị|được) (?:thay thế|bãi bỏ)")
"""What a text that was replaced says of its own end: that it says so is no reason to warn of it again."""
OFFERED = 3  # passages offered where nothing was found
NOT_HELD = "không tìm thấy trong các tài liệu hiện có"


@dataclass(frozen=True, slots=True)
class Reply:
    """What is to be said to a question before it is verified; ``listed`` puts each draft on its own line.

    ``lacking`` are the parts of the question that the documents do not answer.
    """

    drafts: tuple[Draft, ...]
    outcome: Outcome = "answered"
    figures: tuple[Figure, ...] = ()
    listed: bool = False
    lacking: tuple[str, ...] = ()


def joined(replies: Sequence[Reply], lacking: Sequence[str]) -> Reply:
    """One reply of those to the parts of a question, each draft once; ``partial`` where a part is lacking."""
    drafts = tuple(dict.fromkeys(draft for reply in replies for draft in reply.drafts))
    figures = tuple({figure.id: figure for reply in replies for figure in reply.figures}.values())
    outcomes = {reply.outcome for reply in replies}
    outcome: Outcome = "partial" if lacking or outcomes & {"partial", "not_found"} else "answered"
    if "conflicting" in outcomes:
        outcome = "conflicting"
    return Reply(drafts, outcome, figures, listed=len(drafts) > 1, lacking=tuple(lacking))


def finish(question: Question, reply: Reply, library: Library, sources: Sequence[Source]) -> Answer:
    """The verified answer; ``not_found`` with what was withheld when no draft stands.

    A draft withheld makes an answer ``partial``; texts that have all been replaced make it ``superseded``.
    """
    claims, citations, withheld = number_citations(reply.drafts, library.source)
    withheld += tuple(Withheld(part, NOT_HELD) for part in reply.lacking)
    if not claims:
        return Answer(question.asked, "not_found", "", withheld=withheld, language=question.language)
    outcome = reply.outcome
    if withheld and outcome == "answered":
        outcome = "partial"
    refused = [not_found_sentence(question.language)] if outcome == "not_found" else []
    notices, replaced = notices_for(citations, sources, question.as_of)
    if replaced and outcome == "answered" and not any(_TELLS_CHANGE.search(c.quote) for c in citations):
        outcome = "superseded"
    return Answer(
        question.asked,
        outcome,
        "\n".join([*refused, join_claims(claims, reply.listed), *_told_lacking(question, reply)]),
        claims,
        citations,
        reply.figures,
        withheld,
        notices=notices,
        language=question.language,
    )


def _told_lacking(question: Question, reply: Reply) -> list[str]:
    return [part_not_found(question.language, part) for part in reply.lacking]


def refuse(
    question: Question, offered: Sequence[Draft], hits: Sequence[Hit], library: Library, lacking: str = ""
) -> Answer:
    """The answer that the documents do not hold it, with what they offer instead, cited like any claim.

    ``lacking`` names the operand of a comparison that is not held, where the other is.
    """
    claims, citations, withheld = number_citations(offered, library.source)
    told = not_found_sentence(question.language, lacking)
    text = " ".join(part for part in (told, join_claims(claims)) if part)
    return Answer(
        question.asked,
        "not_found",
        text,
        claims,
        citations,
        withheld=withheld,
        nearest=not_shown(hits, citations),
        language=question.language,
    )


def not_shown(hits: Sequence[Hit], citations: Sequence[Citation]) -> tuple[Hit, ...]:
    """The nearest passages, without those of which the ``citations`` already show the greater part."""

    def shown(hit: Hit) -> bool:
        at = hit.passage
        within = (min(c.end, at.end) - max(c.start, at.start) for c in citations if c.document == at.document)
        return any(2 * length > len(at.text) for length in within)

    return tuple(hit for hit in hits if not shown(hit))[:OFFERED]


def talk_of(question: Question) -> Talk:
    """What the second of two questions asked at once may lean on: the first."""
    place = question.places[0] if question.places else None
    period = question.periods[0] if question.periods else None
    return Talk(question.text, place, period, question.subject, question.kind, question.as_of, question.of_law)


def talk_after(question: Question, answer: Answer, before: Talk | None = None) -> Talk:
    """What a follow-up may lean on: the question's place and period, else those of the first figure.

    ``before`` is what this question could lean on: the figure that it was answered by is told before the new one.
    """
    figure = answer.figures[0] if answer.figures else None
    place = question.places[0] if question.places else (figure.place if figure else None)
    period = question.periods[0] if question.periods else (figure.period if figure else None)
    told = answer.figures if len(answer.figures) <= 2 else ()  # of many no two are meant
    told = (*before.told, *told)[-2:] if before is not None and len(told) == 1 else told
    return replace(talk_of(question), place=place, period=period, told=told)
