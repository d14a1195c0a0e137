"""A web page to pieces in reading order: its blocks, lists and tables, without its machinery.

It knows HTML elements and link density. It drops what is certainly a menu or a script and
leaves every doubtful line to the cleaner; it never runs or fetches anything.
"""

import re
from dataclasses import dataclass

from lxml import etree

from documents.decoding import normalise
from documents.loaded import Piece
from documents.loading_text import kind_of_line
from documents.tables import table_pieces

_DEAD = (
    "script style noscript template iframe object embed svg math select option button input textarea nav footer "
    "dialog video audio canvas map link meta head title applet"
)
_BLOCKS = (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 "
    "h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul caption"
)
DEAD_TAGS = frozenset(_DEAD.split())
BLOCK_TAGS = frozenset(_BLOCKS.split())
_MACHINERY = re.compile(
    r"(?:^|[\s_-])(?:menu|nav|navbar|navigation|sidebar|side-?bar|footer|breadcrumbs?|related|comments?|share|sharing|"
    r"social|banner|advert\w*|ads?|qc|quang-?cao|tags?|popup|modal|login|tinlienquan|tin-lien-quan|tinkhac|tin-khac|"
    r"lien-?quan|cung-?chuyen-?muc|most-?read|xem-?nhieu|doc-?nhieu|widget|toolbar|pagination|binh-?luan|marquee|ticker|"
    r"skip-?link)(?=$|[\s_-])",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_ARTICLE = re.compile(r"\bĐiều\s+\d+")
PAGE_PARAGRAPHS = 4  # paragraphs in one cell, most of its table, that make the table a page laid out
PAGE_WORDS = 60  # words that those paragraphs have at least; a cell of a data table has fewer
MOST_DOUBTED = 50  # elements named as machinery that hold much of the page; a page of many is all so named
_NOTE = re.compile(r"[(\[]?(\d{1,3})[)\]]?")
_MEASURE = re.compile(r"(?:^|[\d\s/(])[kcmd]?m$")


@dataclass(frozen=True, slots=True)
class WalkedPiece:
    """A piece with the share (0 to 1) of its letters that are link text."""

    piece: Piece
    link_share: float


def walk(root: etree._Element) -> list[WalkedPiece]:
    """Every block of text below ``root``, machinery left out, however deep it lies."""
    walker = _Walker(max(1, len("".join(root.itertext()))))
    steps = etree.iterwalk(root, events=("start", "end"))
    for event, node in steps:
        if event == "start":
            if not walker.enter(node):
                steps.skip_subtree()
            continue
        walker.leave(node)
        if node is not root:
            walker.add(node.tail)
    walker.close()
    return walker.pieces


class _Walker:
    """Text gathered to blocks; ``enter`` and ``leave`` are called for every element, children between."""

    def __init__(self, total: int) -> None:
        self.pieces: list[WalkedPiece] = []
        self._total = total
        self._text: list[str] = []
        self._linked = 0
        self._kinds = [""]
        self._blocks: list[etree._Element] = []
        self._doubted = 0
        self._links: list[etree._Element] = []

    def enter(self, node: etree._Element) -> bool:
        """Whether the element's own text and children belong to the page's text."""
        tag = node.tag.lower() if isinstance(node.tag, str) else ""
        if not tag or tag in DEAD_TAGS or self._is_machinery(node, tag):
            return False
        if tag == "br":
            self.close()
            return False
        if tag == "table" and _is_data_table(node):
            self.close()
            self._table(node)
            return False
        if tag in BLOCK_TAGS:
            self.close()
            self._blocks.append(node)
            self._kinds.append(tag if re.fullmatch(r"h[1-6]|li|figcaption|dt", tag) else self._kinds[-1])
        if tag == "sup" and (mark := _NOTE.fullmatch("".join(node.itertext()).strip())):
            before = "".join(self._text[-3:])
            self.add(mark.group(1) if _MEASURE.search(before) else f"[{mark.group(1)}]")
            return False
        if tag == "a" and node.get("href"):
            self._links.append(node)
        self.add(node.text)
        return True

    def leave(self, node: etree._Element) -> None:
        if self._links and self._links[-1] is node:
            self._links.pop()
        if self._blocks and self._blocks[-1] is node:
            self.close()
            self._blocks.pop()
            self._kinds.pop()

    def add(self, text: str | None) -> None:
        if text:
            self._text.append(text)
            if self._links:
                self._linked += len(text.strip())

    def close(self) -> None:
        """End the block under way."""
        text = re.sub(r"\s+", " ", normalise("".join(self._text))).strip()
        share = min(1.0, self._linked / len(text)) if text else 0.0
        self._text, self._linked = [], 0
        if text:
            self.pieces.append(WalkedPiece(_piece(text, self._kinds[-1]), share))

    def _table(self, node: etree._Element) -> None:
        for caption in node.findall("caption"):
            text = re.sub(r"\s+", " ", normalise(" ".join(caption.itertext()))).strip()
            if text:  # its unit is often told there and nowhere else
                self.pieces.append(WalkedPiece(Piece("paragraph", text), 0.0))
        for piece in table_pieces(_grid(node)):
            self.pieces.append(WalkedPiece(piece, 0.0))

    def _is_machinery(self, node: etree._Element, tag: str) -> bool:
        if node.get("hidden") is not None or _HIDDEN.search(node.get("style") or ""):
            return True
        if tag in {"html", "body", "main", "article"}:
            return False
        name = f"{node.get('class') or ''} {node.get('id') or ''}"
        if tag not in {"aside", "header"} and not _MACHINERY.search(name):
            return False
        if self._doubted >= MOST_DOUBTED:
            return False
        text = "".join(node.itertext())
        self._doubted += len(text) >= 0.4 * self._total
        if tag == "header" and node.find(".//h1") is not None:
            return False
        return len(text) < 0.4 * self._total and len(_ARTICLE.findall(text)) < 3


def _piece(text: str, tag: str) -> Piece:
    if re.fullmatch(r"h[1-6]", tag):
        return Piece("heading", text, int(tag[1]))
    if tag == "figcaption":
        return Piece("caption", text)
    if tag == "li":
        return Piece("item", text if kind_of_line(text) == "item" else f"- {text}", tight=True)
    kind = kind_of_line(text)
    return Piece(kind, text, 6 if kind == "heading" else 0)


def _is_data_table(node: etree._Element) -> bool:
    """Whether a table holds data: a grid of short cells without a table or many blocks inside."""
    if node.find(".//table") is not None:
        return False
    rows = node.findall(".//tr")
    if len(rows) < 2:
        return False
    widest = max(len(row.findall("td")) + len(row.findall("th")) for row in rows)
    cells = [cell for row in rows for cell in [*row.findall("td"), *row.findall("th")]]
    words = len("".join(node.itertext()).split())
    for row in rows:
        columns = [*row.findall("td"), *row.findall("th")]
        if any(_is_page_column(cell, words, alone=len(columns) == 1) for cell in columns):
            return False
    long = sum(len("".join(cell.itertext()).strip()) > 600 for cell in cells)
    return widest >= 2 and long * 5 <= len(cells)


def _is_page_column(cell: etree._Element, words: int, alone: bool) -> bool:
    """Whether a cell holds a page: its heading beside other columns, or paragraphs that are most of the table.

    ``words`` are those of the whole table; a cell ``alone`` in its row may be a caption.
    """
    if not alone and cell.find(".//h1") is not None:
        return True
    paragraphs = ["".join(one.itertext()).split() for one in cell.iter("p")]
    told = sum(map(len, paragraphs))
    return len(paragraphs) >= PAGE_PARAGRAPHS and told >= PAGE_WORDS and 2 * told > words


def _grid(node: etree._Element) -> list[list[str]]:
    """The cells of a table with spans filled out: a cell that spans stands in each of its places."""
    grid: list[list[str]] = []
    waiting: dict[int, tuple[int, str]] = {}
    for row in node.iter("tr"):
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        line: list[str] = []
        for cell in cells:
            _fill(line, waiting)
            text = re.sub(r"\s+", " ", normalise(" ".join(cell.itertext()))).strip()
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            for extra in range(across):
                if down > 1:
                    waiting[len(line)] = (down - 1, text if extra == 0 else "")
                line.append(text if extra == 0 else "")
        _fill(line, waiting)
        grid.append(line)
    return grid


def _fill(line: list[str], waiting: dict[int, tuple[int, str]]) -> None:
    while len(line) in waiting:
        left, text = waiting.pop(len(line))
        if left > 1:
            waiting[len(line)] = (left - 1, text)
        line.append(text)


def _span(cell: etree._Element, name: str) -> int:
    value = cell.get(name) or ""
    return min(100, int(value)) if value.isdecimal() and int(value) > 0 else 1
