"""The one item that an ordinal asks for: "điểm thứ hai", "nhiệm vụ thứ tư", "giải pháp thứ ba".

It finds the runs of numbered items that a document sets out in words ("Thứ nhất, ...", "Một là, ...")
and the sentences that number what they say; whether a question may be answered so is decided in
``passage_answers``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.evidence import Library, Sentence, View
from assistant.numbered import ORDINAL, ordinal_value
from assistant.question_slots import Question
from assistant.scope import scope_fit
from assistant.wording import Wanted, spread
from documents.numbers import DIGIT_WORDS
from index.records import Hit

_ASKED = re.compile(rf"\bthứ ({ORDINAL})")
_OPENS = re.compile(rf"\W*(?:thứ ({ORDINAL})\b|({'|'.join((*DIGIT_WORDS, 'mười'))}) là\b)")
LED = 3  # sentences before a run that say what it is a run of
SHOWN = 3  # sentences of an item that are shown


@dataclass(frozen=True, slots=True)
class Item:
    """The item asked for, by its sentences; ``coverage`` (0-1) tells how well what it is an item of fits."""

    view: View
    sentences: tuple[Sentence, ...]
    coverage: float


def ordinal_asked(question: Question) -> int | None:
    """The number (from 1) that a question asks for as "thứ ...", or None."""
    match = _ASKED.search(question.text.lower())
    return ordinal_value(match.group(1)) if match is not None else None


def find_item(question: Question, wanted: Wanted, hits: Sequence[Hit], library: Library) -> Item | None:
    """The item of that number in the run that fits the question best; None when no document has one."""
    asked = ordinal_asked(question)
    if asked is None:
        return None
    best: Item | None = None
    for document in dict.fromkeys(hit.passage.document for hit in hits):
        view = library.view(document)
        for item in (*_of_runs(view, asked, wanted), *_said(view, asked, wanted)):
            if scope_fit(question, view, item.sentences[0]) and (best is None or item.coverage > best.coverage):
                best = item
    return best


def _of_runs(view: View, asked: int, wanted: Wanted) -> Iterator[Item]:
    """Items of runs whose paragraphs open with their numbers in words, one after the other."""
    run: list[tuple[int, Sentence]] = []
    for sentence in [*view.sentences, None]:
        number = _opening_number(view, sentence) if sentence is not None else None
        ended = sentence is None or (number is not None and (not run or number <= run[-1][0]))
        if ended and len(run) > 1:
            yield from _item(view, run, asked, wanted)
        if number is not None and sentence is not None:
            run = [*([] if ended else run), (number, sentence)]


def _opening_number(view: View, sentence: Sentence) -> int | None:
    """The number in words that a paragraph opens with, if the sentence opens one."""
    before = view.document.text[: sentence.start].rstrip(" \t")
    if before and not before.endswith("\n"):
        return None
    match = _OPENS.match(sentence.text.lower())
    return ordinal_value(match.group(1) or match.group(2)) if match is not None else None


def _item(view: View, run: Sequence[tuple[int, Sentence]], asked: int, wanted: Wanted) -> Iterator[Item]:
    for at, (number, sentence) in enumerate(run):
        if number != asked:
            continue
        end = run[at + 1][1].order if at + 1 < len(run) else sentence.order + 1
        first = run[0][1].order
        lead = " ".join(row.text for row in view.sentences[max(0, first - LED) : first])
        coverage = wanted.coverage((spread(lead), 1.0), (view.heading_of(sentence), 0.9), (sentence.prepared, 0.7))
        yield Item(view, tuple(view.sentences[sentence.order : min(end, sentence.order + SHOWN)]), coverage)


def _said(view: View, asked: int, wanted: Wanted) -> Iterator[Item]:
    """Sentences that number what they say: "Mục tiêu thứ hai của ... là ..."."""
    if not view.is_legal:
        return
    for sentence in view.sentences:
        if any(ordinal_value(word) == asked for word in _ASKED.findall(sentence.text.lower())):
            coverage = wanted.coverage((sentence.prepared, 1.0), (view.heading_of(sentence), 0.9))
            yield Item(view, (sentence,), coverage)
