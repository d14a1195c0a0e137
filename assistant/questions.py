"""A question as typed, read: checked, written out, translated, its slots filled, the talk carried over.

It reads the question only; whether the documents hold an answer is not its business.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

from assistant.as_of import AsOf, read_as_of
from assistant.english import language_of, translate
from assistant.follow_ups import carry_over, put_in_full, set_off_opener
from assistant.question_slots import Question, places_in, read_slots
from assistant.records import BadQuestion, Language, Talk
from assistant.shorthand import mark_years, put_digits, until_meeting, without_courtesy, without_preamble, write_out
from assistant.wording import fold, has_diacritics
from documents.letters import LOWER, UPPER
from documents.places import place_table
from index.spelling import one_edit
from index.tokens import spell_out

MAX_QUESTION_CHARS = 2_000
BARE_CORE = 2  # words up to which the core of a question leans on the story before it


def check_question(text: str) -> str:
    """The question in NFC with spaces normalised; BadQuestion when it is empty or too long."""
    if len(text) > MAX_QUESTION_CHARS:
        length, limit = (f"{number:,}".replace(",", ".") for number in (len(text), MAX_QUESTION_CHARS))
        raise BadQuestion(f"Câu hỏi dài {length} ký tự, quá giới hạn {limit} ký tự; xin rút gọn.")
    plain = "".join(
        " " if unicodedata.category(c) in ("Cc", "Zs") else c
        for c in text
        if c not in "\u200b\ufeff\u00ad" and unicodedata.category(c) != "Cs"
    )
    plain = unicodedata.normalize("NFC", " ".join(plain.split()))
    if not any(c.isalnum() for c in plain):
        raise BadQuestion("Câu hỏi trống; xin nhập câu hỏi.")
    return plain


def read_question(
    asked: str,
    talk: Talk | None = None,
    restore: Callable[[str], str] | None = None,
    language: Language | None = None,
    as_of: date | None = None,
) -> Question:
    """The question read; ``restore`` puts diacritics back and mends typing errors.

    With ``talk``, a follow-up ("Còn năm 2023?") takes over what it does not name itself.
    ``as_of`` is the date at which the law is wanted where the question names none; "hiện hành" is that
    date too. Raises BadQuestion for an empty or overlong question.
    """
    plain = check_question(asked)
    tongue = language_of(plain)
    foreign: tuple[str, ...] = ()
    today = as_of or date.today()
    text = plain
    dated: AsOf | None = None
    if tongue == "en":
        dated = read_as_of(plain, today, english=True)
        plain = dated.rest if dated else plain
        text, foreign = translate(_with_places(plain), restore)
    accented = has_diacritics(plain)
    if tongue == "vi":
        plain = write_out(plain)
        text = _with_provinces(_with_marks(plain)) if accented else plain
        text = _count_first(text, restore(text)) if restore is not None else text
        text = text if accented else _MACHINES.sub("máy ", mark_years(text))
        dated = read_as_of(text, today)
        text = dated.rest if dated else text
        text = set_off_opener(put_digits(text)) if talk is not None and talk.question else put_digits(text)
    text = until_meeting(without_courtesy(spell_out(text)) or text)
    if talk is not None and tongue == "vi":
        text = put_in_full(text, talk)
    question = read_slots(plain, text, tongue, accented, foreign)
    core = without_preamble(text)
    if core != text:
        question = _narrowed(question, read_slots(plain, core, tongue, accented, foreign))
    question = replace(question, asked=check_question(asked))
    question = _of_one_place(question)
    if dated is not None:
        question = replace(question, as_of=dated.day, of_law=dated.of_law)
    if talk is not None and talk.question:
        question = carry_over(question, talk)
    question = replace(question, as_of=question.as_of or as_of)
    return question if language is None else replace(question, language=language)


_RUN_TOGETHER = re.compile(r"(?<!\w)[A-Z][a-z]{4,}(?!\w)")


@cache
def _written_apart() -> dict[str, str]:
    """Names of provinces as English writes them, in one word: "hanoi", "danang"."""
    names = [place.name for place in place_table().provinces.values()]
    return {re.sub(r"\W+", "", fold(name).lower()): name for name in names}


def _with_places(text: str) -> str:
    """An English question with the places it names spelled as in Vietnamese."""
    text = _RUN_TOGETHER.sub(lambda found: _written_apart().get(found[0].lower(), found[0]), text)
    for place, start, end in sorted(places_in(text, exact=False), key=lambda row: -row[1]):
        text = f"{text[:start]} \u27e6{place.name}\u27e7 {text[end:]}"
    return text


def _with_marks(text: str) -> str:
    """A question with the provinces whose marks are typed wrong spelled right: "Đà Nẳng", "Quãng Nam"."""
    for place, start, end in sorted(places_in(text, exact=True), key=lambda row: -row[1]):
        typed = text[start:end]
        if _OF_ENTERPRISE.search(text[:start]):
            continue  # "HTX Mật ong Thanh Hòa" is no province
        if typed != place.name and fold(typed) == fold(place.name) and typed.istitle():
            text = f"{text[:start]}{place.name}{text[end:]}"
    return text


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


def _with_provinces(text: str) -> str:
    """A question with a province's name that is one letter off spelled right: "Quảng Nan"; names of people stay."""
    for match in reversed(list(_TWO_CAPITALS.finditer(text))):
        typed, before = fold(match[0]).lower(), text[: match.start()]
        if typed in _known_folded() or _OF_ENTERPRISE.search(before) or _NAME_BEFORE.search(before):
            continue
        meant = [name for folded, name in _provinces_folded().items() if one_edit(typed, folded)]
        if len(meant) == 1:
            text = f"{before}{meant[0]}{text[match.end() :]}"
    return text


_MACHINES = re.compile(r"(?<!\w)mấy (?=mới|móc|tiên tiến|hiện đại)")
"""Machines, which "may moi" typed without marks also are."""
_OF_ENTERPRISE = re.compile(
    r"(?:HTX|DNTN|[Hh]ợp tác xã|[Cc]ông ty|[Dd]oanh nghiệp|[Cc]ơ sở|[Xx]ưởng|[Hh]ộ|[Xx]ã|[Pp]hường|[Tt]hôn)"
    r"(?: (?!ở |tại |của )\S+){0,4} $"
)
_OFFICES = r"công thương|tài chính|kế hoạch|nội vụ|nông nghiệp|khoa học|xây dựng|lao động|ban|ngành|hữu|này|đó|nào"


def _count_first(typed: str, restored: str) -> str:
    """ "so cong tac vien ..." opens with "số": "sở" only before the name of an office."""
    if typed.lower().startswith("tien ") and restored.lower().startswith("tiên "):
        return f"{typed[:1]}iền{restored[4:]}"
    if not typed.lower().startswith("so "):
        return restored
    return re.sub(rf"^sở (?!{_OFFICES})", "số ", restored, count=1, flags=re.IGNORECASE)


_WITHOUT = re.compile(r"(?<!\w)(?:không (?:tính|kể)|chưa (?:tính|kể)|trừ|ngoại trừ|ngoài)(?!\w)")
_ALONE = re.compile(r"\b(?:alone|by itself)\b|\bonly (?:to|for|by)\b", re.IGNORECASE)


def _of_one_place(question: Question) -> Question:
    """ "How much of the northern budget went to Hanoi alone": asked of the province, not of its region too."""
    provinces = [place for place in question.places if place.level == "province"]
    if len(question.places) != 2 or len(provinces) != 1 or question.kind != "figure":
        return question
    name, text = provinces[0].name, question.text.lower()
    if _WITHOUT.search(text) or len(re.findall(r"bao nhiêu|(?<!\w)mấy(?!\w)", text)) > 1:
        return question
    own = re.search(
        rf"(?:riêng|chỉ)(?: (?:của|cho|tỉnh|thành phố|tp\.?)){{0,2}} {re.escape(name)}", question.text, re.I
    )
    return replace(question, places=tuple(provinces)) if own or _ALONE.search(question.asked) else question


_AS_TOLD = re.compile(r"(?<!\w)(?:như (?:vậy|thế|trên)|(?:số|khoản|đợt|kỳ|lần) (?:đó|ấy|này))(?!\w)")


_ENTERPRISE_TOLD = re.compile(
    rf"(?:cơ sở|công ty|hợp tác xã|htx|doanh nghiệp|xưởng|dntn)(?!\w)[^,.;?]{{0,40}}? "
    rf"(?-i:[{UPPER}][{LOWER}]+ [{UPPER}][{LOWER}]+)",
    re.IGNORECASE,
)
"""An enterprise that the story before a question names: "Cơ sở làm phở khô Thanh Bình ..."."""


def _narrowed(whole: Question, core: Question) -> Question:
    """The core of a question, with the places and periods that only its story names.

    A core that names next to nothing ("làm cả ba kỳ như vậy thì hết bao nhiêu tiền") asks of what the story tells.
    """
    told = _ENTERPRISE_TOLD.search(whole.text)
    leans = _AS_TOLD.search(core.text.lower()) is not None or (bool(whole.names) and not core.names)
    leans = leans or (told is not None and told[0] not in core.text)
    if leans and len(core.words) <= BARE_CORE < len(whole.words):
        light = whole.light | core.light
        core = replace(core, text=whole.text, subject=whole.subject, words=whole.words, light=light, names=whole.names)
    return replace(
        core,
        places=core.places or whole.places,
        periods=core.periods or whole.periods,
        references=core.references or whole.references,
        stated=whole.stated,
        whole=whole.whole,
    )
