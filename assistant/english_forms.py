"""Numbers, dates, periods and ways of asking of an English question put the Vietnamese way.

It works on set forms ("the first nine months of 2022", "VND 18.3 billion", "what did it spend");
words are left to ``english``. Each stretch put into Vietnamese is kept in ``⟦ ⟧`` so that nobody translates it again.
"""

import re
from collections.abc import Callable

KEPT = re.compile(r"⟦([^⟧]*)⟧")

_ONES = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen",
)
_TENS = {
    name: 10 * at
    for at, name in enumerate(re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety"), 2)
}
_MONTHS = re.findall(r"\w+", "january february march april may june july august september october november december")

_COUNT = "|".join([*_ONES[2:], *_TENS])
_YEAR = r"(?:19|20)\d\d"
_JOIN = r"(?:\s?[-–]\s?|\s+(?:to|and|until|till|through)\s+)"
_NUMBER_WORDS = re.compile(rf"\b(?:({'|'.join(_TENS)})[- ]({'|'.join(_ONES[1:10])})|({_COUNT}))\b", re.IGNORECASE)
_MONTH = "|".join(_MONTHS)
_ADJECTIVE = r"(?!(?:did|does|do|was|were|the|before|after|at|in|of|for|to)\b)[\w-]+"


def _number_word(match: re.Match[str]) -> str:
    if match[3]:
        word = match[3].lower()
        return str(_TENS.get(word) or _ONES.index(word))
    return str(_TENS[match[1].lower()] + _ONES.index(match[2].lower()))


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()) + 1


def _in_year(match: re.Match[str]) -> str:
    """ "the May 2024 conference" dates the conference; what is asked of it is of that year."""
    return f"năm {match[1]}"


def _date(day: str, month: str, year: str | None) -> str:
    return f"ngày {int(day):02d}/{_month(month):02d}" + (f"/{year}" if year else "")


def _amount(match: re.Match[str]) -> str:
    scale = {"billion": "tỷ", "bn": "tỷ", "million": "triệu", "trillion": "nghìn tỷ"}[match[2].lower()]
    return f"{_comma(match[1])} {scale} đồng"


def _comma(number: str) -> str:
    return number.replace(".", ",") if re.fullmatch(r"\d+\.\d{1,2}|\d+\.\d{4,}|0\.\d+", number) else number


def _whole(match: re.Match[str]) -> str:
    """ "2,441" as Vietnamese writes it: "2.441"."""
    return match[0].replace(",", ".")


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), build)
    for pattern, build in (
        (
            rf"\b(?:between|from|over|during|in)?\s*(?:the\s+)?(?:years?\s+|period\s+)?({_YEAR}){_JOIN}({_YEAR})(?:\s+period)?\b",
            lambda m: f"giai đoạn {m[1]}-{m[2]}",
        ),
        (rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})(?:,? ({_YEAR}))?\b", lambda m: _date(m[1], m[2], m[3])),
        (rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?(?:,? ({_YEAR}))?\b", lambda m: _date(m[2], m[1], m[3])),
        (
            r"\b(\d{1,2})(?:st|nd|rd|th)\b(?= (?:[\w-]+ ){0,5}(?:conference|meeting|session|congress)\b)",
            lambda m: f"lần thứ {m[1]}",
        ),
        (
            rf"\b(?:from |between )?({_MONTH}){_JOIN}({_MONTH}),? ({_YEAR})\b",
            lambda m: f"từ tháng {_month(m[1])} đến tháng {_month(m[2])} năm {m[3]}",
        ),
        (rf"(?<!in )\b(?:{_MONTH}) ({_YEAR})(?= (?:{_ADJECTIVE} ){{0,2}}(?:conference|meeting|report)\b)", _in_year),
        (rf"\b({_MONTH}) ({_YEAR})\b", lambda m: f"tháng {_month(m[1])} năm {m[2]}"),
        (
            rf"\b(?:so far|to date|up to now)\s*(?:in|of|for|during)?\s*({_YEAR})\b",
            lambda m: f"từ đầu năm {m[1]} đến nay",
        ),
        (
            r"\b(?:since (?:january|the (?:start|beginning) of|the new year)|from the (?:start|beginning) of)"
            rf"\s*({_YEAR})\b"
            r"(?:\s+(?:until|till|up to|to) (?:now|today|date))?",
            lambda m: f"từ đầu năm {m[1]} đến nay",
        ),
        (rf"\b(?:in |of |for )?({_YEAR}) so far\b", lambda m: f"từ đầu năm {m[1]} đến nay"),
        (r"\b(?:so far(?: this year)?|year to date|until now|up to now|by now)\b", lambda m: "từ đầu năm đến nay"),
        (
            rf"\b(?:the\s+)?(?:first|opening) (\d+) months\s*(?:of|in)?\s*(?:the year\s*)?({_YEAR})?",
            lambda m: f"{m[1]} tháng đầu năm {m[2] or ''}",
        ),
        (
            rf"\b(?:the\s+)?(?:first|opening) (2|3) quarters\s*(?:of|in)?\s*(?:the year\s*)?({_YEAR})?",
            lambda m: f"{3 * int(m[1])} tháng đầu năm {m[2] or ''}",
        ),
        (
            rf"\b(?:the\s+)?first[- ]half[- ]?(?:year)?\s*(?:of|in)?\s*(?:the year\s*)?({_YEAR})?",
            lambda m: f"6 tháng đầu năm {m[1] or ''}",
        ),
        (
            rf"\b(?:the\s+)?(?:second|last) half\s*(?:of|in)?\s*(?:the year\s*)?({_YEAR})?",
            lambda m: f"6 tháng cuối năm {m[1] or ''}",
        ),
        (
            rf"\b(?:the\s+)?(?:first|early|opening) months\s*(?:of|in)?\s*({_YEAR})?",
            lambda m: f"những tháng đầu năm {m[1] or ''}",
        ),
        (
            rf"\b(?:the\s+)?(?:last|final|closing|remaining) months\s*(?:of|in)?\s*({_YEAR})?",
            lambda m: f"những tháng cuối năm {m[1] or ''}",
        ),
        (rf"\b(\d+)[- ]months?\s*(?:of|in|into)?\s*({_YEAR})\b", lambda m: f"{m[1]} tháng năm {m[2]}"),
        (rf"\b(?:at the (?:start|beginning) of|early(?: in)?) ({_YEAR})\b", lambda m: f"đầu năm {m[1]}"),
        (
            r"(?:\b(?:vnd|dong)\s*)?(?<![\d.,])(\d+(?:[.,]\d+)?)\s*(billion|million|trillion|bn)\b(?:\s*(?:vnd|dongs?|đồng))?",
            _amount,
        ),
        (r"(?<![\d.,])(\d+(?:\.\d+)?)\s*(?:%|per ?cent\b)", lambda m: f"{_comma(m[1])}%"),
        (r"(?<![\d.,/])\d{1,3}(?:,\d{3})+(?![\d/])", _whole),
        (rf"(?<![\w./-]){_YEAR}(?![\d/]|-\d|\.\d)", lambda m: f"năm {m[0]}"),
    )
)


_MONEY = "budget|funding|cost|amount|expenditure|spending|revenue|cap|ceiling|grant|subsidy|prize|sum|support|fee"
_CHANGE = (
    "shrink|shrank|shrunk|grow|grew|rise|rose|increased?|fall|fell|drop(?:ped)?|decreased?|declined?|changed?|differ"
)
_HOW_MUCH = (
    (
        re.compile(rf"\b({_CHANGE})\b(.{{0,50}}?) (?:from|between) ({_YEAR}) (?:to|and) ({_YEAR})\b", re.IGNORECASE),
        r"\1\2 in \3 versus in \4",
    ),
    (re.compile(r"\b(wh(?:o|at|ere|en)|how)'s\b", re.IGNORECASE), r"\1 is"),
    (re.compile(r"\bwh(ich|at) ([^?]{1,60}?) (?:makes?|made) up\b", re.IGNORECASE), r"wh\1 \2 are in"),
    (
        re.compile(
            r"\bhow many of (?:the )?\s*(⟦[^⟧]+⟧|(?:[\w-]+ ){0,3}[\w-]+) ?['’]s "
            r"((?:[\w-]+ ){0,5}?[\w-]+s) (were|was|are|have|had|got|received)\b",
            re.IGNORECASE,
        ),
        r"how many \2 of \1 \3",
    ),
    (re.compile(r"\bwho (?:also )?represent(?:s|ed)?\b", re.IGNORECASE), "who ⟦đại diện⟧"),
    (re.compile(r"\bwh(?:o|at) (?:counts?|qualif(?:y|ies)) as\b", re.IGNORECASE), "what is meant by"),
    (re.compile(r"\bwhat (did|does|do|will) (.{1,60}?) (spend|pay|cost|earn)\b", re.IGNORECASE), r"how much \1 \2 \3"),
    (
        re.compile(
            r"\bwhat (is|was|were|are) (the (?!(?:[\w-]+ ){0,3}sources? of )"
            rf"(?:[\w-]+ ){{0,7}}?(?:{_MONEY})s?\b)(?!.*\b(?:used|sources?)\b)",
            re.IGNORECASE,
        ),
        r"how much \1 \2",
    ),
)


def put_forms(text: str) -> str:
    """The text with its set forms in Vietnamese, each kept in ``⟦ ⟧``; number words first become digits."""
    text = _NUMBER_WORDS.sub(_number_word, text)
    for asked, put in _HOW_MUCH:
        text = asked.sub(put, text)
    for pattern, build in _FORMS:
        text = _outside(text, pattern, build)
    return text


def _outside(text: str, pattern: re.Pattern[str], build: Callable[[re.Match[str]], str]) -> str:
    """The pattern replaced wherever it does not touch what is kept already."""
    parts = re.split(r"(⟦[^⟧]*⟧)", text)
    return "".join(
        part if part.startswith("⟦") else pattern.sub(lambda m: f" ⟦{build(m).strip()}⟧ ", part) for part in parts
    )
