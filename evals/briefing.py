"""``python -m evals briefing``: are the notes cited, true, complete, without repetition, and refused when due?

Each topic of ``gold/briefing.jsonl`` carries the figures that a reader of the documents marked as
belonging to it, the sections that have material, and words that must not occur. The notes are
saved for reading. It measures the notes of `assistant.briefing`, and knows nothing of how they
are made.
"""

import argparse
import json
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from assistant.briefing import compose
from assistant.briefing_records import BriefRequest, NotCovered, Note, NoteSentence
from assistant.briefing_selection import same, signature
from assistant.citations import unsupported_numbers
from assistant.note_blocks import print_date
from assistant.note_markdown import markdown
from documents.quantities import read_quantities
from evals.gold import GoldError
from evals.report import RESULTS, format_share, format_table, percentile, save_results
from evals.synthetic import PARAGRAPHS_A_DOCUMENT, write_corpus
from index.build import build
from index.records import IndexFailure
from index.retrieve import Index, open_index
from index.settings import IndexSettings

THIRTY = 30
FEW_PARAGRAPHS = 7
GOLD = Path(__file__).parent / "gold" / "briefing.jsonl"


@dataclass(frozen=True, slots=True)
class GoldTopic:
    """A topic with the (value, unit) pairs a reader marked; ``refuse`` when no note is due."""

    id: str
    topic: str
    figures: tuple[tuple[Decimal, str], ...] = ()
    sections: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    refuse: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """One note against its gold row; every pair is (good, all). ``wrong`` are words that must not occur."""

    id: str
    cited: tuple[int, int]
    exact: tuple[int, int]
    numbers: tuple[int, int]
    figures: tuple[int, int]
    sections: tuple[int, int]
    repeats: int
    words: int
    wrong: tuple[str, ...]
    missed: tuple[str, ...]
    elapsed_ms: float


def load_topics(path: Path = GOLD) -> list[GoldTopic]:
    """The gold topics in file order; GoldError names a row that cannot be used."""
    topics = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            figures = tuple((Decimal(figure["value"]), figure["unit"]) for figure in row.get("figures", ()))
            topics.append(
                GoldTopic(
                    row["id"],
                    row["topic"],
                    figures,
                    tuple(row.get("sections", ())),
                    tuple(row.get("must_not", ())),
                    bool(row.get("refuse", False)),
                )
            )
        except (ValueError, KeyError, TypeError, ArithmeticError) as error:
            raise GoldError(f"{path.name}, line {number}: {error}") from error
    return topics


def judge(gold: GoldTopic, note: Note, index: Index, elapsed_ms: float) -> Judged:
    """The note measured: citations, exact quotes, numbers, marked figures, sections, repetition, length."""
    kept = kept_sentences(note)
    exact = sum(index.document(c.document).text[c.start : c.end] == c.quote for c in note.citations)
    shown = shown_figures(note)
    found = [pair for pair in gold.figures if _is_shown(pair, shown)]
    keys = {section.key for section in note.sections}
    text = printed_text(note)
    return Judged(
        gold.id,
        (sum(bool(sentence.citations) for sentence in kept), len(kept)),
        (exact, len(note.citations)),
        count_numbers(note),
        (len(found), len(gold.figures)),
        (sum(key in keys for key in gold.sections), len(gold.sections)),
        count_repeats(kept),
        len(text.split()),
        tuple(word for word in gold.must_not if word in text),
        tuple(f"{value} {unit}" for value, unit in gold.figures if (value, unit) not in found),
        elapsed_ms,
    )


def kept_sentences(note: Note) -> list[NoteSentence]:
    """The sentences that are printed, in order."""
    return [sentence for section in note.sections for sentence in section.sentences if sentence.kept]


def printed_text(note: Note) -> str:
    """Sentences and table cells as one text."""
    parts = [sentence.text for sentence in kept_sentences(note)]
    parts += [" ".join(row.cells[:-1]) for s in note.sections for table in s.tables for row in table.rows]
    return "\n".join(parts)


def count_numbers(note: Note) -> tuple[int, int]:
    """(verified, all) numbers of sentences, value cells and bars, against quotes and worked-out sums.

    A date put together from a day and a year that both stand in the quotes counts as carried.
    """
    good = total = 0
    for sentence in kept_sentences(note):
        quotes = [note.citations[number - 1].quote for number in sentence.citations]
        allowed = [calculation.text for calculation in sentence.calculations]
        allowed += [print_date(note.citations[number - 1].date) for number in sentence.citations]
        joined = " ".join(quotes)
        days = re.findall(r"\d{1,2}/\d{1,2}/\d{4}", sentence.text)
        allowed += [day for day in days if all(part in joined for part in day.rsplit("/", 1))]
        numbers = len(re.findall(r"\d+(?:[.,/]\d+)*", sentence.text))
        missing = len(unsupported_numbers(sentence.text, quotes, allowed))
        good, total = good + max(0, numbers - missing), total + numbers
    for section in note.sections:
        for table in section.tables:
            for row in table.rows:
                quotes = [note.citations[number - 1].quote for number in row.citations]
                sums = [calculation.text for calculation in row.calculations]
                missing = len(unsupported_numbers(" ; ".join(row.cells[1:3]), quotes, sums))
                good, total = good + (missing == 0), total + 1
        for chart in section.charts:
            for bar in chart.bars:
                good, total = good + (bar.printed in note.citations[bar.citation - 1].quote), total + 1
    return good, total


def shown_figures(note: Note) -> list[tuple[Decimal, str]]:
    """The quantities a reader of the note sees, in text and tables, as (value, unit)."""
    shown = []
    for quantity in read_quantities(printed_text(note)):
        shown.append((quantity.value, quantity.unit))
        if quantity.upper is not None:
            shown.append((quantity.upper, quantity.unit))
    for section in note.sections:
        printed = {id for table in section.tables for row in table.rows for id in row.figures}
        shown += [(figure.value, figure.unit) for figure in note.figures if figure.id in printed]
    return shown


def _is_shown(pair: tuple[Decimal, str], shown: Sequence[tuple[Decimal, str]]) -> bool:
    """Whether a marked figure is seen: the same value, and units of which one begins the other."""
    value, unit = pair
    return any(value == v and (u.startswith(unit) or unit.startswith(u)) and bool(u) for v, u in shown)


def count_repeats(kept: Sequence[NoteSentence]) -> int:
    """How many sentences say what an earlier one said."""
    signs = [signature(sentence.text) for sentence in kept]
    return sum(any(same(sign, earlier) for earlier in signs[:place]) for place, sign in enumerate(signs))


def run(index: Index, topics: Sequence[GoldTopic], notes: Path) -> tuple[list[Judged], list[str], int]:
    """The judged notes, the topics wrongly answered or refused, and how many refusals were right."""
    judged: list[Judged] = []
    wrong: list[str] = []
    refused = 0
    notes.mkdir(parents=True, exist_ok=True)
    for gold in topics:
        start = time.perf_counter()
        try:
            note = compose(index, BriefRequest(gold.topic))
        except NotCovered as error:
            refused += gold.refuse
            if not gold.refuse:
                wrong.append(f"{gold.id}: refused: {error}")
            continue
        if gold.refuse:
            wrong.append(f"{gold.id}: a note was written")
        else:
            judged.append(judge(gold, note, index, 1000 * (time.perf_counter() - start)))
        (notes / f"{gold.id}.md").write_text(markdown(note), encoding="utf-8")
    return judged, wrong, refused


def totals(judged: Sequence[Judged]) -> dict[str, tuple[int, int]]:
    """The sums of every (good, all) pair over the notes."""
    names = ("cited", "exact", "numbers", "figures", "sections")
    return {
        name: (sum(getattr(row, name)[0] for row in judged), sum(getattr(row, name)[1] for row in judged))
        for name in names
    }


def render(judged: Sequence[Judged], wrong: Sequence[str], refused: int, refusals: int) -> str:
    """The table by topic, then what went wrong."""
    rows = [
        [
            row.id,
            format_share(*row.cited),
            format_share(*row.numbers),
            format_share(*row.figures),
            format_share(*row.sections),
            str(row.repeats),
            str(row.words),
            f"{row.elapsed_ms:.0f}",
        ]
        for row in judged
    ]
    sums = totals(judged)
    rows.append(
        [
            "all",
            *(format_share(*sums[name]) for name in ("cited", "numbers", "figures", "sections")),
            str(sum(row.repeats for row in judged)),
            str(sum(row.words for row in judged)),
            f"{percentile([row.elapsed_ms for row in judged], 50) or 0:.0f}",
        ]
    )
    head = ["topic", "cited", "numbers verified", "marked figures", "sections", "repeats", "words", "ms"]
    lines = [format_table(head, rows), f"quotes exact: {format_share(*sums['exact'])}"]
    lines.append(f"refused as due: {format_share(refused, refusals)}")
    lines += [f"{row.id}: not shown: {', '.join(row.missed)}" for row in judged if row.missed]
    lines += [f"{row.id}: must not occur: {', '.join(row.wrong)}" for row in judged if row.wrong]
    return "\n".join([*lines, *wrong])


def measure_thirty(model_of: Path) -> tuple[int, int, float]:
    """(documents, figures, seconds) of a note over 30 made-up documents in a store of their own."""
    with tempfile.TemporaryDirectory() as held:
        folder, store = Path(held) / "documents", Path(held) / "store"
        write_corpus(folder, THIRTY * PARAGRAPHS_A_DOCUMENT)
        for path in folder.iterdir():
            paragraphs = path.read_text(encoding="utf-8").split("\n\n")
            path.write_text("\n\n".join(paragraphs[:FEW_PARAGRAPHS]), encoding="utf-8")
        if (model_of / "models").is_dir():
            shutil.copytree(model_of / "models", store / "models")
        settings = IndexSettings(store=store, documents=folder)
        report = build(settings)
        index = open_index(settings)
        index.embed_query("khởi động")
        start = time.perf_counter()
        compose(index, BriefRequest("Tình hình ứng dụng máy móc tiên tiến vào sản xuất"))
        return report.documents, report.figures, time.perf_counter() - start


def as_payload(judged: Sequence[Judged], wrong: Sequence[str], refused: int, refusals: int) -> dict[str, Any]:
    """The results as plain values for ``evals/results``."""
    return {
        "totals": {name: list(pair) for name, pair in totals(judged).items()},
        "refused": [refused, refusals],
        "wrong": list(wrong),
        "notes": [{name: getattr(row, name) for name in Judged.__slots__} for row in judged],
    }


def main(argv: list[str]) -> int:
    """0 when all notes could be measured, 1 when a sentence is uncited or a number unverified, 2 without a store."""
    parser = argparse.ArgumentParser(prog="python -m evals briefing", description=__doc__)
    parser.add_argument("--store", type=Path, default=Path("data"))
    parser.add_argument("--documents", type=Path, default=Path("documents"))
    parser.add_argument("--notes", type=Path, default=RESULTS / "notes", help="where the notes are saved for reading")
    parser.add_argument("--save", action="store_true", help="write the figures to evals/results/")
    parser.add_argument("--thirty", action="store_true", help="time a note over 30 made-up documents (a minute)")
    options = parser.parse_args(argv)
    topics = load_topics()
    try:
        index = open_index(IndexSettings(store=options.store, documents=options.documents))
    except IndexFailure as error:
        print(error, file=sys.stderr)
        return 2
    judged, wrong, refused = run(index, topics, options.notes)
    refusals = sum(gold.refuse for gold in topics)
    print(render(judged, wrong, refused, refusals))
    if options.thirty:
        documents, figures, seconds = measure_thirty(options.store)
        print(f"a note over {documents} documents, {figures} figures: {seconds:.2f} s (budget 5 s)")
    if options.save:
        print(f"saved {save_results('briefing', as_payload(judged, wrong, refused, refusals))}")
    sums = totals(judged)
    return int(any(sums[name][0] < sums[name][1] for name in ("cited", "exact", "numbers")))
