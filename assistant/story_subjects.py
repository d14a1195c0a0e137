"""Whom a sentence is of where it does not say so itself: the enterprise or person its text named last before it.

A story names its enterprise once and goes on for a dozen sentences ("Công suất từ 60 kg lên 210 kg"). What such
a sentence tells is of that enterprise until another one, a body or the whole province is turned to.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.citations import Draft
from assistant.evidence import Sentence, View
from assistant.members import enterprise_named, enterprises_named, names_an_enterprise
from assistant.question_slots import Question
from assistant.wording import fold, spread
from documents.letters import UPPER
from documents.records import Place

REACH = 6  # sentences back in a text that names the enterprise in passing
REACH_STORY = 24  # sentences back in a text that tells of it at length
REACH_ALONE = 40  # sentences back in a text that tells of no other enterprise
OPENING_ROWS = 4  # sentences, in which a story names its workshop
STORY_ROWS = 12  # sentences that a story of one workshop has at least
OFTEN = 3  # sentences that name it in such a text
_OF_ALL = re.compile(
    r"(?<!\w)(?i:toàn|cả|trên địa bàn) (?:tỉnh|huyện|thành phố|nước|vùng|khu vực)(?!\w)|"
    r"(?<!\w)(?i:các|những|nhiều|mỗi|từng) (?:cơ sở|doanh nghiệp|đơn vị|hợp tác xã|HTX|hộ|địa phương|tỉnh)(?!\w)|"
    r"(?<!\w)(?:Sở|Cục|Bộ|UBND|Ủy ban nhân dân|Trung tâm)(?: tỉnh)? (?:\w+ )?(?:Công Thương|[Kk]huyến công|tỉnh)|"
    r"^\W*(?:[Tt]ỉnh|Kế hoạch|Năm \d{4}, (?:tỉnh|Trung tâm|Sở))(?!\w)|"
    rf"^\W*(?:Huyện|Xã|Phường|Thị xã|Thành phố|Thị trấn) [{UPPER}]\w*(?: [{UPPER}]\w*)*"
    r"(?: (?:cũng|đã|vừa|còn|nay))* (?:mở|tổ chức|có|hỗ trợ|triển khai|đang|giao|dành|chi|phê duyệt|thực hiện)(?!\w)"
)
"""What makes a sentence one of many enterprises, of a province or a body."""
_PROGRAMME = re.compile(
    r"(?<!\w)(?i:tỉnh|khu vực|vùng|toàn quốc|cả nước|giai đoạn|kế hoạch|chương trình|kết quả|hội nghị)(?!\w)"
)
"""In a title: a report on a province or a programme, and no story."""
_OWN = re.compile(
    r"(?<!\w)(?:xưởng|cơ sở(?! (?:công nghiệp|sản xuất|khác|hạ tầng|vật chất))|công ty|hợp tác xã|HTX|"
    r"doanh thu|dàn máy|[Cc]hị|[Aa]nh(?= )|[Tt]hợ)(?!\w)"
)
"""What a story calls its workshop or its owner by, once it has named them."""
_PARTNER_BEFORE = re.compile(
    r"(?<!\w)(?:với|cho|cùng|như|sang|qua) (?:một |các )?$|"
    r"(?<!\w)(?:mua|bán|nhập|thuê|lấy|nhận|ký|vay|học|đặt|mượn|thay|được|hàng|máy)(?!\w).{0,60}?"
    r"(?<!\w)(?:từ|của|do) (?:một |các )?$",
    re.IGNORECASE,
)
"""Before an enterprise that whoever the story is of deals with: "bán cho", "mua máy của"."""


def subject_before(question: Question, view: View, sentence: Sentence | None) -> Sentence | None:
    """The sentence before one that names whom it is of, where a question names just that enterprise or person.

    None where the sentence names it itself, or is of another one, of many, or of a whole province.
    """
    names = question.names
    if not names or sentence is None or view.is_legal or " | " in sentence.text:
        return None
    if _names_one(view, sentence.order, names) or _turns(sentence):
        return None
    alone = _tells_of_it_alone(view, names)
    reach = REACH_ALONE if alone else REACH_STORY
    for order in range(sentence.order - 1, max(-1, sentence.order - 1 - reach), -1):
        row = view.sentences[order]
        if " | " in row.text:
            return None
        if _names_one(view, order, names):
            if _names_another_behind(row, names):
                return None
            near = alone or sentence.order - order <= REACH
            return row if (near or _tells_at_length(view, names)) and _holds_all(view, names) else None
        if _turns(row) and not (alone and _turns_back(view, order + 1, sentence.order)):
            return None
    return None


def _tells_of_it_alone(view: View, names: tuple[str, ...]) -> bool:
    """Whether a text names no enterprise besides the one asked of, or that of its owner: a story of one workshop."""
    own = {syllable for name in names for syllable in name.split()}
    named = _enterprises(view.sentences)
    known = any(name in one or name.split()[-1] in one.split() for one in named for name in names)
    return known and all(own & set(one.split()) for one in named)


def of_workshop_unasked(question: Question, places: Sequence[Place], view: View, sentence: Sentence | None) -> bool:
    """Whether a sentence tells of the workshop of a story, where a province is asked of, or another workshop.

    A sentence of a province, a body or many enterprises is no such one.
    """
    if sentence is None or view.is_legal or " | " in sentence.text or _OF_ALL.search(sentence.text):
        return False
    if not question.names and all(place.level == "district" for place in places):
        return False
    if view.story is None:
        view.story = _is_story(view)
    if not view.story:
        return False
    return not any(_says(row, name) for name in question.names for row in (fold(view.source.title), *view.folded))


def _is_story(view: View) -> bool:
    rows = [row for row in view.sentences if " | " not in row.text]
    named = _enterprises(rows)
    if not named or len(rows) < STORY_ROWS or _PROGRAMME.search(view.source.title):
        return False
    own = set(max(named, key=named.count).split()[-2:])
    opening = [fold(view.source.title), *(fold(row.text) for row in rows[:OPENING_ROWS])]
    if not any(one in text for text in opening for one in named):
        return False
    of_all = sum(_OF_ALL.search(row.text) is not None for row in rows)
    turned_back = sum(_OWN.search(row.text) is not None for row in rows)
    return all(own & set(one.split()) for one in named) and 4 * of_all < len(rows) < 6 * turned_back


def _enterprises(rows: Sequence[Sentence]) -> list[str]:
    """The enterprises that sentences name, folded, as often as they do; without those that they deal with."""
    told = [(row, name, at) for row in rows for name, at in enterprises_named(row.text)]
    return [fold(name) for row, name, at in told if _PARTNER_BEFORE.search(row.text[:at]) is None]


def _turns_back(view: View, first: int, last: int) -> bool:
    """Whether a story of one workshop comes back to it, by a word for it or its owner, up to a sentence."""
    return any(_OWN.search(row.text) for row in view.sentences[first : last + 1])


def _names_one(view: View, order: int, names: tuple[str, ...]) -> bool:
    return any(_says(view.folded[order], name) for name in names)


def _says(folded: str, name: str) -> bool:
    """Whether a folded text says a name whole: "chi hoa" does not stand in "chi hoat dong"."""
    return name in folded and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) is not None


def _tells_at_length(view: View, names: tuple[str, ...]) -> bool:
    return sum(_names_one(view, row.order, names) for row in view.sentences) >= OFTEN


def _holds_all(view: View, names: tuple[str, ...]) -> bool:
    """Whether the text, or its title, holds every name that a question gives."""
    title = fold(view.source.title)
    return all(_says(title, name) or any(_says(row, name) for row in view.folded) for name in names)


def _turns(row: Sentence) -> bool:
    """Whether a sentence turns to another enterprise, a body or a whole province."""
    if _OF_ALL.search(row.text):
        return True
    return any(_PARTNER_BEFORE.search(row.text[:at]) is None for _, at in enterprises_named(row.text)[:1])


def _names_another_behind(row: Sentence, names: tuple[str, ...]) -> bool:
    """Whether a sentence that names the one asked for turns to another: "Khác với Cơ sở A, Công ty B đầu tư"."""
    _, at = next(reversed(enterprises_named(row.text)), ("", -1))
    if at < 0 or _PARTNER_BEFORE.search(row.text[:at]):
        return False
    return not any(name in fold(row.text[at:].split(",")[0]) for name in names)


def naming_words(question: Question, naming: Sentence) -> str:
    """The words, prepared, by which a sentence names whom a question asks of: the enterprise and the question's own."""
    said = [enterprise_named(naming.text)] if names_an_enterprise(naming.text) else []
    said += [word for word in question.words if any(_same_name(fold(word), name) for name in question.names)]
    return spread(" ".join(said))


def with_subject(question: Question, draft: Draft, view: View, sentence: Sentence | None) -> Draft:
    """A draft that rests on the sentence naming its enterprise too, where the one it states does not name it."""
    naming = subject_before(question, view, sentence)
    if naming is None:
        return draft
    evidence = (*draft.evidence, view.evidence(naming.start, naming.end))
    return replace(draft, evidence=tuple(dict.fromkeys(evidence)))


def _same_name(word: str, name: str) -> bool:
    one, other = word.replace("y", "i"), name.replace("y", "i")
    return len(one) > 2 and (one in other or other in one)
