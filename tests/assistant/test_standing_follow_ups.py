"""Whether the text that was just told of still stands, asked without its name."""

import pytest

from assistant.follow_ups import asks_if_it_stands
from assistant.questions import read_question
from assistant.records import Talk
from assistant.standing import asks_replacing, asks_standing

OF_TEXT = Talk("Mức hỗ trợ tối đa là bao nhiêu?", text="Thông tư liên tịch 26/2014/TTLT-BTC-BCT")


@pytest.mark.parametrize(
    "asked",
    [
        "Mức này còn áp dụng không?",
        "Thế thông tư đó còn hiệu lực không?",
        "Quy định trên hiện có còn được áp dụng không?",
        "Nó còn hiệu lực không?",
        "Văn bản này đã bị thay thế chưa?",
    ],
)
def test_it_is_asked_of_the_text_that_the_last_answer_rests_on(asked):
    question = read_question(asked, OF_TEXT)
    assert asks_standing(question)
    assert [reference.number for reference in question.references] == ["26/2014/TTLT-BTC-BCT"]
    assert not asks_standing(read_question(asked, Talk("Kinh phí năm 2023 là bao nhiêu?")))


def test_which_text_replaced_it_is_asked_so_too():
    assert asks_replacing(read_question("Mức này còn áp dụng không, hay đã có thông tư nào thay thế?", OF_TEXT))


@pytest.mark.parametrize(
    "asked",
    [
        "Thông tư 46/2012 còn hiệu lực không?",
        "Mức này áp dụng cho ai?",
        "Kinh phí năm 2023 còn bao nhiêu?",
        "Thế còn áp dụng máy móc tiên tiến thì được hỗ trợ tối đa bao nhiêu?",
        "Còn giá trị sản xuất công nghiệp của Hải Dương thì sao?",
        "Bị thay đổi thiết kế thì có được hỗ trợ không?",
        "Nghị định này còn hiệu lực không?",
    ],
)
def test_what_names_its_text_or_asks_another_thing_is_left_as_it_is(asked):
    assert not asks_if_it_stands(asked, OF_TEXT)
