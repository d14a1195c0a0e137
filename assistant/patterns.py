"""Patterns made of words that tables and questions name, each compiled once: ``re`` keeps too few of them."""

import re
from functools import lru_cache

MOST = 4096


@lru_cache(MOST)
def whole(word: str) -> re.Pattern[str]:
    """A word or phrase, taken as it is, that no letter or digit touches."""
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")


@lru_cache(MOST)
def opening(word: str) -> re.Pattern[str]:
    """A word or phrase, taken as it is, for ``match``: no letter or digit follows it."""
    return re.compile(rf"{re.escape(word)}(?!\w)")


@lru_cache(MOST)
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Any other pattern, compiled once."""
    return re.compile(pattern, flags)
