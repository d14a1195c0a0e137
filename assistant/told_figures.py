"""A follow-up that sets what was just told against another figure: "so với năm 2022 thì hơn bao nhiêu".

It reads the question alone. What was told stands in the talk; where the other figure is found is known to
``answering``, how two are set side by side to ``comparisons``.
"""

import re
from collections.abc import Sequence

from assistant.operations import without_operations
from assistant.question_slots import Question
from assistant.wording import fold, listed_words
from documents.records import Figure

_HOW_MUCH = re.compile(r"(?<!\w)(?:bao nhieu|may|nhiu|bn|ra sao|the nao)(?!\w)")
_SETS_APART = re.compile(r"(?<!\w)(?:so voi|so cung|hon|kem|chenh|lech|gap|thua|vuot|cach nhau|hut)(?!\w)")
_MOST = re.compile(r"(?<!\w)nhat(?!\w)")
_COMPARED_WITH = re.compile(r"(?<!\w)so (?:voi|cung) (?P<base>.+)$")
_OF_BOTH = re.compile(
    r"(?<!\w)(?:hai|2|ca hai|giua hai) (?:khoan|so|con so|nam|ben|muc|noi|vung|nguon|ky|dot|tinh|khu vuc|so tien|cai)"
    r"(?: (?:nay|do|ay|tren|kia|vua roi))?(?!\w)|"
    r"(?<!\w)(?:chenh|lech|hon kem|cach|gap|cong)(?: lai)? (?:nhau|lai)(?!\w)"
)
_CALLED = re.compile(r"(?<!\w)(?:hai|2) (nam|ky|dot|vung|tinh|khu vuc|noi)(?!\w)")
_ADDED = re.compile(r"(?<!\w)(?:cong|tong|gop)(?!\w)")
_SAID_OF_IT = frozenset(
    {"khoản", "số", "con số", "số tiền", "mức", "bên", "phần", "kém", "hơn", "tăng", "giảm", "chênh", "lệch", "gấp"}
    | {"chênh lệch", "cách", "nhau", "hụt", "vượt", "thua", "cộng", "hai", "vùng", "tỉnh", "khu vực", "nguồn", "so"}
    | {"cao", "thấp", "bằng", "lại", "tiền", "kinh phí", "đồng", "năm", "kỳ", "đợt", "nơi"}
)


def sets_both_apart(question: Question) -> bool:
    """Whether the last two figures told are set side by side: "hai khoản lệch nhau mấy tỷ"; it names nothing itself."""
    asked = fold(question.asked)
    stated = [quantity for quantity in question.stated if quantity.value != 2]  # "2 khoản"
    named = question.places or question.periods or question.names or stated or _own_words(question)
    apart = _SETS_APART.search(asked) or _ADDED.search(asked)
    return not named and _OF_BOTH.search(asked) is not None and apart is not None and _asks_how_much(question)


_AGAINST = re.compile(
    r"^\W*(?:(?:vậy|thế|còn|rồi|thế thì|vậy thì|và|nếu|mà|thì)\W+)*"
    r"(?:so (?:với|cùng)|(?:(?:nhiều|cao|lớn|ít|thấp|nhỏ) )?(?:hơn|kém)|thua|vượt|(?:tăng|giảm|hụt)(?: \w+)? so với) "
    r"(?P<other>[^?,;]+?)(?:,| thì(?!\w)| là(?!\w)| (?:là )?(?:bao nhiêu|mấy)(?!\w))",
    re.IGNORECASE,
)
_POINTS = re.compile(r"(?<!\w)(?:đó|ấy|này|cùng năm|cùng kỳ|trước đó|liền trước|năm trước|kia)(?!\w)", re.IGNORECASE)
_TOLD = re.compile(r"(?<!\w)(?:do|ay|nay|kia)(?!\w)")  # "so với số đó": the figure told itself


def set_against(question: Question) -> str:
    """What the last figure told is set against, as a follow-up of its own: "Còn năm 2022 thì sao?"; else ""."""
    asked = fold(question.asked)
    if _MOST.search(asked) or question.names or _SETS_APART.search(asked) is None or not _asks_how_much(question):
        return ""
    named = [*(place.name for place in question.places), *(period.label for period in question.periods)]
    pointed = _AGAINST.match(question.asked)
    if pointed is not None and _POINTS.search(pointed["other"]) and all(_said_in(pointed["other"], n) for n in named):
        return f"Còn {pointed['other']} thì sao?"
    base = _COMPARED_WITH.search(asked)
    if base is not None and not _TOLD.search(base["base"]) and not any(_said_in(base["base"], n) for n in named):
        return ""  # "phía Bắc cao hơn bao nhiêu so với năm trước": its own base
    one = len(question.places) <= 1 and len(question.periods) <= 1 and bool(named)
    own = [word for word in _own_words(question) if word != "kế hoạch"]
    if not one or question.stated or question.references or own:
        return ""
    planned = "kế hoạch " if question.periods and "kế hoạch" in question.words else ""
    return f"Còn {planned}{' '.join(named)} thì sao?"


def adds_up(question: Question) -> bool:
    """Whether the two are to be added up, and not set apart."""
    asked = fold(question.asked)
    return _ADDED.search(asked) is not None and _SETS_APART.search(asked) is None


def told_apart(question: Question, pair: Sequence[Figure]) -> bool:
    """Whether two figures differ in what a follow-up calls them by: "hai năm" are of two years, "hai vùng" of two."""
    if len(pair) != 2:
        return False
    called = _CALLED.search(fold(question.asked))
    if called is None:
        return True
    of_time = called[1] in ("nam", "ky", "dot")
    return (pair[0].period != pair[1].period) if of_time else (pair[0].place != pair[1].place)


def _said_in(text: str, name: str) -> bool:
    """Whether a text says a place or the year of a period."""
    years = re.findall(r"(?:19|20)\d\d", name)
    return any(year in text for year in years) if years else fold(name) in fold(text)


def _asks_how_much(question: Question) -> bool:
    return _HOW_MUCH.search(fold(question.asked)) is not None


def _own_words(question: Question) -> list[str]:
    """What a question names beside amounts and the words that set them side by side."""
    light = _SAID_OF_IT | listed_words("money_words.txt") | question.light
    return [word for word in question.words if without_operations(word).strip() and word not in light]
