import numpy as np

from index import question_vectors
from index.question_vectors import QuestionVectors
from tests.fakes import FakeEmbedder


class Counting(FakeEmbedder):
    def queries(self, texts):
        self.embedded.extend(texts)
        return super().queries(texts)


def test_a_question_is_embedded_once_and_the_oldest_let_go(monkeypatch):
    monkeypatch.setattr(question_vectors, "KEPT", 2)
    embedder = Counting()
    vectors = QuestionVectors(embedder)
    first = vectors.of("UBND hỗ trợ gì?")
    assert np.array_equal(first, FakeEmbedder().queries(["ủy ban nhân dân hỗ trợ gì?"])[0])
    for text in ("hai", "UBND hỗ trợ gì?", "ba", "UBND hỗ trợ gì?", "hai"):
        vectors.of(text)
    assert embedder.embedded == ["ủy ban nhân dân hỗ trợ gì?", "hai", "ba", "hai"]


def test_questions_embedded_together_are_each_embedded_once_and_given_in_order():
    embedder = Counting()
    vectors = QuestionVectors(embedder)
    vectors.of("hai")
    found = vectors.of_all(["một", "hai", "UBND", "một"])
    assert embedder.embedded == ["hai", "một", "ủy ban nhân dân"]
    assert all(np.array_equal(one, vectors.of(text)) for one, text in zip(found, ["một", "hai", "UBND"], strict=False))
    assert vectors.of_all([]) == [] and len(embedder.embedded) == 3
