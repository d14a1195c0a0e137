"""A briefing note as safe HTML to read and edit: pure functions over the note's records.

Every sentence keeps its chips and its tools; what was left out can be put back; a number
that no source carries is marked. How a note is composed or changed is not known here.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from assistant.briefing_records import Note, NoteChart, NoteSection, NoteSentence, NoteTable
from assistant.records import Citation
from screen.markup import bars, escape, event_button
from screen.rendering import render_chip
from screen.texts import Language, say, say_line, write_date

NUMBER = re.compile(r"[-+−]?[\d.,]+(?:\s*[-–]\s*[\d.,]+)?\s*%?")


def render_note(note: Note, language: Language, editing: str = "") -> str:
    """The whole note; ``editing`` is the id of the sentence that is open for rewording."""
    cited = {citation.number: citation for citation in note.citations}
    notices = "".join(
        f'<p class="notice" role="note"><span aria-hidden="true">⚠</span> {escape(say_line(language, text))}</p>'
        for text in note.notices
    )
    sections = "".join(_section(section, cited, language, editing) for section in note.sections)
    basis = f'<p class="note-basis">{escape(note.basis)}</p>' if note.basis else ""
    return (
        f'<article class="note"><header><p class="note-kind">{escape(note.title)}</p>'
        f"<h2>{escape(note.abstract)}</h2>{basis}</header>{notices}{sections}"
        f"{_gaps(note.gaps, language)}{_sources(note, language)}</article>"
    )


def _section(section: NoteSection, cited: Mapping[int, Citation], language: Language, editing: str) -> str:
    kept = [sentence for sentence in section.sentences if sentence.kept]
    left_out = [sentence for sentence in section.sentences if not sentence.kept]
    tag = "h3" if section.level == 1 else "h4"
    rows = "".join(
        _editor(sentence, language)
        if sentence.id == editing
        else _sentence(sentence, cited, language, first=place == 0, last=place == len(kept) - 1)
        for place, sentence in enumerate(kept)
    )
    tables = "".join(_table(table, cited, language) for table in section.tables)
    charts = "".join(_chart(chart) for chart in section.charts)
    return (
        f'<section class="note-section"><{tag}>{escape(section.title)}</{tag}>{rows}{tables}{charts}'
        f"{_left_out(left_out, language)}</section>"
    )


def _sentence(
    sentence: NoteSentence, cited: Mapping[int, Citation], language: Language, first: bool, last: bool
) -> str:
    chips = _chips(sentence.citations, cited, language)
    sums = "".join(f'<span class="note-remark">{escape(item.sum)}</span>' for item in sentence.calculations)
    remarks = "".join(f'<span class="note-remark">{escape(remark)}</span>' for remark in sentence.remarks)
    warning = ""
    if sentence.unsupported:
        words = say(language, "note_unsupported", numbers="; ".join(sentence.unsupported))
        warning = f'<span class="note-warning" role="note"><span aria-hidden="true">⚠</span> {escape(words)}</span>'
    tools: list[tuple[str, str, str, dict[str, object]]] = [("edit", "note_edit", "✎", {"id": sentence.id})]
    if not first:
        tools.append(("move", "note_up", "↑", {"id": sentence.id, "steps": -1}))
    if not last:
        tools.append(("move", "note_down", "↓", {"id": sentence.id, "steps": 1}))
    tools.append(("drop", "note_drop", "×", {"id": sentence.id}))
    buttons = "".join(
        event_button(event, payload, f'<span aria-hidden="true">{mark}</span>', "note-tool", say(language, key))
        for event, key, mark, payload in tools
    )
    text = _marked(sentence.text, sentence.unsupported)
    shape = " note-item" if sentence.item else ""
    return (
        f'<div class="note-sentence{shape}"><div class="note-words">{text}'
        f'<span class="chips">{chips}</span>{sums}{remarks}{warning}</div>'
        f'<div class="note-tools">{buttons}</div></div>'
    )


def _chips(numbers: Sequence[int], cited: Mapping[int, Citation], language: Language) -> str:
    return "".join(render_chip(cited[number], language) for number in numbers if number in cited)


def _marked(text: str, unsupported: Sequence[str]) -> str:
    """The escaped text with the numbers that no source carries marked where they stand."""
    pieces, position = [], 0
    places = sorted((text.find(number), number) for number in unsupported if number and number in text)
    for start, number in places:
        if start < position:
            continue
        pieces.append(escape(text[position:start]))
        pieces.append(f'<span class="unsupported">{escape(number)}</span>')
        position = start + len(number)
    return "".join(pieces) + escape(text[position:])


def _editor(sentence: NoteSentence, language: Language) -> str:
    label = escape(say(language, "note_edit_label"))
    save = event_button("reword", {"id": sentence.id}, escape(say(language, "note_save")), "tool primary")
    save = save.replace("<button ", '<button data-from="note-editor" ', 1)
    cancel = event_button("edit", {"id": ""}, escape(say(language, "note_cancel")), "tool")
    return (
        f'<div class="note-sentence note-editing"><textarea id="note-editor" rows="4" aria-label="{label}">'
        f'{escape(sentence.text)}</textarea><div class="note-buttons">{save}{cancel}</div></div>'
    )


def _left_out(sentences: Sequence[NoteSentence], language: Language) -> str:
    if not sentences:
        return ""
    rows = "".join(
        f'<li><span>{escape(sentence.text)}</span> <span class="withheld-reason">{escape(sentence.reason)}</span> '
        f"{event_button('restore', {'id': sentence.id}, escape(say(language, 'note_restore')), 'tool small')}</li>"
        for sentence in sentences
    )
    title = escape(say(language, "note_left_out", count=len(sentences)))
    return f'<details class="withheld"><summary>{title}</summary><ul>{rows}</ul></details>'


def _table(table: NoteTable, cited: Mapping[int, Citation], language: Language) -> str:
    columns = "".join(f'<col style="width:{width * 100:.1f}%">' for width in table.widths)
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.header)
    rows = []
    for row in table.rows:
        cells = [_cell(name, cell) for name, cell in zip(table.header, row.cells, strict=False)]
        if cells:
            cells[-1] = cells[-1].removesuffix("</td>") + f"{_chips(row.citations, cited, language)}</td>"
        rows.append(f"<tr>{''.join(cells)}</tr>")
        remarks = " ".join([*row.remarks, *(item.sum for item in row.calculations)])
        if remarks:
            rows.append(f'<tr class="check-row"><td colspan="{len(table.header)}">{escape(remarks)}</td></tr>')
    return (
        f'<div class="figures"><div class="table-scroll"><table><caption>{escape(table.caption)}</caption>'
        f"<colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div></div>"
    )


def _cell(name: str, text: str) -> str:
    shape = ' class="number"' if NUMBER.fullmatch(text) else ""
    return f'<td{shape} data-label="{escape(name)}">{escape(text)}</td>'


def _chart(chart: NoteChart) -> str:
    top = max((bar.value for bar in chart.bars), default=Decimal(0)) or Decimal(1)
    rows = bars(
        (_bar_label(bar.label, bar.series), bar.value / top * 100, escape(bar.printed))
        for bar in chart.bars
        if bar.value >= 0
    )
    return (
        f'<figure class="chart"><figcaption>{escape(chart.caption)}</figcaption>'
        f'<div role="img" aria-label="{escape(chart.alt)}">{rows}</div></figure>'
    )


def _bar_label(label: str, series: str) -> str:
    return f"{label}, {series}" if series and series != label else label


def _gaps(gaps: Sequence[str], language: Language) -> str:
    if not gaps:
        return ""
    return f'<p class="note-gaps">{escape(say(language, "note_gaps", gaps="; ".join(gaps)))}</p>'


def _sources(note: Note, language: Language) -> str:
    if not note.sources:
        return ""
    rows = []
    for source in note.sources:
        facts = [source.publisher, source.author, write_date(source.date, language)]
        notice = (
            f'<span class="note-warning">⚠ {escape(say_line(language, source.notice))}</span>' if source.notice else ""
        )
        detail = escape(" · ".join(fact for fact in facts if fact))
        rows.append(
            f'<li><span class="source-title">{escape(source.title)}</span>'
            f'<span class="source-facts">{detail}</span>{notice}</li>'
        )
    heading = escape(say(language, "sources_title"))
    return f'<section class="note-section note-sources"><h3>{heading}</h3><ol>{"".join(rows)}</ol></section>'
