"""How periods are written: each pattern with what it makes of a match, most telling first.

The order is the precedence: a match that overlaps an earlier one is dropped by the reader
(``periods.py``), which also completes what leans on context.
"""

import re
from collections.abc import Callable, Iterable

from documents.period_mentions import (
    YEAR,
    Match,
    PeriodMention,
    read_bare_year,
    read_date,
    read_days,
    read_end_quarter,
    read_half,
    read_joined,
    read_month_span,
    read_one_month,
    read_one_year,
    read_quarter,
    read_quarters,
    read_range,
    read_relative,
    read_same,
    read_since,
    read_some_months,
    read_stretch,
    read_until_month,
    read_until_quarter,
)

_COUNT = r"(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?:\s+(?:một|hai|lăm))?)"
_DASH = r"\s*[-–—]\s*"
_NO_UNIT = r"(?![\d]|[.,]\d|\s*(?:%|tỷ|tỉ|triệu|nghìn|ngàn|đồng)\b)"


def _compile(rules: Iterable[tuple[str, Callable[[Match], PeriodMention | None]]]) -> list:
    return [(re.compile(pattern, re.IGNORECASE), build) for pattern, build in rules]


_Y = rf"(?P<y>{YEAR})"
_OF_YEAR = rf"(?:\s*(?:của\s+)?(?:năm\s+|/\s*|-\s*)?{_Y}(?!\d))?"
_OF = r"\s*(?:của\s+)?(?:năm\s+|/\s*|-\s*)?"
_SINCE = rf"(?:(?:tháng\s+(?P<m>\d{{1,2}})(?!\d){_OF}|(?:(?:đầu|giữa|cuối)\s+)?năm\s+)?(?P<a>{YEAR}))"
_FROM = rf"(?:(?:tháng\s+(?P<am>\d{{1,2}})(?!\d){_OF}|(?:đầu\s+)?năm\s+)?(?P<a>{YEAR}))"
PERIOD_RULES = _compile(
    [
        (
            rf"(?:từ\s+)?(?:ngày\s+)?(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-])?(?:(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|niên\s+độ|niên\s+khóa|năm\s+học)\s+)?"
            rf"(?:(?:{_COUNT}\s+năm\s*,?\s*\(?|các\s+năm|từ|trong)\s*)?(?:từ\s+)?(?:năm\s+)?\(?(?<!\d)(?P<a>{YEAR}){_DASH}(?:năm\s+)?(?P<b>{YEAR})(?!\d)",
            read_range,
        ),
        (
            rf"(?:(?:giai\s+đoạn|thời\s+kỳ)\s+)?(?:từ\s+)(?:năm\s+)?(?P<a>{YEAR})\s+(?:đến|tới)\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?(?P<b>{YEAR})(?!\d)",
            read_range,
        ),
        (
            rf"(?:giai\s+đoạn|thời\s+kỳ)\s+(?:năm\s+)?(?P<a>{YEAR})\s+(?:đến|tới)\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?(?P<b>{YEAR})(?!\d)",
            read_range,
        ),
        (
            rf"(?:giai\s+đoạn|thời\s+kỳ|từ)\s+(?:từ\s+)?{_FROM}\s+(?:cho\s+)?(?:đến|tới)\s+(?:hết\s+|cuối\s+|thời\s+điểm\s+)?"
            rf"(?:(?:tháng\s+(?P<bm>\d{{1,2}})|quý\s+(?P<bq>I{{1,3}}|IV|[1-4]))(?!\w){_OF}|"
            rf"(?:ngày\s+)?(?P<d>\d{{1,2}})\s?[/.-]\s?(?P<bdm>\d{{1,2}})\s?[/.-]\s?|(?:năm\s+)?)(?P<b>{YEAR})(?!\d)",
            read_stretch,
        ),
        (
            rf"(?:(?:giai\s+đoạn|thời\s+kỳ)\s+(?:từ\s+)?|(?:kể\s+|tính\s+)?từ\s+(?:(?:kỳ|lần|đợt|khóa)\s+(?:đầu|thứ\s+nhất)\s+)?(?:khi\s+)?){_SINCE}\s+(?:cho\s+)?(?:đến|tới)\s+"
            r"(?:nay|thời\s+điểm\s+(?:này|hiện\s+(?:nay|tại)))(?!\w)",
            read_since,
        ),
        (
            rf"(?:các\s+|trong\s+)?năm\s+{YEAR}\s+(?:và|,)\s+(?P<n>{_COUNT})\s+tháng\s+(?:đầu\s+)?(?:của\s+)?(?:năm\s+)?{YEAR}(?!\d)",
            read_joined,
        ),
        (
            rf"(?:(?:{_COUNT}|các)\s+)năm\s*:?\s*\(?(?:năm\s+)?{YEAR}(?:\s*(?:,|và|;|&)\s*(?:năm\s+)?{YEAR})+(?!\d)",
            read_joined,
        ),
        (rf"năm\s+{YEAR}(?:\s*,\s*{YEAR})*\s*(?:,|và|&)\s+{YEAR}(?!\d){_NO_UNIT}", read_joined),
        (
            rf"(?:từ\s+)?tháng\s+(?P<a>\d{{1,2}})(?:/{YEAR})?\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?:tháng\s+)?(?P<b>\d{{1,2}})(?!\d){_OF_YEAR}",
            read_month_span,
        ),
        (
            rf"(?:(?:tính\s+)?(?:đến|tới)\s+(?:hết\s+|giữa\s+|cuối\s+|thời\s+điểm\s+)?|hết\s+)tháng\s+(?P<a>\d{{1,2}})(?!\d){_OF_YEAR}",
            read_until_month,
        ),
        (
            rf"từ\s+(?:ngày\s+)?(?P<a>\d{{1,2}})(?:/(?P<am>\d{{1,2}}))?\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?:ngày\s+)?"
            rf"(?P<d>\d{{1,2}})\s?[/.-]\s?(?P<m>\d{{1,2}})\s?[/.-]\s?(?P<y>{YEAR})(?!\d)",
            read_days,
        ),
        (
            rf"(?:(?:tính\s+)?(?:đến|tới)\s+(?:hết\s+|thời\s+điểm\s+)?(?:ngày\s+)?|hết\s+(?:ngày\s+)?|ngày\s+|sáng\s+|chiều\s+)?(?<![\d/.,])(?P<d>\d{{1,2}})\s?[/.-]\s?(?P<m>\d{{1,2}})\s?[/.-]\s?(?P<y>{YEAR})(?!\d)",
            read_date,
        ),
        (
            r"(?:(?:tính\s+)?(?:đến|tới)\s+(?:hết\s+|thời\s+điểm\s+)?|hết\s+)?ngày\s+(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})"
            rf"(?:\s+năm\s+{_Y})?(?!\d)",
            read_date,
        ),
        (
            r"(?:(?:tính\s+)?(?:đến|tới)\s+(?:hết\s+|thời\s+điểm\s+)?(?:ngày\s+)?|hết\s+ngày\s+|(?:ngày|sáng|chiều|tối)\s+)(?P<d>\d{1,2})\s?/\s?(?P<m>\d{1,2})(?P<y>$^)?(?![\d/])(?!\s+(?:đề|cơ|dự|sản|tỉnh|huyện|xã|mô|chỉ|doanh|lớp|địa))",
            read_date,
        ),
        (
            r"(?:tính\s+)?từ\s+đầu\s+năm\s+(?:đến|tới)\s+nay|từ\s+đầu\s+năm\s+(?:đến|tới)\s+thời\s+điểm\s+này",
            read_relative("to_date"),
        ),
        (
            rf"(?P<n>{_COUNT})\s*(?:tháng|T(?=\s*/?\d{{4}}))(?P<part>\s+(?:đầu\s+năm|cuối\s+năm|đầu|cuối|còn\s+lại|qua|vừa\s+qua))?"
            rf"(?:\s*(?:của\s+)?(?:năm\s+|/\s*|-\s*)?{_Y})(?!\d)",
            read_some_months,
        ),
        (
            rf"(?<![\d.,/])(?P<n>{_COUNT})\s+tháng(?P<part>\s+(?:đầu\s+năm|cuối\s+năm|đầu|cuối|còn\s+lại|qua|vừa\s+qua|đã\s+qua))(?:\s+năm(?:\s+nay)?(?!\s+\d))?(?P<y>$^)?(?!\w)",
            read_some_months,
        ),
        (
            rf"(?<![\d.,/])(?P<n>{_COUNT})\s+tháng(?P<part>$^)?\s+năm\s+nay(?P<y>$^)?(?!\w)",
            read_some_months,
        ),
        (
            r"(?<![\d.,/])(?<!vòng )(?<!gian )(?<!khóa )(?<!khoá )(?<!hạn )(?<!mỗi )"
            r"(?<!dài )(?<!học )(?<!tạo )(?<!sau )(?<!hơn )(?<!nghề )"
            r"(?P<n>[2-9]|1[01]|hai|ba|bốn|sáu|bảy|tám|chín|"
            r"mười(?: một)?)\s+tháng(?P<part>$^)?(?P<y>$^)?(?=\s*[,:;]|\s+(?:ước|đạt|toàn|tỉnh|kinh|"
            r"đã|tăng|giảm|thực|cả|của))",
            read_some_months,
        ),
        (
            r"(?<!\w)(?-i:Sau)\s+(?P<n>[2-9]|1[01]|hai|ba|bốn|sáu|bảy|tám|chín)\s+tháng(?P<part>$^)?(?P<y>$^)?"
            r"(?=,\s+(?:toàn|cả|các|tỉnh|vùng|khu|kinh|đã))",
            read_some_months,
        ),
        (rf"nửa\s+(?:đầu|cuối)\s+(?:của\s+)?(?:năm(?:\s+{_Y})?(?!\w)|(?P<z>{YEAR})(?!\d))", read_half),
        (
            rf"(?:(?:tính\s+)?(?:đến|tới)\s+(?:hết|cuối)|hết)\s+quý\s+(?P<q>I{{1,3}}|IV|[1-4])(?P<r>$^)?(?![\w]){_OF_YEAR}",
            read_until_quarter,
        ),
        (
            rf"quý\s+(?P<q>I{{1,3}}|IV|[1-4])(?:\s*(?:,|và|-|–|đến)\s*(?:quý\s+)?(?P<r>I{{1,3}}|IV|[1-4]))?(?![\w]){_OF_YEAR}",
            read_quarter,
        ),
        (
            rf"(?P<n>[123]|một|hai|ba)\s+quý\s+(?P<part>đầu|cuối)(?:\s+(?:của\s+)?(?:năm(?:\s+{_Y})?(?!\w)|(?P<z>{YEAR})(?!\d)))?(?!\w)",
            read_quarters,
        ),
        (rf"quý\s+(?:đầu|cuối)(?:\s+cùng)?(?:\s+(?:của\s+)?năm(?:\s+{_Y})?)?(?!\w)", read_end_quarter),
        (rf"tháng\s+(?P<a>\d{{1,2}})(?!\d|[.,]\d){_OF_YEAR}", read_one_month),
        (rf"cùng\s+kỳ(?:\s+(?:(?:của\s+)?năm\s+)?(?:{_Y}|trước|ngoái))?", read_same),
        (rf"(?:đến|tới)\s+(?:hết\s+|cuối\s+|đầu\s+)?năm\s+(?P<a>{YEAR})(?!\d)", read_one_year),
        (rf"(?:niên\s+độ|năm)\s+(?:kế\s+hoạch\s+)?(?P<a>{YEAR})(?!\d)", read_one_year),
        (
            rf"(?<![\d.,/-])(?:(?:kế\s+hoạch|so\s+với|cùng\s+kỳ|đến|từ|cuối|đầu)\s+)(?P<a>{YEAR})(?![\d]|[.,/]\d|[-–])",
            read_one_year,
        ),
        (
            r"(?<!những )(?<!các )(?<!nhiều )(?<!mấy )(?<!\d )"
            r"(?<!hai )(?<!ba )(?<!bốn )(?<!năm )(?<!sáu )(?<!bảy )(?<!tám )(?<!chín )(?<!mười )"
            r"năm\s+(?:vừa\s+)?qua(?!\s+\d)|một\s+năm\s+(?:vừa\s+)?qua",
            read_relative("shift", -1, "năm qua"),
        ),
        (
            r"(?:cả|trọn|kết\s+thúc|khép\s+lại)\s+năm(?!\s*(?:\d|nay|qua|trước|ngoái|sau|tới|học))(?!\w)",
            read_relative("whole_year", 0, "cả năm"),
        ),
        (
            r"(?<=kế hoạch )năm(?!\s*(?:\d|nay|qua|trước|ngoái|sau|tới|học))(?!\w)",
            read_relative("whole_year", 0, "cả năm"),
        ),
        (r"năm\s+nay", read_relative("shift", 0, "năm nay")),
        (r"từ\s+nay\s+(?:đến|tới)\s+(?:hết|cuối)\s+năm(?!\s+\d)", read_relative("shift", 0, "từ nay đến cuối năm")),
        (r"năm\s+ngoái", read_relative("shift", -1)),
        (r"năm\s+trước(?!\s+đó)", read_relative("shift", -1, "năm trước")),
        (r"năm\s+(?:sau|tới)(?!\w)", read_relative("shift", 1)),
        (
            rf"(?:trong\s+)?(?P<n>{_COUNT})\s+năm\s+(?:vừa\s+qua|qua|gần\s+đây|trở\s+lại\s+đây)",
            read_relative("years_back"),
        ),
        (rf"(?<![\d.,/-]){YEAR}(?![\d]|[.,]\d|-\d|/[A-ZĐ])", read_bare_year),
    ]
)
