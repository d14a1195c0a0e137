"""The rows of a table that a question asks for: by a fund, a year, a number, a word, or the most."""

import pytest

from assistant.questions import read_question
from assistant.table_answers import table_reply
from assistant.tables import tables_in
from tests.assistant.small_index import SmallIndex, view_of, written

HEADS = (
    "Đơn vị thụ hưởng",
    "Địa bàn",
    "Nội dung",
    "Hỗ trợ (triệu đồng)",
    "Vốn đối ứng (triệu đồng)",
    "Nguồn",
    "Năm",
)
ROWS = (
    ("Công ty TNHH Mắm Kỳ Ninh", "huyện Kỳ Anh", "Dây chuyền lọc", "300", "1.150", "Địa phương", "2024"),
    ("Công ty CP Chè Vũ Môn", "huyện Hương Khê", "Máy sấy chè", "500", "900", "Quốc gia", "2024"),
    ("HTX Bánh đa Thạch Hưng", "huyện Thạch Hà", "Máy tráng bánh", "300", "400", "Địa phương", "2025"),
)
PAGE = "\n\n".join(
    [
        "Khuyến công tỉnh Hà Tĩnh năm 2024 và 2025",
        "Danh mục đề án khuyến công đợt 1 của tỉnh Hà Tĩnh (kinh phí: triệu đồng)",
        f"TT | {' | '.join(HEADS)}",
        *(
            f"{number} | {' | '.join(f'{head}: {cell}' for head, cell in zip(HEADS, row, strict=True))}"
            for number, row in enumerate(ROWS, 1)
        ),
        "Cộng |  |  |  | Hỗ trợ (triệu đồng): 1.100 | Vốn đối ứng (triệu đồng): 2.450 |  |",
    ]
)


def told(question: str) -> str:
    index = SmallIndex(written(PAGE, title="Khuyến công tỉnh Hà Tĩnh", date="2025-12-01"))
    reply = table_reply(read_question(question), index.library(), index.search(question))
    return reply.drafts[0].text if reply is not None else ""


def test_a_table_is_read_by_its_heads_without_its_total():
    (table,) = tables_in(view_of(PAGE))
    assert len(table.rows) == 3 and table.heads[0] == "Đơn vị thụ hưởng"
    assert table.caption.startswith("Danh mục đề án") and table.numeric("Hỗ trợ (triệu đồng)")
    assert table.rows[0].number("Vốn đối ứng (triệu đồng)") == 1150.0 and table.rows[0].number("Nguồn") is None


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Những đơn vị nào ở Hà Tĩnh dùng vốn khuyến công quốc gia?", "Công ty CP Chè Vũ Môn."),
        ("Đơn vị nào của Hà Tĩnh thụ hưởng đề án khuyến công năm 2025?", "HTX Bánh đa Thạch Hưng."),
        (
            "Những đơn vị nào trong danh mục của Hà Tĩnh được hỗ trợ 300 triệu đồng?",
            "Công ty TNHH Mắm Kỳ Ninh; HTX Bánh đa Thạch Hưng.",
        ),
        (
            "Những đơn vị nào trong danh mục của Hà Tĩnh được hỗ trợ dưới 400 triệu đồng?",
            "Công ty TNHH Mắm Kỳ Ninh; HTX Bánh đa Thạch Hưng.",
        ),
        ("Trong danh mục của Hà Tĩnh, đơn vị nào được hỗ trợ nhiều tiền nhất?", "Công ty CP Chè Vũ Môn ("),
        ("Trong danh mục của Hà Tĩnh, đơn vị nào có vốn đối ứng thấp nhất?", "HTX Bánh đa Thạch Hưng ("),
        ("Đơn vị nào ở Hà Tĩnh được hỗ trợ máy sấy?", "Công ty CP Chè Vũ Môn."),
    ],
)
def test_the_rows_asked_for_are_told_by_name(question, answer):
    assert told(question).startswith(answer)


@pytest.mark.parametrize(
    "question",
    [
        "Những đơn vị nào trong danh mục đợt 2 của Hà Tĩnh dùng vốn khuyến công quốc gia?",
        "Những đơn vị nào ở Nghệ An dùng vốn khuyến công quốc gia?",
        "Đơn vị nào của Hà Tĩnh thụ hưởng đề án khuyến công năm 2019?",
        "Trong danh mục của Hà Tĩnh, đơn vị nào có nhiều lao động nhất?",
        "Vốn khuyến công quốc gia của Hà Tĩnh là bao nhiêu?",
    ],
)
def test_no_row_is_told_of_another_round_place_year_or_measure(question):
    assert told(question) == ""
