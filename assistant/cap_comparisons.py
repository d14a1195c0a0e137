"""Two caps of a legal text set against each other, with their difference or ratio worked out.

A cap stands for a side of the question only where the row it heads (``documents/caps.py``) holds what the side names,
and no other cap holds it as well. Figures of reports are never taken, and no cap is taken for a report's figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.cap_questions import Side, asks_of_caps, asks_share, level_of, sides, text_years
from assistant.citations import Draft, Evidence, unit_head
from assistant.evidence import Library, View
from assistant.figure_answers import FigureAnswers
from assistant.legal_answers import referred_views
from assistant.operations import Operation, operations
from assistant.question_slots import Question
from assistant.reckoning import Reckoner, difference, ratio, share, total
from assistant.replies import Reply
from assistant.weighing import missing_share, weigh
from assistant.wording import Wanted, spread, strength
from documents.records import Figure
from index.records import FigureFilter

NEAREST = 120  # caps looked at for each side, the nearest by meaning
NAMED = 0.8  # the share of a side's words that the head of a cap's row must hold; set by hand on made-up questions
AHEAD = 0.04  # how far a cap must be ahead of the next that says something else
LENT = 0.2  # what the other side's words add to an elliptic side: they only part caps that hold the own words alike
HELD = 0.55  # the strength from which a word is held


@dataclass(frozen=True, slots=True)
class _Fit:
    figure: Figure
    own: float
    score: float


class CapComparisons:
    """Answers comparisons of two caps over the legal texts of a library."""

    def __init__(self, library: Library, figures: FigureAnswers) -> None:
        self._library = library
        self._figures = figures

    def answer(self, question: Question) -> Reply | None:
        """Both caps, each with its source, and what is worked out from them; None unless both are surely named."""
        asked = operations(question)
        compared = asked & {"difference", "ratio", "larger", "compare", "points", "share", "sum", "total"}
        if question.unheld or not compared or not asks_of_caps(question):
            return None
        percent = asks_share(question, asked)
        best: tuple[float, tuple[Figure, Figure]] | None = None
        for left, right in sides(question):
            found = self._pair(question, left, right, "%" if percent else "đồng")
            if found is not None and (best is None or found[0] > best[0]):
                best = found
        return self._reply(question, best[1], asked) if best is not None else None

    def _pair(
        self, question: Question, left: Side, right: Side, unit: str
    ) -> tuple[float, tuple[Figure, Figure]] | None:
        """The two caps that two sides surely name, with how well; None where either is not held or not sure."""
        alike = (left.words, left.level, left.texts) == (right.words, right.level, right.texts)
        if alike or not left.words or not right.words:
            return None
        caps = self._caps(question, (left, right), unit)
        held = list(dict.fromkeys(figure.document for figure in caps))
        pairs = [(document, document) for document in held]
        if left.texts and right.texts:
            named = [self._named(question, side) for side in (left, right)]
            pairs = [(one, other) for one in named[0] for other in named[1] if one != other]
        found: list[tuple[float, tuple[Figure, Figure]]] = []
        for documents in pairs:
            one, other = (
                self._surest([figure for figure in caps if figure.document == document], *both)
                for document, both in zip(documents, ((left, right), (right, left)), strict=True)
            )
            if one is not None and other is not None and one.figure.id != other.figure.id:
                old = bool(self._library.source(documents[0]).replaced_by)
                found.append((one.score + other.score - AHEAD * old, (one.figure, other.figure)))
        return max(found, key=lambda pair: pair[0], default=None)

    def _named(self, question: Question, side: Side) -> list[str]:
        """The documents that hold the texts which one side names."""
        sources = [source for source in self._library.index.sources() if source.id not in question.aside]
        views = referred_views(replace(question, references=side.texts), self._library, sources)
        return [view.document.id for _, view in views]

    def _caps(self, question: Question, both: tuple[Side, Side], unit: str) -> list[Figure]:
        """The caps and rates of the legal texts that may answer, nearest to either side."""
        years = text_years(question)
        seen: dict[str, Figure] = {}
        for side in both:
            sought = FigureFilter(indicator=f"mức hỗ trợ {side.read.subject}", limit=NEAREST)
            for hit in self._library.index.look_up(sought):
                figure = hit.figure
                if unit_head(figure.unit) != unit or figure.document in question.aside:
                    continue
                if question.within and figure.document not in question.within:
                    continue
                view = self._library.view(figure.document)
                if self._figures.is_cap(figure) and (not years or years & _years(view)):
                    seen.setdefault(figure.id, figure)
        return sorted(seen.values(), key=lambda figure: (figure.document, figure.start))

    def _surest(self, caps: Sequence[Figure], side: Side, other: Side) -> _Fit | None:
        """The cap that a side names; None where none holds its words, or several do alike."""
        wanted, lent = (weigh(self._library.index, s.words, s.read.light) for s in (side, other))
        fits = [_fit(figure, side, wanted, lent if side.elliptic else None) for figure in caps]
        named = sorted((fit for fit in fits if fit.own >= NAMED), key=lambda fit: -fit.score)
        if not named:
            return None
        best = named[0]
        told = (best.figure.value, best.figure.sentence_start)
        rivals = [fit for fit in named[1:] if (fit.figure.value, fit.figure.sentence_start) != told]
        return best if not rivals or best.score - rivals[0].score >= AHEAD else None

    def _reply(self, question: Question, caps: tuple[Figure, Figure], asked: frozenset[Operation]) -> Reply:
        drafts = [self._figures.state(question, figure) for figure in caps]
        evidence: tuple[Evidence, ...] = tuple(dict.fromkeys(piece for draft in drafts for piece in draft.evidence))
        results: list[Draft | None] = [
            reckon(caps, evidence, question.language == "en") for reckon in _reckoners(asked, caps)
        ]
        drafts += [draft for draft in results if draft is not None]
        return Reply(tuple(dict.fromkeys(drafts)), figures=caps, listed=True)


def _years(view: View) -> frozenset[str]:
    source = view.source
    return frozenset({source.in_force_from[:4], source.date[:4], *source.number.split("/")} - {""})


def _fit(figure: Figure, side: Side, wanted: Wanted, lent: Wanted | None) -> _Fit:
    """How well the head of a cap's row holds what a side names; 0 where it is of another level."""
    head = f"{figure.indicator_name} {figure.unit}"
    if side.level and level_of(figure.indicator_name) != side.level:
        return _Fit(figure, 0.0, 0.0)
    prepared = spread(head)
    own = _held(prepared, wanted)
    if missing_share(wanted, side.read.light, prepared):
        return _Fit(figure, 0.0, 0.0)
    return _Fit(figure, own, own + LENT * (_held(prepared, lent) if lent else 0.0))


def _held(prepared: str, wanted: Wanted) -> float:
    """The weighted share (0-1) of words that a prepared text holds."""
    pairs = zip(wanted.words, wanted.weights, strict=True)
    held = sum(weight for word, weight in pairs if strength(prepared, word) >= HELD)
    return held / max(sum(wanted.weights), 1e-9)


def _reckoners(asked: frozenset[Operation], caps: tuple[Figure, Figure]) -> tuple[Reckoner, ...]:
    """What to work out from two caps, by the operations asked for."""
    if caps[0].unit == "%":
        return (difference,)
    if asked & {"sum", "total"} and not asked & {"difference", "ratio", "larger"}:
        return (total,)
    named: list[Reckoner] = [reckon for name, reckon in (("ratio", ratio), ("share", share)) if name in asked]
    return tuple(named) if named and "difference" not in asked else (*named, difference)
