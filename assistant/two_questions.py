"""A question that asks two things, cut into two that are answered one after the other.

"Ai phê duyệt kế hoạch và nộp trước ngày nào?" It looks at the typed text alone: where two question
words stand on either side of a joining word, there are two questions. What is set side by side to be
compared is one question and stays whole.
"""

import re

from assistant.preambles import without_preamble
from assistant.sections_asked import asks_section_only
from assistant.wording import fold, has_diacritics

_JOINER = re.compile(
    r"\?\s+(?=\w)|[,;]?\s+(?:va|con(?! so )|dong thoi|and)\s+|;\s+|"
    r",\s+(?=(?:dien ra|hop|to chuc|khai mac|mo)(?: \w+){0,3} (?:ngay|khi|luc|thang) (?:nao|may)|"
    r"(?:dien ra|hop|to chuc|khai mac|mo) o dau)|"
    r",\s+(?=(?:chiem|tuong duong|(?:chi )?(?:het|ton)(?: tong cong| tat ca| ca thay)?) (?:may|bao nhieu))|"
    r",\s+(?=(?:thuc hien|lam duoc|da lam|giai ngan|hoan thanh)(?: duoc)? (?:may|bao nhieu) )|"
    r",\s+(?=(?:bang|dat) (?:may|bao nhieu) (?:%|phan tram))|\?\s*$"
)
_COMMA = re.compile(r",\s+(?!(?:ma|roi|thi|de|nhung|vi|nen|cua|o|tai|trong|(?:may|bao nhieu) cai) )(?=\w)")
_JOINER_LATER = re.compile(r",\s+(?:chiem|tuong duong|(?:chi )?(?:het|ton)(?: tong cong| tat ca| ca thay)?) $")
_VI = (
    r"bao nhiêu|mấy(?= (?!tháng|hôm|năm (?:qua|nay|gần)|\w+ (?:khác|kia|đó|này)))|ai(?! đó| cũng)|bao giờ|đâu(?! đó)|"
    r"nào(?! đó)|gì(?! đó)|vì sao|tại sao|ra sao|bao lâu|thế nào(?= là)"
)
_VI_FOLDED = (
    r"bao nhieu|may(?= (?!thang|hom|nam (?:qua|nay|gan)|moc))(?<!bo may)|(?<!ngay )ai(?! do)|bao gio|o dau|tai dau|"
    r"nao|gi|vi sao|tai sao|ra sao|bao lau"
)
_EN = r"how (?:many|much)|how|who|whom|when|where|which|what|why"
_ASKS = {
    name: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for name, words in (("vi", _VI), ("bare", _VI_FOLDED), ("en", _EN))
}
_ONE = re.compile(
    r"(?<!\w)(?:so sanh|so voi|chenh|hon|kem|gap|ty le|ti le|khac nhau|giong nhau|"
    r"(?<!het )(?<!ton )tong cong|cong lai|ca hai|tung|"
    r"moi ben|lan luot|compare|difference|respectively|each|than|total of)(?!\w)"
)
_TWO_LIMITS = re.compile(
    r"(?<!\w)(?P<one>han|thoi han)(?: cuoi| chot)?(?: \w+){1,20}? (?P<joiner>va) (?P<other>han|thoi han) .*?"
    r"(?P<tail>(?:la )?(?:ngay nao|khi nao|bao gio|ngay may|bao lau|bao nhieu ngay)(?: \w+){0,3}?)\W*$"
)
_LIMIT = re.compile(r"(?:thời )?hạn(?! (?:chế|mức|hẹp|hán|điền))(?!\w)")
"""Two limits of time asked for by one question word: "hạn đăng ký và hạn nộp hồ sơ là ngày nào"."""
_SUM_AND_CHANGE = re.compile(
    r"^(?P<of>.{12,160}?) (?:là |được )?(?:bao nhiêu|mấy) (?:tiền|tỷ|tỉ|đồng)(?: đồng)?,? (?:và )?"
    r"(?:tăng|lên|giảm|xuống|nhích)(?: (?:hay|hoặc) (?:tăng|lên|giảm|xuống))? (?:mấy|bao nhiêu) (?:phần trăm|%)"
    r"(?P<base>.*?)\W*$",
    re.IGNORECASE,
)
"""A sum and how it changed: "kế hoạch 2024 là bao nhiêu tiền, lên hay xuống mấy phần trăm so với năm trước"."""
_OF_BOTH_FUNDS = re.compile(
    r"^(?P<head>.*?(?<!\w)(?:ai|cơ quan nào|cấp nào|đơn vị nào|thẩm quyền) .*?)"
    r"(?P<thing>(?:kế hoạch|đề án|chương trình)(?: \w+){0,3}?) (?P<one>quốc gia|địa phương)"
    r",? (?:và|với|lẫn) (?:(?:kế hoạch|đề án|chương trình) )?(?:khuyến công )?(?P<two>quốc gia|địa phương)\W*$",
    re.IGNORECASE,
)
"""Who does something for both funds: "ai phê duyệt kế hoạch khuyến công quốc gia và địa phương"."""
_OF_EACH_FUND = re.compile(
    r"^(?P<head>.*?)(?P<how>mấy|bao nhiêu) (?P<noun>\w+"
    r"(?: (?!(?:là|từ|của|dùng|thuộc|bằng|vốn|nguồn|tiền|quốc|trung|tỉnh|địa)(?!\w))\w+){0,3})"
    r"(?P<of> (?:là|từ|của|dùng|thuộc|bằng))?(?: (?:vốn|nguồn|tiền))? "
    r"(?P<one>quốc gia|trung ương|tỉnh|địa phương),? (?:và |còn )?(?:mấy|bao nhiêu) (?P<again>(?:\w+ ){0,3}?)"
    r"(?:(?:là|từ|của|dùng|thuộc|bằng|vốn|nguồn|tiền) ){0,2}(?P<two>quốc gia|trung ương|tỉnh|địa phương)\W*$",
    re.IGNORECASE,
)
"""How many of each fund: "mấy cái là vốn quốc gia, mấy cái vốn tỉnh"."""
_HOW_MUCH_MONEY = r"(?:là |được |có |thì )?(?:bao nhiêu|mấy)(?: tiền| tỷ| tỉ| đồng| triệu)*"
_FUND_NAMED = r"(?:(?:vốn|nguồn|tiền|phần|kinh phí|ngân sách|khuyến công) ){1,3}(?:quốc gia|trung ương|tỉnh|địa phương)"
_SUM_OF_EACH_FUND = re.compile(
    rf"^(?P<head>.*?)(?P<one>{_FUND_NAMED}) {_HOW_MUCH_MONEY}[,;]? "
    rf"(?:và |còn )?(?P<two>{_FUND_NAMED})(?: {_HOW_MUCH_MONEY}| thì sao)?\W*$",
    re.IGNORECASE,
)
"""How much of each fund: "vốn quốc gia là bao nhiêu, vốn tỉnh là bao nhiêu"."""
LEAST_WORDS = 3  # that the first of two questions has; fewer are an opening, not a question


def asks_of_each_fund(asked: str) -> bool:
    """Whether a question asks how many are of the one fund and how many of the other."""
    return _of_each_fund(asked) is not None


def _of_each_fund(asked: str) -> tuple[str, str] | None:
    """The question of the one fund and that of the other, of the same things; None for any other."""
    sums = _SUM_OF_EACH_FUND.match(asked)
    if sums is not None and sums["one"].split()[-1].lower() != sums["two"].split()[-1].lower():
        return f"{sums['head']}{sums['one']} là bao nhiêu tiền", f"{sums['head']}{sums['two']} là bao nhiêu tiền"
    each = _OF_EACH_FUND.match(asked)
    if each is None or each["one"].lower() == each["two"].lower():
        return None
    again = each["again"].strip().lower()
    if again and again != "cái" and not each["noun"].lower().startswith(again):
        return None  # "bao nhiêu đề án vốn trung ương và bao nhiêu tỷ đồng vốn tỉnh"
    half = f"{each['head']}{each['how']} {each['noun']}{each['of'] or ' dùng'} vốn"
    return f"{half} {each['one']}", f"{half} {each['two']}"


def two_questions(asked: str, language: str) -> tuple[str, str] | None:
    """The two questions of a text that asks two things, in order, as typed; None for any other."""
    folded = fold(asked)
    changed = _SUM_AND_CHANGE.match(asked) if language == "vi" else None
    if changed is not None:
        of = without_preamble(changed["of"]).removesuffix(" là")
        return f"{of} là bao nhiêu tiền", f"{of} tăng hay giảm bao nhiêu phần trăm{changed['base']}"
    if len(folded) != len(asked) or _ONE.search(folded):
        return None
    bare = language == "vi" and not has_diacritics(asked)
    text = folded if bare else asked.lower()
    begins = _core_begins(asked)
    limits = _TWO_LIMITS.search(folded) if language == "vi" else None
    if limits is not None and (bare or all(_LIMIT.match(text, limits.start(one)) for one in ("one", "other"))):
        tail = asked[limits.start("tail") : limits.end("tail")]
        first = f"{asked[begins : limits.start('joiner')].strip()} {tail}"
        return first, asked[limits.end("joiner") :].strip(" ,;?")
    each = _of_each_fund(asked) if language == "vi" else None
    if each is not None:
        return each
    funds = _OF_BOTH_FUNDS.match(asked) if language == "vi" else None
    if funds is not None and funds["one"].lower() != funds["two"].lower():
        half = f"{funds['head']}{funds['thing']}"
        return f"{half} {funds['one']}", f"{half} {funds['two']}"
    return _cut_at(_JOINER, asked, language)


def at_a_comma(asked: str, language: str) -> tuple[str, str] | None:
    """The two questions that stand on either side of a comma: "tối đa mấy phó giám đốc, biên chế bao nhiêu người".

    Most commas part no questions, so that it is looked for only where the whole is answered by nothing.
    """
    if len(fold(asked)) != len(asked) or _ONE.search(fold(asked)):
        return None
    return _cut_at(_COMMA, asked, language)


def _cut_at(joiners: re.Pattern[str], asked: str, language: str) -> tuple[str, str] | None:
    """The parts before and behind the first joiner that has a question word on both its sides."""
    folded = fold(asked)
    bare = language == "vi" and not has_diacritics(asked)
    asks, text = _ASKS["bare" if bare else language], folded if bare else asked.lower()
    for joiner in joiners.finditer(folded, _core_begins(asked)):
        left, right = text[_core_begins(asked) : joiner.start()], text[joiner.end() :]
        second = asks.search(right)
        if second is not None and _JOINER_LATER.search(folded[joiner.end() : joiner.end() + second.start()]):
            continue  # "năm 2021 và 9 tháng năm 2022, hết bao nhiêu": the second question begins behind the comma
        if asks_section_only(right):
            return None  # "... thế nào và quy định tại điều nào": of one and the same
        if asks.search(left) and second is not None and len(left.split()) >= LEAST_WORDS:
            return asked[: joiner.start()].strip(" ,;?"), asked[joiner.end() :].strip(" ,;?")
    return None


def _core_begins(asked: str) -> int:
    """Where the question itself begins behind its preamble."""
    core = without_preamble(asked)
    return len(asked) - len(core) if asked.endswith(core) else 0
