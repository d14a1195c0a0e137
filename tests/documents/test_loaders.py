"""Every format in, with its text, blocks and pages; every hostile file one line."""

import io
import re
import zipfile
import zlib
from pathlib import Path

import docx
import pypdf
import pytest
import typst
from docx.oxml import parse_xml
from PIL import Image

from documents import ocr
from documents.loaded import Loaded
from documents.loaders import load, load_bytes
from documents.records import BadInput, ReadFailure
from documents.settings import Limits

ROOT = Path(__file__).resolve().parents[2]
LIMITS = Limits()


def read(loaded: Loaded) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, loaded.text[block.start : block.end]) for block in loaded.blocks]


def word_file(build) -> bytes:
    document = docx.Document()
    build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_markdown_loses_its_marks_and_keeps_its_levels():
    source = (
        '---\ntitle: "Báo cáo"\nreplaces:\n  - 12/2001/QĐ\n  - 13/2001/QĐ\n---\n# Phần **một**\n\n'
        "Đoạn có *nghiêng* và [liên kết](https://vi.du/a_(b)).\nDòng hai.\n\n- mục một\n1. mục hai\n\n"
        "| Tỉnh | Đề án |\n|---|---:|\n| Thanh Hóa | 29 |\n| Nghệ An | 15 |\n"
    )
    loaded = load_bytes(source.encode(), ".md", LIMITS)
    assert read(loaded) == [
        ("heading", 1, "Phần một"),
        ("paragraph", 0, "Đoạn có nghiêng và liên kết."),
        ("paragraph", 0, "Dòng hai."),
        ("item", 0, "- mục một"),
        ("item", 0, "1. mục hai"),
        ("row", 0, "Tỉnh | Đề án"),
        ("row", 0, "Tỉnh: Thanh Hóa | Đề án: 29"),
        ("row", 0, "Tỉnh: Nghệ An | Đề án: 15"),
    ]
    assert loaded.meta == {"encoding": "utf-8", "title": "Báo cáo", "replaces": "12/2001/QĐ; 13/2001/QĐ"}


def test_a_table_of_words_keeps_its_cells_side_by_side():
    loaded = load_bytes("| Mục | Nội dung |\n|---|---|\n| Số hiệu | 85/2026/NĐ-CP |\n".encode(), ".md", LIMITS)
    assert loaded.text == "Mục | Nội dung\nSố hiệu | 85/2026/NĐ-CP"


def test_lines_broken_by_width_are_joined_but_clauses_begin_new_lines():
    source = "\n".join(
        [
            "Điều 1. Phạm vi điều chỉnh",
            "1. Quy định này áp dụng cho các cơ sở công nghiệp nông thôn trực tiếp đầu",
            "tư sản xuất tại huyện, thị xã và các xã trên địa bàn của tỉnh theo quy định tại",
            "Điều 9 của Luật, trừ trường hợp quy định khác của cơ quan có thẩm quyền ban",
            "hành sau ngày văn bản này có hiệu lực.",
            "2. Trường hợp khác thực hiện theo hướng dẫn của Sở Công Thương và các cơ quan",
            "liên quan.",
            "a) Hồ sơ gồm đơn đề nghị, dự toán kinh phí và bản sao giấy chứng nhận đăng ký",
            "kinh doanh;",
            "b) Báo cáo.",
            "Điều 2. Hiệu lực",
            "Quy định này có hiệu lực từ ngày ký và thay thế các quy định trước đây của tỉnh",
            "về cùng nội dung.",
        ]
    )
    lines = [text for _, _, text in read(load_bytes(source.encode(), ".txt", LIMITS))]
    assert [line[:12] for line in lines] == [
        "Điều 1. Phạm",
        "1. Quy định ",
        "2. Trường hợ",
        "a) Hồ sơ gồm",
        "b) Báo cáo.",
        "Điều 2. Hiệu",
        "Quy định này",
    ]
    assert "theo quy định tại Điều 9 của Luật" in lines[1]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (
            ["Hoạt động khuyến công của tỉnh giai đoạn 2014", "-2019 đã hỗ trợ 110 lượt cơ sở."],
            "Hoạt động khuyến công của tỉnh giai đoạn 2014 -2019 đã hỗ trợ 110 lượt cơ sở.",
        ),
        (
            ["Kết quả khuyến công giai đoạn 2014-", "2019 của tỉnh."],
            "Kết quả khuyến công giai đoạn 2014-2019 của tỉnh.",
        ),
        (
            [
                "Từ nguồn khuyến công, tỉnh Quảng Trị đã giúp 16 cơ",
                "sở trang bị máy móc, thiết bị; đưa các cơ sở đi xem hơn",
                "11 phiên chợ trong vùng và đào tạo nghề cho 240 lao",
                "động nông thôn.",
            ],
            (
                "Từ nguồn khuyến công, tỉnh Quảng Trị đã giúp 16 cơ sở trang bị máy móc, thiết bị; đưa các cơ sở đi "
                "xem hơn 11 phiên chợ trong vùng và đào tạo nghề cho 240 lao động nông thôn."
            ),
        ),
        (
            [
                "P. 61",
                "sản phẩm tiêu biểu cấp tỉnh, trong đó có 12 sản phẩm của",
                "các cơ sở ở nông thôn được chọn đi dự hội chợ, với tổng",
                "kinh phí 90 triệu đồng.",
            ],
            (
                "P. 61\nsản phẩm tiêu biểu cấp tỉnh, trong đó có 12 sản phẩm của các cơ sở ở nông thôn được chọn đi dự "
                "hội chợ, với tổng kinh phí 90 triệu đồng."
            ),
        ),
        (["Khuyến công năm 2014", "- 2.019 lao động", "2015-2016 là hai năm khó khăn"], None),
        (["Kinh phí các năm", "- 2014", "- 2015", "- 2016"], None),
        (["Kinh phí các năm", "-2014", "-2015", "-2016"], None),
        (["Kết quả khuyến công năm 2022", "- 2023: hỗ trợ 45 đề án"], None),
        (["Kết quả khuyến công năm 2022", "-2023: hỗ trợ 45 đề án"], None),
        (["Kết quả khuyến công năm 2022", "-2021 hỗ trợ 45 đề án"], None),
        (
            [
                "Nội dung hỗ trợ:",
                "hỗ trợ máy móc thiết bị cho cơ sở công nghiệp",
                "tổ chức hội chợ triển lãm hàng công nghiệp",
                "đào tạo nghề cho lao động nông thôn tại chỗ",
                "tư vấn phát triển công nghiệp…",
            ],
            None,
        ),
        (
            [
                "Các nội dung hỗ trợ của chương trình",
                "hỗ trợ máy móc thiết bị cho cơ sở công nghiệp",
                "tổ chức hội chợ triển lãm hàng công nghiệp",
                "đào tạo nghề cho lao động nông thôn tại chỗ",
                "tư vấn phát triển công nghiệp cho các xã nghèo",
            ],
            None,
        ),
    ],
)
def test_a_short_text_is_joined_where_a_line_was_surely_broken(lines, joined):
    source = "\n".join(lines)
    assert load_bytes(source.encode(), ".txt", LIMITS).text == (joined or source)


def test_docx_keeps_headings_drawn_numbers_links_and_tables():
    def build(document):
        document.add_heading("Kết quả", 1)
        document.add_paragraph("Mua sắm máy móc", style="List Number")
        document.add_paragraph("Tập huấn", style="List Number")
        document.add_paragraph("Gạch đầu dòng", style="List Bullet")
        document.add_paragraph().add_run("Tồn tại, hạn chế").bold = True
        paragraph = document.add_paragraph("Năm 2024 có ")
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        paragraph._p.append(parse_xml(f'<w:ins xmlns:w="{space}"><w:r><w:t>29 đề án.</w:t></w:r></w:ins>'))
        paragraph._p.append(parse_xml(f'<w:del xmlns:w="{space}"><w:r><w:delText>30</w:delText></w:r></w:del>'))
        table = document.add_table(rows=4, cols=3)
        rows = [["Vùng", "Tỉnh", "Kinh phí (tỷ đồng)"], ["Bắc", "Thanh Hóa", "11,76"], ["", "Sơn La", "4,2"]]
        for at, row in enumerate([*rows, ["Cộng", "", "15,96"]]):
            for column, value in enumerate(row):
                table.cell(at, column).text = value
        table.cell(1, 0).merge(table.cell(2, 0))

    assert read(load_bytes(word_file(build), ".docx", LIMITS)) == [
        ("heading", 1, "Kết quả"),
        ("item", 0, "1. Mua sắm máy móc"),
        ("item", 0, "2. Tập huấn"),
        ("item", 0, "- Gạch đầu dòng"),
        ("heading", 6, "Tồn tại, hạn chế"),
        ("paragraph", 0, "Năm 2024 có 29 đề án."),
        ("row", 0, "Vùng | Tỉnh | Kinh phí (tỷ đồng)"),
        ("row", 0, "Vùng: Bắc | Tỉnh: Thanh Hóa | Kinh phí (tỷ đồng): 11,76"),
        ("row", 0, "Vùng: Bắc | Tỉnh: Sơn La | Kinh phí (tỷ đồng): 4,2"),
        ("row", 0, "Vùng: Cộng | | Kinh phí (tỷ đồng): 15,96"),
    ]


def test_docx_text_in_content_controls_is_read_and_fallback_copies_are_not():
    def build(document):
        space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        other = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        control = f"<w:sdt {space}><w:sdtContent><w:p><w:r><w:t>Trong khung.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        run = "<w:r><w:t>Một lần.</w:t></w:r>"
        twice = (
            f"<mc:AlternateContent><mc:Choice>{run}</mc:Choice><mc:Fallback>{run}</mc:Fallback></mc:AlternateContent>"
        )
        body = document.element.body
        body.insert(0, parse_xml(control))
        body.insert(1, parse_xml(f"<w:p {space} {other}>{twice}</w:p>"))

    assert load_bytes(word_file(build), ".docx", LIMITS).text == "Trong khung.\n\nMột lần."


def test_docx_typed_in_tcvn3_comes_out_in_unicode():
    def build(document):
        document.add_paragraph("QUYÕT §ÞNH")
        document.add_paragraph("VÒ viÖc phª duyÖt kÕ ho¹ch khuyÕn c«ng ®Þa ph­¬ng n¨m 2006")

    loaded = load_bytes(word_file(build), ".docx", LIMITS)
    assert loaded.text == "QUYẾT ĐỊNH\n\nVề việc phê duyệt kế hoạch khuyến công địa phương năm 2006"
    assert loaded.warnings == ("đã chuyển từ bảng mã TCVN3 (.VnTime) sang Unicode",)


def pdf_file(body: str, headed: bool = False) -> bytes:
    head = (
        '#set page(paper: "a4", margin: 2.5cm, header: [Sở Công Thương - Báo cáo năm 2024],'
        ' footer: context align(center)[Trang #counter(page).display()])\n#set text(size: 12pt, lang: "vi")\n'
    )
    return typst.compile((head * headed + body).encode())


def test_pdf_keeps_pages_joins_lines_and_drops_running_heads():
    long = "Trong năm, trung tâm đã triển khai 29 đề án với tổng kinh phí 11,76 tỷ đồng cho các cơ sở. " * 12
    pages = "\n#pagebreak()\n".join(f"= Phần {name}\n\n{long}" for name in ("một", "hai", "ba", "bốn"))
    loaded = load_bytes(pdf_file(pages, headed=True), ".pdf", LIMITS)
    assert [(block.kind, block.page) for block in loaded.blocks] == [
        (kind, page) for page in (1, 2, 3, 4) for kind in ("heading", "paragraph")
    ]
    texts = [text for _, _, text in read(loaded)]
    assert texts == [part for name in ("một", "hai", "ba", "bốn") for part in (f"Phần {name}", long.strip())]


def test_a_pdf_table_that_goes_on_over_the_page_keeps_its_heads():
    rows = "".join(f"[Huyện {at}], [{at}], [{at},5]," for at in range(1, 61))
    loaded = load_bytes(pdf_file(f"#table(columns: 3, [Địa phương], [Số đề án], [Tỷ đồng], {rows})"), ".pdf", LIMITS)
    wanted = ["Địa phương | Số đề án | Tỷ đồng"]
    wanted += [f"Địa phương: Huyện {at} | Số đề án: {at} | Tỷ đồng: {at},5" for at in range(1, 61)]
    assert [text for _, _, text in read(loaded)] == wanted
    assert {block.page for block in loaded.blocks} == {1, 2}


def test_columns_without_rules_in_a_pdf_are_rows_too():
    body = "#grid(columns: (5cm, 4cm, 4cm), row-gutter: 6pt, [Tỉnh], [Đề án], [Tỷ đồng], [Sơn La], [15], [4,2])"
    loaded = load_bytes(pdf_file(body), ".pdf", LIMITS)
    assert loaded.text == "Tỉnh | Đề án | Tỷ đồng\nTỉnh: Sơn La | Đề án: 15 | Tỷ đồng: 4,2"


PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Báo Mẫu</title>
<meta property="og:title" content="Hội nghị khuyến công năm 2024"><meta property="og:site_name" content="Báo Mẫu">
<meta property="article:published_time" content="2024-05-20T08:00:00+07:00"></head><body>
<div class="main-menu"><a href="/">Trang chủ</a><a href="/kt">Kinh tế</a></div>
<article><h1>Hội nghị khuyến công năm 2024</h1>
<p>Sáng 20/5, hội nghị đánh giá kết quả của 28 tỉnh, thành phố; tổng kinh phí là <b>170,8 tỷ đồng</b>.</p>
<script>document.write("chèn vào")</script><p onclick="chay()">Các tỉnh đã hỗ trợ 35 cơ sở công nghiệp nông thôn
đánh giá sản xuất sạch hơn trong năm nay theo kế hoạch.</p>
<table><tr><th>Tỉnh</th><th>Đề án</th></tr><tr><td>Sơn La</td><td>15</td></tr></table></article>
<div class="related-news"><a href="/x">Cà Mau kiến nghị tháo gỡ khó khăn</a></div></body></html>"""


def test_html_gives_the_main_text_and_the_facts_of_its_head():
    loaded = load_bytes(PAGE.encode(), ".html", LIMITS)
    assert [text for _, _, text in read(loaded)] == [
        "Hội nghị khuyến công năm 2024",
        "Sáng 20/5, hội nghị đánh giá kết quả của 28 tỉnh, thành phố; tổng kinh phí là 170,8 tỷ đồng.",
        "Các tỉnh đã hỗ trợ 35 cơ sở công nghiệp nông thôn đánh giá sản xuất sạch hơn trong năm nay theo kế hoạch.",
        "Tỉnh | Đề án",
        "Tỉnh: Sơn La | Đề án: 15",
    ]
    assert (loaded.meta["title"], loaded.meta["date"], loaded.meta["publisher"]) == (
        "Hội nghị khuyến công năm 2024",
        "2024-05-20",
        "Báo Mẫu",
    )


def test_a_decree_in_html_comes_out_whole():
    articles = "".join(
        f"<p><b>Điều {at}.</b> Tên điều số {at}</p><p>1. Khoản ngắn.</p><p>a) Điểm.</p>" for at in range(1, 41)
    )
    page = f"<html><body><form><div id='menu'><a>Văn bản</a></div><p>NGHỊ ĐỊNH</p>{articles}</form></body></html>"
    loaded = load_bytes(page.encode(), ".html", LIMITS)
    heads = re.findall(r"^Điều (\d+)\.", loaded.text, re.M)
    assert heads == [str(at) for at in range(1, 41)]
    assert loaded.text.count("1. Khoản ngắn.") == loaded.text.count("a) Điểm.") == 40


def test_a_real_decision_saved_from_a_legal_portal_keeps_its_articles_and_tables():
    folder = ROOT.parent / "shared" / "legal_samples"
    if not folder.is_dir():
        pytest.skip("../shared/legal_samples is not beside this checkout")
    loaded = load(folder / "qd-1456-2021-nam-dinh.html")
    assert re.findall(r"^Điều (\d)\.", loaded.text, re.M) == ["1", "2", "3", "4", "5"]
    rows = [text for kind, _, text in read(loaded) if kind == "row"]
    assert any(row.startswith("1.1 | Chỉ tiêu sử dụng đất: Đất trồng lúa | Mã: LUA |") for row in rows)


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


def blank_pdf(pages: int, password: str = "") -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if password:
        writer.encrypt(password)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def bomb_pdf() -> bytes:
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(595, 842)
    stream = pypdf.generic.StreamObject()
    stream._data = zlib.compress(bytes(60_000_000), 9)
    stream[pypdf.generic.NameObject("/Filter")] = pypdf.generic.NameObject("/FlateDecode")
    page[pypdf.generic.NameObject("/Contents")] = writer._add_object(stream)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


SMALL = Limits(file_bytes=30_000_000, unzipped_bytes=50_000_000, pages=50)
HOSTILE = {
    "rong.txt": (b"", "tệp rỗng (0 byte)"),
    "trang.txt": (" \n\u200b\n".encode(), "tệp không có nội dung chữ"),
    "nhi-phan.txt": (bytes(range(256)) * 20, "tệp nhị phân, không phải văn bản"),
    "dong-dai.txt": (b"khuyen cong " * 2_000_000, "có dòng dài quá giới hạn 200.000 ký tự"),
    "to.txt": (b"a\n" * 16_000_000, "tệp 32 MB, quá giới hạn 30 MB"),
    "ma-la.txt": (b"\x83\x91\x95 \xb5\xff\xfe\x80\x9e" * 40, "không nhận ra bảng mã; hãy lưu lại tệp bằng UTF-8"),
    "cu.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "tệp Office cũ (.doc, .xls); hãy lưu lại thành .docx"),
    "gia.pdf": ("không phải PDF".encode(), "nội dung không phải pdf như tên tệp nói"),
    "cut.pdf": (b"%PDF-1.7\n1 0 obj\n<<", "PDF hỏng, không mở được"),
    "khoa.pdf": (blank_pdf(1, "mat-khau"), "PDF có mật khẩu; hãy gỡ mật khẩu rồi thêm lại"),
    "10000.pdf": (blank_pdf(10_000), "PDF có 10.000 trang, quá giới hạn 50 trang"),
    "trang.pdf": (blank_pdf(1), "PDF không có chữ nào"),
    "bom.pdf": (bomb_pdf(), "PDF bung ra hơn 50 MB, vượt giới hạn an toàn"),
    "bom.docx": (
        zipped(word__document_xml=bytes(40_000_000)),
        "gói DOCX bung ra 40 MB từ 0.0 MB, vượt giới hạn an toàn",
    ),
    "bang.docx": (zipped(xl__workbook_xml=b"<x/>"), "tệp nén không phải DOCX (thiếu word/document.xml)"),
    "hong.docx": (zipped(word__document_xml=b"<x"), "tệp DOCX hỏng, không mở được"),
    "lenh.html": (b"<html><script>alert(1)</script></html>", "tệp không có nội dung chữ"),
    "tep.exe": (b"MZ", "loại tệp chưa hỗ trợ (chỉ đọc txt, md, html, docx, pdf, ảnh quét)"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_cannot_be_read_gives_one_line(tmp_path, name):
    data, reason = HOSTILE[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadInput) as caught:
        load(tmp_path / name, SMALL)
    assert str(caught.value) == f"{name}: {reason}"


def test_a_link_is_not_followed_and_a_pipe_does_not_hang(tmp_path):
    import os

    (tmp_path / "bi-mat.txt").write_text("bí mật", encoding="utf-8")
    (tmp_path / "lien-ket.txt").symlink_to(tmp_path / "bi-mat.txt")
    os.mkfifo(tmp_path / "ong.txt")
    with pytest.raises(BadInput, match="là liên kết tượng trưng"):
        load(tmp_path / "lien-ket.txt")
    with pytest.raises(BadInput, match="không phải tệp thường"):
        load(tmp_path / "ong.txt")
    with pytest.raises(BadInput, match="không tìm thấy tệp"):
        load(tmp_path / "khong-co.txt")


def test_a_file_without_permission_is_named(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text("Một văn bản.", encoding="utf-8")
    monkeypatch.setattr("documents.loaders.os.open", refuse)
    with pytest.raises(ReadFailure, match=r"^a\.txt: không có quyền đọc tệp$"):
        load(tmp_path / "a.txt")


def picture(kind: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(buffer, kind)
    return buffer.getvalue()


def scanned_pdf() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(buffer, "PDF")
    return buffer.getvalue()


def test_scans_without_tesseract_say_what_to_install(monkeypatch):
    monkeypatch.setattr(ocr.shutil, "which", lambda _: None)
    ocr.ocr_available.cache_clear()
    for data, suffix in ((picture(), ".png"), (scanned_pdf(), ".pdf")):
        with pytest.raises(BadInput, match="cần cài Tesseract tiếng Việt"):
            load_bytes(data, suffix, LIMITS)
    ocr.ocr_available.cache_clear()


def test_scans_are_read_where_tesseract_is_installed(tmp_path, monkeypatch):
    command = tmp_path / "tesseract"
    words = "".join(
        f"5\\t1\\t1\\t1\\t1\\t{at}\\t{at * 200}\\t100\\t180\\t30\\t95\\t{word}\\n"
        for at, word in enumerate(("Văn", "bản", "quét."), 1)
    )
    line = "4\\t1\\t1\\t1\\t1\\t0\\t200\\t100\\t600\\t30\\t-1\\t\\n"
    command.write_text(
        f'#!/bin/sh\nif [ "$1" = --list-langs ]; then echo vie; exit; fi\ncat >/dev/null\nprintf "{line}{words}"\n',
        encoding="utf-8",
    )
    command.chmod(0o755)
    monkeypatch.setattr(ocr.shutil, "which", lambda _: str(command))
    ocr.ocr_available.cache_clear()
    assert load_bytes(picture(), ".png", LIMITS).text.strip() == "Văn bản quét."
    page = load_bytes(scanned_pdf(), ".pdf", LIMITS)
    assert [(block.page, text) for block, (_, _, text) in zip(page.blocks, read(page), strict=True)] == [
        (1, "Văn bản quét.")
    ]
    ocr.ocr_available.cache_clear()


@pytest.mark.parametrize("line", ["[" * 190_000, "![" * 90_000, "*a " * 60_000, "<a" * 90_000, "<!---->" * 500])
def test_marks_that_never_close_do_not_hang_the_reader(line):
    assert load_bytes(f"# Đầu đề\n\n{line}\n".encode(), ".md", LIMITS).text.startswith("Đầu đề")


def test_a_page_saved_as_txt_is_still_read_as_a_page():
    assert load_bytes(PAGE.encode(), ".txt", LIMITS).format == "html"


def test_a_masthead_in_capitals_is_not_joined_to_the_menu_below_it():
    wrapped = "\n".join(["giai đoạn này tỉnh đã hỗ trợ cho nhiều cơ sở công nghiệp nông thôn ứng dụng"] * 12)
    text = f"SỞ CÔNG THƯƠNG BÌNH ĐỊNH\nTrang nhất    Tin trong ngành    Khuyến công    Văn bản\n\n{wrapped}"
    loaded = load_bytes(text.encode(), ".txt", Limits())
    assert "SỞ CÔNG THƯƠNG BÌNH ĐỊNH\n" in loaded.text
