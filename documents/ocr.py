"""Pictures of pages to text with Tesseract's Vietnamese model, where it is installed.

It knows the ``tesseract`` command and nothing of documents. Without it every caller gets a
clear line instead of text.
"""

import io
import shutil
import subprocess
from functools import cache
from typing import Any

from PIL import Image, UnidentifiedImageError

from documents.decoding import read_unicode
from documents.loaded import Loaded
from documents.loading_text import read_lines
from documents.records import BadInput, ReadFailure
from documents.reflow import rejoin
from documents.settings import Limits

PAGE_SECONDS = 120
MAX_PIXELS = 80_000_000
NEEDS_TESSERACT = "ảnh quét: cần cài Tesseract tiếng Việt (gói tesseract-ocr-vie) để đọc"


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


def read_picture(picture: Any) -> str:
    """The text of one picture (a PIL image), line by line; ReadFailure when Tesseract fails."""
    buffer = io.BytesIO()
    picture.convert("L").save(buffer, "PNG")
    command = [shutil.which("tesseract") or "tesseract", "stdin", "stdout", "-l", "vie", "--psm", "3"]
    try:
        done = subprocess.run(command, input=buffer.getvalue(), capture_output=True, timeout=PAGE_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        raise ReadFailure("Tesseract không đọc được ảnh") from error
    return done.stdout.decode("utf-8", "replace")


def load_image(data: bytes, limits: Limits) -> Loaded:
    """The text of a scanned page; BadInput without Tesseract or for a picture beyond the limits."""
    try:
        picture = Image.open(io.BytesIO(data))
        if picture.width * picture.height > MAX_PIXELS:
            raise BadInput(f"ảnh {picture.width} x {picture.height} điểm, quá lớn để đọc")
        if not ocr_available():
            raise BadInput(NEEDS_TESSERACT)
        picture.load()
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise BadInput("ảnh hỏng, không mở được") from error
    text, warnings = read_unicode(read_picture(picture))
    text = rejoin(text)
    return Loaded(text, read_lines(text, limits), {}, ("chữ đọc từ ảnh quét, có thể sai chính tả", *warnings), "image")
