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
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.table import Table
from docx.text.paragraph import Paragraph

from documents.decoding import read_pieces
from documents.docx_numbering import Numbering, W
from documents.docx_words import Notes, boxes, is_deleted, paragraph_text
from documents.loaded import Loaded, Piece, assemble
from documents.loading_text import is_heading_line, kind_of_line
from documents.records import BadInput
from documents.settings import Limits, with_points
from documents.tables import table_pieces

_MAIN_PART = "word/document.xml"
_HEADING_STYLE = re.compile(r"(?:heading|tiêu đề|đề mục) ?(\d)", re.I)
_WRAPPERS = {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"}
_ARTICLE = re.compile(r"(?:Điều|ĐIỀU)\s+\d")
LAYOUT_CHARS = 600  # of a cell, from which on it is a page's layout and not data
MAX_DEPTH = 40
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
    roots = {name: _root(part, name) for name in ("numbering", "footnotes", "endnotes")}
    notes = Notes()
    for kind in ("footnote", "endnote"):
        if (root := roots[f"{kind}s"]) is not None:
            notes.read(kind, root)
    writer = _Writer(document, Numbering(roots["numbering"], document.styles.element), notes)
    yield from writer.blocks(document.element.body, 0)


def _root(part: Any, name: str) -> Any | None:
    """The root element of a part such as the numbering, None where the file has none."""
    for relation in part.rels.values():
        if relation.reltype.endswith(f"/{name}") and not relation.is_external:
            held = relation.target_part
            return held.element if hasattr(held, "element") else parse_xml(held.blob)
    return None


class _Writer:
    """Pieces in reading order; counters of lists and notes go on through tables and text boxes."""

    def __init__(self, document: WordDocument, numbering: Numbering, notes: Notes) -> None:
        self._document = document
        self._numbering = numbering
        self._notes = notes

    def blocks(self, body: Any, depth: int) -> Iterator[Piece]:
        """Paragraphs and tables in order, those inside content controls too."""
        if depth > MAX_DEPTH:
            return
        for child in body:
            if child.tag == f"{W}p":
                yield from self._paragraph(Paragraph(child, self._document._body), depth)
            elif child.tag == f"{W}tbl":
                yield from self._table(Table(child, self._document._body), depth)
            elif child.tag in _WRAPPERS:
                yield from self.blocks(child, depth + 1)

    def _words(self, node: Any) -> str:
        """The words of a ``w:p`` with the number that Word draws before them; counts it as met."""
        if is_deleted(node) and not paragraph_text(node).strip():
            return ""
        properties = node.pPr
        style = properties.style if properties is not None else None
        label = self._numbering.label(properties, style or self._default_style())
        text = paragraph_text(node, self._notes)
        return f"{label} {text.lstrip()}" if label and text.strip() else text

    def _default_style(self) -> str | None:
        default = self._document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
        return None if default is None else str(default.style_id)

    def _paragraph(self, paragraph: Paragraph, depth: int) -> Iterator[Piece]:
        style_element = paragraph.style._element if paragraph.style is not None else None
        style_properties = style_element.find(f"{W}pPr") if style_element is not None else None
        level = _level(paragraph, style_properties)
        for at, line in enumerate(self._words(paragraph._p).split("\n")):
            if line.strip():
                yield _piece(line.strip(), level, paragraph, bool(at))
        for note in self._notes.take():
            yield Piece("paragraph", note)
        for box in boxes(paragraph._p):
            yield from self.blocks(box, depth + 1)

    def _table(self, table: Table, depth: int) -> Iterator[Piece]:
        rows = [row for row in table._tbl.tr_lst if row.find(f"{W}trPr/{W}del") is None]
        if _is_layout(rows):
            for row in rows:
                for cell in row.tc_lst:
                    if cell.vMerge != "continue":
                        yield from self.blocks(cell, depth + 1)
            return
        yield from table_pieces(self._grid(rows))
        for note in self._notes.take():
            yield Piece("paragraph", note)

    def _grid(self, rows: list[Any]) -> list[list[str]]:
        """The cells of a table; a merged cell stands where it begins and is empty where it goes on."""
        grid: list[list[str]] = []
        columns: dict[int, str] = {}
        for row in rows:
            line: list[str] = []
            for cell in row.tc_lst:
                text = " ".join(filter(None, (self._words(node).strip() for node in _own_paragraphs(cell))))
                if cell.vMerge == "continue":
                    text = columns.get(len(line), "")
                columns[len(line)] = text
                line.append(text)
                line += [""] * (min(100, cell.grid_span or 1) - 1)
            grid.append(line)
        return grid


def _own_paragraphs(cell: Any) -> Iterator[Any]:
    """The paragraphs of a cell, without those of text boxes that hang on them."""
    for node in cell.iter(f"{W}p"):
        if not any(above.tag == f"{W}txbxContent" for above in node.iterancestors()):
            yield node


def _is_layout(rows: list[Any]) -> bool:
    """Whether a table only places text: one column, one row, tables or articles or long texts inside."""
    if len(rows) < 2 or all(len(row.tc_lst) < 2 for row in rows):
        return True
    cells = [cell for row in rows for cell in row.tc_lst]
    if any(cell.find(f".//{W}tbl") is not None for cell in cells):
        return True
    long = 0
    for cell in cells:
        lines = [paragraph_text(node).strip() for node in cell.iter(f"{W}p")]
        if sum(bool(_ARTICLE.match(line)) for line in lines) >= 2:
            return True
        long += sum(map(len, lines)) > LAYOUT_CHARS
    return long * 5 > len(cells)


def _piece(words: str, level: int, paragraph: Paragraph, tight: bool) -> Piece:
    if level:
        return Piece("heading", words, level, tight=tight)
    kind = kind_of_line(words)
    if kind == "heading":
        bold = _is_bold(paragraph) or words.isupper()
        kind = "heading" if bold and is_heading_line(words) and not _UNIT_LINE.match(words) else "paragraph"
    return Piece(kind, words, 6 if kind == "heading" else 0, tight=tight)


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
