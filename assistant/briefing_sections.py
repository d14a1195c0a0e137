"""Which section of a note a sentence belongs to: context, results, limits, measures, proposals.

Cue words in the sentence, at its opening and in the headings above it (a data table); lists
inherit from the line that introduces them; what no cue decides goes to the section whose
prototype sentences it resembles most. It knows nothing of places and years.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from assistant.briefing_records import SectionKey
from assistant.evidence import Sentence, View
from assistant.wording import DATA

KEYS: tuple[SectionKey, ...] = ("context", "results", "limits", "measures", "proposals")
# Likeness alone never makes a shortcoming or a proposal of a sentence.
LIKENED: tuple[SectionKey, ...] = ("context", "results", "measures")
# Below this weight the cues are silent, and the likeness to the prototypes is asked.
SILENT = 0.6
# The cosine of two unlike Vietnamese sentences under E5 lies near 0.8.
LIKENESS_FLOOR = 0.83
LIST_WEIGHT = 2.0
MOST_EMBEDDED = 64
_DASH = re.compile(r"^\s*(?:[-–*•+]|[a-zđ]\)|\d+[.)])\s")

Embed = Callable[[list[str]], "np.ndarray"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern of the cue table with its weight."""

    pattern: re.Pattern[str]
    weight: float


@dataclass(frozen=True, slots=True)
class Placing:
    """The section of a sentence (None: of none) and how sure the cues are; higher is surer."""

    key: SectionKey | None
    weight: float


@cache
def _cues() -> Mapping[str, Mapping[str, tuple[Cue, ...]]]:
    table = json.loads((DATA / "note_cues.json").read_text(encoding="utf-8"))
    return {
        key: {
            where: tuple(Cue(re.compile(pattern), weight) for pattern, weight in rows[where].items())
            for where in ("sentence", "opening", "heading")
        }
        for key, rows in table.items()
        if not key.startswith("_")
    }


@cache
def prototypes() -> Mapping[SectionKey, tuple[str, ...]]:
    """Sentences of our own that are typical of a section."""
    table = json.loads((DATA / "note_cues.json").read_text(encoding="utf-8"))
    return {key: tuple(table[key]["prototypes"]) for key in KEYS}


def weigh(text: str, heading: str = "", figures: int = 0) -> dict[str, float]:
    """The weight of each section's cues in a sentence under its headings; "ignored" is one of them."""
    lowered, above = text.lower().strip(), heading.lower()
    opening = _DASH.sub("", lowered)
    weights = {}
    for key, cues in _cues().items():
        weight = sum(cue.weight for cue in cues["opening"] if cue.pattern.search(opening))
        weight += sum(cue.weight for cue in cues["sentence"] if cue.pattern.search(lowered))
        weight += sum(cue.weight for cue in cues["heading"] if cue.pattern.search(above)) if above else 0.0
        weights[key] = weight
    if figures:
        weights["results"] += 1.0 + 0.5 * min(figures - 1, 4)
    return weights


def place_sentences(view: View, figures: Mapping[int, int]) -> dict[int, Placing]:
    """The section of every sentence of a document, by its order; ``figures`` counts those of each order.

    A line ending with a colon hands its section on to the items after it, and an opening like
    "Thứ nhất" to the rest of its paragraph.
    """
    placed: dict[int, Placing] = {}
    listed: dict[str, float] = {}
    paragraph: dict[str, float] = {}
    section: int | None = None
    for sentence in view.sentences:
        if sentence.section != section:
            section, paragraph = sentence.section, {}
            if listed and not _continues_list(sentence.text):
                listed = {}
        weights = weigh(sentence.text, _headings(view, sentence), figures.get(sentence.order, 0))
        for inherited in (listed, paragraph):
            for key, weight in inherited.items():
                weights[key] += weight
        best = max(weights, key=lambda key: weights[key])
        if weights[best] < SILENT:
            placed[sentence.order] = Placing(None, weights[best])
        else:
            placed[sentence.order] = Placing(_known(best), weights[best])
        if best in KEYS and weights[best] >= LIST_WEIGHT:
            if sentence.text.rstrip().endswith(":"):
                listed = {best: LIST_WEIGHT}
            elif not paragraph and opens_item(sentence.text):
                paragraph = {best: LIST_WEIGHT}
    return placed


def _known(key: str) -> SectionKey | None:
    return next((known for known in KEYS if known == key), None)


def opens_item(text: str) -> bool:
    """Whether a sentence opens an item of a list: a dash, a letter, "Thứ nhất", "Một là"."""
    return bool(_DASH.match(text)) or bool(re.match(r"(Thứ \w+,|(?:Một|Hai|Ba|Bốn|Năm|Sáu) là)", text.strip()))


def _continues_list(text: str) -> bool:
    return opens_item(text)


def _headings(view: View, sentence: Sentence) -> str:
    titles = []
    at = sentence.section
    while at is not None:
        section = view.sections[at]
        if section.kind == "heading" and section.title != view.source.title:
            titles.append(section.title)
        at = section.parent
    return " ".join(titles)


def place_by_likeness(texts: Sequence[str], embed: Embed) -> list[SectionKey | None]:
    """The section whose prototypes each sentence resembles most; None below the floor.

    At most ``MOST_EMBEDDED`` sentences are asked; those after them get None.
    """
    if not texts:
        return []
    keys = [key for key in LIKENED for _ in prototypes()[key]]
    typical = embed([text for key in LIKENED for text in prototypes()[key]])
    asked = embed(list(texts[:MOST_EMBEDDED]))
    likeness = asked @ typical.T
    best = likeness.argmax(axis=1)
    found: list[SectionKey | None] = [
        keys[int(column)] if likeness[row, column] >= LIKENESS_FLOOR else None for row, column in enumerate(best)
    ]
    return found + [None] * (len(texts) - len(found))
