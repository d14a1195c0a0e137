"""The passages read for a question: those of the texts it names first, and those that name such a text.

It only fetches; which sentence of a passage answers is not its business.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from assistant.evidence import LEGAL_KINDS
from assistant.figure_fit import same_place
from assistant.question_slots import Question
from assistant.scope import asks_the_most
from assistant.wording import fold, synonyms
from documents.places import find_places, place_table
from documents.records import Place, Source
from index.records import Hit, SearchFilter
from index.retrieve import Index

SEARCHED = 12
SEARCHED_DATED = 36  # at a date, some of the best hits belong to texts that were not in force then
SEARCHED_WITHIN = 24  # of the texts that the question names
SEARCHED_OF_PLACE = 12  # of the documents about a place or an enterprise that the question names
SEARCHED_CAPS = 6  # of the laws, where the most that is given is asked for: reports tell what was given once
NAMING = 40  # hits for a law's number, of which those that print it are kept
NAMING_KEPT = 4
SPEAKING, SPEAKING_OFTEN = 4, 2  # documents that speak of a province most, and in how many passages at least
OTHER_WORDS = 3  # synonyms searched for in place of a word that no passage holds


def search(question: Question, index: Index, sources: Sequence[Source] = ()) -> list[Hit]:
    """The passages found, each once, without those of documents set aside.

    Among many documents those about a place or an enterprise are looked through by themselves too: their sentences
    need not name it again. ``sources`` are the rows of all documents.
    """
    text = searched_text(question, index)
    index.embed_ahead([text])
    about = () if question.within else documents_about(question, index, sources)
    hits = index.search(text, SEARCHED if question.as_of is None else SEARCHED_DATED)
    if question.within:
        hits = index.search(text, SEARCHED_WITHIN, SearchFilter(documents=question.within)) + hits
    if 0 < len(about) < len(sources):
        hits = hits + index.search(text, SEARCHED_OF_PLACE, SearchFilter(documents=about))
    if not question.within and asks_the_most(question):
        legal = tuple(row.id for row in sources if row.kind in LEGAL_KINDS)
        hits = (index.search(text, SEARCHED_CAPS, SearchFilter(documents=legal)) if legal else []) + hits
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


def documents_about(question: Question, index: Index, sources: Sequence[Source]) -> tuple[str, ...]:
    """The documents that are of a place asked for, by title or region, or that name whom the question names."""
    provinces = (place_table().province_of(place) for place in question.places if place.level == "district")
    asked = [*question.places, *(province for province in provinces if province is not None)]
    of_place = [row.id for row in sources if any(same_place(one, told) for one in asked for told in _places_of(row))]
    return tuple(dict.fromkeys([*_naming(question, index), *of_place, *_speaking_of(asked, index)]))


def _speaking_of(places: Sequence[Place], index: Index) -> list[str]:
    """The documents that name a province in the most of their passages; a region's name tells less."""
    found: list[str] = []
    for place in places:
        if place.level != "province":
            continue
        hits = index.search(place.name, NAMING, mode="lexical")
        named = Counter(hit.passage.document for hit in hits if place.name in hit.passage.text)
        found += [document for document, count in named.most_common(SPEAKING) if count >= SPEAKING_OFTEN]
    return found


def _naming(question: Question, index: Index) -> list[str]:
    """The documents with a passage that names a person or enterprise of the question."""
    hits = [(name, hit) for name in question.names for hit in index.search(name, NAMING, mode="lexical")]
    return [hit.passage.document for name, hit in hits if name in fold(hit.passage.text)]


@cache
def _places_of(source: Source) -> tuple[Place, ...]:
    return tuple(place for place, _, _ in find_places(f"{source.title}. {source.region}"))


def _said_otherwise(question: Question, index: Index) -> list[str]:
    """Other words for the verbs of the question that no passage holds: "tập trung" for "dồn"."""
    unheld = [word for word in question.words if word in question.light and not index.document_frequency(word)]
    return [other for word in unheld for other in synonyms(word)[:OTHER_WORDS]]


def searched_text(question: Question, index: Index) -> str:
    """What passages are searched for: the question, other words for those unheld, an English one also as asked."""
    translated = question.language == "en" and question.foreign
    return " ".join([question.text, *_said_otherwise(question, index), *([question.asked] if translated else [])])
