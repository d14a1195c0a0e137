"""Which short answers of a sentence stand in the role that the question asks about.

A number belongs to the place named before it, a body does what the verb behind it says. It looks
at one sentence; which sentence answers is told in ``sentence_finder``.
"""

import re
from collections.abc import Sequence

from assistant.entities import Entity
from assistant.figure_fit import same_place
from assistant.question_slots import Question
from documents.places import find_places

_BEFORE_VERB = (
    r"\s*(?:(?:là (?:người|cơ quan|đơn vị)|có trách nhiệm|sẽ|đã|có thể|cùng|tự|trực tiếp|xem xét|được)[ ,]+){0,2}"
)


def in_role(found: Sequence[Entity], sentence: str, question: Question) -> list[Entity]:
    """The entities that stand in the role asked for; all of them where none does or the role is not told."""
    if question.kind == "figure":
        kept = _of_place(found, sentence, question)
    elif question.kind == "who":
        found = [entity for entity in found if not _elsewhere(entity, sentence, question)]
        if _ASKS_ABOVE.search(question.text.lower()):
            return [entity for entity in found if _ABOVE.search(sentence[: entity.start].lower())]
        if _ASKS_WHO_RECEIVES.search(question.text.lower()):
            return [entity for entity in found if _receives(entity, sentence)]
        kept = agents(found, sentence, question)
    elif question.kind == "when":
        found = [entity for entity in found if not dates_another(entity, sentence, question)]
        if _ASKS_UNTIL.search(question.text.lower()) and not _AT_LATEST.search(question.text.lower()):
            return [entity for entity in found if _UNTIL.search(sentence[: entity.start].lower())]
        return found
    else:
        kept = []
    return kept or list(found)


def _elsewhere(entity: Entity, sentence: str, question: Question) -> bool:
    """Whether a person or body is named as one of another province than asked: Giám đốc Sở Công Thương Thanh Hóa."""
    asked = [place for place in question.places if place.level == "province"]
    told = sentence[entity.start : entity.end + _TITLE_BEHIND].partition(" cho ")[0]
    named = [place for place, _, _ in find_places(told) if place.level == "province"][:1]
    return bool(asked and named) and not any(same_place(one, other) for one in asked for other in named)


def _receives(entity: Entity, sentence: str) -> bool:
    """Whether a person or body is told as one who is given something, and not as one who gives."""
    lowered = sentence.lower()
    return bool(_RECEIVING.match(lowered, entity.end) or _GIVEN_TO.search(lowered[: entity.start]))


def agents(found: Sequence[Entity], sentence: str, question: Question) -> list[Entity]:
    """The persons or bodies that do what a verb of a "who" question says: "do Bộ Công Thương quản lý"."""
    if question.kind != "who":
        return []
    lowered = sentence.lower()
    verbs = [_spelled(word) for word in question.words if word in question.light]
    if not verbs:
        return []
    does = re.compile(rf"{_BEFORE_VERB}(?:{'|'.join(verbs)})(?!\w)")
    return [entity for entity in found if does.match(lowered, entity.end)]


_ASKS_ABOVE = re.compile(r"(?<!\w)thuộc (?:(?:cơ quan|đơn vị|sở|bộ|cục|cấp|tổ chức) (?:nào|gì)|ai)(?!\w)")
_ABOVE = re.compile(r"(?:(?<!\w)(?:trực )?thuộc|đơn vị (?:sự nghiệp|trực thuộc)[^,.;]{0,30} của) $")
"""A body under another, as asked ("trực thuộc cơ quan nào") and as told ("là đơn vị sự nghiệp công lập của ...")."""
_GIFTS = "hưởng|thụ hưởng|hỗ trợ|trợ giúp|ưu tiên|vay|cấp|nhận|thưởng|khen|tặng|trao|miễn|giảm|bình chọn|tôn vinh"
_ASKS_WHO_RECEIVES = re.compile(
    r"(?<!\w)(?:ai|(?:cơ quan|đơn vị|tổ chức|người) nào) (?:là người |thì |sẽ |có thể |đã |từng |mới )*"
    rf"được (?:{_GIFTS})"
)
_RECEIVING = re.compile(rf"[^.;:]{{0,60}}?(?<!\w)(?:được (?:\w+ )?(?:{_GIFTS})|nhận|hưởng|đạt|đoạt)(?!\w)")
_GIVEN_TO = re.compile(r"(?<!\w)(?:cho|tặng|trao|giúp|hỗ trợ|gồm|là|đối với|thụ hưởng|tiếp nhận)(?: \w+){0,4}[ :]+$")
"""Who is given something, as asked ("ai được hỗ trợ ...") and as told of it, before it or behind."""
_TITLE_BEHIND = 50  # characters behind a person's name in which the office may stand
_IN_FORCE = re.compile(
    r"hiệu lực|áp dụng từ|bắt đầu áp dụng|áp dụng kể từ|thi hành từ|thi hành kể từ|in force|into effect|take effect"
)
_ASKS_UNTIL = re.compile(
    r"(?<!\w)(?:đến|tới)(?: hết)?(?: cuối)? (?:ngày|tháng|năm|lúc|thời điểm) (?:nào|mấy|bao nhiêu)(?!\w)|"
    r"(?<!\w)(?:đến|tới) (?:bao giờ|khi nào)(?: (?:thì )?(?:hết|kết thúc|thôi))?\W*$|(?<!\w)until when|^until"
)
_AT_LATEST = re.compile(r"(?<!\w)(?:chậm nhất|muộn nhất|trễ nhất|hạn|thời hạn|nộp|gửi)(?!\w)")
_UNTIL = re.compile(r"(?<!\w)(?:đến|tới|hết)(?: hết)?(?: cuối)? $")
"""The last day of something, as asked ("áp dụng đến hết ngày nào") and as told."""
_ENDS = re.compile(r"(?:hết|mất) hiệu lực")
_OF_ISSUE = re.compile(r"\d+/\S+\s+(?:ngày\s+)?$")
"""Before a date: the number of a text, which was issued on that day."""
_ISSUED = re.compile(
    r"ban hành|(?<!được )(?<!đăng )k[ýí](?! kết| hợp đồng| báo cáo)|"
    r"được k[ýí] (?:ngày|khi|hôm|năm|tháng|bao giờ|vào|lúc)|"
    r"issued|signed|promulgated"
)
_NEAR_FORCE_BEFORE = re.compile(r"(?:hiệu lực|áp dụng|thi hành|in force|into effect|take effect|effective)[^.;]{0,60}$")
_NEAR_FORCE_BEHIND = re.compile(r"[^.;]{0,60}(?:hiệu lực|áp dụng|thi hành|in force|into effect|take effect|effective)")
"""The force of a text near a day, which is then its day: a day that a duty is set by stands elsewhere."""
_EVENT = re.compile(r"(?<!\w)(?:hội nghị|hội thảo|hội chợ|cuộc họp|buổi họp|lễ \w+)(?!\w)")
_TEXT_NUMBER = re.compile(r"\d+/(?:\d{4}/)?[a-zđ][\wđ-]*")
_NEAR_NUMBER = 120  # characters between a date and the number of the text that it dates


def asks_date_of_text(question: Question) -> bool:
    """Whether it is asked when a text was issued or came into force."""
    asked = question.text.lower()
    dated = _IN_FORCE.search(asked) or _ISSUED.search(asked)
    return question.kind == "when" and bool(question.references) and dated is not None


def dates_another(entity: Entity, sentence: str, question: Question) -> bool:
    """Whether a date of a legal text is of another event than asked: of its issue, of its coming into force."""
    asked = question.text.lower()
    before = sentence[: entity.start].lower()
    if _IN_FORCE.search(asked) and not _IN_FORCE.search(sentence.lower()):
        return True
    if _ENDS.search(asked) and not _ENDS.search(sentence.lower()):
        return True
    if _IN_FORCE.search(asked) and _OF_ISSUE.search(before):
        return True
    if _IN_FORCE.search(asked) and not _NEAR_FORCE_BEFORE.search(before):
        after = sentence[entity.end :].lower()
        if not _NEAR_FORCE_BEHIND.match(after):
            return True
    event = _EVENT.search(asked)
    if event and "hiệu lực" in before[-60:] and event[0] not in sentence.lower():
        return True
    if not _ISSUED.search(asked) or _IN_FORCE.search(asked):
        return False
    numbers = [reference.number.lower() for reference in question.references if reference.number]
    if "hiệu lực" in before[-60:]:
        return True
    told = _TEXT_NUMBER.findall(before[-_NEAR_NUMBER:])
    if told:
        return bool(numbers) and not any(number in told[-1] for number in numbers)
    after = sentence[entity.end : entity.end + _NEAR_NUMBER].lower()
    return bool(numbers) and not (_ISSUED.search(after) and any(number in after for number in numbers))


def _spelled(word: str) -> str:
    """A verb as a pattern that takes either spelling of its last vowel: quản lí, quản lý."""
    return re.sub(r"[íý]\b", "[íý]", re.escape(word))


def _of_place(found: Sequence[Entity], sentence: str, question: Question) -> list[Entity]:
    """The numbers of a sentence about several places that belong to a place asked for."""
    if not question.places or len(found) < 2:
        return []
    named = find_places(sentence)
    if len({place for place, _, _ in named}) < 2:
        return []
    kept = []
    for entity in found:
        before = [place for place, _, end in named if end <= entity.start]
        if before and any(same_place(asked, before[-1]) for asked in question.places):
            kept.append(entity)
    return kept
