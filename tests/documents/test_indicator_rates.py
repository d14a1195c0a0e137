"""A rate is told from its total, a list item's money by its label, funds by their level."""

import pytest

from documents.corpus import open_corpus
from documents.figures import extract_figures

TITLE = "Lâm Đồng: Khuyến công năm 2020\n14/12/2020\nKết quả của tỉnh Lâm Đồng như sau.\n"
CASES = [
    (
        "- Ứng dụng máy móc: 118 cơ sở, kinh phí 17,7 tỷ đồng, bình quân 150 triệu đồng/cơ sở.",
        [
            ("17,7 tỷ đồng", "kinh phí ứng dụng máy móc"),
            ("150 triệu đồng/cơ sở", "mức bình quân mỗi cơ sở (kinh phí ứng dụng máy móc)"),
        ],
    ),
    (
        "Tổng kinh phí khuyến công được giao là 15,3 tỷ đồng, gồm: khuyến công quốc gia 5,1 tỷ đồng, "
        "khuyến công cấp tỉnh 7,65 tỷ đồng và khuyến công cấp huyện 2,55 tỷ đồng.",
        [
            ("15,3 tỷ đồng", "tổng kinh phí khuyến công"),
            ("5,1 tỷ đồng", "kinh phí khuyến công quốc gia"),
            ("7,65 tỷ đồng", "kinh phí khuyến công cấp tỉnh"),
            ("2,55 tỷ đồng", "kinh phí khuyến công cấp huyện"),
        ],
    ),
]


@pytest.mark.parametrize(("line", "wanted"), CASES)
def test_money_is_named_by_what_it_is_for(line, wanted, tmp_path):
    (tmp_path / "page.txt").write_text(f"{TITLE}{line}\n", encoding="utf-8")
    figures = extract_figures(open_corpus(tmp_path).document("page"))
    assert [(f.text, f.indicator_name) for f in figures if f.unit.startswith("đồng")] == wanted
