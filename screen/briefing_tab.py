"""Tab Bản tóm lược: a topic in, a note out, edited sentence by sentence, saved as DOCX, PDF or MD.

The note is kept in the reader's browser and travels with each step; the server keeps nothing.
"""

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr
from pydantic import TypeAdapter, ValidationError

from assistant import briefing
from assistant.briefing_command import save
from assistant.briefing_records import BriefRequest, Note, NoteFields
from assistant.records import Answer, AssistantError
from documents.records import DocumentsError
from index.records import IndexFailure
from screen.desk import Desk
from screen.document_list import titles_of
from screen.markup import escape, event_button
from screen.note_view import render_note
from screen.source_pane import PRIVATE, SourcePane, event_data, listening_html
from screen.texts import Language, say, say_line
from screen.wording import Wording

SECTIONS = ("context", "results", "limits", "measures", "proposals")
FIELDS = ("parent_body", "issuing_body", "number", "place", "date", "recipients", "signer_office", "signer_name")
FORMATS = ("docx", "pdf", "md")
ERRORS = (AssistantError, DocumentsError, IndexFailure)
_NOTE: TypeAdapter[Note] = TypeAdapter(Note)
_ASKED = re.compile(
    r"^\s*(?:hãy\s+|xin\s+|nhờ\s+)?(?:soạn|viết|lập)\s+(?:giúp\s+(?:tôi\s+)?|cho\s+tôi\s+)?(?:một\s+|1\s+)?"
    r"(?:bản\s+|văn\s+bản\s+)?tóm\s+(?:lược|tắt)\s*(?:về|:)?\s*(?P<topic>.+)$",
    re.IGNORECASE | re.DOTALL,
)


def asked_topic(question: str) -> str:
    """The topic when a question asks for a briefing note ("soạn bản tóm lược về ..."), else ""."""
    found = _ASKED.match(question)
    return found["topic"].strip(" .?!") if found else ""


def load_note(stored: object) -> Note | None:
    """The note a browser kept, or None when there is none that fits."""
    if not stored:
        return None
    try:
        return _NOTE.validate_python(stored)
    except ValidationError:
        return None


def dump_note(note: Note) -> dict[str, Any]:
    """The note as JSON values, for the browser to keep."""
    return _NOTE.dump_python(note, mode="json")


def add_to_note(note: Note | None, answer: Answer) -> Note:
    """The note with an answer added; a new one on the question when there was none."""
    topic = answer.question.strip(" ?")
    empty = Note(topic, briefing.TITLE, topic, "", (), (), ())
    return briefing.add_answer(note or empty, answer)


@dataclass(frozen=True, slots=True)
class Step:
    """One edit that a button asked for."""

    event: str
    id: str = ""
    steps: int = 0
    text: str = ""


def apply_step(note: Note, step: Step) -> Note:
    """The note after a step; AssistantError when the step does not fit."""
    if step.event == "reword":
        return briefing.edit_sentence(note, step.id, step.text)
    if step.event == "drop":
        return briefing.remove(note, step.id)
    if step.event == "restore":
        return briefing.restore(note, step.id)
    return briefing.move(note, step.id, max(-1, min(1, step.steps)))


def read_fields(values: Sequence[str]) -> NoteFields:
    """The office's own parts of the form; recipients are one a line."""
    row: dict[str, Any] = dict(zip(FIELDS, (value or "" for value in values), strict=True))
    row["recipients"] = tuple(line.strip() for line in row["recipients"].split("\n") if line.strip())
    return NoteFields(**row)


class BriefingTab:
    """The components of the tab and what happens between them."""

    def __init__(self, desk: Desk, kept: gr.BrowserState, language: gr.BrowserState, wording: Wording) -> None:
        self._desk = desk
        self.language = language
        self.kept = kept
        self._lay_out_request(wording)
        with gr.Row(elem_classes="desk", equal_height=False):
            with gr.Column(scale=3, min_width=280, elem_classes="talk-column"):
                steps = ("suggest", "edit", "reword", "move", "drop", "restore")
                self.note = listening_html(self.draw(None, "vi"), "note", *steps)
                self._lay_out_saving(wording)
            with gr.Column(scale=2, min_width=280, elem_classes="source-column"):
                self.pane = SourcePane(desk, "note-source", language)
        self.pane.open_on(self.note)
        self._connect()

    def _lay_out_request(self, wording: Wording) -> None:
        facets = self._desk.facets()
        with gr.Row(elem_classes="filters"):
            self.topic = wording.add(
                gr.Textbox(
                    label=say("vi", "note_topic"),
                    placeholder=say("vi", "note_topic_example"),
                    elem_id="note-topic",
                    scale=3,
                    min_width=260,
                    max_lines=3,
                ),
                label="note_topic",
                placeholder="note_topic_example",
            )
            self.compose = wording.add(
                gr.Button(say("vi", "note_compose"), variant="primary", elem_id="note-compose", min_width=120),
                value="note_compose",
            )
        more = wording.add(gr.Accordion(say("vi", "note_more"), open=False), label="note_more")
        with more, gr.Row(elem_classes="filters"):
            self.places = self._several("filter_place", list(facets.places), wording, custom=True)
            self.years = self._several("filter_year", [str(year) for year in facets.years], wording, custom=True)
            self.documents = self._several("filter_document", titles_of(self._desk.sources()), wording)
            self.sections = self._several("note_sections", [], wording)
            wording.add_made(self.sections, lambda language: {"choices": _section_choices(language)})

    def choices(self) -> list[Any]:
        """Updates of the choices after a rebuild, in the order of ``refreshed``."""
        facets = self._desk.facets()
        years = [str(year) for year in facets.years]
        return [gr.update(choices=list(c)) for c in (facets.places, years, titles_of(self._desk.sources()))]

    @property
    def refreshed(self) -> list[Any]:
        return [self.places, self.years, self.documents]

    def _several(self, key: str, choices: list[Any], wording: Wording, custom: bool = False) -> gr.Dropdown:
        box = gr.Dropdown(
            choices, value=[], label=say("vi", key), multiselect=True, allow_custom_value=custom, min_width=160
        )
        return wording.add(box, label=key)

    def _lay_out_saving(self, wording: Wording) -> None:
        self.fields: list[gr.Textbox] = []
        with gr.Column(visible=False, elem_id="note-saving") as self.saving:
            with wording.add(gr.Accordion(say("vi", "note_fields"), open=False), label="note_fields"):
                for name in FIELDS:
                    box = gr.Textbox(label=say("vi", f"field_{name}"), lines=3 if name == "recipients" else 1)
                    self.fields.append(wording.add(box, label=f"field_{name}"))
            with gr.Row(elem_classes="filter-tools"):
                self.downloads = [
                    wording.add(
                        gr.Button(say("vi", f"download_{kind}"), size="sm", elem_id=f"make-{kind}"),
                        value=f"download_{kind}",
                    )
                    for kind in FORMATS
                ]
                self.file = gr.DownloadButton("-", visible="hidden", elem_id="note-file")

    def _connect(self) -> None:
        outputs = self.opened
        asked = [self.topic, self.places, self.years, self.documents, self.sections, self.language]
        visible: dict[str, Any] = {**PRIVATE, "show_progress": "full", "show_progress_on": self.note}
        self.compose.click(self._compose, asked, outputs, **visible)
        self.topic.submit(self._compose, asked, outputs, **visible)
        self.note.suggest(self._suggested, [self.language], [self.topic, *outputs], **visible)
        self.note.edit(self._edit, [self.kept, self.language], self.note, **PRIVATE)
        for event in ("reword", "move", "drop", "restore"):
            step = getattr(self, f"_{event}")
            getattr(self.note, event)(step, [self.kept, self.language], [self.note, self.kept], **PRIVATE)
        saved = "() => window.screenPage.download('note-file')"
        for kind, button in zip(FORMATS, self.downloads, strict=True):
            button.click(getattr(self, f"_make_{kind}"), [self.kept, *self.fields], self.file, **PRIVATE).success(
                None, js=saved, **PRIVATE
            )

    def draw(self, kept: object, language: Language) -> str:
        """The kept note, or what a note can be about."""
        note = load_note(kept)
        return render_note(note, language) if note else self._welcome(language)

    def _welcome(self, language: Language) -> str:
        topics = self._desk.topics()
        buttons = "".join(f"<li>{event_button('suggest', {'topic': t}, escape(t), 'example')}</li>" for t in topics)
        return (
            f'<div class="welcome"><h2>{escape(say(language, "note_empty_title"))}</h2>'
            f"<p>{escape(say(language, 'note_empty'))}</p><ul>{buttons}</ul></div>"
        )

    def _compose(
        self,
        topic: str,
        places: list[str],
        years: list[str],
        documents: list[str],
        sections: list[Any],
        language: Language,
        progress: gr.Progress = gr.Progress(),  # noqa: B008 - Gradio finds its progress bar by this default
    ) -> tuple[Any, ...]:
        wanted = tuple(int(year) for year in years or () if year.strip().isdigit())
        request = BriefRequest(topic or "", tuple(places or ()), wanted, tuple(documents or ()), tuple(sections or ()))
        try:
            note = briefing.compose(
                self._desk.index,
                request,
                lambda step, share: progress(share, desc=step),
            )
        except ERRORS as error:
            failed = f'<div class="nothing" role="alert"><p>{escape(say_line(language, str(error)))}</p></div>'
            return failed + self._welcome(language), None, gr.update(visible=False)
        return render_note(note, language), dump_note(note), gr.update(visible=True)

    def _suggested(self, language: Language, event: gr.EventData) -> tuple[Any, ...]:
        topic = str(event_data(event).get("topic", ""))
        return topic, *self._compose(topic, [], [], [], [], language)

    def open_topic(self, topic: str, language: Language) -> tuple[Any, ...]:
        """From the chat: the note on a topic asked for there; nothing when none was."""
        if not topic:
            return (gr.skip(),) * 4
        return topic, *self._compose(topic, [], [], [], [], language)

    def add_answer(self, answer: Answer, kept: object, language: Language) -> tuple[Any, ...]:
        """From the chat: the note with an answer added."""
        note = add_to_note(load_note(kept), answer)
        gr.Info(say(language, "added_to_note"), title=say(language, "notice_info"))
        return render_note(note, language), dump_note(note), gr.update(visible=True)

    @property
    def opened(self) -> list[Any]:
        """What ``add_answer`` and, after the topic, ``open_topic`` give."""
        return [self.note, self.kept, self.saving]

    def _edit(self, kept: object, language: Language, event: gr.EventData) -> str:
        note = load_note(kept)
        return render_note(note, language, str(event_data(event).get("id", ""))) if note else self._welcome(language)

    def _reword(self, kept: object, language: Language, event: gr.EventData) -> tuple[Any, ...]:
        return self._change(kept, language, "reword", event)

    def _move(self, kept: object, language: Language, event: gr.EventData) -> tuple[Any, ...]:
        return self._change(kept, language, "move", event)

    def _drop(self, kept: object, language: Language, event: gr.EventData) -> tuple[Any, ...]:
        return self._change(kept, language, "drop", event)

    def _restore(self, kept: object, language: Language, event: gr.EventData) -> tuple[Any, ...]:
        return self._change(kept, language, "restore", event)

    def _change(self, kept: object, language: Language, name: str, event: gr.EventData) -> tuple[Any, ...]:
        note = load_note(kept)
        if note is None:
            return self._welcome(language), None
        data = event_data(event)
        steps = data.get("steps", 0)
        step = Step(name, str(data.get("id", "")), steps if isinstance(steps, int) else 0, str(data.get("text", "")))
        try:
            note = apply_step(note, step)
        except AssistantError as error:
            gr.Warning(say_line(language, str(error)), title=say(language, "notice_warning"))
        return render_note(note, language), dump_note(note)

    def _make_docx(self, kept: object, *fields: str) -> str:
        return self._write(kept, fields, "docx")

    def _make_pdf(self, kept: object, *fields: str) -> str:
        return self._write(kept, fields, "pdf")

    def _make_md(self, kept: object, *fields: str) -> str:
        return self._write(kept, fields, "md")

    def _write(self, kept: object, fields: Sequence[str], kind: str) -> str:
        note = load_note(kept)
        if note is None:
            raise gr.Error(say("vi", "note_none"), title=say("vi", "notice_error"))
        path = Path(tempfile.mkdtemp(prefix="khuyen-cong-")) / f"ban-tom-luoc.{kind}"
        try:
            save(briefing.fill_fields(note, read_fields(fields)), path)
        except AssistantError as error:
            raise gr.Error(str(error), title=say("vi", "notice_error")) from error
        return str(path)


def _section_choices(language: Language) -> list[tuple[str, str]]:
    return [(say(language, f"section_{key}"), key) for key in SECTIONS]
