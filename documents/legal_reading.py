"""A legal text before it is a tree: its lines, what they may be, and which headings are its own.

It brings together what ``legal_lines``, ``legal_quotes`` and ``legal_sequence`` know of one text.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents.legal_candidates import Candidate, as_annex, as_article, as_division, heading_likeness, is_tail
from documents.legal_lines import Line, read_lines
from documents.legal_quotes import Quote, quotes_of
from documents.legal_sequence import Numbered, article_key, best_runs
from documents.records import Block

TOC_RUN = 4  # headings one under the other, from which on they may be a table of contents


@dataclass(frozen=True)
class Reading:
    """The text's lines, what they may be, and the lines that quote."""

    lines: list[Line]
    articles: list[Candidate]
    divisions: list[Candidate]
    annexes: list[Candidate]
    tails: list[int]
    quotes: list[Quote]
    starts: frozenset[int] = frozenset()  # lines that may begin an article or a division

    def quoted_at(self, line: int) -> bool:
        at = bisect_right(self.quotes, line, key=lambda quote: quote.first) - 1
        return at >= 0 and line <= self.quotes[at].last


def read_candidates(text: str, blocks: Sequence[Block]) -> Reading:
    lines = read_lines(text, blocks)
    articles = [found for at, line in enumerate(lines) if (found := as_article(at, line))]
    bare = Reading(lines, articles, [], [], [], quotes_of(lines, articles))
    indices = [at for at in range(len(lines)) if not bare.quoted_at(at)]
    divisions = [found for at in indices if (found := as_division(at, lines[at]))]
    return replace(
        bare,
        divisions=divisions,
        starts=frozenset(found.line for found in (*articles, *divisions)),
        annexes=[found for at in indices if (found := as_annex(at, lines))],
        tails=[at for at in indices if is_tail(lines[at].text)],
    )


def choose_headings(reading: Reading) -> list[list[Numbered]]:
    own = [
        candidate for candidate in reading.articles if not candidate.offset and not reading.quoted_at(candidate.line)
    ]
    contents = _contents(own, reading)
    items = [
        Numbered(found.line, article_key(found.number), heading_likeness(found, reading.lines))
        for found in own
        if found.line not in contents
    ]
    heads = [found.line for found in reading.annexes if found.mark != "Mẫu số"]
    forms = [found.line for found in reading.annexes if found.mark == "Mẫu số"]
    runs = best_runs(items, heads, sorted([*reading.tails, *forms]))
    runs = [run for at, run in enumerate(runs) if at == 0 or run[0].key == (1, 0)]
    if len(runs) > 1 and _told_twice(runs[0], runs[1], heads, reading):
        return runs[1:]
    return runs


def _told_twice(one: list[Numbered], two: list[Numbered], heads: list[int], reading: Reading) -> bool:
    """Whether the first run is only a summary of the second: the same numbers, no annex between."""
    parted = [at for at in (*heads, *reading.tails) if one[-1].line < at <= two[0].line]
    common = {item.key for item in one} & {item.key for item in two}
    shorter = two[0].line - one[0].line < len(reading.lines) - two[0].line
    return not parted and shorter and len(common) >= 0.8 * max(len(one), len(two))


def _contents(articles: list[Candidate], reading: Reading) -> set[int]:
    """Lines of a table of contents: headings one under the other that all come again below."""
    headings = {found.line for found in reading.divisions} | {found.line for found in reading.annexes}
    last = {candidate.number: at for at, candidate in enumerate(articles)}
    found: set[int] = set()
    run: list[int] = []
    for at, candidate in enumerate(articles):
        run.append(at)
        following = articles[at + 1] if at + 1 < len(articles) else None
        rising = following is not None and article_key(following.number) > article_key(candidate.number)
        if following is not None and rising and _no_body(candidate.line, following.line, headings, reading):
            continue
        repeated = sum(last[articles[one].number] > at for one in run)
        if len(run) >= TOC_RUN and repeated >= 0.8 * len(run):
            found |= {articles[one].line for one in run}
        run = []
    return found


def _no_body(first: int, following: int, headings: set[int], reading: Reading) -> bool:
    """Whether only headings, or the rest of a wrapped title, stand between two headings."""
    between = [reading.lines[at].text for at in range(first + 1, min(following, first + 8)) if at not in headings]
    between = [text for text in between if not text.isupper()]
    wrapped = all(text[0].islower() and text[-1] not in ".;:" for text in between)
    return following - first <= 8 and len(between) <= 1 and wrapped
