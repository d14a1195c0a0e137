"""The source pane as a component of a tab: it opens a span that a chip, row or link names."""

from collections.abc import Sequence
from typing import Any

import gradio as gr

from documents.legal_references import LegalReference, find_section, match_source
from documents.records import Document, DocumentsError, Section
from documents.validity import superseded_digests, validity_notices
from index.records import IndexFailure
from screen.desk import Desk
from screen.markup import span_payload
from screen.sources import Follow, follow_inside, read_view, render_empty_source, render_gone, render_source
from screen.texts import Language, say_line

PRIVATE: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}


def listening_html(value: str, elem_id: str, *events: str, **options: Any) -> gr.HTML:
    """An HTML component whose buttons raise ``cite`` and the events named."""
    names = ", ".join(f"'{event}'" for event in ("cite", *events))
    script = f"window.screenPage.listen(element, trigger, [{names}]);"
    return gr.HTML(value, elem_id=elem_id, js_on_load=script, apply_default_css=False, padding=False, **options)


def render_view(desk: Desk, data: object, language: Language, empty: str = "source_empty") -> str:
    """The pane for what a browser asks to see; ``empty`` is the wording when it asks for nothing."""
    view = read_view(data)
    if view is None:
        return render_empty_source(language, empty)
    try:
        document = desk.index.document(view.document)
        sections = desk.index.sections(view.document)
    except (DocumentsError, IndexFailure):
        return render_gone(language)
    follow = _follow_anywhere(desk, document, sections)
    told = validity_notices(document.source, desk.index.sources())
    notices = [say_line(language, notice) for notice in told]
    return render_source(document, sections, view, language, notices, follow)


def _follow_anywhere(desk: Desk, document: Document, sections: Sequence[Section]) -> Follow:
    """Follows references inside the text first, then to any other indexed text they name."""
    inside = follow_inside(document, sections)
    sources = desk.index.sources()
    aside = superseded_digests(sources)
    answering = [source for source in sources if source.id not in aside]

    def follow(reference: LegalReference, position: int) -> dict[str, object] | None:
        found = inside(reference, position)
        other = match_source(answering, reference)
        if found or other is None or other.id == document.id:
            return found
        target = find_section(desk.index.sections(other.id), reference)
        return span_payload(other.id, target.start, target.end) if target else span_payload(other.id, 0, 0)

    return follow


def event_data(event: gr.EventData) -> dict[str, Any]:
    """What a button sent with its event."""
    data = event._data
    return dict(data) if isinstance(data, dict) else {}


class SourcePane:
    """A pane and the span it shows, kept by the page so that another language can redraw it."""

    def __init__(self, desk: Desk, elem_id: str, language: gr.BrowserState, empty: str = "source_empty") -> None:
        self._desk = desk
        self._empty = empty
        self.language = language
        self.shown = gr.State(None)
        self.html = listening_html(render_empty_source("vi", empty), elem_id)

    def open_on(self, *components: Any) -> None:
        """Open what a ``cite`` button of these components, or of the pane itself, names."""
        for component in (*components, self.html):
            component.cite(self._open, [self.language], [self.html, self.shown], **PRIVATE).then(
                None, js="() => window.screenPage.showSource()", **PRIVATE
            )

    def _open(self, language: Language, event: gr.EventData) -> tuple[str, dict[str, Any]]:
        data = event_data(event)
        return render_view(self._desk, data, language, self._empty), data

    def redraw(self, shown: object, language: Language) -> str:
        """The same span in another language."""
        return render_view(self._desk, shown, language, self._empty)
