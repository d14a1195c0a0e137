"""Whom a policy or a legal text is for: "Ai được hưởng chính sách khuyến công?", "Nghị định 45 áp dụng cho những ai?".

The answer is the provision on the subjects of application, whole, and that of the guidance on it. It is given only
where the question narrows nothing: "Ai được hỗ trợ lãi suất khi di dời?" is searched like any other.
"""

import re
from collections.abc import Sequence

from assistant.citations import Draft
from assistant.evidence import Library, View
from assistant.legal_answers import leaf_spans, referred_views
from assistant.lists import after_heading
from assistant.phrasing import quote_draft
from assistant.question_slots import Question
from assistant.replies import Reply
from assistant.wording import fold, holds, spread
from documents.legal_numbers import kind_of_number, same_number
from documents.records import Section, Source
from documents.validity import REPORT_KINDS
from documents.validity_reading import cited_numbers

_WHOM = (
    r"(?:ai|(?:nhung |cac )?(?:doi tuong|to chuc,? (?:va )?ca nhan|chu the|thanh phan|"
    r"(?:loai hinh|loai|kieu) (?:doanh nghiep|co so|don vi|to chuc)(?: san xuat)?|nhom doi tuong)(?: nao| gi)?)"
)
_ASKED = re.compile(
    rf"(?<!\w){_WHOM} (?:la |thi |se |co the |deu |dang )*(?:duoc|thuoc|huong)(?!\w)|"
    rf"(?<!\w)(?:ap dung|danh|ho tro|giup) (?:(?:cho|doi voi|voi) )?{_WHOM}(?!\w)|"
    r"(?<!\w)(?:doi tuong|nguoi) (?:duoc )?(?:ap dung|thu huong|dieu chinh|huong|ho tro)(?!\w)|"
    r"(?<!\w)(?:danh|ho tro|giup|phuc vu|ap dung) (?:cho )?(?:nhung )?ai(?!\w)|"
    r"^who (?:\w+ ){0,3}(?:benefits?|eligible|entitled|covered|qualif\w+|receives?|gets?|appl\w+)(?!\w)|"
    r"(?<!\w)(?:whom? )(?:\w+ ){1,8}(?:appl\w+ to|for)$"
)
_NOT = re.compile(
    r"(?<!\w)(?:khong|chua|ngoai tru|tru|loai tru|uu tien|truoc het|tung|da|nhat|lan|dau tien|"
    r"quyet dinh gi|not|never|no longer|cannot|first|most|twice|exclude\w*)(?!\w)|\d+ ?(?:%|trieu|ty|ti|dong)"
)
_GENERAL = frozenset(
    {
        *("đối tượng", "hưởng", "thụ hưởng", "hỗ trợ", "áp dụng", "chính sách", "điều chỉnh", "tổ chức", "cá nhân"),
        *("ưu đãi", "chế độ", "chủ thể", "thành phần", "loại hình", "quy định", "diện", "thuộc", "dành", "nhận"),
        *("trợ giúp", "phạm vi", "văn bản", "thông tư", "nghị định", "nghị quyết", "quyết định", "luật", "đối với"),
        *("được hưởng", "người", "chương trình", "nhà nước", "hoạt động", "nguồn", "kinh phí", "vốn", "liệt kê", "kể"),
    }
)
"""Words that stand in such a question and narrow nothing."""
_OF_KIND = re.compile(r"(?<!\w)(?:loai|loai hinh|kieu|hinh thuc|nhom) ")
_KINDS = ("doanh nghiệp", "cơ sở sản xuất", "cơ sở", "đơn vị", "loại hình", "loại", "nhóm", "kiểu", "hình thức")
"""What stands for the subjects themselves where their kinds are asked for: "Loại hình doanh nghiệp nào ..."."""
_NAMED = re.compile(r"doi tuong (?:va pham vi )?(?:duoc )?(?:ap dung|thu huong|huong|ho tro|dieu chinh)(?!\w)")
_NARROWER = re.compile(r"(?<!\w)(?:khong|uu tien|dieu kien|muc|trinh tu|thu tuc|ho so)(?!\w)")
_SUBJECTS = re.compile(
    r"(?:^|\s)(?:doi tuong (?:ap dung|thu huong|dieu chinh)|doi tuong duoc (?:huong|ho tro|ap dung))(?!\w)|"
    r"^(?:\w+ ){1,6}nay (?:duoc )?ap dung (?:doi voi|cho)(?!\w)"
)
_OPENING = 64  # characters in which a provision says that it is about its subjects
_RANKS = ("Luật", "Pháp lệnh", "Nghị định", "Nghị quyết", "Quyết định", "Thông tư")
MOST_TEXTS = 2


def asks_subjects(question: Question) -> bool:
    """Whether it is asked whom a policy or a text is for, and nothing narrower."""
    if question.places or question.periods or question.names or question.counted or question.kind == "figure":
        return False
    asked = fold((question.text if question.language == "vi" else question.asked).lower()).strip(" ?!.")
    return _ASKED.search(asked) is not None and _NOT.search(asked) is None


def subjects_reply(question: Question, library: Library, sources: Sequence[Source]) -> Reply | None:
    """The provisions on the subjects of the text or the policy asked for; None where none is found or asked for."""
    if question.unheld or not asks_subjects(question):
        return None
    topic = _topic(question)
    views = [view for reference, view in referred_views(question, library, sources) if not reference.article]
    if any(reference.article for reference in question.references):
        return None
    if not views and topic:
        views = [library.view(source.id) for source in sources if source.kind not in REPORT_KINDS]
    views = sorted((view for view in views if _is_about(view, topic)), key=lambda view: _rank(view.source))
    drafts: list[Draft] = []
    first: View | None = None
    told = 0
    for view in views:
        section = subjects_section(view)
        if section is None or told == MOST_TEXTS or (first is not None and not _guides(view, first)):
            continue
        first, told = first or view, told + 1
        drafts += _of_section(view, section, question.language)
    return Reply(tuple(drafts), listed=len(drafts) > 1) if drafts else None


def only_subjects_asked(question: Question) -> bool:
    """Whether nothing but whom a text that it names applies to is asked, so that nothing else of it is an answer."""
    return asks_subjects(question) and bool(question.references) and not _topic(question)


def _topic(question: Question) -> list[str]:
    """The words of a question that say what policy it is about."""
    general = [*_GENERAL, *(_KINDS if _OF_KIND.search(fold(question.text.lower())) else ())]
    either = re.compile("|".join(sorted(map(re.escape, general), key=len, reverse=True)), re.IGNORECASE)
    return [word for word in question.words if either.sub("", word).strip()]


def subjects_section(view: View) -> Section | None:
    """The khoản or Điều of a legal text that lays down whom it applies to."""
    for section in view.sections:
        if section.quoted or section.kind not in ("article", "clause"):
            continue
        title = fold(section.title.lower())
        if section.kind == "clause" and _SUBJECTS.search(_opening(view, section)):
            return section
        if section.kind == "article" and _NAMED.search(title) and not _NARROWER.search(title):
            inner = [part for part in view.sections if part.kind == "clause" and _within(part, section)]
            own = [part for part in inner if _SUBJECTS.search(_opening(view, part))]
            return own[0] if own else section
    return None


def _opening(view: View, section: Section) -> str:
    """The first words of a khoản, folded, without its number."""
    text = view.document.text[section.start : min(section.end, section.start + _OPENING)]
    return fold(re.sub(r"^\s*\d{1,2}[.)]\s*", "", text).lower())


def _within(part: Section, section: Section) -> bool:
    return section.start <= part.start < section.end


def _of_section(view: View, section: Section, language: str) -> list[Draft]:
    """Each khoản and điểm a draft of its own, each line where there is none; without the heading."""
    spans = leaf_spans(view, section)
    if len(spans) == 1:
        start, end = after_heading(view, *spans[0])
        lines = re.finditer(r"\S[^\n]*", view.document.text[start:end])
        lines = (line for line in lines if not re.match(r"Điều \d+", line[0]))
        spans = [(start + line.start(), start + line.end()) for line in lines]
    elif section.kind == "article":
        spans = [after_heading(view, *spans[0]), *spans[1:]]
    pieces = [view.evidence(start, end) for start, end in spans]
    return [quote_draft(piece, language) for piece in pieces if piece.quote]


def _is_about(view: View, topic: Sequence[str]) -> bool:
    """Whether the title of a text says the topic of the question, where the question has one."""
    title = spread(view.source.title)
    return view.is_legal and all(holds(title, spread(word).strip()) for word in topic)


def _rank(source: Source) -> int:
    kind = kind_of_number(source.number or source.digest_of)
    return _RANKS.index(kind) if kind in _RANKS else len(_RANKS)


def _guides(view: View, law: View) -> bool:
    """Whether the title of a text names the law told first."""
    number = law.source.number or law.source.digest_of
    return bool(number) and any(same_number(number, told) for told in cited_numbers(view.source.title))
