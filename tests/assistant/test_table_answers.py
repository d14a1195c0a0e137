"""The rows of a table that a question asks for: by a fund, a year, a number, a word, or the most."""

import pytest

from assistant.questions import read_question
from assistant.table_answers import table_reply
from assistant.tables import group_lines, tables_in
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


GROUPED = """Danh mục đề án khuyến công của tỉnh Hà Tĩnh năm 2024

TT | Đơn vị thụ hưởng | Địa bàn | Hỗ trợ (triệu đồng) | Ghi chú
I | Đơn vị thụ hưởng: Khuyến công quốc gia
1 | Đơn vị thụ hưởng: HTX Muối Hộ Độ | Địa bàn: huyện Kỳ Anh | Hỗ trợ (triệu đồng): 300
2 | Đơn vị thụ hưởng: HTX Nón Phù Việt | Địa bàn: huyện Thạch Hà | Hỗ trợ (triệu đồng): 200 | Ghi chú: xong
II | Đơn vị thụ hưởng: Khuyến công địa phương
1 | Đơn vị thụ hưởng: Công ty Gỗ Thái Yên | Địa bàn: huyện Kỳ Anh | Hỗ trợ (triệu đồng): 900
2 | Đơn vị thụ hưởng: Công ty Gạch Đồng Môn | Địa bàn: huyện Thạch Hà | Hỗ trợ (triệu đồng): 100"""


def told(question: str, page: str = PAGE) -> str:
    index = SmallIndex(written(page, title="Khuyến công tỉnh Hà Tĩnh", date="2025-12-01"))
    reply = table_reply(read_question(question), index.library(), index.search(question))
    return reply.drafts[0].text if reply is not None else ""


def mixed(*given: str) -> str:
    """The page with these amounts, each with its unit in its cell."""
    rows = (f"{name} | Nội dung: Máy sấy | Hỗ trợ: {amount}" for name, amount in zip("ABC", given, strict=True))
    return "\n\n".join(["Danh mục của tỉnh Hà Tĩnh", "Đơn vị | Nội dung | Hỗ trợ", *(f"Đơn vị: {row}" for row in rows)])


def test_amounts_of_several_units_are_ranked_by_what_they_are_worth():
    (table,) = tables_in(view_of(mixed("300 triệu đồng", "1,2 tỷ đồng", "950 triệu đồng")))
    assert table.numeric("Hỗ trợ")
    assert [row.number("Hỗ trợ").value for row in table.rows] == [300_000_000, 1_200_000_000, 950_000_000]


@pytest.mark.parametrize("given", ["950", "dưới 950 triệu đồng", "950 triệu đồng (2 đợt)", "12 máy"])
def test_a_column_in_which_one_number_is_of_another_kind_ranks_nothing(given):
    (table,) = tables_in(view_of(mixed("300 triệu đồng", "1,2 tỷ đồng", given)))
    assert not table.numeric("Hỗ trợ")


def test_a_total_in_milliards_in_the_caption_is_not_the_unit_of_the_rows():
    page = PAGE.replace("(kinh phí: triệu đồng)", "(tổng kinh phí 1,1 tỷ đồng)")
    question = "Những đơn vị nào trong danh mục của Hà Tĩnh được hỗ trợ dưới 400 triệu đồng?"
    assert told(question, page) == "Công ty TNHH Mắm Kỳ Ninh; HTX Bánh đa Thạch Hưng."


def test_lines_that_name_groups_of_rows_end_no_table_and_an_empty_cell_ends_none():
    (table,) = tables_in(view_of(GROUPED))
    assert [row.cells["Hỗ trợ (triệu đồng)"] for row in table.rows] == ["300", "200", "900", "100"]
    assert [row.cells["Ghi chú"] for row in table.rows] == ["", "xong", "", ""]
    assert [row.group_words.strip() for row in table.rows] == ["khuyến công quốc gia"] * 2 + [
        "khuyến công địa phương"
    ] * 2
    assert table.caption.startswith("Danh mục")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "Năm 2024 đơn vị nào của Hà Tĩnh được hỗ trợ nhiều tiền nhất?",
            "Công ty Gỗ Thái Yên (Hỗ trợ: 900 triệu đồng).",
        ),
        ("Năm 2024 đơn vị nào ở huyện Kỳ Anh của Hà Tĩnh được hỗ trợ?", "HTX Muối Hộ Độ; Công ty Gỗ Thái Yên."),
        (
            "Những đơn vị nào của Hà Tĩnh năm 2024 dùng vốn khuyến công quốc gia?",
            "HTX Muối Hộ Độ; HTX Nón Phù Việt.",
        ),
        (
            "Đơn vị nào của Hà Tĩnh năm 2024 được khuyến công địa phương hỗ trợ ít tiền nhất?",
            "Công ty Gạch Đồng Môn (Hỗ trợ: 100 triệu đồng).",
        ),
        ("Năm 2024 của Hà Tĩnh, hai đơn vị nào được hỗ trợ nhiều tiền nhất?", "Công ty Gỗ Thái Yên (Hỗ trợ: 900"),
    ],
)
def test_rows_under_group_lines_are_all_of_one_table(question, answer):
    assert told(question, GROUPED).startswith(answer)


def test_the_line_that_names_the_fund_of_the_rows_is_cited():
    index = SmallIndex(written(GROUPED, title="Khuyến công tỉnh Hà Tĩnh", date="2025-12-01"))
    question = "Những đơn vị nào của Hà Tĩnh năm 2024 dùng vốn khuyến công địa phương?"
    reply = table_reply(read_question(question), index.library(), index.search(question))
    assert reply is not None
    assert any("II | Đơn vị thụ hưởng: Khuyến công địa phương" in one.quote for one in reply.drafts[0].evidence)


def test_a_table_is_read_by_its_heads_without_its_total():
    (table,) = tables_in(view_of(PAGE))
    assert len(table.rows) == 3 and table.heads[0] == "Đơn vị thụ hưởng"
    assert table.caption.startswith("Danh mục đề án") and table.numeric("Hỗ trợ (triệu đồng)")
    assert table.rows[0].number("Vốn đối ứng (triệu đồng)").value == 1150 and table.rows[0].number("Nguồn") is None


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
        ("Những đơn vị nào trong danh mục của Hà Tĩnh được hỗ trợ trên 300 triệu đồng?", "Công ty CP Chè Vũ Môn."),
        (
            "Những đơn vị nào trong danh mục của Hà Tĩnh được hỗ trợ không quá 300 triệu đồng?",
            "Công ty TNHH Mắm Kỳ Ninh; HTX Bánh đa Thạch Hưng.",
        ),
        (
            "Những đơn vị nào trong danh mục của Hà Tĩnh được hỗ trợ ít hơn 0,5 tỷ đồng?",
            "Công ty TNHH Mắm Kỳ Ninh; HTX Bánh đa Thạch Hưng.",
        ),
        ("Trong danh mục của Hà Tĩnh, đơn vị nào được hỗ trợ nhiều tiền nhất?", "Công ty CP Chè Vũ Môn ("),
        ("Trong danh mục của Hà Tĩnh, đơn vị nào có vốn đối ứng thấp nhất?", "HTX Bánh đa Thạch Hưng ("),
        ("Đơn vị nào ở Hà Tĩnh được hỗ trợ máy sấy?", "Công ty CP Chè Vũ Môn."),
        (
            "Đơn vị nào của Hà Tĩnh được hỗ trợ từ 200 đến 400 triệu đồng?",
            "Công ty TNHH Mắm Kỳ Ninh; HTX Bánh đa Thạch Hưng.",
        ),
        ("Những đơn vị nào của Hà Tĩnh được hỗ trợ từ 500 triệu đồng trở lên?", "Công ty CP Chè Vũ Môn."),
        ("Trong danh mục đợt 1, đơn vị nào của Hà Tĩnh được hỗ trợ nhiều tiền nhất?", "Công ty CP Chè Vũ Môn ("),
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
        "Trong danh mục của Hà Tĩnh, đơn vị nào được hỗ trợ tạo nhiều việc làm nhất?",
        "Trong danh mục của Hà Tĩnh, đơn vị nào có vốn đối ứng tăng nhiều nhất?",
        "Trong danh mục của Hà Tĩnh, đơn vị nào được hỗ trợ nhiều thứ hai?",
        "Những đơn vị nào ở Hà Tĩnh dùng vốn khuyến công quốc gia được hỗ trợ 700 triệu đồng?",
        "Những đơn vị nào trong danh mục của Hà Tĩnh đạt trên 90% kế hoạch?",
        "Những đơn vị nào ở Hà Tĩnh không dùng vốn khuyến công quốc gia?",
        "Ngoài máy sấy, đơn vị nào ở Hà Tĩnh được hỗ trợ?",
        "Đơn vị nào ở Hà Tĩnh bị thu hồi tiền hỗ trợ năm 2024?",
        "Đơn vị nào ở Hà Tĩnh chậm giải ngân năm 2024?",
        "Những đơn vị nào ở Hà Tĩnh dùng vốn khuyến công quốc gia hoặc địa phương?",
        "Vốn khuyến công quốc gia của Hà Tĩnh là bao nhiêu?",
    ],
)
def test_no_row_is_told_of_another_round_place_year_or_measure(question):
    assert told(question) == ""


def test_a_part_of_the_rows_is_not_told_for_all():
    rows = [
        f"{n} | Đơn vị thụ hưởng: HTX số {n} | Địa bàn: huyện Kỳ Anh | Hỗ trợ (triệu đồng): {n}" for n in range(1, 15)
    ]
    other = "15 | Đơn vị thụ hưởng: HTX số 15 | Địa bàn: huyện Thạch Hà | Hỗ trợ (triệu đồng): 15"
    head = "TT | Đơn vị thụ hưởng | Địa bàn | Hỗ trợ (triệu đồng)"
    question = "Năm 2024 đơn vị nào ở huyện Kỳ Anh của Hà Tĩnh được hỗ trợ?"
    caption = "Danh mục đề án khuyến công của tỉnh Hà Tĩnh năm 2024"
    assert told(question, "\n\n".join([caption, head, *rows, other])) == ""
    assert told(question, "\n\n".join([caption, head, *rows[:12], other])).startswith("HTX số 1; HTX số 2;")


def test_rows_that_are_counted_each_in_its_own_unit_are_not_ranked():
    page = "\n\n".join(
        [
            "Kết quả khuyến công của tỉnh Hà Tĩnh năm 2024",
            "Nội dung | Đơn vị tính | Thực hiện",
            "Nội dung: Đào tạo nghề | Đơn vị tính: người | Thực hiện: 480",
            "Nội dung: Ứng dụng máy móc | Đơn vị tính: đề án | Thực hiện: 25",
        ]
    )
    assert told("Năm 2024 nội dung nào của Hà Tĩnh thực hiện nhiều nhất?", page) == ""


def test_the_sum_of_a_group_is_cited_with_the_line_that_names_the_group():
    page = GROUPED.replace("\nII |", "\n- | Đơn vị thụ hưởng: Cộng I | Hỗ trợ (triệu đồng): 500\nII |") + (
        "\n- | Đơn vị thụ hưởng: Tổng cộng | Hỗ trợ (triệu đồng): 1.500"
    )
    view = view_of(page)
    row = next(sentence for sentence in view.sentences if "Cộng I |" in sentence.text)
    (line,) = group_lines(view, row)
    assert line.text.startswith("I | Đơn vị thụ hưởng: Khuyến công quốc gia")
    last = next(sentence for sentence in view.sentences if "Tổng cộng" in sentence.text)
    assert group_lines(view, last) == ()


def test_two_tables_one_behind_the_other_keep_their_own_groups_and_captions():
    rows = "1 | Xã: Kỳ Phú | Số hộ: 3 | Tiền: 9\n2 | Xã: Kỳ Thọ | Số hộ: 4 | Tiền: 8"
    other = f"TT | Xã | Số hộ | Tiền\nI | Nhóm một\n{rows}"
    first, second = tables_in(view_of(f"{GROUPED}\n\nDanh sách các hộ của xã\n\n{other}"))
    assert first.caption.startswith("Danh mục") and second.caption == "Danh sách các hộ của xã"
    assert [line.text for line in second.rows[1].groups] == ["I | Nhóm một"] and len(first.rows) == 4
