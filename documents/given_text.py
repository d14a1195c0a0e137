"""Text that someone hands in: on the command line, or as lines of JSON in a file.

It knows what makes such text unusable before anyone reads it: bytes that are no UTF-8, halves of
characters, JSON that is nested without end. It does not know what the text is for.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from documents.records import BadInput

_FAULTS: dict[type[Exception], str] = {
    FileNotFoundError: "không có tệp này",
    IsADirectoryError: "là thư mục",
    PermissionError: "không có quyền đọc",
    UnicodeDecodeError: "không phải mã UTF-8",
}


class OneLineParser(argparse.ArgumentParser):
    """argparse that tells a mistake in one line, without the usage, and ends with exit code 2."""

    def error(self, message: str) -> NoReturn:
        """Print the line and leave."""
        self.exit(2, f"tham số không đúng: {message} (xem {self.prog} --help)\n")


def given_text(text: str) -> str:
    """An option's text as it is; ArgumentTypeError where it is no Unicode text."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise argparse.ArgumentTypeError("phải là chữ mã UTF-8") from error
    return text


def read_json(line: str) -> Any:
    """The JSON value of one line; ValueError where it is none, is nested too deep or holds half a character."""
    try:
        value = json.loads(line)
        if "\\ud" in line.lower():
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except RecursionError as error:
        raise ValueError("lồng quá nhiều tầng") from error
    return value


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a UTF-8 file that hold anything, counted from 1; BadInput if it cannot be read.

    Only a line feed ends a line: JSON may hold the other line ends of Unicode as they are.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = next((words for kind, words in _FAULTS.items() if isinstance(error, kind)), "không mở được")
        raise BadInput(f"không đọc được tệp {path}: {reason}; cần tệp JSON lines mã UTF-8") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line
