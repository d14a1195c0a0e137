"""Structure of any document: a law by its articles, everything else by headings and paragraphs.

It knows where sections begin and end and what they are called. It knows nothing of retrieval:
how long a passage may be is decided where passages are cut.
"""

from collections.abc import Sequence

from documents.legal_numbers import LegalReference, kind_of_number
from documents.legal_references import find_section, parse_locator
from documents.legal_structure import looks_legal, read_legal
from documents.records import Block, Document, Section, Source

__all__ = [
    "LegalReference",
    "find_section",
    "full_locator",
    "own_text",
    "parse_locator",
    "read_structure",
]

_LEGAL_KINDS = frozenset({"law", "decree", "circular", "decision", "digest"})
_KIND_NAMES = {"law": "Luật", "decree": "Nghị định", "circular": "Thông tư", "decision": "Quyết định"}


def read_structure(document: Document) -> list[Section]:
    """The sections of a document in reading order, parents before their children.

    A legal text gives part, chapter, division, article, clause, point and annex; any other text
    gives headings and the paragraphs and table rows under them (``đoạn 7``, counted over the
    whole body; ``đoạn 7 (trang 2)`` where the file has pages). ``own_text`` tells which
    characters belong to which section.
    """
    kind = document.source.kind
    if kind in _LEGAL_KINDS or (kind == "other" and looks_legal(document.text, document.blocks)):
        sections = read_legal(document.text, document.blocks)
        if sections:
            return sections
    return _read_ordinary(document)


def own_text(sections: Sequence[Section]) -> list[tuple[int, int, int]]:
    """(section index, start, end) for every stretch that no child covers, in reading order.

    Together the stretches cover every section without overlap: a khoản's own lead-in before its
    điểm belongs to the khoản, the heading of an article to the article.
    """
    children: dict[int, list[int]] = {}
    for at, section in enumerate(sections):
        if section.parent is not None:
            children.setdefault(section.parent, []).append(at)
    stretches: list[tuple[int, int, int]] = []
    for at, section in enumerate(sections):
        reached = section.start
        for child in children.get(at, []):
            if sections[child].start > reached:
                stretches.append((at, reached, sections[child].start))
            reached = max(reached, sections[child].end)
        if section.end > reached:
            stretches.append((at, reached, section.end))
    return sorted(stretches, key=lambda stretch: stretch[1:])


DIGEST_LABEL = " (bản tóm lược)"
"""What a locator in a digest ends with."""


def full_locator(section: Section, source: Source) -> str:
    """The locator with its document: "điểm b khoản 2 Điều 5 Nghị định 45/2012/NĐ-CP".

    A digest says that it is one.
    """
    number = source.number or source.digest_of
    if not number:
        return f"{section.locator}, {source.title}" if source.title else section.locator
    kind = kind_of_number(number) or _KIND_NAMES.get(source.kind, "")
    label = DIGEST_LABEL if source.kind == "digest" else ""
    return f"{section.locator} {kind} {number}".replace("  ", " ") + label


def _read_ordinary(document: Document) -> list[Section]:
    """Headings with the paragraphs, items, captions and rows under them."""
    sections: list[Section] = []
    stack: list[tuple[int, int]] = []  # (level, index) of the open headings
    number = rows = 0
    for block in document.blocks or _blocks_of(document.text):
        if block.kind == "heading":
            level = block.level or 6
            while stack and stack[-1][0] >= level:
                stack.pop()
            title = " ".join(document.text[block.start : block.end].split())
            parent = stack[-1][1] if stack else None
            sections.append(Section("heading", "", title, block.start, block.end, title, parent, level))
            stack.append((level, len(sections) - 1))
            continue
        if block.kind == "row":
            rows += 1
            kind, locator = "row", f"bảng, hàng {rows}"
        elif block.kind == "caption":
            kind, locator = "paragraph", "chú thích ảnh"
        else:
            number += 1
            kind, locator = "paragraph", f"đoạn {number}"
        parent = stack[-1][1] if stack else None
        label = str(number) if locator.startswith("đoạn") else ""
        locator += f" (trang {block.page})" if block.page is not None else ""
        sections.append(Section(kind, label, "", block.start, block.end, locator, parent))  # type: ignore[arg-type]
    return _stretched(sections)


def _stretched(sections: list[Section]) -> list[Section]:
    """The same sections, each heading reaching to the end of its last descendant."""
    ends = [section.end for section in sections]
    for at in range(len(sections) - 1, -1, -1):
        parent = sections[at].parent
        if parent is not None:
            ends[parent] = max(ends[parent], ends[at])
    return [
        Section(one.kind, one.number, one.title, one.start, end, one.locator, one.parent, one.level, one.quoted)
        for one, end in zip(sections, ends, strict=True)
    ]


def _blocks_of(text: str) -> list[Block]:
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped[0])
            blocks.append(Block("paragraph", start, start + len(stripped)))
        at += len(line) + 1
    return blocks
