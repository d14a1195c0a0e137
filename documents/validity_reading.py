"""What a legal text says about itself: number, date, issuer, when it takes effect, what it changes.

It reads only what is written. Whether that is so is for the reader to confirm; nothing here
knows other documents.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from documents.legal_candidates import as_article, as_clause, as_division
from documents.legal_lines import Line, read_lines
from documents.legal_numbers import fold, kind_of_number
from documents.legal_quotes import is_amendment, quotes_of
from documents.records import DocumentKind

NUMBER = re.compile(
    r"(?<![\w/])\d{1,5}/(?:\d{4}/)?"
    r"(?:[A-ZĐ]{0,7}QH\d{1,2}|[A-ZĐ]{2,6}(?:-[A-ZĐ]{2,10})+|QĐ-TTg|CT-TTg|NQ-CP|[A-ZĐ]{2,5}-TTg)(?![\w/-])"
)
_BROKEN_NUMBER = re.compile(r"(?<=[A-ZĐ])-[ \t]+(?=[A-ZĐ]{2,10}\b)")
_KIND_WORDS = (
    r"(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết liên tịch|Nghị quyết|Thông tư liên tịch|Thông tư|"
    r"Quyết định|Chỉ thị)"
)
_DAY = (
    r"ngày\s+(?P<day>\d{1,2})\s*(?:tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})"
    r"|[/.-]\s*(?P<month2>\d{1,2})\s*[/.-]\s*(?P<year2>\d{4}))"
)
_BARE_DAY = r"(?P<day3>\d{1,2})\s*[/.-]\s*(?P<month3>\d{1,2})\s*[/.-]\s*(?P<year3>\d{4})"
_EFFECT = re.compile(
    rf"(?:{_KIND_WORDS}\s+(?:này|liên tịch này|(?:số\s+)?[\w/-]+)|{_KIND_WORDS})\s+"
    r"(?:này\s+)?có\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:\s+kể)?\s*(?P<when>.{0,120})",
    re.I,
)
_ENDS = re.compile(rf"hết\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:\s+kể)?\s+từ\s+(?:{_DAY})", re.I)
_AFTER_DAYS = re.compile(
    r"sau\s+(?P<count>\d{1,3})\s*(?:\([^)]*\)\s*)?ngày,?\s+kể\s+từ\s+ngày\s+(?:ký|ban hành|thông qua)", re.I
)
_AT_SIGNING = re.compile(r"(?:từ|kể từ)\s+ngày\s+(?:ký|ban hành|thông qua)", re.I)
_CHANGED_BY = re.compile(
    r"được\s+(?P<how>sửa\s+đổi|bổ\s+sung|thay\s+thế)[^.;]{0,60}?\s(?:bởi|theo|tại|bằng)\s*:?\s*(?P<rest>[^.;]*)",
    re.I,
)
_REPLACES = re.compile(rf"thay\s+thế\s+(?:cho\s+)?(?:các\s+)?(?={_KIND_WORDS}\b)(?P<rest>[^.;]*)", re.I)
_LOSES = re.compile(
    rf"(?P<rest>[^.;:]*?)\s+hết\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:\s+kể)?\s+từ\s+ngày\s+{_KIND_WORDS}\s+này", re.I
)
_LOSE_LIST = re.compile(r"hết\s+hiệu\s+lực[^.;:]*:\s*$|(?:bãi\s+bỏ|thay\s+thế)[^.;:]*(?:sau|sau đây)\s*:\s*$", re.I)
_PART_OF = re.compile(r"\b(?:điều|khoản|điểm|chương|mục|phụ lục|mẫu|cụm từ|một số)\b", re.I)
_CITED = re.compile(
    rf"(?:(?P<kind>{_KIND_WORDS})\s+(?:số\s*:?\s*)?)?(?P<number>{NUMBER.pattern})(?:\s*,?\s*{_DAY})?", re.I
)
_ISSUERS = {
    "NĐ-CP": "Chính phủ",
    "QĐ-TTG": "Thủ tướng Chính phủ",
    "CT-TTG": "Thủ tướng Chính phủ",
    "BCT": "Bộ Công Thương",
    "BTC": "Bộ Tài chính",
    "BNV": "Bộ Nội vụ",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BXD": "Bộ Xây dựng",
    "BYT": "Bộ Y tế",
    "BTP": "Bộ Tư pháp",
}
_KINDS: dict[str, DocumentKind] = {
    "Nghị định": "decree",
    "Thông tư": "circular",
    "Thông tư liên tịch": "circular",
    "Quyết định": "decision",
    "Luật": "law",
    "Pháp lệnh": "law",
}
HEAD_LINES = 40
TITLE_LINES = 8


def read_validity(text: str) -> dict[str, object]:
    """Source fields that the text states, by field name; a field it does not state is absent.

    Dates are ISO. ``amends``, ``replaces``, ``amended_by`` and ``replaced_by`` hold entries such
    as "Nghị định 134/2004/NĐ-CP ngày 09/6/2004". What stands in quotation is not read.
    """
    lines = _own_lines(read_lines(_BROKEN_NUMBER.sub("-", text)))
    head = _head(lines)
    number = _number(head)
    issued = _issued(head, number)
    whole = " ".join(line.text for line in lines)
    facts: dict[str, object] = {
        "number": number,
        "kind": _KINDS.get(kind_of_number(number), ""),
        "issuer": _issuer(head, number),
        "date": issued.isoformat() if issued else "",
        "title": _title(head, number),
        "in_force_from": _in_force(whole, number, issued),
        "amends": _amends(lines, head, number),
        "replaces": _replaces(lines, number),
        "amended_by": _changed_by(lines, number, "sửa"),
        "replaced_by": _changed_by(lines, number, "thay"),
    }
    return {name: value for name, value in facts.items() if value}


def cited_numbers(text: str) -> list[str]:
    """The official numbers a text holds, in order, each once; one broken after its hyphen ("NĐ- CP") is mended."""
    return list(dict.fromkeys(found.group() for found in NUMBER.finditer(_BROKEN_NUMBER.sub("-", text))))


def _own_lines(lines: list[Line]) -> list[Line]:
    articles = [found for at, line in enumerate(lines) if (found := as_article(at, line))]
    quoted = {at for quote in quotes_of(lines, articles) for at in range(quote.first, quote.last + 1)}
    return [line for at, line in enumerate(lines) if at not in quoted]


def _head(lines: list[Line]) -> list[str]:
    """The lines before the grounds ("Căn cứ") and the first division."""
    head: list[str] = []
    for at, line in enumerate(lines[:HEAD_LINES]):
        if line.text.startswith("Căn cứ") or as_article(at, line) or as_division(at, line):
            break
        head.append(line.text)
    return head


def _number(head: list[str]) -> str:
    named = (
        (rf"^{_KIND_WORDS}\s+(?:số\s*:?\s*)?({NUMBER.pattern})", 5),
        (rf"(?:^|\s)số(?:\s+(?:ký\s+)?hiệu)?\W{{0,6}}({NUMBER.pattern})", HEAD_LINES),
    )
    for pattern, lines in named:
        for line in head[:lines]:
            found = re.search(pattern, line, re.I)
            if found:
                return found.group(1)
    found = NUMBER.search(head[0]) if head else None
    return found.group() if found else ""


def _issued(head: list[str], number: str) -> date | None:
    """The date of the place-and-date line, or the one that follows the text's own number."""
    for line in head:
        found = re.search(rf"(?:^|\s)[^\W\d_][\w .-]{{1,40}},\s*{_DAY}", line, re.I)
        if found:
            return _date_of(found)
    after = re.search(rf"{re.escape(number)}\s*,?\s*{_DAY}", " ".join(head[:5]), re.I) if number else None
    return _date_of(after) if after else None


def _date_of(found: re.Match[str]) -> date | None:
    groups = found.groupdict()
    day = groups.get("day") or groups.get("day3")
    month = groups.get("month") or groups.get("month2") or groups.get("month3")
    year = groups.get("year") or groups.get("year2") or groups.get("year3")
    try:
        return date(int(year or 0), int(month or 0), int(day or 0))
    except ValueError:
        return None


def _issuer(head: list[str], number: str) -> str:
    for line in head[:6]:
        found = re.match(
            r"(?:ỦY|UỶ) BAN NHÂN DÂN (.+?)(?:\s+CỘNG HÒA.*)?$|HỘI ĐỒNG NHÂN DÂN (.+?)(?:\s+CỘNG.*)?$", line
        )
        if found and line.isupper():
            body = "Hội đồng nhân dân" if found.group(2) else "Ủy ban nhân dân"
            return f"{body} {_place(found.group(1) or found.group(2))}"
    marks = re.split(r"[/]", number.upper())[-1] if number else ""
    if re.search(r"/\d*/?[A-Z]*QH\d*", number.upper()):
        return "Quốc hội"
    for mark, issuer in _ISSUERS.items():
        if marks == mark:
            return issuer
    names = [_ISSUERS[part] for part in marks.split("-") if part in _ISSUERS]
    return ", ".join(names)


def _place(text: str) -> str:
    words = text.strip().title()
    return re.sub(r"^(?:Tỉnh|Thành Phố|Huyện)", lambda found: found.group().lower(), words)


def _title(head: list[str], number: str) -> str:
    """Kind, number and what it is about: "Nghị định 45/2012/NĐ-CP về khuyến công"."""
    kind = kind_of_number(number)
    for at, line in enumerate(head):
        if not re.fullmatch(rf"{_KIND_WORDS}\s*(?:SỐ.*)?", line, re.I):
            continue
        about: list[str] = []
        for text in head[at + 1 : at + 1 + TITLE_LINES]:
            if re.search(r"^Số\s*:|CỘNG HÒA XÃ HỘI|Độc lập|^(?:Căn cứ|Theo đề nghị)", text, re.I):
                break
            about.append(text)
            if text.endswith("."):
                break
        words = " ".join(about).strip(" .-_")
        if words:
            words = words.capitalize() if words.isupper() else words
            return f"{kind} {number} {words[0].lower()}{words[1:]}".strip()
    return ""


def _in_force(whole: str, number: str, issued: date | None) -> str:
    for found in _EFFECT.finditer(whole):
        subject = found.group().split("có hiệu lực")[0]
        named = NUMBER.search(subject)
        if named and fold(named.group()) != fold(number):
            continue
        when = found["when"]
        day = re.match(rf"(?:từ\s+|vào\s+|:\s*)?(?:{_DAY}|{_BARE_DAY})", when, re.I)
        if day and (read := _date_of(day)):
            return read.isoformat()
        after = _AFTER_DAYS.match(when)
        if after and issued:
            return (issued + timedelta(days=int(after["count"]))).isoformat()
        if _AT_SIGNING.match(when) and issued:
            return issued.isoformat()
    found_head = re.search(rf"\(\s*(?:có\s+)?hiệu lực\s*:?\s*(?:từ\s+)?(?:ngày\s+)?{_BARE_DAY}", whole[:1500], re.I)
    read_head = _date_of(found_head) if found_head else None
    return read_head.isoformat() if read_head else ""


def _entries(text: str, number: str) -> list[str]:
    """ "Nghị định 134/2004/NĐ-CP ngày 09/6/2004" for every number cited, but the text's own."""
    entries: list[str] = []
    for found in _CITED.finditer(text):
        cited = found["number"]
        if fold(cited) == fold(number):
            continue
        day = _date_of(found) if found["day"] else None
        name = f"{kind_of_number(cited) or (found['kind'] or '').capitalize()} {cited}".strip()
        entries.append(f"{name} ngày {day:%d}/{day.month}/{day.year}" if day else name)
    return entries


def _unique(entries: Iterable[str]) -> tuple[str, ...]:
    """Each number once, the entry with a date before the one without."""
    kept: dict[str, str] = {}
    for entry in entries:
        key = fold(next(iter(cited_numbers(entry)), entry))
        if key not in kept or len(entry) > len(kept[key]):
            kept[key] = entry
    return tuple(kept.values())


def _amends(lines: list[Line], head: list[str], number: str) -> tuple[str, ...]:
    entries: list[str] = []
    for at, text in enumerate(head):
        if re.match(rf"(?:{_KIND_WORDS}\s+(?:số\s*)?(?:{NUMBER.pattern})?\W*)?(?:sửa đổi|bổ sung)\b", text, re.I):
            entries += _entries(" ".join(head[at : at + 4]), number)
            break
    for at, line in enumerate(lines):
        article = as_article(at, line)
        said = article.title if article else line.text
        if not is_amendment(said) or line.text.startswith("Căn cứ"):
            continue
        sentence = _sentence(lines, at, said)
        whole = re.search(rf"^(?:\S+\s+)?(?:bãi bỏ|thay thế)\s+(?:toàn bộ\s+)?{_KIND_WORDS}", sentence, re.I)
        if whole is None:
            entries += _entries(re.split(r"được sửa đổi|đã sửa đổi", sentence)[0], number)
    return _unique(entries)


def _sentence(lines: list[Line], at: int, said: str) -> str:
    """The line with what follows it, to the end of its sentence."""
    parts = [said]
    for line in lines[at + 1 : at + 4]:
        if parts[-1].endswith((":", ".", ";")) or as_clause(line.text) or not line.follows:
            break
        parts.append(line.text)
    return " ".join(parts)


def _replaces(lines: list[Line], number: str) -> tuple[str, ...]:
    entries: list[str] = []
    text = " ".join(line.text for line in lines if not line.text.startswith("Căn cứ"))
    for found in _REPLACES.finditer(text):
        if text[: found.start()].rstrip().endswith(("không", "được", "bị", "đã")):
            continue
        entries += _entries(found["rest"], number)
    for found in _LOSES.finditer(text):
        rest = found["rest"]
        last = max((part.end() for part in _PART_OF.finditer(rest.split("ngày")[0])), default=-1)
        if last < 0:
            entries += _entries(rest, number)
    entries += _listed_as_lost(lines, number)
    return _unique(entries)


def _listed_as_lost(lines: list[Line], number: str) -> list[str]:
    entries: list[str] = []
    for at, line in enumerate(lines):
        if not _LOSE_LIST.search(line.text):
            continue
        for item in lines[at + 1 : at + 30]:
            if as_clause(item.text) or as_article(at, item):
                break
            first = re.split(r"được sửa đổi", item.text)[0]
            if re.match(rf"(?:[a-zđ]\)|[-+•])?\s*{_KIND_WORDS}", first, re.I):
                entries += _entries(first, number)
    return entries


def _changed_by(lines: list[Line], number: str, how: str) -> tuple[str, ...]:
    """Texts that the document says have changed it: "45/2012 đã được sửa đổi bởi ..."."""
    entries: list[str] = []
    for line in lines:
        if not number or line.text.startswith("Căn cứ"):
            continue
        for sentence in re.split(r"(?<=[.;])\s", line.text):
            found = _CHANGED_BY.search(sentence)
            own = re.search(re.escape(number), sentence)
            if found and own and own.end() <= found.start() and found["how"].lower().startswith(how):
                between = [one for one in cited_numbers(sentence[: found.start()]) if one != number]
                entries += [] if between else _entries(found["rest"], number)
    return _unique(entries)
