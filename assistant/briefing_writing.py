"""Setting chosen sentences as those of a note: joints, paragraphs, items, citations, remarks.

Every text it sets is checked against the quotes it cites; where a joint brings in a number that
they do not carry, the sentence stands as printed.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.briefing_figures import remarks
from assistant.briefing_joins import Setting, completed_dates, has_lead_in, is_deictic, join
from assistant.briefing_records import NoteSentence
from assistant.briefing_scope import Candidate, DocumentScope
from assistant.briefing_sections import opens_item
from assistant.briefing_selection import LEFT_OUT_SHOWN, Choice, follows
from assistant.briefing_sources import SourceList, numbers_missing, whole_evidence
from assistant.citations import Evidence
from assistant.evidence import Sentence, View
from assistant.note_blocks import print_date
from assistant.wording import stop_words
from documents.places import place_table
from documents.records import Place

# First words of a sentence that are never part of a name.
TIMES = frozenset({"sáng", "chiều", "tối", "ngày", "giai", "nhờ", "thông", "để"})
LEGAL_LEAD = "Căn cứ pháp lý là "


class Writer:
    """Writes sentences into one note; its sources number the citations as they come."""

    def __init__(self, sources: SourceList) -> None:
        self.sources = sources

    def legal(self, view: View, sentence: Sentence, place: int, alone: bool) -> NoteSentence:
        """A sentence of the legal basis; the first opens the paragraph with its lead.

        ``alone``, in a note on the law only, clauses and points stand as items.
        """
        evidence = whole_evidence(view, sentence.start, sentence.end)
        number = self.sources.cite(evidence)
        text = join(evidence.quote, Setting(), [evidence.quote])
        lead = LEGAL_LEAD if place == 0 and text.startswith(("Nghị định", "Thông tư", "Quyết định", "Luật")) else ""
        item = opens_item(evidence.quote) and alone
        return NoteSentence(f"legal-{place + 1}", f"{lead}{text}", (number,), opens=place == 0 or item, item=item)

    def section(self, id: str, choices: Sequence[Choice], attribute: bool = False) -> tuple[NoteSentence, ...]:
        """The sentences of a section in order; the left out ones stand among them, not kept.

        ``attribute`` names the publisher where the section passes from one document to another.
        """
        documents = {choice.candidate.view.document.id for choice in choices if not choice.reason}
        kept = [(place, choice) for place, choice in enumerate(choices, 1) if not choice.reason]
        after = {place: following for (place, _), (_, following) in pairwise(kept)}
        named: set[str] = set()
        before: Choice | None = None
        left_out = 0
        written = []
        for place, choice in enumerate(choices, 1):
            if choice.reason:
                left_out += 1
                if left_out <= LEFT_OUT_SHOWN:
                    written.append(self._sentence(f"{id}-{place}", choice, None, None, False))
                continue
            document = choice.candidate.view.document.id
            attributed = attribute and len(documents) > 1 and document not in named
            named.add(document)
            written.append(self._sentence(f"{id}-{place}", choice, before, after.get(place), attributed))
            before = choice
        return tuple(written)

    def _sentence(
        self, id: str, choice: Choice, before: Choice | None, after: Choice | None, attributed: bool
    ) -> NoteSentence:
        candidate = choice.candidate
        view, sentence = candidate.view, candidate.sentence
        evidence = whole_evidence(view, sentence.start, sentence.end)
        number = self.sources.cite(evidence, not choice.reason)
        following = follows(choice, before)
        item = _is_item(choice)
        setting = Setting("", following, item, _opens_list(choice, after))
        text, numbers, quotes = self._joined(choice, setting, evidence, number)
        known = completed_dates(text, quotes)
        if attributed and not item:
            lead, dates = attribution(view, text)
            known += dates
            text = f"{lead}{_lower_first(text, view)}" if lead else text
        same_paragraph = before is not None and _paragraph(before) == _paragraph(choice)
        figures = tuple(figure.id for figure in candidate.figures)
        notes = tuple(dict.fromkeys(remark for figure in candidate.figures for remark in remarks(figure)))
        return NoteSentence(
            id,
            text,
            numbers,
            figures,
            kept=not choice.reason,
            opens=not (following or same_paragraph),
            item=item,
            unsupported=numbers_missing(text, quotes, (), known),
            remarks=notes,
            reason=choice.reason,
        )

    def _joined(
        self, choice: Choice, setting: Setting, evidence: Evidence, number: int
    ) -> tuple[str, tuple[int, ...], list[str]]:
        """The joined text with its citations and quotes; a year or province put in is cited where it is named."""
        candidate = choice.candidate
        quotes, numbers = [evidence.quote], [number]
        text = join(evidence.quote, setting, quotes)
        dated = _naming_year(candidate)
        if dated is not None:
            told = join(evidence.quote, replace(setting, year=_year(candidate.scope)), [*quotes, dated.quote])
            if told != text:
                text, setting = told, replace(setting, year=_year(candidate.scope))
                quotes.append(dated.quote)
                numbers.append(self.sources.cite(dated, not choice.reason))
        named = _naming_province(choice)
        province = _province(candidate.place)
        if named is not None and province is not None:
            told = join(evidence.quote, replace(setting, province=province.name), quotes)
            if told != text:
                text = told
                quotes.append(named.quote)
                numbers.append(self.sources.cite(named, not choice.reason))
        return text, tuple(dict.fromkeys(numbers)), quotes


def attribution(view: View, text: str) -> tuple[str, list[str]]:
    """("Theo Báo X (20/5/2024), ", ["20/5/2024"]), or nothing where the sentence names its source itself."""
    who = view.source.publisher or (f"bài “{view.source.title}”" if view.source.title else "")
    named = re.search(r"\b(?:Theo|theo (?:ông|bà|báo cáo)|cho biết|cho hay|cho rằng|nhấn mạnh|phát biểu)\b", text[:160])
    if not who or named:
        return "", []
    date = print_date(view.source.date)
    return f"Theo {who}{f' ({date})' if date else ''}, ", [date] if date else []


def _lower_first(text: str, view: View) -> str:
    """The text with a small first letter, where the document itself writes its first word small elsewhere."""
    words = text.split()
    opening = " ".join(words[:2])
    small = opening[:1].lower() + opening[1:]
    if small in view.document.text or has_lead_in(text) or words[0].lower() in (stop_words() | TIMES):
        return text[:1].lower() + text[1:]
    return text


def _year(scope: DocumentScope) -> str:
    """The year in force where a document is of one year; "" otherwise."""
    return str(next(iter(scope.years))) if len(scope.years) == 1 else ""


def _naming_year(candidate: Candidate) -> Evidence | None:
    """The span that names the document's one year: the sentence itself, or the nearest before it that does."""
    year, view, sentence = _year(candidate.scope), candidate.view, candidate.sentence
    if not year or not is_deictic(sentence.text):
        return None
    if year in sentence.text:
        return whole_evidence(view, sentence.start, sentence.end)
    for other in reversed(view.sentences[: sentence.order]):
        if year in other.text:
            return whole_evidence(view, other.start, other.end)
    return None


def _naming_province(choice: Choice) -> Evidence | None:
    """The span that names the province a sentence only calls "tỉnh"; None where the reader knows it anyway."""
    candidate = choice.candidate
    view, place = candidate.view, _province(candidate.place)
    if place is None or place.level != "province" or place in (candidate.asked, candidate.scope.place):
        return None
    if place in view.places_of(candidate.sentence):
        return None
    naming = view.naming_place(place, candidate.sentence.start)
    return None if naming is None else whole_evidence(view, naming.start, naming.end)


def _province(place: Place | None) -> Place | None:
    return None if place is None else place_table().province_of(place)


def _opens_list(choice: Choice, after: Choice | None) -> bool:
    """Whether the line after a sentence that ends with a colon comes after it in the note too."""
    if after is None or not choice.candidate.sentence.text.rstrip().endswith(":"):
        return False
    one, other = choice.candidate, after.candidate
    return one.view.document.id == other.view.document.id and other.sentence.order == one.sentence.order + 1


def _paragraph(choice: Choice) -> tuple[str, int | None]:
    return (choice.candidate.view.document.id, choice.candidate.sentence.section)


def _is_item(choice: Choice) -> bool:
    """Whether the sentence stands in a list of its document: it, or the first one of its paragraph, opens an item."""
    sentence, view = choice.candidate.sentence, choice.candidate.view
    if choice.key not in ("limits", "measures", "proposals", "results"):
        return False
    order = sentence.order
    while order > 0 and view.sentences[order - 1].section == sentence.section:
        order -= 1
    return opens_item(view.sentences[order].text)
