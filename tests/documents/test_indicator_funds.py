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
