"""The total that a report prints over a list of the very activities that a question names together.

"66 đề án với tổng kinh phí 11,072 tỷ đồng, bao gồm:" stands over its items, "Tổng kinh phí hỗ trợ là 98,1 tỷ
đồng" behind them. A total that covers anything else beside what is asked is none of these.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.activities import activities_asked, activity_words
from assistant.evidence import Library, Sentence, View
from assistant.figure_finder import FigureFinder
from assistant.figure_fit import side_untold
from assistant.question_slots import Question
from assistant.weighing import HELD
from assistant.wording import holds, spread, strength, synonyms
from documents.records import Figure

_ITEM = re.compile(r"\s*(?:[-–—+•*]|\(?[a-zđ0-9]{1,2}[.)])\s")
_APART = re.compile(r"(?<!\w)(?:riêng|tách(?: riêng)?|bóc tách)(?!\w)")
_LIKELY = 12  # the best figures looked at


def total_over_list(
    question: Question, finder: FigureFinder, library: Library
) -> tuple[Figure, tuple[Sentence, ...]] | None:
    """The printed total of all the activities a question names, with the sentences that list them; None without one."""
    activities = activities_asked(question)
    if len(activities) < 2:
        return None
    for candidate in finder.find_all(_without(question, activities), question.places, question.periods)[:_LIKELY]:
        figure = candidate.figure
        view = library.view(figure.document)
        row = view.sentence_at(figure.start)
        if row is None or view.is_legal or figure.unit == "%" or figure.unit == "":
            continue
        if side_untold(question, [row.prepared]) or any(holds(row.prepared, word) for word in activity_words()):
            continue
        for listed in (_items_below(view, row), _clauses_before(view, row, figure)):
            if listed and _cover(activities, [text for _, text in listed]):
                return figure, tuple(dict.fromkeys(sentence for sentence, _ in listed))
    return None


def covers_more(question: Question, figure: Figure, view: View) -> bool:
    """Whether a figure is the total over a list of activities of which the question asks for one alone."""
    activities = activities_asked(question)
    row = view.sentence_at(figure.start)
    alone = len(activities) == 1 or _APART.search(question.text.lower()) is not None
    if not activities or not alone or row is None or view.is_legal or figure.unit == "%":
        return False
    if any(holds(row.prepared, word) for word in activity_words()):
        return _joined_with_another(question, activities, row)
    for listed in (_items_below(view, row), _clauses_before(view, row, figure)):
        told = [any(strength(text, word) >= HELD for word in activities) for _, text in listed]
        if len(told) > 1 and any(told) and not all(told):
            return True
    return False


def _joined_with_another(question: Question, activities: Sequence[str], row: Sentence) -> bool:
    """Whether one activity is asked of apart ("riêng việc đi hội chợ") that a sentence joins with another one."""
    if len(activities) != 1 or _APART.search(question.text.lower()) is None:
        return False
    alike = {activities[0], *synonyms(activities[0])}
    told = [(row.prepared.find(f" {word} "), word) for word in alike if holds(row.prepared, word)]
    behind = row.prepared[max(at + len(word) for at, word in told) :] if told else ""
    joined = [match.end() for match in re.finditer(r" (?:và|cùng|kèm) ", behind.partition(" kinh phí ")[0])]
    near = [behind[end - 1 :] for end in joined]
    others = activity_words() - alike
    return any(text.startswith(f" {word} ") for text in near for word in others)


def _without(question: Question, activities: Sequence[str]) -> Question:
    """The question without its activities, which the total itself does not name."""
    words = tuple(word for word in question.words if word not in activities)
    return replace(question, words=words)


def _items_below(view: View, row: Sentence) -> list[tuple[Sentence, str]]:
    """The items of the list that a sentence opens by a colon, each prepared; empty where it opens none."""
    if not row.text.rstrip().endswith(":"):
        return []
    items: list[tuple[Sentence, str]] = []
    for sentence in view.sentences[row.order + 1 :]:
        if not _ITEM.match(sentence.text):
            break
        items.append((sentence, sentence.prepared))
    return items


def _clauses_before(view: View, row: Sentence, figure: Figure) -> list[tuple[Sentence, str]]:
    """The clauses of the sentence before, of which "Tổng ... là" gives the total; empty for any other figure."""
    if not figure.indicator.lower().startswith("tổng") or row.order == 0:
        return []
    before = view.sentences[row.order - 1]
    return [(before, spread(clause)) for clause in before.text.split(";")]


def _cover(activities: Sequence[str], listed: Sequence[str]) -> bool:
    """Whether a list names every activity and each of its entries one of them."""
    told = [[strength(text, word) >= HELD for word in activities] for text in listed]
    return len(listed) > 1 and all(any(row) for row in told) and all(any(column) for column in zip(*told, strict=True))
