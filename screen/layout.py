"""The page: header with the language switch, the tabs, and how it is served.

Fonts are the system's own; no font, script, stylesheet or count goes over the network.
"""

from pathlib import Path
from typing import Any

import gradio as gr
from gradio.themes.utils import colors

from documents.settings import Limits
from screen.briefing_tab import BriefingTab
from screen.chat import ChatTab
from screen.desk import Desk
from screen.documents_tab import DocumentsTab
from screen.figures_tab import FiguresTab
from screen.history import KEEP_SECRET, load_turns
from screen.source_pane import PRIVATE, event_data
from screen.texts import Language, as_language, say
from screen.wording import Wording

FOLDER = Path(__file__).parent
FONTS = ("Segoe UI", "Roboto", "Noto Sans", "Helvetica Neue", "Liberation Sans", "Arial", "sans-serif")
TEAL = colors.Color(
    "#f0f7f8", "#d9ebee", "#b4d6dc", "#83b9c3", "#4c95a4", "#2b7889", "#17616f",
    "#104f5c", "#0c3f4a", "#08303a", "#051f26", name="teal-ink",
)  # fmt: skip


def build_page(desk: Desk, first: Language = "vi") -> gr.Blocks:
    """The whole page over an open index; ``first`` greets a reader who has chosen no language yet."""
    wording = Wording()
    with gr.Blocks(title=say("vi", "title"), analytics_enabled=False, fill_width=True) as page:
        language = gr.BrowserState(first, storage_key="khuyen-cong-language", secret=KEEP_SECRET)
        # Outside the tabs: what lies in a tab is not read before that tab is opened.
        talk = gr.BrowserState([], storage_key="khuyen-cong-talk", secret=KEEP_SECRET)
        note = gr.BrowserState(None, storage_key="khuyen-cong-note", secret=KEEP_SECRET)
        switch = _header(wording)
        with gr.Tabs(elem_id="tabs", overflow_behavior="wrap") as tabs:
            with _tab("ask", wording):
                chat = ChatTab(desk, talk, language, wording)
            with _tab("figures", wording):
                figures = FiguresTab(desk, language, wording)
            with _tab("briefing", wording):
                briefing = BriefingTab(desk, note, language, wording)
            with _tab("documents", wording):
                documents = DocumentsTab(desk, language, wording)
        _turn_language(page, chat, figures, briefing, documents, language, switch, wording)
        _carry_to_note(chat, briefing, tabs, language)
        _refresh_after_build(chat, figures, briefing, documents, language)
    return page


def _tab(name: str, wording: Wording) -> gr.Tab:
    key = f"tab_{name}"
    tab: gr.Tab = wording.add(gr.Tab(say("vi", key), id=name), label=key)
    return tab


def _header(wording: Wording) -> gr.Radio:
    with gr.Row(elem_classes="page-header"):
        wording.add_made(
            gr.HTML(_title("vi"), apply_default_css=False, padding=False, elem_classes="page-title"),
            lambda language: {"value": _title(language)},
        )
        with gr.Row(elem_classes="page-switches"):
            switch = wording.add(
                gr.Radio(
                    [("Tiếng Việt", "vi"), ("English", "en")],
                    value="vi",
                    label=say("vi", "language"),
                    show_label=False,
                    container=False,
                    elem_id="language",
                ),
                label="language",
            )
            theme = wording.add(
                gr.Button(say("vi", "theme"), size="sm", variant="secondary", elem_id="theme"), value="theme"
            )
            theme.click(None, js="() => window.screenPage.switchTheme()", **PRIVATE)
    return switch


def _title(language: Language) -> str:
    return f"<h1>{say(language, 'title')}</h1><p>{say(language, 'subtitle')}</p>"


def _turn_language(
    page: gr.Blocks,
    chat: ChatTab,
    figures: FiguresTab,
    briefing: BriefingTab,
    documents: DocumentsTab,
    language: gr.BrowserState,
    switch: gr.Radio,
    wording: Wording,
) -> None:
    """Draw everything in the language kept by the browser on load, and anew when it is switched.

    The tabs take no click or key until the load is drawn: what was done before would be drawn over.
    """
    drawn = [chat.thread, chat.pane.html, chat.pane.shown, figures.table, figures.pane.html]
    drawn += [briefing.note, briefing.pane.html, briefing.saving]
    drawn += [documents.list, documents.outline, documents.pane.html, documents.forms]

    def restore(kept: object, note: object, chosen: object) -> list[Any]:
        to = as_language(chosen)
        table = figures.draw([""] * len(figures.filters), {}, to)
        notes = [briefing.draw(note, to), briefing.pane.redraw(None, to), gr.update(visible=bool(note))]
        files = [documents.draw("", 0, to), "", documents.pane.redraw(None, to), ""]
        return [*chat.draw(kept, to), table, figures.pane.redraw(None, to), *notes, *files, to, *wording.updates(to)]

    def turn(kept: object, note: object, chosen: object, *state: Any) -> list[Any]:
        shown, row, cited, seen, order, previewed, words, page, opened, *boxes = state
        to = as_language(chosen)
        thread, _, _ = chat.draw(kept, to)
        tables = [figures.draw(boxes, order, to), figures.pane.redraw(row, to)]
        notes = [briefing.draw(note, to), briefing.pane.redraw(cited, to), gr.skip()]
        files = [
            documents.draw(words, page, to),
            documents.draw_outline(previewed, to),
            documents.pane.redraw(seen, to),
            documents.draw_forms(opened, to),
        ]
        panes = [thread, chat.pane.redraw(shown, to), shown]
        return [*panes, *tables, *notes, *files, to, *wording.updates(to)]

    state = [chat.pane.shown, figures.pane.shown, briefing.pane.shown, documents.pane.shown]
    state += [figures.order, documents.previewed, documents.search, documents.page, documents.opened]
    switch.input(
        turn,
        [chat.kept, briefing.kept, switch, *state, *figures.filters],
        [*drawn, language, *wording.components],
        **PRIVATE,
    ).then(None, switch, js="(chosen) => { window.screenPage.setLanguage(chosen); }", **PRIVATE)
    page.load(
        restore,
        [chat.kept, briefing.kept, language],
        [*drawn, switch, *wording.components],
        js="(kept, note, chosen) => { window.screenPage.beginRestore(); window.screenPage.restoreTheme(); "
        "window.screenPage.setLanguage(chosen); return [kept, note, chosen]; }",
        **PRIVATE,
    ).then(None, js="() => window.screenPage.endRestore()", **PRIVATE)


def _carry_to_note(chat: ChatTab, briefing: BriefingTab, tabs: gr.Tabs, language: gr.BrowserState) -> None:
    """From the chat to a note: a topic asked for there, or an answer to be kept."""

    def show(topic: str) -> Any:
        return gr.update(selected="briefing") if topic else gr.skip()

    def keep(event: gr.EventData, kept: object, note: object, to: Language) -> tuple[Any, ...]:
        answers = [turn.answer for turn in load_turns(kept)]
        at = event_data(event).get("turn")
        answer = answers[at] if isinstance(at, int) and 0 <= at < len(answers) else None
        return briefing.add_answer(answer, note, to) if answer else (gr.skip(),) * 3

    for answered in chat.answered:
        answered.then(show, chat.topic, tabs, **PRIVATE).then(
            briefing.open_topic, [chat.topic, language], [briefing.topic, *briefing.opened], **PRIVATE
        )
    chat.thread.keep(keep, [chat.kept, briefing.kept, language], briefing.opened, **PRIVATE)


def _refresh_after_build(
    chat: ChatTab, figures: FiguresTab, briefing: BriefingTab, documents: DocumentsTab, language: gr.BrowserState
) -> None:
    """What is indexed has changed: the welcome, the filters and the table show it."""

    def refresh(kept: object, note: object, to: Language) -> list[Any]:
        thread, _, _ = chat.draw(kept, to)
        table = figures.draw([""] * len(figures.filters), {}, to)
        return [thread, table, *figures.choices(to), briefing.draw(note, to), *briefing.choices()]

    outputs = [chat.thread, figures.table, *figures.refreshed, briefing.note, *briefing.refreshed]
    for change in documents.changes:
        change.then(refresh, [chat.kept, briefing.kept, language], outputs, **PRIVATE)


def serve_options(limits: Limits) -> dict[str, Any]:
    """What ``launch`` needs so that the page looks right and stays on this machine."""
    script = (FOLDER / "page.js").read_text(encoding="utf-8")
    style = (FOLDER / "style.css").read_text(encoding="utf-8")
    return {
        "theme": gr.themes.Base(
            primary_hue=TEAL,
            secondary_hue=TEAL,
            neutral_hue="slate",
            text_size="lg",
            radius_size="md",
            font=FONTS,
            font_mono=("Consolas", "Liberation Mono", "monospace"),
        ),
        # In the head, not as ``css``: Gradio would rewrite the selectors of the media queries.
        "head": f'<meta name="referrer" content="no-referrer"><style>{style}</style><script>{script}</script>',
        "max_file_size": limits.file_bytes,
        "share": False,
        "footer_links": [],
        "run_history": False,
        "ssr_mode": False,
        "pwa": False,
        "mcp_server": False,
        "enable_monitoring": False,
    }
