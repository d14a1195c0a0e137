"""Records of the documents room: what a source says, and exactly where it says it.

Every offset is a character offset into ``Document.text``, the NFC text that
``python -m documents show ID`` prints. The records know nothing of retrieval,
of questions or of the screen.

    DocumentsError
    ├── BadInput        the reader's file, name or option; exit code 2
    └── ReadFailure     the machine: permission, disk, a broken library; exit code 1
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from documents.proper_names import with_capitals


class DocumentsError(Exception):
    """Base of the room's errors; the message is one line that says what to do."""


class BadInput(DocumentsError):
    """What was handed in cannot be used as it is."""


class ReadFailure(DocumentsError):
    """The machine could not do it."""


BlockKind = Literal["heading", "paragraph", "item", "row", "caption"]
DocumentKind = Literal["article", "law", "decree", "circular", "decision", "report", "digest", "other"]
SectionKind = Literal[
    "part",  # Phần
    "chapter",  # Chương
    "division",  # Mục
    "article",  # Điều
    "clause",  # khoản
    "point",  # điểm
    "annex",  # Phụ lục
    "heading",  # heading of an article or report
    "paragraph",  # đoạn
    "row",  # row of a table
]
PlaceLevel = Literal["country", "region", "province", "district", "commune", "unknown"]
Status = Literal["plan", "actual", "estimate", "unknown"]
Qualifier = Literal["exact", "about", "over", "under", "range"]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a loaded text, in reading order; ``level`` is 1-6 for headings, else 0."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One manifest row: what is known about a document besides its text.

    Dates are ISO (``2024-05-20``) or empty. ``file`` is relative to the documents folder.
    ``fetched`` is the day on which the file was brought from ``address``. ``unconfirmed`` names the
    fields that were read from the file itself and that no reader has confirmed.
    """

    id: str
    file: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    date: str = ""
    kind: DocumentKind = "other"
    number: str = ""
    issuer: str = ""
    in_force_from: str = ""
    in_force_to: str = ""
    amends: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    digest_of: str = ""
    region: str = ""
    address: str = ""
    sha256: str = ""
    licence: str = ""
    fetched: str = ""
    unconfirmed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A source with its cleaned text: page noise is gone, spelling is as printed."""

    source: Source
    text: str
    blocks: tuple[Block, ...]
    warnings: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.source.id


@dataclass(frozen=True, slots=True)
class Section:
    """A node of a document's structure, in reading order.

    ``start`` to ``end`` covers the node with its children; ``parent`` is the index of the
    parent section in the same list, or None. ``locator`` is written as a lawyer writes it
    (``điểm b khoản 2 Điều 5``) or, outside the law, ``đoạn 7``. ``quoted`` marks an article
    that an amending text only quotes.
    """

    kind: SectionKind
    number: str
    title: str
    start: int
    end: int
    locator: str
    parent: int | None = None
    level: int = 0
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit as printed; ``value`` is in the base unit (đồng, %, đề án, ...)."""

    value: Decimal
    unit: str
    text: str
    start: int
    end: int
    qualifier: Qualifier = "exact"
    upper: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place; ``name`` as officially written, ``code`` from the place table ("" if unknown)."""

    name: str
    level: PlaceLevel
    code: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """From ``start`` to ``end``, ISO dates, both included; ``label`` as one would print it."""

    start: str
    end: str
    label: str


@dataclass(frozen=True, slots=True)
class Check:
    """An arithmetic cross-check of a figure.

    ``sum`` is the sum that shows it, in Vietnamese; ``tolerance`` is the propagated half unit
    of the last printed digits, in the figure's base unit. ``figures`` holds the ids used.
    """

    kind: Literal["total", "share", "growth", "difference", "multiple", "repeat"]
    agrees: bool
    sum: str
    tolerance: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a document with everything that makes it usable.

    ``start`` to ``end`` is the printed quantity (``text``); ``sentence_start`` to
    ``sentence_end`` the sentence or table row that carries it, which is what gets quoted.
    ``indicator`` is the noun phrase as printed, ``indicator_name`` its normalised name.
    ``comparison`` says in words what the figure is compared to ("" if nothing).
    ``unit_words`` is the unit as the document prints it apart from a bare number, as in a table's cell, and
    ``unit_at`` where it does so; "" where ``text`` holds the unit.
    """

    id: str
    document: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    sentence: str
    text: str
    value: Decimal
    unit: str
    qualifier: Qualifier
    indicator: str
    indicator_name: str
    place: Place | None
    period: Period | None
    status: Status
    comparison: str = ""
    upper: Decimal | None = None
    checks: tuple[Check, ...] = field(default=())
    unit_words: str = ""
    unit_at: int = 0

    @property
    def called(self) -> str:
        """What it is called where it is shown: a cell of a table as its row and column print it, else by its name.

        Proper names in the name stand with the capitals that the sentence gives them.
        """
        cell = bool(self.unit_words) and " – " in self.indicator
        return self.indicator if cell else with_capitals(self.indicator_name, self.sentence) or self.indicator

    @property
    def printed(self) -> str:
        """The quantity as printed, a bare number with its unit."""
        gap = " " if self.unit_words and not self.unit_words.startswith("%") else ""
        return f"{self.text}{gap}{self.unit_words}"
