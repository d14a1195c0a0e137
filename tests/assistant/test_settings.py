"""Settings: the order of their sources, what is refused and how, what is hidden, and that all see the same."""

import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import app
from assistant.settings import AnswerSettings, ScreenSettings, Settings, known_keys, load_settings, read_settings
from assistant.settings_command import main, settings_of
from assistant.settings_table import MEANINGS, describe, mask, options_for, settings_page
from documents.options import read_options
from documents.records import BadInput
from documents.settings import FetchSettings, Limits
from index.__main__ import parser as index_parser
from index.__main__ import settings_of as index_settings_of
from index.settings import IndexSettings

ROOT = Path(__file__).resolve().parents[2]
SECRET = "http://thu:mat-khau@chroma.example:8000"


def test_without_any_source_every_value_is_the_records_default():
    assert load_settings({"PATH": "/bin", "CHROMA_URL": ""}, {}, {}) == Settings(
        IndexSettings(), ScreenSettings(), AnswerSettings(), Limits(), FetchSettings()
    )


def test_each_source_is_laid_over_the_one_before():
    file = {"model": "tệp", "batch_size": 2, "max_tokens": 64, "limits": {"pages": 7}, "fetch": {"hosts": ["a.vn"]}}
    environ = {"KHUYENCONG_MODEL": "biến", "KHUYENCONG_BATCH_SIZE": "3", "CHROMA_URL": "http://c:1"}
    loaded = load_settings(environ, file, {"model": "dòng lệnh", "answers.figure_floor": "0.25", "port": "81"})
    assert loaded == Settings(
        index=IndexSettings(model="dòng lệnh", batch_size=3, max_tokens=64, chroma_url="http://c:1"),
        screen=ScreenSettings(port=81),
        answers=replace(AnswerSettings(), figure_floor=0.25),
        limits=Limits(pages=7),
        fetch=FetchSettings(hosts=("a.vn",)),
    )
    assert dict(loaded.sources) == {
        "model": "tùy chọn --model",
        "batch_size": "biến KHUYENCONG_BATCH_SIZE",
        "max_tokens": "tệp settings.toml",
        "limits.pages": "tệp settings.toml",
        "fetch.hosts": "tệp settings.toml",
        "chroma_url": "biến CHROMA_URL",
        "answers.figure_floor": "tùy chọn --answers-figure-floor",
        "port": "tùy chọn --port",
    }


def test_an_empty_variable_is_not_set_but_an_empty_prefix_is_a_prefix():
    environ = {"KHUYENCONG_MODEL": "", "KHUYENCONG_PORT": "", "KHUYENCONG_QUERY_PREFIX": ""}
    assert load_settings(environ, {"query_prefix": "hỏi: "}, {}).index == IndexSettings(query_prefix="")


@pytest.mark.parametrize(
    ("environ", "file", "overrides", "said"),
    [
        (
            {"KHUYENCONG_MODLE": "x"},
            {},
            {},
            "Không có cài đặt này: biến môi trường KHUYENCONG_MODLE; gần nhất: KHUYENCONG_MODEL.",
        ),
        (
            {"KHUYENCONG_CHROMA_URL": SECRET},
            {},
            {},
            "Không có cài đặt này: biến môi trường KHUYENCONG_CHROMA_URL; gần nhất: CHROMA_URL.",
        ),
        ({}, {"prot": 1}, {}, "Không có cài đặt này: tệp settings.toml, prot; gần nhất: port."),
        (
            {},
            {"limits": {"page": 1}},
            {},
            "Không có cài đặt này: tệp settings.toml, limits.page; gần nhất: limits.pages.",
        ),
        (
            {},
            {"limts": {"pages": 1}},
            {},
            "Không có cài đặt này: tệp settings.toml, limts.pages; gần nhất: limits.pages.",
        ),
        ({}, {}, {"modell": "x"}, "Không có cài đặt này: tùy chọn --modell; gần nhất: model."),
        (
            {"KHUYENCONG_PORT": "tám"},
            {},
            {},
            "Cài đặt sai, biến KHUYENCONG_PORT: phải là số nguyên, không phải “tám”.",
        ),
        ({"KHUYENCONG_PORT": "70000"}, {}, {}, "Cài đặt sai, biến KHUYENCONG_PORT: port phải từ 1 đến 65535."),
        ({}, {"port": "80"}, {}, "Cài đặt sai, tệp settings.toml, port: phải là số nguyên."),
        ({}, {"port": True}, {}, "Cài đặt sai, tệp settings.toml, port: phải là số nguyên."),
        ({}, {"store": 5}, {}, "Cài đặt sai, tệp settings.toml, store: phải là chuỗi."),
        ({}, {"fetch": {"hosts": "a.vn"}}, {}, "Cài đặt sai, tệp settings.toml, fetch.hosts: phải là danh sách chuỗi."),
        (
            {},
            {"fetch": {"any_port": 1}},
            {},
            "Cài đặt sai, tệp settings.toml, fetch.any_port: phải là true hoặc false.",
        ),
        ({}, {}, {"batch_size": "0"}, "Cài đặt sai, --batch-size: batch_size phải từ 1 đến 1024."),
        ({}, {}, {"language": "fr"}, "Cài đặt sai, --language: phải là vi hoặc en, không phải “fr”."),
        ({}, {}, {"backend": "onnx"}, "Cài đặt sai, --backend: phải là openvino hoặc torch, không phải “onnx”."),
        ({}, {}, {"model": " "}, "Cài đặt sai, --model: model không được để trống."),
        ({}, {}, {"store": ""}, "Cài đặt sai, --store: không được để trống."),
        (
            {},
            {},
            {"answers.passage_floor": "1.5"},
            "Cài đặt sai, --answers-passage-floor: passage_floor phải từ 0 đến 1.",
        ),
        ({}, {"limits": {"seconds": float("nan")}}, {}, "limits.seconds: phải là số hữu hạn, không phải “nan”."),
        ({}, {"limits": {"pages": 0}}, {}, "Cài đặt sai, tệp settings.toml, limits.pages: pages phải lớn hơn 0."),
        ({"CHROMA_URL": "máy chủ mat-khau"}, {}, {}, "Cài đặt sai, biến CHROMA_URL: phải có dạng http://máy:cổng."),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_line_that_names_its_place(environ, file, overrides, said):
    with pytest.raises(BadInput) as refused:
        load_settings(environ, file, overrides)
    assert str(refused.value).endswith(said) and "\n" not in str(refused.value)
    assert "mat-khau" not in str(refused.value)


@pytest.mark.parametrize(("file", "overrides"), [({"chroma_url": SECRET}, {}), ({}, {"chroma_url": SECRET})])
def test_a_password_is_taken_from_the_environment_only(file, overrides):
    with pytest.raises(BadInput, match="mật khẩu chỉ được đặt trong biến môi trường CHROMA_URL") as refused:
        load_settings({}, file, overrides)
    assert "mat-khau" not in str(refused.value)
    assert load_settings({"CHROMA_URL": SECRET}, {}, {}).index.chroma_url == SECRET


def test_no_dump_shows_a_password(capsys, monkeypatch):
    loaded = load_settings({"CHROMA_URL": SECRET}, {}, {})
    shown = {row.name: (row.value, row.source) for row in describe(loaded)}
    assert shown["chroma_url"] == ("http://***@chroma.example:8000", "biến CHROMA_URL")
    monkeypatch.setenv("CHROMA_URL", SECRET)
    for form in ([], ["--json"], ["--markdown"], ["--for", "index"]):
        assert main(form) == 0
    said = capsys.readouterr().out + repr(loaded) + " ".join(options_for(loaded, "index"))
    assert "mat-khau" not in said and "thu:" not in said
    assert mask("https://c.example/v2?token=abc#d") == "https://c.example/v2?***"


def test_the_file_is_the_one_named_else_the_one_that_lies_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert read_settings({}, {}) == Settings()
    Path("settings.toml").write_text("port = 81\n", encoding="utf-8")
    Path("khac.toml").write_text('\ufefflanguage = "en"\n[limits]\npages = 9\n', encoding="utf-8")
    assert read_settings({}, {}) == Settings(screen=ScreenSettings(port=81))
    other = read_settings({}, {"KHUYENCONG_SETTINGS": "khac.toml"})
    assert other == Settings(screen=ScreenSettings(language="en"), limits=Limits(pages=9))
    assert dict(other.sources)["language"] == "tệp khac.toml"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "Không đọc được tệp cài đặt x.toml: cần tệp TOML mã UTF-8."),
        (b"\xff\xfe", "Không đọc được tệp cài đặt x.toml: cần tệp TOML mã UTF-8."),
        (b"port = \n", "Tệp cài đặt x.toml không đúng TOML: Invalid value (at line 1, column 8)"),
    ],
)
def test_a_named_file_that_cannot_be_read_is_said_in_one_line(tmp_path, monkeypatch, content, said):
    monkeypatch.chdir(tmp_path)
    if content is not None:
        Path("x.toml").write_bytes(content)
    with pytest.raises(BadInput) as refused:
        read_settings({}, {"KHUYENCONG_SETTINGS": "x.toml"})
    assert str(refused.value) == said


def test_every_setting_has_a_meaning_and_names_of_its_own():
    keys = known_keys()
    assert list(keys) == list(MEANINGS)
    assert len({key.variable for key in keys.values()}) == len({key.option for key in keys.values()}) == len(keys)


def test_docs_settings_is_what_the_code_says():
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert page == settings_page(), "run: python -m assistant settings --markdown > docs/settings.md"


def test_every_default_reads_back_from_its_own_text():
    page = settings_page()
    shown = re.findall(r"^\| `([^`]+)` \|.*\| `([^`]*)` \| [^|]+ \|$", page, re.MULTILINE)
    assert load_settings({}, {}, dict(shown)) == Settings()


ALL_INDEX = {
    "store": "kho riêng",
    "documents": "tài liệu",
    "model": "a/b",
    "revision": "r1",
    "backend": "torch",
    "query_prefix": "query: ",
    "passage_prefix": "",
    "max_tokens": "128",
    "batch_size": "4",
    "chroma_url": "http://c:1",
    "limits.pages": "9",
    "port": "81",
}


def test_the_index_reads_back_exactly_what_the_page_will_open(monkeypatch):
    monkeypatch.delenv("CHROMA_URL", raising=False)
    loaded = load_settings({}, {}, ALL_INDEX)
    handed = shlex.split(shlex.join(options_for(loaded, "index")))
    options = index_parser().parse_args(["build", *handed])
    assert index_settings_of(options) == loaded.index
    assert read_options(options, Limits, "limits_") == loaded.limits
    assert options_for(Settings(), "index") == []


def test_an_address_from_the_environment_reaches_the_index_by_the_environment(monkeypatch):
    monkeypatch.setenv("CHROMA_URL", SECRET)
    loaded = read_settings({})
    assert options_for(loaded, "index") == []
    assert index_settings_of(index_parser().parse_args(["status"])) == loaded.index


def test_the_page_takes_every_setting_as_an_option(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CHROMA_URL", raising=False)
    given = [f"{known_keys()[name].option}={text}" for name, text in ALL_INDEX.items()]
    assert settings_of(app.read_arguments(given)) == load_settings({}, {}, ALL_INDEX)


@pytest.mark.parametrize("command", [["app.py"], ["-m", "assistant", "ask", "x"], ["-m", "assistant", "settings"]])
def test_a_wrong_setting_ends_each_command_with_one_line_and_code_two(command):
    environ = {**os.environ, "KHUYENCONG_STOR": "x"}
    done = subprocess.run([sys.executable, *command], cwd=ROOT, env=environ, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Không có cài đặt này: biến môi trường KHUYENCONG_STOR; gần nhất: KHUYENCONG_STORE.\n"


def test_settings_as_json_is_one_row_a_line(capsys, monkeypatch):
    monkeypatch.setenv("KHUYENCONG_PORT", "81")
    assert main(["--json", "--language", "en"]) == 0
    rows = {row.pop("name"): row for row in map(json.loads, capsys.readouterr().out.splitlines())}
    assert list(rows) == list(known_keys())
    assert rows["port"] == {"value": "81", "source": "biến KHUYENCONG_PORT", "meaning": MEANINGS["port"]}
    assert rows["language"] == {"value": "en", "source": "tùy chọn --language", "meaning": MEANINGS["language"]}


STUB = """#!{python}
import json, os, sys
if sys.argv[1:3] == ["-m", "assistant.settings_command"]:
    os.execv({python!r}, [{python!r}, *sys.argv[1:]])
seen = {{name: value for name, value in os.environ.items() if name.startswith("KHUYENCONG_") or name == "CHROMA_URL"}}
with open({log!r}, "a", encoding="utf-8") as log:
    log.write(json.dumps([sys.argv[1:], seen]) + "\\n")
"""


def test_make_run_builds_and_opens_with_the_same_settings(tmp_path, monkeypatch):
    for name in ("KHUYENCONG_MODEL", "CHROMA_URL"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "bin").mkdir()
    (tmp_path / "x.toml").write_text('query_prefix = "query: "\nmodel = "tệp"\n', encoding="utf-8")
    log, stub, ready = tmp_path / "log", tmp_path / "bin" / "python", tmp_path / ".ready"
    stub.write_text(STUB.format(python=sys.executable, log=str(log)), encoding="utf-8")
    stub.chmod(0o755)
    ready.touch()
    given = ["MODEL=a/b", "STORE=kho", "PORT=81", f"CHROMA_URL={SECRET}", f"SETTINGS={tmp_path / 'x.toml'}"]
    make = ["make", "--no-print-directory", "run", f"VENV={tmp_path}", "KHUYENCONG_BATCH_SIZE=4", *given]
    done = subprocess.run(make, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    built, served = (json.loads(line) for line in log.read_text(encoding="utf-8").splitlines())
    assert built[0][:3] == ["-m", "index", "build"] and served[0] == ["app.py"]
    assert SECRET not in " ".join(built[0])
    opened = read_settings({}, served[1])
    monkeypatch.setenv("CHROMA_URL", built[1]["CHROMA_URL"])
    assert index_settings_of(index_parser().parse_args(built[0][2:])) == opened.index
    assert opened.index == IndexSettings(
        store=Path("kho"), model="a/b", query_prefix="query: ", batch_size=4, chroma_url=SECRET
    )
    assert opened.screen == ScreenSettings(port=81)
