"""Texts to vectors: the embedded model by default, any sentence-transformers model by one setting.

It prepares the model (unpack, convert, once, into the store), puts the prefixes the model was
trained with, and returns normalised float32 vectors. It knows nothing of Chroma or of documents.
"""

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.bridge.pydantic import PrivateAttr

from index import embedded_model
from index.disk import need_space, replace_folder, write_json
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
CONVERSION = 2
"""Raised when what ``convert_checked`` leaves in its folder changes."""
MOST_TOKENS = 512
SPARE_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """Which model makes the vectors; two equal identities make interchangeable vectors."""

    name: str
    revision: str
    dimension: int
    passage_prefix: str


class Embeds(Protocol):
    """What the room needs of a model; ``notice`` says in one line what the reader should know of it."""

    identity: ModelIdentity
    max_tokens: int
    notice: str

    def queries(self, texts: Sequence[str]) -> np.ndarray:
        """One normalised float32 row a question, in the order given."""

    def begin(self, text: str) -> Callable[[], np.ndarray]:
        """Starts on one question where the model can, and returns what gives its row whenever it is called."""

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """One normalised float32 row a text, in the order given."""

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """How many tokens each text has for the model, without prefix and special tokens."""


class Embedder:
    """A model under sentence-transformers. ``backend`` is what really runs: ``torch`` also where the
    conversion to OpenVINO failed (``notice`` then says why)."""

    def __init__(self, settings: IndexSettings) -> None:
        self.notice = ""
        self._batch = settings.batch_size
        self.model, revision, self.backend = self._load(settings)
        prompts = {name: text for name, text in self.model.prompts.items() if text}
        self.query_prefix, self.passage_prefix = prefixes(settings, prompts)
        self.max_tokens = min(settings.max_tokens or MOST_TOKENS, int(self.model.max_seq_length or MOST_TOKENS))
        dimension = int(self.model.get_embedding_dimension() or self.queries(["a"]).shape[1])
        self.identity = ModelIdentity(settings.model, revision, dimension, self.passage_prefix)

    def queries(self, texts: Sequence[str]) -> np.ndarray:
        """One normalised float32 row a question, in the order given."""
        return self._encode([self.query_prefix + text for text in texts])

    def begin(self, text: str) -> Callable[[], np.ndarray]:
        """What embeds one question when it is called: torch would hold up whoever goes on meanwhile."""
        return cache(lambda: self.queries([text])[0])

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """One normalised float32 row a text, in the order given."""
        if not texts:
            return np.empty((0, self.identity.dimension), np.float32)
        return self._encode([self.passage_prefix + text for text in texts])

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """How many tokens each text has for the model, without prefix and special tokens."""
        tokenizer: Any = self.model.tokenizer
        return _count(getattr(tokenizer, "backend_tokenizer", tokenizer), texts)

    def _encode(self, texts: list[str]) -> np.ndarray:
        vectors = self.model.encode(
            texts, batch_size=self._batch, show_progress_bar=False, convert_to_numpy=True, normalize_embeddings=True
        )
        return np.asarray(vectors, dtype=np.float32)

    def _load(self, settings: IndexSettings) -> tuple[Any, str, str]:
        source, revision = find_source(settings)
        if settings.backend == "torch":
            model = load_torch(source, settings.revision)
            return model, revision or commit_of(model), "torch"
        folder = converted_folder(settings, source)
        if not folder.exists():
            model = load_torch(source, settings.revision)
            revision = revision or commit_of(model)
            reason = convert_checked(model, folder, revision)
            if reason:
                self.notice = f"không chuyển được mô hình sang OpenVINO ({reason}): chạy bằng torch, chậm hơn"
                return model, revision, "torch"
        from index.openvino_module import load

        return load(folder), read_identity(folder)["revision"], "openvino"


class ConvertedEmbedder:
    """A converted model without sentence-transformers around it: the same vectors, sooner and for less memory."""

    backend = "openvino"
    notice = ""

    def __init__(self, settings: IndexSettings, folder: Path) -> None:
        from index.openvino_encoder import OpenVinoEncoder

        row = read_identity(folder)
        self._encoder = OpenVinoEncoder(folder)
        self._pooling = row["pooling"]
        self.query_prefix, self.passage_prefix = prefixes(settings, row["prompts"])
        self.max_tokens = min(settings.max_tokens or MOST_TOKENS, self._encoder.max_tokens)
        self.identity = ModelIdentity(settings.model, row["revision"], self._encoder.dimension, self.passage_prefix)

    def queries(self, texts: Sequence[str]) -> np.ndarray:
        """One normalised float32 row a question, in the order given."""
        return self._encoder.encode([self.query_prefix + text for text in texts], self._pooling)

    def begin(self, text: str) -> Callable[[], np.ndarray]:
        """Starts on one question and returns at once; calling what is returned waits for its row."""
        return self._encoder.begin(self.query_prefix + text, self._pooling)

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """One normalised float32 row a text, in the order given."""
        return self._encoder.encode([self.passage_prefix + text for text in texts], self._pooling)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """How many tokens each text has for the model, without prefix and special tokens."""
        return _count(self._encoder.tokenizer, texts)


def load_embedder(settings: IndexSettings) -> Embeds:
    """The lightest embedder that makes the settings' vectors, converted first where it was not yet.

    torch and sentence-transformers are loaded only to convert, and where nothing lighter can do.
    """
    converted = _open_converted(settings)
    if converted is not None:
        return converted
    made = Embedder(settings)
    return (_open_converted(settings) if made.backend == "openvino" else None) or made


def _open_converted(settings: IndexSettings) -> ConvertedEmbedder | None:
    """The converted model of the settings; None when there is none, or one with a pooling of its own."""
    if settings.backend != "openvino":
        return None
    folder = converted_folder(settings, find_source(settings)[0])
    if not (folder / IDENTITY).exists() or not read_identity(folder)["pooling"]:
        return None
    return ConvertedEmbedder(settings, folder)


def find_source(settings: IndexSettings) -> tuple[str, str]:
    """Folder or hub name of the model, and its revision where that is known without loading."""
    if settings.model == EMBEDDED:
        return str(embedded_model.unpack(settings.store / "models")), embedded_model.REVISION
    folder = Path(settings.model)
    if folder.is_dir():
        return str(folder.resolve()), fingerprint_of(folder)
    return settings.model, settings.revision


def converted_folder(settings: IndexSettings, source: str) -> Path:
    """Where the converted model stands, or would."""
    name = re.sub(r"[^A-Za-z0-9.]+", "-", Path(source).name or source).strip("-")
    if settings.model != EMBEDDED:
        tag = f"{source}@{fingerprint_of(Path(source)) if Path(source).is_dir() else settings.revision}"
        name = f"{name}-{hashlib.sha256(tag.encode()).hexdigest()[:8]}"
    return settings.store / "models" / f"{name}-openvino-{CONVERSION}"


def prefixes(settings: IndexSettings, prompts: dict[str, str]) -> tuple[str, str]:
    """(query, passage) prefixes: the settings' own, else what the model names, else none."""
    query = _first(settings.query_prefix, prompts.get("query"))
    names = ("passage", "document", "corpus")
    return query, _first(settings.passage_prefix, *(prompts.get(name) for name in names))


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
    from index.openvino_module import convert, load, simple_pooling

    need_space(folder.parent, 4 * sum(one.numel() for one in model.parameters()) + SPARE_BYTES)
    expected = model.encode(list(PROBES), normalize_embeddings=True)
    try:
        with replace_folder(folder) as beside:
            convert(model, beside)
            row = {"revision": revision, "prompts": model.prompts, "pooling": simple_pooling(model)}
            write_json(beside / IDENTITY, row)
            found = load(beside).encode(list(PROBES), normalize_embeddings=True)
            agreement = float((expected * found).sum(axis=1).min())
            if agreement < AGREEMENT:
                raise ValueError(f"cosine {agreement:.4f}")
    except (RuntimeError, ValueError, TypeError, AttributeError, NotImplementedError) as error:
        return " ".join(str(error).split())[:120]
    return ""


def read_identity(folder: Path) -> dict[str, Any]:
    """What ``convert_checked`` noted of the model: revision, prompts, pooling."""
    row: dict[str, Any] = json.loads((folder / IDENTITY).read_text(encoding="utf-8"))
    return row


def commit_of(model: Any) -> str:
    """The hub's commit of a loaded model, or "" for a folder."""
    return str(getattr(model[0].auto_model.config, "_commit_hash", None) or "")


def fingerprint_of(folder: Path) -> str:
    """Short hash of a model folder: names and sizes of all files, first and last megabyte of each."""
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


def _count(tokenizer: Any, texts: Sequence[str]) -> list[int]:
    """Lengths in tokens, not cut at the model's limit."""
    limit = tokenizer.truncation
    tokenizer.no_truncation()
    try:
        return [len(encoding.ids) for encoding in tokenizer.encode_batch(list(texts), add_special_tokens=False)]
    finally:
        if limit:
            tokenizer.enable_truncation(**limit)


class LlamaEmbedding(BaseEmbedding):
    """The same embedder in the shape LlamaIndex's ingestion pipeline and retrievers expect."""

    _embedder: Embeds = PrivateAttr()

    def __init__(self, embedder: Embeds) -> None:
        super().__init__(model_name=embedder.identity.name, embed_batch_size=2048)
        self._embedder = embedder

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._embedder.queries([query])[0].tolist()

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._embedder.passages([text])[0].tolist()

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return self._embedder.passages(texts).tolist()
