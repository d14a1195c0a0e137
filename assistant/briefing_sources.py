"""The citations and sources of a note, numbered as they are first used, and the check of every number.

It is filled while a note is composed or edited; it knows nothing of sections.
"""

from collections.abc import Iterable, Sequence

from assistant.briefing_records import Calculation, NoteSource
from assistant.citations import Evidence, unsupported_numbers
from assistant.evidence import View
from assistant.records import Citation
from documents.records import Source
from documents.validity import validity_notices


class SourceList:
    """Citations by span and sources by document, both numbered from 1 in order of first use.

    A document that only left-out sentences cite is numbered after those that are printed.
    """

    def __init__(self, known: Sequence[Source], citations: Iterable[Citation] = ()) -> None:
        self._known = {source.id: source for source in known}
        self._citations: list[Citation] = list(citations)
        self._numbers = {(c.document, c.start, c.end): c.number for c in self._citations}
        self._printed: dict[str, None] = {}

    def cite(self, evidence: Evidence, printed: bool = True) -> int:
        """The number of a span; the same span keeps its number. ``printed`` False: for a left-out sentence."""
        if printed:
            self._printed.setdefault(evidence.document)
        key = (evidence.document, evidence.start, evidence.end)
        if key not in self._numbers:
            row = self._known[evidence.document]
            number = len(self._citations) + 1
            self._numbers[key] = number
            self._citations.append(
                Citation(
                    number,
                    row.id,
                    row.title,
                    row.publisher or row.issuer,
                    row.date,
                    evidence.locator,
                    evidence.quote,
                    evidence.start,
                    evidence.end,
                )
            )
        return self._numbers[key]

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(self._citations)

    def quotes(self, numbers: Iterable[int]) -> list[str]:
        """The cited texts of some numbers."""
        return [self._citations[number - 1].quote for number in numbers]

    @property
    def printed(self) -> tuple[str, ...]:
        """The documents that printed text cites, in order of first use."""
        return tuple(self._printed)

    def number_of(self, document: str) -> int:
        """The number of a printed document in the list of sources."""
        return self._documents().index(document) + 1

    def _documents(self) -> list[str]:
        return list(dict.fromkeys([*self._printed, *(c.document for c in self._citations)]))

    def sources(self) -> tuple[NoteSource, ...]:
        """The documents cited, the printed ones first, each with its validity notice."""
        rows = []
        known = list(self._known.values())
        for number, document in enumerate(self._documents(), 1):
            row = self._known[document]
            notice = " ".join(validity_notices(row, known))
            rows.append(
                NoteSource(number, row.id, row.title, row.publisher or row.issuer, row.author, row.date, notice)
            )
        return tuple(rows)


def numbers_missing(
    text: str, quotes: Sequence[str], calculations: Sequence[Calculation] = (), known: Sequence[str] = ()
) -> tuple[str, ...]:
    """The numbers of a text that neither the quotes, nor the sums, nor the sources' own data carry."""
    return unsupported_numbers(text, quotes, [*(c.text for c in calculations), *known])


def whole_evidence(view: View, start: int, end: int) -> Evidence:
    """The span as evidence with its locator; a span outside every section is located by its document."""
    evidence = view.evidence(start, end)
    if evidence.locator:
        return evidence
    return Evidence(evidence.document, evidence.start, evidence.end, evidence.quote, "toàn văn")
