"""What a report says is to be done, found by what it is on and not by who said it, to whom and where."""

import pytest

from assistant.answer_signals import Signals
from assistant.directives import directive_asked, telling
from assistant.evidence import View
from assistant.questions import read_question
from assistant.sentence_finder import Ranked
from assistant.wording import Wanted
from tests.assistant.small_index import view_of

SPEECH = """Giám đốc Sở Công Thương Lê Văn Bình nhấn mạnh một số điểm sau:

Thứ nhất, Sở Công Thương giữ nguyên đầu mối khuyến công cấp huyện.

Đổi mới các hình thức tuyên truyền về khuyến công.

Năm 2020, tỉnh đã làm công tác tuyên truyền tại 20 xã.
"""


def found(asked: str, view: View) -> list[str]:
    """The sentences that tell what was asked for, every word of the topic of one weight."""
    directive = directive_asked(read_question(asked))
    assert directive is not None
    words = directive.topic
    rows = [Ranked(view, sentence, Signals(), 0.0, 0.0, None, False) for sentence in view.sentences]
    return [row.sentence.text for row in telling(directive, Wanted(words, (1.0,) * len(words)), rows)]


@pytest.mark.parametrize(
    "asked",
    [
        "Kinh phí khuyến công năm 2024 là bao nhiêu?",
        "Cục trưởng là ai?",
        "Nghị định 45/2012 yêu cầu hồ sơ gồm những gì?",
        "Ủy ban tỉnh phải gửi báo cáo lên Bộ Công Thương theo định kỳ nào?",
        "Bài báo năm 2017 nói gì về hội chợ?",
    ],
)
def test_other_questions_ask_for_no_directive(asked):
    assert directive_asked(read_question(asked)) is None


@pytest.mark.parametrize(
    ("asked", "topic"),
    [
        ("Năm 2024 Cục trưởng Ngô Quang Trung dặn các tỉnh làm công tác tuyên truyền thế nào?", ("tuyên truyền",)),
        ("Tại hội nghị năm 2024, lãnh đạo Cục yêu cầu gì về cộng tác viên?", ("cộng tác viên",)),
    ],
)
def test_the_topic_is_what_is_left_without_who_speaks_to_whom_and_where(asked, topic):
    directive = directive_asked(read_question(asked))
    assert directive is not None
    assert directive.topic == topic


def test_a_point_of_a_speech_on_the_topic_tells_it_and_what_was_done_does_not():
    view = view_of(SPEECH)
    assert found("Giám đốc Lê Văn Bình yêu cầu gì về tuyên truyền?", view) == [
        "Đổi mới các hình thức tuyên truyền về khuyến công."
    ]
    assert found("Giám đốc Lê Văn Bình dặn gì về đầu mối cấp huyện?", view) == [
        "Thứ nhất, Sở Công Thương giữ nguyên đầu mối khuyến công cấp huyện."
    ]


def test_nobody_else_is_made_to_have_said_it():
    assert found("Ông Trần Quốc Nam yêu cầu gì về tuyên truyền?", view_of(SPEECH)) == []


def test_a_topic_that_no_sentence_holds_is_told_by_none():
    assert found("Giám đốc Lê Văn Bình yêu cầu gì về xuất khẩu gạo?", view_of(SPEECH)) == []


@pytest.mark.parametrize(
    "asked",
    [
        "Cục trưởng yêu cầu gì về tuyên truyền?",
        "Bộ Công Thương yêu cầu gì về tuyên truyền?",
        "Lãnh đạo Cục yêu cầu gì về tuyên truyền?",
        "Ông Trung yêu cầu gì về tuyên truyền?",
        "Giám đốc Trung tâm Khuyến công yêu cầu gì về tuyên truyền?",
    ],
)
def test_what_one_office_said_is_not_put_into_the_mouth_of_another(asked):
    assert found(asked, view_of(SPEECH)) == []
    assert found("Giám đốc Sở yêu cầu gì về tuyên truyền?", view_of(SPEECH))
    assert found("Ông Bình yêu cầu gì về tuyên truyền?", view_of(SPEECH))
