"""Composing and editing a note over the project's own documents."""

import argparse
import json
import re
from dataclasses import replace
from decimal import Decimal

import pytest

from assistant import briefing_command
from assistant.briefing import (
    add_answer,
    compose,
    edit_sentence,
    move,
    move_to_section,
    note_to_json,
    remove,
    restore,
    suggestions,
)
from assistant.briefing_records import BriefRequest, NotCovered, Note, NoteSentence
from assistant.briefing_sources import numbers_missing
from assistant.note_blocks import print_date
from assistant.records import Answer, BadRequest, Citation, Claim
from documents.quantities import read_quantities
from tests.assistant.note_index import NoteIndex
from tests.assistant.sample_note import FAIR, PLAN, sample_note

NORTH = "Tình hình khuyến công khu vực phía Bắc năm 2024"
BOTH = "So sánh khuyến công phía Bắc và miền Trung - Tây Nguyên 2023-2024"
TOPICS = [
    NORTH,
    BOTH,
    "Hoạt động khuyến công tỉnh Hải Dương giai đoạn 2014-2018",
    "Khuyến công cả nước năm 2017",
    "Tình hình khuyến công phía Bắc năm 2022",
    "Tình hình khuyến công Thanh Hóa năm 2022",
    "Khuyến công Quảng Nam năm 2023",
    "Áp dụng sản xuất sạch hơn trong khuyến công",
    "bình chọn sản phẩm công nghiệp nông thôn tiêu biểu",
    "Nội dung hoạt động khuyến công theo Nghị định 45/2012/NĐ-CP",
]


@pytest.fixture(scope="module")
def index() -> NoteIndex:
    return NoteIndex()


@pytest.fixture(scope="module")
def notes(index) -> dict[str, Note]:
    return {topic: compose(index, BriefRequest(topic)) for topic in TOPICS}


def sentences(note: Note) -> list[NoteSentence]:
    return [sentence for section in note.sections for sentence in section.sentences if sentence.kept]


def rows(note: Note) -> list:
    return [row for section in note.sections for table in section.tables for row in table.rows]


@pytest.mark.parametrize("topic", TOPICS)
def test_every_sentence_cites_spans_that_are_exactly_the_documents_text(topic, notes, index):
    note = notes[topic]
    assert sentences(note)
    assert [s.id for s in sentences(note) if not s.citations] == []
    for citation in note.citations:
        assert index.document(citation.document).text[citation.start : citation.end] == citation.quote
        assert citation.locator


@pytest.mark.parametrize("topic", TOPICS)
def test_every_number_of_the_text_stands_in_a_cited_span_or_in_a_sum_that_holds(topic, notes):
    note = notes[topic]
    for sentence in sentences(note):
        quotes = [note.citations[n - 1].quote for n in sentence.citations]
        dates = [print_date(note.citations[n - 1].date) for n in sentence.citations]
        days = re.findall(r"\d{1,2}/\d{1,2}/\d{4}", sentence.text)
        put_together = [d for d in days if all(part in " ".join(quotes) for part in d.rsplit("/", 1))]
        missing = numbers_missing(sentence.text, quotes, sentence.calculations, [*dates, *put_together])
        assert (sentence.text, missing, sentence.unsupported) == (sentence.text, (), ())


@pytest.mark.parametrize("topic", TOPICS)
def test_every_number_of_a_table_and_of_a_chart_stands_in_a_cited_span(topic, notes):
    note = notes[topic]
    for row in rows(note):
        quotes = [note.citations[n - 1].quote for n in row.citations]
        carried = {quantity.text for quote in quotes for quantity in read_quantities(quote)}
        assert any(row.cells[1].split()[-1].rstrip(")") in text for text in carried | set(quotes)), row.cells
    for section in note.sections:
        for chart in section.charts:
            for bar in chart.bars:
                assert bar.printed in note.citations[bar.citation - 1].quote
                assert {f.unit for f in note.figures if f.id in {b.figure for b in chart.bars}} == {
                    next(f.unit for f in note.figures if f.id == bar.figure)
                }


@pytest.mark.parametrize("topic", TOPICS)
def test_no_sentence_stands_twice_none_is_half_and_none_points_back_to_nothing(topic, notes):
    note = notes[topic]
    texts = [sentence.text for sentence in sentences(note)]
    assert len(texts) == len(set(texts))
    assert [text for text in texts if not text.endswith((".", ":", "!", "…", ".”", "”", "?"))] == []
    assert [text for text in texts if not (text[0].isupper() or text[0] in '“"0123456789')] == []
    for section in note.sections:
        first = next((s.text for s in section.sentences if s.kept), "")
        assert not first.startswith(("Trong đó", "Ngoài ra", "Bên cạnh đó", "Qua đó", "Đồng thời", "Thứ hai"))


def test_the_northern_note_of_2024_rests_on_the_northern_article_of_2024_and_the_decree_only(notes):
    note = notes[NORTH]
    assert {source.document for source in note.sources} == {"nd-45-2012", "phia-bac-2024"}
    assert [section.title for section in note.sections] == ["Bối cảnh", "Kết quả và số liệu", "Giải pháp"]
    assert note.gaps == ("Tồn tại, hạn chế", "Kiến nghị")
    assert any("Nghị định 235/2025/NĐ-CP" in sentence.text for sentence in note.sections[0].sentences)
    values = {(row.cells[1], row.cells[2]) for row in rows(note)}
    assert {("170,8", "tỷ đồng"), ("71,5", "tỷ đồng"), ("99,2", "tỷ đồng"), ("34,7", "tỷ đồng")} <= values


def test_the_gaps_of_a_comparison_name_the_region_without_material(notes):
    assert notes[BOTH].gaps == ("Kiến nghị", "Tồn tại, hạn chế của khu vực phía Bắc")


def test_a_day_without_its_year_gets_the_year_that_its_own_sentence_names(notes):
    opening = next(s for s in sentences(notes[NORTH]) if s.text.startswith("Chiều ngày"))
    assert opening.text.startswith("Chiều ngày 16/5/2024, tại Hà Nội, ")


def test_nine_months_past_become_nine_months_of_the_year_and_the_year_is_cited(notes):
    told = next(s for s in sentences(notes[BOTH]) if "9 tháng năm 2023 đã hỗ trợ" in s.text)
    quotes = [notes[BOTH].citations[n - 1].quote for n in told.citations]
    assert "9 tháng qua" in quotes[0]
    assert "năm 2023" in quotes[1]


def test_two_regions_are_compared_in_the_same_year_first_with_the_sum_shown(notes):
    part = next(section for section in notes[BOTH].sections if section.key == "comparison")
    first = part.sentences[0]
    assert first.text == (
        "Năm 2023, tổng kế hoạch kinh phí khuyến công của khu vực phía Bắc là 186,5 tỷ đồng, của khu vực "
        "miền Trung - Tây Nguyên là 78,7 tỷ đồng; chênh lệch 107,8 tỷ đồng (khu vực phía Bắc gấp khoảng 2,4 lần)."
    )
    assert [c.sum for c in first.calculations] == ["186,5 - 78,7 = 107,8 tỷ đồng", "186,5 : 78,7 ≈ 2,4 lần"]
    assert first.calculations[0].value == Decimal("107800000000")
    assert {notes[BOTH].citations[n - 1].document for n in first.citations} == {
        "phia-bac-2024",
        "mien-trung-tay-nguyen-2023",
    }


def test_two_years_of_one_region_are_compared_with_the_change_in_per_cent(notes):
    part = next(section for section in notes[BOTH].sections if section.key == "comparison")
    assert part.sentences[-1].text == (
        "Tổng kế hoạch kinh phí khuyến công của khu vực phía Bắc (năm 2024) là 170,8 tỷ đồng, so với "
        "186,5 tỷ đồng (năm 2023) giảm 15,7 tỷ đồng, tương ứng giảm khoảng 8,4%."
    )


@pytest.mark.parametrize(
    ("topic", "told"),
    [
        ("Tình hình khuyến công phía Nam năm 2024", "không có tư liệu riêng về khu vực phía Nam"),
        ("nuôi trồng thủy sản Cà Mau", "không có tư liệu riêng về Cà Mau"),
        ("Khuyến công phía Bắc năm 2019", "cho năm 2019"),
        ("Kết quả du lịch phía Bắc năm 2024", "không đề cập “du lịch”"),
        ("xuất khẩu gạo", "“gạo”"),
    ],
)
def test_a_topic_the_documents_do_not_cover_is_refused_with_what_they_do_cover(topic, told, index):
    with pytest.raises(NotCovered, match=told) as refusal:
        compose(index, BriefRequest(topic))
    assert "Hiện có tư liệu về: " in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("request_", "told"),
    [
        (BriefRequest("  "), "Cần một chủ đề"),
        (BriefRequest("báo cáo"), "chưa nêu lĩnh vực"),
        (BriefRequest("khuyến công " * 60), "hãy rút còn dưới 300"),
        (BriefRequest("khuyến công", places=("Atlantis",)), "Không có địa bàn “Atlantis”"),
        (BriefRequest("khuyến công", documents=("khong-co",)), "Không có tài liệu “khong-co”"),
    ],
)
def test_a_bad_request_is_told_in_one_line(request_, told, index):
    with pytest.raises(BadRequest, match=told):
        compose(index, request_)


def test_a_topic_typed_without_diacritics_gives_the_same_note(index, notes):
    note = compose(index, BriefRequest("tình hình khuyen cong phia bac nam 2024".replace("ì", "i")))
    assert [s.text for s in sentences(note)] == [s.text for s in sentences(notes[NORTH])]


def test_place_year_and_document_may_be_given_as_options(index, notes):
    note = compose(index, BriefRequest("Tình hình khuyến công", ("phía Bắc",), (2024,), ("phia-bac-2024",)))
    assert [s.text for s in sentences(note)] == [s.text for s in sentences(notes[NORTH])]
    assert note.abstract == NORTH


def test_only_the_sections_asked_for_are_written(index):
    note = compose(index, BriefRequest(NORTH, sections=("measures",)))
    assert ([section.key for section in note.sections], note.gaps) == (["measures"], ())


def test_what_was_left_out_says_why_and_can_be_put_back(notes):
    left_out = [s for section in notes[BOTH].sections for s in section.sentences if not s.kept]
    assert left_out and all(sentence.reason for sentence in left_out)
    note = restore(notes[BOTH], left_out[0].id)
    assert left_out[0].text in [sentence.text for sentence in sentences(note)]


def test_suggestions_are_topics_that_the_documents_cover(index):
    topics = suggestions(index)
    assert NORTH in topics and BOTH in topics
    assert all(compose(index, BriefRequest(topic)).sections for topic in topics)


def test_a_number_typed_by_hand_that_no_source_carries_is_marked():
    note = edit_sentence(
        sample_note(), "s1", "Tổng kế hoạch kinh phí năm 2024 là 180,8 tỷ đồng, theo 170,8 tỷ đồng cũ."
    )
    edited = note.sections[0].sentences[0]
    assert (edited.unsupported, edited.edited, edited.citations) == (("180,8 tỷ đồng",), True, (1,))
    assert sample_note().sections[0].sentences[0].text == PLAN
    assert edit_sentence(note, "s1", PLAN).sections[0].sentences[0].unsupported == ()


def test_an_empty_sentence_and_an_unknown_one_are_refused():
    with pytest.raises(BadRequest, match="Câu trống"):
        edit_sentence(sample_note(), "s1", "  ")
    with pytest.raises(BadRequest, match="không có câu “s9”"):
        remove(sample_note(), "s9")


def test_removing_and_restoring_gives_the_first_note_back():
    note = remove(sample_note(), "s2")
    assert [s.id for s in sentences(note)] == ["s1", "s4"]
    assert restore(note, "s2") == sample_note()
    assert FAIR in [s.text for s in sentences(restore(sample_note(), "s3"))]


def test_a_sentence_moves_among_the_kept_ones_and_stops_at_the_ends():
    note = move(sample_note(), "s2", -1)
    assert [s.id for s in sentences(note)] == ["s2", "s1", "s4"]
    assert move(note, "s2", -1) == note
    assert [s.id for s in sentences(move(note, "s2", 1))] == ["s1", "s2", "s4"]
    assert [s.id for s in sentences(move_to_section(sample_note(), "s2", "limits"))] == ["s1", "s4", "s2"]
    with pytest.raises(BadRequest, match="đang được bỏ ra"):
        move(sample_note(), "s3", 1)


def test_an_answer_is_added_with_its_own_sources_once():
    old = sample_note().citations[0]
    new = Citation(2, "bai-khac", "Bài khác", "Báo B", "2023-01-05", "đoạn 3", "Có 12 đề án.", 5, 17)
    answer = Answer("hỏi", "answered", "", (Claim("Có 12 đề án.", (2,)), Claim(PLAN, (1,))), (replace(old), new))
    note = add_answer(sample_note(), answer)
    assert [(s.text, s.citations) for s in note.sections[-1].sentences] == [("Có 12 đề án.", (4,)), (PLAN, (1,))]
    assert [(s.number, s.document) for s in note.sources] == [(1, "bao-cao"), (2, "bai-khac")]
    assert add_answer(note, answer) == note


def test_a_note_is_plain_json(notes):
    row = json.loads(json.dumps(note_to_json(notes[BOTH]), ensure_ascii=False))
    assert row["topic"] == BOTH
    assert row["sections"][0]["sentences"][0]["citations"] == [1]
    assert row["figures"][0]["value"].isdigit()


def run(arguments: list[str], index: NoteIndex, monkeypatch) -> int:
    parser = argparse.ArgumentParser()
    briefing_command.add_command(parser.add_subparsers())
    monkeypatch.setattr(briefing_command, "open_index", lambda settings: index)
    parsed = parser.parse_args(["brief", *arguments])
    return parsed.func(parsed)


def test_the_command_writes_the_note_and_says_what_it_rests_on(index, monkeypatch, tmp_path, capsys):
    target = tmp_path / "note.md"
    assert run(["--topic", NORTH, "--out", str(target)], index, monkeypatch) == 0
    assert target.read_text(encoding="utf-8").count("## ") == 4
    assert "trích dẫn từ 2 tài liệu." in capsys.readouterr().out


def test_the_command_refuses_an_uncovered_topic_with_one_line_and_writes_nothing(index, monkeypatch, tmp_path, capsys):
    target = tmp_path / "note.docx"
    assert run(["--topic", "nuôi trồng thủy sản Cà Mau", "--out", str(target)], index, monkeypatch) == 1
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n"), target.exists()) == ("", 1, False)


def test_the_command_prints_only_json_when_asked(index, monkeypatch, tmp_path, capsys):
    assert run(["--topic", NORTH, "--json"], index, monkeypatch) == 0
    assert json.loads(capsys.readouterr().out)["abstract"] == NORTH


@pytest.mark.parametrize(("out", "told"), [("note.odt", "Chỉ ghi được"), ("khong-co/note.md", "không có; hãy tạo")])
def test_a_file_that_cannot_be_written_is_refused_before_any_work(out, told, monkeypatch, tmp_path):
    with pytest.raises(BadRequest, match=told):
        run(["--topic", NORTH, "--out", str(tmp_path / out)], None, monkeypatch)
