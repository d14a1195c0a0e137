"""Things asked for one by one or by their names: the members of a group, enterprises, products, papers, provinces.

"Những hội chợ nào?" is not answered by a sentence that says only that there were fairs. It compares a question's
form with one sentence; which sentence is best is told elsewhere.
"""

import re

from assistant.answer_forms import asks, cues_of
from assistant.question_slots import Question
from assistant.weighing import HELD
from assistant.wording import content_words, holds, listed_words, spread, strength
from documents.letters import LOWER, UPPER
from documents.numbers import DIGIT_WORDS
from documents.places import find_places

_NUMBERS = "|".join((*DIGIT_WORDS, "mười"))
_COUNTED_HEAD = re.compile(rf"(?:^|\s)(?:\d+|{_NUMBERS}|những|các|mấy) ([^\W\d]+(?: [^\W\d]+){{0,2}}) (?:nào|gì)(?!\w)")
_GROUPS_BY_NAME = re.compile(
    rf"(?:^|\s)(?:\d+|{_NUMBERS}|những|các) (nhóm|loại|cấp|hình thức|mảng|nội dung) [^?]{{0,120}}?"
    r"(?:có )?tên (?:là )?gì(?!\w)"
)
_NAMES_OF_GROUPS = re.compile(
    rf"(?<!\w)tên(?: gọi)?(?: cụ thể| riêng)?(?: của)?(?: cả)? (?:từng|mỗi|các|những|\d+|{_NUMBERS}) "
    r"(nhóm|loại|cấp|hình thức|mảng|nội dung)(?!\w)"
)
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
_ENTERPRISE = re.compile(
    r"(?:[Cc]ông ty|[Dd]oanh nghiệp|DNTN|HTX|[Hh]ợp tác xã|[Cc]ơ sở|[Xx]ưởng|[Hh]ộ kinh doanh|[Nn]hà máy|[Tt]ổ hợp tác|"
    r"[Hh]ộ(?= (?:ông|bà|anh|chị)))\s(?:(?!(?:ở|tại|trong|thuộc|từ)\s)[^\s,.;]+\s){0,6}?"
    rf"(?!CNNT|TTCN|SXSH|CN\W)[{UPPER}][^\s,.;]+"
)
_NAME_GOES_ON = re.compile(rf"(?: [{UPPER}][^\s,.;()]*)*")
_CONDITIONS = re.compile(
    r"(?<!\w)(?:đáp ứng|thỏa mãn|thoả mãn|bảo đảm|đảm bảo|cần(?: có)?|phải có) "
    r"(?:những gì|(?:những |các )?(?:điều kiện|yêu cầu|tiêu chí) (?:gì|nào))"
)


def members_lacking(question: Question, sentence: str) -> bool:
    """Whether the members of a group are asked for one by one and the sentence names one thing at most."""
    if question.kind not in ("list", "passage", "where") or not asks(question, "members"):
        return False
    if _CONDITIONS.search(question.text.lower()):
        return False  # one condition may be all there is
    return cues_of("listing").search(_TAIL.sub("", sentence.strip())) is None


def counts_members_only(question: Question, sentence: str) -> bool:
    """Whether the things asked for one by one are only counted: "chia thành 04 nhóm" for "gồm những nhóm nào"."""
    head = _COUNTED_HEAD.search(question.text.lower()) or _GROUPS_BY_NAME.search(question.text.lower())
    head = head or _NAMES_OF_GROUPS.search(question.text.lower())
    if head is None:
        return False
    told = _TAIL.sub("", sentence.strip()).lower()
    for noun in dict.fromkeys((head[1], head[1].split()[0], head[1].split()[-1])):
        each = list(re.finditer(rf"(?<![\w/.,])\d{{1,3}}(?:/\d{{1,4}})? {re.escape(noun)}(?!\w)", told))
        counted = each[0] if each else None
        if len(each) > 1 and noun == "máy":  # "1 máy vò và 1 máy sấy": each by its own name, as no other noun counts
            return False
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


_CRAFT_NAMED = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(listed_words('craft_words.txt')))}) [{UPPER}][{LOWER}]+ [{UPPER}][{LOWER}]+"
)
"""A craft with the name of its village: "gốm Bát Tràng"."""


def named_head_lacking(question: Question, sentence: str) -> bool:
    """Whether things that go by their own names ("những phòng nào") are asked for and a sentence tells of none."""
    head = asked_head(question)
    if head is None or _MEMBERS_BY_NAME.match(head) is None:
        return False
    if head.startswith("làng") and _CRAFT_NAMED.search(sentence) is not None:
        return False
    return asked_head_lacking(question, spread(sentence)) or (
        _PAPERS.match(head) is not None and cues_of("listing").search(_TAIL.sub("", sentence.strip())) is None
    )


def enterprises_lacking(question: Question, sentence: str) -> bool:
    """Whether enterprises are asked for by name and the sentence names none."""
    return asks(question, "enterprises") and not names_an_enterprise(sentence)


def enterprises_named(sentence: str) -> list[tuple[str, int]]:
    """The enterprises that a sentence names, as printed, each with where it begins."""
    found = ((one, _NAME_GOES_ON.match(sentence, one.end())) for one in _ENTERPRISE.finditer(sentence))
    return [(f"{one[0]}{rest[0] if rest is not None else ''}", one.start()) for one, rest in found]


def enterprise_named(sentence: str) -> str:
    """The first enterprise that a sentence names, as printed; "" where it names none."""
    return next((name for name, _ in enterprises_named(sentence)), "")


_WHOSE_ENTERPRISE = re.compile(
    r"(?<!\w)(?:của|do|cho|là) (?:những |các |mấy )?(?:đơn vị|cơ sở|doanh nghiệp|công ty|hợp tác xã|hộ|xưởng)"
    r"(?: nào|(?: \w+){1,3} nào)(?!\w)"
)
"""Whose projects were, where enterprises are asked for: "2 đề án đã nghiệm thu là của đơn vị nào"."""


def asks_whose(question: Question) -> bool:
    """Whether it is asked whose something was, of enterprises."""
    return question.kind == "who" and _WHOSE_ENTERPRISE.search(question.text.lower()) is not None


def names_an_enterprise(sentence: str) -> bool:
    """Whether a sentence names an enterprise: "Cơ sở sản xuất kinh doanh Thanh Bình", "Công ty Sao Đỏ"."""
    return _ENTERPRISE.search(sentence) is not None


def provinces_lacking(question: Question, sentence: str) -> bool:
    """Whether provinces or districts are asked for by their names and the sentence names none, or few of many."""
    if not asks(question, "named_place"):
        return False
    named = {place for place, _, _ in find_places(sentence) if place.level in ("province", "district")}
    counted = _COUNTED_PLACES.search(question.text.lower())
    return len(named) < (min(int(counted[1]), NAMED_OF_MANY) if counted else 1)


_NAMED_THINGS = tuple(
    (re.compile(rf"(?<!\w){asked}(?!\w)", re.IGNORECASE), re.compile(named))
    for asked, named in (
        (
            r"sản phẩm (?:cụ thể )?nào(?: [^,.;?]{1,60})? (?:công nhận|tôn vinh|bình chọn|chứng nhận|đạt giải|lọt)",
            r"[Ss]ản phẩm[^.;]{0,60}?(?::|“| gồm | như | là )",
        ),
        (
            r"(?:ở|tại|thuộc|của) (?:xã|phường|thôn|thị trấn) (?:nào|gì)",
            rf"(?:[Xx]ã|[Pp]hường|[Tt]hôn|[Tt]hị trấn) [{UPPER}]",
        ),
        (
            r"(?:những|các|tên) hội chợ(?:[^,.;?]{0,30})? nào",
            r"Hội chợ|hội chợ[^.;]{0,60}?(?::|“| gồm | như | tại )",
        ),
        (
            r"(?:loại|hãng|mẫu|dòng|tên) máy(?: móc| thiết bị)? (?:gì|nào)",
            r"(?<!\w)(?:[Mm]áy|[Ll]ò|[Dd]ây chuyền) "
            r"(?!móc|thiết bị|mới|tiên tiến|hiện đại|và|vào|để|cho|trong|của|đã)\w+",
        ),
    )
)
"""What is asked for by name, and by what a sentence names one: products, communes, fairs, machines."""


_NAMED_THING = re.compile(r"(?:tên|danh sách) [^,.;?]*?(đề án|dự án|mô hình|sản phẩm|chương trình|hội chợ)(?!\w)")
_LISTED_BEHIND = r"(?:[:“\"(]| gồm | như | là |, [^,]+,)"


def names_lacking(question: Question, sentence: str) -> bool:
    """Whether things are asked for by their names and the sentence neither lists nor quotes any."""
    if any(asked.search(question.text) and not named.search(sentence) for asked, named in _NAMED_THINGS):
        return True
    if not asks(question, "named_things"):
        return False
    thing = _NAMED_THING.search(question.text.lower())
    listed = rf"(?<!\w){thing[1]}[^.;]{{0,80}}?{_LISTED_BEHIND}" if thing is not None else _LISTS_OR_QUOTES.pattern
    return re.search(listed, sentence, re.IGNORECASE) is None


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
