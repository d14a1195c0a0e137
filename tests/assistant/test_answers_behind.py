"""The cause told by the next sentence, and what is said to an interviewer's question."""

import pytest

from assistant.answering import Assistant
from tests.assistant.small_index import SmallIndex, written

NEWS = (
    "Khuyến công Yên Bái năm 2019\n\nNăm 2019, tỉnh Yên Bái thực hiện 20 đề án khuyến công.\n"
    "Hết năm, Yên Bái có 2 đề án khuyến công phải dừng. Ông Đỗ Quang Vịnh, Giám đốc Trung tâm giải thích: "
    "một cơ sở mất nhà xưởng trong lũ, một cơ sở hết vốn.\n"
)
INTERVIEW = (
    "Khuyến công Bình Định năm 2017\n\nPhóng viên hỏi chuyện ông Lê Văn Minh, Giám đốc Trung tâm.\n"
    "* Năm 2017 Bình Định làm được gì?\n- Chúng tôi làm 30 đề án.\n"
    "* Vì sao huyện An Lão không có đề án nào?\n- Cơ sở ở đó ít lắm. Hộ làm theo mùa, không đăng ký kinh doanh.\n"
    "* Ông mong gì?\n- Mong có thêm người.\n"
)


def told(text: str, asked: str) -> tuple[str, list[str]]:
    index = SmallIndex(written(text, "bai", title=text.partition("\n")[0]))
    answer = Assistant(index).ask(asked)  # type: ignore[arg-type]
    return answer.outcome, [citation.quote for citation in answer.citations]


def test_what_happened_is_told_with_the_sentence_behind_it_that_explains_it():
    outcome, quotes = told(NEWS, "Vì sao năm 2019 Yên Bái có đề án khuyến công phải dừng?")
    assert outcome == "answered" and [quote.split()[0] for quote in quotes] == ["Hết", "Ông"]


def test_nothing_is_told_where_no_sentence_explains():
    text = NEWS.replace(" giải thích: một cơ sở mất nhà xưởng trong lũ, một cơ sở hết vốn", " có mặt tại xưởng")
    assert told(text, "Vì sao năm 2019 Yên Bái có đề án khuyến công phải dừng?")[0] == "not_found"


def test_what_is_said_to_the_question_put_answers_the_same_question():
    outcome, quotes = told(INTERVIEW, "Vì sao năm 2017 huyện An Lão không có đề án nào?")
    assert outcome == "answered" and "Hộ làm theo mùa" in " ".join(quotes)


@pytest.mark.parametrize(
    "behind",
    [
        "Đến nay tỉnh chưa làm rõ nguyên nhân",
        "Nguyên nhân kinh phí tăng so với năm trước là tỉnh bổ sung 2 tỷ đồng",
    ],
)
def test_the_cause_of_another_thing_or_an_unknown_one_is_not_told(behind):
    start = NEWS.index("Ông Đỗ Quang Vịnh")
    assert (
        told(f"{NEWS[:start]}{behind}.\n", "Vì sao năm 2019 Yên Bái có đề án khuyến công phải dừng?")[0] == "not_found"
    )


def test_what_is_said_of_there_being_none_does_not_answer_why_there_are_some():
    outcome, quotes = told(INTERVIEW, "Vì sao năm 2017 huyện An Lão có đề án?")
    assert "Hộ làm theo mùa" not in " ".join(quotes), outcome


def test_a_question_put_is_read_with_what_its_line_says_before_it():
    text = INTERVIEW.replace(
        "* Vì sao huyện An Lão không có đề án nào?", "* Huyện An Lão không có đề án nào. Vì sao vậy?"
    )
    outcome, quotes = told(text, "Vì sao năm 2017 huyện An Lão không có đề án nào?")
    assert outcome == "answered" and "Hộ làm theo mùa" in " ".join(quotes)
