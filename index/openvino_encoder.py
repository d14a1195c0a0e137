"""A converted model run with tokenizers, numpy and OpenVINO alone.

Each text is a request of its own, without padding, so that its vector never depends on what it was
embedded with, and every core works on one: as fast as batches of like length (docs/tried.md).
``openvino_module`` wraps it into sentence-transformers, which builds the index; a server that only
has questions to embed uses it bare, since importing torch and sentence-transformers costs 400 MB
and four seconds. It reads the folder that ``openvino_module.convert`` wrote and knows no prefixes.
"""

import json
import threading
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import numpy as np
import openvino
from tokenizers import Tokenizer

GRAPH = "openvino_model.xml"
WORDS = "word_embeddings.npy"
SETTINGS = "openvino_module.json"
BEGUN = 4  # texts that may be begun and not yet asked for; the oldest is read to make room
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
        self._slots = deque(_Slot(self._compiled.create_infer_request()) for _ in range(BEGUN))

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

    def begin(self, text: str, pooling: Pooling) -> "Pending":
        """Starts on a text and returns at once; calling what is returned waits for its vector.

        The work is done by threads that need nothing of Python's, so the caller really goes on meanwhile.
        """
        with self._lock:
            slot = self._slots.popleft()
            self._slots.append(slot)
            if slot.pending is not None:
                slot.pending.free()
            slot.request.start_async(self._inputs(self.tokenizer.encode(text).ids))
            slot.pending = Pending(slot, pooling, self._lock)
            return slot.pending

    def encode(self, texts: Sequence[str], pooling: Pooling) -> np.ndarray:
        """One normalised float32 row a text, in the order given; callers take turns."""
        out = np.empty((len(texts), self.dimension), np.float32)
        encodings = self.tokenizer.encode_batch(list(texts))

        def keep(request: openvino.InferRequest, at: int) -> None:
            out[at] = _pooled(request, pooling)

        with self._lock:
            self._requests.set_callback(keep)
            for at in sorted(range(len(texts)), key=lambda at: -len(encodings[at].ids)):
                self._requests.start_async(self._inputs(encodings[at].ids), at)
            self._requests.wait_all()
        return out

    def _inputs(self, ids: Sequence[int]) -> list[np.ndarray]:
        row = np.array([ids], np.int64)
        return [self.words[row], np.ones_like(row)]


class _Slot:
    """A request of the model, and whose vector it is at work on."""

    def __init__(self, request: openvino.InferRequest) -> None:
        self.request = request
        self.pending: Pending | None = None


class Pending:
    """The vector of one text that was begun; calling it waits and gives float32 (hidden size,), normalised."""

    def __init__(self, slot: _Slot, pooling: Pooling, lock: threading.Lock) -> None:
        self._slot, self._pooling, self._lock = slot, pooling, lock
        self._read: np.ndarray | RuntimeError | None = None

    def __call__(self) -> np.ndarray:
        with self._lock:
            self.free()
        if isinstance(self._read, np.ndarray):
            return self._read
        raise self._read or RuntimeError("no vector was read")

    def free(self) -> None:
        """Waits and keeps what came, an error too, so that the slot can be used again; for who holds the lock."""
        if self._read is not None:
            return
        try:
            self._slot.request.wait()
            self._read = _pooled(self._slot.request, self._pooling)
        except RuntimeError as error:  # OpenVINO's; it belongs to whoever asks for this text, not to whoever comes next
            self._read = error
        self._slot.pending = None


def _pooled(request: openvino.InferRequest, pooling: Pooling) -> np.ndarray:
    """The normalised vector of a request's only text."""
    layer = request.get_output_tensor(0).data[0]
    pooled = layer[0] if pooling == "cls" else layer.mean(axis=0)
    return np.asarray(pooled / max(float(np.linalg.norm(pooled)), 1e-12), np.float32)


def precision_of(core: openvino.Core) -> str:
    """``bf16`` where the processor computes in it (three times as fast, cosine 0.99999 to fp32), else ``f32``.

    Where it does not, OpenVINO would imitate it, slowly.
    """
    return "bf16" if "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES") else "f32"
