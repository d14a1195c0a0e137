"""What a page says of itself: title, date, author, publisher, address.

It takes a fact only where the page states it for this article; dates of other news and the
site's clock are never taken. What is not on the page stays empty.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from documents.letters import UPPER
from documents.page_lines import Dateline, is_name, read_author, read_dateline

if TYPE_CHECKING:
    from documents.cleaning import PageLine

_PUBLISHER = re.compile(
    r"(?:(?:Báo|Tạp chí|Thời báo|Cổng thông tin điện tử|Cổng TTĐT|Trang thông tin điện tử|Đài [A-ZĐ][\w-]*)"
    r"(?: (?!là\b|cho\b|và\b|đã\b|của\b)[\wÀ-ỹ&][\wÀ-ỹ&-]*){1,8})"
)
_MASTHEAD = re.compile(
    r"(?:BÁO|TẠP CHÍ|THỜI BÁO|CỔNG THÔNG TIN ĐIỆN TỬ|CỔNG TTĐT|TRANG THÔNG TIN ĐIỆN TỬ|ĐÀI PHÁT THANH)"
    rf"(?:,? [{UPPER}&]+){{1,12}}(?= - |$)"
)
_ONLINE = re.compile(
    rf"(?:BÁO )?[{UPPER}]+(?: [{UPPER}]+){{1,4}} ONLINE(?!\w)|"
    rf"[{UPPER}]\w+(?: [{UPPER}]\w+){{1,3}} [Oo]nline(?= [-–—] (?:Cơ quan|Tiếng nói))"
)
"""The head of a paper's site without the word "báo": "CÀ MAU ONLINE - Cơ quan của Đảng bộ tỉnh"."""
_SITE = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com|net|org)")
_OFFICE = re.compile(
    rf"SỞ [{UPPER} ]{{5,60}}|TRUNG TÂM [{UPPER} ]{{5,80}}|BỘ [{UPPER} ]{{5,40}}|ỦY BAN NHÂN DÂN [{UPPER} ]{{4,40}}|"
    rf"CỤC [{UPPER} ]{{5,50}}"
)
KIND_LINE = re.compile(
    r"(?:BÁO CÁO|TỜ TRÌNH|KẾ HOẠCH|THÔNG BÁO|CHỈ THỊ|CÔNG VĂN|ĐỀ ÁN|HƯỚNG DẪN|NGHỊ QUYẾT|QUYẾT ĐỊNH|NGHỊ ĐỊNH|"
    r"THÔNG TƯ|THÔNG TƯ LIÊN TỊCH|KẾT LUẬN|BIÊN BẢN|QUY CHẾ|QUY ĐỊNH)"
)
SIGNING_OFFICE = re.compile(
    rf"(?:TM|KT|TL|TUQ|Q)\. [{UPPER} ]+|"
    r"(?:(?:PHÓ )?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|GIÁM ĐỐC|CỤC TRƯỞNG|TỔNG GIÁM ĐỐC)|"
    rf"THỨ TRƯỞNG|CHÁNH VĂN PHÒNG|CHÁNH ÁN|VIỆN TRƯỞNG)(?: [{UPPER} ]+)?"
)
"""The office under which an official paper is signed: it is no author's name."""
_FULL_DATE = re.compile(r"(?<!\d)\d{1,2}/\d{1,2}/\d{4}(?!\d)")
_NEWS_DAYS = 92
_META_DATE = ("date", "ngay_ban_hanh", "ngay_dang", "published")


MENU_BARS = 3  # bars from which a line above the text is the site's menu


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Facts read from the page; each is "" where the page does not say."""

    title: str = ""
    date: str = ""
    author: str = ""
    publisher: str = ""
    address: str = ""


def read_facts(lines: "Sequence[PageLine]", kept: Sequence[int], meta: dict[str, str]) -> PageFacts:
    """The page's facts from its lines (``kept`` are the indexes that are text) and from its head."""
    page = bool(kept)
    title = meta.get("title") or _title(lines, kept)
    first, last = (kept[0], kept[-1]) if page else (0, 0)
    return PageFacts(
        title=title,
        date=next((iso for key in _META_DATE if (iso := iso_date(meta.get(key, "")))), "")
        or (_published(lines, kept) if page else ""),
        author=meta.get("author", "") or (_author(lines, kept, first, last) if page else ""),
        publisher=meta.get("publisher", "") or (_publisher(lines, kept) if page else ""),
        address=meta.get("address", ""),
    )


def iso_date(text: str) -> str:
    """The ISO date in a short text that is a date, or ""."""
    found = read_dateline(text) if text else None
    return found.date if found else ""


def _title(lines: "Sequence[PageLine]", kept: Sequence[int]) -> str:
    """The first heading of the highest level; of a report its kind with what stands under it."""
    order = kept or range(len(lines))
    for at, after in pairwise(order[:20]):
        if KIND_LINE.fullmatch(lines[at].text) and len(lines[after].text) > 10:
            subject = lines[after].text
            small = subject[:1].lower() if not subject[:2].isupper() else subject[:1]
            return f"{lines[at].text.capitalize()} {small}{subject[1:]}"
    heads = [lines[i] for i in order if lines[i].block.kind == "heading" and _is_title(lines[i].text)]
    top = next((line for line in heads if line.block.level == 1), None) or next(iter(heads), None)
    return top.text if top else ""


def _is_title(text: str) -> bool:
    """Whether a heading says anything: not initials, a page's own words ("Page Content") or its menu in a row."""
    if text.count("|") >= MENU_BARS:
        return False
    words = re.findall(r"[^\W\d_]{2,}", text)
    return (len(words) >= 2 and not text.isascii()) or len(words) >= 4


def _published(lines: "Sequence[PageLine]", kept: Sequence[int]) -> str:
    """The date the page gives for this article.

    Only dates above the article's second paragraph count. One with a label ("Tin đăng lúc")
    wins, then one beside the title; a bare weekday with a date above the title is the site's clock.
    """
    title = kept[0]
    body = next((i for i in kept if i > title and lines[i].kind == "prose"), title)
    candidates: list[tuple[int, str]] = []
    clocks: list[str] = []
    for index, line in enumerate(lines[: body + 3]):
        found = read_dateline(line.text, loose=True) if line.kind == "date" else None
        if found is None:
            continue
        rank = _rank(found, above=index < title)
        if rank:
            candidates.append((rank, found.date))
        else:
            clocks.append(found.date)
    if candidates:
        return max(candidates, key=lambda pair: pair[0])[1]
    text = " ".join(lines[i].text for i in kept)
    return next((day for day in clocks if _tells_of_days_before(text, day)), "")


def _tells_of_days_before(text: str, day: str) -> bool:
    """Whether the latest full date of a text lies a few weeks before a day: then that is no clock of a later visit."""
    dates = [iso for found in _FULL_DATE.finditer(text) if (iso := iso_date(found.group()))]
    before = [iso for iso in dates if iso <= day]
    if not before:
        return False
    return (datetime.date.fromisoformat(day) - datetime.date.fromisoformat(max(before))).days <= _NEWS_DAYS


def _rank(found: Dateline, above: bool) -> int:
    if found.labelled and (found.clock or not found.weekday):
        return 4 if not (above and found.weekday) else 0
    if found.name:
        return 3
    if above:
        return 0 if found.weekday else 1
    return 2


def _author(lines: "Sequence[PageLine]", kept: Sequence[int], first: int, last: int) -> str:
    for line in lines[first : first + 6]:
        found = read_dateline(line.text) if line.kind == "date" else None
        if found and found.name and not (found.name.isupper() and " " not in found.name):
            return found.name
    for index in range(last + 1, min(last + 5, len(lines))):
        line = lines[index]
        if line.kind in {"tail", "footer", "keywords", "prose"}:
            break
        if line.kind == "byline" and read_author(line.text):
            return read_author(line.text)
        if line.kind == "short" and SIGNING_OFFICE.fullmatch(line.text):
            break
        if line.kind == "short" and is_name(line.text):
            return line.text
    for index in range(first + 1, min(first + 4, len(lines))):
        line = lines[index]
        named = read_author(line.text) if line.kind == "byline" else ""
        if not named and line.kind == "short" and index not in kept and is_name(line.text):
            named = line.text
        if named:
            return named
    return ""


def _publisher(lines: "Sequence[PageLine]", kept: Sequence[int]) -> str:
    """The publisher's name where the page's own frame (not its text) prints it."""
    text = set(kept)
    for index, line in enumerate(lines):
        if index in text or len(line.text) > 160 or line.kind in {"prose", "date"}:
            continue
        found = _PUBLISHER.search(line.text)
        if found and found.group().casefold() not in {"báo điện tử", "trang thông tin điện tử"}:
            return found.group()
        if index >= kept[0]:
            continue
        masthead = _MASTHEAD.match(line.text) or _ONLINE.match(line.text)
        if masthead and not KIND_LINE.match(line.text):
            return masthead.group()
        if _OFFICE.match(line.text) or _SITE.fullmatch(line.text):
            return line.text
    return ""
