"""``python -m evals pairs [--save]``: how often syllables stand side by side in the gold questions.

Questions typed without diacritics are given theirs back by these counts (``index/diacritics.py``). They are taken
from the development questions that were typed with their diacritics and without errors; numbers are left out.
Without ``--save`` it prints the size of the table only.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from evals.gold import DEVELOPMENT, load_questions
from index.diacritics import QUESTION_PAIRS, syllables_of
from index.tokens import fold

MARKED = 0.3  # the share of syllables with marks from which on a question was surely typed with them
LEFT_OUT = frozenset({"folded", "typo", "english", "abbreviation"})


def main(argv: list[str]) -> int:
    """Always 0."""
    parser = argparse.ArgumentParser(prog="python -m evals pairs")
    parser.add_argument("--save", action="store_true", help="write the counts into the index's data")
    options = parser.parse_args(argv)
    questions = [question.question for question in load_questions(DEVELOPMENT) if question.style not in LEFT_OUT]
    rows = count_pairs(questions)
    print(f"{len(questions)} questions, {len(rows)} rows")
    if options.save:
        write(rows, QUESTION_PAIRS)
        print(f"saved {QUESTION_PAIRS.name}")
    return 0


def count_pairs(questions: Iterable[str]) -> list[tuple[str, str, int]]:
    """Syllables (second "") and pairs of neighbours with the number of questions that hold them, sorted by letters."""
    found: Counter[tuple[str, str]] = Counter()
    for question in questions:
        said = syllables_of(question)
        if sum(word != fold(word) for word in said) < MARKED * len(said):
            continue
        found.update({(word, "") for word in said} | set(pairwise(said)))
    return sorted((*pair, count) for pair, count in found.items() if _of_letters(pair))


def write(rows: Iterable[tuple[str, str, int]], path: Path) -> None:
    """Writes the table that ``index.diacritics`` reads."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines, lineterminator="\n")
        table.writerow(("syllable", "next", "questions"))
        table.writerows(rows)


def _of_letters(pair: tuple[str, str]) -> bool:
    return all(word.isalpha() for word in pair if word)
