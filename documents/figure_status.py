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

_KINDS = ("plan", "estimate", "plan_noun", "actual")


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    table = json.loads((DATA / "status_cues.json").read_text(encoding="utf-8"))
    return {kind: re.compile(rf"(?<!\w)(?:{alternation(table[kind])})(?!\w)", re.IGNORECASE) for kind in _KINDS}


@cache
def _not_cues() -> re.Pattern[str]:
    table = json.loads((DATA / "status_cues.json").read_text(encoding="utf-8"))
    return re.compile("|".join(table["not_cues"]), re.IGNORECASE)


def read_status(text: str) -> Status | None:
    """The status that the cue words of a stretch of text give what follows it, or None."""
    masked = _not_cues().sub(lambda m: " " * len(m[0]), text)
    last: dict[str, int] = {}
    for kind, pattern in _cues().items():
        for match in pattern.finditer(masked):
            last[kind] = match.start()
    done = max(
        (m.start() for m in re.finditer(r"(?<!\w)(?:đã|đến nay|kết quả)(?!\w)", masked, re.IGNORECASE)), default=-1
    )
    intent = max(last.get("plan", -1), last.get("estimate", -1))
    if intent >= 0 and intent > done:
        return "plan" if last.get("plan", -1) == intent else "estimate"
    if "plan_noun" in last and last["plan_noun"] > last.get("actual", -1):
        return "plan"
    return "actual" if "actual" in last else None


def choose_status(
    text: str, quantity: Quantity, before: Quantity | None, status_before: Status | None, default: Status
) -> Status:
    """The status of a quantity; ``before`` is the quantity ahead of it in the sentence, if any.

    Without a cue of its own a quantity follows the one before it, and the first of a sentence
    follows ``default``. A percentage shares the status of the value it measures.
    """
    lead = text[before.end if before else 0 : quantity.start]
    if quantity.unit == "%" and before is not None and status_before is not None and len(lead) < 60:
        cue = read_status(re.sub(r"(?:đạt|bằng|chiếm)\s*$", "", lead.rstrip()))
        return cue if cue in ("plan", "estimate") and not re.search(r"so\s+với", lead) else status_before
    if re.search(r"so\s+với[^,;.]*\(?$", lead, re.IGNORECASE) and status_before is not None:
        lead = re.sub(r"so\s+với\s+(?=kế\s+hoạch)", "", lead, flags=re.IGNORECASE)
        return read_status(lead) or "actual"
    cue = read_status(lead)
    if cue is not None:
        return cue
    behind = re.match(r"[^,;.()\d]{0,60}", text[quantity.end :])
    cue = read_status(behind[0]) if behind else None
    return cue or status_before or default
