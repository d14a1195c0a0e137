"""What a question wants done with several figures: difference, ratio, sum, share, average and the like.

The cues are data (``data/operations.json``); which figures are meant is not read here.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, get_args

from assistant.question_cues import cue_stands, prepare
from assistant.question_slots import Question
from assistant.wording import DATA, fold, has_diacritics

Operation = Literal[
    "difference",
    "remaining",
    "ratio",
    "sum",
    "total",
    "share",
    "points",
    "growth",
    "larger",
    "average",
    "each",
    "compare",
]
STORY = 16  # words before the core of a question from which they are a story
COMPUTED: frozenset[Operation] = frozenset({"difference", "remaining", "ratio", "sum", "share", "points", "average"})


@cache
def _cues(bare: bool) -> Mapping[Operation, tuple[str, ...]]:
    """The cues of each operation; ``bare`` folds them and leaves out those that other words then look like."""
    table = json.loads((DATA / "operations.json").read_text(encoding="utf-8"))
    left_out = table["_accented_only"] if bare else []
    spelled = {name: [cue for cue in table[name] if cue not in left_out] for name in get_args(Operation)}
    return {name: tuple(fold(cue) if bare else cue for cue in cues) for name, cues in spelled.items()}


@cache
def _operation_words() -> re.Pattern[str]:
    lines = (DATA / "operation_words.txt").read_text(encoding="utf-8").splitlines()
    words = sorted((line.strip() for line in lines if line.strip() and not line.startswith("#")), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)


def tells_a_story(question: Question) -> bool:
    """Whether what is asked stands behind a story, which asks nothing itself."""
    story = question.whole.removesuffix(question.text)
    told = len(story.split()) >= STORY or story.rstrip().lower().endswith("vậy")
    return question.language == "vi" and not question.carried and story != question.whole and told


def operations(question: Question) -> frozenset[Operation]:
    """The operations that the cues of a question ask for; empty for a plain question."""
    if tells_a_story(question):
        return _found([(prepare(question.text, False), False)])  # the story before it asks nothing
    typed_bare = question.language == "vi" and not has_diacritics(question.asked)
    texts = [(prepare(question.asked, typed_bare), typed_bare)]
    texts += [] if typed_bare else [(prepare(question.whole, False), False)]
    return _found(texts)


def _found(texts: Sequence[tuple[str, bool]]) -> frozenset[Operation]:
    return frozenset(
        name for text, bare in texts for name, cues in _cues(bare).items() if any(cue_stands(cue, text) for cue in cues)
    )


_BARE_AMOUNT = re.compile(
    r"(?<!\w)(?:tang|giam|hon|kem|chenh|thieu|gap)(?: len| di| them| nhau)? (?:may|bao nhieu)"
    r"(?: (?:ty|ti|trieu|lan|dong|phan tram|tien))?(?!\w)"
)


_RATIO = re.compile(r"gấp (?:mấy|bao nhiêu) lần")


def spelled_out(question: Question) -> str:
    """The whole question; typed without diacritics, "tang may ty" is read for what it asks, whatever was restored."""
    if question.language != "vi" or has_diacritics(question.asked):
        return question.whole
    text = question.whole
    for match in reversed(list(_BARE_AMOUNT.finditer(fold(text)))):
        if _RATIO.fullmatch(text[match.start() : match.end()]):
            continue  # restored as it was meant
        text = f"{text[: match.start()]}chênh bao nhiêu{text[match.end() :]}"
    return text


def without_operations(text: str) -> str:
    """A text without the words that say what to do with the figures it names."""
    hidden = text.replace("sạch hơn", "sạch_hơn")
    return " ".join(_operation_words().sub(" ", hidden).replace("sạch_hơn", "sạch hơn").split())
