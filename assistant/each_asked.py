"""A question that asks one number of each of several places, years or funds, cut into one question for each.

"Thanh Hóa và Hòa Bình mỗi tỉnh làm bao nhiêu đề án?" is two questions, "kinh phí khuyến công quốc gia và
địa phương" too; what the documents hold of either is not known here.
"""

import re
from dataclasses import replace

from assistant.contrasts import contrasted
from assistant.operations import COMPUTED, operations
from assistant.phrasing import place_vi
from assistant.question_slots import Question
from documents.records import Period

_EACH = re.compile(
    r"(?<!\w)(?:lần lượt|(?:mỗi|từng) (?:tỉnh|năm|vùng|miền|nơi|bên|khu vực|địa phương|đơn vị|thành phố|nguồn)|"
    r"respectively|each (?:year|province|region)|lan luot|moi (?:tinh|nam|vung|noi|ben|khu vuc|dia phuong))(?!\w)",
    re.IGNORECASE,
)

_TOGETHER = re.compile(
    r"(?<!\w)(?:tổng|cộng|chung|cả hai|gồm|tong|cong|chung|total|together|combined)(?!\w)", re.IGNORECASE
)
_LISTED_YEARS = re.compile(r"^(?:các )?năm \d{4}(?:(?:, | và |, và )\d{4})+$")
_AND = re.compile(r"(?<!\w)(?:và|va|lẫn|lan|and|cùng)(?!\w)|,", re.IGNORECASE)


def each_asked(question: Question) -> list[tuple[str, Question]]:
    """The questions for each place or year with what to call it; empty where only one is asked of, or all together."""
    if question.kind != "figure" or _EACH.search(f"{question.text} {question.asked}") is None:
        return []
    if len(question.places) > 1 and len({place.level for place in question.places}) == 1:
        return [(place_vi(place), replace(question, places=(place,))) for place in question.places]
    if len(question.periods) > 1:
        return [(period.label, replace(question, periods=(period,))) for period in question.periods]
    return []


def places_asked_side_by_side(question: Question) -> list[tuple[str, Question]]:
    """The questions for each of several places named side by side ("của Đồng Tháp và Vĩnh Long"), with what to call it;
    empty where they are compared or added up, or an enterprise is named."""
    places = question.places
    if question.kind != "figure" or len(places) < 2 or len({place.level for place in places}) > 1 or question.names:
        return []
    if operations(question) or _TOGETHER.search(question.asked):
        return []
    lead = r"(?:\s*(?:,|và|với|cùng|lẫn)\s*)+(?:(?:của|ở|tại) )?(?:(?:tỉnh|thành phố|tp\.?|khu vực|miền|phía) )?"
    named = lead.join(re.escape(place.name.removeprefix("phía ").removeprefix("miền ")) for place in places)
    if re.search(rf"(?<!\w){named}(?!\w)", question.text, re.IGNORECASE) is None:
        return []
    return [(place_vi(place), replace(question, places=(place,))) for place in places]


def years_asked(question: Question) -> list[tuple[str, Question]]:
    """The questions for each of several years named side by side; empty where they are compared or added up."""
    if question.kind != "figure" or not _AND.search(question.asked) or len(question.places) > 1:
        return []
    if operations(question) or _TOGETHER.search(question.asked):
        return []
    periods = [year for period in question.periods for year in _years_of(period)]
    return [(period.label, replace(question, periods=(period,))) for period in periods] if len(periods) > 1 else []


def _years_of(period: Period) -> list[Period]:
    """The years of "năm 2022, 2023", each by itself; any other period as it is."""
    if _LISTED_YEARS.search(period.label) is None:
        return [period]
    years = re.findall(r"\d{4}", period.label)
    return [Period(f"{year}-01-01", f"{year}-12-31", f"năm {year}") for year in years]


def funds_asked(question: Question) -> list[Question]:
    """The questions for the national and the local side of what is asked; empty where one or their sum is asked for."""
    if question.kind != "figure" or _TOGETHER.search(question.asked) or not _AND.search(question.asked):
        return []
    parts = contrasted(question) if not operations(question) & COMPUTED else []
    return parts if len(parts) > 1 else []
