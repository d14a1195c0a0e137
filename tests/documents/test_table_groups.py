"""The rows of a table that name the rows under them, and the figures of those rows."""

import pytest

from documents.figures import extract_figures
from documents.loading_text import load_txt
from documents.records import Document, Figure, Source
from documents.settings import Limits
from documents.table_groups import group_named, groups_over, is_total


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        (["I", "Khuyến công quốc gia"], "Khuyến công quốc gia"),
        (["II.", "Khuyến công địa phương", "29", "4.880", "94,0"], "Khuyến công địa phương"),
        (["I. Khuyến công quốc gia", "", "8", "97,2%"], "Khuyến công quốc gia"),
        (["A. Huyện Kỳ Anh"], "Huyện Kỳ Anh"),
        (["Nguồn khuyến công địa phương", "", ""], "Nguồn khuyến công địa phương"),
        (["1", "Đào tạo nghề", "3"], ""),
        (["A", "5", "3"], ""),
        (["Hội chợ", "", ""], ""),
        (["I", "HTX Muối", "huyện Kỳ Anh", "300"], ""),
        (["Tổng cộng (I + II)", "", "37"], ""),
        (["Cộng", "37"], ""),
        ([], ""),
    ],
)
def test_what_a_row_calls_the_rows_under_it(cells, name):
    assert group_named(cells) == name


def test_a_total_is_told_by_its_first_words():
    assert is_total(["Tổng cộng (I + II)", "", "37"]) and is_total(["III", "Cộng", "5"])
    assert not is_total(["1", "Tuyên truyền", "5"]) and not is_total([])


def test_a_group_ends_with_the_next_one_or_the_total_and_numbered_rows_are_no_groups():
    rows = [
        ["I", "Nguồn A"],
        ["1", "x", "2"],
        ["2", "y", "3"],
        ["II", "Nguồn B"],
        ["1", "z", "4"],
        ["Tổng", "9"],
        ["a", "1"],
    ]
    assert groups_over(rows) == [None, 0, 0, None, 3, None, None]
    assert groups_over([["I", "Nhóm một", "5"], ["II", "Nhóm hai", "6"]]) == [None, None]
    assert groups_over([["I", "Hội chợ", "5"], ["II", "Máy móc", "6"], ["", "Khác", "1"]]) == [None, None, None]
    assert groups_over([["I", "Nguồn A", "0"], ["II", "Nguồn B", "6"], ["1", "x", "6"]]) == [None, None, 1]
    assert groups_over([["A", "Huyện A"], ["I", "Nguồn B"], ["x", "y", "6"]]) == [None, None, 1]


TABLE = """Bảng 2. Kết quả khuyến công tỉnh Bến Tre năm 2022

TT | Nội dung | Số đề án | Kinh phí (triệu đồng) - Kế hoạch | Kinh phí (triệu đồng) - Thực hiện
I. Khuyến công quốc gia | | 8 | 2.900 | 2.820
1 | Ứng dụng máy móc | 6 | 1.800 | 1.800
2 | Mô hình trình diễn kỹ thuật | 2 | 1.100 | 1.020
II. Khuyến công địa phương | | 29 | 4.880 | 4.587
1 | Ứng dụng máy móc | 22 | 3.800 | 3.540
2 | Đào tạo nghề | 7 | 1.080 | 1.047
Tổng cộng (I + II) | | 37 | 7.780 | 7.407
"""


def figures() -> dict[str, Figure]:
    loaded = load_txt(TABLE.encode(), Limits())
    source = Source(id="d", file="d.txt", title="Khuyến công Bến Tre năm 2022", date="2023-01-12")
    return {figure.text: figure for figure in extract_figures(Document(source, loaded.text, loaded.blocks))}


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("2.820", "khuyến công quốc gia – kinh phí - thực hiện"),
        ("4.880", "khuyến công địa phương – kinh phí - kế hoạch"),
        ("1.020", "mô hình trình diễn kỹ thuật – khuyến công quốc gia – kinh phí - thực hiện"),
        ("3.540", "ứng dụng máy móc – khuyến công địa phương – kinh phí - thực hiện"),
        ("22", "ứng dụng máy móc – khuyến công địa phương – số đề án"),
        ("7.407", "kinh phí - thực hiện"),
    ],
)
def test_a_figure_is_called_by_the_group_of_its_row(printed, name):
    assert figures()[printed].indicator_name == name
