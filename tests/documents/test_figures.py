"""Figures of sentences in the manner of provincial reports and news, asserted whole.

A case is a page (title, date, publisher, lines) and its figures as
``value unit @place start/end status`` with ``>``, ``<``, ``~`` for over, under, about.
"""

from dataclasses import dataclass

import pytest

from documents.figures import extract_figures, figure_warnings
from documents.records import Block, Document, Figure, Source

SIGNS = {"over": ">", "under": "<", "about": "~", "exact": "", "range": ""}


@dataclass(frozen=True)
class Page:
    """A page as the corpus would give it."""

    title: str
    lines: list[str]
    date: str = ""
    publisher: str = ""
    region: str = ""


def make(page: Page, kind="article") -> Document:
    text = "\n".join([page.title, *page.lines])
    blocks = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        role = "heading" if number == 0 or line.startswith("# ") else "row" if "|" in line else "paragraph"
        blocks.append(Block(role, at, at + len(line), 1 if number == 0 else 0))
        at += len(line) + 1
    source = Source(
        id="page",
        file="page.txt",
        title=page.title,
        date=page.date,
        publisher=page.publisher,
        region=page.region,
        kind=kind,
    )
    return Document(source, text, tuple(blocks))


def shown(figure: Figure) -> str:
    value = f"{figure.value}..{figure.upper}" if figure.upper is not None else f"{figure.value}"
    place = figure.place.name if figure.place else "-"
    period = f"{figure.period.start}/{figure.period.end}" if figure.period else "-"
    period = period.replace("-01-01/", "/").replace("-12-31", "")
    years = period.split("/")
    period = years[0] if len(years) == 2 and years[0] == years[1] else period
    return f"{SIGNS[figure.qualifier]}{value} {figure.unit} @{place} {period} {figure.status}"


TY, TR = "000000000", "000000"
REGIONS = [
    (
        Page(
            "Hội nghị khuyến công khu vực phía Nam năm 2019",
            [
                "Sáng 20/6, tại Cần Thơ, Bộ Công Thương tổ chức Hội nghị khuyến công 20 tỉnh, thành khu vực phía Nam.",
                "Năm 2018, tổng kinh phí khuyến công của khu vực là 95,4 tỷ đồng, tăng 6,1% so "
                "với năm 2017 (89,9 tỷ đồng).",
                "Ước 6 tháng đầu năm 2019, toàn vùng thực hiện 31,2 tỷ đồng, đạt 30% kế hoạch năm.",
                "Năm 2020, các địa phương trong khu vực phấn đấu hỗ trợ 210 cơ sở, tổng kinh phí dự kiến 120 tỷ đồng.",
            ],
            "2019-06-21",
        ),
        [
            "20 tỉnh @phía Nam 2019 actual",
            f"95400{TR} đồng @phía Nam 2018 actual",
            "6.1 % @phía Nam 2018 actual",
            f"89900{TR} đồng @phía Nam 2017 actual",
            f"31200{TR} đồng @phía Nam 2019/2019-06-30 estimate",
            "30 % @phía Nam 2019/2019-06-30 estimate",
            "210 cơ sở @phía Nam 2020 plan",
            f"120{TY} đồng @phía Nam 2020 plan",
        ],
    ),
    (
        Page(
            "Khuyến công miền Trung - Tây Nguyên 9 tháng năm 2021",
            [
                "9 tháng năm 2021, 15 tỉnh, thành phố khu vực miền Trung - Tây Nguyên giải ngân 40,2 tỷ đồng.",
                "Trong đó, Nghệ An 6,1 tỷ đồng; Khánh Hòa 4,5 tỷ đồng; Gia Lai đạt 3,2 tỷ đồng.",
                "Kinh phí toàn vùng chiếm 21% cả nước.",
            ],
            "2021-10-20",
        ),
        [
            "15 tỉnh @miền Trung - Tây Nguyên 2021/2021-09-30 actual",
            f"40200{TR} đồng @miền Trung - Tây Nguyên 2021/2021-09-30 actual",
            f"6100{TR} đồng @Nghệ An 2021/2021-09-30 actual",
            f"4500{TR} đồng @Khánh Hòa 2021/2021-09-30 actual",
            f"3200{TR} đồng @Gia Lai 2021/2021-09-30 actual",
            "21 % @miền Trung - Tây Nguyên 2021/2021-09-30 actual",
        ],
    ),
    (
        Page(
            "Cả nước hỗ trợ 1.520 cơ sở công nghiệp nông thôn",
            [
                "Theo Cục Công Thương địa phương, năm 2022 cả nước hỗ trợ 1.520 cơ sở, kinh phí 280 tỷ đồng.",
                "Ông Trần Văn Hùng, Giám đốc Sở Công Thương Bắc Kạn, cho biết tỉnh hỗ trợ 21 cơ sở với 3,4 tỷ đồng.",
                "Năm 2023, toàn quốc dự kiến hỗ trợ 1.600 cơ sở.",
                "Có 63/63 tỉnh, thành phố xây dựng kế hoạch.",
            ],
            "2023-01-15",
        ),
        [
            "1520 cơ sở @cả nước 2022 actual",
            "1520 cơ sở @cả nước 2022 actual",
            f"280{TY} đồng @cả nước 2022 actual",
            "21 cơ sở @Bắc Kạn 2022 actual",
            f"3400{TR} đồng @Bắc Kạn 2022 actual",
            "1600 cơ sở @cả nước 2023 plan",
            "63 tỉnh @cả nước 2023 actual",
            "63 tỉnh @cả nước 2023 actual",
        ],
    ),
]
PROVINCES = [
    (
        Page(
            "Bắc Giang: Kết quả khuyến công 2012",
            [
                "Năm 2012, toàn tỉnh triển khai 32 đề án, tổng kinh phí 4.250 triệu đồng, trong "
                "đó khuyến công quốc gia ",
                "1.800 triệu đồng (9 đề án), khuyến công địa phương 2.450 triệu đồng (23 đề án).",
                "Tạo việc làm cho trên 1.200 lao động, thu nhập từ 2,5 đến 3 triệu đồng/người/tháng.",
                "Huyện Việt Yên có 8 đề án; huyện Lục Ngạn 5 đề án.",
                "Kế hoạch năm 2013 là 36 đề án với 5.100 triệu đồng.",
            ],
            "2013-01-08",
        ),
        [
            "32 đề án @Bắc Giang 2012 actual",
            f"4250{TR} đồng @Bắc Giang 2012 actual",
            f"1800{TR} đồng @Bắc Giang 2012 actual",
            "9 đề án @Bắc Giang 2012 actual",
            f"2450{TR} đồng @Bắc Giang 2012 actual",
            "23 đề án @Bắc Giang 2012 actual",
            ">1200 lao động @Bắc Giang 2012 actual",
            f"2500000..3{TR} đồng/người/tháng @Bắc Giang 2012 actual",
            "8 đề án @Việt Yên 2012 actual",
            "5 đề án @Lục Ngạn 2012 actual",
            "36 đề án @Bắc Giang 2013 plan",
            f"5100{TR} đồng @Bắc Giang 2013 plan",
        ],
    ),
    (
        Page(
            "Khuyến công tiếp sức cơ sở sản xuất",
            [
                "Từ đầu năm đến nay, Trung tâm Khuyến công tỉnh hỗ trợ 12 cơ sở, kinh phí 1,9 tỷ đồng.",
                "Năm ngoái, tỉnh hỗ trợ 10 cơ sở.",
                "Đến nay, đã nghiệm thu 7 đề án, giải ngân 1,1 tỷ đồng, bằng 58% kế hoạch năm.",
            ],
            "2022-08-15",
            "Báo Phú Yên",
        ),
        [
            "12 cơ sở @Phú Yên 2022/2022-08-15 actual",
            f"1900{TR} đồng @Phú Yên 2022/2022-08-15 actual",
            "10 cơ sở @Phú Yên 2021 actual",
            "7 đề án @Phú Yên 2022/2022-08-15 actual",
            f"1100{TR} đồng @Phú Yên 2022/2022-08-15 actual",
            "58 % @Phú Yên 2022/2022-08-15 actual",
        ],
    ),
    (
        Page(
            "Tiền Giang đẩy mạnh khuyến công",
            [
                "Năm 2014, tỉnh được giao 3 tỷ đồng, đã thực hiện 2,8 tỷ đồng, đạt 93,3% kế "
                "hoạch, tăng 12% so với cùng kỳ.",
                "Trung tâm đã hỗ trợ 250 triệu đồng cho Công ty TNHH Phú Quý (huyện Cai Lậy) đầu tư máy sấy.",
                "Dự kiến năm 2015 sẽ hỗ trợ khoảng 15 cơ sở, đào tạo nghề cho 300 lao động.",
            ],
            "2014-12-20",
        ),
        [
            f"3{TY} đồng @Tiền Giang 2014 plan",
            f"2800{TR} đồng @Tiền Giang 2014 actual",
            "93.3 % @Tiền Giang 2014 actual",
            "12 % @Tiền Giang 2014 actual",
            f"250{TR} đồng @Tiền Giang 2014 actual",
            "~15 cơ sở @Tiền Giang 2015 plan",
            "300 lao động @Tiền Giang 2015 plan",
        ],
    ),
    (
        Page(
            "Yên Bái sơ kết 6 tháng đầu năm 2017",
            [
                "6 tháng đầu năm 2017, Sở Công Thương tổ chức 4 lớp tập huấn cho 160 học viên "
                "tại các huyện Văn Yên, Trấn Yên.",
                "Tại huyện Văn Chấn, 3 cơ sở chế biến chè được hỗ trợ 450 triệu đồng.",
                "Cùng kỳ năm 2016, toàn tỉnh tổ chức 3 lớp.",
                "6 tháng cuối năm, phấn đấu hoàn thành 5 đề án còn lại, giải ngân 800 triệu đồng.",
            ],
            "2017-07-10",
        ),
        [
            "4 lớp @Yên Bái 2017/2017-06-30 actual",
            "160 học viên @Yên Bái 2017/2017-06-30 actual",
            "3 cơ sở @Văn Chấn 2017/2017-06-30 actual",
            f"450{TR} đồng @Văn Chấn 2017/2017-06-30 actual",
            "3 lớp @Yên Bái 2016/2016-06-30 actual",
            "5 đề án @Yên Bái 2017-07-01/2017 plan",
            f"800{TR} đồng @Yên Bái 2017-07-01/2017 plan",
        ],
    ),
    (
        Page(
            "Kế hoạch khuyến công tỉnh Lào Cai năm 2025",
            [
                "UBND tỉnh phê duyệt kế hoạch với tổng kinh phí 6,2 tỷ đồng, thực hiện 25 đề án.",
                "Theo đó, ngân sách tỉnh 4,7 tỷ đồng; ngân sách huyện 1,5 tỷ đồng.",
                "Mức hỗ trợ tối đa 300 triệu đồng/cơ sở, không quá 50% chi phí.",
                "Năm 2024, tỉnh thực hiện 22 đề án, đạt 100% kế hoạch.",
            ],
            "2025-01-20",
        ),
        [
            f"6200{TR} đồng @Lào Cai 2025 plan",
            "25 đề án @Lào Cai 2025 plan",
            f"4700{TR} đồng @Lào Cai 2025 plan",
            f"1500{TR} đồng @Lào Cai 2025 plan",
            f"<300{TR} đồng/cơ sở @Lào Cai 2025 plan",
            "<50 % @Lào Cai 2025 plan",
            "22 đề án @Lào Cai 2024 actual",
            "100 % @Lào Cai 2024 actual",
        ],
    ),
    (
        Page(
            "Giai đoạn 2016-2020, Sóc Trăng hỗ trợ 85 cơ sở",
            [
                "Giai đoạn 2016-2020, tổng kinh phí là 18,6 tỷ đồng; năm 2016 là 3,1 tỷ đồng, năm 2020 là 4,4 tỷ đồng.",
                "Doanh thu của các cơ sở tăng từ 120 tỷ đồng năm 2016 lên 210 tỷ đồng năm 2020.",
                "Giai đoạn 2021-2025, tỉnh đặt mục tiêu hỗ trợ từ 90 - 100 cơ sở.",
            ],
            "2020-12-01",
        ),
        [
            "85 cơ sở @Sóc Trăng 2016/2020 actual",
            f"18600{TR} đồng @Sóc Trăng 2016/2020 actual",
            f"3100{TR} đồng @Sóc Trăng 2016 actual",
            f"4400{TR} đồng @Sóc Trăng 2020 actual",
            f"120{TY} đồng @Sóc Trăng 2016 actual",
            f"210{TY} đồng @Sóc Trăng 2020 actual",
            "90..100 cơ sở @Sóc Trăng 2021/2025 plan",
        ],
    ),
    (
        Page(
            "Hà Tĩnh: Cụm công nghiệp thu hút đầu tư",
            [
                "Đến hết tháng 6/2023, toàn tỉnh có 22 CCN với tổng diện tích 580,5 ha, tỷ lệ lấp đầy đạt 62%.",
                "Các CCN thu hút 215 dự án, tổng vốn 3.250 tỷ đồng, giải quyết việc làm cho 4.800 lao động.",
                "Riêng CCN Nam Hồng (thị xã Hồng Lĩnh) có 15 doanh nghiệp.",
            ],
            "2023-07-12",
        ),
        [
            "22 cụm công nghiệp @Hà Tĩnh 2023/2023-06-30 actual",
            "580.5 ha @Hà Tĩnh 2023/2023-06-30 actual",
            "62 % @Hà Tĩnh 2023/2023-06-30 actual",
            "215 dự án @Hà Tĩnh 2023/2023-06-30 actual",
            f"3250{TY} đồng @Hà Tĩnh 2023/2023-06-30 actual",
            "4800 lao động @Hà Tĩnh 2023/2023-06-30 actual",
            "15 doanh nghiệp @Hồng Lĩnh 2023/2023-06-30 actual",
        ],
    ),
    (
        Page(
            "TP. Hồ Chí Minh: 8.500 lao động được đào tạo",
            [
                "Năm 2018, thành phố hỗ trợ 45 cơ sở, kinh phí 12 tỷ 500 triệu đồng.",
                "Hội chợ tại Hà Nội có 20 gian hàng của thành phố.",
                "Huyện Củ Chi được 3 tỷ đồng, huyện Hóc Môn được 2 tỷ đồng.",
            ],
            "2018-12-25",
        ),
        [
            "8500 lao động @TP. Hồ Chí Minh 2018 actual",
            "45 cơ sở @TP. Hồ Chí Minh 2018 actual",
            f"12500{TR} đồng @TP. Hồ Chí Minh 2018 actual",
            "20 gian hàng @TP. Hồ Chí Minh 2018 actual",
            f"3{TY} đồng @Củ Chi 2018 actual",
            f"2{TY} đồng @Hóc Môn 2018 actual",
        ],
    ),
    (
        Page(
            "Bến Tre bình chọn sản phẩm công nghiệp nông thôn tiêu biểu năm 2020",
            [
                "Hội đồng nhận 42 bộ hồ sơ của 35 cơ sở, chọn được 27/42 sản phẩm cấp tỉnh.",
                "Các sản phẩm được chọn sẽ dự bình chọn cấp khu vực phía Nam; tỉnh dự kiến gửi 10 sản phẩm.",
                "Năm 2018 có 31 sản phẩm tham gia, ít hơn 11 sản phẩm so với năm nay.",
            ],
            "2020-06-30",
        ),
        [
            "42 bộ hồ sơ @Bến Tre 2020 actual",
            "35 cơ sở @Bến Tre 2020 actual",
            "27 sản phẩm @Bến Tre 2020 actual",
            "42 sản phẩm @Bến Tre 2020 actual",
            "10 sản phẩm @Bến Tre 2020 plan",
            "31 sản phẩm @Bến Tre 2018 actual",
            "11 sản phẩm @Bến Tre 2018 actual",
        ],
    ),
    (
        Page(
            "Ninh Thuận: Khuyến công quý I/2021",
            [
                "Quý I/2021, Trung tâm giải ngân 420 triệu đồng; quý II dự kiến giải ngân 600 triệu đồng.",
                "So với cùng kỳ, số đề án tăng 2 đề án, kinh phí tăng 15%.",
            ],
            "2021-04-05",
        ),
        [
            f"420{TR} đồng @Ninh Thuận 2021/2021-03-31 actual",
            f"600{TR} đồng @Ninh Thuận 2021-04-01/2021-06-30 plan",
            "2 đề án @Ninh Thuận 2021-04-01/2021-06-30 actual",
            "15 % @Ninh Thuận 2021-04-01/2021-06-30 actual",
        ],
    ),
    (
        Page(
            "Ứng dụng máy móc vào sản xuất miến dong",
            [
                "Cơ sở của bà Lý Thị Hoa ở xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn được hỗ trợ 150 triệu đồng mua máy.",
                "Nhờ đó, sản lượng năm 2021 đạt 60 tấn, gấp 2 lần năm 2020, doanh thu ước đạt 3,6 tỷ đồng.",
            ],
            "2021-12-30",
            "Báo Bắc Kạn",
        ),
        [
            f"150{TR} đồng @Na Rì 2021 actual",
            "60 tấn @Bắc Kạn 2021 actual",
            "2 lần @Bắc Kạn 2021 actual",
            f"3600{TR} đồng @Bắc Kạn 2021 estimate",
        ],
    ),
    (
        Page(
            "Quảng Trị: Bảng số liệu khuyến công năm 2019",
            [
                "(ĐVT: triệu đồng)",
                "STT | Nội dung | Số đề án | Kế hoạch | Thực hiện năm 2019",
                "1 | Mô hình trình diễn | 2 | 400 | 395,5",
                "2 | Máy móc thiết bị | 14 | 2.100 | 2.050",
            ],
            "2020-01-05",
        ),
        [
            "2 đề án @Quảng Trị 2019 actual",
            f"400{TR} đồng @Quảng Trị 2019 plan",
            "395500000 đồng @Quảng Trị 2019 actual",
            "14 đề án @Quảng Trị 2019 actual",
            f"2100{TR} đồng @Quảng Trị 2019 plan",
            f"2050{TR} đồng @Quảng Trị 2019 actual",
        ],
    ),
    (
        Page(
            "Kinh phí khuyến công các tỉnh phía Bắc",
            [
                "Tỉnh | Năm 2022 (tỷ đồng) | Năm 2023 (tỷ đồng) | Tăng (%)",
                "Hà Giang | 3,2 | 3,6 | 12,5",
                "Tuyên Quang | 2,5 | 2,7 | 8",
            ],
            "2024-02-02",
        ),
        [
            f"3200{TR} đồng @Hà Giang 2022 actual",
            f"3600{TR} đồng @Hà Giang 2023 actual",
            "12.5 % @Hà Giang 2023 actual",
            f"2500{TR} đồng @Tuyên Quang 2022 actual",
            f"2700{TR} đồng @Tuyên Quang 2023 actual",
            "8 % @Tuyên Quang 2023 actual",
        ],
    ),
]


@pytest.mark.parametrize(("page", "figures"), REGIONS + PROVINCES, ids=lambda x: x.title if isinstance(x, Page) else "")
def test_every_figure_of_a_page_with_place_period_and_status(page, figures):
    assert [shown(figure) for figure in extract_figures(make(page))] == figures


def only(text: str, **page) -> list[Figure]:
    return extract_figures(make(Page(page.pop("title", "Khuyến công tỉnh Nam Định năm 2024"), [text], **page)))


def test_two_years_in_one_sentence_are_three_figures_two_periods_and_one_comparison():
    figures = only(
        "Tổng kế hoạch kinh phí khuyến công năm 2024 là 170,8 tỷ đồng, "
        "thấp hơn 8,5% so với kế hoạch năm 2023 (186,5 tỷ đồng)."
    )
    assert [(shown(f), f.comparison) for f in figures] == [
        ("170800000000 đồng @Nam Định 2024 plan", ""),
        ("8.5 % @Nam Định 2024 plan", "thấp hơn 8,5% so với kế hoạch năm 2023"),
        ("186500000000 đồng @Nam Định 2023 plan", ""),
    ]


def test_a_share_and_a_fulfilment_say_of_what():
    figures = only("Kinh phí quốc gia 7 tỷ đồng, chiếm 41,9% kinh phí toàn tỉnh, đạt 50% kế hoạch năm.")
    assert [(f.text, f.comparison) for f in figures] == [
        ("7 tỷ đồng", ""),
        ("41,9%", "chiếm 41,9% kinh phí toàn tỉnh"),
        ("50%", "đạt 50% kế hoạch năm"),
    ]


def test_a_ratio_is_two_figures_that_name_each_other():
    figures = only("Tỉnh tôn vinh 102/171 sản phẩm CNNT tiêu biểu.")
    assert [(f.value, f.text, f.comparison, f.indicator_name) for f in figures] == [
        (102, "102/171 sản phẩm", "102 trong 171 sản phẩm", "sản phẩm công nghiệp nông thôn tiêu biểu"),
        (171, "171 sản phẩm", "102 trong 171 sản phẩm", "sản phẩm công nghiệp nông thôn tiêu biểu"),
    ]


def test_figures_stand_in_their_sentence_at_their_offsets():
    document = make(Page("Nam Định", ["Câu đầu. Năm 2023 có 29 đề án. Câu cuối."]))
    (figure,) = extract_figures(document)
    assert document.text[figure.start : figure.end] == figure.text == "29 đề án"
    assert document.text[figure.sentence_start : figure.sentence_end] == figure.sentence == "Năm 2023 có 29 đề án."
    assert figure.id == f"page:f{figure.start}-{figure.end}"


def test_a_malformed_number_becomes_a_warning_and_no_figure():
    document = make(Page("Nam Định năm 2023", ["Kinh phí 1.2.34,5 tỷ đồng cho 3 đề án."]))
    assert [figure.text for figure in extract_figures(document)] == ["3 đề án"]
    assert figure_warnings(document) == [
        "page: số viết sai “1.2.34,5 tỷ đồng” tại vị trí 27, không đưa vào bảng số liệu"
    ]


def test_past_years_are_no_figures_but_a_time_limit_is():
    figures = only("Sau 10 năm thi hành Nghị định, hồ sơ được thẩm định trong thời hạn 15 ngày.")
    assert [(f.value, f.unit) for f in figures] == [(15, "ngày")]


def test_without_any_year_the_year_of_publication_is_taken_and_said():
    figures = only("Trung tâm hỗ trợ 3 cơ sở.", title="Nam Định hỗ trợ cơ sở", date="2016-03-02")
    assert [(f.period.start, f.period.label) for f in figures if f.period] == [
        ("2016-01-01", "năm 2016 (theo ngày đăng)")
    ]


def test_a_legal_text_has_no_status_and_no_invented_period():
    page = Page("Thông tư về mức chi", ["Mức hỗ trợ tối đa 30% nhưng không quá 300 triệu đồng/cơ sở."], "2018-03-28")
    assert [(shown(f)) for f in extract_figures(make(page, kind="circular"))] == [
        "<30 % @- - unknown",
        "<300000000 đồng/cơ sở @- - unknown",
    ]


def test_a_page_without_figures_has_none():
    assert extract_figures(make(Page("", [""]))) == []
    assert only("Hội nghị lần thứ XVIII diễn ra ngày 16/5/2024 theo Nghị định số 45/2012/NĐ-CP.") == []


def pages(title: str, lines: list[str], **page) -> list[str]:
    return [shown(figure) for figure in extract_figures(make(Page(title, lines, **page)))]


def test_an_outlook_does_not_rule_the_paragraph_where_an_owner_tells_of_his_grant():
    assert pages(
        "An Giang: 6 tháng đầu năm 2013",
        ["6 tháng cuối năm sẽ mở 15 lớp.", "Ông Ba, chủ cơ sở, cho biết: cơ sở được hỗ trợ 70 triệu đồng."],
        date="2013-06-30",
    ) == ["15 lớp @An Giang 2013-07-01/2013 plan", f"70{TR} đồng @An Giang 2013/2013-06-30 actual"]


def test_a_list_of_districts_says_the_word_once():
    assert pages(
        "Thái Bình có 242 làng nghề",
        ["Năm 2014, huyện Hưng Hà có 50 làng nghề, Quỳnh Phụ 35 làng, Thái Thụy 28 làng."],
    )[1:] == [
        "50 làng nghề @Hưng Hà 2014 actual",
        "35 làng @Quỳnh Phụ 2014 actual",
        "28 làng @Thái Thụy 2014 actual",
    ]


def test_places_in_a_list_take_their_numbers_in_turn():
    assert pages("Thái Bình 2011", ["Huyện Hưng Hà và huyện Kiến Xương có nhiều nhất với 47 và 31 làng nghề."]) == [
        "47 làng nghề @Hưng Hà 2011 actual",
        "31 làng nghề @Kiến Xương 2011 actual",
    ]


def test_a_grant_and_its_owners_lie_in_the_district_named_after_them():
    assert pages(
        "Tuyên Quang năm 2022",
        ["Tỉnh đã hỗ trợ 1,6 tỷ đồng cho 3 cơ sở trên địa bàn huyện Yên Sơn; hỗ trợ 5 cơ sở tham gia hội chợ."],
    ) == [
        f"1600{TR} đồng @Yên Sơn 2022 actual",
        "3 cơ sở @Yên Sơn 2022 actual",
        "5 cơ sở @Tuyên Quang 2022 actual",
    ]


def test_a_span_broken_down_into_years_goes_on_ruling_the_next_sentence():
    assert pages(
        "Đắk Lắk sơ kết khuyến công",
        [
            "Giai đoạn 2016-2018, tỉnh được phân bổ 15 tỷ đồng, trong đó năm 2016 là 4 tỷ đồng, năm 2017 là 5 tỷ đồng.",
            "Kết quả, đã hỗ trợ 64 cơ sở.",
        ],
    )[-1:] == ["64 cơ sở @Đắk Lắk 2016/2018 actual"]


def test_the_price_basis_in_brackets_is_not_the_period():
    assert pages(
        "Hậu Giang năm 2017", ["Giá trị sản xuất năm 2017 đạt 22.540 tỷ đồng (giá so sánh 2010), tăng 10,8%."]
    ) == [f"22540{TY} đồng @Hậu Giang 2017 actual", "10.8 % @Hậu Giang 2017 actual"]


def test_a_host_city_and_a_partner_are_not_the_place_of_the_figures():
    assert pages(
        "Khuyến công khu vực phía Bắc năm 2024",
        [
            "Tại Hà Nội, Cục Công Thương địa phương phối hợp với Sở Công Thương tỉnh Phú Thọ tổ chức hội nghị.",
            "28 tỉnh, thành phố trong khu vực giải ngân 34,7 tỷ đồng.",
        ],
    ) == ["28 tỉnh @phía Bắc 2024 actual", f"34700{TR} đồng @phía Bắc 2024 actual"]


def test_a_page_of_semicolons_is_a_table():
    assert pages(
        "Hà Nội năm 2022", ["Nội dung; Số đề án; Kinh phí (triệu đồng)", "Truyền nghề; 65; 9.450", "Hội chợ; 5; 6.150"]
    ) == [
        "65 đề án @Hà Nội 2022 actual",
        f"9450{TR} đồng @Hà Nội 2022 actual",
        "5 đề án @Hà Nội 2022 actual",
        f"6150{TR} đồng @Hà Nội 2022 actual",
    ]
