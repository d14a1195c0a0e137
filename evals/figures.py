"""``python -m evals figures``: how well the extractor reads, against gold written by reading.

Counts figures right by value and unit; by value, unit, place and period; and by value, unit
and status. Held-back pages give totals only, so that nobody tunes on them.
"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from documents.corpus import open_corpus
from documents.figures import extract_figures
from documents.records import Document, Figure
from documents.structure import read_structure
from evals.figure_scores import EMPTY, Score, score_document
from evals.gold_figures import PAGES, read_gold_figures
from evals.report import format_table, save_results

ARTICLES = Path(__file__).resolve().parent.parent / "documents"
MEASURES = ("value + unit", "value + unit + place + period", "value + unit + status")


def run(folder: Path = ARTICLES, pages: Path = PAGES, held_back: bool = False) -> dict[str, Score]:
    """The score of every gold document by id; with ``held_back`` of those pages alone."""
    gold = [row for row in read_gold_figures() if row.held_back == held_back]
    scores: dict[str, Score] = {}
    corpora = [open_corpus(folder), open_corpus(pages)]
    homes = {source.id: corpus for corpus in reversed(corpora) for source in corpus.sources()}
    for id in dict.fromkeys(row.document for row in gold):
        figures = _figures(homes[id].document(id))
        scores[id] = score_document([row for row in gold if row.document == id], figures)
    return scores


def main(argv: list[str]) -> int:
    """Prints the scores and, except for held-back pages, every error with its sentence."""
    parser = argparse.ArgumentParser(prog="python -m evals figures", description=__doc__)
    parser.add_argument("--held-back", action="store_true", help="totals on the pages nobody tunes on")
    parser.add_argument("--document", default="", help="errors of this document only")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--save", action="store_true", help="keep the scores in evals/results/")
    options = parser.parse_args(argv)
    scores = run(held_back=options.held_back)
    article_ids = {source.id for source in open_corpus(ARTICLES).sources()}
    groups = {"held-back pages": EMPTY} if options.held_back else {"five articles": EMPTY, "development pages": EMPTY}
    for id, score in scores.items():
        name = "held-back pages" if options.held_back else "five articles"
        name = name if options.held_back or id in article_ids else "development pages"
        groups[name] = groups[name] + score
    payload = {name: _numbers(score) for name, score in groups.items()}
    if options.save:
        print(save_results("figures-held-back" if options.held_back else "figures", payload), file=sys.stderr)
    if options.json:
        errors = [asdict(e) for s in scores.values() for e in s.errors] if not options.held_back else []
        print(json.dumps({"scores": payload, "errors": errors}, ensure_ascii=False))
        return 0
    print(format_table(["", *[f"F1 {m}" for m in MEASURES], "P", "R", "right/found/gold"], _rows(groups)))
    if not options.held_back:
        _print_errors(scores, options.document)
    return 0


def _figures(document: Document) -> list[Figure]:
    return extract_figures(document, read_structure(document))


def _numbers(score: Score) -> dict[str, dict[str, float | int | None]]:
    counts = dict(zip(MEASURES, (score.amount, score.settled, score.status), strict=True))
    return {name: {"precision": c.precision, "recall": c.recall, "f1": c.f1, **asdict(c)} for name, c in counts.items()}


def _rows(groups: dict[str, Score]) -> list[list[str]]:
    rows = []
    for name, score in groups.items():
        a = score.amount
        cells = [_share(c.f1) for c in (a, score.settled, score.status)]
        rows.append([name, *cells, _share(a.precision), _share(a.recall), f"{a.right}/{a.found}/{a.wanted}"])
    return rows


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _print_errors(scores: dict[str, Score], document: str) -> None:
    for id, score in scores.items():
        if document in ("", id) and score.errors:
            print(f"\n{id}")
            for error in score.errors:
                print(f"  {error.kind:7} {error.text!r}: wanted {error.wanted or '-'}, read {error.read or '-'}")
                print(f"          {error.sentence[:200]}")
