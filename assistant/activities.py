"""The activities that khuyến công pays for, by their words, and which of them a question names.

The words are data (``data/activity_words.txt``); what any of them cost is not known here.
"""

from assistant.question_slots import Question
from assistant.wording import holds, listed_words, spread, synonyms


def activity_words() -> frozenset[str]:
    """Words of what khuyến công pays for (training, machines, fairs) and of what is only proposed or sold."""
    return listed_words("activity_words.txt")


def activities_asked(question: Question) -> tuple[str, ...]:
    """One word for each activity that a question names; words for the same one count once."""
    chosen: list[str] = []
    named = [word for word in question.words if {word, *synonyms(word)} & activity_words()]
    for word in sorted(named, key=len, reverse=True):
        alike = {word, *synonyms(word)}
        if not any(known in alike or holds(spread(known), word) for known in chosen):
            chosen.append(word)
    return tuple(word for word in question.words if word in chosen)
