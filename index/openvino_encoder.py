"""A converted model run with tokenizers, numpy and OpenVINO alone.

Each text is a request of its own, without padding, and every core works on one: as fast as batches
of like length (docs/tried.md), and a text's vector never depends on what it was embedded with.
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
    """Token embeddings on the CPU; the word embeddings stay mapped, only touched rows load."""

    def __init__(self, folder: Path) -> None:
        settings = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        self.max_tokens = int(settings["max_seq_length"])
        self.pad_id = int(settings["pad_id"])
        self.words = np.load(folder / WORDS, mmap_mode="r")
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(self.max_tokens)
        self._lock = threading.Lock()
        core = openvino.Core()
        hints = {"INFERENCE_PRECISION_HINT": precision_of(core), "PERFORMANCE_HINT": "THROUGHPUT"}
        self._compiled = core.compile_model(str(folder / GRAPH), "CPU", hints)
        self._requests = openvino.AsyncInferQueue(self._compiled)

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
        """The last layer, float32 (texts, tokens, hidden); callers take turns."""
        with self._lock:
            return self._compiled([self.words[ids], mask])[0]

    def encode(self, texts: Sequence[str], pooling: Pooling) -> np.ndarray:
        """One normalised float32 row a text, in the order given; callers take turns."""
        out = np.empty((len(texts), self.dimension), np.float32)
        encodings = self.tokenizer.encode_batch(list(texts))

        def keep(request: openvino.InferRequest, at: int) -> None:
            layer = request.get_output_tensor(0).data[0]
            pooled = layer[0] if pooling == "cls" else layer.mean(axis=0)
            out[at] = pooled / max(float(np.linalg.norm(pooled)), 1e-12)

        with self._lock:
            self._requests.set_callback(keep)
            for at in sorted(range(len(texts)), key=lambda at: -len(encodings[at].ids)):
                ids = np.array([encodings[at].ids], np.int64)
                self._requests.start_async([self.words[ids], np.ones_like(ids)], at)
            self._requests.wait_all()
        return out


def precision_of(core: openvino.Core) -> str:
    """``bf16`` where the processor computes in it (three times as fast, cosine 0.99999 to fp32), else ``f32``.

    Where it does not, OpenVINO would imitate it, slowly.
    """
    return "bf16" if "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES") else "f32"
