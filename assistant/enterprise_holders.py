"""Who heads an enterprise by its name, where a report names the enterprise first and its head some sentences later."""

import re
from collections.abc import Sequence
from functools import cache

from assistant.citations import Draft
from assistant.entities import persons
from assistant.evidence import Sentence, View
from assistant.members import enterprise_named
from assistant.phrasing import capital, quote_draft
from assistant.question_slots import Question
from assistant.sentence_finder import Ranked
from assistant.shorthand import ENTERPRISE_KINDS
from assistant.wording import fold
from documents.letters import LOWER, UPPER
from documents.places import place_table

BEHIND = 8  # sentences behind one that names the enterprise in which its head is looked for
_ASKED = re.compile(
    rf"(?<!\w)(?<!phó )(?P<office>giám đốc|chủ nhiệm|chủ tịch|chủ)(?: của)? {ENTERPRISE_KINDS}(?!\w)"
    r"(?P<name>[^,.;?]{2,80})",
    re.IGNORECASE,
)
_TITLED = re.compile(rf"(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Đđ]ồng chí) [{UPPER}][^,]*$")
_NAME = re.compile(rf"[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)+")
_OFFICE = re.compile(
    r"(?<!phó )(?:giám đốc|chủ nhiệm|chủ tịch hội đồng quản trị|chủ (?:cơ sở|xưởng|hộ|doanh nghiệp))"
    r"(?! (?:sở|trung tâm|cục|ủy ban|ubnd|phòng|chi cục|ban|công an|ngân hàng|quỹ|hiệp hội)(?!\w))",
    re.IGNORECASE,
)
"""The head of an enterprise, and of no office of the state."""


_HEADED_BY_NAME = re.compile(
    r"(?P<office>[Cc]hủ nhiệm|[Gg]iám đốc) (?:HTX|[Hh]ợp tác xã|[Cc]ông ty) "
    rf"(?P<name>(?P<family>[{UPPER}][{LOWER}]+)(?: [{UPPER}][{LOWER}]+)+)"
    r"(?= (?:cho biết|cho hay|nói|kể|chia sẻ|khẳng định|phấn khởi|tâm sự|bộc bạch)(?!\w))"
)


@cache
def _families() -> frozenset[str]:
    """Family names, folded."""
    return frozenset(map(fold, place_table().index.family_names))


def head_told(question: Question, ranked: Sequence[Ranked]) -> tuple[View, list[Sentence], str] | None:
    """The report, the sentences that tell it (the enterprise, then its head) and the head as printed.

    None for any other question, and where no such sentence follows before another enterprise is named.
    """
    asked = _ASKED.search(question.text) if question.kind == "who" else None
    named = _NAME.search(asked["name"]) if asked is not None else None
    if asked is not None and named is not None:
        name, office = fold(named[0]), fold(asked["office"])
    elif _heads_any(question):
        name, office = question.names[0], ""
    else:
        return None
    for view in dict.fromkeys(row.view for row in ranked if not row.view.is_legal):
        for sentence in view.sentences:
            if name not in fold(sentence.text) or not enterprise_named(sentence.text):
                continue
            told = _head_behind(view, sentence, name, office)
            if told is not None:
                rows = [sentence] if told[0] is sentence else [sentence, told[0]]
                return view, rows, told[1]
    return None


_HEADS = re.compile(r"(?<!\w)(?:đứng đầu|who (?:heads|leads|runs|is the head of))(?!\w)")
_KIND = re.compile(rf"(?<!\w){ENTERPRISE_KINDS}(?!\w)", re.IGNORECASE)


def _heads_any(question: Question) -> bool:
    """Whether it is asked who heads an enterprise that is named, by whatever office: "ai đứng đầu HTX X"."""
    asked = f"{question.text} {question.asked}".lower()
    return bool(question.kind == "who" and question.names and _HEADS.search(asked) and _KIND.search(question.text))


def head_drafts(question: Question, ranked: Sequence[Ranked]) -> list[Draft]:
    """Who heads the enterprise that a question names, with the sentences that tell it; none for any other question."""
    told = head_told(question, ranked)
    if told is None:
        return []
    view, rows, head = told
    evidence = tuple(view.evidence(row.start, row.end) for row in rows)
    short = Draft(f"“{head}”." if question.language == "en" else f"{capital(head)}.", evidence[-1:])
    return [short, *(quote_draft(piece, question.language) for piece in evidence)]


def _head_behind(view: View, named: Sentence, name: str, office: str) -> tuple[Sentence, str] | None:
    for row in view.sentences[named.order : named.order + 1 + BEHIND]:
        other = enterprise_named(row.text)
        headed = _HEADED_BY_NAME.search(row.text)
        if headed is not None and (fold(headed["name"]) == name or fold(headed["family"]) not in _families()):
            headed = None  # "Giám đốc Công ty Sao Mai cho biết": the name is the enterprise's
        if headed is not None and other and headed.start() <= row.text.find(other):
            other = ""  # what looks like an enterprise is its head
        if row is not named and other and name not in fold(other) and fold(other) not in name:
            return None
        if headed is not None and _same_office(fold(headed["office"]), office):
            return row, headed[0]  # "Chủ nhiệm HTX Nguyễn Đăng Tiệp": the name is the head's
        found = next((one for one in _OFFICE.finditer(row.text) if _same_office(fold(one[0]), office)), None)
        people = [person for person in persons(row.text) if name not in fold(person)]
        if found is not None and people:
            nearest = min(people, key=lambda person: abs(row.text.find(person) - found.start()))
            titled = _TITLED.search(nearest)
            return row, titled[0] if titled is not None else nearest
    return None


def _same_office(told: str, asked: str) -> bool:
    """Whether a folded office is the one asked for; whoever owns an establishment is asked for by "chủ"."""
    if asked == "chu":
        return told.startswith("chu ") and not told.startswith(("chu nhiem", "chu tich"))
    return told.startswith(asked)
