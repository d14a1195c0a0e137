"""A tiny deterministic embedder for tests that need an index but no model."""

import hashlib
from collections.abc import Callable, Sequence

import numpy as np

from index.embedding import ModelIdentity
from index.tokens import words

DIMENSION = 64


class FakeEmbedder:
    """Bags of hashed words: texts that share words are near; counts what it was asked to embed."""

    def __init__(self, name: str = "embedded", dimension: int = DIMENSION) -> None:
        self.identity = ModelIdentity(name, "fake", dimension, "")
        self.max_tokens = 512
        self.notice = ""
        self.embedded: list[str] = []

    def queries(self, texts: Sequence[str]) -> np.ndarray:
        return np.stack([self._vector(text) for text in texts])

    def begin(self, text: str) -> Callable[[], np.ndarray]:
        return lambda: self.queries([text])[0]

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        self.embedded.extend(texts)
        return np.stack([self._vector(text) for text in texts])

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(words(text)) for text in texts]

    def _vector(self, text: str) -> np.ndarray:
        vector = np.full(self.identity.dimension, 0.01, np.float32)
        for word in words(text):
            digest = hashlib.sha256(word.encode()).digest()
            vector[digest[0] % self.identity.dimension] += 1.0 if digest[1] % 2 else -1.0
        return vector / np.linalg.norm(vector)
