"""Records of the index room: passages, hits, filters, and the room's errors.

IndexFailure
├── StoreMismatch   the store was made by another model or version; exit code 2
├── StoreMissing    nothing has been built yet; exit code 2
└── StoreBroken     the disk or the database failed; exit code 1
"""

from dataclasses import dataclass, field
from typing import Literal

from documents.records import Figure


class IndexFailure(Exception):
    """Base of the room's errors; the message is one line that says what to run."""


class StoreMismatch(IndexFailure):
    """The store was made with another model, cutting version or vector length."""


class StoreMissing(IndexFailure):
    """The store has not been built, or its build has not finished."""


class StoreBroken(IndexFailure):
    """The disk or a database refused; the cause is chained."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A citable stretch of a document: ``text`` is exactly ``document.text[start:end]``.

    ``heading`` is the heading path that gives the embedding its context; it is not cited.
    """

    id: str
    document: str
    locator: str
    start: int
    end: int
    text: str
    heading: str = ""
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a query. Higher is better for every score.

    ``score`` orders the hits (fused); ``dense`` is the cosine to the query (0 when the dense
    side was not asked), ``lexical`` the BM25 score, ``coverage`` the share (0-1, by inverse
    document frequency) of the query's content words that the passage holds.
    """

    passage: Passage
    score: float
    dense: float
    lexical: float
    coverage: float


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """Narrowing of a search; empty fields do not narrow."""

    documents: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """A look-up in the figure table; None and "" do not narrow.

    ``indicator`` is searched by meaning; the rest filters. ``place`` is a place name or code,
    ``year`` a four-digit year that the figure's period must touch. ``within`` lets figures of
    places inside the asked one through as well (districts of a province, provinces of a region).
    """

    place: str = ""
    year: int | None = None
    indicator: str = ""
    unit: str = ""
    status: str = ""
    document: str = ""
    limit: int = 0
    within: bool = False


@dataclass(frozen=True, slots=True)
class FigureHit:
    """A figure with how near its indicator is to the one asked for (cosine, 1.0 if not asked)."""

    figure: Figure
    score: float


@dataclass(frozen=True, slots=True)
class BuildEvent:
    """Progress of a build, for a bar or a log line."""

    phase: Literal["model", "read", "embed", "figures", "lexical", "done"]
    done: int
    total: int
    item: str = ""
    per_second: float = 0.0
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did; ``problems`` are (file, reason) pairs of what could not be read."""

    documents: int
    passages: int
    figures: int
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    problems: tuple[tuple[str, str], ...] = field(default=())
    seconds: float = 0.0
