"""The source pane: a span of a document, marked exactly, among its neighbours.

It reads a document and its sections and returns safe HTML. It trusts no offset that comes
from a browser: a span outside the text is brought back inside or shown as gone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from documents.legal_references import LegalReference, find_section, read_references, same_number
from documents.records import Document, Section, Source
from documents.structure import full_locator
from documents.validity import REPORT_KINDS
from screen.markup import escape, event_button, span_payload
from screen.texts import Language, say, write_date

Follow = Callable[[LegalReference, int], dict[str, object] | None]
NEIGHBOURS = 2
NEIGHBOURS_STEP = 6


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


def holding_section(sections: Sequence[Section], start: int, end: int) -> int | None:
    """The index of the smallest section that holds the span; None when none does."""
    holding = [i for i, s in enumerate(sections) if s.start <= start and end <= s.end and s.locator]
    return min(holding, key=lambda i: sections[i].end - sections[i].start) if holding else None


def locate(sections: Sequence[Section], source: Source, start: int, end: int) -> str:
    """The locator of a span, as a lawyer cites it where the text has a number; "" if unknown."""
    at = holding_section(sections, start, end)
    if at is None:
        return ""
    legal = source.number or source.digest_of
    return full_locator(sections[at], source) if legal else sections[at].locator


def follow_inside(document: Document, sections: Sequence[Section]) -> Follow:
    """Follows the references of a text to its own articles, clauses and points."""

    def follow(reference: LegalReference, position: int) -> dict[str, object] | None:
        own = document.source.number or document.source.digest_of
        if reference.name or (reference.number not in ("", "này") and not same_number(reference.number, own)):
            return None
        target = find_section(sections, reference, holding_section(sections, position, position + 1))
        if target is None or target.start <= position < target.end:
            return None
        return span_payload(document.id, target.start, target.end)

    return follow


def render_empty_source(language: Language, key: str = "source_empty") -> str:
    """The pane before anything has been opened."""
    return (
        f'<div class="pane pane-empty"><h3>{escape(say(language, "source_empty_title"))}</h3>'
        f"<p>{escape(say(language, key))}</p></div>"
    )


def render_gone(language: Language) -> str:
    """The pane for a document that has been removed since it was cited."""
    return f'<div class="pane pane-empty"><p class="notice">{escape(say(language, "source_gone"))}</p></div>'


def render_source(
    document: Document,
    sections: Sequence[Section],
    view: View,
    language: Language,
    notices: Sequence[str] = (),
    follow: Follow | None = None,
) -> str:
    """The pane: title, facts, warnings, and the marked span among its neighbours.

    ``notices`` are the warnings on the text's validity, full sentences.
    ``follow`` says where a reference in the text leads; by default inside the text alone.
    """
    follow = follow or follow_inside(document, sections)
    source = document.source
    blocks = split_blocks(document)
    length = len(document.text)
    start, end = min(view.start, length), min(view.end, length)
    view = replace(view, start=start, end=end)
    locator = locate(sections, source, start, end)
    warnings = "".join(
        f'<p class="notice" role="note"><span aria-hidden="true">⚠</span> {escape(notice)}</p>' for notice in notices
    )
    title = escape(source.title or say(language, "source_unnamed"))
    kind = escape(say(language, f"kind_{source.kind}"))
    back = f'<button type="button" class="tool back" data-back="1">{escape(say(language, "source_close"))}</button>'
    return (
        f'<article class="pane" tabindex="-1" aria-label="{escape(say(language, "source_region"))}">'
        f'<header><p class="pane-kind">{kind}</p><h3>{title}</h3>{_facts(source, locator, language)}</header>'
        f"{warnings}{_surroundings(document, blocks, view, follow, language)}{back}</article>"
    )


def _facts(source: Source, locator: str, language: Language) -> str:
    legal = source.kind not in REPORT_KINDS
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
    document: Document, blocks: list[tuple[int, int, str]], view: View, follow: Follow, language: Language
) -> str:
    touched = [i for i, (low, high, _) in enumerate(blocks) if low < view.end and view.start < high]
    if not touched:
        touched = [next((i for i, (low, _, _) in enumerate(blocks) if low >= view.start), len(blocks) - 1)]
    first = max(0, touched[0] - view.before)
    last = min(len(blocks) - 1, touched[-1] + view.after)
    body = "".join(_block(document, block, view, follow, language) for block in blocks[first : last + 1])
    payload = span_payload(view.document, view.start, view.end)
    before = after = ""
    if first > 0:
        wider = {**payload, "before": view.before + NEIGHBOURS_STEP, "after": view.after}
        before = event_button("cite", wider, escape(say(language, "source_more_before")), "more")
    if last < len(blocks) - 1:
        wider = {**payload, "before": view.before, "after": view.after + NEIGHBOURS_STEP}
        after = event_button("cite", wider, escape(say(language, "source_more_after")), "more")
    return f'<div class="surroundings">{before}{body}{after}</div>'


def _block(document: Document, block: tuple[int, int, str], view: View, follow: Follow, language: Language) -> str:
    low, high, kind = block
    cuts = {low, high, min(max(view.start, low), high), min(max(view.end, low), high)}
    links: dict[int, tuple[int, dict[str, object]]] = {}
    for reference in read_references(document.text[low:high]):
        start, end = low + reference.start, low + reference.end
        target = follow(reference, start)
        apart = all(end <= s or e <= start for s, (e, _) in links.items())
        if target and apart and not any(start < cut < end for cut in cuts):
            links[start] = (end, target)
    cuts |= {cut for start, (end, _) in links.items() for cut in (start, end)}
    pieces = []
    for left, right in pairwise(sorted(cuts)):
        piece = escape(document.text[left:right]).replace("\n", "<br>")
        if left in links and links[left][0] == right:
            label = say(language, "follow_reference", reference=document.text[left:right])
            piece = event_button("cite", links[left][1], piece, "reference", label)
        marked = view.start <= left and right <= view.end
        pieces.append(f"<mark>{piece}</mark>" if marked else piece)
    tag = "h4" if kind == "heading" else "p"
    cited = " block-cited" if low < view.end and view.start < high else ""
    return f'<{tag} class="block block-{kind}{cited}">{"".join(pieces).replace("</mark><mark>", "")}</{tag}>'
