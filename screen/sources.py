"""The source pane: a span of a document, marked exactly, among its neighbours.

It reads a document and its sections and returns safe HTML. It trusts no offset that comes
from a browser: a span outside the text is brought back inside or shown as gone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.records import Document, Section, Source
from screen.markup import escape, event_button, span_payload
from screen.texts import Language, say, write_date

NEIGHBOURS = 2
NEIGHBOURS_STEP = 6
REFERENCE = re.compile(
    r"(?:điểm\s+[a-zđ]\s+)?(?:khoản\s+\d+\s+)?Điều\s+\d+[a-zđ]?(?=[\s,.;)]|$)(?!\s+(?:Luật|Bộ luật|của Luật))"
)


@dataclass(frozen=True, slots=True)
class View:
    """What the pane shows: a span and how many blocks before and after it."""

    document: str
    start: int
    end: int
    before: int = NEIGHBOURS
    after: int = NEIGHBOURS


def read_view(data: object) -> View | None:
    """The view a browser asks for, or None when its data is not one."""
    if not isinstance(data, dict) or not isinstance(data.get("document"), str):
        return None
    numbers = {}
    for name, default in (("start", 0), ("end", 0), ("before", NEIGHBOURS), ("after", NEIGHBOURS)):
        value = data.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            return None
        numbers[name] = value
    if numbers["end"] < numbers["start"]:
        return None
    return View(data["document"], **numbers)


def locate(sections: Sequence[Section], start: int, end: int) -> str:
    """The locator of the smallest section that holds the span; "" when none does."""
    holding = [s for s in sections if s.start <= start and end <= s.end and s.locator]
    return min(holding, key=lambda s: s.end - s.start).locator if holding else ""


def full_locator(locator: str, source: Source) -> str:
    """The locator as a lawyer cites it: with the kind and number of the text."""
    if not locator or not source.number or source.number in locator or "Điều" not in locator:
        return locator
    kinds = {"decree": "Nghị định", "circular": "Thông tư", "decision": "Quyết định", "law": "Luật"}
    named = re.match(r"(?:Nghị định|Thông tư|Quyết định|Luật)", source.title)
    kind = kinds.get(source.kind) or (named.group() if named else "")
    return " ".join(part for part in (locator, kind, source.number) if part)


def validity_notices(source: Source, language: Language, today: str) -> list[str]:
    """Full sentences on what the reader must know of the text; ``today`` is an ISO date."""
    notices = []
    if source.digest_of:
        of = say(language, "notice_digest_of", text=source.digest_of)
        notices.append(say(language, "notice_digest", of=of))
    elif source.kind == "digest":
        notices.append(say(language, "notice_digest", of=""))
    if source.amended_by:
        notices.append(say(language, "notice_amended", texts=", ".join(source.amended_by)))
    if source.replaced_by:
        notices.append(say(language, "notice_replaced", texts=", ".join(source.replaced_by)))
    if source.in_force_to and source.in_force_to <= today:
        notices.append(say(language, "notice_ended", date=write_date(source.in_force_to, language)))
    if source.in_force_from > today:
        notices.append(say(language, "notice_future", date=write_date(source.in_force_from, language)))
    return notices


def render_empty_source(language: Language) -> str:
    """The pane before anything has been opened."""
    return (
        f'<div class="pane pane-empty"><h3>{escape(say(language, "source_empty_title"))}</h3>'
        f"<p>{escape(say(language, 'source_empty'))}</p></div>"
    )


def render_gone(language: Language) -> str:
    """The pane for a document that has been removed since it was cited."""
    return f'<div class="pane pane-empty"><p class="notice">{escape(say(language, "source_gone"))}</p></div>'


def render_source(document: Document, sections: Sequence[Section], view: View, language: Language, today: str) -> str:
    """The pane: title, facts, validity, and the marked span among its neighbours."""
    source = document.source
    length = len(document.text)
    start, end = min(view.start, length), min(view.end, length)
    locator = full_locator(locate(sections, start, end), source)
    notices = "".join(
        f'<p class="notice" role="note"><span aria-hidden="true">⚠</span> {escape(notice)}</p>'
        for notice in validity_notices(source, language, today)
    )
    title = escape(source.title or say(language, "source_unnamed"))
    kind = escape(say(language, f"kind_{source.kind}"))
    back = f'<button type="button" class="tool back" data-back="1">{escape(say(language, "source_close"))}</button>'
    return (
        f'<article class="pane" tabindex="-1" aria-label="{escape(say(language, "source_region"))}">'
        f'<header><p class="pane-kind">{kind}</p><h3>{title}</h3>{_facts(source, locator, language)}</header>'
        f"{notices}{_surroundings(document, sections, view, start, end, language)}{back}</article>"
    )


def _facts(source: Source, locator: str, language: Language) -> str:
    legal = source.kind not in ("article", "report", "other")
    rows = [
        ("source_locator", locator),
        ("source_number", source.number),
        ("source_issuer", source.issuer),
        ("source_publisher", source.publisher),
        ("source_author", source.author),
        ("source_issued" if legal else "source_published", write_date(source.date, language)),
    ]
    cells = "".join(f"<dt>{escape(say(language, key))}</dt><dd>{escape(value)}</dd>" for key, value in rows if value)
    return f"<dl>{cells}</dl>"


def split_blocks(document: Document) -> list[tuple[int, int, str]]:
    """(start, end, kind) of the blocks of the text in order; lines where none are known."""
    if document.blocks:
        return [(block.start, block.end, block.kind) for block in document.blocks]
    blocks, position = [], 0
    for line in document.text.split("\n"):
        if line.strip():
            blocks.append((position, position + len(line), "paragraph"))
        position += len(line) + 1
    return blocks


def _surroundings(
    document: Document, sections: Sequence[Section], view: View, start: int, end: int, language: Language
) -> str:
    blocks = split_blocks(document)
    touched = [i for i, (s, e, _) in enumerate(blocks) if s < end and start < e]
    if not touched:
        nearest = [i for i, (s, _, _) in enumerate(blocks) if s >= start] or [len(blocks) - 1]
        touched = nearest[:1]
    first = max(0, touched[0] - view.before)
    last = min(len(blocks) - 1, touched[-1] + view.after)
    body = "".join(_block(document, sections, blocks[i], start, end, language) for i in range(first, last + 1))
    more_before = more_after = ""
    payload = span_payload(view.document, view.start, view.end)
    if first > 0:
        wider = {**payload, "before": view.before + NEIGHBOURS_STEP, "after": view.after}
        more_before = event_button("cite", wider, escape(say(language, "source_more_before")), "more")
    if last < len(blocks) - 1:
        wider = {**payload, "before": view.before, "after": view.after + NEIGHBOURS_STEP}
        more_after = event_button("cite", wider, escape(say(language, "source_more_after")), "more")
    return f'<div class="surroundings">{more_before}{body}{more_after}</div>'


def _block(
    document: Document,
    sections: Sequence[Section],
    block: tuple[int, int, str],
    start: int,
    end: int,
    language: Language,
) -> str:
    low, high, kind = block
    cuts = sorted({low, high, min(max(start, low), high), min(max(end, low), high)})
    pieces = []
    for left, right in pairwise(cuts):
        text = _linked(document, sections, left, right, language)
        marked = start <= left and right <= end
        pieces.append(f"<mark>{text}</mark>" if marked else text)
    tag = "h4" if kind == "heading" else "p"
    classes = f"block block-{kind}" + (" block-cited" if low < end and start < high else "")
    return f'<{tag} class="{classes}">{"".join(pieces)}</{tag}>'


def _linked(document: Document, sections: Sequence[Section], left: int, right: int, language: Language) -> str:
    """Escaped text in which a reference to an article of the same text can be followed."""
    targets = {section.locator: section for section in sections if section.locator and not section.quoted}
    pieces, position = [], left
    for match in REFERENCE.finditer(document.text, left, right):
        target = targets.get(" ".join(match.group().split()))
        if target is None or target.start <= match.start() < target.end:
            continue
        pieces.append(_text(document.text[position : match.start()]))
        payload = span_payload(document.id, target.start, target.end)
        label = say(language, "follow_reference", reference=match.group())
        pieces.append(event_button("cite", payload, escape(match.group()), "reference", label))
        position = match.end()
    pieces.append(_text(document.text[position:right]))
    return "".join(pieces)


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")
