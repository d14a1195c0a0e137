"""Who says what a report tells, and the words by which a question names a speaker."""

import pytest

from assistant.questions import read_question
from assistant.speakers import asks_who_says, lacks_speaker, speaker_of, speaker_words
from tests.assistant.small_index import view_of

REPORT = """Phó Cục trưởng Cục Công Thương Trần Văn Bình cho hay, đầu năm đã giúp 57 cơ sở.

Đồng thời, hỗ trợ được 701 gian hàng.

Tỉnh còn mở 5 lớp đào tạo nghề.
"""


@pytest.mark.parametrize(
    ("asked", "who_says"),
    [
        ("Ai cho biết phía Bắc đã hỗ trợ 701 gian hàng?", True),
        ("Ai nhận định rằng kinh phí còn thấp?", True),
        ("Ai phê duyệt kế hoạch khuyến công?", False),
    ],
)
def test_who_says_something_is_asked_for(asked, who_says):
    assert asks_who_says(read_question(asked)) is who_says


def test_the_words_that_name_a_speaker_are_told_from_what_was_said():
    words = speaker_words(read_question("Kế hoạch được Cục trưởng Ngô Quang Trung yêu cầu xây dựng theo hướng nào?"))
    assert {"cục trưởng", "ngô quang trung", "yêu cầu"} <= words and "kế hoạch" not in words
    assert not speaker_words(read_question("Kế hoạch khuyến công năm 2025 được xây dựng theo hướng nào?"))


def test_the_speaker_is_the_last_person_named_as_speaking_before_a_sentence():
    view = view_of(REPORT)
    told = next(row for row in view.sentences if "701" in row.text)
    speaker = speaker_of(view, told)
    assert speaker is not None
    assert (speaker.name, speaker.sentence.order) == ("Phó Cục trưởng Cục Công Thương Trần Văn Bình", 0)
    assert speaker_of(view_of("Đồng thời, hỗ trợ được 701 gian hàng."), told) is None


def test_what_the_holder_of_an_office_said_is_told_where_that_office_is_named():
    view = view_of("Cục trưởng Trần Văn Bình phát biểu.\nCác tỉnh cần rà soát đề án.")
    last = view.sentences[-1]
    assert not lacks_speaker(read_question("Cục trưởng yêu cầu các tỉnh làm gì?"), view, last)
    assert lacks_speaker(read_question("Chủ tịch UBND tỉnh đánh giá thế nào về khuyến công?"), view, last)


def test_a_man_who_goes_on_speaking_is_not_the_woman_named_last():
    view = view_of(
        "Ở Bình Phước, theo ông Điểu Hùng, Giám đốc Trung tâm, vốn dồn cho ngành điều.\n"
        "Bà Trương Bích Liên, Phó Giám đốc Sở Công Thương Cà Mau, cho biết có 3 đề án phải dừng.\n"
        "Ông cho rằng nên làm đề án liên tỉnh."
    )
    speaker = speaker_of(view, view.sentences[-1])
    assert speaker is not None and speaker.name == "ông Điểu Hùng"
    assert asks_who_says(read_question("Tại hội nghị năm 2019, ai nêu ý kiến nên làm đề án liên tỉnh?"))
    assert asks_who_says(read_question("Ai than cán bộ cấp huyện kiêm nhiệm?"))


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("Giám đốc Trung tâm Đỗ Quang Vịnh cho biết còn 2 đề án dừng.", "Giám đốc Trung tâm Đỗ Quang Vịnh"),
        ("Bà Nguyễn Lan Ông cho hay máy đã về.", "Ông Lê Văn Minh"),
        ("Cơ sở của ông Trần Văn Nam tăng doanh thu đáng kể.", "Ông Lê Văn Minh"),
        ("Xưởng của ông Trần Văn Nam làm ra 5 tấn than.", "Ông Lê Văn Minh"),
    ],
)
def test_who_goes_on_speaking_is_the_last_who_spoke_and_may_be_meant(between, name):
    view = view_of(f"Ông Lê Văn Minh, Phó Chủ tịch huyện, phát biểu khai mạc.\n{between}\nÔng cho rằng vốn về chậm.")
    speaker = speaker_of(view, view.sentences[-1])
    assert speaker is not None and speaker.name == name
