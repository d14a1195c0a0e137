"""The place and period that hold for a whole document until a sentence names another.

They come from the title, the manifest row, the opening and the publisher, in that order. Single
sentences are read elsewhere.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents.figure_periods import find_periods_in
from documents.figure_place_mentions import PlaceMemory, PlaceMention, find_place_mentions
from documents.period_memory import PeriodMemory, remember_period
from documents.periods import find_period_mentions
from documents.place_words import fold
from documents.places import place_table
from documents.records import Document, Period, Place

_LEAD_CHARS, _STRETCH_FROM = 80, 12  # a paragraph of text, and where in it the years it opens with may begin
_OPENING_BLOCKS = 4
_DATELINE_CHARS = 90
_SITE_LETTERS = 5
_MINISTRY = re.compile(
    r"cục\s+(?:công\s+thương\s+địa\s+phương|ctđp|cnđp|công\s+nghiệp\s+địa\s+phương)|bộ\s+công\s+thương", re.IGNORECASE
)
_OUTLOOK = re.compile(
    r"(?:và|[,;–-])\s*(?:xây\s+dựng\s+|triển\s+khai\s+)?(?:kế\s+hoạch|(?:phương\s+hướng|mục\s+tiêu|giải\s+pháp)[\w\s,]*|"
    r"nhiệm\s+vụ[\w\s,]*)\s*(?:khuyến\s+công\s+)?$",
    re.IGNORECASE,
)
_REVIEWED = re.compile(
    r"(?:tổng\s+kết|sơ\s+kết|nhìn\s+lại|đánh\s+giá)\s+[^.;]{0,60}\(?\s*(?:giai\s+đoạn\s+)?$", re.IGNORECASE
)
_LEGAL_KINDS = ("law", "decree", "circular", "decision", "digest")


@dataclass(frozen=True, slots=True)
class Frame:
    """The memory a document opens with, and the period for figures that no period reaches.

    ``writing`` is that of figures said to be of now: the year of publication, None where it is not known.
    """

    places: PlaceMemory
    periods: PeriodMemory
    fallback: Period | None
    writing: Period | None = None


def read_frame(document: Document) -> Frame:
    """The frame of a document."""
    title = document.source.title if " " in document.source.title else _first_heading(document)
    published = document.source.date or _dateline(document)
    opening = _opening(document)
    places = _read_places(document, title, opening)
    period = _read_period(title, published) or _stretch_led(document, published)
    fallback = _fallback(document, published)
    anchor = int(published[:4]) if published else _most_named_year(document)
    periods = PeriodMemory(period, period, published, anchor)
    if document.source.kind in _LEGAL_KINDS:
        return Frame(places, periods, None)
    return Frame(places, periods, fallback, _year_of_writing(published))


def _dateline(document: Document) -> str:
    """The ISO date of a short line with a full date among the first blocks, or ""."""
    for block in document.blocks[:4]:
        line = document.text[block.start : block.end]
        found = find_period_mentions(line) if len(line) < _DATELINE_CHARS else []
        dates = [m.period.start for m in found if m.kind == "date" and m.period is not None]
        if dates:
            return dates[0]
    return ""


def _first_heading(document: Document) -> str:
    headings = [b for b in document.blocks if b.kind == "heading"]
    if headings:
        return document.text[headings[0].start : headings[0].end]
    return document.text.lstrip().split("\n", 1)[0][:300]


def _opening(document: Document) -> list[str]:
    blocks = [b for b in document.blocks if b.kind in ("paragraph", "item", "heading")][: _OPENING_BLOCKS + 1]
    if blocks:
        return [document.text[b.start : b.end] for b in blocks]
    return [line for line in document.text.splitlines() if line.strip()][: _OPENING_BLOCKS + 1]


def _read_places(document: Document, title: str, opening: list[str]) -> PlaceMemory:
    table = place_table()
    empty = PlaceMemory()
    titled = _scopes(find_place_mentions(title, empty))
    manifest = table.lookup(document.source.region) if document.source.region else None
    opened = [p for text in opening for p in _scopes(find_place_mentions(text, empty)) if p.level != "district"]
    publisher = _publisher_place(document)
    home = next((p for p in map(_province, [*titled, publisher, manifest]) if p is not None), None)
    named = _most_named(document)
    opened = [p for p in opened if p.level != "province" or not _outvoted(document, p, named)]
    home = home or named
    frame = (titled[0] if titled else None) or manifest or _only_district(document)
    frame = (
        frame or (opened[0] if opened and (publisher is None or opened[0].level != "province") else None) or publisher
    )
    if frame is None and any(_MINISTRY.search(text) for text in opening):
        frame = table.lookup("cả nước")
    frame = frame or home
    frame = table.within(frame, home) if frame is not None else None
    region = frame if frame is not None and frame.level == "region" else None
    district = frame if frame is not None and frame.level == "district" else None
    return PlaceMemory(frame, frame, home, region or (table.region_of(home) if home else None), district)


def _scopes(mentions: list[PlaceMention]) -> list[Place]:
    return [m.place for m in mentions if m.role == "scope" and m.place is not None]


def _province(place: Place | None) -> Place | None:
    return place_table().province_of(place) if place is not None else None


def _publisher_place(document: Document) -> Place | None:
    """The province of a provincial paper, department or centre, from its name."""
    name = re.sub(r"^\s*(?:Báo|Đài|Cổng|Trang|Tạp chí)\s+(?:điện tử\s+)?", "", f"{document.source.publisher}")
    name = re.sub(r"\s+(?:online|điện tử)\s*$", "", name, flags=re.IGNORECASE)
    for text in (name, document.source.issuer):
        place = place_table().lookup(text)
        if place is not None:
            return place_table().province_of(place) or place
        found = [p for p, _, _ in place_table().find_places(text) if p.level in ("province", "district")]
        home = next((province for p in found if (province := place_table().province_of(p)) is not None), None)
        if home is not None:
            return home
    return _site_place(document)


def _site_place(document: Document) -> Place | None:
    """The province that the site's name spells: ``baobinhdinh.vn``, ``khuyencong.hanoi.gov.vn``."""
    named = document.source.address or document.source.publisher
    host = re.search(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?:[/:?]|$)", named.casefold())
    if not host:
        return None
    site = re.sub(r"[^a-z]", "", host[1])
    spelt = [(len(key), p) for p in place_table().provinces.values() if (key := _glue(p.name)) in site]
    return max(spelt, key=lambda pair: pair[0], default=(0, None))[1]


def _glue(name: str) -> str:
    """A place's name as addresses write it; one of fewer than five letters (Huế) would be found in other words."""
    glued = re.sub(r"[^a-z]", "", fold(name.removeprefix("TP. ")))
    return glued if len(glued) >= _SITE_LETTERS else " "


def _most_named(document: Document) -> Place | None:
    """The province that the text names most, as its own scope or at all, else that of the districts it names."""
    table = place_table()
    empty = PlaceMemory()
    lines = [document.text[b.start : b.end] for b in document.blocks] or document.text.splitlines()
    scopes = [p for line in lines for p in _scopes(find_place_mentions(line, empty))]
    named = [p for p, _, _ in table.find_places(document.text)]
    districts = [table.province_of(p) for p in _districts(named)]
    scoped = [p for p in scopes if p.level == "province"]
    return (
        (_foremost([*scoped, *districts]) if districts else None)
        or _foremost([p for p in named if p.level == "province"])
        or _foremost([*(p for p in named if p.level == "province"), *districts])
        or _foremost([p for p in scopes if p.level == "province"])
        or (_foremost(districts) if len(districts) > 1 else None)
    )


def _outvoted(document: Document, place: Place, other: Place | None) -> bool:
    """Whether a page names another province and its districts more than twice as often as a place."""
    if other is None or other == place:
        return False
    named = [p for p, _, _ in place_table().find_places(document.text)]
    votes = Counter(_province(p) for p in [*(p for p in named if p.level == "province"), *_districts(named)])
    return votes[other] > 2 * votes[place]


def _districts(named: Sequence[Place]) -> list[Place]:
    return [p for p in dict.fromkeys(named) if p.level == "district"]


def _only_district(document: Document) -> Place | None:
    """The district of a page that names it and no other place: neither its province nor ``tỉnh``."""
    named = {p for p, _, _ in place_table().find_places(document.text) if p.level != "unknown"}
    only = named.pop() if len(named) == 1 else None
    speaks_of_province = re.search(r"(?<!\w)(?:tỉnh|khu vực|cả nước|toàn quốc)(?!\w)", document.text, re.IGNORECASE)
    return only if only is not None and only.level == "district" and not speaks_of_province else None


def _foremost(places: Sequence[Place | None]) -> Place | None:
    """The place that stands out by number, or None."""
    counted = Counter(p for p in places if p is not None).most_common(2)
    return counted[0][0] if counted and (len(counted) == 1 or counted[0][1] > counted[1][1]) else None


def _most_named_year(document: Document) -> int | None:
    """The year that an undated text names most, the earlier named of equals."""
    periods = [m.period for m in find_period_mentions(document.text) if m.period is not None]
    years = Counter(p.end[:4] for p in periods if p.start[:4] == p.end[:4]).most_common(1)
    return int(years[0][0]) if years else None


def _read_period(title: str, published: str) -> Period | None:
    years = set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", title))
    named = years.pop() if len(years) == 1 and not published else ""
    # "6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2020": of an undated page the one year told is that of both
    whole = Period(f"{named}-01-01", f"{named}-12-31", f"năm {named}") if named else None
    memory = PeriodMemory(None, None, published)
    found = find_periods_in(title, replace(memory, current=whole))
    told = [p for p in found if not (p.compared or p.passing or _OUTLOOK.search(title[: p.start]))]
    if told and len(told) < len(found):
        return told[-1].period
    return remember_period(title, found, memory, heading=True).current


def _stretch_led(document: Document, published: str) -> Period | None:
    """The years that the first paragraph opens with, of a page written as they ended: ``Giai đoạn 2016-2020, ...``."""
    texts = [document.text[b.start : b.end] for b in document.blocks if b.kind == "paragraph"]
    lead = next((text for text in texts if len(text) > _LEAD_CHARS), "")
    found = find_periods_in(lead, PeriodMemory(None, None, published))
    led = [p for p in found[:1] if p.start <= _STRETCH_FROM] or [p for p in found if _REVIEWED.search(lead[: p.start])]
    if not led or not published or led[0].compared:
        return None
    period = led[0].period
    ended = int(published[:4]) - int(period.end[:4])
    return period if period.start[:4] < period.end[:4] and 0 <= ended <= 1 else None


def _fallback(document: Document, published: str) -> Period | None:
    """The first period that the first half of the text names and that had begun, else the year of publication."""
    for period in find_periods_in(document.text, PeriodMemory(None, None, published)):
        early = not published or (2 * period.start <= len(document.text) and period.period.start <= published)
        if early and not (period.compared or period.passing):
            return period.period
    return _year_of_writing(published)


def _year_of_writing(published: str) -> Period | None:
    year = published[:4]
    if not year.isdigit():
        return None
    return Period(f"{year}-01-01", f"{year}-12-31", f"năm {year} (theo ngày đăng)")
