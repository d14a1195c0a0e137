"""Answers as safe HTML and as plain text: pure functions from a record to a string.

They show what the answer holds and decide nothing about it: no claim is added, joined or
reworded here, and a number in brackets appears only where its citation exists. All text
is escaped; nothing of a document can become markup.
"""

import re
from collections.abc import Mapping, Sequence

from assistant.records import Answer, Citation, Claim, Withheld
from assistant.refusals import part_not_found
from assistant.replies import NOT_HELD
from documents.records import Check, Figure, Source
from index.records import Hit
from screen.charts import choose_chart, headed, render_chart
from screen.markup import escape, event_button, span_payload
from screen.texts import Language, say, say_line, write_date

MARKS_AT_END = re.compile(r"(?:\s*\[\d+\])+(?=[.;:]?\s*$)")
MARK = re.compile(r"\[(\d+)\]")
ITEM = re.compile(r"^\s*[-•–]\s+")
NEAREST_CHARS = 260


def render_answer(answer: Answer, sources: Mapping[str, Source], language: Language, tools: str = "") -> str:
    """One answer with its chips, notices, figures and sources; ``tools`` are buttons set beside copying."""
    numbered = {citation.number: citation for citation in answer.citations}
    parts = [
        _outcome(answer, language),
        _as_of(answer, language),
        *(_notice(say_line(language, notice)) for notice in answer.notices),
    ]
    if answer.outcome == "not_found":
        parts.append(_plain(_before_claims(answer) or say(language, "not_found_body")))
        parts.append(_body(answer, numbered, language) if answer.claims else "")
        parts.append(_sources(answer.citations, language))
        parts.append(render_nearest(answer.nearest, sources, language))
    else:
        parts.append(_body(answer, numbered, language))
        parts += [f'<p class="lacking">{escape(part_not_found(language, item.text))}</p>' for item in _lacking(answer)]
        parts.append(render_figures(answer.figures, language))
        parts.append(_sources(answer.citations, language))
    parts.append(_withheld(answer, language))
    parts.append(_tools(answer, language, tools))
    return f'<div class="answer answer-{answer.outcome}">{"".join(parts)}</div>'


def _outcome(answer: Answer, language: Language) -> str:
    if answer.outcome == "answered":
        return ""
    return f'<p class="outcome">{escape(say(language, f"outcome_{answer.outcome}"))}</p>'


def _as_of(answer: Answer, language: Language) -> str:
    """The date whose law the answer follows, where the question asked for one."""
    if answer.as_of is None:
        return ""
    day = write_date(answer.as_of.isoformat(), language)
    return f'<p class="as-of">{escape(say(language, "as_of", date=day))}</p>'


def _notice(text: str) -> str:
    return f'<p class="notice" role="note"><span aria-hidden="true">⚠</span> {escape(text)}</p>'


def _before_claims(answer: Answer) -> str:
    """What a refusal says before the first thing it tells with a source."""
    first = MARKS_AT_END.sub("", answer.claims[0].text).strip() if answer.claims else ""
    at = answer.answer.find(first) if first else -1
    return answer.answer[:at].strip() if at >= 0 else answer.answer


def _plain(text: str) -> str:
    lines = [MARK.sub("", line).strip() for line in text.split("\n")]
    return "".join(f"<p>{escape(line)}</p>" for line in lines if line)


def _body(answer: Answer, numbered: Mapping[int, Citation], language: Language) -> str:
    """The claims in paragraphs and lists, broken where the answer's own text breaks."""
    if not answer.claims:
        return _plain(answer.answer)
    html: list[str] = []
    paragraph: list[str] = []
    items: list[str] = []

    def close() -> None:
        if paragraph:
            html.append(f"<p>{' '.join(paragraph)}</p>")
        if items:
            html.append(f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>")
        paragraph.clear()
        items.clear()

    position = 0
    for claim in answer.claims:
        text = MARKS_AT_END.sub("", claim.text).strip()
        found = answer.answer.find(text, position)
        before = answer.answer[position:found] if found >= 0 else ""
        is_item = bool(ITEM.match(text)) or bool(re.search(r"\n\s*[-•–]\s*$", before))
        if (items and not is_item) or (paragraph and (is_item or "\n" in before)):
            close()
        sentence = _claim(claim, ITEM.sub("", text), numbered, language)
        (items if is_item else paragraph).append(sentence)
        position = found + len(text) if found >= 0 else position
    close()
    return f'<div class="claims">{"".join(html)}</div>'


def _claim(claim: Claim, text: str, numbered: Mapping[int, Citation], language: Language) -> str:
    chips = "".join(render_chip(numbered[number], language) for number in claim.citations if number in numbered)
    shown = "<br>".join(escape(line) for line in text.split("\n"))
    return f'<span class="claim">{shown}<span class="chips">{chips}</span></span>'


def render_chip(citation: Citation, language: Language) -> str:
    """The numbered button that opens a citation in the source pane."""
    label = say(
        language,
        "source_n",
        number=citation.number,
        title=citation.title or say(language, "source_unnamed"),
        locator=citation.locator,
    )
    payload = span_payload(citation.document, citation.start, citation.end)
    return event_button("cite", payload, f"[{citation.number}]", "chip", label)


def _sources(citations: Sequence[Citation], language: Language) -> str:
    if not citations:
        return ""
    rows = []
    for citation in citations:
        facts = [citation.publisher, write_date(citation.date, language), citation.locator]
        detail = escape(" · ".join(fact for fact in facts if fact))
        title = escape(citation.title or say(language, "source_unnamed"))
        inner = (
            f'<span class="source-number">[{citation.number}]</span>'
            f'<span class="source-words"><span class="source-title">{title}</span>'
            f'<span class="source-facts">{detail}</span></span>'
        )
        payload = span_payload(citation.document, citation.start, citation.end)
        rows.append(f"<li>{event_button('cite', payload, inner, 'source-row')}</li>")
    heading = escape(say(language, "sources_title"))
    return f'<div class="sources"><h4>{heading}</h4><ol>{"".join(rows)}</ol></div>'


def render_nearest(hits: Sequence[Hit], sources: Mapping[str, Source], language: Language) -> str:
    """The nearest passages of a question without an answer, set apart from an answer."""
    if not hits:
        return ""
    rows = []
    for hit in hits:
        passage = hit.passage
        source = sources.get(passage.document)
        title = source.title if source and source.title else passage.document
        text = " ".join(passage.text.split())
        short = text if len(text) <= NEAREST_CHARS else text[:NEAREST_CHARS].rsplit(" ", 1)[0] + "…"
        facts = [source.publisher, write_date(source.date, language)] if source else []
        detail = " · ".join(fact for fact in [*facts, passage.locator] if fact)
        inner = (
            f'<span class="nearest-text">{escape(short)}</span>'
            f'<span class="source-title">{escape(title)}</span>'
            f'<span class="source-facts">{escape(detail)}</span>'
        )
        payload = span_payload(passage.document, passage.start, passage.end)
        rows.append(f"<li>{event_button('cite', payload, inner, 'nearest-row')}</li>")
    return (
        f'<section class="nearest"><h4>{escape(say(language, "nearest_title"))}</h4>'
        f'<p class="nearest-note">{escape(say(language, "nearest_note"))}</p><ul>{"".join(rows)}</ul></section>'
    )


def render_check(checks: Sequence[Check], language: Language) -> str:
    """✓ when every check agrees, ⚠ with the sums that do not; a dash when there is none."""
    if not checks:
        return f'<span class="check-none" title="{escape(say(language, "check_none"))}">–</span>'
    wrong = [check for check in checks if not check.agrees]
    if wrong:
        words = " ".join(say(language, "check_differs", sum=say_line(language, check.sum)) for check in wrong)
        return f'<span class="check-wrong"><span aria-hidden="true">⚠</span> {escape(words)}</span>'
    words = " ".join(say(language, "check_agrees", sum=say_line(language, check.sum)) for check in checks)
    return f'<span class="check-right" title="{escape(words)}" aria-label="{escape(words)}">✓</span>'


def render_figures(figures: Sequence[Figure], language: Language) -> str:
    """A small table and, where it says more, a chart; one figure shows only its checks."""
    if not figures:
        return ""
    if len(figures) == 1:
        wrong = [check for check in figures[0].checks if not check.agrees]
        return f'<p class="figure-check">{render_check(wrong, language)}</p>' if wrong else ""
    heads = ["indicator", "place", "period", "status", "value", "check"]
    head = "".join(f'<th scope="col" class="col-{name}">{escape(say(language, f"col_{name}"))}</th>' for name in heads)
    rows = "".join(_figure_row(figure, language) for figure in figures)
    chart = choose_chart(figures)
    drawn = render_chart(chart, language) if chart else ""
    caption = escape(say(language, "figures_title"))
    return (
        f'<div class="figures"><div class="table-scroll"><table><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>{drawn}</div>"
    )


def _figure_row(figure: Figure, language: Language) -> str:
    payload = span_payload(figure.document, figure.sentence_start, figure.sentence_end)
    label = f"{say(language, 'open_source')}: {figure.printed}"
    value = event_button("cite", payload, escape(figure.printed), "figure-value", label)
    cells = {
        "indicator": escape(headed(figure)),
        "place": escape(figure.place.name if figure.place else "–"),
        "period": escape(figure.period.label if figure.period else "–"),
        "status": escape(say(language, f"status_{figure.status}")),
        "value": value,
        "check": render_check(figure.checks, language),
    }
    wrong = [check for check in figure.checks if not check.agrees]
    below = f'<tr class="check-row"><td colspan="6">{render_check(wrong, language)}</td></tr>' if wrong else ""
    if wrong:
        cells["check"] = '<span class="check-wrong" aria-hidden="true">⚠</span>'
    row = "".join(
        f'<td class="col-{name}" data-label="{escape(say(language, f"col_{name}"))}">{cell}</td>'
        for name, cell in cells.items()
    )
    return f"<tr{' class=has-check-row' if wrong else ''}>{row}</tr>{below}"


def _lacking(answer: Answer) -> list[Withheld]:
    """The parts of a question that the documents do not answer; they are said openly, with no list to unfold."""
    return [item for item in answer.withheld if item.reason == NOT_HELD]


def _withheld(answer: Answer, language: Language) -> str:
    withheld = [item for item in answer.withheld if item.reason != NOT_HELD]
    if not withheld:
        return ""
    reasons = [say(language, "withheld_reason", reason=say_line(language, item.reason)) for item in withheld]
    rows = "".join(
        f'<li><span class="withheld-text">{escape(item.text)}</span> '
        f'<span class="withheld-reason">{escape(reason)}</span></li>'
        for item, reason in zip(withheld, reasons, strict=True)
    )
    title = escape(say(language, "withheld_title", count=len(withheld)))
    return f'<details class="withheld"><summary>{title}</summary><ul>{rows}</ul></details>'


def _tools(answer: Answer, language: Language, tools: str) -> str:
    extractive = answer.engine == "extractive"
    engine = say(language, "engine_extractive") if extractive else say(language, "engine_llm", engine=answer.engine)
    seconds = f"{answer.elapsed_ms / 1000:.2f}"
    elapsed = say(language, "elapsed", seconds=seconds.replace(".", ",") if language == "vi" else seconds)
    copied = escape(say(language, "copied"))
    copy = (
        f'<button type="button" class="tool" data-copy="{escape(answer_as_text(answer, language))}" '
        f'data-copied="{copied}">{escape(say(language, "copy"))}</button>'
    )
    return f'<div class="tools">{copy}{tools}<span class="engine">{escape(engine)} · {escape(elapsed)}</span></div>'


def answer_as_text(answer: Answer, language: Language) -> str:
    """The answer with its notices and sources as plain text, for the clipboard."""
    lines = [answer.answer or say(language, "not_found_body")]
    if answer.as_of is not None:
        lines.append(say(language, "as_of", date=write_date(answer.as_of.isoformat(), language)))
    lines += [f"⚠ {say_line(language, notice)}" for notice in answer.notices]
    if answer.citations:
        lines += ["", say(language, "sources_title") + ":"]
    for citation in answer.citations:
        facts = [citation.title, citation.publisher, write_date(citation.date, language), citation.locator]
        lines.append(f"[{citation.number}] {', '.join(fact for fact in facts if fact)}: “{citation.quote}”")
    return "\n".join(lines)
