"""Figures of reports with tables, parts and lists, read from the bytes of a text file; each line once went wrong."""

import pytest

from documents.figures import extract_figures
from documents.loading_text import load_txt
from documents.quantities import read_quantities
from documents.records import Document, Figure, Source
from documents.settings import Limits
from documents.text_tables import bars_for_tabs, find_row_lines


def read(text: str, title: str = "", date: str = "2019-10-02") -> list[Figure]:
    loaded = load_txt(text.encode(), Limits())
    return extract_figures(Document(Source(id="d", file="d.txt", title=title, date=date), loaded.text, loaded.blocks))


def shown(figure: Figure) -> str:
    period = f"{figure.period.start}..{figure.period.end}" if figure.period else "-"
    place = figure.place.name if figure.place else "-"
    return f"{figure.value} {figure.unit} @{place} {period} {figure.status}"


YEAR, NINE = "2019-01-01..2019-12-31", "2019-01-01..2019-09-30"


def test_tabs_of_a_table_become_bars_and_those_of_a_letterhead_do_not():
    letterhead = "UBND TỈNH\tCỘNG HÒA\nSỞ CÔNG THƯƠNG\tĐộc lập"
    table = "Huyện\tĐề án\n\t3\nSa Pa\t4"
    assert bars_for_tabs(f"{letterhead}\n\n{table}") == f"{letterhead}\n\nHuyện | Đề án\n- | 3\nSa Pa | 4"


def test_lines_with_bars_are_rows_only_where_a_number_stands_alone():
    assert find_row_lines(
        ["A | B | C", "x | 2 | 3", "", "Thời sự | Kinh tế | Xã hội", "Văn hóa | Thể thao | 2019"]
    ) == {
        0,
        1,
    }


def test_a_table_with_a_plan_a_result_and_an_estimate_has_them_by_column():
    figures = read(
        "Kết quả khuyến công tỉnh Trà Vinh 9 tháng năm 2019\n"
        "Biểu chi tiết (đvt: triệu đồng)\n"
        "STT\tNội dung\tKế hoạch năm\tTH 9T\t% so KH\tƯớc cả năm\n"
        "1\tĐào tạo nghề\t900\t720\t80,0\t880\n",
        "Kết quả khuyến công tỉnh Trà Vinh 9 tháng năm 2019",
    )
    assert [shown(figure) for figure in figures] == [
        f"900000000 đồng @Trà Vinh {YEAR} plan",
        f"720000000 đồng @Trà Vinh {NINE} actual",
        f"80 % @Trà Vinh {NINE} actual",
        f"880000000 đồng @Trà Vinh {YEAR} estimate",
    ]


def test_a_row_that_begins_with_a_year_is_of_that_year_and_its_caption_names_the_unit():
    figures = read(
        "Kinh phí khuyến công quốc gia của cả nước một số năm (tỷ đồng):\n"
        "Năm | Kế hoạch giao | Thực hiện\n2018 | 126,3 | 124,9\n",
        "Khuyến công cả nước",
    )
    assert [shown(figure) for figure in figures] == [
        "126300000000 đồng @cả nước 2018-01-01..2018-12-31 plan",
        "124900000000 đồng @cả nước 2018-01-01..2018-12-31 actual",
    ]


def test_the_outlook_of_a_report_is_planned_whatever_its_verbs_and_its_results_are_not():
    figures = read(
        "Khuyến công tỉnh Trà Vinh năm 2019 và kế hoạch năm 2020\n"
        "II. KẾT QUẢ\nHoàn thành 9 đề án trên địa bàn.\n"
        "III. PHƯƠNG HƯỚNG NHIỆM VỤ\nHoàn thành 7 đề án còn lại, giải ngân 2 tỷ đồng; đã ký 3 hợp đồng.\n",
        "Khuyến công tỉnh Trà Vinh năm 2019 và kế hoạch năm 2020",
    )
    assert [shown(figure) for figure in figures] == [
        f"9 đề án @Trà Vinh {YEAR} actual",
        f"7 đề án @Trà Vinh {YEAR} plan",
        f"2000000000 đồng @Trà Vinh {YEAR} plan",
        f"3 hợp đồng @Trà Vinh {YEAR} actual",
    ]


def test_a_line_that_announces_tasks_rules_its_items_and_no_more():
    figures = read(
        "Khuyến công tỉnh Trà Vinh năm 2019\nNhiệm vụ cuối năm:\n- Nghiệm thu 4 đề án;\n- Giải ngân 2 tỷ đồng.\n"
        "Toàn tỉnh hỗ trợ 5 cơ sở trong tháng đầu.\n",
        "Khuyến công tỉnh Trà Vinh năm 2019",
    )
    assert [(figure.text, figure.status) for figure in figures] == [
        ("4 đề án", "plan"),
        ("2 tỷ đồng", "plan"),
        ("5 cơ sở", "actual"),
    ]


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("Tham quan hoãn sang năm sau; trên 60% cơ sở giảm sản lượng.", [NINE]),
        ("Tăng 2 lần so với dự toán điều chỉnh năm 2018.", [NINE]),
        ("Đạt 64,8% kế hoạch (13,8 tỷ đồng).", [NINE, YEAR]),
        ("Trong quý cuối năm, tỉnh giải ngân 2 tỷ đồng.", ["2019-10-01..2019-12-31"]),
        ("Từ nay đến cuối năm, tỉnh giải ngân 2 tỷ đồng.", [YEAR]),
        (
            "So với năm ngoái, vốn giảm 8,2% (năm 2018 là 3 tỷ đồng), lên 41 cơ sở.",
            [NINE, "2018-01-01..2018-12-31", NINE],
        ),
    ],
)
def test_the_period_of_a_figure_in_a_report_of_nine_months(sentence, periods):
    title = "Khuyến công tỉnh Trà Vinh 9 tháng năm 2019"
    found = [figure.period for figure in read(f"{title}\n{sentence}\n", title)]
    assert [f"{period.start}..{period.end}" for period in found if period] == periods


def test_a_programme_of_several_years_does_not_rule_the_next_paragraph():
    title = "Khuyến công tỉnh Trà Vinh 9 tháng năm 2019"
    figures = read(
        f"{title}\nĐề án điểm giai đoạn 2018-2020 có 2 tỷ đồng.\nCùng kỳ năm 2018, tỉnh giải ngân 6 tỷ đồng.\n", title
    )
    assert [shown(figure) for figure in figures] == [
        "2000000000 đồng @Trà Vinh 2018-01-01..2020-12-31 actual",
        "6000000000 đồng @Trà Vinh 2018-01-01..2018-09-30 actual",
    ]


def test_the_home_of_a_product_does_not_rule_the_next_sentence():
    title = "Khuyến công tỉnh Điện Biên năm 2019"
    figures = read(f"{title}\nTỉnh hỗ trợ 2 cơ sở chế biến cà phê Mường Ảng. Giải ngân 468 triệu đồng.\n", title)
    assert [figure.place.name for figure in figures if figure.place] == ["Điện Biên", "Điện Biên"]


def test_a_base_in_brackets_lies_at_the_place_that_is_compared_with():
    title = "Khuyến công miền Trung - Tây Nguyên năm 2019"
    figures = read(f"{title}\nBình quân 3,9 tỷ đồng, bằng 65% bình quân của khu vực phía Bắc (6 tỷ đồng).\n", title)
    assert [figure.place.name for figure in figures if figure.place] == [
        "miền Trung - Tây Nguyên",
        "miền Trung - Tây Nguyên",
        "phía Bắc",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nghiệm thu 21 trên tổng số 34 đề án", ["21 đề án", "34 đề án"]),
        ("kinh phí 300.000.000 đồng (Ba trăm triệu đồng)", ["300000000 đồng"]),
        ("kinh phí 300.000.000 đồng (bằng chữ: Ba trăm triệu đồng)", ["300000000 đồng"]),
        ("hơn 3,2 triệu dân và 54 dân tộc", ["3200000 người", "54 dân tộc"]),
        ("8 lớp/280 hv", ["8 lớp", "280 học viên"]),
    ],
)
def test_quantities_of_reports(text, found):
    assert [f"{quantity.value} {quantity.unit}" for quantity in read_quantities(text)] == found


def test_a_value_that_another_is_set_against_has_its_own_year():
    rows = read(
        "Năm 2018, tạo việc làm cho 512 lao động, nhiều hơn con số 460 lao động của năm 2017; lương 5 triệu đồng."
    )
    assert [(row.text, row.period and row.period.label) for row in rows] == [
        ("512 lao động", "năm 2018"),
        ("460 lao động", "năm 2017"),
        ("5 triệu đồng", "năm 2018"),
    ]


def test_the_town_of_an_address_does_not_rule_the_next_sentence():
    text = (
        "Hồ sơ nộp tại Trung tâm Khuyến công, số 12 đường Hà Huy Giáp, phường Quyết Thắng, TP. Biên Hòa.\n\n"
        "Dự kiến kế hoạch năm 2024 là 15 đề án, kinh phí 3.300 triệu đồng."
    )
    rows = read(text, title="Khuyến công Đồng Nai năm 2023")
    assert {row.place.name for row in rows if row.place} == {"Đồng Nai"}


def test_the_last_of_a_series_is_called_as_the_others():
    text = (
        "Kinh phí khuyến công địa phương năm 2022 của một số tỉnh như sau: Đồng Tháp 7,2 tỷ đồng, cao nhất vùng; "
        "An Giang 4,4 tỷ đồng; thấp nhất là Cà Mau với 1,1 tỷ đồng."
    )
    assert {row.indicator_name for row in read(text)} == {"kinh phí khuyến công địa phương"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Năm 2023, thành phố Hà Nội hỗ trợ 30 đề án, tỉnh Hải Dương 12 đề án.", ["Hà Nội", "Hải Dương"]),
        ("Năm 2023 các cơ sở dọc quốc lộ 5, huyện Kim Thành được hỗ trợ 7 đề án.", ["Kim Thành"]),
    ],
)
def test_a_city_and_a_road_are_no_address(text, places):
    assert [row.place.name for row in read(text) if row.place] == places


def test_a_threshold_is_no_base_of_a_comparison():
    text = "Tỉnh hỗ trợ 40 cơ sở có vốn lớn hơn 3 tỷ đồng trong năm 2023, tạo việc làm cho 500 lao động."
    assert {row.period and row.period.label for row in read(text, date="2024-01-10")} == {"năm 2023"}


def test_what_a_series_is_spent_on_stays_in_its_name():
    text = "Kinh phí năm 2023 được phân bổ như sau: hỗ trợ máy móc 3 tỷ đồng; đào tạo nghề 2 tỷ đồng."
    assert ["máy móc" in row.indicator_name for row in read(text)] == [True, False]


@pytest.mark.parametrize(
    "headline", ["II. KẾ HOẠCH TĂNG NHẸ", "II. KẾ HOẠCH NĂM: TIẾN ĐỘ CHƯA ĐỀU", "II. KẾ HOẠCH NĂM VỀ ĐÍCH SỚM"]
)
def test_a_headline_on_how_a_plan_went_plans_nothing(headline):
    text = (
        f"1. Kết quả\n\nHỗ trợ 9 cơ sở.\n\n{headline}\n\nHỗ trợ 12 cơ sở.\n\n3. Kế hoạch năm 2020\n\nHỗ trợ 15 cơ sở."
    )
    told = {figure.text: figure.status for figure in read(text)}
    assert (told["12 cơ sở"], told["15 cơ sở"]) == ("actual", "plan")


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Nguồn quốc gia mới giải ngân 19,6 tỷ đồng.", "actual"),
        ("Hỗ trợ 20 cơ sở, đạt 100% kế hoạch năm.", "plan"),
        ("Phấn đấu tính đến hết tháng 12 giải ngân đạt 30 tỷ đồng.", "plan"),
        ("Phấn đấu hết tháng 12 giải ngân đạt 30 tỷ đồng; tính đến ngày 30/6 đã giải ngân 12 tỷ đồng.", "plan"),
    ],
)
def test_in_a_part_that_plans_only_what_is_said_to_be_done_is_done(told, status):
    figures = read(f"I. KẾT QUẢ\n\nHỗ trợ 9 cơ sở.\n\nII. NHIỆM VỤ NHỮNG THÁNG CUỐI NĂM\n\n{told}")
    assert figures[1].status == status


def test_the_title_of_a_table_alone_says_what_its_cells_are():
    text = (
        "Năm 2015 vốn bị cắt theo chủ trương tiết kiệm.\n\nBảng: Kinh phí khuyến công (tỷ đồng)\n\n"
        "Năm | Quốc gia | Tổng\n2014 | 4,8 | 11,7\n2015 | 3,9 | 10,8"
    )
    assert {figure.status for figure in read(text) if figure.text in ("11,7", "10,8")} == {"actual"}


def test_a_plan_of_no_year_does_not_date_the_columns_beside_it():
    text = (
        "Sở Công Thương tỉnh Quảng Trị báo cáo kết quả khuyến công 9 tháng đầu năm 2019.\n\n"
        "Nội dung | Kế hoạch năm (đề án) | Đã hoàn thành (đề án) | Kinh phí đã hỗ trợ (triệu đồng)\n"
        "Đào tạo nghề | 3 | 2 | 210\nMáy móc | 17 | 13 | 2.240"
    )
    spent = next(figure for figure in read(text) if figure.text == "2.240")
    assert shown(spent) == f"2240000000 đồng @Quảng Trị {NINE} actual"
