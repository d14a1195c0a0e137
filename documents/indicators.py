"""What a quantity counts or measures: the noun phrase as printed and its normalised name.

Phrases are cut and normalised by ``indicator_phrases.py`` and put together by ``indicator_names.py``.
Place, period and status are not read here.
"""

import re
from dataclasses import dataclass

from documents.caps import read_cap
from documents.figure_comparisons import Comparison, read_comparison
from documents.indicator_funds import (
    find_fund,
    name_both_funds,
    name_together,
    sum_of_fund,
    turn_fund,
    without_rival_fund,
)
from documents.indicator_labels import name_by_label
from documents.indicator_names import name_of_bare_money, name_of_money, name_with_fund
from documents.indicator_phrases import (
    clause_before,
    head_phrase,
    normalise_name,
    phrase_patterns,
    trim_end,
    until_stop,
    without_other_money,
)
from documents.indicator_wordings import (
    earlier_in_series,
    is_of_own_work,
    lists_names,
    name_by_group,
    name_by_purpose,
    name_of_gathered,
    name_of_rate,
    points_back,
)
from documents.letters import UPPER
from documents.records import Quantity
from documents.units import is_noun_unit, load_counted_nouns, load_unit_tables

_PLACES_COUNTED = ("tỉnh", "huyện", "xã", "quận", "phường", "thành phố", "địa phương", "thị xã", "quốc gia")
_GENERIC_MONEY = re.compile(
    r"^(?:tổng\s+|với\s+)*(?:số\s+|nguồn\s+|mức\s+)?(?:doanh thu|sản lượng|diện tích|kinh phí|vốn|"
    r"số tiền|giá trị|ngân sách|mức)(?:\s+(?:hỗ trợ|thực hiện|đầu tư|đối ứng|là|các đề án|đề án|"
    r"khuyến công|dự kiến|từ ngân sách nhà nước|hỗ trợ thực hiện|để thực hiện|các|đã|được))*$"
)

_PROGRAMME = re.compile(r"(?:của\s+)?khuyến\s+công\s+(?:quốc\s+gia|địa\s+phương)", re.IGNORECASE)
_LEVEL = re.compile(r"cấp\s+(?:tỉnh|huyện|xã|quốc\s+gia|khu\s+vực|vùng)", re.IGNORECASE)

_REACHES = re.compile(
    r"\s*,?\s*(?:để\s+)?(?:lên|xuống|còn|đạt)(?:\s+(?:mức|đến|tới|thành|còn|khoảng|gần|hơn|trên))*\s*", re.IGNORECASE
)
"""Between a change and what it came to: ``tăng 3,1% lên 21,5%``."""
_OF_PLAN_IN_BRACKETS = re.compile(r"\s*\((?:đạt|bằng)\s*")
"""Before the share of its plan that money before the brackets reached: ``1.235 triệu đồng (đạt 65%)``."""
_CHANGE = re.compile(r"^mức (?:tăng|giảm) |(?<=\w) so với .*$")
_PLAN_OF_YEAR = re.compile(r"(?:^|[.;•–-]\s*)kế\s+hoạch(?:\s+năm(?:\s+\d{4})?)?\s*:\s*$", re.IGNORECASE)
_GIVES = re.compile(r"(?:để )?(?:hỗ trợ|xây dựng|tổ chức|đào tạo|mua|thực hiện|triển khai|mở)")
_RANK = re.compile(
    r"(?:(?:cao|thấp|nhiều|ít|lớn|nhỏ) nhất|dẫn đầu|đứng đầu|đứng cuối|kế (?:đến|tiếp|đó)|tiếp (?:theo|đến|đó|sau)|"
    r"sau đó|cuối cùng)"
    r"(?: vùng| cả nước| khu vực)?(?: là)?(?: tỉnh)?(?: với)?"
)
"""What only ranks a member of a series, whose indicator is that of the series: ``thấp nhất là Cà Mau với``."""
_PLACE_ALONE = rf"(?:\s*:(?-i:\s*(?:[{UPPER}][\w.]*[\s–-]*)*))?$"
_OF_SEVERAL = re.compile(
    r"\s+(?:của|tại|ở|cho)\s+(?:một\s+số|các|mấy|\d+)\s+(?:tỉnh|địa\s+phương|huyện|đơn\s+vị)[^:;,.]{0,40}?\s+như\s+sau"
    rf"{_PLACE_ALONE}|(?<=\w\w)\s+(?:cụ\s+thể\s+)?như\s+sau{_PLACE_ALONE}",
    re.IGNORECASE,
)
"""What opens a series behind the name of its indicator: ``... của một số tỉnh như sau: Đồng Tháp``."""
_SAYS_LITTLE = re.compile(
    r"(?:đề án|dự án|mô hình|cơ sở|lớp|sản phẩm)(?: khuyến công| công nghiệp nông thôn)?"
    r"(?:(?: được)?(?: hỗ trợ)? từ(?: nguồn)?(?: kinh phí| vốn| ngân sách)+(?: khuyến công)?)?"
    r"(?: quốc gia| địa phương| của tỉnh| trung ương)?"
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """``printed`` stands in the sentence as it is; ``name`` is normalised from it."""

    printed: str
    name: str


def read_indicator(
    text: str,
    quantity: Quantity,
    before: list[Quantity],
    after: list[Quantity],
    comparison: Comparison,
    subject: str,
    topic: str = "",
) -> Indicator:
    """What a quantity of the sentence counts or measures; in a list item, of what the item is headed.

    ``before`` and ``after`` are the sentence's other quantities on either side; ``subject`` is the
    name of the indicator that the sentence (or the one before it) spoke of last, ``topic`` what a rule
    before it says is given.
    """
    found = _read(text, quantity, before, after, comparison, subject, topic)
    found = Indicator(_OF_SEVERAL.sub("", found.printed), _OF_SEVERAL.sub("", found.name))
    return Indicator(found.printed, name_by_label(text, quantity, found.printed, found.name))


def _read(
    text: str,
    quantity: Quantity,
    before: list[Quantity],
    after: list[Quantity],
    comparison: Comparison,
    subject: str,
    topic: str,
) -> Indicator:
    subject = turn_fund(text, quantity, before, subject)
    after = [q for q in after if q.start >= quantity.end]  # the whole of a ratio lies in its part
    cap = read_cap(text, quantity, [*before, *after], topic) if not comparison.kind else None
    if cap is not None:
        return Indicator(*cap)
    series = earlier_in_series(text, quantity, before) if not comparison.kind else None
    if series is not None:
        value, behind = before[series], [*before[series + 1 :], quantity]
        first = read_comparison(text, value, behind[0])
        named = read_indicator(text, value, before[:series], [*behind, *after], first, subject, topic)
        reached = first.kind in ("rise", "fall") and _REACHES.fullmatch(text, value.end, quantity.start)
        return Indicator(named.printed, _CHANGE.sub("", named.name)) if reached else named
    if quantity.unit in ("%", "điểm %", "lần", "‰"):
        return _measured(text, quantity, before, after, comparison, subject)
    if is_noun_unit(quantity.unit):
        return _with_fund(text, quantity, _topic(text, quantity, before, after[0] if after else None))
    rate = name_of_rate(text, quantity, before, subject)
    found = Indicator(*rate) if rate else _valued(text, quantity, before, after, subject)
    return _with_fund(text, quantity, found) if quantity.unit == "đồng" else found


def _with_fund(text: str, quantity: Quantity, found: Indicator) -> Indicator:
    """The indicator with the fund its part of the sentence names: national or local."""
    fund = find_fund(text, quantity, found.printed, found.name)
    name = name_both_funds(name_together(text, quantity, found.name))
    return Indicator(found.printed, name_with_fund(found.name, fund) if fund else name)


def _product(quantity: Quantity) -> str:
    """What a rate names before its time, ``cà phê bột`` of ``60 tấn cà phê bột/năm``, or ""."""
    return quantity.text.partition(f" {quantity.unit.split('/')[0]} ")[2].partition("/")[0].strip()


def _is_money(unit: str) -> bool:
    return unit.split("/")[0] in load_unit_tables()["money"].values()


# -- money and measures


def _valued(text: str, quantity: Quantity, before: list[Quantity], after: list[Quantity], subject: str) -> Indicator:
    barrier = max([q.end for q in before if q.unit == quantity.unit or q.unit == "%"], default=0)
    lead = text[barrier : quantity.start]
    phrase = head_phrase(lead)
    stop = after[0].start if after else len(text)
    behind = _product(quantity) or until_stop(text, quantity.end, stop).strip()
    if gathered := name_of_gathered(phrase, behind):
        return Indicator(behind, gathered)
    if fund := quantity.unit == "đồng" and sum_of_fund(text, quantity, lead):
        return Indicator(fund, normalise_name(f"kinh phí {fund}" if _PROGRAMME.fullmatch(fund) else fund))
    if phrase:
        name = normalise_name(phrase)
        counted = [q for q in before if q.start >= barrier - 1 and q.unit in load_counted_nouns().values()]
        if _GENERIC_MONEY.match(name) and counted and not is_of_own_work(name, counted[-1]):
            topic = _spent_on(text, counted, before, quantity)
            if topic and topic not in name:
                name = name_of_money(name, topic)
        own = counted or points_back(text, quantity, name)
        return Indicator(phrase, name if own else name_of_bare_money(name, subject))
    if phrase_patterns()["heads"].match(behind):
        return Indicator(behind, normalise_name(behind))
    compared = re.search(r"so\s+với\s+([^,;()]*?)[\s(:–-]*$", lead, re.IGNORECASE)
    if compared and compared[1].strip():
        return Indicator(compared[1].strip(), subject or normalise_name(compared[1]))
    opened = max(lead.rfind("; "), lead.rfind(". ")) + 1
    found = phrase_patterns()["verbs"].finditer(lead, opened)
    verbs = [verb for verb in found if not _LEVEL.match(lead, verb.start())]
    if behind and not _is_money(quantity.unit):
        return Indicator(behind, normalise_name(behind))  # "12 triệu lít rượu"
    if verbs:
        printed = text[barrier + verbs[-1].start() : quantity.start].strip(" ,(")
        purpose = re.match(
            r"\s*((?:cho|để|từ|vào|nhằm|giúp)?\s*(?:[^,;.()\d]|\([^()\d]{1,40}\)){0,110})", text[quantity.end : stop]
        )
        tail = re.sub(r"\s*\([^()]*\)", "", purpose[1]).strip() if purpose else ""
        tail = re.sub(r"^(?:cho|để|giúp)\s+", "", without_other_money(tail)).strip(" /")
        if subject and not tail:
            return Indicator(printed, subject)
        given = "được " if not tail and re.search(r"được\s+$", lead[: verbs[-1].start()]) else ""
        return Indicator(printed, normalise_name(f"kinh phí {given}{verbs[-1][0]} {tail}"))
    if after and _GIVES.fullmatch(behind) and is_noun_unit(after[0].unit):
        what = _counted(text, after[0], [], after[1:])
        return Indicator(f"{behind} {what.printed}", f"kinh phí {behind} {what.name}")
    if re.match(r"(?:hỗ trợ|đầu tư|phục vụ|cho|để|xây dựng|tổ chức|đào tạo|mua|thực hiện)\s", behind):
        return Indicator(behind, normalise_name(f"kinh phí {behind}"))
    rest = re.sub(
        r"^(?:và|trong đó|còn|(?:chỉ\s+)?(?:tính\s+)?riêng|cụ thể|theo đó|gồm|bao gồm)\s+",
        "",
        clause_before(lead).strip(),
        flags=re.IGNORECASE,
    )
    name = _name_in_series(rest, subject)
    if quantity.unit == "đồng" and (staged := _money_by_stage(lead, name)):
        return Indicator(rest, staged)
    money = quantity.unit == "đồng" and not name
    if money and (told := name_by_group(text, quantity) or (not subject and name_by_purpose(text, quantity, stop))):
        return Indicator(rest, told)
    if len(name.split()) > 1 or not subject:
        return Indicator(rest, f"kinh phí {name}" if quantity.unit == "đồng" and name else name)
    named = subject if quantity.unit != "đồng" or phrase_patterns()["heads"].match(subject) else f"kinh phí – {subject}"
    return Indicator(subject, named)


def _name_in_series(rest: str, subject: str) -> str:
    """The name of what a stretch calls itself; "" where it only ranks a member of what was spoken of."""
    name = normalise_name(rest)
    return "" if subject and _RANK.fullmatch(name) else name


def _money_by_stage(lead: str, name: str) -> str:
    """The name of money told by its stage alone: ``Kế hoạch năm 2025: 14,2 tỷ đồng``, ``ước thực hiện cả năm …``."""
    if re.fullmatch(r"(?:.* )?phê duyệt kế hoạch", name) or (not name and _PLAN_OF_YEAR.search(lead)):
        return "kế hoạch kinh phí"
    done = re.fullmatch(
        r"(?:kết quả )?(?P<stage>(?:ước )?thực hiện)(?: cả năm| đến (?:hết )?(?:ngày|tháng|năm) \S+)?", name
    )
    return f"kinh phí {done['stage']}" if done else ""


def _spent_on(text: str, counted: list[Quantity], before: list[Quantity], quantity: Quantity) -> str:
    """The name of the things counted last, of both funds where the two counted last are of one kind and joined.

    Things counted in closed brackets are a part; the money behind them is of the whole before them.
    """
    name = _with_fund(text, counted[-1], _topic(text, counted[-1], before, quantity)).name
    earlier = counted[-2] if len(counted) > 1 and counted[-2].unit == counted[-1].unit else None
    if earlier is None:
        return name
    between = text[earlier.end : counted[-1].start]
    other = _with_fund(text, earlier, _topic(text, earlier, before, counted[-1])).name
    if re.fullmatch(rf"[^,;.:()\d]*(?:\s+và|,)\s+(?:{_PROGRAMME.pattern}\s+|(?:[^\W\d]+\s+){{0,2}})", between, re.I):
        return without_rival_fund(name, other)
    opening = text.find("(", earlier.end, counted[-1].start)
    closed = opening >= 0 and ")" in text[counted[-1].end : quantity.start] and ")" not in between
    return other if closed else name


# -- things counted


def _topic(text: str, quantity: Quantity, before: list[Quantity], following: Quantity | None) -> Indicator:
    """What is counted; a part in brackets that says no more than its unit is a part of what stands before them.

    ``5 đề án hỗ trợ mô hình (trong đó 3 đề án của tỉnh)``: the three support mô hình too.
    """
    found = _counted(text, quantity, [q for q in before if q.end <= quantity.start], [following] if following else [])
    opening = text.rfind("(", 0, quantity.start)
    if opening < 0 or ")" in text[opening : quantity.start] or not _SAYS_LITTLE.fullmatch(found.name):
        return found
    wholes = [q for q in before if q.end <= opening and q.unit == quantity.unit]
    if not wholes:
        return found
    behind = next((q for q in before if q.start >= wholes[-1].end), quantity)
    whole = _counted(text, wholes[-1], [q for q in before if q.end <= wholes[-1].start], [behind])
    return Indicator(found.printed, whole.name)


def _counted(text: str, quantity: Quantity, before: list[Quantity], after: list[Quantity]) -> Indicator:
    stop = after[0].start if after else len(text)
    noun_start = re.match(r"[\d.,\s/\-–\u00a0]*(?:\([^)]*\)\s*)?", text[quantity.start : quantity.end])
    start = quantity.start + (noun_start.end() if noun_start else 0)
    printed = text[start:stop] if start < stop else quantity.text
    ratio = re.match(r"\d[\d.,]*\s?/\s?\d[\d.,]*\s+|(?:trăm|nghìn|ngàn|vạn|triệu|tỷ)\s+", printed)
    printed = printed[ratio.end() :] if ratio else printed
    head = max(0, quantity.end - start - (ratio.end() if ratio else 0))
    named = head and lists_names(text, quantity)
    rest = "" if named else until_stop(printed, head, len(printed), keep_purpose=True, cut=bool(after))
    printed = f"{printed[:head]} {rest}" if rest and printed[head : head + 1] in " \u00a0" else printed[:head] + rest
    printed = trim_end(printed) or quantity.unit
    noun = " ".join(printed[:head].split())
    name = (
        f"{normalise_name(noun) or quantity.unit} {normalise_name(printed[head:])}".strip()
        if head
        else normalise_name(printed)
    )
    if not head and _PROGRAMME.match(name):
        name = f"{quantity.unit} {name}"  # "… và 17 khuyến công địa phương"
    barrier = max([q.end for q in before], default=0)
    purpose = re.search(
        r"(?:(?<!\w)(?:đã|sẽ|được|tiếp tục)\s+)?(?P<what>(?:hỗ trợ|tổ chức|tư vấn|đào tạo|xây dựng|"
        r"đánh giá|bình chọn|chuyển giao|tập huấn|thực hiện|triển khai)\s[^,;:.()\d]{6,90}?)\s+(?:cho|"
        r"tại|với|được|của)\s*(?:gần|hơn|trên|khoảng|hàng|các)?\s*$",
        text[barrier : quantity.start],
        re.IGNORECASE,
    )
    if purpose and quantity.unit not in _PLACES_COUNTED:
        what = normalise_name(purpose["what"])
        if what and what not in name:
            name = f"{name} ({what})"
    return Indicator(printed, name)


# -- percentages and multiples


def _measured(
    text: str, quantity: Quantity, before: list[Quantity], after: list[Quantity], comparison: Comparison, subject: str
) -> Indicator:
    barrier = max([q.end for q in before], default=0)
    lead = text[barrier : quantity.start]
    if before and before[-1].unit == "%":
        lead = re.sub(
            r"^[^,;.()\d]*(?:,|\svà)\s", "", lead
        )  # "chiếm 41,5% tổng kinh phí, tăng 3,1%": the base of the share
    own = head_phrase(lead)
    own = "" if re.fullmatch(r"(?:tỷ|tỉ) (?:lệ|trọng)|phần", own.lower()) else own
    about = normalise_name(own) if own else subject
    base = normalise_name(comparison.base)
    if comparison.kind in ("rise", "fall"):
        if not own and comparison.verb:
            clause = clause_before(re.sub(rf"{re.escape(comparison.verb)}.*$", "", lead, flags=re.IGNORECASE))
            about = normalise_name(clause) or subject
        against = re.search(r"so\s+(?:với|cùng)\s+(.+)", comparison.base, re.IGNORECASE)
        word = "mức tăng" if comparison.kind == "rise" else "mức giảm"
        name = f"{word} {about}".strip() + (f" so với {against[1].strip().lower()}" if against else "")
        return Indicator(own or comparison.base or subject, name)
    if comparison.kind == "share":
        name = f"tỷ trọng {about}".strip() + (f" trong {base}" if base else "")
        return Indicator(comparison.base or own or subject, name)
    if comparison.kind == "fulfilment" and comparison.base:
        planned = base.replace("so với", "").strip() or "kế hoạch"
        name = (
            f"tỷ lệ thực hiện {planned}" if "kế hoạch" in planned or "dự toán" in planned else f"tỷ lệ so với {planned}"
        )
        return Indicator(comparison.base, f"{name} {about}".strip() if about and about not in name else name)
    if own:
        return Indicator(own, about)
    if subject and _OF_PLAN_IN_BRACKETS.fullmatch(lead) and text[quantity.end : quantity.end + 1] == ")":
        return Indicator(subject, f"tỷ lệ thực hiện kế hoạch {subject}")
    stop = after[0].start if after else len(text)
    behind = until_stop(text, quantity.end, stop)
    if behind.strip():
        return Indicator(behind.strip(), normalise_name(f"tỷ lệ {behind}"))
    if _REACHES.fullmatch(lead) and before and before[-1].unit == "điểm %":
        return Indicator(subject, _CHANGE.sub("", subject))
    clause = clause_before(lead)
    return Indicator(clause or subject, normalise_name(clause) or subject)
