"""Plain text and Markdown to blocks.

It knows lines and Markdown marks. Whether a line is page noise is the cleaner's business.
"""

import re

from documents.decoding import decode, normalise
from documents.loaded import Loaded, Piece, assemble
from documents.records import BadInput, Block, BlockKind
from documents.settings import Limits

_ITEM = re.compile(r"[-+•*–]\s+\S|\d{1,3}[.)]\s+\S|[a-zđ]{1,2}\)\s+\S|[ivx]{1,5}\)\s+\S")
_ENDING = tuple(".,;:!?…")
_SENTENCE_INSIDE = re.compile(r"[^\W\d_]{2}[.!?…]\s+\S")
HEADING_CHARS = 160


def is_heading_line(text: str) -> bool:
    """Whether a line that stands alone reads as a heading: short, one phrase, no final stop."""
    if not 2 <= len(text) <= HEADING_CHARS or text.endswith(_ENDING):
        return False
    if _SENTENCE_INSIDE.search(text) or not any(letter.isalpha() for letter in text):
        return False
    first = text.lstrip("*\"“'‘(–- ")[:1]
    return first.isupper() or first.isdigit()


def kind_of_line(text: str) -> BlockKind:
    """The kind of a line of plain text, from its look alone."""
    if text.startswith("* ") and is_heading_line(text):
        return "heading"
    if _ITEM.match(text):
        return "item"
    return "heading" if is_heading_line(text) else "paragraph"


def read_lines(text: str, limits: Limits) -> tuple[Block, ...]:
    """One block a line that is not blank; BadInput when a line is beyond the limit."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if len(line) > limits.line_chars:
            raise BadInput(
                f"có dòng dài {len(line):,} ký tự, quá giới hạn {limits.line_chars:,}".replace(",", ".")
            )
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped[0])
            kind = kind_of_line(stripped)
            blocks.append(Block(kind, start, start + len(stripped), 2 if kind == "heading" else 0))
        at += len(line) + 1
    return tuple(blocks)


def load_txt(data: bytes, limits: Limits) -> Loaded:
    """Plain text, its lines as blocks, the blank space between them as in the file."""
    raw, encoding = decode(data)
    text = normalise(raw)
    return Loaded(text, read_lines(text, limits), {"encoding": encoding}, (), "txt")


_FENCE = re.compile(r"\s*(```|~~~)")
_RULE = re.compile(r"\s*([-*_]\s*){3,}$")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
_BULLET = re.compile(r"\s*[-*+]\s+(.*)$")
_INLINE = (
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"(\*\*\*|\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=[^\s_])([^_]+?)(?<=[^\s_])_(?![\w_])"), r"\1"),
    (re.compile(r"`([^`]+)`"), r"\1"),
    (re.compile(r"<!--.*?-->"), ""),
    (re.compile(r"</?[a-zA-Z][^<>]*>"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])"), r"\1"),
)


def strip_marks(text: str) -> str:
    """The words of a line of Markdown without its marks."""
    for pattern, by in _INLINE:
        text = pattern.sub(by, text)
    return text.strip()


def read_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Keys of a ``---`` head, lists joined by "; ", and the text after it."""
    if not text.startswith("---\n"):
        return {}, text
    end = re.search(r"^---\s*$", text[4:], re.M)
    if end is None:
        return {}, text
    meta: dict[str, str] = {}
    key = ""
    for line in text[4 : 4 + end.start()].split("\n"):
        named = re.match(r"([\w-]+)\s*:\s*(.*)$", line)
        item = re.match(r"\s*-\s+(.*)$", line)
        if named:
            key = named.group(1).lower()
            meta[key] = _plain_value(named.group(2))
        elif item and key:
            meta[key] = "; ".join(part for part in (meta[key], _plain_value(item.group(1))) if part)
    return meta, text[4 + end.end() :]


def _plain_value(raw: str) -> str:
    value = raw.strip()
    if value.startswith("[") and value.endswith("]"):
        return "; ".join(_plain_value(part) for part in value[1:-1].split(",") if part.strip())
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return "" if value in {"null", "~"} else value


def load_markdown(data: bytes, limits: Limits) -> Loaded:
    """Markdown as its reader sees it: headings with levels, items, table rows as ``a | b``."""
    raw, encoding = decode(data)
    meta, body = read_front_matter(normalise(raw).lstrip("\n"))
    pieces: list[Piece] = []
    tight, fenced = False, False
    for line in body.split("\n"):
        if len(line) > limits.line_chars:
            read_lines(line, limits)
        if _FENCE.match(line):
            fenced = not fenced
            continue
        piece = None if not line.strip() else _markdown_piece(line, tight, fenced)
        if piece is not None:
            pieces.append(piece)
        tight = piece is not None
    text, blocks = assemble(pieces)
    return Loaded(text, blocks, {"encoding": encoding, **meta}, (), "md")


def _markdown_piece(line: str, tight: bool, fenced: bool) -> Piece | None:
    if fenced:
        return Piece("paragraph", line, tight=tight)
    if _RULE.match(line) or _TABLE_RULE.match(line):
        return None
    heading = _HEADING.match(line.strip())
    if heading:
        return Piece("heading", strip_marks(heading.group(2)), len(heading.group(1)), tight=tight)
    line = re.sub(r"^(\s*>)+\s?", "", line)
    stripped = line.strip()
    if stripped.startswith("|") and stripped.count("|") > 1:
        cells = [strip_marks(cell) for cell in re.split(r"(?<!\\)\|", stripped.strip("|"))]
        return Piece("row", " | ".join(cells), tight=tight)
    bullet = _BULLET.match(line)
    if bullet:
        return Piece("item", "- " + strip_marks(bullet.group(1)), tight=tight)
    words = strip_marks(stripped)
    if not words:
        return None
    kind = kind_of_line(words)
    return Piece(kind, words, 6 if kind == "heading" else 0, tight=tight)
