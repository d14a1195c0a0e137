"""Greetings and thanks: told apart from questions, and what is said to them.

It does not know the documents: what it says claims nothing and needs no source.
"""

import re
from functools import cache

from assistant.records import Language
from assistant.wording import DATA, fold


@cache
def _small_talk() -> frozenset[str]:
    lines = (DATA / "small_talk.csv").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def is_small_talk(question: str) -> bool:
    """Whether a message greets or thanks and asks nothing of the documents."""
    return " ".join(re.findall(r"\w+", fold(question))) in _small_talk()


_GREETING = {
    "vi": "Xin chào. Trợ lý trả lời câu hỏi về khuyến công dựa trên các tài liệu đã nạp và dẫn nguồn cho từng ý; "
    "xin nêu câu hỏi, ví dụ về kinh phí, đề án hoặc quy định của nghị định.",
    "en": "Hello. Ask about industrial promotion; every sentence of an answer is cited from the documents at hand.",
}


def greeting(language: Language) -> str:
    """What is said to a greeting: what the assistant does; it claims nothing and needs no source."""
    return _GREETING[language]
