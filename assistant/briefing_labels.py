"""What a figure is called in a row of a table or on a bar, in words of its own sentence.

A short indicator ("kinh phí", "dự án") is completed from the words around the number, so that
a row can be read without the article. Nothing is put in that the sentence does not hold.
"""

import json
import re
from collections.abc import Mapping
from functools import cache

from assistant.wording import DATA
from documents.records import Figure, Place

SHORT_WORDS = 6
BRACKET_WORDS = 26
TAIL_WORDS = 9
BAR_CHARS = 70
_ASIDE = re.compile(r"\s*\([^()]*\)")
_NEARLY = ("gần", "hơn", "trên", "khoảng", "dưới")
_TIME = re.compile(r"\d{4}|\btháng\b|\bquý\b|\bnăm\b")
_STOP = re.compile(r"\d|[,;:.()…]|\s-\s|\svà\s")
_BOUNDARY = re.compile(r"[;:(….](?!\d)|,\s(?!\d)")


@cache
def _table() -> Mapping[str, list[str]]:
    table: dict[str, list[str]] = json.loads((DATA / "note_labels.json").read_text(encoding="utf-8"))
    return table


def describes_area(figure: Figure) -> bool:
    """Whether a figure only counts the provinces of the area spoken of ("28 tỉnh, thành phố")."""
    return figure.unit.strip().lower() in _table()["not_rows"]


def row_label(figure: Figure) -> str:
    """The name of a figure for a row: its indicator, completed where it says too little."""
    name = _short_name(figure)
    if len(_ASIDE.sub("", name).split()) <= SHORT_WORDS:
        around = _words_before(figure, _ASIDE.sub("", name).strip())
        if around:
            name = f"{name} - {around}" if "(" in name else f"{name} ({around})"
    return name[:1].upper() + name[1:]


def _short_name(figure: Figure) -> str:
    """The indicator as printed with what goes on after it; its normalised name where it says next to nothing."""
    name = _trim(_with_tail(figure, " ".join(figure.indicator.split()).strip(" ,;:-–") or figure.unit))
    bare = re.sub(r"\s*năm \d{4}", "", name)
    return figure.indicator_name if len(bare.split()) <= 2 and bare.lower() in _table()["bare"] else name


def _with_tail(figure: Figure, name: str) -> str:
    """The indicator with the words that go on after it in the sentence, up to the next stop."""
    sentence = " ".join(figure.sentence.split())
    number = len(" ".join(figure.sentence[: max(0, figure.start - figure.sentence_start)].split()))
    at = sentence.lower().find(name.lower(), number)
    if not number <= at <= number + len(" ".join(figure.text.split())) + 1:
        return name
    rest = sentence[at + len(name) :]
    if not rest[:1].isspace() and rest[:1].isalpha():
        return name
    stop = _STOP.search(rest)
    tail = rest[: stop.start() if stop else len(rest)].split()
    while tail and stop is not None and stop.group().isdigit() and tail[-1] in (*_NEARLY, *_table()["dangling"]):
        tail.pop()
    return " ".join([name, *tail]) if len(tail) <= TAIL_WORDS else name


def _words_before(figure: Figure, name: str) -> str:
    """The words of the clause before the number, without the name itself and what opens them."""
    before = _ASIDE.sub("", figure.sentence[: max(0, figure.start - figure.sentence_start)])
    pieces = [piece.strip() for piece in _BOUNDARY.split(" ".join(before.split()) + " ")]
    words = pieces[-1]
    at = words.lower().rfind(name.lower())
    if at >= 0:
        words = words[:at]
        alone = len(words.split()) < 2 and len(name.split()) <= 3
        if alone and len(pieces) > 1 and not _is_lead(pieces[-2]):
            words = pieces[-2]
    words = _trim(_drop_openers(words.strip(" ,–-/")))
    done = re.match(r"(?:\S+ ){1,5}đã (?:được )?", words)
    words = words[done.end() :] if done else words
    several = 2 < len(words.split()) <= BRACKET_WORDS
    return words if several and "%" not in words and not _TIME.search(words) else ""


def _is_lead(piece: str) -> bool:
    return bool(re.match(r"(?:theo|ông|bà|năm|giai đoạn|trong (?!đó))\b", piece, re.IGNORECASE))


def _drop_openers(text: str) -> str:
    changed = True
    while changed:
        changed = False
        for opener in _table()["openers"]:
            if text.lower().startswith(f"{opener} ") or text.lower().startswith(f"{opener}, "):
                text = text[len(opener) :].lstrip(" ,")
                changed = True
    return text


def _trim(text: str) -> str:
    words = text.strip(" ,;:-–").split()
    while len(words) > 1 and words[-1].lower() in _table()["dangling"]:
        words.pop()
    return " ".join(words)


def bar_label(figure: Figure, place: Place | None, longest: int = BAR_CHARS) -> str:
    """The name of a figure on a bar: no place, no year, no word of its standing, at most ``longest`` characters."""
    text = without_place(_short_name(figure), place)
    text = re.sub(r"\s*(?:trong\s+)?năm \d{4}", "", text)
    text = re.split(r"\s(?:do|nhằm)\s|,\s", text)[0]
    for phrase in _table()["standing"]:
        text = re.sub(rf"\s+{re.escape(phrase)}\b.*$", "", text)
    text = _trim(text)
    if len(text) > longest:
        text = text[:longest].rsplit(" ", 1)[0] + "…"
    return text[:1].upper() + text[1:]


def without_place(text: str, place: Place | None) -> str:
    """The text without "của 28 tỉnh, thành phố khu vực X", where X is the place."""
    if place is None:
        return text
    area = r"(?:\s*(?:của|tại|ở))?(?:\s*(?:\d+|các) tỉnh(?:, thành(?: phố)?)?)?(?:\s*(?:khu vực|tỉnh|vùng))?"
    shorter = re.sub(rf"{area}\s+{re.escape(place.name)}", "", text, flags=re.IGNORECASE).strip(" ,")
    return shorter if len(shorter) > 3 else text


def share_phrase(figure: Figure) -> str:
    """A percentage with what it is of, as the sentence prints it ("chiếm 41,9% kinh phí toàn vùng")."""
    sentence = figure.sentence
    start, end = figure.start - figure.sentence_start, figure.end - figure.sentence_start
    before, after = sentence[:start], sentence[end:]
    verbs = "|".join(re.escape(verb) for verb in _table()["share_verbs"])
    found = list(re.finditer(rf"\b(?:{verbs})\b", before[-45:], re.IGNORECASE))
    opening = (
        before[-45:][found[-1].start() :] if found and not re.search(r"\d", before[-45:][found[-1].end() :]) else ""
    )
    stop = re.search(rf"[,;:()]|\s-\s|\.(?!\d)|\s(?:và|cho)\s|\s(?:{verbs})\s", after)
    closing = after[: stop.start() if stop else len(after)]
    return " ".join(f"{opening}{sentence[start:end]}{closing}".split())


def topic_name(text: str) -> str:
    """The topic without its opening word of kind ("Tình hình", "So sánh"), with a small first letter."""
    for opener in _table()["topic_openers"]:
        if text.lower().startswith(f"{opener} "):
            text = text[len(opener) :].strip()
    return text[:1].lower() + text[1:]
