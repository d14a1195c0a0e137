"""Plain text and Markdown to blocks.

It knows lines and Markdown marks. Whether a line is page noise is the cleaner's business.
"""

import re

from documents.decoding import decode
from documents.loaded import Loaded, Piece, assemble
from documents.records import BadInput, Block, BlockKind
from documents.reflow import rejoin
from documents.settings import Limits, with_points
from documents.tables import table_pieces
from documents.text_tables import find_row_lines, head_cells

_ITEM = re.compile(r"[-+•*–]\s+\S|\d{1,3}[.)]\s+\S|[a-zđ]{1,2}\)\s+\S|[ivx]{1,5}\)\s+\S")
_ENDING = tuple(".,;:!?…")
_SENTENCE_INSIDE = re.compile(r"[^\W\d_]{2}[.!?…]\s+\S")
_ROMAN = re.compile(r"[IVXLC]{1,6}[.)]\s+")
_LISTED = re.compile(
    r";|: [\d.,]+ ?(?:%|(?:triệu |tỷ |tỉ |nghìn )?đồng|đề án|cơ sở|người|lao động|lớp|sản phẩm|mô hình|ha|tấn)?$"
)
HEADING_CHARS = 160
MAX_MARKED_CHARS = 20_000


def is_heading_line(text: str) -> bool:
    """Whether a line that stands alone reads as a heading: short, one phrase, no final stop."""
    if not 2 <= len(text) <= HEADING_CHARS or text.endswith(_ENDING):
        return False
    if (
        _SENTENCE_INSIDE.search(_ROMAN.sub("", text, count=1))
        or _LISTED.search(text)
        or not any(letter.isalpha() for letter in text)
    ):
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
    lines = text.split("\n")
    rows = find_row_lines(lines)
    at = 0
    for number, line in enumerate(lines):
        if len(line) > limits.line_chars:
            raise BadInput(f"có dòng dài {with_points(len(line))} ký tự, quá giới hạn {with_points(limits.line_chars)}")
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped[0])
            kind = "row" if number in rows else kind_of_line(stripped)
            blocks.append(Block(kind, start, start + len(stripped), 2 if kind == "heading" else 0))
        at += len(line) + 1
    return tuple(blocks)


def _too_long(limits: Limits) -> str:
    return f"có dòng dài quá giới hạn {with_points(limits.line_chars)} ký tự"


def load_txt(data: bytes, limits: Limits) -> Loaded:
    """Plain text, its lines as blocks, the blank space between them as in the file."""
    check_line_ends(data, limits)
    text, encoding, warnings = decode(data, tabs=True)
    read_lines(text, limits)
    text = head_cells(rejoin(text))
    return Loaded(text, read_lines(text, limits), {"encoding": encoding}, warnings, "txt")


def check_line_ends(data: bytes, limits: Limits) -> None:
    """BadInput, before anything costly, for bytes with a line far beyond the limit.

    A character takes at most four bytes in any encoding read here.
    """
    most = 4 * limits.line_chars
    at = 0
    while len(data) - at > most:
        end = data.rfind(b"\n", at, at + most + 1)
        if end < at:
            raise BadInput(_too_long(limits))
        at = end + 1


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
    """The words of a line of Markdown without its marks; a line beyond reason stays as it is."""
    if len(text) > MAX_MARKED_CHARS:
        return text.strip()
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
    """Markdown as its reader sees it: headings with levels, items, tables with their heads."""
    check_line_ends(data, limits)
    text, encoding, warnings = decode(data)
    meta, body = read_front_matter(text.lstrip("\n"))
    read_lines(body, limits)
    lines = [*rejoin(body, soft=True).split("\n"), ""]
    pieces: list[Piece] = []
    table: list[list[str]] = []
    fenced = False
    for at, line in enumerate(lines[:-1]):
        if _FENCE.match(line):
            fenced = not fenced
            continue
        cells = None if fenced else _cells(line)
        if cells is not None:
            table.append(cells)
            continue
        if table and not _TABLE_RULE.match(line):
            pieces += table_pieces(table)
            table = []
        if line.strip():
            before = lines[at - 1].strip() if at else ""
            alone = not before and not lines[at + 1].strip()
            piece = _markdown_piece(line, bool(before), alone, fenced)
            pieces += [piece] if piece else []
    pieces += table_pieces(table)
    text, blocks = assemble(pieces)
    return Loaded(text, blocks, {"encoding": encoding, **meta}, warnings, "md")


def _cells(line: str) -> list[str] | None:
    """The cells of a line that is a table row, else None."""
    stripped = line.strip()
    if not stripped.startswith("|") or stripped.count("|") < 2 or _TABLE_RULE.fullmatch(stripped):
        return None
    inner = stripped[1:-1] if stripped.endswith("|") else stripped[1:]
    return [strip_marks(cell.replace("\\|", "|")) for cell in re.split(r"(?<!\\)\|", inner)]


def _markdown_piece(line: str, tight: bool, alone: bool, fenced: bool) -> Piece | None:
    if fenced:
        return Piece("paragraph", line, tight=tight)
    if _RULE.match(line) or _TABLE_RULE.fullmatch(line):
        return None
    heading = _HEADING.match(line.strip())
    if heading:
        return Piece("heading", strip_marks(heading.group(2)), len(heading.group(1)))
    line = re.sub(r"^(\s*>)+\s?", "", line)
    bullet = _BULLET.match(line)
    if bullet:
        return Piece("item", "- " + strip_marks(bullet.group(1)), tight=tight)
    words = strip_marks(line)
    kind = kind_of_line(words) if words else "paragraph"
    if kind == "heading" and not alone:
        kind = "paragraph"
    return Piece(kind, words, 6 if kind == "heading" else 0, tight=tight) if words else None
