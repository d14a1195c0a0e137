"""A question as typed, read: checked, written out, translated, its slots filled, the talk carried over.

It reads the question only; whether the documents hold an answer is not its business.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from assistant.as_of import AsOf, read_as_of
from assistant.english import language_of, translate, with_english_terms
from assistant.follow_ups import asks_if_it_stands, carry_over, put_in_full, set_off_opener
from assistant.person_names import with_person_names
from assistant.places_asked import (
    mended_around_places,
    of_one_place,
    with_english_places,
    with_funds_of_provinces,
    with_place_marks,
    with_provinces_marked,
    with_provinces_mended,
    with_regions_heard,
    without_host,
)
from assistant.preambles import asked_of_story, without_courtesy, without_preamble
from assistant.question_slots import Question, read_slots
from assistant.records import BadQuestion, Language, Talk
from assistant.shorthand import mark_years, put_digits, until_meeting, write_out
from assistant.spoken import told_one_by_one
from assistant.terms import of_term_asked
from assistant.wording import content_words, demanding_words, has_diacritics, listed_words
from documents.letters import LOWER, UPPER
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
    heard: Callable[[Sequence[str]], None] | None = None,
) -> Question:
    """The question read; ``restore`` puts diacritics back and mends typing errors.

    ``heard`` is told what will be searched for as soon as it is known: mostly it stays so.

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
        text, foreign = translate(with_english_places(plain), restore)
    accented = has_diacritics(plain)
    if tongue == "vi":
        plain, text = _read_vietnamese(plain, restore)
        dated = read_as_of(text, today)
        text = dated.rest if dated else text
        text = set_off_opener(put_digits(text)) if talk is not None and talk.question else put_digits(text)
    text = until_meeting(without_courtesy(spell_out(text)) or text)
    of_text_told = talk is not None and tongue == "vi" and asks_if_it_stands(text, talk)
    if talk is not None and tongue == "vi":
        text = put_in_full(text, talk)
    core = without_preamble(text)
    if heard is not None:
        heard([f"{core} {plain}" if foreign else core])
    question = read_slots(plain, text, tongue, accented, foreign)
    if core != text:
        said = core if accented and tongue == "vi" else plain
        read = read_slots(said, core, tongue, accented, foreign)
        told = bool(read.cues) or _ASKS.search(core) is not None
        question = _narrowed(question, read if told else read_slots(plain, core, tongue, accented, foreign))
    elif tongue == "vi" and (last := asked_of_story(text)):
        question = _asking_as(question, read_slots(last, last, tongue, accented, foreign))
    question = replace(question, asked=check_question(asked))
    question = without_host(of_one_place(question))
    if dated is not None:
        question = replace(question, as_of=dated.day, of_law=dated.of_law)
    if talk is not None and talk.question and not of_text_told:
        question = carry_over(question, talk)
    if question.references and _SAID_TO_START.search(question.text):
        question = replace(question, periods=(), kind="when")
    question = of_term_asked(replace(question, as_of=question.as_of or as_of))
    return question if language is None else replace(question, language=language)


def _read_vietnamese(plain: str, restore: Callable[[str], str] | None) -> tuple[str, str]:
    """A Vietnamese question as typed, its shorthand written out, and as meant: with marks, its errors mended."""
    accented = has_diacritics(plain)
    plain = told_one_by_one(plain)
    plain = write_out(without_courtesy(plain) or plain)
    text = plain
    if accented:
        marked = with_provinces_marked(with_place_marks(with_english_terms(plain)))
        text = with_regions_heard(with_provinces_mended(marked))
    mended = _count_first(text, mended_around_places(text, restore)) if restore is not None else text
    if not accented:
        return plain, with_person_names(with_funds_of_provinces(_MACHINES.sub("máy ", mark_years(write_out(mended)))))
    text = with_person_names(write_out(mended) if mended != text else text)  # what was mended may be shorthand too
    return text, with_funds_of_provinces(text)


_MACHINES = re.compile(r"(?<!\w)mấy (?=mới|móc|tiên tiến|hiện đại)")
"""Machines, which "may moi" typed without marks also are."""
_ASKS = re.compile(r"(?<!\w)(?:gì|ra sao|thế nào|làm sao|vì sao|tại sao)(?!\w)", re.IGNORECASE)
_BASE_PAY = re.compile(r"(?<!\w)(?<!số )(?<!chất )(?<!trữ )lượng cơ sở(?!\w)")
"""The base salary, which "luong co so" typed without marks is; numbers of establishments are "số lượng"."""
_MONEY_BARE = re.compile(
    r"(?<!\w)(?<!tiên )(?<!xúc )(?<!cải )(?<!thăng )(?<!đột )tiến"
    r"(?= (?:tỉnh|quốc gia|hỗ trợ|trung ương|địa phương|của|cho|khuyến công)(?!\w))"
)
"""Money, typed without marks, which progress is not: "tien tinh hay tien quoc gia"."""
_SAID_TO_START = re.compile(
    r"có hiệu lực(?: thi hành)? (?:từ|kể từ|vào|trong)(?: \S+){1,8}[, ]+"
    r"(?:(?:có )?(?:phải|đúng)(?: là)?(?: vậy| thế| như vậy)? (?:không|chưa|hả)|phải chăng|à|chứ)(?: ạ| vậy| nhỉ)?\W*$",
    re.IGNORECASE,
)
"""A day of taking effect that the question believes in, which is no time it asks about."""
_OFFICES = r"công thương|tài chính|kế hoạch|nội vụ|nông nghiệp|khoa học|xây dựng|lao động|ban|ngành|hữu|này|đó|nào"


def _count_first(typed: str, restored: str) -> str:
    """ "so cong tac vien ..." opens with "số": "sở" only before the name of an office."""
    restored = restored if has_diacritics(typed) else _BASE_PAY.sub("lương cơ sở", restored)
    restored = restored if has_diacritics(typed) else _MONEY_BARE.sub("tiền", restored)
    if typed.lower().startswith("tien ") and restored.lower().startswith("tiên "):
        return f"{typed[:1]}iền{restored[4:]}"
    if not typed.lower().startswith("so "):
        return restored
    return re.sub(rf"^sở (?!{_OFFICES})", "số ", restored, count=1, flags=re.IGNORECASE)


_AS_TOLD = re.compile(r"(?<!\w)(?:như (?:vậy|thế|trên)|(?:số|khoản|đợt|kỳ|lần) (?:đó|ấy|này))(?!\w)")


_THAT_ENTERPRISE = re.compile(
    r"(?<!\w)(?:cơ sở|công ty|hợp tác xã|doanh nghiệp|xưởng) (?:ấy|đó|này|trên)(?!\w)", re.IGNORECASE
)


_ENTERPRISE_TOLD = re.compile(
    rf"(?:cơ sở|công ty|hợp tác xã|htx|doanh nghiệp|xưởng|dntn)(?!\w)[^,.;?]{{0,40}}? "
    rf"(?-i:[{UPPER}][{LOWER}]+ [{UPPER}][{LOWER}]+)",
    re.IGNORECASE,
)
"""An enterprise that the story before a question names: "Cơ sở làm phở khô Thanh Bình ..."."""


def _asking_as(whole: Question, core: Question) -> Question:
    """The whole of a question that leans on its story, with the kind of what it asks at its end: "vị đó là ai"."""
    if not core.cues or core.kind == whole.kind:
        return whole
    return replace(
        whole, kind=core.kind, cues=core.cues, unit=core.unit, counted=core.counted, unit_sure=core.unit_sure
    )


def _laid_down(core: Question) -> bool:
    """Whether a number that a named text lays down is asked for: it is so whenever the story was."""
    return core.kind == "figure" and bool(core.words) and any(reference.number for reference in core.references)


def _narrowed(whole: Question, core: Question) -> Question:
    """The core of a question, with the places and periods that only its story names.

    A core that names next to nothing ("làm cả ba kỳ như vậy thì hết bao nhiêu tiền") asks of what the story tells.
    """
    told = _ENTERPRISE_TOLD.search(whole.text)
    leans = _AS_TOLD.search(core.text.lower()) is not None or (bool(whole.names) and not core.names)
    leans = leans or (told is not None and told[0] not in core.text)
    telling = [word for word in core.words if word not in core.light | listed_words("money_words.txt")]
    told_before = [word for word in whole.words if word not in core.words and word not in whole.light]
    leans = leans or (not telling and len(told_before) > BARE_CORE)
    if leans and len(telling) <= BARE_CORE < len(whole.words):
        light = whole.light | core.light
        words = tuple(word for word in whole.words if word in core.words or word not in demanding_words())
        core = replace(core, text=whole.text, subject=whole.subject, words=words, light=light, names=whole.names)
    elif told is not None and told[0] not in core.text and _THAT_ENTERPRISE.search(core.text):
        text = _THAT_ENTERPRISE.sub(lambda _: told[0], core.text)
        words = tuple(dict.fromkeys((*core.words, *content_words(told[0]))))
        core = replace(core, text=text, subject=text, words=words, names=whole.names)
    return replace(
        core,
        places=core.places or whole.places,
        periods=core.periods or (() if _laid_down(core) else whole.periods),
        references=core.references or whole.references,
        stated=whole.stated,
        whole=whole.whole,
    )
