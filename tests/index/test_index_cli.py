"""``python -m index`` as other programs call it: real processes, the real embedded model."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXTS = {
    "bac-2024": "Năm 2024, kế hoạch kinh phí khuyến công khu vực phía Bắc là 170,8 tỷ đồng.",
    "gom": "Làng nghề gốm Bát Tràng đổi mới công nghệ lò nung để tiết kiệm năng lượng.",
    "duong": "Tuyến đường liên xã dài 12,5 km được mở rộng năm 2020.",
}


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "index", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
    )


@pytest.fixture(scope="module")
def places(tmp_path_factory, model_store) -> list[str]:
    folder = tmp_path_factory.mktemp("cli")
    (folder / "documents").mkdir()
    (folder / "store").mkdir()
    (folder / "store" / "models").symlink_to(model_store.store / "models")
    for name, text in TEXTS.items():
        (folder / "documents" / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "documents" / "rong.txt").write_text("", encoding="utf-8")
    return ["--store", str(folder / "store"), "--documents", str(folder / "documents")]


@pytest.fixture(scope="module")
def built(places) -> subprocess.CompletedProcess[str]:
    return run("build", *places, "--json")


def test_build_prints_one_json_object_and_names_what_it_left_out(built):
    row = json.loads(built.stdout)
    assert built.returncode == 0
    assert (row["documents"], sorted(row["added"])) == (3, ["bac-2024", "duong", "gom"])
    assert [problem["file"] for problem in row["problems"]] == ["rong.txt"]
    assert built.stderr.splitlines() == [f"bỏ qua rong.txt: {row['problems'][0]['reason']}"]


def test_search_answers_each_line_of_a_file_in_the_contracts_shape(places, built, tmp_path):
    queries = tmp_path / "queries.jsonl"
    rows = [
        {"id": "q1", "question": "Kinh phí khuyến công phía Bắc?"},
        {"id": "q2", "query": "gom Bat Trang"},
        {"id": "q3", "question": ""},
        {"id": "q4", "question": "a" * 20_001},
    ]
    queries.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    done = run("search", *places, "--file", str(queries), "-k", "2", "--json")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0 and done.stderr == ""
    assert [(a["id"], a["query"], len(a["hits"])) for a in answers] == [
        ("q1", "Kinh phí khuyến công phía Bắc?", 2),
        ("q2", "gom Bat Trang", 2),
        ("q3", "", 0),
        ("q4", "a" * 20_000, 0),
    ]
    errors = ["câu hỏi trống", "câu hỏi dài 20.001 ký tự, quá giới hạn 20.000 ký tự"]
    assert [a.get("error") for a in answers] == [None, None, *errors]
    assert [a["hits"][0]["document"] for a in answers[:2]] == ["bac-2024", "gom"]
    hit = answers[0]["hits"][0]
    assert list(hit) == ["document", "passage", "locator", "start", "end", "score", "text"]
    assert (hit["text"], hit["start"], hit["end"]) == (TEXTS["bac-2024"], 0, len(TEXTS["bac-2024"]))
    assert hit["passage"] == f"bac-2024:0-{len(TEXTS['bac-2024'])}" and hit["locator"] == "đoạn 1"


def test_status_says_what_the_store_holds(places, built):
    row = json.loads(run("status", *places, "--json").stdout)
    assert (row["finished"], row["documents"], row["passages"], row["model"]) == (True, 3, 3, "embedded")
    assert [problem["file"] for problem in row["problems"]] == ["rong.txt"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["search", "--query", "x", "--store", "{tmp}/none"], "chưa được dựng: hãy chạy “python -m index build"),
        (["status", "--store", "{tmp}/none"], "chưa được dựng"),
        (["build", "--documents", "{tmp}/none", "--store", "{tmp}/s"], "không có thư mục tài liệu"),
        (["search", "{built}", "--query", "  "], "câu hỏi trống"),
        (["search", "{built}", "--query", "x", "-k", "0"], "-k phải từ 1 đến 1000"),
        (["search", "{built}", "--query", "x", "-k", "abc"], "argument -k: invalid int value: 'abc'"),
        (["search", "{built}"], "one of the arguments --query --file is required"),
        (["search", "{built}", "--query", "kinh phí " * 12_000], "dài 108.000 ký tự, quá giới hạn 20.000 ký tự"),
        (["search", "{built}", "--query", "khuy\udcff"], "argument --query: phải là chữ mã UTF-8"),
        (["search", "{built}", "--file", "{tmp}/none.jsonl"], "không có tệp này"),
        (["search", "{built}", "--file", "{tmp}/half.jsonl"], "dòng 1: cần một đối tượng JSON"),
        (["search", "{built}", "--file", "{tmp}/bad.jsonl"], "dòng 2: cần một đối tượng JSON"),
        (["search", "{built}", "--query", "x", "--model", "khac/mo-hinh"], "--rebuild"),
        (["build", "{built}", "--model", "khac/mo-hinh"], "--rebuild"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_two(places, built, tmp_path, arguments, said):
    (tmp_path / "half.jsonl").write_text('{"question": "\\ud800"}\n', encoding="utf-8")
    (tmp_path / "bad.jsonl").write_text('{"id": 1, "question": "a"}\n[1]\n', encoding="utf-8")
    filled: list[str] = []
    for argument in arguments:
        filled += places if argument == "{built}" else [argument.format(tmp=tmp_path)]
    done = run(*filled)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr and len(done.stderr.splitlines()) == 1


def test_a_store_that_cannot_be_written_is_a_failure_in_one_line(places):
    done = run("build", *places[2:], "--store", "/proc/khong-ghi-duoc")
    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1


def test_a_silent_chroma_server_is_a_failure_in_one_line(places, built):
    done = run("search", *places, "--query", "x", CHROMA_URL="http://127.0.0.1:9")
    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1
    assert "Chroma tại “http://127.0.0.1:9”" in done.stderr


def test_a_login_to_chroma_is_taken_from_the_environment_alone_and_never_printed(tmp_path):
    store = ["--store", str(tmp_path / "store"), "--documents", str(tmp_path)]
    typed = run("build", *store, "--chroma-url", "http://an:bi-mat@127.0.0.1:9")
    assert (typed.returncode, typed.stdout) == (2, "")
    assert typed.stderr == "--chroma-url: mật khẩu chỉ được đặt trong biến môi trường CHROMA_URL\n"
    silent = run("build", *store, "--json", CHROMA_URL="http://an:bi-mat@127.0.0.1:9")
    assert (silent.returncode, silent.stdout) == (1, "")
    assert silent.stderr.startswith("Chroma tại “http://127.0.0.1:9” không dùng được: ")
    assert "bi-mat" not in silent.stderr and silent.stderr.count("\n") == 1
