"""Texts to vectors: the embedded model by default, any sentence-transformers model by one setting.

It prepares the model (unpack, convert, once, into the store), puts the prefixes the model was
trained with, and returns normalised float32 vectors. It knows nothing of Chroma or of documents.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.bridge.pydantic import PrivateAttr

from index import embedded_model
from index.disk import replace_folder, write_json
from index.records import StoreBroken
from index.settings import EMBEDDED, IndexSettings

AGREEMENT = 0.9999
"""Least cosine between the converted model and torch for the conversion to be used."""
PROBES = (
    "Kinh phí khuyến công quốc gia hỗ trợ 12,5 tỷ đồng cho các cơ sở công nghiệp nông thôn.",
    "Điều 5. Chính sách khuyến công",
    "Sở Công Thương tỉnh Thanh Hóa",
)
IDENTITY = "identity.json"


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """Which model makes the vectors; two equal identities make interchangeable vectors."""

    name: str
    revision: str
    dimension: int
    passage_prefix: str


class Embedder:
    """A loaded model. ``backend`` is what really runs: ``openvino``, or ``torch`` when asked for
    or when the conversion failed (``notice`` then says why)."""

    def __init__(self, settings: IndexSettings) -> None:
        self.settings = settings
        self.notice = ""
        models = settings.store / "models"
        self.model, revision, self.backend = self._load(models)
        prompts = {name: text for name, text in self.model.prompts.items() if text}
        self.query_prefix = _first(settings.query_prefix, prompts.get("query"))
        self.passage_prefix = _first(
            settings.passage_prefix, prompts.get("passage"), prompts.get("document"), prompts.get("corpus")
        )
        own_limit = int(self.model.max_seq_length or 512)
        self.max_tokens = min(settings.max_tokens or 512, own_limit)
        dimension = int(self.model.get_embedding_dimension() or len(self.query("a")))
        self.identity = ModelIdentity(settings.model, revision, dimension, self.passage_prefix)

    def query(self, text: str) -> np.ndarray:
        """The question's vector, float32 (dimension,), normalised."""
        return self._encode([text], self.query_prefix)[0]

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """One normalised float32 row a text, in the order given."""
        return self._encode(texts, self.passage_prefix)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """How many tokens each text has for the model, without prefix and special tokens."""
        tokenizer: Any = self.model.tokenizer
        backend = getattr(tokenizer, "backend_tokenizer", tokenizer)
        return [len(encoding.ids) for encoding in backend.encode_batch(list(texts), add_special_tokens=False)]

    def _encode(self, texts: Sequence[str], prefix: str) -> np.ndarray:
        if not texts:
            return np.empty((0, self.identity.dimension), np.float32)
        vectors = self.model.encode(
            [prefix + text for text in texts],
            batch_size=self.settings.batch_size,
            show_progress_bar=False,
            convert_to_numpy=True,
            normalize_embeddings=True,
        )
        return np.asarray(vectors, dtype=np.float32)

    def _load(self, models: Path) -> tuple[Any, str, str]:
        source, revision = self._source(models)
        if self.settings.backend == "torch":
            model = load_torch(source, self.settings.revision)
            return model, revision or commit_of(model), "torch"
        from index.openvino_module import load

        key = re.sub(r"[^A-Za-z0-9.]+", "-", Path(source).name or source).strip("-")
        tag = hashlib.sha256(f"{source}@{revision or self.settings.revision}".encode()).hexdigest()[:8]
        folder = models / (f"{key}-openvino" if self.settings.model == EMBEDDED else f"{key}-{tag}-openvino")
        if not folder.exists():
            model = load_torch(source, self.settings.revision)
            revision = revision or commit_of(model)
            reason = convert_checked(model, folder, revision)
            if reason:
                self.notice = f"không chuyển được mô hình sang OpenVINO ({reason}): chạy bằng torch, chậm hơn"
                return model, revision, "torch"
        identity = json.loads((folder / IDENTITY).read_text(encoding="utf-8"))
        return load(folder), identity["revision"], "openvino"

    def _source(self, models: Path) -> tuple[str, str]:
        """Folder or hub name of the model, and its revision where that is known without loading."""
        if self.settings.model == EMBEDDED:
            return str(embedded_model.unpack(models)), embedded_model.REVISION
        folder = Path(self.settings.model)
        if folder.is_dir():
            return str(folder.resolve()), fingerprint_of(folder)
        return self.settings.model, self.settings.revision


def load_torch(source: str, revision: str = "") -> Any:
    """The model on torch, from a folder or a hub; StoreBroken with one line when it cannot be had."""
    import transformers
    from sentence_transformers import SentenceTransformer

    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    try:
        return SentenceTransformer(
            source,
            device="cpu",
            revision=revision or None,
            local_files_only=Path(source).is_dir(),
            model_kwargs={"attn_implementation": "sdpa"},
        )
    except (OSError, ValueError, KeyError, ImportError) as error:
        reason = " ".join(str(error).split())[:160]
        raise StoreBroken(f"không tải được mô hình nhúng “{source}”: {reason}") from error


def convert_checked(model: Any, folder: Path, revision: str) -> str:
    """Converts ``model`` into ``folder``; "" when its vectors agree with torch, else the reason why not."""
    from index.openvino_module import convert, load

    expected = model.encode(list(PROBES), normalize_embeddings=True)
    try:
        with replace_folder(folder) as beside:
            convert(model, beside)
            write_json(beside / IDENTITY, {"revision": revision})
            found = load(beside).encode(list(PROBES), normalize_embeddings=True)
            agreement = float((expected * found).sum(axis=1).min())
            if agreement < AGREEMENT:
                raise ValueError(f"cosine {agreement:.4f}")
    except (RuntimeError, ValueError, TypeError, AttributeError, NotImplementedError) as error:
        return " ".join(str(error).split())[:120]
    return ""


def commit_of(model: Any) -> str:
    """The hub's commit of a loaded model, or "" for a folder."""
    return str(getattr(model[0].auto_model.config, "_commit_hash", None) or "")


def fingerprint_of(folder: Path) -> str:
    """Short hash of a model folder: names and sizes of all files, contents of the small ones."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        size = path.stat().st_size
        digest.update(f"{path.relative_to(folder)}:{size}".encode())
        with path.open("rb") as file:
            digest.update(file.read(1 << 20))
            if size > 1 << 20:
                file.seek(-(1 << 20), 2)
                digest.update(file.read())
    return digest.hexdigest()[:12]


def _first(*choices: str | None) -> str:
    return next((choice for choice in choices if choice is not None), "")


class LlamaEmbedding(BaseEmbedding):
    """The same embedder in the shape LlamaIndex's ingestion pipeline and retrievers expect."""

    _embedder: Embedder = PrivateAttr()

    def __init__(self, embedder: Embedder) -> None:
        super().__init__(model_name=embedder.identity.name, embed_batch_size=2048)
        self._embedder = embedder

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._embedder.query(query).tolist()

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._embedder.passages([text])[0].tolist()

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return self._embedder.passages(texts).tolist()
