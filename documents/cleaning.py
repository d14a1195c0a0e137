"""Page noise out: from everything a page prints to its title, lead, headings, text, captions.

It knows how pages are built in general (head, body, tail) and nothing of any publisher.
Texts that are not pages - laws, reports, office files - pass through whole.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from documents.letters import UPPER
from documents.loaded import Loaded, Piece, assemble
from documents.loading_text import is_heading_line
from documents.page_facts import KIND_LINE, SIGNING_OFFICE, PageFacts, read_facts
from documents.page_lines import LineKind, is_button_row, is_name, is_weather, line_kind, read_dateline
from documents.records import Block, BlockKind

_LEGAL_OPENING = re.compile(
    rf"(?:CỘNG H[ÒO]À? XÃ HỘI CHỦ NGHĨA VIỆT NAM|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG CHÍNH PHỦ|BỘ [{UPPER} ,]+|"
    r"ỦY BAN NHÂN DÂN.*|HỘI ĐỒNG NHÂN DÂN.*|NGHỊ ĐỊNH.*|THÔNG TƯ.*|QUYẾT ĐỊNH.*|LUẬT( .*)?|Số ?:.*)"
)
_ARTICLE_LINE = re.compile(r"Điều \d+[a-zđ]?[.:]?(?:\s|$)")
_OFFICIAL = re.compile(r"CỘNG H[ÒO]A? ?XÃ HỘI CHỦ NGHĨA VIỆT NAM|^Số ?: ?[\d.…]*/|Độc lập - Tự do - Hạnh phúc")
_MARKED = re.compile(r"[*\d(IVXa-zđ#•]")
_WORD = re.compile(r"\w+")
PAIR_CHARS = 220
SIGNATURE_LINES = 5  # from the office that signs to the name below it
HEAD_LINES = 60


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The text that is quoted from, its blocks, and what the page says of itself."""

    text: str
    blocks: tuple[Block, ...]
    facts: PageFacts
    is_page: bool
    is_official: bool = False


@dataclass(slots=True)
class PageLine:
    """A block of the page with what the cleaner knows of it; ``gap`` counts blank lines before it."""

    text: str
    block: Block
    kind: LineKind
    gap: int
    indented: bool


def clean(loaded: Loaded) -> Cleaned:
    """The text of ``loaded`` without page noise, and the facts found in what was taken out."""
    lines = read_page_lines(loaded)
    official = _is_official(lines)
    page = loaded.format in {"txt", "html"} and _looks_like_page(lines)
    if not page:
        text, blocks = _rewrite(lines)
        return Cleaned(text, blocks, read_facts(lines, (), loaded.meta), False, official)
    legal = _count_articles(lines) >= 3
    kept = _keep_legal(lines) if legal else _keep_article(lines, loaded.meta.get("title", ""))
    facts = read_facts(lines, tuple(index for index, _ in kept), loaded.meta)
    text, blocks = _rewrite([line for _, line in kept])
    return Cleaned(text, blocks, facts, True, official)


def read_page_lines(loaded: Loaded) -> list[PageLine]:
    """The blocks of a loaded text, each with its kind as a line of a page."""
    lines: list[PageLine] = []
    before = 0
    for block in loaded.blocks:
        space = loaded.text[before : block.start]
        text = loaded.text[block.start : block.end]
        indented = bool(space) and not space.endswith("\n")
        kind: LineKind = "prose" if block.kind == "row" else line_kind(text)
        lines.append(PageLine(text, block, kind, max(0, space.count("\n") - 1), indented))
        before = block.end
    for line in lines[: min(first_prose(lines), HEAD_LINES)]:
        if line.kind == "short" and len(line.text) <= 80 and read_dateline(line.text, loose=True):
            line.kind = "date"
    return lines


def _looks_like_page(lines: list[PageLine]) -> bool:
    """Whether there are traces of a web page: a list of other news, counters, buttons, the weather, a site clock.

    One word that a button may say is no trace: reports have such lines too. Nor is a page
    what opens as an official letter does, unless other news follow it.
    """
    tails = sum(line.kind in {"tail", "keywords"} for line in lines)
    buttons = sum(1 + (is_button_row(line.text) or is_weather(line.text)) for line in lines if line.kind == "noise")
    clocks = sum(line.kind == "date" for line in lines[:12])
    signed = any(line.kind == "byline" for line in lines[-2:])
    official = _opens_officially(lines)
    return tails > 0 or (not official and (buttons >= 2 or clocks > 0 or signed))


def _opens_officially(lines: list[PageLine]) -> bool:
    return any(_OFFICIAL.search(line.text) or KIND_LINE.fullmatch(line.text) for line in lines[:15])


def _count_articles(lines: list[PageLine]) -> int:
    return sum(1 for line in lines if _ARTICLE_LINE.match(line.text))


def _is_official(lines: list[PageLine]) -> bool:
    """Whether the text is a legal or administrative document rather than writing about one."""
    return _count_articles(lines) >= 3 or _opens_officially(lines)


def _rewrite(lines: list[PageLine]) -> tuple[str, tuple[Block, ...]]:
    return assemble(
        Piece(line.block.kind, line.text, line.block.level, line.block.page, line.gap == 0) for line in lines
    )


def _keep_legal(lines: list[PageLine]) -> list[tuple[int, PageLine]]:
    """A legal text inside a page: from its opening on, only certain noise left out."""
    first_article = next(i for i, line in enumerate(lines) if _ARTICLE_LINE.match(line.text))
    start = next((i for i, line in enumerate(lines[:first_article]) if _LEGAL_OPENING.fullmatch(line.text)), 0)
    last_article = max(i for i, line in enumerate(lines) if _ARTICLE_LINE.match(line.text))
    stop = next((i for i in range(last_article, len(lines)) if lines[i].kind == "tail"), len(lines))
    return [(i, line) for i, line in enumerate(lines[start:stop], start) if line.kind not in {"noise", "blank"}]


def _keep_article(lines: list[PageLine], known_title: str) -> list[tuple[int, PageLine]]:
    body = first_prose(lines)
    title = find_title(lines, body, known_title)
    kept: list[tuple[int, PageLine]] = []
    index = title if title is not None else 0
    title_text = lines[title].text if title is not None else ""
    while index < len(lines):
        line = lines[index]
        if line.kind in {"tail", "footer"}:
            resumed = None if _has_ended(lines, index) else _resumes_at(lines, index + 1)
            if resumed is None:
                break
            index = resumed
            continue
        if line.kind == "keywords":
            index = _after_keywords(lines, index)
            continue
        if line.kind == "byline" and index > body and _text_follows(lines, index):
            line.kind = "caption"
        if line.kind in {"prose", "short", "caption"} and not _is_byline(lines, index, title):
            kept.append((index, line))
        index += 1
    kept = _drop_repeats(kept, title_text)
    kept = _drop_closing(kept)
    _mark_blocks(kept, title)
    return kept


def _text_follows(lines: list[PageLine], index: int) -> bool:
    """Whether the article goes on after this line: a source under a table is not a signature."""
    for line in lines[index + 1 :]:
        if line.kind in {"tail", "footer", "keywords"}:
            return False
        if line.kind == "prose":
            return True
    return False


def _is_byline(lines: list[PageLine], index: int, title: int | None) -> bool:
    """Whether a name stands between the title and the text: the author, not a heading."""
    if title is None or not title < index <= title + 3 or not is_name(lines[index].text):
        return False
    beside = (lines[index - 1], *lines[index + 1 : index + 2])
    return any(line.kind == "date" for line in beside)


def first_prose(lines: list[PageLine]) -> int:
    """The index of the first line of running text; the number of lines if there is none."""
    return next((i for i, line in enumerate(lines) if line.kind == "prose"), len(lines))


def find_title(lines: list[PageLine], body: int, known: str) -> int | None:
    """The index of the line that is the page's title, or None: the best of the short lines above the body."""
    best, best_score = None, 1.0
    everywhere = [line.text.casefold() for line in lines]
    for index in range(min(body, len(lines))):
        line = lines[index]
        if line.kind != "short" or (is_name(line.text) and len(line.text.split()) < 5):
            continue
        if line.block.kind == "item" or not is_heading_line(line.text.rstrip("?!… ")):
            continue
        if line.text.startswith("(") and line.text.endswith(")"):
            continue
        words = len(_WORD.findall(line.text))
        score = index / max(1, body) + (words >= 5) * 2 + (words >= 8)
        score += 3 * (everywhere.count(line.text.casefold()) > 1) - 1.5 * line.text.isupper()
        if known and SequenceMatcher(None, known.casefold(), line.text.casefold()).ratio() > 0.8:
            score += 10
        if index + 1 < len(lines) and lines[index + 1].kind in {"date", "prose"}:
            score += 1
        if score >= best_score:
            best, best_score = index, score
    return best


def _has_ended(lines: list[PageLine], index: int) -> bool:
    """Whether the article was closed before this line: by "./.", a signature, or its keywords."""
    for line in reversed(lines[max(0, index - 6) : index]):
        if line.kind == "prose":
            return line.text.endswith("./.")
        if line.kind in {"keywords", "byline"} or (line.kind == "short" and is_name(line.text)):
            return True
    return False


def _resumes_at(lines: list[PageLine], start: int) -> int | None:
    """Where the article goes on after a box of other news inside it, or None if the page ends here.

    A teaser is a title, perhaps a date, and one sentence; the article goes on where two
    paragraphs follow each other, or one longer than a teaser has.
    """
    for index in range(start, len(lines)):
        line = lines[index]
        if line.kind != "prose" or lines[index - 1].kind == "date":
            continue
        following = next(
            (other for other in lines[index + 1 : index + 3] if other.kind not in {"blank", "caption"}), None
        )
        pair = following is not None and following.kind == "prose" and len(line.text) + len(following.text) > PAIR_CHARS
        if pair or (len(line.text) >= 320 and lines[index - 1].kind != "date"):
            heading = index - 1
            if heading > start and lines[heading].kind == "short" and lines[heading - 1].kind in {"blank", "date"}:
                return index
            return index
    return None


def _after_keywords(lines: list[PageLine], index: int) -> int:
    """Past a keyword list: the label and the short entries under it."""
    listed = len(lines[index].text.split(":", 1)[-1].strip()) < 3
    index += 1
    while listed and index < len(lines) and lines[index].kind in {"short", "blank"} and len(lines[index].text) <= 60:
        index += 1
    return index


def _drop_repeats(kept: list[tuple[int, PageLine]], title: str) -> list[tuple[int, PageLine]]:
    """Captions printed once: a picture's hidden text and its caption often say the same.

    Of two near-equal neighbours the second stays, the one a reader of the page sees. A line
    that repeats the title inside the body is a picture's hidden text; what follows is its caption.
    """
    result: list[tuple[int, PageLine]] = []
    seen: set[str] = set()
    after_picture = False
    for index, line in kept:
        key = line.text.casefold()
        if line.block.kind == "row":
            result.append((index, line))  # two rows of a table may differ in a name and a digit
            continue
        if result and key == title.casefold():
            after_picture = True
            continue
        if result and result[-1][1].block.kind != "row" and _nearly_equal(result[-1][1].text, line.text):
            result.pop()
            line.kind = "caption"
        elif key in seen and (line.kind == "caption" or len(key) > 40):
            continue
        if after_picture and line.kind == "short":
            line.kind = "caption"
        after_picture = False
        seen.add(key)
        result.append((index, line))
    return result


def _nearly_equal(one: str, other: str) -> bool:
    if min(len(one), len(other)) < 15 or abs(len(one) - len(other)) > 0.15 * max(len(one), len(other)):
        return one.casefold() == other.casefold() and len(one) > 3
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio() >= 0.9


def _drop_closing(kept: list[tuple[int, PageLine]]) -> list[tuple[int, PageLine]]:
    """Without the short lines after the last paragraph: section names, buttons, a byline; who signs a paper stays."""
    last = max((i for i, (_, line) in enumerate(kept) if line.kind in {"prose", "caption"}), default=len(kept) - 1)
    signed = _signature([line.text for _, line in kept], last + 1)
    return [
        pair
        for i, pair in enumerate(kept)
        if i <= last or i in signed or pair[1].block.kind == "item" or pair[1].text.endswith((".", "./"))
    ]


def _signature(texts: list[str], first: int) -> range:
    """The lines of a signature from line ``first`` on: "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", and the name below."""
    opening = next((i for i in range(first, len(texts)) if SIGNING_OFFICE.fullmatch(texts[i])), None)
    if opening is None:
        return range(0)
    for at in range(opening + 1, min(opening + SIGNATURE_LINES, len(texts))):
        if is_name(texts[at]) and not texts[at].isupper():
            return range(opening, at + 1)
    return range(0)


def _mark_blocks(kept: list[tuple[int, PageLine]], title: int | None) -> None:
    """Give every kept line its block kind: title, heading, caption, item or paragraph."""
    gaps = sorted(line.gap for _, line in kept[1:])
    usual = gaps[len(gaps) // 2] if gaps else 0
    indents = sum(line.indented for _, line in kept)
    for position, (index, line) in enumerate(kept):
        kind: BlockKind = line.block.kind
        level = line.block.level
        if index == title:
            kind, level = "heading", 1
        elif line.kind == "caption" or (kind != "item" and _stands_under_picture(line, usual, indents, len(kept))):
            kind, level = "caption", 0
        elif kind == "heading":
            last = position == len(kept) - 1
            kind, level = ("paragraph", 0) if last else ("heading", max(2, level))
        line.block = Block(kind, line.block.start, line.block.end, level, line.block.page)


def _stands_under_picture(line: PageLine, usual_gap: int, indents: int, count: int) -> bool:
    """Whether the blank space before a single sentence is where a picture stood."""
    if len(line.text) > 200 or _MARKED.match(line.text[:1]) or re.search(r"[.!?…] ", line.text):
        return False
    wide = line.gap > usual_gap + 1 and usual_gap > 0
    shifted = line.indented and line.kind == "short" and indents * 5 <= count
    return wide or shifted
