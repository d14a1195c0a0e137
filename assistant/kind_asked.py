"""How many of things are of one kind: "bao nhiêu sản phẩm là đồ gốm", which a count of all of them does not tell."""

import re

from assistant.figure_fit import neutral_words
from assistant.question_slots import Question
from assistant.wording import content_words, holds, synonyms
from documents.places import find_places

_OF_KIND = re.compile(
    r"(?:bao nhiêu|mấy) [^,.?;:]{2,70}? (?:là|thuộc loại|thuộc nhóm|thuộc ngành|thuộc lĩnh vực|làm từ) "
    r"(?P<kind>[^,.?;:\d]{2,40})\??\s*$"
)


def kind_lacking(question: Question, prepared: str) -> bool:
    """Whether a kind of what is counted is asked for and a prepared text speaks of nothing of that kind."""
    asked = _OF_KIND.search(question.text.lower()) or _OF_KIND.search(question.asked.lower())
    if asked is None:
        return False
    if find_places(asked["kind"].title()):
        return False
    words = [word for word in content_words(asked["kind"]) if word not in neutral_words()]
    return bool(words) and not any(holds(prepared, way) for word in words for way in (word, *synonyms(word)))
