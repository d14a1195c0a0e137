"""Numbers, units and qualifiers as Vietnamese reports print them, read whole."""

from decimal import Decimal

import pytest

from documents.quantities import find_malformed, parse_number, read_quantities, same_quantity
from documents.records import Quantity

SIGNS = {"over": ">", "under": "<", "about": "~", "exact": "", "range": ""}


def shown(text: str) -> list[str]:
    """Each quantity as ``>1000 lao động`` or ``7..10 %``."""
    lines = []
    for q in read_quantities(text):
        value = f"{q.value}..{q.upper}" if q.upper is not None else f"{q.value}"
        lines.append(f"{SIGNS[q.qualifier]}{value} {q.unit}")
    return lines


NUMERALS = [
    ("170,8", "170.8"),
    ("111,350", "111.350"),
    ("1.330", "1330"),
    ("6.698,6", "6698.6"),
    ("11.760.000.000", "11760000000"),
    ("11,760,000,000", "11760000000"),
    ("1,234,567.8", "1234567.8"),
    ("170.8", "170.8"),
    ("0.875", "0.875"),
    ("1 330", "1330"),
    ("1\u00a0330", "1330"),
    ("05", "5"),
    ("hai mươi lăm", "25"),
    ("một trăm linh năm", "105"),
    ("một nghìn hai trăm", "1200"),
    ("mười", "10"),
    ("1.2.34,5", None),
    ("12,,5", None),
    ("12.5.2024", None),
    ("abc", None),
    ("", None),
]


@pytest.mark.parametrize(("printed", "value"), NUMERALS)
def test_a_numeral_has_one_value_or_none(printed, value):
    assert parse_number(printed) == (None if value is None else Decimal(value))


MONEY = [
    ("kinh phí 170,8 tỷ đồng", ["170800000000 đồng"]),
    ("kinh phí 170,8 tỉ đồng", ["170800000000 đồng"]),
    ("kinh phí 111,350 tỷ đồng", ["111350000000 đồng"]),
    ("kinh phí 6.698,6 triệu đồng", ["6698600000 đồng"]),
    ("kinh phí 11.760.000.000 đồng", ["11760000000 đồng"]),
    ("kinh phí 500,000 đồng", ["500000 đồng"]),
    ("giá trị 1,5 nghìn tỷ đồng", ["1500000000000 đồng"]),
    ("doanh thu 24 nghìn tỷ đồng", ["24000000000000 đồng"]),
    ("doanh thu hơn 2 trăm triệu đồng", [">200000000 đồng"]),
    ("hỗ trợ 300tr cho cơ sở", ["300000000 đồng"]),
    ("hỗ trợ 300 trđ", ["300000000 đồng"]),
    ("hỗ trợ 300 tr.đ cho cơ sở", ["300000000 đồng"]),
    ("hỗ trợ 2,5 tỷđ", ["2500000000 đồng"]),
    ("mức 50.000đ một suất", ["50000 đồng"]),
    ("mức 50.000 VNĐ", ["50000 đồng"]),
    ("vốn 170.8 tỷ đồng", ["170800000000 đồng"]),
    ("vốn 0.875 tỷ đồng", ["875000000 đồng"]),
    ("vốn 1.234 tỷ đồng", ["1234000000000 đồng"]),
    ("vốn 1 tỷ rưỡi", ["1500000000 đồng"]),
    ("vốn hai tỷ đồng", ["2000000000 đồng"]),
    ("xuất khẩu 100 triệu USD", ["100000000 USD"]),
    ("xuất khẩu 1,2 tỷ đô la Mỹ", ["1200000000 USD"]),
    ("trị giá $5 triệu", ["5000000 USD"]),
    ("thu nhập 5,5 triệu đồng/người/tháng", ["5500000 đồng/người/tháng"]),
    ("thu nhập từ 5 đến 7 triệu đồng/người/tháng", ["5000000..7000000 đồng/người/tháng"]),
    ("mức hỗ trợ 100 triệu đồng/mô hình", ["100000000 đồng/mô hình"]),
    ("là 111,350 tỷ đồng/278 đề án", ["111350000000 đồng", "278 đề án"]),
    ("từ 800 triệu đồng đến 1,2 tỷ đồng", ["800000000..1200000000 đồng"]),
    ("khoảng 200-300 triệu đồng", ["200000000..300000000 đồng"]),
    ("kinh phí 2 tỷ 500 triệu đồng", ["2500000000 đồng"]),
]
COUNTS = [
    ("hỗ trợ 05 đề án", ["5 đề án"]),
    ("hỗ trợ 05 (năm) đề án", ["5 đề án"]),
    ("tạo việc làm cho 1.330 lao động", ["1330 lao động"]),
    ("tạo việc làm cho 1,330 lao động", ["1330 lao động"]),
    ("tạo việc làm cho 1 330 lao động", ["1330 lao động"]),
    ("tạo việc làm cho 1\u00a0330 người lao động", ["1330 lao động"]),
    ("gần 300 lượt cơ sở CNNT", ["<300 lượt cơ sở"]),
    ("tôn vinh 102/171 sản phẩm", ["102 sản phẩm", "171 sản phẩm"]),
    ("28 tỉnh, thành phố khu vực phía Bắc", ["28 tỉnh"]),
    ("tại 12/12 huyện, thị xã, thành phố", ["12 huyện", "12 huyện"]),
    ("11,3 nghìn cơ sở", ["11300 cơ sở"]),
    ("đón 1,2 triệu lượt khách", ["1200000 lượt khách"]),
    ("hai mô hình và ba đề án", ["2 mô hình", "3 đề án"]),
    ("một trăm lao động", ["100 lao động"]),
    ("tổ chức 2, 3 và 5 lớp", ["2 lớp", "3 lớp", "5 lớp"]),
    ("lần lượt là 10, 12 và 15 tỷ đồng", ["10000000000 đồng", "12000000000 đồng", "15000000000 đồng"]),
    ("tổng số đề án là 29", ["29 đề án"]),
    ("số lượng lao động: 1.330", ["1330 lao động"]),
    ("trong số 57 cơ sở", ["57 cơ sở"]),
    ("diện tích 2.500 m2", ["2500 m2"]),
    ("diện tích 12,5ha", ["12.5 ha"]),
    ("nhà xưởng 1.200m²", ["1200 m2"]),
    ("công suất 500 tấn/năm", ["500 tấn/năm"]),
    ("công suất 3 triệu sản phẩm/năm", ["3000000 sản phẩm/năm"]),
    ("tiết kiệm 1.200 kWh điện", ["1200 kWh"]),
    ("trên 500 DN và 120 HTX", [">500 doanh nghiệp", "120 hợp tác xã"]),
    ("có 43 CCN, 5 KCN", ["43 cụm công nghiệp", "5 khu công nghiệp"]),
    ("12 bồn và 7 khuôn đúc", ["12 bồn", "7 khuôn"]),
]
SHARES = [
    ("tăng 8,5%", ["8.5 %"]),
    ("tỷ lệ 8,5 phần trăm", ["8.5 %"]),
    ("giảm 2,6 điểm phần trăm", ["2.6 điểm %"]),
    ("từ 7 - 10%", ["7..10 %"]),
    ("từ 30% đến 50%", ["30..50 %"]),
    ("tăng từ 45% lên 60%", ["45 %", "60 %"]),
    ("tăng 12.345%", ["12.345 %"]),
    ("tăng 3,5 lần", ["3.5 lần"]),
    ("gấp hơn 2 lần", [">2 lần"]),
]
QUALIFIERS = [
    ("trên 1.000 lao động", [">1000 lao động"]),
    ("hơn 5 tỷ đồng", [">5000000000 đồng"]),
    ("ít nhất 20 cơ sở", [">20 cơ sở"]),
    ("tối thiểu là 20 cơ sở", [">20 cơ sở"]),
    ("không dưới 20 cơ sở", [">20 cơ sở"]),
    ("20 cơ sở trở lên", [">20 cơ sở"]),
    ("gần 20 cơ sở", ["<20 cơ sở"]),
    ("dưới 20 cơ sở", ["<20 cơ sở"]),
    ("không quá 50% tổng chi phí", ["<50 %"]),
    ("tối đa 300 triệu đồng/cơ sở", ["<300000000 đồng/cơ sở"]),
    ("chưa đến 20 cơ sở", ["<20 cơ sở"]),
    ("300 triệu đồng trở xuống", ["<300000000 đồng"]),
    ("khoảng 20 cơ sở", ["~20 cơ sở"]),
    ("xấp xỉ 20 cơ sở", ["~20 cơ sở"]),
    ("ước khoảng 20 cơ sở", ["~20 cơ sở"]),
    ("cao hơn 8,5% so với năm trước", ["8.5 %"]),
    ("thấp hơn 8,5%", ["8.5 %"]),
    ("nhiều hơn 5 đề án", ["5 đề án"]),
    ("triển khai trên 28 tỉnh, thành phố", ["28 tỉnh"]),
    ("tăng hơn 10%", [">10 %"]),
]
NOTHING = [
    "ngày 16/5/2024 tại Hà Nội",
    "Chiều 18/2, tại Hà Nội",
    "ngày 21 tháng 5 năm 2012",
    "từ ngày 12 đến ngày 16 tháng 8",
    "lúc 8 giờ 30 phút",
    "17:15' - 17/09/2022",
    "14h30 ngày 5/8",
    "Nghị định số 45/2012/NĐ-CP",
    "Nghị định 45/2012 của Chính phủ",
    "Quyết định số 1288/QĐ-TTg ngày 01/8/2014",
    "Nghị quyết 03-NQ/TU",
    "Thông tư 28/2018/TT-BTC",
    "Kế hoạch số 112/KH-UBND",
    "khoản 2 Điều 5 Chương 3",
    "hội nghị lần thứ 18",
    "hội nghị lần thứ XVIII, năm 2024",
    "phân bổ kinh phí (đợt 1)",
    "cách mạng công nghiệp 4.0",
    "dịch COVID-19",
    "sản phẩm OCOP 4 sao",
    "tiêu chuẩn ISO 9001:2015",
    "ĐT: 0220.3852.333",
    "Lượt xem: 4413",
    "(0) Bình luận",
    "số 12 đường Nguyễn Trãi",
    "giai đoạn 2021-2025",
    "9 tháng năm 2022",
    "6 tháng đầu năm",
    "quý 1 năm 2024",
    "năm 2014, 2016, 2018",
    "xếp thứ 5/63 tỉnh",
    "hàng chục cơ sở, hàng ngàn lao động",
    "một số cơ sở, một trong những đề án",
    "Hội chợ hàng CNNT 2017",
    "lao động từ 15 tuổi",
    "liên kết 4 nhà",
    "Phường 12, Quận 1",
    "Chương trình 135",
    "trang 25, bảng 3",
]


@pytest.mark.parametrize(("text", "quantities"), MONEY + COUNTS + SHARES + QUALIFIERS)
def test_quantities_are_read_whole(text, quantities):
    assert shown(text) == quantities


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_quantity_is_not_read(text):
    assert shown(text) == []


def test_spans_are_exact_and_hold_number_and_unit():
    text = "đạt 170,8 tỷ đồng, thấp hơn 8,5% so với kế hoạch năm 2023 (186,5 tỷ đồng)"
    assert [(text[q.start : q.end], q.text) for q in read_quantities(text)] == [
        ("170,8 tỷ đồng", "170,8 tỷ đồng"),
        ("8,5%", "8,5%"),
        ("186,5 tỷ đồng", "186,5 tỷ đồng"),
    ]


def test_a_malformed_number_is_listed_and_not_read():
    text = "kinh phí 1.2.34,5 tỷ đồng, tăng 12,,5%, có 3 đề án"
    assert shown(text) == ["3 đề án"]
    assert find_malformed(text) == [("1.2.34,5 tỷ đồng", 9), ("12,,5%", 32)]


def test_a_section_number_across_a_line_end_is_not_glued_to_the_next_line():
    assert shown("Các tin cùng Chuyên mục\n04 sản phẩm tham gia bình chọn") == ["4 sản phẩm"]


def test_the_same_quantity_needs_the_same_value_and_the_same_unit():
    first = read_quantities("170,8 tỷ đồng")[0]
    assert same_quantity(first, read_quantities("170.800.000.000 đồng")[0])
    assert not same_quantity(first, read_quantities("170,8 triệu đồng")[0])
    assert not same_quantity(read_quantities("5%")[0], read_quantities("5 lần")[0])
    assert not same_quantity(first, Quantity(first.value, "USD", first.text, 0, 13))


@pytest.mark.parametrize("number", ["9" * 100_000, "9." + "9" * 40, "1" + ".000" * 9, "mười tỷ tỷ tỷ tỷ"])
def test_a_number_of_endless_digits_is_no_quantity_and_no_crash(number):
    assert parse_number(number) is None
    assert read_quantities(f"Kinh phí là {number} tỷ đồng.") == []


def test_the_longest_number_keeps_every_digit_with_the_largest_unit():
    found = read_quantities("Kinh phí là 999.999.999.999.999 nghìn tỷ đồng.")
    assert [quantity.value for quantity in found] == [Decimal("999999999999999" + "0" * 12)]
