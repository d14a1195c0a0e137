"""Which figures of the table answer a question, and how well.

It scores figures against the question's words, unit, place, period and status; it words nothing
and verifies nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.evidence import Library, View
from assistant.questions import Question, contrasts, sides_held
from assistant.wording import DATA, Wanted, content_words, holds, spread, strength
from documents.places import find_places
from documents.records import Figure, Period, Place
from index.records import FigureFilter

CANDIDATES = 60
PLACE_EXACT, PERIOD_EXACT = 1.0, 1.0
PERIOD_INSIDE = 0.88
CLOSE = 0.97  # a second figure this near the best is shown with it


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure with its score (0-1, higher is better) and what the score is made of."""

    figure: Figure
    score: float
    coverage: float
    place_fit: float
    period_fit: float
    unit_fit: float
    meaning: float


def fit_place(asked: Sequence[Place], found: Place | None) -> float:
    """1 when no place is asked or the figure is of that very place, else 0."""
    if not asked:
        return 1.0
    return PLACE_EXACT if found is not None and any(_same_place(place, found) for place in asked) else 0.0


def _same_place(asked: Place, found: Place) -> bool:
    return (asked.code, asked.level) == (found.code, found.level) if asked.code else asked.name == found.name


def fit_period(asked: Sequence[Period], found: Period | None, to_date: bool = False) -> float:
    """How well a figure's period fits (0-1).

    A whole year may be answered by a part of it, which the answer then says; months asked for must
    be those very months, and a figure of several years together answers for none of them. With
    ``to_date`` ("từ đầu năm đến nay") the part is what is wanted, and the whole year less so.
    """
    if not asked:
        return 1.0
    if found is None:
        return 0.0
    spans = {(period.start, period.end) for period in asked}
    spans.add((min(period.start for period in asked), max(period.end for period in asked)))
    if (found.start, found.end) in spans:
        return PERIOD_INSIDE if to_date and _is_year(found) else PERIOD_EXACT
    inside = any(_is_year(p) and p.start <= found.start and found.end <= p.end for p in asked)
    if inside and to_date and found.start[5:] == "01-01":
        return PERIOD_EXACT
    return PERIOD_INSIDE if inside else 0.0


def _is_year(period: Period) -> bool:
    return period.start[:4] == period.end[:4] and (period.start[5:], period.end[5:]) == ("01-01", "12-31")


_GROWTH = ("tăng", "giảm", "cao hơn", "thấp hơn", "so với")
_SHARE = ("chiếm", "tỉ trọng", "tỉ lệ trong")


def fit_share(question: Question, figure: Figure, clause: str) -> float:
    """0 where a share is asked and the percentage is a change, or the other way round; else 1."""
    if figure.unit != "%":
        return 1.0
    asked = spread(question.text)
    told = spread(figure.comparison) if figure.comparison else clause
    wants_growth = any(holds(asked, word) for word in _GROWTH) and not any(holds(asked, word) for word in _SHARE)
    wants_share = any(holds(asked, word) for word in _SHARE)
    is_share = told.strip().startswith("chiếm")
    is_growth = not is_share and any(holds(told, word) for word in _GROWTH)
    return 0.0 if (wants_share and is_growth) or (wants_growth and is_share) else 1.0


def fit_unit(question: Question, figure: Figure) -> float:
    """1 when the unit is the one asked for, 0 when it is another, between when none is asked."""
    if question.counted:
        unit = spread(figure.unit)
        if strength(unit, question.counted) >= 0.9 or strength(spread(question.counted), figure.unit.lower()) >= 0.9:
            return 1.0
        head = spread(" ".join(figure.indicator.split()[:3]))
        money = figure.unit.startswith("đồng") or figure.unit == "%"
        return 0.85 if strength(head, question.counted) == 1.0 and not money else 0.0
    if question.unit:
        same = figure.unit == question.unit or figure.unit.startswith(f"{question.unit}/")
        return 1.0 if same else 0.0 if question.unit_sure or figure.unit not in ("đồng", "%") else 0.7
    return 0.8 if figure.unit == "%" else 0.9


class FigureFinder:
    """Finds the figures that answer a question; ``weigh`` gives words their weights."""

    def __init__(self, library: Library, weigh: Callable[[Sequence[str], frozenset[str]], Wanted]) -> None:
        self._library = library
        self._weigh = weigh

    def find(self, question: Question, places: Sequence[Place], periods: Sequence[Period]) -> list[Candidate]:
        """Figures for a question narrowed to places and periods, best first; scores of 0 are left out."""
        seen: dict[str, tuple[Figure, float]] = {}
        place = places[0].name if len(places) == 1 else ""
        sought = FigureFilter(indicator=question.subject or question.text, place=place, limit=CANDIDATES)
        if len(question.within) == 1:
            sought = replace(sought, place="", document=question.within[0])
        for hit in self._library.index.look_up(sought):
            if not question.within or hit.figure.document in question.within:
                seen[hit.figure.id] = (hit.figure, hit.score)
        words = tuple(word for word in question.words if word != question.counted)
        wanted = self._weigh(words, question.light)
        found = [self._score(question, wanted, figure, meaning, places, periods) for figure, meaning in seen.values()]
        ranked = sorted((c for c in found if c.score > 0), key=lambda c: (-c.score, c.figure.document, c.figure.start))
        if ranked and self._library.view(ranked[0].figure.document).is_legal:
            return ranked
        return _whole_first(ranked, 0.8 if all(word in neutral_words() for word in words) else 0.97)

    def judge(self, question: Question, figure: Figure, places: Sequence[Place]) -> Candidate:
        """One figure scored for a question narrowed to places; the score is 0 where it is ruled out."""
        words = tuple(word for word in question.words if word != question.counted)
        wanted = self._weigh(words, question.light)
        return self._score(question, wanted, figure, 0.88, places, question.periods)

    def _score(
        self,
        question: Question,
        wanted: Wanted,
        figure: Figure,
        meaning: float,
        places: Sequence[Place],
        periods: Sequence[Period],
    ) -> Candidate:
        stated = any((q.value, q.unit) == (figure.value, figure.unit) for q in question.stated)
        unit_fit = 0.0 if stated else fit_unit(question, figure)
        place_fit = fit_place(places, figure.place)
        period_fit = fit_period(periods, figure.period, question.to_date)
        if not (unit_fit and place_fit and period_fit):
            return Candidate(figure, 0.0, 0.0, place_fit, period_fit, unit_fit, meaning)
        view = self._library.view(figure.document)
        around = layers(figure, view)
        unit_fit *= fit_share(question, figure, around[1][0])
        coverage = wanted.coverage(*around) if wanted.words else 0.7
        fit = 0.7 * coverage + 0.2 * max(0.0, min(1.0, (meaning - 0.75) / 0.2)) + 0.1
        fit -= narrowing(question, figure, around[1][0], around[-1][0])
        if question.status != "unknown" and figure.status not in ("unknown", question.status):
            fit *= 0.85
        if is_heading_figure(figure, view):
            fit -= 0.02
        if figure.unit == "%" and len(places) > 1:
            others = [place for place in places if figure.place is None or not _same_place(place, figure.place)]
            told = [place for place, _, _ in find_places(figure.comparison)]
            fit += 0.06 if any(_same_place(place, other) for place in others for other in told) else -0.03
        score = max(0.0, fit) * place_fit * period_fit * unit_fit
        return Candidate(figure, score, coverage, place_fit, period_fit, unit_fit, meaning)


def _whole_first(ranked: list[Candidate], near: float) -> list[Candidate]:
    """The list with the whole before its parts: among figures of one fact whose scores are near, the largest.

    One fact is one unit, place and period in one document; shares have no whole.
    """
    if not ranked or ranked[0].figure.unit == "%":
        return ranked
    best = ranked[0]
    family = [c for c in ranked if c.score >= near * best.score and _one_family(best.figure, c.figure)]
    chosen = [c for c in family if c.figure.comparison and c.figure.comparison == best.figure.comparison]
    if len(chosen) > 1:  # "102/171 sản phẩm": those chosen, not those they were chosen from
        whole = min(chosen, key=lambda c: c.figure.start)
    else:
        whole = max(family, key=lambda c: (c.figure.value, c.score))
    if whole is best:
        return [best, *(c for c in ranked[1:] if c not in family)]
    return [replace(whole, score=best.score), *(c for c in ranked if c not in family)]


def _one_family(one: Figure, other: Figure) -> bool:
    dates = [(f.period.start, f.period.end) if f.period else None for f in (one, other)]
    return (one.document, one.unit, one.place, dates[0]) == (other.document, other.unit, other.place, dates[1])


def narrowing(question: Question, figure: Figure, clause: str, before: str) -> float:
    """How much (0-0.5) a figure counts something narrower than the question speaks of.

    A contrasted word (quốc gia, địa phương) that the question does not say weighs most; a question
    for a total wants the figure that is called one.
    """
    asked = spread(question.text)
    indicator = spread(f"{figure.indicator} {figure.indicator_name}")
    words = [word for word in content_words(figure.indicator) if not word[0].isdigit() and word not in neutral_words()]
    foreign = sum(strength(asked, word) < 0.6 for word in words)
    loss = min(0.2, 0.06 * foreign)
    for pair in contrasts():
        held, named = sides_held(indicator, pair), sides_held(asked, pair)
        if sum(held) == 1 and sum(named) == 1 and held != named:
            return 0.9
        if sum(held) == 1 and not any(named):
            loss += 0.2
        elif sum(named) == 1 and not any(held) and sides_held(clause, pair) != named:
            loss += 0.12 if sides_held(before, pair) == named else 0.3
    if holds(asked, "tổng") and not holds(clause, "tổng") and not holds(clause, "toàn vùng"):
        loss += 0.06
    return loss


def alike(one: Figure, other: Figure) -> float:
    """How alike (0-1) two figures' indicators are, by their words; 0 where the units differ."""
    if one.unit != other.unit:
        return 0.0
    left, right = (set(content_words(figure.indicator_name or figure.indicator)) for figure in (one, other))
    return len(left & right) / max(1, len(left | right))


def unasked_part(question: Question, figure: Figure) -> bool:
    """Whether a figure counts only the national or only the local part where the question names neither."""
    asked, indicator = spread(question.text), spread(figure.indicator)
    return any(sum(sides_held(indicator, pair)) == 1 and not any(sides_held(asked, pair)) for pair in contrasts())


def is_heading_figure(figure: Figure, view: View) -> bool:
    """Whether the figure stands in a heading or title, which a sentence below it says in full."""
    row = view.sentence_at(figure.sentence_start)
    if row is None or row.section is None:
        return False
    return view.sections[row.section].kind == "heading" and row.start == view.sections[row.section].start


@cache
def neutral_words() -> frozenset[str]:
    """Words of an indicator that narrow nothing, as ``content_words`` writes them."""
    lines = (DATA / "neutral_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(spread(line).strip() for line in lines if line.strip() and not line.startswith("#"))


def clause_span(figure: Figure) -> tuple[int, int]:
    """Offsets in the figure's sentence of the clause that holds the number.

    A clause ends at a semicolon, a colon or a full stop, at the brackets that enclose the number, and
    before brackets that hold further numbers.
    """
    sentence, at = figure.sentence, figure.start - figure.sentence_start
    left, right = _enclosed(sentence, at)
    if len(content_words(sentence[left:right])) < 3:  # a bare number in brackets says nothing alone
        return 0, len(sentence)
    return left, right


def _enclosed(sentence: str, at: int) -> tuple[int, int]:
    left = 0
    depth = 0
    for position in range(min(at, len(sentence)) - 1, -1, -1):
        mark = sentence[position]
        depth += (mark == ")") - (mark == "(")
        if depth < 0 or (depth == 0 and (mark in ";:" or sentence.startswith(". ", position))):
            left = position + 1
            break
    depth = 0
    for position in range(at, len(sentence)):
        mark = sentence[position]
        if mark == "(" and depth == 0 and any(c.isdigit() for c in sentence[position:].partition(")")[0]):
            return left, position
        depth += (mark == "(") - (mark == ")")
        if depth < 0 or (depth == 0 and (mark == ";" or sentence.startswith(". ", position))):
            return left, position
    return left, len(sentence)


def layers(figure: Figure, view: View) -> list[tuple[str, float]]:
    """The texts around a figure with how much a word found there counts: indicator, clause, sentence, further."""
    left, right = clause_span(figure)
    row = view.sentence_at(figure.sentence_start)
    share = figure.unit == "%"  # a clause may hold several; what it is a share of tells them apart
    around = [(spread(f"{figure.indicator} {figure.indicator_name} {figure.unit}"), 1.0)]
    around += [(spread(figure.sentence[left:right]), 0.85 if share else 0.95), (spread(figure.sentence), 0.72)]
    around.append((spread(figure.comparison), 1.0 if share else 0.8))
    if row is not None:
        around.append((view.heading_of(row), 0.6))
        before = view.sentences[max(0, row.order - 2) : row.order]
        around.append((spread(" ".join(sentence.text for sentence in before)), 0.55))
    return around
