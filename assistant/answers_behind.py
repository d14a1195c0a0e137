"""Answers that stand behind the sentence that names what is asked for.

The cause of what one sentence tells is often given by the next ("... giải thích: ..."), and what is asked in an
interview stands below the question put. Both are quoted whole, what names the matter first.
"""

import re
from collections.abc import Sequence

from assistant.answer_forms import asks_why
from assistant.evidence import Sentence, View, is_heading
from assistant.figure_fit import neutral_words
from assistant.question_slots import Question
from assistant.scope import scope_fit
from assistant.sentence_finder import Ranked
from assistant.weighing import HELD
from assistant.wording import Wanted, content_words, holds, spread, strength

TELLING_RANK = 2  # among how many of the best the sentence that tells what happened is looked for
TELLING_COVERAGE = 0.6  # the share (0-1) of the question's words that it holds
BEHIND = 2  # how far behind it its cause may stand
PUT_RANK = 6  # among the documents of how many of the best sentences an interview is looked for
PUT_COVERAGE = 0.7  # the share (0-1) of the question's words that the interviewer's question holds
MOST_SAID = 4  # sentences of what is said to it
_EXPLAINS = re.compile(
    r"(?:^|(?<=[ ,;:–-]))(?:nguyên nhân|lý do|lí do|lý giải|lí giải|giải thích|sở dĩ|đó là (?:do|vì|bởi)|"
    r"kết quả \w+(?: \w+)? là (?:do|vì)|chủ yếu (?:do|vì|là do))(?!\w)",
    re.IGNORECASE,
)
_NOT_KNOWN = re.compile(r"(?<!\w)(?:chưa|không|chẳng)(?: \w+){0,2} (?:rõ|biết|xác định|nêu)(?!\w)")
_CAUSE_OF = re.compile(r"(?:[Nn]guyên nhân|[Ll]ý do|[Ll]í do) (.{3,80}?) (?:là|do|vì|bởi)(?!\w)")
OPENING_CHARS = 140  # in which an explaining sentence says that it explains

Rows = tuple[View, tuple[Sentence, ...]]


def answer_behind(question: Question, wanted: Wanted, ranked: Sequence[Ranked]) -> Rows | None:
    """The sentences that answer together where none does by itself; None where there are none."""
    if question.kind not in ("passage", "list") or question.unheld or question.references:
        return None
    return (_cause_behind(question, ranked) if asks_why(question) else None) or _said_to(question, wanted, ranked)


def _cause_behind(question: Question, ranked: Sequence[Ranked]) -> Rows | None:
    """What happened, told by one of the best sentences, and right behind it a sentence that explains it."""
    for row in ranked[:TELLING_RANK]:
        if row.view.is_legal or row.coverage < TELLING_COVERAGE:
            continue
        at = row.sentence.order
        near = [one for one in row.view.sentences[at + 1 : at + 1 + BEHIND] if one.section == row.sentence.section]
        for place, one in enumerate(near, start=1):
            if _EXPLAINS.search(one.text[:OPENING_CHARS]) and not _of_another(question, one):
                return row.view, (row.sentence, *near[:place])
    return None


def _of_another(question: Question, explaining: Sentence) -> bool:
    """Whether a sentence says that the cause is not known, or names what it is the cause of and that is not asked."""
    if _NOT_KNOWN.search(explaining.text.lower()):
        return True
    named = _CAUSE_OF.search(explaining.text)
    of = [word for word in content_words(named[1]) if word not in neutral_words()] if named is not None else []
    return bool(of) and not any(strength(spread(question.text), word) >= HELD for word in of)


def _put_whole(view: View, put: Sentence) -> str:
    """A question put with what its line says before it: "Có ý kiến nói chủ cơ sở ngại làm khuyến công. Vì sao vậy?"."""
    line = view.document.text.rfind("\n", 0, put.start) + 1
    return view.document.text[line : put.end]


def _said_to(question: Question, wanted: Wanted, ranked: Sequence[Ranked]) -> Rows | None:
    """What is said in an interview to the question put that asks what is asked here."""
    best: tuple[float, Rows] | None = None
    for view in dict.fromkeys(row.view for row in ranked[:PUT_RANK]):
        for put in view.questions:
            share = wanted.coverage((spread(_put_whole(view, put)), 1.0))
            said = _below(view, put)
            if share < PUT_COVERAGE or not said or not scope_fit(question, view, said[0]):
                continue
            if _denies(_put_whole(view, put)) != _denies(question.text):
                continue
            if best is None or share > best[0]:
                best = share, (view, said)
    return best[1] if best is not None else None


def _denies(text: str) -> bool:
    return any(holds(spread(text), word) for word in ("không", "chưa", "chẳng"))


def _below(view: View, put: Sentence) -> tuple[Sentence, ...]:
    said: list[Sentence] = []
    for row in view.sentences[put.order + 1 : put.order + 1 + MOST_SAID]:
        if is_heading(view, row):
            break
        said.append(row)
    return tuple(said)
