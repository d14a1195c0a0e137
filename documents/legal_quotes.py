"""Stretches of an amending text that quote another text: by quotation marks, or by "như sau:".

It knows marks and the phrases of amendment. It does not know which articles are the text's own.
"""

import re
from dataclasses import dataclass

from documents.legal_candidates import Candidate, as_article, as_clause, as_division, heading_likeness
from documents.legal_lines import Line, unquoted

_OPENING = re.compile(r"[“„«‟]")
_CLOSING = re.compile(r"[”»]")
_ENDS_QUOTE = re.compile(r"[”\"»“]\s*[.;,]?\s*(?:/?\.)?$")
_VERB = r"(?:sửa đổi|bổ sung|bãi bỏ|thay thế|thay cụm từ|bỏ cụm từ|hủy bỏ|chuyển|đổi tên|đính chính|ban hành)"
_AMENDED = rf"(?:các\s+)?(?:khoản|điểm|điều|chương|mục|tên|đoạn|cụm từ)\b.{{0,120}}?\bđược\s+{_VERB}"
_AMENDMENT = re.compile(rf"(?:[-+•]\s*)?(?:{_VERB}\b|{_AMENDED})", re.I)
_CUE = re.compile(rf"{_VERB}.*(?:như sau|sau đây|thành)\s*[:.]?\s*$|(?:như sau|sau đây)\s*:\s*$", re.I)
_NAMED = re.compile(r"(?:các\s+)?Điều\s+((?:\d{1,3}[a-zđ]?(?:\s*(?:,|và|;|đến|-|–|Điều)\s*)*)+)", re.I)
_INSERTED_AFTER = re.compile(r"vào\s+sau\s+Điều\s+\d+\s*[a-zđ]?", re.I)
LIKELY = 1.0  # of heading_likeness
NEXT_NUMBER = 2.0  # for the number that the text's own next article has
LONGEST_QUOTE = 3000  # lines; a longer one is taken for a mark that was never closed
LONGEST_INLINE = 3  # lines that an inline quotation may run over before it counts as a stray mark


@dataclass(frozen=True, slots=True)
class Quote:
    """Lines ``first`` to ``last``, both included, that quote; ``last`` may begin mid-line."""

    first: int
    last: int


def is_amendment(text: str) -> bool:
    """Whether a line, after its number, begins by saying what is amended."""
    found = as_clause(text)
    return _AMENDMENT.match(text[found[1] :] if found else text) is not None


def quotes_of(lines: list[Line], articles: list[Candidate]) -> list[Quote]:
    """All quotations of a text in order, none within another."""
    marked = marked_quotes(lines)
    merged: list[Quote] = []
    for quote in sorted(marked + announced_articles(lines, articles, marked), key=lambda one: one.first):
        if merged and quote.first <= merged[-1].last:
            merged[-1] = Quote(merged[-1].first, max(merged[-1].last, quote.last))
        else:
            merged.append(quote)
    return merged


def is_cue(text: str) -> bool:
    """Whether a line announces new wording: "Sửa đổi khoản 3 như sau:"."""
    return _CUE.search(text) is not None


def is_likely(article: Candidate, lines: list[Line]) -> bool:
    """Whether a line inside a quotation, where no run of numbers helps, is an article heading."""
    return article.offset > 0 or heading_likeness(article, lines) >= LIKELY


def marked_quotes(lines: list[Line]) -> list[Quote]:
    """Quotations that stand in quotation marks over lines of their own.

    A quotation counts when its mark opens a line, or ends a line that announces it ("như sau:"),
    and is not closed on that line. One that is never closed ends before the next line that
    opens another, or that begins an amendment of the text's own.
    """
    quotes: list[Quote] = []
    index = 0
    while index < len(lines):
        opening = _opens(lines, index)
        if opening is None:
            index += 1
            continue
        first, mark = opening
        longest = LONGEST_QUOTE if _announced_quote(lines, index) else LONGEST_INLINE
        last = _closes(lines, index, mark, longest)
        if last is None:
            index += 1
            continue
        if last >= first and (first == index or _announces(lines[index].text)):
            quotes.append(Quote(first, last))
        index = max(last, index) + 1
    return quotes


def _opens(lines: list[Line], index: int) -> tuple[int, str] | None:
    """First quoted line and the opening mark, when the line leaves a quotation open."""
    text = lines[index].text
    body, offset = unquoted(text)
    if offset and body:
        return index, text[0] if text[0] != "”" else "“"
    if text in {"“", '"', "”", "«"}:
        return index, text
    if len(_OPENING.findall(text)) > len(_CLOSING.findall(text)):
        return index + 1, "“"
    announced = re.search(r":\s*\"", text)
    if announced and text.count('"') % 2 == 1:
        return index + 1, '"'
    return None


def _closes(lines: list[Line], index: int, mark: str, longest: int) -> int | None:
    """Last line of the quotation opened on ``index``; None when it was no quotation of lines."""
    depth = 0
    for at in range(index, min(index + longest, len(lines))):
        line = lines[at].text
        if at > index and _interrupts(lines, at, index):
            return at - 1
        depth += _balance(line, mark, at == index)
        if depth <= 0:
            return None if at == index and not _whole_line(line) else at
        if at > index and _ENDS_QUOTE.search(line) and _mixed_end(line, mark):
            return at
    return _last_own(lines, index) if longest == LONGEST_QUOTE else None


def _announced_quote(lines: list[Line], index: int) -> bool:
    """Whether a quotation of many lines is one: something above says that wording follows."""
    text = lines[index].text
    if _announces(text) or not unquoted(text)[1]:
        return _announces(text)
    above = [line.text for line in lines[max(0, index - 2) : index]]
    if above and (above[-1].endswith(":") or _CUE.search(above[-1]) or _CUE.search(" ".join(above))):
        return True
    body = unquoted(text)[0]
    structural = as_article(index, lines[index]) or as_division(index, lines[index]) or as_clause(body)
    return bool(structural) and any(re.search(_VERB, one, re.I) or _ENDS_QUOTE.search(one) for one in above)


def _balance(line: str, mark: str, first: bool) -> int:
    if mark in {'"', "'", "‘", "’"}:
        count = line.count('"')
        return (1 if first else 0) + (-1 if (count - first) % 2 == 1 else 0)
    opened, closed = len(_OPENING.findall(line)), len(_CLOSING.findall(line))
    if first and line[:1] == "”":
        opened, closed = opened + 1, closed - 1
    return opened - closed


def _mixed_end(line: str, mark: str) -> bool:
    """A curly opening that a straight or a second opening mark closes."""
    ending = line.rstrip(" .;,/")[-1:]
    return mark == "“" and ending in {'"', "“"} and line.count(ending) % 2 == 1


def _whole_line(line: str) -> bool:
    """A quotation that is the whole line: “Điều 5. (bãi bỏ)”."""
    return unquoted(line)[1] > 0 and _ENDS_QUOTE.search(line) is not None


def _announces(text: str) -> bool:
    return re.search(r":\s*[“\"«„][^”»]*$", text) is not None


def _interrupts(lines: list[Line], at: int, index: int) -> bool:
    """A line that shows that the quotation before it was never closed."""
    text = lines[at].text
    if unquoted(text)[1] and text[0] in "“«„" and lines[at - 1].text.rstrip().endswith(":"):
        return True
    return is_amendment(text) and as_clause(text) is not None and _CUE.search(text) is not None and at > index


def _last_own(lines: list[Line], index: int) -> int:
    """Where an unclosed quotation ends: before the next amendment or a following own article."""
    own = _own_before(lines, index - 1, [])
    for at in range(index + 1, min(index + LONGEST_QUOTE, len(lines))):
        found = as_article(at, lines[at])
        if is_amendment(lines[at].text) or (
            found is not None and own and found.number == str(own + 1) and found.mark and found.title
        ):
            return at - 1
    return min(index + LONGEST_QUOTE, len(lines)) - 1


def _own_before(lines: list[Line], index: int, quotes: list[Quote]) -> int:
    """Number of the nearest article at or above a line that stands in no quotation; 0 for none."""
    quoted = {at for quote in quotes for at in range(quote.first, quote.last + 1)}
    for at in range(index, max(-1, index - LONGEST_QUOTE), -1):
        found = as_article(at, lines[at])
        if found is not None and not found.offset and at not in quoted:
            return int(re.sub(r"\D", "", found.number))
    return 0


def announced_articles(lines: list[Line], candidates: list[Candidate], quotes: list[Quote]) -> list[Quote]:
    """Quotations without marks: articles that "Sửa đổi, bổ sung Điều 5 như sau:" announces.

    Each ends before the next line that begins an amendment of the text's own, or before the
    next article that was not announced.
    """
    inside = {at for quote in quotes for at in range(quote.first, quote.last + 1)}
    by_line = {candidate.line: candidate for candidate in candidates}
    found: list[Quote] = []
    at = 0
    while at < len(lines) - 1:
        numbers = _announced(lines, at) if at not in inside else set()
        begin = _first_announced(lines, at, numbers, by_line, inside)
        if begin is None:
            at += 1
            continue
        last = begin
        next_own = str(_own_before(lines, at, [*quotes, *found]) + 1)
        for line in range(begin + 1, len(lines)):
            article = by_line.get(line)
            if article is not None and article.number not in numbers and _ends_announced(article, lines, next_own):
                break
            if article is not None:
                numbers.discard(article.number)
            if is_amendment(lines[line].text) and as_clause(lines[line].text):
                break
            last = line
        found.append(Quote(begin, last))
        at = last + 1
    return found


def _ends_announced(article: Candidate, lines: list[Line], next_own: str) -> bool:
    """Whether an article that was not announced is the text's own; its next number speaks for that."""
    return heading_likeness(article, lines) >= LIKELY - (NEXT_NUMBER if article.number == next_own else 0.0)


def _first_announced(
    lines: list[Line], at: int, numbers: set[str], by_line: dict[int, Candidate], inside: set[int]
) -> int | None:
    for line in range(at + 1, min(at + 6, len(lines))):
        article = by_line.get(line)
        if article is not None:
            if article.number in numbers and line not in inside:
                numbers.discard(article.number)
                return line
            return None
        if not lines[line].text.isupper() and not re.match(r"(?:Chương|Mục)\s", lines[line].text, re.I):
            return None
    return None


def _announced(lines: list[Line], at: int) -> set[str]:
    """Numbers of the articles that the line says will follow."""
    text = lines[at].text
    if lines[at].follows and at and not as_clause(text) and as_article(at, lines[at]) is None:
        text = f"{lines[at - 1].text} {text}"
    if not _CUE.search(text):
        return set()
    numbers: set[str] = set()
    own = as_article(at, lines[at])
    said = own.title if own is not None else text
    for named in _NAMED.finditer(_INSERTED_AFTER.sub("", said)):
        numbers |= _listed(named.group(1))
    return numbers


def _listed(text: str) -> set[str]:
    """The numbers of "5, 6 và 7" or "20a đến 20d"."""
    numbers = set(re.findall(r"\d{1,3}[a-zđ]?", text))
    span = re.search(r"(\d{1,3})([a-zđ]?)\s*(?:đến|-|–)\s*(?:Điều\s*)?(\d{1,3})([a-zđ]?)", text)
    if span is None:
        return numbers
    low, low_letter, high, high_letter = span.groups()
    if low == high and low_letter and high_letter:
        letters = "abcdđeghiklmnopqrstuvxy"
        first, last = letters.find(low_letter), letters.find(high_letter)
        numbers |= {low + letter for letter in letters[first : last + 1]}
    elif not low_letter and 0 < int(high) - int(low) < 100:
        numbers |= {str(number) for number in range(int(low), int(high) + 1)}
    return numbers
