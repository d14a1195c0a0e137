"""``python -m assistant ask | figures | brief | settings``: the assistant without the screen."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.answering import Assistant
from assistant.as_of import parse_as_of
from assistant.briefing_command import add_command as add_brief
from assistant.english_lines import lines_in
from assistant.figures import add_command as add_figures
from assistant.records import Answer, AssistantError, Talk
from assistant.serialising import answer_to_json
from assistant.settings_command import add_settings_options, settings_of
from assistant.settings_command import fill_command as fill_settings
from documents.given_text import OneLineParser, given_text, read_json, read_lines
from documents.records import BadInput, DocumentsError
from documents.validity import write_day
from index.records import IndexFailure, StoreBroken
from index.retrieve import open_index


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a file with the id of the question it follows and the date it gives, "" for none."""

    id: str
    question: str
    after: str = ""
    as_of: str = ""


def read_questions(path: Path) -> Iterator[Asked]:
    """The questions of a JSON-lines file; BadInput names a bad line."""
    for number, line in read_lines(path):
        try:
            row = read_json(line)
            question = row.get("question", row.get("query"))
        except (ValueError, AttributeError) as error:
            raise BadInput(f'Tệp {path}, dòng {number}: không phải một đối tượng JSON có khóa "question".') from error
        if not isinstance(question, str):
            raise BadInput(f'Tệp {path}, dòng {number}: thiếu khóa "question".')
        yield Asked(str(row.get("id", number)), question, str(row.get("after") or ""), str(row.get("as_of") or ""))


def ask(arguments: argparse.Namespace) -> int:
    """Answer one question or a file of them, in order; a bad question in a file is reported in its row."""
    if (arguments.question is None) == (arguments.file is None):
        raise BadInput("Cần một câu hỏi hoặc --file questions.jsonl.")
    single = [Asked("1", arguments.question)]
    rows = single if arguments.file is None else list(read_questions(arguments.file))
    if arguments.as_of:
        parse_as_of(arguments.as_of)
    settings = settings_of(arguments)
    assistant = Assistant(open_index(settings.index), settings.answers)
    talks: dict[str, Talk] = {}
    for row in rows:
        try:
            stated = row.as_of or arguments.as_of
            answer = assistant.ask(row.question, talks.get(row.after), as_of=parse_as_of(stated) if stated else None)
        except AssistantError as error:
            if arguments.file is None:
                raise
            print(json.dumps({"id": row.id, "question": row.question[:200], "error": str(error)}, ensure_ascii=False))
            continue
        talks[row.id] = answer.talk
        if arguments.json or arguments.file is not None:
            print(json.dumps(answer_to_json(answer, row.id), ensure_ascii=False), flush=True)
        else:
            print_answer(answer)
    return 0


def print_answer(answer: Answer) -> None:
    """The answer for a terminal: its text, the date applied, its sources and warnings."""
    print(answer.answer)
    if answer.as_of is not None:
        print(f"  Thời điểm áp dụng: {write_day(answer.as_of)}")
    for citation in answer.citations:
        origin = [citation.title, citation.publisher, citation.date, citation.locator]
        print(f"  [{citation.number}] {', '.join(part for part in origin if part)}")
    for notice in lines_in(answer.language, answer.notices):
        print(f"  Lưu ý: {notice}")


def main(argv: list[str] | None = None) -> int:
    """Exit code 0, or 2 for bad input and 1 for a failure, each with one line on stderr."""
    parser: argparse.ArgumentParser = OneLineParser(prog="python -m assistant", description="Trợ lý khuyến công")
    commands = parser.add_subparsers(dest="command", required=True)
    asking = commands.add_parser("ask", help="trả lời câu hỏi, có trích dẫn")
    asking.add_argument("question", nargs="?", type=given_text)
    asking.add_argument("--file", type=Path)
    asking.add_argument("--as-of", metavar="NGÀY", help="trả lời theo văn bản có hiệu lực tại ngày này (2013-01-31)")
    asking.add_argument("--json", action="store_true", help="chỉ in JSON")
    add_settings_options(asking, {"index", "answers"})
    asking.set_defaults(func=ask)
    add_figures(commands)
    add_brief(commands)
    fill_settings(commands.add_parser("settings", help="cài đặt đang dùng và nguồn của chúng"))
    arguments = parser.parse_args(argv)
    try:
        return int(arguments.func(arguments))
    except (AssistantError, BadInput) as error:
        print(error, file=sys.stderr)
        return 2
    except IndexFailure as error:
        print(error, file=sys.stderr)
        return 1 if isinstance(error, StoreBroken) else 2
    except DocumentsError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 1


if __name__ == "__main__":
    sys.exit(main())
