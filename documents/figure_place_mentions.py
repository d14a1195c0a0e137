"""The places a sentence names and the part each plays.

A place named may be the scope of the figures, the host of a conference, a partner, an address in
brackets or the base of a comparison; ``toàn tỉnh`` and ``khu vực`` are settled from the memory of
what was named before. Which figure a place rules is decided in ``figure_places.py``.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from documents.letters import UPPER
from documents.places import CITIES, place_table
from documents.records import Place

Role = Literal["scope", "passing", "listed", "base"]
Generic = Literal["", "province", "city", "region", "district"]
_KIND = (
    r"(?:(?:các\s+)?(?:tỉnh|thành\s+phố|tp\.?|huyện|thị\s+xã|tx\.?|quận|khu\s+vực|vùng|miền|địa\s+bàn|"
    r"tỉnh,\s+thành(?:\s+phố)?)\s*)*"
)
_HOST = re.compile(
    rf"(?:hội\s+nghị|hội\s+chợ|hội\s+thảo|triển\s+lãm|tọa\s+đàm|lễ|cuộc\s+họp|tổ\s+chức|diễn\s+ra|khai\s+mạc|tham\s+quan|"
    rf"học\s+tập|phiên\s+chợ|kết\s+nối|gian\s+hàng|quảng\s+bá|giới\s+thiệu)[^.;:]{{0,90}}?\s(?:tại|ở)\s+{_KIND}$",
    re.IGNORECASE,
)
_HOST_OPENING = re.compile(
    rf"^\W*(?:\(?[\w ]{{2,12}}\)?\s*[-–]\s*)?(?:vừa\s+qua|mới\s+đây|sáng|chiều|tối|ngày|trong\s+(?:hai|"
    rf"2|3|ba)\s+ngày|hôm\s+nay|từ\s+ngày)\b[^.;:]{{0,50}}?,?\s*tại\s+(?:[^,.;]{{0,40}},\s*)?{_KIND}$",
    re.IGNORECASE,
)
_PARTNER = re.compile(
    rf"(?:phối\s+hợp\s+(?:với|cùng)|cùng\s+với|hợp\s+tác\s+với|liên\s+kết\s+với|chủ\s+trì|đăng\s+cai|xuất\s+khẩu\s+sang|tuyến|báo|đài|"
    rf"quê\s+(?:ở|gốc))\s*(?:[^,.;()\d]{{0,45}}?\s)?{_KIND}$",
    re.IGNORECASE,
)
_BASE = re.compile(
    rf"(?:so\s+với(?:\s+mức)?|bình\s+quân(?:\s+chung)?(?:\s+của)?|trung\s+bình(?:\s+chung)?(?:\s+của)?|đứng\s+(?:thứ\s+\S+|đầu|top\s+\S+)|"
    rf"xếp\s+(?:thứ|hạng)\s+\S+(?:\s+trong)?|tiêu\s+thụ|khắp|phục\s+vụ|(?<!\w)đi|xuất\s+(?:bán|đi)|trong\s+và\s+ngoài|khắp)\s+(?:thị\s+trường\s+)?(?:của\s+|trên\s+)?{_KIND}$",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"(?:công\s+ty|cty|dntn|doanh\s+nghiệp|htx|hợp\s+tác\s+xã|nhà\s+máy|xí\s+nghiệp|cơ\s+sở|tập\s+đoàn|trường|ngân\s+hàng|hộ\s+kinh\s+doanh)"
    rf"(?:\s+(?:(?-i:[{UPPER}&])[\w.&-]*|cổ\s+phần|tnhh|sản\s+xuất|thương\s+mại|và|kinh\s+doanh|chế\s+biến|một\s+thành\s+viên|đầu\s+tư|dịch\s+vụ|xây\s+dựng|xuất\s+nhập\s+khẩu|-))*\s+$",
    re.IGNORECASE,
)
_BRAND = re.compile(
    r"(?<!\w)(?:chè|trà|cà\s+phê|gạo|nước\s+mắm|mắm|nem|chả|rượu|miến|bánh(?:\s+\w+)?|bún|phở|gốm(?:\s+sứ)?|lụa|thổ\s+cẩm|"
    r"nón|mật\s+ong|hồ\s+tiêu|hạt\s+điều|cam|bưởi|vải|nhãn|xoài|sầu\s+riêng|thanh\s+long|tỏi|gừng|quế|hồi|sâm|yến\s+sào|chiếu|"
    r"muối|tôm\s+chua|bò\s+khô|kẹo(?:\s+\w+)?|đường\s+phèn|dầu\s+tràm|trầm\s+hương)\s+$",
    re.IGNORECASE,
)
_EVENT = re.compile(
    rf"(?<!\w)(?:hội\s+chợ|triển\s+lãm|phiên\s+chợ|hội\s+thi|cuộc\s+thi|bình\s+chọn|tuần\s+hàng)(?!\w)[^,.;:\d]{{0,90}}?\s{_KIND}$",
    re.IGNORECASE,
)
_STREET = re.compile(
    rf"số\s+(?:nhà\s+)?\d+[\w/-]*,?\s+(?:đường|phố|đại\s+lộ|quốc\s+lộ)\s+(?-i:[{UPPER}\d])[^.;:()]{{0,80}}?,\s*{_KIND}$",
    re.IGNORECASE,
)
"""The street before a place that stands in an address: ``số 12 đường Hà Huy Giáp, TP. Biên Hòa``."""
_NOT_A_NAME = r"(?!\s*[,/]\s*(?:thành|huyện|tp)|\s+(?:thành|khác|bạn|lỵ|miền|phía|ven)|\s+(?-i:[A-ZĐ]))"
_GENERICS: tuple[tuple[Generic, re.Pattern[str]], ...] = (
    (
        "region",
        re.compile(
            r"(?<!\w)(?:toàn|cả|trong|của|các\s+tỉnh\s+trong|các\s+địa\s+phương\s+trong)\s+(?:vùng|khu\s+vực)(?!\s+(?:(?-i:[A-ZĐ])|phía|miền|nông|kinh|núi|sâu|xa|công|đồng|biên|khó|dân))"
            r"|(?:^|[,.;]\s+)(?:khu\s+vực|vùng)\s+(?:đã|sẽ|có|phấn\s+đấu|dự\s+kiến|đặt|thực\s+hiện)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        "province",
        re.compile(
            r"(?<!\w)(?:toàn|của|trong|cả|trên\s+địa\s+bàn|địa\s+bàn|ngân\s+sách|ubnd|hđnd|tỉnh\s+ủy|nhân\s+dân|sở\s+công\s+thương|công\s+thương|thương\s+mại|khuyến\s+công(?!\s+cấp))\s+tỉnh"
            + _NOT_A_NAME
            + r"|(?<!\w)tỉnh\s+(?:ta|nhà)(?!\w)"
            + r"|(?:^|[,.;]\s+)tỉnh\s+(?:đã|sẽ|có|ta|phấn\s+đấu|dự\s+kiến|bố\s+trí|dành|đặt|thực\s+hiện)(?!\w)"
            + r"|(?<!\w)(?:toàn|trên\s+địa\s+bàn|ngân\s+sách|ubnd|của)\s+thành\s+phố(?!\s+(?-i:[A-ZĐ]))",
            re.IGNORECASE,
        ),
    ),
    (
        "city",
        re.compile(
            r"(?<!\w)(?:trong|cả|địa\s+bàn|hđnd|thành\s+ủy|nhân\s+dân|sở\s+công\s+thương|công\s+thương|thương\s+mại|khuyến\s+công|"
            r"công\s+nghiệp)\s+thành\s+phố(?!\s*,|\s+(?:trực\s+thuộc|(?-i:[A-ZĐ])))|(?<!\w)thành\s+phố\s+ta(?!\w)"
            r"|(?:^|[,.;]\s+)thành\s+phố\s+(?:đã|sẽ|có|phấn\s+đấu|dự\s+kiến|dự\s+định|bố\s+trí|dành|đặt|thực\s+hiện)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        "district",
        re.compile(
            r"(?<!\w)(?:toàn|của|trong|trên\s+địa\s+bàn|ubnd|hạ\s+tầng|phòng\s+kinh\s+tế|công\s+thương|ngân\s+sách)\s+(?:huyện|thị\s+xã)(?!\s*,|\s+(?-i:[A-ZĐ]))",
            re.IGNORECASE,
        ),
    ),
)
LIST_GAP = re.compile(rf"\s*(?:,|;|và|-|–|,\s*và|/|\)\s*,?)\s*\(?{_KIND}", re.IGNORECASE)
_NAME_AND_NUMBER = re.compile(
    rf"(?:[,;(]|và)\s+(?P<name>[{UPPER}][\w']*(?:\s[{UPPER}][\w']*){{0,3}})\s*(?:\(|:|có|với|đạt|là)?\s*\d"
)

_NAME_ALONE = rf"(?P<name>[{UPPER}][\w']*(?:\s[{UPPER}][\w']*){{0,3}})"
_BARE_AND_NUMBER = re.compile(
    r"(?:^\W*|[,;:]\s+(?:còn\s+|riêng\s+)?|(?<!\w)(?:và|còn|là|riêng|như|gồm|ở|tại|trên\s+địa\s+bàn|"
    r"huyện\s+(?:biên\s+giới|miền\s+núi|vùng\s+cao|vùng\s+sâu|nghèo|đảo|trung\s+du|đồng\s+bằng|ven\s+biển))\s+)"
    rf"{_NAME_ALONE}"
    r"(?=\s*(?:\(|:|(?:chỉ\s+|cũng\s+)?(?:có|còn|với|đạt|được|dẫn\s+đầu|đứng\s+đầu|nhiều\s+nhất|ít\s+nhất|"
    r"thực\s+hiện|triển\s+khai|bố\s+trí)(?!\w))?[^.;,]{0,24}\d)"
)
_NUMBER_AT_BARE = re.compile(rf"\d[^.;,:()]{{0,40}}?\s(?:ở|tại|thuộc)\s+{_NAME_ALONE}(?!\w)")
"""A district by its bare name beside what is counted of it: ``Định Hóa có 3 đề án``, ``1 đề án ở Phú Lương``."""
_PERSON = re.compile(r"(?:ông|bà|anh|chị|đồng\s+chí|chủ\s+cơ\s+sở|giám\s+đốc|chủ\s+tịch)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place in a sentence; ``generic`` (``toàn tỉnh``) is settled from the memory."""

    start: int
    end: int
    place: Place | None
    role: Role = "scope"
    generic: Generic = ""


@dataclass(frozen=True, slots=True)
class PlaceMemory:
    """What earlier sentences settled: the place in force and what ``tỉnh``, ``khu vực`` mean here.

    ``frame`` is the place of the whole document, to which a new heading returns.
    """

    current: Place | None = None
    frame: Place | None = None
    home: Place | None = None
    region: Place | None = None
    district: Place | None = None


def find_place_mentions(text: str, memory: PlaceMemory) -> list[PlaceMention]:
    """The places of a sentence in reading order, each with its role; generic ones settled."""
    table = place_table()
    found = [(table.within(p, memory.home), s, e) for p, s, e in table.find_places(text) if p.level != "unknown"]
    named = [PlaceMention(s, e, p, _role(text, s, e)) for p, s, e in found]
    named += _districts_in_list(text, named)
    named += _districts_at_home(text, named, memory.home)
    named = _mark_lists(text, sorted(named, key=lambda m: m.start))
    named = _mark_events(text, named, memory)
    generic = [
        PlaceMention(m.start(), m.end(), None, "scope", kind)
        for kind, pattern in _GENERICS
        for m in pattern.finditer(text)
        if not any(n.start < m.end() + 1 and m.start() < n.end for n in named)
    ]
    mentions: list[PlaceMention] = []
    for mention in sorted([*named, *generic], key=lambda m: m.start):
        if mention.place is None:
            known = _settle(mention.generic, memory, [m for m in mentions if m.role == "scope"])
            if known is None:
                continue
            mention = replace(mention, place=known)
        mentions.append(mention)
    return mentions


def _districts_at_home(text: str, named: list[PlaceMention], home: Place | None) -> list[PlaceMention]:
    """The districts of the page's province that a sentence counts for by their bare names: ``Định Hóa có 3 đề án``."""
    if home is None or home.level != "province":
        return []
    table = place_table()
    found: list[PlaceMention] = []
    for match in (*_BARE_AND_NUMBER.finditer(text), *_NUMBER_AT_BARE.finditer(text)):
        start, end = match.span("name")
        if any(m.start < end and start < m.end for m in (*named, *found)) or _kin_of(text, start):
            continue
        place = table.lookup(match["name"])
        if place is not None and place.level == "district":
            place = table.within(place, home)
            if table.province_of(place) == home:
                found.append(PlaceMention(start, end, place))
    return found


def _kin_of(text: str, start: int) -> bool:
    """Whether a name stands behind the word for an enterprise, a product or a person."""
    before = text[max(0, start - 90) : start]
    return bool(_FIRM.search(before) or _BRAND.search(before[-40:]) or _PERSON.search(before))


def _districts_in_list(text: str, named: list[PlaceMention]) -> list[PlaceMention]:
    """The districts of a list that names the word ``huyện`` once: ``huyện Hưng Hà 50 làng, Quỳnh Phụ 35 làng``."""
    districts = [m for m in named if m.place is not None and m.place.level == "district"]
    found: list[PlaceMention] = []
    table = place_table()
    for match in _NAME_AND_NUMBER.finditer(text) if districts else ():
        if match.start() < districts[0].start or any(
            m.start < match.end("name") and match.start("name") < m.end for m in named
        ):
            continue
        place = table.lookup(match["name"])
        first = districts[0].place
        if place is None or place.level != "district" or first is None:
            continue
        if table.province_of(place) == table.province_of(first):
            found.append(PlaceMention(match.start("name"), match.end("name"), place))
    return found


def _role(text: str, start: int, end: int) -> Role:
    before = text[max(0, start - 150) : start]
    if _HOST_OPENING.search(text[:start]) or _HOST.search(before) or _PARTNER.search(before):
        return "passing"
    if _STREET.search(before) or _BRAND.search(before[-40:]):
        return "passing"
    if _FIRM.search(before[-90:]) or _in_address(text, start, end):
        return "passing"
    if re.search(
        r"(?:cấp\s+(?:khu\s+vực|vùng|quốc\s+gia)|(?:công|chứng)\s+nhận[^.;]{0,60}tiêu\s+biểu\s+(?:khu\s+vực|vùng))(?:\s+(?:các\s+tỉnh|miền))*\s*$",
        before,
        re.IGNORECASE,
    ):
        return "passing"
    if re.search(r"(?:khu\s+vực|vùng|tỉnh)\s+và\s+(?:của\s+)?$", before, re.IGNORECASE):
        return "base"
    return "base" if _BASE.search(before[-60:]) else "scope"


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether the place stands in brackets that hold no number: ``Cơ sở Thanh Bình (Bắc Trà My)``."""
    opening = text.rfind("(", 0, start)
    closing = text.find(")", end)
    if opening < 0 or closing < 0 or ")" in text[opening:start] or re.search(r"\d", text[opening:closing]):
        return False
    if re.search(rf"(?:xã|phường|thị\s+trấn|thôn|làng(?:\s+nghề)?)(?:\s+[{UPPER}][\w']*)+\s*$", text[:opening]):
        return False
    if re.search(
        r"(?<!\w)(?:huyện|thị\s+xã|thị\s+trấn|quận|thành\s+phố|tp\.?)\s*$", text[opening:start], re.IGNORECASE
    ):
        return False
    return not re.search(r"(?:địa\s+phương|tỉnh|huyện|khu\s+vực)\s*$", text[:opening], re.IGNORECASE)


def _mark_lists(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Members of an enumeration of places rule no figure; of ``huyện A, tỉnh B`` the huyện does."""
    marked = list(mentions)
    table = place_table()
    for index, (left, right) in enumerate(pairwise(mentions)):
        if not LIST_GAP.fullmatch(text[left.end : right.start]) or left.place is None or right.place is None:
            continue
        if left.place != right.place and table.contains(right.place, left.place):
            marked[index + 1] = replace(marked[index + 1], role="passing")
        else:
            marked[index] = replace(marked[index], role="listed")
            marked[index + 1] = replace(marked[index + 1], role="listed")
    return marked


def _mark_events(text: str, mentions: list[PlaceMention], memory: PlaceMemory) -> list[PlaceMention]:
    """A region in an event's name (``hội chợ khu vực phía Nam``) is passing where a province or district is told of."""
    marked: list[PlaceMention] = []
    local = memory.current is not None and memory.current.level in ("province", "district")
    for mention in mentions:
        level = mention.place.level if mention.place is not None else ""
        if level == "region" and local and _EVENT.search(text[: mention.start]):
            mention = replace(mention, role="passing")
        local = local or (mention.role == "scope" and level in ("province", "district"))
        marked.append(mention)
    return marked


def _settle(kind: Generic, memory: PlaceMemory, named: list[PlaceMention]) -> Place | None:
    table = place_table()
    near = [m.place for m in reversed(named) if m.place is not None]
    near += [place for place in (memory.current,) if place is not None]
    if kind == "province":
        found = next((p for p in map(table.province_of, near) if p is not None), None)
        return found or memory.home
    if kind == "city":  # a city under the province's own rule, not a province's capital
        return memory.home if memory.home is not None and memory.home.code in CITIES else None
    if kind == "region":
        found = next((p for p in near if p.level == "region"), None)
        return found or memory.region or (table.region_of(memory.home) if memory.home else None)
    return next((p for p in near if p.level == "district"), None) or memory.district
