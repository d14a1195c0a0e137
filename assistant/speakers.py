"""Who says what a document reports, and how a question names a speaker.

A report names its speaker once and goes on with what was said; which sentence answers is told elsewhere.
"""

import re
from dataclasses import dataclass

from assistant.entities import persons
from assistant.evidence import Sentence, View
from assistant.question_slots import Question
from assistant.wording import content_words

BEFORE = 5  # sentences before one in which its speaker may have been named; set by hand
_SAYS = (
    r"(?:cho biết|cho hay|nói|thông tin|khẳng định|cho rằng|nhận định|phát biểu|nhấn mạnh|đề nghị|yêu cầu|đánh giá|"
    r"chỉ đạo|kết luận|bảo|giải thích|phân tích|nhận xét|kiến nghị|cho là)"
)
_ASKS_WHO = re.compile(
    r"^\W*(?:theo )?(?:ai|người nào|vị nào|lãnh đạo nào) (?:đã )?" + _SAYS + r"(?!\w)", re.IGNORECASE
)
_TELLS = re.compile(r"(?<!\w)" + _SAYS + r"(?!\w)")
_UPPER_NAME = r"[^\W\d_a-zà-ỹđ][a-zà-ỹđ]+(?: [^\W\d_a-zà-ỹđ][a-zà-ỹđ]+){1,4}"
_NAMED = re.compile(
    r"(?:(?:[Tt]heo|[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Cc]ục trưởng|[Gg]iám đốc|[Tt]hứ trưởng|[Pp]hó) ){1,4}"
    rf"{_UPPER_NAME}(?: (?:đã )?{_SAYS})?"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person by name and office as printed, with the sentence that names them as speaking."""

    name: str
    sentence: Sentence


def asks_who_says(question: Question) -> bool:
    """Whether it is asked who says something that the question tells: "ai cho biết ..."."""
    return question.kind == "who" and _ASKS_WHO.search(question.text) is not None


def speaker_of(view: View, sentence: Sentence) -> Speaker | None:
    """The last person named as speaking in a sentence of a report or shortly before it; None where there is none."""
    if view.is_legal:
        return None
    for row in reversed(view.sentences[max(0, sentence.order - BEFORE) : sentence.order + 1]):
        named = persons(row.text)
        if named and _TELLS.search(row.text):
            return Speaker(named[0], row)
    return None


def speaker_words(question: Question) -> frozenset[str]:
    """The words by which a question names who speaks ("Cục trưởng B yêu cầu"): a speech rarely repeats them."""
    return frozenset(word for match in _NAMED.finditer(question.text) for word in content_words(match[0]))
