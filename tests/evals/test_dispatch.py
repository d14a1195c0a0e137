"""``python -m evals``: unknown parts are refused in one line, and every named part has a main."""

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
