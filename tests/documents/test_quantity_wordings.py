"""Quantities as news writes them: ranges with two scales, ``/1 dự án``, sums in three scales, lost spaces."""

import pytest

from documents.quantities import read_quantities


def shown(text: str) -> list[str]:
    """Every quantity of a text as ``value[..upper] unit``."""
    return [f"{q.value}{f'..{q.upper}' if q.upper is not None else ''} {q.unit}" for q in read_quantities(text)]


SHARED_SCALES = [
    ("đem lại việc làm cho 8 nghìn đến 9 nghìn lao động", ["8000..9000 lao động"]),
    ("thu mua 5 ngàn tới 6 ngàn tấn nguyên liệu", ["5000..6000 tấn"]),
    ("xuất khẩu từ 1,5 triệu đến 2 triệu USD", ["1500000..2000000 USD"]),
    ("đón 700 nghìn - 1 triệu lượt khách", ["700000..1000000 lượt khách"]),
    ("lần lượt là 10 nghìn, 12 nghìn và 15 nghìn sản phẩm", ["10000 sản phẩm", "12000 sản phẩm", "15000 sản phẩm"]),
    ("sản lượng tăng từ 20 nghìn lên 32 nghìn tấn", ["20000 tấn", "32000 tấn"]),
    ("hỗ trợ 500 triệu, 12 lao động có việc", ["500000000 đồng", "12 lao động"]),
    ("từ 300 triệu đến 500 triệu đồng", ["300000000..500000000 đồng"]),
]


@pytest.mark.parametrize("text, quantities", SHARED_SCALES)
def test_a_bare_scale_takes_the_unit_of_the_number_it_is_joined_to(text, quantities):
    assert shown(text) == quantities


PER_ONE = [
    ("không quá 250 triệu đồng/1 dự án", ["250000000 đồng/dự án"]),
    ("mức 150 triệu đồng/01 cơ sở, 5 triệu đồng/một hộ", ["150000000 đồng/cơ sở", "5000000 đồng/hộ"]),
    ("chi 7 triệu đồng/ha/1 năm", ["7000000 đồng/ha/năm"]),
    ("mở 2 lớp/1 huyện", ["2 lớp/huyện"]),
    ("giao 1 tỷ đồng/12 đề án", ["1000000000 đồng", "12 đề án"]),
    ("hoàn thành 1/12 đề án", ["1 đề án", "12 đề án"]),
]


@pytest.mark.parametrize("text, quantities", PER_ONE)
def test_per_one_thing_is_part_of_the_unit_and_no_second_quantity(text, quantities):
    assert shown(text) == quantities


SUMS = [
    ("vốn 2 tỷ 415 triệu đồng", ["2415000000 đồng"]),
    ("vốn 1 tỷ 371 triệu 500 nghìn đồng", ["1371500000 đồng"]),
    ("1,2 tỷ 300 triệu đồng", ["1500000000 đồng"]),
    ("3 triệu 200 nghìn đồng/người/tháng", ["3200000 đồng/người/tháng"]),
    ("kinh phí 500 triệu 2 tỷ đồng", ["500000000 đồng", "2000000000 đồng"]),
    ("giải ngân 12,435/19,953 tỷ đồng", ["12435000000 đồng", "19953000000 đồng"]),
]


@pytest.mark.parametrize("text, quantities", SUMS)
def test_money_in_falling_scales_is_one_sum(text, quantities):
    assert shown(text) == quantities


WORDS = [
    ("giúp từ ba đến năm cơ sở", ["3..5 cơ sở"]),
    ("mở hai đến ba lớp mỗi quý", ["2..3 lớp"]),
    ("một đến hai mô hình trình diễn", ["1..2 mô hình"]),
    ("chọn mười hai hộ và bốn doanh nghiệp", ["12 hộ", "4 doanh nghiệp"]),
    ("một đề án lớn, từ ba năm nay", []),
]


@pytest.mark.parametrize("text, quantities", WORDS)
def test_a_range_may_be_written_in_words(text, quantities):
    assert shown(text) == quantities


GLUED = [
    ("tổngkinh phí trên1,2 tỉđồng từnguồn tỉnh", ["1200000000 đồng"]),
    ("chi gần300 triệuđồng", ["300000000 đồng"]),
    ("hỗ trợ 37cơ sở và 15đề án", ["37 cơ sở", "15 đề án"]),
    ("là 59,578 tỷ đồng.Qua 9 tháng năm 2014", ["59578000000 đồng"]),
    ("máy CNC2 tấn, mã A3 tờ, vitamin B12 viên", []),
]


@pytest.mark.parametrize("text, quantities", GLUED)
def test_a_lost_space_loses_no_quantity(text, quantities):
    assert shown(text) == quantities


COMPOUNDS = [
    ("lập quy hoạch chi tiết 4 cụm công nghiệp với số tiền 610 triệu đồng", ["4 cụm công nghiệp", "610000000 đồng"]),
    ("UBND tỉnh thông qua danh mục 17 đề án", ["17 đề án"]),
    ("xong hạng mục 3 nhà xưởng, dự toán chi tiết 11 đề án", ["3 nhà xưởng", "11 đề án"]),
    ("mỗi chuyên mục 2 bài viết", ["2 bài viết"]),
    ("theo mục 2 phần 3, tiết 1 khoản 4 Điều 5", []),
    ("Mục 3 đề án hỗ trợ", []),
]


@pytest.mark.parametrize("text, quantities", COMPOUNDS)
def test_a_word_that_only_ends_like_a_part_of_a_law_hides_no_quantity(text, quantities):
    assert shown(text) == quantities


RATES = [
    ("công suất 45 tấn cà phê bột/năm", ["45 tấn/năm"]),
    ("trên 3 triệu lít nước mắm/năm; 250 bộ bàn ghế/tháng", ["3000000 lít/năm", "250 bộ/tháng"]),
    ("ép 900 viên gạch không nung/giờ, 4 tấn chè búp tươi/ngày", ["900 viên/giờ", "4 tấn/ngày"]),
    ("nướng 2 tấn bánh tráng/tuần", ["2 tấn/tuần"]),
    ("mở 12 lớp cho lao động nữ/năm", ["12 lớp"]),
    ("giao 15 tấn chè; giá 200 nghìn đồng/kg", ["15 tấn", "200000 đồng/kg"]),
]


@pytest.mark.parametrize("text, quantities", RATES)
def test_a_rate_may_name_its_product_before_the_time(text, quantities):
    assert shown(text) == quantities


NAMES_AND_NUMBERS = [
    ("tại xã Quảng Khê, huyện Ba Bể. Kinh phí 95 triệu đồng", ["95000000 đồng"]),
    ("khảo sát tại HUYỆN BA BỂ và thị trấn Ba Hộ", []),
    ("Ba hộ ở Ba Bể xây ba bể chứa và hai lò", ["3 hộ", "3 bể", "2 lò"]),
    ("Hai Công ty TNHH và Ba Hợp tác xã", ["2 công ty", "3 hợp tác xã"]),
    ("mời 64 đại diện doanh nghiệp và 1 đại diện của hiệp hội", ["64 đại diện", "1 đại diện"]),
    ("đào tạo nghề công nghiệp 7 lớp, đổi mới công nghệ 12 cơ sở", ["7 lớp", "12 cơ sở"]),
    ("Nhờ công nghệ 4.0 doanh nghiệp tiết kiệm thời gian.", []),
    ("Ứng dụng công nghệ 4.0 cơ sở đã bán trên mạng; trong công nghiệp 4 đề án", ["4 đề án"]),
    ("đổi mới công nghệ 1.5 tỷ đồng, công nghệ 1.200 cơ sở", ["1500000000 đồng", "1200 cơ sở"]),
    ("cách mạng công nghiệp 4, khu công nghiệp 2 và công nghệ 3", []),
]


@pytest.mark.parametrize("text, quantities", NAMES_AND_NUMBERS)
def test_a_number_word_of_a_name_counts_nothing_and_a_number_behind_a_trade_does(text, quantities):
    assert shown(text) == quantities


ELLIPTICAL = [
    ("08 đề án khuyến công quốc gia và 15 khuyến công địa phương", ["8 đề án", "15 đề án"]),
    ("08 dự án khuyến công quốc gia, 15 khuyến công địa phương", ["8 dự án", "15 dự án"]),
    ("6 lớp dạy nghề may và 4 dạy nghề mây tre", ["6 lớp", "4 lớp"]),
    ("tổ chức 15 khuyến công", []),
]


@pytest.mark.parametrize("text, quantities", ELLIPTICAL)
def test_a_number_whose_noun_is_left_out_counts_what_its_twin_before_it_counts(text, quantities):
    assert shown(text) == quantities


def test_what_something_rose_to_counts_the_same_as_what_it_rose_from():
    assert shown("Số cơ sở được hỗ trợ máy móc tăng từ 31 lên 96; mô hình từ 5 lên 17.") == ["31 cơ sở", "96 cơ sở"]
    assert shown("Số cơ sở là 31, lên 96 điểm") == ["31 cơ sở", "96 điểm"]
