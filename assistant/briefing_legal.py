"""The legal basis of a note: the text that governs its subject, what it says on it, whether it still holds.

Texts are chosen by the subject words, the higher and the still valid first; an official text
stands before a digest of it. It knows no document by name.
"""

import re
from collections.abc import Sequence

from assistant.briefing_scope import is_prose
from assistant.briefing_topic import Topic
from assistant.evidence import Sentence, View
from assistant.wording import spread, strength
from index.records import SearchFilter
from index.retrieve import Index

MOST_IN_BASIS = 4
MOST_ALONE = 14
SEARCHED = 24
# Higher texts first: laws, decrees of the Government, decisions of the Prime Minister, circulars.
_RANKS = ("/QH", "/NĐ-CP", "/QĐ-TTg", "TTLT", "/TT-")
_ISSUED = re.compile(r"\b(ban hành ngày|ký ngày|có hiệu lực (từ|kể từ|thi hành))")
_SCOPE = re.compile(r"\b(phạm vi|mục tiêu)\b", re.IGNORECASE)


def legal_basis(views: Sequence[View], topic: Topic, index: Index, alone: bool) -> list[tuple[View, Sentence]]:
    """The sentences of the legal basis in order; ``alone`` when no other document covers the topic.

    What comes first is the identity of the governing text, then what it says on the subject,
    then the sentence on its amendment or replacement. Empty when no legal text covers the subject.
    """
    governing = _governing(views, topic)
    if not governing:
        return []
    chosen = governing if alone else governing[:1]
    most = MOST_ALONE if alone else MOST_IN_BASIS
    found: list[tuple[View, Sentence]] = []
    for view in chosen[:2]:
        found += [(view, sentence) for sentence in _identity(view)]
    found += [pair for pair in _on_subject(chosen, topic, index, most - len(found) - 1, alone) if pair not in found]
    for view in chosen[:2]:
        found += [(view, s) for s in _amendment(view) if (view, s) not in found]
    return found[: most + 1]


def _governing(views: Sequence[View], topic: Topic) -> list[View]:
    """Legal texts that hold the subject words, best first; a digest gives way to the official text."""
    official = {view.source.number for view in views if not view.source.digest_of and view.source.number}
    fitting = []
    for view in views:
        if view.source.digest_of and view.source.digest_of in official:
            continue
        if not view.source.number:
            continue
        named = any(view.source.number.startswith(law) for law in topic.laws)
        if topic.laws and not named:
            continue
        title = spread(view.source.title)
        texts = [title, *(sentence.prepared for sentence in view.sentences)]
        held = [max(strength(text, word) for text in texts) for word in topic.words] or [1.0]
        if min(held) >= 0.9:
            in_title = sum(strength(title, word) >= 0.9 for word in topic.words)
            fitting.append((bool(view.source.replaced_by), _rank(view), -in_title, view.source.id, view))
    return [row[-1] for row in sorted(fitting, key=lambda row: row[:-1])]


def _rank(view: View) -> int:
    return next((place for place, mark in enumerate(_RANKS) if mark in view.source.number), len(_RANKS))


def _identity(view: View) -> list[Sentence]:
    """The sentence that says who issued the text and when."""
    for sentence in view.sentences:
        plain = sentence.text
        if view.source.number in plain[:60] and _ISSUED.search(plain) and not _changed(view, plain):
            return [sentence]
    return []


def _amendment(view: View) -> list[Sentence]:
    """The sentence that says by which later text this one was amended or replaced."""
    return [sentence for sentence in view.sentences if _changed(view, sentence.text)][:1]


def _changed(view: View, text: str) -> bool:
    later = (*view.source.amended_by, *view.source.replaced_by)
    return view.source.number in text and any(number in text for number in later)


def _on_subject(
    views: Sequence[View], topic: Topic, index: Index, most: int, alone: bool
) -> list[tuple[View, Sentence]]:
    """What the texts say on the subject; on their subject as a whole, the sentence on their scope."""
    special = [word for word in topic.words if all(strength(spread(v.source.title), word) < 0.9 for v in views)]
    if not special and not alone:
        return [pair for view in views[:1] for pair in _scope(view)][: max(0, most)]
    held: list[tuple[View, Sentence]] = []
    kinds = tuple(dict.fromkeys(view.source.kind for view in views))
    documents = tuple(view.document.id for view in views)
    hits = index.search(topic.text, SEARCHED, SearchFilter(documents=documents, kinds=kinds))
    by_id = {view.document.id: view for view in views}
    for hit in hits:
        view = by_id.get(hit.passage.document)
        if view is None:
            continue
        for sentence in view.between(hit.passage.start, hit.passage.end):
            fits = all(strength(sentence.prepared, word) >= 0.9 for word in special)
            if fits and is_prose(view, sentence) and (view, sentence) not in held:
                held.append((view, sentence))
    rank = {document: place for place, document in enumerate(documents)}
    return sorted(held[: max(0, most)], key=lambda pair: (rank[pair[0].document.id], pair[1].start))


def _scope(view: View) -> list[tuple[View, Sentence]]:
    for section in view.sections:
        if section.kind == "article" and _SCOPE.search(section.title):
            for sentence in view.between(section.start, section.end):
                if len(sentence.text.split()) > 12:
                    return [(view, sentence)]
    return []
