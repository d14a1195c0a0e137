"""What is denied, where a question asks for that: a sentence that grants something is no answer."""

import pytest

from assistant.answer_signals import Signals
from assistant.denials import denies, denying, verb_denied
from assistant.questions import read_question
from assistant.sentence_finder import Ranked
from tests.assistant.small_index import view_of


@pytest.mark.parametrize(
    ("asked", "verb"),
    [
        ("Ai không được hưởng khuyến công?", "được"),
        ("Ngành nào không thuộc diện hỗ trợ?", "thuộc"),
        ("Trường hợp nào không phải nộp hồ sơ?", "phải"),
        ("Tư vấn viên không được làm những việc gì?", "được"),
        ("Cơ sở của tôi có được hỗ trợ không?", ""),
        ("Cơ sở nào được hỗ trợ?", ""),
        ("Who is not eligible for support?", "được"),
        ("Làm gì khi hồ sơ không được duyệt?", ""),
        ("Vì sao các cơ sở chưa được hỗ trợ?", ""),
        ("Cơ quan nào quyết định các trường hợp không được hỗ trợ?", ""),
        ("Đối tượng nào thì hộ kinh doanh có thuộc diện được hưởng không?", ""),
        ("Có những ai không được hưởng khuyến công không?", "được"),
        ("Ai thì không ạ?", ""),
        ("Bao nhiêu sản phẩm không được công nhận?", ""),
    ],
)
def test_the_verb_whose_denial_is_asked_for(asked: str, verb: str):
    assert verb_denied(read_question(asked)) == verb


def test_a_denial_is_of_the_same_kind_of_verb():
    assert denies("Gạch nung lò thủ công không được hỗ trợ.", "được")
    assert denies("Cơ sở chế biến khoáng sản không thuộc đối tượng được hỗ trợ.", "được")
    assert denies("Được hỗ trợ, trừ trường hợp vi phạm.", "được")
    assert not denies("Cơ sở được hưởng mà không bị giới hạn về quy mô.", "được")
    assert not denies("Cơ sở không được hỗ trợ.", "phải")
    assert not denies("Cơ sở không vi phạm được hỗ trợ 50%.", "được")
    assert not denies("Được hỗ trợ, miễn là có đủ hồ sơ.", "được")
    assert denies("Hỗ trợ mọi kho, trừ kho xây trái phép.", "được")


def test_only_sentences_that_deny_stand_where_a_denial_is_asked_for():
    view = view_of("Cơ sở được hưởng khuyến công. Gạch nung không được hưởng khuyến công.")
    rows = [Ranked(view, sentence, Signals(), 0.0, 0.0, None, False) for sentence in view.sentences]
    kept = denying(read_question("Ai không được hưởng khuyến công?"), rows)
    assert [row.sentence.text for row in kept] == ["Gạch nung không được hưởng khuyến công."]
    assert list(denying(read_question("Ai được hưởng khuyến công?"), rows)) == rows
