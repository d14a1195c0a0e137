"""What a quantity counts or measures, as printed and by its normalised name."""

import pytest

from documents.figures import extract_figures
from documents.indicator_phrases import normalise_name
from documents.records import Block, Document, Source


def named(text: str) -> list[tuple[str, str]]:
    document = Document(
        Source(id="d", file="d.txt", title="Nam Định năm 2024"), text, (Block("paragraph", 0, len(text)),)
    )
    return [(figure.text, figure.indicator_name) for figure in extract_figures(document)]


NAMES = [
    ("Kinh phí KCQG năm 2024", "kinh phí khuyến công quốc gia"),
    ("cơ sở công nghiệp nông thôn (CNNT) phía Bắc", "cơ sở công nghiệp nông thôn"),
    ("Kinh phí khuyến công trên địa bàn tỉnh Nghệ An giai đoạn 2021-2025", "kinh phí khuyến công"),
    ("sản phẩm CNNT tiêu biểu cấp tỉnh", "sản phẩm công nghiệp nông thôn tiêu biểu cấp tỉnh"),
    ("tổng kế hoạch kinh phí khuyến công năm 2024 được duyệt của 28 tỉnh", "tổng kế hoạch kinh phí khuyến công"),
    ("đề án CN-TTCN của UBND tỉnh", "đề án công nghiệp - tiểu thủ công nghiệp của ủy ban nhân dân tỉnh"),
]
SENTENCES = [
    (
        "Tổng kinh phí khuyến công là 5 tỷ đồng, trong đó kinh phí khuyến công quốc gia 2 tỷ đồng.",
        [("5 tỷ đồng", "tổng kinh phí khuyến công"), ("2 tỷ đồng", "kinh phí khuyến công quốc gia")],
    ),
    (
        "Hỗ trợ 57 cơ sở CNNT ứng dụng máy móc thiết bị.",
        [("57 cơ sở CNNT", "cơ sở công nghiệp nông thôn ứng dụng máy móc thiết bị")],
    ),
    (
        "Hỗ trợ đánh giá sản xuất sạch hơn cho 35 cơ sở công nghiệp nông thôn.",
        [("35 cơ sở", "cơ sở công nghiệp nông thôn (hỗ trợ đánh giá sản xuất sạch hơn)")],
    ),
    (
        "Thực hiện 55 đề án hỗ trợ ứng dụng máy móc, với tổng kinh phí hỗ trợ là 8,6 tỷ đồng.",
        [
            ("55 đề án", "đề án hỗ trợ ứng dụng máy móc"),
            ("8,6 tỷ đồng", "tổng kinh phí hỗ trợ ứng dụng máy móc"),
        ],
    ),
    (
        "Có 66 đề án (trong đó 03 đề án từ nguồn kinh phí của tỉnh, kinh phí hỗ trợ là 800 triệu đồng; "
        "02 đề án từ nguồn kinh phí quốc gia, kinh phí hỗ trợ là 750 triệu đồng).",
        [
            ("66 đề án", "đề án"),
            ("03 đề án", "đề án khuyến công địa phương"),
            ("800 triệu đồng", "kinh phí hỗ trợ đề án khuyến công địa phương"),
            ("02 đề án", "đề án khuyến công quốc gia"),
            ("750 triệu đồng", "kinh phí hỗ trợ đề án khuyến công quốc gia"),
        ],
    ),
    (
        "Trung tâm đã hỗ trợ 200 triệu đồng để ứng dụng máy móc tiên tiến.",
        [("200 triệu đồng", "kinh phí hỗ trợ ứng dụng máy móc tiên tiến")],
    ),
    (
        "Kinh phí khuyến công đạt 34,7 tỷ đồng, đạt 20,3% kế hoạch năm, cao hơn 10,25% so với cùng kỳ.",
        [
            ("34,7 tỷ đồng", "kinh phí khuyến công"),
            ("20,3%", "tỷ lệ thực hiện kế hoạch năm kinh phí khuyến công"),
            ("10,25%", "mức tăng kinh phí khuyến công so với cùng kỳ"),
        ],
    ),
    (
        "Kinh phí khuyến công quốc gia 71,5 tỷ đồng, chiếm 41,9% tổng kinh phí.",
        [
            ("71,5 tỷ đồng", "kinh phí khuyến công quốc gia"),
            ("41,9%", "tỷ trọng kinh phí khuyến công quốc gia trong tổng kinh phí"),
        ],
    ),
    (
        "Thu nhập bình quân 5 - 7 triệu đồng/người/tháng.",
        [("5 - 7 triệu đồng/người/tháng", "thu nhập bình quân")],
    ),
    ("Tỷ lệ lấp đầy đạt 62%.", [("62%", "tỷ lệ lấp đầy")]),
    (
        "Thực hiện 5 đề án hỗ trợ mô hình trình diễn (trong đó 3 đề án khuyến công từ nguồn kinh phí của tỉnh, "
        "kinh phí hỗ trợ là 800 triệu đồng).",
        [
            ("5 đề án", "đề án hỗ trợ mô hình trình diễn"),
            ("3 đề án", "đề án hỗ trợ mô hình trình diễn – nguồn kinh phí địa phương"),
            ("800 triệu đồng", "kinh phí hỗ trợ mô hình trình diễn – nguồn kinh phí địa phương"),
        ],
    ),
    (
        "Hỗ trợ 129 cơ sở CNNT ứng dụng máy móc, thiết bị tiên tiến vào sản xuất, 5 mô hình trình diễn.",
        [
            ("129 cơ sở CNNT", "cơ sở công nghiệp nông thôn ứng dụng máy móc, thiết bị tiên tiến vào sản xuất"),
            ("5 mô hình trình diễn", "mô hình trình diễn"),
        ],
    ),
    (
        "Hỗ trợ 6 cơ sở tham gia hội chợ, triển lãm 3 gian hàng.",
        [("6 cơ sở", "cơ sở tham gia hội chợ"), ("3 gian hàng", "gian hàng")],
    ),
    (
        "Có 11 cơ sở CNNT được hỗ trợ đánh giá sản xuất sạch hơn.",
        [("11 cơ sở CNNT", "cơ sở công nghiệp nông thôn được hỗ trợ đánh giá sản xuất sạch hơn")],
    ),
    (
        "Kinh phí khuyến công quốc gia 71,5 tỷ đồng, đã phân bổ kinh phí (đợt 1) là 18,3 tỷ đồng.",
        [
            ("71,5 tỷ đồng", "kinh phí khuyến công quốc gia"),
            ("18,3 tỷ đồng", "kinh phí khuyến công quốc gia (đợt 1)"),
        ],
    ),
    (
        "Tư vấn phát triển công nghiệp cho 62 dự án, với doanh thu đạt 4,87 tỷ đồng.",
        [
            ("62 dự án", "dự án (tư vấn phát triển công nghiệp)"),
            ("4,87 tỷ đồng", "doanh thu tư vấn phát triển công nghiệp"),
        ],
    ),
]
FUNDS = [
    (
        "Tổng kinh phí hỗ trợ 6,3 tỷ đồng, trong đó khuyến công quốc gia (KCQG) 1,4 tỷ đồng, khuyến công địa phương "
        "(KCĐP) 4,9 tỷ đồng.",
        [
            ("6,3 tỷ đồng", "tổng kinh phí hỗ trợ"),
            ("1,4 tỷ đồng", "kinh phí khuyến công quốc gia"),
            ("4,9 tỷ đồng", "kinh phí khuyến công địa phương"),
        ],
    ),
    (
        "Tỉnh thực hiện 5 đề án khuyến công quốc gia và 13 đề án khuyến công địa phương, tổng kinh phí hơn 6 tỷ đồng.",
        [
            ("5 đề án", "đề án khuyến công quốc gia"),
            ("13 đề án", "đề án khuyến công địa phương"),
            ("6 tỷ đồng", "tổng kinh phí đề án khuyến công"),
        ],
    ),
    (
        "Tỉnh đã triển khai 150 đề án khuyến công quốc gia, của tỉnh và huyện, với hơn 14,2 tỷ đồng.",
        [
            ("150 đề án", "đề án khuyến công quốc gia và địa phương"),
            ("14,2 tỷ đồng", "kinh phí – đề án khuyến công quốc gia và địa phương"),
        ],
    ),
    (
        "Sở huy động vốn từ ngân sách trung ương và địa phương với 4,1 tỷ đồng, thực hiện 22 đề án khuyến công.",
        [("4,1 tỷ đồng", "vốn từ ngân sách trung ương và địa phương"), ("22 đề án", "đề án khuyến công")],
    ),
    ("Nhờ khuyến công quốc gia, tỉnh Quảng Trị có thêm 4 đề án.", [("4 đề án", "đề án khuyến công quốc gia")]),
    (
        "Nguồn khuyến công của tỉnh hỗ trợ 690 triệu đồng và vốn đối ứng của các đơn vị thụ hưởng là 2,85 tỷ đồng.",
        [
            ("690 triệu đồng", "kinh phí hỗ trợ – nguồn kinh phí địa phương"),
            ("2,85 tỷ đồng", "vốn đối ứng của các đơn vị thụ hưởng"),
        ],
    ),
    (
        "KCQG được giao là 72,6 tỷ đồng/150 đề án, chiếm 40% tổng kinh phí, tăng 2,4% so với kế hoạch năm 2015. "
        "KCĐP được giao là 109 tỷ đồng, chiếm 60% tổng kinh phí, tăng 5,1% so với kế hoạch năm 2015.",
        [
            ("72,6 tỷ đồng", "kinh phí được giao – nguồn khuyến công quốc gia"),
            ("150 đề án", "đề án khuyến công quốc gia"),
            ("40%", "tỷ trọng kinh phí được giao – nguồn khuyến công quốc gia trong tổng kinh phí"),
            ("2,4%", "mức tăng kinh phí được giao – nguồn khuyến công quốc gia so với kế hoạch năm 2015"),
            ("109 tỷ đồng", "kinh phí được giao – nguồn kinh phí địa phương"),
            ("60%", "tỷ trọng kinh phí được giao – nguồn kinh phí địa phương trong tổng kinh phí"),
            ("5,1%", "mức tăng kinh phí được giao – nguồn kinh phí địa phương so với kế hoạch năm 2015"),
        ],
    ),
    (
        "Mở lớp cho 6 doanh nghiệp (do trung tâm quản lý từ nguồn kinh phí khuyến công quốc gia) cho 900 lao động "
        "với số tiền 640 triệu đồng.",
        [("6 doanh nghiệp", "doanh nghiệp"), ("900 lao động", "lao động"), ("640 triệu đồng", "số tiền lao động")],
    ),
]
COMPOUNDS = [
    ("Thực hiện 14 đề án đào tạo nghề.", [("14 đề án", "đề án đào tạo nghề")]),
    ("Mở 3 lớp tạo việc làm cho 90 lao động.", [("3 lớp", "lớp"), ("90 lao động", "lao động")]),
    ("Xưởng sản xuất 45 tấn cà phê bột/năm.", [("45 tấn cà phê bột/năm", "cà phê bột")]),
    ("Hằng năm cung cấp ra thị trường trên 9 triệu lít nước mắm.", [("9 triệu lít", "nước mắm")]),
]


@pytest.mark.parametrize(("text", "names"), FUNDS)
def test_money_is_of_the_fund_that_its_own_words_name(text, names):
    assert named(text) == names


@pytest.mark.parametrize(("text", "names"), COMPOUNDS)
def test_half_a_word_neither_ends_nor_names_an_indicator(text, names):
    assert named(text) == names


@pytest.mark.parametrize(("printed", "name"), NAMES)
def test_a_name_is_spelt_out_without_years_and_places(printed, name):
    assert normalise_name(printed) == name


@pytest.mark.parametrize(("text", "names"), SENTENCES)
def test_every_figure_of_a_sentence_is_named(text, names):
    assert named(text) == names


def test_the_indicator_stands_in_the_sentence_as_printed():
    text = "Tổng kinh phí khuyến công năm 2024 là 5 tỷ đồng cho 57 cơ sở CNNT."
    document = Document(Source(id="d", file="d.txt"), text, (Block("paragraph", 0, len(text)),))
    printed = [figure.indicator for figure in extract_figures(document)]
    assert printed == ["Tổng kinh phí khuyến công năm 2024", "cơ sở CNNT"]
    assert all(phrase in text for phrase in printed)


def test_bare_money_is_for_what_the_document_is_about():
    text = "Khuyến công, khuyến công, khuyến công, khuyến công, khuyến công. Kinh phí toàn vùng đạt 34,7 tỷ đồng."
    assert named(text) == [("34,7 tỷ đồng", "kinh phí khuyến công")]
    assert named("Kinh phí toàn vùng đạt 34,7 tỷ đồng.") == [("34,7 tỷ đồng", "kinh phí")]
