"""Whether a text that a question names still stands: what the documents tell of its being replaced or amended.

"Thông tư liên tịch 26/2014 còn hiệu lực không?" Only sentences that say so of that very text are given. That a
text still stands is never concluded from nothing being told.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.citations import Draft
from assistant.evidence import Library, Sentence, View
from assistant.phrasing import quote_draft
from assistant.question_slots import Question
from assistant.replies import Reply
from documents.legal_numbers import LegalReference, fold, kind_of_number, same_number
from documents.records import Source
from documents.validity import REPORT_KINDS
from documents.validity_reading import cited_numbers
from index.records import Hit

_STANDS = re.compile(
    r"(?<!\w)(?:con (?:(?:duoc|nguyen|dang|co) )*hieu luc|(?:het|mat) hieu luc|"
    r"\d[\w/-]*(?: \w+){0,3} con (?:(?:duoc|nguyen|dang|co) )*(?:ap dung|gia tri|dung|su dung)|"
    r"\d[\w/-]*(?: \w+){0,6} (?:van|van con|con) (?:duoc |dang )?(?:ap dung|gia tri|dung duoc|su dung duoc)(?: duoc)? "
    r"(?:chu|khong|chua|a|ha)$|"
    r"\d[\w/-]*(?: \w+){0,12} (?:van|van con|con) (?:dang |duoc )*(?:ap dung|hieu luc)(?!\w).*"
    r"(?:dung|phai) (?:khong|chua|vay khong)(?: a)?$|"
    r"(?:da|bi|duoc) (?:sua doi|thay the|bai bo|huy bo|thay)(?: hay)? chua|"
    r"(?:da|bi|duoc) (?:sua doi|thay the|bai bo|huy bo).* (?:chua|khong|hay khong)$|"
    r"still (?:in force|in effect|valid|effective|appl\w+|stands?)|(?:is|are) [^?]{0,60} in (?:force|effect)|"
    r"(?:has|have|was|is) [^?]{0,60} been (?:replaced|amended|repealed|superseded|changed)|expired|outdated)(?!\w)"
)
_LISTED = re.compile(
    r"(?<!\w)(?:liet ke|ke ten|danh sach|cho biet|neu) (?:cac |nhung )?van ban (?:da )?(?:sua doi|thay the|bai bo)"
)
_ENDS = re.compile(
    r"(?<!\w)(?:het|mat) hieu luc[^?]*(?:khi nao|bao gio|ngay nao|nam nao|luc nao)|"
    r"(?:khi nao|bao gio|ngay nao|nam nao)[^?]* (?:het|mat) hieu luc|"
    r"when (?:did|does|will)[^?]* (?:expire|cease|end|lapse|lose)(?!\w)"
)
_REPLACING = re.compile(
    r"(?<!\w)(?:van ban|nghi dinh|thong tu|quyet dinh) (?:nao|gi) (?:da |moi |se |dang )?"
    r"(?:thay the|thay cho|thay)(?!\w)|"
    r"^(?:ten |so )?(?:van ban|nghi dinh|thong tu|quyet dinh) (?:da |moi )?(?:thay the|thay cho|thay)(?= )|"
    r"(?<!\w)(?:bi|duoc) (?:van ban|nghi dinh|thong tu|quyet dinh) (?:nao|gi) thay(?: the)?(?!\w)|"
    r"(?:what|which) [^?]{0,30}(?<!was )(?<!were )(?<!been )(?:replaced|supersedes|superseded|replaces)(?! by)(?!\w)"
)
_ELSE = re.compile(
    r"(?<!\w)(?:khi nao|bao gio|bao lau|ngay nao|tu ngay|tu bao|tu khi|nam nao|vi sao|tai sao|gi|nhu the nao|ra sao|"
    r"when|why|what|how|which|who|since)(?!\w)"
)
_CHANGED = re.compile(r"(hết hiệu lực)()|(thay thế|sửa đổi|bổ sung|bãi bỏ|hủy bỏ)(?:[^;.]{0,20}? (bởi|bằng))?")
_THIS = re.compile(
    r"(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư(?: liên tịch)?|Quyết định|Chỉ thị) này", re.IGNORECASE
)
_NOT_TOLD = re.compile(r"không (?:cho biết|nêu|ghi)[^;.]* (?:còn|hết) hiệu lực")
_ENDED = re.compile(r"hết hiệu lực[^;.]*(?:từ|kể từ|sau) ngày")
_IN_FORCE = re.compile(r"có hiệu lực")
_AMENDED = ("sửa đổi", "bổ sung")
_LACKING = {"vi": "còn hiệu lực hay không", "en": "whether it is still in force"}
_REPLACING_LACKING = {"vi": "văn bản thay thế", "en": "a text that replaced it"}
_END_LACKING = {"vi": "hết hiệu lực từ ngày nào", "en": "the day on which it ceased to have effect"}


def asks_standing(question: Question) -> bool:
    """Whether it is asked if texts named by number still stand, or which texts changed them."""
    asked = _asked(question)
    if not any(reference.number and reference.number != "này" for reference in question.references):
        return False
    if _LISTED.search(asked) or _ENDS.search(asked) or _REPLACING.search(asked):
        return True
    return _STANDS.search(asked) is not None and not _ELSE.search(asked)


def asks_replacing(question: Question) -> bool:
    """Whether it is asked which text replaced one that is named."""
    return _REPLACING.search(_asked(question)) is not None


def _asked(question: Question) -> str:
    """What is asked, folded: as typed, or put in full where a follow-up names its text only by "này"."""
    named = _NUMBER_TYPED.search(question.asked) is not None
    return fold(question.asked if named else question.text).strip(" ?.!")


_NUMBER_TYPED = re.compile(r"\d+/\S|(?<!\w)(?:số )?\d{1,4}(?!\w)")


def standing_reply(
    question: Question, hits: Sequence[Hit], library: Library, sources: Sequence[Source]
) -> Reply | None:
    """What the documents tell of the standing of the texts named; None where they tell nothing of it.

    Where only the day of taking effect is told, the answer is ``partial``; where the text held says that it
    does not tell, ``not_found`` with that sentence.
    """
    if not asks_standing(question):
        return None
    named = [reference for reference in question.references if reference.number]
    laws = {source.id: source for source in sources if source.kind not in REPORT_KINDS}
    changing = [id for id, source in laws.items() if _changes_one_of(source, named)]
    near = [hit.passage.document for hit in hits]
    views = [library.view(id) for id in dict.fromkeys([*question.within, *changing, *near]) if id in laws]
    told: dict[tuple[str, str], Draft] = {}
    for change, view, row in _changes(views, named):
        told.setdefault(change, _quoted(question, view, row))
    asked = _asked(question)
    ends, replacing = _ENDS.search(asked) is not None, _REPLACING.search(asked) is not None
    if replacing and (not told or any(kind == "replaced" for kind, _ in told)):
        return None  # which text replaced it is told, or nothing is
    if told:
        drafts = tuple(dict.fromkeys(told.values()))
        dated = any(_ENDED.search(draft.evidence[0].quote) for draft in drafts)
        lacking = _REPLACING_LACKING if replacing else _END_LACKING
        lacks = replacing or (ends and not dated)
        return Reply(drafts, "partial", lacking=(lacking[question.language],)) if lacks else Reply(drafts)
    own = [view for view in views if view.document.id in question.within]
    about = [(view, row) for view in own for row in view.sentences if _names(view, row.text, named)]
    untold = [_quoted(question, view, row) for view, row in about if _NOT_TOLD.search(row.text)]
    if untold:
        return Reply((untold[0],), "not_found")
    begins = [_quoted(question, view, row) for view, row in about if not ends and _IN_FORCE.search(row.text)]
    return Reply((begins[0],), "partial", lacking=(_LACKING[question.language],)) if begins else None


def _changes_one_of(source: Source, named: Sequence[LegalReference]) -> bool:
    """Whether the row of a text says that it replaces or amends one of those named."""
    entries = (number for entry in (*source.replaces, *source.amends) for number in cited_numbers(entry))
    return any(_is_named(number, named) for number in entries)


def _changes(
    views: Sequence[View], named: Sequence[LegalReference]
) -> Iterator[tuple[tuple[str, str], View, Sentence]]:
    """Each change told of a text named: whether "replaced" or "amended" and by which text, and where it is told."""
    for view in views:
        for row in view.sentences:
            for clause in row.text.split(";"):
                for match in _CHANGED.finditer(clause):
                    before = _numbers(view, clause[: match.start()])
                    after = _numbers(view, clause[match.end() :])
                    if match[1] or match[4]:  # "A hết hiệu lực ...", "A được thay thế bởi B"
                        changed, by = before[-1:], after[:1]
                    else:  # "B thay thế A1 và A2"
                        changed, by = after, before[-1:]
                    if any(_is_named(number, named) for number in changed) and (by or match[1]):
                        yield ("amended" if match[3] in _AMENDED else "replaced", fold("".join(by))), view, row


def _numbers(view: View, text: str) -> list[str]:
    """The official numbers in a stretch of a text, in order; "Nghị định này" is the text's own."""
    return cited_numbers(_THIS.sub(view.source.number, text) if view.source.number else text)


def _is_named(number: str, named: Sequence[LegalReference]) -> bool:
    """Whether a full number is that of a text named, in part ("26/2014") by number and kind."""
    kinds = ("", kind_of_number(number))
    return any(same_number(reference.number, number) and reference.kind in kinds for reference in named)


def _names(view: View, text: str, named: Sequence[LegalReference]) -> bool:
    return any(_is_named(number, named) for number in _numbers(view, text))


def _quoted(question: Question, view: View, row: Sentence) -> Draft:
    return quote_draft(view.evidence(row.start, row.end), question.language)
