"""``python -m assistant brief``: a note on a topic, saved as DOCX, PDF or Markdown."""

import argparse
import json
import sys
from pathlib import Path

from assistant.briefing import compose, note_to_json
from assistant.briefing_records import BriefRequest, NotCovered, Note
from assistant.note_docx import write_docx
from assistant.note_markdown import write_markdown
from assistant.note_pdf import write_pdf
from assistant.records import BadRequest
from assistant.settings_command import add_settings_options, settings_of
from documents.given_text import given_text
from index.retrieve import open_index

WRITERS = {".docx": write_docx, ".pdf": write_pdf, ".md": write_markdown}


def add_command(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``brief`` with its options; ``func`` returns the exit code."""
    parser = subparsers.add_parser("brief", help="soạn bản tóm lược có trích dẫn")
    parser.add_argument(
        "--topic", type=given_text, required=True, help="chủ đề, ví dụ: Tình hình khuyến công phía Bắc năm 2024"
    )
    parser.add_argument("--place", type=given_text, action="append", default=[], help="địa bàn; có thể lặp lại")
    parser.add_argument("--year", action="append", default=[], type=int, help="năm; có thể lặp lại")
    parser.add_argument(
        "--document", type=given_text, action="append", default=[], help="chỉ dùng tài liệu này; có thể lặp lại"
    )
    parser.add_argument("--out", type=Path, help="tệp ghi ra: .docx, .pdf hoặc .md")
    add_settings_options(parser, {"index"})
    parser.add_argument("--json", action="store_true", help="chỉ in JSON")
    parser.set_defaults(func=brief)


def brief(arguments: argparse.Namespace) -> int:
    """Compose and save; 1 with one line when the documents do not cover the topic, else 0."""
    if arguments.out is None and not arguments.json:
        raise BadRequest("Cần --out với tệp .docx, .pdf hoặc .md, hoặc --json.")
    if arguments.out is not None:
        check_target(arguments.out)
    index = open_index(settings_of(arguments).index)
    request = BriefRequest(arguments.topic, tuple(arguments.place), tuple(arguments.year), tuple(arguments.document))
    try:
        note = compose(index, request)
    except NotCovered as error:
        print(error, file=sys.stderr)
        return 1
    if arguments.out is not None:
        save(note, arguments.out)
    if arguments.json:
        print(json.dumps(note_to_json(note), ensure_ascii=False))
    else:
        print(f"Đã ghi {arguments.out}: {len(note.citations)} trích dẫn từ {len(note.sources)} tài liệu.")
        for gap in note.gaps:
            print(f"  Phần chưa có tư liệu: {gap}")
    return 0


def check_target(path: Path) -> None:
    """BadRequest when the file's kind is not one we write, or its folder is not there."""
    if path.suffix.lower() not in WRITERS:
        raise BadRequest(f"Chỉ ghi được .docx, .pdf hoặc .md, không ghi được “{path.name}”.")
    if not path.parent.is_dir():
        raise BadRequest(f"Thư mục {path.parent} không có; hãy tạo trước.")


def save(note: Note, path: Path) -> None:
    """Write the note in the format of the file's ending, beside and then renamed."""
    check_target(path)
    try:
        WRITERS[path.suffix.lower()](note, path)
    except OSError as error:
        raise BadRequest(f"Không ghi được {path}: {error.strerror or error}.") from error
