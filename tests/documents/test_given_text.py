"""What is handed in on the command line or as JSON lines, and is refused before anyone reads it."""

import argparse
import json

import pytest

from documents.given_text import OneLineParser, given_text, read_json, read_lines
from documents.records import BadInput


def test_a_mistaken_option_is_one_line_without_the_usage(capsys):
    parser = OneLineParser(prog="python -m x")
    parser.add_subparsers(dest="command").add_parser("search").add_argument("-k", type=int)
    with pytest.raises(SystemExit) as left:
        parser.parse_args(["search", "-k", "abc"])
    line = "tham số không đúng: argument -k: invalid int value: 'abc' (xem python -m x search --help)\n"
    assert (left.value.code, capsys.readouterr().err) == (2, line)


def test_bytes_that_are_no_utf8_are_refused_and_text_is_kept():
    assert given_text("khuyến công") == "khuyến công"
    with pytest.raises(argparse.ArgumentTypeError, match=r"^phải là chữ mã UTF-8$"):
        given_text(b"khuy\xff".decode("utf-8", "surrogateescape"))


@pytest.mark.parametrize("line", ["{", "[" * 200_000, r'{"question": "\ud800 kinh phí"}'])
def test_json_that_cannot_be_used_is_a_value_error(line):
    with pytest.raises(ValueError):
        read_json(line)


def test_a_character_written_as_two_halves_is_one_character():
    assert read_json(r'{"question": "\ud83d\ude00"}') == {"question": "\U0001f600"}


def test_a_line_separator_inside_a_string_does_not_end_the_line(tmp_path):
    path = tmp_path / "q.jsonl"
    row = {"question": "khuyến\u2028công\u0085là gì"}
    path.write_text(json.dumps(row, ensure_ascii=False) + "\r\n\n[1]\n", encoding="utf-8-sig")
    assert [(number, read_json(line)) for number, line in read_lines(path)] == [(1, row), (3, [1])]


@pytest.mark.parametrize(
    ("name", "reason"), [("none", "không có tệp này"), (".", "là thư mục"), ("a", "không phải mã")]
)
def test_a_file_that_cannot_be_read_says_why(tmp_path, name, reason):
    (tmp_path / "a").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadInput, match=reason):
        list(read_lines(tmp_path / name))
