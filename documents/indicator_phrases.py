"""Phrases that name an indicator: where they begin and end in a sentence, and their normalised form.

The form is lower case, abbreviations spelt out, without years, places and figures, good for a
table column and for a search by meaning. Which phrase belongs to which figure is decided in
``indicators.py``.
"""

import json
import re
from functools import cache
from typing import Any

from documents.places import place_table
from documents.units import DATA, alternation

_MAX_WORDS = 16
_MAX_COUNTED_WORDS = 26
_PERIODS = re.compile(
    r"\s*\(?(?:trong\s+|vào\s+|cả\s+)?(?:(?:\d+\s+tháng(?:\s+(?:đầu|cuối))?\s*)?(?:năm|giai\s+đoạn|các\s+năm|quý\s+\S+|nhiệm\s+kỳ|tháng\s+\d{1,2}(?:\s*[/-]|\s+năm))\s+(?:từ\s+)?(?:năm\s+)?\d{4}"
    r"(?:\s*[-–,]\s*\d{4})*|\d+\s+tháng\s+(?:đầu|cuối)(?:\s+năm)?|\d{4}\s*[-–]\s*\d{4}|năm\s+(?:nay|qua|ngoái|trước))\)?",
    re.IGNORECASE,
)


_SCARCE = re.compile(r"(?<!\w)còn\s+(?:nhiều\s+)?(?:khó\s+khăn|hạn\s+hẹp|hạn\s+chế|eo\s+hẹp|ít)(?!\w)", re.IGNORECASE)
_ABBREVIATED = re.compile(r"\s*\([A-ZĐ][A-ZĐ -]{1,12}\)\s*$")


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
def phrase_patterns() -> dict[str, Any]:
    """The words of ``data/indicator_words.json`` as patterns by what they do to a phrase."""
    words = _words()
    short = alternation(list(load_abbreviations()))
    alone = "".join(f"(?<!{word} )" for word in words["not_before_verbs"])  # "cung cấp" is not "cấp"
    compound = r"(?!chi (?:tiết|nhánh|bộ|cục|hội)(?!\w))"  # nor is "chi tiết" "chi"
    lower = "(?-i:(?![A-ZĐƯÍ]))"  # the "Bằng" of "tỉnh Cao Bằng là" is no link
    return {
        "heads": re.compile(rf"(?<!\w)(?:{alternation(words['money_heads'])})(?!\w)", re.IGNORECASE),
        "links": re.compile(rf"(?:(?:^|\s{lower})(?:{alternation(words['links'])})|[\s:(,\-–])+$", re.IGNORECASE),
        "verbs": re.compile(rf"(?<!\w){alone}{compound}(?:{alternation(words['verbs'])})(?!\w)", re.IGNORECASE),
        "stops": re.compile(
            rf"\s(?:{'|'.join([alternation(words['stops_after']), *words['stops_after_patterns']])})(?![^\W\d])",
            re.IGNORECASE,
        ),
        "passive": re.compile(rf"\s+(?:{alternation(words['passive'])})(?!\w)", re.IGNORECASE),
        "goes_on": re.compile(rf",\s+(?:{alternation(words['goes_on'])})(?!\w)[^,;.:()\d\n]*", re.IGNORECASE),
        "short": re.compile(rf"(?<![\w-])(?:{short})(?![\w])"),
        "expanded": re.compile(rf"\s*\((?:{short})\)"),
    }


def normalise_name(printed: str) -> str:
    """The name of a printed phrase: lower case, abbreviations spelt out, no years and no places."""
    text = phrase_patterns()["expanded"].sub("", printed)
    text = phrase_patterns()["short"].sub(lambda m: load_abbreviations()[re.sub(r"\s+", " ", m[0])], text)
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


def head_phrase(lead: str) -> str:
    """The noun phrase with a head like ``kinh phí`` that ends in front of the quantity, or ""."""
    cut = max(lead.rfind(";"), lead.rfind(". "))
    heads = list(phrase_patterns()["heads"].finditer(lead, cut + 1))
    if not heads:
        return ""
    head = heads[-1]
    for earlier in reversed(heads[:-1]):
        between = lead[earlier.end() : head.start()]
        if re.search(r"[,;:()]|\s(?:là|đạt|và|thống nhất)\s|^\D*\svới\s+$|[”\"]\s+với\s+$", between):
            break
        head = earlier
    phrase = re.split(r",\s+(?=ước|đạt|đã|dự|với|trong|đến|trung|bình)|\s(?=do\s|để thực hiện)", lead[head.start() :])[
        0
    ]
    phrase = phrase_patterns()["links"].sub("", phrase)
    if _SCARCE.search(phrase):
        return ""  # "dù ngân sách còn hạn hẹp, huyện đã trích 150 triệu đồng"
    if len(re.findall(r"[,;]\s", phrase)) > 2 or len(phrase.split()) > 40:
        return ""
    return str(phrase).strip()


def clause_before(lead: str) -> str:
    piece = re.split(r"[,;:.()]\s", _ABBREVIATED.sub("", lead))[-1]
    return " ".join(str(phrase_patterns()["links"].sub("", piece)).split()[-_MAX_WORDS:])


def until_stop(text: str, start: int, stop: int, keep_purpose: bool = False, cut: bool = False) -> str:
    """The words from ``start`` to the end of the noun phrase: a mark, a verb or a preposition.

    ``keep_purpose`` keeps what a counted thing is for; ``cut`` says that another number stands at ``stop``.
    """
    piece = re.match(r"(?:[^,;.:()\n]|(?<=\w)\.(?=\w)|\([A-ZĐ -]{2,10}\))*", text[start:stop])
    words = piece[0] if piece else ""
    if keep_purpose:
        words += _listed_on(text, start + len(words), stop, cut)
    for found in phrase_patterns()["stops"].finditer(words):
        if keep_purpose and found[0].strip().lower() in ("và", "vào", "từ", "cho", "thuộc", "của", "tham gia", "trong"):
            continue
        if (
            keep_purpose
            and found[0].strip().lower() == "được"
            and phrase_patterns()["passive"].match(words, found.end())
        ):
            continue
        words = words[: found.start()]
        break
    most = _MAX_COUNTED_WORDS if keep_purpose else _MAX_WORDS
    return trim_end(" ".join(words.split(" ")[: most + 1])) if words.strip() else ""


def _listed_on(text: str, at: int, stop: int, cut: bool) -> str:
    """What follows a comma and belongs to the phrase: ``máy móc``, ``thiết bị tiên tiến``; at most two pieces.

    A piece that runs into another number belongs to that number.
    """
    taken = at
    for _ in range(2):
        piece = phrase_patterns()["goes_on"].match(text, taken, stop)
        if not piece or (cut and piece.end() == stop):
            break
        taken = piece.end()
    return text[at:taken]


def without_other_money(words: str) -> str:
    """What money is for, up to money of another kind: ``mua máy và vốn đối ứng của cơ sở`` tells of ``mua máy``."""
    other = re.search(rf"(?:^|\s)(?:và|còn|cùng)\s+(?={phrase_patterns()['heads'].pattern})", words, re.IGNORECASE)
    return words[: other.start()] if other else words


def trim_end(words: str) -> str:
    """The phrase without a function word left hanging at its end."""
    words = words.strip().lstrip(",;–-").rstrip(" ,;(–-").strip()
    while (
        cut := re.sub(
            r"\s(?:và|của|cho|với|tại|trong|từ|các|để|vào|theo|là|được|đã|ở|trên|do|như|gần|khoảng)$", "", words
        )
    ) != words:
        words = cut
    return words
