"""Words of a page with where they stand, and the raised figures among them that are footnote marks.

It knows boxes and sizes of words. It does not know files, nor how words make lines.
"""

import dataclasses
import re
from collections import defaultdict
from dataclasses import dataclass

RAISED_SIZE = 0.78  # of the word beside it, at most
RAISED_BY = 0.12  # of that word's size, at least, from its foot to the mark's
NEAR = 2.5  # points between a word and its mark
_MARK = re.compile(r"[(\[]?(\d{1,3}|\*{1,3})[)\]]?")
_MEASURE = re.compile(r"(?:^|[\d\s/(])[kcmd]?m$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its box in points from the page's top left, its size in points (0: not known)."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float = 0.0
    bold: bool = False
    table: int = -1
    """Which table of the page stands here instead of a word; -1 for none."""


def set_marks(words: list[Word]) -> list[Word]:
    """The words with raised numbers told from the text: "đề án" + raised 1 is "đề án[1]", "m" + raised 2 is "m2".

    A mark that opens a line, as a footnote does, stays a word of its own, "[1]".
    """
    ends, starts = _by_edge(words, "right"), _by_edge(words, "left")
    glued: dict[int, str] = {}
    gone: set[int] = set()
    moved: dict[int, Word] = {}
    for at, word in enumerate(words):
        mark = _MARK.fullmatch(word.text)
        if mark is None or not word.size:
            continue
        before = _beside(ends, word, word.left, words)
        if before is not None:
            measure = mark.group(1) in {"2", "3"} and _MEASURE.search(words[before].text)
            glued[before] = mark.group(1) if measure else f"[{mark.group(1)}]"
            gone.add(at)
            continue
        after = _beside(starts, word, word.right, words)
        if after is not None:
            one = words[after]
            text = f"[{mark.group(1)}]"
            moved[at] = dataclasses.replace(word, text=text, top=one.top, bottom=one.bottom, size=one.size)
    return [
        dataclasses.replace(word, text=word.text + glued[at]) if at in glued else moved.get(at, word)
        for at, word in enumerate(words)
        if at not in gone
    ]


def _by_edge(words: list[Word], edge: str) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        found[round(getattr(word, edge))].append(at)
    return found


def _beside(edges: dict[int, list[int]], mark: Word, x: float, words: list[Word]) -> int | None:
    """The word that the mark is raised against, with its edge near ``x``."""
    for near in range(round(x - NEAR), round(x + NEAR) + 1):
        for at in edges.get(near, [])[:50]:
            word = words[at]
            small = mark.size <= RAISED_SIZE * word.size
            raised = mark.bottom <= word.bottom - RAISED_BY * word.size and mark.bottom > word.top
            if small and raised and mark.top > word.top - word.size:
                return at
    return None
