"""The money of so many projects is not that of another number of them."""

import pytest

from assistant.citations import unit_head
from assistant.counts_told import PEOPLE, of_other_count, of_other_people, of_other_stage, said_at
from assistant.questions import read_question
from documents.quantities import read_quantities

FIVE = "Thực hiện 05 đề án hỗ trợ mô hình trình diễn với tổng kinh phí hỗ trợ là 1,55 tỷ đồng."


@pytest.mark.parametrize(
    ("asked", "told", "other"),
    [
        ("Kinh phí của 66 đề án khuyến công là bao nhiêu?", FIVE, True),
        ("Kinh phí của 5 đề án mô hình trình diễn là bao nhiêu?", FIVE, False),
        ("Tỉnh chi bao nhiêu tiền cho 12 cơ sở?", "Hỗ trợ 10 cơ sở với kinh phí 3 tỷ đồng.", True),
        ("Tỉnh chi bao nhiêu tiền cho 12 cơ sở?", "Tỉnh hỗ trợ 3 tỷ đồng.", False),
        ("Trong 66 đề án, mô hình trình diễn được bao nhiêu tiền?", FIVE, False),
        ("Trong tổng số 66 đề án có bao nhiêu đề án mô hình trình diễn?", FIVE, False),
        ("Kinh phí của một đề án mô hình trình diễn là bao nhiêu?", FIVE, False),
        ("Ai phê duyệt 66 đề án?", FIVE, False),
    ],
)
def test_a_sentence_on_another_number_of_the_same_things_is_of_others(asked, told, other):
    assert of_other_count(read_question(asked), told) is other


TRAINED = "Tỉnh mở lớp dạy đan cho 40 lao động trong 3 tháng; kết thúc khóa, 33 người ở lại làm, 7 người bỏ ngang."


@pytest.mark.parametrize(
    ("asked", "counted"),
    [
        ("Học xong có bao nhiêu người ở lại làm?", ["33 người"]),
        ("Bao nhiêu người bỏ giữa chừng?", ["7 người"]),
        ("Lớp dạy đan có bao nhiêu người học?", ["40 lao động", "33 người", "7 người"]),
    ],
)
def test_people_of_another_deed_are_not_those_asked_for(asked, counted):
    question = read_question(asked)
    people = [q for q in read_quantities(TRAINED) if unit_head(q.unit) in PEOPLE]
    told = [q.text for q in people if not of_other_people(question, said_at(TRAINED, q.start, q.end))]
    assert told == counted


def test_what_is_said_of_a_number_ends_at_the_numbers_and_commas_about_it():
    text = "Công ty đầu tư 1,85 tỷ đồng cho dây chuyền sấy, được khuyến công hỗ trợ 300 triệu đồng."
    first, second = read_quantities(text)
    assert said_at(text, first.start, first.end) == "Công ty đầu tư 1,85 tỷ đồng cho dây chuyền sấy"
    assert said_at(text, second.start, second.end) == "được khuyến công hỗ trợ 300 triệu đồng"


@pytest.mark.parametrize(
    ("asked", "said", "other"),
    [
        ("Cuối cùng kỳ bình chọn chọn được bao nhiêu sản phẩm?", "kỳ bình chọn nhận 48 sản phẩm", True),
        ("Cuối cùng kỳ bình chọn chọn được bao nhiêu sản phẩm?", "hội đồng chọn được 26 sản phẩm", False),
        ("Có bao nhiêu sản phẩm được công nhận?", "102 sản phẩm được chứng nhận tiêu biểu", False),
        ("Có bao nhiêu sản phẩm đạt giải?", "5 sản phẩm được nhận giải", False),
        ("Bao nhiêu sản phẩm gửi dự bình chọn?", "công nhận 26 sản phẩm", True),
        ("Kỳ bình chọn có bao nhiêu sản phẩm?", "kỳ bình chọn nhận 48 sản phẩm", False),
        ("Công nhận bao nhiêu cơ sở?", "nhận 48 cơ sở", False),
    ],
)
def test_products_that_were_entered_are_not_those_that_were_chosen(asked, said, other):
    assert of_other_stage(read_question(asked), said) is other
