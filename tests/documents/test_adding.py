"""Documents in and out of ``added/``: once each, whole or not at all, never outside the folder."""

import json
from pathlib import Path

import pytest

from documents import adding
from documents.adding import add_bytes, add_file, remove_document, safe_name
from documents.corpus import open_corpus
from documents.manifest import read_manifest
from documents.records import BadInput, ReadFailure

LAW = """QUỐC HỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
CHÍNH PHỦ
Số: 99/2027/NĐ-CP
Hà Nội, ngày 15 tháng 3 năm 2027
NGHỊ ĐỊNH
Về khuyến khích phát triển công nghiệp nông thôn

Điều 1. Phạm vi điều chỉnh
Nghị định này quy định về khuyến công.

Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành kể từ ngày 01 tháng 5 năm 2027.

Điều 3. Tổ chức thực hiện
Bộ Công Thương chịu trách nhiệm thi hành.
"""


def make(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def home(tmp_path) -> Path:
    folder = tmp_path / "tai-lieu"
    folder.mkdir()
    make(folder, "goc.txt", "Văn bản gốc của thư mục.")
    return folder


def ids(folder: Path) -> list[str]:
    return [source.id for source in open_corpus(folder).sources()]


def test_an_added_law_brings_its_own_facts(home, tmp_path):
    added = add_file(home, make(tmp_path, "nghi dinh 99.txt", LAW))
    source = added.source
    assert (added.outcome, source.id, source.kind, source.number) == (
        "added",
        "nghi dinh 99",
        "decree",
        "99/2027/NĐ-CP",
    )
    assert (source.issuer, source.date, source.in_force_from) == ("Chính phủ", "2027-03-15", "2027-05-01")
    assert open_corpus(home).document("nghi dinh 99").source == source


def test_what_the_reader_states_wins(home, tmp_path):
    added = add_file(
        home,
        make(tmp_path, "a.txt", LAW),
        {"id": "nd-99", "title": "Tên khác", "date": "2027-03-16", "amends": ["1/2001"]},
    )
    source = added.source
    assert (source.id, source.title, source.date, source.amends) == ("nd-99", "Tên khác", "2027-03-16", ("1/2001",))


@pytest.mark.parametrize("stated", [{"date": "16/3/2027"}, {"kind": "sách"}, {"nonsense": "x"}])
def test_a_stated_field_that_a_manifest_would_refuse_changes_nothing(home, tmp_path, stated):
    with pytest.raises(BadInput):
        add_file(home, make(tmp_path, "a.txt", LAW), stated)
    assert ids(home) == ["goc"]


def test_the_same_content_twice_is_one_document(home, tmp_path):
    first = add_file(home, make(tmp_path, "a.txt", LAW)).source
    again = add_file(home, make(tmp_path, "b.txt", LAW))
    assert (again.outcome, again.source) == ("same", first)
    assert add_file(home, make(tmp_path, "c.txt", "Văn bản gốc của thư mục.")).source.id == "goc"
    assert sorted(ids(home)) == ["a", "goc"]


def test_a_new_version_replaces_the_old_one_entirely(home, tmp_path):
    add_file(home, make(tmp_path, "a.txt", LAW))
    added = add_file(home, make(tmp_path, "a.txt", LAW.replace("99/2027", "98/2027")))
    assert (added.outcome, added.source.number) == ("replaced", "98/2027/NĐ-CP")
    assert sorted(path.name for path in (home / "added").glob("a.*")) == [Path(added.source.file).name]
    assert "98/2027" in open_corpus(home).document("a").text


@pytest.mark.parametrize("moment", ["file", "manifest"])
def test_a_full_disk_leaves_the_old_version_whole(home, tmp_path, monkeypatch, moment):
    add_file(home, make(tmp_path, "a.txt", LAW))
    before = sorted((path.name, path.read_bytes()) for path in (home / "added").iterdir())

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    if moment == "file":
        monkeypatch.setattr(adding.os, "fsync", full)
    else:
        calls: list[int] = []
        monkeypatch.setattr(adding.os, "fsync", lambda handle: full() if calls else calls.append(handle))
    with pytest.raises(ReadFailure, match="No space left"):
        add_file(home, make(tmp_path, "a.txt", LAW.replace("99/2027", "98/2027")))
    monkeypatch.undo()
    assert sorted((path.name, path.read_bytes()) for path in (home / "added").iterdir()) == before


def test_a_file_left_behind_by_a_killed_add_is_not_a_document(home, tmp_path):
    add_file(home, make(tmp_path, "a.txt", LAW))
    make(home / "added", "b.12345678.txt", "Dở dang.")
    assert sorted(ids(home)) == ["a", "goc"]


def test_an_added_document_takes_the_place_of_one_with_its_id_and_gives_it_back(home, tmp_path):
    make(home, "manifest.jsonl", json.dumps({"id": "goc", "file": "goc.txt"}) + "\n")
    add_file(home, make(tmp_path, "goc.txt", LAW))
    assert ids(home) == ["goc"]
    assert "99/2027" in open_corpus(home).document("goc").text
    remove_document(home, "goc")
    assert open_corpus(home).document("goc").text == "Văn bản gốc của thư mục."


def test_removing_takes_row_and_file(home, tmp_path):
    add_file(home, make(tmp_path, "a.txt", LAW))
    assert remove_document(home, "a").id == "a"
    assert read_manifest(home / "added" / "manifest.jsonl") == []
    assert list((home / "added").glob("*.txt")) == []


def test_only_added_documents_can_be_removed(home):
    with pytest.raises(BadInput, match="thuộc bộ tài liệu gốc"):
        remove_document(home, "goc")
    with pytest.raises(BadInput, match="không có tài liệu 'gox'; gần nhất: goc"):
        remove_document(home, "gox")
    assert not (home / "added").exists()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("..\\..\\windows\\a.txt", "a.txt"),
        (".ẩn.txt", "ẩn.txt"),
        ("a\x00b\n<c>.txt", "a-b-c-.txt"),
        ("Báo cáo quý I (bản 2).docx", "Báo cáo quý I (bản 2).docx"),
        ("đ" * 300 + ".pdf", "đ" * 60 + ".pdf"),
    ],
)
def test_a_name_is_only_a_name(name, safe):
    assert safe_name(name) == safe


@pytest.mark.parametrize("name", ["..", "///", "...", "\x00"])
def test_a_name_of_nothing_is_refused(name):
    with pytest.raises(BadInput, match="tên tệp không dùng được"):
        safe_name(name)


def test_an_id_cannot_leave_the_folder_either(home):
    added = add_bytes(home, "a.txt", LAW.encode(), {"id": "../../ngoai"})
    assert added.source.file.startswith("added/ngoai.")
    assert sorted(path.name for path in home.parent.iterdir()) == ["tai-lieu"]


def test_an_upload_is_judged_by_its_content(home):
    added = add_bytes(home, "trang.php", b"<html><body><p>" + "Một đoạn văn bản. ".encode() * 9 + b"</p></body></html>")
    assert added.source.file.endswith(".html")
    with pytest.raises(BadInput, match=r"^a\.txt: tệp nhị phân"):
        add_bytes(home, "a.txt", bytes(range(256)) * 9)


def test_a_link_in_place_of_the_folder_is_not_written_through(home, tmp_path):
    (home / "added").symlink_to(tmp_path)
    with pytest.raises(BadInput, match="liên kết tượng trưng"):
        add_bytes(home, "a.txt", LAW.encode())
