"""Editing a note on the screen: every function gives a new note and leaves the old one alone.

A number typed by hand that no cited quote carries is marked in ``NoteSentence.unsupported``;
the text stays as the officer typed it.
"""

from collections.abc import Callable
from dataclasses import asdict, replace
from decimal import Decimal
from typing import Any

from assistant.briefing_records import Note, NoteFields, NoteSection, NoteSentence, NoteSource
from assistant.briefing_sources import numbers_missing
from assistant.note_blocks import print_date
from assistant.records import Answer, BadRequest, Citation
from assistant.serialising import figure_to_json, plain

ADDED_TITLE = "Nội dung bổ sung từ hỏi đáp"


def edit_sentence(note: Note, id: str, text: str) -> Note:
    """The note with a sentence reworded; BadRequest for an unknown id or an empty text."""
    words = " ".join(text.split())
    if not words:
        raise BadRequest("Câu trống; nếu không cần câu này, hãy dùng nút bỏ câu.")

    def reword(sentence: NoteSentence) -> NoteSentence:
        return replace(sentence, text=words, edited=True, unsupported=unsupported(note, sentence, words))

    return _change(note, id, reword)


def unsupported(note: Note, sentence: NoteSentence, text: str) -> tuple[str, ...]:
    """The numbers of a text that the sentence's citations, sums and sources do not carry."""
    quotes = [note.citations[number - 1].quote for number in sentence.citations]
    return numbers_missing(text, quotes, sentence.calculations, source_data(note, sentence.citations))


def source_data(note: Note, numbers: tuple[int, ...]) -> list[str]:
    """What may be said of the cited sources themselves: their dates as printed."""
    return [print_date(note.citations[number - 1].date) for number in numbers if note.citations[number - 1].date]


def remove(note: Note, id: str) -> Note:
    """The note without a sentence; it stays on the list of those that can be put back."""
    return _change(note, id, lambda sentence: replace(sentence, kept=False, reason="người soạn đã bỏ"))


def restore(note: Note, id: str) -> Note:
    """The note with a left-out sentence put back where it stood."""
    return _change(note, id, lambda sentence: replace(sentence, kept=True, reason=""))


def move(note: Note, id: str, steps: int) -> Note:
    """The note with a sentence moved among the kept ones of its section; negative is upwards.

    It stops at the first and the last place.
    """
    section, sentence = _find(note, id)
    kept = [other.id for other in section.sentences if other.kept]
    if id not in kept:
        raise BadRequest("Câu này đang được bỏ ra; hãy đưa lại trước khi chuyển chỗ.")
    at = kept.index(id)
    target = kept[max(0, min(len(kept) - 1, at + steps))]
    if target == id:
        return note
    others = [other for other in section.sentences if other.id != id]
    place = next(position for position, other in enumerate(others) if other.id == target)
    others.insert(place + (1 if steps > 0 else 0), sentence)
    return _with_section(note, replace(section, sentences=tuple(others)))


def move_to_section(note: Note, id: str, section_id: str) -> Note:
    """The note with a sentence moved to the end of another section; BadRequest if there is none such."""
    source, sentence = _find(note, id)
    target = next((section for section in note.sections if section.id == section_id), None)
    if target is None:
        raise BadRequest(f"Bản tóm lược không có phần “{section_id}”.")
    note = _with_section(note, replace(source, sentences=tuple(s for s in source.sentences if s.id != id)))
    target = next(section for section in note.sections if section.id == section_id)
    return _with_section(note, replace(target, sentences=(*target.sentences, replace(sentence, opens=True))))


def add_answer(note: Note, answer: Answer) -> Note:
    """The note with the claims of an answer as a section of their own before the end; each keeps its sources."""
    citations = list(note.citations)
    numbers: dict[int, int] = {}
    for citation in answer.citations:
        same = next((c for c in citations if _span(c) == _span(citation)), None)
        if same is None:
            same = replace(citation, number=len(citations) + 1)
            citations.append(same)
        numbers[citation.number] = same.number
    added = next((section for section in note.sections if section.key == "added"), None)
    existing = added.sentences if added is not None else ()
    held = {sentence.text for sentence in existing}
    first = len(existing) + 1
    sentences = tuple(
        NoteSentence(f"added-{first + place}", claim.text, tuple(numbers[n] for n in claim.citations), opens=True)
        for place, claim in enumerate(answer.claims)
        if claim.text not in held and all(n in numbers for n in claim.citations)
    )
    if not sentences:
        return note
    section = added or NoteSection("added", "added", ADDED_TITLE)
    section = replace(section, sentences=(*existing, *sentences))
    sections = note.sections if added is not None else (*note.sections, section)
    known = {figure.id for figure in note.figures}
    figures = (*note.figures, *(figure for figure in answer.figures if figure.id not in known))
    note = replace(note, sections=sections, citations=tuple(citations), figures=figures)
    return _with_section(replace(note, sources=_sources(note)), section)


def fill_fields(note: Note, fields: NoteFields) -> Note:
    """The note with the parts of the form that only the office knows."""
    return replace(note, fields=fields)


def _span(citation: Citation) -> tuple[str, int, int]:
    return (citation.document, citation.start, citation.end)


def _sources(note: Note) -> tuple[NoteSource, ...]:
    rows = list(note.sources)
    for citation in note.citations:
        if all(row.document != citation.document for row in rows):
            number = len(rows) + 1
            rows.append(NoteSource(number, citation.document, citation.title, citation.publisher, "", citation.date))
    return tuple(rows)


def _find(note: Note, id: str) -> tuple[NoteSection, NoteSentence]:
    for section in note.sections:
        for sentence in section.sentences:
            if sentence.id == id:
                return section, sentence
    raise BadRequest(f"Bản tóm lược không có câu “{id}”.")


def _change(note: Note, id: str, change: Callable[[NoteSentence], NoteSentence]) -> Note:
    section, _ = _find(note, id)
    sentences = tuple(change(s) if s.id == id else s for s in section.sentences)
    return _with_section(note, replace(section, sentences=sentences))


def _with_section(note: Note, section: NoteSection) -> Note:
    return replace(note, sections=tuple(section if s.id == section.id else s for s in note.sections))


def note_to_json(note: Note) -> dict[str, Any]:
    """The note as plain JSON values; numbers as decimal strings, citations as in an answer."""

    def value(item: Any) -> Any:
        if isinstance(item, Decimal):
            return plain(item)
        if isinstance(item, dict):
            return {key: value(part) for key, part in item.items()}
        if isinstance(item, list | tuple):
            return [value(part) for part in item]
        return item

    row: dict[str, Any] = value(asdict(replace(note, figures=())))
    row["figures"] = [figure_to_json(figure) for figure in note.figures]
    return row
