"""Pages in the manner of the legal portals: layout tables, anchors, entities, marks of notes, deep nesting."""

import pytest
from lxml import html

from documents.html_walk import WalkedPiece
from documents.legal_structure import read_legal
from documents.loaded import Piece
from documents.loaders import load_bytes
from documents.loading_html import main_pieces
from documents.records import BadInput
from documents.settings import Limits

LIMITS = Limits()


def lines(page: str) -> list[str]:
    return load_bytes(page.encode(), ".html", LIMITS).text.replace("\n\n", "\n").split("\n")


def test_text_hundreds_of_elements_deep_is_read_and_beyond_reading_is_refused():
    for depth in (150, 700, 2000):
        page = "<html><body>" + "<div>" * depth + "<p>Nội dung sâu.</p>" + "</div>" * depth + "<p>Sau cùng.</p></body>"
        assert lines(page) == ["Nội dung sâu.", "Sau cùng."], depth
    with pytest.raises(BadInput, match=r"^HTML lồng nhau quá sâu, không đọc hết được$"):
        lines("<html><body>" + "<div>" * 9000 + "sâu" + "</div>" * 9000 + "<p>Sau cùng.</p></body>")


PORTAL = """<html><head><title>Nghị định 12/2024/NĐ-CP</title></head><body>
<div class="header-menu"><a href="/">Trang chủ</a> <a href="/x">Văn bản</a></div><div class="content1">
<div><table>
<tr><td><p><b>CH&Iacute;NH PHỦ<br>-------</b></p></td><td><p><b>CỘNG H&Ograve;A X&Atilde; HỘI CHỦ NGHĨA VIỆT NAM
</b></p></td></tr><tr><td>Số: 12/2024/NĐ-CP</td>
<td><i>H&agrave; Nội, ng&agrave;y 21 th&aacute;ng 5 năm 2024</i></td></tr>
</table></div><p><a name="loai_1"><b>NGHỊ ĐỊNH</b></a></p><p><a name="loai_1_name">VỀ KHUYẾN C&Ocirc;NG</a></p>
<p><a name="chuong_1"><b>Chương I</b></a></p><p><a name="chuong_1_name"><b>QUY ĐỊNH CHUNG</b></a></p>
<p><a name="dieu_1"><b>Điều 1. Phạm vi điều chỉnh</b></a></p>
<p>Áp dụng cho cơ sở c&ocirc;ng nghiệp<sup>1</sup> có mặt bằng trên 1.000 m<sup>2</sup>.</p>
<p><b>Điều&nbsp;2</b>. <b>Đối tượng &aacute;p dụng</b></p>
<p>1.&nbsp;Tổ chức<a href="#_ftn2" name="_ftnref2"><sup>[2]</sup></a> sản xu&shy;ất.</p><p>2. Tổ chức khác:</p>
<p>a) Doanh nghiệp;</p><p>đ) Hộ kinh doanh.</p>
<table><tr><td><p><b>Điều 3.</b></p></td><td><p>Giải thích từ ngữ</p></td></tr></table><p>Các từ ngữ hiểu như sau.</p>
<p><span>Đi</span><span>ều 4</span>: <strong>Hiệu lực</strong></p><p>Có hiệu lực từ ngày 01/7/2024.</p>
<table><tr><td><b><i>Nơi nhận:</i></b><br>- Lưu: VT.</td><td><b>TM. CHÍNH PHỦ<br>THỦ TƯỚNG</b></td></tr></table>
</div><div class="tin-lien-quan"><p><a href="/a">Thông tư 5 hướng dẫn Nghị định 12</a></p></div></body></html>"""


def test_a_decree_as_a_portal_shows_it_keeps_its_text_and_structure():
    loaded = load_bytes(PORTAL.encode(), ".html", LIMITS)
    assert loaded.text.replace("\n\n", "\n").split("\n") == [
        "CHÍNH PHỦ ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 12/2024/NĐ-CP | Hà Nội, ngày 21 tháng 5 năm 2024",
        "NGHỊ ĐỊNH", "VỀ KHUYẾN CÔNG", "Chương I", "QUY ĐỊNH CHUNG",
        "Điều 1. Phạm vi điều chỉnh", "Áp dụng cho cơ sở công nghiệp[1] có mặt bằng trên 1.000 m2.",
        "Điều 2. Đối tượng áp dụng", "1. Tổ chức[2] sản xuất.", "2. Tổ chức khác:", "a) Doanh nghiệp;",
        "đ) Hộ kinh doanh.", "Điều 3.", "Giải thích từ ngữ", "Các từ ngữ hiểu như sau.", "Điều 4: Hiệu lực",
        "Có hiệu lực từ ngày 01/7/2024.", "Nơi nhận:", "- Lưu: VT.", "TM. CHÍNH PHỦ", "THỦ TƯỚNG",
    ]  # fmt: skip
    sections = [one for one in read_legal(loaded.text, loaded.blocks) if one.kind not in {"paragraph", "row"}]
    assert [(one.locator, one.title) for one in sections] == [
        ("Chương I", "QUY ĐỊNH CHUNG"), ("Điều 1", "Phạm vi điều chỉnh"), ("Điều 2", "Đối tượng áp dụng"),
        ("khoản 1 Điều 2", ""), ("khoản 2 Điều 2", ""), ("điểm a khoản 2 Điều 2", ""), ("điểm đ khoản 2 Điều 2", ""),
        ("Điều 3", "Giải thích từ ngữ"), ("Điều 4", "Hiệu lực"),
    ]  # fmt: skip


def test_a_whole_text_laid_out_in_a_table_is_read_as_its_text():
    page = "".join(
        f"<tr><td><p><strong>Điều {at}.</strong>&nbsp;Tên {at}</p><p>1. Nội dung một.</p>"
        "<p>2. Nội dung hai.</p></td></tr>"
        for at in range(1, 6)
    )
    found = lines(f"<html><body><div id='toanvancontent'><table><tbody>{page}</tbody></table></div></body></html>")
    assert found == [
        line for at in range(1, 6) for line in (f"Điều {at}. Tên {at}", "1. Nội dung một.", "2. Nội dung hai.")
    ]


GROUPED = "".join(
    f"<tr>{row}</tr>"
    for row in (
        "<th rowspan=2>TT</th><th rowspan=2>Đơn vị thụ hưởng</th><th colspan=2>Kinh phí (triệu đồng)</th>",
        "<th>Kế hoạch</th><th>Thực hiện</th>",
        "<td>I</td><td>Khuyến công quốc gia</td><td>500</td><td>480</td>",
        "<td>1</td><td>HTX Muối Hộ Độ</td><td>300</td><td>280</td>",
        "<td>2</td><td>HTX Nón Phù Việt</td><td>200</td><td>200</td>",
        "<td>II</td><td colspan=3>Khuyến công địa phương</td>",
        "<td>1</td><td>Công ty Gỗ Thái Yên</td><td>900</td><td>900</td>",
        "<td>2</td><td>Công ty Gạch Đồng Môn</td><td>100</td><td>90</td>",
        *(f"<td>{at}</td><td>HTX Số {at}</td><td>8{at}</td><td>80</td>" for at in range(3, 9)),
    )
)


@pytest.mark.parametrize("behind", ["", "<p>Hồng Nhung</p>"])
def test_a_page_that_ends_in_a_table_keeps_every_row(behind):
    found = lines(
        "<html><body><h1>Khuyến công Hà Tĩnh năm 2024</h1><p>Danh mục đề án khuyến công của tỉnh Hà Tĩnh năm 2024 "
        f"(kinh phí: triệu đồng) như sau:</p><table>{GROUPED}</table>{behind}</body></html>"
    )
    assert found[2].startswith("TT | Đơn vị thụ hưởng | Kinh phí (triệu đồng) - Kế hoạch")
    rows = [line for line in found if line[:1] in "I12345678"]
    assert len(rows) == 12 and rows[-1].endswith("Kinh phí (triệu đồng) - Thực hiện: 80")


def test_a_table_that_only_lays_out_a_page_is_no_table():
    article = "<h1>Khuyến công Tuyên Quang năm 2019</h1>" + "".join(
        f"<p>Năm 2019, tỉnh Tuyên Quang hỗ trợ {at} cơ sở công nghiệp nông thôn ở các huyện vùng cao của tỉnh.</p>"
        for at in range(11, 19)
    )
    side = "<div>Chuyên mục</div><div>Thời tiết: 17°C</div>"
    found = lines(
        "<html><body><table><tr><td colspan=3>BÁO TUYÊN QUANG</td></tr>"
        "<tr><td>Trang nhất</td><td>Kinh tế</td><td>Xã hội</td></tr>"
        f"<tr><td>{side}</td><td>{article}</td><td>Xem nhiều</td></tr>"
        "<tr><td>Liên hệ</td><td>Tòa soạn</td><td>Quảng cáo</td></tr></table></body></html>"
    )
    assert "Khuyến công Tuyên Quang năm 2019" in found
    assert sum(line.startswith("Năm 2019, tỉnh Tuyên Quang hỗ trợ") for line in found) == 8


def test_a_table_with_a_long_list_in_a_cell_or_a_headed_caption_stays_a_table():
    items = "".join(f"<li><p>Việc {at} của tỉnh trong năm nay là mở lớp dạy nghề ở các xã.</p></li>" for at in range(9))
    rows = "".join(
        f"<tr><td>Đề án số {at} hỗ trợ máy sấy cho hợp tác xã ở xã số {at} của huyện vùng cao</td><td>{at}00</td></tr>"
        for at in range(1, 9)
    )
    head = "<tr><th>Nội dung</th><th>Kinh phí (triệu đồng)</th></tr>"
    found = lines(
        "<html><body><p>Năm 2019, tỉnh Tuyên Quang giao kinh phí cho các đề án khuyến công như sau:</p>"
        f"<table><tr><td colspan=2><h1>Bảng 1. Các đề án</h1></td></tr>{head}{rows}"
        f"<tr><td>Khác<ul>{items}</ul></td><td>900</td></tr></table></body></html>"
    )
    assert sum(" | " in line and "Đề án số" in line for line in found) == 8


def test_a_page_of_which_only_the_foot_is_taken_for_the_text_keeps_its_paragraphs():
    told = "Cơ sở cói của chị Huệ nay nuôi 41 lao động và gửi chiếu, giỏ cói sang Nhật Bản, nhờ dàn máy mua năm 2022."
    walked = [WalkedPiece(Piece("paragraph", f"{told} Đoạn {number}."), 0.0) for number in range(5)]
    walked += [WalkedPiece(Piece("paragraph", "Tạp chí điện tử, đọc tốt nhất ở độ phân giải 1024x768."), 0.0)]
    page = html.document_fromstring("<p>Tạp chí điện tử, đọc tốt nhất ở độ phân giải 1024x768.</p>")
    assert [one.piece.text for one in main_pieces(page, walked)][:5] == [f"{told} Đoạn {n}." for n in range(5)]


def test_a_cell_with_a_few_short_paragraphs_is_one_of_a_data_table():
    page = (
        "<html><body><table><tr><th>Nội dung</th><th>Số đề án</th><th>Kinh phí</th></tr>"
        "<tr><td>Đào tạo nghề</td><td>3</td><td>300</td></tr>"
        "<tr><td><p>Máy móc, thiết bị</p><p>- Máy sấy lúa</p><p>- Máy cắt đá</p><p>- Máy dệt chiếu</p></td>"
        "<td>6</td><td>900</td></tr></table></body></html>"
    )
    assert any("Số đề án: 6" in line and "Kinh phí: 900" in line for line in lines(page))


def test_the_caption_of_a_table_stands_above_its_rows():
    rows = "".join(f"<tr><td>Tỉnh {n}</td><td>{n}.250</td></tr>" for n in range(1, 5))
    page = (
        "<html><body><article><h1>Hội nghị khuyến công</h1><p>"
        + "Toàn vùng triển khai nhiều đề án khuyến công trong năm qua, đạt kết quả tốt. " * 4
        + "</p><table><caption>Kinh phí năm 2023 (Đơn vị tính: triệu đồng)</caption>"
        f"<tr><th>Tỉnh</th><th>Kinh phí</th></tr>{rows}</table></article></body></html>"
    )
    read = lines(page)
    at = read.index("Kinh phí năm 2023 (Đơn vị tính: triệu đồng)")
    assert any("Kinh phí: 1.250" in line for line in read[at:])
