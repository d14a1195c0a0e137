import pytest

from index.lexical import LexicalIndex, build_lexical, folded_query_tokens
from index.records import StoreBroken
from index.tokens import query_tokens

TEXTS = [
    ("a:0-1", "Kinh phí khuyến công tỉnh Nghệ An là 12,5 tỷ đồng"),
    ("b:0-1", "Con đường qua xã được sửa năm 2020"),
    ("c:0-1", "Tỉnh Hải Dương có 12 đề án, dương lịch và âm lịch"),
]


@pytest.fixture
def index(tmp_path) -> LexicalIndex:
    build_lexical(tmp_path / "lexical", TEXTS)
    return LexicalIndex(tmp_path / "lexical")


def ids(index, name, text):
    tokens = query_tokens(text) if name == "accented" else folded_query_tokens(text)
    return [id for id, _ in index.field(name).rank(tokens, 10)]


def test_a_syllable_that_english_would_stop_finds_its_province(index):
    assert ids(index, "accented", "An") == ["a:0-1"]


def test_a_decimal_is_not_its_whole_part(index):
    assert ids(index, "accented", "12,5") == ["a:0-1"]
    assert ids(index, "accented", "12") == ["c:0-1"]


def test_the_accented_field_keeps_duong_apart_and_the_folded_one_finds_both(index):
    assert ids(index, "accented", "đường") == ["b:0-1"]
    assert ids(index, "accented", "dương") == ["c:0-1"]
    assert sorted(ids(index, "folded", "duong")) == ["b:0-1", "c:0-1"]


def test_llamaindex_asks_the_same_field_through_its_own_interface(index):
    assert [hit.node.node_id for hit in index.field("accented").retrieve("Nghệ An")] == ["a:0-1"]


def test_frequency_counts_passages_not_occurrences(index):
    assert [index.field("accented").frequency(word) for word in ("dương", "tỉnh", "vắng", "hải_dương")] == [1, 2, 0, 1]


def test_unknown_words_find_nothing(index):
    assert ids(index, "accented", "zzz") == []


def test_an_index_of_nothing_opens_and_has_no_field(tmp_path):
    build_lexical(tmp_path / "lexical", [])
    index = LexicalIndex(tmp_path / "lexical")
    assert index.ids == [] and index.field("accented") is None


def test_a_damaged_index_is_one_line_that_says_what_to_run(tmp_path):
    build_lexical(tmp_path / "lexical", TEXTS)
    (tmp_path / "lexical" / "passages.json").write_text("{")
    with pytest.raises(StoreBroken, match="python -m index build"):
        LexicalIndex(tmp_path / "lexical")
