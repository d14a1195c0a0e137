"""The PDF by Typst, which needs nothing installed: read again by pypdf."""

from io import BytesIO

import pypdf
import pytest

from assistant.note_pdf import pdf_bytes, write_pdf
from assistant.note_typst import string
from assistant.records import BadRequest
from tests.assistant.sample_note import LIMIT, sample_note


def words(page: pypdf.PageObject) -> str:
    return " ".join(page.extract_text().split())


def test_typst_sets_the_vietnamese_text_the_footnotes_and_the_page_number():
    reader = pypdf.PdfReader(BytesIO(pdf_bytes(sample_note(), "typst")))
    first = words(reader.pages[0])
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in first
    assert LIMIT in first
    assert "Nguồn 1 (Sở Công Thương, 20/5/2024), đoạn 2: “Một số địa phương chưa quan tâm…”" in first
    box = reader.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (595, 842)


def test_every_letter_comes_from_one_family_of_fonts():
    reader = pypdf.PdfReader(BytesIO(pdf_bytes(sample_note(), "typst")))
    fonts = {font["/BaseFont"].split("+")[1] for page in reader.pages for font in fonts_of(page)}
    assert len({name.replace("Libertinus", "L-").split("-")[0] for name in fonts}) == 1


def fonts_of(page: pypdf.PageObject) -> list:
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]


def test_a_text_cannot_be_read_as_typst_markup():
    assert string('#pagebreak() "x" \\') == '"#pagebreak() \\"x\\" \\\\"'


def test_libreoffice_asked_for_and_absent_is_one_clear_line(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(BadRequest, match="chưa cài LibreOffice"):
        pdf_bytes(sample_note(), "libreoffice")


def test_a_libreoffice_that_fails_gives_way_to_typst(monkeypatch, tmp_path):
    monkeypatch.setattr("shutil.which", lambda name: "/nonexistent/soffice")
    write_pdf(sample_note(), tmp_path / "note.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["note.pdf"]
    assert (tmp_path / "note.pdf").read_bytes().startswith(b"%PDF")
