"""Tab Tài liệu: what is indexed, files in, files out, and the build with its progress.

A build runs beside the page in a thread of its own; the index is reopened when it has finished.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import gradio as gr

from documents.adding import add_file, remove_document
from documents.confirming import added_sources, confirm_document
from documents.corpus import ADDED
from documents.records import DocumentsError, Source
from documents.settings import DOCUMENT_SUFFIXES
from documents.validity import superseded_digests, validity_notices
from index.build import build
from index.records import BuildEvent, BuildReport, IndexFailure
from screen.confirm_form import Form, fresh_form, read_forms, render_forms
from screen.desk import Desk
from screen.document_list import (
    ROWS_A_PAGE,
    DocumentRow,
    FileStep,
    find_sources,
    render_documents,
    render_failure,
    render_outline,
    render_progress,
    render_report,
    render_steps,
)
from screen.markup import escape
from screen.source_pane import PRIVATE, SourcePane, event_data, listening_html, render_view
from screen.texts import Language, say, say_line
from screen.wording import Wording

ERRORS = (DocumentsError, IndexFailure)


def build_with_progress(
    run: Callable[[Callable[[BuildEvent], None]], BuildReport],
) -> Iterator[BuildEvent | BuildReport | Exception]:
    """The events of a build as they come, then its report or what stopped it."""
    queue: Queue[BuildEvent | BuildReport | Exception] = Queue()

    def work() -> None:
        try:
            queue.put(run(queue.put))
        except ERRORS as error:
            queue.put(error)

    thread = Thread(target=work, daemon=True)
    thread.start()
    while True:
        item = queue.get()
        while isinstance(item, BuildEvent) and not queue.empty():
            item = queue.get()
        yield item
        if not isinstance(item, BuildEvent):
            return


def _added(source: Source) -> bool:
    return source.file.startswith(f"{ADDED}/")


class DocumentsTab:
    """The components of the tab and what happens between them."""

    def __init__(self, desk: Desk, language: gr.BrowserState, wording: Wording) -> None:
        self._desk = desk
        self.language = language
        self.page = gr.State(0)
        self.previewed = gr.State("")
        self.opened = gr.State([])
        self._lay_out_tools(wording)
        self.status = listening_html("", "document-status")
        self.forms = listening_html("", "document-forms", "confirm", "leave")
        with gr.Row(elem_classes="desk", equal_height=False):
            with gr.Column(scale=3, min_width=280, elem_classes="talk-column"):
                events = ("preview", "ask_remove", "remove", "turn", "describe")
                self.list = listening_html(self.draw("", 0, "vi"), "documents", *events)
            with gr.Column(scale=2, min_width=280, elem_classes="source-column"):
                self.outline = listening_html("", "outline")
                self.pane = SourcePane(desk, "document-source", language, "source_empty_documents")
        self.pane.open_on(self.outline)
        self._connect()

    def _lay_out_tools(self, wording: Wording) -> None:
        with gr.Row(elem_classes="filters"):
            self.search = wording.add(
                gr.Textbox(label=say("vi", "doc_search"), elem_id="document-search", scale=2, min_width=200),
                label="doc_search",
            )
            self.upload = wording.add(
                gr.UploadButton(
                    say("vi", "doc_upload"),
                    file_count="multiple",
                    file_types=sorted(DOCUMENT_SUFFIXES),
                    elem_id="document-upload",
                    variant="primary",
                    min_width=150,
                ),
                label="doc_upload",
            )
            self.update = wording.add(
                gr.Button(say("vi", "doc_update"), elem_id="document-update", min_width=150), value="doc_update"
            )
            self.rebuild = wording.add(
                gr.Button(say("vi", "doc_rebuild"), elem_id="document-rebuild", min_width=150), value="doc_rebuild"
            )

    def _connect(self) -> None:
        shown = [self.list, self.status]
        listed = [self.search, self.page, self.language]
        self.search.input(self._search, [self.search, self.language], [self.list, self.page], **PRIVATE)
        self.list.turn(self._turn_page, [self.search, self.language], [self.list, self.page], **PRIVATE)
        self.list.ask_remove(self._ask_remove, listed, self.list, **PRIVATE)
        preview = [self.outline, self.pane.html, self.pane.shown, self.previewed]
        self.list.preview(self._preview, [self.language], preview, **PRIVATE).then(
            None, js="() => window.screenPage.showSource()", **PRIVATE
        )
        forms = [self.forms, self.opened]
        self.list.describe(self._describe, self.language, forms, **PRIVATE).then(
            None, js="() => window.screenPage.showForm()", **PRIVATE
        )
        self.forms.leave(self._leave, self.language, forms, **PRIVATE)
        build: dict[str, Any] = {**PRIVATE, "concurrency_id": "build", "concurrency_limit": 1}
        self.changes = [
            self.upload.upload(self._add, [self.upload, *listed], [*shown, *forms], **build),
            self.forms.confirm(self._confirm, listed, [*shown, *forms], trigger_mode="multiple", **build),
            self.list.remove(self._remove, listed, shown, **build),
            self.update.click(self._update, listed, shown, **build),
            self.rebuild.click(self._rebuild, listed, shown, **build),
        ]

    def draw(self, words: str, page: int, language: Language, confirming: str = "") -> str:
        """One page of the list of what is indexed."""
        index = self._desk.index
        sources = index.sources()
        found = sorted(find_sources(sources, words or ""), key=lambda source: not _added(source))
        page = min(page, max(0, (len(found) - 1) // ROWS_A_PAGE))
        aside = superseded_digests(sources)
        shown = found[page * ROWS_A_PAGE : (page + 1) * ROWS_A_PAGE]
        rows = [self._row(source, sources, source.id in aside) for source in shown]
        return render_documents(rows, len(found), page, language, confirming)

    def draw_outline(self, id: str, language: Language) -> str:
        """The outline of the previewed document; nothing when none is, or it is gone."""
        try:
            return render_outline(self._desk.index.document(id), self._desk.index.sections(id), language) if id else ""
        except ERRORS:
            return ""

    def _row(self, source: Source, sources: Sequence[Source], aside: bool) -> DocumentRow:
        index = self._desk.index
        warnings = (*validity_notices(source, sources), *index.document(source.id).warnings)
        counts = (len(index.passages(source.id)), len(index.figures(source.id)))
        return DocumentRow(source, *counts, warnings, _added(source), aside)

    def _search(self, words: str, language: Language) -> tuple[str, int]:
        return self.draw(words, 0, language), 0

    def _turn_page(self, words: str, language: Language, event: gr.EventData) -> tuple[str, int]:
        page = event_data(event).get("page", 0)
        page = page if isinstance(page, int) and page >= 0 else 0
        return self.draw(words, page, language), page

    def _ask_remove(self, words: str, page: int, language: Language, event: gr.EventData) -> str:
        return self.draw(words, page, language, str(event_data(event).get("id", "")))

    def _preview(self, language: Language, event: gr.EventData) -> tuple[Any, ...]:
        id = str(event_data(event).get("id", ""))
        data = {"document": id, "start": 0, "end": 0, "before": 0, "after": 8}
        return self.draw_outline(id, language), render_view(self._desk, data, language), data, id

    def _add(self, files: Sequence[str], words: str, page: int, language: Language) -> Iterator[tuple[Any, ...]]:
        """Each file in turn, their forms, then the build; the list is drawn anew at the end."""
        paths = [Path(file) for file in files or ()]
        steps = [FileStep(path.name, "waiting") for path in paths]
        forms: list[Form] = []
        for at, path in enumerate(paths):
            steps[at] = replace(steps[at], state="reading")
            yield gr.skip(), render_steps(steps, language), gr.skip(), gr.skip()
            try:
                added = add_file(self._desk.settings.documents, path, limits=self._desk.limits)
                detail = "; ".join([added.source.title, *(say_line(language, line) for line in added.warnings)])
                steps[at] = FileStep(path.name, added.outcome, detail)
                forms += [fresh_form(added.source)] if added.outcome != "same" else []
            except DocumentsError as error:
                steps[at] = FileStep(path.name, "failed", say_line(language, str(error)))
        told = render_steps(steps, language)
        if not forms:
            yield gr.skip(), told, gr.skip(), gr.skip()
            return
        yield gr.skip(), told, *self._drawn(forms, language)
        for shown in self._build(words, page, language, told, False):
            yield *shown, gr.skip(), gr.skip()

    def _drawn(self, forms: Sequence[Form], language: Language) -> tuple[str, list[str]]:
        return render_forms(forms, language), [form.source.id for form in forms]

    def draw_forms(self, opened: Sequence[str], language: Language) -> str:
        """The forms of the documents named, as their rows stand."""
        try:
            rows = added_sources(self._desk.settings.documents) if opened else {}
        except DocumentsError:
            rows = {}
        return render_forms([fresh_form(rows[id]) for id in opened if id in rows], language)

    def _typed(self, event: gr.EventData) -> tuple[str, list[Form], dict[str, Source]]:
        """The id that a button names, the open forms with what was typed, and the added rows."""
        data = event_data(event)
        rows = added_sources(self._desk.settings.documents)
        return str(data.get("id", "")), read_forms(data.get("forms"), rows), rows

    def _describe(self, event: gr.EventData, language: Language) -> tuple[str, list[str]]:
        id, forms, rows = self._typed(event)
        others = [form for form in forms if form.source.id != id]
        return self._drawn([*others, *([fresh_form(rows[id])] if id in rows else [])], language)

    def _leave(self, event: gr.EventData, language: Language) -> tuple[str, list[str]]:
        id, forms, _ = self._typed(event)
        return self._drawn([form for form in forms if form.source.id != id], language)

    def _confirm(self, event: gr.EventData, words: str, page: int, language: Language) -> Iterator[tuple[Any, ...]]:
        """The row first, so that its form closes at once; then the build that makes it count."""
        id, forms, rows = self._typed(event)
        typed = next((form.values for form in forms if form.source.id == id), {})
        try:
            source = confirm_document(self._desk.settings.documents, id, typed)
        except DocumentsError as error:
            told = [
                replace(form, error=say_line(language, str(error))) if form.source.id == id else form for form in forms
            ]
            gone = id not in rows
            yield (
                gr.skip(),
                render_failure(say_line(language, str(error))) if gone else gr.skip(),
                *self._drawn(told, language),
            )
            return
        line = f'<p class="removed">{escape(say(language, "doc_confirmed", title=source.title))}</p>'
        yield gr.skip(), line, *self._drawn([form for form in forms if form.source.id != id], language)
        for shown in self._build(words, page, language, line, False):
            yield *shown, gr.skip(), gr.skip()

    def _remove(self, event: gr.EventData, words: str, page: int, language: Language) -> Iterator[tuple[Any, str]]:
        try:
            gone = remove_document(self._desk.settings.documents, str(event_data(event).get("id", "")))
        except DocumentsError as error:
            yield self.draw(words, page, language), render_failure(say_line(language, str(error)))
            return
        told = f'<p class="removed">{say(language, "doc_removed")}</p>' if gone else ""
        yield from self._build(words, page, language, told, False)

    def _update(self, words: str, page: int, language: Language) -> Iterator[tuple[Any, str]]:
        yield from self._build(words, page, language, "", False)

    def _rebuild(self, words: str, page: int, language: Language) -> Iterator[tuple[Any, str]]:
        yield from self._build(words, page, language, "", True)

    def _build(self, words: str, page: int, language: Language, told: str, anew: bool) -> Iterator[tuple[Any, str]]:
        settings, limits = self._desk.settings, self._desk.limits
        yield gr.skip(), told + render_progress(BuildEvent("model", 0, 0), language)
        for item in build_with_progress(lambda report: build(settings, report, rebuild=anew, limits=limits)):
            if isinstance(item, BuildEvent):
                yield gr.skip(), told + render_progress(item, language)
                continue
            if isinstance(item, Exception):
                yield gr.skip(), told + render_failure(say_line(language, str(item)))
                return
            try:
                self._desk.reopen()
            except IndexFailure as error:
                yield gr.skip(), told + render_failure(say_line(language, str(error)))
                return
            yield self.draw(words, page, language), told + render_report(item, language)
