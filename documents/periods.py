"""Periods of time in Vietnamese text: years, ranges of years, quarters, months, year to date.

What stands complete in the text (``9 tháng năm 2022``) is resolved here; what leans on a year
that was named before (``6 tháng đầu năm``, ``cùng kỳ``, ``năm ngoái``) comes back as a mention
that ``resolve_period`` completes. Which period governs which figure is not known here.
"""

import calendar
import re

from documents.period_mentions import ANY_YEAR, PeriodMention, months_period, years_period
from documents.period_rules import PERIOD_RULES
from documents.records import Period

__all__ = ["PeriodMention", "find_period_mentions", "read_periods", "resolve_period"]


def read_periods(text: str) -> list[tuple[Period, int, int]]:
    """The periods that the text names completely, with their spans, in reading order; such a one has its year."""
    if not ANY_YEAR.search(text):
        return []
    return [(m.period, m.start, m.end) for m in find_period_mentions(text) if m.period is not None]


def find_period_mentions(text: str) -> list[PeriodMention]:
    """Every mention of a period, complete or leaning on context, without overlaps, in order."""
    taken: list[PeriodMention] = []
    for pattern, build in PERIOD_RULES:
        for match in pattern.finditer(text):
            if any(match.start() < m.end and m.start < match.end() for m in taken):
                continue
            mention = build(match)
            if mention is not None:
                taken.append(mention)
    return sorted(taken, key=lambda m: m.start)


def resolve_period(
    mention: PeriodMention, year: int | None, published: str = "", base: Period | None = None
) -> Period | None:
    """The complete period of a mention.

    ``year`` is the year in force where the mention stands, ``published`` the ISO date of the
    document, ``base`` the period that ``cùng kỳ`` is the same period of. None when what it
    leans on is missing.
    """
    if mention.period is not None:
        return mention.period
    issued = int(published[:4]) if published[:4].isdigit() else None
    if mention.kind == "same":
        return _same_period(mention, base, issued)
    if mention.kind == "shift":
        return _shifted_year(mention, year, issued, published)
    if mention.kind == "whole_year":
        year = year or issued
        return years_period(year, year) if year else None
    if mention.kind == "years_back":
        last = _last_full_year(published) or year
        return years_period(last - mention.shift + 1, last, mention.label) if last else None
    year = year or issued
    if year is None:
        return None
    if mention.kind == "to_date":
        end = published if published[:4] == str(year) else f"{year}-12-31"
        return Period(f"{year}-01-01", end, f"từ đầu năm {year} đến nay")
    return months_period(year, mention.first, mention.last, f"{mention.label} năm {year}")


def _shifted_year(mention: PeriodMention, year: int | None, issued: int | None, published: str) -> Period | None:
    if mention.label == "năm qua":
        last = _last_full_year(published) or year
        return years_period(last, last) if last else None
    anchor = (year or issued) if mention.label == "năm trước" else (issued or year)
    return years_period(anchor + mention.shift, anchor + mention.shift) if anchor else None


def _last_full_year(published: str) -> int | None:
    """The year that ``năm qua`` means: the one before, unless the text is of a December."""
    if not re.match(r"\d{4}-\d{2}", published):
        return None
    return int(published[:4]) - (0 if published[5:7] >= "11" else 1)


def _same_period(mention: PeriodMention, base: Period | None, issued: int | None) -> Period | None:
    """``cùng kỳ``: the same stretch as ``base`` in the year named, or one year earlier."""
    named = -mention.shift if mention.shift < 0 else None
    if base is None:
        year = named or (issued - 1 if issued else None)
        return years_period(year, year) if year else None
    return _year_before(base, int(base.end[:4]) - named if named else 1)


def _year_before(base: Period, shift: int) -> Period:
    def back(date: str) -> str:
        year = int(date[:4]) - shift
        day = min(int(date[8:10]), calendar.monthrange(year, int(date[5:7]))[1])
        return f"{year}-{date[5:7]}-{day:02d}"

    start, end = back(base.start), back(base.end)
    label = f"năm {start[:4]}" if start[5:] == "01-01" and end[5:] == "12-31" else f"cùng kỳ năm {end[:4]}"
    return Period(start, end, label)
