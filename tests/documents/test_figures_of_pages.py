# ruff: noqa: E501 - sentences of pages are as long as they are printed
"""Figures of provincial pages and reports that were read wrongly when they were first seen; each case went wrong."""

import pytest

from documents.cleaning import clean
from documents.figures import extract_figures
from documents.loaders import load_bytes
from documents.loading_text import load_txt
from documents.records import Document, Figure, Source
from documents.settings import Limits
from documents.text_tables import head_cells


def read(text: str, title: str = "Khuyến công tỉnh Đắk Lắk năm 2025", date: str = "2026-01-08") -> list[Figure]:
    loaded = load_txt(text.encode(), Limits())
    return extract_figures(Document(Source(id="d", file="d.txt", title=title, date=date), loaded.text, loaded.blocks))


def by_text(figures: list[Figure]) -> dict[str, Figure]:
    return {figure.text: figure for figure in figures}


def test_an_item_headed_by_what_it_tells_of_gives_its_figures_that_name():
    found = read(
        "- Đào tạo nghề: kế hoạch 500 lao động, thực hiện 410 lao động, đạt 82%.\n\n"
        "- Doanh thu hoạt động tư vấn: kế hoạch 2,0 tỷ đồng, thực hiện 1,86 tỷ đồng, đạt 93% kế hoạch.\n\n"
        "- Khuyến công quốc gia: kế hoạch 4,6 tỷ đồng, thực hiện 4,5 tỷ đồng."
    )
    told = [(f.text, f.indicator_name, f.status) for f in found]
    assert told == [
        ("500 lao động", "lao động (đào tạo nghề)", "plan"),
        ("410 lao động", "lao động (đào tạo nghề)", "actual"),
        ("82%", "tỷ lệ thực hiện kế hoạch đào tạo nghề", "actual"),
        ("2,0 tỷ đồng", "doanh thu hoạt động tư vấn", "plan"),
        ("1,86 tỷ đồng", "doanh thu hoạt động tư vấn", "actual"),
        ("93%", "tỷ lệ thực hiện kế hoạch doanh thu hoạt động tư vấn", "actual"),
        ("4,6 tỷ đồng", "kinh phí khuyến công quốc gia", "plan"),
        ("4,5 tỷ đồng", "kinh phí khuyến công quốc gia", "actual"),
    ]


def test_what_reaches_a_share_in_an_item_of_its_own_is_done():
    found = read(
        "b) Khuyến công địa phương\n\n- Giao 3.880 triệu đồng cho 16 đề án;\n\n- Thực hiện 3.615 triệu đồng, đạt 93,2%."
    )
    assert [(f.text, f.status) for f in found] == [
        ("3.880 triệu đồng", "plan"),
        ("16 đề án", "plan"),
        ("3.615 triệu đồng", "actual"),
        ("93,2%", "actual"),
    ]


def test_money_told_by_its_stage_alone_is_called_money():
    found = by_text(
        read("- Kế hoạch năm 2025: 14,2 tỷ đồng. Kết quả thực hiện đến hết ngày 31/12/2025 là 13,49 tỷ đồng.")
    )
    assert found["14,2 tỷ đồng"].indicator_name == "kế hoạch kinh phí"
    assert found["13,49 tỷ đồng"].indicator_name == "kinh phí thực hiện"


def test_a_series_of_years_keeps_what_it_is_of():
    found = read(
        "Theo Trung tâm, năm 2012 tỉnh bố trí 1 tỷ 450 triệu đồng cho 18 đề án; năm 2013 là 1 tỷ 980 triệu đồng cho 23 đề án.",
        title="Đồng vốn khuyến công ở Hà Tĩnh",
        date="2015-01-16",
    )
    told = [(f.text, f.indicator_name, f.period.label if f.period else "") for f in found]
    assert told[0] == ("1 tỷ 450 triệu đồng", "kinh phí bố trí", "năm 2012")
    assert told[2] == ("1 tỷ 980 triệu đồng", "kinh phí bố trí", "năm 2013")


def test_money_behind_a_semicolon_is_for_what_follows_it():
    found = by_text(
        read(
            "Nguồn lực dành cho thiết bị: 5,8 tỷ đồng hỗ trợ 22 cơ sở ứng dụng máy móc; 1,4 tỷ đồng xây dựng 2 mô hình trình diễn."
        )
    )
    assert found["1,4 tỷ đồng"].indicator_name == "kinh phí xây dựng mô hình trình diễn"


@pytest.mark.parametrize(
    ("text", "own", "base"),
    [
        ("Toàn vùng chỉ hỗ trợ được 214 gian hàng, chưa bằng một phần ba của năm 2020 (690 gian hàng). Có 17 cơ sở được hướng dẫn.", "17 cơ sở", "690 gian hàng"),
        ("So với kỳ bình chọn năm 2020 của ba tỉnh cũ cộng lại (74 sản phẩm), số sản phẩm ít hơn. Có 38 sản phẩm bị loại.", "38 sản phẩm", "74 sản phẩm"),
    ],
)  # fmt: skip
def test_a_year_only_compared_with_does_not_rule_what_follows(text, own, base):
    found = by_text(read(text, title="Khuyến công phía Nam năm 2021", date="2021-12-14"))
    assert found[own].period.label == "năm 2021" and found[base].period.label == "năm 2020"


def test_a_rule_that_held_before_is_told_aside():
    text = "Mức hỗ trợ không quá 600 triệu đồng/mô hình, trong khi quy định năm 2015 là 400 triệu đồng/mô hình.\n\nHỗ trợ nhãn hiệu không quá 30 triệu đồng."
    found = by_text(read(text, title="Quảng Ngãi điều chỉnh mức hỗ trợ khuyến công", date="2020-10-08"))
    assert [found[key].period.label[:8] for key in found] == ["năm 2020", "năm 2015", "năm 2020"]


def test_some_days_of_an_event_are_no_stretch_of_time():
    text = "Từ ngày 25 đến 27/10/2023, Trung tâm tổ chức đoàn tham quan. Đoàn gồm 32 thành viên."
    (figure,) = read(text, title="Nghệ An học hỏi kinh nghiệm", date="2023-10-30")
    assert figure.period.label == "năm 2023 (theo ngày đăng)"


def test_the_whole_year_said_in_passing_does_not_outlast_its_paragraph_on_a_page_of_half_of_it():
    text = (
        "6 tháng đầu năm 2024, hoạt động khuyến công được triển khai sớm.\n\n"
        "Hội đồng bình chọn sản phẩm cấp tỉnh năm 2024 nhận được hồ sơ của 46 sản phẩm.\n\n"
        "Hoạt động tư vấn ghi nhận 17 hợp đồng được ký."
    )
    found = by_text(read(text, title="Khuyến công Bắc Giang 6 tháng đầu năm 2024", date="2024-06-21"))
    assert found["17 hợp đồng"].period.label == "6 tháng đầu năm 2024"


def test_a_region_is_told_of_again_where_a_paragraph_begins():
    text = (
        "Sau 8 tháng, toàn vùng mới thực hiện được 50,16 tỷ đồng. Tỉnh chủ nhà Đồng Tháp dành 4,3 tỷ đồng.\n\n"
        "Trong 8 tháng, các địa phương đã giúp 164 cơ sở đổi mới máy móc."
    )
    found = by_text(read(text, title="Khuyến công phía Nam năm 2024", date="2024-09-16"))
    told = {key: (figure.place.name, figure.period.end) for key, figure in found.items()}
    assert told["50,16 tỷ đồng"] == ("phía Nam", "2024-08-31") and told["164 cơ sở"] == ("phía Nam", "2024-08-31")
    assert told["4,3 tỷ đồng"][0] == "Đồng Tháp"


def test_a_commune_named_anew_is_not_in_the_district_spoken_of_before():
    text = (
        "Ở Phú Quốc, cơ sở Hải Nguyên được hỗ trợ 300 triệu đồng. Ở xã Tri Tôn, hợp tác xã được hỗ trợ 180 triệu đồng."
    )
    found = by_text(read(text, title="Khuyến công tỉnh An Giang", date="2026-03-09"))
    assert (found["300 triệu đồng"].place.name, found["180 triệu đồng"].place.name) == ("Phú Quốc", "An Giang")


TABLE = (
    "Hỗ trợ máy móc năm 2016 chia theo huyện\n"
    "Huyện\tSố cơ sở\tKinh phí hỗ trợ (triệu đồng)\n"
    "Ba Tri\t3\t422\nMỏ Cày Bắc\t3\t420\nCộng\t6\t842"
)


def test_a_table_of_plain_text_says_in_every_row_what_its_numbers_are():
    assert head_cells("Huyện | Số cơ sở\nBa Tri | 3\nMỏ Cày | 4") == (
        "Huyện | Số cơ sở\nHuyện: Ba Tri | Số cơ sở: 3\nHuyện: Mỏ Cày | Số cơ sở: 4"
    )
    found = read(TABLE, title="Khuyến công tỉnh Bến Tre năm 2016", date="2016-12-29")
    told = [(f.text, f.unit, f.place.name if f.place else "") for f in found]
    assert ("422", "đồng", "Ba Tri") in told and ("842", "đồng", "Bến Tre") in told and len(told) == 6


def test_rows_that_differ_in_a_name_and_a_digit_are_both_kept():
    page = f"BÁO BẾN TRE\n29/12/2016 08:00\n\nKết quả khuyến công năm 2016 tỉnh Bến Tre\n\n{'Trung tâm đã hỗ trợ các cơ sở đổi mới máy móc, thiết bị trong năm. ' * 4}\n\n{TABLE}\n\nTin liên quan\nTin khác"
    text = clean(load_bytes(page.encode(), ".txt", Limits())).text
    assert "Huyện: Ba Tri | Số cơ sở: 3 | Kinh phí hỗ trợ (triệu đồng): 422" in text and "Mỏ Cày Bắc" in text


def test_the_rows_of_groups_and_totals_are_as_wide_as_their_table():
    text = (
        "TT | Nội dung | Đơn vị | Hỗ trợ | Đối ứng\nA | KHUYẾN CÔNG QUỐC GIA | 1.700 | 4.770\n"
        "1 | Máy sấy | Cơ sở An | 300 | 850\nTỔNG CỘNG (A + B) | 3.200 | -\n\nBan Tin | Liên hệ"
    )
    lines = head_cells(text).split("\n")
    assert [line.count("|") for line in lines] == [4, 4, 4, 4, 0, 1]
    assert lines[1].replace("  ", " ").endswith("Hỗ trợ: 1.700 | Đối ứng: 4.770") and "Hỗ trợ: 3.200" in lines[3]


def test_a_period_with_a_value_of_its_own_does_not_rule_the_number_before_it():
    text = (
        "Ước thực hiện giai đoạn 2016-2020 của tỉnh Điện Biên.\nSố đề án: 112 đề án, giai đoạn 2011-2015 là 85 đề án."
    )
    found = {figure.text: figure.period.label for figure in read(text, "Khuyến công Điện Biên") if figure.period}
    assert found == {"112 đề án": "giai đoạn 2016-2020", "85 đề án": "giai đoạn 2011-2015"}


@pytest.mark.parametrize(
    "short",
    ["Thạnh Phú | 5 | 550 | 9", "Tổng | 5 | 550", "A | KHUYẾN CÔNG QUỐC GIA | 5"],
)
def test_a_row_whose_numbers_stand_under_heads_unknown_stays_as_it_is(short):
    text = (
        "Huyện | Số đề án | Kinh phí (triệu đồng) | Lao động | Ghi chú\nBa Tri | 3 | 300 | 12 | -\n"
        f"Mỏ Cày | 4 | 410 | 20 | đang làm\n{short}"
    )
    assert head_cells(text).split("\n")[-1] == short


def test_a_column_of_a_fund_is_of_the_money_that_the_table_says():
    found = by_text(
        read(
            "Bảng 3. Kinh phí khuyến công qua các năm (đơn vị: triệu đồng)\n"
            "Năm | Số đề án | Quốc gia | Địa phương | Tổng\n2024 | 11 | 600 | 1.900 | 2.500\n2025 | 16 | 950 | 2.650 | 3.600\n"
        )
    )
    assert {text: (found[text].unit, found[text].value) for text in ("11", "600", "1.900", "2.500")} == {
        "11": ("đề án", 11),
        "600": ("đồng", 600_000_000),
        "1.900": ("đồng", 1_900_000_000),
        "2.500": ("đồng", 2_500_000_000),
    }


def test_the_end_of_a_year_that_something_is_compared_with_is_no_time_of_what_follows():
    found = by_text(
        read(
            "Sáu tháng đầu năm 2025, toàn tỉnh có 1.342 cơ sở, giảm 58 cơ sở so với cuối năm 2024. "
            "Giá trị sản xuất công nghiệp ước đạt 2.015 tỷ đồng."
        )
    )
    assert {found[text].period.label for text in ("1.342 cơ sở", "58 cơ sở", "2.015 tỷ đồng")} == {
        "6 tháng đầu năm 2025"
    }


@pytest.mark.parametrize("work", ["khuyến công", "công tác khuyến công", "hoạt động khuyến công của tỉnh"])
def test_the_months_that_a_title_looks_ahead_to_are_not_those_of_its_results(work):
    title = f"Kết quả {work} 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2020"
    listed = by_text(read("II. KẾT QUẢ\n\n- Đã tiếp nhận hồ sơ của 28 sản phẩm.\n", title=title, date=""))
    told = by_text(read(f"{title}\n\nĐã hỗ trợ 12 cơ sở với 1,2 tỷ đồng.\n", title=title, date="2020-07-05"))
    periods = {found.period.label for found in (listed["28 sản phẩm"], told["12 cơ sở"], told["1,2 tỷ đồng"])}
    assert periods == {"6 tháng đầu năm 2020"}


def test_a_district_told_of_besides_does_not_rule_the_next_sentence():
    found = by_text(
        read(
            "Hạn chế của năm là chưa có đề án nào về sản xuất sạch hơn và huyện Lắk chưa có cơ sở đăng ký. "
            "Kỳ bình chọn năm nay có 47 sản phẩm dự thi."
        )
    )
    assert found["47 sản phẩm"].place.name == "Đắk Lắk"


def test_the_items_under_a_numbered_label_of_a_fund_are_of_that_fund():
    found = by_text(
        read(
            "1. Khuyến công quốc gia\n- Kế hoạch năm: 05 đề án, kinh phí 2,9 tỷ đồng.\n"
            "2. Khuyến công địa phương\n- Ước thực hiện 6 tháng: 1,44 tỷ đồng.\n- Nguồn quốc gia bổ sung 30 triệu đồng.\n"
            "3. Sản phẩm tiêu biểu\n- Đã cấp giấy chứng nhận, kinh phí 100 triệu đồng.\n"
        )
    )
    assert "quốc gia" in found["2,9 tỷ đồng"].indicator_name
    assert found["1,44 tỷ đồng"].indicator_name == "kinh phí khuyến công địa phương"
    assert "địa phương" not in found["30 triệu đồng"].indicator_name
    assert "địa phương" not in found["100 triệu đồng"].indicator_name


def test_counts_of_districts_are_no_money_and_what_others_pay_is_of_no_fund():
    table = "Bảng 1. Kinh phí (triệu đồng)\nNăm | Huyện | Xã | Kinh phí\n2022 | 5 | 12 | 600\n"
    assert {figure.text: figure.unit for figure in read(table)}["5"] == "huyện"
    found = by_text(
        read(
            "1. Khuyến công quốc gia\n- Giá trị sản xuất công nghiệp đạt 2.000 tỷ đồng.\n"
            "- Nộp ngân sách 900 triệu đồng.\n- Các cơ sở bỏ vốn 8 tỷ đồng.\n- Kinh phí 3 tỷ đồng.\n"
        )
    )
    assert {text: "quốc gia" in found[text].indicator_name for text in found} == {
        "2.000 tỷ đồng": False,
        "900 triệu đồng": False,
        "8 tỷ đồng": False,
        "3 tỷ đồng": True,
    }
