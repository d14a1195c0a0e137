import pytest

from documents.records import Document, Source
from documents.structure import read_structure
from index.passages import as_node, cut, indexed_text
from index.tokens import words

LAW = """NGHỊ ĐỊNH
Về một việc

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi
Nghị định này quy định về một việc.

Điều 2. Mức hỗ trợ
1. Mức hỗ trợ cho cơ sở:
a) Một trăm triệu đồng cho cơ sở loại một;
b) Hai trăm triệu đồng cho cơ sở loại hai.
2. Mức hỗ trợ cho hợp tác xã là ba trăm triệu đồng.

Điều 3. Hiệu lực
Nghị định này có hiệu lực từ ngày ký.
"""


def count(texts):
    return [len(words(text)) for text in texts]


def document(text: str, kind: str = "other", title: str = "") -> Document:
    return Document(Source(id="mau", file="mau.txt", title=title, kind=kind), text, ())  # type: ignore[arg-type]


def cut_up(text: str, kind: str = "other", title: str = "", limit: int = 256):
    one = document(text, kind, title)
    passages = cut(one, read_structure(one), count, limit)
    assert all(one.text[p.start : p.end] == p.text for p in passages)
    assert [p.id for p in passages] == [f"mau:{p.start}-{p.end}" for p in passages]
    return passages


def test_a_law_gives_its_clauses_with_their_points_and_heading_path():
    passages = cut_up(LAW, "decree", "Nghị định mẫu")
    assert [(p.locator, p.text.split(".")[0].split(":")[0]) for p in passages if "Điều" in p.locator] == [
        ("Điều 1", "Điều 1"),
        ("khoản 1 Điều 2", "1"),
        ("khoản 2 Điều 2", "2"),
        ("Điều 3", "Điều 3"),
    ]
    clause = next(p for p in passages if p.locator == "khoản 1 Điều 2")
    assert clause.text.endswith("b) Hai trăm triệu đồng cho cơ sở loại hai.")
    assert clause.heading.split(" › ")[0] == "Nghị định mẫu"
    assert clause.heading.split(" › ")[-1] == "Điều 2. Mức hỗ trợ"


def test_a_clause_too_long_for_a_passage_gives_its_points():
    passages = cut_up(LAW, "decree", limit=16)
    locators = [p.locator for p in passages]
    assert [x for x in locators if x.startswith("điểm")] == ["điểm a khoản 1 Điều 2", "điểm b khoản 1 Điều 2"]
    assert "khoản 1 Điều 2" in locators


def test_short_paragraphs_are_joined_and_keep_both_ends_in_the_locator():
    passages = cut_up("Đoạn một ngắn.\n\nĐoạn hai ngắn.\n\n" + "dài " * 150)
    assert [(p.locator, count([p.text])[0]) for p in passages] == [("đoạn 1-2", 6), ("đoạn 3", 150)]


def test_a_long_paragraph_is_cut_between_sentences_into_like_parts():
    text = " ".join(f"Câu số {n} nói về kinh phí khuyến công của tỉnh trong năm." for n in range(40))
    passages = cut_up(text, limit=200)
    lengths = count([p.text for p in passages])
    assert len(passages) == 3 and max(lengths) <= 200 and min(lengths) > 120
    assert all(p.text.startswith("Câu số") and p.text.endswith("năm.") for p in passages)
    assert "".join(p.text for p in passages).replace(" ", "") == text.replace(" ", "")


def test_a_sentence_without_end_is_cut_so_that_nothing_is_lost():
    text = "chữ " * 2000
    passages = cut_up(text.strip(), limit=100)
    assert max(count([p.text for p in passages])) <= 100
    assert sum(count([p.text for p in passages])) == 2000


def test_text_without_a_single_space_still_ends():
    passages = cut_up("a" * 5000, limit=64)
    assert sum(len(p.text) for p in passages) == 5000


def test_an_empty_document_has_no_passages():
    assert cut_up("") == []


@pytest.mark.parametrize("title", ["", "Báo cáo tổng kết"])
def test_the_node_embeds_exactly_what_the_lexical_index_reads(title):
    from llama_index.core.schema import MetadataMode

    passage = cut_up("Một đoạn văn về khuyến công.", title=title)[0]
    node = as_node(passage)
    assert node.get_content(MetadataMode.EMBED) == indexed_text(passage)
    assert node.ref_doc_id == "mau"
