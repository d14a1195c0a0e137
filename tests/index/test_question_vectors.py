import numpy as np

from index import question_vectors
from index.question_vectors import QuestionVectors
from tests.fakes import FakeEmbedder


class Counting(FakeEmbedder):
    def query(self, text):
        self.embedded.append(text)
        return super().query(text)


def test_a_question_is_embedded_once_and_the_oldest_let_go(monkeypatch):
    monkeypatch.setattr(question_vectors, "KEPT", 2)
    embedder = Counting()
    vectors = QuestionVectors(embedder)
    first = vectors.of("UBND hỗ trợ gì?")
    assert np.array_equal(first, FakeEmbedder().query("ủy ban nhân dân hỗ trợ gì?"))
    for text in ("hai", "UBND hỗ trợ gì?", "ba", "UBND hỗ trợ gì?", "hai"):
        vectors.of(text)
    assert embedder.embedded == ["ủy ban nhân dân hỗ trợ gì?", "hai", "ba", "hai"]
