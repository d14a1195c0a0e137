"""The one place that speaks to Chroma: two collections of vectors, embedded or on a server.

``passages`` and ``figures`` hold what LlamaIndex's ChromaVectorStore writes, cosine distance.
It knows vectors, ids and metadata; the records behind the ids stand in the catalogue.
"""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote, urlsplit

import chromadb
import numpy as np
from chromadb.config import DEFAULT_DATABASE, DEFAULT_TENANT, Settings
from chromadb.errors import ChromaError
from llama_index.core.schema import BaseNode
from llama_index.vector_stores.chroma import ChromaVectorStore

from index.disk import is_full
from index.records import StoreBroken
from index.settings import IndexSettings

CollectionName = Literal["passages", "figures"]
NAMES: tuple[CollectionName, ...] = ("passages", "figures")
HNSW = {"space": "cosine", "ef_construction": 200, "ef_search": 200, "max_neighbors": 32}
"""Wider than Chroma's defaults (100, 100, 16): recall before speed, a policy library is small."""
PAGE = 5000
EXACT = 5000
"""Entries up to which every vector is compared: about one process in fifteen was seen to open a graph that had been
changed many times and to miss near entries in it."""
WRONG_ADDRESS = "địa chỉ Chroma (CHROMA_URL) không đúng dạng http://máy:cổng hoặc https://:mã@máy:cổng/tenant/database"


class ChromaStore:
    """Both collections, open; created empty where they are missing."""

    def __init__(self, settings: IndexSettings) -> None:
        self._remote = bool(settings.chroma_url)
        self._secrets: tuple[str, ...] = ()
        self.where = str(settings.store / "chroma")
        try:
            if self._remote:
                server = read_address(settings.chroma_url)
                self.where, self._secrets = server.shown, server.secrets
            self.client = connect(settings)
            self._batch = int(self.client.get_max_batch_size())
            self._collections = {name: self._collection(name) for name in NAMES}
            self._whole: dict[CollectionName, tuple[list[str], np.ndarray]] = {}
        except (ChromaError, ValueError, OSError) as error:
            raise self._broken(error) from error

    def close(self) -> None:
        """Lets go of the database; another process's later writes are seen by the next ChromaStore."""
        self.client.close()

    def _collection(self, name: CollectionName) -> Any:
        return self.client.get_or_create_collection(name, configuration={"hnsw": HNSW}, embedding_function=None)

    def add(self, name: CollectionName, nodes: Sequence[BaseNode]) -> None:
        """Adds nodes that carry their embeddings, in portions that Chroma takes."""
        self._whole.pop(name, None)
        vectors = ChromaVectorStore(chroma_collection=self._collections[name])
        try:
            for at in range(0, len(nodes), self._batch):
                vectors.add(list(nodes[at : at + self._batch]))
        except (ChromaError, ValueError, OSError) as error:
            raise self._broken(error) from error

    def delete_document(self, name: CollectionName, document: str) -> None:
        """Removes everything of the document from the collection."""
        self._whole.pop(name, None)
        try:
            ChromaVectorStore(chroma_collection=self._collections[name]).delete(document)
        except (ChromaError, ValueError, OSError) as error:
            raise self._broken(error) from error

    def delete_ids(self, name: CollectionName, ids: Sequence[str]) -> None:
        """Removes single entries."""
        self._whole.pop(name, None)
        for at in range(0, len(ids), self._batch):
            self._collections[name].delete(ids=list(ids[at : at + self._batch]))

    def clear(self) -> None:
        """Empties both collections, whatever vector length they had."""
        self._whole.clear()
        for name in NAMES:
            self.client.delete_collection(name)
            self._collections[name] = self._collection(name)

    def count(self, name: CollectionName) -> int:
        """How many entries the collection holds."""
        return int(self._collections[name].count())

    def entries(self, name: CollectionName) -> Iterator[tuple[str, str]]:
        """(id, document) of every entry."""
        offset = 0
        while True:
            page = self._collections[name].get(limit=PAGE, offset=offset, include=["metadatas"])
            for id, metadata in zip(page["ids"], page["metadatas"], strict=True):
                yield id, str(metadata.get("document_id", ""))
            if len(page["ids"]) < PAGE:
                return
            offset += PAGE

    def vectors(self, name: CollectionName, ids: Sequence[str]) -> dict[str, np.ndarray]:
        """The stored vectors by id."""
        found: dict[str, np.ndarray] = {}
        try:
            for at in range(0, len(ids), PAGE):
                page = self._collections[name].get(ids=list(ids[at : at + PAGE]), include=["embeddings"])
                found.update(zip(page["ids"], np.asarray(page["embeddings"], np.float32), strict=True))
        except (ChromaError, ValueError, OSError) as error:
            raise self._broken(error) from error
        return found

    def nearest(
        self,
        name: CollectionName,
        vector: np.ndarray,
        k: int,
        where: dict[str, Any] | None = None,
        ids: Sequence[str] | None = None,
    ) -> list[tuple[str, float]]:
        """(id, cosine) of the nearest entries, nearest first.

        ``ids`` are those that ``where`` lets through, for a caller that knows them: the embedded
        engine finds the same among them in a fifth of the time. A server is sent the shorter filter.
        A small embedded collection is searched whole, and one that finds too few is searched again so.
        """
        try:
            if not self._remote and (name in self._whole or self.count(name) <= EXACT):
                return self._exact(name, vector, k, where, ids)
        except (ChromaError, ValueError, OSError) as error:
            raise self._broken(error) from error
        if ids is not None and not self._remote:
            try:
                near = self._query(name, vector, k, ids=list(ids))
                missed = len(near) < min(k, len(ids)) and len(ids) <= EXACT
                return self._compared(*self._stacked(name, ids), vector, k) if missed else near
            except ChromaError:  # a build has taken some away: the filter knows what is left
                pass
        try:
            return self._query(name, vector, k, where=where)
        except (ChromaError, ValueError, OSError) as error:
            raise self._broken(error) from error

    def _exact(
        self, name: CollectionName, vector: np.ndarray, k: int, where: dict[str, Any] | None, ids: Sequence[str] | None
    ) -> list[tuple[str, float]]:
        """The nearest by comparing every vector; they are read once and kept until the collection changes."""
        if name not in self._whole:
            self._whole[name] = self._stacked(name, [id for id, _ in self.entries(name)])
        held, vectors = self._whole[name]
        gone = ids is not None and not set(ids) <= set(held)
        if where is not None and (ids is None or gone):
            ids = self._collections[name].get(where=where, include=[])["ids"]
        if ids is not None:
            among = set(ids)
            rows = [row for row, id in enumerate(held) if id in among]
            held, vectors = [held[row] for row in rows], vectors[rows]
        return self._compared(held, vectors, vector, k)

    def _stacked(self, name: CollectionName, ids: Sequence[str]) -> tuple[list[str], np.ndarray]:
        found = self.vectors(name, ids)
        held = [id for id in ids if id in found]
        return held, np.stack([found[id] for id in held]) if held else np.empty((0, 0), np.float32)

    @staticmethod
    def _compared(held: Sequence[str], vectors: np.ndarray, vector: np.ndarray, k: int) -> list[tuple[str, float]]:
        if not held:
            return []
        cosines = vectors @ np.asarray(vector, np.float32)
        best = np.argsort(-cosines, kind="stable")[: max(1, k)]
        return [(held[row], float(cosines[row])) for row in best.tolist()]

    def _query(self, name: CollectionName, vector: np.ndarray, k: int, **among: Any) -> list[tuple[str, float]]:
        """Asks the collection itself: LlamaIndex's query would parse a node out of every hit only to
        throw it away, and reports exp(-distance) in place of the cosine."""
        found = self._collections[name].query(
            query_embeddings=[vector], n_results=max(1, k), include=["distances"], **among
        )
        return [(id, 1.0 - float(d)) for id, d in zip(found["ids"][0], found["distances"][0], strict=True)]

    def _broken(self, error: Exception) -> StoreBroken:
        reason = " ".join(str(error).split())
        for secret in self._secrets:
            reason = reason.replace(secret, "***")
        reason = reason[:160]
        if not self._remote and is_full(Path(self.where)):
            return StoreBroken(f"hết chỗ trên đĩa khi ghi “{self.where}”: hãy giải phóng dung lượng rồi chạy lại")
        advice = "" if self._remote else "; nếu kho hỏng, hãy xóa thư mục này rồi chạy “python -m index build”"
        return StoreBroken(f"Chroma tại “{self.where}” không dùng được: {reason}{advice}")


@dataclass(frozen=True, slots=True)
class ChromaServer:
    """What ``chroma_url`` says: the server, whoever logs in, and the tenant and database to use there."""

    host: str
    port: int
    secure: bool
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    tenant: str = DEFAULT_TENANT
    database: str = DEFAULT_DATABASE

    @property
    def shown(self) -> str:
        """The address without its login."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.secure else 'http'}://{host}:{self.port}"

    @property
    def headers(self) -> dict[str, str]:
        """The login: a password without a user is a Chroma token, with one it is HTTP's basic login."""
        if self.user:
            return {"Authorization": f"Basic {self._basic}"}
        return {"X-Chroma-Token": self.password} if self.password else {}

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be printed."""
        return tuple(secret for secret in (self._basic if self.user else "", self.password) if secret)

    @property
    def _basic(self) -> str:
        return base64.b64encode(f"{self.user}:{self.password}".encode()).decode("ascii")


def read_address(url: str) -> ChromaServer:
    """``http(s)://[user][:password]@host[:port][/tenant/database]`` taken apart, %-escapes read.

    StoreBroken, which never repeats the address, when it is none.
    """
    try:
        address = urlsplit(url)
        port = address.port
    except ValueError:
        raise StoreBroken(WRONG_ADDRESS) from None
    path = [unquote(part) for part in address.path.split("/") if part]
    if address.scheme not in ("http", "https") or not address.hostname or address.query or len(path) not in (0, 2):
        raise StoreBroken(WRONG_ADDRESS)
    secure = address.scheme == "https"
    return ChromaServer(
        address.hostname,
        port or (443 if secure else 8000),
        secure,
        unquote(address.username or ""),
        unquote(address.password or ""),
        *path,
    )


def connect(settings: IndexSettings) -> Any:
    """A client for the store's own folder, or for the server of ``chroma_url``; telemetry off."""
    quiet = Settings(anonymized_telemetry=False)
    if not settings.chroma_url:
        folder = settings.store / "chroma"
        folder.mkdir(parents=True, exist_ok=True)
        return chromadb.PersistentClient(path=str(folder), settings=quiet)
    server = read_address(settings.chroma_url)
    return chromadb.HttpClient(
        host=server.host,
        port=server.port,
        ssl=server.secure,
        headers=server.headers,
        settings=quiet,
        tenant=server.tenant,
        database=server.database,
    )
