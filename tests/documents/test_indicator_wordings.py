"""Names of figures in wordings that once gave them another's name, a piece of a name or none."""

import pytest

from documents.figures import extract_figures
from documents.records import Block, Document, Source


def named(text: str) -> list[tuple[str, str]]:
    document = Document(
        Source(id="d", file="d.txt", title="Khuyến công Lạng Sơn năm 2021"), text, (Block("paragraph", 0, len(text)),)
    )
    return [(figure.text, figure.indicator_name) for figure in extract_figures(document)]


PLACES = [
    (
        "Kinh phí khuyến công quốc gia của tỉnh Cao Bằng là 3,1 tỷ đồng. Doanh thu của huyện Hữu Bằng là 40 tỷ đồng.",
        [("3,1 tỷ đồng", "kinh phí khuyến công quốc gia"), ("40 tỷ đồng", "doanh thu")],
    ),
    ("Kinh phí khuyến công bằng 3,1 tỷ đồng.", [("3,1 tỷ đồng", "kinh phí khuyến công")]),
]


@pytest.mark.parametrize(("text", "names"), PLACES)
def test_a_place_whose_name_ends_like_a_link_is_not_cut(text, names):
    assert named(text) == names


SERIES = [
    (
        "Mở 9 lớp với tổng kinh phí 450 triệu đồng. Nguồn ngân sách tăng dần (năm 2016 là 800 triệu đồng, "
        "đến năm 2019 là 1.900 triệu đồng).",
        [
            ("9 lớp", "lớp"),
            ("450 triệu đồng", "tổng kinh phí"),
            ("800 triệu đồng", "nguồn ngân sách tăng dần"),
            ("1.900 triệu đồng", "nguồn ngân sách tăng dần"),
        ],
    ),
    (
        "Tỷ trọng công nghiệp từ 24,5% năm 2012 lên 31% năm 2017.",
        [("24,5%", "tỷ trọng công nghiệp"), ("31%", "tỷ trọng công nghiệp")],
    ),
    (
        "Tỷ trọng công nghiệp tăng từ 24,5% năm 2012 lên 31% năm 2017.",
        [("24,5%", "tỷ trọng công nghiệp"), ("31%", "tỷ trọng công nghiệp")],
    ),
    (
        "Tỷ trọng công nghiệp tăng 3,1% lên 21,5%.",
        [("3,1%", "mức tăng tỷ trọng công nghiệp"), ("21,5%", "tỷ trọng công nghiệp")],
    ),
    (
        "Tỷ trọng công nghiệp tăng 3,1 điểm % lên 21,5%.",
        [("3,1 điểm %", "mức tăng tỷ trọng công nghiệp"), ("21,5%", "tỷ trọng công nghiệp")],
    ),
    (
        "Tỷ lệ hộ nghèo giảm 2,5% xuống còn 7,2%.",
        [("2,5%", "mức giảm tỷ lệ hộ nghèo"), ("7,2%", "tỷ lệ hộ nghèo")],
    ),
    (
        "Doanh thu năm 2012 là 5 tỷ đồng. Tỷ lệ lao động qua đào tạo từ 22% lên 40%.",
        [
            ("5 tỷ đồng", "doanh thu"),
            ("22%", "tỷ lệ lao động qua đào tạo"),
            ("40%", "tỷ lệ lao động qua đào tạo"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "names"), SERIES)
def test_the_later_value_of_a_series_is_of_what_the_first_is_of(text, names):
    assert named(text) == names


RATES = [
    (
        "Kinh phí hỗ trợ máy móc chiếm 21,3% tổng kinh phí, trung bình hỗ trợ 150 triệu đồng/cơ sở.",
        "mức hỗ trợ bình quân mỗi cơ sở",
    ),
    ("Ngân hàng cho vay khoảng 90 hộ (từ 20-30 triệu đồng/hộ).", "mức cho vay mỗi hộ"),
]


@pytest.mark.parametrize(("text", "name"), RATES)
def test_a_rate_is_named_as_what_each_gets(text, name):
    assert named(text)[-1][1] == name


MONEY = [
    (
        "Nguồn kinh phí khuyến công địa phương hỗ trợ đề án “Máy sấy chè” với tổng kinh phí thực hiện đề án là 420 "
        "triệu đồng.",
        "tổng kinh phí thực hiện đề án",
    ),
    ("Lạng Sơn: 6,2 tỷ đồng thực hiện các chương trình, đề án khuyến công", "kinh phí thực hiện các chương trình"),
    ("Hơn 6 tỷ đồng cho hoạt động khuyến công", "kinh phí hoạt động khuyến công"),
    ("Hỗ trợ 2 cụm công nghiệp Bản Áng (Cao Lộc) và Tân Liên với số tiền là 7 tỷ đồng.", "số tiền cụm công nghiệp"),
    ("Dù ngân sách huyện còn hạn hẹp, huyện đã trích 150 triệu đồng mua máy.", "kinh phí trích mua máy"),
    ("01 đồng vốn từ ngân sách tỉnh thu hút được 4,2 đồng vốn đầu tư của cơ sở.", "vốn đầu tư thu hút được"),
    ("Chương trình có 60 đề án. Riêng nội dung này, tổng kinh phí là 12 tỷ đồng.", "tổng kinh phí"),
    ("Riêng hoạt động này, tổng kinh phí 2 tỷ đồng.", "tổng kinh phí"),
]


@pytest.mark.parametrize(("text", "name"), MONEY)
def test_money_is_named_after_what_it_is_for_not_after_what_stands_around_it(text, name):
    assert named(text)[-1][1] == name


def test_money_in_the_brackets_of_a_group_is_of_the_group():
    text = (
        "Sản xuất phim tài liệu (2 chương trình tuyên truyền về khuyến công, 70 triệu đồng); Nâng cao năng lực quản lý "
        "(4 lớp, gần 190 triệu đồng)."
    )
    assert named(text) == [
        ("2 chương trình", "chương trình tuyên truyền về khuyến công"),
        ("70 triệu đồng", "kinh phí sản xuất phim tài liệu"),
        ("4 lớp", "lớp"),
        ("190 triệu đồng", "kinh phí nâng cao năng lực quản lý"),
    ]
