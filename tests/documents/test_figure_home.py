"""The place of figures where the page says only ``tỉnh`` or ``thành phố``: named later, in a caption, by the site."""

import pytest

from documents.figures import extract_figures
from documents.loading_text import load_txt
from documents.places import find_places
from documents.records import Block, Document, Source
from documents.settings import Limits


def places(text: str, title: str = "page", date: str = "2016-05-04", **source) -> list[str]:
    """The place of every figure of a page of paragraphs."""
    loaded = load_txt(text.encode(), Limits())
    document = Document(
        Source(id="page", file="page.txt", title=title, date=date, **source), loaded.text, loaded.blocks
    )
    return [figure.place.name if figure.place else "-" for figure in extract_figures(document)]


LATER = "\n\nSản phẩm công nghiệp nông thôn {} ngày càng có chỗ đứng trên thị trường."


@pytest.mark.parametrize(
    "lead, place",
    [
        ("Năm nay, khuyến công thành phố mở 30 lớp cho 900 lao động.", "Hải Phòng"),
        ("Thành phố dự định mở 30 lớp cho 900 lao động.", "Cần Thơ"),
        ("Trung tâm Khuyến công tỉnh mở 30 lớp cho 900 lao động.", "Nam Định"),
        ("Các làng nghề của tỉnh ta có 30 lớp với 900 lao động.", "Thái Bình"),
    ],
)
def test_the_only_province_of_a_page_holds_before_it_is_named(lead, place):
    assert places(lead + LATER.format(place)) == [place, place]


@pytest.mark.parametrize(
    "text, names",
    [
        ("hàng công nghiệp nông thôn Hà Nội", ["Hà Nội"]),
        ("lao động nông thôn Thanh Hóa và Nghệ An", ["Thanh Hóa", "Nghệ An"]),
        ("tại hội chợ Cần Thơ", ["Cần Thơ"]),
        ("theo yêu cầu Quảng Nam đưa ra", ["Quảng Nam"]),
        ("thôn Hà Nam, bản Cà Mau, cầu Bình Định", []),
    ],
)
def test_words_that_end_like_a_kind_word_hide_no_province(text, names):
    assert [place.name for place, _, _ in find_places(text)] == names


def test_a_photo_caption_names_the_province():
    text = "Trung tâm mở 12 lớp dạy nghề.\nXưởng may tại tỉnh Hậu Giang. Ảnh: T.L"
    cut = text.index("\n")
    blocks = (Block("paragraph", 0, cut), Block("caption", cut + 1, len(text)))
    figures = extract_figures(Document(Source(id="p", file="p.txt"), text, blocks))
    assert [(f.value, f.place and f.place.name) for f in figures] == [(12, "Hậu Giang")]


@pytest.mark.parametrize(
    "source, place",
    [
        ({"address": "https://baobinhdinh.vn/viewer.aspx?mabb=1"}, "Bình Định"),
        ({"address": "http://khuyencong.ha-noi.gov.vn/tin/12"}, "Hà Nội"),
        ({"publisher": "congthuong.laocai.gov.vn"}, "Lào Cai"),
        ({"publisher": "Sở Công Thương Kon Tum"}, "Kon Tum"),
        ({"address": "https://vietnamplus.vn/ha-noi-mo-lop.html"}, "-"),
        ({"publisher": "Báo Công Thương"}, "-"),
    ],
)
def test_the_site_tells_the_province_where_the_text_names_none(source, place):
    assert places("UBND tỉnh thông qua 20 đề án.", **source) == [place]


def test_a_site_does_not_overrule_the_title():
    assert places("Tỉnh hỗ trợ 20 đề án.", title="Khuyến công Gia Lai", address="https://baobinhdinh.vn/1") == [
        "Gia Lai"
    ]


def test_a_provinces_capital_is_not_the_city_of_the_page():
    text = "Năm 2016, tỉnh Hải Dương mở 9 lớp. Khuyến công thành phố góp 2 lớp."
    assert places(text) == ["Hải Dương", "Hải Dương"]


@pytest.mark.parametrize(
    "text, place",
    [
        ("Tỉnh hỗ trợ 20 đề án ở các huyện Gia Lộc, Thanh Hà, Bình Giang.", "Hải Dương"),
        (
            "Tỉnh hỗ trợ 20 đề án. Trung tâm phối hợp với Sở Công Thương Phú Thọ. Hàng nông thôn Nam Định bán chạy.",
            "Nam Định",
        ),
        ("Tỉnh hỗ trợ 20 đề án. Nghệ An và Hà Tĩnh cùng dự.", "-"),
    ],
)
def test_districts_and_the_part_a_province_plays_tell_whose_page_it_is(text, place):
    assert places(text)[0] == place


EVENTS = [
    (
        "Tỉnh Cà Mau giúp 5 cơ sở tham gia hội chợ triển lãm hàng công nghiệp nông thôn (CNNT) tiêu biểu khu vực "
        "phía Nam; hỗ trợ 8 cơ sở làm trang bán hàng.",
        ["Cà Mau", "Cà Mau"],
    ),
    ("Tỉnh Lào Cai đưa 9 cơ sở dự hội chợ khu vực phía Bắc, 5 cơ sở dự triển lãm.", ["Lào Cai", "Lào Cai"]),
    (
        "Tỉnh Quảng Trị có 3 đề án tổ chức hội nghị, hội chợ, là dịp để ngành Công Thương các tỉnh, thành phố khu vực "
        "miền Trung - Tây Nguyên gặp nhau.",
        ["Quảng Trị"],
    ),
    ("Hội chợ hàng công nghiệp nông thôn tiêu biểu khu vực phía Nam có 90 gian hàng.", ["phía Nam"]),
    ("Năm 2016, khuyến công của các tỉnh, thành phố khu vực phía Nam giúp 300 cơ sở.", ["phía Nam"]),
    ("Năm 2016, có 120 đề án của các tỉnh, thành phố khu vực phía Nam.", ["phía Nam"]),
]


@pytest.mark.parametrize("text, read", EVENTS)
def test_a_region_in_an_event_s_name_is_not_where_a_province_s_figures_lie(text, read):
    assert places(text) == read


DISTRICT = (
    "UBND huyện Cam Lộ vừa phân bổ kinh phí khuyến công cho 8 cơ sở.\n\nMỗi cơ sở trên địa bàn nhận 25 triệu đồng."
)


@pytest.mark.parametrize(
    "more, source, read",
    [
        ("", {}, ["Cam Lộ", "Cam Lộ"]),
        ("", {"publisher": "Báo Quảng Trị"}, ["Cam Lộ", "Cam Lộ"]),
        ("\n\nCùng lúc, khuyến công tỉnh góp vốn.", {}, ["Cam Lộ", "Quảng Trị"]),
        ("\n\nHuyện Gio Linh hỗ trợ 9 cơ sở.", {}, ["Cam Lộ", "Quảng Trị", "Gio Linh"]),
    ],
)
def test_a_page_that_tells_of_one_district_alone_is_that_district_s(more, source, read):
    assert places(DISTRICT + more, title="Thêm cơ sở được hỗ trợ", **source) == read


@pytest.mark.parametrize(
    ("title", "district", "code"),
    [
        ("Khuyến công Thừa Thiên Huế năm 2014", "Phong Điền", "476"),
        ("Khuyến công Cần Thơ năm 2014", "Phong Điền", "926"),
        ("Khuyến công Tây Ninh năm 2014", "Tân Châu", "706"),
        ("Khuyến công An Giang năm 2014", "Châu Thành", ""),
        ("Khuyến công năm 2014", "Phong Điền", ""),
    ],
)
def test_a_district_whose_kind_may_have_changed_is_that_of_the_page(title, district, code):
    text = f"Trung tâm mở 4 lớp tại huyện {district}."
    document = Document(Source(id="p", file="p.txt", title=title), text, (Block("paragraph", 0, len(text)),))
    assert [(f.place.name, f.place.code) for f in extract_figures(document)] == [(district, code)]


COUNTED = (
    "Tỉnh Thái Nguyên thực hiện 38 đề án. "
    "Huyện Phú Bình dẫn đầu với 8 đề án; tiếp đến là Đại Từ 7 đề án. "
    "Định Hóa có 3 đề án, còn Võ Nhai chỉ có 1 đề án.\n\n"
    "Có 3 đề án phải ngừng, gồm 2 đề án ở Đồng Hỷ và 1 đề án ở Phú Lương. "
    "Mạng lưới cộng tác viên phủ được 96 xã."
)


def test_districts_of_the_pages_own_province_count_by_their_bare_names():
    assert places(COUNTED, title="Khuyến công Thái Nguyên năm 2023") == [
        "Thái Nguyên", "Phú Bình", "Đại Từ", "Định Hóa", "Võ Nhai",
        "Thái Nguyên", "Đồng Hỷ", "Phú Lương", "Thái Nguyên",
    ]  # fmt: skip


def test_a_district_of_another_province_and_a_person_rule_no_figure():
    text = (
        "Tỉnh Thái Nguyên thực hiện 38 đề án. Hoài Đức có 3 đề án. Ông Đại Từ có 2 xưởng. "
        "Hội thi gồm các đội Sao Vàng, Phú Lương, Hoa Sen. Có 4 giải."
    )
    assert set(places(text, title="Khuyến công Thái Nguyên năm 2023")) == {"Thái Nguyên"}


TABLE = """Khuyến công tỉnh Lạng Sơn năm 2020

Tỉnh Lạng Sơn thực hiện 27 đề án.

{head} | Số đề án | Thực hiện (triệu đồng)
Cao Lộc | 4 | 646
Chi Lăng | 5 | 750
Tổng cộng | 27 | 4.081
"""


@pytest.mark.parametrize("head", ["Địa bàn", "Huyện", "Địa phương"])
def test_the_rows_of_a_table_are_of_the_districts_that_head_them(head):
    assert places(TABLE.format(head=head))[-6:] == [
        "Cao Lộc",
        "Cao Lộc",
        "Chi Lăng",
        "Chi Lăng",
        "Lạng Sơn",
        "Lạng Sơn",
    ]


def test_a_market_named_twice_is_not_the_home_of_a_page_of_another_province():
    text = (
        "Ở thị trấn Rạch Gốc, huyện Ngọc Hiển, xưởng được hỗ trợ 170 triệu đồng.\n\n"
        "Hàng có mặt ở Cần Thơ và Sóc Trăng. Tháng tới, bà đi hội chợ ở Cần Thơ với 2 gian hàng."
    )
    assert places(text)[0] == "Ngọc Hiển" and "Cần Thơ" not in places(text)
