"""Which period comes back after a series, an example, a year in passing or a heading without a year."""

import pytest

from documents.corpus import open_corpus
from documents.figures import extract_figures

PAGES = {
    "the month of one thing to do is not that of the next": (
        "Nghệ An: Kết quả khuyến công 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2019\n05/07/2019\n"
        "Sáu tháng đầu năm 2019, tỉnh Nghệ An hỗ trợ 21 cơ sở.\n"
        "1. Đào tạo nghề\n"
        "Mở 12 lớp, đạt 48% chỉ tiêu cả năm (25 lớp).\n"
        "Sau đào tạo có 378 người được nhận vào làm.\n"
        "IV. NHIỆM VỤ 6 THÁNG CUỐI NĂM\n"
        "- Tổ chức bình chọn sản phẩm trong tháng 8/2019;\n"
        "- Mở thêm 13 lớp đào tạo nghề;\n"
        "Chỉ tiêu năm 2020: thực hiện 30 đề án; bình chọn sản phẩm vào tháng 7/2020; đưa 12 cơ sở lên sàn.\n",
        [
            ("21 cơ sở", "2019-01-01..2019-06-30"),
            ("12 lớp", "2019-01-01..2019-06-30"),
            ("48%", "2019-01-01..2019-06-30"),
            ("25 lớp", "2019"),
            ("378 người", "2019-01-01..2019-06-30"),
            ("13 lớp đào tạo", "2019-07-01..2019-12-31"),
            ("30 đề án", "2020"),
            ("12 cơ sở", "2020"),
        ],
    ),
    "a series of years does not rule the next numbered part": (
        "Kon Tum: Khuyến công giai đoạn 2016 - 2020\n12/12/2020\n"
        "Giai đoạn 2016-2020, tỉnh Kon Tum hỗ trợ 60 cơ sở.\n"
        "1. Kinh phí qua các năm\n"
        "Năm 2016 là 2,2 tỷ đồng; năm 2017 là 2,5 tỷ đồng; năm 2018 là 3,1 tỷ đồng.\n"
        "2. Kết quả theo nội dung\n"
        "- Dạy nghề cho 420 lao động.\n"
        "- Hỗ trợ máy cho 31 cơ sở, trong đó một cơ sở ở huyện Đắk Hà nhận 200 triệu đồng năm 2019.\n"
        "- In 900 tờ rơi.\n",
        [
            ("60 cơ sở", "2016-2020"),
            ("2,2 tỷ đồng", "2016"),
            ("2,5 tỷ đồng", "2017"),
            ("3,1 tỷ đồng", "2018"),
            ("420 lao động", "2016-2020"),
            ("31 cơ sở", "2016-2020"),
            ("200 triệu đồng", "2019"),
            ("900 tờ rơi", "2016-2020"),
        ],
    ),
    "the year of one example ends with its paragraph": (
        "Gia Lai: 5 năm khuyến công 2011-2015\n20/12/2015\n"
        "Giai đoạn 2011-2015, tỉnh Gia Lai thực hiện 80 đề án.\n"
        "Điển hình, năm 2013 Hợp tác xã Chư Sê được hỗ trợ 150 triệu đồng.\n"
        "Toàn tỉnh có 900 lao động được tạo việc làm.\n",
        [("80 đề án", "2011-2015"), ("150 triệu đồng", "2013"), ("900 lao động", "2011-2015")],
    ),
    "a paragraph that opens with one year goes on in the next": (
        "Cà Mau: Tổng kết khuyến công giai đoạn 2014-2020\n20/12/2020\n"
        "Giai đoạn 2014-2020, tỉnh Cà Mau thực hiện 120 đề án.\n"
        "Riêng năm 2020, kinh phí khuyến công của tỉnh là 6,4 tỷ đồng.\n"
        "Trên địa bàn tỉnh, khuyến công quốc gia chiếm 2 tỷ đồng.\n",
        [("120 đề án", "2014-2020"), ("6,4 tỷ đồng", "2020"), ("2 tỷ đồng", "2020")],
    ),
    "an earlier year said in passing does not rule the next paragraph": (
        "Tuyên Quang: Khuyến công năm 2018\n20/12/2018\n"
        "Năm 2018, tỉnh Tuyên Quang hỗ trợ 31 cơ sở. Năm 2012, tỉnh mới có 9 cơ sở được hỗ trợ.\n"
        "Toàn tỉnh có 63 đề án hoàn thành.\n",
        [("31 cơ sở", "2018"), ("9 cơ sở", "2012"), ("63 đề án", "2018")],
    ),
    "the whole year comes back after months, and an event's month rules nothing": (
        "Phú Yên: Khuyến công năm 2021\n16/01/2022\n"
        "Đến tháng 7/2021, tỉnh Phú Yên giải ngân 4 tỷ đồng. Kết thúc năm, tỉnh thực hiện 8,5 tỷ đồng.\n"
        "Việc giao vốn còn muộn, đến tháng 5 mới ký được hợp đồng. Có 3 huyện chưa bố trí vốn.\n",
        [("4 tỷ đồng", "2021-01-01..2021-07-31"), ("8,5 tỷ đồng", "2021"), ("3 huyện", "2021")],
    ),
    "the same stretch of the year before, in a clause of its own": (
        "Lào Cai: Khuyến công 9 tháng đầu năm 2024\n03/10/2024\n"
        "Tính tới 30/9/2024, tỉnh Lào Cai giải ngân 5,6 tỷ đồng; cùng kỳ năm trước giải ngân 4,9 tỷ đồng.\n"
        "Hết quý II, con số này là 3,3 tỷ đồng.\n",
        [
            ("5,6 tỷ đồng", "2024-01-01..2024-09-30"),
            ("4,9 tỷ đồng", "2023-01-01..2023-09-30"),
            ("3,3 tỷ đồng", "2024-01-01..2024-06-30"),
        ],
    ),
    "the year of a founding or an approval is not the period": (
        "Nam Định: Khuyến công giai đoạn 2021-2025\n12/07/2022\n"
        "Chương trình khuyến công tỉnh Nam Định giai đoạn 2021-2025 được phê duyệt cuối năm 2020 với 26 tỷ đồng.\n"
        "Công ty Xuân Tiến thành lập năm 2009, hiện có 85 lao động.\n",
        [("26 tỷ đồng", "2021-2025"), ("85 lao động", "2021-2025")],
    ),
    "what is reached of the whole stretch is counted from its start": (
        "Kon Tum: Nửa chặng đường khuyến công 2021 - 2025\n15/08/2023\n"
        "Đến hết tháng 6/2023, tỉnh Kon Tum đã giải ngân 11,2 tỷ đồng, bằng 43% kế hoạch cả giai đoạn.\n",
        [("11,2 tỷ đồng", "2021-01-01..2023-06-30"), ("43%", "2021-01-01..2023-06-30")],
    ),
    "a stretch until now ends with the page's day and holds for the sentence behind it": (
        "Khuyến công Phú Yên: điểm tựa của làng nghề\n12/05/2021\n"
        "Từ năm 2017 đến nay, tỉnh Phú Yên đã triển khai 130 đề án với hơn 11,4 tỷ đồng. "
        "Qua đó, tạo việc làm cho 1.240 lao động.\n",
        [
            ("130 đề án", "2017-01-01..2021-05-12"),
            ("11,4 tỷ đồng", "2017-01-01..2021-05-12"),
            ("1.240 lao động", "2017-01-01..2021-05-12"),
        ],
    ),
    "a stretch until now rules nothing that is said of now": (
        "Khuyến công Ninh Thuận: điểm tựa của làng nghề\n25/06/2021\n"
        "Hiện tỉnh có 36 cơ sở. Từ năm 2016 đến nay, tỉnh đã chi 4,5 tỷ đồng. "
        "Hiện nay kinh phí mỗi năm là 850 triệu đồng. 6 tháng đầu năm, tỉnh hỗ trợ 7 cơ sở.\n",
        [
            ("36 cơ sở", "2021"),
            ("4,5 tỷ đồng", "2016-01-01..2021-06-25"),
            ("850 triệu đồng", "2021"),
            ("7 cơ sở", "2021-01-01..2021-06-30"),
        ],
    ),
}


def told(figure):
    """``2016-2020`` for whole years, else the two dates."""
    start, end = figure.period.start, figure.period.end
    if (start[5:], end[5:]) == ("01-01", "12-31"):
        return start[:4] if start[:4] == end[:4] else f"{start[:4]}-{end[:4]}"
    return f"{start}..{end}"


@pytest.mark.parametrize("case", PAGES)
def test_the_document_s_period_comes_back(case, tmp_path):
    page, wanted = PAGES[case]
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    figures = extract_figures(open_corpus(tmp_path).document("page"))
    assert [(f.text, told(f)) for f in figures] == wanted


def test_what_an_undated_page_says_of_now_is_not_of_the_year_it_looks_ahead_to(tmp_path):
    (tmp_path / "page.txt").write_text(
        "Ninh Thuận phát triển ngành nghề\n"
        "Hiện nay, tỉnh Ninh Thuận giữ được 14 làng nghề. UBND tỉnh đã phê duyệt quy hoạch ngành nghề đến năm 2015 "
        "và triển khai Chương trình khuyến công giai đoạn 2011 - 2015 với tổng kinh phí 13,2 tỷ đồng.\n",
        encoding="utf-8",
    )
    figures = extract_figures(open_corpus(tmp_path).document("page"))
    assert [(f.text, f.period and told(f)) for f in figures] == [("14 làng nghề", None), ("13,2 tỷ đồng", "2011-2015")]
