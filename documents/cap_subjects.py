"""What is supported, paid or rewarded where a text caps it, named as the head of a row.

``Chi hỗ trợ xây dựng thương hiệu`` and ``mức hỗ trợ`` give ``mức hỗ trợ xây dựng thương hiệu``. Where the number
stands and which words qualify it is read in ``caps.py``.
"""

import re

from documents.indicator_phrases import load_abbreviations, phrase_patterns, trim_end

_MARKER = (
    r"\s*(?:[-–+*•]\s*|[a-zđ]{1,2}(?:\.\d+)?\)\s*|\d{1,2}(?:\.\d+)*[.)]\s+|Điều\s+\d+[a-zđ]?\.\s*|"
    r"Khoản\s+\d+\.\s*)*"
)
_GIVEN = r"(?:chi(?!\s+phí)|hỗ\s+trợ|thưởng|tặng\s+thưởng|tài\s+trợ|cho\s+vay|tạm\s+ứng)"
_TOPIC = re.compile(
    rf"{_MARKER}(?P<what>(?:(?:nội\s+dung|mức|kinh\s+phí)\s+)?{_GIVEN}(?!\w)[^.:;\d]*?)(?=,?\s+(?:bao\s+gồm|gồm)\b|[.:;\d(]|$)",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:(?:ngân\s+sách(?:\s+(?:nhà\s+nước|trung\s+ương|địa\s+phương|tỉnh))?|nhà\s+nước)\s+)?(?:tổng\s+)?"
    r"(?:mức\s+kinh\s+phí|mức\s+tiền|định\s+mức|mức|số\s+tiền|kinh\s+phí|tiền|tỷ\s+lệ|tỉ\s+lệ)?\s*(?:được\s+|sẽ\s+)*"
    r"(?:hỗ\s+trợ|chi|thưởng)?(?:\s+kinh\s+phí)?(?:\s+(?:này|cụ\s+thể|nêu\s+trên|cũ|mới))?",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?<!\w)(?:mức|hỗ\s+trợ|chi|thưởng|kinh\s+phí|tiền|tạm\s+ứng|vốn|trần|phí|lãi\s+suất|giá\s+trị|tỷ\s+lệ|tỉ\s+lệ|"
    r"phạt|thù\s+lao|phụ\s+cấp|ngân\s+sách)(?!\w)",
    re.IGNORECASE,
)
_DONE = re.compile(r"(?<!\w)(?:đã|đang)(?!\w)", re.IGNORECASE)
_PASSIVE = re.compile(r"\s+(?:sẽ\s+|chỉ\s+)?được\s+(?P<verb>hỗ\s+trợ|chi|thưởng|vay|tạm\s+ứng)$", re.IGNORECASE)
_GIVING = re.compile(rf"(?:(?:nội\s+dung|mức|kinh\s+phí)\s+)?(?:{_GIVEN}\s+)+(?:để\s+)?", re.IGNORECASE)
_VERB = re.compile(r"(?:hỗ\s+trợ|thưởng|tạm\s+ứng|chi(?!\s+phí))(?!\w)", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:các|những|mỗi|một)\s+", re.IGNORECASE)
_SPENT = re.compile(r"^(?:mức\s+)?(?:chi\s+(?=hỗ|thưởng))?", re.IGNORECASE)
_MOST_WORDS = 34


def without_marker(text: str) -> str:
    """A text without the bullet, letter or number that lists it."""
    return re.sub(rf"^{_MARKER}", "", text)


def is_generic(subject: str) -> bool:
    """Whether a subject says no more than that something is given: ``mức hỗ trợ``, ``ngân sách hỗ trợ``, or nothing."""
    return _GENERIC.fullmatch(" ".join(subject.split())) is not None


def names_support(subject: str) -> bool:
    """Whether a subject speaks of money that a rule gives: ``mức hỗ trợ …``, not what somebody has given."""
    return _HEAD.search(subject) is not None and not _DONE.search(subject)


def read_topic(text: str, opens: bool, held: str) -> str:
    """What the sentences behind one speak of: what it says is given, else what was ``held`` before it.

    ``opens`` says that it opens a block; a listed block that names nothing ends what was held.
    """
    found = _TOPIC.match(text)
    what = found["what"].strip(" ,") if found else ""
    if what and not is_generic(what):
        return what
    listed = opens and re.match(r"\s*(?:[a-zđ]{1,2}\)|\d{1,2}[.)]|Điều\s)", text)
    return "" if listed else held


def row_head(subject: str, topic: str) -> str:
    """The head of a row: the subject, completed by the topic where it is generic; "" where that is all it says."""
    subject = " ".join(subject.split())
    if is_generic(subject):
        given = _GIVING.match(topic)
        verb = (_VERB.findall(given[0]) if given else []) or _VERB.findall(subject) or ["hỗ trợ"]
        what = topic[given.end() :] if given else topic
        return _shortened(f"mức {verb[-1]} {what}") if what.strip() else ""
    passive = _PASSIVE.search(subject)
    if passive:
        return _shortened(f"mức {passive['verb']} {_ARTICLE.sub('', subject[: passive.start()])}")
    if _GIVING.match(f"{subject} "):
        return _shortened(f"mức {_SPENT.sub('', subject)}")
    return _shortened(subject)


def _shortened(name: str) -> str:
    """A name of a bearable length, abbreviations written out, in lower case; levels and places stay."""
    short = phrase_patterns()["short"]
    text = short.sub(lambda match: load_abbreviations()[re.sub(r"\s+", " ", match[0])], name)
    text = re.sub(r"\s*\([^()]*\)", "", " ".join(text.split()))
    return trim_end(" ".join(text.split()[:_MOST_WORDS])).lower()
