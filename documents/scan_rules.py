"""The ruled lines of a scanned page: found, wiped out, and made to the cells of tables.

It knows dark and light. Lines confuse the recogniser, which then drops whole tables; without
them it reads the cells' words, which are put back into their cells here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells
from PIL import Image, ImageChops, ImageFilter

from documents.page_words import Word

DARK = 170
SOLID = 0.85  # of a stretch that must be dark to be part of a line
STRETCHES = 58  # in the page's longer side, 5 mm each on A4: longer than a letter is tall or wide
JOIN = 3  # pixels between two parts of one line
SNAP = 6.0  # points
CROSSING = 15.0  # points by which two lines may seem to miss each other: one stretch
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line in pixels: level or upright, from and to along it, and where it lies across."""

    level: bool
    begin: int
    end: int
    at: float


def take_rules(page: Any) -> tuple[Any, list[Rule]]:
    """The grey page with its ruled lines wiped out, and the lines."""
    dark = page.point(lambda value: 255 if value < DARK else 0)
    stretch = max(8, max(page.size) // STRETCHES)
    level, lines = _solid(dark, stretch)
    upright, posts = _solid(dark.transpose(Image.Transpose.TRANSPOSE), stretch)
    if not lines or not posts:
        return page, []
    rules = [Rule(True, *line) for line in lines] + [Rule(False, *post) for post in posts]
    wiped = ImageChops.lighter(level, upright.transpose(Image.Transpose.TRANSPOSE))
    shades = page.histogram()
    ground = Image.new("L", page.size, shades.index(max(shades)))
    return Image.composite(ground, page, wiped.filter(ImageFilter.MaxFilter(5))), rules


def _solid(dark: Any, stretch: int) -> tuple[Any, list[tuple[int, int, float]]]:
    """What is dark in level lines, and the lines: first pixel, pixel after the last, row."""
    cells = dark.resize((max(1, dark.width // stretch), dark.height), Image.Resampling.BOX)
    cells = cells.point(lambda value: 255 if value >= 255 * SOLID else 0)
    lines = _rules(cells, dark.width / cells.width)
    for offset in (-1, 1):  # a line ends within the stretch before or after its solid ones
        beside = Image.new("L", cells.size)
        beside.paste(cells, (offset, 0))
        cells = ImageChops.lighter(cells, beside)
    return ImageChops.darker(cells.resize(dark.size, Image.Resampling.NEAREST), dark), lines


def _rules(cells: Any, step: float) -> list[tuple[int, int, float]]:
    data = cells.tobytes()
    found: list[tuple[int, int, int]] = []  # row, first cell, cell after the last
    for row in range(cells.height):
        line = data[row * cells.width : (row + 1) * cells.width]
        begin = line.find(b"\xff")
        while begin >= 0:
            end = line.find(b"\x00", begin)
            end = cells.width if end < 0 else end
            found.append((row, begin, end))
            begin = line.find(b"\xff", end)
    return [(round(begin * step), round(end * step), row) for row, begin, end in _thinned(found)]


def _thinned(found: list[tuple[int, int, int]]) -> list[tuple[float, int, int]]:
    """Rows of one thick line made one, at their middle."""
    open_lines: list[list[int]] = []  # first row, last row, begin, end
    done: list[tuple[float, int, int]] = []
    for row, begin, end in found:
        for line in open_lines:
            if row - line[1] <= JOIN and begin <= line[3] and end >= line[2]:
                line[1:] = [row, min(begin, line[2]), max(end, line[3])]
                break
        else:
            open_lines.append([row, row, begin, end])
    for first, last, begin, end in open_lines:
        done.append(((first + last) / 2, begin, end))
    return done


def cells_of(rules: Sequence[Rule], scale: float) -> list[list[list[Box]]]:
    """The tables that the lines make: rows of cells, as boxes in points (``scale`` points a pixel)."""
    edges = [_edge(rule, scale) for rule in rules]
    crossings = edges_to_intersections(edges, CROSSING, CROSSING)
    tables: list[list[list[Box]]] = []
    for cells in cells_to_tables(intersections_to_cells(crossings)):
        tops = _snapped(cell[1] for cell in cells)
        rows: dict[float, list[Box]] = {}
        for cell in cells:
            rows.setdefault(tops[cell[1]], []).append(cell)
        grid = [sorted(rows[top]) for top in sorted(rows)]
        if len(grid) >= 2 and max(map(len, grid)) >= 2:
            tables.append(grid)
    return tables


def _snapped(places: Iterable[float]) -> dict[float, float]:
    """Each place with the first of those near it: a line is never quite straight."""
    snapped: dict[float, float] = {}
    first = float("-inf")
    for place in sorted(set(places)):
        first = place if place - first > SNAP else first
        snapped[place] = first
    return snapped


def _edge(rule: Rule, scale: float) -> dict[str, Any]:
    begin, end, at = rule.begin * scale, rule.end * scale, rule.at * scale
    if rule.level:
        return {"x0": begin, "x1": end, "top": at, "bottom": at, "orientation": "h"}
    return {"x0": at, "x1": at, "top": begin, "bottom": end, "orientation": "v"}


def fill_cells(grid: list[list[Box]], words: Sequence[Word]) -> tuple[list[list[str]], set[int]]:
    """The text of each cell, columns lined up, and which of the words stand in the table."""
    lefts = _snapped(cell[0] for row in grid for cell in row)
    columns = sorted(set(lefts.values()))
    taken: set[int] = set()
    filled: list[list[str]] = []
    for row in grid:
        line = [""] * len(columns)
        for cell in row:
            inside = [at for at, word in enumerate(words) if _within(word, cell)]
            taken |= set(inside)
            ordered = sorted(inside, key=lambda at: (round(words[at].bottom / 4), words[at].left))
            line[columns.index(lefts[cell[0]])] = " ".join(words[at].text for at in ordered)
        filled.append(line)
    return filled, taken


def _within(word: Word, box: Box) -> bool:
    left, top, right, bottom = box
    return left <= (word.left + word.right) / 2 <= right and top <= (word.top + word.bottom) / 2 <= bottom
