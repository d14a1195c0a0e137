"""A DOCX file to text: headings, numbered lists as Word draws them, tables row by row.

It knows python-docx and the shape of an office package. The package is measured before it
is opened; macros, links and embedded files are never touched.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from documents.decoding import read_pieces
from documents.docx_numbering import Numbering, W
from documents.loaded import Loaded, Piece, assemble
from documents.loading_text import is_heading_line, kind_of_line
from documents.records import BadInput
from documents.settings import Limits, with_points
from documents.tables import table_pieces

_MAIN_PART = "word/document.xml"
_HEADING_STYLE = re.compile(r"(?:heading|tiêu đề|đề mục) ?(\d)", re.I)
_SIGNS = {
    f"{W}tab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",
}
_SKIPPED = {
    f"{W}pPr",
    f"{W}rPr",
    f"{W}del",
    f"{W}moveFrom",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_UNIT_LINE = re.compile(r"\(?(?:đơn vị|đvt)\b", re.I)


def load_docx(data: bytes, limits: Limits) -> Loaded:
    """Headings with levels, paragraphs, items with their numbers, table rows with their heads.

    BadInput for a package that is broken, not Word's, protected, or unpacks beyond the limits.
    """
    check_package(data, limits)
    try:
        document = docx.Document(io.BytesIO(data))
        pieces = list(_pieces(document))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile, SyntaxError, AttributeError) as error:
        raise BadInput("tệp DOCX hỏng, không mở được") from error
    repaired, warnings = read_pieces(pieces)
    body, blocks = assemble(repaired)
    return Loaded(body, blocks, {}, warnings, "docx")


def check_package(data: bytes, limits: Limits) -> None:
    """BadInput unless the bytes are a Word package that unpacks within the limits.

    Sizes are those that the package declares; ``zipfile`` refuses members that are larger.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise BadInput("tệp nén hỏng, không phải DOCX") from error
    with package:
        entries = package.infolist()
        if len(entries) > limits.zip_entries:
            raise BadInput(
                f"gói DOCX có {with_points(len(entries))} mục, quá giới hạn {with_points(limits.zip_entries)}"
            )
        total = sum(entry.file_size for entry in entries)
        if total > limits.unzipped_bytes or total > limits.unzipped_ratio * max(len(data), 1):
            raise BadInput(f"gói DOCX bung ra {total / 1e6:.0f} MB từ {len(data) / 1e6:.1f} MB, vượt giới hạn an toàn")
        if any(entry.flag_bits & 1 for entry in entries):
            raise BadInput("tệp DOCX có mật khẩu; hãy gỡ mật khẩu rồi thêm lại")
        if _MAIN_PART not in {entry.filename for entry in entries}:
            raise BadInput("tệp nén không phải DOCX (thiếu word/document.xml)")


def _pieces(document: WordDocument) -> Iterator[Piece]:
    part = document.part
    has_numbers = any(relation.reltype.endswith("/numbering") for relation in part.rels.values())
    numbering = Numbering(part.numbering_part.element if has_numbers else None)
    for block in _blocks(document.element.body, document):
        if isinstance(block, Table):
            yield from table_pieces(_grid(block))
        else:
            yield from _paragraph(block, numbering)


def _blocks(body: Any, document: WordDocument) -> Iterator[Paragraph | Table]:
    """Paragraphs and tables in order, those inside content controls too."""
    for child in body:
        if child.tag == f"{W}p":
            yield Paragraph(child, document._body)
        elif child.tag == f"{W}tbl":
            yield Table(child, document._body)
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"}:
            yield from _blocks(child, document)


def _paragraph(paragraph: Paragraph, numbering: Numbering) -> Iterator[Piece]:
    style_element = paragraph.style._element if paragraph.style is not None else None
    style_properties = style_element.find(f"{W}pPr") if style_element is not None else None
    text = paragraph_text(paragraph._p)
    if not text.strip():
        return
    label = numbering.label(paragraph._p.pPr, style_properties)
    level = _level(paragraph, style_properties)
    for at, line in enumerate(text.split("\n")):
        words = f"{label} {line.strip()}".strip() if at == 0 else line.strip()
        yield _piece(words, level, paragraph, bool(at))


def _piece(words: str, level: int, paragraph: Paragraph, tight: bool) -> Piece:
    if level:
        return Piece("heading", words, level, tight=tight)
    kind = kind_of_line(words)
    if kind == "heading":
        bold = _is_bold(paragraph) or words.isupper()
        kind = "heading" if bold and is_heading_line(words) and not _UNIT_LINE.match(words) else "paragraph"
    return Piece(kind, words, 6 if kind == "heading" else 0, tight=tight)


def paragraph_text(node: Any) -> str:
    """All words of a ``w:p`` element, those in links and accepted insertions too; no deletions.

    A line break is "\\n"; the soft hyphen stays, because under TCVN3 fonts it is the letter ư.
    """
    parts: list[str] = []
    for child in node:
        if child.tag == f"{W}t":
            parts.append(child.text or "")
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        elif child.tag not in _SKIPPED:
            parts.append(paragraph_text(child))
    return "".join(parts)


def _level(paragraph: Paragraph, style_properties: Any | None) -> int:
    """1-6 for a heading by its style or outline level, else 0."""
    name = (paragraph.style.name or "") if paragraph.style is not None else ""
    if name == "Title":
        return 1
    named = _HEADING_STYLE.match(name)
    if named:
        return min(6, max(1, int(named.group(1))))
    for properties in (paragraph._p.pPr, style_properties):
        outline = properties.find(f"{W}outlineLvl") if properties is not None else None
        value = outline.get(f"{W}val") if outline is not None else None
        if value and value.isdecimal() and int(value) < 9:
            return min(6, int(value) + 1)
    return 0


def _is_bold(paragraph: Paragraph) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _grid(table: Table) -> list[list[str]]:
    """The cells of a table; a merged cell stands where it begins and is empty where it goes on."""
    grid: list[list[str]] = []
    columns: dict[int, str] = {}
    for row in table._tbl.tr_lst:
        line: list[str] = []
        for cell in row.tc_lst:
            text = " ".join(filter(None, (paragraph_text(node).strip() for node in cell.iter(f"{W}p"))))
            if cell.vMerge == "continue":
                text = columns.get(len(line), "")
            columns[len(line)] = text
            line.append(text)
            line += [""] * (min(100, cell.grid_span or 1) - 1)
        grid.append(line)
    return grid
