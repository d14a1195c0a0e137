"""Periods of time in Vietnamese text: years, ranges of years, quarters, months, year to date.

What stands complete in the text (``9 tháng năm 2022``) is resolved here; what leans on a year
that was named before (``6 tháng đầu năm``, ``cùng kỳ``, ``năm ngoái``) comes back as a mention
that ``resolve_period`` completes. Which period governs which figure is not known here.
"""

import calendar
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from documents.period_mentions import ANY_YEAR, PeriodMention, months_period, years_period
from documents.period_rules import PERIOD_RULES
from documents.records import Period

__all__ = ["PeriodMention", "find_period_mentions", "is_year", "of_like_length", "read_periods", "resolve_period"]

LIKE = 1.3  # how much longer one stretch of time may be than another of like length


def read_periods(text: str) -> list[tuple[Period, int, int]]:
    """The periods that the text names completely, with their spans, in reading order; such a one has its year."""
    if not ANY_YEAR.search(text):
        return []
    return [(m.period, m.start, m.end) for m in find_period_mentions(text) if m.period is not None]


def is_year(period: Period) -> bool:
    """Whether a period is one whole calendar year."""
    return period.start[:4] == period.end[:4] and (period.start[5:], period.end[5:]) == ("01-01", "12-31")


def of_like_length(periods: Iterable[Period]) -> bool:
    """Whether periods are about as long as one another: years, or half years, but not both."""
    days = [(date.fromisoformat(p.end) - date.fromisoformat(p.start)).days + 1 for p in periods]
    return max(days, default=1) <= LIKE * min(days, default=1)


def find_period_mentions(text: str) -> list[PeriodMention]:
    """Every mention of a period, complete or leaning on context, without overlaps, in order."""
    return list(_mentions(text))


@lru_cache(maxsize=2048)
def _mentions(text: str) -> tuple[PeriodMention, ...]:
    taken: list[PeriodMention] = []
    for pattern, build in PERIOD_RULES:
        for match in pattern.finditer(text):
            if any(match.start() < m.end and m.start < match.end() for m in taken):
                continue
            mention = build(match)
            if mention is not None:
                taken.append(mention)
    return tuple(sorted(taken, key=lambda m: m.start))


def resolve_period(
    mention: PeriodMention, year: int | None, published: str = "", base: Period | None = None
) -> Period | None:
    """The complete period of a mention.

    ``year`` is the year in force where the mention stands, of one until now the year of writing as
    far as the document tells; ``published`` is the ISO date of the document, ``base`` the period in
    force, of which ``cùng kỳ`` is the same period. None when what it leans on is missing.
    """
    if mention.kind == "since" and mention.period is not None:
        return _until_now(mention.period, year, published)
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
        return _years_back(mention, _last_full_year(published) or year, base)
    year = year or issued
    if year is None:
        return None
    if mention.kind == "to_date":
        end = published if published[:4] == str(year) else f"{year}-12-31"
        return Period(f"{year}-01-01", end, f"từ đầu năm {year} đến nay")
    return months_period(year, mention.first, mention.last, f"{mention.label} năm {year}")


def _until_now(begun: Period, year: int | None, published: str) -> Period:
    """The stretch up to the day of the document, or the end of ``year``; its first year where neither is known."""
    end = published or f"{year or begun.start[:4]}-12-31"
    return replace(begun, end=end) if end > begun.end or published[:4] == begun.end[:4] else begun


def _years_back(mention: PeriodMention, last: int | None, base: Period | None) -> Period | None:
    """``10 năm qua``: the stretch in force where it is of so many years (2010 to 2020 too), else up to ``last``.

    One that was over a year before ``last`` is another stretch.
    """
    first, final = (int(base.start[:4]), int(base.end[:4])) if base is not None else (0, 0)
    as_long = final > first and final - first in (mention.shift - 1, mention.shift)
    if base is not None and as_long and (last is None or final >= last - 1):
        return replace(base, label=mention.label)
    return years_period(last - mention.shift + 1, last, mention.label) if last else None


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
