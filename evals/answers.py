"""``python -m evals answers``: the assistant over the gold questions, in process, judged and counted.

The held-back part is counted only in totals: its single results are never printed, nor saved, so
that nobody tunes on it. Latency is the wall time around ``Assistant.ask``.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Protocol

from assistant.records import Answer, AssistantError, Talk
from evals.gold import DEVELOPMENT, HELD_BACK, GoldQuestion, load_questions
from evals.grounding import Grounding, TextOf, check_grounding, load_noise
from evals.report import format_share, format_table, percentile, save_results, share
from evals.verdicts import Verdict, judge
from index.records import IndexFailure

PARTS = {"development": DEVELOPMENT, "held_back": HELD_BACK}


class Asked(Protocol):
    """What is measured: anything that answers as the assistant does."""

    def ask(self, question: str, talk: Talk | None = None) -> Answer: ...


@dataclass(frozen=True, slots=True)
class Judged:
    """One gold question with its answer, verdict, grounding and wall time."""

    gold: GoldQuestion
    answer: Answer
    verdict: Verdict
    grounding: Grounding
    wall_ms: float


def main(argv: list[str]) -> int:
    """0 when everything ran; 2 when the store cannot be opened. Scores do not change the code."""
    options = _options(argv)
    try:
        assistant, text_of = open_assistant(options.store, options.documents)
    except IndexFailure as error:
        print(error, file=sys.stderr)
        return 2
    names = list(PARTS) if options.part == "all" else [options.part]
    payload: dict[str, Any] = {}
    for name in names:
        judged = run(load_questions(PARTS[name]), assistant, text_of, load_noise())
        print(render(name, judged, failures=name == "development"))
        payload[name] = summarise(judged) | ({"failures": failure_rows(judged)} if name == "development" else {})
    if options.save:
        name = "answers" if options.part == "all" else f"answers-{options.part.replace('_', '-')}"
        print(f"saved {save_results(name, payload)}")
    return 0


def open_assistant(store: Path, documents: Path) -> tuple[Asked, TextOf]:
    """The assistant over a built store, and the reader of its documents' texts."""
    from assistant.answering import Assistant
    from index.retrieve import open_index
    from index.settings import IndexSettings

    index = open_index(IndexSettings(store=store, documents=documents))
    return Assistant(index), lambda document: index.document(document).text


def run(
    questions: Iterable[GoldQuestion],
    assistant: Asked,
    text_of: TextOf,
    noise: Sequence[str],
    clock: Callable[[], float] = time.perf_counter,
) -> list[Judged]:
    """Every question asked in order; a follow-up is asked with the talk of the answer before it."""
    talks: dict[str, Talk] = {}
    judged = []
    for gold in questions:
        start = clock()
        answer = ask_once(assistant, gold.question, talks[gold.after] if gold.after else None)
        wall_ms = 1000 * (clock() - start)
        talks[gold.id] = answer.talk
        grounding = check_grounding(answer, text_of, noise)
        judged.append(Judged(gold, answer, judge(gold, answer), grounding, wall_ms))
    return judged


def ask_once(assistant: Asked, question: str, talk: Talk | None) -> Answer:
    """The answer; a question the assistant declines as malformed counts as not found."""
    try:
        return assistant.ask(question, talk=talk)
    except AssistantError as error:
        return Answer(question=question, outcome="not_found", answer=str(error), talk=talk or Talk())


def summarise(judged: Sequence[Judged]) -> dict[str, Any]:
    """The scores of a part as plain values; shares are 0-1, None where nothing was asked."""
    must_refuse = [item for item in judged if item.gold.must_refuse]
    must_answer = [item for item in judged if item.gold.must_answer]
    decided = must_refuse + must_answer
    refused = [item for item in decided if item.verdict.refused]
    answered = [item for item in decided if not item.verdict.refused]
    right_refusals = sum(item.gold.must_refuse for item in refused)
    right_answers = sum(item.gold.must_answer for item in answered)
    numbers = sum(item.grounding.numbers for item in judged)
    grounded = sum(item.grounding.quoted + item.grounding.computed for item in judged)
    times = [item.wall_ms for item in judged]
    firsts = [item.verdict.number_first for item in judged if item.verdict.number_first is not None]
    return {
        "questions": len(judged),
        "correct": share(sum(item.verdict.correct for item in judged), len(judged)),
        "by_kind": {name: _correct_share(items) for name, items in _groups(judged, _kind)},
        "by_style": {name: _correct_share(items) for name, items in _groups(judged, _style)},
        "refusal_precision": share(right_refusals, len(refused)),
        "refusal_recall": share(right_refusals, len(must_refuse)),
        "answer_precision": share(right_answers, len(answered)),
        "answer_recall": share(right_answers, len(must_answer)),
        "numbers": numbers,
        "numbers_quoted_or_computed": grounded,
        "numbers_computed": sum(item.grounding.computed for item in judged),
        "loose_numbers": sum(len(item.grounding.loose) for item in judged),
        "unquoted_quantities": sum(len(item.grounding.quantity_problems) for item in judged),
        "uncited_claims": sum(len(item.grounding.uncited) for item in judged),
        "wrong_quotes": sum(len(item.grounding.wrong_quotes) for item in judged),
        "citations": sum(len(item.answer.citations) for item in judged),
        "noise": sum(len(item.grounding.noise) for item in judged),
        "number_in_first_sentence": share(sum(firsts), len(firsts)),
        "median_claims": median([len(item.answer.claims) for item in answered] or [0]),
        "p50_ms": percentile(times, 50),
        "p95_ms": percentile(times, 95),
    }


def render(name: str, judged: Sequence[Judged], failures: bool) -> str:
    """The tables of a part; single failures only when asked for."""
    scores = summarise(judged)
    lines = [f"{name}: {len(judged)} questions"]
    for title, key in (("kind", _kind), ("style", _style)):
        rows = [_table_row(label, items) for label, items in _groups(judged, key)]
        rows.append(_table_row("all", judged))
        lines += ["", format_table([title, "correct", "right document", "median claims"], rows)]
    lines += ["", format_table(["measure", "value"], [[k, _cell(v)] for k, v in _flat(scores)])]
    if failures:
        failed = failure_rows(judged)
        lines += ["", f"failures: {len(failed)}"]
        for row in failed:
            lines.append(f"- {row['id']} ({row['kind']}, {row['style']}) {row['question']}")
            lines.append(f"    -> {row['outcome']}: {row['answer']}")
            lines += [f"    ! {reason}" for reason in row["reasons"]]
    return "\n".join(lines) + "\n"


def failure_rows(judged: Sequence[Judged]) -> list[dict[str, Any]]:
    """What is wrong, one row a question, gold verdict and grounding together."""
    rows = []
    for item in judged:
        reasons = [*item.verdict.reasons, *grounding_reasons(item.grounding)]
        if reasons:
            rows.append(
                {
                    "id": item.gold.id,
                    "kind": item.gold.kind,
                    "style": item.gold.style,
                    "question": item.gold.question,
                    "outcome": item.answer.outcome,
                    "answer": " ".join(item.answer.answer.split())[:400],
                    "reasons": reasons,
                }
            )
    return rows


def grounding_reasons(grounding: Grounding) -> list[str]:
    """The breaches of the promise in one answer, as lines."""
    named = (
        ("number not in its quote", grounding.loose),
        ("quantity not in its quote", grounding.quantity_problems),
        ("uncited", grounding.uncited),
        ("quote is not the text", grounding.wrong_quotes),
        ("page noise", grounding.noise),
    )
    return [f"{label}: {line}" for label, lines in named for line in lines]


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals answers", description=__doc__)
    parser.add_argument("--store", type=Path, default=Path("data"))
    parser.add_argument("--documents", type=Path, default=Path("documents"))
    parser.add_argument("--part", choices=[*PARTS, "all"], default="all")
    parser.add_argument("--save", action="store_true", help="write the scores to evals/results/")
    return parser.parse_args(argv)


def _kind(item: Judged) -> str:
    return item.gold.kind


def _style(item: Judged) -> str:
    return item.gold.style


def _groups(judged: Sequence[Judged], key: Callable[[Judged], str]) -> list[tuple[str, list[Judged]]]:
    groups: dict[str, list[Judged]] = {}
    for item in judged:
        groups.setdefault(key(item), []).append(item)
    return list(groups.items())


def _correct_share(items: Sequence[Judged]) -> float | None:
    return share(sum(item.verdict.correct for item in items), len(items))


def _table_row(label: str, items: Sequence[Judged]) -> list[str]:
    located = [item for item in items if item.gold.documents]
    answered = [len(item.answer.claims) for item in items if not item.verdict.refused]
    return [
        label,
        format_share(sum(item.verdict.correct for item in items), len(items)),
        format_share(sum(item.verdict.right_document is True for item in located), len(located)),
        str(median(answered)) if answered else "-",
    ]


def _flat(scores: dict[str, Any]) -> list[tuple[str, Any]]:
    return [(key, value) for key, value in scores.items() if not isinstance(value, dict)]


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
