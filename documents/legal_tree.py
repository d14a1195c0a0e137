"""What lies in one article: its title, khoản, điểm, and the articles it quotes.

It builds nodes by line numbers; ``legal_structure`` puts the articles of a text together.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace

from documents.legal_candidates import Candidate, as_article, as_clause, as_point, as_subclause, breaks_off, is_tail
from documents.legal_lines import Line
from documents.legal_quotes import Quote, is_amendment, is_cue, is_likely
from documents.legal_reading import Reading
from documents.legal_sequence import Numbered, article_key, best_run, point_key
from documents.records import SectionKind

TITLE_LINES = 6
TITLE_CHARS = 400
SHORT_LINE = 60


@dataclass
class Node:
    """A section on its way: ``first`` line to (excluding) ``stop``; ``rank`` orders the nesting."""

    kind: SectionKind
    number: str
    title: str
    first: int
    rank: int
    mark: str = ""
    offset: int = 0
    quoted: bool = False
    stop: int = 0
    body: int = 0
    children: "list[Node]" = field(default_factory=list)


def article_node(found: Candidate, reading: Reading, quoted: bool = False) -> Node:
    title, body = title_of(found.line, found.title, reading)
    return Node("article", found.number, title, found.line, 5, "", found.offset, quoted, body=body)


def title_of(first: int, title: str, reading: Reading) -> tuple[str, int]:
    """The title of a heading over its lines, and the first line of what follows it.

    A "title" that reads as a sentence is the body itself: the title is then empty.
    """
    lines = reading.lines
    parts = [title] if title else []
    at = first + 1
    while at < min(first + TITLE_LINES, len(lines)) and at not in reading.starts:
        text = lines[at].text
        if not _continues(parts, text, lines[at], lines[first]):
            break
        parts.append(text)
        at += 1
    joined = " ".join(parts).strip(" *_")
    if joined.endswith((".", ";", ":")) or len(joined) > TITLE_CHARS or joined.endswith("./"):
        return "", first
    return joined, at


def _continues(parts: list[str], text: str, line: Line, head: Line) -> bool:
    if as_clause(text) or as_point(text) or is_tail(text) or line.row or line.bullet:
        return False
    if not parts:
        return not text.startswith(("(", "Căn cứ")) and (text.isupper() or len(text) < 160)
    last = parts[-1]
    if last.endswith((".", ";", ":")):
        return False
    if text[0].islower():
        return True
    return text.isupper() and last.isupper() and not head.text.startswith("Điều")


def add_inner(article: Node, reading: Reading) -> None:
    """Khoản, điểm and quoted articles of an own article."""
    stop = article.stop
    free = [at for at in range(article.body, stop) if not reading.quoted_at(at)]
    article.children = _clauses(article, free, stop, reading)
    begin = bisect_left(reading.quotes, article.first, key=lambda quote: quote.first)
    for quote in reading.quotes[begin : bisect_left(reading.quotes, stop, key=lambda quote: quote.first)]:
        if quote.last < stop:
            for quoted in _quoted_articles(quote, reading):
                _deepest(article, quoted.first, quoted.stop).children.append(quoted)
    _sort_children(article)


def _sort_children(node: Node) -> None:
    node.children.sort(key=lambda child: child.first)
    for child in node.children:
        _sort_children(child)


def _deepest(node: Node, first: int, stop: int) -> Node:
    for child in node.children:
        if child.first < first and stop <= child.stop and not child.quoted:
            return _deepest(child, first, stop)
    return node


def _quoted_articles(quote: Quote, reading: Reading) -> list[Node]:
    begin = bisect_left(reading.articles, quote.first, key=lambda found: found.line)
    end = bisect_right(reading.articles, quote.last, key=lambda found: found.line)
    heads = [
        found
        for found in reading.articles[begin:end]
        if is_likely(found, reading.lines) or (found.line == quote.first and is_cue(reading.lines[found.line - 1].text))
    ]
    nodes = [article_node(found, reading, quoted=True) for found in heads]
    for at, node in enumerate(nodes):
        node.stop = nodes[at + 1].first if at + 1 < len(nodes) else quote.last + 1
        node.children = _clauses(node, list(range(node.body, node.stop)), node.stop, reading)
    return nodes


def _clauses(article: Node, free: list[int], stop: int, reading: Reading) -> list[Node]:
    begin = article.first + (1 if article.body > article.first else 0)
    items: list[Numbered] = []
    for at in free:
        if at < begin or at == article.first or reading.lines[at].row:
            continue
        found = as_clause(reading.lines[at].text)
        if found is not None:
            items.append(Numbered(at, article_key(found[0]), _likeness(at, reading.lines)))
    items = _amending(items, reading.lines)
    nodes = []
    for item in best_run(items):
        number = (as_clause(reading.lines[item.line].text) or ("", 0))[0]
        nodes.append(Node("clause", number, "", item.line, 6, quoted=article.quoted, body=item.line))
    for at, node in enumerate(nodes):
        node.stop = nodes[at + 1].first if at + 1 < len(nodes) else stop
        node.children = _points(node, [line for line in free if node.first < line < node.stop], reading)
    if not nodes:
        return _points(article, [line for line in free if line > article.first], reading)
    return nodes


def _amending(items: list[Numbered], lines: list[Line]) -> list[Numbered]:
    """In an article whose khoản each amend something, the others are likely quoted wording."""
    amending = [item for item in items if is_amendment(lines[item.line].text)]
    if len(amending) < 2 or items[0] is not amending[0]:
        return items
    held = {item.line for item in amending}
    return [item if item.line in held else _doubted(item, lines) for item in items]


def _doubted(item: Numbered, lines: list[Line]) -> Numbered:
    """Less like an own khoản; ruled out directly under "... như sau:"."""
    return replace(item, likeness=item.likeness - (6.0 if is_cue(lines[item.line - 1].text) else 2.0))


def _likeness(at: int, lines: list[Line]) -> float:
    """As ``heading_likeness``, for a khoản or điểm: does the line above end its sentence?"""
    if not at or not lines[at].follows:
        return 0.5
    before = lines[at - 1].text
    amending = 0.5 if is_amendment(lines[at].text) else 0.0
    if before[-1] in '.;:!?”"/)' or as_article(at - 1, lines[at - 1]):
        return 0.5 + amending
    if breaks_off(before):
        return -3.5
    return amending - (1.0 if len(before) < SHORT_LINE else 2.0)


def _points(parent: Node, free: list[int], reading: Reading) -> list[Node]:
    lines = reading.lines
    numbered = [(at, number) for at in free if not lines[at].row and (number := as_subclause(lines[at].text))]
    own = [(at, number) for at, number in numbered if number.split(".")[0] == parent.number]
    if own:
        pairs = own
    else:
        items = [
            Numbered(at, point_key(letter), _likeness(at, lines)) for at in free if (letter := as_point(lines[at].text))
        ]
        pairs = [(item.line, as_point(lines[item.line].text) or "") for item in best_run(items, letters=True)]
    nodes = [Node("point", number, "", at, 7, quoted=parent.quoted, body=at) for at, number in pairs]
    for at, node in enumerate(nodes):
        node.stop = nodes[at + 1].first if at + 1 < len(nodes) else parent.stop
    return nodes


def paragraphs(first: int, until: int, lines: list[Line], mark: str = "") -> list[Node]:
    """Lines as paragraphs and rows; a line that goes on in lower case belongs to the one above."""
    nodes: list[Node] = []
    number = 0
    for at in range(first, until):
        line = lines[at]
        if nodes and line.follows and line.text[0].islower() and not line.row and not as_point(line.text):
            nodes[-1].stop = at + 1
            continue
        number += not line.row
        made = _paragraph(at, "" if line.row else mark or f"đoạn {number}")
        made.kind = "row" if line.row else "paragraph"
        nodes.append(made)
    return nodes


def _paragraph(at: int, mark: str) -> Node:
    return Node("paragraph", "", "", at, 8, mark, stop=at + 1, body=at)
