"""Records of a briefing note: sections, sentences, tables, charts, sources, gaps.

A note is immutable: every edit gives a new one. The records know nothing of how sentences
are chosen, nor of paper: `briefing.py` fills them, `note_blocks.py` lays them out.

AssistantError
└── BadRequest
    └── NotCovered   the documents say nothing on the topic; exit code 1
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from assistant.records import BadRequest, Citation
from documents.records import Figure

SectionKey = Literal["context", "results", "comparison", "limits", "measures", "proposals", "added"]


class NotCovered(BadRequest):
    """No document covers the topic, the place or the period asked for."""


@dataclass(frozen=True, slots=True)
class BriefRequest:
    """What a note is asked about; empty fields do not narrow.

    ``sections`` names the sections wanted; empty means all of them.
    """

    topic: str
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    documents: tuple[str, ...] = ()
    sections: tuple[SectionKey, ...] = ()


@dataclass(frozen=True, slots=True)
class Calculation:
    """A number that stands in no source but follows from cited ones; ``sum`` shows how."""

    text: str
    value: Decimal
    unit: str
    sum: str


@dataclass(frozen=True, slots=True)
class NoteSentence:
    """One sentence with what it rests on.

    ``citations`` are numbers into ``Note.citations``; ``unsupported`` are the numbers in the
    text that no cited quote and no calculation carries. ``opens`` starts a paragraph, ``item``
    sets it as a dash item. A sentence that is not ``kept`` can be put back; ``reason`` says why
    it was left out. ``remarks`` are cross-check remarks, printed as footnotes.
    """

    id: str
    text: str
    citations: tuple[int, ...]
    figures: tuple[str, ...] = ()
    kept: bool = True
    opens: bool = False
    item: bool = False
    edited: bool = False
    unsupported: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    calculations: tuple[Calculation, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row as printed, one cell a column; it rests on ``citations``."""

    cells: tuple[str, ...]
    citations: tuple[int, ...]
    figures: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    calculations: tuple[Calculation, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteTable:
    """A table with a header row; ``widths`` are shares of the text width, in sum 1."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One bar: ``value`` in the chart's unit, ``printed`` as the source prints it."""

    label: str
    series: str
    value: Decimal
    printed: str
    figure: str
    citation: int


@dataclass(frozen=True, slots=True)
class NoteChart:
    """Bars of one unit and one kind of indicator; ``alt`` says in words what the picture shows."""

    caption: str
    unit: str
    bars: tuple[ChartBar, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class NoteSection:
    """A section or, at level 2, a part of one; ``id`` is unique in the note."""

    id: str
    key: SectionKey
    title: str
    level: int = 1
    sentences: tuple[NoteSentence, ...] = ()
    tables: tuple[NoteTable, ...] = ()
    charts: tuple[NoteChart, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteSource:
    """A document the note cites, with its validity notice if it has one."""

    number: int
    document: str
    title: str
    publisher: str
    author: str
    date: str
    notice: str = ""


@dataclass(frozen=True, slots=True)
class NoteFields:
    """The parts of the form that only the office knows; empty ones are printed as fields to fill."""

    parent_body: str = ""
    issuing_body: str = ""
    number: str = ""
    place: str = ""
    date: str = ""
    recipients: tuple[str, ...] = ()
    signer_office: str = ""
    signer_name: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A briefing note: what an officer edits on the screen and saves as a document.

    ``title`` is the kind of text, ``abstract`` its subject line (trích yếu), ``basis`` one
    paragraph on what the note was drawn from. ``gaps`` name the sections without material.
    """

    topic: str
    title: str
    abstract: str
    basis: str
    sections: tuple[NoteSection, ...]
    citations: tuple[Citation, ...]
    sources: tuple[NoteSource, ...]
    gaps: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    fields: NoteFields = field(default_factory=NoteFields)
    engine: str = "extractive"
    elapsed_ms: float = 0.0
