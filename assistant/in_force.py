"""Which documents a question at a date may be answered from, and the answer when none was in force then.

It compares manifest rows and answers; reading the date and finding sentences are other modules' business.
"""

import re
from collections.abc import Sequence
from datetime import date

from assistant.question_slots import Question
from assistant.records import Answer
from assistant.replies import OFFERED
from documents.quantities import read_quantities
from documents.records import Source
from documents.validity import REPORT_KINDS, choose_in_force, starts_on, why_not_in_force, write_day
from index.records import Hit

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")

_NONE_IN_FORCE = {
    "vi": "Tại ngày {day}, trong các tài liệu hiện có không có văn bản nào đang có hiệu lực trả lời câu hỏi này.",
    "en": "On {day}, no text in force among the documents at hand answers this question.",
}


def not_in_force(sources: Sequence[Source], as_of: date) -> frozenset[str]:
    """Ids of the sources that were not in force at a date."""
    return frozenset(source.id for source in sources) - {row.id for row in choose_in_force(sources, as_of)}


def reports(sources: Sequence[Source]) -> frozenset[str]:
    """Ids of the sources that tell of the law but are none, and so have no force to lose."""
    return frozenset(source.id for source in sources if source.kind in REPORT_KINDS)


def rests_on_law(answer: Answer, sources: Sequence[Source]) -> bool:
    """Whether the answer cites a legal text, or the digest of one."""
    return any(citation.document not in reports(sources) for citation in answer.citations)


def lacks_number(answer: Answer, other: Answer) -> bool:
    """Whether the other answer gives an amount and the answer none: then it is not what was asked."""
    return any(read_quantities(claim.text) for claim in other.claims) and not any(
        read_quantities(claim.text) for claim in answer.claims
    )


def speaks_later(answer: Answer, sources: Sequence[Source], as_of: date) -> bool:
    """Whether the answer rests on a text of no known date that itself speaks of a later year."""
    undated = {source.id for source in sources if source.kind not in REPORT_KINDS and starts_on(source) is None}
    return any(
        citation.document in undated and any(int(year) > as_of.year for year in _YEAR.findall(citation.quote))
        for citation in answer.citations
    )


def outdated_sources(answer: Answer, sources: Sequence[Source], aside: frozenset[str]) -> list[Source]:
    """The cited sources that are set aside, each once, in the order cited."""
    rows = {source.id: source for source in sources}
    cited = dict.fromkeys(citation.document for citation in answer.citations)
    return [rows[document] for document in cited if document in aside and document in rows]


def none_in_force(
    question: Question, outdated: Sequence[Source], sources: Sequence[Source], hits: Sequence[Hit]
) -> Answer:
    """That no text held was in force at the question's date, and why the ``outdated`` that speak of it were not.

    Of ``hits`` the nearest passages of those texts are offered as related.
    """
    assert question.as_of is not None
    told = [line for source in outdated for line in why_not_in_force(source, sources, question.as_of)]
    day = write_day(question.as_of) if question.language == "vi" else f"{question.as_of:%-d %B %Y}"
    ids = {source.id for source in outdated}
    return Answer(
        question.asked,
        "not_found",
        _NONE_IN_FORCE[question.language].format(day=day),
        notices=tuple(dict.fromkeys(told)),
        nearest=tuple(hit for hit in hits if hit.passage.document in ids)[:OFFERED],
        language=question.language,
    )
