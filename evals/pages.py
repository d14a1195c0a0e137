"""``python -m evals pages [--documents DIR] [--held-back | --sets] [--save]``: questions on pages not seen before.

The pages (``gold/new_pages``, invented) are added to a copy of the documents as a reader would add
them, indexed into a store of their own that is thrown away, and asked about. ``--held-back`` asks about the pages
that nobody mends on (``gold/new_pages_held_back``), of which totals only are printed and saved. ``--sets`` asks about
the sets of ``gold/page_sets``, each indexed by itself: pages of two sets may tell of one province and year differently.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from documents.adding import add_file
from documents.records import DocumentsError
from evals.answers import Judged, failure_rows, open_assistant, render, run, summarise
from evals.gold import GOLD_FOLDER, load_questions
from evals.grounding import load_noise
from evals.report import save_results
from index.build import build
from index.records import IndexFailure
from index.settings import IndexSettings

PAGES = GOLD_FOLDER / "new_pages"
HELD_BACK = GOLD_FOLDER / "new_pages_held_back"
SETS = GOLD_FOLDER / "page_sets"


def main(argv: list[str]) -> int:
    """0 when everything ran; 2 when the pages cannot be added or indexed. Scores do not change the code."""
    parser = argparse.ArgumentParser(prog="python -m evals pages")
    parser.add_argument("--documents", type=Path, default=Path("documents"))
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--held-back", action="store_true", help="totals on the pages nobody mends on")
    which.add_argument("--sets", action="store_true", help="the sets of pages that are indexed one by one")
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args(argv)
    name = "pages-held-back" if options.held_back else "page-sets" if options.sets else "pages"
    folders = sorted(path for path in SETS.iterdir() if path.is_dir()) if options.sets else [_one_folder(options)]
    try:
        judged = [one for pages in folders for one in judge(options.documents, pages)]
    except (DocumentsError, IndexFailure) as error:
        print(error, file=sys.stderr)
        return 2
    print(render(name, judged, failures=not options.held_back))
    if options.save:
        failed = {} if options.held_back else {"failures": failure_rows(judged)}
        print(f"saved {save_results(name, summarise(judged) | failed)}")
    return 0


def _one_folder(options: argparse.Namespace) -> Path:
    return HELD_BACK if options.held_back else PAGES


def judge(documents: Path, pages: Path) -> list[Judged]:
    """The questions on a folder of pages, asked of an index of the documents with those pages; thrown away after."""
    with tempfile.TemporaryDirectory() as folder:
        copy, store = Path(folder) / "documents", Path(folder) / "store"
        copy_with_pages(documents, copy, pages)
        build(IndexSettings(store=store, documents=copy))
        assistant, text_of = open_assistant(store, copy)
        return run(load_questions(pages.with_suffix(".jsonl")), assistant, text_of, noise_beside(pages))


def noise_beside(pages: Path) -> tuple[str, ...]:
    """The strings that only menus and teasers hold, without those that these pages tell of themselves."""
    read = (page for page in pages.iterdir() if page.suffix in (".txt", ".html", ".md"))
    told = "\n".join(page.read_text(encoding="utf-8", errors="replace") for page in read)
    return tuple(mark for mark in load_noise() if mark not in told)


def copy_with_pages(documents: Path, into: Path, pages: Path = PAGES) -> None:
    """The documents copied, with every page of a folder added under the name of its file."""
    shutil.copytree(documents, into, ignore=shutil.ignore_patterns("added", "*.py", "__pycache__"))
    for page in sorted(page for page in pages.iterdir() if page.is_file()):
        add_file(into, page, {"id": page.stem})
