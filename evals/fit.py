"""``python -m evals fit``: the weights by which sentences and figures are judged, fitted on gold questions.

Three logistic regressions: which sentence goes before another (``order``), whether the best sentence
is an answer (``answer``), whether the first figure is the one asked for (``figure``). It sees a question
by the signals that the assistant reads of it, never by its id or words; the held-back part is not read.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from assistant.answer_signals import Signals, by_name
from assistant.answering import Assistant, Examined
from assistant.records import BadQuestion, Talk
from assistant.wording import DATA
from evals.gold import DEVELOPMENT, GoldQuestion, load_questions
from index.records import IndexFailure
from index.retrieve import open_index
from index.settings import IndexSettings

ABSENT, WRONG = 2.0, 0.4  # how much a question without an answer weighs, and one whose best sentence is wrong
STRENGTH = 0.3  # inverse of the regularisation
_FORMS = frozenset({"cap_unasked", "no_head", "no_cause", "no_members", "unfinished"})
LEFT_OUT: Mapping[str, frozenset[str]] = {
    "order": frozenset({"agent", "scope", "preamble", "replaced"}),
    "answer": frozenset({"agent", "scope", "aspect", "own", "unheld", "beside", "preamble", "replaced"}) | _FORMS,
    "figure": frozenset({"name_missing"}),
}
"""Signals whose weights are set by hand, or left out because too few questions tell of them."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One question's rows for the three fits; ``right`` marks the sentences that hold the gold quote."""

    gold: GoldQuestion
    seen: Examined
    right: tuple[bool, ...]

    @property
    def figure_right(self) -> bool:
        """Whether the first figure is the gold one."""
        figure = self.seen.figure
        held = figure is not None and figure.document in self.gold.documents and self.gold.must_answer
        return held and any(f.value == figure.value and figure.unit in f.units for f in self.gold.figures)  # type: ignore[union-attr]


def main(argv: list[str]) -> int:
    """0 when the weights were fitted; 2 when the store cannot be opened."""
    parser = argparse.ArgumentParser(prog="python -m evals fit")
    parser.add_argument("--store", type=Path, default=Path("data"))
    parser.add_argument("--documents", type=Path, default=Path("documents"))
    parser.add_argument("--gold", type=Path, action="append", help="JSON lines; the development part when not given")
    parser.add_argument("--save", action="store_true", help="write the weights into the assistant's data")
    options = parser.parse_args(argv)
    try:
        assistant = Assistant(open_index(IndexSettings(store=options.store, documents=options.documents)))
    except IndexFailure as error:
        print(error, file=sys.stderr)
        return 2
    samples = [sample for path in options.gold or [DEVELOPMENT] for sample in collect(assistant, load_questions(path))]
    fitted = {"order": fit_order(samples), "answer": fit_answer(samples), "figure": fit_figure(samples)}
    kept = with_hand_set(fitted, json.loads((DATA / "answer_weights.json").read_text(encoding="utf-8")))
    print(json.dumps(kept, indent=1))
    if options.save:
        (DATA / "answer_weights.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return 0


def collect(assistant: Assistant, questions: Sequence[GoldQuestion]) -> list[Sample]:
    """Every question asked and examined, follow-ups in their talk; questions that cannot be read are left out."""
    talks: dict[str, Talk | None] = {}
    samples = []
    for gold in questions:
        talk = talks.get(gold.after or "")
        try:
            talks[gold.id] = assistant.ask(gold.question, talk).talk
            seen = assistant.examine(gold.question, talk)
        except BadQuestion:
            continue
        right = tuple(_is_right(gold, row.view.document.id, row.sentence.text) for row in seen.ranked)
        samples.append(Sample(gold, seen, right))
    return samples


def _is_right(gold: GoldQuestion, document: str, sentence: str) -> bool:
    held = any(spelling in sentence for spellings in gold.quote_contains for spelling in spellings)
    return gold.must_answer and document in gold.documents and held


def fit_order(samples: Sequence[Sample]) -> dict[str, float]:
    """Weights by which a right sentence goes before the others of its question (pairs, each question alike)."""
    kept = [name for name in by_name(Signals()) if name not in LEFT_OUT["order"]]
    gaps, shares = [], []
    for sample in samples:
        right = np.array(sample.right, dtype=bool)
        if not right.any() or right.all():
            continue
        signals = [by_name(row.signals) for row in sample.seen.ranked]
        rows = np.array([[row[name] for name in kept] for row in signals])
        pairs = (rows[right][:, None, :] - rows[~right][None]).reshape(-1, len(kept))
        gaps.append(pairs)
        shares.append(np.full(len(pairs), 1 / len(pairs)))
    gap, share = np.concatenate(gaps), np.concatenate(shares)
    labels = np.r_[np.ones(len(gap)), np.zeros(len(gap))]
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=5000)
    model.fit(np.concatenate([gap, -gap]), labels, sample_weight=np.r_[share, share] / share.mean())
    return _rounded(kept, model.coef_[0])


def fit_answer(samples: Sequence[Sample]) -> dict[str, float]:
    """Weights that tell a best sentence that answers from one that does not."""
    used = [s for s in samples if s.seen.sentence_case and (s.gold.must_answer or s.gold.must_refuse)]
    labels = np.array([s.right[0] for s in used])
    absent = np.array([s.gold.must_refuse for s in used])
    importance = np.where(labels, 1.0, np.where(absent, ABSENT, WRONG))
    return _fit([s.seen.sentence_case for s in used], labels, importance, LEFT_OUT["answer"])


def fit_figure(samples: Sequence[Sample]) -> dict[str, float]:
    """Weights that tell the figure asked for from another that comes first."""
    used = [s for s in samples if s.seen.figure is not None and (s.gold.must_answer or s.gold.must_refuse)]
    labels = np.array([s.figure_right for s in used])
    return _fit([s.seen.figure_case for s in used], labels, np.ones(len(used)), LEFT_OUT["figure"])


def _fit(
    cases: Sequence[Mapping[str, float]], labels: np.ndarray, importance: np.ndarray, left_out: frozenset[str]
) -> dict[str, float]:
    """A logistic regression over cases, its weights turned back to the signals' own scales."""
    kept = [name for name in cases[0] if name not in left_out]
    rows = np.array([[case[name] for name in kept] for case in cases])
    scale = rows.std(axis=0) + 1e-6
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(rows / scale, labels, sample_weight=importance)
    return _rounded(kept, model.coef_[0] / scale) | {"bias": round(float(model.intercept_[0]), 2)}


def _rounded(kept: Sequence[str], weights: np.ndarray) -> dict[str, float]:
    return {name: round(float(weight), 2) for name, weight in zip(kept, weights, strict=True)}


def with_hand_set(
    fitted: Mapping[str, Mapping[str, float]], present: Mapping[str, Mapping[str, float]]
) -> dict[str, dict[str, float]]:
    """The fitted weights, with those that are set by hand as they are."""
    kept = {}
    for purpose, weights in fitted.items():
        by_hand = {name: weight for name, weight in present[purpose].items() if name in LEFT_OUT[purpose]}
        kept[purpose] = dict(weights) | by_hand
    return kept
