"""Who signed a text: the name under the office that closes an official document.

"Ai ký Quyết định 1456?" is told by no sentence; the name stands alone at the end of the text.
"""

import re
from collections.abc import Sequence

from assistant.answer_forms import asks
from assistant.citations import Draft
from assistant.evidence import Library, View, years_of
from assistant.figure_fit import same_place
from assistant.question_slots import Question
from documents.page_facts import SIGNING_OFFICE
from documents.page_lines import is_name
from documents.places import find_places
from index.records import Hit

CLOSING = 40  # blocks from the end of a text among which its signature stands: annexes may follow it
ABOVE = 3  # blocks above a name in which the office stands
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_SIGNED_MARK = re.compile(r"[(\[]? ?(?:[Đđ]ã ký|ĐÃ KÝ|[Kk]ý tên|[Kk]ý)(?:[,;] ?(?:đóng dấu|ghi rõ họ tên))* ?[)\]]?\.?")
"""What stands between an office and the name below it: "(Đã ký)"."""
_PAPER = re.compile(r"(?<!\w)(?:báo cáo|tờ trình|kế hoạch|công văn|thông báo|văn bản|danh mục|report)(?!\w)")
_TOLD = {"vi": "Người ký: {name}.", "en": "Signed by {name}."}


def signer_draft(question: Question, library: Library, hits: Sequence[Hit] = ()) -> Draft | None:
    """Who signed the one legal text that a question names, or the report of the place and time that it names.

    None where it names none or no signature is found.
    """
    if not asks(question, "signer"):
        return None
    views = [view for view in map(library.view, question.within) if view.is_legal]
    if not views and _PAPER.search(question.text.lower()) is not None and not question.references:
        found_in = dict.fromkeys(hit.passage.document for hit in hits)
        views = [view for view in map(library.view, found_in) if _is_of(question, view) and _signature(view)][:1]
    found = _signature(views[0]) if len(views) == 1 else None
    if found is None:
        return None
    start, end, name = found
    return Draft(_TOLD[question.language].format(name=name), (views[0].evidence(start, end),))


def _is_of(question: Question, view: View) -> bool:
    """Whether a text is of a place and of a time that a question names, both of them."""
    home = view.main_province
    titled = [place for place, _, _ in find_places(view.source.title)]
    told = [*titled, *([home] if home is not None else [])]
    years = {year for period in question.periods for year in years_of(period)}
    return any(same_place(place, other) for place in question.places for other in told) and bool(
        years & view.titled_years
    )


def _signature(view: View) -> tuple[int, int, str] | None:
    """The span from the office to the name below it, and the name."""
    text = view.document.text
    first = view.document.blocks[-CLOSING:][0].start if view.document.blocks else 0
    spans = [match.span() for match in _LINE.finditer(text, first)]
    spans = [span for span in spans if _SIGNED_MARK.fullmatch(text[slice(*span)].strip()) is None]
    lines = [text[start:end].strip() for start, end in spans]
    for at, line in enumerate(lines):
        name = re.sub(r"\s*\([^()]*\)$", "", line)
        if not (is_name(name) and 2 <= len(name.split()) <= 5 and not name.isupper()):
            continue
        above = _offices(lines[max(0, at - ABOVE) : at])
        if above:
            return spans[at - above][0], spans[at][1], name
    return None


def _offices(lines: Sequence[str]) -> int:
    """How many of the lines right above a name are of an office."""
    count = 0
    for line in reversed(lines):
        if SIGNING_OFFICE.fullmatch(line.strip(" ,;:.")) is None:
            break
        count += 1
    return count
