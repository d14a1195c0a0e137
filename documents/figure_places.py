"""Which place a quantity of a sentence belongs to.

A place named in a sentence may be the scope of its figures, the host of a conference, a partner,
an address in brackets or the base of a comparison: only a scope counts. The table of places is
``places.py``; what was named in earlier sentences comes in as ``PlaceMemory``.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from documents.places import place_table
from documents.records import Place, Quantity

Role = Literal["scope", "passing", "listed", "base"]
Generic = Literal["", "province", "region", "district"]
_KIND = r"(?:(?:các\s+)?(?:tỉnh|thành\s+phố|tp\.?|huyện|thị\s+xã|tx\.?|quận|khu\s+vực|vùng|miền|địa\s+bàn|tỉnh,\s+thành(?:\s+phố)?)\s*)*"
_HOST = re.compile(
    rf"(?:hội\s+nghị|hội\s+chợ|hội\s+thảo|triển\s+lãm|tọa\s+đàm|lễ|cuộc\s+họp|tổ\s+chức|diễn\s+ra|khai\s+mạc|tham\s+quan|"
    rf"học\s+tập|phiên\s+chợ|kết\s+nối|gian\s+hàng|quảng\s+bá|giới\s+thiệu)[^.;:]{{0,90}}?\s(?:tại|ở)\s+{_KIND}$",
    re.IGNORECASE,
)
_HOST_OPENING = re.compile(
    rf"^\W*(?:\(?[\w ]{{2,12}}\)?\s*[-–]\s*)?(?:vừa\s+qua|mới\s+đây|sáng|chiều|tối|ngày|trong\s+(?:hai|2|3|ba)\s+ngày|hôm\s+nay|từ\s+ngày)\b[^.;:]{{0,50}}?,?\s*tại\s+(?:[^,.;]{{0,40}},\s*)?{_KIND}$",
    re.IGNORECASE,
)
_PARTNER = re.compile(
    rf"(?:phối\s+hợp\s+(?:với|cùng)|cùng\s+với|hợp\s+tác\s+với|liên\s+kết\s+với|chủ\s+trì|đăng\s+cai|xuất\s+khẩu\s+sang|tuyến|báo|đài|"
    rf"quê\s+(?:ở|gốc))\s*(?:[^,.;()\d]{{0,45}}?\s)?{_KIND}$",
    re.IGNORECASE,
)
_BASE = re.compile(
    rf"(?:so\s+với(?:\s+mức)?|bình\s+quân(?:\s+chung)?(?:\s+của)?|trung\s+bình(?:\s+chung)?(?:\s+của)?|đứng\s+(?:thứ\s+\S+|đầu|top\s+\S+)|"
    rf"xếp\s+(?:thứ|hạng)\s+\S+(?:\s+trong)?|tiêu\s+thụ|khắp|phục\s+vụ|xuất\s+(?:bán|đi)|trong\s+và\s+ngoài|khắp)\s+(?:thị\s+trường\s+)?(?:của\s+|trên\s+)?{_KIND}$",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"(?:công\s+ty|cty|dntn|doanh\s+nghiệp|htx|hợp\s+tác\s+xã|nhà\s+máy|xí\s+nghiệp|cơ\s+sở|tập\s+đoàn|trường|ngân\s+hàng|hộ\s+kinh\s+doanh)"
    r"(?:\s+(?:(?-i:[A-ZĐÀ-Ỹ&])[\w.&-]*|cổ\s+phần|tnhh|sản\s+xuất|thương\s+mại|và|kinh\s+doanh|chế\s+biến|một\s+thành\s+viên|đầu\s+tư|dịch\s+vụ|xây\s+dựng|xuất\s+nhập\s+khẩu|-))*\s+$",
    re.IGNORECASE,
)
_NOT_A_NAME = r"(?!\s*[,/]\s*(?:thành|huyện|tp)|\s+(?:thành|khác|bạn|lỵ|miền|phía|ven)|\s+(?-i:[A-ZĐ]))"
_GENERICS: tuple[tuple[Generic, re.Pattern[str]], ...] = (
    (
        "region",
        re.compile(
            r"(?<!\w)(?:toàn|cả|trong|của|các\s+tỉnh\s+trong|các\s+địa\s+phương\s+trong)\s+(?:vùng|khu\s+vực)(?!\s+(?:(?-i:[A-ZĐ])|phía|miền|nông|kinh|núi|sâu|xa|công|đồng|biên|khó|dân))",
            re.IGNORECASE,
        ),
    ),
    (
        "province",
        re.compile(
            r"(?<!\w)(?:toàn|của|trong|cả|trên\s+địa\s+bàn|địa\s+bàn|ngân\s+sách|ubnd|hđnd|tỉnh\s+ủy|nhân\s+dân|sở\s+công\s+thương|công\s+thương|thương\s+mại|khuyến\s+công(?!\s+cấp))\s+tỉnh"
            + _NOT_A_NAME
            + r"|(?:^|[,.;]\s+)tỉnh\s+(?:đã|sẽ|có|ta)(?!\w)"
            + r"|(?<!\w)(?:toàn|trên\s+địa\s+bàn|ngân\s+sách|ubnd|của)\s+thành\s+phố(?!\s+(?-i:[A-ZĐ]))",
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
_LIST_GAP = re.compile(rf"\s*(?:,|;|và|-|–|,\s*và|/|\)\s*,?)\s*\(?{_KIND}", re.IGNORECASE)
_NAME_AND_NUMBER = re.compile(
    r"(?:[,;(]|và)\s+(?P<name>[A-ZĐÀ-Ỹ][\w']*(?:\s[A-ZĐÀ-Ỹ][\w']*){0,3})\s*(?:\(|:|có|với|đạt|là)?\s*\d"
)
_MINISTRY = re.compile(
    r"(?:theo\s+(?:báo\s+cáo|đánh\s+giá|số\s+liệu|thống\s+kê)\s+(?:của\s+)?|cục\s+trưởng\s+|thứ\s+trưởng\s+|^)(?:cục\s+(?:công\s+thương\s+địa\s+phương|ctđp|cnđp|công\s+nghiệp\s+địa\s+phương|công\s+thương)|bộ\s+công\s+thương)",
    re.IGNORECASE,
)


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
    named = [
        PlaceMention(s, e, p, _role(text, s, e)) for p, s, e in place_table().find_places(text) if p.level != "unknown"
    ]
    named = _mark_lists(text, sorted([*named, *_districts_in_list(text, named)], key=lambda m: m.start))
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
    if _FIRM.search(before[-90:]) or _in_address(text, start, end):
        return "passing"
    if re.search(r"cấp\s+(?:khu\s+vực|vùng|quốc\s+gia)(?:\s+(?:các\s+tỉnh|miền))*\s*$", before, re.IGNORECASE):
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
    if re.search(r"(?:xã|phường|thị\s+trấn|thôn|làng(?:\s+nghề)?)(?:\s+[A-ZĐÀ-Ỹ][\w']*)+\s*$", text[:opening]):
        return False
    return not re.search(r"(?:địa\s+phương|tỉnh|huyện|khu\s+vực)\s*$", text[:opening], re.IGNORECASE)


def _mark_lists(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Members of an enumeration of places rule no figure; of ``huyện A, tỉnh B`` the huyện does."""
    marked = list(mentions)
    table = place_table()
    for index, (left, right) in enumerate(pairwise(mentions)):
        if not _LIST_GAP.fullmatch(text[left.end : right.start]) or left.place is None or right.place is None:
            continue
        if left.place != right.place and table.contains(right.place, left.place):
            marked[index + 1] = replace(marked[index + 1], role="passing")
        else:
            marked[index] = replace(marked[index], role="listed")
            marked[index + 1] = replace(marked[index + 1], role="listed")
    return marked


def _settle(kind: Generic, memory: PlaceMemory, named: list[PlaceMention]) -> Place | None:
    table = place_table()
    near = [m.place for m in reversed(named) if m.place is not None]
    near += [place for place in (memory.current,) if place is not None]
    if kind == "province":
        found = next((p for p in map(table.province_of, near) if p is not None), None)
        return found or memory.home
    if kind == "region":
        found = next((p for p in near if p.level == "region"), None)
        return found or memory.region or (table.region_of(memory.home) if memory.home else None)
    return next((p for p in near if p.level == "district"), None) or memory.district


def choose_place(
    text: str, quantity: Quantity, others: list[Quantity], mentions: list[PlaceMention], memory: PlaceMemory
) -> Place | None:
    """The place that a quantity of the sentence belongs to; offsets are within ``text``."""
    whole = _whole_country(quantity)
    if whole is not None:
        return whole
    usable = [m for m in mentions if m.role == "scope"]
    before = [m for m in usable if m.end <= quantity.start and _reaches(text, m, quantity, others)]
    after = None if quantity.unit == "%" else _attached(text, quantity, others, usable)
    if after is not None and not (before and _narrower_clause(text, before[-1], quantity)):
        return after.place
    listed = [m for m in mentions if m.role == "listed" and m.end <= quantity.start]
    gap = text[listed[-1].end : quantity.start] if listed else ";"
    if not re.search(r"[,;.()]", gap) or re.search(r"mỗi\s+(?:nơi|huyện|tỉnh|địa phương|đơn vị)\W*$", gap):
        return _in_turn(text, quantity, others, listed).place
    return before[-1].place if before else memory.current


def _whole_country(quantity: Quantity) -> Place | None:
    """The country, when a quantity counts (nearly) all of its provinces: ``63/63 tỉnh, thành phố``."""
    is_all = quantity.unit == "tỉnh" and quantity.value in (Decimal(63), Decimal(64), Decimal(34))
    return place_table().lookup("cả nước") if is_all else None


def _narrower_clause(text: str, mention: PlaceMention, quantity: Quantity) -> bool:
    """Whether a district or province stands before the quantity in its own clause."""
    level = mention.place.level if mention.place else ""
    return level in ("district", "province") and not re.search(r"[,;:.]\s", text[mention.end : quantity.start])


def _in_turn(text: str, quantity: Quantity, others: list[Quantity], listed: list[PlaceMention]) -> PlaceMention:
    """The member of a list of places that a quantity belongs to: in turn where as many numbers follow, else the first."""
    group = [listed[-1]]
    for earlier in reversed(listed[:-1]):
        if not _LIST_GAP.fullmatch(text[earlier.end : group[0].start]):
            break
        group.insert(0, earlier)
    run = [q for q in sorted([*others, quantity], key=lambda q: q.start) if q.start >= group[-1].end]
    numbers = run[:1]
    for left, right in pairwise(run):
        if left.unit != right.unit or not re.fullmatch(r"\s*(?:,|;|và)\s*(?:và\s+)?", text[left.end : right.start]):
            if quantity in numbers:
                break
            numbers = []
        numbers.append(right)
    return group[numbers.index(quantity)] if len(numbers) == len(group) and quantity in numbers else group[0]


def _attached(
    text: str, quantity: Quantity, others: list[Quantity], mentions: list[PlaceMention]
) -> PlaceMention | None:
    """The place named right behind a quantity, in its own clause: ``12 cơ sở tại huyện Nam Sách``."""
    later = sorted(q.start for q in others if q.start >= quantity.end)
    if later and re.fullmatch(
        r"\s*(?:cho|để\s+hỗ\s+trợ|hỗ\s+trợ)\s+(?:gần\s+|hơn\s+|trên\s+)?", text[quantity.end : later[0]]
    ):
        later = later[1:]  # "1,6 tỷ đồng cho 3 cơ sở tại huyện Yên Sơn": both lie there
    stop = later[0] if later else len(text)
    for mention in mentions:
        if not quantity.end <= mention.start < stop:
            continue
        between = text[quantity.end : mention.start]
        pieces = between.split(", ")
        addressed = all(re.search(r"(?:xã|phường|thôn|thị trấn|ấp|khu phố|khối|bản)\s", p) for p in pieces[:-1])
        if re.search(r"[;:()]|\.\s", between) or (not addressed and not re.match(r"\s*thành", pieces[-1])):
            return None
        return mention
    return None


def _reaches(text: str, mention: PlaceMention, quantity: Quantity, others: list[Quantity]) -> bool:
    """Whether a place before the quantity still rules it.

    A base (``chiếm 49% kinh phí toàn quốc (202,3 tỷ)``) rules only the bracket behind it; a place
    in brackets rules only what stands in them.
    """
    opening = text.rfind("(", 0, mention.start)
    closed = text.find(")", mention.end)
    inside = opening >= 0 and ")" not in text[opening : mention.start] and 0 <= closed < quantity.start
    if inside and re.search(r"\d", text[opening:closed]):
        return False
    left = [q for q in others if q.end <= mention.start]
    is_local = mention.place is not None and mention.place.level == "district"
    if left and is_local and re.search(r";\s", text[mention.end : quantity.start]):
        return False
    if left and left[-1].unit == "%" and not re.search(r"[,;.]\s", text[left[-1].end : mention.start]):
        gap = text[mention.end : quantity.start]
        return "(" in gap and ")" not in gap
    return True


def remember_places(text: str, mentions: list[PlaceMention], memory: PlaceMemory, heading: bool = False) -> PlaceMemory:
    """The memory after a sentence (or heading) has been read."""
    scopes = [m.place for m in mentions if m.role == "scope" and m.place is not None and not _in_brackets(text, m)]
    if heading:
        memory = replace(memory, current=memory.frame)
    elif _MINISTRY.search(text) and not any(p.level in ("province", "district") for p in scopes):
        memory = replace(memory, current=memory.frame if _wide(memory.frame) else memory.current)
    distinct = list(dict.fromkeys(scopes))
    provinces = [p for p in distinct if p.level == "province"]
    if len(provinces) > 1:
        return memory
    for place in distinct:
        if place.level == "region":
            memory = replace(memory, region=place)
        if place.level == "district":
            memory = replace(memory, district=place)
    own = [m for m in mentions if m.role == "scope" and m.place in distinct]
    own = [m for m in own if not _is_share_base(text, m)]
    return replace(memory, current=own[-1].place) if own else memory


def start_paragraph(memory: PlaceMemory) -> PlaceMemory:
    """The memory as a paragraph begins: a district of the paragraph before no longer rules."""
    current = memory.current
    if current is None or current == memory.frame:
        return replace(memory, current=memory.frame)
    if memory.frame is not None and memory.frame.level in ("province", "country"):
        return replace(memory, current=memory.frame)
    if current.level == "district":
        return replace(memory, current=place_table().province_of(current) or memory.frame)
    return memory


def _wide(place: Place | None) -> bool:
    return place is not None and place.level in ("region", "country")


def _in_brackets(text: str, mention: PlaceMention) -> bool:
    opening = text.rfind("(", 0, mention.start)
    return opening >= 0 and ")" not in text[opening : mention.start]


def _is_share_base(text: str, mention: PlaceMention) -> bool:
    """Whether the place belongs to what a percentage is a share of (``49% tổng kinh phí toàn quốc``)."""
    return bool(re.search(r"\d\s*%[^,;.()]*$", text[: mention.start]))
