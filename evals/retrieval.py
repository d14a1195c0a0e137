"""``python -m evals retrieval``: how well the index finds, with diacritics and without.

Two sets: the gold questions over the project's own documents (a hit that overlaps a gold span is
right), and XQuAD Vietnamese where it lies beside the project (one text file a passage, built and
searched as any folder of documents; a hit's document is what counts). Each is asked as written and
folded (no diacritics), by the words alone, by the vectors alone, by rank fusion and as the product
does. ``--split`` shows even and odd questions apart: what was tuned was tuned on the even ones.

Measured 2026-11-22 on XQuAD-vi, 240 passages, 1,190 questions, nDCG@10:

                              accented   without diacritics
    BM25                      .960       .956 (restored), .959 (folded field)
    dense (e5-small)          .952       .934 (restored), .384 (as typed)
    RRF, k = 60               .969       .966
    fused by scores           .982       .975

Tried, on all questions, accented, fused: syllables without pairs .979; underthesea's words .975,
with syllables .978; BM25 k1/b from 0.6/0.6 to 2/0.75 between .980 and .982; RRF with k = 1 .974;
z-scores in place of min-max .982.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from evals.gold import GoldError, load_retrieval
from evals.metrics import mean, ndcg_at, recall_at, reciprocal_rank
from evals.report import ROOT, format_table, save_results
from index.build import build
from index.records import Hit, IndexFailure
from index.retrieve import Index, Mode, open_index
from index.settings import IndexSettings
from index.tokens import fold

XQUAD = ROOT.parent / "shared" / "datasets" / "xquad_vi"
DEPTH = 10
MODES: tuple[tuple[str, Mode], ...] = (
    ("BM25", "lexical"),
    ("dense", "dense"),
    ("RRF", "ranks"),
    ("fused", "fused"),
)
Judge = Callable[[Sequence[Hit]], list[float]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the judge that turns its hits into gains, in ranked order."""

    text: str
    judge: Judge


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; the measures are means over the questions, 0 to 1."""

    set: str
    form: str
    mode: str
    questions: int
    ndcg: float | None
    recall_5: float | None
    recall_10: float | None
    reciprocal: float | None


def main(argv: list[str]) -> int:
    """The exit code: 0, or 1 when the store cannot be opened or the gold cannot be read."""
    options = _options(argv)
    try:
        rows = measure_own(options.store, options.documents, options.split)
        rows += measure_xquad(options.xquad, options.store, options.split)
    except (IndexFailure, GoldError) as error:
        print(error, file=sys.stderr)
        return 1
    print(render(rows))
    if not options.xquad.is_dir():
        print(f"XQuAD-vi is not at {options.xquad}: left out")
    if options.save:
        table = [{name: getattr(row, name) for name in Row.__slots__} for row in rows]
        print(save_results("retrieval", {"rows": table}))
    return 0


def measure_own(store: Path, documents: Path, split: bool = False) -> list[Row]:
    """Rows for the gold questions over the project's own store, brought up to date first."""
    settings = IndexSettings(store=store, documents=documents)
    build(settings)
    index = open_index(settings)
    questions = load_retrieval(lambda id: index.document(id).text)
    asked = []
    for question in questions:
        spans = [(span.document, span.start, span.end) for span in question.spans]
        asked.append(Asked(question.question, partial(overlap_gains, spans=spans)))
    return measure("own documents", index, asked, split)


def measure_xquad(folder: Path, store: Path, split: bool = False) -> list[Row]:
    """Rows for XQuAD-vi, built from text files in a temporary folder; none when it is not there."""
    if not folder.is_dir():
        return []
    passages = _lines(folder / "corpus.jsonl")
    questions = [row for row in _lines(folder / "queries.jsonl") if row["gold"]]
    with tempfile.TemporaryDirectory() as temporary:
        texts = Path(temporary) / "texts"
        texts.mkdir()
        for passage in passages:
            (texts / f"{passage['id']}.txt").write_text(passage["text"], encoding="utf-8")
        place = Path(temporary) / "store"
        place.mkdir()
        if (store / "models").is_dir():
            (place / "models").symlink_to((store / "models").resolve())
        settings = IndexSettings(store=place, documents=texts)
        build(settings)
        index = open_index(settings)
        asked = [Asked(row["question"], partial(document_gains, gold=frozenset(row["gold"]))) for row in questions]
        rows = measure("XQuAD-vi", index, asked, split)
        index.close()
    return rows


def measure(name: str, index: Index, asked: Sequence[Asked], split: bool = False) -> list[Row]:
    """One row for each form of the questions and each way of searching."""
    parts = {"": list(asked)}
    if split:
        parts |= {" (even)": list(asked[::2]), " (odd)": list(asked[1::2])}
    rows = []
    for form in ("accented", "folded"):
        for label, mode in MODES:
            gains = {}
            for one in asked:
                text = one.text if form == "accented" else fold(one.text)
                gains[id(one)] = one.judge(index.search(text, DEPTH, mode=mode))
            for part, some in parts.items():
                rows.append(_row(f"{name}{part}", form, label, [gains[id(one)] for one in some]))
    return rows


def _row(name: str, form: str, mode: str, gains: Sequence[list[float]]) -> Row:
    return Row(
        set=name,
        form=form,
        mode=mode,
        questions=len(gains),
        ndcg=mean([ndcg_at(one, [1.0], DEPTH) for one in gains]),
        recall_5=mean([recall_at(one, 1, 5) for one in gains]),
        recall_10=mean([recall_at(one, 1, DEPTH) for one in gains]),
        reciprocal=mean([reciprocal_rank(one) for one in gains]),
    )


def overlap_gains(hits: Sequence[Hit], spans: Sequence[tuple[str, int, int]]) -> list[float]:
    """1 for the first hit that overlaps a span, 0 for all others: one place with the answer is enough."""
    gains = []
    for hit in hits:
        passage = hit.passage
        right = any(d == passage.document and s < passage.end and e > passage.start for d, s, e in spans)
        gains.append(1.0 if right and 1.0 not in gains else 0.0)
    return gains


def document_gains(hits: Sequence[Hit], gold: frozenset[str]) -> list[float]:
    """1 for a gold document, 0 for another, each document at the rank of its best hit."""
    ranked = dict.fromkeys(hit.passage.document for hit in hits)
    return [1.0 if document in gold else 0.0 for document in ranked]


def render(rows: Sequence[Row]) -> str:
    """The table as text."""
    cells = [
        [f"{row.set}, {row.form}", row.mode, str(row.questions)]
        + [
            "-" if value is None else f"{value:.4f}"
            for value in (row.ndcg, row.recall_5, row.recall_10, row.reciprocal)
        ]
        for row in rows
    ]
    return format_table(["set", "mode", "questions", "nDCG@10", "recall@5", "recall@10", "MRR"], cells)


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals retrieval", description="Retrieval quality.")
    parser.add_argument("--store", type=Path, default=Path("data"))
    parser.add_argument("--documents", type=Path, default=Path("documents"))
    parser.add_argument("--xquad", type=Path, default=XQUAD, help="folder with corpus.jsonl and queries.jsonl")
    parser.add_argument("--split", action="store_true", help="even and odd questions apart as well")
    parser.add_argument("--save", action="store_true", help="write the table to evals/results/")
    return parser.parse_args(argv)
