"""Which place a quantity of a sentence belongs to, and what the next sentence inherits.

Only a place that is a scope counts (``figure_place_mentions.py``): the one right behind the quantity
in its clause, else the nearest before it, else the place in force.
"""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from documents.figure_place_mentions import LIST_GAP, PlaceMemory, PlaceMention
from documents.letters import UPPER
from documents.places import place_table
from documents.records import Place, Quantity

_MINISTRY = re.compile(
    r"(?:theo\s+(?:báo\s+cáo|đánh\s+giá|số\s+liệu|thống\s+kê)\s+(?:của\s+)?|cục\s+trưởng\s+|thứ\s+trưởng\s+|^)(?:cục\s+(?:công\s+thương\s+địa\s+phương|ctđp|cnđp|công\s+nghiệp\s+địa\s+phương|công\s+thương)|bộ\s+công\s+thương)",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"\W*(?:(?:điển\s+hình|đơn\s+cử|tiêu\s+biểu|chẳng\s+hạn|ví\s+dụ)\s+(?:như|là)?\s*)?(?:công\s+ty|hợp\s+tác\s+xã|htx|cơ\s+sở|"
    r"doanh\s+nghiệp|dntn|hộ|xưởng|làng|tổ\s+hợp\s+tác)(?!\w)",
    re.IGNORECASE,
)
_SUBJECT_CHARS = 90
_ELSEWHERE = re.compile(
    rf"(?:^|[.;]\s)\W*(?:Còn\s+)?(?:ở|tại)\s+(?:xã|phường|thị\s+trấn|đặc\s+khu)\s+(?-i:[{UPPER}])", re.IGNORECASE
)
"""A commune named where something is told of: no longer the district spoken of before."""
_ONE_OF = re.compile(r"(?<!\w)(?:\d+|một|hai|ba)\s+trong\s+(?:(?:tổng\s+)?số\s+)?$", re.IGNORECASE)
_IN_ALL = re.compile(
    r"\W*(?:tính\s+chung|tính\s+cả|nhìn\s+chung|tổng\s+cộng|cộng\s+chung|lũy\s+kế|luỹ\s+kế|kế\s+hoạch\s+(?:năm|giai\s+đoạn)\s+\d{4})(?!\w)",
    re.IGNORECASE,
)
"""A sentence of the page as a whole, whatever district was spoken of before it."""
_NESTED = re.compile(r"\d.*(?<!\w)(?:trong\s+(?:đó|số\s+(?:đó|này))|gồm)(?!\w)", re.IGNORECASE)
"""What a part of something counted is: its district does not rule the next sentence."""
_JOINED_ON = re.compile(r"\w\s+(?:và|còn|riêng)\s+(?:huyện|thị\s+xã|thành\s+phố|quận)\s*$", re.IGNORECASE)
"""A district told of besides something else, which does not rule the next sentence."""
_SUM = re.compile(r";\s+(?:và\s+)?(?:với\s+)?tổng(?!\w)[^;]*$", re.IGNORECASE)


def choose_place(
    text: str, quantity: Quantity, others: list[Quantity], mentions: list[PlaceMention], memory: PlaceMemory
) -> Place | None:
    """The place that a quantity of the sentence belongs to; offsets are within ``text``."""
    whole = _whole_country(quantity)
    if whole is not None:
        return whole
    measured = [m for m in mentions if m.role == "base" and m.end <= quantity.start]
    if measured and re.fullmatch(r"\s*\(\s*", text[measured[-1].end : quantity.start]):
        return measured[-1].place  # "bằng 65% bình quân khu vực phía Bắc (6 tỷ đồng)"
    if _IN_ALL.match(text):
        memory = replace(memory, current=_whole_page(memory))
    usable = [m for m in mentions if m.role == "scope"]
    before = _before(text, quantity, others, usable)
    after = None if quantity.unit == "%" else _attached(text, quantity, others, usable)
    if after is not None and not (before and _holds_clause(text, before[-1], after, quantity)):
        return after.place
    listed = [m for m in mentions if m.role == "listed" and m.end <= quantity.start]
    gap = text[listed[-1].end : quantity.start] if listed else ";"
    if not re.search(r"[,;.()]", gap) or re.search(r"mỗi\s+(?:nơi|huyện|tỉnh|địa phương|đơn vị)\W*$", gap):
        return _in_turn(text, quantity, others, listed).place
    held = before[-1].place if before else memory.current
    if not before and held is not None and held.level == "district" and _ELSEWHERE.search(text[: quantity.start]):
        return _around(held, memory)
    told = [m.place for m in before if _is_local(m)]
    wider = _ONE_OF.search(text[: quantity.start]) or (_SUM.search(text[: quantity.start]) and len(set(told)) > 1)
    return _around(held, memory) if told and held == told[-1] and wider else held


def _before(text: str, quantity: Quantity, others: list[Quantity], mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The places before a quantity that rule it; one district is not passed over for that of an item before it."""
    ahead = [m for m in mentions if m.end <= quantity.start]
    before = [m for m in ahead if _reaches(text, m, quantity, others)]
    if before and _is_local(before[-1]):
        return [m for m in ahead if _reaches(text, m, quantity, others, across_items=True)]
    return before


def _around(place: Place | None, memory: PlaceMemory) -> Place | None:
    """What a district lies in: its province, in a document of one district that district."""
    if memory.frame is not None and memory.frame.level == "district":
        return memory.frame
    table = place_table()
    province = table.province_of(place) if place is not None else None
    merged = memory.home is not None and province in table.predecessors(memory.home)
    return memory.home if merged or province is None else province


def _is_local(mention: PlaceMention) -> bool:
    return mention.place is not None and mention.place.level == "district"


def _whole_country(quantity: Quantity) -> Place | None:
    """The country, when a quantity counts (nearly) all of its provinces: ``63/63 tỉnh, thành phố``."""
    is_all = quantity.unit == "tỉnh" and quantity.value in (Decimal(63), Decimal(64), Decimal(34))
    return place_table().lookup("cả nước") if is_all else None


def _holds_clause(text: str, mention: PlaceMention, after: PlaceMention, quantity: Quantity) -> bool:
    """Whether a district or province before the quantity holds its clause against the place behind it."""
    if mention.place is None or after.place is None or mention.place == after.place:
        return False
    if place_table().contains(mention.place, after.place):
        return False  # "tỉnh hỗ trợ 3 cơ sở tại huyện Yên Sơn"
    if re.fullmatch(r"\s*(?:ở|tại|thuộc)\s+", text[quantity.end : after.start]):
        return False  # "2 đề án ở Đồng Hỷ và 1 đề án ở Phú Lương"
    level = mention.place.level
    return level in ("district", "province") and not re.search(r"[,;:.]\s", text[mention.end : quantity.start])


def _in_turn(text: str, quantity: Quantity, others: list[Quantity], listed: list[PlaceMention]) -> PlaceMention:
    """The member of a list of places a quantity belongs to: in turn, where as many numbers follow, or the first."""
    group = [listed[-1]]
    for earlier in reversed(listed[:-1]):
        if not LIST_GAP.fullmatch(text[earlier.end : group[0].start]):
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
        between = re.sub(r"tỉnh,\s+thành", "tỉnh thành", text[quantity.end : mention.start])
        pieces = between.split(", ")
        addressed = all(re.search(r"(?:xã|phường|thôn|thị trấn|ấp|khu phố|khối|bản)\s", p) for p in pieces[:-1])
        if re.search(r"[;:()]|\.\s", between) or not addressed:
            return None
        return mention
    return None


def _reaches(
    text: str, mention: PlaceMention, quantity: Quantity, others: list[Quantity], across_items: bool = False
) -> bool:
    """Whether a place before the quantity still rules it.

    A base (``chiếm 49% kinh phí toàn quốc (202,3 tỷ)``) rules only the bracket behind it; a place
    in brackets rules only what stands in them, a district within a sentence only its item (or ``across_items``).
    """
    opening = text.rfind("(", 0, mention.start)
    closed = text.find(")", mention.end)
    inside = opening >= 0 and ")" not in text[opening : mention.start] and 0 <= closed < quantity.start
    if inside and re.search(r"\d", text[opening:closed]):
        return False
    left = [q for q in others if q.end <= mention.start]
    if left and _is_local(mention) and not across_items and re.search(r";\s", text[mention.end : quantity.start]):
        return False
    if left and left[-1].unit == "%" and not re.search(r"[,;.]\s", text[left[-1].end : mention.start]):
        gap = text[mention.end : quantity.start]
        return "(" in gap and ")" not in gap
    return True


def remember_places(text: str, mentions: list[PlaceMention], memory: PlaceMemory, heading: bool = False) -> PlaceMemory:
    """The memory after a sentence (or heading) has been read.

    A district in brackets counts where it says where the sentence's subject is.
    """
    scopes = [
        m.place
        for m in mentions
        if m.role == "scope" and m.place is not None and (not _in_brackets(text, m) or _locates_subject(text, m))
    ]
    if heading or _IN_ALL.match(text):
        memory = replace(memory, current=memory.frame if heading else _whole_page(memory))
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
    own = [m for m in own if not (_is_share_base(text, m) or (_is_local(m) and _NESTED.search(text[: m.start])))]
    if not re.search(r"\d", text):
        own = [m for m in own if not (_is_local(m) and _JOINED_ON.search(text[: m.start]))]
    return replace(memory, current=own[-1].place) if own else memory


def _whole_page(memory: PlaceMemory) -> Place | None:
    """The place of the whole page where a district of it was spoken of; the place in force else."""
    local = memory.current is not None and memory.current.level == "district"
    return memory.frame if local and memory.frame is not None else memory.current


def start_paragraph(memory: PlaceMemory) -> PlaceMemory:
    """The memory as a paragraph begins: a district of the paragraph before no longer rules."""
    current = memory.current
    if current is None or current == memory.frame:
        return replace(memory, current=memory.frame)
    if memory.frame is not None and memory.frame.level in ("province", "country", "region"):
        return replace(memory, current=memory.frame)
    if current.level == "district":
        return replace(memory, current=place_table().province_of(current) or memory.frame)
    return memory


def _locates_subject(text: str, mention: PlaceMention) -> bool:
    """``Công ty Chè Thanh Ba Xanh (huyện Thanh Ba) được hỗ trợ …``: the owner, then where it is."""
    opening = text.rfind("(", 0, mention.start)
    return bool(_OWNER.match(text)) and opening < _SUBJECT_CHARS and not re.search(r"[\d,;.]", text[:opening])


def _wide(place: Place | None) -> bool:
    return place is not None and place.level in ("region", "country")


def _in_brackets(text: str, mention: PlaceMention) -> bool:
    opening = text.rfind("(", 0, mention.start)
    return opening >= 0 and ")" not in text[opening : mention.start]


def _is_share_base(text: str, mention: PlaceMention) -> bool:
    """Whether the place belongs to what a percentage is a share of (``49% tổng kinh phí toàn quốc``)."""
    return bool(re.search(r"\d\s*%[^,;.()]*$", text[: mention.start]))
