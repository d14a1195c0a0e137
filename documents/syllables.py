"""Whether a word could be a Vietnamese syllable, by its spelling alone.

It knows how syllables are built (onset, rhyme, tone) and no vocabulary: it is the measure by
which a guess at an encoding is judged.
"""

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RHYMES = (
    "a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in "
    "inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen "
    "oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơng ơp ơt u ua uân uâng uât "
    "uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt "
    "uyu uyp ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu yt ym yn "
    "ynh uêu uao uau uai uay uan uang uanh uat uac uach uăn uăng uăc uăt uen ue ueo uet uit ôông"
)
# Signs of Latin-1 count as letters here: in old fonts they are letters of words.
_WORD = re.compile("(?:[^\\W\\d_]|[\u00a1-\u00bf\u00d7\u00f7\u2212])+")


@cache
def _syllables() -> frozenset[str]:
    rhymes = _RHYMES.split()
    spelled = set(rhymes)
    for onset in _ONSETS.split():
        spelled.update(onset + rhyme for rhyme in rhymes)
    spelled.update({"gi", "gin", "gim", "giêng", "giêt", "giêc", "quy", "quyêt", "quyên"})
    return frozenset(spelled)


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Whether the word is spelled as one Vietnamese syllable: known parts, one tone mark, even case."""
    if not (word.islower() or word.isupper() or (word[0].isupper() and word[1:].islower())):
        return False
    parts = unicodedata.normalize("NFD", word.lower())
    tones = sum(letter in _TONES for letter in parts)
    bare = unicodedata.normalize("NFC", "".join(letter for letter in parts if letter not in _TONES))
    return tones <= 1 and bare in _syllables()


def count_marked(text: str) -> Counter[str]:
    """How often each word occurs that holds a letter outside ASCII: what a wrong encoding spoils."""
    words = Counter(_WORD.findall(unicodedata.normalize("NFC", text)))
    return Counter({word: count for word, count in words.items() if not word.isascii() and any(map(str.isalpha, word))})


def vietnamese_share(text: str) -> tuple[float, int]:
    """The share (0 to 1) of marked words that are syllables, and how many words were judged."""
    words = count_marked(text)
    total = words.total()
    good = sum(count for word, count in words.items() if is_syllable(word))
    return (good / total if total else 0.0), total
