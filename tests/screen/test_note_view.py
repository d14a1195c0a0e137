"""A note on the page: its sentences with chips and tools, marks on numbers without a source."""

import json

import pytest
import screen_fakes as fakes

from assistant.briefing_records import Note, NoteFields, NoteSection, NoteSentence, NoteSource, NoteTable, TableRow
from assistant.records import BadRequest
from screen.briefing_tab import Step, add_to_note, apply_step, asked_topic, dump_note, load_note, read_fields
from screen.note_view import render_note

CITED = fakes.cite(1, fakes.ARTICLE, fakes.PLAN)
FIRST = NoteSentence("s1", "Kế hoạch năm 2024 là 170,8 tỷ đồng.", (1,))
SECOND = NoteSentence("s2", "Câu thứ hai <b>đậm</b>.", (1,), item=True)
OUT = NoteSentence("s3", "Câu để ngoài.", (1,), kept=False, reason="trùng ý")
TABLE = NoteTable("Bảng", ("Chỉ tiêu", "Giá trị"), (TableRow(("Kinh phí", "170,8"), (1,)),), (0.7, 0.3))
NOTE = Note(
    "Khuyến công",
    "Bản tóm lược",
    "Tình hình khuyến công",
    "Trích từ 1 tài liệu.",
    (NoteSection("results", "results", "Kết quả", 1, (FIRST, SECOND, OUT), (TABLE,)),),
    (CITED,),
    (NoteSource(1, "bac-2024", "Hội nghị", "Báo Mẫu", "", "2024-05-20"),),
    gaps=("Kiến nghị",),
)


def test_a_note_shows_its_kept_sentences_with_chips_and_names_what_is_missing():
    html = render_note(NOTE, "vi")
    assert html.count('<div class="note-sentence') == 2
    assert html.count('class="chip"') == 3  # two sentences, one row of the table
    assert "Câu thứ hai &lt;b&gt;đậm&lt;/b&gt;." in html
    assert "1 câu đã để ngoài, có thể đưa lại" in html
    assert "Chưa có tư liệu cho: Kiến nghị." in html
    assert '<td class="number" data-label="Giá trị">170,8' in html


def test_the_first_sentence_cannot_go_up_nor_the_last_down():
    html = render_note(NOTE, "vi")
    assert html.count('aria-label="Chuyển lên"') == 1
    assert html.count('aria-label="Chuyển xuống"') == 1


def test_a_number_typed_by_hand_that_no_source_carries_is_marked():
    edited = apply_step(NOTE, Step("reword", "s1", text="Kế hoạch là 999 tỷ đồng, không phải 170,8 tỷ đồng."))
    html = render_note(edited, "vi")
    assert '<span class="unsupported">999 tỷ đồng</span>' in html
    assert html.count('class="unsupported"') == 1


def test_a_sentence_is_edited_moved_removed_and_put_back():
    assert 'id="note-editor"' in render_note(NOTE, "vi", editing="s1")
    moved = apply_step(NOTE, Step("move", "s1", steps=1))
    assert [s.id for s in moved.sections[0].sentences if s.kept] == ["s2", "s1"]
    dropped = apply_step(NOTE, Step("drop", "s1"))
    assert [s.id for s in dropped.sections[0].sentences if s.kept] == ["s2"]
    restored = apply_step(NOTE, Step("restore", "s3"))
    assert [s.id for s in restored.sections[0].sentences if s.kept] == ["s1", "s2", "s3"]
    with pytest.raises(BadRequest):
        apply_step(NOTE, Step("drop", "no such sentence"))


def test_a_note_survives_the_browser_and_anything_else_is_no_note():
    assert load_note(json.loads(json.dumps(dump_note(NOTE)))) == NOTE
    for bad in (None, {}, [], "x", {"topic": "only"}):
        assert load_note(bad) is None


def test_an_answer_starts_a_note_or_joins_one():
    begun = add_to_note(None, fakes.PLAN_ANSWER)
    assert [s.text for section in begun.sections for s in section.sentences] == [
        "Kế hoạch kinh phí khuyến công năm 2024 của khu vực phía Bắc là 170,8 tỷ đồng."
    ]
    joined = add_to_note(NOTE, fakes.PLAN_ANSWER)
    assert len(joined.sections) == len(NOTE.sections) + 1
    assert joined.citations == (CITED,)  # the same span is cited once


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Soạn bản tóm lược về khuyến công phía Bắc năm 2024", "khuyến công phía Bắc năm 2024"),
        ("hãy viết giúp tôi bản tóm tắt về CCN.", "CCN"),
        ("Lập một bản tóm lược: kinh phí 2023", "kinh phí 2023"),
        ("Kinh phí khuyến công phía Bắc năm 2024?", ""),
        ("Ai soạn bản tóm lược này?", ""),
    ],
)
def test_a_question_that_asks_for_a_note_is_told_from_one_that_does_not(question, topic):
    assert asked_topic(question) == topic


def test_the_form_takes_one_recipient_a_line():
    values = ["", "Sở Công Thương", "12/BC", "Hà Nội", "", "- Như trên;\n\n- Lưu: VT.", "Giám đốc", ""]
    assert read_fields(values) == NoteFields(
        issuing_body="Sở Công Thương",
        number="12/BC",
        place="Hà Nội",
        recipients=("- Như trên;", "- Lưu: VT."),
        signer_office="Giám đốc",
    )
