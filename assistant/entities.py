"""Short answers inside a sentence: a person or body, a date, a place, a document's number, a count.

Each is a stretch of the sentence as printed. Which one answers is told by how near it stands to
the question's words; what the question already names is no answer to it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer_forms import LASTING, asks
from assistant.bodies import BODY, serving_as
from assistant.citations import unit_head
from assistant.counts_told import PEOPLE, of_other_people, of_other_stage, said_at
from assistant.money_asked import is_rate, of_other_purse
from assistant.patterns import compiled, whole
from assistant.question_slots import Question
from assistant.wording import Wanted, fold, holds, listed_words, spread, strength, synonyms
from documents.legal_numbers import kind_of_number
from documents.letters import LOWER, UPPER
from documents.numbers import DIGIT_WORDS
from documents.places import find_places
from documents.quantities import read_quantities
from documents.validity_reading import cited_numbers
from index.tokens import spell_out

_NAME = (  # "A Thuần", "Y Blưm", "Giàng A Páo" too
    rf"(?:[{UPPER}][{LOWER}]+|[AYHK](?= [{UPPER}]))(?: [AYHK](?= [{UPPER}]))?(?: [{UPPER}][{LOWER}]+){{1,8}}"
)
_OFFICE = (
    r"(?:Phó |Thứ |Quyền )?(?:Bộ trưởng|Cục trưởng|Vụ trưởng|Giám đốc|Chủ tịch|Thủ tướng Chính phủ|Thủ tướng|trưởng|"
    r"Tổng Giám đốc|Chánh Văn phòng|Trưởng phòng|Bí thư|Chủ (?:cơ sở|doanh nghiệp|xưởng|hộ)(?! kinh doanh))"
)
_PERSON = re.compile(
    rf"(?:(?<![{UPPER}{LOWER}])(?:anh|chị)|(?:^|(?<=[.!?] ))(?:Anh|Chị)) "
    rf"(?:[{UPPER}][{LOWER}]+|[AYHK](?= [{UPPER}]))(?: [{UPPER}][{LOWER}]+){{0,4}}(?=[\s,.;:()–-]|$)|"
    r"\b(?:[Cc]on (?:gái|trai|dâu|rể)|[Vv]ợ|[Cc]hồng|[Ee]m (?:gái|trai)|[Cc]hị gái|[Aa]nh trai)"
    rf"(?: (?:lớn|cả|út|đầu|thứ))? (?=[{UPPER}][{LOWER}]+ ){_NAME}(?=[\s,.;:()–-]|$)|"
    rf"\b(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|{_OFFICE}(?: [^,.;:()–]{{2,80}}?)??(?: \([^()]{{2,60}}\))?) "
    rf"(?!Bộ |Sở |Cục |Vụ |Viện |Trung |Ủy |Chính |Công ){_NAME}(?=[\s,.;:()–-]|$)"
)
_DATE = re.compile(
    r"(?<![\d/])(?:(?:(?:[Cc]hiều|[Ss]áng|[Tt]ối)\s)?(?:[Nn]gày\s)?\d{1,2}(?:/|-)\d{1,2}(?:(?:/|-)\d{4})?|"
    r"[Nn]gày \d{1,2} tháng \d{1,2}(?: năm \d{4})?|tháng \d{1,2}(?:/| năm )\d{4}|"
    r"[Tt]háng \d{1,2} (?:vừa qua|vừa rồi|năm nay|năm ngoái|này|tới|sắp tới)(?!\w)|"
    r"(?:các )?năm \d{4}(?:(?:, | và | - )\d{4})*|"
    r"(?:[Tt]ừ )?(?:[Đđ]ầu|[Gg]iữa|[Cc]uối) tháng \d{1,2}(?:/\d{4}| năm \d{4})?"
    r"(?: (?:đến|tới) (?:hết |đầu |giữa |cuối )?tháng \d{1,2}(?:/\d{4}| năm \d{4})?)?|"
    r"[Qq]uý (?:[IVX]{1,3}|[1-4])(?!\w)(?:(?:/| năm |[-–])\d{4})?|"
    r"giai đoạn (?:từ năm )?\d{4}\s?[-–]\s?\d{4})(?![\d/])"
)
_NUMBERED = re.compile(
    r"(?:Nghị định|Thông tư liên tịch|Thông tư|Quyết định|Luật|Nghị quyết|Chỉ thị|Công văn|Kế hoạch)"
    r"(?: số)? \d+/(?:\d{4}/)?[A-ZĐ][\wĐ]*(?:-[\wĐ]+)*(?:(?:,)? ngày \d{1,2}(?:/| tháng )\d{1,2}(?:/| năm )\d{4})?"
)


_BODY_HEAD = re.compile(
    r"(?<!\w)(?<!cơ )(?:Bộ|Sở|Cục|Trung tâm|Ủy ban nhân dân|Hội đồng nhân dân|Hiệp hội)(?!\w)", re.IGNORECASE
)
OF_PART = 0.5  # how much of what another part of the sentence tells an entity's own must tell; set by hand
TITLE_CHARS = 80  # about a person's name, in which the office may stand
_OFFICE_PHRASE = re.compile(rf"{_OFFICE}(?: (?:[{UPPER}]\w*|tâm|địa phương|tỉnh|thành phố|nhân dân|-|\([^)]*\)))*")
_ASKS_HOLDER = re.compile(
    rf"{_OFFICE}.*(?:là (?:ai|ông nào|bà nào|người nào|vị nào)|tên(?! (?:mới|gọi)))|{_OFFICE}(?: [^,.?]{{2,40}})? nào|"
    rf"[Aa]i (?:đang |đã |từng )?(?:làm|đảm nhiệm|đương|giữ|nắm) (?:chức |ghế |cương vị |vị trí )*{_OFFICE}|"
    r"[Aa]i (?:đang |hiện |hiện nay )?(?:là (?!người)|giữ chức)|tên là gì|(?:người đứng đầu|lãnh đạo) .{2,60}là ai|"
    r"(?:người|vị) (?:phụ trách|đứng đầu|lãnh đạo|điều hành) [^,.;?]{2,80} (?:tên|là ai)(?!\w)|"
    r"ai (?:là )?(?:người )?đứng đầu|[Ww]ho (?:was |is )?(?:head(?:s|ed|ing)|lead(?:s|ing)|led|runs|running)|"
    rf"^(?:tên (?:của )?)?{_OFFICE} [^,.;?]{{2,60}}\??$|"
    r"[Ww]ho(?:'s| is| was) (?:the )?(?:current )?(?:deputy )?(?:director|minister|chair|head|president)|"
    r"name of the (?:deputy )?(?:owner|director|minister|chair|head|president)",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?<!\d)\d{1,2}[/-]\d{1,2}(?!\d)|ngày")
_ASKS_OFFICE = re.compile(r"chức vụ|chức danh|giữ chức|làm gì", re.IGNORECASE)
_WHO_HOLDS = re.compile(
    r"(?<!\w)ai (?:đang |đã |sẽ |hiện )?(?:giữ|đảm nhiệm|đảm nhận|nắm) (?:chức|cương vị)(?!\w)", re.IGNORECASE
)
"""Whoever holds an office that the question names, which asks for no office: "ai giữ chức vụ Cục trưởng"."""
_HELD_NAME = re.compile(
    rf"(?<!Bộ )(?<!Sở )(?<!Cục )(?<!Chính )\b(?!Bộ |Sở |Cục |Công |Chủ |Ủy |Trung |Thủ |Phó |Giám )({_NAME})$"
)


_TEXT_ASKED = re.compile(
    r"(?<!\w)(nghị định|thông tư|quyết định|luật|nghị quyết|chỉ thị|công văn) "
    r"(?:nào|gì|số (?:mấy|nào|bao nhiêu|gì))(?!\w)"
)
_WIDE_PLACE = re.compile(r"\b(?:(?:khu vực|vùng|miền|khu vuc|vung|mien) (?:nào|nao)|phạm vi|pham vi|which region)\b")

_NUMBER_WORDS = "|".join((*DIGIT_WORDS, "mười"))


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of a sentence (offsets in it) that may be the short answer."""

    text: str
    start: int
    end: int


def entities(kind: str, sentence: str, question: Question) -> list[Entity]:
    """Every stretch of the sentence that is of the kind asked for and not named in the question."""
    found = [Entity(sentence[start:end], start, end) for start, end in _spans(kind, sentence, question)]
    if kind == "who" and (_deputy_only(sentence, question) or _office_lacking(sentence, question)):
        return []
    if kind == "who" and asks_holder(question):
        found = [entity for entity in found if _of_body(entity, sentence, question)]
    return [entity for entity in found if _says_more(kind, entity.text, question)]


def _of_body(entity: Entity, sentence: str, question: Question) -> bool:
    """Whether the kind of body whose office is asked for (Sở, Cục, Trung tâm) stands beside the one who holds it."""
    asked = _BODY_HEAD.search(spell_out(question.text))
    if asked is None:
        return True
    head = asked.group()[0].upper() + asked.group()[1:].lower()
    beside = spell_out(sentence[max(0, entity.start - TITLE_CHARS) : entity.end + TITLE_CHARS])
    return (
        re.search(rf"(?<!\w)(?:{head}|{head.upper()})(?!\w)", beside, re.IGNORECASE if " " in head else 0) is not None
    )


def _office_lacking(sentence: str, question: Question) -> bool:
    """Whether the holder of an office is asked for and the sentence does not name that office."""
    office = re.search(_OFFICE, question.text, re.IGNORECASE)
    if office is None or not (asks_holder(question) or question.language == "en"):
        return False
    return office.group().strip().lower() not in sentence.lower()


def _deputy_only(sentence: str, question: Question) -> bool:
    """Whether the sentence knows the office asked for only as a deputy's: Phó Giám đốc for Giám đốc."""
    own = question.asked if question.carried and re.search(_OFFICE, question.asked, re.IGNORECASE) else question.text
    office = re.search(_OFFICE, own, re.IGNORECASE)
    if office is None or re.search(r"\b(?:phó|thứ)\b", own, re.IGNORECASE):
        return False
    name = re.escape(office.group().strip())
    return not re.search(rf"(?<!phó )(?<!thứ ){name}", sentence, re.IGNORECASE) and bool(
        re.search(rf"(?:phó|thứ) {name}", sentence, re.IGNORECASE)
    )


def _says_more(kind: str, text: str, question: Question) -> bool:
    """Whether an entity tells what the question does not: not its own title, number or place back."""
    asked = spread(question.text)
    if not spread(text).strip() or spread(text) in asked:
        return False
    if kind == "which":
        return not any(r.number and r.number.lower() in text.lower() for r in question.references)
    if kind == "who" and _ASKS_HOLDER.search(f"{question.text} {question.asked}"):
        known = set(asked.split())
        if names_office(question) and BODY.fullmatch(text) and re.match(_OFFICE, text):
            return True  # the holder of one office who serves in another: "do Phó Giám đốc Sở ... làm Chủ tịch"
        named = any(not set(spread(name).split()) <= known for name in _HELD_NAME.findall(text))
        return named or asks_office(question)
    return True


def _spans(kind: str, sentence: str, question: Question) -> list[tuple[int, int]]:
    if kind == "who" and asks_office(question):
        return [_trimmed(sentence, match.span(), question) for match in _OFFICE_PHRASE.finditer(sentence)]
    if kind == "who" and (holders := [match.span(1) for match in _HOLDER_CELL.finditer(sentence)]):
        return holders
    if kind == "who":
        people = [match.span() for match in _PERSON.finditer(sentence)]
        bodies = [m.span() for m in BODY.finditer(sentence) if not any(s <= m.start() < e for s, e in people)]
        held = question.language == "en" and re.search(_OFFICE, question.text, re.IGNORECASE) is not None
        if held and people:
            return people  # "who is the director of ...": the name, not the office
        if _WANTS_PERSON.search(question.text.lower()):
            return people or [match.span() for match in _OFFICE_PHRASE.finditer(sentence)]
        if (
            asks(question, "signer")
            or asks(question, "representative")
            or (asks_holder(question) and names_office(question))
        ):
            asked = re.search(_OFFICE, question.text, re.IGNORECASE)
            return people or (serving_as(asked.group(), sentence) if asked is not None else [])
        wants_body = re.search(
            r"cơ quan|đơn vị|bộ nào|cục nào|sở nào|tổ chức|agency|body|ministry|authority", question.text
        )
        return bodies or people if wants_body else people + bodies
    if kind == "when":
        dates = [match.span() for match in _DATE.finditer(sentence) if not _MEASURE.search(sentence[: match.start()])]
        dates = [_with_limit(sentence, span) for span in dates]
        wants_day = asks(question, "day") or re.search(r"\b(?:ngày|day)\b", question.text) is not None
        days = [(start, end) for start, end in dates if _DAY.search(sentence[start:end])]
        return days if wants_day else dates
    if kind == "where":
        wide = _WIDE_PLACE.search(question.asked.lower()) is not None
        known = [(s, e) for place, s, e in find_places(sentence) if wide or place.level not in ("country", "region")]
        communes = [match.span() for match in _COMMUNE.finditer(sentence)]
        places = sorted(communes + [(s, e) for s, e in known if not any(a <= s < b for a, b in communes)])
        return places or _named_after(sentence, question) or [match.span(1) for match in _AT_NAME.finditer(sentence)]
    if kind == "which":
        named = _TEXT_ASKED.search(question.text.lower())
        found = list(_NUMBERED.finditer(sentence))
        spans = [m.span() for m in found if named is None or m.group().lower().startswith(named[1])]
        return spans or _bare_numbers(sentence, named[1] if named else "")
    if kind == "figure":
        return _counts(sentence, question)
    return []


_HOLDER_CELL = re.compile(
    r"(?:^|\| )(?:Tên )?(?:[Đđ]ơn vị|[Cc]ơ sở|[Dd]oanh nghiệp|[Tt]ổ chức|[Cc]hủ đề án|[Cc]hủ đầu tư)[^|:]{0,30}: "
    r"([^|]+?)(?= \||$)"
)
"""The cell of a row that names who got or did it: "Đơn vị thụ hưởng: Hộ kinh doanh Nguyễn Thị Bích Liên"."""


def _named_after(sentence: str, question: Question) -> list[tuple[int, int]]:
    """Names that stand right behind a craft or product the question asks the place of: "gốm Bát Tràng"."""
    things = [word for word in question.words if word not in question.light and word in listed_words("craft_words.txt")]
    named = [match for word in things for match in re.finditer(rf"(?<!\w){re.escape(word)} ({_NAME})", sentence)]
    return sorted(match.span(1) for match in named)


def _bare_numbers(sentence: str, kind: str) -> list[tuple[int, int]]:
    """Official numbers without the word for their kind, as tables print them, that are of the kind asked for."""
    found = [(number, sentence.find(number)) for number in cited_numbers(sentence)]
    of_kind = [(number, at) for number, at in found if kind and kind_of_number(number).lower().startswith(kind)]
    return [(at, at + len(number)) for number, at in of_kind if at >= 0]


_WANTS_PERSON = re.compile(r"(?<!\w)(?:lãnh đạo|(?<!đơn )vị|cán bộ|chuyên gia) nào(?!\w)")
_COMMUNE = re.compile(
    rf"(?:[Xx]ã|[Pp]hường|[Đđ]ặc khu|[Tt]hị trấn) [{UPPER}][\w'-]*(?: (?:[{UPPER}][\w'-]*|\d+(?![\w%.,]))){{0,3}}"
)
"""The places that no table lists whole: communes and wards by their names."""
_SPOT = rf"[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]*){{1,3}}"
_SPOT_KIND = r"(?:cửa khẩu|khu du lịch|khu|chợ|làng nghề|làng|thôn|bản|ấp|buôn|đường|phố|quảng trường|bến|cảng)"
_AT_NAME = re.compile(
    rf"(?<!\w)(?:tại|ở) ((?:{_SPOT_KIND} )?"
    r"(?!(?:Bộ|Sở|Cục|Trung|Công|Ủy|Hội|Nghị|Thông|Quyết|Điều|Phòng|Nhà|Tổng|Ban|Văn|Viện|Trường|Chi|Hợp|Cơ|Doanh) )"
    rf"{_SPOT}(?:(?:, | và )(?:{_SPOT_KIND} )?{_SPOT})*)"
    r"(?=[.,;:)]|$| (?:trong|vào|để|với|cho|năm|ngày|tháng|từ|do|và|là|có|được|đã|sẽ|nhằm|theo)(?!\w))"
)
"""Spots that no table lists, behind the word that says where: "tại Măng Đen và cửa khẩu Bờ Y"."""
_MEASURE = re.compile(r"(?:so với|so cùng|cùng kỳ|bằng|hơn|kém)(?: (?:thực hiện|kế hoạch|mức|số|cùng kỳ|của)){0,3} $")
"""What makes a year one that others are only measured by: "giảm 12,2% so với năm 2019"."""
_LIMIT = re.compile(r"(?:trước|chậm nhất(?: là| vào)?|muộn nhất(?: là| vào)?)\s$", re.IGNORECASE)


def _with_limit(sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A date with the word that makes it a limit: "trước ngày 15 tháng 6" is not that day."""
    found = _LIMIT.search(sentence[: span[0]])
    return (found.start(), span[1]) if found is not None else span


def persons(sentence: str) -> list[str]:
    """The persons that a sentence names, each with the title or office before the name, in order."""
    return [match.group() for match in _PERSON.finditer(sentence)]


def asks_holder(question: Question) -> bool:
    """Whether the holder of an office is asked: "Giám đốc Sở ... là ai?"."""
    if re.search(r"mang tên|tên gọi|đổi tên", question.text):
        return False
    held = any(form.search(f"{question.text} {question.asked}") for form in (_ASKS_HOLDER, _WHO_HOLDS))
    return held and not asks_office(question)


def names_office(question: Question) -> bool:
    """Whether the question names an office that somebody holds: Giám đốc, Thứ trưởng."""
    return re.search(_OFFICE, question.text, re.IGNORECASE) is not None


def asks_office(question: Question) -> bool:
    """Whether a named person's office is asked: "Ông A giữ chức vụ gì?", "Nguyễn Văn A là ai?"."""
    office = re.search(_OFFICE, question.text, re.IGNORECASE)
    names_person = re.search(rf"{_NAME} là ai", question.text) and not office
    if _WHO_HOLDS.search(question.text) is not None:
        return False
    return bool(names_person) or _ASKS_OFFICE.search(question.text) is not None


def _trimmed(sentence: str, span: tuple[int, int], question: Question) -> tuple[int, int]:
    """An office's span without the name that follows it, where the question already says the name."""
    start, end = span
    words = sentence[start:end].split(" ")
    while len(words) > 1 and holds(spread(question.text), spread(words[-1]).strip()):
        words.pop()
    return start, start + len(" ".join(words))


def _counts(sentence: str, question: Question) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    likely: list[tuple[int, int]] = []
    shares: list[tuple[int, int]] = []
    for quantity in read_quantities(sentence):
        if question.counted and strength(spread(quantity.unit), question.counted) < 0.9:
            following = spread(sentence[quantity.start : quantity.end + 40])
            if not re.match(rf" \S+ {re.escape(question.counted)} ", following):
                continue
        elif question.unit and question.unit_sure and not quantity.unit.startswith(question.unit):
            continue
        said = said_at(sentence, quantity.start, quantity.end)
        if is_rate(question, quantity.unit) or of_other_people(question, said) or of_other_stage(question, said):
            continue
        if " | " not in sentence and of_other_purse(question, said):
            continue
        spans.append((quantity.start, quantity.end))
        guessed = question.unit and not question.unit_sure and quantity.unit.startswith(question.unit)
        likely += [spans[-1]] if guessed else []
        shares += [spans[-1]] if quantity.unit == "%" else []
    if likely:
        return likely
    if question.unit == "đồng" and not (question.unit_sure or question.counted):
        return shares  # a count or a length of time is no sum of money
    if question.counted in PEOPLE and not spans:
        people = [(q.start, q.end) for q in read_quantities(sentence) if unit_head(q.unit) in PEOPLE]
        return [span for span in people if not of_other_people(question, said_at(sentence, *span))]
    if question.counted and not spans:
        spans = [match.span() for match in re.finditer(_count_of(question.counted), sentence, re.IGNORECASE)]
    return spans


def _count_of(noun: str) -> str:
    """A count of a thing in digits or words, by any of its names ("ba loại"); of a time also which: "năm thứ ba"."""
    names = "|".join(map(re.escape, (noun, *synonyms(noun))))
    counted = rf"\b(?:\d+|{_NUMBER_WORDS})\s+(?:{names})\b"
    which = rf"\b{re.escape(noun)} thứ (?:\d+|{_NUMBER_WORDS}|nhất|hai|tư)\b"
    return f"{counted}|{which}" if noun in LASTING else counted


def in_part_asked(found: Sequence[Entity], sentence: str, wanted: Wanted) -> list[Entity]:
    """The entities of a sentence without those in a part of it, between semicolons, that another tells more of."""
    starts = [0, *(match.end() for match in re.finditer(";", sentence))]
    ends = [*starts[1:], len(sentence)]
    parts = [spread(sentence[start:end]) for start, end in zip(starts, ends, strict=True)]
    pairs = list(zip(wanted.words, wanted.weights, strict=True))
    told = [sum(weight * strength(part, word) for word, weight in pairs) for part in parts]
    near = [start for start, weight in zip(starts, told, strict=True) if weight >= OF_PART * max(told)]
    return [entity for entity in found if max(start for start in starts if start <= entity.start) in near]


_JOINED = re.compile(r"\s*(?:,|;|và|, và)\s*(?:(?:các )?(?:tỉnh|thành phố|huyện|thị xã|xã)\s+|TP\.?\s*)?")
MANY = 3  # places told one after the other that are a list without "và" too


def with_others(entity: Entity, found: Sequence[Entity], sentence: str) -> Entity:
    """A place with those told in one list with it: "Thừa Thiên – Huế, TP. Hồ Chí Minh và Phú Thọ"."""
    chains: list[list[Entity]] = []
    for one in sorted(found, key=lambda one: one.start):
        joined = chains and _JOINED.fullmatch(sentence[chains[-1][-1].end : one.start])
        if joined:
            chains[-1].append(one)
        else:
            chains.append([one])
    chain = next((chain for chain in chains if entity in chain), [entity])
    start, end = chain[0].start, chain[-1].end
    listed = len(chain) >= MANY or (len(chain) > 1 and "và" in sentence[chain[-2].end : chain[-1].start])
    return Entity(sentence[start:end], start, end) if listed else entity


OTHER_WORD = 0.7  # what a word counts that stands for the one asked for
BEFORE, APART = 1.3, 2.0  # how much farther a word counts behind an entity, and with "và" between
_NEXT_CLAUSE = re.compile(r"[;,] | và | còn ")


def nearest(
    found: Sequence[Entity], sentence: str, wanted: Wanted, wanted_numbers: Sequence[str] = ()
) -> Entity | None:
    """The entity that stands nearest to the wanted words, heavier words pulling more; None when there is none."""
    if not found:
        return None
    lowered = spell_out(sentence).lower() if len(spell_out(sentence)) == len(sentence) else sentence.lower()
    marks = [(match.end(), 3.0) for part in wanted_numbers for match in re.finditer(re.escape(part), sentence)]
    for word, weight in zip(wanted.words, wanted.weights, strict=True):
        marks += [(match.start(), weight) for match in whole(word).finditer(lowered)]
        if not whole(word).search(lowered):
            marks += [
                (match.start(), OTHER_WORD * weight) for way in synonyms(word) for match in whole(way).finditer(lowered)
            ]
        if not marks:
            marks += [(m.start(), weight * 0.5) for m in compiled(re.escape(fold(word))).finditer(fold(sentence))]

    def pull(entity: Entity) -> float:
        total = 0.0
        for position, weight in marks:
            gap = entity.start - position if position < entity.start else BEFORE * max(0, position - entity.end)
            if position > entity.end and _NEXT_CLAUSE.search(sentence[entity.end : position]):
                gap *= APART  # "15 ngày làm việc và thời hạn trả lời là 10 ngày"
            total += weight / (12 + gap)
        return total

    return max(found, key=lambda entity: (pull(entity), -entity.start))
