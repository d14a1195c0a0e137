"""What kind of answer a question asks for, and of what standing, told by cue words.

The cues are data (``data/question_cues.json``); what the question is about is not read here.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache

from assistant.patterns import compiled
from assistant.records import QuestionKind
from assistant.wording import DATA, fold
from documents.legal_references import LegalReference
from documents.records import Status

_TO_DATE = re.compile(
    r"(?<!tháng )đầu năm|(?:những|các|mấy|vài) tháng đầu|đến nay|tới nay|tới giờ|đến giờ|đến tháng|so far|to date|since"
)


_WHO = re.compile(r" ai (?!do )\S")  # where a question opens with it and asks nothing else
_ELSE = re.compile(r" (?:ra sao|làm sao|lam sao|thế nào|the nao|gì|gi|nào|nao|bao nhiêu|bao nhieu|với ai|voi ai) ")
_RELATIVE = re.compile(
    r" (?:someone|anyone|those|people|persons?|individuals?|firms?|establishments?|bodies) (?:who|whom) "
)
_NO_OFFICIALS = (
    "had |has |have |did |does |was |were |requires? |says? |said |province|document|circular|department|decree"
)
_REWORDED_EN = (
    (re.compile(r" where (?:do|does|did) (.{3,60}?) come from "), r" what are the sources of \1 "),
    (re.compile(r"^ (who|what|which|how) (.*) when (the|a|an|it|they|he|she) "), r" \1 \2 as \3 "),
    (re.compile(r" what (?:happens to|becomes of|is done with) "), " how is handled the "),
    (re.compile(r"^ who (\w+(?: \w+)?) how (?:much|many) "), r" who \1 the amount of "),
    (re.compile(r" (say|said|report|note) about (?:the )?(?:yearly |annual )?number of "), r" \1 about "),
    (
        re.compile(
            rf" which (?:(?!{_NO_OFFICIALS})\w+ ){{0,4}}?officials? "
            r"(?=[a-z]+ed |said |was |were |has |had |is |spoke |gave |led |took )"
        ),
        " who ",
    ),
    (re.compile(r" what (?:is|was) the name of the (owner|director|head|person|company) "), r" who is the \1 "),
)
"""English questions whose first words ask another thing than they seem to."""
_WHOEVER = re.compile(
    r"^ (?:neu )?(?:ai|nguoi nao) (?:\S+ ){1,16}thi (?!hanh |cong |truong |tuyen |dua |diem )"
    r".*(?:the nao|ra sao|lam sao|gi|bao nhieu|nhung \S+(?: \S+){0,3} nao) "
)
"""Whoever does something, of whom something else is asked: "ai làm trái thì bị xử thế nào"."""
_NOBODY = re.compile(
    r"(?<!\w)(chưa|không|chẳng|chua|khong|chang) (?:(?:có|co|hề|he) )?ai (?=\w)(?!.* (?:là|la) ai(?!\w))"
)
"""Nobody, who is not asked for: "huyện nào chưa có ai đăng ký"; punctuation between would part two questions."""
_OFFICE_ALONE = re.compile(
    r" (?:(?:ho )?ten (?:cua )?)?(?:pho |thu )?(?:giam doc|cuc truong|chu tich|bo truong|vu truong|truong phong)"
    r"(?: (?!noi |cho |ve |co |duoc |va |ky |yeu |de |nhan |danh |phat |chi |tai |la )\w+){1,9} $"
)
"""A question that is the name of an office and nothing more, folded: "giám đốc Sở Công Thương Đắk Nông"."""
_NAME_OF_OFFICE = re.compile(
    r" ten (?:cua )?(?:ong |ba |vi )?(?:pho |thu )?(?:giam doc|cuc truong|chu tich|bo truong|vu truong|truong phong) "
)
"""The name of who holds an office asked for without a question word, folded: "cho biết tên Giám đốc Sở"."""
_ELSE_ASKED = "".join(
    f"(?<! {word})"
    for word in (
        *("khi", "the", "luc", "ngay", "thang", "nam", "tinh", "huyen", "xa", "noi", "dau"),
        *("van ban", "nghi dinh", "thong tu"),
    )
)
"""What no "nào" stands behind that asks for a being: a time, a place, a way, a text."""
_WHICH_OFFICER = re.compile(
    r"^ (?:vi |ong |ba )?(?:pho |thu )?(?:giam doc|cuc truong|chu tich|bo truong|vu truong|truong phong)"
    rf"(?: (?!co |duoc |cho |phai |la )\w+){{1,6}}{_ELSE_ASKED} nao (?!co bao nhieu )|"
    r"^ (?:vi )?lanh dao nao (?:cua |o |ben )"
)
"""Which of those who hold an office did something, folded: "phó giám đốc sở công thương Kon Tum nào kiến nghị ..."."""
_AMOUNTS = frozenset({"mức chi", "mức hỗ trợ", "tỷ lệ", "tỉ lệ", "tỷ trọng", "số lượng", "số tiền"})
"""Cues of a number that only name what something else is asked of: "mức chi do ai quy định"."""
_SEVERAL = re.compile(
    r" (?:nhung|cac|may) muc (?:\S+ )?nao | may (?:thu|viec|dieu kien|noi dung|khoan|loai|nhom) (?:gi|nao) |"
    r" may (?:noi dung|viec|hoat dong|nhiem vu|giai phap|han che|kho khan|vung|nganh|co so|san pham)"
    r"(?: (?!va |o |tai |trong |thi |duoc |cua |bao )\w+){1,4}? (?:gi|nao) (?!do )"
)
"""Things asked for one by one by a word that elsewhere asks how many, folded: "những mức nào", "mấy điều kiện gì"."""
_SOME_TIME = re.compile(
    r" (?:mấy|may) ((?:tháng|thang|năm|nam) (?:đầu|dau|cuối|cuoi|qua|vừa qua|vua qua|gần đây|gan day|nay|trước|truoc)) "
)
"""A stretch of time that is not asked for: "trong mấy tháng đầu năm"."""
_GROUPS_NAMED = re.compile(
    r" ((?:hai|ba|bốn|bon|năm|sáu|bảy|bay|tám|tam|chín|chin|các|cac|những|nhung|\d+) "
    r"(?:nhóm|nhom|loại|loai|cấp|cap|hình thức|hinh thuc|mảng|mang|nội dung|noi dung)"
    r"(?: (?!giám |giam |cục |cuc |chủ |chu |trưởng|truong|phó |pho |ông |ong |bà |ba )\S+){0,10}) "
    r"(?:có )?(?:tên|ten) (?:là |la )?(?:gì|gi) "
)
"""The names of groups, which are no persons: "bốn nhóm sản phẩm ... tên là gì"."""
_SO_MANY_TIMES = re.compile(
    r" (?:sau|trai qua|trải qua|du|dù) (?:mấy|may) (?:lần|lan|phen) "
    r"(?=.* (?:gì|gi|nào|nao|ai|đâu|dau|sao|bao nhiêu|bao nhieu) )"
)
"""What is told in passing: "sau mấy lần đổi tên"."""
_EVERY_YEAR = re.compile(r" (?:năm|nam) (?:nào|nao) (?:cũng|cung) ")
"""No year is asked for: "năm nào cũng phải bình chọn"."""
_HOW_OFTEN = re.compile(
    r" ((?:mỗi|moi|một|mot|trong) (?:tháng|thang|năm|nam)) (?:mấy|may) "
    r"(ngày|ngay|giờ|gio|buổi|buoi|lần|lan|đồng|dong|tiền|tien|nghìn|nghin|triệu|trieu|tỷ|ty|tấn|tan|kg|"
    r"sản phẩm|san pham) "
)
"""So many days a month, which is not "tháng mấy"."""
_HOW_MANY = re.compile(
    r" mấy (?!giờ |năm (?:gần|qua|nay|trước|liền|đó) |mới |móc |hôm |(?:ông|bà) (?!phó)|anh |chị |em |cái |bạn |bác )\S"
)


_IN_A_MANNER = re.compile(
    r" ((?:nguyên do|nguyên nhân|lý do|lí do|nét|điểm (?:nhấn|nổi bật|mới|sáng|yếu|mạnh|nghẽn|khác)|mấu chốt|cái khó|"
    r"khó khăn|vướng mắc|hạn chế|lợi thế|thế mạnh|ý nghĩa|vai trò)(?: [\w-]+){0,12}?) (?:là )?nằm ở "
    r"(?:chỗ nào|đâu|khâu nào|điểm nào) "
)
"""What is no place: "nguyên do nằm ở chỗ nào"."""
_STUCK = re.compile(
    r" (?:chỗ|cho|khâu|khau|điểm|diem|mặt|mat) (?:nào|nao)(?: (?:đang|dang|còn|con|bị|bi|gây|gay|là|la))* "
    r"(?:tắc|tac|nghẽn|nghen|vướng|vuong|yếu|yeu|kém|kem|chậm|cham|hạn chế|han che) "
)
"""No place either: "chỗ nào đang tắc"."""
_NO_DIFFERENCE = re.compile(
    r" (tốn|ton) (?:kém|kem) | (?:báo cáo|bao cao|bài|bai|bảng|bang) so sánh |"
    r" (?:cần|can|để|de) (?:đối chiếu|doi chieu)(?: (?:số liệu|so lieu))? |"
    r" (?:hơn|hon) (?=(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười|mot|bon|sau|bay|tam|chin|muoi|"
    r"\d+) (?:đồng|dong|tỷ|tỉ|ty|ti|triệu|trieu|phần|phan) )"
)
"""What sets nothing against anything: "tốn kém bao nhiêu", "tôi cần đối chiếu số liệu", "hơn bốn đồng là của ..."."""


_HOW_MANY_ASKED = re.compile(r" (?:bao nhieu|may|con so|how|so nao|muc nao|percent|percentage|number|amount|total) ")
_SETS_TWO = re.compile(r" (?:so sanh|so voi|hay|chenh|cach biet|ben nao|nao .*hon|khac nhau|compare|than|difference) ")
"""What sets two things against each other, folded: a list with "nhiều hơn" in passing does not."""
_ENTERPRISES = re.compile(
    r" (?:nhung|cac) (?:co so|doanh nghiep|dn|cong ty|hop tac xa|htx|ho kinh doanh|don vi)"
    rf"(?: (?!nao |duoc |phai |co )\w+){{0,6}}{_ELSE_ASKED} nao (?!chiu |co trach |phu trach |quan ly |chu tri )"
)
"""Enterprises asked for one by one: "những cơ sở nào được hỗ trợ"."""
_HOW_MANY_OF = re.compile(r" (được|có|gồm|còn|làm|cả thảy|tất cả|tổng cộng|hết|ra|thêm|thì còn) mấy cái ")


@cache
def _cues() -> Mapping[str, tuple[str, ...]]:
    table = json.loads((DATA / "question_cues.json").read_text(encoding="utf-8"))
    return {kind: tuple(cues) for kind, cues in table.items() if not kind.startswith("_")}


def cue_stands(cue: str, prepared: str) -> bool:
    """Whether a cue stands in a prepared question; ``…`` in it bridges up to 60 characters."""
    if "…" not in cue:
        return f" {cue} " in prepared
    first, last = cue.split("…")
    return compiled(rf" {re.escape(first)} .{{0,60}}\b{re.escape(last)} ").search(prepared) is not None


def prepare(text: str, folded: bool) -> str:
    """A question made ready for cues: lower case, single spaces, and no "hơn" that is part of a term."""
    lowered = _NOBODY.sub(r"\1 ", text.lower())
    prepared = f" {re.sub(r'[^0-9a-zà-ỹđ%-]+', ' ', lowered).strip()} "
    prepared = re.sub(r" (c[oơ]) (s[oở]) (n[aà]o) ", r" \1_\2 \3 ", prepared)
    prepared = re.sub(r" (c[aá]ch) (n[aà]o) ", r" \1_\2 ", prepared)
    prepared = re.sub(r" who (?:counts?|qualif(?:y|ies)) as ", " what is ", prepared)
    prepared = _RELATIVE.sub(" those that ", prepared)
    for pattern, put in _REWORDED_EN:
        prepared = pattern.sub(put, prepared)
    prepared = re.sub(r" (nh[oó]m|lo[aạ]i) (?:c[oơ] s[oở]|[dđ][oơ]n v[iị]) n[aà]o ", r" \1 gì ", prepared)
    prepared = re.sub(r" (nh[uữ]ng|c[aá]c) b[eê]n n[aà]o ", r" \1 gì " if not folded else r" \1 gi ", prepared)
    prepared = re.sub(
        r" (?:những|nhung|các|cac|ba|bốn|bon|\d+) (?:cấp|cap) (nào|nao) ",
        " nhung gi " if folded else " những gì ",
        prepared,
    )
    prepared = re.sub(
        r" (loại hình|loai hinh|hình thức|hinh thuc) (?:tổ chức|to chuc) (nào|nao) ", r" \1 \2 ", prepared
    )
    prepared = re.sub(r" (?:mang tên|mang ten) (?:gì|gi) ", " là gì " if not folded else " la gi ", prepared)
    prepared = re.sub(r" (tỉnh|tinh) (thành|thanh)(?: phố| pho)? (nào|nao) ", r" \1 \2 \3 ", prepared)
    prepared = _STUCK.sub(" han che gi " if folded else " hạn chế gì ", prepared)
    prepared = _IN_A_MANNER.sub(r" \1 là gì ", prepared)
    prepared = _GROUPS_NAMED.sub(r" \1 nhung gi " if folded else r" \1 những gì ", prepared)
    prepared = _SO_MANY_TIMES.sub(" ", prepared)
    prepared = _EVERY_YEAR.sub(" hang nam " if folded else " hằng năm ", prepared)
    prepared = _SOME_TIME.sub(r" \1 ", prepared)
    prepared = _HOW_OFTEN.sub(r" \1 bao nhieu \2 " if folded else r" \1 bao nhiêu \2 ", prepared)
    prepared = re.sub(r" may (?=(?:moi|moc|tien tien|hien dai) )", " may_moc ", prepared) if folded else prepared
    prepared = re.sub(r" con s[oố] (?=\d|(?:l[aà] )?bao nhi)", " ", prepared)
    prepared = _NO_DIFFERENCE.sub(lambda found: f" {found[1]} " if found[1] else " ", prepared)
    for term in ("sản xuất sạch hơn", "sạch hơn"):
        prepared = prepared.replace(fold(term) if folded else term, "sxsh")
    return prepared


_DEALT_WITH = re.compile(
    r" (?:xu ly|giai quyet|quan ly|thu hoi|thanh toan|quyet toan)(?: \w+){0,8}? (?:nhu )?(?:the nao|ra sao|lam sao) "
)
"""How something is dealt with, which is no amount of it."""


_A_DAY = re.compile(
    r" (?:moi|mot|1|hang|trong) ngay (?:duoc |ra |lam |lam ra |duoc may |san xuat )?(?:bao nhieu|may) \w"
)
"""How much a day, which asks for no day."""


def cue_kinds(text: str, folded: bool) -> frozenset[str]:
    """The kinds of cue that stand in a question; ``folded`` looks for them without diacritics."""
    prepared = prepare(text, folded)
    found: set[str] = set()
    rest = prepared
    for kind, cues in _cues().items():
        for cue in sorted(cues, key=len, reverse=True):
            spelled = fold(cue) if folded else cue
            if cue_stands(spelled, rest if kind == "figure" else prepared):
                if kind == "figure" and cue in _AMOUNTS and found & {"which", "who", "when", "where"}:
                    continue
                found.add(kind)
                if kind in ("when", "which", "who", "where"):
                    rest = rest.replace(f" {spelled} ", "  ")
                break
    if {"list", "figure"} <= found and not _HOW_MANY_ASKED.search(fold(prepared)):
        found.discard("figure")  # "hạn chế gì về số lượng cơ sở"
    if "figure" in found and _DEALT_WITH.search(fold(prepared)) and not _HOW_MANY_ASKED.search(fold(prepared)):
        found.discard("figure")  # "số tiền chưa dùng hết thì xử lý thế nào"
    if "list" in found and "figure" not in found and not _SETS_TWO.search(fold(prepared)):
        found.discard("comparison")
    if folded and " hanh vi nao " in prepared:
        found = (found - {"who"}) | {"list"}  # "hành vi nào", and not "vị nào"
    if _A_DAY.search(fold(prepared)):
        found = (found - {"when"}) | {"figure"}  # "mỗi ngày bao nhiêu đôi chiếu"
    if _SEVERAL.search(fold(prepared)):
        found = (found - {"figure"}) | {"list"}
    if _ENTERPRISES.search(fold(prepared)):
        found = (found - {"who"}) | {"list"}
    rest = _HOW_MANY_OF.sub(r" \1 mấy ", rest)
    if _WHO.match(rest) and not _ELSE.search(rest):
        found.add("who")
    if _WHOEVER.search(fold(prepared)):
        found.discard("who")
    if _WHICH_OFFICER.search(fold(prepared)):
        found = (found - {"figure"}) | {"who"}
    if not found and _NAME_OF_OFFICE.search(fold(prepared)):
        found.add("who")
    if not found and _OFFICE_ALONE.match(fold(prepared)) and not _ELSE.search(prepared):
        found.add("who")
    if not folded and "list" not in found and _HOW_MANY.search(rest) and not rest.endswith(" không "):
        found.add("figure")
    return frozenset(found)


def names_a_quantity(text: str) -> bool:
    """Whether a question without a question word names a quantity: "Tổng kinh phí ... năm 2024?"."""
    lowered = text.lower().strip(" ?.")
    if re.match(r"(?:các|những|mọi) ", lowered):
        return False
    asking = r"gì|nào|sao|ai|đâu|thế|không|vì|nhiều hay ít|cao hay thấp|why|how|what|who|giải thích|nêu|liệt kê|kể"
    if re.search(rf"(?<!\w)(?:{asking})(?!\w)", lowered):
        return False
    head = (
        r"(?:^|[:;,] )(?:(?:mục tiêu|chỉ tiêu|kế hoạch|dự toán) (?:về )?)?"
        r"(?:tổng(?! hợp| kết| quan)|phần (?:vốn|kinh phí|tiền|ngân sách|khuyến công)|quy mô|công suất|số|"
        r"chỉ số|tốc độ|mức tăng|tăng trưởng|sản lượng|giá trị|kim ngạch|diện tích|kinh phí|chi phí|"
        r"kế hoạch kinh phí|tỷ lệ|tỉ lệ|mức|doanh thu|nguồn|ngân sách|vốn|ước|giải ngân|lệ phí|học phí|"
        r"the number|total)\b|[,:] tiền (?:hỗ trợ |cho )?\w+"
    )
    money = re.search(r"\b(?:kinh phí|chi phí|ước thực hiện|bằng tiền|tỷ đồng|doanh thu)\b", lowered) is not None
    return re.search(head, lowered) is not None or money


def kind_of(cues: frozenset[str], references: Sequence[LegalReference], names_a_quantity: bool) -> QuestionKind:
    """One kind; where several cues stand, the narrowest request wins."""
    if "comparison" in cues or ("difference" in cues and "figure" in cues):
        return "comparison"
    for kind in ("which", "who", "when", "where"):
        if kind in cues and "figure" not in cues:
            return kind
    if "figure" in cues:
        return "figure"
    if references and any(reference.article for reference in references):
        return "legal"
    if "list" in cues:
        return "list"
    return "figure" if names_a_quantity else "passage"


def status_asked(text: str) -> Status:
    """Whether planned, estimated or actual figures are asked for; ``unknown`` when the question does not say."""
    lowered = text.lower()
    if re.search(r"\bước\b|ước tính|estimate", lowered):
        return "estimate"
    if _REALLY_DONE.search(lowered) and not _SET_AGAINST.search(lowered):
        return "actual"
    if _CARRIED_OUT.search(lowered) and not _PLANNED.search(lowered):
        return "actual"
    if re.search(r"kế hoạch|chỉ tiêu|dự kiến|sẽ|mục tiêu|được duyệt|planned", lowered):
        return "plan"
    if re.search(
        r"thực hiện được|(?<!ước )thực hiện(?: trong)?(?: năm)? (?:19|20)\d\d|đã |kết quả|giải ngân|"
        r"\balready\b|\bso far\b",
        lowered,
    ) or _BY_NOW.search(lowered):
        return "actual"
    return "unknown"


_REALLY_DONE = re.compile(
    r"(?<!\w)thực tế (?:thì )?(?:đã |được )?(?:làm|chi|đạt|thực hiện|giải ngân|hỗ trợ)(?: được| ra)?(?!\w)"
)
_SET_AGAINST = re.compile(r"(?<!\w)(?:so với|chênh|hơn|kém|gấp|bằng (?:mấy|bao nhiêu) phần)(?!\w)")
_CARRIED_OUT = re.compile(
    r"(?:số|mức|kết quả|tổng|(?:kinh phí|vốn|số tiền)(?: khuyến công)?)(?: (?:đã|được))? thực hiện"
    r"(?! (?:kế hoạch|các|những|đề án))(?!\w)"
)
_PLANNED = re.compile(r"kế hoạch|chỉ tiêu|dự kiến|sẽ |mục tiêu|được duyệt")
_BY_NOW = re.compile(r"(?<!thì )\brồi(?: vậy| à| ạ| nhỉ| hả)?\W*$")
_DONE_SURELY = re.compile(
    r"thực tế (?:đã |được )?(?:chi|làm|đạt|giải ngân|thực hiện|sử dụng|tiêu)|thực (?:chi|giải ngân|cấp)(?!\w)|"
    r"(?:chi|giải ngân|thực hiện|đạt|tiêu|sử dụng) (?:trên )?thực tế|\bactual(?:ly)?\b"
)


def asks_done(text: str) -> bool:
    """Whether what was really done is asked for, which no plan tells: "thực tế đã chi", "actually spent"."""
    return _DONE_SURELY.search(text.lower()) is not None


def asks_to_date(text: str) -> bool:
    """Whether the year so far is asked for: "từ đầu năm đến nay"."""
    return _TO_DATE.search(text.lower()) is not None
