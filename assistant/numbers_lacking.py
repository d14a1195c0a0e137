"""Whether a sentence lacks the number that is asked for, in its unit, or says that none is set.

It looks at one sentence and one question; whose figures the numbers are is judged in ``exclusions``.
"""

import re

from assistant.answer_forms import LASTING, asks_duration
from assistant.citations import unit_head
from assistant.figure_fit import neutral_words
from assistant.money_asked import cut_lacking, for_meeting_lacking, part_lacking, spending_lacking
from assistant.phrasing import without_marks
from assistant.question_slots import Question
from assistant.sentence_finder import Ranked
from assistant.weighing import HELD
from assistant.wording import spread, strength
from documents.numbers import DIGIT_WORDS
from documents.quantities import read_quantities

COUNT = re.compile(rf"(?<![\w/.,-])(?<!đầu )(?<!vật )(?<!riêng )(?:\d{{1,4}}|{'|'.join(DIGIT_WORDS)}|mười|thứ) \w")
"""A count in digits or words, as it stands before what is counted."""
_LEVEL_NAMED = re.compile(r"cấp (tỉnh|huyện|xã|khu vực|quốc gia)(?!\w)")
_DIGIT = re.compile(r"\d")
_REFERENCE = re.compile(r"(?:điều|khoản|chương|nghị định|thông tư(?: liên tịch)?|quyết định) (?:số )?\d[\w/-]*")
_ROUGHLY = re.compile(r"(?<!\w)(?:hàng|nhiều|vài) (?:chục|trăm|ngàn|nghìn|vạn|triệu|tỷ)(?!\w)")
_SETS_NONE = re.compile(
    r"không (?:ấn định|quy định|nêu|đặt ra) (?:một |ra )?"
    r"(?:con số|số tiền|mức cụ thể|mức tiền|mức chi|mức hỗ trợ|mức tối đa|tỷ lệ)"
)


_PEOPLE_COUNTED = re.compile(
    r"\d (?:người|thành viên|[uủ][ỷy] viên|lao động|học viên|cán bộ|phó|công chức|viên chức|chuyên gia|nghệ nhân)(?!\w)"
)


def lacks_number(question: Question, best: Ranked) -> bool:
    """Whether a number in a unit is asked for and the sentence holds none."""
    if question.kind not in ("figure", "comparison"):
        return False
    if question.kind == "figure" and _no_meeting_paid(question, best):
        return True
    if part_lacking(question, best.sentence.text) or cut_lacking(question, best.sentence.text):
        return True
    if not best.view.is_legal and spending_lacking(question, best.sentence.text):
        return True
    measured = question.unit_sure and bool(question.unit)
    if best.view.is_legal and denies_support(question, best.sentence.text):
        return False
    if best.view.is_legal and _SETS_NONE.search(best.sentence.text):
        return False
    if question.kind == "comparison":
        levels = set(_LEVEL_NAMED.findall(question.text.lower()))
        if len(levels) > 1 and best.view.is_legal and any(f"cấp {level}" not in best.sentence.text for level in levels):
            return True
        units = [quantity.unit for quantity in read_quantities(best.sentence.text)]
        if question.counted and question.counted not in LASTING | {"lần"} and not best.view.is_legal:
            return not any(strength(spread(unit), question.counted) >= HELD for unit in units)
        return measured and not any(unit.startswith(question.unit) for unit in units)
    if best.entity is None and (measured or asks_duration(question)):
        return True
    if best.view.is_legal and asks_duration(question) and _of_other_procedure(question, best):
        return True
    if best.view.is_legal:
        counted = question.counted
        if counted in ("", "lần"):
            return False
        if counted == "người":
            return _PEOPLE_COUNTED.search(best.sentence.text.lower()) is None
        other = not strength(best.sentence.prepared, counted)
        return other or COUNT.search(best.sentence.text.lower()) is None
    if question.unit == "đồng" and not question.counted:
        return not any(q.unit.startswith("đồng") or q.unit == "%" for q in read_quantities(best.sentence.text))
    if question.counted and not _ROUGHLY.search(best.sentence.text.lower()):
        return best.entity is None
    return not read_quantities(best.sentence.text)


_OF_TIME = frozenset({"thời hạn", "thời gian", "hạn", "lâu"})
"""Words for a length of time, which name nothing that takes it."""


def _of_other_procedure(question: Question, best: Ranked) -> bool:
    """Whether nothing that a question names stands in a sentence that sets a length of time, nor above it."""
    own = [word for word in question.words if word not in neutral_words() | _OF_TIME]
    told = f"{best.sentence.prepared}{best.view.heading_of(best.sentence)}"
    return bool(own) and not any(strength(told, word) >= HELD for word in own)


def _no_meeting_paid(question: Question, best: Ranked) -> bool:
    """Whether the money for holding a meeting is asked for and what stands behind the sum tells of none."""
    if best.entity is None:
        return for_meeting_lacking(question, "")
    return for_meeting_lacking(question, best.sentence.text[best.entity.end :])


def tells_a_number(question: Question, sentence: str) -> bool:
    """Whether a sentence holds a number, in digits or words, or says that none is set; of money, if that is asked."""
    if question.unit == "đồng" and not question.counted and not question.carried:
        units = {unit_head(quantity.unit) for quantity in read_quantities(sentence)}
        money = bool(units & {"đồng", "%", "lần", "USD"})
        return money or _ROUGHLY.search(sentence.lower()) is not None or _SETS_NONE.search(sentence) is not None
    rest = _REFERENCE.sub(" ", without_marks(sentence).lower())
    return any(pattern.search(rest) for pattern in (_DIGIT, COUNT, _ROUGHLY, _SETS_NONE))


_SUPPORTED = re.compile(r"(?<!\w)(?:được|xin|nhận|hưởng)(?!\w)[^?]*(?<!\w)(?:hỗ trợ|trợ giúp|chi|cấp|cho)(?!\w)")
_DENIED = re.compile(r"(?<!\w)không (?:được|thuộc diện|thuộc đối tượng)(?: hưởng| nhận)? (?:hỗ trợ|trợ giúp)(?!\w)")


def denies_support(question: Question, sentence: str) -> bool:
    """Whether it is asked how much support something gets and a sentence says that it gets none."""
    return _SUPPORTED.search(question.text.lower()) is not None and _DENIED.search(sentence.lower()) is not None
