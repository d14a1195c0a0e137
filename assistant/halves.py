"""What the two halves of a question that asks two things have in common: a topic, a quote that tells both.

It reads halves and the replies to them; where a question is cut is told in ``two_questions``.
"""

from collections.abc import Sequence

from assistant.citations import unit_head
from assistant.figure_fit import neutral_words
from assistant.question_slots import Question
from assistant.replies import Reply
from assistant.wording import fold, spread, strength
from documents.places import find_places
from documents.quantities import read_quantities


def stands_alone(half: Question) -> bool:
    """Whether a half of a question names a thing of its own: "thuộc tỉnh nào" does not."""
    return bool(_own_words(half) - half.carried or half.unit or half.counted)


def names_topic(half: Question) -> bool:
    """Whether a half of a question says of what it asks, so that it may be told without the other half."""
    named = half.places or half.periods or half.references or half.names or half.unit or half.counted
    own = _own_words(half)
    return bool(named) or len(own) > 1 or any(word.startswith("khuyến công") for word in half.words)


def _own_words(half: Question) -> set[str]:
    """The words of a question that name a thing and narrow what is asked for."""
    return set(half.words) - half.light - neutral_words()


def told_beside(half: Question, replies: Sequence[Reply]) -> bool:
    """Whether the number that a half asks for stands in what was quoted for the other: a share beside its cap."""
    quotes = _quotes(replies)
    said = spread(" ".join(quotes))
    own = [word for word in _own_words(half) if not any(fold(word) in name for name in half.names)]
    unit = half.unit or half.counted
    return bool(unit) and unit in _units(quotes) and all(strength(said, word) >= 0.5 for word in own)


def told_already(half: Question, replies: Sequence[Reply]) -> bool:
    """Whether a half that only asks for a unit ("... và nhiều nhất là bao nhiêu tiền") is told by what was quoted."""
    quotes = _quotes(replies)
    if half.kind == "where" and not _own_words(half) and not half.periods:
        return any(place.level in ("district", "province") for quote in quotes for place, _, _ in find_places(quote))
    if half.unit == "" or half.places or half.periods or half.counted or _own_words(half):
        return False
    return half.unit in _units(quotes)


def _quotes(replies: Sequence[Reply]) -> list[str]:
    return [piece.quote for reply in replies for draft in reply.drafts for piece in draft.evidence]


def _units(quotes: Sequence[str]) -> set[str]:
    return {unit_head(quantity.unit) for quote in quotes for quantity in read_quantities(quote)}
