"""What the tabs share: the open index and the assistant over it.

The index is reopened after a rebuild, so that every tab and every reader sees the new one;
a question that is already under way keeps the one it began with.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from assistant.records import Answer, Talk
from documents.records import Source
from index.retrieve import Index
from index.settings import IndexSettings
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

    def __init__(self, settings: IndexSettings, open: Callable[[], Opened]) -> None:
        self.settings = settings
        self._open = open
        self._lock = Lock()
        self._opened = open()

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

    def sources(self) -> dict[str, Source]:
        """The indexed sources by document id."""
        return {source.id: source for source in self.index.sources()}
