"""Warnings on the texts an answer rests on: a digest, amended, replaced, not in force."""

from collections.abc import Sequence
from datetime import date

from assistant.records import Citation
from documents.records import Source
from documents.validity import is_replaced, validity_notices


def notices_for(
    citations: Sequence[Citation], sources: Sequence[Source], as_of: date | None = None
) -> tuple[tuple[str, ...], bool]:
    """The warnings, each a full sentence and once, and whether every cited text has been replaced.

    With ``as_of`` a replacement after that date is told but does not count.
    """
    rows = {source.id: source for source in sources}
    notices: dict[str, None] = {}
    cited = [rows[document] for document in dict.fromkeys(c.document for c in citations) if document in rows]
    for source in cited:
        for notice in validity_notices(source, sources, as_of):
            notices.setdefault(notice)
    return tuple(notices), bool(cited) and all(is_replaced(source, sources, as_of) for source in cited)
