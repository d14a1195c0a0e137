"""The digests that come with the product: complete, labelled, and in our own words."""

import re
from pathlib import Path

import pytest

from documents.corpus import open_corpus
from documents.records import Document, Section
from documents.structure import read_structure

ROOT = Path(__file__).resolve().parents[2]
AS_ISSUED = ROOT / ".." / "shared" / "decree" / "nd-45-2012-as-issued.txt"
DIGESTS = ["nd-45-2012", "tt-46-2012", "ttlt-26-2014", "tt-36-2013", "tt-26-2014", "chuong-trinh-khuyen-cong"]


def opened(name: str) -> tuple[Document, list[Section]]:
    document = open_corpus(ROOT / "documents").document(name)
    return document, read_structure(document)


def legal_locators(sections: list[Section]) -> list[str]:
    return [one.locator for one in sections if one.kind in {"chapter", "article", "clause", "point"}]


@pytest.mark.parametrize("name", DIGESTS)
def test_every_digest_says_that_it_is_one_in_its_text_and_in_the_manifest(name: str):
    document, _ = opened(name)
    assert document.source.kind == "digest"
    assert document.source.title.startswith("Bản tóm lược")
    assert document.text.startswith("Bản tóm lược")
    assert "Bản tóm lược, không thay thế văn bản chính thức." in document.text


@pytest.mark.parametrize("name", DIGESTS[:-1])
def test_a_digest_of_a_legal_text_is_cut_into_its_articles(name: str):
    document, sections = opened(name)
    printed = re.findall(r"^Điều (\d+)\.", document.text, re.M)
    assert [one.number for one in sections if one.kind == "article"] == printed


def test_the_decree_digest_has_6_chapters_19_articles_54_clauses_and_49_points():
    _, sections = opened("nd-45-2012")
    kinds = [one.kind for one in sections]
    assert [kinds.count(kind) for kind in ("chapter", "article", "clause", "point")] == [6, 19, 54, 49]
    assert "điểm đ khoản 9 Điều 4" in legal_locators(sections)
    assert "điểm i khoản 1 Điều 16" in legal_locators(sections)


def test_each_sentence_of_a_clause_stands_alone():
    document, sections = opened("nd-45-2012")
    leaning = re.compile(r"(?:Việc này|Điều này|Khoản này|Nó|Họ|Những việc đó|Các việc đó|Trong đó|Ngoài ra|Theo đó)\b")
    for one in sections:
        if one.kind == "clause":
            body = re.sub(r"^\d+\.\s+", "", document.text[one.start : one.end])
            assert not [part for part in re.split(r"(?<=[.;])\s+", body) if leaning.match(part)]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nd-45-2012", "Điều 4 Nghị định 45/2012/NĐ-CP quy định 09 nhóm nội dung hoạt động khuyến công"),
        ("nd-45-2012", "Bộ trưởng Bộ Công Thương là người phê duyệt kế hoạch khuyến công quốc gia."),
        ("nd-45-2012", "Đối tượng áp dụng của Nghị định 45/2012/NĐ-CP gồm ba nhóm"),
        ("nd-45-2012", "Nghị định 45/2012/NĐ-CP có hiệu lực thi hành từ ngày 05/7/2012."),
        ("nd-45-2012", "được sửa đổi, bổ sung bởi Nghị định 235/2025/NĐ-CP ngày 27/8/2025"),
        ("tt-46-2012", "được sửa đổi, bổ sung bởi Thông tư 20/2017/TT-BCT ngày 29/9/2017"),
        ("ttlt-26-2014", "đã được thay thế bởi Thông tư 28/2018/TT-BTC ngày 28/3/2018"),
        ("chuong-trinh-khuyen-cong", "Quyết định 2646/QĐ-BCT ngày 23/9/2025"),
    ],
)
def test_the_facts_that_readers_ask_for_are_stated(name: str, sentence: str):
    assert sentence in opened(name)[0].text


def test_every_old_cap_is_called_old():
    document, sections = opened("ttlt-26-2014")
    points = [one for one in sections if one.kind == "point" and one.locator.endswith("khoản 2 Điều 6")]
    assert len(points) == 17
    for one in points:
        assert re.search(r"cũ", document.text[one.start : one.end])


@pytest.mark.skipif(not AS_ISSUED.exists(), reason="../shared/decree is not here")
def test_the_digest_has_the_structure_of_the_decree_and_none_of_its_sentences():
    text = AS_ISSUED.read_text(encoding="utf-8")
    document, sections = opened("nd-45-2012")
    issued = read_structure(Document(document.source, text, ()))
    assert legal_locators(sections) == legal_locators(issued)
    sentences = {
        sentence.strip(" .;:")
        for line in text.splitlines()
        if not re.match(r"(?:Điều|Chương) ", line)
        for sentence in re.split(r"(?<=[.;:])\s+", re.sub(r"^(?:\d+\.|[a-zđ]\))\s+", "", line.strip()))
    }
    copied = [sentence for sentence in sentences if len(sentence.split()) >= 8 and sentence in document.text]
    assert copied == []


@pytest.mark.skipif(not AS_ISSUED.exists(), reason="../shared/decree is not here")
def test_the_digest_keeps_every_number_date_and_reference_of_the_decree():
    text = AS_ISSUED.read_text(encoding="utf-8")
    digest = opened("nd-45-2012")[0].text
    numbers = {"134/2004/NĐ-CP", "45/2012/NĐ-CP", "05 năm"}
    assert all(number in text and number in digest for number in numbers)
    assert "05/7/2012" in digest and "09/6/2004" in digest and "21/5/2012" in digest
    assert "loại 2 và loại 3" in digest and "thành phố loại 1" in digest
