"""Typing errors mended in a question that carries its diacritics: khuyên công, hổ trợ, bao nhêu.

A word is changed only for one that the passages or the word lists really hold beside its
neighbour, while what was typed never stands there. It knows no meaning; names and numbers stay.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

from index.sounds import sound_of
from index.tokens import fold, normalise, one_spelling

_WORD = re.compile(r"[^\W_]+(?:[.,/][^\W_]+)*")
SAME_LETTERS, ALIKE, ONE_LETTER = 1.0, 0.9, 0.6
"""How much a pair counts when the mended word differs in its marks alone, sounds alike, or differs in one letter."""
KNOWN_FROM, UNKNOWN_FROM = 2.0, 0.5
"""What the neighbours of a word put for a known, and for an unknown one must count together."""
NUMBER_WORDS = frozenset(re.findall(r"\w+", "hai ba bốn sáu bảy tám chín mười mươi trăm nghìn ngàn triệu tỷ"))
"""After a number a known word is what is counted ("mười đồng"), whatever stands often beside the next word."""
SHORT = 3  # letters up to which a neighbour must bear out what telex keys would spell: "of" is no "ò"
PASSES = 2
GLUED = 5  # letters from which an unknown word may be two
OFTEN, OFTEN_FOR_UNWRITTEN = 6.0, 2.05
"""Passages that must hold a pair before one neighbour alone is believed, of a word that passages hold or do not."""


_LETTER_KEYS = (
    ("uow", "ươ"),
    ("aa", "â"),
    ("ee", "ê"),
    ("oo", "ô"),
    ("aw", "ă"),
    ("ow", "ơ"),
    ("uw", "ư"),
    ("dd", "đ"),
)
_VOWEL = re.compile(r"[aeiouy]")
_TONE_KEYS = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}


@cache
def kept_words() -> frozenset[str]:
    """Everyday syllables that are never taken for a typing error of another word."""
    lines = (Path(__file__).parent / "data" / "kept_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(one_spelling(normalise(line)) for line in lines if line.strip() and not line.startswith("#"))


class Speller:
    """Mends typing errors; ``known`` are all accented syllables, ``pair_count`` counts neighbours.

    ``written`` are the syllables that the passages themselves hold (all that are known, if it is not given).
    """

    def __init__(
        self, known: Iterable[str], pair_count: Callable[[str, str], float], written: Iterable[str] | None = None
    ) -> None:
        self._known = set(known)
        self._written = self._known if written is None else set(written)
        self._pair_count = pair_count
        self._by_letters: dict[str, list[str]] = {}
        self._by_sound: dict[str, list[str]] = {}
        for syllable in sorted(self._known):
            self._by_letters.setdefault(fold(syllable), []).append(syllable)
            self._by_sound.setdefault(sound_of(syllable), []).append(syllable)
        self._lacking: dict[str, list[str]] = {}
        for spelled in self._by_letters:
            for shorter in _with_one_left_out(spelled):
                self._lacking.setdefault(shorter, []).append(spelled)

    def mend(self, text: str) -> str:
        """The text with its typing errors mended, capitals kept; unchanged where nothing is surely wrong."""
        matches = list(_WORD.finditer(text))
        words = [one_spelling(normalise(match[0])) for match in matches]
        cut = self._cut_glued(text, matches, words)
        if cut != text:
            return self.mend(cut)
        for _ in range(PASSES):  # a word mended may bear out the one before it
            for at in range(len(words)):
                if words[at].isalpha():
                    words[at] = self._mended(words, at, matches[at][0])
        out, end = [], 0
        for match, word in zip(matches, words, strict=True):
            typed = one_spelling(normalise(match[0]))
            out += [text[end : match.start()], match[0] if word == typed else _like(match[0], word)]
            end = match.end()
        return "".join([*out, text[end:]])

    def _cut_glued(self, text: str, matches: Sequence[re.Match[str]], words: Sequence[str]) -> str:
        """The text with two syllables that were typed as one set apart: "trìnhdiễn", "khuyếncông"."""
        for match, word in reversed(list(zip(matches, words, strict=True))):
            if word in self._known or not word.isalpha() or len(word) < GLUED or word.isascii():
                continue
            cuts = [at for at in range(2, len(word) - 1) if self._pair_count(word[:at], word[at:]) > 0]
            if len(cuts) == 1 and len(match[0]) == len(word):
                at = match.start() + cuts[0]
                text = f"{text[:at]} {text[at:]}"
        return text

    def _mended(self, words: list[str], at: int, typed: str) -> str:
        word = words[at]
        known = word in self._known
        if typed.isupper() or word in kept_words() or self._support(words, at, word) > 0:
            return word
        if known and typed[:1].isupper():
            return self._name_remarked(words, at)
        if known and at and (words[at - 1][0].isdigit() or words[at - 1] in NUMBER_WORDS):
            return word
        foreign = at > 0 and typed[:1].isupper() and typed.isascii()
        typed_keys = None if foreign else self._of_keys(word)
        sure = not known and len(word) > SHORT
        if typed_keys is not None and (sure or self._support(words, at, typed_keys) > 0):
            return typed_keys
        horned = _horned(word)
        if not known and horned != word and (horned in self._written or self._support(words, at, horned) > 0):
            return horned
        same = [other for other in self._by_letters.get(fold(word), []) if other != word]
        hooked = [other for other in same if _swaps_hook(word, other)]
        if known and word not in self._written:
            borne_out = self._best(words, at, [(other, SAME_LETTERS) for other in hooked], word, UNKNOWN_FROM)
            if borne_out != word:
                return borne_out
        alike = self._alike(word)
        if known and word not in self._written and len(word) > SHORT:
            meant = [other for other in hooked if other in self._written]
            if len(meant) == 1:
                return meant[0]
        confused = [*self._swapped(word), *self._heard(word)]
        swapped = [(other, SAME_LETTERS) for other in confused if self._often(words, at, other)]
        if known and swapped:
            return self._best(words, at, swapped, word, OFTEN)
        if known:
            fitting = [other for other in (*same, *alike) if self._fits(words, at, other)]
            return self._best(words, at, [(other, SAME_LETTERS) for other in fitting], word, KNOWN_FROM)
        if word[-1:] == word[-2:-1] and word[:-1] in self._known and not same:
            return self._mended([*words[:at], word[:-1], *words[at + 1 :]], at, typed)
        marked = self._best(words, at, [(other, SAME_LETTERS) for other in same], word, UNKNOWN_FROM)
        if marked != word or (same and word.isascii()):
            return marked
        toned = hooked or [other for other in same if other in self._written and _toneless(other) == word]
        if len(toned) == 1:
            return toned[0]
        heard = self._best(words, at, [(other, ALIKE) for other in alike], word, UNKNOWN_FROM)
        if heard != word:
            return heard
        near = [(other, ONE_LETTER) for other in self._near(word)]
        near = near if _VOWEL.search(fold(word)) else []  # "dc", "sx" are shorthand, no syllables
        return self._remarked(word) or self._best(words, at, near, word, KNOWN_FROM if foreign else UNKNOWN_FROM)

    def _best(self, words: list[str], at: int, choices: Sequence[tuple[str, float]], word: str, least: float) -> str:
        """The choice that its neighbours support best; the word as typed where none reaches ``least``."""
        scored = [(self._support(words, at, other) * worth, other) for other, worth in choices]
        best = max(scored, default=(0.0, word))
        return best[1] if best[0] >= least else word

    def _remarked(self, word: str) -> str | None:
        """The one known syllable of the same letters and tone as a mistyped one: "uớc" for "ước", "đuợc" for "được"."""
        tone = _tone(word)
        same = [other for other in self._by_letters.get(fold(word), []) if _tone(other) == tone] if tone else []
        return same[0] if len(same) == 1 else None

    def _of_keys(self, word: str) -> str | None:
        """The known syllable that telex keys left undone spell ("khuyeens", "nawm"); None when they spell none."""
        if not word.isascii() or not re.search(r"aa|ee|oo|dd|[aou]w|[aeiouy]\w*[sfrxj]$", word):
            return None
        key = re.search(r"[sfrxj]$|(?<=[aeiouyw])[sfrxj](?=[bcdghmnpt]{1,2}$)", word)
        tone = _TONE_KEYS[key.group()] if key else ""
        letters = word[: key.start()] + word[key.end() :] if key else word
        for keys, letter in _LETTER_KEYS:
            letters = letters.replace(keys, letter)
        for syllable in self._by_letters.get(fold(letters), []):
            bare = unicodedata.normalize("NFD", syllable)
            if (
                _tone(syllable) == tone
                and unicodedata.normalize("NFC", bare.replace(tone, "") if tone else bare) == letters
            ):
                return syllable
        return None

    def _name_remarked(self, words: list[str], at: int) -> str:
        """A part of a name with other marks where both neighbours, or the last one before, know it so."""
        same = [other for other in self._by_letters.get(fold(words[at]), []) if other != words[at]]
        before = [other for other in same if at >= 2 and self._pair_count(words[at - 1], other) > 0]
        return before[0] if len(before) == 1 and self._pair_count(words[at - 2], words[at - 1]) > 0 else words[at]

    def _support(self, words: list[str], at: int, word: str) -> float:
        before = self._pair_count(words[at - 1], word) if at else 0.0
        after = self._pair_count(word, words[at + 1]) if at + 1 < len(words) else 0.0
        return before + after

    def _fits(self, words: list[str], at: int, word: str) -> bool:
        """Whether both neighbours, or one of them often, stand beside a word put for a known one."""
        before = self._pair_count(words[at - 1], word) if at else None
        after = self._pair_count(word, words[at + 1]) if at + 1 < len(words) else None
        sides = [count for count in (before, after) if count is not None]
        often = OFTEN if words[at] in self._written else OFTEN_FOR_UNWRITTEN
        return bool(sides) and (min(sides) > 0 or max(sides) >= often)

    def _alike(self, word: str) -> list[str]:
        """Other syllables that sound like one that no passage holds."""
        return [] if word in self._written else self._heard(word)

    def _heard(self, word: str) -> list[str]:
        """Other syllables that sound like one, spelled with other letters."""
        if len(word) == 1:
            return []
        letters = fold(word)
        return [other for other in self._by_sound.get(sound_of(word), []) if fold(other) != letters]

    def _often(self, words: list[str], at: int, word: str) -> bool:
        """Whether a word often follows the one before it."""
        return at > 0 and self._pair_count(words[at - 1], word) >= OFTEN

    def _swapped(self, word: str) -> list[str]:
        """Syllables of the passages with two neighbouring letters of a word the other way round: "gia" for "gai"."""
        turned = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
        return sorted((turned & self._written) - {word})

    def _near(self, word: str) -> list[str]:
        """The syllables at one edit from a word, shorter ones first: two such share what one letter less leaves."""
        letters = fold(word)
        among = {spelled for shorter in _with_one_left_out(letters) for spelled in self._lacking.get(shorter, ())}
        near = sorted((spelled for spelled in among if one_edit(letters, spelled)), key=lambda one: (len(one), one))
        return [syllable for spelled in near for syllable in self._by_letters[spelled]]


def _with_one_left_out(letters: str) -> set[str]:
    """A word as it is, and without each of its letters."""
    return {letters, *(letters[:at] + letters[at + 1 :] for at in range(len(letters)))}


def _tone(word: str) -> str:
    """The tone mark of a syllable, decomposed; "" for the level tone. One typed twice counts once: "huỵện"."""
    marks = dict.fromkeys(mark for mark in unicodedata.normalize("NFD", word) if mark in _TONE_KEYS.values())
    return "".join(marks)


_HORNS = re.compile("([uư])([\u0300\u0301\u0303\u0309\u0323]?)([oơ])([\u0300\u0301\u0303\u0309\u0323]?)(?=[a-zđ])")


def _horned(word: str) -> str:
    """A syllable with its "ươ" put right: one of the horns left off, or the tone put on the other letter ("ngừoi")."""
    parts = unicodedata.normalize("NFD", word).replace("u\u031b", "ư").replace("o\u031b", "ơ")
    found = _HORNS.search(parts)
    if found is None or (found[1], found[3]) == ("u", "o"):
        return word
    put = f"{parts[: found.start()]}ươ{found[2] or found[4]}{parts[found.end() :]}"
    return unicodedata.normalize("NFC", put)


def _toneless(word: str) -> str:
    """A syllable without its tone mark, its letters as they are: "đươc" of "được"."""
    marks = _TONE_KEYS.values()
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", word) if c not in marks))


def _swaps_hook(one: str, other: str) -> bool:
    """Whether two syllables differ in that one has the tone hỏi and the other ngã, which are often confused."""
    return {_tone(one), _tone(other)} == {_TONE_KEYS["r"], _TONE_KEYS["x"]} and _toneless(one) == _toneless(other)


def one_edit(one: str, other: str) -> bool:
    """Whether two words differ by at most one letter put in, left out, changed, or two swapped."""
    if one == other:
        return True
    if len(one) > len(other):
        one, other = other, one
    head = 0
    while head < len(one) and one[head] == other[head]:
        head += 1
    if len(one) == len(other):
        swapped = one[head : head + 2] == other[head : head + 2][::-1] and one[head + 2 :] == other[head + 2 :]
        return one[head + 1 :] == other[head + 1 :] or swapped
    return len(other) - len(one) == 1 and one[head:] == other[head + 1 :]


def _like(typed: str, word: str) -> str:
    return word[:1].upper() + word[1:] if typed[:1].isupper() else word
