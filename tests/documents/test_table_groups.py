"""The rows of a table that name the rows under them, and the figures of those rows."""

import pytest

from documents.figures import extract_figures
from documents.loading_text import load_txt
from documents.records import Document, Figure, Source
from documents.settings import Limits
from documents.table_groups import is_total, name_given, read_groups


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        (["I", "Khuyến công quốc gia"], "Khuyến công quốc gia"),
        (["II.", "Khuyến công địa phương", "29", "4.880", "94,0"], "Khuyến công địa phương"),
        (["I. Khuyến công quốc gia", "", "8", "97,2%"], "Khuyến công quốc gia"),
        (["A. Huyện Kỳ Anh"], "Huyện Kỳ Anh"),
        (["Nguồn khuyến công địa phương", "", ""], "Nguồn khuyến công địa phương"),
        (["Huyện Kỳ Anh", "-", "-"], ""),
        (["I", "x" * 81], ""),
        (["1", "Đào tạo nghề", "3"], ""),
        (["A", "5", "3"], ""),
        (["Hội chợ", "", ""], ""),
        (["I", "HTX Muối", "huyện Kỳ Anh", "300"], ""),
        (["Tổng cộng (I + II)", "", "37"], ""),
        (["Cộng", "37"], ""),
        ([], ""),
    ],
)
def test_what_a_row_may_call_the_rows_under_it(cells, name):
    assert name_given(cells) == name


@pytest.mark.parametrize(
    ("cells", "total"),
    [
        (["Tổng cộng (I + II)", "", "37"], True),
        (["III", "Cộng", "5"], True),
        (["Tổng số đề án", "5"], True),
        (["1", "Tuyên truyền", "5"], False),
        (["2", "Tổng Công ty Khoáng sản", "900"], False),
        (["1", "Tổng hợp báo cáo", "9"], False),
        (["1", "Cộng đồng doanh nghiệp", "9"], False),
        ([], False),
    ],
)
def test_a_total_is_told_by_its_first_words(cells, total):
    assert is_total(cells) is total


@pytest.mark.parametrize(
    ("rows", "over"),
    [
        ("I|Nguồn A;1|x|2;2|y|3;II|Nguồn B;1|z|4;Tổng|9;a|1", [(), (0,), (0,), (), (3,), (), ()]),
        ("I|Nhóm một|5;II|Nhóm hai|6", [(), ()]),
        ("I|Hội chợ|5;II|Máy móc|6;|Khác|1", [(), (), ()]),
        ("I|Hội chợ|5;II|Máy móc|6;III|Bao bì|2;4|Tư vấn|1", [(), (), (), ()]),
        ("I|Nguồn A|0;II|Nguồn B|6;1|x|6", [(), (), (1,)]),
        ("A|Huyện A;I|Nguồn B;1|y|6;B|Huyện B;I|Nguồn B;1|z|2", [(), (0,), (0, 1), (), (3,), (3, 4)]),
        ("A|Quốc gia|5;I|Hội chợ|3;B|Địa phương|2;I|Hội chợ|2", [(), (0,), (), (2,)]),
        ("I|Nguồn A;1|x|2;Cộng I|2;II|Nguồn B;1|z|4;Cộng II|4;Tổng cộng|6", [(), (0,), (0,), (), (3,), (3,), ()]),
        ("I|Nguồn A;1|x|2;Cộng|2;II|Nguồn B;1|z|4;Cộng|4", [(), (0,), (0,), (), (3,), (3,)]),
        ("H. Kỳ Anh|9|900;TX Hồng Lĩnh|2|200", [(), ()]),
        ("V. Thắng|9|900;TX Hồng Lĩnh|2|200", [(), ()]),
        ("Huyện Kỳ Anh||;Huyện Thạch Hà|2|200", [(), ()]),
        ("Năm 2021||;Hội chợ|2|200;Năm 2022||;Hội chợ|3|300", [(), (0,), (), (2,)]),
        ("Tổng cộng|12;I|Quốc gia|5;1|x|5;II|Địa phương|7;1|y|7", [(), (), (1,), (), (3,)]),
        ("I|Quốc gia;1|x|2;2|y|3;III|Địa phương;1|z|4;2|t|5", [(), (0,), (0,), (), (3,), (3,)]),
        ("I|Quốc gia;1|x|2;III|Dự phòng|5;Tổng cộng|9", [(), (0,), (), ()]),
        ("A|Quốc gia;1|x|2;2|y|3;B|Địa phương;3|z|4;4|t|5", [(), (0,), (0,), (), (3,), (3,)]),
        ("II|Địa phương;1|z|4;2|t|5", [(), (0,), (0,)]),
        ("I|Quốc gia;1|x|2;H. Kỳ Anh|9;2|y|3", [(), (0,), (0,), (0,)]),
    ],
)
def test_which_groups_a_row_stands_in(rows, over):
    assert [one.over for one in read_groups([row.split("|") for row in rows.split(";")])] == over


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


SUMS = """Bảng 1. Kết quả khuyến công tỉnh Bến Tre năm 2022

TT | Nội dung | Số đề án | Kinh phí (triệu đồng)
I | Khuyến công quốc gia | |
1 | Ứng dụng máy móc | 6 | 1.800
- | Cộng I | 6 | 1.800
II | Kế hoạch năm 2023 | |
1 | Đào tạo nghề | 7 | 1.080
- | Cộng II | 7 | 1.081
III | Huyện Giồng Trôm | |
1 | Hội chợ | 2 | 90
- | Tổng cộng | 15 | 2.971
"""


def test_the_sum_of_a_group_is_called_by_it_and_a_group_dates_places_and_plans_its_rows():
    loaded = load_txt(SUMS.encode(), Limits())
    source = Source(id="d", file="d.txt", title="Khuyến công Bến Tre năm 2022", date="2023-01-12")
    found = extract_figures(Document(source, loaded.text, loaded.blocks))
    names = {figure.text: figure.indicator_name for figure in found}
    assert names["1.081"] == "kế hoạch – kinh phí" and names["2.971"] == "tổng cộng – kinh phí"
    told = {figure.text: figure for figure in found}
    assert (told["1.080"].period.label, told["1.080"].status) == ("năm 2023", "plan")
    assert told["90"].place.name == "Giồng Trôm"
