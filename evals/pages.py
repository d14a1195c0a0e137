"""``python -m evals pages [--documents DIR] [--save]``: questions on pages that were never seen before.

The pages (``gold/new_pages``, invented) are added to a copy of the documents as a reader would add
them, indexed into a store of their own that is thrown away, and asked about.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from documents.adding import add_file
from documents.records import DocumentsError
from evals.answers import failure_rows, open_assistant, render, run, summarise
from evals.gold import GOLD_FOLDER, load_questions
from evals.grounding import load_noise
from evals.report import save_results
from index.build import build
from index.records import IndexFailure
from index.settings import IndexSettings

PAGES = GOLD_FOLDER / "new_pages"
QUESTIONS = GOLD_FOLDER / "new_pages.jsonl"


def main(argv: list[str]) -> int:
    """0 when everything ran; 2 when the pages cannot be added or indexed. Scores do not change the code."""
    parser = argparse.ArgumentParser(prog="python -m evals pages")
    parser.add_argument("--documents", type=Path, default=Path("documents"))
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        documents, store = Path(folder) / "documents", Path(folder) / "store"
        try:
            copy_with_pages(options.documents, documents)
            build(IndexSettings(store=store, documents=documents))
            assistant, text_of = open_assistant(store, documents)
        except (DocumentsError, IndexFailure) as error:
            print(error, file=sys.stderr)
            return 2
        judged = run(load_questions(QUESTIONS), assistant, text_of, load_noise())
    print(render("new pages", judged, failures=True))
    if options.save:
        print(f"saved {save_results('pages', summarise(judged) | {'failures': failure_rows(judged)})}")
    return 0


def copy_with_pages(documents: Path, into: Path) -> None:
    """The documents copied, with every new page added under the name of its file."""
    shutil.copytree(documents, into, ignore=shutil.ignore_patterns("added", "*.py", "__pycache__"))
    for page in sorted(PAGES.glob("*.txt")):
        add_file(into, page, {"id": page.stem})
