"""What a loader hands over: text of one file with its blocks, before page noise is taken out.

It knows how blocks and text belong together, and nothing of file formats.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from documents.records import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Piece:
    """One block's text on its way into a ``Loaded``; ``tight`` means no blank line before it."""

    kind: BlockKind
    text: str
    level: int = 0
    page: int | None = None
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file as read: NFC ``text``, ``blocks`` in reading order, ``meta`` from its head.

    ``format`` is what the content turned out to be: txt, md, html, docx, pdf or image.
    What stands between two blocks is blank.
    """

    text: str
    blocks: tuple[Block, ...]
    meta: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    format: str = "txt"


def assemble(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The pieces written one under the other, with their spans; empty ones are left out."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        text = piece.text.strip()
        if not text:
            continue
        if parts:
            gap = "\n" if piece.tight else "\n\n"
            parts.append(gap)
            at += len(gap)
        blocks.append(Block(piece.kind, at, at + len(text), piece.level, piece.page))
        parts.append(text)
        at += len(text)
    return "".join(parts), tuple(blocks)
