"""The forms in which a reader confirms what was read of added documents, as safe HTML.

Pure functions: what is written to the manifest, and when the index follows, is decided elsewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from documents.manifest import CONFIRMABLE, DATE_FIELDS, KINDS, LIST_FIELDS
from documents.records import Source
from documents.validity import REPORT_KINDS
from screen.markup import escape, event_button
from screen.texts import Language, say, write_date

REPORTED = ("title", "kind", "publisher", "author", "date", "region")
LEGAL = ("title", "kind", "number", "issuer", "date", "in_force_from", "in_force_to")
CHANGES = ("amends", "replaces", "amended_by", "replaced_by")
WIDE = frozenset({"title", *CHANGES})


@dataclass(frozen=True, slots=True)
class Form:
    """One document's facts, as its form shows them or as its reader typed them; ``error`` is one line."""

    source: Source
    values: Mapping[str, str]
    error: str = ""


def fresh_form(source: Source) -> Form:
    """The form of a document as its row stands: dates day first, a line for each entry of a list."""
    values = {}
    for name in CONFIRMABLE:
        value = getattr(source, name)
        if name in LIST_FIELDS:
            values[name] = "\n".join(value)
        else:
            values[name] = write_date(value, "vi") if name in DATE_FIELDS else value
    return Form(source, values)


def read_forms(typed: object, sources: Mapping[str, Source]) -> list[Form]:
    """The forms that a browser holds open, with what was typed; what is no form of ours is left out."""
    forms = []
    for id, values in typed.items() if isinstance(typed, dict) else ():
        if id in sources and isinstance(values, dict):
            kept = {name: text for name, text in values.items() if name in CONFIRMABLE and isinstance(text, str)}
            forms.append(Form(sources[id], kept))
    return forms


def render_forms(forms: Sequence[Form], language: Language) -> str:
    """The open forms one below the other; nothing when there is none."""
    if not forms:
        return ""
    return (
        f'<div class="confirm"><h3>{escape(say(language, "confirm_title"))}</h3>'
        f"<p>{escape(say(language, 'confirm_intro'))}</p>"
        f"{''.join(_form(form, language) for form in forms)}</div>"
    )


def _form(form: Form, language: Language) -> str:
    id, legal = form.source.id, form.source.kind not in REPORT_KINDS
    shown = LEGAL if legal else REPORTED
    more = CHANGES if legal else tuple(name for name in (*LEGAL, *CHANGES) if name not in REPORTED)
    fields = "".join(_field(form, name, language) for name in shown)
    rest = "".join(_field(form, name, language) for name in more)
    opened = " open" if any(getattr(form.source, name) for name in more) else ""
    summary = escape(say(language, "confirm_changes" if legal else "confirm_legal"))
    told = form.error[:1].upper() + form.error[1:]
    error = f'<p class="failed" role="alert">{escape(told)}</p>' if told else ""
    keep = event_button("confirm", {"id": id}, escape(say(language, "confirm_save")), "tool primary")
    later = event_button("leave", {"id": id}, escape(say(language, "confirm_later")), "tool")
    return (
        f'<section class="confirm-form" data-form="{escape(id)}" aria-label="{escape(form.source.title or id)}">'
        f'<h4>{escape(id)}</h4>{error}<div class="confirm-fields">{fields}</div>'
        f'<details{opened}><summary>{summary}</summary><div class="confirm-fields">{rest}</div></details>'
        f'<div class="note-buttons">{keep}{later}</div></section>'
    )


def _field(form: Form, name: str, language: Language) -> str:
    value = form.values.get(name, "")
    published = name == "date" and form.source.kind in REPORT_KINDS
    label = escape(say(language, "field_of_published" if published else f"field_of_{name}"))
    read = "confirm_read_name" if name == "region" else "confirm_read"
    origin = say(language, read) if name in form.source.unconfirmed else ""
    hint = f' <span class="confirm-origin">{escape(origin)}</span>' if origin else ""
    if name == "kind":
        options = "".join(_option(kind, kind == value, language) for kind in KINDS)
        field = f'<select name="kind">{options}</select>'
    elif name in LIST_FIELDS:
        lines = max(1, value.count("\n") + 1)
        field = f'<textarea name="{name}" rows="{min(lines, 6)}" placeholder="{escape(say(language, "confirm_list"))}">'
        field += f"{escape(value)}</textarea>"
    else:
        asked = f' placeholder="{escape(say(language, "confirm_date"))}"' if name in DATE_FIELDS else ""
        field = f'<input type="text" name="{name}" value="{escape(value)}"{asked} autocomplete="off">'
    wide = " confirm-wide" if name in WIDE else ""
    return f'<label class="confirm-field{wide}"><span>{label}{hint}</span>{field}</label>'


def _option(kind: str, chosen: bool, language: Language) -> str:
    selected = " selected" if chosen else ""
    return f'<option value="{kind}"{selected}>{escape(say(language, f"kind_{kind}"))}</option>'
