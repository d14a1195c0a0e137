"""Tab Hỏi đáp: question box, talk, source pane.

The talk is kept in the reader's browser, so a reload finds it and the server keeps nothing.
"""

from collections.abc import Iterator
from typing import Any

import gradio as gr

from assistant.records import Answer, AssistantError
from index.records import IndexFailure
from screen.briefing_tab import asked_topic
from screen.desk import Desk
from screen.history import Turn, dump_turns, load_turns, talk_so_far
from screen.source_pane import PRIVATE, SourcePane, event_data, listening_html, render_view
from screen.texts import Language, say
from screen.thread import render_thread
from screen.wording import Wording


def first_citation(answer: Answer | None) -> dict[str, Any] | None:
    """What the pane opens by itself after an answer: the first citation shown."""
    if not answer or not answer.citations:
        return None
    shown = [number for claim in answer.claims for number in claim.citations]
    by_number = {citation.number: citation for citation in answer.citations}
    citation = next((by_number[n] for n in shown if n in by_number), answer.citations[0])
    return {"document": citation.document, "start": citation.start, "end": citation.end}


def _hint(language: Language) -> str:
    return f'<span class="composer-hint">{say(language, "question_hint")}</span>'


class ChatTab:
    """The components of the tab and what happens between them."""

    def __init__(self, desk: Desk, kept: gr.BrowserState, language: gr.BrowserState, wording: Wording) -> None:
        self._desk = desk
        self.language = language
        self.kept = kept
        self.cleared = gr.State([])
        self.asking = gr.State("")
        self.topic = gr.State("")
        self.answered: list[Any] = []
        self._lay_out(wording)
        self._connect()

    def _lay_out(self, wording: Wording) -> None:
        with gr.Row(elem_classes="desk", equal_height=False):
            with gr.Column(scale=3, min_width=280, elem_classes="talk-column"):
                self.thread = listening_html(render_thread([], self._desk.sources(), "vi"), "thread", "ask", "keep")
                with gr.Column(elem_classes="composer"):
                    self.box = wording.add(
                        gr.Textbox(
                            lines=1,
                            max_lines=6,
                            show_label=False,
                            elem_id="question",
                            submit_btn=say("vi", "send"),
                            label=say("vi", "question_label"),
                            placeholder=say("vi", "question_placeholder"),
                            autofocus=True,
                        ),
                        label="question_label",
                        placeholder="question_placeholder",
                        submit_btn="send",
                    )
                    with gr.Row(elem_classes="composer-tools"):
                        self.new = wording.add(
                            gr.Button(say("vi", "new_talk"), size="sm", variant="secondary", elem_id="new-talk"),
                            value="new_talk",
                        )
                        self.undo = wording.add(
                            gr.Button(
                                say("vi", "undo_clear"),
                                size="sm",
                                variant="secondary",
                                visible=False,
                                elem_id="undo-clear",
                            ),
                            value="undo_clear",
                        )
                        wording.add_made(
                            gr.HTML(_hint("vi"), apply_default_css=False, padding=False),
                            lambda language: {"value": _hint(language)},
                        )
            with gr.Column(scale=2, min_width=280, elem_classes="source-column"):
                self.pane = SourcePane(self._desk, "source", self.language)
        self.pane.open_on(self.thread)

    def _connect(self) -> None:
        outputs = [self.thread, self.box, self.undo, self.asking, self.topic]
        outputs += [self.pane.html, self.pane.shown, self.kept]
        latest = "() => window.screenPage.showLatest()"
        asked = [
            self.box.submit(self._ask, [self.box, self.kept, self.language], outputs, **PRIVATE),
            self.thread.ask(self._ask_example, [self.kept, self.language], outputs, **PRIVATE),
        ]
        self.answered = [event.then(None, js=latest, **PRIVATE) for event in asked]
        for event in asked:
            event.failure(self._fail, [self.asking, self.kept, self.language], [self.thread, self.kept], **PRIVATE)
        self.new.click(
            self._clear,
            [self.kept, self.language],
            [self.thread, self.pane.html, self.pane.shown, self.kept, self.cleared, self.undo],
            **PRIVATE,
        )
        self.undo.click(
            self._undo,
            [self.cleared, self.language],
            [self.thread, self.pane.html, self.pane.shown, self.kept, self.undo],
            **PRIVATE,
        )

    def _ask_example(self, kept: object, language: Language, event: gr.EventData) -> Iterator[tuple[Any, ...]]:
        yield from self._ask(str(event_data(event).get("question", "")), kept, language)

    def _ask(self, question: str, kept: object, language: Language) -> Iterator[tuple[Any, ...]]:
        """First the question with its working line, then the answer with its first source open."""
        question = question.strip()
        turns = load_turns(kept)
        topic = asked_topic(question)
        unchanged = (gr.skip(),) * 3
        if not question:
            gr.Info(say(language, "question_empty"), title=say(language, "notice_info"))
        if not question or topic:
            yield (gr.skip(), "", gr.skip(), "", topic, *unchanged)
            return
        sources = self._desk.sources()
        hidden = gr.update(visible=False)
        working = render_thread([*turns, Turn(question)], sources, language, working=True)
        yield (working, "", hidden, question, "", *unchanged)
        turn = self._answer(question, turns)
        turns = [*turns, turn]
        shown = first_citation(turn.answer)
        thread = render_thread(turns, sources, language)
        pane = render_view(self._desk, shown, language)
        yield (thread, gr.skip(), hidden, "", "", pane, shown, dump_turns(turns))

    def _fail(self, question: str, kept: object, language: Language) -> tuple[str, list[dict[str, Any]]]:
        """What the reader sees when an answer broke off: the question and one line; the log has the rest."""
        turns = [*load_turns(kept), Turn(question[:500], error=say(language, "error_unexpected"))]
        return render_thread(turns, self._desk.sources(), language), dump_turns(turns)

    def _answer(self, question: str, turns: list[Turn]) -> Turn:
        try:
            return Turn(question, self._desk.assistant.ask(question, talk_so_far(turns)))
        except (AssistantError, IndexFailure) as error:
            return Turn(question[:500], error=str(error))

    def _clear(self, kept: object, language: Language) -> tuple[Any, ...]:
        return (
            render_thread([], self._desk.sources(), language),
            render_view(self._desk, None, language),
            None,
            [],
            kept,
            gr.update(visible=bool(kept)),
        )

    def _undo(self, cleared: object, language: Language) -> tuple[Any, ...]:
        thread, pane, shown = self.draw(cleared, language)
        return thread, pane, shown, cleared, gr.update(visible=False)

    def draw(self, kept: object, language: Language) -> tuple[str, str, dict[str, Any] | None]:
        """Thread, pane and what the pane shows, for a talk that a browser kept."""
        turns = load_turns(kept)
        shown = first_citation(turns[-1].answer) if turns else None
        thread = render_thread(turns, self._desk.sources(), language)
        return thread, render_view(self._desk, shown, language), shown
