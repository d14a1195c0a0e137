"""Sentences around figures, in administrative Vietnamese or in English.

It words what it is given; whether the sentence may be shown is decided in ``citations``.
"""

import re
from decimal import Decimal

from assistant.citations import Draft, Evidence, unsupported_numbers
from assistant.evidence import Sentence, View
from assistant.figure_clauses import clause_span
from assistant.tables import group_lines, group_name
from assistant.wording import spread
from documents.indicator_funds import labelled_fund
from documents.records import Figure, Period, Place

_SCALES = ((Decimal(10) ** 9, "tỷ đồng"), (Decimal(10) ** 6, "triệu đồng"))
_STATUS_VI = {"plan": "số kế hoạch", "estimate": "số ước thực hiện", "actual": "", "unknown": ""}
_STATUS_EN = {"plan": "planned", "estimate": "estimated", "actual": "actual", "unknown": ""}
_LASTING_UNITS = frozenset({"tỉnh", "huyện", "xã", "chương", "điều", "khoản"})
_REGIONS_EN = {
    "R1": "the North",
    "R2": "the Centre and Central Highlands",
    "R3": "the South",
    "VN": "the whole country",
}


def decimal_vi(value: Decimal) -> str:
    """A number with Vietnamese separators: 1330 as ``1.330``, 170.8 as ``170,8``."""
    plain = f"{value.normalize():,f}"
    return plain.replace(",", "\0").replace(".", ",").replace("\0", ".")


def amount_vi(value: Decimal, unit: str) -> str:
    """A value in its base unit as one would print it; money in tỷ or triệu đồng, exactly."""
    if unit == "đồng":
        for scale, name in _SCALES:
            if abs(value) >= scale:
                return f"{decimal_vi(value / scale)} {name}"
    return f"{decimal_vi(value)}%" if unit == "%" else f"{decimal_vi(value)} {unit}".strip()


def amount_en(value: Decimal, unit: str) -> str:
    """The same in English: ``VND 170.8 billion``."""
    if unit == "đồng":
        for scale, name in ((Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million")):
            if abs(value) >= scale:
                return f"VND {(value / scale).normalize():,f} {name}"
        return f"VND {value.normalize():,f}"
    return f"{value.normalize():,f}%" if unit == "%" else f"{value.normalize():,f}"


def place_vi(place: Place) -> str:
    """A place with the word an officer puts before it."""
    if place.level == "region":
        return f"khu vực {place.name}"
    return place.name


def printed(figure: Figure, view: View) -> str:
    """The quantity as printed, with the words that qualify it (gần, trên, ...)."""
    if figure.qualifier in ("exact", "range"):
        return figure.printed
    before = view.document.text[max(figure.sentence_start, figure.start - 24) : figure.start].rstrip()
    word = before.split()[-1].lower().strip("(,") if before.split() else ""
    two = " ".join(before.split()[-2:]).lower()
    for phrase in (
        "không quá",
        "ít nhất",
        "tối đa",
        "tối thiểu",
        "xấp xỉ",
        "ước chừng",
        "trên dưới",
        "không dưới",
    ):
        if two.endswith(phrase):
            return f"{phrase} {figure.printed}"
    qualifiers = ("gần", "trên", "hơn", "khoảng", "quá", "dưới", "chừng", "ngót", "đến", "tới")
    return f"{word} {figure.printed}" if word in qualifiers else figure.printed


def stated_in(figure: Figure, view: View) -> tuple[Evidence, ...]:
    """The figure's sentence or row, and the line above its table where that says the unit of a bare number."""
    own = view.evidence(figure.sentence_start, figure.sentence_end)
    apart = bool(figure.unit_words) and not figure.sentence_start <= figure.unit_at < figure.sentence_end
    line = view.sentence_at(figure.unit_at) if apart else None
    label = _fund_label(figure, view)
    named = [label] if label is not None else _group_labels(figure, view)
    rows = [line, *named] if line is not None else named
    return (own, *(view.evidence(row.start, row.end) for row in rows))


_FUNDS_EN = {
    "khuyến công quốc gia": "national industrial promotion",
    "khuyến công địa phương": "local industrial promotion",
}


def fund_of_label(figure: Figure, view: View) -> str:
    """Whose money or projects a figure is of by the label of its item alone: "khuyến công quốc gia", or ""."""
    label = _fund_label(figure, view)
    return f"khuyến công {labelled_fund(label.text, '')}" if label is not None else ""


def _fund_label(figure: Figure, view: View) -> Sentence | None:
    """The line that heads the item of a figure and says whose money it is: "1. Khuyến công quốc gia"."""
    named = [fund for fund in ("quốc gia", "địa phương") if f"khuyến công {fund}" in figure.indicator_name.lower()]
    named += ["địa phương"] if "nguồn kinh phí địa phương" in figure.indicator_name.lower() else []
    row = view.sentence_at(figure.sentence_start)
    if not named or row is None or any(fund in figure.sentence.lower() for fund in named):
        return None
    for before in reversed(view.sentences[: row.order]):
        if (fund := labelled_fund(before.text, "")) or not labelled_fund(before.text, "khác"):
            return before if fund in named else None
    return None


def _group_labels(figure: Figure, view: View) -> list[Sentence]:
    """The lines that name the groups of a figure's row, by which the figure is called too."""
    row = view.sentence_at(figure.sentence_start) if " | " in figure.sentence else None
    lines = group_lines(view, row) if row is not None else ()
    return [line for line in lines if group_name(line) in figure.indicator]


def supporting(figure: Figure, view: View) -> tuple[tuple[Evidence, ...], bool, bool]:
    """The figure's sentence, with what names its place and period where the sentence does not.

    One sentence that names both is preferred to two. The flags say whether place and period
    could be shown to stand in a source.
    """
    evidence = list(stated_in(figure, view))
    sentences = view.between(figure.sentence_start, figure.sentence_end)
    placed = figure.place is not None and any(figure.place in view.places_of(row) for row in sentences)
    dated = figure.period is not None and any(_names_period(view, row, figure.period) for row in sentences)
    before = figure.sentence_start
    if figure.place is not None and figure.period is not None and not placed and not dated:
        both = view.naming_both(figure.place, figure.period, before)
        if both is not None:
            return (*evidence, view.evidence(both.start, both.end)), True, True
    if figure.place is not None and not placed:
        naming = view.naming_place(figure.place, before)
        evidence += [view.evidence(naming.start, naming.end)] if naming is not None else []
        placed = naming is not None
        dated = dated or (
            naming is not None and figure.period is not None and _names_period(view, naming, figure.period)
        )
    if figure.period is not None and not dated:
        naming = view.naming_period(figure.period, before)
        evidence += [view.evidence(naming.start, naming.end)] if naming is not None else []
        dated = naming is not None
    return tuple(dict.fromkeys(evidence)), placed, dated


def _names_period(view: View, sentence: Sentence, period: Period) -> bool:
    return any((p.start, p.end) == (period.start, period.end) for p in view.periods_of(sentence))


def _period_label(figure: Figure, view: View, evidence: tuple[Evidence, ...]) -> str:
    """The period's label, if every number of it stands in the evidence; else ""."""
    if figure.period is None:
        return ""
    label = figure.period.label.removeprefix("trong ")
    return "" if unsupported_numbers(label, [piece.quote for piece in evidence]) else label


def subject_vi(figure: Figure) -> str:
    """The indicator as the subject of a sentence; a count is led by "số"."""
    name = " ".join(figure.indicator.split()).strip(" ,;:-–")
    if not name:
        name = figure.unit
    counted = figure.unit not in ("đồng", "%", "USD") and not name.lower().startswith(("số ", "tổng số", "tổng "))
    if counted and not name.lower().startswith(("tỷ lệ", "tỉ lệ", "mức")):
        if spread(figure.unit).strip() and not spread(name).startswith(f" {spread(figure.unit).strip()}"):
            name = f"{figure.unit} {name}" if spread(figure.unit).strip() not in spread(name) else name
        return f"Số {name[0].lower() + name[1:] if not name[:2].isupper() else name}"
    return name[0].upper() + name[1:]


_NO_SUBJECT = re.compile(
    r"(?:so với|so cùng|trên|trong|bằng|đạt|cao hơn|thấp hơn|hơn|kém|và|còn|mới|đã|được|là)(?!\w)", re.IGNORECASE
)
"""What an indicator begins with that is no subject of a sentence: "so với kế hoạch năm 2022"."""


_DEED = re.compile(r"(?<!\w)(?:thực hiện|giải ngân|đạt|chi|hỗ trợ|dành|bố trí)\W*$", re.IGNORECASE)


def _is_no_subject(figure: Figure) -> bool:
    """Whether an indicator is no subject of a sentence: it measures ("so với ..."), or says what its place did."""
    name = " ".join(figure.indicator.split())
    does = figure.place is not None and name.lower().startswith(figure.place.name.lower()) and _DEED.search(name)
    return bool(does) or _NO_SUBJECT.match(name) is not None


def state_vi(figure: Figure, view: View, speaks: bool = True, full: bool = False) -> Draft:
    """A Vietnamese sentence that states a figure: what, where, when, how much, of what standing.

    ``speaks`` says that the indicator alone tells what is counted; otherwise the clause of the
    source that does is quoted after the number, or with ``full`` its whole sentence.
    """
    evidence, placed, dated = supporting(figure, view)
    place = place_vi(figure.place) if placed and figure.place is not None else ""
    label = _period_label(figure, view, evidence) if dated else ""
    status = _STATUS_VI[figure.status]
    fund = fund_of_label(figure, view)
    if not speaks or _is_no_subject(figure):
        if view.is_legal:
            return _quoted(figure, view, stated_in(figure, view), [])
        return _quoted(figure, view, evidence, [part for part in (fund, place, label, status) if part], full)
    subject = f"{subject_vi(figure)} {fund}".strip()
    held = spread(subject)
    parts = [subject]
    if place and figure.place is not None and spread(figure.place.name).strip() not in held:
        parts.append(f"của {place}")
    if label and spread(label).strip() not in held:
        parts.append(label)
    said = ("kế hoạch" in held and figure.status == "plan") or "ước" in held
    tail = f" ({status})" if status and not said and figure.unit not in _LASTING_UNITS else ""
    return Draft(f"{' '.join(parts)} là {printed(figure, view)}{tail}.", evidence)


def _quoted(figure: Figure, view: View, evidence: tuple[Evidence, ...], frame: list[str], full: bool = False) -> Draft:
    around = f" ({', '.join(frame)})" if frame else ""
    text = f"{capital(printed(figure, view))}{around}: “{_clause(figure, full)}”."
    return Draft(text, evidence)


def _clause(figure: Figure, full: bool = False) -> str:
    left, right = (0, None) if full else clause_span(figure)
    return without_marks(" ".join(figure.sentence[left:right].split())).strip(" .,;|")


def without_marks(text: str) -> str:
    """A sentence without the bullet, number or letter that lists it."""
    return re.sub(r"^\s*(?:(?:\d{1,3}|-) \| |[-–+*•]\s*|\d{1,2}[.)]\s+|[a-zđ]\)\s+)", "", text)


def quote_draft(evidence: Evidence, language: str) -> Draft:
    """A whole sentence of a document as the answer; for an English question marked as Vietnamese words quoted."""
    text = without_marks(evidence.quote)
    return Draft(f"The source says (in Vietnamese): “{text}”" if language == "en" else text, (evidence,))


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def state_en(figure: Figure, view: View, full: bool = False) -> Draft:
    """The same in English; the quantity first as printed, then its English reading."""
    evidence, placed, dated = supporting(figure, view)
    amount = amount_en(figure.value, figure.unit)
    where = ""
    if placed and figure.place is not None:
        where = f" for {_REGIONS_EN.get(figure.place.code, figure.place.name)}"
    label = _period_label(figure, view, evidence) if dated else ""
    when = f", {period_en(figure.period)}" if label and figure.period is not None else ""
    status = _STATUS_EN[figure.status]
    where += f" ({_FUNDS_EN[fund]})" if (fund := fund_of_label(figure, view)) else ""
    reading = f" ({amount})" if figure.unit in ("đồng",) else ""
    standing = f" This is the {status} figure." if status in ("planned", "estimated") else ""
    bare = spread(figure.indicator).strip() in ("", spread(figure.unit).strip())
    said = (
        _clause(figure, full) if view.is_legal or bare or full else figure.indicator.strip()
    )  # a law's sentence caps several things
    text = f"{printed(figure, view)}{reading}{where}{when}: “{said}”.{standing}"
    return Draft(text, evidence, sight=((amount, figure.text),) if reading else ())


def period_en(period: Period) -> str:
    """A period in English, with no number that its label does not hold."""
    year = period.start[:4]
    if period.start[5:] == "01-01" and period.end == f"{year}-12-31":
        return year
    if period.start[5:] == "01-01" and period.end[5:] == "12-31":
        ends = f"{year}-{period.end[:4]}"
        return ends if ends in period.label.replace(" ", "").replace("–", "-") else f"“{period.label}”"
    return f"“{period.label}”"
