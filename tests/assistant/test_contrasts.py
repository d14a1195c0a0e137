"""The two sides of a comparison, and a sum that is no side."""

from assistant.contrasts import sets_whole_against_part
from assistant.questions import read_question
from tests.assistant.small_index import figures_of


def test_a_sum_is_not_set_against_its_own_national_part_for_the_other_side():
    question = read_question("Máy móc ở Hải Dương: tỉnh hơn quốc gia bao nhiêu?")
    sentence = "Hỗ trợ máy móc 9 tỷ đồng, trong đó khuyến công quốc gia 2 tỷ đồng."
    whole, part = figures_of(sentence)
    assert sets_whole_against_part(question, [whole, part])
    asked = read_question("Tổng tiền máy móc hơn phần quốc gia bao nhiêu?")
    assert not sets_whole_against_part(asked, [whole, part])
