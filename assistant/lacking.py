"""What a sentence lacks of the answer asked for: a name, a day, the form of a list or a cause.

It looks at one sentence and one question; numbers are looked at in ``numbers_lacking``.
"""

import re

from assistant.answer_forms import (
    LASTING,
    REGIONAL,
    appointment_lacking,
    asks,
    cause_lacking,
    deadline_lacking,
    difference_lacking,
    frequency_lacking,
    goal_lacking,
    of_other_body,
    ordinal_lacking,
    procedure_lacking,
    rank_lacking,
    sequel_lacking,
    signer_lacking,
)
from assistant.bodies import BODY
from assistant.citations import unit_head
from assistant.countries import country_lacking
from assistant.entities import asks_holder, names_office, persons
from assistant.entity_roles import asks_date_of_text
from assistant.evidence import years_of
from assistant.members import (
    asked_head_lacking,
    asks_whose,
    counts_members_only,
    enterprises_lacking,
    members_lacking,
    named_head_lacking,
    names_an_enterprise,
    names_lacking,
    only_told_of,
    provinces_lacking,
)
from assistant.money_asked import use_lacking
from assistant.numbered import lacks_round
from assistant.numbers_lacking import COUNT, lacks_number
from assistant.question_slots import Question
from assistant.sentence_finder import Ranked
from assistant.weighing import HELD
from assistant.wording import aspects_asked, holds, listed_words, spread, strength
from documents.legal_references import read_references
from documents.places import find_places
from documents.quantities import read_quantities, same_quantity

PARTS = 4  # numbers that a sentence must hold to break a sum down; set by hand

_COUNTED = re.compile(r"(?!(?:19|20)\d\d )\d")
_WHICH_PEOPLE = re.compile(
    r"(?<!\w)(?:những ai|ai (?:thuộc|được|phải|bị|không)|(?:những |các )?(?:người|đối tượng|trường hợp) nào)(?!\w)"
)
_NAMES_OR_PARTS = re.compile(r" (?:gồm|tên (?:của )?(?:từng|các|những|mỗi)) ")
_ENTERPRISES_NAMED = re.compile(
    r"\W*(?:tên )?(?:(?:\d+|hai|ba|bốn|các|những|một) )?"
    r"(?:cơ sở|doanh nghiệp|công ty|hợp tác xã|hộ kinh doanh|dự án|đề án)(?!\w)[^,.;?]{0,70} "
    r"(?:tên (?:là )?gì|tên chi)(?!\w)"
)
_PERSONS_NAMED = re.compile(r"(?:cá nhân|người|nghệ nhân|chuyên gia)(?!\w)[^,.;?]{0,70} (?:gồm|là) những ai(?!\w)")
_BODY_NAMED = re.compile(r"(?:Sở|Bộ|Cục|Trung tâm|Ủy ban|UBND|Hội đồng|Chính phủ)(?!\w)")
_MEETING = re.compile(
    r" (?:hội nghị|hội thảo|cuộc họp|hội chợ|triển lãm|lễ|diễn đàn|tọa đàm|sự kiện|chương trình|phiên chợ) "
)
_HELD_AT = re.compile(r" (?:tổ chức|diễn ra|họp|mở|khai mạc|được bàn|đăng cai) ")


def lacks_what_is_asked(question: Question, best: Ranked) -> bool:
    """Whether a sentence lacks the name, the number or the form that is asked for."""
    return lacks_short_answer(question, best) or lacks_number(question, best) or lacks_form(question, best)


def lacks_short_answer(question: Question, best: Ranked) -> bool:
    """Whether a name, day or place is asked for that the sentence must give and does not."""
    text = best.sentence.text
    named = text[best.entity.start : best.entity.end] if best.entity is not None else ""
    if (question.kind == "when" and deadline_lacking(question, text)) or _of_no_meeting(question, best):
        return True
    if question.kind == "who" and _AUTHOR_ASKED.search(question.text.lower()) and not _AUTHOR.search(text.lower()):
        return True
    if (
        question.kind == "when"
        and _HOUR_ASKED.search(f"{question.text} {question.asked}".lower())
        and not _HOUR.search(text)
    ):
        return True
    if question.kind == "when" and best.view.is_legal and _of_other_activity(question, best):
        return True
    if _of_other_being(question, named) or appointment_lacking(question, text) or signer_lacking(question, text):
        return True
    if asks(question, "signer"):
        return not persons(named)
    serves = BODY.fullmatch(named) is not None  # the holder of one office serves in another
    if named and asks_holder(question) and not serves and of_other_office(question, named):
        return True
    if best.entity is not None or question.carried:  # a follow-up may ask another kind of thing than its question
        return False
    legal = best.view.is_legal
    if question.kind == "where":
        if _HANDED_IN.search(question.text.lower()) and _HANDED_TO.search(text):
            return False
        return asks(question, "named_place") or (asks(question, "place") and not legal)
    if question.kind == "when":
        return not legal or asks_date_of_text(question) or asks(question, "day") or asks(question, "year")
    if question.kind == "who" and asks(question, "representative"):
        return True
    if legal and _WHICH_PEOPLE.search(f"{question.text} {question.asked}".lower()):
        return False  # a law names kinds of people, and no one
    if not legal and asks_whose(question) and names_an_enterprise(text):
        return False  # the enterprises stand in the sentence, which is quoted whole
    someone = question.kind == "who" and (names_office(question) or "tên" not in question.text)
    return someone or (question.kind == "which" and asks(question, "number"))


def lacks_form(question: Question, best: Ranked) -> bool:
    """Whether a cause, a way, the members of a group or a result is asked for and the sentence tells none."""
    text = best.sentence.text
    prepared, prepared_question = best.sentence.prepared, spread(question.text)
    if not best.view.is_legal and enterprises_lacking(question, text):
        return True
    if question.kind == "figure" and best.view.is_legal and _of_an_advance(question, best):
        return True
    if _stated_elsewhere(question, best):
        return True
    if not best.view.is_legal and (country_lacking(question, text) or _only_carried_out(question, text)):
        return True
    if not best.view.is_legal and (contact_lacking(question, text) or _announces_only(question, text)):
        return True
    if asks(question, "definition") and not best.signals.defined and _defines_nothing(question, prepared):
        return True
    if asks(question, "how") and unfinished(best):
        return True
    one_by_one = asked_head_lacking(question, prepared) or _NAMES_OR_PARTS.search(prepared_question) is not None
    if members_lacking(question, text) and one_by_one and not (best.opens_list and best.view.is_legal):
        return True
    if named_head_lacking(question, text) and not (best.opens_list and best.view.is_legal):
        return True
    if (
        question.kind in ("figure", "when", "where")
        and not best.view.is_legal
        and lacks_round(question.asked, f"{text} {best.view.heading_of(best.sentence)}")
    ):
        return True
    if _of_no_province(question, best):
        return True
    if rank_lacking(question, prepared) or ordinal_lacking(question, prepared):
        return True
    if question.kind == "where" and provinces_lacking(question, text) and COUNT.search(question.text.lower()):
        return True
    if question.kind in ("list", "passage") and provinces_lacking(question, text):
        return True
    if question.kind in ("list", "passage", "where") and names_lacking(question, text):
        return True
    if question.kind == "passage" and frequency_lacking(question, text):
        return True
    if asks_holder(question) and of_other_year(question, best):
        return True
    if not best.view.is_legal and only_told_of(question, text) and not best.opens_list:
        return True
    if not best.view.is_legal and sequel_lacking(question, prepared):
        return True
    if procedure_lacking(question, prepared) or (difference_lacking(question, prepared) and not read_quantities(text)):
        return True
    if of_other_body(question, f"{prepared} {best.view.heading_of(best.sentence)}"):
        return True
    if use_lacking(question, f"{text} {best.view.heading_of(best.sentence)}"):
        return True
    if goal_lacking(question, f"{prepared} {best.view.heading_of(best.sentence)}"):
        return True
    if asks(question, "breakdown") and not _broken_down(question, text):
        return True
    told_where = question.kind == "where" and best.entity is not None
    counted = question.kind not in ("when", "figure") and counts_members_only(question, text)
    counted = counted and not best.opens_list and not told_where
    return counted or cause_lacking(question, text) == 1.0 or _no_result(question, best)


def _broken_down(question: Question, sentence: str) -> bool:
    """Whether a sentence gives several numbers, of what is counted if the question counts something."""
    numbers = read_quantities(sentence)
    told = [one for one in question.stated if one.unit not in ("đồng", "%")][:1]
    counted = question.counted or (told[0].unit if told else "")
    if counted:
        numbers = [one for one in numbers if strength(spread(one.unit), counted) >= HELD]
        return len({one.value for one in numbers} - {one.value for one in told}) > 1
    return len({one.value for one in numbers}) >= PARTS


def _defines_nothing(question: Question, prepared: str) -> bool:
    """Whether nothing that the question names stands before an "là" of a prepared sentence."""
    if any(not strength(prepared, word) for word in question.words if word not in question.light):
        return True
    subject, told, _ = prepared.partition(" là ")
    return not told or not any(holds(f"{subject} ", word) for word in question.words)


def _stated_elsewhere(question: Question, best: Ranked) -> bool:
    """Whether it is asked where, or which, those counted in the question are ("35 cơ sở ... tại những tỉnh nào") and
    their number stands neither in a sentence nor beside it."""
    if question.kind not in ("where", "which") or best.view.is_legal or question.carried:
        return False
    counted = [one for one in question.stated if _COUNTED.match(one.text) and unit_head(one.unit) not in ("đồng", "%")]
    counted = [one for one in counted if unit_head(one.unit) not in LASTING and one.unit not in REGIONAL]
    held = best.view.quantities_about(best.sentence)
    return bool(counted) and not any(same_quantity(one, other) for one in counted for other in held)


def _of_other_being(question: Question, named: str) -> bool:
    """Whether enterprises are asked for by name and a person is named, or persons and a body; not when none is."""
    asked = question.text.lower()
    if question.kind != "who" or not named:
        return False
    if _ENTERPRISES_NAMED.match(asked):
        return bool(persons(named))
    return _PERSONS_NAMED.search(asked) is not None and _BODY_NAMED.match(named.strip()) is not None


def _of_other_activity(question: Question, best: Ranked) -> bool:
    """Whether a day of an activity ("bình chọn") is asked for and neither a sentence nor its article tells of it."""
    if asks_date_of_text(question):
        return False
    told = f"{best.sentence.prepared}{spread(best.view.heading_of(best.sentence))}{spread(best.view.source.title)}"
    asked = [word for word in question.words if word in listed_words("activity_words.txt")]
    return any(strength(told, word) < HELD for word in asked)


def _of_no_meeting(question: Question, best: Ranked) -> bool:
    """Whether it is asked where a meeting was held and the sentence speaks of none."""
    if question.kind != "where":
        return False
    asked = _MEETING.search(spread(question.text)) is not None and _HELD_AT.search(spread(question.text)) is not None
    near = best.view.sentences[max(0, best.sentence.order - 1) : best.sentence.order + 1]
    return asked and not any(_MEETING.search(row.prepared) for row in near)


def _of_an_advance(question: Question, best: Ranked) -> bool:
    """Whether a sentence of a law sets what is paid in advance, where the level of support itself is asked for."""
    of_text = bool(question.references) and not read_references(question.asked)  # a follow-up on the text before
    asked = question.carried or of_text or holds(spread(f"{question.text} {question.whole}"), "ứng")
    return not asked and holds(best.sentence.prepared, "tạm ứng") and "%" in best.sentence.text


_CONCLUDED = re.compile(
    r"(?<!\w)(?:kết luận|chỉ đạo|yêu cầu|nhắc nhở) (?:những |các )?(?:điểm |nội dung |điều |ý )?(?:gì|nào)(?!\w)"
)
_ONLY_CARRIED_OUT = re.compile(
    r"(?<!\w)(?:thực hiện|triển khai|quán triệt|theo|tiếp thu)(?: \w+){0,3}? (?:thông báo )?(?:kết luận|ý kiến chỉ đạo)"
)


def _only_carried_out(question: Question, text: str) -> bool:
    """Whether it is asked what somebody concluded and a sentence only says that the conclusions are carried out."""
    asked = _CONCLUDED.search(question.text.lower()) is not None
    return asked and _ONLY_CARRIED_OUT.search(text.lower()) is not None


_ANNOUNCES = re.compile(
    r"(?<!\w)(?:vừa|đã|mới)(?: \w+){0,2}? (?:có|ban hành|gửi|công bố) (?:báo cáo|thông báo|công văn|tờ trình) số \S+"
)
_OF_THE_PAPER = re.compile(
    r"(?<!\w)(?:ban hành|ký|số (?:mấy|bao nhiêu|hiệu)|nào (?:vừa )?(?:có|gửi)|về (?:việc )?gì)(?!\w)"
)


def _announces_only(question: Question, text: str) -> bool:
    """Whether what a report says is asked for and a sentence only tells that there is one."""
    if question.kind not in ("list", "passage") or _OF_THE_PAPER.search(question.text.lower()):
        return False
    return _ANNOUNCES.search(text.lower()) is not None


_CONTACT_ASKED = re.compile(r"(?<!\w)liên hệ (?:với |cho )?ai(?!\w)")
_CONTACT_TOLD = re.compile(r"(?<!\w)(?:liên hệ|điện thoại|đầu mối|hotline|sđt|đt)(?!\w)")


def contact_lacking(question: Question, text: str) -> bool:
    """Whether it is asked whom to turn to and a sentence names no contact."""
    return _CONTACT_ASKED.search(question.text.lower()) is not None and _CONTACT_TOLD.search(text.lower()) is None


_AUTHOR_ASKED = re.compile(
    r"(?<!\w)(?:ai viết|tác giả|bài của ai|tin của ai|ai chụp|ảnh của ai)(?!\w)|do ai (?:viết|chụp|đưa tin)(?!\w)"
)
_AUTHOR = re.compile(r"(?<!\w)(?:viết|tác giả|nguồn bài|ảnh|tin và ảnh)(?!\w)")
"""Who wrote a page, which its text tells nowhere but in a byline."""
_HANDED_IN = re.compile(
    r"(?<!\w)(?:nộp|gửi|đăng ký|liên hệ|tiếp nhận)(?!\w)[^?]{0,60}(?:ở|tại|chỗ|nơi) (?:đâu|nào)(?!\w)"
)
_HANDED_TO = re.compile(
    r"(?<!\w)(?:tại|đến|về|gửi|qua|cho|ở) "
    r"(?:UBND|Ủy ban|Sở|Trung tâm|Phòng|Cổng|Bộ phận|Chi cục|Cục|Ban|Văn phòng)(?!\w)"
)
"""To which office papers are handed in, which is where: "nộp tại UBND xã"."""
_HOUR_ASKED = re.compile(r"(?<!\w)(?:mấy giờ|(?<!ngày )giờ nào|what time)(?!\w)")
_HOUR = re.compile(r"(?<![\d/])\d{1,2} ?(?:h|giờ)\d{0,2}(?!\w)")
_OFFICE_HEAD = re.compile(
    r"(?<!\w)(?:(phó |thứ )?(giám đốc|cục trưởng|vụ trưởng|chủ tịch|trưởng phòng|bộ trưởng|tổng giám đốc)|(thứ) trưởng)"
    r"(?!\w)"
)


def of_other_office(question: Question, named: str) -> bool:
    """Whether the holder of one office is asked for ("ai là Cục trưởng") and who is named holds another one."""
    asked, told = (set(_OFFICE_HEAD.findall(text.lower())) for text in (question.text, named))
    return bool(asked and told) and not asked & told


def of_other_year(question: Question, best: Ranked) -> bool:
    """Whether who holds an office in a year is asked for and the sentence is of a report of other years."""
    years = {year for period in question.periods for year in years_of(period)}
    return bool(years) and not best.view.is_legal and not years & best.view.titled_years


def _of_no_province(question: Question, best: Ranked) -> bool:
    """Whether the text that a province issued is asked for and a sentence of a law names no such place."""
    asked = [place for place in question.places if place.level == "province"]
    issued = holds(spread(question.text), "ban hành")
    if question.kind != "which" or not issued or not asked or not best.view.is_legal:
        return False
    return not any(place in asked for place, _, _ in find_places(best.sentence.text))


def _no_result(question: Question, best: Ranked) -> bool:
    """Whether a result or a benefit is asked for and the sentence of a report tells none."""
    asked = any(aspect.name == "results" for aspect in aspects_asked(question.text))
    return asked and question.kind == "passage" and not best.view.is_legal and not best.shows


def unfinished(best: Ranked) -> bool:
    """Whether a sentence of a report ends without a mark, as captions and headings do."""
    return not best.view.is_legal and best.sentence.text.rstrip(" ”\"')")[-1:] not in ".!?;:…,"
