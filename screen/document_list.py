"""The indexed documents, the steps of a build and the outline of a text, as safe HTML.

Pure functions; adding, removing and building are other modules' business.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.wording import fold
from documents.records import Document, Section, Source
from index.records import BuildEvent, BuildReport
from screen.markup import escape, event_button, span_payload
from screen.texts import Language, say, say_line, write_date, write_number_of

ROWS_A_PAGE = 50
OUTLINE_AT_MOST = 400


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One indexed document with what it gave; ``removable`` when the reader added it.

    ``aside`` marks a digest whose official text is there.
    """

    source: Source
    passages: int
    figures: int
    warnings: tuple[str, ...]
    removable: bool
    aside: bool = False


@dataclass(frozen=True, slots=True)
class FileStep:
    """One file on its way in."""

    name: str
    state: Literal["waiting", "reading", "added", "replaced", "same", "failed"]
    detail: str = ""


def find_sources(sources: Sequence[Source], words: str) -> list[Source]:
    """The sources whose title, number or id holds every word, with or without diacritics."""
    wanted = fold(words).split()
    told = [fold(f"{source.title} {source.number} {source.id}") for source in sources]
    return [source for source, text in zip(sources, told, strict=True) if all(word in text for word in wanted)]


def render_documents(
    rows: Sequence[DocumentRow], total: int, page: int, language: Language, confirming: str = ""
) -> str:
    """One page of the list; ``confirming`` is the id whose removal is being asked about."""
    if not rows:
        return f'<div class="nothing"><p>{escape(say(language, "documents_none"))}</p></div>'
    heads = ("title", "kind", "date", "passages", "figures", "warnings", "actions")
    head = "".join(f'<th scope="col" class="doc-{h}">{escape(say(language, f"doc_{h}"))}</th>' for h in heads)
    body = "".join(_row(row, language, confirming) for row in rows)
    caption = escape(say(language, "documents_count", count=write_number_of(total, language)))
    return (
        f'<div class="figures document-table"><div class="table-scroll"><table><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{_pages(page, total, language)}</div>"
    )


def _row(row: DocumentRow, language: Language, confirming: str) -> str:
    source = row.source
    title = escape(source.title or source.id)
    facts = escape(" · ".join(fact for fact in (source.number, source.publisher or source.issuer) if fact))
    marks = [key for key, stands in (("doc_unconfirmed", source.unconfirmed), ("doc_aside", row.aside)) if stands]
    marked = "".join(f'<span class="doc-mark">{escape(say(language, key))}</span>' for key in marks)
    open_title = event_button("preview", {"id": source.id}, title, "document-open")
    count = len(row.warnings)
    warnings = "–"
    if count:
        items = "".join(f"<li>{escape(say_line(language, warning))}</li>" for warning in row.warnings)
        warnings = f'<details class="doc-notes"><summary>⚠ {count}</summary><ul>{items}</ul></details>'
    cells = {
        "title": f'{open_title}<span class="row-source">{facts}</span>{marked}',
        "kind": escape(say(language, f"kind_{source.kind}")),
        "date": escape(write_date(source.date, language) or "–"),
        "passages": escape(write_number_of(row.passages, language)),
        "figures": escape(write_number_of(row.figures, language)),
        "warnings": warnings,
        "actions": _removal(row, language, confirming),
    }
    columns = "".join(
        f'<td class="doc-{name}" data-label="{escape(say(language, f"doc_{name}"))}">{cell}</td>'
        for name, cell in cells.items()
    )
    return f"<tr>{columns}</tr>"


def _removal(row: DocumentRow, language: Language, confirming: str) -> str:
    if not row.removable:
        return f'<span class="doc-fixed">{escape(say(language, "doc_fixed"))}</span>'
    id = row.source.id
    if id != confirming:
        wording = "doc_confirm" if row.source.unconfirmed else "doc_correct"
        describe = event_button("describe", {"id": id}, escape(say(language, wording)), "tool small")
        remove = event_button("ask_remove", {"id": id}, escape(say(language, "doc_remove")), "tool small")
        return f'<span class="doc-tools">{describe}{remove}</span>'
    yes = event_button("remove", {"id": id}, escape(say(language, "doc_remove_yes")), "tool small danger")
    no = event_button("ask_remove", {"id": ""}, escape(say(language, "note_cancel")), "tool small")
    question = escape(say(language, "doc_remove_sure"))
    return f'<span class="doc-sure" role="alert"><span>{question}</span>{yes}{no}</span>'


def _pages(page: int, total: int, language: Language) -> str:
    pages = max(1, -(-total // ROWS_A_PAGE))
    if pages == 1:
        return ""
    steps = []
    for key, to, possible in (("page_before", page - 1, page > 0), ("page_after", page + 1, page < pages - 1)):
        if possible:
            steps.append(event_button("turn", {"page": to}, escape(say(language, key)), "tool"))
    where = escape(say(language, "page_of", page=page + 1, pages=pages))
    return f'<nav class="pages" aria-label="{where}">{"".join(steps)}<span>{where}</span></nav>'


def render_steps(steps: Sequence[FileStep], language: Language) -> str:
    """What has become of each uploaded file so far."""
    if not steps:
        return ""
    rows = "".join(
        f'<li class="step-{step.state}"><span class="step-name">{escape(step.name)}</span>'
        f'<span class="step-state">{escape(say(language, f"step_{step.state}"))}'
        f"{': ' + escape(step.detail) if step.detail else ''}</span></li>"
        for step in steps
    )
    return f'<ul class="steps" aria-live="polite">{rows}</ul>'


def render_progress(event: BuildEvent, language: Language) -> str:
    """A bar of the phase that runs, with its pace and the time left."""
    phase = say(language, f"phase_{event.phase}")
    parts = [f"{write_number_of(event.done, language)}/{write_number_of(event.total, language)}"] if event.total else []
    if event.seconds_left is not None and event.seconds_left >= 1:
        parts.append(say(language, "seconds_left", seconds=round(event.seconds_left)))
    if event.item:
        parts.append(event.item)
    share = f' value="{event.done}" max="{event.total}"' if event.total else ""
    return (
        f'<div class="build" role="status"><p><strong>{escape(phase)}</strong> {escape(" · ".join(parts))}</p>'
        f'<progress{share} aria-label="{escape(phase)}"></progress></div>'
    )


def render_report(report: BuildReport, language: Language) -> str:
    """What a build did, and every file that could not be read with the reason."""
    counts = {name: write_number_of(getattr(report, name), language) for name in ("documents", "passages", "figures")}
    changes = {name: len(getattr(report, name)) for name in ("added", "changed", "removed")}
    done = escape(say(language, "build_done", **counts, **changes))
    problems = ""
    if report.problems:
        rows = "".join(
            f'<li><span class="step-name">{escape(file)}</span>: {escape(say_line(language, reason))}</li>'
            for file, reason in report.problems
        )
        title = escape(say(language, "build_problems", count=len(report.problems)))
        problems = f'<details class="withheld" open><summary>{title}</summary><ul>{rows}</ul></details>'
    return f'<div class="build" role="status"><p>✓ {done}</p>{problems}</div>'


def render_outline(document: Document, sections: Sequence[Section], language: Language) -> str:
    """The structure of a text as a list whose entries open their place in the source pane."""
    depths: dict[int, int] = {}
    rows: list[str] = []
    for at, section in enumerate(sections):
        depth = 0 if section.parent is None else depths[section.parent] + 1
        depths[at] = depth
        if section.kind in ("paragraph", "row", "point") or len(rows) >= OUTLINE_AT_MOST:
            continue
        first = document.text[section.start : section.end].split("\n", 1)[0]
        label = first if len(first) <= 110 else first[:110].rsplit(" ", 1)[0] + "…"
        button = event_button("cite", span_payload(document.id, section.start, section.end), escape(label), "entry")
        rows.append(f'<li class="depth-{min(depth, 4)}">{button}</li>')
    if not rows:
        return f'<div class="outline"><p>{escape(say(language, "outline_plain", count=len(sections)))}</p></div>'
    title = escape(say(language, "outline_title", count=len(sections)))
    return f'<details class="outline" open><summary>{title}</summary><ul>{"".join(rows)}</ul></details>'


def render_failure(text: str) -> str:
    """One line on what could not be done."""
    line = text[:1].upper() + text[1:]
    return f'<div class="failed" role="alert">{escape(line)}</div>'


def titles_of(sources: Mapping[str, Source]) -> list[tuple[str, str]]:
    """(title, id) of the sources, for a choice."""
    return [(source.title or id, id) for id, source in sources.items()]
