"""``python -m evals speed``: the budgets of the design, measured here and now, with a verdict each.

Always: question to verified answer, opening the store, memory. On request: the page's start
(``--startup``), indexing against torch (``--indexing``), the look-up of figures among 100 000
(``--figures``), a store of 100 000 more passages (``--large``). Figures are of this machine in this
minute; other work on it makes them worse.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals.answers import Asked, ask_once, open_assistant
from evals.figure_speed import measure_look_ups
from evals.gold import DEVELOPMENT, GoldQuestion, load_questions
from evals.measures import Measure, render, resident_mb
from evals.report import ROOT, percentile, save_results
from evals.synthetic import write_corpus
from index.records import IndexFailure

WARM_UP = 5
TIMED = 600
"""Questions timed a round, spread evenly over the development part: all of them would take half an hour."""


def main(argv: list[str]) -> int:
    """0 when measured, whatever the verdicts; 2 when the store cannot be opened."""
    options = _options(argv)
    try:
        measures = measure_answers(options.store, options.documents, options.rounds)
        if options.startup:
            measures += measure_startup(options.store, options.documents)
        if options.indexing:
            measures += measure_indexing(options.store, options.documents)
        if options.figures:
            measures += measure_look_ups(options.figure_store, options.figure_count)
        if options.large:
            measures += measure_large(options.large_store, options.documents, options.passages)
    except IndexFailure as error:
        print(error, file=sys.stderr)
        return 2
    print(render(measures))
    if options.save:
        rows = [{"what": m.what, "value": m.value, "unit": m.unit, "verdict": m.verdict} for m in measures]
        print(f"saved {save_results('speed', {'cores': os.cpu_count(), 'measures': rows})}")
    return 0


def measure_answers(store: Path, documents: Path, rounds: int = 2) -> list[Measure]:
    """Opening the store, answering the development questions, and this process's memory after it."""
    start = time.perf_counter()
    assistant, _ = open_assistant(store, documents)
    opened = time.perf_counter() - start
    questions = spread_evenly(load_questions(DEVELOPMENT), TIMED)
    times = time_questions(assistant, questions, rounds)
    return [
        Measure("open index and model", opened, "s"),
        Measure("questions timed, times over", len(times), ""),
        Measure("question to answer, p50", percentile(times, 50) or 0.0, "ms", 40),
        Measure("question to answer, p95", percentile(times, 95) or 0.0, "ms", 100),
        Measure("question to answer, slowest", max(times), "ms"),
        Measure("memory of this process", resident_mb(os.getpid()), "MB", 1200),
    ]


def spread_evenly(questions: Sequence[GoldQuestion], most: int) -> list[GoldQuestion]:
    """About ``most`` of the questions, evenly spaced, a follow-up with all that was asked before it."""
    by_id = {gold.id: gold for gold in questions}
    chosen: dict[str, GoldQuestion] = {}
    step = max(1, -(-len(questions) // most))
    for gold in questions[::step]:
        talk = [gold]
        while talk[0].after:
            talk.insert(0, by_id[talk[0].after])
        chosen.update({asked.id: asked for asked in talk})
    return list(chosen.values())


def time_questions(assistant: Asked, questions: Sequence[GoldQuestion], rounds: int) -> list[float]:
    """Wall milliseconds of every question, ``rounds`` times over, after a short warm-up."""
    for gold in questions[:WARM_UP]:
        ask_once(assistant, gold.question, None)
    times = []
    for _ in range(rounds):
        talks: dict[str, Any] = {}
        for gold in questions:
            start = time.perf_counter()
            answer = ask_once(assistant, gold.question, talks.get(gold.after or ""))
            times.append(1000 * (time.perf_counter() - start))
            talks[gold.id] = answer.talk
    return times


def measure_startup(store: Path, documents: Path, patience_s: float = 120) -> list[Measure]:
    """Seconds from starting ``app.py`` to the page's first byte, and the server's memory then."""
    port = _free_port()
    command = [sys.executable, "app.py", "--store", str(store), "--documents", str(documents), "--port", str(port)]
    start = time.perf_counter()
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not _page_answers(port):
            if server.poll() is not None or time.perf_counter() - start > patience_s:
                return [Measure("start to a page: no page came", float("inf"), "s", 15)]
            time.sleep(0.1)
        seconds = time.perf_counter() - start
        return [
            Measure("start to a page that answers", seconds, "s", 15),
            Measure("memory of the server", resident_mb(server.pid), "MB", 1200),
        ]
    finally:
        server.terminate()
        server.wait(timeout=20)


def measure_indexing(store: Path, documents: Path, rounds: int = 3) -> list[Measure]:
    """Passages a second of the store's backend and of sentence-transformers' torch default, in turns."""
    from index.embedding import Embedder, load_embedder
    from index.retrieve import open_index
    from index.settings import IndexSettings

    index = open_index(IndexSettings(store=store, documents=documents))
    texts = [passage.text for source in index.sources() for passage in index.passages(source.id)]
    ours = load_embedder(IndexSettings(store=store))
    torch = Embedder(IndexSettings(store=store, backend="torch", batch_size=32))
    best = {"ours": 0.0, "torch": 0.0}
    vectors = {}
    for _ in range(rounds):
        for name, embedder in (("ours", ours), ("torch", torch)):
            start = time.perf_counter()
            vectors[name] = embedder.passages(texts)
            best[name] = max(best[name], len(texts) / (time.perf_counter() - start))
    agreement = float((vectors["ours"] * vectors["torch"]).sum(axis=1).min())
    return [
        Measure(f"embedding {len(texts)} passages, torch default", best["torch"], "/s"),
        Measure(f"embedding {len(texts)} passages, as built", best["ours"], "/s"),
        Measure("embedding, times torch", best["ours"] / best["torch"], "x", 3, at_least=True),
        Measure("embedding, least cosine to torch (x1000)", 1000 * agreement, "", 999.9, at_least=True),
    ]


def measure_large(store: Path, documents: Path, passages: int) -> list[Measure]:
    """Answers over the documents among ``passages`` made-up ones; the store is built once and kept."""
    from index.build import build
    from index.settings import IndexSettings

    corpus = store / "synthetic"
    if not corpus.exists():
        shutil.copytree(documents, corpus, ignore=shutil.ignore_patterns("*.py", "__pycache__", "data", "added"))
        write_corpus(corpus / "mau", passages)
    start = time.perf_counter()
    report = build(IndexSettings(store=store, documents=corpus))
    seconds = time.perf_counter() - start
    assistant, _ = open_assistant(store, corpus)
    times = time_questions(assistant, spread_evenly(load_questions(DEVELOPMENT), TIMED), 1)
    return [
        Measure(f"build or check of {report.passages} passages", seconds, "s"),
        Measure(f"p50 over {report.passages} passages", percentile(times, 50) or 0.0, "ms"),
        Measure(f"p95 over {report.passages} passages", percentile(times, 95) or 0.0, "ms", 250),
        Measure("memory of this process, large store", resident_mb(os.getpid()), "MB"),
    ]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _page_answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2) as page:
            return page.status == 200
    except (urllib.error.URLError, OSError):
        return False


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals speed", description=__doc__)
    parser.add_argument("--store", type=Path, default=Path("data"))
    parser.add_argument("--documents", type=Path, default=Path("documents"))
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--startup", action="store_true", help="time app.py to its page")
    parser.add_argument("--indexing", action="store_true", help="embedding rate against torch")
    parser.add_argument("--figures", action="store_true", help="look-ups among many made-up figures (slow once)")
    parser.add_argument("--figure-store", type=Path, default=Path("data/figures-100k"))
    parser.add_argument("--figure-count", type=int, default=100_000)
    parser.add_argument("--large", action="store_true", help="a store of many made-up passages (many minutes)")
    parser.add_argument("--large-store", type=Path, default=Path("data/large"))
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--save", action="store_true", help="write the figures to evals/results/")
    return parser.parse_args(argv)
