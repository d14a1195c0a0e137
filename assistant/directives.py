"""What a report says is to be done: how a question asks for it, and which sentences tell it.

An officer asks "Cục trưởng dặn các tỉnh làm gì về X"; the report opens the speech once and goes on with its points.
Who speaks, to whom and where is then no part of what is asked for: X is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.entities import persons
from assistant.figure_fit import neutral_words
from assistant.operations import STORY
from assistant.person_names import families
from assistant.question_slots import Question
from assistant.sentence_finder import Ranked
from assistant.speakers import NAME_RUN, SPEECH, speaker_words
from assistant.weighing import HELD
from assistant.wording import Wanted, content_words, fold, holds, strength
from documents.letters import LOWER, UPPER
from documents.places import find_places

TOPIC = 0.5  # the share (by weight) of the words of the topic that a sentence holds which tells of it
LOOKED_AT, NEAR = 12, 4  # among how many of the best sentences, and how many of those that tell it
NEARLY = 0.75  # how much of the topic, of what another sentence holds of it, one that sets a task must hold
_ASKS_OF = (
    r"(?:yêu cầu|đề nghị|kiến nghị|đề xuất|dặn(?: dò)?|"
    r"nhắc(?: nhở| đến| tới)?|lưu ý|nhấn mạnh|chỉ đạo|quán triệt|thúc(?: giục| ép)?|"
    r"nhờ|khuyên|kêu gọi|bảo|mong(?: muốn)?|muốn|đòi hỏi|giao|hướng|định hướng|chú trọng|nói|phát biểu|phải|cần)"
)
_WHOM = (
    r"(?:các |những |mấy |cho |với |đến |tới )*"
    r"(?:tỉnh|thành phố|địa phương|sở công thương|sở ngành|sở|ngành công thương|"
    r"trung tâm khuyến công|trung tâm|đơn vị|cơ sở|họ|cấp dưới|cán bộ)"
)
_SPEAKER = (
    r"(?:hội nghị|cuộc họp|buổi họp|bài (?:báo|viết|tổng kết)|lãnh đạo|cục trưởng|cục|thứ trưởng|bộ trưởng|giám đốc|"
    r"ông|bà|đồng chí|bộ công thương)"
)
_SPEAKS = re.compile(rf"(?<!\w){_SPEAKER}(?!\w)", re.IGNORECASE)
_ASKED = re.compile(
    rf"{_SPEAKS.pattern}[^;?]{{0,80}}?(?<!\w)(?:(?P<said>nói|phát biểu)|{_ASKS_OF})(?!\w)[^.;?]*?"
    r"(?<!\w)(?:gì|nào|thế nào|ra sao|sao|những gì|điều gì)(?!\w)",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"(?<!\w)(?:kiến nghị|đề nghị|đề xuất|yêu cầu|lưu ý|nhấn mạnh|dặn dò|mong muốn)(?!\w)", re.IGNORECASE
)
_ORDINAL = re.compile(r"(?<!\w)(?:điểm|nhiệm vụ|giải pháp|yêu cầu|nội dung|ý) thứ \w+", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?<!\w)(?:phó |thứ )?(?:cục trưởng|giám đốc|bộ trưởng|chủ tịch)(?: (?:sở|trung tâm|cục|ubnd|công ty))?(?!\w)|"
    r"(?<!\w)thứ trưởng(?!\w)",
    re.IGNORECASE,
)
_OF_BODY = re.compile(r"(?<!\w)(?:lãnh đạo )?(cục|bộ công thương)(?! trưởng)(?!\w)", re.IGNORECASE)
_ONE_NAME = re.compile(rf"(?<!\w)(?:[Ôô]ng|[Bb]à) ([{UPPER}][{LOWER}]+)(?! [{UPPER}])(?!\w)")
"""A person by the own name alone: "ông Trung"."""
_NAMES_IT = re.compile(
    rf"(?<!\w){_ASKS_OF} {_WHOM}(?!\w)|(?<!\w){_WHOM} (?:phải |cần )?{_ASKS_OF}(?!\w)|(?<!\w){_ASKS_OF}(?!\w)"
    r"|(?<!\w)(?:lãnh đạo |cục trưởng )?(?:cục|bộ) công thương(?: địa phương)?(?!\w)|(?<!\w)cục(?: trưởng)?(?!\w)",
    re.IGNORECASE,
)
_ASKED_EN = re.compile(
    r"\bwhat (?:did|does|do|was|were|is)\b.*\b"
    r"(?:(?P<said>say|said)|(?:ask|want|request|stress|instruct|recommend|expect|call)(?:ed)?|tell|told|urged?|advised?|"
    r"emphasi[sz]ed?)\b",
    re.IGNORECASE,
)
_SPEAKS_EN = re.compile(
    r"\b(?:Mr|Mrs|Ms|director|conference|meeting|minister|official|agency|head|leaders?)\b|"
    rf"(?:did|was|were|does) {NAME_RUN}",
    re.IGNORECASE,
)
_OF_THE_TALK = frozenset(
    {"hội nghị", "cuộc họp", "buổi họp", "bài báo", "bài viết", "báo", "lãnh đạo", "cục trưởng"}
    | {"chuyện", "việc", "điều", "vấn đề", "hướng", "cụ thể", "công tác", "phần", "mảng", "trọng tâm", "trách nhiệm"}
    | {"nhớ", "loáng thoáng", "tinh thần", "bước", "sang"}
)
_TITLE = re.compile(r"^(?:Ông|Bà|Anh|Chị|Đồng Chí) ")
_BODY = re.compile(
    r"(?:Phó|Giám|Chủ|Thứ|Cục|Sở|Bộ|Trung|Công|Hội|Ủy|Ban|Phòng|Nghị|Thông|Quyết|Tây|Miền|Phía|Bắc|Nam)(?: |$)"
)
_TASK = re.compile(
    r"^\W*(?:Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy)|(?:Một|Hai|Ba|Bốn|Năm|Sáu) là)(?=[,:])|"
    r"^\W*(?:Đặc biệt\W+)?(?:các \w+ )?"
    r"(?:tiếp tục|thực hiện|tăng cường|tăng|đẩy mạnh|đẩy nhanh|quan tâm|xây dựng|hoàn thiện|bám sát|chú trọng|"
    r"tập trung|triển khai|rà soát|ra soát|thúc đẩy|đa dạng hóa|đa dạng hoá|nâng cao|phối hợp|khuyến khích|kiện toàn|"
    r"củng cố|chủ động|đổi mới|bố trí|tham mưu|phát huy|tổ chức|khảo sát|ưu tiên)(?!\w)"
    r"|^\W*(?:Các )?(?:Sở|Ngành|Trung tâm|Đơn vị|Địa phương|UBND)(?: [\w-]+){0,4}? (?:tham mưu|tiếp tục|chủ động|"
    r"phối hợp|tập trung|tăng cường)(?!\w)"
    r"|(?<!\w)(?:cần|phải|yêu cầu|đề nghị|nhấn mạnh|quán triệt|chỉ đạo)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Directive:
    """What is asked to be done or was said: ``names`` of who speaks, ``office`` where only that is named, folded.

    ``topic`` are the words of what it is on, ``texts`` the numbers of texts named; ``said`` that any words are asked
    for ("nói gì về X"), and not only what is to be done. ``deed`` is how somebody spoke, where all that was said so is
    asked for: "ông A kiến nghị gì". ``body`` is whose words are asked for where only a body is named: "bo", "cuc".
    """

    names: tuple[str, ...]
    office: str
    topic: tuple[str, ...]
    texts: tuple[str, ...]
    said: bool
    deed: str = ""
    body: str = ""


@cache
def _family_name() -> re.Pattern[str]:
    """A name from its family name to the end of a run."""
    return re.compile(rf"(?<!\w)(?:{families()})(?: \w+){{1,4}}$", re.IGNORECASE)


def directive_asked(question: Question) -> Directive | None:
    """What a question asks of the words of a person, a body or a meeting of a report; None for any other question."""
    found = _words_asked_for(question) if question.kind in ("passage", "list") else None
    if found is None:
        return None
    if _ORDINAL.search(question.text):
        return None  # one point by its number
    naming = _words_aside(question)
    topic = tuple(word for word in question.words if word not in naming and len(word) > 1)  # "Y" of "ông Y Blim"
    texts = tuple(reference.number for reference in question.references if reference.number)
    office, names = _OFFICE.search(question.text), tuple(fold(name) for name in _names(question))
    held = fold(office[0]) if office else ""
    deed = _DEED.search(question.text)
    if not set(topic) - neutral_words() and not texts:
        if deed is None or not (names or office):
            return None  # all that was said is asked for
        return Directive(names, held, (), (), False, deed=deed[0].lower())
    body = _OF_BODY.search(question.text) if office is None and not names else None
    said = found["said"] is not None
    if said and not names and office is None:
        return None  # what a report says is all that it holds
    return Directive(names, held, topic, texts, said, body=fold(body[1]) if body else "")


def _words_asked_for(question: Question) -> re.Match[str] | None:
    """How a question asks for words: who speaks, how, and what; None where it does not."""
    if question.language != "en":
        return _ASKED.search(question.text)
    return _ASKED_EN.search(question.asked) if _SPEAKS_EN.search(question.asked) else None


def _words_aside(question: Question) -> frozenset[str]:
    """The words by which a question names who speaks, to whom and where, and its story."""
    naming = {word for match in _NAMES_IT.finditer(question.text) for word in content_words(match[0])}
    story, rest = _story_of(question.text)
    naming |= set(content_words(story)) - set(content_words(rest))
    naming |= {word for name in _names(question) for word in content_words(name)}
    naming |= speaker_words(question) | _OF_THE_TALK
    if set(question.words) - question.carried - naming:
        naming |= question.carried  # "ông ấy nói gì về X": of the question before only who it was is meant
    return frozenset(naming)


def _story_of(text: str) -> tuple[str, str]:
    """What stands before the clause that names who speaks, where it is long enough to be a story; and the rest."""
    found = _SPEAKS.search(text)
    at = text.rfind(",", 0, found.start()) if found is not None else -1
    return (text[:at], text[at + 1 :]) if len(text[: max(at, 0)].split()) >= STORY else ("", text)


def _names(question: Question) -> list[str]:
    """The names of persons in a question, without their titles: "Ngô Quang Trung"."""
    runs = re.findall(NAME_RUN, question.text)
    found = [named[0] if (named := _family_name().search(run)) else _TITLE.sub("", run) for run in runs]
    whole = [name for name in found if " " in name and not _BODY.match(name) and not find_places(name)]
    return whole or [match[1] for match in _ONE_NAME.finditer(question.text)]


def telling(directive: Directive, wanted: Wanted, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Those of the best sentences of reports that tell what was asked for, best first.

    Such a sentence sets a task (or is of the speech, where any words are asked for), stands in the speech of whom the
    question names, and holds most of what is left of the question. ``wanted`` are the topic's words, weighed.
    """
    reports = [(_on_topic(directive, wanted, row), row) for row in ranked[:LOOKED_AT] if not row.view.is_legal]
    least = max(TOPIC, NEARLY * max((held for held, _ in reports), default=0.0))
    told = [(held, row) for held, row in reports if _in_speech(directive, row)][:NEAR]
    return [row for held, row in sorted(told, key=lambda pair: -pair[0]) if held >= least]


def _in_speech(directive: Directive, row: Ranked) -> bool:
    """Whether a sentence sets a task, and stands in or behind one that names who speaks, where someone is named."""
    before = row.view.sentences[max(0, row.sentence.order - SPEECH) : row.sentence.order + 1]
    named = next((one for one in reversed(before) if persons(one.text)), None)
    told = fold(" ".join(persons(named.text))) if named is not None else ""
    around = fold(" ".join(one.text for one in before))
    if directive.names and not any(name in told for name in directive.names):
        return False
    office = rf"(?<!pho )(?<!thu ){directive.office}(?!\w)"
    of_office = bool(directive.office and named) and re.search(office, fold(named.text if named else "")) is not None
    if directive.office and not directive.names and not of_office:
        return False
    if directive.body and re.search(rf"(?<!\w){directive.body}(?!\w)", around) is None:
        return False
    if directive.deed or directive.said:
        return bool(directive.names) or of_office
    return _TASK.search(row.sentence.text) is not None


def _on_topic(directive: Directive, wanted: Wanted, row: Ranked) -> float:
    """The share (0-1, by weight) of the words of the topic that a sentence holds."""
    if directive.deed:
        return float(holds(row.sentence.prepared, directive.deed))
    if not directive.topic:
        return float(any(number in row.sentence.text for number in directive.texts))
    return wanted.share(float(strength(row.sentence.prepared, word) >= HELD) for word in wanted.words)
