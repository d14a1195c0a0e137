"""References to the law as people write them: "điểm đ khoản 9 Điều 4 NĐ 45/2012", "dieu 4 khoan 3".

It reads references and finds the section they name. It does not know what the section says.
Accents do not matter except to tell điểm d from điểm đ.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from documents.legal_matching import match_source, match_sources
from documents.legal_numbers import LegalReference, fold, kind_of_number, same_number
from documents.letters import UPPER
from documents.records import Section

__all__ = [
    "LegalReference",
    "find_section",
    "fold",
    "kind_of_number",
    "match_source",
    "match_sources",
    "parse_locator",
    "read_references",
    "same_number",
]

Level = Literal["chapter", "annex", "article", "clause", "point", "document"]

# Folded name, and short form, of a kind of text -> the Vietnamese name used in citations.
_KINDS: dict[str, str] = {
    "thong tu lien tich": "Thông tư liên tịch",
    "ttlt": "Thông tư liên tịch",
    "thong tu": "Thông tư",
    "tt": "Thông tư",
    "nghi dinh": "Nghị định",
    "nd": "Nghị định",
    "n.d": "Nghị định",
    "quyet dinh": "Quyết định",
    "qd": "Quyết định",
    "nghi quyet": "Nghị quyết",
    "nq": "Nghị quyết",
    "phap lenh": "Pháp lệnh",
    "bo luat": "Bộ luật",
    "luat": "Luật",
    "chi thi": "Chỉ thị",
    "decree": "Nghị định",
    "circular": "Thông tư",
    "decision": "Quyết định",
    "law": "Luật",
}
_AND = r"(?:\s*(?:,|;|va|hoac|and|den)\s*)"
_LETTER_ENDS = r"(?=\s*(?:$|[,;.)]|(?:va|hoac|khoan|dieu|cua|den|clause|article|and)\b))"
_MONEY = r"\d[\d.,]*\s*(?:ty|ti|trieu|nghin|ngan|dong|usd|vnd|%)"  # "khoản 7,2 tỷ đồng" is a sum
_ELEMENT = re.compile(
    rf"""
    \b(?:
      (?:dieu|article)\s+(?P<article>\d{{1,3}}[a-z]?(?:{_AND}+\d{{1,3}}[a-z]?(?![\w/.]))*|nay\b)
    | (?:khoan|clause)\s+(?!{_MONEY})(?P<clause>\d{{1,3}}[a-z]?(?:{_AND}+\d{{1,3}}[a-z]?(?![\w/.]))*|nay\b)
    | (?:diem|point)\s+(?P<point>(?:dd|[a-z])\d?\b(?:{_AND}+(?:diem\s+)?(?:dd|[a-z])\d?\b{_LETTER_ENDS})*|nay\b)
    | (?:chuong|chapter)\s+(?P<chapter>[ivxlc]{{1,7}}\b|\d{{1,2}}\b)
    | (?:phu\s+luc|annex)\s+(?:so\s+)?(?P<annex>[ivxlc]{{1,5}}\b|\d{{1,2}}\b)
    | (?P<rules>quy\s+che|dieu\s+le|quy\s+dinh(?=\s+(?:\w+\s+){{0,12}}(?:ban\s+hanh\s+)?kem(?:\s+theo)?\b))\b
    | (?P<kind>thong\s+tu\s+lien\s+tich|ttlt|thong\s+tu|tt|nghi\s+dinh|nd|quyet\s+dinh|qd|nghi\s+quyet|nq
        |phap\s+lenh|bo\s+luat|luat|chi\s+thi|decree|circular|decision|law)
      (?:\s*(?:so|no\.?)\b\s*[:.]?)?
      (?:[\s-]*(?P<number>\d{{1,5}}(?:/\d{{4}})?(?:/[a-z\d-]+(?:[-/][a-z\d]+)*)?)(?![\w])|\s+(?P<this>nay)\b|)
    )
    """,
    re.X,
)
_LINK = re.compile(
    r"[\s,;:()–-]*(?:(?:cua|chinh|tai|thuoc|trong|theo|o|va|hoac|cac|of|the|in|and|quy dinh tai)\s+)*[\s,]*"
)
_RULES_OF = re.compile(r"[\s,]*(?:(?!(?:khac|so|va|voi|hay|hoac|gi|nao)\b)[^\W\d_]+[\s,]+){0,14}?[\s(]*")
"""What stands between rules and the text they were issued with: "Quy chế làng nghề ban hành kèm theo Quyết định"."""
_RULES_NAMED = re.compile(r"quy chế|điều lệ|quy định", re.IGNORECASE)
_LAW_NAME_STOPS = "số|này|năm|của|và|hoặc|thì|được|để|theo|trong|phải|nếu|do|có|không|tại|về|với|trừ|khi|là|quy định"
_LAW_NAME = re.compile(rf"\s+(?:[{UPPER}][\w-]*)(?:,?\s+(?!(?:{_LAW_NAME_STOPS})\b)[\w-]+){{0,6}}")
_ORDER: tuple[Level, ...] = ("point", "clause", "article", "chapter", "annex", "document")


@dataclass(frozen=True, slots=True)
class _Element:
    level: Level
    values: tuple[str, ...]
    start: int
    end: int
    kind: str = ""
    name: str = ""


def read_references(text: str) -> list[LegalReference]:
    """Every reference in a text, in reading order; a list ("khoản 1 và 2 Điều 5") gives one each."""
    folded = fold(text)
    found: list[LegalReference] = []
    for chain in _chains(_elements(text, folded), folded):
        found += _references(chain)
    return found


def parse_locator(text: str) -> LegalReference | None:
    """The first reference of a text that names a section or a document, or None."""
    references = read_references(text)
    return references[0] if references else None


def _elements(text: str, folded: str) -> list[_Element]:
    elements: list[_Element] = []
    for found in _ELEMENT.finditer(folded):
        if found["kind"]:
            element = _document(text, found)
            if element is not None:
                elements.append(element)
            continue
        if found["rules"]:
            if not elements or not _LINK.fullmatch(folded, elements[-1].end, found.start()):
                continue  # rules spoken of, and no article of theirs
            rules = " ".join(text[found.start("rules") : found.end("rules")].upper().split())
            elements.append(_Element("annex", (rules,), found.start(), found.end(), name=rules))
            continue
        level: Level = next(level for level in _ORDER if level != "document" and found[level])
        printed = text[found.start(level) : found.end(level)]
        if level == "point":
            letters = re.findall(r"(?<!\w)(?:dd|[a-zA-ZđĐ]\d?)(?!\w)", printed)
            values = tuple("đ" if letter == "dd" else letter.lower() for letter in letters)
        elif level in {"chapter", "annex"}:
            values = (printed.upper(),)
        else:
            values = tuple(number.lower() for number in re.findall(r"\d{1,3}[a-zA-ZđĐ]?", printed))
        if level in {"article", "clause", "point"} and folded[found.start(level) :].startswith("nay"):
            values = ("này",)
        elements.append(_Element(level, values, found.start(), found.end()))
    return elements


def _document(text: str, found: re.Match[str]) -> _Element | None:
    kind = _KINDS[" ".join(found["kind"].split())]
    if found["number"]:
        number = text[found.start("number") : found.end("number")].upper()
        return _Element("document", (number,), found.start(), found.end(), kind)
    if found["this"]:
        return _Element("document", ("này",), found.start(), found.end(), kind)
    named = _LAW_NAME.match(text, found.end()) if kind in {"Luật", "Bộ luật", "Pháp lệnh"} else None
    if named is None:
        return None
    name = text[found.start() : named.end()].rstrip(" ,")
    return _Element("document", ("",), found.start(), found.start() + len(name), kind, name)


def _chains(elements: Iterable[_Element], folded: str) -> list[list[_Element]]:
    chains: list[list[_Element]] = []
    for element in elements:
        of_rules = bool(chains) and bool(chains[-1][-1].name) and chains[-1][-1].level == "annex"
        link = _RULES_OF if of_rules and element.level == "document" else _LINK
        if chains and link.fullmatch(folded, chains[-1][-1].end, element.start):
            chains[-1].append(element)
        elif not chains or element.start >= chains[-1][-1].end:
            chains.append([element])
    return chains


def _references(chain: list[_Element]) -> list[LegalReference]:
    """The references of one chain: each new point, clause or article that repeats starts another."""
    groups: list[dict[Level, _Element]] = []
    rising: bool | None = None  # True: "khoản 3 Điều 4", False: "Điều 4 khoản 3"
    previous: Level | None = None
    for at, element in enumerate(chain):
        repeated = bool(groups) and element.level in groups[-1]
        of_text = element.level == "document" or bool(element.name)
        if previous is not None and not of_text and previous != "document":
            step = _ORDER.index(element.level) - _ORDER.index(previous)
            turned = rising is not None and step != 0 and (step > 0) != rising
            rising = step > 0 if step else rising
            repeated = repeated or (turned and "article" in groups[-1] and bool(rising))
            if turned and not repeated and rising is False and "document" in groups[-1]:
                repeated = True
        if previous == "document" and _begins_anew(chain[at:], groups[-1]):
            repeated = True
        if not groups or repeated:
            groups.append({})
        groups[-1][element.level] = element
        previous = element.level
    _share(groups, chain)
    return [reference for group in groups for reference in _spread(group)]


def _begins_anew(rest: list[_Element], group: dict[Level, _Element]) -> bool:
    """Whether what stands after a law's name goes up to an article of its own: "... NĐ 45 và khoản 1 Điều 2 ..."."""
    levels = [element.level for element in rest]
    own = levels[: levels.index("document")] if "document" in levels else levels
    return bool(own) and "article" in group and own[0] in ("point", "clause") and "article" in own


def _share(groups: list[dict[Level, _Element]], chain: list[_Element]) -> None:
    """What a list states once holds for all its members: "khoản 1, khoản 2 Điều 5 Nghị định 45"."""
    for at in range(len(groups) - 2, -1, -1):
        for level in ("clause", "article", "document"):
            below = any(lower in groups[at] for lower in _ORDER[: _ORDER.index(level)])
            if level not in groups[at] and level in groups[at + 1] and below:
                groups[at][level] = groups[at + 1][level]
    for at in range(1, len(groups)):
        for level in ("clause", "article", "document"):
            below = any(lower in groups[at] for lower in _ORDER[: _ORDER.index(level)])
            if level not in groups[at] and level in groups[at - 1] and below:
                groups[at][level] = groups[at - 1][level]


def _spread(group: dict[Level, _Element]) -> list[LegalReference]:
    """One reference for each member of the lowest list of the group."""
    own = list(group.values())
    start, end = min(one.start for one in own), max(one.end for one in own)
    document = group.get("document")
    single = {level: element.values[0] for level, element in group.items() if element.values}
    base = LegalReference(
        single.get("article", ""),
        single.get("clause", ""),
        single.get("point", ""),
        document.kind if document else "",
        single.get("document", ""),
        start,
        end,
        single.get("chapter", ""),
        single.get("annex", ""),
        document.name if document else "",
    )
    if "point" in group:
        return [replace(base, point=value) for value in group["point"].values]
    if "clause" in group:
        return [replace(base, clause=value) for value in group["clause"].values]
    if "article" in group:
        return [replace(base, article=value) for value in group["article"].values]
    return [base]


def find_section(
    sections: Sequence[Section], reference: LegalReference, here: int | None = None, quoted: bool = False
) -> Section | None:
    """The section that a reference names, or None.

    The text's own articles come before those of its annexes. A quoted article is never meant, or with ``quoted``
    alone. ``here`` is the index of the section that holds the reference, for "Điều này" and for
    "khoản 1" alone.
    """
    at = _find(sections, reference, here, quoted)
    return None if at is None else sections[at]


def _find(sections: Sequence[Section], reference: LegalReference, here: int | None, quoted: bool) -> int | None:
    scope: int | None = None
    if reference.annex or reference.chapter:
        kind = "annex" if reference.annex else "chapter"
        scope = _named(sections, kind, reference.annex or reference.chapter, None, quoted)
        unnamed = not any(one.kind == "annex" and _RULES_NAMED.fullmatch(one.locator) for one in sections)
        if scope is None and unnamed and kind == "annex" and _RULES_NAMED.fullmatch(reference.annex):
            return _find(sections, replace(reference, annex=""), here, quoted)  # saved without the name of the rules
        if scope is None or not (reference.article or reference.clause or reference.point):
            return scope
    if reference.article and reference.article != "này":
        scope = _named(sections, "article", reference.article, scope, quoted)
    elif reference.article == "này" or (here is not None and (reference.clause or reference.point)):
        scope = _enclosing(sections, here, "article")
    elif scope is None:
        return None
    for kind, value in (("clause", reference.clause), ("point", reference.point)):
        if scope is None or not value:
            continue
        this = value == "này"
        scope = _enclosing(sections, here, kind) if this else _named(sections, kind, value, scope, quoted)
    return scope


def _named(sections: Sequence[Section], kind: str, number: str, scope: int | None, quoted: bool) -> int | None:
    """The first section of a kind and number within ``scope``, the text's own before annexes."""
    fallback: int | None = None
    for at, section in enumerate(sections):
        if section.kind != kind or section.quoted != quoted or number.lower() not in _names(section):
            continue
        above = list(_ancestors(sections, at))
        if scope is not None:
            if scope in above:
                return at
            continue
        if not any(sections[one].kind == "annex" for one in above):
            return at
        fallback = at if fallback is None else fallback
    return fallback


def _names(section: Section) -> tuple[str, ...]:
    """What a section is called: its number, and rules that a decision issues by their name ("Quy chế")."""
    return (section.number.lower(), *([section.locator.lower()] if section.kind == "annex" else []))


def _ancestors(sections: Sequence[Section], at: int) -> Iterable[int]:
    parent = sections[at].parent
    while parent is not None:
        yield parent
        parent = sections[parent].parent


def _enclosing(sections: Sequence[Section], here: int | None, kind: str) -> int | None:
    if here is None:
        return None
    for at in (here, *_ancestors(sections, here)):
        if sections[at].kind == kind:
            return at
    return None
