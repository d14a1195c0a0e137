"""Whose money a figure is where a sentence names both funds: each part its own, the whole of both."""

import pytest

from documents.figures import extract_figures
from documents.records import Block, Document, Source


def named(text: str) -> list[tuple[str, str]]:
    document = Document(
        Source(id="d", file="d.txt", title="Khuyến công Thái Nguyên năm 2021"),
        text,
        (Block("paragraph", 0, len(text)),),
    )
    return [(figure.text, figure.indicator_name) for figure in extract_figures(document)]


NATIONAL, LOCAL = "đề án khuyến công quốc gia", "đề án khuyến công địa phương"
BRACKETS = [
    (
        "Tỉnh triển khai 31 đề án (09 đề án khuyến công quốc gia, 22 đề án khuyến công địa phương) với tổng kinh phí "
        "7,4 tỷ đồng.",
        [
            ("31 đề án", "đề án"),
            ("09 đề án", NATIONAL),
            ("22 đề án", LOCAL),
            ("7,4 tỷ đồng", "tổng kinh phí đề án khuyến công"),
        ],
    ),
    (
        "Sở triển khai 31 đề án khuyến công (trong đó có 09 đề án khuyến công quốc gia và 22 đề án khuyến công địa "
        "phương), tổng kinh phí 7,4 tỷ đồng.",
        [
            ("31 đề án", "đề án khuyến công"),
            ("09 đề án", NATIONAL),
            ("22 đề án", LOCAL),
            ("7,4 tỷ đồng", "tổng kinh phí đề án khuyến công"),
        ],
    ),
    (
        "Tỉnh triển khai 12 đề án (khuyến công quốc gia 5 đề án, khuyến công địa phương 7 đề án), tổng kinh phí 3 tỷ "
        "đồng.",
        [
            ("12 đề án", "đề án"),
            ("5 đề án", NATIONAL),
            ("7 đề án", LOCAL),
            ("3 tỷ đồng", "tổng kinh phí đề án khuyến công"),
        ],
    ),
    (
        "Tỉnh triển khai 12 đề án khuyến công (trong đó có 5 đề án khuyến công quốc gia), tổng kinh phí 3 tỷ đồng.",
        [
            ("12 đề án", "đề án khuyến công"),
            ("5 đề án", NATIONAL),
            ("3 tỷ đồng", "tổng kinh phí đề án khuyến công"),
        ],
    ),
    (
        "Tổng kinh phí 8 tỷ đồng, trong đó 3 tỷ đồng từ ngân sách trung ương và 5 tỷ đồng từ ngân sách tỉnh.",
        [
            ("8 tỷ đồng", "tổng kinh phí"),
            ("3 tỷ đồng", "ngân sách trung ương"),
            ("5 tỷ đồng", "ngân sách tỉnh"),
        ],
    ),
    (
        "Hỗ trợ 4 đề án từ nguồn khuyến công quốc gia và 6 đề án từ nguồn khuyến công địa phương với tổng kinh phí 2 "
        "tỷ đồng.",
        [
            ("4 đề án", "đề án từ nguồn khuyến công quốc gia"),
            ("6 đề án", "đề án từ nguồn khuyến công địa phương"),
            ("2 tỷ đồng", "tổng kinh phí"),
        ],
    ),
    (
        "Tư vấn cho 9 cơ sở đăng ký vốn KC địa phương với tổng kinh phí 1,2 tỷ đồng.",
        [
            ("9 cơ sở", "cơ sở – nguồn kinh phí địa phương"),
            ("1,2 tỷ đồng", "tổng kinh phí hỗ trợ cơ sở – nguồn kinh phí địa phương"),
        ],
    ),
    (
        "Tỉnh triển khai 12 đề án (5 đề án quốc gia, 7 đề án địa phương).",
        [("12 đề án", "đề án"), ("5 đề án", NATIONAL), ("7 đề án", LOCAL)],
    ),
    (
        "Tỉnh triển khai 12 đề án (5 đề án khuyến công quốc gia và 7 khuyến công địa phương).",
        [("12 đề án", "đề án"), ("5 đề án", NATIONAL), ("7", LOCAL)],
    ),
    (
        "Kinh phí thực hiện là 3,6 tỷ đồng (1,1 tỷ đồng khuyến công quốc gia và 2,5 tỷ đồng khuyến công địa phương).",
        [
            ("3,6 tỷ đồng", "kinh phí thực hiện"),
            ("1,1 tỷ đồng", "kinh phí khuyến công quốc gia"),
            ("2,5 tỷ đồng", "kinh phí khuyến công địa phương"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "names"), BRACKETS)
def test_each_part_in_brackets_is_of_the_fund_right_beside_it_and_the_sum_of_both(text, names):
    assert named(text) == names


CLAUSES = [
    (
        "Tổng kinh phí khuyến công địa phương được phân bổ là 940 triệu đồng, Bộ Công Thương phê duyệt 03 đề án khuyến "
        "công với tổng kinh phí là 1,7 tỷ đồng.",
        [
            ("940 triệu đồng", "tổng kinh phí khuyến công địa phương được phân bổ"),
            ("03 đề án", NATIONAL),
            ("1,7 tỷ đồng", "tổng kinh phí đề án khuyến công quốc gia"),
        ],
    ),
    (
        "Tỉnh phê duyệt Kế hoạch Khuyến công địa phương và Xúc tiến thương mại với tổng kinh phí 8 tỷ đồng. Trong đó, "
        "kinh phí khuyến công địa phương 3 tỷ đồng, kinh phí xúc tiến thương mại 5 tỷ đồng.",
        [
            ("8 tỷ đồng", "tổng kinh phí khuyến công địa phương và xúc tiến thương mại"),
            ("3 tỷ đồng", "kinh phí khuyến công địa phương"),
            ("5 tỷ đồng", "kinh phí xúc tiến thương mại"),
        ],
    ),
    (
        "Kinh phí khuyến công quốc gia là 2,3 tỷ đồng, kinh phí khuyến công địa phương là 610 triệu đồng. Trong đó, "
        "chỉ tính riêng 6 tháng đầu năm đã có hơn 1,2 tỷ đồng.",
        [
            ("2,3 tỷ đồng", "kinh phí khuyến công quốc gia"),
            ("610 triệu đồng", "kinh phí khuyến công địa phương"),
            ("1,2 tỷ đồng", "kinh phí khuyến công"),
        ],
    ),
    (
        "Kinh phí khuyến công quốc gia là 2,3 tỷ đồng, kinh phí khuyến công địa phương là 610 triệu đồng. Khuyến công "
        "quốc gia đã giải ngân 1,2 tỷ đồng.",
        [
            ("2,3 tỷ đồng", "kinh phí khuyến công quốc gia"),
            ("610 triệu đồng", "kinh phí khuyến công địa phương"),
            ("1,2 tỷ đồng", "kinh phí khuyến công quốc gia"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "names"), CLAUSES)
def test_a_fund_rules_no_clause_of_the_ministry_no_other_programme_and_no_sum_of_both(text, names):
    assert named(text) == names
