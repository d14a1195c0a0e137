"""What a cap or a rate of a legal text is of: ``tối đa 30% chi phí, không quá 70 triệu đồng ở cấp khu vực và …``.

One sentence may cap one thing several times. The subject stands before the first number, or in the sentence
before; what qualifies a number (``ở cấp khu vực``, ``đối với đơn vị thực hiện``) follows it, or leads it in.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents.cap_subjects import is_generic, names_support, read_topic, row_head, without_marker
from documents.indicator_phrases import trim_end
from documents.records import Quantity

_LIMIT = (
    r"(?:tối\s+đa|tối\s+thiểu|không\s+(?:vượt\s+)?quá|không\s+vượt|không\s+dưới|không\s+(?:thấp|ít|lớn|cao|nhiều)\s+hơn|"
    r"ít\s+nhất|nhiều\s+nhất|cao\s+nhất)"
)
_LINK = r"(?:là|bằng|ở\s+mức|với\s+mức|phải|đạt|chiếm|thì|cũng|từ|đến|tới)"
_LIMITED = re.compile(rf"(?:(?<!\w){_LINK}\s+)*{_LIMIT}(?:\s+(?:{_LINK}|{_LIMIT}))*\s*$", re.IGNORECASE)
_RATED = re.compile(
    r"(?<=\w)\s+(?:là|bằng)\s+$|(?<=được\schi)\s+$|(?:^|[:;]\s*)(?:[a-zđ]\)\s+|[-+•]\s*)?(?:chi\s+)?hỗ\s+trợ\s+$",
    re.IGNORECASE,
)
_RATE_OF = re.compile(
    r"(?:mức|định\s+mức|tỷ\s+lệ|tỉ\s+lệ)\s+(?:cũ|chi|hỗ\s+trợ|thưởng|tạm\s+ứng|trần)|.*được\schi$", re.IGNORECASE
)
_AND = r"(?:và|nhưng|song|còn|hoặc|đồng\s+thời)(?!\w)\s*"
_JOINT = re.compile(rf"[,;]\s+(?:{_AND})?|\s+{_AND}")
_HEADED = re.compile(r"(?:mức|chi|hỗ\s+trợ|tiền|thưởng|trần)\s", re.IGNORECASE)
_PAID = re.compile(r"được\s+(?:chi|hỗ\s+trợ|thưởng)$", re.IGNORECASE)
_QUALIFIES = re.compile(
    r"(?<!\w)(?:(?:ở\s+|tại\s+|thuộc\s+)?cấp\s+(?=\w)|đối\s+với\s|cho\s|ở\s|tại\s|để\s|áp\s+dụng\s+(?:cho|đối\s+với)\s)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[;:(\n]|\.(?!\d)|,(?!\s+(?:[^\W\d]+\s+){0,4}cấp\s)|\s(?:theo|do|nếu|khi|trong\s+trường\s+hợp|nhằm|trong\s+đó)\s",
    re.IGNORECASE,
)
_PREFACE = re.compile(
    r"(?:(?:theo|căn\s+cứ|trước\s+đây|ngoài\s+ra|bên\s+cạnh\s+đó|riêng|đồng\s+thời)(?!\w)[^,]*,\s*)+", re.IGNORECASE
)
_TIMES = ("năm", "tháng", "quý", "ngày")
_LEVEL_WORD = re.compile(r"^mức\s+(?:cũ\s+)?|\s+\((?:%|so với)[^)]*\)$")
_CAPPED_UNITS = ("%", "đồng", "lần")
_BASE_WORDS, _QUALIFIER_WORDS, _TAIL_WORDS = 14, 18, 5


@dataclass(frozen=True, slots=True)
class _Ruled:
    """A capped number of a sentence: its subject and what qualifies it; offsets are those of the sentence."""

    quantity: Quantity
    subject: str
    topic: str
    leading: str
    inherited: bool


def read_cap(text: str, quantity: Quantity, others: Sequence[Quantity], topic: str) -> tuple[str, str] | None:
    """What a capped number is of, as printed and as the head of a row; None where it is no cap of something given.

    ``others`` are the sentence's other quantities, ``topic`` is what the sentence before says is given.
    """
    ruled = sorted((q for q in (*others, quantity) if _limit_start(text, q) is not None), key=lambda q: q.start)
    if quantity.unit in _TIMES and ruled and ruled[0].end <= quantity.start <= ruled[-1].start:
        before = [q for q in ruled if q.end <= quantity.start][-1]
        capped = read_cap(text, before, [q for q in ruled if q is not before], topic)
        return (capped[0], f"thời gian {_LEVEL_WORD.sub('', capped[1])}") if capped else None
    if quantity not in ruled or "(" in text[text.rfind(")", 0, quantity.start) + 1 : quantity.start]:
        return None
    read: list[_Ruled] = []
    for number, one in enumerate(ruled):
        read.append(_read(text, one, read[-1] if number else None, topic))
    at = ruled.index(quantity)
    own = read[at]
    behind = _behind(text, quantity, ruled[at + 1] if at + 1 < len(ruled) else None)
    base, trailing = _parted(behind, quantity)
    return _named(own, base or _first_base(text, ruled), trailing, base if quantity.unit != "đồng" else "")


def _limit_start(text: str, quantity: Quantity) -> int | None:
    """Where the words that cap a number begin, or those that set a rate; None where there are none."""
    if not quantity.unit.startswith(_CAPPED_UNITS):
        return None
    lead = text[: quantity.start]
    found = _LIMITED.search(lead)
    if found is None and quantity.unit == "%":
        found = _RATED.search(lead)
        said = without_marker(lead[lead.rfind(". ") + 1 : found.start() + 1]).strip() if found else ""
        if found and "hỗ" not in found[0].lower() and not _RATE_OF.match(said):
            return None
    return found.start() if found else None


def _read(text: str, quantity: Quantity, before: _Ruled | None, topic: str) -> _Ruled:
    limit = _limit_start(text, quantity) or 0
    if before is None:
        return _opened(quantity, text[:limit], topic)
    _, own = _split(text[before.quantity.end : limit])
    if not own or is_generic(own):
        return replace(before, quantity=quantity, inherited=True)
    if _QUALIFIES.match(own):
        return _Ruled(quantity, before.subject, before.topic, own, True)
    return _opened(quantity, own, before.topic)


def _opened(quantity: Quantity, lead: str, topic: str) -> _Ruled:
    """The first capped number behind a subject: ``Hỗ trợ A, mức hỗ trợ``, ``Tiền thưởng: cấp khu vực``."""
    whole = without_marker(lead).strip()
    preface = _PREFACE.match(whole)
    whole = whole[preface.end() if preface else 0 :].strip(" ,:;")
    for joint in re.finditer(r"[,:;]\s+|\.\s+|\s+với\s+(?=mức)", whole):
        rest, said = whole[joint.end() :].strip(), whole[: joint.start()].strip()
        if is_generic(rest):
            lent = read_topic(said, False, "") or ("" if _QUALIFIES.match(said) else said)
            return _Ruled(quantity, rest, lent or topic, said if _QUALIFIES.match(said) else "", False)
        if _QUALIFIES.match(rest):
            return _Ruled(quantity, said, topic, rest, False)
        if joint[0].strip() in (";", ":", ".") and (_HEADED.match(rest) or _PAID.search(rest)):
            return _opened(quantity, rest, read_topic(said, False, topic))
    return _Ruled(quantity, whole, topic, "", False)


def _split(between: str) -> tuple[str, str]:
    """What stands between two capped numbers, in two: what follows the first, and what leads the second in."""
    stripped = between.strip()
    joints = list(_JOINT.finditer(between))
    if not joints or not between[joints[-1].end() :].strip():
        end = joints[-1].start() if joints else len(between)
        return between[:end], ""
    for joint in joints:
        own = between[joint.end() :].strip()
        paid = joint[0].strip() == ";" and _PAID.search(own)
        if _QUALIFIES.match(own) or is_generic(own) or _HEADED.match(own) or paid:
            return between[: joint.start()], own
    return stripped, ""


def _behind(text: str, quantity: Quantity, following: Quantity | None) -> str:
    """What follows a capped number up to what belongs to the next one, or to the end of its clause."""
    if following is not None:
        kept, _ = _split(text[quantity.end : _limit_start(text, following)])
        stop = re.search(r"[;:(]|\.\s", kept)
        return kept[: stop.start()] if stop else kept
    rest = text[quantity.end :]
    end = _CLAUSE_END.search(rest)
    return rest[: end.start()] if end else rest


def _parted(behind: str, quantity: Quantity) -> tuple[str, str]:
    """What a share is of, and the qualifier behind the number: ``dự toán``, ``đối với đơn vị thực hiện``."""
    found = _QUALIFIES.search(behind)
    said = behind[: found.start()] if found else behind
    base = said.strip() if said.rstrip().endswith("kèm theo") else trim_end(said)
    qualifier = trim_end(behind[found.start() :]) if found else ""
    if quantity.unit.startswith("đồng"):
        qualifier = qualifier if len(base.split()) <= _TAIL_WORDS else ""
        base = ""
    return " ".join(base.split()[:_BASE_WORDS]), " ".join(qualifier.split()[:_QUALIFIER_WORDS])


def _first_base(text: str, ruled: Sequence[Quantity]) -> str:
    """What the first share of a sentence is of: ``chi phí mua máy móc`` caps the money behind it too."""
    for number, one in enumerate(ruled[:-1]):
        if one.unit == "%":
            return _parted(_behind(text, one, ruled[number + 1]), one)[0]
    return ""


def _named(own: _Ruled, lent: str, trailing: str, base: str) -> tuple[str, str] | None:
    subject = own.subject
    qualifier = " ".join(piece for piece in (own.leading, trailing) if piece)
    if own.inherited and qualifier:
        subject = _without_like(subject, qualifier)
    topic = own.topic
    if not subject and not topic and base:
        told = " ".join(piece for piece in (base, trailing) if piece)
        return told, f"tỷ lệ {told.lower()}"
    if is_generic(subject) and not topic:
        lends = len(lent.split()) > 2 and not own.leading
        topic, base = (lent, "") if lends else ("", base)
        if not topic and qualifier:
            topic, qualifier = qualifier, ""
    elif subject and not is_generic(subject) and not names_support(subject):
        return None
    name = row_head(subject, topic)
    if not name:
        return None
    qualifier = " ".join(qualifier.lower().split())
    name = f"{name} {qualifier}" if qualifier and qualifier not in name else name
    if base:
        name = f"{name} ({'%' if own.quantity.unit == '%' else 'so với'} {base.lower()})"
    printed = trim_end(re.sub(rf"\s+{_LINK}$", "", subject)) or trailing or own.leading or lent or own.quantity.text
    return printed, name


def _without_like(subject: str, qualifier: str) -> str:
    """A subject without the qualifier of the number before, where the next has one of the same kind."""
    kind = re.search(r"cấp|đối\s+với|cho|ở|tại", qualifier, re.IGNORECASE)
    if kind is None:
        return subject
    ahead = r"(?:(?:ở|tại|thuộc)\s+)?" if kind[0].lower() == "cấp" else ""
    like = re.compile(rf"\s+{ahead}{re.escape(kind[0])}\s(?:(?!\s{kind[0]}\s).)*$", re.IGNORECASE)
    return like.sub("", subject) or subject
