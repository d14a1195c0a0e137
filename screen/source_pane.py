"""The source pane as a component of a tab: it opens a span that a chip, row or link names."""

from datetime import date
from typing import Any

import gradio as gr

from documents.records import DocumentsError
from screen.desk import Desk
from screen.sources import View, read_view, render_empty_source, render_gone, render_source
from screen.texts import Language

PRIVATE: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
LISTEN = "window.screenPage.listen(element, trigger, ['cite', 'ask', 'pick']);"


def listening_html(value: str, elem_id: str, **options: Any) -> gr.HTML:
    """An HTML component whose buttons raise ``cite``, ``ask`` and ``pick``."""
    return gr.HTML(value, elem_id=elem_id, js_on_load=LISTEN, apply_default_css=False, padding=False, **options)


def render_view(desk: Desk, data: object, language: Language) -> str:
    """The pane for what a browser asks to see; says so when the document is gone."""
    view = read_view(data)
    if view is None:
        return render_empty_source(language)
    try:
        document = desk.index.document(view.document)
        sections = desk.index.sections(view.document)
    except (DocumentsError, KeyError):
        return render_gone(language)
    return render_source(document, sections, view, language, date.today().isoformat())


def view_data(view: View) -> dict[str, Any]:
    """A view as the JSON value that ``read_view`` takes."""
    return {"document": view.document, "start": view.start, "end": view.end}


def event_data(event: gr.EventData) -> dict[str, Any]:
    """What a button sent with its event."""
    data = event._data
    return dict(data) if isinstance(data, dict) else {}


class SourcePane:
    """A pane and the span it shows, kept by the page so that another language can redraw it."""

    def __init__(self, desk: Desk, elem_id: str, language: gr.BrowserState) -> None:
        self._desk = desk
        self.language = language
        self.shown = gr.State(None)
        self.html = listening_html(render_empty_source("vi"), elem_id)

    def open_on(self, *components: Any) -> None:
        """Open what a ``cite`` button of these components, or of the pane itself, names."""
        for component in (*components, self.html):
            component.cite(self._open, [self.language], [self.html, self.shown], **PRIVATE).then(
                None, js="() => window.screenPage.showSource()", **PRIVATE
            )

    def _open(self, language: Language, event: gr.EventData) -> tuple[str, dict[str, Any]]:
        data = event_data(event)
        return render_view(self._desk, data, language), data

    def redraw(self, shown: object, language: Language) -> str:
        """The same span in another language."""
        return render_view(self._desk, shown, language)
