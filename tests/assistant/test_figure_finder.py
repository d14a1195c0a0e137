"""The figures of the table that answer a question, best first."""

import pytest

from assistant.figure_finder import FigureFinder
from assistant.questions import read_question
from tests.assistant.small_index import SmallIndex, written

PARTS = (
    "Năm 2024, tổng kinh phí khuyến công khu vực phía Bắc là 170,8 tỷ đồng, gồm kinh phí khuyến công quốc gia "
    "71,5 tỷ đồng; kinh phí khuyến công địa phương 99,3 tỷ đồng."
)


def found(text: str, asked: str) -> list[str]:
    question = read_question(asked)
    finder = FigureFinder(SmallIndex(written(text)).library())
    return [row.figure.text for row in finder.find(question, question.places, question.periods)]


def test_the_whole_stands_before_its_parts():
    assert found(PARTS, "Kinh phí khuyến công phía Bắc năm 2024 là bao nhiêu?")[0] == "170,8 tỷ đồng"


def test_the_part_that_is_asked_for_stands_before_the_whole():
    assert found(PARTS, "Kinh phí khuyến công địa phương phía Bắc năm 2024 là bao nhiêu?")[0] == "99,3 tỷ đồng"


def test_of_102_in_171_products_those_chosen_are_meant():
    text = "Năm 2022, tỉnh Thanh Hóa có 102/171 sản phẩm được công nhận là sản phẩm công nghiệp nông thôn tiêu biểu.\n"
    asked = "Thanh Hóa có bao nhiêu sản phẩm được công nhận là sản phẩm công nghiệp nông thôn tiêu biểu năm 2022?"
    assert found(text, asked)[0] == "102/171 sản phẩm"


def test_another_place_and_another_year_are_left_out():
    assert found(PARTS, "Kinh phí khuyến công phía Nam năm 2024 là bao nhiêu?") == []
    assert found(PARTS, "Kinh phí khuyến công phía Bắc năm 2023 là bao nhiêu?") == []


def test_a_quantity_that_the_question_states_is_no_answer_to_it():
    text = "Năm 2022, tỉnh Hải Dương chi 42 tỷ đồng hỗ trợ đề án, thu hút 30 tỷ đồng vốn đối ứng."
    asked = "Năm 2022, Hải Dương chi 42 tỷ đồng hỗ trợ đề án, thu hút bao nhiêu tỷ đồng vốn đối ứng?"
    assert "42 tỷ đồng" not in found(text, asked)
    assert found(text, asked)[0] == "30 tỷ đồng"


def test_one_figure_is_judged_by_the_rules_by_which_it_is_found():
    index = SmallIndex(written(PARTS))
    finder = FigureFinder(index.library())
    question = read_question("Kinh phí khuyến công quốc gia phía Bắc năm 2024 là bao nhiêu?")
    figures = index.figures("bai")
    scores = {figure.text: finder.judge(question, figure, question.places).score for figure in figures}
    assert scores["99,3 tỷ đồng"] == 0.0
    assert scores["71,5 tỷ đồng"] == max(scores.values()) > 0


def test_of_several_enterprises_in_one_sentence_the_one_that_is_named_is_meant():
    text = (
        "Tỉnh Kon Tum năm 2012 hỗ trợ: Doanh nghiệp tư nhân Hà Mòn 120 triệu đồng mua máy đánh bóng; "
        "Hợp tác xã dệt Kon K'lor 70 triệu đồng mua khung dệt; cơ sở sâm dây Măng Ri 60 triệu đồng mua tủ sấy."
    )
    assert found(text, "Hợp tác xã dệt Kon K'lor ở Kon Tum được hỗ trợ bao nhiêu tiền?") == ["70 triệu đồng"]


def test_what_was_done_is_no_part_of_its_plan():
    text = "Năm 2018 tỉnh Bến Tre thực hiện 38 đề án với tổng kinh phí 6,42 tỷ đồng, đạt 97,3% kế hoạch (6,6 tỷ đồng)."
    asked = "Năm 2018 Bến Tre làm khuyến công hết tổng cộng bao nhiêu tiền?"
    assert found(text, asked)[0] == "6,42 tỷ đồng"
    assert found(text, "Kế hoạch kinh phí năm 2018 của Bến Tre là bao nhiêu?")[0] == "6,6 tỷ đồng"


ROWS = (
    "Danh mục đề án khuyến công tỉnh Đồng Nai năm 2023 (đơn vị tính: triệu đồng)\n\n"
    "TT | Đơn vị thụ hưởng | Kinh phí hỗ trợ | Vốn đối ứng\n1 | HTX Nấm Sông Ray | 130 | 195\n"
    "2 | Cơ sở bún khô Tư Hiền | 150 | 210\n"
)


def test_the_cell_before_the_own_capital_is_no_own_capital():
    assert found(ROWS, "HTX Nấm Sông Ray được hỗ trợ bao nhiêu tiền?")[0] == "130"
    assert found(ROWS, "Vốn đối ứng của HTX Nấm Sông Ray là bao nhiêu tiền?")[0] == "195"


def test_of_two_counts_in_one_sentence_the_one_told_of_by_what_is_asked_is_meant():
    text = (
        "Năm 2019 tỉnh Gia Lai có 68 cơ sở đăng ký, trong đó 21 cơ sở có hệ thống xử lý nước thải tập trung; "
        "sản lượng chè tăng từ 18 tấn lên 30 tấn."
    )
    assert found(text, "Gia Lai năm 2019 có mấy cơ sở có hệ thống xử lý nước thải tập trung?")[0] == "21 cơ sở"
    assert found(text, "Gia Lai năm 2019 có mấy cơ sở đăng ký?")[0] == "68 cơ sở"


@pytest.mark.parametrize(
    ("told", "ends"),
    [
        ("Công suất tăng từ 22 tấn lên 35 tấn mỗi tháng.", ["22 tấn", "35 tấn"]),
        ("Tỷ lệ hàng hỏng giảm từ 12% xuống còn 3%.", ["12%", "3%"]),
        ("Tỷ lệ hàng hỏng từ 12% nay còn 3%.", ["12%", "3%"]),
        ("Lao động của cơ sở tăng từ 45 người lúc đầu đến 68 người.", ["45 người", "68 người"]),
        ("Thu nhập của thợ từ 5 triệu đồng đến 9 triệu đồng.", []),
        ("Mỗi cơ sở được hỗ trợ từ 100 triệu đồng tới 300 triệu đồng.", []),
        ("Cơ sở có 22 tấn hàng và 35 tấn nguyên liệu.", []),
    ],
)
def test_a_rise_is_told_and_no_range(told, ends):
    index = SmallIndex(written(f"Năm 2023, cơ sở ở tỉnh Hải Dương thay máy mới.\n{told}"))
    finder = FigureFinder(index.library())
    rises = [[one.text for one in finder.risen(figure)] for figure in index.figures("bai") if figure.sentence == told]
    assert rises and all(rise == ends for rise in rises)
