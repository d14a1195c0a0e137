"""What Word prints and does not store as text, and what it stores and does not print."""

import io

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from documents.legal_structure import read_legal
from documents.loaders import load_bytes
from documents.settings import Limits

LIMITS = Limits()
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


class Word:
    """A Word file on its way: paragraphs with numbering, and anything else as XML."""

    def __init__(self) -> None:
        self.file = docx.Document()
        self.lists = self.file.part.numbering_part.element

    def define(self, id: int, *levels: str) -> None:
        """An abstract list, its levels as "form|text|more XML", and a list of the same id that uses it."""
        drawn = ""
        for at, level in enumerate(levels):
            form, text, more = level.split("|")
            drawn += (
                f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
                f'<w:lvlText w:val="{text}"/></w:lvl>'
            )
        self.lists.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="{id}">{drawn}</w:abstractNum>'))
        self.use(id, id)

    def use(self, id: int, abstract: int, override: str = "") -> None:
        self.lists.append(
            parse_xml(f'<w:num {W} w:numId="{id}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>')
        )

    def write(self, text: str, list: int = 0, level: int = 0, style: str | None = None):
        paragraph = self.file.add_paragraph(text, style=style)
        if list:
            number = f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(number))
        return paragraph

    def bytes(self) -> bytes:
        buffer = io.BytesIO()
        self.file.save(buffer)
        return buffer.getvalue()

    def lines(self) -> list[str]:
        return load_bytes(self.bytes(), ".docx", LIMITS).text.replace("\n\n", "\n").split("\n")


def decree() -> Word:
    word = Word()
    word.define(
        90,
        "upperRoman|Chương %1|",
        'decimal|Điều %2.|<w:lvlRestart w:val="0"/>',
        "decimal|%3.|",
        "lowerLetter|%4)|",
    )
    for chapter in ("QUY ĐỊNH CHUNG", "TỔ CHỨC THỰC HIỆN"):
        word.write(chapter, 90, 0)
        for title in ("Phạm vi điều chỉnh", "Đối tượng áp dụng"):
            word.write(title, 90, 1)
            word.write("Nghị định này quy định các nội dung sau:", 90, 2)
            word.write("Nội dung hỗ trợ;", 90, 3)
            word.write("Mức hỗ trợ.", 90, 3)
            word.write("Việc hỗ trợ theo kế hoạch hằng năm.", 90, 2)
    return word


def test_the_numbers_that_word_draws_make_the_structure_of_a_decree():
    loaded = load_bytes(decree().bytes(), ".docx", LIMITS)
    found = [section.locator for section in read_legal(loaded.text, loaded.blocks)]
    article = ["Điều {0}", "khoản 1 Điều {0}", "điểm a khoản 1 Điều {0}", "điểm b khoản 1 Điều {0}", "khoản 2 Điều {0}"]
    wanted = ["Chương I", *(one.format(at) for at in (1, 2) for one in article)]
    wanted += ["Chương II", *(one.format(at) for at in (3, 4) for one in article)]
    assert found == wanted


def test_lists_that_share_a_definition_count_on_and_those_with_their_own_start_begin_anew():
    word = Word()
    word.define(91, "decimal|%1.|")
    word.use(92, 91)
    word.use(93, 91, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    for list in (91, 91, 92, 93, 93):
        word.write("Nội dung", list)
    assert word.lines() == ["1. Nội dung", "2. Nội dung", "3. Nội dung", "1. Nội dung", "2. Nội dung"]


def test_numbers_that_come_from_a_style_or_the_style_it_builds_on_are_printed():
    word = Word()
    word.define(94, 'decimal|Điều %1.|<w:pStyle w:val="Dieu"/>', 'decimal|%1.%2.|<w:pStyle w:val="Khoan"/>')
    for id, base, properties in (
        ("Dieu", "Normal", '<w:numPr><w:numId w:val="94"/></w:numPr>'),
        ("Khoan", "Normal", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="94"/></w:numPr>'),
        ("Dieu2", "Dieu", ""),
    ):
        word.file.styles.element.append(
            parse_xml(
                f'<w:style {W} w:type="paragraph" w:styleId="{id}"><w:name w:val="{id}"/><w:basedOn w:val="{base}"/>'
                f"<w:pPr>{properties}</w:pPr></w:style>"
            )
        )
    for style in ("Dieu", "Khoan", "Dieu2", "Khoan", "Khoan"):
        word.write("Nội dung", style=style)
    assert [line.split(" Nội")[0] for line in word.lines()] == ["Điều 1.", "1.1.", "Điều 2.", "2.1.", "2.2."]


def test_letters_are_those_that_word_prints_and_an_empty_numbered_paragraph_counts():
    word = Word()
    word.define(95, "lowerLetter|%1)|", "upperRoman|%2|", "decimal|%1.%2.%3.|<w:isLgl/>")
    for text in ("một", "hai", "ba", "bốn", "năm", "", "bảy"):
        word.write(text, 95)
    word.write("sâu", 95, 2)
    assert word.lines() == ["a) một", "b) hai", "c) ba", "d) bốn", "e) năm", "g) bảy", "7.1.1. sâu"]


def test_footnotes_stand_under_their_paragraph_with_their_marks():
    word = Word()
    mark = '<w:r {0}><w:footnoteReference w:id="{1}"/></w:r>'
    for at, text in ((2, "Năm 2023 có 29"), (3, "Năm 2024 có 31")):
        paragraph = word.write(text)
        paragraph._p.append(parse_xml(mark.format(W, at)))
        paragraph.add_run(" đề án.")
    notes = "".join(
        f'<w:footnote w:id="{id}"{kind}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for id, kind, text in (
            (0, ' w:type="separator"', "—"),
            (2, "", "Theo báo cáo của Sở."),
            (3, "", "Số ước tính."),
        )
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        f"<w:footnotes {W}>{notes}</w:footnotes>".encode(),
        word.file.part.package,
    )
    word.file.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert word.lines() == [
        "Năm 2023 có 29[1] đề án.", "[1] Theo báo cáo của Sở.", "Năm 2024 có 31[2] đề án.", "[2] Số ước tính."
    ]  # fmt: skip


def test_a_text_box_is_a_text_of_its_own_and_is_read_once():
    word = Word()
    box = "<w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent>"
    other = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent {other}>{both}</mc:AlternateContent>"
    word.write("Căn cứ Luật Tổ chức Chính phủ;")._p.append(parse_xml(f"<w:r {W}>{both}</w:r>"))
    assert word.lines() == ["Căn cứ Luật Tổ chức Chính phủ;", "DỰ THẢO"]


def test_what_was_deleted_or_hidden_is_not_read():
    word = Word()
    word.define(96, "decimal|%1.|")
    word.write("Khoản còn lại", 96)
    gone = word.write("", 96)
    gone._p.pPr.append(parse_xml(f'<w:rPr {W}><w:del w:id="1"/></w:rPr>'))
    gone._p.append(parse_xml(f'<w:del {W} w:id="2"><w:r><w:delText>Khoản đã bỏ</w:delText></w:r></w:del>'))
    kept = word.write("Mức ", 96)
    for text, change in (("30 triệu", "moveFrom"), ("50 triệu", "moveTo")):
        kept._p.append(parse_xml(f"<w:{change} {W} w:id='3'><w:r><w:t>{text}</w:t></w:r></w:{change}>"))
    kept._p.append(parse_xml(f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"))
    table = word.file.add_table(rows=3, cols=2)
    for at, cells in enumerate((("Tỉnh", "Đề án"), ("Sơn La", "15"), ("Lai Châu", "9"))):
        for column, text in enumerate(cells):
            table.cell(at, column).text = text
    table.rows[2]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {W} w:id="4"/>'))
    assert word.lines() == ["1. Khoản còn lại", "2. Mức 50 triệu", "Tỉnh | Đề án", "Tỉnh: Sơn La | Đề án: 15"]


def test_a_table_that_only_lays_out_a_page_is_read_as_its_text_and_a_nested_one_as_a_table():
    word = Word()
    head = word.file.add_table(rows=1, cols=2)
    head.cell(0, 0).text = "CHÍNH PHỦ\nSố: 12/2024/NĐ-CP"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    body = word.file.add_table(rows=1, cols=1).cell(0, 0)
    body.text = "Điều 1. Mức chi"
    inner = body.add_table(rows=2, cols=2)
    for at, text in enumerate(("Nội dung", "Mức chi", "Hội thảo", "50")):
        inner.cell(at // 2, at % 2).text = text
    assert word.lines() == [
        "CHÍNH PHỦ", "Số: 12/2024/NĐ-CP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Điều 1. Mức chi",
        "Nội dung | Mức chi", "Nội dung: Hội thảo | Mức chi: 50",
    ]  # fmt: skip
