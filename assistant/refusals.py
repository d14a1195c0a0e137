"""What is said when the documents do not answer: that they do not, and what they do hold nearby.

The years and places it offers are cited like everything else.
"""

from assistant.citations import Draft, Evidence
from assistant.evidence import Library, years_of
from assistant.phrasing import place_vi, supporting
from assistant.questions import Question
from documents.places import place_table
from documents.records import Figure, Place
from index.records import FigureFilter

OFFERED_YEARS = 6

_NOT_FOUND = {
    "vi": "Không tìm thấy thông tin này trong các tài liệu hiện có.",
    "en": "This is not in the documents at hand.",
}


def not_found_sentence(language: str) -> str:
    """The refusal itself; it holds no number and needs no source."""
    return _NOT_FOUND[language]


def years_offered(question: Question, library: Library) -> list[Draft]:
    """For a place the documents know at other times: a cited sentence naming those years."""
    drafts = []
    for place in question.places:
        by_year: dict[int, Figure] = {}
        for hit in library.index.look_up(FigureFilter(place=place.name, limit=400)):
            figure = hit.figure
            if figure.place is None or figure.period is None or not _is(place, figure.place):
                continue
            years = years_of(figure.period)
            if len(years) == 1 and question.periods and years[0] not in by_year:
                by_year[years[0]] = figure
        if question.periods:
            draft = _years_draft(place, by_year, library, question.language)
            if draft is not None:
                drafts.append(draft)
        drafts += _merged_note(place, library, question.language)
    return drafts


def _is(one: Place, other: Place) -> bool:
    return (one.code, one.level) == (other.code, other.level) if one.code else one.name == other.name


def _years_draft(place: Place, by_year: dict[int, Figure], library: Library, language: str) -> Draft | None:
    evidence: list[Evidence] = []
    years: list[str] = []
    for year in sorted(by_year)[-OFFERED_YEARS:]:
        pieces, placed, dated = supporting(by_year[year], library.view(by_year[year].document))
        if placed and dated and any(str(year) in piece.quote for piece in pieces):
            years.append(str(year))
            evidence += pieces
    if not years:
        return None
    if language == "en":
        text = f"For {place.name} the documents hold figures for: {', '.join(years)}."
    else:
        text = f"Về {place_vi(place)}, tài liệu có số liệu của năm {', '.join(years)}."
    return Draft(text, tuple(dict.fromkeys(evidence)))


def _merged_note(place: Place, library: Library, language: str) -> list[Draft]:
    """Former provinces of a merged one that the documents know under their old names."""
    former = [part for part in place_table().predecessors(place) if part.name != place.name]
    drafts = []
    for part in former:
        for hit in library.index.look_up(FigureFilter(place=part.name, limit=1)):
            pieces, placed, _ = supporting(hit.figure, library.view(hit.figure.document))
            if placed:
                text = f"Tài liệu có số liệu của {part.name} theo tên trước khi sáp nhập."
                drafts.append(
                    Draft(text if language == "vi" else f"The documents hold figures for {part.name}.", pieces)
                )
            break
    return drafts
