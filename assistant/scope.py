"""Whether a sentence speaks of the places, years and texts that a question asks for.

It looks at what the sentence, those before it and the title name; how well the words fit is not
its business.
"""

from collections.abc import Sequence

from assistant.evidence import Library, Sentence, View, years_of
from assistant.figure_fit import fit_period, fit_place, same_place
from assistant.question_slots import Question
from documents.places import find_places, place_table
from documents.records import Place


def scope_fit(question: Question, view: View, sentence: Sentence) -> float:
    """How well (0-1) a sentence speaks of the places, years and texts asked for; 0 when it does not."""
    unheld = [reference.number or reference.name for reference in question.unheld]
    if unheld and not any(number.lower() in sentence.text.lower() for number in unheld):
        return 0.0
    return _years_fit(question, view, sentence) if _fits_places(question, view, sentence) else 0.0


def _fits_places(question: Question, view: View, sentence: Sentence) -> bool:
    asked = question.places
    own = view.places_of(sentence)
    if not asked or any(same_place(place, other) for place in asked for other in own):
        return True
    if view.is_legal:
        return "legal" in question.cues or bool(question.references) or all(p.level == "country" for p in asked)
    return any(_in_scope(place, own, view, sentence) for place in asked)


def _in_scope(asked: Place, own: Sequence[Place], view: View, sentence: Sentence) -> bool:
    """Whether what was named before the sentence, or the title, makes it speak of the place."""
    titled = [place for s in view.sentences[:3] for place in view.places_of(s)] + _titled_places(view)
    if asked.level == "province":
        if any(other.level == "province" for other in own):
            return False
        before = view.sentences[max(0, sentence.order - 15) : sentence.order]
        named = [place for s in before for place in view.places_of(s) if place.level == "province"]
        if named:
            return same_place(named[-1], asked)
        title = [place for place, _, _ in find_places(view.source.title)] + _titled_places(view)
        return any(same_place(place, asked) for place in title)
    if any(other.level == asked.level and not same_place(other, asked) for other in own):
        return False
    near = [p for s in view.sentences[max(0, sentence.order - 3) : sentence.order] for p in view.places_of(s)]
    if any(same_place(asked, other) for other in titled + near):
        return True
    return asked.level == "country" and not any(other.level in ("province", "region") for other in titled)


def _titled_places(view: View) -> list[Place]:
    region = place_table().lookup(view.source.region) if view.source.region else None
    return [region] if region is not None else []


def _years_fit(question: Question, view: View, sentence: Sentence) -> float:
    """1 for the very years asked, a little less for a longer period that holds them, 0 for others."""
    years = {year for period in question.periods for year in years_of(period)}
    if not years:
        return 1.0
    for rows in (view.sentences[sentence.order : sentence.order + 1], _before(view, sentence)):
        named = [set(years_of(period)) for row in rows for period in view.periods_of(row)]
        if named:
            if any(part <= years or years <= part for part in named if part & years):
                return 1.0 if any(part & years and len(part) <= len(years) for part in named) else 0.85
            return 0.9 if any(part & years for part in named) else 0.0
    if view.is_legal:
        return 1.0 if not view.years or view.years & years else 0.0
    return 0.9 if view.years & years else 0.0


def _before(view: View, sentence: Sentence) -> list[Sentence]:
    return view.sentences[max(0, sentence.order - 2) : sentence.order]


def figures_fit(question: Question, library: Library, view: View, sentence: Sentence) -> bool:
    """For a figure question: no figure of the sentence belongs to another place or time than asked."""
    if question.kind != "figure" or not (question.places or question.periods):
        return True
    if any(same_place(place, other) for place in question.places for other in view.places_of(sentence)):
        return True
    figures = library.figures_in(view, sentence)
    placed = [figure for figure in figures if figure.place is not None]
    dated = [figure for figure in figures if figure.period is not None]
    placed_right = not question.places or not placed or any(fit_place(question.places, f.place) for f in placed)
    return placed_right and (
        not question.periods or not dated or any(fit_period(question.periods, f.period) for f in dated)
    )
