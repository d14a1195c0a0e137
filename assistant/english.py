"""Which language a question is in, and an English question's terms in Vietnamese.

It knows words by tables; it translates for searching only, never for reading. A word counts in
any of its forms (project, projects; support, supported), a phrase before its words.
"""

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from assistant.english_forms import KEPT, put_forms
from assistant.records import Language
from assistant.wording import DATA, content_words
from index.diacritics import SYLLABLE

_TOKEN = re.compile(r"⟦[^⟧]*⟧|[^\W_]+(?:['’./,-][^\W_]+)*%?")
_EITHER = re.compile(r"[A-Za-z]{4,}/[A-Za-z]{4,}")  # "provinces/cities", but not QD/BCT
_NUMBER_OF_TEXT = re.compile(r"\d+/[\w/-]+")
_MARKED = re.compile(r"[ăâđêôơư]|[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_NAMED_IN_BOTH = re.compile(r"(?<!\w)(?:khuyến công|khuyen cong)(?!\w)")  # the trade's name, in English questions too
FEW_MARKED = 0.3  # the share of marked words up to which they may be names in an English question; set by hand
_LONGEST_PHRASE = 7
_ASKING = frozenset({"gì", "nào"})  # what and which stand before their noun, in Vietnamese after it


def language_of(text: str) -> Language:
    """``vi`` or ``en``, told from diacritics first and common words second; numbers of legal texts tell nothing."""
    text = _NUMBER_OF_TEXT.sub(" ", text.lower())
    plain = _NAMED_IN_BOTH.sub(" ", text)
    words = re.findall(r"[^\W\d_]+", plain)
    if _MARKED.search(text):
        marked = sum(_MARKED.search(word) is not None for word in words)
        english = len(function_words("en") & set(words))
        return "en" if english >= 4 or (english >= 2 and marked <= FEW_MARKED * len(words)) else "vi"
    english = sum(word in function_words("en") for word in words)
    vietnamese = sum(word in function_words("vi") and word not in function_words("en") for word in words)
    return "en" if english > vietnamese + (plain != text) else "vi"  # the trade's name alone is Vietnamese


@cache
def function_words(language: str) -> frozenset[str]:
    """Common words of a language by which a question typed without diacritics is told apart."""
    with (DATA / "function_words.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(
            word for row in csv.DictReader(lines) if row["language"] == language for word in row["words"].split()
        )


@cache
def _irregular() -> Mapping[str, str]:
    lines = (DATA / "english_forms.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line.strip() and not line.startswith("#"))
    return {form: base for base, *forms in rows for form in forms}


@cache
def stem(word: str) -> str:
    """What the forms of an English word have in common: projects, project; supplied, supply; chosen, choose."""
    word = re.sub(r"'s?$", "", word.lower().replace("’", "'"))
    word = _irregular().get(word, word)
    for ending, put in (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("ied", "y")):
        if len(word) > 4 and word.endswith(ending):
            return word.removesuffix(ending) + put
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) > 2 and re.search("[aeiouy]", base):
            word = base[:-1] if base[-1] == base[-2] and base[-1] not in "sl" else base
            break
    return word.replace("iz", "is").removesuffix("e")


@dataclass(frozen=True, slots=True)
class Glossary:
    """Vietnamese by English phrases, as written and by their stems; "" for a phrase that names nothing."""

    written: Mapping[tuple[str, ...], str]
    stems: Mapping[tuple[str, ...], str]

    def find(self, words: Sequence[str], at: int) -> tuple[str, int]:
        """The Vietnamese of the longest phrase that begins at a word, and how many words it has (0 for none)."""
        for size in range(min(_LONGEST_PHRASE, len(words) - at), 0, -1):
            phrase = tuple(word.lower() for word in words[at : at + size])
            if phrase in self.written:
                return self.written[phrase], size
            known = self.stems.get(tuple(map(stem, phrase)))
            if known is not None:
                return known, size
        return "", 0


@cache
def _glossary() -> Glossary:
    written: dict[tuple[str, ...], str] = {}
    stems: dict[tuple[str, ...], str] = {}
    with (DATA / "glossary_en.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for phrase in row["english"].split("|"):
                words = tuple(phrase.split())
                written.setdefault(words, row["vietnamese"])
                stems.setdefault(tuple(map(stem, words)), row["vietnamese"])
    return Glossary(written, stems)


def translate(text: str, name: Callable[[str], str] | None = None) -> tuple[str, tuple[str, ...]]:
    """An English question's terms in Vietnamese, with the content words the glossary lacks.

    ``name`` gives the Vietnamese spelling of a name in capitals ("Ngo Quang Trung"). Names and
    numbers stay; the result is for searching, not for reading.
    """
    tokens = [part for token in _TOKEN.findall(put_forms(text.replace("’", "'"))) for part in _parts(token)]
    glossary = _glossary()
    out: list[str] = []
    foreign: list[str] = []
    at = 0
    while at < len(tokens):
        known, size = glossary.find(tokens, at)
        run = [] if size else _name_at(tokens, at, glossary)
        kept = KEPT.fullmatch(tokens[at])
        asked_of = glossary.find(tokens, at + 1) if known in _ASKING and size == 1 else ("", 0)
        if asked_of[0] and at + 1 < len(tokens) and tokens[at + 1].lower() not in function_words("en"):
            out.append(f"{asked_of[0]} {known}")
            size += asked_of[1]
        elif size:
            out.append(known)
        elif kept:
            out.append(kept[1])
        elif len(run) > 1:
            out.append(name(" ".join(run)) if name is not None else " ".join(run))
        elif tokens[at].lower() not in function_words("en"):
            token = _bare(tokens[at], first=at == 0)
            out.append(token)
            foreign += [token] if re.fullmatch("[a-z]{3,}", token) else []
        at += max(size, len(run), 1)
    return " ".join(part for part in out if part), tuple(foreign)


_WORDS_BARE = re.compile(r"(?<![\w-])[a-z]{4,}(?: [a-z]{4,})*(?![\w-])")


def with_english_terms(text: str) -> str:
    """A Vietnamese question with the English terms that it drops in put in Vietnamese: "đạt revenue bao nhiêu".

    Only what is no Vietnamese syllable, stands in small letters and is wholly known is put.
    """
    return _WORDS_BARE.sub(lambda found: _terms_put(found[0]), text)


def _terms_put(run: str) -> str:
    out: list[str] = []
    for foreign, words in groupby(run.split(), key=lambda word: SYLLABLE.fullmatch(word) is None):
        said = " ".join(words)
        put, unknown = translate(said) if foreign else (said, ())
        out.append(put if put and not unknown else said)
    return " ".join(out)


def head_noun(phrase: str) -> str:
    """The Vietnamese of what an English noun phrase names, by its last term: "national projects", đề án."""
    tokens, at, last = _TOKEN.findall(phrase), 0, ""
    while at < len(tokens):
        known, size = _glossary().find(tokens, at)
        last = known or last
        at += max(size, 1)
    return next(iter(content_words(last)), "")


def _bare(token: str, first: bool) -> str:
    """A word without its possessive; the first of a question is no name for its capital."""
    token = token.removesuffix("'s")
    return token.lower() if first else token


def _parts(token: str) -> list[str]:
    """A token, cut at its hyphens where it is two English words: national-source, but not QD-BCT."""
    parts = re.split(r"[-/]", token) if _EITHER.fullmatch(token) else token.split("-")
    words = len(parts) > 1 and all(len(part) > 1 and part.isascii() and part.isalpha() for part in parts)
    return parts if words and not token.isupper() else [token]


def _name_at(tokens: Sequence[str], at: int, glossary: Glossary) -> list[str]:
    """The tokens from here that make one name in capitals."""
    run: list[str] = []
    for token in tokens[at:]:
        known = token.lower() in function_words("en") or glossary.find(tokens, at + len(run))[1]
        if known or not (token[:1].isupper() and token.isalpha()):
            break
        run.append(token)
    return run
