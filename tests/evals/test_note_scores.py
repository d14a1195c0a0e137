"""The measures of notes against sums done by hand on a note made by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from evals.briefing import GoldTopic, count_numbers, count_repeats, judge, kept_sentences, load_topics, shown_figures
from evals.gold import GoldError
from tests.assistant.sample_note import sample_note


class Texts:
    """An index that knows no document's text, so that no quote is exact."""

    def document(self, id):
        return type("Document", (), {"text": ""})()


def test_all_sentences_are_cited_and_all_numbers_carried_or_worked_out():
    judged = judge(GoldTopic("x", "x"), sample_note(), Texts(), 5.0)
    # s1: 2024, 170,8, 2023, 186,5; s2: 2023, 15,7; two rows; two bars.
    assert (judged.cited, judged.numbers) == ((3, 3), (10, 10))
    assert (judged.exact, judged.figures, judged.repeats) == ((0, 3), (0, 0), 0)


def test_a_number_changed_by_hand_is_counted_as_unverified():
    note = sample_note()
    first = replace(note.sections[0].sentences[0], text="Tổng kế hoạch năm 2024 là 180,8 tỷ đồng.")
    section = replace(note.sections[0], sentences=(first, *note.sections[0].sentences[1:]))
    assert count_numbers(replace(note, sections=(section, note.sections[1]))) == (7, 8)


def test_marked_figures_are_found_by_value_and_unit():
    gold = GoldTopic(
        "x", "x", ((Decimal("170800000000"), "đồng"), (Decimal(701), "gian hàng")), ("results", "measures")
    )
    judged = judge(gold, sample_note(), Texts(), 5.0)
    assert (judged.figures, judged.missed, judged.sections) == ((1, 2), ("701 gian hàng",), (1, 2))
    assert (Decimal("186500000000"), "đồng") in shown_figures(sample_note())


def test_a_sentence_said_twice_is_one_repetition():
    kept = kept_sentences(sample_note())
    assert (count_repeats(kept), count_repeats([*kept, kept[0]])) == (0, 1)


def test_the_gold_topics_can_be_read_and_a_bad_row_is_named(tmp_path):
    topics = load_topics()
    assert sum(not topic.refuse for topic in topics) >= 12
    assert len({topic.id for topic in topics}) == len(topics)
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "x"}\n', encoding="utf-8")
    with pytest.raises(GoldError, match=r"bad.jsonl, line 1"):
        load_topics(bad)
