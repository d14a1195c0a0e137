"""What an answer must show to be one: a cause, the members of a list, a length of time, a level of government.

"Vì sao ... giảm?" is not answered by a sentence that says only that it fell, "gồm những nhóm nào" not by
one that counts four groups. It compares a question's form with one sentence; which sentence is
best is told elsewhere. The cues are data (``data/answer_forms.json``).
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from assistant.contrasts import rivals
from assistant.question_slots import Question
from assistant.weighing import HELD
from assistant.wording import DATA, content_words, fold, has_diacritics, holds, spread, strength
from documents.letters import UPPER
from documents.numbers import DIGIT_WORDS
from documents.places import find_places
from documents.records import Quantity

Form = Literal[
    "why",
    "members",
    "enterprises",
    "breakdown",
    "rank",
    "ordinal",
    "yes_no",
    "number",
    "how",
    "day",
    "year",
    "place",
    "named_place",
    "named_things",
    "frequency",
    "representative",
    "duty",
    "goal",
    "trend",
    "differs",
    "definition",
    "aftermath",
    "successor",
]
"""What may be asked for: ``place`` one that can be named, ``named_place`` provinces or districts by their names,
``named_things`` projects or models by theirs, ``number`` that of a document, ``breakdown`` a sum split by year,
place or kind, ``ordinal`` which time it is, ``frequency`` how often."""

_NUMBERS = "|".join((*DIGIT_WORDS, "mười"))
_COUNTED_HEAD = re.compile(rf"(?:^|\s)(?:\d+|{_NUMBERS}|những|các|mấy) ([^\W\d]+(?: [^\W\d]+){{0,2}}) (?:nào|gì)(?!\w)")
_ENUMERATES = re.compile(r":| gồm | như | là |\(")
_COUNTED_PLACES = re.compile(
    r"(?<![\w/.,])(?<!trong )(?<!trong số )(\d{1,2}) (?:tỉnh|thành phố|địa phương|huyện)(?!\w)"
)
NAMED_OF_MANY = 3  # names from which a sentence may be the list of many places
_LISTS_OR_QUOTES = re.compile(r"[:“\"(]| gồm | như |\w+, [^,]+,")
_TAIL = re.compile(r",? (?:theo|tại|quy định tại) (?:điểm|khoản|Điều|Thông tư|Nghị định|Quyết định)[^;]*$")
_HEAD = re.compile(
    r"(?:^|\s)(?:gồm(?: có)?(?: những| các| nhưng)?|những|các|mấy) ([^,.?;]{2,40}?) (?:nào|gì)(?!\w)|"
    r"(?:^|\s)([^,.?;\s]+ [^,.?;\s]+) (?:nào|gì)(?!\w)"
)
_HEAD_INNER = re.compile(r"(?:^|\s)(?:những|các|mấy) ")
_LEVEL = re.compile(r"(?<!\w)cấp (tỉnh|huyện|xã|khu vực|vùng|quốc gia|bộ|cơ sở|trung ương)(?!\w)")
_PAPER = re.compile(r"(?<!\w)(chương trình|kế hoạch|đề án)(?= (?:khuyến công|quốc gia|địa phương)(?!\w))")
_SAME_LEVEL = {"vùng": "khu vực", "trung ương": "quốc gia"}
_AT_LEVEL = re.compile(r" ở (?:các )?vùng ")
_ENTERPRISE = re.compile(
    r"(?:[Cc]ông ty|[Dd]oanh nghiệp|DNTN|HTX|[Hh]ợp tác xã|[Cc]ơ sở|[Xx]ưởng|[Hh]ộ kinh doanh)\s(?:[^\s,.;]+\s){0,6}?"
    rf"(?!CNNT|TTCN|SXSH|CN\W)[{UPPER}][^\s,.;]+"
)
LASTING = frozenset({"năm", "tháng", "ngày", "tuần", "giờ", "tuổi"})
"""Units of time, in which a duration or an age is counted."""


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    table = json.loads((DATA / "answer_forms.json").read_text(encoding="utf-8"))
    return {name: tuple(cues) for name, cues in table.items() if not name.startswith("_")}


@cache
def _cues(name: str, bare: bool = False) -> re.Pattern[str]:
    """The cues of a form as whole words; ``bare`` folds them for text without diacritics."""
    joined = "|".join(fold(cue) if bare else cue for cue in _table()[name])
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)" if name != "listing" else rf"[,;:]|{joined}")


def asks(question: Question, form: Form) -> bool:
    """Whether a cue of the form stands in the question as typed."""
    asked = question.asked.lower()
    if question.language == "vi" and not has_diacritics(asked):
        return _cues(form, True).search(fold(asked)) is not None
    written = question.text.lower() if question.language == "vi" and not question.carried else ""
    return any(_cues(form).search(text) is not None for text in (asked, written) if text)


def asks_why(question: Question) -> bool:
    """Whether a cause is asked for."""
    opened = _cues("why_opening", True).match(fold(question.asked.lower())) is not None
    return asks(question, "why") or (opened and question.language == "vi")


_FELL = re.compile(r"(?<!\w)(?:giảm|(?:thấp|ít|kém) hơn|cắt|bị cắt|sụt|hụt|tụt)(?!\w)")
_MONEY_FELL = re.compile(
    r"(?<!\w)(?:kinh phí|kế hoạch|ngân sách|vốn|dự toán|tiền)(?!\w)[^?]{0,80}(?<!\w)"
    r"(?:giảm|(?:thấp|ít|kém) hơn|cắt|sụt|hụt|tụt)(?!\w)"
)


def cause_lacking(question: Question, sentence: str) -> float:
    """1 where a cause is asked for and the sentence tells none, .5 where it tells a purpose or an effect, else 0."""
    lowered = sentence.lower()
    if not asks_why(question):
        return 0.0
    if _MONEY_FELL.search(question.text.lower()) and not _FELL.search(lowered):
        return 1.0  # that something is low is no cause of its having become less
    if _cues("cause").search(lowered):
        return 0.0
    if _cues("setback").search(question.text.lower()):
        return 1.0  # a purpose or an effect is no cause of what went wrong
    return 0.5 if _cues("purpose").search(lowered) else 1.0


def members_lacking(question: Question, sentence: str) -> bool:
    """Whether the members of a group are asked for one by one and the sentence names one thing at most."""
    if question.kind not in ("list", "passage", "where") or not asks(question, "members"):
        return False
    return _cues("listing").search(_TAIL.sub("", sentence.strip())) is None


def counts_members_only(question: Question, sentence: str) -> bool:
    """Whether the things asked for one by one are only counted: "chia thành 04 nhóm" for "gồm những nhóm nào"."""
    head = _COUNTED_HEAD.search(question.text.lower())
    if head is None:
        return False
    told = _TAIL.sub("", sentence.strip()).lower()
    for noun in dict.fromkeys((head[1], head[1].split()[0], head[1].split()[-1])):
        counted = re.search(rf"(?<![\w/.,])\d{{1,3}}(?:/\d{{1,4}})? {re.escape(noun)}(?!\w)", told)
        if counted:
            return _ENUMERATES.search(told[counted.end() :]) is None
    return False


def asked_head(question: Question) -> str | None:
    """The thing that "những ... nào" asks for, as written; None where a question has no such form."""
    found = _HEAD.search(question.text.lower())
    head = (found[1] or found[2]).strip() if found is not None else None
    return _HEAD_INNER.split(head)[-1] if head is not None else None


def asked_head_lacking(question: Question, prepared: str) -> bool:
    """Whether a prepared sentence does not hold the thing that "những ... nào" asks for, nor another word for it."""
    head = asked_head(question)
    if head is None or question.kind not in ("list", "passage", "comparison"):
        return False
    heads = content_words(head)
    return bool(heads) and strength(prepared, heads[0]) < HELD


_PAPERS = re.compile(r"(?:loại )?giấy tờ|thành phần|biểu mẫu")
_MEMBERS_BY_NAME = re.compile(
    r"^(?:phòng|ban|giấy tờ|loại giấy tờ|thành phần|biểu mẫu|bước|loại máy|huyện|xã|làng nghề|công ty|mẫu)(?!\w)"
)


def named_head_lacking(question: Question, sentence: str) -> bool:
    """Whether things that go by their own names ("những phòng nào") are asked for and a sentence tells of none."""
    head = asked_head(question)
    if head is None or _MEMBERS_BY_NAME.match(head) is None:
        return False
    return asked_head_lacking(question, spread(sentence)) or (
        _PAPERS.match(head) is not None and _cues("listing").search(_TAIL.sub("", sentence.strip())) is None
    )


def enterprises_lacking(question: Question, sentence: str) -> bool:
    """Whether enterprises are asked for by name and the sentence names none."""
    return asks(question, "enterprises") and not names_an_enterprise(sentence)


def names_an_enterprise(sentence: str) -> bool:
    """Whether a sentence names an enterprise: "Cơ sở sản xuất kinh doanh Thanh Bình", "Công ty Sao Đỏ"."""
    return _ENTERPRISE.search(sentence) is not None


def rank_lacking(question: Question, prepared: str) -> bool:
    """Whether the first or last of several is asked for and a prepared sentence ranks nothing."""
    return asks(question, "rank") and _cues("ranked").search(prepared) is None


def ordinal_lacking(question: Question, prepared: str) -> bool:
    """Whether it is asked which time something takes place and a prepared sentence does not count the times."""
    return asks(question, "ordinal") and _cues("ordered").search(prepared) is None


def provinces_lacking(question: Question, sentence: str) -> bool:
    """Whether provinces or districts are asked for by their names and the sentence names none, or few of many."""
    if not asks(question, "named_place"):
        return False
    named = {place for place, _, _ in find_places(sentence) if place.level in ("province", "district")}
    counted = _COUNTED_PLACES.search(question.text.lower())
    return len(named) < (min(int(counted[1]), NAMED_OF_MANY) if counted else 1)


_PRODUCTS_ASKED = re.compile(
    r"(?<!\w)sản phẩm (?:cụ thể )?nào(?: [^,.;?]{1,60})? (?:công nhận|tôn vinh|bình chọn|chứng nhận|đạt giải|lọt)"
)
_PRODUCTS_NAMED = re.compile(r"[Ss]ản phẩm[^.;]{0,60}?(?::|“| gồm | như | là )")


_COMMUNE_ASKED = re.compile(r"(?<!\w)(?:ở|tại|thuộc|của) (?:xã|phường|thôn|thị trấn)(?: nào| gì)(?!\w)")
_COMMUNE_NAMED = re.compile(r"(?:[Xx]ã|[Pp]hường|[Tt]hôn|[Tt]hị trấn) [" + UPPER + "]")
_FAIRS_ASKED = re.compile(r"(?<!\w)(?:những|các|tên) hội chợ(?:[^,.;?]{0,30})? nào(?!\w)")
_FAIRS_NAMED = re.compile(r"Hội chợ|[Hh]ội chợ[^.;]{0,60}?(?::|“| gồm | như | tại )")
_MACHINES_ASKED = re.compile(r"(?<!\w)(?:loại|hãng|mẫu|dòng|tên) máy(?: móc| thiết bị)? (?:gì|nào)(?!\w)")
_MACHINES_NAMED = re.compile(
    r"(?<!\w)(?:máy|lò|dây chuyền) (?!móc|thiết bị|mới|tiên tiến|hiện đại|và|vào|để|cho|trong|của|đã)\w+|\blò \w+"
)


def names_lacking(question: Question, sentence: str) -> bool:
    """Whether things are asked for by their names and the sentence neither lists nor quotes any."""
    if _PRODUCTS_ASKED.search(question.text.lower()) and _PRODUCTS_NAMED.search(sentence) is None:
        return True
    if _COMMUNE_ASKED.search(question.text.lower()) and _COMMUNE_NAMED.search(sentence) is None:
        return True
    if _FAIRS_ASKED.search(question.text.lower()) and _FAIRS_NAMED.search(sentence) is None:
        return True
    if _MACHINES_ASKED.search(question.text.lower()) and _MACHINES_NAMED.search(sentence.lower()) is None:
        return True
    return asks(question, "named_things") and _LISTS_OR_QUOTES.search(sentence) is None


_THING_ASKED = re.compile(
    r"(?:^|\s)((?:nghề|ngành nghề|đề án|dự án|mô hình|lớp|hội chợ|doanh nghiệp|cơ sở|hợp tác xã)"
    r"(?: (?:truyền thống|khuyến công|điểm|thí điểm|trình diễn|thủ công|nhóm))*)(?: cụ thể)? (?:nào|gì)(?!\w)"
)
_MEMBERS_FOLLOW = re.compile(r"[:“\"(]| gồm | như | là ")
_BARE_AFTER = 2  # words behind a thing that must be the question's own to tell nothing new of it


def only_told_of(question: Question, sentence: str) -> bool:
    """Whether things are asked for ("nghề truyền thống nào") and the sentence only says that there are some.

    "đã khôi phục nghề truyền thống và mở thêm ngành nghề mới" names no craft, "có đề án phải ngừng" no project.
    """
    asked = _THING_ASKED.search(question.text.lower())
    if asked is None or question.kind not in ("list", "passage"):
        return False
    lowered, prepared = sentence.lower(), spread(question.text)
    noun = " ".join(asked[1].split()[:2])
    held = [match.end() for match in re.finditer(rf"(?<!\w)(?:{re.escape(asked[1])}|{noun})(?!\w)", lowered)]
    if not held or _MEMBERS_FOLLOW.search(lowered[held[0] :]):
        return False
    bare = []
    for end in held:
        behind = re.match(r"\s*(?:[.,;]|$| (?:và|để|góp|nhằm)(?!\w))", f" {lowered[end:].strip()}")
        words = lowered[end:].split()[:_BARE_AFTER]
        own = len(words) == _BARE_AFTER and all(holds(prepared, word.strip(".,;")) for word in words)
        bare.append(behind is not None or own)
    return any(bare)


def of_other_body(question: Question, prepared: str) -> bool:
    """Whether it is asked what one body has to do and a prepared text speaks of others alone."""
    if question.kind not in ("list", "passage") or not asks(question, "duty"):
        return False
    bodies = next(group for group in rivals() if "bộ công thương" in group)
    asked = [word for word in question.words if word in bodies]
    told = any(holds(prepared, body) for body in bodies)
    return told and any(strength(prepared, body) < HELD and not holds(prepared, body) for body in asked)


def goal_lacking(question: Question, prepared: str) -> bool:
    """Whether the aim of a programme is asked for and a prepared sentence tells of none."""
    asked = question.kind in ("list", "passage") and asks(question, "goal")
    return asked and _cues("goal_told").search(prepared) is None


def difference_lacking(question: Question, prepared: str) -> bool:
    """Whether it is asked wherein one thing differs from another and a prepared sentence does not set them apart."""
    return asks(question, "differs") and _cues("differs_told").search(prepared) is None


def sequel_lacking(question: Question, prepared: str) -> bool:
    """Whether it is asked what came after something, or who after someone, and a prepared sentence tells of none."""
    return any(
        asks(question, form) and _cues(f"{form}_told").search(prepared) is None for form in ("aftermath", "successor")
    )


def tells_a_turn(text: str) -> bool:
    """Whether a text tells of a rise or a fall."""
    return _cues("turned").search(text.lower()) is not None


def procedure_lacking(question: Question, prepared: str) -> bool:
    """Whether it is asked when something is done (approved, published) and a prepared sentence dates something else."""
    steps = _table()["procedure"]
    asked = [word for word in question.words if word in steps]
    return question.kind == "when" and any(strength(prepared, word) < HELD for word in asked)


_PART_OF = re.compile(
    r"(?:^|[,.;:] )trong (?:tổng )?(?:số )?\d[\d.,]* (?:tỷ|tỉ|triệu)(?: đồng)?\b.*"
    r"\b(?:phần|riêng|dành|bao nhiêu (?:tiền |đồng )?(?:cho|là của|từ))\b"
)


def stated_whole(question: Question) -> Quantity | None:
    """The sum of which a question asks a part: "trong 50,3 tỷ đồng thì phần hội chợ là bao nhiêu"; else None."""
    if (
        question.unit == "%"
        or question.counted
        or _PART_OF.search(f"{question.asked} {question.whole}".lower()) is None
    ):
        return None
    return question.stated[0] if question.stated else None


_SPENT = re.compile(
    r"(?<!\w)(?:giải ngân|đã (?:chi|tiêu|dùng|sử dụng|thực hiện|quyết toán)|thực hiện được|"
    r"(?:chi|tiêu|dùng) hết|thực chi)(?!\w)"
)
_TELLS_SPENT = re.compile(
    r"(?<!\w)(?:giải ngân|thực hiện|chi|dùng|sử dụng|quyết toán|ký hợp đồng|hỗ trợ được|đã hỗ trợ)(?!\w)"
)
_WHOLE_YEAR = re.compile(r"(?<!\w)(?:cả|trọn|toàn|hết) năm|whole (?:of the )?year|full year|whole of (?:19|20)\d\d")

_AGAINST_YEAR = re.compile(r"(?<!\w)(?:so|còn|nữa|thiếu|hơn|kém|left|remain\w*|than)(?!\w)")


def spending_lacking(question: Question, sentence: str) -> bool:
    """Whether the money spent is asked for and a sentence tells of none that was: a plan is not yet spent."""
    asked = question.unit == "đồng" and _SPENT.search(f"{question.text} {question.whole}".lower())
    return bool(asked) and _TELLS_SPENT.search(sentence.lower()) is None


def asks_whole_year(question: Question) -> bool:
    """Whether a number of the whole year is asked for: "cả năm 2024"."""
    asked = f"{question.asked} {question.whole}".lower()
    return _WHOLE_YEAR.search(asked) is not None and _AGAINST_YEAR.search(asked) is None


def frequency_lacking(question: Question, sentence: str) -> bool:
    """Whether it is asked how often and the sentence does not say."""
    return asks(question, "frequency") and _cues("recurring").search(sentence.lower()) is None


def asks_duration(question: Question) -> bool:
    """Whether a length of time is asked for: "trong mấy ngày"."""
    return question.kind == "figure" and question.counted.split(" ")[0] in LASTING


def levels_named(prepared: str) -> frozenset[str]:
    """The levels of government (tỉnh, khu vực, quốc gia, ...) that a prepared text names by "cấp"."""
    return frozenset(_SAME_LEVEL.get(level, level) for level in _LEVEL.findall(prepared))


def of_other_paper(question: Question, prepared: str) -> bool:
    """Whether one paper is asked of ("chương trình") and a prepared sentence tells of another ("kế hoạch")."""
    asked, told = (set(_PAPER.findall(text)) for text in (spread(question.text), prepared))
    return bool(asked and told) and not asked & told


def of_other_level(question: Question, told: str) -> bool:
    """Whether a text tells of another level ("cấp tỉnh") than the one asked for ("cấp quốc gia") and not of that."""
    asked = levels_named(_AT_LEVEL.sub(" cấp vùng ", spread(question.text)))
    if not asked:
        return False
    prepared = spread(told)
    held = levels_named(prepared)
    return bool(held) and not asked & held and not any(holds(prepared, level) for level in asked)
