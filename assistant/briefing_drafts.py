"""A language model's wording of a note's sections, taken only where it passes the same verification.

The model is handed the chosen sentences, numbered, and gives sentences with the numbers they
rest on. A section whose draft cites nothing, brings in a number or a place of its own, or drops
a figure keeps its chosen sentences. It knows no model: anything with the right method drafts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.briefing_records import Note, NoteSection, NoteSentence
from assistant.briefing_sources import numbers_missing
from assistant.citations import unsupported_places
from documents.quantities import read_quantities, same_quantity

REPLACED = "câu trích được thay bằng câu do mô hình soạn"


@dataclass(frozen=True, slots=True)
class DraftedSentence:
    """A drafted sentence; ``uses`` are the places (from 0) of the sentences it rests on."""

    text: str
    uses: tuple[int, ...]


class Drafter(Protocol):
    """What words a section: a language model behind ``assistant.llm``, or a fake in a test."""

    @property
    def name(self) -> str:
        """What ``Note.engine`` says when a draft of it was taken."""

    def draft(self, heading: str, sentences: Sequence[str]) -> Sequence[DraftedSentence]:
        """Sentences for a section, in order; empty when it has nothing to offer."""


def apply_drafts(note: Note, drafter: Drafter) -> Note:
    """The note with every section worded by the drafter that verifies; the others as they were."""
    sections = tuple(_section(note, section, drafter) for section in note.sections)
    return note if sections == note.sections else replace(note, sections=sections, engine=drafter.name)


def _section(note: Note, section: NoteSection, drafter: Drafter) -> NoteSection:
    kept = [sentence for sentence in section.sentences if sentence.kept]
    if section.key == "comparison" or not kept:
        return section
    drafted = drafter.draft(section.title, [sentence.text for sentence in kept])
    if not drafted or any(_fault(note, draft, kept) for draft in drafted) or _drops_figures(drafted, kept):
        return section
    written = []
    for place, draft in enumerate(drafted, 1):
        used = [kept[number] for number in draft.uses]
        citations = tuple(dict.fromkeys(number for sentence in used for number in sentence.citations))
        figures = tuple(dict.fromkeys(figure for sentence in used for figure in sentence.figures))
        remarks = tuple(dict.fromkeys(remark for sentence in used for remark in sentence.remarks))
        written.append(
            NoteSentence(
                f"{section.id}-draft-{place}", draft.text, citations, figures, opens=place == 1, remarks=remarks
            )
        )
    chosen = tuple(replace(s, kept=False, reason=REPLACED) if s.kept else s for s in section.sentences)
    return replace(section, sentences=(*written, *chosen))


def _fault(note: Note, draft: DraftedSentence, kept: Sequence[NoteSentence]) -> bool:
    """Whether a drafted sentence cites nothing or says a number or place that its quotes do not carry."""
    if not draft.text.strip() or not draft.uses or not all(0 <= number < len(kept) for number in draft.uses):
        return True
    quotes = [note.citations[n - 1].quote for number in draft.uses for n in kept[number].citations]
    return bool(numbers_missing(draft.text, quotes) or unsupported_places(draft.text, quotes))


def _drops_figures(drafted: Sequence[DraftedSentence], kept: Sequence[NoteSentence]) -> bool:
    """Whether a quantity of the chosen sentences is missing from the draft."""
    said = [quantity for draft in drafted for quantity in read_quantities(draft.text)]
    wanted = [quantity for sentence in kept for quantity in read_quantities(sentence.text)]
    return not all(any(same_quantity(quantity, other) for other in said) for quantity in wanted)
