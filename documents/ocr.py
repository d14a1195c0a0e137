"""Pictures of pages to words with Tesseract's Vietnamese model, where it is installed.

It knows the ``tesseract`` command and what makes a scan hard to read: a page that lies on its
side, hangs askew, is speckled or small. It knows nothing of documents.
"""

import io
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

from documents.page_words import Word
from documents.records import ReadFailure
from documents.scan_rules import Box, cells_of, take_rules

PAGE_SECONDS = 60
MAX_PIXELS = 80_000_000
LONG_SIDE = 2_300  # pixels at least: the height of A4 at 200 dpi
A4_POINTS = 842.0
SPECKLED = 6.0  # mean difference (0-255) from the smoothed page, on its light ground
DOUBTFUL = 70.0  # mean confidence of Tesseract (0-100) under which the page may lie on its side
SURE_TURN = 2.0  # Tesseract's confidence in the orientation it found
LEAST_SKEW = 0.3  # degrees
ANGLES = [step / 4 for step in range(-20, 21)]
NEEDS_TESSERACT = "ảnh quét: cần cài Tesseract tiếng Việt (gói tesseract-ocr-vie) để đọc"
_SIGN = re.compile(r"[\W_]+")


@cache
def ocr_available() -> bool:
    """Whether the command is there with its Vietnamese model."""
    command = shutil.which("tesseract")
    if command is None:
        return False
    try:
        listed = subprocess.run([command, "--list-langs"], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return b"vie" in (listed.stdout + listed.stderr).split()


@dataclass(frozen=True, slots=True)
class Scan:
    """A recognised page: words and the cells of its ruled tables, in points; ``sure`` from 0 to 100."""

    words: list[Word]
    tables: list[list[list[Box]]]
    sure: float


def read_picture(picture: Any, height: float = A4_POINTS) -> Scan:
    """What one picture of a page (a PIL image) says, in points of a page of that height.

    ReadFailure when Tesseract fails or takes too long.
    """
    page = straighten(clean_picture(picture))
    scan = _recognise(page, height)
    if scan.sure < DOUBTFUL:
        turned = _turned(page)
        again = _recognise(straighten(turned), height) if turned is not None else scan
        return max(scan, again, key=lambda one: one.sure)
    return scan


def clean_picture(picture: Any) -> Any:
    """The picture in grey on white, large enough to read, without speckles."""
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        ground = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(ground, picture.convert("RGBA"))
    if picture.mode.startswith("I;16"):
        picture = picture.point(lambda value: value / 256).convert("L")
    page = picture.convert("L")
    if max(page.size) < LONG_SIDE:
        scale = min(LONG_SIDE / max(page.size), 3.0)
        page = page.resize((round(page.width * scale), round(page.height * scale)), Image.Resampling.LANCZOS)
    smooth = page.filter(ImageFilter.MedianFilter(3))
    light = smooth.point(lambda value: 255 if value > 180 else 0)
    specks = ImageStat.Stat(ImageChops.difference(page, smooth), light)
    return smooth if specks.count[0] and specks.mean[0] > SPECKLED else page


def straighten(page: Any) -> Any:
    """The page turned by the few degrees that make its lines level."""
    small = ImageOps.invert(page)
    small.thumbnail((600, 600))
    best = max(ANGLES, key=lambda angle: (_stripes(small, angle), -abs(angle)))
    if abs(best) < LEAST_SKEW or _stripes(small, best) < 1.1 * _stripes(small, 0):
        return page
    return page.rotate(best, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def _stripes(small: Any, angle: float) -> float:
    """How sharply dark rows change with light ones; greatest when the lines are level."""
    turned = small.rotate(angle, resample=Image.Resampling.BILINEAR)
    rows = list(turned.resize((1, turned.height), Image.Resampling.BOX).convert("F").getdata())
    return float(sum((one - two) ** 2 for one, two in pairwise(rows)))


def _turned(page: Any) -> Any | None:
    """The page upright, when Tesseract is sure that it lies on a side or its head; else None."""
    try:
        found = _run(page, ["--psm", "0"]).decode("utf-8", "replace")
    except ReadFailure:
        return None
    turn = re.search(r"Rotate: (\d+)", found)
    sure = re.search(r"Orientation confidence: ([\d.]+)", found)
    if turn is None or sure is None or turn.group(1) == "0" or float(sure.group(1)) < SURE_TURN:
        return None
    return page.rotate(-int(turn.group(1)), expand=True)


def _run(page: Any, options: list[str]) -> bytes:
    """What Tesseract prints. One thread a page: more only wait for each other."""
    buffer = io.BytesIO()
    page.save(buffer, "PNG", compress_level=1)
    command = [shutil.which("tesseract") or "tesseract", "stdin", "stdout", *options]
    threads = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            command, input=buffer.getvalue(), capture_output=True, timeout=PAGE_SECONDS, check=True, env=threads
        )
    except subprocess.TimeoutExpired as error:
        raise ReadFailure(f"Tesseract đọc một trang quá {PAGE_SECONDS} giây") from error
    except (OSError, subprocess.SubprocessError) as error:
        raise ReadFailure("Tesseract không đọc được ảnh") from error
    return done.stdout


def _recognise(page: Any, height: float) -> Scan:
    bare, rules = take_rules(page)
    printed = _run(bare, ["-l", "vie", "--psm", "3", "tsv"]).decode("utf-8", "replace")
    scale = height / max(1, page.height)
    words: list[Word] = []
    total, letters = 0.0, 0
    line = (0.0, 0.0)
    for row in printed.split("\n"):
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] not in {"4", "5"}:
            continue
        left, top, width, tall = (int(cell) * scale for cell in cells[6:10])
        if cells[0] == "4":  # a line; its words follow
            line = (top, top + tall)
            continue
        text, sure = cells[11].strip(), float(cells[10])
        if _is_word(text, sure):
            words.append(Word(text, left, left + width, *line))
            total, letters = total + sure * len(text), letters + len(text)
    return Scan(words, cells_of(rules, scale), total / letters if letters else 0.0)


def _is_word(text: str, sure: float) -> bool:
    """Not a stray dot or line of the picture that was taken for a sign."""
    return bool(text) and (sure >= 50 or not _SIGN.fullmatch(text))
