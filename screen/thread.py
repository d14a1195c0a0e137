"""The talk as one piece of safe HTML: turns, the empty state, the working line."""

from collections.abc import Mapping, Sequence

from documents.records import Source
from screen.history import Turn
from screen.markup import escape, event_button
from screen.rendering import render_answer
from screen.texts import Language, load_texts, say, say_line


def render_thread(
    turns: Sequence[Turn], sources: Mapping[str, Source], language: Language, working: bool = False
) -> str:
    """The whole talk; ``working`` says that the last turn is still being answered."""
    if not turns:
        return render_welcome(len(sources), language)
    last = len(turns) - 1
    parts = []
    for position, turn in enumerate(turns):
        pending = working and position == last
        parts.append(_turn(turn, position, sources, language, pending, latest=position == last))
    region = escape(say(language, "talk_region"))
    return f'<div class="thread" role="log" aria-live="polite" aria-label="{region}">{"".join(parts)}</div>'


def _turn(
    turn: Turn, position: int, sources: Mapping[str, Source], language: Language, pending: bool, latest: bool
) -> str:
    if turn.answer:
        keep = ""
        if turn.answer.claims:
            keep = event_button("keep", {"turn": position}, escape(say(language, "add_to_note")), "tool")
        body = render_answer(turn.answer, sources, language, keep)
    elif pending:
        dots = '<span class="dots" aria-hidden="true"></span>'
        body = f'<p class="working" role="status">{dots}{escape(say(language, "working"))}</p>'
    else:
        title = escape(say(language, "error_title"))
        body = (
            f'<div class="failed" role="alert"><strong>{title}.</strong> {escape(say_line(language, turn.error))}</div>'
        )
    question = "<br>".join(escape(line) for line in turn.question.split("\n"))
    mark = ' data-latest="1"' if latest else ""
    return (
        f'<section class="turn"{mark}><h3 class="question"><span class="visually-hidden">'
        f"{escape(say(language, 'asked'))}: </span>{question}</h3>{body}</section>"
    )


def example_questions(language: Language) -> list[str]:
    """The example questions of the empty state."""
    texts = load_texts(language)
    return [texts[key] for key in sorted(texts) if key.startswith("example_")]


def render_welcome(documents: int, language: Language) -> str:
    """The empty state: what can be asked, with examples that ask themselves."""
    buttons = "".join(
        f"<li>{event_button('ask', {'question': question}, escape(question), 'example')}</li>"
        for question in example_questions(language)
    )
    return (
        f'<div class="welcome"><h2>{escape(say(language, "empty_title"))}</h2>'
        f"<p>{escape(say(language, 'empty_body', count=documents))}</p>"
        f'<ul aria-label="{escape(say(language, "examples_label"))}">{buttons}</ul></div>'
    )
