"""Sections of a legal text: Phần, Chương, Mục, Điều, khoản, điểm, annexes, quoted articles.

It turns the chosen headings into a tree with exact spans and locators. Which lines are headings
is chosen in ``legal_sequence`` from what ``legal_lines`` and ``legal_quotes`` saw.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from documents.legal_lines import (
    Candidate,
    Line,
    as_annex,
    as_article,
    as_clause,
    as_division,
    as_point,
    as_subclause,
    breaks_off,
    heading_likeness,
    is_tail,
    read_lines,
    unquoted,
)
from documents.legal_quotes import Quote, is_amendment, is_cue, is_likely, quotes_of
from documents.legal_sequence import Numbered, article_key, best_run, best_runs, point_key
from documents.records import Block, Section, SectionKind

_RANK = {"part": 1, "chapter": 2, "division": 3, "article": 5, "clause": 6, "point": 7, "paragraph": 8}
_NAMES = {"part": "Phần", "chapter": "Chương", "article": "Điều", "clause": "khoản", "point": "điểm"}
TITLE_LINES = 6
TITLE_CHARS = 400
TOC_RUN = 4
SHORT_LINE = 60


@dataclass
class _Node:
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
    children: "list[_Node]" = field(default_factory=list)


@dataclass(frozen=True)
class _Reading:
    """The text's lines, what they may be, and the lines that quote."""

    lines: list[Line]
    articles: list[Candidate]
    divisions: list[Candidate]
    annexes: list[Candidate]
    tails: list[int]
    quotes: list[Quote]
    starts: frozenset[int] = frozenset()  # lines that may begin an article or a division

    def quoted_at(self, line: int) -> bool:
        at = bisect_right(self.quotes, line, key=lambda quote: quote.first) - 1
        return at >= 0 and line <= self.quotes[at].last


def read_legal(text: str, blocks: Sequence[Block] = ()) -> list[Section]:
    """The sections of a legal text in reading order; [] when no article heading is found."""
    reading = _read(text, blocks)
    runs = _choose(reading)
    if not runs:
        return []
    nodes = _top_nodes(reading, runs)
    _close(nodes, len(reading.lines))
    for node in nodes:
        if node.kind == "article":
            _add_inner(node, reading)
    flat: list[Section] = []
    tree = _nest(nodes)
    _preamble(tree, reading)
    for node in tree:
        _flatten(node, None, "", reading.lines, flat)
    return flat


def looks_legal(text: str, blocks: Sequence[Block] = ()) -> bool:
    """Whether a text of unknown kind reads as one cut into articles: Điều 1 and Điều 2 at least."""
    runs = _choose(_read(text, blocks))
    return bool(runs) and len(runs[0]) >= 2 and runs[0][0].key[0] == 1


def _read(text: str, blocks: Sequence[Block]) -> _Reading:
    lines = read_lines(text, blocks)
    articles = [found for at, line in enumerate(lines) if (found := as_article(at, line))]
    bare = _Reading(lines, articles, [], [], [], quotes_of(lines, articles))
    indices = [at for at in range(len(lines)) if not bare.quoted_at(at)]
    divisions = [found for at in indices if (found := as_division(at, lines[at]))]
    return replace(
        bare,
        divisions=divisions,
        starts=frozenset(found.line for found in (*articles, *divisions)),
        annexes=[found for at in indices if (found := as_annex(at, lines))],
        tails=[at for at in indices if is_tail(lines[at].text)],
    )


def _choose(reading: _Reading) -> list[list[Numbered]]:
    own = [
        candidate for candidate in reading.articles if not candidate.offset and not reading.quoted_at(candidate.line)
    ]
    contents = _contents(own, reading)
    items = [
        Numbered(found.line, article_key(found.number), heading_likeness(found, reading.lines))
        for found in own
        if found.line not in contents
    ]
    heads = [found.line for found in reading.annexes if found.mark != "Mẫu số"]
    runs = best_runs(items, heads, reading.tails)
    runs = [run for at, run in enumerate(runs) if at == 0 or run[0].key == (1, 0)]
    if len(runs) > 1 and _told_twice(runs[0], runs[1], heads, reading):
        return runs[1:]
    return runs


def _told_twice(one: list[Numbered], two: list[Numbered], heads: list[int], reading: _Reading) -> bool:
    """Whether the first run is only a summary of the second: the same numbers, no annex between."""
    parted = [at for at in (*heads, *reading.tails) if one[-1].line < at <= two[0].line]
    common = {item.key for item in one} & {item.key for item in two}
    shorter = two[0].line - one[0].line < len(reading.lines) - two[0].line
    return not parted and shorter and len(common) >= 0.8 * max(len(one), len(two))


def _contents(articles: list[Candidate], reading: _Reading) -> set[int]:
    """Lines of a table of contents: headings one under the other that all come again below."""
    headings = {found.line for found in reading.divisions} | {found.line for found in reading.annexes}
    last = {candidate.number: at for at, candidate in enumerate(articles)}
    found: set[int] = set()
    run: list[int] = []
    for at, candidate in enumerate(articles):
        run.append(at)
        following = articles[at + 1] if at + 1 < len(articles) else None
        rising = following is not None and article_key(following.number) > article_key(candidate.number)
        if following is not None and rising and _no_body(candidate.line, following.line, headings, reading):
            continue
        repeated = sum(last[articles[one].number] > at for one in run)
        if len(run) >= TOC_RUN and repeated >= 0.8 * len(run):
            found |= {articles[one].line for one in run}
        run = []
    return found


def _no_body(first: int, following: int, headings: set[int], reading: _Reading) -> bool:
    """Whether only headings, or the rest of a wrapped title, stand between two headings."""
    between = [reading.lines[at].text for at in range(first + 1, min(following, first + 8)) if at not in headings]
    between = [text for text in between if not text.isupper()]
    wrapped = all(text[0].islower() and text[-1] not in ".;:" for text in between)
    return following - first <= 8 and len(between) <= 1 and wrapped


def _top_nodes(reading: _Reading, runs: list[list[Numbered]]) -> list[_Node]:
    """Divisions, articles, annexes and the signatures, in reading order."""
    by_line = {candidate.line: candidate for candidate in reading.articles}
    chosen = [item.line for run in runs for item in run]
    nodes = [_article_node(by_line[line], reading) for line in chosen]
    last_main = runs[0][-1].line
    nodes += _annex_nodes(reading, last_main, [run[0].line for run in runs[1:]])
    heads = {node.first for node in nodes}
    nodes += [node for node in _division_nodes(reading, sorted(chosen)) if node.first not in heads]
    tail = next((at for at in reading.tails if at > last_main), None)
    first_annex = min((node.first for node in nodes if node.kind == "annex"), default=len(reading.lines))
    if tail is not None and tail < first_annex:
        nodes.append(_Node("paragraph", "", "", tail, 0, mark="phần ký"))
    return sorted(nodes, key=lambda node: node.first)


def _article_node(found: Candidate, reading: _Reading, quoted: bool = False) -> _Node:
    title, body = _title(found.line, found.title, reading)
    return _Node("article", found.number, title, found.line, 5, "", found.offset, quoted, body=body)


def _division_nodes(reading: _Reading, articles: list[int]) -> list[_Node]:
    """Chapters and the like that hold an article before the next heading of their level."""
    nodes: list[_Node] = []
    limits = [len(reading.lines)] * 6
    kept: list[tuple[Candidate, int]] = []
    for found in reversed(reading.divisions):
        kept.append((found, limits[found.level]))
        limits[found.level :] = [found.line] * (6 - found.level)
    for found, limit in reversed(kept):
        place = bisect_left(articles, found.line)
        if place == len(articles) or articles[place] >= limit:
            continue
        title, body = _title(found.line, found.title, reading)
        mark = "Tiểu mục" if found.level == 4 else "Mục" if found.level == 3 else ""
        nodes.append(_Node(found.kind, found.number, title, found.line, found.level, mark, body=body))
    return nodes


def _annex_nodes(reading: _Reading, last_main: int, restarts: list[int]) -> list[_Node]:
    """Annexes after the last own article; a run that starts again at Điều 1 always lies in one."""
    nodes: list[_Node] = []
    outer = False
    for found in reading.annexes:
        if found.line <= last_main:
            continue
        form = found.mark == "Mẫu số"
        title, body = _title(found.line, found.title, reading)
        nodes.append(_Node("annex", found.number, title, found.line, 1 if form and outer else 0, found.mark, body=body))
        outer = outer or not form
    starts = [node.first for node in nodes]
    previous = last_main
    for restart in restarts:
        if bisect_right(starts, restart) == bisect_right(starts, previous):
            first = _after_tail(reading, last_main, restart)
            nodes.append(_Node("annex", "", "", first, 0, "Phần kèm theo", body=first))
        previous = restart
    return nodes


def _after_tail(reading: _Reading, last_main: int, restart: int) -> int:
    """First heading-like line above a restart with no annex head: a title in capitals, or itself."""
    first = restart
    for at in range(restart - 1, max(last_main, restart - 6), -1):
        text = reading.lines[at].text
        division = any(found.line == at for found in reading.divisions)
        if not (text.isupper() or division or text.startswith("(")) or is_tail(text):
            break
        first = at
    return first


def _title(first: int, title: str, reading: _Reading) -> tuple[str, int]:
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


def _close(nodes: list[_Node], total: int) -> None:
    """Each node stops where the next of the same or a higher rank begins."""
    nearest = [total] * (max(_RANK.values()) + 1)  # rank -> first line of the next node of it or above
    for node in reversed(nodes):
        node.stop = nearest[node.rank]
        nearest[node.rank :] = [node.first] * (len(nearest) - node.rank)


def _nest(nodes: list[_Node]) -> list[_Node]:
    top: list[_Node] = []
    stack: list[_Node] = []
    for node in nodes:
        while stack and node.first >= stack[-1].stop:
            stack.pop()
        (stack[-1].children if stack else top).append(node)
        stack.append(node)
    return top


def _add_inner(article: _Node, reading: _Reading) -> None:
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


def _sort_children(node: _Node) -> None:
    node.children.sort(key=lambda child: child.first)
    for child in node.children:
        _sort_children(child)


def _deepest(node: _Node, first: int, stop: int) -> _Node:
    for child in node.children:
        if child.first < first and stop <= child.stop and not child.quoted:
            return _deepest(child, first, stop)
    return node


def _quoted_articles(quote: Quote, reading: _Reading) -> list[_Node]:
    begin = bisect_left(reading.articles, quote.first, key=lambda found: found.line)
    end = bisect_right(reading.articles, quote.last, key=lambda found: found.line)
    heads = [found for found in reading.articles[begin:end] if is_likely(found, reading.lines)]
    nodes = [_article_node(found, reading, quoted=True) for found in heads]
    for at, node in enumerate(nodes):
        node.stop = nodes[at + 1].first if at + 1 < len(nodes) else quote.last + 1
        node.children = _clauses(node, list(range(node.body, node.stop)), node.stop, reading)
    return nodes


def _clauses(article: _Node, free: list[int], stop: int, reading: _Reading) -> list[_Node]:
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
        nodes.append(_Node("clause", number, "", item.line, 6, quoted=article.quoted, body=item.line))
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


def _points(parent: _Node, free: list[int], reading: _Reading) -> list[_Node]:
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
    nodes = [_Node("point", number, "", at, 7, quoted=parent.quoted, body=at) for at, number in pairs]
    for at, node in enumerate(nodes):
        node.stop = nodes[at + 1].first if at + 1 < len(nodes) else parent.stop
    return nodes


def _preamble(tree: list[_Node], reading: _Reading) -> None:
    """Paragraphs before the first heading, and those of annexes without articles."""
    first = tree[0].first if tree else 0
    tree[:0] = _paragraphs(0, first, reading.lines, "phần mở đầu")
    for node in tree:
        _fill_annex(node, reading)


def _fill_annex(node: _Node, reading: _Reading) -> None:
    if node.kind != "annex":
        return
    for child in node.children:
        _fill_annex(child, reading)
    until = node.children[0].first if node.children else node.stop
    node.children[:0] = _paragraphs(node.body, until, reading.lines)


def _paragraphs(first: int, until: int, lines: list[Line], mark: str = "") -> list[_Node]:
    """Lines as paragraphs and rows; a line that goes on in lower case belongs to the one above."""
    nodes: list[_Node] = []
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


def _paragraph(at: int, mark: str) -> _Node:
    return _Node("paragraph", "", "", at, 8, mark, stop=at + 1, body=at)


def _flatten(
    node: _Node, parent: int | None, above: str, lines: list[Line], flat: list[Section], annex: str = ""
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


def _locator(node: _Node, above: str) -> str:
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
