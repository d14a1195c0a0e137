"""The money of so many projects is not that of another number of them."""

import pytest

from assistant.counts_told import of_other_count
from assistant.questions import read_question

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
