"""How periods are written: each pattern with what it makes of a match, most telling first.

The order is the precedence: a match that overlaps an earlier one is dropped by the reader
(``periods.py``), which also completes what leans on context.
"""

import calendar
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from documents.numbers import parse_number
from documents.records import Period

MentionKind = Literal[
    "absolute", "date", "bare", "months", "quarter", "shift", "same", "to_date", "years_back", "whole_year"
]
_YEAR = r"(?:19[5-9]|20[0-6])\d"
ANY_YEAR = re.compile(_YEAR)
_COUNT = r"(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?:\s+(?:một|hai|lăm))?)"
_DASH = r"\s*[-–—]\s*"
_NO_UNIT = r"(?![\d]|[.,]\d|\s*(?:%|tỷ|tỉ|triệu|nghìn|ngàn|đồng)\b)"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period as mentioned at ``start``-``end``; ``period`` is None while it leans on context.

    ``first`` and ``last`` are months (kinds months, quarter, to_date) and ``shift`` counts years
    from the year of the context (kinds shift, years_back).
    """

    start: int
    end: int
    kind: MentionKind
    period: Period | None = None
    first: int = 1
    last: int = 12
    shift: int = 0
    label: str = ""


def years_period(first: int, last: int, label: str = "") -> Period:
    """The period of whole years; its label says the year or the stretch unless one is given."""
    default = f"năm {first}" if first == last else f"giai đoạn {first}-{last}"
    return Period(f"{first}-01-01", f"{last}-12-31", label or default)


def months_period(year: int, first: int, last: int, label: str) -> Period:
    """The period from the first to the last month of a year, both included."""
    day = calendar.monthrange(year, last)[1]
    return Period(f"{year}-{first:02d}-01", f"{year}-{last:02d}-{day:02d}", label)


def _count(text: str) -> int:
    number = parse_number(text)
    return int(number) if number is not None else 0


Match = re.Match[str]


def _range(m: Match) -> PeriodMention | None:
    first, last = int(m["a"]), int(m["b"])
    if not 0 <= last - first <= 40:
        return None
    head = re.match(r"nhiệm kỳ|niên độ|niên khóa|năm học|thời kỳ", m[0], re.IGNORECASE)
    label = f"{head[0].lower()} {first}-{last}" if head else ""
    return PeriodMention(m.start(), m.end(), "absolute", years_period(first, last, label))


def _since(m: Match) -> PeriodMention:
    year = int(m["a"])
    return PeriodMention(m.start(), m.end(), "absolute", years_period(year, year, f"từ năm {year} đến nay"))


def _joined(m: Match) -> PeriodMention | None:
    years = sorted({int(y) for y in re.findall(_YEAR, m[0])})
    label = re.sub(r"\s+", " ", m[0].lower())
    count = m.groupdict().get("n")
    last = _count(count) if count else 12
    if not 1 <= last <= 12 or len(years) < 2:
        return None
    end = months_period(years[-1], 1, last, "").end
    return PeriodMention(m.start(), m.end(), "absolute", Period(f"{years[0]}-01-01", end, label))


def _month_span(m: Match) -> PeriodMention | None:
    first, last = int(m["a"]), int(m["b"])
    year = int(m["y"]) if m["y"] else None
    if not 1 <= first <= last <= 12:
        return None
    if year is None:
        return PeriodMention(m.start(), m.end(), "months", None, first, last, 0, f"tháng {first}-{last}")
    label = f"từ tháng {first} đến tháng {last} năm {year}"
    return PeriodMention(m.start(), m.end(), "absolute", months_period(year, first, last, label))


def _some_months(m: Match) -> PeriodMention | None:
    count = _count(m["n"])
    if not 1 <= count <= 12:
        return None
    late = (m["part"] or "").strip().startswith("cuối") or "còn lại" in m[0]
    first, last = (13 - count, 12) if late else (1, count)
    part = " cuối" if late else " đầu" if "đầu" in m[0].lower() else ""
    label = f"{count} tháng{part}"
    if m["y"]:
        period = months_period(int(m["y"]), first, last, f"{label} năm {m['y']}")
        return PeriodMention(m.start(), m.end(), "absolute", period)
    return PeriodMention(m.start(), m.end(), "months", None, first, last, 0, label)


def _half(m: Match) -> PeriodMention:
    first, last = (1, 6) if "đầu" in m[0].lower() else (7, 12)
    label = "6 tháng đầu" if first == 1 else "6 tháng cuối"
    if m["y"]:
        period = months_period(int(m["y"]), first, last, f"{label} năm {m['y']}")
        return PeriodMention(m.start(), m.end(), "absolute", period)
    return PeriodMention(m.start(), m.end(), "months", None, first, last, 0, label)


def _quarter(m: Match) -> PeriodMention | None:
    number = _ROMAN.get(m["q"].lower()) or _count(m["q"])
    to = m["r"] or m["q"]
    until = _ROMAN.get(to.lower()) or _count(to)
    if not 1 <= number <= until <= 4:
        return None
    label = f"quý {m['q'].upper()}" + (f"-{to.upper()}" if until > number else "")
    if m["y"]:
        period = months_period(int(m["y"]), 3 * number - 2, 3 * until, f"{label} năm {m['y']}")
        return PeriodMention(m.start(), m.end(), "absolute", period)
    return PeriodMention(m.start(), m.end(), "quarter", None, 3 * number - 2, 3 * until, 0, label)


def _end_quarter(m: Match) -> PeriodMention:
    first, label = (1, "quý đầu năm") if "đầu" in m[0].lower() else (10, "quý cuối năm")
    if m["y"]:
        period = months_period(int(m["y"]), first, first + 2, f"{label} {m['y']}")
        return PeriodMention(m.start(), m.end(), "absolute", period)
    return PeriodMention(m.start(), m.end(), "quarter", None, first, first + 2, 0, label)


def _one_month(m: Match) -> PeriodMention | None:
    month = int(m["a"])
    if not 1 <= month <= 12:
        return None
    if m["y"]:
        period = months_period(int(m["y"]), month, month, f"tháng {month} năm {m['y']}")
        return PeriodMention(m.start(), m.end(), "absolute", period)
    return PeriodMention(m.start(), m.end(), "months", None, month, month, 0, f"tháng {month}")


def _until_month(m: Match) -> PeriodMention | None:
    month = int(m["a"])
    if not 1 <= month <= 12:
        return None
    if m["y"]:
        period = months_period(int(m["y"]), 1, month, f"đến tháng {month} năm {m['y']}")
        return PeriodMention(m.start(), m.end(), "absolute", period)
    return PeriodMention(m.start(), m.end(), "months", None, 1, month, 0, f"đến tháng {month}")


def _date(m: Match) -> PeriodMention | None:
    day, month, year = int(m["d"]), int(m["m"]), m["y"]
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    until = re.match(r"(?:tính\s+)?đến", m[0], re.IGNORECASE)
    if year is None:
        if until:
            return PeriodMention(m.start(), m.end(), "months", None, 1, month, 0, f"đến {day}/{month}")
        return PeriodMention(m.start(), m.end(), "date")
    iso = f"{year}-{month:02d}-{min(day, calendar.monthrange(int(year), month)[1]):02d}"
    if until:
        return PeriodMention(m.start(), m.end(), "absolute", Period(f"{year}-01-01", iso, f"đến {day}/{month}/{year}"))
    return PeriodMention(m.start(), m.end(), "date", Period(iso, iso, f"ngày {day}/{month}/{year}"))


def _one_year(m: Match) -> PeriodMention:
    year = int(m["a"])
    until = re.match(r"(?:đến|tới)", m[0], re.IGNORECASE)
    return PeriodMention(m.start(), m.end(), "absolute", years_period(year, year, f"đến năm {year}" if until else ""))


def _bare_year(m: Match) -> PeriodMention:
    return PeriodMention(m.start(), m.end(), "bare", years_period(int(m[0]), int(m[0])))


def _same(m: Match) -> PeriodMention:
    mention = PeriodMention(m.start(), m.end(), "same", None, 1, 12, 1)
    return replace(mention, shift=-int(m["y"])) if m["y"] else mention


def _relative(kind: MentionKind, shift: int = 0, label: str = "") -> Callable[[Match], PeriodMention]:
    def build(m: Match) -> PeriodMention:
        back = _count(m["n"]) if kind == "years_back" else shift
        return PeriodMention(m.start(), m.end(), kind, None, 1, 12, back, label or m[0].lower())

    return build


def _compile(rules: Iterable[tuple[str, Callable[[Match], PeriodMention | None]]]) -> list:
    return [(re.compile(pattern, re.IGNORECASE), build) for pattern, build in rules]


_Y = rf"(?P<y>{_YEAR})"
_OF_YEAR = rf"(?:\s*(?:của\s+)?(?:năm\s+|/\s*|-\s*)?{_Y}(?!\d))?"
PERIOD_RULES = _compile(
    [
        (
            rf"(?:từ\s+)?(?:ngày\s+)?(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-])?(?:(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|niên\s+độ|niên\s+khóa|năm\s+học)\s+)?"
            rf"(?:(?:{_COUNT}\s+năm\s*,?\s*\(?|các\s+năm|từ|trong)\s*)?(?:từ\s+)?(?:năm\s+)?\(?(?<!\d)(?P<a>{_YEAR}){_DASH}(?:năm\s+)?(?P<b>{_YEAR})(?!\d)",
            _range,
        ),
        (
            rf"(?:(?:giai\s+đoạn|thời\s+kỳ)\s+)?(?:từ\s+)(?:năm\s+)?(?P<a>{_YEAR})\s+(?:đến|tới)\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?(?P<b>{_YEAR})(?!\d)",
            _range,
        ),
        (
            rf"(?:giai\s+đoạn|thời\s+kỳ)\s+(?:năm\s+)?(?P<a>{_YEAR})\s+(?:đến|tới)\s+(?:năm\s+)?(?P<b>{_YEAR})(?!\d)",
            _range,
        ),
        (rf"(?:kể\s+)?từ\s+(?:năm\s+|đầu\s+năm\s+)?(?P<a>{_YEAR})\s+(?:đến|tới)\s+nay", _since),
        (
            rf"(?:các\s+|trong\s+)?năm\s+{_YEAR}\s+(?:và|,)\s+(?P<n>{_COUNT})\s+tháng\s+(?:đầu\s+)?(?:của\s+)?(?:năm\s+)?{_YEAR}(?!\d)",
            _joined,
        ),
        (
            rf"(?:(?:{_COUNT}|các)\s+)năm\s*:?\s*\(?(?:năm\s+)?{_YEAR}(?:\s*(?:,|và|;|&)\s*(?:năm\s+)?{_YEAR})+(?!\d)",
            _joined,
        ),
        (rf"năm\s+{_YEAR}(?:\s*,\s*{_YEAR})*\s*(?:,|và|&)\s+{_YEAR}(?!\d){_NO_UNIT}", _joined),
        (
            rf"(?:từ\s+)?tháng\s+(?P<a>\d{{1,2}})(?:/{_YEAR})?\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?:tháng\s+)?(?P<b>\d{{1,2}})(?!\d){_OF_YEAR}",
            _month_span,
        ),
        (
            rf"(?:tính\s+)?đến\s+(?:hết\s+|cuối\s+|thời\s+điểm\s+)?tháng\s+(?P<a>\d{{1,2}})(?!\d){_OF_YEAR}",
            _until_month,
        ),
        (
            rf"(?:(?:tính\s+)?đến\s+(?:hết\s+|thời\s+điểm\s+)?(?:ngày\s+)?|ngày\s+|sáng\s+|chiều\s+)?(?<![\d/.,])(?P<d>\d{{1,2}})\s?[/.-]\s?(?P<m>\d{{1,2}})\s?[/.-]\s?(?P<y>{_YEAR})(?!\d)",
            _date,
        ),
        (
            r"(?:(?:tính\s+)?đến\s+(?:hết\s+|thời\s+điểm\s+)?)?ngày\s+(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})"
            rf"(?:\s+năm\s+{_Y})?(?!\d)",
            _date,
        ),
        (
            r"(?:(?:tính\s+)?đến\s+(?:hết\s+|thời\s+điểm\s+)?(?:ngày\s+)?|(?:ngày|sáng|chiều|tối)\s+)(?P<d>\d{1,2})\s?/\s?(?P<m>\d{1,2})(?P<y>$^)?(?![\d/])(?!\s+(?:đề|cơ|dự|sản|tỉnh|huyện|xã|mô|chỉ|doanh|lớp|địa))",
            _date,
        ),
        (
            r"(?:tính\s+)?từ\s+đầu\s+năm\s+(?:đến|tới)\s+nay|từ\s+đầu\s+năm\s+(?:đến|tới)\s+thời\s+điểm\s+này",
            _relative("to_date"),
        ),
        (
            rf"(?P<n>{_COUNT})\s*(?:tháng|T(?=\s*/?\d{{4}}))(?P<part>\s+(?:đầu\s+năm|cuối\s+năm|đầu|cuối|còn\s+lại|qua|vừa\s+qua))?"
            rf"(?:\s*(?:của\s+)?(?:năm\s+|/\s*|-\s*)?{_Y})(?!\d)",
            _some_months,
        ),
        (
            rf"(?<![\d.,/])(?P<n>{_COUNT})\s+tháng(?P<part>\s+(?:đầu\s+năm|cuối\s+năm|đầu|cuối|còn\s+lại|qua|vừa\s+qua|đã\s+qua))(?:\s+năm(?:\s+nay)?(?!\s+\d))?(?P<y>$^)?(?!\w)",
            _some_months,
        ),
        (
            r"(?<![\d.,/])(?<!vòng )(?<!gian )(?<!khóa )(?<!khoá )(?<!hạn )(?<!mỗi )"
            r"(?<!dài )(?<!học )(?<!tạo )(?<!sau )(?<!hơn )(?<!nghề )"
            r"(?P<n>[2-9]|1[01]|hai|ba|bốn|sáu|bảy|tám|chín|"
            r"mười(?: một)?)\s+tháng(?P<part>$^)?(?P<y>$^)?(?=\s*[,:;]|\s+(?:ước|đạt|toàn|tỉnh|kinh|"
            r"đã|tăng|giảm|thực|cả|của))",
            _some_months,
        ),
        (rf"nửa\s+(?:đầu|cuối)\s+năm(?:\s+{_Y})?", _half),
        (
            rf"quý\s+(?P<q>I{{1,3}}|IV|[1-4])(?:\s*(?:,|và|-|–|đến)\s*(?:quý\s+)?(?P<r>I{{1,3}}|IV|[1-4]))?(?![\w]){_OF_YEAR}",
            _quarter,
        ),
        (rf"quý\s+(?:đầu|cuối)(?:\s+cùng)?(?:\s+(?:của\s+)?năm(?:\s+{_Y})?)?(?!\w)", _end_quarter),
        (rf"tháng\s+(?P<a>\d{{1,2}})(?!\d|[.,]\d){_OF_YEAR}", _one_month),
        (rf"cùng\s+kỳ(?:\s+(?:(?:của\s+)?năm\s+)?(?:{_Y}|trước|ngoái))?", _same),
        (rf"(?:đến|tới)\s+(?:hết\s+|cuối\s+|đầu\s+)?năm\s+(?P<a>{_YEAR})(?!\d)", _one_year),
        (rf"(?:niên\s+độ|năm)\s+(?:kế\s+hoạch\s+)?(?P<a>{_YEAR})(?!\d)", _one_year),
        (
            rf"(?<![\d.,/-])(?:(?:kế\s+hoạch|so\s+với|cùng\s+kỳ|đến|từ|cuối|đầu)\s+)(?P<a>{_YEAR})(?![\d]|[.,/]\d|[-–])",
            _one_year,
        ),
        (
            r"(?<!những )(?<!các )(?<!nhiều )(?<!mấy )(?<!\d )năm\s+(?:vừa\s+)?qua(?!\s+\d)|một\s+năm\s+(?:vừa\s+)?qua",
            _relative("shift", -1, "năm qua"),
        ),
        (r"(?:cả|trọn)\s+năm(?!\s*(?:\d|nay|qua|trước|ngoái|sau|tới|học))", _relative("whole_year", 0, "cả năm")),
        (
            r"(?<=kế hoạch )năm(?!\s*(?:\d|nay|qua|trước|ngoái|sau|tới|học))(?!\w)",
            _relative("whole_year", 0, "cả năm"),
        ),
        (r"năm\s+nay", _relative("shift", 0, "năm nay")),
        (r"từ\s+nay\s+(?:đến|tới)\s+(?:hết|cuối)\s+năm(?!\s+\d)", _relative("shift", 0, "từ nay đến cuối năm")),
        (r"năm\s+ngoái", _relative("shift", -1)),
        (r"năm\s+trước(?!\s+đó)", _relative("shift", -1, "năm trước")),
        (r"năm\s+(?:sau|tới)(?!\w)", _relative("shift", 1)),
        (rf"(?:trong\s+)?(?P<n>{_COUNT})\s+năm\s+(?:vừa\s+qua|qua|gần\s+đây|trở\s+lại\s+đây)", _relative("years_back")),
        (rf"(?<![\d.,/-]){_YEAR}(?![\d]|[.,]\d|-\d|/[A-ZĐ])", _bare_year),
    ]
)
