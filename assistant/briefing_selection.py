"""Choosing the sentences of a note: the best of each section, without repetition, in reading order.

It weighs sentences that `briefing_scope.py` found to belong and `briefing_sections.py` placed;
it does not change their words.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.briefing_joins import has_lead_in, is_bound, only_opens_list
from assistant.briefing_records import SectionKey
from assistant.briefing_scope import Candidate

# Sentences a section holds at most; an officer's note is two to four pages.
MOST: dict[SectionKey, int] = {"context": 4, "results": 16, "limits": 8, "measures": 13, "proposals": 6}
LEFT_OUT_SHOWN = 12
LONG_WORDS = 95
# Share of common words above which two sentences of like length say the same; a short one must be
# held nearly whole by a long one.
SAME_SHARE = 0.8
HELD_SHARE = 0.92
LIKE_LENGTH = 0.6
FLOOR = 0.35

REPEATS = "trùng ý với câu đã chọn"
TOO_MANY = "vượt độ dài của phần"
WEAK = "ít liên quan đến chủ đề"


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence with its section; ``reason`` says why it was left out ("" when chosen)."""

    candidate: Candidate
    key: SectionKey
    score: float
    reason: str = ""


def score(candidate: Candidate, weight: float) -> float:
    """How much a sentence deserves its place; about 0 to 3, higher is better."""
    words = len(candidate.sentence.text.split())
    value = 0.8 * candidate.relevance + 0.25 * min(weight, 4.0) / 2
    value += 0.5 if candidate.exact else 0.0
    value += 0.15 * min(len(candidate.figures), 3)
    value -= 0.4 if words > LONG_WORDS else 0.0
    value -= 0.3 if words < 9 else 0.0
    return value


def choose(choices: Sequence[Choice]) -> list[Choice]:
    """Every choice in reading order, those left out with their reason.

    A bound sentence ("Nhờ vậy, ...") stays only right after the one it leans on. Where several
    places were asked for, each has its own share of a section.
    """
    chosen: list[Choice] = []
    places = list(dict.fromkeys(choice.candidate.asked for choice in choices))
    for key in MOST:
        for place in places:
            own = [choice for choice in choices if choice.key == key and choice.candidate.asked == place]
            chosen += _choose_section(own, MOST[key] if len(places) == 1 else max(3, MOST[key] * 7 // 10))
    return chosen


def _choose_section(choices: Sequence[Choice], most: int) -> list[Choice]:
    reasons: dict[tuple[str, int], str] = {}
    kept: list[Choice] = []
    signs: list[frozenset[str]] = []
    for choice in sorted(choices, key=lambda c: (-c.score, c.candidate.key)):
        sign = signature(choice.candidate.sentence.text)
        aside = choice.candidate.asked is not None and not choice.candidate.exact and choice.key == "results"
        if choice.score < FLOOR or (aside and not choice.candidate.figures):
            reasons[choice.candidate.key] = WEAK
        elif any(same(sign, other) for other in signs):
            reasons[choice.candidate.key] = REPEATS
        elif len(kept) >= most:
            reasons[choice.candidate.key] = TOO_MANY
        else:
            kept.append(choice)
            signs.append(sign)
    result = [replace(choice, reason=reasons.get(choice.candidate.key, "")) for choice in choices]
    return _drop_dangling(result)


def _drop_dangling(choices: Sequence[Choice]) -> list[Choice]:
    """Leaves out the bound sentences and the list openings whose neighbours are not there."""
    kept = {choice.candidate.key: choice for choice in choices if not choice.reason}
    orders = {(c.candidate.view.document.id, c.candidate.sentence.order) for c in kept.values()}
    result = []
    for choice in choices:
        document, order = choice.candidate.view.document.id, choice.candidate.sentence.order
        text = choice.candidate.sentence.text.rstrip()
        alone = is_bound(text) and (document, order - 1) not in orders
        opens_nothing = only_opens_list(text) and (document, order + 1) not in orders
        if not choice.reason and (alone or opens_nothing):
            choice = replace(choice, reason="không đứng riêng được")
            orders.discard((document, order))
        result.append(choice)
    return result


def in_order(choices: Iterable[Choice], documents: Sequence[str]) -> list[Choice]:
    """The choices by document in the order given, then as they are read."""
    rank = {document: place for place, document in enumerate(documents)}
    return sorted(choices, key=lambda c: (rank[c.candidate.view.document.id], c.candidate.sentence.start))


def follows(choice: Choice, before: Choice | None) -> bool:
    """Whether a sentence stands right after the one before it in the same paragraph of the same document."""
    if before is None:
        return False
    one, other = before.candidate, choice.candidate
    return (
        one.view.document.id == other.view.document.id
        and other.sentence.order == one.sentence.order + 1
        and (one.sentence.section == other.sentence.section or has_lead_in(other.sentence.text))
    )


def signature(text: str) -> frozenset[str]:
    """The words of a sentence that carry it, for telling repetitions."""
    return frozenset(word for word in re.findall(r"\w+(?:[.,]\d+)?", text.lower()) if len(word) > 2 or word.isdigit())


def same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two signatures say the same, with the same numbers."""
    if not one or not other:
        return False
    numbers = _numbers(one), _numbers(other)
    if numbers[0] and numbers[1] and not numbers[0] & numbers[1]:
        return False
    fewer, more = sorted((len(one), len(other)))
    return len(one & other) / fewer >= (SAME_SHARE if fewer / more >= LIKE_LENGTH else HELD_SHARE)


def _numbers(sign: frozenset[str]) -> set[str]:
    """The numbers of a signature that are no years."""
    return {word for word in sign if word[0].isdigit() and not re.fullmatch(r"(?:19|20)\d{2}", word)}
