"""Verdicts and scores against sums done by hand; the held-back part is never printed row by row."""

from dataclasses import replace
from decimal import Decimal

from assistant.records import Answer, BadQuestion, Citation, Claim, Talk
from evals.answers import failure_rows, render, run, summarise
from evals.gold import ExpectedFigure, GoldQuestion
from evals.verdicts import Verdict, judge, shows_figure

TEXT = "Kế hoạch năm 2024 là 170,8 tỷ đồng. Có 102/171 sản phẩm."
FIGURE = GoldQuestion(
    "f",
    "Kế hoạch năm 2024?",
    "figure",
    "plain",
    frozenset({"answered"}),
    ("d",),
    (ExpectedFigure(Decimal(170_800_000_000), ("đồng",)),),
    quote_contains=(("170,8 tỷ đồng",),),
)
ABSENT = GoldQuestion("z", "Năm 2019?", "absent", "plain", frozenset({"not_found"}), contains=(("2024",),))
REFUSAL = Answer("Năm 2019?", "not_found", "Không tìm thấy; tài liệu có năm 2024.")
NOTHING = Answer("Kế hoạch năm 2024?", "not_found", "Không tìm thấy.")


def right_answer(document: str = "d", claim: str = "Kế hoạch là 170,8 tỷ đồng.") -> Answer:
    cited = Citation(1, document, "Bài", "Báo", "2024-05-20", "Điều 4 khoản 3", TEXT[:35], 0, 35)
    return Answer("Kế hoạch năm 2024?", "answered", f"{claim} [1]", (Claim(claim, (1,)),), (cited,))


class Scripted:
    """Answers by a table and remembers the talk it was given."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        self.answers = answers
        self.talks: list[Talk | None] = []

    def ask(self, question: str, talk: Talk | None = None) -> Answer:
        self.talks.append(talk)
        if not question.strip():
            raise BadQuestion("Câu hỏi trống.")
        return self.answers[question]


def judged(golds, answers):
    ticks = iter(range(1000))
    return run(golds, Scripted(answers), lambda _: TEXT, ["Quảng cáo"], clock=lambda: next(ticks) / 100)


def test_a_right_figure_in_text_quote_and_document_is_correct():
    assert judge(FIGURE, right_answer()) == Verdict(True, False, True, True, ())


def test_the_figure_of_another_document_is_not_correct():
    assert judge(FIGURE, right_answer("other")) == Verdict(
        False,
        False,
        False,
        True,
        ("cites other", "no quote of the right document holds 170800000000 đồng", "quotes lack 170,8 tỷ đồng"),
    )


def test_a_right_quote_under_a_wrong_sentence_is_not_correct():
    verdict = judge(FIGURE, right_answer(claim="Kế hoạch là 170,8%."))
    assert (verdict.correct, verdict.number_first, verdict.reasons) == (
        False,
        False,
        ("answer lacks 170800000000 đồng",),
    )


def test_a_refusal_is_right_only_where_expected_and_with_what_it_must_say():
    assert judge(ABSENT, REFUSAL) == Verdict(True, True, None, None, ())
    assert judge(ABSENT, NOTHING).reasons == ("answer lacks 2024",)
    assert judge(FIGURE, NOTHING) == Verdict(False, True, None, None, ("outcome not_found",))
    assert judge(ABSENT, right_answer()).reasons == ("outcome answered",)


def test_locator_and_notice_are_asked_for():
    gold = replace(FIGURE, locator_contains=("Điều 4", "khoản 3"), notice=(("235/2025",),))
    assert judge(gold, right_answer()).reasons == ("notices lack 235/2025",)
    gold = replace(FIGURE, locator_contains=("Điều 40",))
    assert judge(gold, right_answer()).reasons == ("cites Điều 4 khoản 3 instead of Điều 40",)


def test_a_phrase_that_must_not_be_said_makes_an_answer_wrong():
    gold = replace(FIGURE, not_contains=("170,8 tỷ",))
    assert judge(gold, right_answer()).reasons == ("says '170,8 tỷ'",)


def test_a_count_is_shown_only_with_its_noun():
    expected = ExpectedFigure(Decimal(102), ("sản phẩm",))
    shown = [
        shows_figure(text, expected)
        for text in ("Có 102 sản phẩm.", "102/171 sản phẩm", "102 cơ sở", "102. Sản phẩm", "1102 sản phẩm")
    ]
    assert shown == [True, True, False, False, False]


def test_the_scores_are_the_sums_done_by_hand():
    golds = [FIGURE, replace(FIGURE, id="g", question="b"), ABSENT, replace(ABSENT, id="y", question="c")]
    answers = {
        "Kế hoạch năm 2024?": right_answer(),
        "b": NOTHING,
        "Năm 2019?": REFUSAL,
        "c": right_answer(),
    }
    scores = summarise(judged(golds, answers))
    assert scores == {
        "questions": 4,
        "correct": 0.5,
        "by_kind": {"figure": 0.5, "absent": 0.5},
        "by_style": {"plain": 0.5},
        "refusal_precision": 0.5,
        "refusal_recall": 0.5,
        "answer_precision": 0.5,
        "answer_recall": 0.5,
        "numbers": 2,
        "numbers_quoted_or_computed": 2,
        "numbers_computed": 0,
        "loose_numbers": 0,
        "unquoted_quantities": 0,
        "uncited_claims": 0,
        "wrong_quotes": 0,
        "citations": 2,
        "noise": 0,
        "number_in_first_sentence": 1.0,
        "median_claims": 1.0,
        "p50_ms": scores["p50_ms"],
        "p95_ms": scores["p95_ms"],
    }
    assert round(scores["p50_ms"]) == round(scores["p95_ms"]) == 10


def test_what_was_not_asked_is_none_and_not_zero():
    scores = summarise([])
    assert [scores[name] for name in ("correct", "refusal_precision", "answer_recall", "p50_ms")] == [None] * 4


def test_a_follow_up_gets_the_talk_of_the_answer_before_it():
    talk = Talk(question="Kế hoạch năm 2024?")
    assistant = Scripted({"Kế hoạch năm 2024?": replace(right_answer(), talk=talk), "Còn năm 2019?": REFUSAL})
    golds = [FIGURE, replace(ABSENT, question="Còn năm 2019?", after="f")]
    run(golds, assistant, lambda _: TEXT, [])
    assert assistant.talks == [None, talk]


def test_a_question_the_assistant_declines_counts_as_not_found():
    [item] = judged([replace(ABSENT, question=" ", contains=())], {})
    assert item.verdict == Verdict(True, True, None, None, ())


def test_failures_of_the_held_back_part_are_not_printed():
    rows = judged([FIGURE], {"Kế hoạch năm 2024?": NOTHING})
    assert [row["id"] for row in failure_rows(rows)] == ["f"]
    hidden = render("held_back", rows, failures=False)
    shown = render("development", rows, failures=True)
    assert ("Kế hoạch năm 2024?" in hidden, "Kế hoạch năm 2024?" in shown) == (False, True)
