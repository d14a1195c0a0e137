"""What a single line of a web page is: prose, a date, a byline, a caption, a counter, a menu.

It judges one line by its look and by the phrase table in ``data/page_noise.json``; it does
not know where on the page the line stands, nor which publisher's page it is.
"""

import datetime
import json
import re
from functools import cache
from pathlib import Path
from typing import Literal

from documents.letters import UPPER
from documents.places import place_table

LineKind = Literal[
    "prose", "short", "tail", "footer", "noise", "keywords", "inline", "date", "byline", "caption", "blank"
]
_TABLE = Path(__file__).parent / "data" / "page_noise.json"
_EDGE = " \t-–—•·*|[]()<>:：…."

_DAY = re.compile(
    r"(?<!\d)(?:(?P<a>\d{1,2}) ?[/.-] ?(?P<b>\d{1,2}) ?[/.-] ?(?P<y>\d{4})"
    r"|(?P<d>\d{1,2}) tháng (?P<m>\d{1,2})(?: năm|,)? (?P<yy>\d{4})"
    r"|(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})(?:t[\d:.+z-]{1,20})?)(?!\d)",
    re.I,
)
_CLOCK = r"\d{1,2}[:hg]\d{2}(?:[:']\d{2})?['’]?(?: ?phút)?(?: ?(?:am|pm|sa|ch)\b)?"
_WEEKDAY = r"(?:thứ|thu) ?(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|\bt[2-7]|\bcn"
_LABEL = (
    r"(?:tin |bài )?(?:ngày |thời gian )?\b(?:đăng(?: tin| tải| bài)?|đưa tin|cập nhật|xuất bản|viết|tạo|phát hành|"
    r"published|publish)(?: lúc| ngày| vào| cuối)*|\b(?:ngày|lúc|vào lúc)"
)
_ZONE = r"gmt ?[+-] ?\d{1,2}(?::\d\d)?"
_VIEWS = r"(?:lượt xem|lượt đọc|views?) ?:? ?[\d.,]{1,12}|[\d.,]{1,12} (?:lượt xem|lượt đọc|views?)"
_SEPARATORS = " \t,|•·-–—:'’[]()."
_BEFORE = tuple(
    (name, re.compile(rf"(?:{pattern})$", re.I))
    for name, pattern in (("clock", _CLOCK), ("weekday", _WEEKDAY), ("label", _LABEL))
)
_AFTER = tuple(
    (name, re.compile(pattern, re.I))
    for name, pattern in (("clock", rf"(?:(?:vào )?lúc )?{_CLOCK}"), ("zone", _ZONE), ("views", _VIEWS))
)
_TOOLS = re.compile(
    r"(?:cỡ chữ ?:?(?: ?[+-]){0,2}|(?<!\w)a[-+]?(?: +a[-+]?){1,2}(?!\w)|(?<!\w)(?:bản )?in(?: bài| trang| tin)?(?!\w)|"
    r"gửi (?:email|bài|(?:cho |tới )?bạn bè)|chia sẻ|đọc bài|nghe bài|lưu bài|bình luận(?: \d+)?|thích(?: \d+)?)",
    re.I,
)
_SIGNED = re.compile(r"(?:tác giả|nguồn(?: tin)?|người đăng|đơn vị đăng|đăng bởi) ?[:：].{2,90}", re.I)
_NAME_WORD = r"(?:[A-ZĐÀ-ÝĂĨŨƠƯẠ-Ỹ][\w'’]*\.?|[A-ZĐ]\.[A-ZĐ]?\.?\w*)"
_NAME = re.compile(
    rf"{_NAME_WORD}(?: {_NAME_WORD}){{0,4}}(?: ?(?:[-–,/&]|và) ?{_NAME_WORD}(?: {_NAME_WORD}){{0,4}}){{0,3}}"
)
_ORGANISATION = re.compile(
    r"\b(?:báo|đài|sở|cục|bộ|trung tâm|cổng|tạp chí|ubnd|hđnd|phòng|hội|công ty|việt nam|khuyến công|công thương|"
    r"online|điện tử|tv|truyền hình)\b",
    re.I,
)
_AGENCY = re.compile(r" ?/? ?\(?(?:TTXVN|Vietnam\+|VGP|TTXVN/Vietnam\+|BNEWS/TTXVN)\)?$")
_CAPTION = re.compile(
    r"(?:^|[.(\s])\(?(?:nguồn )?(?:ảnh|hình)(?: minh h[oọ]a| minh ho[aạ]| tư liệu)?"
    r"(?: ?[:：/]| minh h(?:oạ|ọa)\)?\.?$| tư liệu\)?\.?$| internet\)?\.?$).{0,60}$"
    r"|^(?:ảnh|hình) ?(?:\d+ ?)?[:：.]",
    re.I,
)
_WEATHER = re.compile(
    r"(?P<place>[^\d:|]{2,30}?)\s?[:|,–-]?\s?-?\d{1,2}(?:[.,]\d)?\s?(?:[°º˚]\s?C?|độ C)"
    r"(?:\s?[|–-]?\s?-?\d{1,2}\s?[°º˚]\s?C?)?(?:[\s|,–-]+(?P<rest>[^\d:]{2,40}))?",
    re.I,
)
_SKY = re.compile(
    r"(?:trời )?(?:(?:(?:và|có|không) )?(?:nắng|mưa|(?:nhiều |ít )?mây|quang|âm u|dông|giông|sương|mù|nóng|gắt|nhẹ|"
    r"to|lớn|vừa|nhỏ|rào|phùn|đá|rải rác|vài nơi|thay đổi|gián đoạn|đẹp|đãng)(?:[ ,]+|$))+",
    re.I,
)
_SENTENCE_INSIDE = re.compile(rf"[^\W\d_]{{2}}[.!?…]+[”\"')]* +[“\"'(]?[{UPPER}\d]")
_FINAL = re.compile(r"[.!?…;:/]+[”\"')\]]*$")

_NOISE_KINDS: tuple[tuple[LineKind, str], ...] = (
    ("tail", "tail"),
    ("noise", "line"),
    ("keywords", "keywords"),
    ("footer", "footer"),
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = json.loads(_TABLE.read_text(encoding="utf-8"))
    return {
        key: re.compile("|".join(f"(?:{line})" for line in lines), re.I)
        for key, lines in table.items()
        if key != "note"
    }


def line_kind(text: str) -> LineKind:
    """What the line is, from its own look; "short" is a title, a heading or a menu entry."""
    core = text.strip(_EDGE)
    if not core or not any(letter.isalnum() for letter in core):
        return "blank"
    patterns = _patterns()
    for kind, name in _NOISE_KINDS if len(text) <= 260 else ():
        if patterns[name].fullmatch(core) or patterns[name].fullmatch(text):
            return kind
    if len(text) <= 120 and read_dateline(text):
        return "date"
    if is_button_row(text) or is_weather(text):
        return "noise"
    if len(text) <= 260 and patterns["inline"].fullmatch(text):
        return "inline"
    if len(text) <= 110 and not text.endswith("?") and (patterns["source"].fullmatch(text) or _is_credit(text)):
        return "byline"
    if len(text) <= 300 and _CAPTION.search(text):
        return "caption"
    return "prose" if is_prose(text) else "short"


def is_button_row(text: str) -> bool:
    """Whether the line is buttons or menu entries side by side, at least one of them well known."""
    parts = [part.strip(_EDGE) for part in text.split("|")]
    if not 2 <= len(parts) <= 12 or any(len(part) > 40 for part in parts):
        return False
    known = (_patterns()["line"], _patterns()["tail"])
    return any(part and pattern.fullmatch(part) for part in parts for pattern in known)


def is_weather(text: str) -> bool:
    """Whether the line is a head's weather: a place and its temperature, ``Hà Nội: 23°C Hà Nội``."""
    said = _WEATHER.fullmatch(text.strip(_EDGE)) if len(text) <= 90 else None
    if said is None or place_table().lookup(said["place"]) is None:
        return False
    rest = said["rest"] or ""
    return not rest or place_table().lookup(rest) is not None or bool(_SKY.fullmatch(rest))


def _is_credit(text: str) -> bool:
    """Whether the line only says whose picture it is: "Ảnh: Hoàng Anh"."""
    credit = re.fullmatch(r"\(?(?:nguồn )?ảnh ?: ?(.{2,40}?)\)?", text, re.I)
    return bool(credit) and is_name(credit[1] if credit else "")


def is_prose(text: str) -> bool:
    """Whether the line is running text: long, and ended or cut like sentences."""
    if len(text) >= 200:
        return True
    ended = bool(_FINAL.search(text))
    return (len(text) >= 60 and ended) or (len(text) >= 100 and bool(_SENTENCE_INSIDE.search(text)))


def is_name(text: str) -> bool:
    """Whether the line could be an author's signature: names or initials, nothing else."""
    text = _AGENCY.sub("", text.strip(" ()."))
    if _ORGANISATION.search(text):
        return False
    return 2 <= len(text) <= 60 and not any(sign.isdigit() for sign in text) and bool(_NAME.fullmatch(text))


def read_author(text: str) -> str:
    """The name in a byline or signature, without its label; "" when there is none."""
    bare = re.sub(r"^[^:：]{2,20}[:：] ?", "", text).strip(" ().|-")
    bare = re.sub(r"^(?:theo|nguồn) ", "", bare, flags=re.I)
    return bare if is_name(bare) else ""


class Dateline:
    """A line that carries a date: the ISO ``date``, and what stands around it."""

    __slots__ = ("clock", "date", "labelled", "name", "weekday")

    def __init__(self, date: str, name: str, labelled: bool, weekday: bool, clock: bool) -> None:
        self.date, self.name, self.labelled, self.weekday, self.clock = date, name, labelled, weekday, clock


_SECTION_CHARS = 24


def read_dateline(text: str, loose: bool = False) -> Dateline | None:
    """The date of a line that is nothing but a date with its label, clock or author.

    With a clock, or where the line is known to stand above the text (``loose``), the name of
    a section may stand before it: "Kinh tế | 24/10/2024 18:36". Behind a clock or a label the
    author may follow, and the reader's tools: "Cập nhật: 10/07/2023 15:22 - Tác giả: An Chi | In".

    Day before month as printed in Vietnam; month first only where a clock with AM or PM
    shows an American stamp, or where day first is impossible.
    """
    match = _DAY.search(text)
    if match is None:
        return None
    before, name = _take(_BEFORE, text[: match.start()], last=True)
    after, rest = _take(_AFTER, text[match.end() :], last=False)
    clock = before.get("clock") or after.get("clock") or ""
    author = ""
    if rest and (clock or "label" in before):
        rest = _TOOLS.sub(" ", rest).strip(_SEPARATORS)
        author = read_author(rest)
        rest = _SIGNED.sub("", rest)
        parts = [part.strip() for part in rest.split("|")]
        if clock and len(parts) > 1 and all(len(part) <= _SECTION_CHARS and not _FINAL.search(part) for part in parts):
            rest = author = ""  # the section and the page's counters: "| Kinh tế | Like 45 | Lưu bài"
    if (rest and not author) or (author and name) or len(name) > 60:
        return None
    if name and not is_name(name):
        section = len(name) <= 40 and not re.search(r"\d|[.;:?!]|\b(?:từ|đến|trước|sau|tháng|vào|của)$", name, re.I)
        if not section or "label" in before or not (loose or clock):
            return None
        name = ""
    date = _iso(match, american=clock.lower().endswith(("am", "pm")))
    if not date:
        return None
    return Dateline(date, name or author, "label" in before, "weekday" in before, bool(after.get("clock")))


def _take(kinds: tuple[tuple[str, re.Pattern[str]], ...], text: str, last: bool) -> tuple[dict[str, str], str]:
    """What stands beside a date, by its kind, taken off one by one; and what is left."""
    found: dict[str, str] = {}
    text = text.strip(_SEPARATORS)
    for _ in range(4):
        for name, pattern in kinds:
            match = pattern.search(text) if last else pattern.match(text)
            if match and match.group():
                found.setdefault(name, match.group())
                text = (text[: match.start()] if last else text[match.end() :]).strip(_SEPARATORS)
                break
        else:
            break
    return found, text


def _iso(match: re.Match[str], american: bool) -> str:
    if match["iy"]:
        year, month, day = int(match["iy"]), int(match["im"]), int(match["id"])
    elif match["yy"]:
        year, month, day = int(match["yy"]), int(match["m"]), int(match["d"])
    else:
        year, day, month = int(match["y"]), int(match["a"]), int(match["b"])
        if (american and day <= 12) or month > 12:
            day, month = month, day
    if not 1945 <= year <= 2100:
        return ""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""
