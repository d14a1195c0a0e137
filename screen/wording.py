"""Which component says what in which language, so that one switch turns the whole screen."""

from collections.abc import Callable
from typing import Any

import gradio as gr

from screen.texts import Language, say


class Wording:
    """Collects components with the properties that carry words, while the page is laid out."""

    def __init__(self) -> None:
        self._entries: list[tuple[Any, Callable[[Language], dict[str, Any]]]] = []

    def add(self, component: Any, **keys: str) -> Any:
        """Remember a component and, per property, the key of its wording; hands it back."""
        self._entries.append((component, lambda language: {p: say(language, k) for p, k in keys.items()}))
        return component

    def add_made(self, component: Any, make: Callable[[Language], dict[str, Any]]) -> Any:
        """Remember a component whose properties are made anew for a language; hands it back."""
        self._entries.append((component, make))
        return component

    @property
    def components(self) -> list[Any]:
        return [component for component, _ in self._entries]

    def updates(self, language: Language) -> list[Any]:
        """One Gradio update for each component, in the order of ``components``."""
        return [gr.update(**make(language)) for _, make in self._entries]
