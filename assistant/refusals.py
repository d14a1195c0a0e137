"""What is said when the documents do not answer: that they do not, and what they do hold nearby.

The years and places it offers are cited like everything else.
"""

from assistant.citations import Draft, Evidence, unsupported_numbers
from assistant.evidence import Library
from assistant.figure_finder import FigureFinder
from assistant.figure_order import Candidate
from assistant.phrasing import place_vi, supporting
from assistant.question_slots import Question
from documents.places import place_table
from documents.records import Place
from index.records import FigureFilter

OFFERED_PERIODS = 4
OFFERED_COVERAGE = 0.5

_NOT_FOUND = {
    "vi": "Không tìm thấy thông tin này trong các tài liệu hiện có.",
    "en": "This is not in the documents at hand.",
}


_LACKING = {
    "vi": "Chưa tính được vì thiếu số liệu của {operand}.",
    "en": "Nothing was computed, since the figure is lacking for: {operand}.",
}


_PART_NOT_FOUND = {
    "vi": "Các tài liệu hiện có không có thông tin về phần: “{part}”.",
    "en": "The documents at hand do not tell this part: “{part}”.",
}


def part_not_found(language: str, part: str) -> str:
    """What is said of a part of a question that the documents do not answer."""
    return _PART_NOT_FOUND[language].format(part=part)


def not_found_sentence(language: str, lacking: str = "") -> str:
    """The refusal itself, and which operand of a comparison is lacking, in the question's own terms."""
    told = f" {_LACKING[language].format(operand=lacking)}" if lacking else ""
    return f"{_NOT_FOUND[language]}{told}"


def operand_named(operand: Question) -> str:
    """Place and period of an operand as one would say them: "khu vực phía Nam năm 2024"."""
    return " ".join([*map(place_vi, operand.places), *(period.label for period in operand.periods)])


def years_offered(question: Question, figures: FigureFinder, library: Library) -> list[Draft]:
    """For an indicator the documents know at that place in other years: a cited sentence naming the periods."""
    drafts: list[Draft] = []
    if question.periods and question.places and question.kind in ("figure", "comparison"):
        for place in question.places:
            draft = _periods_draft(question, place, figures.find(question, (place,), ()), library)
            drafts += [draft] if draft is not None else []
    for place in question.places:
        drafts += _merged_note(place, library, question.language)
    return drafts


def _periods_draft(question: Question, place: Place, found: list[Candidate], library: Library) -> Draft | None:
    evidence: list[Evidence] = []
    labels: dict[str, None] = {}
    for candidate in found:
        figure = candidate.figure
        if candidate.coverage < OFFERED_COVERAGE or figure.period is None or len(labels) == OFFERED_PERIODS:
            continue
        label = figure.period.label.removeprefix("trong ")
        asked = any((p.start, p.end) == (figure.period.start, figure.period.end) for p in question.periods)
        if label in labels or asked:
            continue
        pieces, placed, dated = supporting(figure, library.view(figure.document))
        if placed and dated and not unsupported_numbers(label, [piece.quote for piece in pieces]):
            labels[label] = None
            evidence += pieces
    if not labels:
        return None
    listed = ", ".join(sorted(labels))
    if question.language == "en":
        text = f"For {place.name} the figures nearest to the question are of: {listed}."
    else:
        text = f"Về {place_vi(place)}, số liệu gần nhất với câu hỏi là của: {listed}."
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
