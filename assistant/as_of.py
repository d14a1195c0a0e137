"""The date at which a question wants the law: "tại thời điểm 01/01/2013", "theo quy định hiện hành".

It reads the words of a question and of an option; which text was in force then is decided in
``documents.validity``. A year that only counts something ("năm 2024 có bao nhiêu đề án") is a
period and is left alone.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date

from assistant.records import BadQuestion, BadRequest

_DAY_WORDS = (
    r"(?:ngày\s+)?(?:"
    r"(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})"
    r"|(?P<year2>\d{4})-(?P<month2>\d{2})-(?P<day2>\d{2})"
    r"|(?P<day3>\d{1,2})\s+tháng\s+(?P<month3>\d{1,2})\s+năm\s+(?P<year3>\d{4}))"
)
_MONTH_WORDS = r"tháng\s+(?P<month4>\d{1,2})\s*(?:[/-]|năm)\s*(?P<year4>\d{4})"
_YEAR_WORDS = r"(?:năm\s+)?(?P<year5>\d{4})"
_WHEN = rf"(?:{_DAY_WORDS}|{_MONTH_WORDS}|{_YEAR_WORDS})(?![\d/-])"
_OPENING = r"(?:(?:tính\s+)?(?:(?:tại|vào|ở|theo|trong)\s+)?thời\s+điểm\s*:?|(?:tính\s+)?tại(?=\s+(?:ngày|\d)))\s*"
_OPENED = re.compile(_OPENING + _WHEN, re.I)
_OPENED_DAY = re.compile(_OPENING + _DAY_WORDS, re.I)
_BARE = re.compile(rf"(?:vào\s+|trong\s+)?(?:{_DAY_WORDS}|{_MONTH_WORDS}|năm\s+(?P<year5>\d{{4}}))(?![\d/-])", re.I)
_NOT_AS_OF = re.compile(
    r"(?:đến|từ|trước|sau|giai\s+đoạn|kế\s+hoạch|chương\s+trình|số|/\S+|\d)\s+(?:hết\s+)?(?:cuối\s+|đầu\s+)?$", re.I
)
"""What makes a date after it the end of a period, a plan's year or part of a text's name."""
_APPLIES = re.compile(
    r"áp\s+dụng\s+(?:các\s+|những\s+)?(?:mức|quy\s+định|văn\s+bản|nghị\s+định|thông\s+tư|luật|chính\s+sách|theo|gì|nào"
    r"|thế\s+nào|như\s+thế\s+nào|ra\s+sao)"
    r"|(?:mức|quy\s+định|văn\s+bản|nghị\s+định|thông\s+tư|chính\s+sách)[^,.;?]{0,60}?(?:được|đang|thì|nào|phải)\s+áp\s+dụng"
    r"|theo\s+quy\s+định|(?:(?:còn|đang|có)\s+)+hiệu\s+lực\s+(?:vào|trong|ngày|năm|tại)"
    r"|(?:quy\s+định|văn\s+bản|nghị\s+định|thông\s+tư)\s+nào\s+(?:(?:còn|đang|có)\s+)+hiệu\s+lực",
    re.I,
)
_LAW = re.compile(
    r"quy\s+định|áp\s+dụng|hiệu\s+lực|nghị\s+định|thông\s+tư|\bluật\b|\bđiều\s+\d|\bkhoản\s+\d|chính\s+sách|văn\s+bản"
    r"|nguyên\s+tắc|điều\s+kiện|đối\s+tượng|mức\s+(?:chi|hỗ\s+trợ|tối\s+đa)|tối\s+đa|được\s+hưởng|thẩm\s+quyền",
    re.I,
)
_COUNTED = re.compile(r"bao\s+nhiêu|(?<!\w)mấy(?!\w)", re.I)
_CAP = re.compile(r"(?<!\w)(?:mức|tối\s+đa|tối\s+thiểu)(?!\w)", re.I)
_CURRENT = re.compile(
    r"(?:theo|căn\s+cứ(?:\s+vào)?)\s+(?:các\s+|những\s+)?(?:quy\s+định|văn\s+bản|chính\s+sách|pháp\s+luật)"
    r"(?:\s+(?:của\s+)?pháp\s+luật)?\s+(?:hiện\s+hành|hiện\s+nay|hiện\s+tại|đang\s+(?:có\s+hiệu\s+lực|áp\s+dụng))"
    r"|(?:(?<=quy định)|(?<=pháp luật)|(?<=văn bản)|(?<=chính sách)|(?<=mức chi)|(?<=mức hỗ trợ)|(?<=định mức))"
    r"\s+(?:hiện\s+hành|hiện\s+nay|hiện\s+tại|đang\s+(?:có\s+hiệu\s+lực|áp\s+dụng))|\bhiện\s+hành\b",
    re.I,
)
_MONTHS_EN = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_NAMED_MONTH = rf"(?P<name>{'|'.join(_MONTHS_EN)})"
_OPENED_EN = re.compile(
    r"(?:as\s+of|as\s+at|in\s+force\s+(?:on|at|in)|applicable\s+(?:on|at|in)|applied\s+(?:on|at|in))\s+"
    rf"(?:(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-](?P<year>\d{{4}})"
    r"|(?P<year2>\d{4})-(?P<month2>\d{2})-(?P<day2>\d{2})"
    rf"|(?:(?P<day3>\d{{1,2}})(?:st|nd|rd|th)?\s+)?{_NAMED_MONTH}\s+(?:(?P<day6>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?"
    r"(?P<year3>\d{4})|(?:the\s+year\s+)?(?P<year5>\d{4}))(?![\d/-])",
    re.I,
)
_CURRENT_EN = re.compile(
    r"\bcurrently\s+(?=in\s+force|applicable|applies|applied)|\bunder\s+(?:the\s+)?current\s+(?:rules|law|regulations)"
    r"|(?<=\bthe\s)current\s+(?=rules?|law|regulations?|caps?)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class AsOf:
    """A date read from a question, and the question without the words that gave it.

    ``of_law`` says that the question asks for the law and not for what a report tells.
    """

    day: date
    rest: str
    of_law: bool = True


def read_as_of(text: str, today: date, english: bool = False) -> AsOf | None:
    """The date at which a question wants the law, or None when it names none.

    A month or a year stands for its last day, or for ``today`` where that has not come yet;
    "hiện hành" is ``today``. BadQuestion for a day that no calendar has.
    """
    if english:
        return _dated(_OPENED_EN, text, today) or _current(_CURRENT_EN, text, today)
    law = _LAW.search(text) is not None
    found = _dated(_OPENED if law else _OPENED_DAY, text, today)
    if found is not None and (law or not _COUNTED.search(text)):
        return replace(found, of_law=law)
    if law and _APPLIES.search(text) and (_CAP.search(text) or not _COUNTED.search(text)):
        found = _dated(_BARE, text, today)
        if found is not None:
            return found
    return _current(_CURRENT, text, today)


def parse_as_of(text: str) -> date:
    """A date as an option states it, 2013-01-31 or 31/01/2013; BadRequest for anything else."""
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text.strip())
    local = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text.strip())
    parts = iso.groups() if iso else local.groups()[::-1] if local else ()
    try:
        return date(*(int(part) for part in parts))
    except (TypeError, ValueError):
        raise BadRequest(f"Ngày “{text[:40]}” không hợp lệ; xin ghi dạng 2013-01-31 hoặc 31/01/2013.") from None


def end_of(year: int, month: int, today: date) -> date:
    """The last day of a month, or ``today`` when that day is still to come and the month has begun."""
    last = date(year, month, calendar.monthrange(year, month)[1])
    return today if date(year, 1, 1) <= today < last else last


def _current(pattern: re.Pattern[str], text: str, today: date) -> AsOf | None:
    found = pattern.search(text)
    return AsOf(today, _without(text, found)) if found else None


def _dated(pattern: re.Pattern[str], text: str, today: date) -> AsOf | None:
    """The only date that the pattern finds; several are no date to go by."""
    found = [match for match in pattern.finditer(text) if not _NOT_AS_OF.search(text[: match.start()])]
    if len(found) != 1:
        return None
    return AsOf(_day_of(found[0], today), _without(text, found[0]))


def _without(text: str, found: re.Match[str]) -> str:
    rest = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}"
    rest = re.sub(r"\s+([,;?.!])", r"\1", rest)
    return re.sub(r"^[\s,;:]*(?:thì\s+)?", "", rest).strip()


def _day_of(found: re.Match[str], today: date) -> date:
    """The day that a match names; BadQuestion when there is no such day."""
    parts = {name: value for name, value in found.groupdict().items() if value}
    name = parts.pop("name", "")
    numbers: dict[str, int] = {}
    for key, value in parts.items():
        numbers[key.rstrip("0123456789")] = int(value)
    if name:
        numbers["month"] = _MONTHS_EN[name.lower()]
    try:
        if "day" in numbers:
            return date(numbers["year"], numbers["month"], numbers["day"])
        return end_of(numbers["year"], numbers.get("month", 12), today)
    except ValueError:
        said = re.sub(r"^\D+", "", found.group())
        raise BadQuestion(f"Không có ngày “{said}”; xin ghi lại ngày cần hỏi.") from None
