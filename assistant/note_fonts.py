"""Which serif typeface on this machine can really set Vietnamese.

A family name is not enough: older releases of Liberation Serif carry the same name and lack
the letters with two marks (Ộ, Ệ), which then come out of another font. So the files are asked.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FAMILIES = ("Times New Roman", "Liberation Serif", "Tinos", "TeX Gyre Termes", "FreeSerif")
# Letters with two marks, capital and small, from the block Latin Extended Additional.
MUST_HAVE = "ỘỆỮẶộệữặ"
FACES = {("normal", False), ("normal", True), ("italic", False), ("italic", True)}


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family with the files of its four faces, the upright regular one first."""

    family: str
    files: tuple[Path, ...]


@cache
def find_serif() -> Typeface | None:
    """The first family of the Times kind whose four faces hold all Vietnamese letters, or None."""
    from matplotlib import font_manager

    for family in FAMILIES:
        folders: dict[Path, dict[tuple[str, bool], Path]] = {}
        for entry in font_manager.fontManager.ttflist:
            if entry.name == family:
                path = Path(entry.fname)
                face = (entry.style, int(entry.weight) >= 600)
                folders.setdefault(path.parent, {})[face] = path
        for faces in folders.values():
            if set(faces) >= FACES and all(_holds_vietnamese(path) for path in faces.values()):
                ordered = sorted(faces.items(), key=lambda item: (item[0][0] != "normal", item[0][1]))
                return Typeface(family, tuple(path for _, path in ordered))
    return None


def _holds_vietnamese(path: Path) -> bool:
    from matplotlib.ft2font import FT2Font

    charmap = FT2Font(str(path)).get_charmap()
    return all(ord(letter) in charmap for letter in MUST_HAVE)
