"""Which figures of the table answer a question, and how well.

It scores figures against the question's words, unit, place, period and status; it words nothing
and verifies nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.evidence import Library, View
from assistant.questions import Question
from assistant.wording import Wanted, content_words, spread, strength
from documents.places import place_table
from documents.records import Figure, Period, Place
from index.records import FigureFilter

CANDIDATES = 60
PLACE_EXACT, PERIOD_EXACT = 1.0, 1.0
PERIOD_INSIDE, PERIOD_AROUND = 0.72, 0.5
CLOSE = 0.93  # a second figure this near the best is shown with it


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure with its score (0-1, higher is better) and what the score is made of.

    ``wider`` says that the figure's period holds more than the one asked for.
    """

    figure: Figure
    score: float
    coverage: float
    place_fit: float
    period_fit: float
    unit_fit: float
    meaning: float
    wider: bool = False


def fit_place(asked: Sequence[Place], found: Place | None) -> float:
    """1 when no place is asked or the figure is of that very place, else 0."""
    if not asked:
        return 1.0
    return PLACE_EXACT if found is not None and any(_same_place(place, found) for place in asked) else 0.0


def _same_place(asked: Place, found: Place) -> bool:
    return (asked.code, asked.level) == (found.code, found.level) if asked.code else asked.name == found.name


def fit_period(asked: Sequence[Period], found: Period | None) -> tuple[float, bool]:
    """How well a figure's period fits (0-1), and whether it holds more than was asked."""
    if not asked:
        return 1.0, False
    if found is None:
        return 0.0, False
    best, wider = 0.0, False
    for period in asked:
        if (period.start, period.end) == (found.start, found.end):
            return PERIOD_EXACT, False
        if period.start <= found.start and found.end <= period.end and period.start[:4] == period.end[:4]:
            best = max(best, PERIOD_INSIDE)
        elif found.start <= period.start and period.end <= found.end and best < PERIOD_AROUND:
            best, wider = PERIOD_AROUND, True
    return best, wider and best == PERIOD_AROUND


def fit_unit(question: Question, figure: Figure) -> float:
    """1 when the unit is the one asked for, 0 when it is another, between when none is asked."""
    if question.counted:
        unit = spread(figure.unit)
        if strength(unit, question.counted) >= 0.9 or strength(spread(question.counted), figure.unit.lower()) >= 0.9:
            return 1.0
        head = spread(" ".join(figure.indicator.split()[:3]))
        return 0.85 if strength(head, question.counted) == 1.0 and figure.unit not in ("đồng", "%") else 0.0
    if question.unit:
        return 1.0 if figure.unit == question.unit or figure.unit.startswith(f"{question.unit}/") else 0.0
    return 0.9


class FigureFinder:
    """Finds the figures that answer a question; ``weigh`` gives words their weights."""

    def __init__(self, library: Library, weigh: Callable[[Sequence[str]], Wanted]) -> None:
        self._library = library
        self._weigh = weigh

    def find(self, question: Question, places: Sequence[Place], periods: Sequence[Period]) -> list[Candidate]:
        """Figures for a question narrowed to places and periods, best first; scores of 0 are left out."""
        seen: dict[str, tuple[Figure, float]] = {}
        place = places[0].name if len(places) == 1 else ""
        for hit in self._library.index.look_up(
            FigureFilter(indicator=question.subject or question.text, place=place, limit=CANDIDATES)
        ):
            seen[hit.figure.id] = (hit.figure, hit.score)
        words = tuple(word for word in question.words if word != question.counted)
        wanted = self._weigh(words)
        found = [self._score(question, wanted, figure, meaning, places, periods) for figure, meaning in seen.values()]
        return sorted((c for c in found if c.score > 0), key=lambda c: (-c.score, c.figure.document, c.figure.start))

    def _score(self, question: Question, wanted: Wanted, figure: Figure, meaning: float,
               places: Sequence[Place], periods: Sequence[Period]) -> Candidate:  # fmt: skip
        unit_fit = fit_unit(question, figure)
        place_fit = fit_place(places, figure.place)
        period_fit, wider = fit_period(periods, figure.period)
        if not (unit_fit and place_fit and period_fit):
            return Candidate(figure, 0.0, 0.0, place_fit, period_fit, unit_fit, meaning)
        view = self._library.view(figure.document)
        coverage = wanted.coverage(*layers(figure, view)) if wanted.words else 0.7
        fit = 0.7 * coverage + 0.2 * max(0.0, min(1.0, (meaning - 0.75) / 0.2)) + 0.1
        fit -= 0.18 * self._extra(question, figure)
        if question.status != "unknown" and figure.status not in ("unknown", question.status):
            fit *= 0.8
        score = max(0.0, fit) * place_fit * period_fit * unit_fit
        return Candidate(figure, score, coverage, place_fit, period_fit, unit_fit, meaning, wider)

    def _extra(self, question: Question, figure: Figure) -> float:
        """The share (0-1) of the indicator's words that the question does not speak of."""
        asked = spread(question.text)
        words = [word for word in content_words(figure.indicator) if not word.isdigit()]
        if not words:
            return 0.5
        return sum(strength(asked, word) == 0 for word in words) / len(words)


def layers(figure: Figure, view: View) -> list[tuple[str, float]]:
    """The texts around a figure with how much a word found there counts, nearest first."""
    sentence = figure.sentence
    at = figure.start - figure.sentence_start
    left = max((sentence.rfind(mark, 0, at) for mark in (";", ":", "(", ". ")), default=-1) + 1
    ends = [position for mark in (";", ")", ". ") if (position := sentence.find(mark, at)) >= 0]
    clause = sentence[left : min(ends, default=len(sentence))]
    row = view.sentence_at(figure.sentence_start)
    around = [(spread(f"{figure.indicator} {figure.indicator_name} {figure.unit}"), 1.0)]
    around += [(spread(clause), 0.95), (spread(sentence), 0.8)]
    around.append((spread(figure.comparison), 0.8))
    if row is not None:
        around.append((view.heading_of(row), 0.6))
        before = view.sentences[max(0, row.order - 2) : row.order]
        around.append((spread(" ".join(sentence.text for sentence in before)), 0.55))
    return around


def region_of(place: Place) -> Place | None:
    """The programme's region a place lies in."""
    return place_table().region_of(place)
