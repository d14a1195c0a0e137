"""A saved web page to its main text: found with trafilatura, taken whole from a plain walk.

Extractors lose articles of law and rows of tables; so trafilatura only shows where the main
text begins and ends, and the walk between is kept. Nothing of the page is run or fetched.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import trafilatura
from lxml import etree, html

from documents.decoding import decode
from documents.html_walk import WalkedPiece, walk
from documents.loaded import Loaded, assemble
from documents.records import BadInput
from documents.settings import Limits

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.I)
_ARTICLE_LINE = re.compile(r"Điều \d+[a-zđ]?[.:]?(?:\s|$)")
_KEY = re.compile(r"\w+")
_HEADS = re.compile(r"(?:^|(?<=\| ))[^:|]{1,60}: ")
LINK_SHARE = 0.6
PARAGRAPH = 120  # characters of a block that is surely text of the page, and no line of a menu
MAX_EXTRACTED_CHARS = 5_000_000


def load_html(data: bytes, limits: Limits) -> Loaded:
    """The main text of a page with headings, items and table rows; its head's facts in ``meta``."""
    if len(data) > limits.page_bytes:
        raise BadInput(f"trang {len(data) / 1e6:.0f} MB, quá giới hạn {limits.page_bytes / 1e6:.0f} MB")
    hint = _CHARSET.search(data[:4096])
    text, encoding, warnings = decode(data, hint.group(1).decode("ascii") if hint else "")
    root = _parse(text)
    meta = {"encoding": encoding, **read_head(root)}
    pieces = main_pieces(root, walk(root))
    if _is_legal(pieces):
        # The head gives the date of the web page, not of the law.
        meta = {key: value for key, value in meta.items() if key not in {"date", "author"}}
    body, blocks = assemble(piece.piece for piece in pieces)
    return Loaded(body, blocks, meta, warnings, "html")


def _parse(text: str) -> etree._Element:
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise BadInput("không đọc được HTML") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise BadInput("HTML lồng nhau quá sâu, không đọc hết được")
    return root


def main_pieces(root: etree._Element, walked: list[WalkedPiece]) -> list[WalkedPiece]:
    """The walked pieces from the first to the last line that belongs to the main text.

    In a legal text everything between its opening and its end stays; elsewhere lines that
    are mostly links go.
    """
    articles = [i for i, one in enumerate(walked) if _ARTICLE_LINE.match(one.piece.text)]
    legal = _is_legal(walked)
    found = _main_lines(root)
    inside = [i for i, one in enumerate(walked) if found & {_key(one.piece.text), _key(_values(one))}]
    if not legal and _misses_the_text(walked, inside):
        inside = []
    if legal:
        inside = sorted({*inside, *articles})
    if not inside:
        return [one for one in walked if one.link_share < LINK_SHARE]
    first, last = inside[0], inside[-1]
    while legal and first > 0 and walked[first - 1].link_share < LINK_SHARE and first > articles[0] - 40:
        first -= 1
    while not legal and first > 0 and walked[first - 1].link_share < LINK_SHARE and inside[0] - first < 8:
        first -= 1
    while legal and last + 1 < len(walked) and walked[last + 1].link_share < LINK_SHARE:
        last += 1
    while last + 1 < len(walked) and walked[last + 1].piece.kind == "row" and walked[last + 1].piece.tight:
        last += 1  # the rest of a table of which a row was found
    core = walked[first : last + 1]
    tail = [] if legal else [one for one in walked[last + 1 : last + 4] if one.link_share < LINK_SHARE]
    kept = core if legal else [one for one in core if one.link_share < LINK_SHARE or len(one.piece.text) > 200]
    return kept + tail


def _misses_the_text(walked: list[WalkedPiece], inside: list[int]) -> bool:
    """Whether what was found, from its first line to its last, is less than half of the page's paragraphs."""
    told = [len(one.piece.text) if _is_told(one) else 0 for one in walked]
    return bool(inside) and 2 * sum(told[inside[0] : inside[-1] + 1]) < sum(told)


def _is_told(one: WalkedPiece) -> bool:
    return one.piece.kind == "paragraph" and len(one.piece.text) > PARAGRAPH and one.link_share < LINK_SHARE


def _values(one: WalkedPiece) -> str:
    """A row of a table without the heads that the walk writes before its cells; any other text as it is."""
    return _HEADS.sub("", one.piece.text) if one.piece.kind == "row" else one.piece.text


def _is_legal(walked: list[WalkedPiece]) -> bool:
    return sum(bool(_ARTICLE_LINE.match(one.piece.text)) for one in walked) >= 3


def _main_lines(root: etree._Element) -> set[str]:
    """The lines that trafilatura takes for the main text, as comparable keys; none for a giant page."""
    source = html.tostring(root, encoding="unicode")
    if len(source) > MAX_EXTRACTED_CHARS:
        return set()
    extracted = trafilatura.extract(
        source,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        deduplicate=False,
    )
    return {key for line in (extracted or "").split("\n") if len(key := _key(line)) > 25}


def _key(text: str) -> str:
    return " ".join(_KEY.findall(text.casefold()))[:160]


def read_head(root: etree._Element) -> dict[str, str]:
    """Title, author, publisher, date and address as the page's head states them; absent if not.

    Only what the page says of itself in its head: <title>, meta properties, JSON-LD.
    """
    facts: dict[str, str] = {}
    for key, value in (*_linked_data(root), *_meta_tags(root)):
        value = re.sub(r"\s+", " ", value).strip()
        if value and key not in facts:
            facts[key] = value[:500]
    title = root.find(".//title")
    if "title" not in facts and title is not None and (title.text or "").strip():
        facts["title"] = re.split(r" [|–»] | - (?=[^-]*$)", re.sub(r"\s+", " ", title.text or "").strip())[0]
    return facts


_META = {
    "og:title": "title",
    "author": "author",
    "article:author": "author",
    "article:published_time": "date",
    "pubdate": "date",
    "datepublished": "date",
    "og:site_name": "publisher",
    "publisher": "publisher",
    "source": "publisher",
    "og:url": "address",
}


def _meta_tags(root: etree._Element) -> Iterator[tuple[str, str]]:
    for node in root.iter("meta"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        key = _META.get(name)
        value = node.get("content") or ""
        if key == "date":
            value = value[:10]
        if key and not (key == "author" and value.startswith("http")):
            yield key, value
    for node in root.iter("link"):
        if (node.get("rel") or "").lower() == "canonical":
            yield "address", node.get("href") or ""


def _linked_data(root: etree._Element) -> Iterator[tuple[str, str]]:
    for node in root.iter("script"):
        if (node.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            data: Any = json.loads(node.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for entry in _articles(data):
            yield "title", str(entry.get("headline") or "")
            yield "date", str(entry.get("datePublished") or "")[:10]
            yield "author", _name(entry.get("author"))
            yield "publisher", _name(entry.get("publisher"))


def _articles(data: Any) -> Iterable[dict[str, Any]]:
    entries = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict) and "Article" in str(entry.get("@type")):
            yield entry


def _name(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value)))
    if isinstance(value, dict):
        return str(value.get("name") or "")
    return value if isinstance(value, str) else ""
