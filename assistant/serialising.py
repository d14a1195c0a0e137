"""Records of the room as the JSON of the command contract; numbers as plain decimal strings."""

from decimal import Decimal
from typing import Any

from assistant.english_lines import lines_in
from assistant.records import Answer, Citation
from documents.records import Figure


def plain(value: Decimal | None) -> str | None:
    """A Decimal without exponent: 170800000000."""
    return None if value is None else format(value.normalize(), "f")


def figure_to_json(figure: Figure) -> dict[str, Any]:
    """A figure; ``start``, ``end`` and ``quote`` are its sentence's, ``text_start`` and ``text_end`` the number's."""
    return {
        "id": figure.id,
        "document": figure.document,
        "start": figure.sentence_start,
        "end": figure.sentence_end,
        "quote": figure.sentence,
        "text": figure.text,
        "text_start": figure.start,
        "text_end": figure.end,
        "value": plain(figure.value),
        "upper": plain(figure.upper),
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "indicator": figure.indicator,
        "indicator_name": figure.indicator_name,
        "place": None
        if figure.place is None
        else {
            "name": figure.place.name,
            "level": figure.place.level,
            "code": figure.place.code,
        },
        "period": None
        if figure.period is None
        else {
            "start": figure.period.start,
            "end": figure.period.end,
            "label": figure.period.label,
        },
        "status": figure.status,
        "comparison": figure.comparison,
        "checks": [
            {
                "kind": c.kind,
                "agrees": c.agrees,
                "sum": c.sum,
                "tolerance": c.tolerance,
                "figures": list(c.figures),
            }
            for c in figure.checks
        ],
    }


def citation_to_json(citation: Citation) -> dict[str, Any]:
    """A citation with all of its fields."""
    return {name: getattr(citation, name) for name in citation.__slots__}


def answer_to_json(answer: Answer, row_id: str) -> dict[str, Any]:
    """An answer as ``python -m assistant ask --json`` prints it."""
    return {
        "id": row_id,
        "question": answer.question,
        "outcome": answer.outcome,
        "answer": answer.answer,
        "engine": answer.engine,
        "language": answer.language,
        "as_of": answer.as_of.isoformat() if answer.as_of else "",
        "elapsed_ms": answer.elapsed_ms,
        "claims": [{"text": claim.text, "citations": list(claim.citations)} for claim in answer.claims],
        "citations": [citation_to_json(citation) for citation in answer.citations],
        "figures": [figure_to_json(figure) for figure in answer.figures],
        "withheld": [{"text": row.text, "reason": row.reason} for row in answer.withheld],
        "notices": list(lines_in(answer.language, answer.notices)),
        "nearest": [
            {
                "document": hit.passage.document,
                "locator": hit.passage.locator,
                "start": hit.passage.start,
                "end": hit.passage.end,
                "text": hit.passage.text,
            }
            for hit in answer.nearest
        ],
    }
