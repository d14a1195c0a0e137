"""What is planned: by words of intent, by the part or the page it stands in, by a period that lies ahead."""

import pytest

from documents.figures import extract_figures
from documents.loading_text import load_txt
from documents.records import Block, BlockKind, Document, Source
from documents.settings import Limits


def statuses(text: str, title: str = "Khuyến công Nam Định", date: str = "") -> list[str]:
    """Each figure of a page as ``number status``."""
    loaded = load_txt(text.encode(), Limits())
    source = Source(id="page", file="page.txt", title=title, date=date, kind="article")
    return [f"{f.text.split()[0]} {f.status}" for f in extract_figures(Document(source, loaded.text, loaded.blocks))]


INTENT = [
    ("Năm 2016, trung tâm dự định giúp 45 cơ sở và mở 9 lớp.", ["45 plan", "9 plan"]),
    ("Chương trình cần gần 80 tỷ đồng; ngân sách tỉnh góp 60 tỷ đồng.", ["80 plan", "60 plan"]),
    ("Để làm việc này, huyện cần thêm khoảng 4 tỷ đồng.", ["4 plan"]),
    ("Công nghiệp nông thôn phải tăng bình quân 14%/năm; dạy nghề cho 900 lao động.", ["14% plan", "900 plan"]),
    ("Từ nay đến cuối năm, trung tâm dựng 3 mô hình, mở 2 lớp.", ["3 plan", "2 plan"]),
    ("Giai đoạn một (từ nay đến năm 2018), tỉnh mở 40 lớp cho 1.200 lao động.", ["40 plan", "1.200 plan"]),
    ("Mấy tháng cuối năm, trung tâm làm tiếp 4 mô hình, mức 200 triệu đồng/mô hình.", ["4 plan", "200 plan"]),
    ("Thời gian tới, tỉnh dồn 12 tỷ đồng cho 30 cơ sở.", ["12 plan", "30 plan"]),
    ("Sang năm, trung tâm mở 12 lớp.", ["12 plan"]),
    ("Đề án hướng đến 70 cơ sở, kỳ vọng giải quyết việc làm cho 900 lao động.", ["70 plan", "900 plan"]),
    ("Tỉnh có chủ trương hỗ trợ 30 cơ sở.", ["30 plan"]),
    (
        "Tỉnh sẽ hỗ trợ 12 cơ sở trong năm tới; đơn vị tư vấn đã thực hiện xong khảo sát.",
        ["12 plan"],
    ),
    (
        "Trung tâm đề nghị cấp 5 tỷ đồng cho 10 đề án; địa phương đã triển khai xong mặt bằng.",
        ["5 plan", "10 plan"],
    ),
    ("Trung tâm đề nghị cấp 5 tỷ đồng; địa phương đã triển khai xong.", ["5 plan"]),
    ("Tỉnh đề xuất 4 đề án, sẽ cấp 3 tỷ đồng; trung tâm đã thực hiện xong.", ["4 plan", "3 plan"]),
    ("Tỉnh đề xuất 4 đề án; tư vấn đã thực hiện hoàn thành khảo sát.", ["4 plan"]),
    ("Sở đã đề xuất 6 đề án. Phòng đã đề xuất Sở hỗ trợ 8 hộ.", ["6 plan", "8 plan"]),
    (
        "Tỉnh phấn đấu xuất khẩu tăng 7% so với năm 2021; tạo thêm 3.000 việc làm với thu nhập bình quân đạt "
        "48 triệu đồng/người/năm.",
        ["7% plan", "3.000 plan", "48 plan"],
    ),
    (
        "Thành phố sẽ mở 60 lớp, 25 lớp tại các làng đã có nghề; mở mười khóa tập huấn.",
        ["60 plan", "25 plan", "mười plan"],
    ),
]


@pytest.mark.parametrize("text, read", INTENT)
def test_words_of_intent_plan_the_figures_behind_them(text, read):
    assert statuses(text) == read


DONE = [
    ("Những tháng cuối năm 2015, trung tâm mở 6 lớp.", ["6 actual"]),
    ("Đoàn tham quan hoãn sang năm sau; 60% cơ sở giảm sản lượng.", ["60% actual"]),
    ("Trung tâm hỗ trợ đăng ký nhãn hiệu cho 9 cơ sở.", ["9 actual"]),
    ("Các hộ cần vốn được vay 2 tỷ đồng.", ["2 actual"]),
    ("Sang năm 2015, trung tâm mở 7 lớp.", ["7 actual"]),
    ("Từ nay đến cuối năm còn nhiều việc. Trung tâm đã mở 5 lớp.", ["5 actual"]),
    ("Tỉnh tổ chức tập huấn cho lao động tại các làng đã có nghề, gồm 8 lớp.", ["8 actual"]),
    ("Trung tâm phổ biến các văn bản, chủ trương, chính sách mới cho 800 lượt cán bộ.", ["800 actual"]),
    ("Từ đầu năm 2018 đến nay, trung tâm đã đề xuất, hỗ trợ 26 cơ sở với 1,9 tỷ đồng.", ["26 actual", "1,9 actual"]),
    ("Phòng đã đề xuất và hỗ trợ 7 hộ mua máy.", ["7 actual"]),
    ("Phòng tham mưu đề xuất, thực hiện 3 đề án.", ["3 actual"]),
    (
        "Năm 2017, tỉnh đề xuất 4 đề án, được Bộ phê duyệt 860 triệu đồng; trung tâm đã triển khai hoàn thành.",
        ["4 actual", "860 actual"],
    ),
    ("Nhờ máy mới, xưởng chỉ cần 3-4 công nhân trông coi.", ["3-4 actual"]),
]


@pytest.mark.parametrize("text, read", DONE)
def test_words_that_look_like_intent_plan_nothing(text, read):
    assert statuses(text) == read


LABELS = [
    (
        "Chỉ tiêu cụ thể: năm 2017, giá trị sản xuất đạt 9.000 tỷ đồng, tăng 8%. Xuất khẩu đạt 90 triệu USD.",
        ["9.000 plan", "8% plan", "90 plan"],
    ),
    (
        "Mục tiêu đến năm 2020: mỗi huyện có 2 cụm công nghiệp. Số lao động có việc là 3.000 người.",
        ["2 plan", "3.000 plan"],
    ),
    ("Nhiệm vụ năm tới: mở 20 lớp.\n\nNăm qua, trung tâm mở 15 lớp.", ["20 plan", "15 actual"]),
    ("Kết quả thực hiện kế hoạch: mở 20 lớp, đạt 100%.", ["20 actual", "100% actual"]),
    ("Mục tiêu: mở 20 lớp; đến nay đã mở 12 lớp.", ["20 plan", "12 actual"]),
]


@pytest.mark.parametrize("text, read", LABELS)
def test_a_label_of_planning_rules_its_paragraph(text, read):
    assert statuses(text) == read


PAGES = [
    (
        "Kế hoạch khuyến công năm 2018 vừa được UBND tỉnh ban hành.\n\n"
        "Tổng kinh phí 3 tỷ đồng cho 15 đề án.\n\nNgân sách tỉnh góp 2 tỷ đồng; khuyến công quốc gia góp 1 tỷ đồng.",
        ["3 plan", "15 plan", "2 plan", "1 plan"],
    ),
    (
        "UBND tỉnh vừa phê duyệt danh mục đề án khuyến công năm 2019, gồm 18 đề án.\n\n"
        "Mỗi cơ sở nhận không quá 200 triệu đồng/1 dự án.\n\nNăm 2018, trung tâm giúp 12 cơ sở.\n\nTỉnh chi 4 tỷ đồng.",
        ["18 plan", "200 plan", "12 actual", "4 actual"],
    ),
    (
        "Đề án phát triển nghề năm 2017 mới được HĐND huyện thông qua.\n\nMở 8 lớp cho 240 lao động.\n\n"
        "Đến nay, huyện đã mở 3 lớp. Có 90 lao động theo học.",
        ["8 plan", "240 plan", "3 actual", "90 actual"],
    ),
    (
        "Nam Định ban hành Kế hoạch khuyến công năm 2018\n\nKinh phí 3 tỷ đồng.\n\nTrung tâm mở 4 lớp.",
        ["3 plan", "4 plan"],
    ),
    (
        "UBND tỉnh ký Quyết định số 12/QĐ-UBND về Chương trình khuyến công giai đoạn 2016-2020.\n\nKinh phí 3 tỷ đồng.",
        ["3 plan"],
    ),
    (
        "Thực hiện kế hoạch khuyến công năm 2018 vừa được ban hành, trung tâm mở 8 lớp.\n\nDạy nghề cho 240 lao động.",
        ["8 actual", "240 actual"],
    ),
    (
        "Ngày 14/3, UBND TP. Hải Phòng ban hành Kế hoạch số 51/KH-UBND về khuyến công thành phố năm 2021.\n\n"
        "Năm 2021, thành phố hỗ trợ 25 cơ sở.\n\nDạy nghề cho 640 lao động.",
        ["25 plan", "640 plan"],
    ),
    (
        "Kế hoạch khuyến công năm 2018 vừa được UBND tỉnh ban hành.\n\n"
        "Thực hiện kế hoạch, trung tâm giúp 11 cơ sở lắp máy hiện đại.\n\nHiện toàn tỉnh có 60 cơ sở.",
        ["11 plan", "60 actual"],
    ),
    (
        "UBND TX. Sơn Tây vừa ban hành Kế hoạch khuyến công năm 2019.\n\nHỗ trợ 6 cơ sở ứng dụng máy móc.",
        ["6 plan"],
    ),
    (
        "Kế hoạch khuyến công năm 2018 vừa được UBND tỉnh ban hành.\n\n"
        "Hiện thực hóa kế hoạch, tỉnh giúp 11 cơ sở.\n\nTái hiện nghề cũ, mở 3 lớp.\n\nHiện thực hiện 5 đề án.",
        ["11 plan", "3 plan", "5 actual"],
    ),
    ("Chương trình khuyến công năm 2016 được phê duyệt từ đầu năm.\n\nTrung tâm hỗ trợ 12 cơ sở.", ["12 actual"]),
]


@pytest.mark.parametrize("text, read", PAGES)
def test_a_page_on_a_plan_just_made_plans_until_it_looks_back(text, read):
    assert statuses(text) == read


AHEAD = [
    ("Năm 2018, tỉnh hỗ trợ 20 cơ sở.", "2017-12-05", ["20 plan"]),
    ("Giai đoạn 2017-2020, tỉnh hỗ trợ 80 cơ sở, kinh phí 20 tỷ đồng.", "2017-03-05", ["80 plan", "20 plan"]),
    ("Giai đoạn 2016-2020, tỉnh đã hỗ trợ 80 cơ sở.", "2018-03-05", ["80 actual"]),
    ("Năm 2017, tỉnh hỗ trợ 20 cơ sở.", "2017-01-20", ["20 plan"]),
    ("Năm 2017, tỉnh hỗ trợ 20 cơ sở.", "2017-11-20", ["20 actual"]),
    ("Năm 2014, nghề mộc có 90 hộ. Đến năm 2020, giá trị sản xuất đạt 900 tỷ đồng.", "", ["90 actual", "900 plan"]),
    ("Năm 2014 và năm 2015 khó khăn. Đến năm 2014, tỉnh có 90 làng nghề.", "", ["90 actual"]),
    ("Ngày đăng: 05/12/2017\n\nNăm 2018, tỉnh hỗ trợ 20 cơ sở.", "", ["20 plan"]),
]


@pytest.mark.parametrize("text, date, read", AHEAD)
def test_a_period_that_lies_ahead_of_the_page_plans(text, date, read):
    assert statuses(text, date=date) == read


@pytest.mark.parametrize(
    "text, read",
    [
        (
            "Vốn khuyến công năm 2011 là 900 triệu đồng, đến năm 2015 là 2.100 triệu đồng.",
            ["900 actual", "2.100 actual"],
        ),
        ("Vốn (năm 2011 đạt 900 triệu đồng, đến năm 2015 đạt 2.100 triệu đồng).", ["900 actual", "2.100 actual"]),
        ("Năm 2011 có 9 cơ sở, phấn đấu đến năm 2015 có 30 cơ sở.", ["9 actual", "30 plan"]),
        ("Năm 2011 tỉnh họp. Năm 2011 có 9 cơ sở. Đến năm 2015 có 30 cơ sở.", ["9 actual", "30 plan"]),
    ],
)
def test_the_last_year_of_a_series_lies_not_ahead(text, read):
    assert statuses(text) == read


def test_the_sources_of_planned_money_in_the_next_paragraph_are_planned():
    assert statuses(
        "Năm 2018, tổng kinh phí dự kiến 2,8 tỷ đồng.\n\nKhuyến công quốc gia góp 800 triệu đồng cho 4 đề án; "
        "khuyến công địa phương góp 2 tỷ đồng.\n\nTrung tâm dạy nghề cho 90 lao động."
    ) == ["2,8 plan", "800 plan", "4 plan", "2 plan", "90 actual"]


@pytest.mark.parametrize(
    "text, read",
    [
        ("Mỗi cơ sở được hỗ trợ không quá 200 triệu đồng/1 dự án.", ["200 unknown"]),
        ("Năm tới, tỉnh sẽ giúp 5 cơ sở, tối đa 150 triệu đồng/cơ sở.", ["5 plan", "150 plan"]),
        ("Cơ sở Hồng Hà đã được hỗ trợ tối đa 150 triệu đồng.", ["150 actual"]),
    ],
)
def test_a_cap_is_nobodys_result(text, read):
    assert statuses(text) == read


def test_a_title_printed_twice_and_a_lead_repeated_lose_and_invent_nothing():
    title = "Nam Định: khuyến công năm 2018 cần 2,8 tỷ đồng"
    lead = "Tổng kinh phí hỗ trợ dự kiến 2,8 tỷ đồng cho 14 đề án."
    page = f"{title}\n\nBản in\n\n{title}\n\n{lead}\n\n{lead}\n\nTrung tâm đã mở 3 lớp."
    read = statuses(page, title=title)
    assert [r for r in read if r.startswith(("14", "3"))] == ["14 plan", "14 plan", "3 actual"]
    assert set(read) == {"2,8 plan", "14 plan", "3 actual"}


LISTED = (
    "Theo kế hoạch khuyến công năm 2022 được UBND tỉnh phê duyệt, nguồn kinh phí là 1,9 tỷ đồng.\n\n"
    "Theo đó, hỗ trợ đăng ký 6 nhãn hiệu; tham gia hội chợ cho 2-3 cơ sở.\n\n"
)


def test_a_plan_told_in_several_paragraphs_goes_on_with_words_that_add_to_it():
    assert statuses(
        LISTED + "Đặc biệt, dựng 1 - 2 mô hình trình diễn.\n\nNgoài ra, mở 3 lớp cho 90 học viên.\n\n"
        "Bên cạnh đó, trung tâm đã giúp 8 cơ sở."
    ) == ["1,9 plan", "6 plan", "2-3 plan", "1 plan", "3 plan", "90 plan", "8 actual"]
    assert statuses(LISTED + "Trung tâm có 12 cán bộ.\n\nNgoài ra, mở 3 lớp.")[3:] == ["12 actual", "3 actual"]


def test_words_that_add_to_results_do_not_take_up_a_plan_said_at_their_end():
    assert statuses(
        "Năm 2021, trung tâm giúp 14 cơ sở. Năm 2022, trung tâm dự kiến giúp 20 cơ sở.\n\nNgoài ra, mở 3 lớp."
    ) == ["14 actual", "20 plan", "3 actual"]


TITLES = [
    (
        "Lai Châu: Hơn 180 tỷ đồng cho khuyến công",
        "Giai đoạn 2022-2025, tỉnh dự kiến triển khai chương trình với khoảng 184,6 tỷ đồng.",
        ["180 plan", "184,6 plan"],
    ),
    (
        "Hưng Yên: Tạo việc làm cho khoảng 20.000 - 30.000 lao động",
        "Chương trình sẽ tạo việc làm cho khoảng 20.000 - 30.000 lao động; hỗ trợ 40 cơ sở.",
        ["20.000 plan", "20.000 plan", "40 plan"],
    ),
    (
        "Lai Châu: Hơn 180 tỷ đồng cho khuyến công",
        "Tỉnh dự kiến chi 260 tỷ đồng. Tỉnh đã chi 181 tỷ đồng.",
        ["180 actual", "260 plan", "181 actual"],
    ),
    (
        "Lai Châu: Hơn 180 tỷ đồng cho khuyến công",
        "Đến nay, tỉnh đã chi 184,6 tỷ đồng. Năm tới, tỉnh dự kiến chi 184,6 tỷ đồng.",
        ["180 actual", "184,6 actual", "184,6 plan"],
    ),
]


@pytest.mark.parametrize("title, text, read", TITLES)
def test_a_figure_of_the_title_is_planned_where_the_text_says_so(title, text, read):
    assert statuses(f"{title}\n\n{text}", title=title) == read


def test_a_figure_of_a_heading_is_planned_where_the_text_below_says_so_of_the_same_place_and_time():
    lines: list[tuple[BlockKind, str]] = [
        ("paragraph", "Năm 2024, tỉnh Thanh Hóa họp bàn về khuyến công."),
        ("heading", "170,8 tỷ đồng dành cho khuyến công"),
        ("paragraph", "Năm 2024, tổng kế hoạch kinh phí khuyến công được duyệt là 170,8 tỷ đồng."),
        ("heading", "15 tỷ đồng cho máy móc"),
        ("paragraph", "Năm 2024, tỉnh đã hỗ trợ máy móc 15 tỷ đồng."),
    ]
    text, blocks = "", []
    for kind, line in lines:
        blocks.append(Block(kind, len(text), len(text) + len(line), 2 if kind == "heading" else 0))
        text += line + "\n\n"
    source = Source("bai", "bai.txt", "Khuyến công Thanh Hóa", date="2024-12-20")
    figures = extract_figures(Document(source, text, tuple(blocks)))
    assert [(f.text, f.status) for f in figures] == [
        ("170,8 tỷ đồng", "plan"),
        ("170,8 tỷ đồng", "plan"),
        ("15 tỷ đồng", "actual"),
        ("15 tỷ đồng", "actual"),
    ]
