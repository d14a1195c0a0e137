"""What a question names: places, periods, references, unit, kind and content words.

It reads one text by itself: what came before it in the talk, and whether the documents hold an
answer, is not its business.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from assistant.patterns import whole
from assistant.question_cues import asks_to_date, cue_kinds, kind_of, names_a_quantity, status_asked
from assistant.records import Language, QuestionKind
from assistant.shorthand import YEAR_WORD
from assistant.unit_asked import MUCH_MONEY, unit_asked, unit_asked_in_english
from assistant.wording import DATA, content_words, fold, has_diacritics, light_words
from documents.legal_references import LegalReference, read_references
from documents.letters import LOWER, UPPER
from documents.periods import find_period_mentions, is_year, read_periods, resolve_period
from documents.places import find_places, place_table
from documents.quantities import read_quantities
from documents.records import Period, Place, Quantity, Status

_UNIT_NAMED = re.compile(
    r"(?:bao nhiêu|mấy)(?: (?:trăm|chục|nghìn|ngàn))? (?:tiền|tỷ|tỉ|triệu|đồng|kinh phí|vốn)|"
    r"bao tiền|"
    rf"số tiền(?=.*(?:bao nhiêu|mấy))|{MUCH_MONEY}|"
    r"(?<!\w)(?:kinh phí|vốn|ngân sách|chi phí)"
    r"(?: (?!giảm|tăng|cắt|chiếm|đạt|hơn|thấp|cao|so |gấp|chênh|lệch|bằng|tỷ|tỉ|phần)[\w/-]+){0,10} là bao nhiêu|"
    r"(?<!\w)(?:kinh phí|vốn|chi phí)(?: tối thiểu| tối đa| hết| khoảng)? bao nhiêu"
)
_YES_NO = re.compile(
    r"(?:[^?]*[.!,] )?(?:can|may|could|should|must|do|does|did|is|are|was|were|has|have|will|would)\s", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+(?:[./,-][^\W_]+)*%?")

_SOURCE = re.compile(
    r"(?<!\w)theo (?:báo cáo|đánh giá|tổng kết|kết luận|bài(?: báo| viết)?|thông tin|số liệu|hội nghị)"
    r"(?: (?:báo cáo|đánh giá|tổng kết|kết luận|của|tại|ở|trong|hội nghị|bài báo|bài viết|này|nêu|công bố))*(?!\w)",
    re.IGNORECASE,
)
_SOURCE_BEHIND = re.compile(
    r"(?<!\w)trong (?:tin|bản tin|bài|mẩu tin)(?: báo| viết)?(?: về)? (?:hội nghị|cuộc họp)(?: khuyến công)?(?!\w)",
    re.IGNORECASE,
)
_SOURCE_FIRST = re.compile(
    r"^(?:trong )?(?:báo cáo|bài(?: báo| viết)?|nguồn tin)(?: (?:này|trên))? "
    r"(?=(?:năm \d{4} )?(?:chỉ ra|nêu|cho thấy|nói|ghi|đề cập))|"
    r"^(?:tại |ở |trong )?(?:hội nghị|cuộc họp)(?= (?:năm \d{4} |phía \w+ |miền \w+ |khuyến công |khu vực )*"
    r"(?:chỉ ra|nêu(?: ra)?|cho thấy|nhìn nhận|thừa nhận|đánh giá|kết luận)(?!\w))",
    re.IGNORECASE,
)
_AT_MEETING = re.compile(r"^(?:tại|ở|trong) (?:hội nghị|cuộc họp)(?: khuyến công)?(?= [^,?]{3,60}, )", re.IGNORECASE)
"""Where a question says it has its matter from, which is not what it asks: "theo báo cáo tại hội nghị"."""
_PAGE_OF = re.compile(
    r"(?<!\w)(?:trong|ở|tại|theo) bài (?:báo|viết)(?: (?:đăng|vào|đầu|giữa|cuối|ngày|tháng|năm))+ ?[\d/]+",
    re.IGNORECASE,
)
"""When the page was written that tells it, which is no period asked for: "trong bài báo đầu năm 2015"."""
_PUT_OFF = re.compile(r"(?:chuyển|hoãn|lùi|dời|gác)(?: lại)? sang(?: năm)?\s*$", re.IGNORECASE)
_CAPITALS = re.compile(
    rf"(?<!\w)[{UPPER}][{LOWER}]+"
    rf"(?:(?: [{UPPER}](?= [{UPPER}][{LOWER}]))? [{UPPER}][{LOWER}]*(?:['’][{LOWER}]+|[{LOWER}]))+"
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question read. ``text`` is Vietnamese with diacritics where that could be made out.

    ``unit`` is the base unit asked for ("" for any; only a guess unless ``unit_sure``), ``counted``
    the noun after "bao nhiêu" when it is not money or a share. ``words`` are content words without
    places, periods and numbers;
    ``foreign`` are English words the glossary does not hold, ``light`` the words that name no thing,
    ``stated`` the quantities that the question itself gives, which are no answer to it. ``within`` are
    the documents it names, ``aside`` those it may not be answered from; ``to_date`` says that it asks
    for the year so far, ``whole`` is the text with the story before the question, ``as_of`` is the date at
    which it wants the law, ``of_law`` that only the law will do.
    """

    asked: str
    text: str
    language: Language
    kind: QuestionKind
    places: tuple[Place, ...] = ()
    periods: tuple[Period, ...] = ()
    unit: str = ""
    counted: str = ""
    unit_sure: bool = True
    status: Status = "unknown"
    references: tuple[LegalReference, ...] = ()
    words: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    cues: frozenset[str] = frozenset()
    subject: str = ""
    unheld: tuple[LegalReference, ...] = ()
    light: frozenset[str] = frozenset()
    within: tuple[str, ...] = ()
    to_date: bool = False
    stated: tuple[Quantity, ...] = ()
    names: tuple[str, ...] = ()
    carried: frozenset[str] = frozenset()
    dated_before: bool = False
    whole: str = ""
    as_of: date | None = None
    of_law: bool = False
    aside: frozenset[str] = frozenset()


def places_in(text: str, exact: bool) -> list[tuple[Place, int, int]]:
    """Places of a text with their spans; unless ``exact``, runs of up to five words are looked up too."""
    found = list(find_places(text, loose=True))
    if exact or found:
        return found
    words = list(_WORD.finditer(text))
    at, results = 0, []
    while at < len(words):
        for size in range(min(5, len(words) - at), 1, -1):
            start, end = words[at].start(), words[at + size - 1].end()
            place = place_table().lookup(text[start:end])
            if place is not None:
                results.append((place, start, end))
                at += size - 1
                break
        at += 1
    return results


_CAPITAL_NEXT = re.compile(rf" [{UPPER}]")


def _districts_named(text: str, known: Sequence[tuple[Place, int, int]]) -> list[tuple[Place, int, int]]:
    """Districts of the one province that a text names, by their bare names: "Ninh Bình ..., Kim Sơn hơn Hoa Lư"."""
    provinces = {place for place, _, _ in known if place.level == "province"}
    if len(provinces) != 1:
        return []
    table, (home,) = place_table(), provinces
    found = []
    for district in table.districts.values():
        if table.province_of(district) != home or " " not in district.name or table.lookup(district.name) in provinces:
            continue
        for match in whole(district.name).finditer(text) if district.name in text else ():
            if _CAPITAL_NEXT.match(text, match.end()):
                continue
            named = _NAMED_BEFORE.search(text[: match.start()]) is None
            if named and not any(start < match.end() and match.start() < end for _, start, end in known):
                found.append((district, match.start(), match.end()))
    return found


def blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with each span replaced by a comma and spaces, so that offsets stay."""
    for start, end in spans:
        text = text[:start] + ("," + " " * (end - start))[: end - start] + text[end:]
    return text


def read_slots(plain: str, text: str, tongue: Language, accented: bool, foreign: tuple[str, ...]) -> Question:
    """The slots of one question: ``plain`` as typed, ``text`` written out, restored or translated.

    ``accented`` says that it was typed with diacritics; ``foreign`` are words that could not be translated.
    """
    references = tuple(read_references(text))
    masked = blank(text, [(reference.start, reference.end) for reference in references])
    places = places_in(YEAR_WORD.sub(lambda match: " " * len(match[0]), masked), exact=has_diacritics(text))
    if not accented and tongue == "vi":
        places += _places_typed(plain, places)
    places += _districts_named(masked, places)
    periods = _own_periods(_PAGE_OF.sub(lambda match: " " * len(match.group()), masked))
    bare = not accented and tongue == "vi"
    cues = cue_kinds(plain, folded=bare) | (cue_kinds(text, folded=False) if text != plain else frozenset())
    if tongue == "en" and "who" in cues and "figure" not in cue_kinds(plain, folded=False):
        cues -= {"figure"}
    if tongue == "en" and _YES_NO.match(plain):
        cues -= {"figure"} - cue_kinds(plain, folded=False)
    spans = [(_with_class(text, start), end) for _, start, end in places]
    spans += [(start, end) for _, start, end in periods]
    behind = _behind(text, spans)
    unit, counted = _unit(plain, text, behind, tongue)
    spans += [(reference.start, reference.end) for reference in references]
    if not cues & {"who", "when", "where", "which"}:
        spans += [match.span() for match in _AT_MEETING.finditer(text)]
    spans += [match.span() for pattern in (_SOURCE, _SOURCE_BEHIND, _SOURCE_FIRST) for match in pattern.finditer(text)]
    subject = " ".join(blank(text, spans).split())
    quantity = names_a_quantity(text) or names_a_quantity(behind)
    words = tuple(word for word in content_words(subject) if not word.replace("/", "").replace(" ", "").isdigit())
    placed = _innermost(list(dict.fromkeys(place for place, _, _ in places)), text)
    return Question(
        asked=plain,
        text=text,
        language=tongue,
        kind=kind_of(cues, references, quantity and not (tongue == "en" and _YES_NO.match(plain))),
        places=placed,
        periods=tuple(dict.fromkeys(period for period, _, _ in periods)),
        unit=unit,
        counted=counted,
        unit_sure=unit == "%" or _UNIT_NAMED.search(f"{plain} {text}") is not None,
        status=status_asked(f"{text} {plain}" if tongue == "en" else text),
        references=references,
        words=words,
        foreign=foreign,
        cues=cues,
        subject=subject,
        light=light_words(text, words) | frozenset(word for word in foreign if word.islower()),
        stated=_stated(plain if tongue == "vi" else text),
        to_date=asks_to_date(text),
        names=tuple(name for name in names_in(plain) if name not in {fold(place.name) for place, _, _ in places}),
        whole=text,
    )


def _unit(plain: str, text: str, behind: str, tongue: Language) -> tuple[str, str]:
    """The unit and the noun counted that a question asks for; one that opens with its place by what follows that."""
    if tongue == "en":
        return unit_asked_in_english(plain, text)
    asked = unit_asked(text)
    return asked if any(asked) else unit_asked(behind)


def _behind(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text behind the spans that open it: "vốn khuyến công ..." of "Hải Dương 2014-2018 vốn khuyến công ..."."""
    at = 0
    for start, end in sorted(spans):
        at = max(at, end) if not text[at:start].strip(" ,:;-–") else at
    return text[at:].lstrip(" ,:;-–")


def _stated(text: str) -> tuple[Quantity, ...]:
    """The quantities that a question gives itself; a bare year is none: "phía Bắc 2024 phân bổ bao nhiêu"."""
    dated = [(start, end) for _, start, end in read_periods(text)]
    cited = [(reference.start, reference.end) for reference in read_references(text)]
    return tuple(
        quantity
        for quantity in read_quantities(text)
        if not any(start <= quantity.start < end for start, end in cited)
        if not any(start <= quantity.start < end for start, end in dated) or "%" in quantity.text
    )


def _own_periods(text: str) -> list[tuple[Period, int, int]]:
    """The periods of a question with their spans; beside others not the one that something is put off to."""
    periods = list(read_periods(text))
    periods = [row for row in periods if _PUT_OFF.search(text[: row[1]]) is None] or periods
    return sorted([*periods, *_same_months(text, periods)], key=lambda row: row[1])


def _same_months(text: str, periods: Sequence[tuple[Period, int, int]]) -> list[tuple[Period, int, int]]:
    """The months of another year that a question sets its own against: "cùng kỳ 2023" behind "6 tháng đầu 2024"."""
    if len(periods) != 1 or is_year(periods[0][0]):
        return []
    same = [m for m in find_period_mentions(text) if m.kind == "same" and re.search(r"\d{4}", text[m.start : m.end])]
    read = [(resolve_period(m, None, base=periods[0][0]), m.start, m.end) for m in same]
    return [(period, start, end) for period, start, end in read if period is not None]


CLASS_CHARS = 40  # before a place's name, in which the word for its kind may stand
_NAMED_BEFORE = re.compile(
    rf"(?-i:[{UPPER}])\w* $|(?:xã|phường|thôn|làng|công ty|cơ sở|ông|bà|anh|chị) $", re.IGNORECASE
)
_CLASS = re.compile(
    r"(?<!\w)(?:(?:\d+|các|hai|ba|những) )?"
    r"(?:khối|khu vực|vùng|tỉnh,? thành(?: phố)?|tỉnh|thành phố|huyện|thị xã|quận)\s+(?:(?:các|thuộc|khu vực|vùng) )*$",
    re.IGNORECASE,
)


def _with_class(text: str, start: int) -> int:
    """Where a place's name begins with the word for its kind: "khu vực phía Bắc", "tỉnh Hải Dương"."""
    matched = _CLASS.search(text, max(0, start - CLASS_CHARS), start)
    return matched.start() if matched else start


_FRAMED = re.compile(
    r"\W*(?:trong|trên|thuộc|ở|tại) (?:toàn )?(?:vùng|khu vực|các tỉnh|địa bàn|miền|phía)[^,;:]{0,40}[,;:] ",
    re.IGNORECASE,
)


def _innermost(places: list[Place], text: str) -> tuple[Place, ...]:
    """The places without those that only tell where a district, or a part asked for by itself, lies."""
    if " riêng " in f" {text.lower()} ":
        inner = [place for place in places if place.level in ("province", "district")]
        places = inner or places
    districts = [place for place in places if place.level == "district"]
    table = place_table()
    held = re.search(r"(?<!\w)(?:trong|trên|thuộc)(?: \S+){0,9} (?:phía|miền|khu vực)(?!\w)", text.lower())
    places = [p for p in places if sum(other != p and other in table.predecessors(p) for other in places) < 2]
    venues = [place for place in places if _venue(place, text)]
    places = [place for place in places if place not in venues] or places
    inner = [place for place in places if place.level == "province"]
    if len(inner) == 1 and held and fold(inner[0].name) in fold(text[: held.start()]):
        places = inner
    framed = _FRAMED.match(text)
    if len(inner) == 1 and framed and fold(inner[0].name) in fold(text[framed.end() :]):
        again = fold(text[framed.end() :])  # "Trong vùng phía Nam, kế hoạch của Đồng Nai", unless its share is asked
        places = [p for p in places if p in inner or fold(p.name) not in fold(framed[0]) or fold(p.name) in again]
    return tuple(p for p in places if p.level != "province" or not any(table.contains(p, d) for d in districts))


def _venue(place: Place, text: str) -> bool:
    """Whether a place is where a conference was held, and not what it was about: "hội nghị phía Bắc ở Hà Nội"."""
    name = re.escape(place.name.removeprefix("TP. "))
    return (
        re.search(rf"hội nghị(?: [\w-]+){{1,9}} (?:ở|tại) (?:thành phố |tỉnh |TP\.? ?)?{name}(?!\w)", text) is not None
    )


@cache
def _body_words() -> frozenset[str]:
    """Folded words that open the names of bodies, offices and places."""
    return frozenset((DATA / "body_words.txt").read_text(encoding="utf-8").split())


_ENTERPRISE_BEFORE = re.compile(
    r"(?<!\w)(?:công ty|cty|dntn|hợp tác xã|htx|hộ kinh doanh|xưởng|cơ sở|cong ty|hop tac xa|co so)"
    r"(?: (?!ở|tại|của|trong|thuộc|tỉnh|huyện|xã|thành|phố|trên|địa|bàn|được|nào|gì|cho|từ|vùng|khu|miền|phía|các|và|"
    r"công|nghiệp|nông|thôn|cnnt|o|tai|cua|trong|thuoc|tinh(?! d[aầ]u)|huyen|xa|duoc|nao)[^\W\d]+){1,4} $",
    re.IGNORECASE,
)
"""What makes the name of a place behind it that of an enterprise: "công ty hạt điều Bình Sơn"."""


_KIND_BEFORE = re.compile(r"(?<!\w)(?:hợp tác xã|htx|công ty|dntn|cơ sở|xưởng|hộ kinh doanh) $", re.IGNORECASE)
"""What makes the first word of a name no body's, though it looks like one: "hợp tác xã Tâm Thành"."""
_ENTERPRISE_BEHIND = re.compile(
    r"(?:['’]s)? (?:[a-z-]+ ){0,3}"
    r"(?:company|cooperative|co-operative|workshop|enterprise|factory|household|business|firm)(?!\w)"
)
"""The same in English, where the kind of enterprise stands behind the name: "Thanh Tam coconut company"."""


_OWNER = re.compile(
    rf"(?<!\w)(?i:xưởng|cơ sở|lò|hộ|công ty|nhà|quán|tiệm)(?: (?!nào|gì)[^\W\d{UPPER}][^\W{UPPER}]*){{0,3}}? "
    rf"(?:của )?(?:nhà )?(?P<title>anh|chị|ông|bà|cô|chú|bác) (?P<name>[{UPPER}]\w+)(?!\w)(?! [{UPPER}])"
)
"""Whose workshop is asked of, by the first name: "xưởng cói chị Huệ"."""
_ASKING_EN = frozenset({"which", "what", "who", "whose", "how", "when", "where", "why", "does", "did", "is", "the"})


def _is_province(name: str) -> bool:
    return any(place.level == "province" for place, _, _ in find_places(name, loose=True))


def names_in(plain: str) -> tuple[str, ...]:
    """Names of persons and enterprises that a question gives in capitals, folded; bodies and places left out."""
    found = []
    for match in _CAPITALS.finditer(plain):
        words = re.sub(r"['’]s(?!\w)", "", match.group()).split()
        owned = _ENTERPRISE_BEFORE.search(plain[: match.start()]) is not None
        behind = _ENTERPRISE_BEHIND.match(plain[match.end() :]) is not None
        direct = _KIND_BEFORE.search(plain[: match.start()]) is not None
        while words and (
            words[0].lower() in _ASKING_EN
            or (not (behind or direct or (owned and len(words) == 2)) and fold(words[0]) in _body_words())
        ):
            words = words[1:]
        name = " ".join(words)
        owned = owned or (behind and not _is_province(name))
        if len(words) > 1 and (owned or not find_places(name, loose=True)):
            found.append(fold(name))
    owners = (fold(f"{match['title']} {match['name']}") for match in _OWNER.finditer(plain))
    return (*found, *(name for name in owners if not any(name.split()[-1] in one.split() for one in found)))


def _places_typed(plain: str, known: Sequence[tuple[Place, int, int]]) -> list[tuple[Place, int, int]]:
    """Places of a question typed without diacritics that its restoring lost: "mien nam", "nam dinh"."""
    found = {place for place, _, _ in known}
    typed = YEAR_WORD.sub(" ", plain)
    raw = [place for place, _, _ in places_in(typed, exact=False) if place.level in ("region", "province")]
    return [(place, 0, 0) for place in raw if place not in found]
