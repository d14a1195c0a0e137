import numpy as np
import pytest

from index import question_vectors
from index.question_vectors import QuestionVectors
from tests.fakes import FakeEmbedder


class Counting(FakeEmbedder):
    """Says what was begun, in order; what is named ``broken`` fails once."""

    def __init__(self):
        super().__init__()
        self.broken = set()

    def begin(self, text):
        self.embedded.append(text)
        fails = text in self.broken
        self.broken.discard(text)

        def vector():
            if fails:
                raise RuntimeError(text)
            return self.queries([text])[0]

        return vector


def test_a_question_is_embedded_once_and_the_oldest_let_go(monkeypatch):
    monkeypatch.setattr(question_vectors, "KEPT", 2)
    embedder = Counting()
    vectors = QuestionVectors(embedder)
    first = vectors.of("UBND hỗ trợ gì?")
    assert np.array_equal(first, FakeEmbedder().queries(["ủy ban nhân dân hỗ trợ gì?"])[0])
    for text in ("hai", "UBND hỗ trợ gì?", "ba", "UBND hỗ trợ gì?", "hai"):
        vectors.of(text)
    assert embedder.embedded == ["ủy ban nhân dân hỗ trợ gì?", "hai", "ba", "hai"]


def test_what_is_begun_is_not_embedded_again_when_it_is_asked_for():
    embedder = Counting()
    vectors = QuestionVectors(embedder)
    found = vectors.begin(["một", "hai", "UBND", "một"])
    assert embedder.embedded == ["một", "hai", "ủy ban nhân dân"]
    assert np.array_equal(vectors.of("UBND"), found[2]()) and np.array_equal(found[0](), found[3]())
    assert vectors.begin([]) == [] and len(embedder.embedded) == 3


def test_more_than_are_kept_can_be_begun_at_once(monkeypatch):
    monkeypatch.setattr(question_vectors, "KEPT", 1)
    vectors = QuestionVectors(Counting())
    found = vectors.begin(["một", "hai"])
    assert [np.array_equal(one(), vectors.of(text)) for one, text in zip(found, ["một", "hai"], strict=True)] == [
        True,
        True,
    ]


def test_a_question_that_failed_is_tried_again():
    embedder = Counting()
    embedder.broken = {"một"}
    vectors = QuestionVectors(embedder)
    with pytest.raises(RuntimeError):
        vectors.of("một")
    assert vectors.of("một").shape == (embedder.identity.dimension,)
    assert embedder.embedded == ["một", "một"]
