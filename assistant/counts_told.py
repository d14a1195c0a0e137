"""What a question counts itself ("kinh phí của 66 đề án"): what is told of another number of them is no answer.

It looks at one sentence and one question; whose number is asked for is judged elsewhere.
"""

import re

from assistant.citations import unit_head
from assistant.question_slots import Question
from documents.quantities import read_quantities
from documents.records import Quantity

THINGS = frozenset({"đề án", "cơ sở", "dự án", "mô hình", "doanh nghiệp", "sản phẩm", "gian hàng"})
PEOPLE = frozenset({"người", "lao động", "viên chức", "cán bộ", "nhân viên", "học viên"})
"""People by other names: "bao nhiêu người" may be told as "31 viên chức"."""
_OUT_OF = r"(?<!\w)(?:trong|thuộc|out of|of the)(?: tổng| số| các| những| all| these| those)* "
"""What makes a count the whole that a part is asked of: "trong 66 đề án, mô hình trình diễn được bao nhiêu"."""


_DEEDS = tuple(
    (re.compile(asked), re.compile(told))
    for asked, told in (
        (
            r"(?<!\w)(?:học|đào tạo|lớp|dạy|khóa)(?!\w).*(?<!\w)"
            r"(?:nhận vào làm|(?:có|tìm được|kiếm được) việc(?: làm)?|được tuyển|ở lại làm|vào làm)(?!\w)",
            r"(?<!\w)(?:nhận|việc làm|tuyển|làm việc|ở lại|vào làm|có việc|việc)(?!\w)",
        ),
        (
            r"(?<!\w)(?:bỏ (?:giữa chừng|học|ngang|dở|lớp)|nghỉ (?:học|giữa chừng)|thôi học)(?!\w)",
            r"(?<!\w)(?:bỏ|nghỉ|thôi)(?!\w)",
        ),
        (r"(?<!\w)(?:dân tộc(?: thiểu số)?|dtts)(?!\w)", r"(?<!\w)(?:dân tộc|dtts)(?!\w)"),
        (r"(?<!\w)(?:phụ nữ|lao động nữ|chị em)(?!\w)", r"(?<!\w)(?:nữ|chị em)(?!\w)"),
    )
)
"""What people did or are who are counted, as asked for and as told: those trained are not those who found work."""


def said_at(sentence: str, start: int, end: int) -> str:
    """What a sentence says of the number at ``start`` to ``end``: between the numbers and commas about it."""
    others = read_quantities(sentence)
    first = max((other.end for other in others if other.end <= start), default=0)
    last = min((other.start for other in others if other.start >= end), default=len(sentence))
    before = re.split(r"[,;:(]\s|\. ", sentence[first:start])[-1]
    behind = re.split(r"[,;:)]\s|\. |[.;]$", sentence[end:last])[0]
    return f"{before}{sentence[start:end]}{behind}"


def of_other_people(question: Question, clause: str) -> bool:
    """Whether people of one deed or kind are counted ("bao nhiêu người có việc làm") and a number's clause tells
    of none such."""
    if question.counted not in PEOPLE and "%" not in question.unit:
        return False
    asked, told = question.text.lower(), clause.lower()
    return any(sought.search(asked) and not held.search(told) for sought, held in _DEEDS)


_CHOSEN = re.compile(
    r"(?<!\w)(?:chọn|công nhận|chứng nhận|nhận giải|nhận danh hiệu|tôn vinh|đạt giải|trúng|lọt|vinh danh|"
    r"cấp giấy)(?!\w)"
)
_ENTERED = re.compile(
    r"(?<!\w)(?:(?<!công )(?<!chứng )(?<!ghi )nhận(?! (?:giải|giấy|danh hiệu))|gửi|nộp|đăng ký|dự thi|tham gia|"
    r"tham dự|dự)(?!\w)"
)


def of_other_stage(question: Question, clause: str) -> bool:
    """Whether things that were chosen are counted and a number's clause tells of those entered, or the other way."""
    asked, told = _without_contest(question.text), _without_contest(clause)
    if not question.counted.startswith("sản phẩm") or bool(_CHOSEN.search(asked)) == bool(_ENTERED.search(asked)):
        return False
    wanted, other = (_CHOSEN, _ENTERED) if _CHOSEN.search(asked) else (_ENTERED, _CHOSEN)
    return other.search(told) is not None and wanted.search(told) is None


def _without_contest(text: str) -> str:
    """A text in lower case without the names of the contest: "kỳ bình chọn", "hội đồng bình chọn"."""
    return re.sub(r"bình chọn|lựa chọn", " ", text.lower())


def counts_things(sentence: str) -> bool:
    """Whether a sentence counts things besides its money: what it tells is then of all of them together."""
    return any(unit_head(quantity.unit) in THINGS for quantity in read_quantities(sentence))


def of_other_count(question: Question, sentence: str) -> bool:
    """Whether a figure of so many things is asked for and a sentence counts the same things, but not so many."""
    asked = [one for one in question.stated if _is_told_of(question, one)] if question.kind == "figure" else []
    if not asked:
        return False
    held = read_quantities(sentence)
    for head in {unit_head(one.unit) for one in asked}:
        counted = {one.value for one in held if unit_head(one.unit) == head}
        if counted and not counted & {one.value for one in asked if unit_head(one.unit) == head}:
            return True
    return False


def _is_told_of(question: Question, one: Quantity) -> bool:
    """Whether a count of a question says of how many things a figure is asked, and is no whole that it is part of."""
    head = unit_head(one.unit)
    if head not in THINGS or head == question.counted or one.value <= 1:
        return False
    text = f"{question.text} {question.asked}"
    return re.search(_OUT_OF + re.escape(one.text.split()[0]) + r"(?!\w)", text, re.IGNORECASE) is None
