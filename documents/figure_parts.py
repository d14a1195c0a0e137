"""What the part of a document tells of: results, or what is planned.

Headings (``II. Kế hoạch năm 2013``, ``B. PHƯƠNG HƯỚNG``) rule what stands under them, a line that
announces a list (``* Nhiệm vụ 6 tháng cuối năm:``) rules its items. Single figures are judged in
``figure_status.py``.
"""

import re
from dataclasses import dataclass, replace

from documents.period_memory import NUMBERED_PART
from documents.records import BlockKind, Status

_OUTLOOK = re.compile(
    r"(?<!\w)(?:phương\s+hướng|nhiệm\s+vụ|mục\s+tiêu|chỉ\s+tiêu|kế\s+hoạch|định\s+hướng|dự\s+kiến|đề\s+xuất|kiến\s+nghị)(?!\w)",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"(?<!\w)(?:kết\s+quả|tình\s+hình|thực\s+hiện|hoàn\s+thành|triển\s+khai|tổng\s+kết|đánh\s+giá|đã|được\s+giao|vượt|so\s+với|"
    r"chương\s+trình\s+mục\s+tiêu|tồn\s+tại|hạn\s+chế|khó\s+khăn|tiến\s+độ\s+(?:chưa|chậm|đạt)|về\s+đích|"
    r"(?:tăng|giảm)\s+(?:nhẹ|mạnh|chậm))(?!\w)",
    re.IGNORECASE,
)
_OPENS_OUTLOOK = re.compile(rf"\W*(?:một\s+số\s+|các\s+|về\s+)?{_OUTLOOK.pattern}", re.IGNORECASE)
_LABEL = re.compile(
    r"\W*(?:\d{1,2}[.)]\s*)?(?:(?:một\s+số|các|những|về)\s+)?(?:chỉ\s+tiêu|mục\s+tiêu|kế\s+hoạch|phương\s+hướng|nhiệm\s+vụ|"
    r"dự\s+kiến)(?!\w)[^.;:]{0,70}:\s*(?=\S)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*[-–+•*]\s")
_LEAD_CHARS = 110


@dataclass(frozen=True, slots=True)
class PartMemory:
    """The status that figures have without a cue: ``usual`` in the document, ``section``, ``items``."""

    usual: Status
    section: Status | None = None
    items: Status | None = None

    @property
    def status(self) -> Status:
        return self.items or self.section or self.usual


def open_part(text: str, kind: BlockKind, memory: PartMemory) -> PartMemory:
    """The memory as a block begins whose first sentence is ``text``.

    A numbered heading opens a section and any other heading a smaller one; a list ends with the
    first block that is no item.
    """
    planned: Status | None = "plan" if _is_outlook(text) else None
    if NUMBERED_PART.match(text):
        return PartMemory(memory.usual, planned)
    if kind == "heading":
        planned = planned if _OPENS_OUTLOOK.match(text) else None
        return replace(memory, section=planned or (None if _RESULT.search(text) else memory.section), items=None)
    if text.rstrip().endswith(":") and len(text) <= _LEAD_CHARS and not re.search(r"\d\s*(?:%|tỷ|tỉ|triệu)", text):
        return replace(memory, items=planned)
    label = _LABEL.match(text)
    if label and not _RESULT.search(label[0]):
        return replace(memory, items="plan")  # "Chỉ tiêu cụ thể: năm 2017, giá trị sản xuất đạt …"
    return memory if _ITEM.match(text) else replace(memory, items=None)


def _is_outlook(text: str) -> bool:
    return bool(_OUTLOOK.search(text)) and not _RESULT.search(text)
