"""Proper names in a name that was normalised to lower case: their capitals as the sentence prints them."""

import re

_WORDS = re.compile(r"[^\W\d_]+(?:[ \u00a0][^\W\d_]+)*")


def with_capitals(name: str, sentence: str) -> str:
    """``name`` with the capitals of the names and abbreviations of ``sentence``; not of one all in capitals.

    A name is two or more words that all begin with a capital (``Thanh Bình``), an abbreviation a word all in
    capitals (``CNNT``). A single capitalised word may only open a sentence, so it proves nothing.
    """
    if not name or sentence.isupper():
        return name
    runs: list[str] = []
    for match in _WORDS.finditer(sentence):
        run: list[str] = []
        for word in [*match[0].split(), ""]:
            if word and word[0].isupper():
                run.append(word)
                continue
            said = " ".join(run)
            if len(run) > 1 and not said.isupper():
                runs.append(said)
            runs.extend(one for one in run if len(one) > 1 and one.isupper() and (len(run) == 1 or not said.isupper()))
            run = []
    for run_words in sorted(set(runs), key=len, reverse=True):
        name = re.sub(rf"(?<!\w){re.escape(run_words.lower())}(?!\w)", run_words, name)
    return name
