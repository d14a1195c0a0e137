"""The places that a question names: their spelling mended, one of two meant alone, one left out."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from assistant.question_slots import Question, places_in
from assistant.wording import fold
from documents.letters import LOWER, UPPER
from documents.places import place_table
from index.sounds import sound_of
from index.spelling import one_edit

_OF_ENTERPRISE = re.compile(
    r"(?:HTX|DNTN|[Hh]ợp tác xã|[Cc]ông ty|[Dd]oanh nghiệp|[Cc]ơ sở|[Xx]ưởng|[Hh]ộ|[Xx]ã|[Pp]hường|[Tt]hôn)"
    r"(?: (?!ở |tại |của )\S+){0,4} $"
)

_RUN_TOGETHER = re.compile(r"(?<!\w)[A-Z][a-z]{4,}(?!\w)")


@cache
def _written_apart() -> dict[str, str]:
    """Names of provinces as English writes them, in one word: "hanoi", "danang"."""
    names = [place.name for place in place_table().provinces.values()]
    return {re.sub(r"\W+", "", fold(name).lower()): name for name in names}


def with_english_places(text: str) -> str:
    """An English question with the places it names spelled as in Vietnamese."""
    text = _RUN_TOGETHER.sub(lambda found: _written_apart().get(found[0].lower(), found[0]), text)
    for place, start, end in sorted(places_in(text, exact=False), key=lambda row: -row[1]):
        text = f"{text[:start]} \u27e6{place.name}\u27e7 {text[end:]}"
    return text


def with_place_marks(text: str) -> str:
    """A question with the provinces whose marks are typed wrong spelled right: "Đà Nẳng", "Quãng Nam"."""
    for place, start, end in sorted(places_in(text, exact=True), key=lambda row: -row[1]):
        typed = text[start:end]
        if _OF_ENTERPRISE.search(text[:start]):
            continue  # "HTX Mật ong Thanh Hòa" is no province
        if typed != place.name and fold(typed) == fold(place.name) and typed.istitle():
            text = f"{text[:start]}{place.name}{text[end:]}"
    return text


def mended_around_places(text: str, mend: Callable[[str], str]) -> str:
    """A question mended, the places that it names left as they are: "Đắk Lắk" is not "Đắk là"."""
    mended = mend(text)
    named = places_in(text, exact=True)
    held = {place for place, _, _ in places_in(mended, exact=True)}
    if all(place in held for place, _, _ in named):
        return mended
    pieces, at = [], 0
    for _, start, end in sorted(named, key=lambda row: row[1]):
        if start < at:
            continue
        pieces += [mend(text[at:start]) if text[at:start].strip() else text[at:start], text[start:end]]
        at = end
    return "".join([*pieces, mend(text[at:]) if text[at:].strip() else text[at:]])


_FUND_OF = re.compile(
    r"(?<!\w)(?:từ|bằng|dùng|thuộc) (?:nguồn|vốn|ngân sách|tiền)(?: kinh phí| vốn| ngân sách)?(?: khuyến công)?"
    r"(?: của)? tỉnh (?=\w)",
    re.IGNORECASE,
)


def with_funds_of_provinces(text: str) -> str:
    """A question that names a province as whose fund it asks of, with the fund and the place told apart.

    "từ nguồn khuyến công tỉnh Hải Dương" is the money that the province itself gives, in Hải Dương.
    """
    for match in reversed(list(_FUND_OF.finditer(text))):
        behind = places_in(text[match.end() :], exact=False)
        if any(start == 0 and place.level == "province" for place, start, _ in behind):
            lead = re.sub(r"(?: của)? tỉnh $", " của tỉnh ", match[0])
            text = f"{text[: match.start()]}{lead}ở {text[match.end() :]}"
    return text


_REGION_SAID = re.compile(r"(?<!\w)(miền|phía) (?!chung)(\w+)(?! (?:buộc|đầu))(?!\w)")
_REGIONS_HEARD = {sound_of(word): word for word in ("Bắc", "Nam", "Trung")}


def with_regions_heard(text: str) -> str:
    """A question with a region that is written as it sounds spelled right: "miền bắt" is miền Bắc."""

    def spelled(found: re.Match[str]) -> str:
        meant = _REGIONS_HEARD.get(sound_of(found[2]), "")
        return f"{found[1]} {meant}" if meant and meant.lower() != found[2].lower() else found[0]

    return _REGION_SAID.sub(spelled, text)


_TWO_CAPITALS = re.compile(rf"(?<!\w)[{UPPER}][{LOWER}]+ [{UPPER}][{LOWER}]+(?!\w| [{UPPER}])")
_NAME_BEFORE = re.compile(
    rf"(?:(?:ông|bà|anh|chị|đồng chí|trưởng|giám đốc|chủ tịch|phó|huyện|xã|thị trấn|thị xã|quận|phường|làng|thôn|bản)"
    rf"|(?-i:[{UPPER}][{LOWER}]*)) $",
    re.IGNORECASE,
)
"""What makes the two syllables behind it a person's name, a part of a longer one, or a lesser place's."""


@cache
def _provinces_folded() -> dict[str, str]:
    """The provinces of two syllables by their names without marks."""
    names = [place.name for place in place_table().provinces.values()]
    return {fold(name).lower(): name for name in names if len(name.split()) == 2}


@cache
def _known_folded() -> frozenset[str]:
    """The names without marks of all provinces and districts."""
    table = place_table()
    named = (*table.provinces.values(), *table.districts.values())
    return frozenset(fold(place.name).lower() for place in named)


_BARE_NAME = re.compile(rf"(?<!\w)[A-Z][a-z]+ [a-z]+(?!\w| [{UPPER}])")


def with_provinces_marked(text: str) -> str:
    """A question with a province typed without marks and with one capital spelled right: "Nghe an với Hà Tĩnh"."""
    for match in reversed(list(_BARE_NAME.finditer(text))):
        meant = _provinces_folded().get(match[0].lower())
        if meant is not None and not _OF_ENTERPRISE.search(text[: match.start()]):
            text = f"{text[: match.start()]}{meant}{text[match.end() :]}"
    return text


def with_provinces_mended(text: str) -> str:
    """A question with a province's name that is one letter off spelled right: "Quảng Nan"; names of people stay."""
    for match in reversed(list(_TWO_CAPITALS.finditer(text))):
        typed, before = fold(match[0]).lower(), text[: match.start()]
        if typed in _known_folded() or _OF_ENTERPRISE.search(before) or _NAME_BEFORE.search(before):
            continue
        meant = [name for folded, name in _provinces_folded().items() if one_edit(typed, folded)]
        if len(meant) == 1:
            text = f"{before}{meant[0]}{text[match.end() :]}"
    return text


LEFT_OUT = re.compile(
    r"(?<!\w)(?:không (?:tính|kể|bao gồm|gồm)|chưa (?:tính|kể)|ngoại trừ|loại trừ|trừ|excluding|except(?: for)?)(?!\w)"
)


def leaves_out_place(question: Question) -> bool:
    """Whether a place is asked to be left out: "phía Bắc, không tính Hà Nội"."""
    asked = f"{question.text} {question.asked}".lower()
    named = "|".join(re.escape(place.name.lower()) for place in question.places)
    left_out = rf"{LEFT_OUT.pattern}(?: riêng| cả| ra| đi| của| tỉnh| thành phố| tp\.?)* (?:{named})(?!\w)"
    return bool(named) and re.search(left_out, asked) is not None


_ALONE = re.compile(r"\b(?:alone|by itself)\b|\bonly (?:to|for|by)\b", re.IGNORECASE)


_HOST = (
    r"(?:hội nghị|hội thảo|cuộc họp|buổi họp|tọa đàm)(?: [^,.;?]{{0,40}})? (?:ở|tại|họp ở|tổ chức tại)"
    r"(?: (?:tỉnh|thành phố|tp\.?))? {}(?!\w)"
)
_PERSON_ASKED = re.compile(rf"(?<!\w)(?i:ông|bà|đồng chí) [{UPPER}]")


_MET_IN = (
    r"(?<!\w)(?:tại|ở|trong|theo) (?:hội nghị|hội thảo|cuộc họp|buổi họp)(?: [^,.;?]{{0,30}}?)?"
    r"(?: (?:ở|tại|họp ở|tổ chức tại))?(?: (?:tỉnh|thành phố|tp\.?))? {}(?!\w)"
)


def without_host(question: Question) -> Question:
    """What a person said at a meeting held in a province is asked of the person, not of that province.

    The number of one province told at a meeting in another is asked of the first: "của Đồng Tháp nêu ở hội nghị Vĩnh
    Long".
    """
    provinces = [place for place in question.places if place.level == "province"]
    if question.kind == "figure" and len(provinces) == len(question.places) == 2:
        hosts = [p for p in provinces if re.search(_MET_IN.format(re.escape(p.name)), question.text, re.I)]
        if len(hosts) == 1:
            return replace(question, places=tuple(place for place in provinces if place not in hosts))
    if question.kind not in ("passage", "list", "who") or _PERSON_ASKED.search(question.text) is None:
        return question
    kept = tuple(
        place
        for place in question.places
        if place.level == "region" or not re.search(_HOST.format(re.escape(place.name)), question.text, re.I)
    )
    return replace(question, places=kept)


def of_one_place(question: Question) -> Question:
    """ "How much of the northern budget went to Hanoi alone": asked of the province, not of its region too."""
    provinces = [place for place in question.places if place.level == "province"]
    if len(question.places) != 2 or len(provinces) != 1 or question.kind != "figure":
        return question
    name, text = provinces[0].name, question.text.lower()
    if LEFT_OUT.search(text) or len(re.findall(r"bao nhiêu|(?<!\w)mấy(?!\w)", text)) > 1:
        return question
    own = re.search(
        rf"(?:riêng|chỉ)(?: (?:của|cho|tỉnh|thành phố|tp\.?)){{0,2}} {re.escape(name)}", question.text, re.I
    )
    return replace(question, places=tuple(provinces)) if own or _ALONE.search(question.asked) else question
