"""``python -m evals``: unknown parts are refused in one line, and every named part has a main."""

import contextlib
import importlib

from evals.__main__ import PARTS, USAGE, main


def test_an_unknown_part_is_refused_with_the_usage(capsys):
    assert main(["answer"]) == 2
    assert capsys.readouterr().err == f"unknown part 'answer'; {USAGE}\n"


def test_help_names_every_part(capsys):
    assert main(["--help"]) == 0
    printed = capsys.readouterr().out
    assert [part for part in PARTS if part not in printed] == []


def test_a_part_gets_the_rest_of_the_options(monkeypatch):
    module = importlib.import_module("evals.answers")
    given = []
    monkeypatch.setattr(module, "main", lambda argv: given.append(argv) or 1)
    assert main(["answers", "--part", "development"]) == 1
    assert given == [["--part", "development"]]


def test_all_gives_every_part_the_options_it_knows_and_the_worst_code(monkeypatch):
    given = {}

    def run_part(name: str, argv: list[str]) -> int:
        given[name] = argv
        return 2 if name == "answers" else 0

    monkeypatch.setattr("evals.__main__.run_part", run_part)
    assert main(["all", "--store", "s", "--documents", "d"]) == 2
    where = ["--store", "s", "--documents", "d"]
    assert given == {part: [] if part == "figures" else where for part in PARTS}


def test_every_part_knows_the_options_that_all_gives_it(capsys):
    missing = []
    for part in PARTS:
        with contextlib.suppress(SystemExit):
            importlib.import_module(f"evals.{part}").main(["--help"])
        options = ["--save"] if part == "figures" else ["--save", "--store", "--documents"]
        printed = capsys.readouterr().out
        missing += [f"{part} {option}" for option in options if option not in printed]
    assert missing == []
