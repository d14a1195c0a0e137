"""The steps of the chat over fakes: working line, answer, error line, topic of a note, nothing."""

import gradio as gr
import pytest
import screen_fakes as fakes

from index.settings import IndexSettings
from screen.chat import ChatTab, first_citation
from screen.desk import Desk, Opened
from screen.history import load_turns
from screen.wording import Wording


@pytest.fixture
def chat() -> ChatTab:
    desk = Desk(IndexSettings(), lambda: Opened(fakes.FakeIndex(), fakes.FakeAssistant()))
    with gr.Blocks(analytics_enabled=False):
        return ChatTab(desk, gr.BrowserState([]), gr.BrowserState("vi"), Wording())


def test_a_question_shows_its_working_line_and_then_its_answer_with_the_source_open(chat: ChatTab):
    working, done = list(chat._ask(" Kế hoạch? ", [], "vi"))
    assert "Đang tra cứu và kiểm chứng từng câu…" in working[0]
    assert working[1] == "" and working[3] == "Kế hoạch?"
    assert "170,8 tỷ đồng" in done[0] and "<mark>" in done[5]
    assert done[6] == first_citation(fakes.PLAN_ANSWER)
    assert [turn.answer for turn in load_turns(done[7])] == [fakes.PLAN_ANSWER]


def test_a_refused_question_is_told_in_the_talk(chat: ChatTab):
    _, done = list(chat._ask("x" * 3000, [], "vi"))
    assert "Chưa trả lời được.</strong> Câu hỏi quá dài; xin rút gọn dưới 2.000 ký tự." in done[0]


def test_an_answer_that_broke_off_leaves_the_question_and_one_line(chat: ChatTab):
    steps = chat._ask("hỏng", [], "vi")
    next(steps)
    with pytest.raises(RuntimeError):
        next(steps)
    thread, kept = chat._fail("hỏng", [], "vi")
    assert "Có lỗi khi tra cứu câu hỏi này." in thread
    assert [turn.question for turn in load_turns(kept)] == ["hỏng"]


def test_a_request_for_a_note_hands_on_its_topic_and_asks_nothing(chat: ChatTab):
    (only,) = list(chat._ask("Soạn bản tóm lược về phía Bắc", [], "vi"))
    assert only[4] == "phía Bắc"
    assert next(chat._ask("  ", [], "vi"))[4] == ""


def test_a_new_talk_keeps_the_old_one_for_undo(chat: ChatTab):
    kept = list(chat._ask("Kế hoạch?", [], "vi"))[-1][7]
    cleared = chat._clear(kept, "vi")
    assert cleared[3] == [] and cleared[4] == kept
    back = chat._undo(cleared[4], "vi")
    assert "170,8 tỷ đồng" in back[0] and back[3] == kept


def test_an_answer_without_citations_opens_no_source():
    assert first_citation(None) is None
    assert first_citation(fakes.FakeAssistant().ask("năm 2019")) is None
