"""What of a note stands on paper, in order: headings, paragraphs, tables, pictures.

The writers for DOCX, PDF and Markdown set these blocks each in its own way; the numbering of
sections, the wording of footnotes and of the source list are decided here once. It knows
nothing of file formats, and leaves out the sentences that are not kept.
"""

from dataclasses import dataclass
from itertools import count

from assistant.briefing_records import Note, NoteChart, NoteSection, NoteSentence, NoteSource, TableRow

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
OPENING_WORDS = 7


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text followed by the footnotes set after it."""

    text: str
    footnotes: tuple[str, ...] = ()
    marked: bool = False


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """A numbered heading; level 1 or 2."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class ParagraphBlock:
    """A paragraph, or a dash item."""

    runs: tuple[Run, ...]
    item: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table with its caption; every cell is a run."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Run, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A chart with its caption."""

    caption: str
    chart: NoteChart


PaperBlock = HeadingBlock | ParagraphBlock | TableBlock | PictureBlock


def lay_out(note: Note) -> list[PaperBlock]:
    """The body of the note in reading order, from the first section to the source list."""
    blocks: list[PaperBlock] = []
    if note.basis:
        blocks.append(ParagraphBlock((Run(note.basis),)))
    tables, pictures, sections = count(1), count(1), count(0)
    parts = count(1)
    for section in note.sections:
        body = list(_section_body(note, section, tables, pictures))
        if not body and not _has_parts(note, section):
            continue
        if section.level == 1:
            blocks.append(HeadingBlock(f"{ROMAN[next(sections)]}. {section.title.upper()}", 1))
            parts = count(1)
        else:
            blocks.append(HeadingBlock(f"{next(parts)}. {section.title}", 2))
        blocks += body
    blocks += _closing(note)
    return blocks


def _has_parts(note: Note, section: NoteSection) -> bool:
    """True for a level 1 section whose level 2 parts carry the text."""
    following = note.sections[note.sections.index(section) + 1 :]
    if section.level != 1:
        return False
    for other in following:
        if other.level == 1:
            return False
        if any(sentence.kept for sentence in other.sentences) or other.tables or other.charts:
            return True
    return False


def _section_body(note: Note, section: NoteSection, tables: count, pictures: count) -> list[PaperBlock]:
    blocks: list[PaperBlock] = list(_paragraphs(note, section.sentences))
    for table in section.tables:
        rows = tuple(_row(note, row) for row in table.rows)
        blocks.append(TableBlock(f"Bảng {next(tables)}. {table.caption}", table.header, rows, table.widths))
    for chart in section.charts:
        blocks.append(PictureBlock(f"Hình {next(pictures)}. {chart.caption}", chart))
    return blocks


def _paragraphs(note: Note, sentences: tuple[NoteSentence, ...]) -> list[ParagraphBlock]:
    blocks: list[ParagraphBlock] = []
    runs: list[Run] = []
    item = False
    for sentence in sentences:
        if not sentence.kept:
            continue
        if runs and (sentence.opens or sentence.item != item):
            blocks.append(ParagraphBlock(tuple(runs), item))
            runs = []
        item = sentence.item
        runs.append(Run(sentence.text, sentence_footnotes(note, sentence), bool(sentence.unsupported)))
    if runs:
        blocks.append(ParagraphBlock(tuple(runs), item))
    return blocks


def _row(note: Note, row: TableRow) -> tuple[Run, ...]:
    """The cells; remarks stand at the value, a sum at the cell that prints its result."""
    notes: dict[int, list[str]] = {}
    valued = 1 if len(row.cells) > 1 else 0
    for remark in row.remarks:
        notes.setdefault(valued, []).append(f"Lưu ý khi đối chiếu: {remark}")
    for calculation in row.calculations:
        place = row.cells.index(calculation.text) if calculation.text in row.cells else valued
        notes.setdefault(place, []).append(f"Tính: {calculation.sum}.")
    return tuple(Run(cell, tuple(notes.get(place, ()))) for place, cell in enumerate(row.cells))


def sentence_footnotes(note: Note, sentence: NoteSentence) -> tuple[str, ...]:
    """One footnote for each sentence: its sources, the sums behind it, the cross-check remarks."""
    parts = [citation_line(note, number) for number in sentence.citations]
    line = "; ".join(parts)
    notes = [f"Tính: {calculation.sum}." for calculation in sentence.calculations]
    notes += [f"Lưu ý khi đối chiếu: {remark}" for remark in sentence.remarks]
    text = " ".join([f"{line}." if line and not line.endswith(("”", ".")) else line, *notes]).strip()
    return (text,) if text else ()


def citation_line(note: Note, number: int) -> str:
    """Where a cited span stands: source number, publisher, date, locator and its first words."""
    citation = note.citations[number - 1]
    source = next(source for source in note.sources if source.document == citation.document)
    about = ", ".join(part for part in (source.publisher, print_date(source.date)) if part)
    place = f"Nguồn {source.number}" + (f" ({about})" if about else "")
    return f"{place}, {citation.locator}: “{_opening(citation.quote)}”"


def _opening(quote: str) -> str:
    words = quote.split()
    if len(words) <= OPENING_WORDS + 2:
        return " ".join(words).rstrip(".;:")
    return " ".join(words[:OPENING_WORDS]).rstrip(".,;:") + "…"


def source_line(source: NoteSource) -> str:
    """A document as it stands in the list of sources."""
    who = ", ".join(part for part in (source.author, source.publisher) if part)
    parts = [f"“{source.title}”" if source.title else source.document, who, print_date(source.date)]
    line = ", ".join(part for part in parts if part) + "."
    return f"{line} {source.notice}".strip()


def _closing(note: Note) -> list[PaperBlock]:
    blocks: list[PaperBlock] = []
    if note.gaps:
        blocks.append(ParagraphBlock((Run(f"Phần chưa có tư liệu: {'; '.join(note.gaps)}."),)))
    printed = _printed_documents(note)
    sources = [source for source in note.sources if source.document in printed]
    if sources:
        blocks.append(HeadingBlock("NGUỒN TRÍCH DẪN", 1))
    for source in sources:
        blocks.append(ParagraphBlock((Run(f"Nguồn {source.number}: {source_line(source)}"),), item=True))
    return blocks


def _printed_documents(note: Note) -> set[str]:
    numbers = {n for section in note.sections for s in section.sentences if s.kept for n in s.citations}
    numbers |= {n for section in note.sections for table in section.tables for row in table.rows for n in row.citations}
    numbers |= {bar.citation for section in note.sections for chart in section.charts for bar in chart.bars}
    return {note.citations[number - 1].document for number in numbers}


def print_date(iso: str) -> str:
    """20/5/2024 for 2024-05-20: two digits for days below ten and for months 1 and 2.

    Source: Decree 30/2020/NĐ-CP, Annex I, part I, section II, point 4b; read 2026-11-22.
    """
    parts = iso.split("-")
    if len(parts) != 3:
        return iso
    year, month, day = parts
    return f"{int(day):02d}/{int(month):02d}/{year}" if int(month) < 3 else f"{int(day):02d}/{int(month)}/{year}"
