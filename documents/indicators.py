"""What a quantity counts or measures: the noun phrase as printed and its normalised name.

The name is lower case, abbreviations spelt out, without years, places and figures, good for a
table column and for a search by meaning. Place, period and status are not read here.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from documents.figure_comparisons import Comparison
from documents.places import place_table
from documents.records import Quantity
from documents.units import DATA, alternation, load_counted_nouns

_MAX_WORDS = 16
_PLACES_COUNTED = ("tỉnh", "huyện", "xã", "quận", "phường", "thành phố", "địa phương", "thị xã", "quốc gia")
_FUND = re.compile(
    r"(?P<national>khuyến công quốc gia|KCQG|kinh phí quốc gia|vốn quốc gia|ngân sách trung ương)|"
    r"(?P<local>khuyến công địa phương|KCĐP|"
    r"(?:nguồn |ngân sách |vốn )(?:kinh phí )?(?:khuyến công )?(?:của )?(?:tỉnh|thành phố|địa phương)|"
    r"kinh phí (?:khuyến công )?(?:của )?(?:tỉnh|địa phương))",
    re.IGNORECASE,
)
_PERIODS = re.compile(
    r"\s*\(?(?:trong\s+|vào\s+|cả\s+)?(?:(?:\d+\s+tháng(?:\s+(?:đầu|cuối))?\s*)?(?:năm|giai\s+đoạn|các\s+năm|quý\s+\S+|nhiệm\s+kỳ|tháng\s+\d{1,2}(?:\s*[/-]|\s+năm))\s+(?:từ\s+)?(?:năm\s+)?\d{4}"
    r"(?:\s*[-–,]\s*\d{4})*|\d+\s+tháng\s+(?:đầu|cuối)(?:\s+năm)?|\d{4}\s*[-–]\s*\d{4}|năm\s+(?:nay|qua|ngoái|trước))\)?",
    re.IGNORECASE,
)
_GENERIC_MONEY = re.compile(
    r"^(?:tổng\s+|với\s+)*(?:số\s+|nguồn\s+|mức\s+)?(?:doanh thu|sản lượng|diện tích|kinh phí|vốn|"
    r"số tiền|giá trị|ngân sách|mức)(?:\s+(?:hỗ trợ|thực hiện|đầu tư|đối ứng|là|các đề án|đề án|"
    r"khuyến công|dự kiến|từ ngân sách nhà nước|hỗ trợ thực hiện|để thực hiện|các|đã|được))*$"
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """``printed`` stands in the sentence as it is; ``name`` is normalised from it."""

    printed: str
    name: str


@cache
def _words() -> dict[str, list[str]]:
    table: dict[str, list[str]] = json.loads((DATA / "indicator_words.json").read_text(encoding="utf-8"))
    return table


@cache
def load_abbreviations() -> dict[str, str]:
    """Abbreviations of the trade, as printed, to their words (``data/abbreviations.json``)."""
    table: dict[str, str] = json.loads((DATA / "abbreviations.json").read_text(encoding="utf-8"))
    return table


@cache
def _patterns() -> dict[str, Any]:
    words = _words()
    short = alternation(list(load_abbreviations()))
    return {
        "heads": re.compile(rf"(?<!\w)(?:{alternation(words['money_heads'])})(?!\w)", re.IGNORECASE),
        "links": re.compile(rf"(?:(?:^|\s)(?:{alternation(words['links'])})|[\s:(,\-–])+$", re.IGNORECASE),
        "verbs": re.compile(rf"(?<!\w)(?:{alternation(words['verbs'])})(?!\w)", re.IGNORECASE),
        "stops": re.compile(
            rf"\s(?:{alternation(words['stops_after'])}|(?:hơn|gần|khoảng|trên)(?=\s+\d))(?![^\W\d])", re.IGNORECASE
        ),
        "short": re.compile(rf"(?<![\w-])(?:{short})(?![\w])"),
        "expanded": re.compile(rf"\s*\((?:{short})\)"),
    }


def normalise_name(printed: str) -> str:
    """The name of a printed phrase: lower case, abbreviations spelt out, no years and no places."""
    text = _patterns()["expanded"].sub("", printed)
    text = _patterns()["short"].sub(lambda m: load_abbreviations()[re.sub(r"\s+", " ", m[0])], text)
    text = _PERIODS.sub("", _drop_places(text)).lower()
    text = re.sub(r"\s*(?:được duyệt|đã được giao|được giao)?\s*(?:của|cho)\s+\d.*$", "", text)
    text = re.sub(r"\s+", " ", text).strip(' ,;:.-–(*+“”"')
    while (cut := re.sub(r"\s(?:của|cho|trong|với|và|tại|ở|là|từ|các|đã|được|trên|để|vào|theo)$", "", text)) != text:
        text = cut
    return text


def _drop_places(text: str) -> str:
    for place, start, end in reversed(place_table().find_places(text)):
        if place.level == "unknown":
            continue
        before = re.sub(
            r"\s*(?:(?:của|tại|ở|trên|trong|địa\s+bàn|các|tỉnh|thành\s+phố|tp\.?|khu\s+vực|vùng|huyện|thị\s+xã)\s*,?\s*)+$",
            "",
            text[:start],
            flags=re.IGNORECASE,
        )
        text = before + " " + text[end:]
    return re.sub(
        r"\s+(?:toàn|của|trong|cả)\s+(?:vùng|khu vực|tỉnh)(?!\w)|\s+trên địa bàn(?:\s+tỉnh)?",
        "",
        text,
        flags=re.IGNORECASE,
    )


def read_indicator(
    text: str, quantity: Quantity, before: list[Quantity], after: list[Quantity], comparison: Comparison, subject: str
) -> Indicator:
    """What a quantity of the sentence counts or measures.

    ``before`` and ``after`` are the sentence's other quantities on either side; ``subject`` is the
    name of the indicator that the sentence (or the one before it) spoke of last.
    """
    after = [q for q in after if q.start >= quantity.end]  # the whole of a ratio lies in its part
    if quantity.unit in ("%", "điểm %", "lần", "‰"):
        return _measured(text, quantity, before, after, comparison, subject)
    if quantity.unit in load_counted_nouns().values() or _is_noun(quantity.unit):
        return _with_fund(text, quantity, _counted(text, quantity, before, after))
    found = _valued(text, quantity, before, after, subject)
    return _with_fund(text, quantity, found) if quantity.unit == "đồng" else found


def _with_fund(text: str, quantity: Quantity, found: Indicator) -> Indicator:
    """The indicator with the fund its part of the sentence names: national or local."""
    start = max(text.rfind(mark, 0, quantity.start) for mark in (";", "(", ". "))
    ends = [at for mark in (";", "(", ")", ". ", "trong đó") if (at := text.find(mark, quantity.end)) >= 0]
    funds = list(_FUND.finditer(text, start + 1, min(ends, default=len(text))))
    ahead = [f for f in funds if f.end() <= quantity.start]
    kinds = {f.lastgroup for f in (ahead or funds)}
    if len(kinds) != 1 or _FUND.search(found.name) or "quốc gia" in found.name or "địa phương" in found.name:
        return found
    fund = "nguồn khuyến công quốc gia" if kinds == {"national"} else "nguồn kinh phí địa phương"
    return Indicator(found.printed, f"{found.name} – {fund}")


def _is_noun(unit: str) -> bool:
    return " " in unit and "/" not in unit and "%" not in unit


# -- money and measures


def _valued(text: str, quantity: Quantity, before: list[Quantity], after: list[Quantity], subject: str) -> Indicator:
    barrier = max([q.end for q in before if q.unit == quantity.unit or q.unit == "%"], default=0)
    lead = text[barrier : quantity.start]
    phrase = _head_phrase(lead)
    if phrase:
        name = normalise_name(phrase)
        counted = [q for q in before if q.start >= barrier - 1 and q.unit in load_counted_nouns().values()]
        if _GENERIC_MONEY.match(name) and counted:
            topic = _counted(text, counted[-1], [], [quantity]).name
            if topic and topic not in name:
                name = f"{name} – {topic}"
        return Indicator(phrase, name)
    stop = after[0].start if after else len(text)
    behind = _until_stop(text, quantity.end, stop).strip()
    if _patterns()["heads"].match(behind):
        return Indicator(behind, normalise_name(behind))
    compared = re.search(r"so\s+với\s+([^,;()]*?)[\s(:–-]*$", lead, re.IGNORECASE)
    if compared and compared[1].strip():
        return Indicator(compared[1].strip(), subject or normalise_name(compared[1]))
    verbs = list(_patterns()["verbs"].finditer(lead))
    if verbs:
        printed = text[barrier + verbs[-1].start() : quantity.start].strip(" ,(")
        purpose = re.match(r"\s*((?:cho|để|từ|vào|nhằm|giúp)?\s*[^,;.()\d]{0,110})", text[quantity.end : stop])
        tail = purpose[1].strip() if purpose else ""
        tail = re.sub(r"^(?:cho|để|giúp)\s+", "", tail)
        if subject and not tail:
            return Indicator(printed, subject)
        return Indicator(printed, normalise_name(f"kinh phí {verbs[-1][0]} {tail}"))
    if re.match(r"(?:hỗ trợ|đầu tư|phục vụ|cho|để)\s", behind):
        return Indicator(behind, normalise_name(f"kinh phí {behind}"))
    rest = re.sub(
        r"^(?:và|trong đó|còn|riêng|cụ thể|theo đó|gồm|bao gồm)\s+",
        "",
        _clause_before(lead).strip(),
        flags=re.IGNORECASE,
    )
    name = normalise_name(rest)
    if len(name.split()) > 1 or not subject:
        return Indicator(rest, f"kinh phí {name}" if quantity.unit == "đồng" and name else name)
    named = subject if quantity.unit != "đồng" or _patterns()["heads"].match(subject) else f"kinh phí – {subject}"
    return Indicator(subject, named)


def _head_phrase(lead: str) -> str:
    """The noun phrase with a head like ``kinh phí`` that ends in front of the quantity, or ""."""
    cut = max(lead.rfind(";"), lead.rfind(". "))
    heads = list(_patterns()["heads"].finditer(lead, cut + 1))
    if not heads:
        return ""
    head = heads[-1]
    for earlier in reversed(heads[:-1]):
        if re.search(r"[,;:(]|\s(?:là|đạt|và|thống nhất)\s", lead[earlier.end() : head.start()]):
            break
        head = earlier
    phrase = re.split(r",\s+(?=ước|đạt|đã|dự|với|trong|đến|trung|bình)|\s(?=do\s|để thực hiện)", lead[head.start() :])[
        0
    ]
    phrase = _patterns()["links"].sub("", phrase)
    if len(re.findall(r"[,;]\s", phrase)) > 2 or len(phrase.split()) > 40:
        return ""
    return str(phrase).strip()


def _clause_before(lead: str) -> str:
    piece = re.split(r"[,;:.()]\s", lead)[-1]
    return " ".join(str(_patterns()["links"].sub("", piece)).split()[-_MAX_WORDS:])


# -- things counted


def _counted(text: str, quantity: Quantity, before: list[Quantity], after: list[Quantity]) -> Indicator:
    stop = after[0].start if after else len(text)
    noun_start = re.match(r"[\d.,\s/\-–\u00a0]*(?:\([^)]*\)\s*)?", text[quantity.start : quantity.end])
    start = quantity.start + (noun_start.end() if noun_start else 0)
    printed = text[start:stop] if start < stop else quantity.text
    ratio = re.match(r"\d[\d.,]*\s?/\s?\d[\d.,]*\s+|(?:trăm|nghìn|ngàn|vạn|triệu|tỷ)\s+", printed)
    printed = printed[ratio.end() :] if ratio else printed
    head = max(0, quantity.end - start - (ratio.end() if ratio else 0))
    rest = _until_stop(printed, head, len(printed), keep_purpose=True)
    printed = f"{printed[:head]} {rest}" if rest and printed[head : head + 1] in " \u00a0" else printed[:head] + rest
    printed = _trim_end(printed) or quantity.unit
    noun = " ".join(printed[:head].split())
    name = (
        f"{normalise_name(noun) or quantity.unit} {normalise_name(printed[head:])}".strip()
        if head
        else normalise_name(printed)
    )
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


def _until_stop(text: str, start: int, stop: int, keep_purpose: bool = False) -> str:
    """The words from ``start`` to the end of the noun phrase: a mark, a verb or a preposition."""
    piece = re.match(r"(?:[^,;.:()\n]|(?<=\w)\.(?=\w)|\([A-ZĐ -]{2,10}\))*", text[start:stop])
    words = piece[0] if piece else ""
    for found in _patterns()["stops"].finditer(words):
        if keep_purpose and found[0].strip().lower() in ("và", "vào", "từ", "cho", "thuộc", "của", "tham gia", "trong"):
            continue
        words = words[: found.start()]
        break
    return _trim_end(" ".join(words.split(" ")[: _MAX_WORDS + 1])) if words.strip() else ""


def _trim_end(words: str) -> str:
    """The phrase without a function word left hanging at its end."""
    words = words.strip().lstrip(",;–-").rstrip(" ,;(–-").strip()
    while (
        cut := re.sub(
            r"\s(?:và|của|cho|với|tại|trong|từ|các|để|vào|theo|là|được|đã|ở|trên|do|như|gần|khoảng)$", "", words
        )
    ) != words:
        words = cut
    return words


# -- percentages and multiples


def _measured(
    text: str, quantity: Quantity, before: list[Quantity], after: list[Quantity], comparison: Comparison, subject: str
) -> Indicator:
    barrier = max([q.end for q in before], default=0)
    lead = text[barrier : quantity.start]
    own = _head_phrase(lead)
    own = "" if re.fullmatch(r"(?:tỷ|tỉ) (?:lệ|trọng)|phần", own.lower()) else own
    about = normalise_name(own) if own else subject
    base = normalise_name(comparison.base)
    if comparison.kind in ("rise", "fall"):
        if not own and comparison.verb:
            clause = _clause_before(re.sub(rf"{re.escape(comparison.verb)}.*$", "", lead, flags=re.IGNORECASE))
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
    stop = after[0].start if after else len(text)
    behind = _until_stop(text, quantity.end, stop)
    if behind.strip():
        return Indicator(behind.strip(), normalise_name(f"tỷ lệ {behind}"))
    clause = _clause_before(lead)
    return Indicator(clause or subject, normalise_name(clause) or subject)
