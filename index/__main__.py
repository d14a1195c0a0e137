"""``python -m index build | search | status``: the index on the command line.

Results go to standard output (JSON only with ``--json``), progress and problems to standard error.
Exit code 2 for bad input, 1 for a failure.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from documents.given_text import OneLineParser, given_text, read_json, read_lines
from documents.options import add_options, read_options
from documents.records import BadInput, DocumentsError
from documents.settings import Limits, with_points
from index.build import build
from index.progress import Progress
from index.records import Hit, IndexFailure, StoreBroken
from index.settings import IndexSettings
from index.stamp import check_stamp

MOST_HITS = 1000
MOST_CHARS = 20_000
"""Of one query; a model reads a few thousand of them at most."""


def main(arguments: list[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except (IndexFailure, DocumentsError, ValueError) as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        failed = isinstance(error, StoreBroken) or (
            isinstance(error, DocumentsError) and not isinstance(error, BadInput)
        )
        return 1 if failed else 2
    except KeyboardInterrupt:
        print("đã dừng; lần dựng sau làm tiếp phần còn lại", file=sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def parser() -> argparse.ArgumentParser:
    """The command line of the room."""
    top = OneLineParser(prog="python -m index", description="Dựng và tìm trong kho chỉ mục.")
    commands = top.add_subparsers(required=True, metavar="lệnh")
    one = commands.add_parser("build", help="dựng hoặc cập nhật kho")
    one.add_argument("--rebuild", action="store_true", help="dựng lại toàn bộ, kể cả khi đổi mô hình")
    one.set_defaults(run=run_build)
    two = commands.add_parser("search", help="tìm đoạn văn bản cho câu hỏi")
    asked = two.add_mutually_exclusive_group(required=True)
    asked.add_argument("--query", type=given_text, help="câu hỏi")
    asked.add_argument("--file", type=Path, help="tệp JSON lines: {“id”, “question”} hoặc {“id”, “query”}")
    two.add_argument("-k", type=int, default=10, help="số đoạn trả về (mặc định 10)")
    two.set_defaults(run=run_search)
    three = commands.add_parser("status", help="kho đang có gì")
    three.set_defaults(run=run_status)
    for command in (one, two, three):
        command.add_argument("--store", type=Path, default=Path("data"), help="thư mục kho (mặc định data)")
        command.add_argument("--documents", type=Path, default=Path("documents"), help="thư mục tài liệu")
        command.add_argument("--json", action="store_true", help="chỉ in JSON")
        add_options(command, IndexSettings, skip=("store", "documents"), title="mô hình và kho (xem docs/settings.md)")
    add_options(one, Limits, "limits_", title="giới hạn khi đọc một tệp (xem docs/settings.md)")
    return top


def settings_of(options: argparse.Namespace) -> IndexSettings:
    """The settings that the options ask for; ``CHROMA_URL``, which alone may hold a login, is read here, once."""
    if "@" in (options.chroma_url or ""):
        raise BadInput("--chroma-url: mật khẩu chỉ được đặt trong biến môi trường CHROMA_URL")
    return read_options(options, IndexSettings, chroma_url=os.environ.get("CHROMA_URL", ""))


def run_build(options: argparse.Namespace) -> int:
    """Builds; lists every file that could not be used on standard error."""
    progress = Progress(sys.stderr, quiet=options.json and not sys.stderr.isatty())
    limits = read_options(options, Limits, "limits_")
    report = build(settings_of(options), progress, rebuild=options.rebuild, limits=limits)
    progress.close()
    for file, reason in report.problems:
        print(f"bỏ qua {file}: {reason}", file=sys.stderr)
    changes = {"added": report.added, "changed": report.changed, "removed": report.removed}
    if options.json:
        row = {
            "documents": report.documents,
            "passages": report.passages,
            "figures": report.figures,
            **{name: list(ids) for name, ids in changes.items()},
            "problems": [{"file": file, "reason": reason} for file, reason in report.problems],
            "seconds": report.seconds,
        }
        print(json.dumps(row, ensure_ascii=False))
    else:
        print(
            f"{report.documents} tài liệu, {report.passages} đoạn, {report.figures} số liệu; "
            f"thêm {len(report.added)}, đổi {len(report.changed)}, bỏ {len(report.removed)}; {report.seconds:.1f} giây"
        )
    return 0


def run_search(options: argparse.Namespace) -> int:
    """Searches for one question, or for each line of a file."""
    if not 1 <= options.k <= MOST_HITS:
        raise BadInput(f"-k phải từ 1 đến {MOST_HITS}")
    settings = settings_of(options)
    check_stamp(settings)
    rows = list(read_queries(options.file)) if options.file else [("1", options.query)]
    if not options.file and query_fault(options.query):
        raise BadInput(query_fault(options.query))
    from index.retrieve import open_index

    index = open_index(settings)
    for id, query in rows:
        fault = query_fault(query)
        hits = [] if fault else index.search(query, options.k)
        if options.json or options.file:
            row = {"id": id, "query": query[:MOST_CHARS], "hits": [hit_row(hit) for hit in hits]}
            row |= {"error": fault} if fault else {}
            print(json.dumps(row, ensure_ascii=False))
        else:
            for number, hit in enumerate(hits, start=1):
                text = " ".join(hit.passage.text.split())
                print(f"{number}. {hit.passage.document}, {hit.passage.locator} ({hit.score:.4f})\n   {text[:200]}")
    return 0


def query_fault(query: str) -> str:
    """Why the query cannot be searched for, in one line; "" when it can."""
    if not query.strip():
        return "câu hỏi trống"
    if len(query) > MOST_CHARS:
        return f"câu hỏi dài {with_points(len(query))} ký tự, quá giới hạn {with_points(MOST_CHARS)} ký tự"
    return ""


def hit_row(hit: Hit) -> dict[str, Any]:
    """A hit in the shape of the contract (design, section 9)."""
    passage = hit.passage
    return {
        "document": passage.document,
        "passage": passage.id,
        "locator": passage.locator,
        "start": passage.start,
        "end": passage.end,
        "score": round(hit.score, 6),
        "text": passage.text,
    }


def read_queries(path: Path) -> Iterator[tuple[Any, str]]:
    """(id, question) of each line; BadInput names the file, the line and what is wrong with it."""
    for number, line in read_lines(path):
        try:
            row = read_json(line)
            query = row["question"] if "question" in row else row["query"]
        except (ValueError, KeyError, TypeError) as error:
            raise BadInput(f"{path}, dòng {number}: cần một đối tượng JSON có “id” và “question”") from error
        if not isinstance(query, str):
            raise BadInput(f"{path}, dòng {number}: “question” phải là chuỗi")
        yield row.get("id", str(number)), query


def run_status(options: argparse.Namespace) -> int:
    """Says what the store holds; an unfinished store is StoreMissing."""
    stamp = check_stamp(settings_of(options))
    row = {
        "store": str(options.store),
        "finished": True,
        "documents": stamp.documents,
        "passages": stamp.passages,
        "figures": stamp.figures,
        "model": stamp.model,
        "revision": stamp.revision,
        "dimension": stamp.dimension,
        "corpus": stamp.corpus,
        "cutting": stamp.cutting,
        "problems": [{"file": file, "reason": reason} for file, reason in stamp.problems],
    }
    if options.json:
        print(json.dumps(row, ensure_ascii=False))
    else:
        print(f"{stamp.documents} tài liệu, {stamp.passages} đoạn, {stamp.figures} số liệu")
        print(f"mô hình {stamp.model} ({stamp.revision}), vectơ {stamp.dimension} chiều; đã dựng xong")
        for file, reason in stamp.problems:
            print(f"bỏ qua {file}: {reason}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
