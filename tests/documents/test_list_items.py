"""Numbers of a list under a line that says their unit, tables set with spaces, and plans laid down by an authority."""

import pytest

from documents.figures import extract_figures
from documents.list_items import read_list_numbers
from documents.loading_text import load_txt
from documents.records import Document, Figure, Source
from documents.settings import Limits
from documents.table_cells import quantities_of
from documents.text_tables import bars_for_tabs

PLAN = """UBND TỈNH KON TUM

Số: 310/KH-UBND

KẾ HOẠCH

Hoạt động khuyến công tỉnh Kon Tum năm 2025

I. KẾT QUẢ NĂM 2024

Năm 2024, tỉnh đã hỗ trợ 21 cơ sở.

II. KINH PHÍ

1. Phân theo nguồn (đơn vị tính: triệu đồng)

a) Khuyến công quốc gia: 1.200

b) Ngân sách tỉnh: 2.350

2. Số đề án theo địa bàn (đơn vị tính: đề án)

Thành phố Kon Tum: 7; huyện Đắk Hà: 4; huyện Sa Thầy: 2.
"""


def figures(text: str, title: str = "Kế hoạch khuyến công tỉnh Kon Tum năm 2025", date: str = "2024-12-10"):
    loaded = load_txt(text.encode(), Limits())
    source = Source(id="d", file="d.txt", title=title, date=date, region="Kon Tum")
    return extract_figures(Document(source, loaded.text, loaded.blocks))


def told(figure: Figure) -> tuple[str, str, str]:
    return f"{figure.value} {figure.unit}", figure.place.name if figure.place else "", figure.status


def test_a_list_is_read_in_the_unit_that_the_line_above_it_says():
    read = [told(figure) for figure in figures(PLAN)]
    assert ("1200000000 đồng", "Kon Tum", "plan") in read
    assert ("2350000000 đồng", "Kon Tum", "plan") in read
    assert ("4 đề án", "Đắk Hà", "plan") in read and ("2 đề án", "Sa Thầy", "plan") in read


def test_the_results_that_a_plan_opens_with_are_no_plan():
    assert ("21 cơ sở", "Kon Tum", "actual") in [told(figure) for figure in figures(PLAN)]


def test_a_report_is_no_plan():
    report = PLAN.replace("310/KH-UBND", "310/BC-UBND").replace("KẾ HOẠCH\n", "BÁO CÁO\n")
    read = [told(figure) for figure in figures(report, "Báo cáo khuyến công tỉnh Kon Tum năm 2025", "2025-12-20")]
    assert ("1200000000 đồng", "Kon Tum", "actual") in read


@pytest.mark.parametrize(
    "line",
    [
        "Theo đó, năm 2025 tỉnh có 12 đề án và 4 cơ sở; ngân sách tỉnh: 5",
        "Ngân sách tỉnh: 5.900 triệu đồng",
        "Cục Công Thương địa phương",
        "Khuyến công quốc gia: chưa có; ngân sách tỉnh: 5",
    ],
)
def test_what_is_not_made_of_labels_and_bare_numbers_is_no_list(line):
    assert read_list_numbers(line) == []


def test_several_numbers_of_one_line_keep_what_heads_them():
    line = "1. Xưởng mộc Hòa Lợi: tổng vốn 620; hỗ trợ 200"
    assert [(item.head, item.label, line[item.start : item.end]) for item in read_list_numbers(line)] == [
        ("Xưởng mộc Hòa Lợi", "tổng vốn", "620"),
        ("Xưởng mộc Hòa Lợi", "hỗ trợ", "200"),
    ]


def test_a_quoted_line_carries_its_number_only_beside_the_line_that_says_the_unit():
    line, over = "b) Ngân sách tỉnh: 2.350", "1. Phân theo nguồn (đơn vị tính: triệu đồng)"
    assert [(str(q.value), q.unit) for q in quantities_of([line, over])] == [("2350000000", "đồng")]
    assert quantities_of([line]) == [] and quantities_of([line, "1. Phân theo nguồn"]) == []


def test_gaps_of_spaces_part_the_cells_of_a_table_and_not_those_of_a_letterhead():
    letterhead = "UBND TỈNH          CỘNG HÒA\nSỞ CÔNG THƯƠNG     Độc lập"
    table = "Nội dung     Kinh phí\nĐào tạo nghề    640\nHội chợ    1.080"
    assert bars_for_tabs(f"{letterhead}\n\n{table}") == (
        f"{letterhead}\n\nNội dung | Kinh phí\nĐào tạo nghề | 640\nHội chợ | 1.080"
    )
    two = "Nội dung     Kinh phí\nĐào tạo nghề    640"
    assert bars_for_tabs(two) == two


def test_a_column_of_targets_counts_no_targets():
    table = (
        "Nội dung | Đơn vị tính | Mục tiêu | Thực hiện\n"
        "Mô hình trình diễn | mô hình | 15 | 12\nGian hàng | gian hàng | 40 | 38"
    )
    read = [told(figure) for figure in figures(table, "Tổng kết khuyến công Kon Tum năm 2025", "2025-12-20")]
    assert ("15 mô hình", "Kon Tum", "plan") in read and ("12 mô hình", "Kon Tum", "actual") in read


def test_what_was_spent_of_a_plan_is_of_the_months_and_the_plan_of_the_year():
    text = (
        "Sáu tháng đầu năm 2024, toàn tỉnh có tiến bộ.\n\n"
        "Tỉnh dẫn đầu với 5,4 tỷ đồng đã thực hiện trên kế hoạch 11,8 tỷ đồng."
    )
    spent, planned = figures(text, "Khuyến công Kon Tum 6 tháng đầu năm 2024", "2024-07-19")[-2:]
    assert (spent.status, spent.period.end) == ("actual", "2024-06-30")
    assert (planned.status, planned.period.end) == ("plan", "2024-12-31")
