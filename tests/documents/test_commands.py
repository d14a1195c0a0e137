"""The commands as other programs call them: output, errors of one line, exit codes."""

import json
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from documents.__main__ import main
from documents.corpus import open_corpus

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path) -> Path:
    home = tmp_path / "tai-lieu"
    home.mkdir()
    (home / "a.txt").write_text("Tiêu đề\n\nNăm 2024, tỉnh có 29 đề án.", encoding="utf-8")
    return home


def run(capsys, *arguments: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    out, error = capsys.readouterr()
    return code, out, error


def test_show_prints_the_text_and_nothing_else(folder):
    done = subprocess.run(
        [sys.executable, "-m", "documents", "show", "a", "--documents", folder],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode() == "Tiêu đề\n\nNăm 2024, tỉnh có 29 đề án."


def test_show_as_json_has_text_blocks_and_sections(capsys, folder):
    code, out, _ = run(capsys, "show", "a", "--documents", folder, "--json")
    row = json.loads(out)
    assert (code, sorted(row)) == (0, ["blocks", "id", "sections", "source", "text", "warnings"])
    assert [(block["kind"], row["text"][block["start"] : block["end"]]) for block in row["blocks"]] == [
        ("heading", "Tiêu đề"),
        ("paragraph", "Năm 2024, tỉnh có 29 đề án."),
    ]
    assert row["sections"][-1]["end"] == len(row["text"])


def test_list_as_json_is_one_row_a_document(capsys, folder):
    (folder / "hong.pdf").write_bytes(b"%PDF-1.7")
    code, out, error = run(capsys, "list", "--documents", folder, "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert (code, [(row["id"], row["chars"], row["warnings"]) for row in rows]) == (0, [("a", 36, [])])
    assert error == "không đọc được hong.pdf: PDF hỏng, không mở được\n"


def test_check_is_silent_about_nothing(capsys, folder):
    assert run(capsys, "check", "--documents", folder)[0] == 0
    (folder / "rong.txt").write_bytes(b"")
    (folder / "b.txt").write_bytes((folder / "a.txt").read_bytes())
    rows = [
        {"id": "mat", "file": "mat.txt"},
        {"id": "a", "file": "a.txt", "sha256": "0" * 64, "date": "2024-05-02", "in_force_from": "2024-05-01"},
    ]
    (folder / "manifest.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    code, out, _ = run(capsys, "check", "--documents", folder)
    assert (code, out.splitlines()) == (
        1,
        [
            "a.txt: ngày hiệu lực 2024-05-01 sớm hơn ngày ban hành 2024-05-02",
            "a.txt: tệp đã thay đổi so với manifest (sha256 khác)",
            "b.txt: trùng nội dung với a.txt",
            "mat.txt: manifest có dòng 'mat' nhưng thiếu tệp",
            "rong.txt: tệp rỗng (0 byte)",
        ],
    )


def test_a_malformed_number_is_listed_with_its_place(capsys, tmp_path):
    (tmp_path / "a.txt").write_text("Kinh phí khuyến công năm 2023 là 1.2.34,5 tỷ đồng.\n", encoding="utf-8")
    code, out, _ = run(capsys, "check", "--documents", tmp_path)
    assert (code, out.splitlines()) == (
        1,
        ["a.txt: a: số viết sai “1.2.34,5 tỷ đồng” tại vị trí 33, không đưa vào bảng số liệu"],
    )


def test_our_own_documents_pass_the_check(capsys):
    assert run(capsys, "check", "--documents", ROOT / "documents")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["show", "b"], "lỗi: không có tài liệu 'b'\n"),
        (["remove", "a"], "lỗi: 'a' thuộc bộ tài liệu gốc, không phải tài liệu được thêm; lệnh này không xóa\n"),
        (["add", "khong-co.txt"], "lỗi: khong-co.txt: không tìm thấy tệp\n"),
        (["fetch", "http://vbpl.vn/a"], "lỗi: chỉ lấy tài liệu qua https, không phải http\n"),
    ],
)
def test_bad_input_is_one_line_and_code_2(capsys, folder, arguments, line):
    assert run(capsys, *arguments, "--documents", folder) == (2, "", line)


def test_wrong_options_are_one_line_too(capsys, tmp_path):
    with pytest.raises(SystemExit) as left:
        main(["show"])
    out, error = capsys.readouterr()
    line = "tham số không đúng: the following arguments are required: ID (xem python -m documents show --help)\n"
    assert (left.value.code, out, error) == (2, "", line)
    assert run(capsys, "list", "--documents", tmp_path / "x")[0] == 2


def test_adding_many_goes_on_past_a_bad_one(capsys, folder, tmp_path):
    (tmp_path / "mot.txt").write_text("Văn bản thứ nhất.", encoding="utf-8")
    (tmp_path / "hai.txt").write_bytes(b"")
    (tmp_path / "ba.txt").write_text("Văn bản thứ ba.", encoding="utf-8")
    files = [tmp_path / name for name in ("mot.txt", "hai.txt", "ba.txt")]
    code, out, error = run(capsys, "add", *files, "--documents", folder, "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert (code, [(row["outcome"], row["id"]) for row in rows]) == (2, [("added", "mot"), ("added", "ba")])
    assert error == "lỗi: hai.txt: tệp rỗng (0 byte)\n"


def test_a_folder_of_a_thousand_files_passes_through_a_small_memory(tmp_path):
    paragraph = "Năm 2024, tỉnh triển khai 29 đề án với tổng kinh phí 11,76 tỷ đồng cho các cơ sở. " * 6
    for number in range(1000):
        suffix, mark = (".txt", "") if number % 2 else (".md", "# ")
        text = f"{mark}Báo cáo số {number}\n\n" + f"{paragraph}\n\n" * 5
        (tmp_path / f"{number:04}{suffix}").write_text(text if number % 100 else "", encoding="utf-8")
    corpus = open_corpus(tmp_path)
    tracemalloc.start()
    chars = sum(len(document.text) for document in corpus.stream())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert chars > 2_400_000
    assert len(corpus.problems()) == 10
    assert peak < 1_200_000
