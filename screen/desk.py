"""What the tabs share: the open index and the assistant over it.

The index is reopened after a rebuild, so that every tab and every reader sees the new one;
a question that is already under way keeps the one it began with.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from assistant.briefing import suggestions
from assistant.records import Answer, Talk
from documents.records import Source
from documents.settings import Limits
from index.records import FigureFilter
from index.retrieve import Index
from index.settings import IndexSettings
from screen.facets import Facets, read_facets
from screen.texts import Language


class Answering(Protocol):
    """What the chat needs of an assistant."""

    def ask(self, question: str, talk: Talk | None = None, language: Language | None = None) -> Answer: ...


@dataclass(frozen=True, slots=True)
class Opened:
    """An index and the assistant over it, always of the same build."""

    index: Index
    assistant: Answering


class Desk:
    """Holds the opened index; ``open`` is called again after each rebuild."""

    def __init__(self, settings: IndexSettings, open: Callable[[], Opened], limits: Limits | None = None) -> None:
        self.settings = settings
        self.limits = limits or Limits()
        self._open = open
        self._lock = Lock()
        self._opened = open()
        self._facets: Facets | None = None
        self._topics: list[str] | None = None

    @property
    def index(self) -> Index:
        return self._opened.index

    @property
    def assistant(self) -> Answering:
        return self._opened.assistant

    def reopen(self) -> None:
        """Open the rebuilt index; the old one stays in place when that fails."""
        with self._lock:
            self._opened = self._open()
            self._facets = self._topics = None

    def facets(self) -> Facets:
        """The choices that the indexed figures offer; counted once for each build."""
        if self._facets is None:
            self._facets = read_facets(self.index.select(FigureFilter()))
        return self._facets

    def topics(self) -> list[str]:
        """Topics of a note that the documents cover; found once for each build."""
        if self._topics is None:
            self._topics = suggestions(self.index)
        return self._topics

    def sources(self) -> dict[str, Source]:
        """The indexed sources by document id."""
        return {source.id: source for source in self.index.sources()}
