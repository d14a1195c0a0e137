"""The form of an administrative text by Decree 30/2020/NĐ-CP, in a python-docx document.

Page, styles, the head with the national emblem lines, fields to fill, recipients and
signature. Source of every size and margin: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I
(paper A4; margins top and bottom 20-25 mm, left 30-35 mm, right 15-20 mm; Times New Roman,
black; page number centred in the top margin, none on page 1), read 2026-11-22. It knows
nothing of what the note says.
"""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from assistant.briefing_records import Note, NoteFields

FONT = "Times New Roman"
TEXT_WIDTH_MM = 210 - 30 - 15
EMBLEM = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
CENTRE, LEFT, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY


def set_page(document: Document) -> None:
    """A4, the margins of the decree, page numbers centred on top from page 2."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    header = section.header.paragraphs[0]
    header.style = document.styles["Header"]
    header.alignment = CENTRE
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("", "2"), ("end", "")):
        run = header.add_run(text if text == "2" else None)
        run.font.size = Pt(13)
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif text == "PAGE":
            code = OxmlElement("w:instrText")
            code.text = " PAGE "
            run._r.append(code)


def set_styles(document: Document) -> None:
    """Real styles, so that the officer restyles the whole text at once."""
    styles = document.styles
    _set_language(document)
    normal = styles["Normal"]
    _shape(normal, 14, space_after=0)
    body = styles["Body Text"]
    _shape(body, 14, space_after=6, align=JUSTIFY, first_line_cm=1.27)
    _shape(styles["Heading 1"], 14, bold=True, space_before=12, space_after=6, first_line_cm=1.27)
    _shape(styles["Heading 2"], 14, bold=True, space_before=6, space_after=6, first_line_cm=1.27)
    _shape(styles["Title"], 14, bold=True, align=CENTRE, space_before=12)
    _drop_borders(styles["Title"])
    _shape(styles["Subtitle"], 14, bold=True, align=CENTRE)
    _drop_borders(styles["Subtitle"])
    _shape(styles["Caption"], 13, bold=True, align=CENTRE, space_before=6, space_after=6)
    _shape(styles["Header"], 13, align=CENTRE)
    for name, size in (("Table Text", 11), ("Form Text", 13)):
        _shape(_add_style(document, name, "Normal"), size)
    notes = _add_style(document, "footnote text", "Normal", "FootnoteText")
    _shape(notes, 10, align=JUSTIFY)
    mark = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.element.set(qn("w:styleId"), "FootnoteReference")
    mark.font.superscript = True


def _add_style(document: Document, name: str, base: str, identity: str = "") -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=bool(identity))
    style.base_style = document.styles[base]
    if identity:
        style.element.set(qn("w:styleId"), identity)
    return style


def _shape(
    style: ParagraphStyle,
    size: int,
    *,
    bold: bool = False,
    align: WD_ALIGN_PARAGRAPH = LEFT,
    space_before: int = 0,
    space_after: int = 0,
    first_line_cm: float = 0,
) -> None:
    font, form = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, False
    font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(name), FONT)
    form.alignment, form.space_before, form.space_after = align, Pt(space_before), Pt(space_after)
    form.first_line_indent = Cm(first_line_cm)
    form.line_spacing_rule = WD_LINE_SPACING.SINGLE


def _drop_borders(style: ParagraphStyle) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
    for gap in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(gap)


def _set_language(document: Document) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")
        language.set(qn("w:eastAsia"), "vi-VN")


def add_head(document: Document, note: Note) -> None:
    """Issuing body and number on the left, emblem lines, place and date on the right; then the title."""
    fields = note.fields
    left, right = _two_columns(document, 65, 100)
    upper = fields.parent_body.upper()
    fill(_first(left), upper, "[TÊN CƠ QUAN, TỔ CHỨC CHỦ QUẢN]", "Cơ quan chủ quản")
    fill(_line(left), fields.issuing_body.upper(), "[TÊN CƠ QUAN BAN HÀNH]", "Cơ quan ban hành", bold=True)
    rule(left, 20)
    numbered = _line(left)
    numbered.add_run("Số: ")
    fill(numbered, fields.number, "[số]/[ký hiệu]", "Số và ký hiệu")
    _first(right).add_run(EMBLEM).bold = True
    motto = _line(right)
    run = motto.add_run(MOTTO)
    run.bold, run.font.size = True, Pt(14)
    rule(right, 18)
    dated = _line(right)
    fill(dated, fields.place, "[Địa danh]", "Địa danh", italic=True)
    dated.add_run(", ").italic = True
    fill(dated, fields.date, "ngày … tháng … năm …", "Ngày, tháng, năm", italic=True)
    document.add_paragraph(note.title.upper(), style="Title")
    document.add_paragraph(note.abstract, style="Subtitle")
    line = document.add_paragraph(style="Subtitle")
    _top_border(line, TEXT_WIDTH_MM * 0.38)
    line.paragraph_format.space_before = Pt(2)


def add_signature(document: Document, fields: NoteFields) -> None:
    """Recipients on the left, office and name of the signer on the right, kept on one page."""
    left, right = _two_columns(document, 75, 90)
    head = _first(left)
    head.alignment = LEFT
    run = head.add_run("Nơi nhận:")
    run.bold = run.italic = True
    run.font.size = Pt(12)
    for recipient in fields.recipients or ("",):
        line = _line(left)
        line.alignment = LEFT
        line.add_run("- ").font.size = Pt(11)
        fill(line, recipient, "[nơi nhận]", "Nơi nhận", size=11)
        line.add_run(";").font.size = Pt(11)
    last = _line(left)
    last.alignment = LEFT
    last.add_run("- Lưu: VT, ").font.size = Pt(11)
    fill(last, "", "[đơn vị soạn thảo]", "Đơn vị soạn thảo", size=11)
    last.add_run(".").font.size = Pt(11)
    office = _first(right)
    fill(
        office,
        fields.signer_office.upper(),
        "[QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ]",
        "Chức vụ người ký",
        bold=True,
        size=14,
    )
    for _ in range(4):
        _line(right)
    fill(_line(right), fields.signer_name, "[Họ và tên]", "Họ tên người ký", bold=True, size=14)
    for paragraph in (*left.paragraphs, *right.paragraphs):
        paragraph.paragraph_format.keep_with_next = True


def fill(
    paragraph: Paragraph,
    value: str,
    prompt: str,
    label: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: int = 13,
) -> None:
    """The value, or a content control that shows the prompt highlighted until it is filled."""
    if value:
        run = paragraph.add_run(value)
        run.bold, run.italic, run.font.size = bold, italic, Pt(size)
        return
    face = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    sizes = f'<w:sz w:val="{size * 2}"/>'
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:rPr>{face}{sizes}</w:rPr><w:alias/><w:tag/>"
        f"<w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr>{face}{sizes}"
        f'<w:highlight w:val="yellow"/></w:rPr><w:t/></w:r></w:sdtContent></w:sdt>'
    )
    control.find(f".//{qn('w:alias')}").set(qn("w:val"), label)
    control.find(f".//{qn('w:tag')}").set(qn("w:val"), label)
    control.find(f".//{qn('w:t')}").text = prompt
    paragraph._p.append(control)


def rule(cell: _Cell, length_pct: int) -> None:
    """A thin line under the text above it; ``length_pct`` is the blank share on either side."""
    line = _line(cell)
    width = cell.width.mm if cell.width is not None else TEXT_WIDTH_MM / 2
    _top_border(line, width * (100 - 2 * length_pct) / 100, width)
    line.paragraph_format.space_before, line.paragraph_format.line_spacing = Pt(2), Pt(6)


def _top_border(paragraph: Paragraph, length_mm: float, width_mm: float = TEXT_WIDTH_MM) -> None:
    blank = Mm((width_mm - length_mm) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = blank
    properties = paragraph._p.get_or_add_pPr()
    border = parse_xml(f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>')
    later = ("shd", "tabs", "spacing", "ind", "jc", "rPr")
    for child in properties:
        if child.tag in {qn(f"w:{name}") for name in later}:
            child.addprevious(border)
            return
    properties.append(border)


def _two_columns(document: Document, left_mm: int, right_mm: int) -> Sequence[_Cell]:
    table = document.add_table(rows=1, cols=2)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for place, width in enumerate((left_mm, right_mm)):
        table.columns[place].width = Mm(width)
        table.rows[0].cells[place].width = Mm(width)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return table.rows[0].cells


def _first(cell: _Cell) -> Paragraph:
    paragraph = cell.paragraphs[0]
    paragraph.style, paragraph.alignment = "Form Text", CENTRE
    return paragraph


def _line(cell: _Cell) -> Paragraph:
    paragraph = cell.add_paragraph(style="Form Text")
    paragraph.alignment = CENTRE
    return paragraph
