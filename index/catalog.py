"""The catalogue of the store: cached texts, sections, passages and figures, in one SQLite file.

It is the store's own truth: what stands here is built, whatever Chroma or the lexical index may
hold besides. A document enters and leaves in one transaction. It knows nothing of vectors.
"""

import dataclasses
import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any

from documents.records import Block, Check, Document, Figure, Period, Place, PlaceLevel, Section, Source
from index.records import Passage, StoreBroken

SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (
    id TEXT PRIMARY KEY, place INTEGER NOT NULL, fingerprint TEXT NOT NULL, source TEXT NOT NULL,
    text TEXT NOT NULL, blocks TEXT NOT NULL, sections TEXT NOT NULL, warnings TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS passages (
    id TEXT PRIMARY KEY, document TEXT NOT NULL, place INTEGER NOT NULL, locator TEXT NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL, heading TEXT NOT NULL, kind TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS passages_document ON passages (document, place);
CREATE TABLE IF NOT EXISTS figures (
    id TEXT PRIMARY KEY, document TEXT NOT NULL, place INTEGER NOT NULL, figure TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS figures_document ON figures (document, place);
"""
FILE = "catalogue.sqlite"
AT_ONCE = 500


class Catalog:
    """One open catalogue; one connection a thread, since a web page asks from several."""

    def __init__(self, store: Path, create: bool = False) -> None:
        self.path = store / FILE
        if not create and not self.path.exists():
            raise StoreBroken(f"kho “{store}” thiếu {FILE}: hãy chạy “python -m index build --store {store}”")
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        if create:
            with self.writing() as connection:
                connection.executescript(SCHEMA)

    def close(self) -> None:
        """Closes every connection; the object must not be used afterwards."""
        for connection in self._open:
            connection.close()
        self._open.clear()

    def documents(self) -> dict[str, str]:
        """Id to fingerprint of every document, in the corpus's order."""
        return dict(self._rows("SELECT id, fingerprint FROM documents ORDER BY place, id"))

    def sources(self) -> list[Source]:
        """The manifest row of every document, in the corpus's order."""
        rows = self._rows("SELECT source FROM documents ORDER BY place, id")
        return [source_from(json.loads(row[0])) for row in rows]

    def document(self, id: str) -> Document | None:
        """The document as it was read when it was built."""
        rows = self._rows("SELECT source, text, blocks, warnings FROM documents WHERE id = ?", (id,))
        for source, text, blocks, warnings in rows:
            return Document(
                source_from(json.loads(source)),
                text,
                tuple(Block(*block) for block in json.loads(blocks)),
                tuple(json.loads(warnings)),
            )
        return None

    def sections(self, id: str) -> list[Section]:
        """The document's structure, in reading order."""
        rows = self._rows("SELECT sections FROM documents WHERE id = ?", (id,))
        return [Section(*section) for row in rows for section in json.loads(row[0])]

    def passages(self, document: str | None = None) -> Iterator[Passage]:
        """Passages of one document or of all, in order of document and place."""
        query = f"SELECT {_PASSAGE} FROM passages"
        if document is None:
            return (Passage(*row) for row in self._rows(f"{query} ORDER BY document, place"))
        return (Passage(*row) for row in self._rows(f"{query} WHERE document = ? ORDER BY place", (document,)))

    def state(self) -> tuple[tuple[int, int], ...]:
        """What changes when anything is written, by whatever process: time and size of the file and of its log."""
        found = []
        for path in (self.path, self.path.with_name(f"{self.path.name}-wal")):
            try:
                stat = path.stat()
            except OSError:
                continue
            found.append((stat.st_mtime_ns, stat.st_size))
        return tuple(found)

    def passages_by_id(self, ids: Sequence[str]) -> dict[str, Passage]:
        """The passages that are there, by id."""
        found = {}
        for some in _portions(ids):
            marks = ",".join("?" * len(some))
            rows = self._rows(f"SELECT {_PASSAGE} FROM passages WHERE id IN ({marks})", some)
            found.update({row[0]: Passage(*row) for row in rows})
        return found

    def figures(self, document: str | None = None) -> Iterator[Figure]:
        """Figures of one document or of all, in reading order."""
        query = "SELECT figure FROM figures"
        if document is None:
            rows = self._rows(f"{query} ORDER BY document, place")
        else:
            rows = self._rows(f"{query} WHERE document = ? ORDER BY place", (document,))
        return (figure_from(json.loads(row[0])) for row in rows)

    def figures_by_id(self, ids: Sequence[str]) -> dict[str, Figure]:
        """The figures that are there, by id."""
        found = {}
        for some in _portions(ids):
            marks = ",".join("?" * len(some))
            rows = list(self._rows(f"SELECT id, figure FROM figures WHERE id IN ({marks})", some))
            read = json.loads("[" + ",".join(row[1] for row in rows) + "]")
            found.update({row[0]: figure_from(facts) for row, facts in zip(rows, read, strict=True)})
        return found

    def ids(self, table: str) -> set[str]:
        """Every id of ``passages`` or ``figures``."""
        if table not in ("passages", "figures"):
            raise ValueError(table)
        return {row[0] for row in self._rows(f"SELECT id FROM {table}")}

    def count(self, table: str) -> int:
        """How many rows ``documents``, ``passages`` or ``figures`` holds."""
        if table not in ("documents", "passages", "figures"):
            raise ValueError(table)
        return int(next(iter(self._rows(f"SELECT count(*) FROM {table}")))[0])

    def meta(self, key: str) -> str:
        """A note left by a build, or ""."""
        return next((row[0] for row in self._rows("SELECT value FROM meta WHERE key = ?", (key,))), "")

    def set_meta(self, key: str, value: str) -> None:
        """Leaves a note for later builds."""
        with self.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def put(
        self,
        document: Document,
        fingerprint: str,
        sections: Sequence[Section],
        passages: Sequence[Passage],
        figures: Sequence[Figure],
    ) -> None:
        """Writes one document with all that belongs to it, in place of what was there."""
        row = (
            document.id,
            0,
            fingerprint,
            to_json(document.source),
            document.text,
            json.dumps([_fields(block) for block in document.blocks]),
            json.dumps([_fields(section) for section in sections], ensure_ascii=False),
            json.dumps(document.warnings, ensure_ascii=False),
        )
        with self.writing() as connection:
            _forget(connection, document.id)
            connection.execute("INSERT INTO documents VALUES (?,?,?,?,?,?,?,?)", row)
            connection.executemany(
                "INSERT INTO passages VALUES (?,?,?,?,?,?,?,?,?)",
                [
                    (p.id, p.document, place, p.locator, p.start, p.end, p.text, p.heading, p.kind)
                    for place, p in enumerate(passages)
                ],
            )
            connection.executemany(
                "INSERT INTO figures VALUES (?,?,?,?)",
                [(figure.id, figure.document, place, to_json(figure)) for place, figure in enumerate(figures)],
            )

    def replace_figures(self, figures: Iterable[Figure]) -> None:
        """Writes the figures' new contents over their old ones, ids unchanged."""
        with self.writing() as connection:
            connection.executemany(
                "UPDATE figures SET figure = ? WHERE id = ?", [(to_json(figure), figure.id) for figure in figures]
            )

    def set_order(self, ids: Sequence[str]) -> None:
        """Remembers the corpus's order of the documents."""
        with self.writing() as connection:
            connection.executemany(
                "UPDATE documents SET place = ? WHERE id = ?", [(place, id) for place, id in enumerate(ids)]
            )

    def forget(self, ids: Iterable[str]) -> None:
        """Removes documents with all that belongs to them."""
        with self.writing() as connection:
            for id in ids:
                _forget(connection, id)

    def writing(self) -> "_Writing":
        """A transaction: committed at the end of the block, undone on any error."""
        return _Writing(self._connection(), self.path)

    def _connection(self) -> sqlite3.Connection:
        connection = getattr(self._local, "connection", None)
        if connection is None:
            try:
                connection = sqlite3.connect(self.path, timeout=30, check_same_thread=False)
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
            except sqlite3.Error as error:
                raise broken(error, self.path) from error
            self._local.connection = connection
            self._open.append(connection)
        return connection

    def _rows(self, query: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._connection().execute(query, values)
        except sqlite3.Error as error:
            raise broken(error, self.path) from error


class _Writing:
    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path

    def __enter__(self) -> sqlite3.Connection:
        return self.connection

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        try:
            if error is None:
                self.connection.commit()
            else:
                self.connection.rollback()
        except sqlite3.Error as failure:
            raise broken(failure, self.path) from failure
        if isinstance(error, sqlite3.Error):
            raise broken(error, self.path) from error


def broken(error: sqlite3.Error, path: Path) -> StoreBroken:
    """A database error as one line for the reader."""
    text = str(error)
    if "full" in text:
        return StoreBroken(f"hết chỗ trên đĩa khi ghi “{path}”: hãy giải phóng dung lượng rồi chạy lại")
    if "readonly" in text or "unable to open" in text:
        return StoreBroken(f"không mở hoặc ghi được “{path}”: hãy kiểm tra quyền của thư mục")
    return StoreBroken(f"kho “{path}” hỏng ({text}): hãy xóa thư mục kho rồi chạy “python -m index build”")


def _forget(connection: sqlite3.Connection, id: str) -> None:
    connection.execute("DELETE FROM documents WHERE id = ?", (id,))
    connection.execute("DELETE FROM passages WHERE document = ?", (id,))
    connection.execute("DELETE FROM figures WHERE document = ?", (id,))


_PASSAGE = "id, document, locator, start, end, text, heading, kind"


def _portions(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(ids), AT_ONCE):
        yield ids[at : at + AT_ONCE]


def _fields(record: Any) -> list[Any]:
    return [getattr(record, field.name) for field in dataclasses.fields(record)]


def to_json(record: Any) -> str:
    """A record as JSON; Decimals as strings."""
    return json.dumps(dataclasses.asdict(record), ensure_ascii=False, default=str)


def source_from(row: dict[str, Any]) -> Source:
    """The Source of ``to_json``."""
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return Source(**fields)


_FIGURE_FIELDS = itemgetter(*(field.name for field in dataclasses.fields(Figure)))
"""By position a record is made in half the time that it takes by name."""


@lru_cache(maxsize=4096)
def _place(name: str, level: PlaceLevel, code: str) -> Place:
    """One record for all figures of a place, which are many."""
    return Place(name, level, code)


@lru_cache(maxsize=4096)
def _period(start: str, end: str, label: str) -> Period:
    return Period(start, end, label)


def figure_from(row: dict[str, Any]) -> Figure:
    """The Figure of ``to_json``."""
    row["value"] = Decimal(row["value"])
    row["upper"] = None if row["upper"] is None else Decimal(row["upper"])
    place, period = row["place"], row["period"]
    row["place"] = None if place is None else _place(place["name"], place["level"], place["code"])
    row["period"] = None if period is None else _period(period["start"], period["end"], period["label"])
    row["checks"] = tuple(Check(**{**check, "figures": tuple(check["figures"])}) for check in row["checks"])
    return Figure(*_FIGURE_FIELDS(row))
