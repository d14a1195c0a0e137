"""Whether a quantity is planned, estimated or achieved, by the words nearest to it.

The cue words are ``data/status_cues.json``: words of intent (``sẽ``, ``phấn đấu``) and of estimate
(``ước``) rule their clause even before ``đạt``; nouns of planning (``kế hoạch``, ``được giao``)
give way to a later ``đã`` or ``đạt``. Place and period are not known here.
"""

import json
import re
from functools import cache

from documents.records import Quantity, Status
from documents.units import DATA, alternation

_KINDS = ("plan", "estimate", "plan_noun", "actual", "actual_weak")
_DONE = re.compile(
    r"(?<!\w)(?:đã|đến nay|kết quả|hiện có|hiện còn|"
    r"mới (?:chỉ )?(?:giải ngân|thực hiện|đạt|chi|triển khai|hỗ trợ))(?!\w)",
    re.IGNORECASE,
)

_MEASURED = re.compile(
    r"\s*,?\s*(?:đạt|bằng|vượt)\s+[\d.,]+\s*%(?:\s+(?:so\s+với\s+)?(?:kế\s+hoạch|dự\s+toán)|\s*[.;,]|\s*$)",
    re.IGNORECASE,
)
_CARRIED_OUT = re.compile(
    r";\s+[^;\d]*(?<!\w)đã\s+(?:thực\s+hiện|triển\s+khai)\s+(?:xong|hoàn\s+thành)[\s.!…]*$", re.IGNORECASE
)
_PLANNED_FIRST = re.compile(
    r"(?<!\w)(?:kế\s+hoạch|chỉ\s+tiêu|được\s+giao)(?:\s+(?:năm|giao|là|đề\s+ra|\d{4})){0,4}\s*:?\s*$", re.IGNORECASE
)
_DONE_OF_IT = re.compile(
    r"\s*[,;]\s*(?:đã\s+)?(?:thực\s+hiện|triển\s+khai|tổ\s+chức|hỗ\s+trợ|hoàn\s+thành|nghiệm\s+thu)(?:\s+(?:được|xong|là|khoảng|gần|hơn|trên)){0,3}\s*:?\s*",
    re.IGNORECASE,
)
_PROPOSED = re.compile(r"(?<!\w)đề\s+xuất(?!\w)", re.IGNORECASE)
_SET_ASIDE = re.compile(r"(?<!\w)(?:kế\s+hoạch|dự\s+toán|chỉ\s+tiêu)(?!\w)", re.IGNORECASE)
_OF_NEXT = re.compile(r"\s(?:với|và|có)\s[^,;.]*?\sđạt(?:\s+(?:khoảng|gần|hơn|trên|từ|mức|được))*\s*$")  # and a number


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    table = json.loads((DATA / "status_cues.json").read_text(encoding="utf-8"))
    return {
        kind: re.compile(
            rf"(?<!\w)(?:{'|'.join([alternation(table[kind]), *table.get(f'{kind}_patterns', [])])})(?!\w)",
            re.IGNORECASE,
        )
        for kind in _KINDS
    }


@cache
def _not_cues() -> re.Pattern[str]:
    table = json.loads((DATA / "status_cues.json").read_text(encoding="utf-8"))
    return re.compile("|".join(table["not_cues"]), re.IGNORECASE)


def mask_not_cues(text: str) -> str:
    """The text, of the same length, without the words that only look like cues."""
    return _not_cues().sub(lambda m: " " * len(m[0]), text)


def read_status(text: str) -> Status | None:
    """The status that the cue words of a stretch of text give what follows it, or None."""
    status, _ = _read(mask_not_cues(text))
    return status


def names_result(text: str) -> bool:
    """Whether a sentence says of anything that it was done or stands: ``đã``, ``đạt``, ``hiện có``, ``có``."""
    masked = mask_not_cues(text)
    return bool(_cues()["actual"].search(masked) or _DONE.search(masked) or re.search(r"(?<!\w)có(?!\w)", masked))


def _read(masked: str) -> tuple[Status | None, bool]:
    """The status and whether it is certain (weak verbs such as ``thực hiện`` leave it open)."""
    last: dict[str, int] = {}
    for kind, pattern in _cues().items():
        for match in pattern.finditer(masked):
            last[kind] = match.start()
    done = max((m.start() for m in _DONE.finditer(masked)), default=-1)
    intent = max(last.get("plan", -1), last.get("estimate", -1))
    if intent >= 0 and intent > done:
        return ("plan" if last.get("plan", -1) == intent else "estimate"), True
    if "plan_noun" in last and last["plan_noun"] > last.get("actual", -1):
        return "plan", True
    if "actual" in last:
        return "actual", True
    return ("actual", done >= 0) if "actual_weak" in last else (None, False)


_DONE_BEHIND = re.compile(r"\s+(?:đã|được)\s+(?:thực\s+hiện|giải\s+ngân)\s+(?:trên|trong)(?!\w)", re.IGNORECASE)
"""What makes the sum before it one that was spent: ``5,4 tỷ đồng đã thực hiện trên kế hoạch 11,8 tỷ đồng``."""


def choose_status(
    text: str, quantity: Quantity, earlier: list[tuple[Quantity, Status]], default: Status, part: Status = "actual"
) -> tuple[Status, Status]:
    """The status of a quantity, and the one it hands on to the quantities behind it.

    ``earlier`` are the sentence's quantities before it with the status each hands on.

    Without a cue of its own a quantity follows the one before it (one in closed brackets apart),
    and the first of a sentence follows ``default``. A percentage shares the status of the value it
    measures. In a part of the document that plans (``part``) only ``đã`` and the like achieve.
    Intent (``sẽ``, ``phấn đấu``) holds to the end of its sentence unless ``đã`` ends it.
    """
    if (said := _bracketed_plan(text, quantity)) is not None:
        return said, said
    if _is_carried_out(text, quantity) or _DONE_BEHIND.match(text[quantity.end :]):
        return "actual", "actual"
    masked = mask_not_cues(text)
    start = earlier[-1][0].end if earlier else 0
    lead = masked[start : quantity.start]
    outside = [e for e in earlier if not _closed_between(text, e[0], quantity)]
    before = outside[-1][1] if outside else None
    if (
        re.search(r"so\s+với[^;.,]*(?:\([^()]*)?$", text[start : quantity.start], re.IGNORECASE)
        and quantity.unit != "%"
    ):
        said = read_status(re.sub(r"so\s+với", "", text[start : quantity.start], flags=re.IGNORECASE)) or "actual"
        return said, before or default  # what others are measured by hands nothing on
    cue, certain = _read(lead)
    if cue == "actual" and before == "plan" and _is_set_against(masked, outside[-1][0], lead):
        return cue, cue
    if part == "plan" and cue == "actual" and not _DONE.search(masked[: quantity.start]):
        cue, certain = None, False
    if quantity.unit in ("%", "lần") and before is not None:
        said = cue if certain and cue in ("plan", "estimate") and "(" not in lead else before
        return said, said
    if certain and cue is not None:
        held = _read(masked[: quantity.start])[0] if cue == "actual" and not _DONE.search(lead) else None
        said = "plan" if held == "plan" and before == "plan" and _intends(masked[: quantity.start]) else cue
        return said, said
    if cue is not None and _MEASURED.match(text[quantity.end :]):
        return cue, cue  # "thực hiện 15,1 tỷ đồng, đạt 99% kế hoạch": what reaches a share of the plan is no plan
    if cue is not None and (before or default) in ("plan", "estimate"):
        said = before or default
        return said, said
    if cue is not None and before is None:
        return cue, cue
    behind = re.match(r"[^,;.()\d]{0,60}", masked[quantity.end :])
    later, sure = _read(_OF_NEXT.sub("", behind[0]) + ".") if behind else (None, False)
    sure = sure and not (part == "plan" and later == "actual")
    held_on = before or default
    return (later if sure and later else held_on), held_on


def _is_set_against(masked: str, planned: Quantity, lead: str) -> bool:
    """``kế hoạch 41 cơ sở, thực hiện 38 cơ sở``: what was planned, then at once what was done of it."""
    return bool(_PLANNED_FIRST.search(masked[: planned.start]) and _DONE_OF_IT.fullmatch(lead))


def _is_carried_out(text: str, quantity: Quantity) -> bool:
    """``đề xuất 03 đề án, …; trung tâm đã thực hiện hoàn thành``: done, where nothing but the proposal plans."""
    done = _CARRIED_OUT.search(text, quantity.end)
    if done is None or _SET_ASIDE.search(text[: quantity.start]):
        return False
    cues = [m.start() for m in _cues()["plan"].finditer(mask_not_cues(text[: done.start()]))]
    proposed = [m.start() for m in _PROPOSED.finditer(text[: quantity.start])]
    return bool(cues) and set(cues) <= set(proposed)


def _bracketed_plan(text: str, quantity: Quantity) -> Status | None:
    """``đạt 81,8% kế hoạch năm (13,7 tỷ đồng)``: what stands in the brackets is the plan itself."""
    opening = text.rfind("(", 0, quantity.start)
    if opening < 0 or text[opening + 1 : quantity.start].strip():
        return None
    named = re.search(r"(?:kế\s+hoạch|dự\s+toán|chỉ\s+tiêu)[^,;.()]{0,24}$", text[:opening], re.IGNORECASE)
    return "plan" if named else None


def _intends(masked: str) -> bool:
    found = [m.start() for m in _cues()["plan"].finditer(masked)]
    return bool(found) and not _DONE.search(masked[found[-1] :])


def _closed_between(text: str, earlier: Quantity, quantity: Quantity) -> bool:
    """Whether the earlier quantity stands in brackets that close before this one."""
    opening = text.rfind("(", 0, earlier.start)
    if opening < 0 or ")" in text[opening : earlier.start]:
        return False
    return 0 <= text.find(")", earlier.end) < quantity.start
