"""A mention of a period as one record, and how each kind of printed period becomes one.

Every reader takes the match of its pattern (``period_rules.py``) and returns None where the match
is no period (``tháng 13``). Which years a text leans on is not known here.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from documents.numbers import parse_number
from documents.records import Period

MentionKind = Literal[
    "absolute", "date", "bare", "months", "quarter", "shift", "same", "to_date", "since", "years_back", "whole_year"
]
YEAR = r"(?:19[5-9]|20[0-6])\d"
ANY_YEAR = re.compile(YEAR)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period as mentioned at ``start``-``end``; ``period`` is None while it leans on context.

    Of a stretch until now (kind since) it is the year that the stretch begins in.

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


def read_range(m: Match) -> PeriodMention | None:
    first, last = int(m["a"]), int(m["b"])
    if not 0 <= last - first <= 40:
        return None
    head = re.match(r"nhiệm kỳ|niên độ|niên khóa|năm học|thời kỳ", m[0], re.IGNORECASE)
    label = f"{head[0].lower()} {first}-{last}" if head else ""
    return PeriodMention(m.start(), m.end(), "absolute", years_period(first, last, label))


def read_since(m: Match) -> PeriodMention:
    """``từ năm 2017 đến nay``: the stretch as far as it tells by itself, its first year."""
    year, month = int(m["a"]), int(m["m"] or 1)
    label = f"từ tháng {month} năm {year} đến nay" if m["m"] else f"từ năm {year} đến nay"
    return PeriodMention(m.start(), m.end(), "since", months_period(year, min(max(month, 1), 12), 12, label))


def read_stretch(m: Match) -> PeriodMention | None:
    """``từ năm 2015 đến hết quý I năm 2021``: from a year or its month to a month, a quarter or a day of another."""
    first, last = int(m["a"]), int(m["b"])
    opening = int(m["am"] or 1)
    quarter = _ROMAN.get((m["bq"] or "").lower()) or _count(m["bq"] or "")
    closing = int(m["bm"] or m["bdm"] or 3 * quarter or 12)
    if not (0 < last - first <= 40 and 1 <= opening <= 12 and 1 <= closing <= 12):
        return None
    begun = f"tháng {opening} năm {first}" if m["am"] else f"năm {first}"
    part = f"tháng {closing} " if m["bm"] else f"quý {m['bq'].upper()} " if m["bq"] else ""
    period = Period(f"{first}-{opening:02d}-01", months_period(last, 1, closing, "").end, "")
    until = f"{part}năm {last}"
    if m["d"]:
        day = min(max(int(m["d"]), 1), int(period.end[8:]))
        period, until = replace(period, end=f"{period.end[:8]}{day:02d}"), f"{m['d']}/{closing}/{last}"
    return PeriodMention(m.start(), m.end(), "absolute", replace(period, label=f"từ {begun} đến {until}"))


def read_joined(m: Match) -> PeriodMention | None:
    years = sorted({int(y) for y in re.findall(YEAR, m[0])})
    label = re.sub(r"\s+", " ", m[0].lower()).removeprefix("trong ")
    count = m.groupdict().get("n")
    last = _count(count) if count else 12
    if not 1 <= last <= 12 or len(years) < 2:
        return None
    end = months_period(years[-1], 1, last, "").end
    return PeriodMention(m.start(), m.end(), "absolute", Period(f"{years[0]}-01-01", end, label))


def read_month_span(m: Match) -> PeriodMention | None:
    first, last = int(m["a"]), int(m["b"])
    year = int(m["y"]) if m["y"] else None
    if not 1 <= first <= last <= 12:
        return None
    if year is None:
        return PeriodMention(m.start(), m.end(), "months", None, first, last, 0, f"tháng {first}-{last}")
    label = f"từ tháng {first} đến tháng {last} năm {year}"
    return PeriodMention(m.start(), m.end(), "absolute", months_period(year, first, last, label))


def read_some_months(m: Match) -> PeriodMention | None:
    count = _count(m["n"])
    if not 1 <= count <= 12:
        return None
    late = (m["part"] or "").strip().lower().startswith("cuối") or "còn lại" in m[0].lower()
    first, last = (13 - count, 12) if late else (1, count)
    part = " cuối" if late else " đầu" if "đầu" in m[0].lower() else ""
    label = f"{count} tháng{part}"
    if m["y"]:
        period = months_period(int(m["y"]), first, last, f"{label} năm {m['y']}")
        return PeriodMention(m.start(), m.end(), "absolute", period)
    return PeriodMention(m.start(), m.end(), "months", None, first, last, 0, label)


def read_half(m: Match) -> PeriodMention:
    first, last = (1, 6) if "đầu" in m[0].lower() else (7, 12)
    label = "6 tháng đầu" if first == 1 else "6 tháng cuối"
    if year := m["y"] or m["z"]:
        period = months_period(int(year), first, last, f"{label} năm {year}")
        return PeriodMention(m.start(), m.end(), "absolute", period)
    return PeriodMention(m.start(), m.end(), "months", None, first, last, 0, label)


def read_quarter(m: Match) -> PeriodMention | None:
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


def read_quarters(m: Match) -> PeriodMention:
    """``ba quý đầu năm 2022``: so many quarters from the beginning or to the end of a year."""
    months = 3 * _count(m["n"])
    late = m["part"].lower() == "cuối"
    first, last = (13 - months, 12) if late else (1, months)
    label = f"{months} tháng {'cuối' if late else 'đầu'}"
    if year := m["y"] or m["z"]:
        period = months_period(int(year), first, last, f"{label} năm {year}")
        return PeriodMention(m.start(), m.end(), "absolute", period)
    return PeriodMention(m.start(), m.end(), "months", None, first, last, 0, label)


def read_until_quarter(m: Match) -> PeriodMention | None:
    number = _ROMAN.get(m["q"].lower()) or _count(m["q"])
    if not 1 <= number <= 4:
        return None
    label = f"đến hết quý {m['q'].upper()}"
    if m["y"]:
        period = months_period(int(m["y"]), 1, 3 * number, f"{label} năm {m['y']}")
        return PeriodMention(m.start(), m.end(), "absolute", period)
    return PeriodMention(m.start(), m.end(), "quarter", None, 1, 3 * number, 0, label)


def read_end_quarter(m: Match) -> PeriodMention:
    first, label = (1, "quý đầu năm") if "đầu" in m[0].lower() else (10, "quý cuối năm")
    if m["y"]:
        period = months_period(int(m["y"]), first, first + 2, f"{label} {m['y']}")
        return PeriodMention(m.start(), m.end(), "absolute", period)
    return PeriodMention(m.start(), m.end(), "quarter", None, first, first + 2, 0, label)


def read_one_month(m: Match) -> PeriodMention | None:
    month = int(m["a"])
    if not 1 <= month <= 12:
        return None
    if m["y"]:
        period = months_period(int(m["y"]), month, month, f"tháng {month} năm {m['y']}")
        return PeriodMention(m.start(), m.end(), "absolute", period)
    return PeriodMention(m.start(), m.end(), "months", None, month, month, 0, f"tháng {month}")


def read_until_month(m: Match) -> PeriodMention | None:
    month = int(m["a"])
    if not 1 <= month <= 12:
        return None
    if m["y"]:
        period = months_period(int(m["y"]), 1, month, f"đến tháng {month} năm {m['y']}")
        return PeriodMention(m.start(), m.end(), "absolute", period)
    return PeriodMention(m.start(), m.end(), "months", None, 1, month, 0, f"đến tháng {month}")


def read_date(m: Match) -> PeriodMention | None:
    day, month, year = int(m["d"]), int(m["m"]), m["y"]
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    until = re.match(r"(?:tính\s+)?(?:đến|tới)|hết", m[0], re.IGNORECASE)
    if year is None:
        if until:
            return PeriodMention(m.start(), m.end(), "months", None, 1, month, 0, f"đến {day}/{month}")
        return PeriodMention(m.start(), m.end(), "date")
    iso = f"{year}-{month:02d}-{min(day, calendar.monthrange(int(year), month)[1]):02d}"
    if until:
        return PeriodMention(m.start(), m.end(), "absolute", Period(f"{year}-01-01", iso, f"đến {day}/{month}/{year}"))
    return PeriodMention(m.start(), m.end(), "date", Period(iso, iso, f"ngày {day}/{month}/{year}"))


def read_days(m: Match) -> PeriodMention | None:
    """Some days of an event: ``từ ngày 25 đến 27/10/2023``; no stretch that figures are told of."""
    day, month, year = int(m["d"]), int(m["m"]), int(m["y"])
    first, first_month = int(m["a"]), int(m["am"] or m["m"])
    if not (1 <= first_month <= month <= 12 and 1 <= day <= 31 and 1 <= first <= 31):
        return None
    last = min(day, calendar.monthrange(year, month)[1])
    start = f"{year}-{first_month:02d}-{min(first, calendar.monthrange(year, first_month)[1]):02d}"
    label = f"từ {first}/{first_month} đến {day}/{month}/{year}"
    return PeriodMention(m.start(), m.end(), "date", Period(start, f"{year}-{month:02d}-{last:02d}", label))


def read_one_year(m: Match) -> PeriodMention:
    year = int(m["a"])
    until = re.match(r"(?:đến|tới)", m[0], re.IGNORECASE)
    return PeriodMention(m.start(), m.end(), "absolute", years_period(year, year, f"đến năm {year}" if until else ""))


def read_bare_year(m: Match) -> PeriodMention:
    return PeriodMention(m.start(), m.end(), "bare", years_period(int(m[0]), int(m[0])))


def read_same(m: Match) -> PeriodMention:
    mention = PeriodMention(m.start(), m.end(), "same", None, 1, 12, 1)
    return replace(mention, shift=-int(m["y"])) if m["y"] else mention


def read_relative(kind: MentionKind, shift: int = 0, label: str = "") -> Callable[[Match], PeriodMention]:
    def build(m: Match) -> PeriodMention:
        back = _count(m["n"]) if kind == "years_back" else shift
        return PeriodMention(m.start(), m.end(), kind, None, 1, 12, back, label or m[0].lower())

    return build
