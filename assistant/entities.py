"""Short answers inside a sentence: a person or body, a date, a place, a document's number, a count.

Each is a stretch of the sentence as printed. Which one answers is told by how near it stands to
the question's words; what the question already names is no answer to it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.questions import Question
from assistant.wording import Wanted, fold, spread, strength
from documents.places import find_places
from documents.quantities import read_quantities
from index.tokens import spell_out

_UPPER = "A-ZÀÁẠẢÃÂẦẤẬẨẪĂẰẮẶẲẴÈÉẸẺẼÊỀẾỆỂỄÌÍỊỈĨÒÓỌỎÕÔỒỐỘỔỖƠỜỚỢỞỠÙÚỤỦŨƯỪỨỰỬỮỲÝỴỶỸĐ"
_LOWER = "a-zàáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ"
_NAME = rf"[{_UPPER}][{_LOWER}]+(?: [{_UPPER}][{_LOWER}]+){{1,4}}"
_OFFICE = (
    r"(?:Phó |Thứ |Quyền )?(?:Bộ trưởng|Cục trưởng|Vụ trưởng|Giám đốc|Chủ tịch|Thủ tướng Chính phủ|Thủ tướng|trưởng|"
    r"Tổng Giám đốc|Chánh Văn phòng|Trưởng phòng|Bí thư)"
)
_PERSON = re.compile(rf"(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|{_OFFICE}(?: [^,.;:()–]{{2,80}}?)??) {_NAME}(?=[\s,.;:()–-]|$)")
_BODY = re.compile(
    r"(?:(?:(?:Phó |Thứ )?Bộ trưởng|Thủ trưởng|Chủ tịch) )?"
    r"(?:Bộ (?:Công Thương|Tài chính|Nội vụ|Kế hoạch và Đầu tư|[A-ZĐ]\w+(?: \w+)?)|Chính phủ|Thủ tướng Chính phủ|"
    r"(?:Ủy ban nhân dân|UBND)(?: (?:cấp (?:tỉnh|huyện|xã)|tỉnh|thành phố|huyện|các cấp))?|"
    rf"Sở Công [Tt]hương(?: (?:tỉnh )?[{_UPPER}][{_LOWER}]+(?: [{_UPPER}][{_LOWER}]+)*)?|"
    rf"Cục [{_UPPER}]\w+(?: [{_UPPER}]?\w+){{1,3}}|Trung tâm Khuyến công(?: (?:quốc gia|cấp tỉnh|cấp vùng))?|"
    rf"Hội đồng nhân dân(?: tỉnh| các cấp)?|HĐND(?: tỉnh)?|cơ quan tài chính cùng cấp)"
)
_DATE = re.compile(
    r"(?<![\d/])(?:(?:(?:[Cc]hiều|[Ss]áng|[Tt]ối)\s)?(?:[Nn]gày\s)?\d{1,2}(?:/|-)\d{1,2}(?:(?:/|-)\d{4})?|"
    r"[Nn]gày \d{1,2} tháng \d{1,2}(?: năm \d{4})?|tháng \d{1,2}(?:/| năm )\d{4}|"
    r"(?:các )?năm \d{4}(?:(?:, | và | - )\d{4})*|"
    r"giai đoạn (?:từ năm )?\d{4}\s?[-–]\s?\d{4})(?![\d/])"
)
_NUMBERED = re.compile(
    r"(?:Nghị định|Thông tư liên tịch|Thông tư|Quyết định|Luật|Nghị quyết|Chỉ thị|Công văn|Kế hoạch)"
    r"(?: số)? \d+/(?:\d{4}/)?[A-ZĐ][\wĐ]*(?:-[\wĐ]+)*(?:(?:,)? ngày \d{1,2}(?:/| tháng )\d{1,2}(?:/| năm )\d{4})?"
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of a sentence (offsets in it) that may be the short answer."""

    text: str
    start: int
    end: int


def entities(kind: str, sentence: str, question: Question) -> list[Entity]:
    """Every stretch of the sentence that is of the kind asked for and not named in the question."""
    asked = spread(question.text)
    found = [Entity(sentence[start:end], start, end) for start, end in _spans(kind, sentence, question)]
    return [entity for entity in found if spread(entity.text).strip() and spread(entity.text) not in asked]


def _spans(kind: str, sentence: str, question: Question) -> list[tuple[int, int]]:
    if kind == "who":
        people = [match.span() for match in _PERSON.finditer(sentence)]
        bodies = [m.span() for m in _BODY.finditer(sentence) if not any(s <= m.start() < e for s, e in people)]
        wants_body = re.search(
            r"cơ quan|đơn vị|bộ nào|cục nào|sở nào|tổ chức|agency|body|ministry|authority", question.text
        )
        return bodies or people if wants_body else people + bodies
    if kind == "when":
        return [match.span() for match in _DATE.finditer(sentence)]
    if kind == "where":
        return [(start, end) for _, start, end in find_places(sentence)]
    if kind == "which":
        return [match.span() for match in _NUMBERED.finditer(sentence)]
    if kind == "figure":
        return _counts(sentence, question)
    return []


def _counts(sentence: str, question: Question) -> list[tuple[int, int]]:
    spans = []
    for quantity in read_quantities(sentence):
        if question.counted and strength(spread(quantity.unit), question.counted) < 0.9:
            following = spread(sentence[quantity.start : quantity.end + 40])
            if not re.match(rf" \S+ {re.escape(question.counted)} ", following):
                continue
        elif question.unit and not question.counted and not quantity.unit.startswith(question.unit):
            continue
        spans.append((quantity.start, quantity.end))
    return spans


def nearest(
    found: Sequence[Entity], sentence: str, wanted: Wanted, wanted_numbers: Sequence[str] = ()
) -> Entity | None:
    """The entity that stands nearest to the wanted words, heavier words pulling more; None when there is none."""
    if not found:
        return None
    lowered = spell_out(sentence).lower() if len(spell_out(sentence)) == len(sentence) else sentence.lower()
    marks = [(match.end(), 3.0) for part in wanted_numbers for match in re.finditer(re.escape(part), sentence)]
    for word, weight in zip(wanted.words, wanted.weights, strict=True):
        marks += [(match.start(), weight) for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", lowered)]
        if not marks:
            marks += [(m.start(), weight * 0.5) for m in re.finditer(re.escape(fold(word)), fold(sentence))]

    def pull(entity: Entity) -> float:
        total = 0.0
        for position, weight in marks:
            gap = entity.start - position if position < entity.start else 1.3 * max(0, position - entity.end)
            total += weight / (12 + gap)
        return total

    return max(found, key=lambda entity: (pull(entity), -entity.start))
