"""The passages read for a question, each once and where it was found best."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.questions import read_question
from assistant.searching import search
from documents.records import Source
from index.records import Hit, Passage, SearchFilter


def hit(document: str, at: int) -> Hit:
    return Hit(Passage(f"{document}:{at}", document, "", at, at + 1, "x"), 1.0, 0.9, 1.0, 1.0)


class TwoSearches:
    """An index whose search within a document and whose search of all share their best hit."""

    def embed_ahead(self, texts: Sequence[str]) -> None:
        pass

    def search(self, text: str, k: int, where: SearchFilter | None = None) -> list[Hit]:
        return [hit("a", 7), hit("a", 2)] if where else [hit("b", 1), hit("a", 7)]


def test_a_passage_found_twice_stands_where_it_was_found_first():
    question = replace(read_question("Hồ sơ gồm gì?"), within=("a",))
    found = search(question, TwoSearches())  # type: ignore[arg-type]
    assert [row.passage.id for row in found] == ["a:7", "a:2", "b:1"]


class Worded:
    """An index that holds only the words given and remembers what it was searched for."""

    def __init__(self, *held: str) -> None:
        self.held, self.searched = held, ""

    def embed_ahead(self, texts: Sequence[str]) -> None:
        pass

    def document_frequency(self, word: str) -> int:
        return int(word in self.held)

    def search(self, text: str, k: int, where: SearchFilter | None = None) -> list[Hit]:
        self.searched = text
        return []


def test_a_verb_that_no_passage_holds_is_searched_for_in_other_words():
    question = read_question("Các đề án cần dồn vào nội dung nào?")
    index = Worded("đề án")
    search(question, index)  # type: ignore[arg-type]
    assert index.searched.endswith(" tập trung")
    known = Worded("đề án", "dồn")
    search(question, known)  # type: ignore[arg-type]
    assert known.searched == question.text


class Lawful(Worded):
    """An index with a hit for every search that says which documents it may come from."""

    def search(self, text: str, k: int, where: SearchFilter | None = None) -> list[Hit]:
        return [hit(document, 1) for document in where.documents] if where else [hit("bao", 1)]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("Khuyến công hỗ trợ cơ sở mua máy tối đa bao nhiêu?", ["luat", "bao"]),
        ("Khuyến công hỗ trợ cơ sở mua máy bao nhiêu?", ["bao"]),
    ],
)
def test_the_most_that_is_given_is_looked_for_in_the_laws_too(asked, first):
    rows = [Source("luat", "luat.md", kind="decree"), Source("bao", "bao.txt", kind="article")]
    found = search(read_question(asked), Lawful("hỗ trợ", "mua", "máy"), rows)  # type: ignore[arg-type]
    assert [one.passage.document for one in found] == first
