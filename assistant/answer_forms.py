"""What an answer must show to be one: a cause, a rank, a goal, what came after, a length of time, a level.

"Vì sao ... giảm?" is not answered by a sentence that says only that it fell. Members and names are
``members.py``, money is ``money_asked.py``. It compares a question's form with one sentence; which sentence is
best is told elsewhere. The cues are data (``data/answer_forms.json``).
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from assistant.contrasts import rivals
from assistant.figure_fit import of_side_asked
from assistant.question_slots import Question
from assistant.weighing import HELD
from assistant.wording import DATA, fold, has_diacritics, holds, spread, strength

Form = Literal[
    "why",
    "members",
    "enterprises",
    "breakdown",
    "rank",
    "ordinal",
    "yes_no",
    "number",
    "how",
    "day",
    "year",
    "place",
    "named_place",
    "named_things",
    "frequency",
    "representative",
    "duty",
    "goal",
    "trend",
    "differs",
    "definition",
    "aftermath",
    "successor",
    "future",
    "signer",
    "deadline",
    "appointed",
]
"""What may be asked for: ``place`` one that can be named, ``named_place`` provinces or districts by their names,
``named_things`` projects or models by theirs, ``number`` that of a document, ``breakdown`` a sum split by year,
place or kind, ``ordinal`` which time it is, ``frequency`` how often."""

_LEVEL = re.compile(r"(?<!\w)cấp (tỉnh|huyện|xã|khu vực|vùng|quốc gia|bộ|cơ sở|trung ương)(?!\w)")
_PAPER = re.compile(r"(?<!\w)(chương trình|kế hoạch|đề án)(?= (?:khuyến công|quốc gia|địa phương)(?!\w))")
_SAME_LEVEL = {"vùng": "khu vực", "trung ương": "quốc gia"}
_AT_LEVEL = re.compile(r" ở (?:các )?vùng ")
REGIONAL = ("tỉnh", "huyện", "xã", "địa phương")  # of which a page counts those it tells of, everywhere
LASTING = frozenset({"năm", "tháng", "ngày", "tuần", "giờ", "tuổi"})
"""Units of time, in which a duration or an age is counted."""


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    table = json.loads((DATA / "answer_forms.json").read_text(encoding="utf-8"))
    return {name: tuple(cues) for name, cues in table.items() if not name.startswith("_")}


@cache
def cues_of(name: str, bare: bool = False) -> re.Pattern[str]:
    """The cues of a form, or by which a sentence has it, as whole words; ``bare`` folds them for text without marks."""
    joined = "|".join(fold(cue) if bare else cue for cue in _table()[name])
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)" if name != "listing" else rf"[,;:]|{joined}")


def asks(question: Question, form: Form) -> bool:
    """Whether a cue of the form stands in the question as typed or, of no follow-up, as it was written out."""
    asked = question.asked.lower()
    if question.language == "vi" and not has_diacritics(asked):
        return cues_of(form, True).search(fold(asked)) is not None
    written = question.text.lower() if question.language == "vi" and not question.carried else ""
    return any(cues_of(form).search(text) is not None for text in (asked, written) if text)


def asks_why(question: Question) -> bool:
    """Whether a cause is asked for."""
    opened = cues_of("why_opening", True).match(fold(question.asked.lower())) is not None
    return asks(question, "why") or (opened and question.language == "vi")


_FELL = re.compile(r"(?<!\w)(?:giảm|(?:thấp|ít|kém) hơn|cắt|bị cắt|sụt|hụt|tụt)(?!\w)")
_MONEY_FELL = re.compile(
    r"(?<!\w)(?:kinh phí|kế hoạch|ngân sách|vốn|dự toán|tiền)(?!\w)[^?]{0,80}(?<!\w)"
    r"(?:giảm|hạ(?! tầng)|(?:thấp|ít|kém) (?:hơn|đi)|cắt|sụt|hụt|tụt)(?!\w)"
)


def cause_lacking(question: Question, sentence: str) -> float:
    """1 where a cause is asked for and the sentence tells none, .5 where it tells a purpose or an effect, else 0."""
    lowered = sentence.lower()
    if not asks_why(question):
        return 0.0
    parts = sentence.lower().split(";")
    sided = [part for part in parts if of_side_asked(question, spread(part))]
    lowered = ";".join(sided or parts)  # a cause told of the national fund is none of the local one
    if _MONEY_FELL.search(question.text.lower()) and not _FELL.search(lowered):
        return 1.0  # that something is low is no cause of its having become less
    if cues_of("cause").search(lowered):
        return 0.0
    if cues_of("setback").search(question.text.lower()):
        return 1.0  # a purpose or an effect is no cause of what went wrong
    return 0.5 if cues_of("purpose").search(lowered) else 1.0


def rank_lacking(question: Question, prepared: str) -> bool:
    """Whether the first or last of several is asked for and a prepared sentence ranks nothing."""
    return asks(question, "rank") and cues_of("ranked").search(prepared) is None


def ordinal_lacking(question: Question, prepared: str) -> bool:
    """Whether it is asked which time something takes place and a prepared sentence does not count the times."""
    return asks(question, "ordinal") and cues_of("ordered").search(prepared) is None


def of_other_body(question: Question, prepared: str) -> bool:
    """Whether it is asked what one body has to do and a prepared text speaks of others alone."""
    if question.kind not in ("list", "passage") or not asks(question, "duty"):
        return False
    bodies = next(group for group in rivals() if "bộ công thương" in group)
    asked = [word for word in question.words if word in bodies]
    told = any(holds(prepared, body) for body in bodies)
    return told and any(strength(prepared, body) < HELD and not holds(prepared, body) for body in asked)


def goal_lacking(question: Question, prepared: str) -> bool:
    """Whether the aim of a programme is asked for and a prepared sentence tells of none."""
    asked = question.kind in ("list", "passage") and asks(question, "goal")
    return asked and cues_of("goal_told").search(prepared) is None


def difference_lacking(question: Question, prepared: str) -> bool:
    """Whether it is asked wherein one thing differs from another and a prepared sentence does not set them apart."""
    return asks(question, "differs") and cues_of("differs_told").search(prepared) is None


def sequel_lacking(question: Question, prepared: str) -> bool:
    """Whether it is asked what came after something, who after someone, or what is to come, and a prepared sentence
    tells of none."""
    forms: tuple[Form, ...] = ("aftermath", "successor", "future")
    return any(asks(question, form) and cues_of(f"{form}_told").search(prepared) is None for form in forms)


def tells_a_turn(text: str) -> bool:
    """Whether a text tells of a rise or a fall."""
    return cues_of("turned").search(text.lower()) is not None


def procedure_lacking(question: Question, prepared: str) -> bool:
    """Whether it is asked when something is done (approved, published) and a prepared sentence dates something else."""
    steps = _table()["procedure"]
    asked = [word for word in question.words if word in steps]
    return question.kind == "when" and any(strength(prepared, word) < HELD for word in asked)


def deadline_lacking(question: Question, sentence: str) -> bool:
    """Whether the day by which something is due is asked for and a sentence sets none."""
    return asks(question, "deadline") and cues_of("deadline_told").search(sentence.lower()) is None


def appointment_lacking(question: Question, sentence: str) -> bool:
    """Whether since when somebody holds an office is asked for and a sentence tells of no appointment."""
    return asks(question, "appointed") and cues_of("appointed_told").search(sentence.lower()) is None


def signer_lacking(question: Question, sentence: str) -> bool:
    """Whether who signed or decided is asked for and a sentence tells of nothing signed or decided."""
    return asks(question, "signer") and cues_of("signed").search(sentence.lower()) is None


def frequency_lacking(question: Question, sentence: str) -> bool:
    """Whether it is asked how often and the sentence does not say."""
    return asks(question, "frequency") and cues_of("recurring").search(sentence.lower()) is None


def asks_duration(question: Question) -> bool:
    """Whether a length of time is asked for: "trong mấy ngày"."""
    return question.kind == "figure" and question.counted.split(" ")[0] in LASTING


def levels_named(prepared: str) -> frozenset[str]:
    """The levels of government (tỉnh, khu vực, quốc gia, ...) that a prepared text names by "cấp"."""
    return frozenset(_SAME_LEVEL.get(level, level) for level in _LEVEL.findall(prepared))


def of_other_paper(question: Question, prepared: str) -> bool:
    """Whether one paper is asked of ("chương trình") and a prepared sentence tells of another ("kế hoạch")."""
    asked, told = (set(_PAPER.findall(text)) for text in (spread(question.text), prepared))
    return bool(asked and told) and not asked & told


def of_other_level(question: Question, told: str) -> bool:
    """Whether a text tells of another level ("cấp tỉnh") than the one asked for ("cấp quốc gia") and not of that."""
    asked = levels_named(_AT_LEVEL.sub(" cấp vùng ", spread(question.text)))
    if not asked:
        return False
    prepared = spread(told)
    held = levels_named(prepared)
    return bool(held) and not asked & held and not any(holds(prepared, level) for level in asked)
