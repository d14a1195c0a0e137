"""Answers at a date: by the text in force then, with what changed it, or that there was none."""

import json
from datetime import date

import pytest

from assistant.__main__ import main
from assistant.answering import Assistant
from assistant.in_force import lacks_number
from assistant.records import Answer, Claim
from tests.assistant.small_index import SmallIndex, written

OLD = "NGHỊ ĐỊNH\nĐiều 3. Mức hỗ trợ máy xay xát\n1. Cơ sở chế biến được hỗ trợ máy xay xát tối đa 50 triệu đồng."
NEW = "NGHỊ ĐỊNH\nĐiều 3. Mức hỗ trợ máy xay xát\n1. Cơ sở chế biến được hỗ trợ máy xay xát tối đa 90 triệu đồng."
REPORT = "Năm 2016, tỉnh đã hỗ trợ máy xay xát cho cơ sở chế biến 70 triệu đồng.\nMọi người đều vui."
QUESTION = "Cơ sở chế biến được hỗ trợ máy xay xát tối đa bao nhiêu?"


@pytest.fixture(scope="module")
def index() -> SmallIndex:
    old = written(
        OLD, "cu", kind="decree", number="10/2010/NĐ-CP", date="2010-01-05", in_force_from="2010-03-01",
        replaced_by=("Nghị định 20/2018/NĐ-CP ngày 02/4/2018",),
    )  # fmt: skip
    new = written(
        NEW, "moi", kind="decree", number="20/2018/NĐ-CP", date="2018-04-02", in_force_from="2018-06-01",
        replaces=("Nghị định 10/2010/NĐ-CP",),
    )  # fmt: skip
    return SmallIndex(old, new, written(REPORT, "bao-cao", kind="report"))


@pytest.fixture(scope="module")
def assistant(index: SmallIndex) -> Assistant:
    return Assistant(index)  # type: ignore[arg-type]


def cited(answer: Answer) -> list[str]:
    return sorted({citation.document for citation in answer.citations})


def test_the_text_in_force_at_the_date_answers_with_what_changed_it_later(assistant):
    answer = assistant.ask(f"Tại thời điểm 01/01/2015, {QUESTION}")
    assert (answer.outcome, cited(answer), answer.as_of) == ("answered", ["cu"], date(2015, 1, 1))
    assert "50 triệu đồng" in answer.answer
    assert answer.notices == (
        "Sau ngày 01/01/2015, Nghị định 10/2010/NĐ-CP đã được thay thế bởi Nghị định 20/2018/NĐ-CP ngày 02/4/2018.",
    )
    later = assistant.ask(QUESTION, as_of=date(2020, 1, 1))
    assert (later.outcome, cited(later), later.notices) == ("answered", ["moi"], ())
    assert "90 triệu đồng" in later.answer


def test_where_nothing_held_was_in_force_the_answer_says_so_and_why(assistant):
    answer = assistant.ask(f"Tại thời điểm 01/01/2009, {QUESTION}")
    assert (answer.outcome, answer.claims, answer.citations, answer.figures) == ("not_found", (), (), ())
    assert answer.answer == (
        "Tại ngày 01/01/2009, trong các tài liệu hiện có không có văn bản nào đang có hiệu lực trả lời câu hỏi này."
    )
    assert answer.notices == (
        "Nghị định 10/2010/NĐ-CP chưa có hiệu lực tại ngày 01/01/2009 (có hiệu lực từ ngày 01/3/2010).",
        "Nghị định 20/2018/NĐ-CP chưa có hiệu lực tại ngày 01/01/2009 (có hiệu lực từ ngày 01/6/2018).",
        "Nghị định 20/2018/NĐ-CP thay thế Nghị định 10/2010/NĐ-CP ngày 05/01/2010.",
    )


def test_a_text_named_by_its_number_does_not_answer_for_a_date_before_it(assistant):
    answer = assistant.ask("Điều 3 Nghị định 20/2018/NĐ-CP quy định gì?", as_of=date(2012, 1, 1))
    assert (answer.outcome, answer.citations) == ("not_found", ())
    assert answer.notices == (
        "Nghị định 20/2018/NĐ-CP chưa có hiệu lực tại ngày 01/01/2012 (có hiệu lực từ ngày 01/6/2018).",
        "Nghị định 20/2018/NĐ-CP thay thế Nghị định 10/2010/NĐ-CP ngày 05/01/2010.",
    )


def test_a_text_in_force_that_names_no_amount_does_not_stand_in_for_a_replaced_one_that_does():
    old = written(
        OLD, "cu", kind="decree", number="10/2010/NĐ-CP", in_force_from="2010-03-01",
        replaced_by=("Nghị định 20/2018/NĐ-CP ngày 02/4/2018",),
    )  # fmt: skip
    vague = "NGHỊ ĐỊNH\nĐiều 4. Nội dung\n1. Cơ sở chế biến được hỗ trợ máy xay xát tối đa theo quy định của bộ."
    other = written(vague, "khac", kind="decree", number="7/2012/NĐ-CP", in_force_from="2012-07-05")
    assistant = Assistant(SmallIndex(old, other))  # type: ignore[arg-type]
    answer = assistant.ask(QUESTION, as_of=date(2020, 1, 1))
    assert (answer.outcome, answer.citations) == ("not_found", ())
    assert answer.notices == (
        "Nghị định 10/2010/NĐ-CP đã được thay thế bởi Nghị định 20/2018/NĐ-CP ngày 02/4/2018; "
        "văn bản thay thế không có trong kho tài liệu.",
    )
    assert [hit.passage.document for hit in answer.nearest] == ["cu"]


def test_a_report_is_no_law_but_answers_for_what_happened(assistant):
    assert cited(assistant.ask(QUESTION, as_of=date(2015, 1, 1))) == ["cu"]
    told = assistant.ask("Năm 2016 tỉnh đã hỗ trợ máy xay xát bao nhiêu triệu đồng?", as_of=date(2015, 1, 1))
    assert cited(told) == ["bao-cao"]


def test_the_command_takes_a_date_for_one_question_and_for_each_row(index, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr("assistant.__main__.open_index", lambda settings: index)
    assert main(["ask", QUESTION, "--as-of", "01/01/2015"]) == 0
    said = capsys.readouterr().out
    assert "50 triệu đồng" in said and "  Thời điểm áp dụng: 01/01/2015\n" in said
    file = tmp_path / "questions.jsonl"
    rows = [
        {"id": "a", "question": QUESTION, "as_of": "2020-01-01"},
        {"id": "b", "question": QUESTION, "as_of": "2020-31-31"},
        {"id": "c", "question": "Còn năm 2012?", "after": "a"},
        {"id": "d", "question": QUESTION},
    ]
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    assert main(["ask", "--file", str(file), "--as-of", "2015-06-30", "--json"]) == 0
    found = {row["id"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}
    assert {id: row.get("as_of") for id, row in found.items()} == {
        "a": "2020-01-01", "b": None, "c": "2020-01-01", "d": "2015-06-30",
    }  # fmt: skip
    assert found["b"]["error"] == "Ngày “2020-31-31” không hợp lệ; xin ghi dạng 2013-01-31 hoặc 31/01/2013."
    assert [c["document"] for c in found["d"]["citations"]] == ["cu"]


def test_a_wrong_date_stops_the_command_with_one_line_before_anything_is_opened(capsys):
    assert main(["ask", QUESTION, "--as-of", "hôm nay"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "Ngày “hôm nay” không hợp lệ; xin ghi dạng 2013-01-31 hoặc 31/01/2013.\n"


def test_an_answer_without_the_amount_that_another_gives_lacks_it():
    said = Answer("?", "answered", "", (Claim("Nội dung thứ ba gồm hỗ trợ máy xay xát.", (1,)),))
    told = Answer("?", "answered", "", (Claim("Không quá 500 triệu đồng.", (1,)),))
    assert lacks_number(said, told)
    assert not lacks_number(told, said) and not lacks_number(told, told) and not lacks_number(said, said)
