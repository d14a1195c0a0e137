"""A note as a Word document: the form of Decree 30/2020/NĐ-CP around the blocks of the note.

It writes beside and renames, so that a reader never finds half a file. It knows nothing of
how the note came about.
"""

from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from assistant.briefing_records import Note
from assistant.note_blocks import HeadingBlock, ParagraphBlock, PictureBlock, Run, TableBlock, lay_out
from assistant.note_chart import draw_chart
from assistant.note_docx_footnotes import Footnotes
from assistant.note_docx_form import TEXT_WIDTH_MM, add_head, add_signature, set_page, set_styles


def write_docx(note: Note, path: Path) -> None:
    """Write the note to ``path``; what stood there is replaced in one step."""
    beside = path.with_name(f".{path.name}.part")
    beside.write_bytes(docx_bytes(note))
    beside.replace(path)


def docx_bytes(note: Note) -> bytes:
    """The Word document as bytes."""
    document = docx.Document()
    set_page(document)
    set_styles(document)
    document.core_properties.title = f"{note.title}: {note.abstract}"
    document.core_properties.subject = note.topic
    document.core_properties.author = note.fields.issuing_body
    document.core_properties.comments = ""
    document.core_properties.language = "vi-VN"
    add_head(document, note)
    footnotes = Footnotes()
    for block in lay_out(note):
        if isinstance(block, HeadingBlock):
            document.add_paragraph(block.text, style=f"Heading {block.level}")
        elif isinstance(block, ParagraphBlock):
            _add_paragraph(document, block, footnotes)
        elif isinstance(block, TableBlock):
            _add_table(document, block, footnotes)
        else:
            _add_picture(document, block)
    document.add_paragraph(style="Normal").paragraph_format.keep_with_next = True
    add_signature(document, note.fields)
    footnotes.attach(document)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def _add_paragraph(document: Document, block: ParagraphBlock, footnotes: Footnotes) -> None:
    paragraph = document.add_paragraph(style="Body Text")
    if block.item:
        paragraph.add_run("- ")
    for place, run in enumerate(block.runs):
        if place:
            paragraph.add_run(" ")
        _add_run(paragraph, run, footnotes)


def _add_run(paragraph: Paragraph, run: Run, footnotes: Footnotes) -> None:
    added = paragraph.add_run(run.text)
    if run.marked:
        added.font.highlight_color = WD_COLOR_INDEX.YELLOW
    for text in run.footnotes:
        footnotes.add(paragraph, text)


def _add_table(document: Document, block: TableBlock, footnotes: Footnotes) -> None:
    caption = document.add_paragraph(block.caption, style="Caption")
    caption.paragraph_format.keep_with_next = True
    table = document.add_table(rows=1, cols=len(block.header), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    head = table.rows[0]
    for name in ("w:cantSplit", "w:tblHeader"):
        head._tr.get_or_add_trPr().append(OxmlElement(name))
    for cell, text in zip(head.cells, block.header, strict=True):
        _set_cell(cell.paragraphs[0], Run(text), None, bold=True)
    for row in block.rows:
        added = table.add_row()
        added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for place, (cell, run) in enumerate(zip(added.cells, row, strict=True)):
            _set_cell(cell.paragraphs[0], run, footnotes, left=place == 0)
    for place, share in enumerate(block.widths):
        width = Mm(TEXT_WIDTH_MM * share)
        table.columns[place].width = width
        for cell in table.columns[place].cells:
            cell.width = width
    document.add_paragraph(style="Normal").paragraph_format.space_after = Pt(0)


def _set_cell(
    paragraph: Paragraph, run: Run, footnotes: Footnotes | None, *, bold: bool = False, left: bool = False
) -> None:
    paragraph.style = "Table Text"
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if left else WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(run.text).bold = bold
    if footnotes is not None:
        for text in run.footnotes:
            footnotes.add(paragraph, text)


def _add_picture(document: Document, block: PictureBlock) -> None:
    paragraph = document.add_paragraph(style="Normal")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_before = Pt(6)
    shape = paragraph.add_run().add_picture(BytesIO(draw_chart(block.chart)), width=Mm(TEXT_WIDTH_MM - 5))
    properties = shape._inline.find(qn("wp:docPr"))
    properties.set("descr", block.chart.alt)
    properties.set("title", block.caption)
    document.add_paragraph(block.caption, style="Caption")
