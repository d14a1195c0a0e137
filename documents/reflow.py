"""Lines broken by the width of a page, joined to paragraphs again.

It knows line lengths and the marks that begin a new line in Vietnamese texts; it does not
know formats. Text whose lines are paragraphs already stays as it is.
"""

import re
from itertools import pairwise

from documents.letters import UPPER
from documents.text_tables import find_row_lines

_STARTS = re.compile(
    rf"(?:[-+•*–—|>#]|\(?\d{{1,3}}[.)/](?!\d)|\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}\.?\s+[{UPPER}]|"
    r"\(?[a-zđ]{1,2}\)|[a-zđ][./]\s|[IVXLC]{1,6}[.)]|[A-ZĐ]\.\s|(?:Điều|ĐIỀU) \d+|Chương [IVXLC\d]|Mục \d|"
    r"Phần (?:thứ|[IVX])|Phụ lục|PHỤ LỤC|PHẦN|CHƯƠNG|MỤC|Căn cứ|Theo đề nghị|Xét đề nghị|Nơi nhận|Số ?:|Kính gửi|"
    r"Bảng \d|Hình \d|Ghi chú|TM\.|KT\.|“Điều|\"Điều|“\d|“[a-zđ]\))"
)
RUNNING_HEAD = re.compile(
    r"(?:\d{1,4}\s+)?CÔNG BÁO\s*/\s*Số\s.{1,40}Ngày\s+[\d/.-]+(?:\s+\d{1,4})?|"
    r"[-–—]\s?\d{1,4}\s?[-–—]|(?:Trang|Page|P\.|Tr\.)\s?\d{1,4}(?:\s*[/|]\s*\d{1,4})?",
    re.I,
)
"""What a page says of itself: the head of the official gazette, "- 12 -", "Trang 12/40"."""
CUT_NUMBER = re.compile(r"\w/$|[A-ZĐ\d]-$")
"""How a line ends that was broken inside an official number: "45/2012/", "45/2012/NĐ-"."""
_POINT = re.compile(r"\(?[a-zđ\d]{1,2}\)|[a-zđ][./]\s")
_TERMINAL = re.compile(r"[.;:!?…][”\"')\]]*$")
_OPEN_END = re.compile(
    r"(?:,|\b(?:tại|theo|và|hoặc|của|các|khoản|điểm|điều|từ|đến|với|là|cho|trong|về|định|nêu|số|năm|tháng|ngày|luật)|"
    r"\b(?:khoản|điểm|điều) [\da-zđ]{1,4})$",
    re.I,
)
# A line that looks like a heading or a khoản goes on with the one above only after these.
_REFERENCE_END = re.compile(
    r"(?:,|\b(?:tại|theo|và|hoặc|của|các|khoản|điểm|điều|từ|đến|với)|\b(?:khoản|điểm|điều) [\da-zđ]{1,4})$", re.I
)
_ARTICLE_START = re.compile(
    r"(?:Điều|ĐIỀU) \d+|(?:Chương|CHƯƠNG) [IVXLC\d]|(?:Mục|MỤC) \d|(?:Phần|PHẦN) (?:thứ|THỨ)|PHỤ LỤC"
)
_CLAUSE_START = re.compile(r"\d{1,3}[a-zđ]?(?:[.)/]|\.-)\s+[^\W\d_]")
_YEAR_ENDS = re.compile(r"(?<![\d/.])(?P<year>(?:19|20)\d\d)(?:\s?(?P<dash>[-–—]))?$")
_YEAR_STARTS = re.compile(r"(?P<dash>[-–—]?)(?P<year>(?:19|20)\d\d)(?![\d/]|[.,]\d|\s*:)")
_BULLET = re.compile(r"[-+*•–—]")
_SENTENCE_ENDS = re.compile(r"[^\W\d_]{2}[.;!?]\s+\S")
_FULL_STOP = re.compile(r"[.!?][”\"')\]]*$")
MIN_LINES = 12
SOFT_CHARS = 45


def is_wrapped(lines: list[str]) -> bool:
    """Whether the lines were broken by width: many end at the same length, mid-sentence; of a few lines, most,
    and the lines look like prose.
    """
    filled = [line.strip() for line in lines if line.strip()]
    if len(filled) < 3:
        return False
    width = wrap_width(filled)
    if not 40 <= width <= 140:
        return False
    cut = sum(
        1
        for line, after in pairwise(filled)
        if len(line) >= 0.7 * width and not _TERMINAL.search(line) and after[:1].islower()
    )
    if len(filled) >= MIN_LINES:
        return cut >= 0.12 * len(filled)
    return cut >= 0.5 * len(filled) and _is_prose(filled, width)


def _is_prose(lines: list[str], width: int) -> bool:
    """Whether a sentence begins or ends within the lines; items below a heading all start in lower case."""
    return any(
        _SENTENCE_ENDS.search(line)
        or (len(line) < 0.7 * width and _FULL_STOP.search(line))
        or (at and line[:1].isupper() and len(line) >= 0.7 * width and len(lines[at - 1]) >= 0.7 * width)
        for at, line in enumerate(lines)
        if not RUNNING_HEAD.fullmatch(line)
    )


def wrap_width(lines: list[str]) -> int:
    """The width, in characters, at which most full lines end."""
    lengths = sorted(map(len, lines))
    return lengths[int(0.9 * (len(lengths) - 1))]


def continues(line: str, after: str, full: bool) -> bool:
    """Whether ``after`` goes on with the sentence of ``line``; ``full``: the line reached the margin."""
    if not line or not after or RUNNING_HEAD.fullmatch(line):
        return False
    if re.match(r"[;,.:)](?:\s|$)", after) or parts_years(line, after):
        return True
    if _ARTICLE_START.match(after) and (line.isupper() or not _REFERENCE_END.search(line)):
        return False
    if _CLAUSE_START.match(after) and not re.search(r"\b(?:khoản|điểm|điều)$", line, re.I):
        return False
    if line.isupper() and not after.isupper() and not after[:1].islower():
        return False  # a masthead "SỞ CÔNG THƯƠNG BÌNH ĐỊNH" ends in no "định" of "quy định"
    if _OPEN_END.search(line) and not _POINT.match(after) and (full or len(line) > 20):
        return True
    if _STARTS.match(after) or _TERMINAL.search(line):
        return False
    if after[:1].islower():
        return True
    return full and line.isupper() == after.isupper()


def parts_years(line: str, after: str) -> bool:
    """Whether a stretch of years was broken at its dash: ``giai đoạn 2014``, ``-2019 đã hỗ trợ``; years in a list
    are none.
    """
    ends, starts = _YEAR_ENDS.search(line), _YEAR_STARTS.match(after)
    if ends is None or starts is None or _BULLET.match(line):
        return False
    return bool(ends["dash"]) != bool(starts["dash"]) and ends["year"] < starts["year"]


def starts_paragraph(line: str) -> bool:
    """Whether the line begins with a mark of its own: an article, a clause, a point, an item."""
    return bool(_STARTS.match(line))


def rejoin(text: str, soft: bool = False) -> str:
    """The text with wrapped lines joined by a space; blank lines stay where they are.

    ``soft``: a line break means nothing by itself, as in Markdown, so that a line that
    visibly goes on is joined whatever the widths. Of lines that are paragraphs only a broken
    stretch of years is joined. What pages say of themselves is left out of lines that are joined.
    """
    lines = text.split("\n")
    wrapped = soft or is_wrapped(lines)
    width = wrap_width([line.strip() for line in lines if line.strip()] or [""])
    reach = SOFT_CHARS if soft else 0.62 * width
    rows = find_row_lines(lines)
    joined = [lines[0]]
    last = lines[0].strip()
    for at, line in enumerate(lines[1:], 1):
        bare = line.strip()
        mark = bare[:1] in "|#>`" or last[:1] in "|#`" or at in rows or at - 1 in rows
        goes_on = continues(last, bare, len(last) >= reach) if wrapped else parts_years(last, bare)
        if not mark and goes_on:
            joined[-1] += ("" if re.match(r"[;,.:)]", bare) or CUT_NUMBER.search(last) else " ") + bare
        else:
            joined.append(line)
        last = bare
    return "\n".join(joined)
