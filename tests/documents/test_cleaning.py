# ruff: noqa: E501 - lines of pages are as long as they are printed
"""The cleaner on pages written here in the manner of real publishers: text stays, the rest goes.

Every page is a list of lines; "+" marks what must stay, "-" what must go.
"""

import pytest

from documents.cleaning import clean
from documents.loaders import load_bytes
from documents.page_lines import line_kind, read_dateline
from documents.settings import Limits

PAGES = {
    # A trade newspaper: menu, section, byline with agency, sapo, captions twice, box inside, tags, comments.
    "bao-nganh": """
- Thứ Tư, 12/03/2025 | 09:15 GMT+7
- Đăng nhập
- Trang chủ
- Thời sự
- Xúc tiến thương mại
- Khuyến công
+ Lâm Đồng: Khuyến công tiếp sức cho cơ sở chế biến nông sản
- Minh Hạnh
- 11/03/2025 15:20
- Chia sẻ Facebook
+ Năm 2024, nguồn vốn khuyến công đã giúp hàng chục cơ sở ở Lâm Đồng đổi mới thiết bị, nâng cao chất lượng sản phẩm.
+ Đòn bẩy cho doanh nghiệp nhỏ
+ Theo Sở Công Thương Lâm Đồng, năm 2024 tỉnh triển khai 38 đề án với tổng kinh phí 6,2 tỷ đồng, trong đó khuyến công quốc gia là 2,4 tỷ đồng.
- Dây chuyền sấy lạnh tại Hợp tác xã Tân Tiến được hỗ trợ từ nguồn khuyến công. Ảnh: Minh Hạnh
+ Dây chuyền sấy lạnh tại Hợp tác xã Tân Tiến được hỗ trợ từ nguồn khuyến công. Ảnh: Minh Hạnh
+ Ông Trần Văn Bình, Giám đốc Hợp tác xã Tân Tiến, cho biết dây chuyền mới giúp công suất tăng từ 2 lên 5 tấn mỗi ngày.
- >> Xem thêm: Đắk Lắk đẩy mạnh xúc tiến thương mại cà phê
- Tin liên quan
- Gia Lai: Hội chợ triển lãm hàng công nghiệp nông thôn 2025
- Kon Tum phát triển dược liệu gắn với công nghiệp chế biến
+ Bên cạnh hỗ trợ máy móc, trung tâm còn tổ chức 6 lớp tập huấn cho 240 học viên về quản trị, thương mại điện tử và an toàn thực phẩm.
+ Những lớp học này được tổ chức ngay tại xã để người lao động dễ tham gia, chi phí ăn ở do nguồn khuyến công địa phương chi trả.
+ Hướng đi năm 2025
+ Năm 2025, tỉnh dự kiến dành 7 tỷ đồng cho khuyến công, ưu tiên các cơ sở chế biến sâu và sản xuất sạch hơn./.
- Từ khóa:
- khuyến công
- Lâm Đồng
- Bình luận (2)
- Gửi bình luận
- Cùng chuyên mục
- An Giang: 12 sản phẩm được bình chọn tiêu biểu
- 10/03/2025 08:00
- Sáng 10/3, Hội đồng bình chọn tỉnh An Giang công bố kết quả bình chọn sản phẩm công nghiệp nông thôn tiêu biểu năm 2025.
- Đọc nhiều
- Giá xăng dầu hôm nay tiếp tục giảm
- Cơ quan chủ quản: Bộ Công Thương
- Giấy phép số 60/GP-BTTTT cấp ngày 05/02/2013
""",
    # A news agency: category, clock after title, agency's signature, keyword list, teasers with dates.
    "thong-tan": """
- Kinh tế tổng hợp
+ Hưng Yên hỗ trợ doanh nghiệp công nghiệp nông thôn chuyển đổi số
- 08:41' - 14/06/2023
+ Tỉnh Hưng Yên đặt mục tiêu đến hết năm 2023 có thêm 40 cơ sở công nghiệp nông thôn được tư vấn chuyển đổi số.
+ Phát biểu tại hội thảo ngày 13/6, đại diện Sở Công Thương cho biết kinh phí dành cho nội dung này là 1,8 tỷ đồng, cao hơn 20% so với năm 2022.
+ Các doanh nghiệp được khảo sát, đánh giá mức độ sẵn sàng trước khi xây dựng lộ trình.Sau đó, chuyên gia hướng dẫn từng bước.
+ Đến giữa tháng 6, đã có 17 cơ sở đăng ký tham gia, tập trung ở các huyện Văn Lâm và Mỹ Hào.
- - Từ khóa :
- - hưng yên
- - chuyển đổi số
- Tin liên quan
- -
- DN cần biết
- Hải Phòng siết quản lý hàng tạm nhập
- 10:05' - 12/06/2023
- Hải quan Hải Phòng yêu cầu các chi cục tăng kiểm tra đối với hàng hóa tạm nhập tái xuất qua cảng biển trong quý II.
- Tin cùng chuyên mục
- -
- Kinh tế Việt Nam
- Bổ nhiệm Phó Chủ tịch Ủy ban nhân dân thành phố Cần Thơ
- 19:00' - 20/02/2025
- Chiều 20/2, Thủ tướng Chính phủ đã ký quyết định phê chuẩn kết quả bầu Phó Chủ tịch Ủy ban nhân dân thành phố Cần Thơ.
- -
- Kinh tế Việt Nam
- Giá vàng trong nước vượt 92 triệu đồng mỗi lượng
- 18:30' - 20/02/2025
- Cuối ngày 20/2, giá vàng miếng trong nước tăng thêm 500 nghìn đồng mỗi lượng so với phiên trước.
""",
    # A provincial portal: banner in capitals, visitors' clock, American stamp, list of other news with stamps.
    "cong-tinh": """
- CỔNG THÔNG TIN ĐIỆN TỬ SỞ CÔNG THƯƠNG TỈNH TUYÊN QUANG
- Thứ 2, ngày 07/09/2020
- Giới thiệu
- Văn bản pháp quy
- KHUYẾN CÔNG - TƯ VẤN
- 8/31/2020 3:15:10 PM
+ Hiệu quả từ mô hình sản xuất chè sạch ở xã Mỹ Bằng
+ Mô hình được hỗ trợ 300 triệu đồng từ nguồn khuyến công quốc gia năm 2020, giúp hợp tác xã nâng sản lượng lên 45 tấn chè khô.
+ * Kết quả bước đầu
+ Trong 8 tháng đầu năm, hợp tác xã thu mua chè cho 120 hộ dân với giá cao hơn thị trường từ 7 - 10%, bao gồm:
+ - 80 hộ tại xã Mỹ Bằng, sản lượng 30 tấn;
+ - 40 hộ tại xã Nhữ Hán, sản lượng 15 tấn.
+ Thời gian tới, Sở Công Thương tiếp tục hướng dẫn hợp tác xã đăng ký sản phẩm tham gia bình chọn cấp khu vực.
- Nguồn bài: Hoàng Thị Lan
- [Quay lại]
-  In trang    Đầu trang
- Các tin cùng Chuyên mục
- Tập huấn an toàn thực phẩm cho 60 cơ sở (7/15/2020 9:00:00 AM)
- Kế hoạch khuyến công quý IV năm 2020 (7/2/2020 10:12:44 AM)
- Thống kê truy cập
- Đang online: 15
- Hôm nay: 1.204
""",
    # A ministry's portal: breadcrumb, font buttons, view counter, official wording, footer with address.
    "cong-bo": """
- Trang chủ > Hoạt động > Hoạt động của các đơn vị
- Cỡ chữ: A- A A+
- Đọc bài viết
+ Bộ Công Thương tổng kết công tác khuyến công giai đoạn 2021 - 2025
- Ngày đăng: 18/12/2025 | Lượt xem: 1.024
+ Ngày 17 tháng 12 năm 2025, tại Đà Nẵng, Bộ Công Thương tổ chức Hội nghị tổng kết công tác khuyến công giai đoạn 2021 - 2025.
+ 1. Kết quả chủ yếu
+ Tổng kinh phí thực hiện giai đoạn 2021 - 2025 là 1.250,4 tỷ đồng, hỗ trợ 9.120 lượt cơ sở công nghiệp nông thôn trên cả nước.
+ 2. Phương hướng
+ Giai đoạn tới, hoạt động khuyến công tập trung vào đổi mới công nghệ, sản xuất sạch hơn và phát triển sản phẩm tiêu biểu.
- Theo Cục Đổi mới sáng tạo
- Đánh giá bài viết: 5/5 (3 lượt)
- In trang
- Các tin khác
- Hội chợ hàng công nghiệp nông thôn tiêu biểu khu vực phía Nam (12/12/2025)
- Lấy ý kiến dự thảo thông tư hướng dẫn khuyến công (05/12/2025)
- Bản quyền thuộc Bộ Công Thương
- Địa chỉ: 54 Hai Bà Trưng, Hoàn Kiếm, Hà Nội
- Điện thoại: (024) 22202108
""",
    # A Party newspaper: capitals in the byline, place of the report, caption by alt text, one-word widgets.
    "bao-dang": """
- BÁO VÀ PHÁT THANH, TRUYỀN HÌNH QUẢNG TRỊ
- Chính trị
- Kinh tế
- Xã hội
+ Khuyến công - điểm tựa của làng nghề
- LÊ MINH TUẤN 05/11/2024 06:30
+ QTO - Từ nguồn vốn khuyến công, nhiều làng nghề ở Quảng Trị đã mạnh dạn đầu tư máy móc, mở rộng thị trường.
- Khuyến công - điểm tựa của làng nghề
+ Sản phẩm nước mắm Mỹ Thủy trưng bày tại hội chợ năm 2024
+ Giai đoạn 2020 - 2024, toàn tỉnh có 112 cơ sở được hỗ trợ với số tiền 14,6 tỷ đồng, tạo việc làm mới cho 1.330 lao động.
+ Chị Nguyễn Thị Hoa, chủ cơ sở nước mắm Mỹ Thủy, cho biết doanh thu của cơ sở tăng gấp đôi sau khi có hệ thống chiết rót tự động.
+ Giữ nghề, giữ người
+ “Có máy rồi, con tôi không đi làm xa nữa mà ở nhà cùng làm nghề”, chị Hoa nói.
- Nguồn: Báo Quảng Trị
- (0) Bình luận
- x
- Mới nhất
- Nổi bật
- Khởi công cầu qua sông Thạch Hãn
- POWERED BY ABC CMS
""",
    # The central agency's long report: dateline with place, quoted speech, notes, hotline and licence.
    "ttx": """
- Thứ Bảy, 18/05/2024 07:02
- Nghe đọc bài
- 0:00 / 3:21
+ Phú Thọ: Phát triển cụm công nghiệp gắn với bảo vệ môi trường
- 17/05/2024 16:45 (GMT+7)
+ Phú Thọ (TTXVN) - Toàn tỉnh hiện có 22 cụm công nghiệp đi vào hoạt động, thu hút 185 dự án với tổng vốn đăng ký 8.900 tỷ đồng.
+ Tỷ lệ lấp đầy bình quân đạt 68%, tăng 5 điểm phần trăm so với cuối năm 2023.
+ Các cụm công nghiệp đã giải quyết việc làm cho khoảng 21.000 lao động, thu nhập bình quân 8,5 triệu đồng/người/tháng.
+ Ảnh: Công nhân may tại cụm công nghiệp Bạch Hạc
+ Tỉnh yêu cầu chủ đầu tư hoàn thành hệ thống xử lý nước thải tập trung trước ngày 31/12/2024 và công khai kết quả quan trắc.
+ Tin liên quan đến ô nhiễm tại các cụm công nghiệp phải được chính quyền cấp huyện kiểm tra, trả lời trong vòng 10 ngày làm việc.
- Tạ Văn Toàn/TTXVN
- #cụm_công_nghiệp #Phú_Thọ
- Có thể bạn quan tâm
- Vĩnh Phúc thu hút thêm 12 dự án FDI
- Yên Bái: Cháy rừng tại huyện Mù Cang Chải
- Hotline: 0912 345 678
- © Bản quyền thuộc Thông tấn xã. Ghi rõ nguồn khi phát hành lại.
""",
}
FACTS = {
    "bao-nganh": ("2025-03-11", "Minh Hạnh"),
    "thong-tan": ("2023-06-14", ""),
    "cong-tinh": ("2020-08-31", "Hoàng Thị Lan"),
    "cong-bo": ("2025-12-18", ""),
    "bao-dang": ("2024-11-05", "LÊ MINH TUẤN"),
    "ttx": ("2024-05-17", "Tạ Văn Toàn/TTXVN"),
}


def split(page: str) -> tuple[list[str], list[str], str]:
    marked = [line for line in page.strip("\n").split("\n") if line]
    keep = [line[2:].strip() for line in marked if line.startswith("+")]
    drop = [line[2:].strip() for line in marked if line.startswith("-")]
    return keep, drop, "\n".join(line[2:] for line in marked)


def read(text: str, suffix: str = ".txt"):
    cleaned = clean(load_bytes(text.encode(), suffix, Limits()))
    return cleaned, [cleaned.text[block.start : block.end] for block in cleaned.blocks]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_keeps_its_text_and_loses_its_frame(name):
    keep, _, source = split(PAGES[name])
    cleaned, lines = read(source)
    assert lines == keep
    assert cleaned.facts.title == keep[0]
    assert (cleaned.facts.date, cleaned.facts.author) == FACTS[name]


@pytest.mark.parametrize("name", PAGES)
def test_the_same_page_with_blank_lines_is_read_the_same(name):
    keep, _, source = split(PAGES[name])
    assert read(source.replace("\n", "\n\n"))[1] == keep


def test_shares_kept_and_dropped_over_all_pages():
    kept = dropped = to_keep = to_drop = 0
    for page in PAGES.values():
        keep, drop, source = split(page)
        lines = read(source)[1]
        to_keep, to_drop = to_keep + len(keep), to_drop + len(drop)
        kept += sum(line in lines for line in keep)
        dropped += sum(line not in lines or line in keep for line in drop)
    assert (kept / to_keep, dropped / to_drop) == (1.0, 1.0)


def test_headings_captions_and_items_are_told_apart():
    cleaned, _ = read(split(PAGES["cong-tinh"])[2])
    assert [(block.kind, block.level) for block in cleaned.blocks] == [
        ("heading", 1),
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
        ("item", 0),
        ("item", 0),
        ("paragraph", 0),
    ]
    party = read(split(PAGES["bao-dang"])[2])[0]
    assert [block.kind for block in party.blocks if block.kind == "caption"] == ["caption"]


def test_a_report_is_not_a_page_and_loses_nothing():
    report = (
        "SỞ CÔNG THƯƠNG\nSố: 12/BC-SCT\nBÁO CÁO\nKết quả khuyến công năm 2024\nNội dung\n"
        "Năm 2024, Sở đã triển khai 29 đề án với tổng kinh phí 11,76 tỷ đồng.\nTrước\nSau\nNơi nhận: UBND tỉnh.\n"
        "GIÁM ĐỐC\nNguyễn Văn A"
    )
    assert read(report)[1] == report.split("\n")


def test_a_law_saved_with_its_page_keeps_every_article():
    law = "NGHỊ ĐỊNH\nCăn cứ Luật Tổ chức Chính phủ;\n" + "\n".join(
        f"Điều {at}. Tên điều\n1. Khoản một.\na) Điểm a." for at in range(1, 6)
    )
    page = f"Trang chủ\nVăn bản pháp luật\nLượt xem: 12\n{law}\nTin liên quan\nVăn bản khác vừa ban hành\n"
    assert read(page)[1] == law.split("\n")


def test_markdown_is_never_taken_for_a_page():
    source = "# Tin liên quan\n\nQuảng cáo\n\nLượt xem: 12\n\nVăn bản."
    assert read(source, ".md")[1] == ["Tin liên quan", "Quảng cáo", "Lượt xem: 12", "Văn bản."]


def test_dates_of_other_news_and_the_clock_of_the_site_are_not_the_articles_date():
    page = (
        "Thứ Sáu, 19/04/2024 09:38:53 GMT+7\nMột tiêu đề đủ dài cho một bài báo\n"
        "Một đoạn mở đầu đủ dài để là văn xuôi, có dấu chấm ở cuối câu này.\n"
        "Đoạn thứ hai cũng đủ dài để là văn xuôi của cùng một bài viết.\nTin liên quan\nTin khác\n17/09/2022\n"
    )
    assert read(page)[0].facts.date == ""


def test_a_report_is_called_by_its_kind_and_subject():
    report = (
        "UBND TỈNH BẾN TRE\nSỞ CÔNG THƯƠNG\nBÁO CÁO\nTình hình khuyến công năm 2020\n"
        "Năm 2020, toàn tỉnh thực hiện 28 đề án với tổng kinh phí 5.270 triệu đồng.\nNguồn: Sở Công Thương"
    )
    cleaned, lines = read(report)
    assert cleaned.facts.title == "Báo cáo tình hình khuyến công năm 2020"
    assert lines == report.split("\n")


def test_a_source_under_a_table_inside_the_text_is_kept():
    page = (
        "Lượt xem: 12\nLượt đọc: 3\nMột tiêu đề đủ dài cho bài báo này\nĐoạn mở đầu này đủ dài để được xem là văn xuôi, có dấu chấm ở cuối câu.\n"
        "Nguồn: Tổng cục Thống kê\nĐoạn sau cũng đủ dài để là văn xuôi của cùng một bài viết này.\nNguồn: Báo Mẫu"
    )
    assert read(page)[1] == page.split("\n")[2:6]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("a" + "-" * 118 + "b", "short"),
        ("Thứ Hai," + " ," * 50, "short"),
        ("Kinh tế | 24/10/2024 18:36 GMT+7", "date"),
        ("NGUYỄN QUANG 28/10/2023 14:57", "date"),
        ("Cập nhật: Thứ sáu, 29/12/2017 | 2:30:15 PM", "date"),
        ("Cập nhật: 10/07/2023 15:22 - Tác giả: An Chi", "date"),
        ("08/01/2025 16:45 Hải Yến Cỡ chữ: A A", "date"),
        ("12/01/2023 14:32 | Lượt xem: 1.286 | Bản in Gửi email Đọc bài", "date"),
        ("Cập nhật: 8h05, Thứ Ba, 14/01/2020 (GMT+7) In tin Gửi bạn bè Thích 42", "date"),
        ("Ngày 12/01/2023 khách hàng thích 42 mẫu", "short"),
        ("Hội nghị ngày 10/07/2023 Hà Nội", "short"),
        ("Hội nghị tổng kết ngày 20/5/2024", "short"),
        ("Nội dung | Số đề án | Kinh phí", "short"),
        ("Về trang trước | In trang", "noise"),
        ("A-  A  A+\t Chia sẻ Facebook\tZalo\tIn trang", "noise"),
        ("Cỡ chữ: A- A A+    Chia sẻ Facebook    In trang", "noise"),
        ("Cỡ chữ to cho người cao tuổi ở các trạm thông tin khuyến công", "short"),
        ("Bài, ảnh: HẠNH CHÂU", "byline"),
        ("Dây chuyền sấy lạnh được hỗ trợ. Ảnh: Minh Hạnh", "caption"),
        ("Tin liên quan :", "tail"),
        ("(0) Bình luận", "tail"),
    ],
)
def test_kinds_of_lines_even_of_those_that_once_took_minutes(line, kind):
    assert line_kind(line) == kind


@pytest.mark.parametrize(
    "line", ["Cập nhật: 10/07/2023 15:22 - Tác giả: An Chi", "10/07/2023 15:22 An Chi Cỡ chữ: A- A A+"]
)
def test_an_author_behind_the_clock_is_read_with_the_date(line):
    found = read_dateline(line)
    assert found is not None
    assert (found.date, found.name) == ("2023-07-10", "An Chi")


WEATHER = [
    ("Hà Nội: 24°C Hà Nội", "noise"),
    ("TP Hồ Chí Minh: 31°C TP Hồ Chí Minh", "noise"),
    ("Đà Lạt 18°C - Có mưa", "noise"),
    ("Cần Thơ | 29 °C", "noise"),
    ("Hà Nội 25°C Mây thay đổi, mưa rào nhẹ", "noise"),
    ("Huế 25°C nhiều mây, có mưa và dông gián đoạn", "noise"),
    ("Bắc Ninh: 30 độ C, nắng nóng kéo dài ảnh hưởng sản xuất", "short"),
    ("Sơn La 20 độ C mưa đá làm hỏng máy móc", "short"),
    ("Nhiệt độ sấy: 60°C", "short"),
    ("Hà Nội: 24 cơ sở", "short"),
]


@pytest.mark.parametrize("text, kind", WEATHER)
def test_a_place_and_its_temperature_are_the_weather_of_the_page_s_head(text, kind):
    assert line_kind(text) == kind


def test_the_weather_below_a_title_goes_and_the_title_stays():
    title = "Hậu Giang: Khuyến công giúp cơ sở đổi mới máy móc"
    text = "Năm 2020, Trung tâm Khuyến công tỉnh Hậu Giang hỗ trợ 7 cơ sở sấy nông sản ở nhiệt độ 60°C với 1,1 tỷ đồng."
    page = f"{title}\nHà Nội: 24°C Hà Nội\nĐà Nẵng: 27°C Đà Nẵng\n\n{text}\n"
    cleaned = clean(load_bytes(page.encode(), ".txt", Limits()))
    assert cleaned.text.split("\n\n") == [title, text]
