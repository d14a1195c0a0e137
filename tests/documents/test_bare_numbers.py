"""Numbers printed without their unit: where the document says it, and what quotes carry of a table."""

import pytest

from documents.bare_numbers import unit_of_column, unit_of_head, unit_of_line
from documents.quantities import read_quantities
from documents.records import Figure
from documents.table_cells import quantities_of
from tests.assistant.small_index import figures_of

LINE = "Đơn vị tính: triệu đồng"


@pytest.mark.parametrize(
    ("head", "words", "unit"),
    [
        ("Kinh phí (triệu đồng)", "triệu đồng", "đồng"),
        ("Kinh phí (ĐVT: tỷ đồng)", "tỷ đồng", "đồng"),
        ("Số đề án", "đề án", "đề án"),
        ("Tỷ lệ (%)", "%", "%"),
    ],
)
def test_the_head_of_a_column_names_a_unit_where_it_is_printed(head, words, unit):
    said = unit_of_head(head)
    assert said is not None
    assert (said.words, said.read.unit, head[said.start : said.start + len(said.words)]) == (words, unit, words)


def test_a_head_or_line_without_a_unit_names_none():
    assert unit_of_head("Kế hoạch (năm 2025)") is None
    assert unit_of_line("Kết quả khuyến công năm 2025") is None


def said(figure: Figure, text: str) -> tuple[str, str]:
    """The figure as printed, and the text from where its unit stands."""
    return figure.printed, text[figure.unit_at : figure.unit_at + len(figure.unit_words)]


def test_a_bare_number_of_a_sentence_takes_the_unit_of_its_head_or_of_its_list():
    text = "Kinh phí theo huyện năm 2023.\nHuyện Con Cuông, Kinh phí (triệu đồng): 360"
    assert [said(figure, text) for figure in figures_of(text)] == [("360 triệu đồng", "triệu đồng")]
    text = "Ba năm 2020, 2021 và 2022, tỉnh Hải Dương bố trí lần lượt 10, 12 và 15 tỷ đồng."
    assert [said(figure, text)[0] for figure in figures_of(text)] == ["10 tỷ đồng", "12 tỷ đồng", "15 tỷ đồng"]


@pytest.mark.parametrize(
    "text",
    [
        f"Kết quả khuyến công năm 2025\n{LINE}\nChỉ tiêu | Năm 2024 | Năm 2025\nHội chợ | 1.125 | 1.300",
        "Kết quả khuyến công\nChỉ tiêu | Năm 2024 (triệu đồng) | Năm 2025 (triệu đồng)\nHội chợ | 1.125 | 1.300",
        "Kết quả khuyến công\nChỉ tiêu | ĐVT | Năm 2024 | Năm 2025\nHội chợ | triệu đồng | 1.125 | 1.300",
        "Kết quả khuyến công\nChỉ tiêu | Năm 2024 | Năm 2025\nHội chợ (triệu đồng) | 1.125 | 1.300",
    ],
)
def test_a_cell_carries_its_unit_wherever_the_table_says_it_and_its_quotes_are_read_alike(text):
    figures = figures_of(text)
    assert [said(figure, text) for figure in figures] == [
        ("1.125 triệu đồng", "triệu đồng"),
        ("1.300 triệu đồng", "triệu đồng"),
    ]
    for figure in figures:
        start = text.rfind("\n", 0, figure.unit_at) + 1
        quotes = [figure.sentence, text[start:].partition("\n")[0]]
        assert (figure.value, "đồng") in [(q.value, q.unit) for q in quantities_of(quotes)]


def test_a_row_carries_no_money_without_the_line_that_says_so():
    row = "Hội chợ | 1.125 | 1.300"
    assert quantities_of([row]) == []
    assert {q.unit for q in quantities_of([row, LINE])} == {"đồng"}


def test_a_column_of_its_own_unit_is_not_of_the_line_above():
    row = "Nội dung: Hội chợ | Số đề án: 12 | Kinh phí: 1.125"
    assert [(q.text, q.unit) for q in quantities_of([row, LINE])] == [("12", "đề án"), ("1.125", "đồng")]


def test_what_is_printed_with_its_unit_is_read_as_in_any_sentence():
    text = "Năm 2024, tỉnh Hải Dương hỗ trợ 66 đề án; kinh phí 11,072 tỷ đồng."
    assert quantities_of([text, LINE]) == read_quantities(text)


def test_a_column_may_be_headed_by_what_it_counts_and_a_row_not():
    text = (
        "Năm 2025, tỉnh Nghệ An hỗ trợ như sau.\nDanh sách đơn vị (kinh phí: triệu đồng)\n"
        "STT | Đơn vị | Khuyến công hỗ trợ | Lao động\n1 | Cơ sở Mộc An | 1.125 | 42\n | Tổng cộng | 1.300 | 50"
    )
    printed = [(figure.printed, figure.indicator.partition(" – ")[0]) for figure in figures_of(text)]
    assert printed == [
        ("1.125 triệu đồng", "Cơ sở Mộc An"),
        ("42 lao động", "Cơ sở Mộc An"),
        ("1.300 triệu đồng", "Tổng cộng"),
        ("50 lao động", "Tổng cộng"),
    ]
    assert unit_of_column("Kế hoạch") is None and unit_of_head("Lao động") is None


def test_what_a_sentence_above_a_table_dates_is_not_the_period_of_its_cells():
    text = (
        "Năm 2025, tỉnh Nghệ An chi 3 tỷ đồng, có 02 đề án 800 triệu đồng nghiệm thu trong tháng 11.\n"
        "Kinh phí theo nội dung (triệu đồng)\nNội dung | Thực hiện\nHội chợ | 1.125"
    )
    cell = figures_of(text)[-1]
    assert cell.printed == "1.125 triệu đồng" and cell.period is not None and cell.period.label == "năm 2025"


def test_a_name_in_brackets_is_no_unit_and_people_are_counted_by_what_they_got():
    text = (
        "Năm 2025, tỉnh Hà Tĩnh hỗ trợ như sau.\nKết quả (kinh phí: triệu đồng)\n"
        "Đơn vị | Hỗ trợ | Lao động có việc làm mới\nCơ sở mộc Thái (làng nghề Thái Yên) | 1.160 | 118"
    )
    assert [figure.printed for figure in figures_of(text)] == ["1.160 triệu đồng", "118 lao động"]
    assert unit_of_head("Cơ sở mộc Thái (làng nghề Thái Yên)") is None
    often = unit_of_column("Lượt cơ sở thụ hưởng")
    assert often is not None and often.read.unit == "lượt cơ sở"
    assert unit_of_column("Lao động được hỗ trợ tiền ăn") is None
    assert unit_of_column("Lao động qua đào tạo, tỷ lệ") is None and unit_of_column("Lao động - năng suất") is None
