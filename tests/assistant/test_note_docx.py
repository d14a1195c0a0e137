"""The Word document: opened again, part by part."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from assistant.note_docx import docx_bytes, write_docx
from tests.assistant.sample_note import sample_note

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def package() -> ZipFile:
    return ZipFile(BytesIO(docx_bytes(sample_note())))


def part(package: ZipFile, name: str) -> etree._Element:
    return etree.fromstring(package.read(name))


def test_footnotes_stand_in_their_own_part_with_separators_and_one_note_for_each_mark(package):
    notes = part(package, "word/footnotes.xml").findall(f"{W}footnote")
    marks = [mark.get(f"{W}id") for mark in part(package, "word/document.xml").iter(f"{W}footnoteReference")]
    assert [(note.get(f"{W}id"), note.get(f"{W}type")) for note in notes[:2]] == [
        ("-1", "separator"),
        ("0", "continuationSeparator"),
    ]
    assert marks == [note.get(f"{W}id") for note in notes[2:]] == ["1", "2", "3", "4"]
    texts = ["".join(note.itertext()).strip() for note in notes[2:]]
    assert texts[3] == "Nguồn 1 (Sở Công Thương, 20/5/2024), đoạn 2: “Một số địa phương chưa quan tâm…”"
    assert texts[1].endswith("Tính: 186,5 - 170,8 = 15,7 (tỷ đồng).")


def test_the_footnotes_part_is_declared_related_and_named_in_the_settings(package):
    types = package.read("[Content_Types].xml").decode()
    assert '/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument' in types
    relations = package.read("word/_rels/document.xml.rels").decode()
    assert "relationships/footnotes" in relations
    settings = part(package, "word/settings.xml")
    names = [etree.QName(child).localname for child in settings]
    assert names.index("footnotePr") < names.index("compat")


def test_the_page_is_laid_out_by_decree_30_of_2020():
    document = docx.Document(BytesIO(docx_bytes(sample_note())))
    section = document.sections[0]
    sides = (section.page_width, section.page_height, section.top_margin, section.bottom_margin)
    assert [round(side.mm) for side in sides] == [210, 297, 20, 20]
    assert (round(section.left_margin.mm), round(section.right_margin.mm)) == (30, 15)
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""
    assert "PAGE" in section.header.paragraphs[0]._p.xml
    body = document.styles["Body Text"]
    assert (body.font.name, body.font.size.pt) == ("Times New Roman", 14)
    assert (round(body.paragraph_format.first_line_indent.cm, 2), body.paragraph_format.space_after.pt) == (1.27, 6)


def test_headings_use_real_styles_and_roman_numbers():
    document = docx.Document(BytesIO(docx_bytes(sample_note())))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == ["I. KẾT QUẢ VÀ SỐ LIỆU", "II. TỒN TẠI, HẠN CHẾ", "NGUỒN TRÍCH DẪN"]


def test_a_sentence_left_out_is_not_printed():
    document = docx.Document(BytesIO(docx_bytes(sample_note())))
    assert [p.text for p in document.paragraphs if "gian hàng" in p.text] == []


def test_the_table_repeats_its_header_row_and_the_picture_has_words_for_it():
    document = docx.Document(BytesIO(docx_bytes(sample_note())))
    table = document.tables[1]
    assert [cell.text for cell in table.rows[0].cells] == ["Chỉ tiêu", "Giá trị", "Đơn vị", "Nguồn"]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    picture = document.inline_shapes[0]._inline.find(qn("wp:docPr"))
    assert picture.get("descr") == sample_note().sections[0].charts[0].alt


def test_fields_of_the_form_stay_marked_until_filled(package):
    controls = list(part(package, "word/document.xml").iter(f"{W}sdt"))
    names = [control.find(f".//{W}alias").get(f"{W}val") for control in controls]
    assert names == [
        "Cơ quan chủ quản",
        "Cơ quan ban hành",
        "Số và ký hiệu",
        "Địa danh",
        "Ngày, tháng, năm",
        "Nơi nhận",
        "Đơn vị soạn thảo",
        "Chức vụ người ký",
        "Họ tên người ký",
    ]
    assert all(control.find(f".//{W}highlight") is not None for control in controls)


def test_the_file_is_replaced_in_one_step_and_nothing_is_left_beside_it(tmp_path):
    target = tmp_path / "note.docx"
    target.write_bytes(b"old")
    write_docx(sample_note(), target)
    assert [path.name for path in tmp_path.iterdir()] == ["note.docx"]
    assert docx.Document(str(target)).core_properties.title == "Bản tóm lược: Tình hình khuyến công năm 2024"
