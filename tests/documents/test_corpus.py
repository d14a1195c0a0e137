import hashlib
import json
import os
from pathlib import Path

import pytest

from documents.corpus import Problem, file_sha256, open_corpus
from documents.records import BadInput, ReadFailure

OWN = Path(__file__).resolve().parents[2] / "documents"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_five_articles_stand_first_under_their_file_names():
    assert [source.id for source in open_corpus(OWN).sources()][:5] == [
        "phia-bac-2022",
        "ca-nuoc-2017",
        "hai-duong-2014-2018",
        "mien-trung-tay-nguyen-2023",
        "phia-bac-2024",
    ]


def test_a_folder_without_a_manifest_gets_rows_from_its_files(tmp_path):
    write(
        tmp_path,
        "tinh/bao-cao.md",
        "---\ntitle: Báo cáo quý\nngay_ban_hanh: 15/05/2026\n---\n# A\n\nNội dung.",
    )
    corpus = open_corpus(tmp_path)
    assert [source.id for source in corpus.sources()] == ["bao-cao"]
    source = corpus.document("bao-cao").source
    assert (source.file, source.title, source.date) == ("tinh/bao-cao.md", "Báo cáo quý", "2026-05-15")


def test_two_files_of_one_stem_keep_apart_by_their_paths(tmp_path):
    write(tmp_path, "a/x.txt", "Một văn bản.")
    write(tmp_path, "b/x.txt", "Văn bản khác.")
    assert [source.id for source in open_corpus(tmp_path).sources()] == ["a-x.txt", "b-x.txt"]


def test_the_same_content_twice_is_one_document(tmp_path):
    write(tmp_path, "a.txt", "Một văn bản.")
    write(tmp_path, "b.txt", "Một văn bản.")
    corpus = open_corpus(tmp_path)
    assert [source.id for source in corpus.sources()] == ["a"]
    assert corpus.problems() == [Problem("b.txt", "trùng nội dung với a.txt")]


def test_stream_goes_on_past_what_cannot_be_read_and_names_it(tmp_path):
    write(tmp_path, "a.txt", "Một văn bản.")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(b"\x7fELF\x00\x00\x01")
    corpus = open_corpus(tmp_path)
    assert [document.id for document in corpus.stream()] == ["a"]
    assert corpus.problems() == [
        Problem("b.txt", "tệp rỗng (0 byte)"),
        Problem("c.txt", "tệp nhị phân, không phải văn bản"),
    ]


def test_a_manifest_row_without_its_file_is_a_problem_not_a_source(tmp_path):
    write(tmp_path, "manifest.jsonl", json.dumps({"id": "mat", "file": "mat.txt"}) + "\n")
    corpus = open_corpus(tmp_path)
    assert corpus.sources() == []
    assert corpus.problems() == [Problem("mat.txt", "manifest có dòng 'mat' nhưng thiếu tệp")]


def test_an_unknown_id_is_answered_with_the_nearest(tmp_path):
    write(tmp_path, "phia-bac-2024.txt", "Một văn bản.")
    with pytest.raises(BadInput, match="gần nhất: phia-bac-2024"):
        open_corpus(tmp_path).document("phia-bac-2023")


def test_links_are_named_and_not_followed(tmp_path):
    outside = write(tmp_path, "ngoai/bi-mat.txt", "Không được đọc.")
    folder = tmp_path / "tai-lieu"
    folder.mkdir()
    (folder / "lien-ket.txt").symlink_to(outside)
    (folder / "thu-muc").symlink_to(outside.parent)
    corpus = open_corpus(folder)
    assert corpus.sources() == []
    assert [problem.file for problem in corpus.problems()] == ["lien-ket.txt", "thu-muc"]


def test_a_pipe_among_the_files_is_named_and_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "ong.txt")
    assert open_corpus(tmp_path).problems() == [Problem("ong.txt", "không phải tệp thường")]
    assert file_sha256(tmp_path / "ong.txt") == hashlib.sha256(b"").hexdigest()


def test_the_fingerprint_follows_the_bytes_and_the_row(tmp_path):
    path = write(tmp_path, "a.txt", "Một văn bản.")
    first = open_corpus(tmp_path).fingerprint("a")
    assert open_corpus(tmp_path).fingerprint("a") == first
    path.write_text("Một văn bản khác.", encoding="utf-8")
    second = open_corpus(tmp_path).fingerprint("a")
    write(tmp_path, "manifest.jsonl", json.dumps({"id": "a", "file": "a.txt", "region": "phía Bắc"}))
    assert len({first, second, open_corpus(tmp_path).fingerprint("a")}) == 3


def test_a_file_changed_behind_its_manifest_row_carries_a_warning(tmp_path):
    write(tmp_path, "a.txt", "Một văn bản.")
    write(tmp_path, "manifest.jsonl", json.dumps({"id": "a", "file": "a.txt", "sha256": "0" * 64}))
    assert open_corpus(tmp_path).document("a").warnings == ("tệp đã thay đổi so với manifest (sha256 khác)",)


def test_blocks_lie_in_order_inside_the_text():
    for document in open_corpus(OWN).stream():
        ends = 0
        for block in document.blocks:
            assert ends <= block.start < block.end <= len(document.text)
            assert document.text[block.start : block.end].strip() == document.text[block.start : block.end]
            assert document.text[ends : block.start].strip() == ""
            ends = block.end


def test_a_file_without_permission_is_a_problem(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    write(tmp_path, "a.txt", "Một văn bản.")
    corpus = open_corpus(tmp_path)
    monkeypatch.setattr("documents.loaders.os.open", refuse)
    assert list(corpus.stream()) == []
    assert corpus.problems() == [Problem("a.txt", "không có quyền đọc tệp")]


def test_a_file_that_cannot_be_hashed_is_named_once_in_the_problems(tmp_path):
    path = write(tmp_path, "tinh/a.txt", "Năm 2024, tỉnh có 29 đề án.")
    corpus = open_corpus(tmp_path)
    path.unlink()
    with pytest.raises(ReadFailure):
        corpus.fingerprint("a")
    assert corpus.problems() == [Problem("tinh/a.txt", "tệp không còn ở đó")]
