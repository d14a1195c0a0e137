import hashlib
import json
from pathlib import Path

import pytest

from documents.manifest import facts_from_meta, fill_source, read_manifest, row_of, write_manifest
from documents.records import BadInput, Source

OWN = Path(__file__).resolve().parents[2] / "documents"
ARTICLES = {
    "phia-bac-2022": ("", "", "", "phía Bắc"),
    "ca-nuoc-2017": ("2018-02-01", "NQ", "", "cả nước"),
    "hai-duong-2014-2018": ("2019-06-24", "Nguyễn Hồng Chuyến", "Sở Công Thương Hải Dương", "Hải Dương"),
    "mien-trung-tay-nguyen-2023": ("2023-10-28", "NGUYỄN QUANG", "Báo Quảng Nam", "miền Trung - Tây Nguyên"),
    "phia-bac-2024": ("2024-05-20", "Anh Thư", "Sản xuất và tiêu dùng bền vững", "phía Bắc"),
}


def test_the_rows_of_the_articles_say_what_their_pages_say():
    rows = {row.id: row for row in read_manifest(OWN / "manifest.jsonl")}
    assert {id: (rows[id].date, rows[id].author, rows[id].publisher, rows[id].region) for id in ARTICLES} == ARTICLES


def test_every_row_has_its_file_with_its_hash():
    for row in read_manifest(OWN / "manifest.jsonl"):
        assert hashlib.sha256((OWN / row.file).read_bytes()).hexdigest() == row.sha256, row.id


def test_what_is_written_is_read_back(tmp_path):
    sources = [
        Source(id="a", file="a.txt", title="Tên", date="2024-05-20", amends=("1/2001/NĐ-CP",), kind="decree"),
        Source(id="b", file="b/c.pdf"),
    ]
    write_manifest(tmp_path / "manifest.jsonl", sources)
    assert read_manifest(tmp_path / "manifest.jsonl") == sources
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.jsonl"]


def test_no_manifest_is_no_rows(tmp_path):
    assert read_manifest(tmp_path / "manifest.jsonl") == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "dòng 2 không hợp lệ"),
        ("[]", "mỗi dòng phải là một đối tượng JSON"),
        ('{"id": "b", "file": "b.txt", "colour": "red"}', "khóa không biết: colour"),
        ('{"id": "b"}', "thiếu id hoặc file"),
        ('{"id": "b", "file": "b.txt", "kind": "sách"}', "kind phải là một trong"),
        ('{"id": "b", "file": "b.txt", "date": "20/05/2024"}', "date phải là ngày dạng 2024-05-20"),
        ('{"id": "b", "file": "b.txt", "amends": "1"}', "amends phải là danh sách chuỗi"),
        ('{"id": "b", "file": "b.txt", "title": 1}', "title phải là chuỗi"),
        ('{"id": "b", "file": "../b.txt"}', "file phải nằm trong thư mục tài liệu"),
        ('{"id": "b", "file": "/etc/passwd"}', "file phải nằm trong thư mục tài liệu"),
        ('{"id": "a", "file": "b.txt"}', "mã tài liệu bị lặp: a"),
    ],
)
def test_a_wrong_row_is_named(tmp_path, line, reason):
    path = tmp_path / "manifest.jsonl"
    path.write_text(json.dumps({"id": "a", "file": "a.txt"}) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(BadInput, match=reason):
        read_manifest(path)


def test_vietnamese_heads_of_files_become_fields():
    assert facts_from_meta(
        {
            "so_hieu": "154/2026/NĐ-CP",
            "loai_van_ban": "Nghị định",
            "ngay_ban_hanh": "15/05/2026",
            "ngay_hieu_luc": "không rõ",
            "thay_the": "1/2001/NĐ-CP; 2/2002/NĐ-CP",
            "sha256": "x",
            "docid": "218230",
        }
    ) == {
        "number": "154/2026/NĐ-CP",
        "kind": "decree",
        "date": "2026-05-15",
        "replaces": ("1/2001/NĐ-CP", "2/2002/NĐ-CP"),
    }


def test_filling_never_overrides():
    source = Source(id="a", file="a.txt", title="Có sẵn", kind="digest")
    filled = fill_source(source, {"title": "Khác", "kind": "decree", "issuer": "Chính phủ"})
    assert (filled.title, filled.kind, filled.issuer) == ("Có sẵn", "digest", "Chính phủ")


def test_a_row_as_json_has_every_field():
    assert row_of(Source(id="a", file="a.txt"))["amends"] == []
