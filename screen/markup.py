"""Safe pieces of HTML: every word that comes from outside goes through ``escape``.

The pieces know nothing of answers or sources. Buttons carry an event name and a JSON
payload in data attributes; ``page.js`` turns a click on them into a Gradio event.
"""

import html
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal


def escape(text: str) -> str:
    """Text as HTML text or attribute value; markup in it stays visible and inert."""
    return html.escape(text, quote=True)


def event_attributes(event: str, payload: Mapping[str, object]) -> str:
    """The attributes that make an element raise ``event`` with ``payload`` when clicked."""
    data = escape(json.dumps(payload, ensure_ascii=False, sort_keys=True))
    return f'data-event="{event}" data-payload="{data}"'


def event_button(event: str, payload: Mapping[str, object], inner: str, classes: str, label: str = "") -> str:
    """A real button that raises ``event`` with ``payload``; ``inner`` is already safe HTML."""
    aria = f' aria-label="{escape(label)}" title="{escape(label)}"' if label else ""
    return f'<button type="button" class="{classes}" {event_attributes(event, payload)}{aria}>{inner}</button>'


def span_payload(document: str, start: int, end: int) -> dict[str, object]:
    """The payload that opens a span of a document in the source pane."""
    return {"document": document, "start": start, "end": end}


def bars(rows: Iterable[tuple[str, Decimal, str]]) -> str:
    """Bars under one another whose tracks end alike: each its label, its width (0-100) and its value as safe HTML."""
    body = "".join(
        f'<div class="bar-row"><span class="bar-label">{escape(label)}</span>'
        f'<span class="bar-track"><span class="bar" style="width:{width:.2f}%"></span></span>'
        f'<span class="bar-value">{value}</span></div>'
        for label, width, value in rows
    )
    return f'<div class="bars">{body}</div>'
