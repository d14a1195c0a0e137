"""``python -m documents check``: everything that is wrong with a folder of documents.

It reads every file once and judges; it repairs nothing.
"""

from pathlib import Path

from documents.corpus import Problem, open_corpus
from documents.figures import figure_warnings
from documents.records import Source
from documents.settings import Limits


def check_corpus(folder: Path, limits: Limits | None = None) -> list[Problem]:
    """One Problem for every missing, changed, unreadable, empty or doubled file, odd date and malformed number."""
    corpus = open_corpus(folder, limits)
    found: list[Problem] = []
    for document in corpus.stream():
        found += [Problem(document.source.file, reason) for reason in document.warnings]
        found += [Problem(document.source.file, reason) for reason in _odd_dates(document.source)]
        found += [Problem(document.source.file, reason) for reason in figure_warnings(document)]
    found += corpus.problems()
    return sorted(set(found), key=lambda problem: (problem.file, problem.reason))


def _odd_dates(source: Source) -> list[str]:
    odd: list[str] = []
    if source.date and source.in_force_from and source.in_force_from < source.date:
        odd.append(f"ngày hiệu lực {source.in_force_from} sớm hơn ngày ban hành {source.date}")
    if source.in_force_from and source.in_force_to and source.in_force_to < source.in_force_from:
        odd.append(f"ngày hết hiệu lực {source.in_force_to} sớm hơn ngày có hiệu lực {source.in_force_from}")
    return odd
