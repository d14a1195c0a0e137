"""Vietnamese words, sentences and parts of speech by underthesea, loaded when first asked for.

The package tries to import its translation, agent and speech parts, which bring torch and
transformers: a second and 230 MB that nothing here uses. They are left out of its import.
"""

import sys
from functools import cache, lru_cache
from types import ModuleType

_UNUSED = ("underthesea.pipeline.translate", "underthesea.agent", "underthesea.pipeline.classification")


@cache
def _library() -> ModuleType:
    left_out = [name for name in _UNUSED if name not in sys.modules]
    for name in left_out:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        import underthesea
    finally:
        for name in left_out:
            sys.modules.pop(name, None)
    return underthesea


def split_words(text: str) -> list[str]:
    """The words of a text in order, those of several syllables with spaces."""
    return list(_library().word_tokenize(text))


@lru_cache(maxsize=64)
def tag_words(text: str) -> tuple[tuple[str, str], ...]:
    """(word, part of speech) in order; N nouns, V verbs, A adjectives, M numbers, E prepositions, ..."""
    return tuple((word, tag) for word, tag in _library().pos_tag(text))


def cut_sentences(text: str) -> list[str]:
    """The sentences of a text in order, as the package cuts them."""
    return list(_library().sent_tokenize(text))
