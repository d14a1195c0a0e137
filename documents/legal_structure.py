"""Sections of a legal text: Phần, Chương, Mục, Điều, khoản, điểm, annexes, quoted articles.

It puts the chosen headings together into a tree with exact spans and locators. Which lines are
headings is chosen in ``legal_reading``; what an article holds is found in ``legal_tree``.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from documents.legal_candidates import Candidate, is_tail
from documents.legal_lines import Line, unquoted
from documents.legal_reading import Reading, choose_headings, read_candidates
from documents.legal_sequence import Numbered
from documents.legal_tree import Node, add_inner, article_node, paragraphs, title_of
from documents.records import Block, Section

_NAMES = {"part": "Phần", "chapter": "Chương", "article": "Điều", "clause": "khoản", "point": "điểm"}
LOWEST_RANK = 8


def read_legal(text: str, blocks: Sequence[Block] = ()) -> list[Section]:
    """The sections of a legal text in reading order; [] when no article heading is found."""
    reading = read_candidates(text, blocks)
    runs = choose_headings(reading)
    if not runs:
        return []
    nodes = _top_nodes(reading, runs)
    _close(nodes, len(reading.lines))
    for node in nodes:
        if node.kind == "article":
            add_inner(node, reading)
    flat: list[Section] = []
    tree = _nest(nodes)
    _preamble(tree, reading)
    for node in tree:
        _flatten(node, None, "", reading.lines, flat)
    return flat


def looks_legal(text: str, blocks: Sequence[Block] = ()) -> bool:
    """Whether a text of unknown kind reads as one cut into articles: Điều 1 and Điều 2 at least."""
    runs = choose_headings(read_candidates(text, blocks))
    return bool(runs) and len(runs[0]) >= 2 and runs[0][0].key[0] == 1


def _top_nodes(reading: Reading, runs: list[list[Numbered]]) -> list[Node]:
    """Divisions, articles, annexes and the signatures, in reading order."""
    by_line = {candidate.line: candidate for candidate in reading.articles}
    chosen = [item.line for run in runs for item in run]
    nodes = [article_node(by_line[line], reading) for line in chosen]
    last_main = runs[0][-1].line
    nodes += _annex_nodes(reading, last_main, [run[0].line for run in runs[1:]])
    heads = {node.first for node in nodes}
    nodes += [node for node in _division_nodes(reading, sorted(chosen)) if node.first not in heads]
    tail = next((at for at in reading.tails if at > last_main), None)
    first_annex = min((node.first for node in nodes if node.kind == "annex"), default=len(reading.lines))
    if tail is not None and tail < first_annex:
        nodes.append(Node("paragraph", "", "", tail, 0, mark="phần ký"))
    return sorted(nodes, key=lambda node: node.first)


def _division_nodes(reading: Reading, articles: list[int]) -> list[Node]:
    """Chapters and the like that hold an article before the next heading of their level."""
    nodes: list[Node] = []
    limits = [len(reading.lines)] * 6
    kept: list[tuple[Candidate, int]] = []
    for found in reversed(reading.divisions):
        kept.append((found, limits[found.level]))
        limits[found.level :] = [found.line] * (6 - found.level)
    for found, limit in reversed(kept):
        place = bisect_left(articles, found.line)
        if place == len(articles) or articles[place] >= limit:
            continue
        title, body = title_of(found.line, found.title, reading)
        mark = "Tiểu mục" if found.level == 4 else "Mục" if found.level == 3 else ""
        nodes.append(Node(found.kind, found.number, title, found.line, found.level, mark, body=body))
    return nodes


def _annex_nodes(reading: Reading, last_main: int, restarts: list[int]) -> list[Node]:
    """Annexes after the last own article; a run that starts again at Điều 1 always lies in one."""
    nodes: list[Node] = []
    outer = False
    for found in reading.annexes:
        if found.line <= last_main:
            continue
        form = found.mark == "Mẫu số"
        title, body = title_of(found.line, found.title, reading)
        nodes.append(Node("annex", found.number, title, found.line, 1 if form and outer else 0, found.mark, body=body))
        outer = outer or not form
    starts = [node.first for node in nodes]
    previous = last_main
    for restart in restarts:
        if bisect_right(starts, restart) == bisect_right(starts, previous):
            first = _after_tail(reading, last_main, restart)
            nodes.append(Node("annex", "", "", first, 0, "Phần kèm theo", body=first))
        previous = restart
    return nodes


def _after_tail(reading: Reading, last_main: int, restart: int) -> int:
    """First heading-like line above a restart with no annex head: a title in capitals, or itself."""
    first = restart
    for at in range(restart - 1, max(last_main, restart - 6), -1):
        text = reading.lines[at].text
        division = any(found.line == at for found in reading.divisions)
        if not (text.isupper() or division or text.startswith("(")) or is_tail(text):
            break
        first = at
    return first


def _close(nodes: list[Node], total: int) -> None:
    """Each node stops where the next of the same or a higher rank begins."""
    nearest = [total] * (LOWEST_RANK + 1)  # rank -> first line of the next node of it or above
    for node in reversed(nodes):
        node.stop = nearest[node.rank]
        nearest[node.rank :] = [node.first] * (len(nearest) - node.rank)


def _nest(nodes: list[Node]) -> list[Node]:
    top: list[Node] = []
    stack: list[Node] = []
    for node in nodes:
        while stack and node.first >= stack[-1].stop:
            stack.pop()
        (stack[-1].children if stack else top).append(node)
        stack.append(node)
    return top


def _preamble(tree: list[Node], reading: Reading) -> None:
    """Paragraphs before the first heading, and those of annexes without articles."""
    first = tree[0].first if tree else 0
    tree[:0] = paragraphs(0, first, reading.lines, "phần mở đầu")
    for node in tree:
        _fill_annex(node, reading)


def _fill_annex(node: Node, reading: Reading) -> None:
    if node.kind != "annex":
        return
    for child in node.children:
        _fill_annex(child, reading)
    until = node.children[0].first if node.children else node.stop
    node.children[:0] = paragraphs(node.body, until, reading.lines)


def _flatten(
    node: Node, parent: int | None, above: str, lines: list[Line], flat: list[Section], annex: str = ""
) -> None:
    here = _locator(node, above)
    start = lines[node.first].start
    if node.offset:
        start += unquoted_length(lines[node.first])
    flat.append(
        Section(
            node.kind, node.number, node.title, start, lines[node.stop - 1].end, here, parent,
            node.rank, node.quoted,
        )
    )  # fmt: skip
    index = len(flat) - 1
    annex = here if node.kind == "annex" else annex
    for child in node.children:
        own_article = child.kind == "article" and not child.quoted
        _flatten(child, index, annex if own_article else here, lines, flat, annex)


def unquoted_length(line: Line) -> int:
    """Characters of the quotation mark the line begins with."""
    return unquoted(line.text)[1]


def _locator(node: Node, above: str) -> str:
    """ "điểm b khoản 2 Điều 5"; chapters are named, but an article is cited without its chapter."""
    if node.kind == "paragraph" or node.kind == "row":
        name = node.mark or "bảng"
        return f"{name} {above}".strip() if node.mark != "phần mở đầu" and above else name
    if node.kind == "annex":
        name = f"{node.mark} {node.number}".strip()
        return f"{name} {above}".strip() if node.mark == "Mẫu số" else name
    if node.kind == "division":
        return f"{node.mark} {node.number} {above}".strip()
    number = node.number
    if node.kind == "part" and len(number) > 1 and not set(number) <= set("IVXLC0123456789"):
        number = f"thứ {number.lower()}"
    name = f"{_NAMES[node.kind]} {number}"
    if node.quoted and node.kind == "article":
        return f"{name} (trích dẫn tại {above})"
    return f"{name} {above}".strip()
