"""Sentence spans: exact, unglued, and whole around abbreviations and decimals."""

import pytest

from documents.records import Block, Document, Source
from documents.sentences import find_sentences, read_sentences

CASES = [
    ("được đẩy mạnh.Các địa phương đạt 5.", ["được đẩy mạnh.", "Các địa phương đạt 5."]),
    ("cắt giảm 50%.Trong đó có 3 đề án.", ["cắt giảm 50%.", "Trong đó có 3 đề án."]),
    ("Kết thúc năm 2021.Năm 2022 tiếp tục.", ["Kết thúc năm 2021.", "Năm 2022 tiếp tục."]),
    ("Hội chợ tại TP. Hồ Chí Minh đã mở.", ["Hội chợ tại TP. Hồ Chí Minh đã mở."]),
    ("Tại TP.HCM có 5 cơ sở.", ["Tại TP.HCM có 5 cơ sở."]),
    ("ThS. Nguyễn Văn An cho biết. Ông nói thêm.", ["ThS. Nguyễn Văn An cho biết.", "Ông nói thêm."]),
    ("Ảnh: Q.VIỆT", ["Ảnh: Q.VIỆT"]),
    ("Diện tích 2.500 m2. Vốn 3,5 tỷ.", ["Diện tích 2.500 m2.", "Vốn 3,5 tỷ."]),
    ("1. Kết quả chung. 2. Tồn tại.", ["1. Kết quả chung.", "2. Tồn tại."]),
    ("Đúng không? Đúng!", ["Đúng không?", "Đúng!"]),
    ("Một câu không dấu chấm", ["Một câu không dấu chấm"]),
    ("mạnh.Báo mới tại www.congthuong.Vn hôm nay.", ["mạnh.", "Báo mới tại www.congthuong.Vn hôm nay."]),
    ("", []),
    ("   ", []),
]


@pytest.mark.parametrize(("text", "sentences"), CASES)
def test_sentences_are_cut_where_a_reader_would(text, sentences):
    assert [text[s:e] for s, e in find_sentences(text)] == sentences


def test_a_stretch_keeps_the_offsets_of_the_whole_text():
    text = "Đầu.\nHai câu. Ba câu."
    assert [text[s:e] for s, e in find_sentences(text, 5, len(text))] == ["Hai câu.", "Ba câu."]


def test_headings_and_rows_stay_whole_and_know_their_block():
    text = "Kết quả. Năm 2024\nMột câu. Hai câu.\na | 5 | b"
    blocks = (Block("heading", 0, 17, 1), Block("paragraph", 18, 35), Block("row", 36, 45))
    document = Document(Source(id="d", file="d.txt"), text, blocks)
    assert [(text[s.start : s.end], s.kind, s.block) for s in read_sentences(document)] == [
        ("Kết quả. Năm 2024", "heading", 0),
        ("Một câu.", "paragraph", 1),
        ("Hai câu.", "paragraph", 1),
        ("a | 5 | b", "row", 2),
    ]
