"""The passages read for a question: those of the texts it names first, and those that name such a text.

It only fetches; which sentence of a passage answers is not its business.
"""

from assistant.question_slots import Question
from assistant.wording import synonyms
from index.records import Hit, SearchFilter
from index.retrieve import Index

SEARCHED = 12
SEARCHED_DATED = 36  # at a date, some of the best hits belong to texts that were not in force then
SEARCHED_WITHIN = 24  # of the texts that the question names
NAMING = 40  # hits for a law's number, of which those that print it are kept
NAMING_KEPT = 4
OTHER_WORDS = 3  # synonyms searched for in place of a word that no passage holds


def search(question: Question, index: Index) -> list[Hit]:
    """The passages found, each once, without those of documents set aside."""
    text = searched_text(question, index)
    hits = index.search(text, SEARCHED if question.as_of is None else SEARCHED_DATED)
    if question.within:
        hits = index.search(text, SEARCHED_WITHIN, SearchFilter(documents=question.within)) + hits
    for reference in question.references:
        if reference.number:
            naming = index.search(f"{reference.kind} {reference.number}", NAMING)
            others = [hit for hit in naming if hit.passage.document not in question.within]
            hits += [hit for hit in others if reference.number.lower() in hit.passage.text.lower()][:NAMING_KEPT]
    kept = [hit for hit in hits if hit.passage.document not in question.aside]
    first: dict[str, Hit] = {}
    for hit in kept:
        first.setdefault(hit.passage.id, hit)
    return list(first.values())


def _said_otherwise(question: Question, index: Index) -> list[str]:
    """Other words for the verbs of the question that no passage holds: "tập trung" for "dồn"."""
    unheld = [word for word in question.words if word in question.light and not index.document_frequency(word)]
    return [other for word in unheld for other in synonyms(word)[:OTHER_WORDS]]


def searched_text(question: Question, index: Index) -> str:
    """What passages are searched for: the question, other words for those unheld, an English one also as asked."""
    translated = question.language == "en" and question.foreign
    return " ".join([question.text, *_said_otherwise(question, index), *([question.asked] if translated else [])])
