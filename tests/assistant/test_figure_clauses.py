"""The clause that speaks of one number, cut out of a sentence that holds several."""

from assistant.evidence import View
from assistant.figure_clauses import clause_span, is_heading_figure
from documents.records import Block, Document
from documents.structure import read_structure
from tests.assistant.small_index import figures_of, written

NESTED = (
    "Năm 2024, tổng kinh phí khuyến công khu vực phía Bắc là 170,8 tỷ đồng (trong đó kinh phí khuyến công quốc gia "
    "là 71,5 tỷ đồng (chiếm 41,9%), kinh phí khuyến công địa phương là 99,3 tỷ đồng)."
)


def clauses(text: str) -> dict[str, str]:
    found = {}
    for figure in figures_of(text):
        left, right = clause_span(figure)
        found[figure.text] = figure.sentence[left:right]
    return found


def test_brackets_inside_brackets_keep_each_number_with_its_own_words():
    found = clauses(NESTED)
    assert found["170,8 tỷ đồng"].strip() == "Năm 2024, tổng kinh phí khuyến công khu vực phía Bắc là 170,8 tỷ đồng"
    assert found["71,5 tỷ đồng"].strip() == "trong đó kinh phí khuyến công quốc gia là 71,5 tỷ đồng"
    assert found["99,3 tỷ đồng"].endswith("kinh phí khuyến công địa phương là 99,3 tỷ đồng")
    assert "170,8" not in found["99,3 tỷ đồng"]


def test_a_semicolon_ends_a_clause():
    found = clauses("Năm 2022, tỉnh Hải Dương triển khai 66 đề án khuyến công; hỗ trợ đào tạo cho 1.330 lao động.")
    assert found["66 đề án"] == "Năm 2022, tỉnh Hải Dương triển khai 66 đề án khuyến công"
    assert found["1.330 lao động"].strip() == "hỗ trợ đào tạo cho 1.330 lao động."


def test_a_bare_number_in_brackets_takes_the_whole_sentence():
    text = "Năm 2022, kinh phí khuyến công của tỉnh Hải Dương tăng cao (12%)."
    assert clauses(text) == {"12%": text}


def test_a_figure_of_a_heading_is_told_from_the_same_figure_in_the_text():
    text = "Hỗ trợ 66 đề án khuyến công năm 2022\nNăm 2022, tỉnh Hải Dương hỗ trợ 66 đề án khuyến công."
    start = text.index("\n") + 1
    blocks = (Block("heading", 0, start - 1, 1), Block("paragraph", start, len(text)))
    plain = written(text)
    document = Document(plain.source, text, blocks)
    view = View(document, read_structure(document))
    assert [(figure.start < start, is_heading_figure(figure, view)) for figure in figures_of(text)] == [
        (True, True),
        (False, False),
    ]
