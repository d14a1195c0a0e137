"""Documents cut into passages along their structure, with exact spans and locators.

An article gives its paragraphs, a legal text its Điều, khoản or điểm, whichever is the largest
that fits; short neighbours are joined, what is too long is cut between sentences. The heading
path goes with each passage as context. It knows nothing of vectors; how long a text is for the
model is asked of a function.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from llama_index.core.schema import NodeRelationship, RelatedNodeInfo, TextNode

from documents.records import Document, Section
from documents.sentences import find_sentences
from documents.structure import own_text
from index.records import Passage

LIMIT_TOKENS = 256
"""Longest passage, in tokens of the model, heading path not counted."""
SHORT_TOKENS = 48
"""A paragraph below this joins its neighbour while both stay below ``JOINED_TOKENS``."""
JOINED_TOKENS = 128
LEAD_CHARS = 120
"""As much of a khoản's first line as its điểm carry for context."""
LEGAL_HEADS = frozenset({"part", "chapter", "division", "annex"})
JOINABLE = frozenset({"paragraph", "row"})
CountTokens = Callable[[Sequence[str]], list[int]]

_NUMBERED = re.compile(r"(đoạn |bảng, hàng )(\d+)(?:-\d+)?(?: \(trang (\d+)\))?")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A stretch on its way to become a passage; ``last`` is the locator of its last section."""

    section: int
    start: int
    end: int
    tokens: int
    last: str
    headed: bool = False


def cut(
    document: Document, sections: Sequence[Section], count: CountTokens, limit: int = LIMIT_TOKENS
) -> list[Passage]:
    """The passages of a document in reading order; each is ``document.text[start:end]``, trimmed."""
    stretches = [(at, *_trim(document.text, start, end)) for at, start, end in own_text(sections)]
    stretches = [stretch for stretch in stretches if stretch[1] < stretch[2]]
    lengths = count([document.text[start:end] for _, start, end in stretches])
    units = _units(document.text, sections, stretches, lengths, limit)
    passages = []
    for unit in _joined(sections, units):
        for start, end in _cut_long(document.text, unit, count, limit):
            passages.append(_passage(document, sections, unit, start, end))
    return passages


def _units(
    text: str,
    sections: Sequence[Section],
    stretches: Sequence[tuple[int, int, int]],
    lengths: Sequence[int],
    limit: int,
) -> list[_Unit]:
    """One unit for each legal subtree that fits, else for each section's own text."""
    whole = _whole_trees(sections, stretches, lengths, limit)
    trees = set(whole.values())
    units: list[_Unit] = []
    lead: _Unit | None = None
    for (at, start, end), tokens in zip(stretches, lengths, strict=True):
        top = whole.get(at, at)
        section = sections[top]
        if units and units[-1].section == top and top in trees and lead is None:
            units[-1] = replace(units[-1], end=end, tokens=units[-1].tokens + tokens)
        elif section.kind in LEGAL_HEADS or _only_heading(text[start:end], sections, at):
            continue
        elif section.kind == "heading":
            if lead is not None:
                units.append(lead)
            lead = _Unit(at, start, end, tokens, section.locator, True)
        elif lead is not None:
            joined = _Unit(top, lead.start, end, lead.tokens + tokens, section.locator, True)
            units += [joined] if joined.tokens <= limit else [lead, _Unit(top, start, end, tokens, section.locator)]
            lead = None
        else:
            units.append(_Unit(top, start, end, tokens, section.locator))
    return [*units, lead] if lead is not None else units


def _only_heading(stretch: str, sections: Sequence[Section], at: int) -> bool:
    """Whether this is the bare heading line of an article, which its clauses carry as context."""
    if sections[at].kind != "article" or at + 1 >= len(sections) or sections[at + 1].parent != at:
        return False
    rest = stretch.split("\n", 1)[1].strip() if "\n" in stretch else ""
    return not rest or rest in sections[at].title


def _whole_trees(
    sections: Sequence[Section], stretches: Sequence[tuple[int, int, int]], lengths: Sequence[int], limit: int
) -> dict[int, int]:
    """For each section inside a clause that fits into one passage, that clause."""
    total = [0] * len(sections)
    for (at, _, _), tokens in zip(stretches, lengths, strict=True):
        climb: int | None = at
        while climb is not None:
            total[climb] += tokens
            climb = sections[climb].parent
    whole: dict[int, int] = {}
    for at, section in enumerate(sections):
        if section.parent in whole:
            whole[at] = whole[section.parent]
        elif section.kind in ("clause", "point") and total[at] <= limit:
            whole[at] = at
    return whole


def _joined(sections: Sequence[Section], units: Sequence[_Unit]) -> list[_Unit]:
    """Short neighbours under the same heading made one."""
    joined: list[_Unit] = []
    for unit in units:
        before = joined[-1] if joined else None
        if (
            before is not None
            and not unit.headed
            and _same_list(sections[before.section], sections[unit.section])
            and min(before.tokens, unit.tokens) < SHORT_TOKENS
            and before.tokens + unit.tokens <= JOINED_TOKENS
        ):
            joined[-1] = replace(before, end=unit.end, tokens=before.tokens + unit.tokens, last=unit.last)
        else:
            joined.append(unit)
    return joined


def _same_list(one: Section, other: Section) -> bool:
    return one.parent == other.parent and one.kind == other.kind and one.kind in JOINABLE


def _cut_long(text: str, unit: _Unit, count: CountTokens, limit: int) -> list[tuple[int, int]]:
    """The unit's span, or, where it is too long, spans of whole sentences of about equal length."""
    if unit.tokens <= limit:
        return [(unit.start, unit.end)]
    pieces = [
        piece
        for start, end in find_sentences(text, unit.start, unit.end)
        for piece in _cut_hard(text, start, end, count, limit)
    ]
    lengths = count([text[start:end] for start, end in pieces])
    parts = -(-sum(lengths) // limit)
    goal = sum(lengths) / max(1, parts)
    spans: list[tuple[int, int]] = []
    part = before = held = 0
    for (start, end), tokens in zip(pieces, lengths, strict=True):
        mine = min(parts - 1, int((before + tokens / 2) / goal))
        if spans and mine == part and held + tokens <= limit:
            spans[-1] = (spans[-1][0], end)
            held += tokens
        else:
            spans.append((start, end))
            part, held = mine, tokens
        before += tokens
    return spans


def _cut_hard(text: str, start: int, end: int, count: CountTokens, limit: int) -> list[tuple[int, int]]:
    """A sentence longer than a passage, cut at spaces (or anywhere) into stretches that fit."""
    if end - start <= limit or count([text[start:end]])[0] <= limit:
        return [(start, end)]
    step = max(limit, (end - start) * limit // (2 * count([text[start:end]])[0]))
    spans = []
    while start < end:
        stop = min(end, start + step)
        space = text.rfind(" ", start, stop) if stop < end else stop
        stop = space if space > start + step // 2 else stop
        spans.append(_trim(text, start, stop))
        start = stop
    return [span for span in spans if span[0] < span[1]]


def _passage(document: Document, sections: Sequence[Section], unit: _Unit, start: int, end: int) -> Passage:
    section = sections[unit.section]
    return Passage(
        id=f"{document.id}:{start}-{end}",
        document=document.id,
        locator=_locator(section.locator, unit.last),
        start=start,
        end=end,
        text=document.text[start:end],
        heading=heading_path(document, sections, unit.section, start),
        kind=section.kind,
    )


def _locator(first: str, last: str) -> str:
    """``đoạn 7 (trang 1)`` and ``đoạn 9 (trang 2)`` as ``đoạn 7-9 (trang 1-2)``; else the first."""
    one, other = _NUMBERED.fullmatch(first), _NUMBERED.fullmatch(last)
    if first == last or not one or not other or one[1] != other[1]:
        return first
    pages = "-".join(dict.fromkeys(page for page in (one[3], other[3]) if page))
    return f"{one[1]}{one[2]}-{other[2]}" + (f" (trang {pages})" if pages else "")


def heading_path(document: Document, sections: Sequence[Section], at: int, start: int) -> str:
    """Title and headings above a passage that begins at ``start``, outermost first, joined by `` › ``.

    A heading inside the passage itself, and a title that is only the file's name, are left out.
    """
    names = []
    climb = sections[at].parent if sections[at].kind != "article" else at
    while climb is not None:
        section = sections[climb]
        if section.end <= start or section.start < start:
            names.append(_name(document.text, section))
        climb = sections[climb].parent
    title = document.source.title
    if title and title != document.id and not document.source.file.endswith(f"{title}.txt"):
        names.append(title)
    path = list(dict.fromkeys(name for name in reversed(names) if name))
    return " › ".join(path)


def _name(text: str, section: Section) -> str:
    """A heading by its title, a Điều by locator and title, a khoản by locator and how it begins."""
    if section.kind == "heading":
        return section.title
    title = section.title
    if section.kind == "clause" and not title:
        begins = text[section.start : section.end].split("\n", 1)[0]
        title = begins if len(begins) <= LEAD_CHARS else begins[:LEAD_CHARS].rsplit(" ", 1)[0] + " …"
    return f"{section.locator}. {title}" if title else section.locator


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def indexed_text(passage: Passage) -> str:
    """What is embedded and searched: the heading path on its own line, then the passage."""
    return f"{passage.heading}\n{passage.text}" if passage.heading else passage.text


def as_node(passage: Passage) -> TextNode:
    """The passage as LlamaIndex's node; its embedding text is ``indexed_text``."""
    return TextNode(
        id_=passage.id,
        text=passage.text,
        metadata={"heading": passage.heading, "kind": passage.kind},
        metadata_template="{value}",
        text_template="{metadata_str}\n{content}" if passage.heading else "{content}",
        excluded_embed_metadata_keys=["kind"],
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=passage.document)},
    )
