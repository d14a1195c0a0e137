import pytest

from assistant.questions import read_question
from assistant.sentence_finder import COMPARED, SentenceFinder, defines_another
from assistant.weighing import weigh
from tests.assistant.small_index import SmallIndex, view_of, written

LINES = [f"Trung tâm khuyến công tỉnh hỗ trợ máy móc cho cơ sở gốm thứ {n} của làng nghề." for n in range(1, 31)]
ASKED = "Trung tâm khuyến công hỗ trợ máy móc cho cơ sở gốm như thế nào?"


def ranked(index: SmallIndex, finder: SentenceFinder, text: str) -> list[tuple[int, float]]:
    question = read_question(text, None, lambda typed: typed, None)
    rows = finder.rank(question, weigh(index, question.words), index.search(text, 30))  # type: ignore[arg-type]
    return [(row.sentence.start, row.score) for row in rows]


def test_the_order_of_sentences_does_not_depend_on_what_was_asked_before():
    index = SmallIndex(written("\n".join(LINES)))
    finder = SentenceFinder(index.library())
    first = ranked(index, finder, ASKED)
    ranked(index, finder, "Làng nghề có cơ sở gốm thứ 17 không?")
    assert len(first) == COMPARED
    assert ranked(index, finder, ASKED) == first
    assert ranked(index, SentenceFinder(index.library()), ASKED) == first


def test_what_is_named_after_the_thing_asked_for_does_not_define_it():
    view = view_of(
        "Kế hoạch khuyến công là danh sách đề án của năm.\na) Hoạt động khuyến công là việc hỗ trợ sản xuất."
    )
    plan, work = view.sentences
    asked = read_question("Khuyến công là gì?")
    assert (defines_another(asked, plan), defines_another(asked, work)) == (True, False)
    assert not defines_another(read_question("Kế hoạch khuyến công là gì?"), plan)
    assert not defines_another(read_question("Khuyến công hỗ trợ ai?"), plan)


@pytest.mark.parametrize(
    ("asked", "lines", "best"),
    [
        (
            "Ai quản lý kinh phí khuyến công quốc gia?",
            (
                "Bộ Tài chính cùng Bộ Công Thương hướng dẫn cách quản lý kinh phí khuyến công quốc gia.",
                "Kinh phí khuyến công quốc gia do Bộ Công Thương quản lý.",
            ),
            1,
        ),
        (
            "Ai phê duyệt chương trình khuyến công quốc gia?",
            (
                "Bộ trưởng Bộ Công Thương là người phê duyệt kế hoạch khuyến công quốc gia của chương trình.",
                "Chương trình khuyến công quốc gia là tổng thể nhiệm vụ, do Thủ tướng Chính phủ phê duyệt.",
            ),
            1,
        ),
        (
            "Ván ép Đăng Hải xuất khẩu sang nước nào?",
            (
                "Xưởng ván ép Đăng Hải xuất khẩu ván ép Đăng Hải sang năm thứ hai.",
                "Xưởng ván ép xuất khẩu 60% sang Hàn Quốc.",
            ),
            1,
        ),
    ],
)
def test_the_sentence_in_the_form_asked_for_goes_first(asked, lines, best):
    index = SmallIndex(written("\n".join(lines)))
    rows = ranked(index, SentenceFinder(index.library()), asked)
    assert rows[0][0] == "\n".join(lines).index(lines[best])


def test_the_day_of_a_text_is_read_beside_its_number():
    lines = (
        "Bản này nêu nội dung của Thông tư 26/2014/TT-BCT như khi ban hành.",
        "Sở đã triển khai Thông tư số 26/2014/TT-BCT ngày 28/8/2014 của Bộ Công Thương.",
    )
    index = SmallIndex(written("\n".join(lines)))
    rows = ranked(index, SentenceFinder(index.library()), "Thông tư 26/2014/TT-BCT ban hành ngày nào?")
    assert rows[0][0] == "\n".join(lines).index(lines[1])
