"""References to the law as people type them, and the section or source they name."""

from pathlib import Path

import pytest

from documents.legal_references import (
    LegalReference,
    find_section,
    match_source,
    match_sources,
    parse_locator,
    read_references,
    same_number,
)
from documents.records import Block, Document, Section, Source
from documents.structure import read_structure

DIGEST = Path(__file__).resolve().parents[2] / "documents" / "legal" / "nd-45-2012.md"


def parts(text: str) -> list[tuple[str, str, str, str, str]]:
    return [(r.point, r.clause, r.article, r.kind, r.number) for r in read_references(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Điều 4 khoản 3 Nghị định 45 nói gì?", [("", "3", "4", "Nghị định", "45")]),
        ("khoản 2, Điều 5 của NĐ 45/2012/NĐ-CP", [("", "2", "5", "Nghị định", "45/2012/NĐ-CP")]),
        ("điểm đ khoản 9 điều 4", [("đ", "9", "4", "", "")]),
        ("dieu 4 khoan 3 nghi dinh 45 noi gi", [("", "3", "4", "Nghị định", "45")]),
        ("diem a khoan 2 dieu 1 nd 45/2012", [("a", "2", "1", "Nghị định", "45/2012")]),
        ("TT 46/2012 quy định gì?", [("", "", "", "Thông tư", "46/2012")]),
        ("TTLT 26/2014 Điều 6", [("", "", "6", "Thông tư liên tịch", "26/2014")]),
        ("Nghị định số 45/2012/NĐ-CP ngày 21/5/2012", [("", "", "", "Nghị định", "45/2012/NĐ-CP")]),
        ("What does Article 4 clause 3 of Decree 45 say?", [("", "3", "4", "Nghị định", "45")]),
        (
            "các điểm a và b khoản 2 Điều 1 Nghị định này",
            [("a", "2", "1", "Nghị định", "này"), ("b", "2", "1", "Nghị định", "này")],
        ),
        (
            "Điều 7, Điều 8 của Nghị định này",
            [("", "", "7", "Nghị định", "này"), ("", "", "8", "Nghị định", "này")],
        ),
        ("khoản 1 và 2 của Điều này", [("", "1", "này", "", ""), ("", "2", "này", "", "")]),
        (
            "điểm a khoản 1 Điều 2 và khoản 3 Điều 4 NĐ 45",
            [("a", "1", "2", "Nghị định", "45"), ("", "3", "4", "Nghị định", "45")],
        ),
        ("Khoản 7,2 tỷ đồng mỗi năm đem lại gì, khoản 900 triệu nữa?", []),
        ("khoản 1,2 Điều 5", [("", "1", "5", "", ""), ("", "2", "5", "", "")]),
        ("Điều kiện hỗ trợ là gì, khoản vay nào, điểm mới nào?", []),
        ("Năm 2024 phía Bắc có 45 đề án", []),
    ],
)
def test_references_as_people_write_them(text: str, expected: list[tuple[str, str, str, str, str]]):
    assert parts(text) == expected


def test_a_law_cited_by_its_name_keeps_the_name_and_the_span():
    text = "theo khoản 3 Điều 9 Luật Tiếp công dân và quy định khác"
    assert read_references(text) == [
        LegalReference("9", "3", "", "Luật", "", 5, 38, name="Luật Tiếp công dân"),
    ]
    assert text[5:38] == "khoản 3 Điều 9 Luật Tiếp công dân"


@pytest.fixture(scope="module")
def sections() -> list[Section]:
    text = DIGEST.read_text(encoding="utf-8")
    return read_structure(Document(Source("nd-45-2012", "x.md", kind="digest"), text, ()))


def found(sections: list[Section], text: str) -> str | None:
    reference = parse_locator(text)
    assert reference is not None
    section = find_section(sections, reference)
    return section.locator if section else None


def test_a_reference_goes_straight_to_its_section(sections: list[Section]):
    assert found(sections, "Điều 4 khoản 3 Nghị định 45") == "khoản 3 Điều 4"
    assert found(sections, "điểm đ khoản 9 điều 4") == "điểm đ khoản 9 Điều 4"
    assert found(sections, "chương III nghị định 45") == "Chương III"
    assert found(sections, "Điều 12") == "Điều 12"


def test_a_section_that_is_not_there_is_not_found(sections: list[Section]):
    assert found(sections, "Điều 20 Nghị định 45") is None
    assert found(sections, "khoản 10 Điều 4 Nghị định 45") is None
    assert found(sections, "điểm d khoản 2 Điều 1") is None


def test_this_article_is_resolved_from_where_the_reference_stands(sections: list[Section]):
    here = next(at for at, one in enumerate(sections) if one.locator == "khoản 3 Điều 6")
    reference = parse_locator("khoản 1 Điều này")
    assert reference is not None
    section = find_section(sections, reference, here)
    assert section is not None and section.locator == "khoản 1 Điều 6"
    alone = parse_locator("khoản 2")
    assert alone is not None
    assert find_section(sections, alone) is None
    assert find_section(sections, alone, here) == next(s for s in sections if s.locator == "khoản 2 Điều 6")


SOURCES = [
    Source("tom-luoc", "a.md", kind="digest", number="45/2012/NĐ-CP", digest_of="45/2012/NĐ-CP"),
    Source("chinh-thuc", "b.docx", kind="decree", number="45/2012/NĐ-CP"),
    Source("tt", "c.docx", kind="circular", number="45/2014/TT-BCT"),
    Source("ttlt", "d.md", kind="digest", number="26/2014/TTLT-BTC-BCT"),
    Source("tt-26", "e.md", kind="digest", number="26/2014/TT-BCT"),
]


def source_of(text: str) -> str | None:
    reference = parse_locator(text)
    assert reference is not None
    source = match_source(SOURCES, reference)
    return source.id if source else None


def test_a_number_in_part_names_its_source_and_the_official_text_before_the_digest():
    assert source_of("Nghị định 45") == "chinh-thuc"
    assert source_of("nd 45/2012") == "chinh-thuc"
    assert source_of("Thông tư 45") == "tt"
    assert source_of("Thông tư liên tịch 26/2014") == "ttlt"
    assert source_of("Nghị định 46") is None
    assert [source.id for source in match_sources(SOURCES, LegalReference(number="45"))] == [
        "chinh-thuc",
        "tt",
        "tom-luoc",
    ]


def test_an_ambiguous_number_names_no_source():
    assert match_source(SOURCES, LegalReference(number="45")) is None


def test_thong_tu_26_2014_is_the_circular_and_not_the_joint_one():
    assert source_of("Thông tư 26/2014") == "tt-26"


def test_numbers_match_by_their_beginning_only():
    assert same_number("45", "45/2012/NĐ-CP")
    assert same_number("45/2012/nd-cp", "45/2012/NĐ-CP")
    assert same_number("1881/QĐ-TTg", "1881/QĐ-TTg")
    assert not same_number("45/2013", "45/2012/NĐ-CP")
    assert not same_number("4", "45/2012/NĐ-CP")


def test_what_follows_a_laws_name_and_goes_up_to_its_own_article_is_another_reference():
    text = "Điều 4 Nghị định 45/2012/NĐ-CP và khoản 1 Điều 2 Nghị định này"
    assert [(r.clause, r.article, r.number, text[r.start : r.end]) for r in read_references(text)] == [
        ("", "4", "45/2012/NĐ-CP", "Điều 4 Nghị định 45/2012/NĐ-CP"),
        ("1", "2", "này", "khoản 1 Điều 2 Nghị định này"),
    ]
    late = read_references("Điều 4 Nghị định 45/2012/NĐ-CP điểm b khoản 2")
    assert [(r.point, r.clause, r.article) for r in late] == [("b", "2", "4")]


def test_two_laws_one_behind_the_other_are_read_whatever_is_named_of_the_first():
    found = read_references("Khoản 4 Điều 8 Thông tư 23/2017/TT-BKHĐT theo Thông tư 27/2020")
    assert [(one.article, one.clause, one.number) for one in found] == [
        ("8", "4", "23/2017/TT-BKHĐT"),
        ("", "", "27/2020"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Khoản 1 Điều 5 Quy chế kèm theo Quyết định 38/2021/QĐ-UBND", ("5", "1", "QUY CHẾ", "38/2021/QĐ-UBND")),
        ("Điều 13 khoản 4 Quy chế làng nghề (QĐ 38/2021/QĐ-UBND)", ("13", "4", "QUY CHẾ", "38/2021/QĐ-UBND")),
        ("Điều 5 Quy định ban hành kèm theo Quyết định 12/2020/QĐ-UBND", ("5", "", "QUY ĐỊNH", "12/2020/QĐ-UBND")),
        ("Điều 5 quy định gì", ("5", "", "", "")),
        ("Điều 4 Quy chế", ("4", "", "QUY CHẾ", "")),
    ],
)
def test_an_article_of_rules_that_a_decision_issues(text: str, expected: tuple[str, str, str, str]):
    assert [(one.article, one.clause, one.annex, one.number) for one in read_references(text)] == [expected]


def test_rules_only_spoken_of_are_no_reference():
    assert read_references("Quy chế quản lý kinh phí khuyến công") == []


def test_the_rules_article_is_found_and_not_the_decisions_own():
    law = (
        "QUYẾT ĐỊNH\nBan hành Quy chế\nĐiều 1. Ban hành Quy chế.\nĐiều 2. Có hiệu lực ngay.\nQUY CHẾ\nVề làng nghề\n"
        "(Ban hành kèm theo Quyết định số 38/2021/QĐ-UBND)\nĐiều 1. Phạm vi\nVề làng nghề.\nĐiều 2. Tiêu chí\n"
        "1. Có 25% số hộ.\n2. Ổn định 03 năm.\n"
    )
    source = Source("qd", "qd.txt", kind="decision", number="38/2021/QĐ-UBND")
    lines, at = [], 0
    for line in law.splitlines(keepends=True):
        lines.append(Block("paragraph", at, at + len(line.rstrip())))
        at += len(line)
    sections = read_structure(Document(source, law, tuple(lines)))
    (rule,) = read_references("Khoản 1 Điều 2 Quy chế kèm theo Quyết định 38/2021/QĐ-UBND")
    (own,) = read_references("Điều 2 Quyết định 38/2021/QĐ-UBND")
    found, decision = find_section(sections, rule), find_section(sections, own)
    assert found is not None and law[found.start : found.end].startswith("1. Có 25%")
    assert decision is not None and "hiệu lực" in law[decision.start : decision.end]


def test_rules_saved_without_their_name_are_the_articles_themselves():
    text = "QUY CHẾ\nĐiều 1. Phạm vi\nLàng nghề.\nĐiều 2. Tiêu chí\n1. Có 25% số hộ.\n2. Ổn định.\n"
    lines, at = [], 0
    for line in text.splitlines(keepends=True):
        lines.append(Block("paragraph", at, at + len(line.rstrip())))
        at += len(line)
    sections = read_structure(Document(Source("qd", "qd.txt", kind="decision"), text, tuple(lines)))
    sections = [section for section in sections if section.kind != "annex"]
    (rule,) = read_references("Khoản 1 Điều 2 Quy chế kèm theo Quyết định 38/2021/QĐ-UBND")
    found = find_section(sections, rule)
    assert found is not None and text[found.start : found.end].startswith("1. Có 25%")
