"""Which article a rule stands in ("căn cứ điều nào"): the section of the sentence that answers, by its own heading.

It adds to a reply what the structure of the text tells; what answers the question is found elsewhere.
"""

import re
from dataclasses import replace

from assistant.citations import Draft, Evidence, fault
from assistant.evidence import Library, View
from assistant.phrasing import capital
from assistant.question_slots import Question
from assistant.replies import Reply
from assistant.wording import fold
from documents.structure import DIGEST_LABEL, full_locator

_ASKED = re.compile(
    r"(?<!\w)(?:dieu|khoan|diem|chuong)(?: khoan| luat)? (?:nao|may|so may|bao nhieu)"
    r"(?! (?:dong|tien|kien|duoc ho tro))(?!\w)|(?<!\w)(?:which|what) (?:article|clause|section|point)(?!\w)"
)
_OF_MONEY = re.compile(
    r"(?<!\w)(?:cac|nhung|tung|moi|cac khoan|nhung khoan) (?:khoan|diem|dieu)(?: \w+){0,2} nao(?!\w)"
)
"""Items of money or points of something, which are no sections of a text: "những khoản nào"."""


_ELSE = re.compile(
    r"(?<!\w)(?:ai|bao nhieu|may|gi|nao|dau|sao|khong|bao lau|bao gio|who|when|how|what|where|does|is|are)(?!\w)"
)


_LEADING = re.compile(
    r"(?<!\w)(?:quy dinh|duoc|can cu|co|la|tai|o|theo|trong|cua|noi|ghi|neu|thuoc|the|do|dieu|ay|nay|thi|vay|va|cu the|"
    r"phap ly|van ban|nghi dinh|thong tu|so|a|it|is|in|under|and|of|the|does|say|says|that|so|laid|down)(?!\w)"
)
"""What stands about a section asked for and names nothing."""


def asks_section_only(text: str) -> bool:
    """Whether a stretch of a question asks for the section of what is told before it, and for nothing else."""
    asked = fold(text.lower())
    rest = _LEADING.sub(" ", _ASKED.sub(" ", asked))
    return _ASKED.search(asked) is not None and re.search(r"[^\W\d_]{2}", rest) is None


def asks_section(question: Question) -> bool:
    """Whether it is asked in which article, khoản or điểm something is laid down."""
    asked = fold(question.asked.lower())
    return _ASKED.search(asked) is not None and _OF_MONEY.search(asked) is None


def _asks_first(question: Question) -> bool:
    """Whether nothing else is asked before the section."""
    asked = fold(question.asked.lower())
    found = _ASKED.search(asked)
    return found is not None and _ELSE.search(asked[: found.start()]) is None


def with_section(question: Question, reply: Reply, library: Library) -> Reply:
    """The reply with the section of its first legal quote, where that is asked for and can be shown.

    It goes first where nothing else is asked, else behind what is.
    """
    if not asks_section(question) or reply.outcome == "not_found":
        return reply
    pieces = [piece for draft in reply.drafts for piece in draft.evidence]
    legal = next((piece for piece in pieces if library.view(piece.document).is_legal), None)
    drafts = [] if legal is None else _drafts(question, library.view(legal.document), legal)
    shown = next((draft for draft in drafts if not fault(draft)), None)
    if shown is None:
        return reply
    return replace(reply, drafts=(shown, *reply.drafts) if _asks_first(question) else (*reply.drafts, shown))


def _drafts(question: Question, view: View, piece: Evidence) -> list[Draft]:
    """The section of a quote as one would name it, the nearest first, each resting on the headings it is read from."""
    drafts = []
    at = view.section_at(piece.start)
    while at is not None:
        section = view.sections[at]
        headings: list[Evidence] = []
        above: int | None = at
        while above is not None and view.sections[above].kind in ("article", "clause", "point"):
            headings.append(_first_line(view, above))
            above = view.sections[above].parent
        if headings:
            if not question.references:
                drafts.append(_with_law(question, view, at, (piece, *headings)))
            drafts.append(Draft(_named(question, section.locator), (piece, *headings)))
        at = section.parent
    return drafts


def _with_law(question: Question, view: View, at: int, resting: tuple[Evidence, ...]) -> Draft:
    """The section with the number of its text, which the text's own title line bears out."""
    locator = full_locator(view.sections[at], view.source).removesuffix(DIGEST_LABEL)
    end = view.document.text.find("\n")
    title = view.evidence(0, end if end >= 0 else len(view.document.text))
    return Draft(_named(question, locator), (*resting, title))


def _named(question: Question, locator: str) -> str:
    if question.language == "en":
        return f"It is laid down in “{locator}”."
    return f"{capital(locator)}." if _asks_first(question) else f"Quy định tại {locator}."


def _first_line(view: View, at: int) -> Evidence:
    """The heading of an article, or the first sentence of a khoản or điểm with the number it begins with."""
    section = view.sections[at]
    line = view.document.text.find("\n", section.start, section.end)
    end = line if line >= 0 else section.end
    if section.kind != "article":
        row = next((row for row in view.between(section.start, end) if row.end > section.start), None)
        end = min(end, row.end) if row is not None else end
    return view.evidence(section.start, end)
