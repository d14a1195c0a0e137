"""The gold files are well-formed, and every expected quote truly stands in its document."""

import json
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from documents.corpus import open_corpus
from evals.gold import (
    DEVELOPMENT,
    HELD_BACK,
    ExpectedFigure,
    GoldError,
    find_spans,
    load_questions,
    load_retrieval,
    missing_quotes,
    read_question,
)
from evals.grounding import load_noise
from evals.pages import SETS

DOCUMENTS = Path(__file__).resolve().parents[2] / "documents"
PARTS = [DEVELOPMENT, HELD_BACK]
ROW = {
    "id": "a",
    "question": "Bao nhiêu?",
    "kind": "figure",
    "style": "plain",
    "outcome": "answered",
    "documents": ["d"],
    "value": "5",
    "unit": ["cơ sở", "lượt"],
    "contains": [],
    "not_contains": [],
    "quote_contains": ["5 cơ sở", ["a", "b"]],
    "after": None,
}


@cache
def text_of(document: str) -> str:
    return open_corpus(DOCUMENTS).document(document).text


def test_every_expected_quote_stands_in_the_cleaned_text_of_its_documents():
    assert [line for part in PARTS for line in missing_quotes(load_questions(part), text_of)] == []


def test_every_retrieval_question_has_its_spans_and_none_is_of_the_held_back_part():
    questions = load_retrieval(text_of)
    held_back = {question.question for question in load_questions(HELD_BACK)}
    assert len(questions) >= 100
    assert [question.id for question in questions if question.question in held_back] == []
    for question in questions:
        for span in question.spans:
            assert 0 <= span.start < span.end <= len(text_of(span.document))


def test_the_parts_share_no_id_and_hold_the_promised_mix():
    development, held_back = (load_questions(part) for part in PARTS)
    everything = development + held_back
    assert len({question.id for question in everything}) == len(everything)
    counts = {
        "all": len(everything),
        "absent": sum(question.must_refuse for question in everything),
        "folded": sum(question.style == "folded" for question in everything),
        "typo": sum(question.style == "typo" for question in everything),
        "english": sum(question.style == "english" for question in everything),
        "abbreviation": sum(question.style == "abbreviation" for question in everything),
        "after": sum(question.after is not None for question in everything),
    }
    floors = {"all": 130, "absent": 35, "folded": 12, "typo": 6, "english": 8, "abbreviation": 8, "after": 6}
    assert [name for name, floor in floors.items() if counts[name] < floor] == []
    assert len(held_back) >= 120
    asked = {(question.question.casefold(), question.after) for question in development}
    assert [question.id for question in held_back if (question.question.casefold(), question.after) in asked] == []
    kinds = {question.kind for question in development}
    assert {question.kind for question in held_back} == kinds


def test_no_noise_mark_stands_in_any_cleaned_text():
    corpus = open_corpus(DOCUMENTS)
    found = [
        (source.id, mark)
        for source in corpus.sources()
        for mark in load_noise()
        if mark in corpus.document(source.id).text
    ]
    assert found == []


def test_a_row_becomes_a_record_with_its_spellings():
    question = read_question(ROW)
    assert question.figures == (ExpectedFigure(Decimal(5), ("cơ sở", "lượt")),)
    assert question.quote_contains == (("5 cơ sở",), ("a", "b"))
    assert (question.must_answer, question.must_refuse) == (True, False)


def test_a_question_that_may_be_refused_or_answered_must_neither():
    question = read_question(ROW | {"outcome": ["not_found", "partial"]})
    assert (question.must_answer, question.must_refuse) == (False, False)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "poem"}, "unknown kind: poem"),
        ({"style": "loud"}, "unknown style: loud"),
        ({"outcome": []}, "unknown outcome: none"),
        ({"value": "5 tỷ"}, "'5 tỷ' is no number"),
    ],
)
def test_a_row_that_cannot_be_judged_is_named(tmp_path, change, message):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(ROW | change), encoding="utf-8")
    with pytest.raises(GoldError) as raised:
        load_questions(path)
    assert str(raised.value) == f"gold.jsonl, line 1: {message}"


def test_an_id_twice_and_a_follow_up_before_its_question_are_refused(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in (ROW, ROW)), encoding="utf-8")
    with pytest.raises(GoldError, match="line 2: id a stands twice"):
        load_questions(path)
    path.write_text(json.dumps(ROW | {"after": "b"}), encoding="utf-8")
    with pytest.raises(GoldError, match="line 1: b is not asked before a"):
        load_questions(path)


def test_all_places_of_a_quote_are_found():
    spans = find_spans("d", "5 tỷ, rồi 5 tỷ", "5 tỷ")
    assert [(span.start, span.end) for span in spans] == [(0, 4), (10, 14)]


def test_the_questions_on_a_set_of_pages_are_of_its_own_pages():
    for folder in sorted(path for path in SETS.iterdir() if path.is_dir()):
        questions = load_questions(folder.with_suffix(".jsonl"))
        pages = {page.stem for page in folder.iterdir()}
        legal = folder.name.startswith("lp")  # of longer texts
        assert (len(pages), len(questions) >= (60 if legal else 75)) == (4 if legal else 5, True)
        held = [set(question.documents) for question in questions if question.must_answer]
        assert set().union(*held) == pages
