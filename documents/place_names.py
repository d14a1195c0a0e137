"""Finds the names of places in Vietnamese text, by words and never by letters.

A name is matched word by word, longest first, with old and new tone marks taken as one
(``Hoà`` = ``Hòa``) and any dash as a dash. What a name stands beside decides what it is: the
word before it (``tỉnh``, ``huyện``, ``xã``) and a family name before it (``Nguyễn Thanh Hóa``
is a person). It does not know which places there are; the table hands them in.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from documents.place_words import Word, fold, split_words
from documents.records import Place

# Words that stand before a name and say what kind of place it is.
KIND_WORDS = {
    ("tỉnh",): "tỉnh",
    ("thành", "phố"): "thành phố",
    ("tp",): "thành phố",
    ("huyện",): "huyện",
    ("quận",): "quận",
    ("thị", "xã"): "thị xã",
    ("tx",): "thị xã",
    ("xã",): "xã",
    ("phường",): "phường",
    ("thị", "trấn"): "thị trấn",
    ("thôn",): "xã",
    ("bản",): "xã",
    ("ấp",): "xã",
    ("đường",): "xã",
    ("phố",): "xã",
    ("hồ",): "xã",
    ("sông",): "xã",
    ("cầu",): "xã",
    ("chợ",): "xã",
    ("làng",): "xã",
    ("báo",): "xã",
    ("đài",): "xã",
}
# Words that end like a kind word and are none: "công nghiệp nông thôn Hà Nội", "hội chợ Huế".
NOT_KIND_WORDS = {
    ("nông", "thôn"), ("hội", "chợ"), ("cơ", "bản"), ("văn", "bản"), ("yêu", "cầu"), ("nhu", "cầu"), ("toàn", "cầu"),
    ("ấn", "bản"), ("con", "đường"),
}  # fmt: skip
BECOMES = {"huyện": ("thị xã", "thành phố"), "thị xã": ("thành phố",)}  # what a district of a kind may be now
OF_ENTERPRISES = frozenset(
    {"ty", "tnhh", "phần", "máy", "xưởng", "htx", "nghiệp", "hiệu", "hộ", "ông", "bà", "anh", "chị"}
)
"""Words before the name of an enterprise or a person, which may be spelled like a province without its marks."""
SURE_DISTRICT_KINDS = ("huyện", "quận", "thị xã")
BEFORE_LOWER_REGION = ("vực", "miền", "vùng", "tỉnh", "thành", "phố")
TELLS_ABOUT = {"bài", "viết", "báo", "cáo", "tin", "liệu", "nghị", "hỏi", "nói", "biết", "quả"}
"""What may be told *about* a region ("bài về miền Trung"), which is no way towards it."""
BEFORE_BARE_DISTRICT = {("tại",), ("ở",), ("địa", "bàn"), ("về",)}


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of one place; ``kind`` is the district's kind word, ``needs_word`` asks for one."""

    words: tuple[str, ...]
    place: Place
    kind: str = ""
    province: str = ""
    needs_word: bool = False


@dataclass(slots=True)
class NameIndex:
    """Names by their first word, accented and folded; level ``unknown`` marks what is no place."""

    family_names: frozenset[str]
    by_first: dict[str, list[Name]] = field(default_factory=dict)
    by_folded: dict[str, list[Name]] = field(default_factory=dict)

    def add(self, name: Name) -> None:
        """Adds one spelling, keeping the longest first."""
        for table, words in ((self.by_first, name.words), (self.by_folded, tuple(map(fold, name.words)))):
            entries = table.setdefault(words[0], [])
            entries.append(replace(name, words=words))
            entries.sort(key=lambda entry: -len(entry.words))


@dataclass(frozen=True, slots=True)
class Found:
    """A place as it stands in the text, with the province code of a district ("" if open)."""

    name: Name
    start: int
    end: int
    candidates: tuple[Name, ...] = ()


def find_names(text: str, index: NameIndex, loose: bool = False) -> list[Found]:
    """The places of a text in reading order, not overlapping.

    ``loose`` is for what a reader types: case does not count, and a text without any
    diacritics is compared without them.
    """
    folded = loose and text.isascii()
    words = split_words(text)
    found: list[Found] = []
    at = 0
    while at < len(words):
        hit = _match(text, words, at, index, folded, loose, found)
        hit = hit or _unlisted_district(words, at, loose)
        if hit is None:
            at += 1
            continue
        span, result = hit
        if result is not None:
            found.append(result)
        at += span
    return found


def _match(
    text: str, words: list[Word], at: int, index: NameIndex, folded: bool, loose: bool, found: list[Found]
) -> tuple[int, Found | None] | None:
    table = index.by_folded if folded else index.by_first
    entries = [e for e in table.get(words[at].key, ()) if _spells(text, words, at, e.words, loose)]
    if not entries and loose and not folded:
        entries = [] if _person_before(words, at, index.family_names, found) else _other_marks(words, at, index)
    if not entries:
        return None
    length = len(entries[0].words)
    entries = [e for e in entries if len(e.words) == length]
    start, end = words[at].start, words[at + length - 1].end
    if entries[0].place.level == "unknown":
        return length, None
    kind = _kind_before(words, at, folded)
    chosen = _choose(text, words, at, length, entries, kind, found)
    if not chosen:
        return None
    person = not loose and not kind and _person_before(words, at, index.family_names, found)
    if person and chosen[0].place.level in ("province", "district"):
        return length, None
    return length, Found(chosen[0], start, end, tuple(chosen))


def _other_marks(words: list[Word], at: int, index: NameIndex) -> list[Name]:
    """The provinces whose name stands there in capitals with marks put wrong or left out: Đà Nẳng, Quang Nam."""
    before = [word.key for word in words[max(0, at - 2) : at]]
    if OF_ENTERPRISES.intersection(before[-1:]) or before == ["cơ", "sở"]:
        return []
    entries = [e for e in index.by_folded.get(fold(words[at].key), ()) if e.place.level == "province"]
    return [e for e in entries if len(e.words) > 1 and _capitals_spell(words[at : at + len(e.words)], e.words)]


def _capitals_spell(span: list[Word], folded: tuple[str, ...]) -> bool:
    """Whether words, each with one capital, spell a folded name whatever their marks."""
    return tuple(fold(word.key) for word in span) == folded and all(word.text.istitle() for word in span)


def _spells(text: str, words: list[Word], at: int, name: tuple[str, ...], loose: bool) -> bool:
    """Whether the words from ``at`` spell the name, on one line and with capitals where due."""
    if at + len(name) > len(words):
        return False
    span = words[at : at + len(name)]
    if any(word.key != part for word, part in zip(span, name, strict=True)):
        return False
    if "\n" in text[span[0].start : span[-1].end]:
        return False
    if loose or any(word.text[0].isupper() or word.text.isdigit() for word in span):
        return True
    lower = text[span[0].start : span[-1].end].casefold()
    before = words[at - 1].key if at else ""
    return lower in ("cả nước", "toàn quốc", "toàn nước") or (
        lower.split()[0] in ("phía", "miền") and before in BEFORE_LOWER_REGION
    )


def _unlisted_district(words: list[Word], at: int, loose: bool) -> tuple[int, Found | None] | None:
    """A district the table does not hold (abolished before 2025), known by its kind word alone."""
    if loose or not words[at].text.istitle() or _kind_before(words, at, False) not in SURE_DISTRICT_KINDS:
        return None
    size = 0
    while at + size < len(words) and size < 3 and words[at + size].text.istitle():
        if size and words[at + size].start - words[at + size - 1].end != 1:
            break
        size += 1
    if size < 2:
        return None
    name = " ".join(word.text for word in words[at : at + size])
    place = Place(name, "district", "")
    return size, Found(Name((), place), words[at].start, words[at + size - 1].end)


def _choose(
    text: str, words: list[Word], at: int, length: int, entries: list[Name], kind: str, found: list[Found]
) -> list[Name]:
    """What the name is here: the entries that its kind word and neighbours allow."""
    districts = [e for e in entries if e.place.level == "district"]
    others = [e for e in entries if e.place.level != "district"]
    span = text[words[at].start : words[at + length - 1].end]
    if others and others[0].place.level in ("country", "region"):
        return others[:1] if _is_region(text, words, at, length, span) else []
    if kind in ("xã", "phường", "thị trấn") or (words[at].text.isdigit() and kind != "quận"):
        return []
    capitals = all(word.text[0].isupper() or not word.text[0].isalpha() for word in words[at : at + length])
    same_kind = [e for e in districts if e.kind == kind]
    if same_kind and not (kind == "thành phố" and others and others[0].kind == "thành phố"):
        return same_kind + [e for e in districts if _has_become(e, same_kind[0])]
    if kind in SURE_DISTRICT_KINDS or (kind == "thành phố" and not others):
        return districts  # a huyện becomes a thị xã, a thị xã a thành phố, and old texts stay
    if others:
        needs = others[0].needs_word and not kind and not _continues(text, words, at, found)
        return [] if needs else others[:1]
    if not capitals or not districts:
        return []
    return districts if _bare_district(text, words, at, length, districts, found) else []


def _has_become(name: Name, printed: Name) -> bool:
    """Whether the district of another province may have been of the printed kind when the text was written."""
    return name.kind in BECOMES.get(printed.kind, ()) and name.place.name == printed.place.name


def _is_region(text: str, words: list[Word], at: int, length: int, span: str) -> bool:
    """Whether ``phía Bắc`` names the region, not a direction (``về phía Bắc``, ``phía Bắc giáp``)."""
    before = [word.key for word in words[max(0, at - 2) : at]]
    after = words[at + length].key if at + length < len(words) else ""
    towards = before[-1:] in (["về"], ["hướng"]) and before[0] not in TELLS_ABOUT
    if towards and after not in ("là", "có"):
        return False
    return not (span.casefold().startswith("phía") and after in ("giáp", "huyện", "sông", "cầu", "của"))


def _kind_before(words: list[Word], at: int, folded: bool) -> str:
    """The kind word just before a name; ``tỉnh, thành phố`` before a list is ``tỉnh``."""
    at -= 1
    if at >= 0 and words[at].text == "." and at and words[at - 1].key in ("tp", "tx"):
        at -= 1
    if tuple(word.key for word in words[max(0, at - 1) : at + 1]) in NOT_KIND_WORDS:
        return ""
    for size in (2, 1):
        if at - size + 1 < 0:
            continue
        keys = tuple(word.key for word in words[at - size + 1 : at + 1])
        for kind_words, kind in KIND_WORDS.items():
            if keys == kind_words or (folded and keys == tuple(map(fold, kind_words))):
                if folded and kind == "xã":
                    continue
                if kind == "thành phố" and at >= size + 1:
                    earlier = [word.key for word in words[max(0, at - size - 1) : at - size + 1]]
                    if earlier[-1] in (",", "/", "-", "và") and earlier[0] in ("tỉnh", "tinh"):
                        return "tỉnh"
                return kind
    return ""


def _person_before(words: list[Word], at: int, family_names: frozenset[str], found: list[Found]) -> bool:
    """Whether a family name within three capitalised words before makes this part of a person's name."""
    edge = found[-1].end if found else -1
    for back in range(1, 4):
        if at - back < 0:
            return False
        word = words[at - back]
        if word.start < edge or not word.text[0].isupper() or not word.text[0].isalpha():
            return False
        if word.text.isupper() and len(word.text) > 1:
            return False
        if words[at - back + 1].start - word.end != 1:
            return False
        if word.key in family_names:
            return True
        if word.key in ("thương", "sở", "tỉnh", "phố", "ubnd", "dân", "khuyến", "công"):
            return False
    return False


def _continues(text: str, words: list[Word], at: int, found: list[Found]) -> bool:
    """Whether the name goes on a list: ``Hà Nội, Hồ Chí Minh``."""
    return bool(found) and text[found[-1].end : words[at].start].strip(" \u00a0") in (",", "và", ";", "-")


def _bare_district(
    text: str, words: list[Word], at: int, length: int, districts: Sequence[Name], found: list[Found]
) -> bool:
    """Whether a district's name without its kind word is meant as a place."""
    if found and found[-1].name.place.level == "district" and _continues(text, words, at, found):
        return True
    following = [word.text for word in words[at + length : at + length + 2]]
    listed = bool(found) and found[-1].name.place.level == "district"
    if following and (following[0].isdigit() or (following[0] in ("(", ":") and following[-1].isdigit())):
        return listed or length > 1  # a list of places with their numbers: Phú Quốc 11 cơ sở, Rạch Giá 9 cơ sở
    if length < 2 or len({e.province for e in districts}) > 1:
        return False
    before = words[at - 1].key if at else ""
    after = following[0] if following else ""
    two = words[at - 2].key if at > 1 else ""
    return (
        (before == "(" and after in (")", ",", "-"))
        or (before,) in BEFORE_BARE_DISTRICT
        or ((two, before) in BEFORE_BARE_DISTRICT)
    )
