"""``python -m documents``: list, check and show the documents, add, confirm and remove the reader's own.

It parses options and prints; the work is done in the modules it calls.
"""

import argparse
import dataclasses
import json
import os
import shlex
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from documents.adding import Added, add_file, added_row, remove_document
from documents.checking import check_corpus
from documents.confirming import confirm_document
from documents.corpus import open_corpus
from documents.fetching import fetch_document
from documents.given_text import OneLineParser
from documents.manifest import CONFIRMABLE, FIELDS, LIST_FIELDS, row_of
from documents.options import add_options, read_options
from documents.records import BadInput, Document, DocumentsError, Source
from documents.settings import FetchSettings, Limits
from documents.structure import read_structure

STATED = tuple(name for name in FIELDS if name not in {"file", "sha256", "fetched", "unconfirmed"})
"""The manifest fields that ``add`` and ``fetch`` take as options."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 1 for a failure or 2 for bad input."""
    try:
        options = _parser().parse_args(arguments)
        return int(options.run(options))
    except BadInput as error:
        print(f"lỗi: {error}", file=sys.stderr)
        return 2
    except DocumentsError as error:
        print(f"lỗi: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    shared = OneLineParser(add_help=False)
    shared.add_argument("--documents", type=Path, default=Path("documents"), metavar="DIR")
    shared.add_argument("--json", action="store_true", help="chỉ in JSON")
    add_options(shared, Limits, "limits_", title="giới hạn khi đọc một tệp (xem docs/settings.md)")
    parser: argparse.ArgumentParser = OneLineParser(
        prog="python -m documents", description="Tài liệu của trợ lý khuyến công."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    listing = commands.add_parser("list", parents=[shared], help="liệt kê tài liệu")
    listing.set_defaults(run=run_list)
    checking = commands.add_parser("check", parents=[shared], help="kiểm tra tệp và manifest")
    checking.set_defaults(run=run_check)
    showing = commands.add_parser("show", parents=[shared], help="in văn bản của một tài liệu")
    showing.add_argument("id", metavar="ID")
    showing.set_defaults(run=run_show)
    adding = commands.add_parser("add", parents=[shared, _fields()], help="thêm tài liệu của mình")
    adding.add_argument("files", nargs="+", type=Path, metavar="FILE")
    adding.set_defaults(run=run_add)
    confirming = commands.add_parser(
        "confirm", parents=[shared, _fields(CONFIRMABLE)], help="xác nhận thông tin đã đọc"
    )
    confirming.add_argument("id", metavar="ID")
    confirming.set_defaults(run=run_confirm)
    removing = commands.add_parser("remove", parents=[shared], help="bỏ một tài liệu đã thêm")
    removing.add_argument("id", metavar="ID")
    removing.set_defaults(run=run_remove)
    fetching = commands.add_parser("fetch", parents=[shared, _fields()], help="lấy văn bản từ cổng chính thức")
    fetching.add_argument("address", metavar="ADDRESS")
    add_options(fetching, FetchSettings, "fetch_", title="nơi được lấy văn bản (xem docs/settings.md)")
    fetching.set_defaults(run=run_fetch)
    return parser


def _fields(names: Iterable[str] = STATED) -> argparse.ArgumentParser:
    """Options that state a manifest field instead of what is read from the text."""
    fields = OneLineParser(add_help=False)
    group = fields.add_argument_group("thông tin do người dùng xác nhận (thay cho thông tin đọc từ văn bản)")
    for name in names:
        many = name in LIST_FIELDS
        group.add_argument("--" + name.replace("_", "-"), action="append" if many else "store", metavar="TEXT")
    return fields


def _stated(options: argparse.Namespace) -> dict[str, Any]:
    return {name: value for name in STATED if (value := getattr(options, name))}


def _limits(options: argparse.Namespace) -> Limits:
    return read_options(options, Limits, "limits_")


def run_add(options: argparse.Namespace) -> int:
    """Add every file that can be read; the others are named, and the exit code is theirs."""
    stated = _stated(options)
    if len(options.files) > 1 and {"id", "title", "number"} & set(stated):
        raise BadInput("--id, --title, --number chỉ dùng khi thêm một tệp")
    limits, code = _limits(options), 0
    for path in options.files:
        try:
            _print_added(add_file(options.documents, path, stated, limits), options.json)
        except DocumentsError as error:
            print(f"lỗi: {error}", file=sys.stderr)
            code = max(code, 2 if isinstance(error, BadInput) else 1)
    return code


def run_confirm(options: argparse.Namespace) -> int:
    """Confirm what was read of one added document, with corrections; an empty option clears its field."""
    corrected = {name: value for name in CONFIRMABLE if (value := getattr(options, name)) is not None}
    source = confirm_document(options.documents, options.id, corrected)
    if options.json:
        _print_json({"outcome": "confirmed", **row_of(source)})
        return 0
    print(f"đã xác nhận {source.id}; chạy python -m index build để cập nhật chỉ mục")
    _print_facts(source)
    return 0


def run_remove(options: argparse.Namespace) -> int:
    """Remove one added document."""
    gone = remove_document(options.documents, options.id)
    if options.json:
        _print_json({"outcome": "removed", "id": gone.id, "file": gone.file})
    else:
        print(f"đã bỏ {gone.id}; chạy python -m index build để cập nhật chỉ mục")
    return 0


def run_fetch(options: argparse.Namespace) -> int:
    """Bring one address of an official portal into the folder."""
    where = read_options(options, FetchSettings, "fetch_")
    added = fetch_document(options.documents, options.address, _stated(options), where, _limits(options))
    _print_added(added, options.json)
    return 0


def _print_added(added: Added, as_json: bool) -> None:
    if as_json:
        _print_json(added_row(added))
        return
    said = {"added": "đã thêm", "replaced": "đã thay bản mới", "same": "đã có sẵn"}[added.outcome]
    print(f"{said} {added.source.id}: {added.source.title} ({added.chars} ký tự)")
    _print_facts(added.source)
    if added.source.unconfirmed:
        print(f"  xác nhận hoặc sửa bằng: python -m documents confirm {shlex.quote(added.source.id)}")
    for warning in added.warnings:
        print(f"  lưu ý: {warning}")


def _print_facts(source: Source) -> None:
    for name in CONFIRMABLE:
        value = getattr(source, name)
        if value and name != "title":
            read = " (đọc từ văn bản, chưa xác nhận)" if name in source.unconfirmed else ""
            print(f"  {name}: {', '.join(value) if isinstance(value, tuple) else value}{read}")


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False))


def run_list(options: argparse.Namespace) -> int:
    """Print one line a readable document; files that could not be read go to stderr."""
    corpus = open_corpus(options.documents, _limits(options))
    for document in corpus.stream():
        row = {**row_of(document.source), "chars": len(document.text), "warnings": list(document.warnings)}
        if options.json:
            _print_json(row)
        else:
            print(f"{document.id}\t{row['kind']}\t{row['date'] or '-'}\t{row['chars']} ký tự\t{row['title']}")
            if row["unconfirmed"]:
                named = ", ".join(CONFIRMABLE.get(name, name) for name in row["unconfirmed"])
                print(f"\tđọc từ văn bản, chưa xác nhận: {named}")
    for problem in corpus.problems():
        print(f"không đọc được {problem.file}: {problem.reason}", file=sys.stderr)
    return 0


def run_check(options: argparse.Namespace) -> int:
    """Print one line for everything that is wrong; the code is 1 if anything is."""
    findings = check_corpus(options.documents, _limits(options))
    for finding in findings:
        if options.json:
            _print_json(dataclasses.asdict(finding))
        else:
            print(f"{finding.file}: {finding.reason}")
    if not findings and not options.json:
        print("Mọi tài liệu đều đọc được và khớp manifest.")
    return 1 if findings else 0


def run_show(options: argparse.Namespace) -> int:
    """Print the document's text exactly, or with ``--json`` the text, blocks and sections."""
    document = open_corpus(options.documents, _limits(options)).document(options.id)
    if options.json:
        _print_json(show_row(document))
        return 0
    sys.stdout.write(document.text)
    if sys.stdout.isatty():
        sys.stdout.write("\n")
    return 0


def show_row(document: Document) -> dict[str, Any]:
    """The document as ``show --json`` prints it."""
    sections = [dataclasses.asdict(section) for section in read_structure(document)]
    return {
        "id": document.id,
        "text": document.text,
        "source": row_of(document.source),
        "blocks": [dataclasses.asdict(block) for block in document.blocks],
        "sections": sections,
        "warnings": list(document.warnings),
    }


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(main())
