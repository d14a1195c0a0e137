"""Is one answer right? The answer held against what its gold question expects.

Only what the gold row says is judged here; whether the answer keeps the promise of citations is
``evals.grounding``'s business. Every reason is one line that names what is wrong.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.records import Answer
from evals.gold import REFUSALS, AnyOf, ExpectedFigure, GoldQuestion
from evals.grounding import Mention, known_mentions, read_mentions, says_unit, strip_marks

_AFTER_CHARS = 40


@dataclass(frozen=True, slots=True)
class Verdict:
    """``right_document`` and ``number_first`` are None where they do not apply."""

    correct: bool
    refused: bool
    right_document: bool | None
    number_first: bool | None
    reasons: tuple[str, ...]


def judge(gold: GoldQuestion, answer: Answer) -> Verdict:
    """The verdict on one answer; correct means no reason against it at all."""
    refused = answer.outcome in REFUSALS
    if answer.outcome not in gold.outcomes:
        return Verdict(False, refused, None, None, (f"outcome {answer.outcome}",))
    reasons = _forbidden(gold, answer)
    if refused:
        if gold.must_refuse:
            reasons += _missing("answer", gold.contains, _plain(answer.answer))
        return Verdict(not reasons, refused, None, None, tuple(reasons))
    if not gold.documents:
        reasons += _missing("answer", gold.contains, _plain(_shown(answer)))
        return Verdict(not reasons, refused, None, None, tuple(reasons))
    right_document = any(citation.document in gold.documents for citation in answer.citations)
    if not right_document:
        cited = ", ".join(sorted({citation.document for citation in answer.citations})) or "nothing"
        reasons.append(f"cites {cited}")
    reasons += _content_reasons(gold, answer)
    number_first = None
    if gold.kind == "figure" and gold.figures and answer.claims:
        english = answer.language == "en"
        number_first = shows_figure(answer.claims[0].text, gold.figures[0], english)
    return Verdict(not reasons, refused, right_document, number_first, tuple(reasons))


def shows_figure(text: str, expected: ExpectedFigure, english: bool = False, bare: bool = False) -> bool:
    """Whether the text prints the value with one of the units (an English text: with the unit's class).

    ``bare`` says that the unit stands elsewhere, above the table that the text is a row of.
    """
    plain = unicodedata.normalize("NFC", strip_marks(text))
    return any(
        mention.value == expected.value and (bare or _unit_stands(plain, mention, expected.units, english))
        for mention in read_mentions(plain, english)
    )


def _content_reasons(gold: GoldQuestion, answer: Answer) -> list[str]:
    english = answer.language == "en"
    quotes = [citation.quote for citation in answer.citations if citation.document in gold.documents]
    shown = _shown(answer)
    reasons = []
    for expected in gold.figures:
        label = f"{expected.value} {expected.units[0]}"
        if not shows_figure(shown, expected, english):
            reasons.append(f"answer lacks {label}")
        said = [quote for quote in quotes if says_unit(quote, expected.units)]
        of_cell = any(m.unit == "money" and m.value == expected.value for m in known_mentions(quotes))
        of_cell = of_cell and "đồng" in expected.units
        if not of_cell and not any(shows_figure(quote, expected, bare=bool(said)) for quote in quotes):
            reasons.append(f"no quote of the right document holds {label}")
    if gold.computed and not shows_figure(shown, gold.computed, english):
        reasons.append(f"answer lacks the computed {gold.computed.value} {gold.computed.units[0]}")
    if not english:
        reasons += _missing("answer", gold.contains, _plain(shown))
    else:
        reasons += _missing("answer or quotes", gold.contains, _plain(" ".join([shown, *quotes])))
    joined = _plain(" … ".join(quotes))
    reasons += _missing("quotes", gold.quote_contains, joined)
    notices = _plain(" ".join([*answer.notices, shown]))
    reasons += _missing("notices", gold.notice, notices)
    if gold.locator_contains and not any(
        all(_locator_has(citation.locator, part) for part in gold.locator_contains) for citation in answer.citations
    ):
        located = "; ".join(citation.locator for citation in answer.citations)
        reasons.append(f"cites {located or 'no place'} instead of {' '.join(gold.locator_contains)}")
    return reasons


def _unit_stands(text: str, mention: Mention, units: AnyOf, english: bool) -> bool:
    if "đồng" in units:
        return mention.unit == "money"
    if "%" in units:
        return mention.unit == "percent"
    if english:
        return mention.unit == "count"
    head = r"|".join(re.escape(unit) for unit in units)
    if re.search(
        rf"(?:\((?:{head})\)|số (?:{head})|(?:^|\|)\s*(?:{head})(?!\w)[^|:]{{0,40}})\s*:\s*$",
        text[: mention.start].lower(),
    ):
        return True  # the cell of a table behind its column's head
    after = text[mention.end : mention.end + _AFTER_CHARS].lower().lstrip(" \u00a0")
    bound = re.split(r"[,.;:()](?!\d)", after, maxsplit=1)[0]
    if any(bound.startswith(unit) for unit in units):
        return True
    ratio = re.match(r"/\d+\s*", after)  # 102/171 sản phẩm
    return ratio is not None and any(after[ratio.end() :].startswith(unit) for unit in units)


def _forbidden(gold: GoldQuestion, answer: Answer) -> list[str]:
    text = _plain(answer.answer)
    return [f"says {phrase!r}" for phrase in gold.not_contains if _plain(phrase) in text]


def _missing(where: str, wanted: Sequence[AnyOf], text: str) -> list[str]:
    return [
        f"{where} lack{'s' if where == 'answer' else ''} {' | '.join(spellings)}"
        for spellings in wanted
        if not any(_plain(spelling) in text for spelling in spellings)
    ]


def _locator_has(locator: str, part: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", locator, re.IGNORECASE) is not None


def _shown(answer: Answer) -> str:
    return " ".join([answer.answer, *(claim.text for claim in answer.claims)])


def _plain(text: str) -> str:
    """NFC, lower case, dashes and spaces made alike, marks gone: for asking what stands in a text."""
    folded = unicodedata.normalize("NFC", strip_marks(text)).lower()
    return re.sub(r"\s+", " ", re.sub(r"[‐-―−]", "-", folded))
