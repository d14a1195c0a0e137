"""A converted model run with tokenizers, numpy and OpenVINO alone.

``openvino_module`` wraps it into sentence-transformers, which builds the index; a server that only
has questions to embed uses it bare, since importing torch and sentence-transformers costs 400 MB
and four seconds. It reads the folder that ``openvino_module.convert`` wrote and knows no prefixes.
"""

import json
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import numpy as np
import openvino
from tokenizers import Tokenizer

GRAPH = "openvino_model.xml"
WORDS = "word_embeddings.npy"
SETTINGS = "openvino_module.json"
Pooling = Literal["mean", "cls"]


class OpenVinoEncoder:
    """Token embeddings, fp32 on the CPU; the word embeddings stay mapped, only touched rows load."""

    def __init__(self, folder: Path) -> None:
        settings = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        self.max_tokens = int(settings["max_seq_length"])
        self.pad_id = int(settings["pad_id"])
        self.words = np.load(folder / WORDS, mmap_mode="r")
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(self.max_tokens)
        self._lock = threading.Lock()
        self._compiled = openvino.Core().compile_model(
            str(folder / GRAPH), "CPU", {"INFERENCE_PRECISION_HINT": "f32", "PERFORMANCE_HINT": "LATENCY"}
        )

    @property
    def dimension(self) -> int:
        """The hidden size."""
        return int(self.words.shape[1])

    def tokens(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Token ids and mask, int64 (texts, longest), padded on the right."""
        encodings = self.tokenizer.encode_batch(list(texts))
        longest = max(len(encoding.ids) for encoding in encodings)
        ids = np.full((len(encodings), longest), self.pad_id, dtype=np.int64)
        mask = np.zeros((len(encodings), longest), dtype=np.int64)
        for row, encoding in enumerate(encodings):
            ids[row, : len(encoding.ids)] = encoding.ids
            mask[row, : len(encoding.ids)] = 1
        return ids, mask

    def token_embeddings(self, ids: np.ndarray, mask: np.ndarray) -> np.ndarray:
        """The last layer, float32 (texts, tokens, hidden); one request serves all threads in turn."""
        with self._lock:
            return self._compiled([self.words[ids], mask])[0]

    def encode(self, texts: Sequence[str], pooling: Pooling, batch_size: int) -> np.ndarray:
        """One normalised float32 row a text, in the order given; run in batches of like length."""
        out = np.empty((len(texts), self.dimension), np.float32)
        order = sorted(range(len(texts)), key=lambda at: -len(texts[at]))
        for start in range(0, len(order), batch_size):
            some = order[start : start + batch_size]
            ids, mask = self.tokens([texts[at] for at in some])
            layer = self.token_embeddings(ids, mask)
            pooled = layer[:, 0] if pooling == "cls" else mean_of(layer, mask)
            out[some] = pooled / np.maximum(np.linalg.norm(pooled, axis=1, keepdims=True), 1e-12)
        return out


def mean_of(layer: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """The mean over the tokens that the mask lets through."""
    weights = mask[..., None].astype(np.float32)
    return (layer * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1e-9)
