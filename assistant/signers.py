"""Who signed a text: the name under the office that closes an official document.

"Ai ký Quyết định 1456?" is told by no sentence; the name stands alone at the end of the text.
"""

import re
from collections.abc import Sequence

from assistant.answer_forms import asks
from assistant.citations import Draft
from assistant.evidence import Library, View
from assistant.question_slots import Question
from documents.letters import UPPER
from documents.page_lines import is_name

CLOSING = 40  # blocks from the end of a text among which its signature stands: annexes may follow it
ABOVE = 3  # blocks above a name in which the office stands
_OFFICE = re.compile(
    rf"(?:(?:TM|KT|TL|TUQ|Q)\. [{UPPER} ]+|(?:PHÓ )?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|GIÁM ĐỐC|CỤC TRƯỞNG|TỔNG GIÁM ĐỐC)|"
    r"THỨ TRƯỞNG|CHÁNH VĂN PHÒNG|CHÁNH ÁN|VIỆN TRƯỞNG)(?: [" + UPPER + r" ]+)?"
)
_TOLD = {"vi": "Người ký: {name}.", "en": "Signed by {name}."}


def signer_draft(question: Question, library: Library) -> Draft | None:
    """Who signed the one legal text that a question names; None where it names none or no signature is found."""
    views = [view for view in map(library.view, question.within) if view.is_legal]
    if len(views) != 1 or not asks(question, "signer"):
        return None
    found = _signature(views[0])
    if found is None:
        return None
    start, end, name = found
    return Draft(_TOLD[question.language].format(name=name), (views[0].evidence(start, end),))


def _signature(view: View) -> tuple[int, int, str] | None:
    """The span from the office to the name below it, and the name."""
    text = view.document.text
    closing = [(block.start, block.end) for block in view.document.blocks[-CLOSING:]]
    lines = [text[start:end].strip() for start, end in closing]
    for at, line in enumerate(lines):
        name = re.sub(r"\s*\([^()]*\)$", "", line)
        if not (is_name(name) and 2 <= len(name.split()) <= 5 and not name.isupper()):
            continue
        above = _offices(lines[max(0, at - ABOVE) : at])
        if above:
            return closing[at - above][0], closing[at][1], name
    return None


def _offices(lines: Sequence[str]) -> int:
    """How many of the lines right above a name are of an office."""
    count = 0
    for line in reversed(lines):
        if _OFFICE.fullmatch(line.strip(" ,;:.")) is None:
            break
        count += 1
    return count
