"""What is in force: warnings on a source, the texts in force at a date, digests that step aside.

It compares manifest rows. What a text says about itself is read in ``validity_reading``.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from documents.legal_numbers import fold, kind_of_number
from documents.manifest import CONFIRMABLE
from documents.records import Source
from documents.validity_reading import cited_numbers, read_validity

__all__ = [
    "REPORT_KINDS",
    "choose_in_force",
    "is_replaced",
    "name_of",
    "read_validity",
    "starts_on",
    "superseded_digests",
    "validity_notices",
    "why_not_in_force",
    "write_day",
]


REPORT_KINDS = ("article", "report", "other")
"""Kinds of text that tell of the law but are none, and so have no force to gain or lose."""
_WAYS = (
    ("amended_by", "amends", "sửa đổi, bổ sung", "nội dung sửa đổi"),
    ("replaced_by", "replaces", "thay thế", "văn bản thay thế"),
)
"""Field that tells a change, the field of the other text that tells it too, what was done, what lacks."""
_VALIDITY_FIELDS = ("number", "date", "in_force_from", "in_force_to", "amended_by", "replaced_by")


def name_of(source: Source) -> str:
    """How the text is called in a sentence: "Nghị định 45/2012/NĐ-CP", or its title."""
    number = source.number or source.digest_of
    return f"{kind_of_number(number)} {number}".strip() if number else source.title or source.id


def validity_notices(source: Source, all_sources: Sequence[Source] = (), as_of: date | None = None) -> tuple[str, ...]:
    """Warnings that go with an answer from this source, full Vietnamese sentences, () when none.

    A digest, amended, replaced; with ``as_of`` also not yet or no longer in force at that date,
    and then what changed the text after that date is named as later. Facts of validity that no
    reader has confirmed are named last.
    """
    name = name_of(source)
    notices: list[str] = []
    if source.kind == "digest":
        shown = f"bản tóm lược {name}" if source.number or source.digest_of else "bản tóm lược"
        notices.append(f"Nội dung này lấy từ {shown}, không thay thế văn bản chính thức.")
    for field, inverse, done, lacking in _WAYS:
        until_then = _changes(source, all_sources, as_of, field, inverse)
        for entry in until_then:
            lack = "" if _held(entry, all_sources) else f"; {lacking} không có trong kho tài liệu"
            notices.append(f"{name} đã được {done} bởi {entry}{lack}.")
        for entry in _changes(source, all_sources, None, field, inverse):
            if as_of and entry not in until_then:
                notices.append(f"Sau ngày {write_day(as_of)}, {name} đã được {done} bởi {entry}.")
    notices += _dates(source, name, as_of)
    unsure = [CONFIRMABLE[field] for field in _VALIDITY_FIELDS if field in source.unconfirmed]
    if unsure and source.kind not in REPORT_KINDS:
        told = ", ".join(unsure)
        notices.append(f"{told[:1].upper()}{told[1:]} của {name} được đọc từ văn bản, chưa được xác nhận.")
    return tuple(dict.fromkeys(notices))


def why_not_in_force(source: Source, all_sources: Sequence[Source], as_of: date) -> tuple[str, ...]:
    """Why the text was not in force at a date, full Vietnamese sentences; () when it was.

    Of a text still to come it also names what it replaced, which may have been in force then.
    """
    if _in_force(source, all_sources, as_of):
        return ()
    name, start = name_of(source), starts_on(source)
    if start is None or as_of >= start:
        return tuple(
            n for n in validity_notices(source, all_sources, as_of) if " thay thế bởi " in n or "hết hiệu" in n
        )
    if source.in_force_from:
        told = f"{name} chưa có hiệu lực tại ngày {write_day(as_of)} (có hiệu lực từ ngày {write_day(start)})."
    else:
        told = f"{name} chưa được ban hành tại ngày {write_day(as_of)}."
    before = []
    for entry in source.replaces:
        lack = "" if _held(entry, all_sources) else "; văn bản này không có trong kho tài liệu"
        before.append(f"{name} thay thế {_entry(entry, all_sources)}{lack}.")
    return (told, *before)


def _dates(source: Source, name: str, as_of: date | None) -> list[str]:
    start, end = _date(source.in_force_from), _date(source.in_force_to)
    at = as_of or date.today()
    if start and at < start:
        return [f"{name} chưa có hiệu lực tại ngày {write_day(at)} (có hiệu lực từ ngày {write_day(start)})."]
    if end and at > end:
        return [f"{name} đã hết hiệu lực từ sau ngày {write_day(end)}."]
    return []


def _changes(source: Source, sources: Sequence[Source], as_of: date | None, field: str, inverse: str) -> list[str]:
    """Entries "Nghị định 235/2025/NĐ-CP ngày 27/8/2025" of what changed the source, each once.

    What the row of a digest of the same text tells is known of the text, and the other way round.
    """
    number = fold(source.number or source.digest_of)
    if not number and not getattr(source, field):
        return []
    found: dict[str, str] = {}
    same = [row for row in sources if number and fold(row.number or row.digest_of) == number]
    for entry in dict.fromkeys(entry for row in (source, *same) for entry in getattr(row, field)):
        if as_of is None or not _dated_after(entry, as_of):
            found.setdefault(_key(entry), _entry(entry, sources))
    for other in sources:
        if not other.number or not number or fold(other.number) == number:
            continue
        later = _date(other.in_force_from) or _date(other.date)
        if any(_key(entry) == number for entry in getattr(other, inverse)) and not (as_of and later and later > as_of):
            unsure = " (đọc từ văn bản, chưa được xác nhận)" if inverse in other.unconfirmed else ""
            found.setdefault(fold(other.number), _named(other) + unsure)
    return list(found.values())


def _key(entry: str) -> str:
    numbers = cited_numbers(entry)
    return fold(numbers[0]) if numbers else fold(entry)


def _entry(entry: str, sources: Sequence[Source]) -> str:
    """The entry with its kind, and its date when the text itself is held."""
    numbers = cited_numbers(entry)
    if not numbers or "ngày " in entry:
        return entry
    for source in sources:
        if source.number and fold(source.number) == fold(numbers[0]):
            return _named(source)
    return f"{kind_of_number(numbers[0])} {numbers[0]}".strip() if entry.strip() == numbers[0] else entry


def _named(source: Source) -> str:
    issued = _date(source.date)
    return f"{name_of(source)} ngày {write_day(issued)}" if issued else name_of(source)


def _held(entry: str, sources: Sequence[Source]) -> bool:
    return any(source.number and fold(source.number) == _key(entry) for source in sources)


def _dated_after(entry: str, as_of: date) -> bool:
    """Whether the entry's own date ("ngày 27/8/2025"), or at least the year of its number, is later."""
    day = entry.rpartition("ngày ")[2].split("/") if "ngày " in entry else []
    if len(day) == 3 and all(part.strip().isdigit() for part in day):
        return date(int(day[2]), int(day[1]), int(day[0])) > as_of
    year = _year_of(next(iter(cited_numbers(entry)), ""))
    return bool(year) and int(year) > as_of.year


def is_replaced(source: Source, sources: Sequence[Source], as_of: date | None = None) -> bool:
    """Whether another text has replaced the source, by ``as_of`` if that is given."""
    return bool(_changes(source, sources, as_of, "replaced_by", "replaces"))


def choose_in_force(sources: Iterable[Source], as_of: date) -> tuple[Source, ...]:
    """The sources in force at a date, in the order given.

    Left out: not yet in force, no longer in force, replaced by a text that was in force then,
    and digests whose official text is there. A text without dates counts as in force from the
    year of its number on, one without a number always.
    """
    rows = list(sources)
    aside = superseded_digests(rows)
    return tuple(row for row in rows if row.id not in aside and _in_force(row, rows, as_of))


def _in_force(source: Source, sources: Sequence[Source], as_of: date) -> bool:
    start, end = starts_on(source), _date(source.in_force_to)
    if source.kind in REPORT_KINDS:
        return True
    if (start and as_of < start) or (end and as_of > end):
        return False
    return not is_replaced(source, sources, as_of)


def starts_on(source: Source) -> date | None:
    """The first day on which the text can have been in force, as far as its row tells."""
    known = _date(source.in_force_from) or _date(source.date)
    year = _year_of(source.number or source.digest_of)
    return known or (date(int(year), 1, 1) if year else None)


def _year_of(number: str) -> str:
    """The year of an official number, "2012" of 45/2012/NĐ-CP; "" when it holds none."""
    year = number.split("/")[1] if number.count("/") > 1 else ""
    return year if len(year) == 4 and year.isdigit() else ""


def superseded_digests(sources: Iterable[Source]) -> frozenset[str]:
    """Ids of the digests that step aside because the official text of their number is there."""
    rows = list(sources)
    official = {fold(row.number) for row in rows if row.number and row.kind != "digest"}
    return frozenset(row.id for row in rows if row.kind == "digest" and fold(row.digest_of or row.number) in official)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def write_day(day: date) -> str:
    """Day first, the month without a zero from March on, as Decree 30/2020/NĐ-CP writes dates."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"
