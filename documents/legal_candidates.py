"""What a line of a legal text could be: part, chapter, article, clause, point, annex, signatures.

It looks at one line and its neighbours only. Whether a line that looks like an article is one
is decided in ``legal_sequence``, from the order of the numbers.
"""

import re
from dataclasses import dataclass

from documents.legal_lines import Line, unquoted
from documents.letters import LOWER
from documents.records import SectionKind

_ROMAN = r"[IVXLC]{1,7}"
_PART = re.compile(
    rf"PHẦN\s+(?:THỨ\s+)?(?P<n>{_ROMAN}|\d{{1,2}}|NHẤT|HAI|BA|TƯ|NĂM|SÁU|BẢY|TÁM|CHÍN|MƯỜI(?:\s+\w+)?)"
    r"(?P<rest>\s*$|\s*[.:–-].*|\s+\S.*)",
    re.I,
)
_CHAPTER = re.compile(
    rf"CH[ƯU][ƠO]NG\s+(?:(?P<n>{_ROMAN}|\d{{1,3}})(?P<s>[a-z]?)|THỨ\s+(?P<w>NHẤT|HAI|BA|TƯ|NĂM|SÁU|BẢY|TÁM|CHÍN|MƯỜI))"
    r"(?P<rest>\s*$|\s*[.:–-].*|\s+\S.*)",
    re.I,
)
_DIVISION = re.compile(
    rf"M[ỤU]C\s+(?P<n>\d{{1,2}}|{_ROMAN}|[A-E])(?P<s>[a-z]?)(?P<rest>\s*$|\s*[.:–-].*|\s+\S.*)", re.I
)
_SUBDIVISION = re.compile(rf"TIỂU\s+MỤC\s+(?P<n>\d{{1,2}}|{_ROMAN})(?P<s>)(?P<rest>\s*$|\s*[.:–-].*|\s+\S.*)", re.I)
# OCR reads the letters of "Điều" in a few usual wrong ways; the word "Điểm" is never among them.
_ARTICLE = re.compile(
    r"(?:[ĐD][iíI][ềêểếeệễ]u|[ĐD]I[ỀÊỂẾE]U)\s*(?:thứ\s+)?(?P<n>\d{1,3})(?P<s>[a-zđA-Z]{0,2})"
    r"(?P<mark>\s*[.:/]+[-–]?|\s+[-–]|)(?P<rest>.*)$"
)
_NUMBERED_RUN = re.compile(r"[,;)\d]|và\b|hoặc\b|đến\b|-\s*\d")
_CLAUSE = re.compile(r"(?P<n>\d{1,3})(?P<s>[a-zđ]?)\s*(?:[.)]\s?[-–](?=\s)|[.)](?=\s*[^\W\d_]|\s+\S|\s*[“\"(])|/\s)\s*")
_SUBCLAUSE = re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,2})\s*[.)]?\s+(?=\S)")
_POINT = re.compile(r"\(?(?P<n>[a-zđ])(?P<s>\d{0,2})\s?(?:\)|\.(?=\s)|/(?=\s))\s*(?=\S)")
_ANNEX = re.compile(
    rf"PHỤ\s+LỤC(?:\s+SỐ)?(?:\s*[:.]?\s*(?P<n>{_ROMAN}|\d{{1,3}}|[A-H])(?P<s>[a-z]?)(?=[\s.:,(–/-]|$))?(?P<rest>.*)$",
    re.I,
)
_FORM = re.compile(
    r"(?:MẪU|BIỂU|BIỂU\s+MẪU)\s+(?:SỐ\s*:?\s*)?(?P<n>(?:\d{1,3}[a-zA-Z]?|[IVX]{1,5})(?:[/-][A-ZĐ]{1,10})*)"
    r"(?P<s>)(?![\w/])(?P<rest>.*)$",
    re.I,
)
_ATTACHED = re.compile(
    r"(?P<n>QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|QUY TRÌNH|NỘI QUY|HƯỚNG DẪN|CHƯƠNG TRÌNH|KẾ HOẠCH|ĐỀ ÁN|QUY CHUẨN|DANH MỤC)"
    rf"(?P<s>)(?P<rest>(?:\s+[^{LOWER}]*)?)$"
)
_ATTACHED_MIXED = re.compile(r"(?:Quy chế|Quy định|Điều lệ|Quy trình|Nội quy|Quy chuẩn|Chương trình|Kế hoạch|Đề án)\b")
_TAIL = re.compile(
    r"N[ơo]i\s+nhận\s*:?|(?:TM|KT|TL|TUQ|T/M|Q)\.\s*[A-ZĐ]|CHỦ TỊCH(?: QUỐC HỘI| NƯỚC| UBND| ỦY BAN.*)?$|"
    r"(?:THỦ TƯỚNG|BỘ TRƯỞNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|TỔNG KIỂM TOÁN NHÀ NƯỚC|CHÁNH ÁN|VIỆN TRƯỞNG)$|"
    r"(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết) này (?:đã )?được .{0,60}thông qua"
)
_LAW_NOUN = re.compile(
    r"(?:của|này|và|hoặc|thì|đến|tại|theo|trong|nêu trên)\b|"
    r"(?:Bộ luật|Luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Pháp lệnh|Hiến pháp|Quy chế|Quy định|Điều lệ)"
    r"\s+(?:này|số|nêu|đó|[A-ZĐ]\w+|[a-zđ]+\s+[a-zđ]+\s+(?:này|số))"
)
_ENDS_SENTENCE = re.compile(r"[.;:!?…”\"’)»/]\s*$|\./\.?$")
_CROSS_TAIL = re.compile(
    r"(?:\b(?:khoản|điểm|điều|các|tại|theo|và|hoặc|của|từ|đến|mục|chương|định|với|quy định|nêu ở|trừ|là|này))\s*$"
    r"|,\s*$|\b(?:khoản|điểm)\s+[\da-zđ]{1,3}\s*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What line ``line`` may be. ``number`` as printed, ``title`` the rest of the line."""

    line: int
    kind: SectionKind
    number: str
    title: str
    mark: str = ""
    offset: int = 0
    level: int = 0


def as_article(index: int, line: Line) -> Candidate | None:
    """The line as an article heading, or None; a list such as "Điều 5, Điều 6" is none."""
    if line.row:
        return None
    body, offset = unquoted(line.text)
    found = _ARTICLE.match(body)
    if found is None or (len(found["s"]) > 1):
        return None
    rest = found["rest"]
    if not found["mark"] and (_NUMBERED_RUN.match(rest.strip()) or (rest and not rest[0].isspace())):
        return None
    if found["mark"].strip()[:1] in {".", ":", "/"} and rest[:1].isdigit():
        return None
    number = found["n"].lstrip("0") + found["s"].lower()
    return Candidate(index, "article", number, rest.strip(), found["mark"].strip(), offset)


def as_division(index: int, line: Line) -> Candidate | None:
    """The line as Phần, Chương, Mục or Tiểu mục, or None."""
    if line.row:
        return None
    body, offset = unquoted(line.text)
    for pattern, kind, level in (
        (_PART, "part", 1),
        (_CHAPTER, "chapter", 2),
        (_DIVISION, "division", 3),
        (_SUBDIVISION, "division", 4),
    ):
        found = pattern.match(body)
        if found is None:
            continue
        rest = found["rest"].strip()
        title = _words(rest)
        if title and (title[0].islower() or title[0] in ",;)" or _LAW_NOUN.match(title)):
            return None
        if rest[:1] in {",", ";"}:
            return None
        number = " ".join((found["n"] or found["w"]).split())
        suffix = found.groupdict().get("s") or ""
        return Candidate(index, kind, number.upper() + suffix.lower(), title, "", offset, level)  # type: ignore[arg-type]
    return None


def _words(rest: str) -> str:
    """The rest of a heading's line without separators; "" when no word is left of it."""
    title = rest.strip(" .:–-|/")
    return title if sum(letter.isalpha() for letter in title) > 1 else ""


def as_annex(index: int, lines: list[Line]) -> Candidate | None:
    """The line as the head of an annex, a form or an attached regulation, or None."""
    line = lines[index]
    body, offset = unquoted(line.text)
    if line.row or offset:
        return None
    found = _ANNEX.match(body)
    if found is not None:
        rest = found["rest"].strip()
        title = rest.lstrip(".:–- ")
        if title and (title[0].islower() or title[0] in ",;)" or "|" in rest):
            return None
        if not body[:8].isupper() and title and rest[0] not in ".:–-(" and not title.isupper():
            return None
        if _runs_on(index, lines):
            return None
        number = (found["n"] or "").upper() + (found["s"] or "")
        return Candidate(index, "annex", number, title, "Phụ lục")
    found = _ATTACHED.match(body)
    if found is not None and _issued_with(index, lines):
        return Candidate(index, "annex", "", body, found["n"].capitalize())
    if line.heading and _ATTACHED_MIXED.match(body) and _issued_with(index, lines, 3):
        return Candidate(index, "annex", "", body, " ".join(body.split()[:2]))
    found = _FORM.match(body)
    if found is not None and not found["rest"].strip()[:1].islower() and not _runs_on(index, lines):
        return Candidate(index, "annex", found["n"], _words(found["rest"]), "Mẫu số")
    return None


def _issued_with(index: int, lines: list[Line], within: int = 6) -> bool:
    """Whether "(Ban hành kèm theo ...)" stands right below; for ``within`` lines."""
    near = [line.text for line in lines[index + 1 : index + 1 + within]]
    return any(re.match(r"\W{0,3}(?:được\s+)?(?:ban hành\s+)?kèm theo|\W{0,3}ban hành theo", one, re.I) for one in near)


def _runs_on(index: int, lines: list[Line]) -> bool:
    """Whether the line is the middle of a sentence that wrapped."""
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    before = lines[index - 1].text if index else ""
    if after[:1].islower() or after[:1] in {",", ";", ")"} or _LAW_NOUN.match(after):
        return True
    return bool(_CROSS_TAIL.search(before)) and not before.isupper()


def as_clause(text: str) -> tuple[str, int] | None:
    """Number of the khoản that the line begins, and the length of "3. ", or None."""
    found = _CLAUSE.match(text)
    if found is None:
        return None
    return (found["n"].lstrip("0") or "0") + found["s"], found.end()


def as_subclause(text: str) -> str | None:
    """Number such as "2.1" that the line begins, or None."""
    found = _SUBCLAUSE.match(text)
    return found["n"] if found else None


def as_point(text: str) -> str | None:
    """Letter of the điểm that the line begins, or None."""
    found = _POINT.match(text)
    return found["n"] + found["s"] if found else None


def is_tail(text: str) -> bool:
    """Whether the line begins the signatures and the list of recipients."""
    return _TAIL.match(text) is not None


def breaks_off(text: str) -> bool:
    """Whether a line stops in the middle of a reference or after a comma."""
    return _CROSS_TAIL.search(text) is not None and not text.isupper()


def heading_likeness(candidate: Candidate, lines: list[Line]) -> float:
    """How much the line looks like an article heading and not like a wrapped cross-reference.

    Higher is better; about -3 to 3. Weights set on the real samples the tests name.
    """
    line = lines[candidate.line]
    before = lines[candidate.line - 1] if candidate.line else None
    score = 1.0 if line.heading else 0.0
    title = candidate.title
    if candidate.mark and (not title or title[0].isupper() or title[0] in '“"(['):
        score += 1.0
    elif title and (title[0].islower() or title[0] in ",;)"):
        score -= 3.0
    elif not candidate.mark and title:
        score -= 0.5 if line.heading else 2.0
    if _LAW_NOUN.match(title):
        score -= 2.0
    if line.bullet:
        score -= 1.5
    if before is not None and not line.heading:
        score += _after(before.text, line.follows)
    return score


def _after(before: str, follows: bool) -> float:
    if _CROSS_TAIL.search(before) and not before.isupper():
        return -2.5
    if _ENDS_SENTENCE.search(before) or before.isupper() or not follows:
        return 0.5
    return -0.5 if len(before) < 60 else -1.0
