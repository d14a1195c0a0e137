"""Which source a reference names: "Nghị định 45" is the row with number 45/2012/NĐ-CP.

It compares numbers and kinds of manifest rows, and reads no text.
"""

from collections.abc import Iterable

from documents.legal_numbers import LegalReference, fold, kind_of_number, same_number
from documents.records import DocumentKind, Source

_SOURCE_KINDS: dict[str, DocumentKind] = {
    "Nghị định": "decree",
    "Thông tư": "circular",
    "Thông tư liên tịch": "circular",
    "Quyết định": "decision",
    "Luật": "law",
    "Bộ luật": "law",
    "Pháp lệnh": "law",
}


def match_sources(sources: Iterable[Source], reference: LegalReference) -> list[Source]:
    """The sources whose number a reference names, official texts before digests.

    "45" and "45/2012" match as beginnings of "45/2012/NĐ-CP"; the kind, when named, must agree,
    but "Thông tư 26/2014" still finds the joint circular of that number when it is the only one.
    """
    if not reference.number or reference.number == "này":
        return []
    matching = [source for source in sources if _numbered(source, reference)]
    exact = [source for source in matching if kind_of_number(source.number or source.digest_of) in {reference.kind, ""}]
    matching = exact or matching
    return sorted(matching, key=lambda source: source.kind == "digest")


def match_source(sources: Iterable[Source], reference: LegalReference) -> Source | None:
    """The one source that a reference names; None when none does, or when several numbers do."""
    matching = match_sources(sources, reference)
    numbers = {fold(source.number or source.digest_of) for source in matching}
    return matching[0] if len(numbers) == 1 else None


def _numbered(source: Source, reference: LegalReference) -> bool:
    number = source.number or source.digest_of
    if not number or not _same_kind(source, number, reference.kind):
        return False
    return same_number(reference.number, number)


def _same_kind(source: Source, number: str, kind: str) -> bool:
    if not kind:
        return True
    own = kind_of_number(number)
    if own:
        return own == kind or {own, kind} <= {"Thông tư", "Thông tư liên tịch"} or (
            {own, kind} <= {"Luật", "Bộ luật"}
        )  # fmt: skip
    return source.kind in {_SOURCE_KINDS.get(kind), "other", "digest"}
