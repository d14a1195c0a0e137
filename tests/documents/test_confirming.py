"""Confirming what was read of an added text: the row becomes what the reader says, whole or not at all."""

import json
from pathlib import Path

import pytest

from documents.__main__ import main
from documents.adding import add_file
from documents.confirming import confirm_document
from documents.corpus import open_corpus
from documents.manifest import read_manifest
from documents.records import BadInput, Source
from documents.validity import superseded_digests, validity_notices

TEXT = """CHÍNH PHỦ
Số: 12/2024/NĐ-CP
Hà Nội, ngày 05 tháng 02 năm 2024
NGHỊ ĐỊNH
VỀ HỖ TRỢ CƠ SỞ CHẾ BIẾN
Điều 1. Phạm vi
Nghị định này quy định việc hỗ trợ cơ sở chế biến.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành kể từ ngày 20 tháng 3 năm 2024 và thay thế Nghị định số 57/2018/NĐ-CP.
"""
READ = ("title", "kind", "number", "issuer", "date", "in_force_from", "replaces")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    file = tmp_path / "nghi-dinh.txt"
    file.write_text(TEXT, encoding="utf-8")
    add_file(tmp_path / "documents", file)
    return tmp_path / "documents"


def row(folder: Path) -> Source:
    return read_manifest(folder / "added" / "manifest.jsonl")[0]


def test_what_is_read_from_an_added_text_is_unconfirmed_but_not_what_is_stated(folder, tmp_path):
    assert row(folder).unconfirmed == READ
    add_file(folder, tmp_path / "nghi-dinh.txt", {"id": "nghi-dinh", "number": "12/2024/NĐ-CP", "title": "Nghị định"})
    assert row(folder).unconfirmed == ("kind", "issuer", "date", "in_force_from", "replaces")


def test_a_file_of_the_readers_own_folder_is_marked_too(tmp_path):
    (tmp_path / "nghi-dinh.txt").write_text(TEXT, encoding="utf-8")
    assert open_corpus(tmp_path).document("nghi-dinh").source.unconfirmed == READ


def test_confirming_as_read_changes_nothing_but_the_mark(folder):
    before = row(folder)
    after = confirm_document(folder, "nghi-dinh", {})
    assert after.unconfirmed == () and after.file == f"added/{before.file}"
    assert row(folder) == Source(**{**fields(before), "unconfirmed": ()})
    assert open_corpus(folder).document("nghi-dinh").source == after


def fields(source: Source) -> dict[str, object]:
    return {name: getattr(source, name) for name in source.__slots__}


def test_corrections_are_written_with_local_dates_lists_and_cleared_fields(folder):
    values = {
        "number": " 13/2024/NĐ-CP\n",
        "in_force_from": "1/4/2024",
        "in_force_to": "2030-12-31",
        "replaces": "",
        "amends": "Nghị định 45/2012/NĐ-CP\n\n  Nghị định 80/2021/NĐ-CP ",
    }
    confirm_document(folder, "nghi-dinh", values)
    found = row(folder)
    assert (found.number, found.in_force_from, found.in_force_to) == ("13/2024/NĐ-CP", "2024-04-01", "2030-12-31")
    assert found.replaces == () and found.amends == ("Nghị định 45/2012/NĐ-CP", "Nghị định 80/2021/NĐ-CP")
    assert found.title == "Nghị định 12/2024/NĐ-CP về hỗ trợ cơ sở chế biến"


def test_a_corrected_number_makes_the_digest_step_aside_and_drops_the_mark_from_the_warnings(folder):
    digest = Source("tom-luoc", "t.md", kind="digest", number="13/2024/NĐ-CP", digest_of="13/2024/NĐ-CP")
    assert superseded_digests([digest, row(folder)]) == frozenset()
    assert validity_notices(row(folder)) == (
        "Số, ký hiệu, ngày ban hành, ngày có hiệu lực của Nghị định 12/2024/NĐ-CP được đọc từ văn bản, "
        "chưa được xác nhận.",
    )
    confirm_document(folder, "nghi-dinh", {"number": "13/2024/NĐ-CP"})
    assert superseded_digests([digest, row(folder)]) == frozenset({"tom-luoc"})
    assert validity_notices(row(folder)) == ()


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"date": "31/02/2024"}, r"^ngày ban hành phải ghi dạng 31/01/2013 hoặc 2013-01-31, không phải “31/02/2024”$"),
        ({"date": "hôm qua"}, r"^ngày ban hành phải ghi dạng 31/01/2013 hoặc 2013-01-31, không phải “hôm qua”$"),
        ({"title": " "}, r"^tiêu đề không được để trống$"),
        ({"kind": "truyện"}, r"^kind phải là một trong: article, law, "),
        ({"in_force_to": "2024-03-01"}, r"^ngày hết hiệu lực không được trước ngày có hiệu lực$"),
        ({"issuer": "x" * 2001}, r"^cơ quan ban hành dài quá 2000 ký tự$"),
        ({"file": "../x"}, r"^không sửa được trường file; chỉ sửa được: title, kind, "),
    ],
)
def test_a_wrong_value_gets_one_line_and_changes_nothing(folder, values, told):
    before = (folder / "added" / "manifest.jsonl").read_bytes()
    with pytest.raises(BadInput, match=told):
        confirm_document(folder, "nghi-dinh", values)
    assert (folder / "added" / "manifest.jsonl").read_bytes() == before


def test_only_an_added_document_can_be_confirmed(folder, tmp_path):
    (folder / "rieng.txt").write_text("Một bài viết khác về máy xay xát.", encoding="utf-8")
    with pytest.raises(BadInput, match=r"thuộc bộ tài liệu gốc, không phải tài liệu được thêm; lệnh này không sửa$"):
        confirm_document(folder, "rieng", {})
    with pytest.raises(BadInput, match=r"^không có tài liệu 'nghi-din'; gần nhất: nghi-dinh"):
        confirm_document(folder, "nghi-din", {})


def test_the_command_confirms_corrects_and_lists_what_is_open(folder, capsys):
    base = ["--documents", str(folder)]
    assert main(["list", *base]) == 0
    assert "đọc từ văn bản, chưa xác nhận: tiêu đề, loại tài liệu, số, ký hiệu," in capsys.readouterr().out
    assert main(["confirm", "nghi-dinh", *base, "--in-force-from", "01/4/2024", "--replaces", "", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["outcome"] == "confirmed" and said["id"] == "nghi-dinh"
    assert (said["in_force_from"], said["replaces"], said["unconfirmed"]) == ("2024-04-01", [], [])
    assert main(["list", *base]) == 0
    assert "chưa xác nhận" not in capsys.readouterr().out
    assert main(["confirm", "nghi-dinh", *base, "--date", "x"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
