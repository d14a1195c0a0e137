"""Scanned pages read by the real Tesseract: straight, askew, speckled, turned, among pages of text."""

import io
import random
from pathlib import Path

import pypdf
import pytest
import typst
from PIL import Image

from documents import loading_pdf, ocr
from documents.corpus import open_corpus
from documents.loaders import load_bytes
from documents.records import BadInput, ReadFailure
from documents.settings import Limits
from documents.structure import read_structure

LIMITS = Limits()
SENTENCES = (
    "Trong năm 2023, Trung tâm Khuyến công tỉnh Bình Sơn đã triển khai 37 đề án với tổng kinh phí 12,45 tỷ đồng.",
    "Các xã, phường phối hợp chặt chẽ trong việc rà soát nhu cầu của cơ sở công nghiệp nông thôn trên địa bàn.",
    "Tiến độ giải ngân của 05 đề án bị chậm so với hợp đồng đã ký, chủ yếu do thiếu vốn đối ứng.",
    "Đề nghị Ủy ban nhân dân tỉnh bố trí thêm nguồn lực để hỗ trợ ứng dụng máy móc tiên tiến vào sản xuất.",
)
PAGE = '#set page(paper: "a4", margin: 2.5cm)\n#set text(size: 14pt, lang: "vi")\n#set par(justify: true)\n'


@pytest.fixture(autouse=True)
def installed():
    ocr.ocr_available.cache_clear()
    assert ocr.ocr_available(), "run: sh tests/install_ocr.sh"


def drawn(body: str, dpi: int = 200) -> Image.Image:
    return Image.open(io.BytesIO(typst.compile((PAGE + body).encode(), format="png", ppi=dpi))).convert("L")


def speckled(picture: Image.Image) -> Image.Image:
    """A grey ground with the grain of a bad scanner."""
    grain = random.Random(5)
    noise = Image.frombytes("L", picture.size, grain.randbytes(picture.width * picture.height))
    return Image.blend(picture, noise, 0.25)


def pdf_of(*pictures: Image.Image, dpi: int = 200) -> bytes:
    buffer = io.BytesIO()
    pictures[0].save(buffer, "PDF", save_all=True, append_images=pictures[1:], resolution=dpi)
    return buffer.getvalue()


def joined(*files: bytes) -> bytes:
    writer = pypdf.PdfWriter()
    for data in files:
        for page in pypdf.PdfReader(io.BytesIO(data)).pages:
            writer.add_page(page)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def wrong_words(read: str) -> int:
    """Words of the sentences that were not read just so, in order."""
    wanted, got = " ".join(SENTENCES).split(), read.split()
    table = [0] * (len(got) + 1)
    for word in wanted:
        before, table = table, [0]
        for at, one in enumerate(got):
            table.append(before[at] + 1 if one == word else max(table[at], before[at + 1]))
    return len(wanted) - table[-1]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda page: page,
        lambda page: page.rotate(2.5, expand=True, fillcolor=255),
        lambda page: speckled(page.rotate(-1, expand=True, fillcolor=255)),
        lambda page: page.rotate(90, expand=True),
        lambda page: page.rotate(180),
        lambda page: page.resize((page.width // 2, page.height // 2), Image.Resampling.LANCZOS),
    ],
    ids=["straight", "askew", "speckled", "on its side", "upside down", "small"],
)
def test_a_scanned_page_is_read_as_it_lies(spoil):
    page = spoil(drawn("\n\n".join(SENTENCES)))
    loaded = load_bytes(pdf_of(page), ".pdf", LIMITS)
    assert wrong_words(loaded.text) <= 2, loaded.text
    assert [block.kind for block in loaded.blocks] == ["paragraph"] * 4
    assert loaded.warnings == ("chữ đọc từ ảnh quét, có thể sai chính tả",)


def test_scanned_pages_among_pages_of_text_are_read_in_their_place():
    text = typst.compile((PAGE + SENTENCES[0]).encode())
    loaded = load_bytes(joined(text, pdf_of(drawn(SENTENCES[1])), text), ".pdf", LIMITS)
    assert [block.page for block in loaded.blocks] == [1, 2, 3]
    assert loaded.text == f"{SENTENCES[0]}\n\n{SENTENCES[1]}\n\n{SENTENCES[0]}"
    assert loaded.warnings == ("chữ đọc từ ảnh quét, có thể sai chính tả: trang 2",)


def test_a_scan_with_a_stamp_of_text_over_it_is_still_a_scan():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_of(drawn(SENTENCES[1]))))
    stamp = typst.compile((PAGE + "#place(bottom)[Ký bởi: Cổng thông tin điện tử]").encode())
    writer.pages[0].merge_page(pypdf.PdfReader(io.BytesIO(stamp)).pages[0])
    buffer = io.BytesIO()
    writer.write(buffer)
    assert SENTENCES[1] in load_bytes(buffer.getvalue(), ".pdf", LIMITS).text


def test_a_ruled_table_on_a_scan_keeps_its_rows():
    cells = (
        "Địa phương",
        "Số đề án",
        "Kinh phí",
        "Bình Sơn",
        "37",
        "12,45",
        "Sơn Hà",
        "21",
        "8,6",
        "An Lộc",
        "15",
        "4,2",
    )
    table = (
        f"Kết quả theo địa phương như sau:\n\n#table(columns: (5cm, 4cm, 4cm), {','.join(f'[{one}]' for one in cells)})"
    )
    loaded = load_bytes(pdf_of(drawn(table).rotate(1, expand=True, fillcolor=255)), ".pdf", LIMITS)
    assert loaded.text.split("\n")[2:] == [
        "Địa phương | Số đề án | Kinh phí",
        "Địa phương: Bình Sơn | Số đề án: 37 | Kinh phí: 12,45",
        "Địa phương: Sơn Hà | Số đề án: 21 | Kinh phí: 8,6",
        "Địa phương: An Lộc | Số đề án: 15 | Kinh phí: 4,2",
    ]


def test_a_tiff_of_several_pages_is_read_whole_and_a_photo_on_glass_too():
    pages = [drawn(sentence, 150) for sentence in SENTENCES[:2]]
    buffer = io.BytesIO()
    pages[0].save(buffer, "TIFF", save_all=True, append_images=pages[1:])
    tiff = load_bytes(buffer.getvalue(), ".tif", LIMITS)
    assert (tiff.text, [block.page for block in tiff.blocks]) == ("\n\n".join(SENTENCES[:2]), [1, 2])
    glass = Image.new("RGBA", pages[0].size, (0, 0, 0, 0))
    glass.putalpha(pages[0].point(lambda value: 255 - value))
    buffer = io.BytesIO()
    glass.save(buffer, "PNG")
    photo = load_bytes(buffer.getvalue(), ".png", LIMITS)
    assert (photo.text, [block.page for block in photo.blocks]) == (SENTENCES[0], [None])


def test_a_page_that_cannot_be_recognised_is_named_and_the_rest_is_read(monkeypatch):
    def fail(*_):
        raise ReadFailure("quá lâu")

    text = typst.compile((PAGE + SENTENCES[0]).encode())
    scan = pdf_of(drawn(SENTENCES[1]))
    monkeypatch.setattr(loading_pdf, "read_picture", fail)
    loaded = load_bytes(joined(text, scan, scan), ".pdf", LIMITS)
    assert loaded.text == SENTENCES[0]
    assert loaded.warnings == ("trang quét chưa đọc được (Tesseract không đọc được hoặc quá thời gian): 2-3",)
    with pytest.raises(BadInput, match=r"^không đọc được chữ nào trong bản quét$"):
        load_bytes(scan, ".pdf", LIMITS)


def test_a_scan_on_paper_of_monstrous_size_is_drawn_within_bounds():
    page = pypdf.PdfWriter()
    page.add_blank_page(14_400, 14_400)
    scan = pypdf.PdfReader(io.BytesIO(pdf_of(drawn(SENTENCES[1])))).pages[0]
    page.pages[0].merge_transformed_page(scan, pypdf.Transformation().scale(14_400 / 842))
    buffer = io.BytesIO()
    page.write(buffer)
    assert SENTENCES[1] in load_bytes(buffer.getvalue(), ".pdf", LIMITS).text


def test_a_scanned_page_is_cited_with_its_page(tmp_path: Path):
    pages = pdf_of(drawn("\n\n".join(SENTENCES[:2])), drawn("\n\n".join(SENTENCES[2:])))
    (tmp_path / "bao-cao.pdf").write_bytes(pages)
    document = open_corpus(tmp_path).document("bao-cao")
    assert [section.locator for section in read_structure(document)] == [
        "đoạn 1 (trang 1)", "đoạn 2 (trang 1)", "đoạn 3 (trang 2)", "đoạn 4 (trang 2)"
    ]  # fmt: skip
