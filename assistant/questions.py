"""What a question asks: its language, kind, places, periods, unit, references and content words.

It reads the question only; whether the documents hold an answer is not its business.
"""

import csv
import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.records import BadQuestion, Language, QuestionKind, Talk
from assistant.wording import DATA, content_words, fold, has_diacritics, holds, light_words, spread
from documents.legal_references import LegalReference, read_references
from documents.periods import read_periods
from documents.places import find_places, place_table
from documents.quantities import read_quantities
from documents.records import Period, Place, Quantity, Status
from index.tokens import spell_out

MAX_QUESTION_CHARS = 2_000

_FOLLOW_UP = re.compile(
    r"^\s*(?:trong đó|trong số đó|trong số này|riêng|và|còn|thế còn|thế|vậy còn|vậy|rồi|con|the con|the|vay|"
    r"and|what about|how about)\b",
    re.I,
)
_VERBS = "did|were|was|are|is|have|has|had|do|does|will|can|could|received|got|took|in|participated|joined|benefited"
_WORD = re.compile(r"[^\W_]+(?:[./,-][^\W_]+)*%?")


@dataclass(frozen=True, slots=True)
class Question:
    """A question read. ``text`` is Vietnamese with diacritics where that could be made out.

    ``unit`` is the base unit asked for ("" for any; only a guess unless ``unit_sure``), ``counted``
    the noun after "bao nhiêu" when it is not money or a share. ``words`` are content words without
    places, periods and numbers;
    ``foreign`` are English words the glossary does not hold, ``light`` the words that name no thing,
    ``stated`` the quantities that the question itself gives, which are no answer to it. ``within`` are
    the documents it names; ``to_date`` says that it asks for the year so far.
    """

    asked: str
    text: str
    language: Language
    kind: QuestionKind
    places: tuple[Place, ...] = ()
    periods: tuple[Period, ...] = ()
    unit: str = ""
    counted: str = ""
    unit_sure: bool = True
    status: Status = "unknown"
    references: tuple[LegalReference, ...] = ()
    words: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    cues: frozenset[str] = frozenset()
    subject: str = ""
    follows: bool = False
    unheld: tuple[LegalReference, ...] = ()
    light: frozenset[str] = frozenset()
    within: tuple[str, ...] = ()
    to_date: bool = False
    stated: tuple[Quantity, ...] = ()


def check_question(text: str) -> str:
    """The question in NFC with spaces normalised; BadQuestion when it is empty or too long."""
    if len(text) > MAX_QUESTION_CHARS:
        length, limit = (f"{number:,}".replace(",", ".") for number in (len(text), MAX_QUESTION_CHARS))
        raise BadQuestion(f"Câu hỏi dài {length} ký tự, quá giới hạn {limit} ký tự; xin rút gọn.")
    plain = "".join(
        " " if unicodedata.category(c) in ("Cc", "Zs") else c for c in text if c not in "\u200b\ufeff\u00ad"
    )
    plain = unicodedata.normalize("NFC", " ".join(plain.split()))
    if not any(c.isalnum() for c in plain):
        raise BadQuestion("Câu hỏi trống; xin nhập câu hỏi.")
    return plain


def language_of(text: str) -> Language:
    """``vi`` or ``en``, told from diacritics first and common words second."""
    if re.search(r"[ăâđêôơưĂÂĐÊÔƠƯ]|[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", text.lower()):
        english = len(function_words("en") & set(re.findall(r"[a-z]+", text.lower())))
        return "en" if english >= 4 else "vi"
    words = re.findall(r"[a-z]+", text.lower())
    english = sum(word in function_words("en") for word in words)
    vietnamese = sum(word in function_words("vi") for word in words)
    return "en" if english > vietnamese else "vi"


@cache
def function_words(language: str) -> frozenset[str]:
    """Common words of a language by which a question typed without diacritics is told apart."""
    with (DATA / "function_words.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(
            word for row in csv.DictReader(lines) if row["language"] == language for word in row["words"].split()
        )


@cache
def _cues() -> Mapping[str, tuple[str, ...]]:
    table = json.loads((DATA / "question_cues.json").read_text(encoding="utf-8"))
    return {kind: tuple(cues) for kind, cues in table.items() if not kind.startswith("_")}


@cache
def _units_asked() -> tuple[tuple[str, str], ...]:
    with (DATA / "units_asked.csv").open(encoding="utf-8", newline="") as lines:
        return tuple((row["cue"], row["unit"]) for row in csv.DictReader(lines))


@cache
def _glossary() -> Mapping[str, str]:
    with (DATA / "glossary_en.csv").open(encoding="utf-8", newline="") as lines:
        return {row["english"]: row["vietnamese"] for row in csv.DictReader(lines)}


@cache
def _shorthand() -> tuple[tuple[re.Pattern[str], str], ...]:
    with (DATA / "shorthand.csv").open(encoding="utf-8", newline="") as lines:
        rows = [(row["short"], row["long"]) for row in csv.DictReader(lines)]
    rows.sort(key=lambda row: -len(row[0]))
    return tuple((re.compile(rf"(?<![\w/]){re.escape(short)}(?![\w/.-]*\d)(?![\w/-])"), long) for short, long in rows)


def write_out(text: str) -> str:
    """A question with the shorthand of hurried typing written out: "6T" as "6 tháng", "cs" as "cơ sở"."""
    text = re.sub(r"(?<![\w/])(\d{1,2})\s?[Tt](?![\w/])", r"\1 tháng", text)
    text = re.sub(r"\b(đầu|cuối|nửa đầu|nửa cuối) ((?:19|20)\d\d)\b", r"\1 năm \2", text)
    for pattern, long in _shorthand():
        text = pattern.sub(long, text)
    return text


@cache
def _small_talk() -> frozenset[str]:
    lines = (DATA / "small_talk.csv").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def is_small_talk(question: str) -> bool:
    """Whether a message greets or thanks and asks nothing of the documents."""
    return " ".join(re.findall(r"\w+", fold(question))) in _small_talk()


def translate(text: str) -> tuple[str, tuple[str, ...]]:
    """An English question's terms in Vietnamese, with the content words the glossary lacks.

    Names and numbers stay; the result is for searching, not for reading.
    """
    tokens = re.findall(r"[^\W_]+(?:['’./,-][^\W_]+)*%?", text.replace("’", "'"))
    glossary, out, foreign, at = _glossary(), [], [], 0
    while at < len(tokens):
        for size in range(5, 0, -1):
            phrase = " ".join(tokens[at : at + size]).lower()
            if size <= len(tokens) - at and phrase in glossary:
                out.append(glossary[phrase])
                at += size
                break
        else:
            token = tokens[at]
            at += 1
            if token.lower() in function_words("en"):
                continue
            out.append(token)
            if token.isascii() and token.isalpha() and token.islower() and len(token) > 2:
                foreign.append(token)
    return " ".join(out), tuple(foreign)


def _cue_stands(cue: str, prepared: str) -> bool:
    """Whether a cue stands in a prepared question; ``…`` in it bridges up to 60 characters."""
    if "…" not in cue:
        return f" {cue} " in prepared
    first, last = cue.split("…")
    return re.search(rf" {re.escape(first)} .{{0,60}}\b{re.escape(last)} ", prepared) is not None


def _cue_kinds(text: str, folded: bool) -> frozenset[str]:
    prepared = f" {re.sub(r'[^0-9a-zà-ỹđ%-]+', ' ', text.lower()).strip()} "
    for term in ("sản xuất sạch hơn", "sạch hơn"):
        prepared = prepared.replace(fold(term) if folded else term, "sxsh")
    found = set()
    rest = prepared
    for kind, cues in _cues().items():
        for cue in sorted(cues, key=len, reverse=True):
            spelled = fold(cue) if folded else cue
            if _cue_stands(spelled, rest if kind == "figure" else prepared):
                found.add(kind)
                if kind in ("when", "which", "who", "where"):
                    rest = rest.replace(f" {spelled} ", "  ")
                break
    return frozenset(found)


def _names_a_quantity(text: str) -> bool:
    """Whether a question without a question word names a quantity: "Tổng kinh phí ... năm 2024?"."""
    lowered = text.lower().strip(" ?.")
    if re.search(
        r"(?<!\w)(?:gì|nào|sao|ai|đâu|thế|không|vì|why|how|what|who|giải thích|nêu|liệt kê|kể)(?!\w)", lowered
    ):
        return False
    head = (
        r"^(?:tổng|số|giá trị|kim ngạch|diện tích|kinh phí|kế hoạch kinh phí|tỷ lệ|tỉ lệ|mức|doanh thu|nguồn|"
        r"ngân sách|vốn|ước|the number|total)\b"
    )
    money = re.search(r"\b(?:kinh phí|ước thực hiện|bằng tiền|tỷ đồng|doanh thu)\b", lowered) is not None
    return re.search(head, lowered) is not None or money


def _kind_of(cues: frozenset[str], references: Sequence[LegalReference], names_a_quantity: bool) -> QuestionKind:
    """One kind; where several cues stand, the narrowest request wins."""
    if "comparison" in cues or ("difference" in cues and "figure" in cues):
        return "comparison"
    for kind in ("which", "who", "when", "where"):
        if kind in cues and "figure" not in cues:
            return kind
    if "figure" in cues:
        return "figure"
    if references and any(reference.article for reference in references):
        return "legal"
    if "list" in cues:
        return "list"
    return "figure" if names_a_quantity else "passage"


def _unit_asked(text: str, folded: bool) -> tuple[str, str]:
    """The base unit asked for and the noun counted: ("đồng", ""), ("%", ""), ("", "cơ sở") or ("", "")."""
    lowered = fold(text) if folded else text.lower()
    how_many = fold("bao nhiêu") if folded else "bao nhiêu"
    few = "may" if folded else "mấy"
    matched = re.search(rf"\b(?:{how_many}|{few}|how many|số lượng)\s+([^,.?;]+)", lowered)
    matched = matched or re.search(r"^(?:tổng )?số\s+(?!tiền|kinh phí|vốn|liệu)([^,.?;]+)", lowered)
    matched = matched or re.search(r"\bnhiều\s+(?!hơn)([^,.?;]+?)\s+hơn\b", lowered)
    lasting = re.search(r"(?:mấy|bao nhiêu) (năm|tháng|ngày|tuần|lần|điểm|tuổi|giờ)\b", lowered)
    if lasting:
        return "", lasting.group(1)
    for cue, unit in _units_asked():
        cue_here = fold(cue) if folded else cue
        if unit == "%" and re.search(rf"(?<!\w){re.escape(cue_here)}(?!\w)", lowered):
            return "%", ""
    english = re.search(rf"\bhow many\s+(.+?)\s+(?:{_VERBS})\b", lowered)
    if english:
        head = re.split(r" (?:at|of|in|for|to|from|by) ", english.group(1))[0]
        counted = content_words(translate(head)[0])
        return "", counted[-1] if counted else ""
    if matched:
        following = matched.group(1)
        for cue, unit in _units_asked():
            first = (fold(cue) if folded else cue).removeprefix(how_many).removeprefix(few).strip()
            if first and re.match(rf"{re.escape(first)}(?!\w)", following):
                return unit, ""
        words = content_words(following)
        stops = {"tiền", "kinh phí", "khuyến công", "ngân sách", "nguồn vốn", "vốn", "nguồn lực"}
        if words and words[0] in stops:
            return "đồng", ""
        if words and words[0] not in stops and not following.startswith(("là ", "so ")):
            head = words[0]
            if following.lstrip().startswith(head):
                return "", head
    for cue, unit in _units_asked():
        cue_here = fold(cue) if folded else cue
        if re.search(rf"(?<!\w){re.escape(cue_here)}(?!\w)", lowered):
            return unit, ""
    if re.search(r"(?:hỗ trợ|được cấp|được giao|chi)\b.{0,12}bao nhiêu\s*(?:$|[?.,]|cho\b|để\b)", lowered):
        return "đồng", ""
    return "", ""


def _status_asked(text: str) -> Status:
    lowered = text.lower()
    if re.search(r"\bước\b|ước tính|estimate", lowered):
        return "estimate"
    if re.search(r"kế hoạch|dự kiến|sẽ|mục tiêu|được duyệt|planned", lowered):
        return "plan"
    if re.search(r"thực hiện được|đã |kết quả|giải ngân", lowered):
        return "actual"
    return "unknown"


def _places_in(text: str, exact: bool) -> list[tuple[Place, int, int]]:
    """Places of a text; without diacritics every run of up to five words is looked up."""
    found = list(find_places(text, loose=True))
    if exact or found:
        return found
    words = list(_WORD.finditer(text))
    at, results = 0, []
    while at < len(words):
        for size in range(min(5, len(words) - at), 1, -1):
            start, end = words[at].start(), words[at + size - 1].end()
            place = place_table().lookup(text[start:end])
            if place is not None:
                results.append((place, start, end))
                at += size - 1
                break
        at += 1
    return results


def _blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + ("," + " " * (end - start))[: end - start] + text[end:]
    return text


def _own_subject(
    text: str,
    places: Sequence[tuple[Place, int, int]],
    periods: Sequence[tuple[Period, int, int]],
    references: Sequence[LegalReference],
) -> str:
    spans = [(start, end) for _, start, end in places] + [(start, end) for _, start, end in periods]
    spans += [(reference.start, reference.end) for reference in references]
    return " ".join(_blank(text, spans).split())


def read_question(
    asked: str,
    talk: Talk | None = None,
    restore: Callable[[str], str] | None = None,
    language: Language | None = None,
) -> Question:
    """The question read; ``restore`` puts diacritics back and mends typing errors.

    With ``talk``, a follow-up ("Còn năm 2023?") takes over what it does not name itself.
    Raises BadQuestion for an empty or overlong question.
    """
    plain = check_question(asked)
    tongue = language_of(plain)
    foreign: tuple[str, ...] = ()
    text = plain
    if tongue == "en":
        named = _places_in(plain, exact=False)
        text, foreign = translate(_blank(plain, [(start, end) for _, start, end in named]))
        text = " ".join([text, *(place.name for place, _, _ in named)])
    accented = has_diacritics(plain)
    if tongue == "vi":
        text = write_out(plain)
        text = restore(text) if restore is not None else text
    text = spell_out(text)
    question = _read_slots(plain, text, tongue, accented, foreign)
    core = without_preamble(text)
    if core != text:
        question = _narrowed(question, _read_slots(plain, core, tongue, accented, foreign))
    if talk is not None and talk.question:
        question = _carry_over(question, talk)
    return question if language is None else replace(question, language=language)


_PREAMBLE = re.compile(
    r"^.{0,400}?\b(?:cho (?:em|tôi|mình|anh|chị|cháu|chúng tôi) (?:hỏi|xin|biết)|xin (?:được )?hỏi|muốn (?:hỏi|biết)|"
    r"cần (?:biết|đối chiếu|tra)[^:,]*:|xin con số)(?: là| rằng| xem| về| thêm| lại)?[\s,:]+(?=\S.{14})",
    re.IGNORECASE | re.DOTALL,
)


def without_preamble(text: str) -> str:
    """A question without the story before it: what follows "cho em hỏi", "xin hỏi", a colon after a long lead."""
    core = _PREAMBLE.sub("", text, count=1)
    lead, colon, rest = core.partition(":")
    if colon and len(lead.split()) >= 4 and len(rest.split()) >= 8:
        core = rest.strip()
    return core


def _narrowed(whole: Question, core: Question) -> Question:
    """The core of a question, with the places and periods that only its story names."""
    return replace(
        core,
        places=core.places or whole.places,
        periods=core.periods or whole.periods,
        references=core.references or whole.references,
        stated=whole.stated,
    )


def _read_slots(plain: str, text: str, tongue: Language, accented: bool, foreign: tuple[str, ...]) -> Question:
    references = tuple(read_references(text))
    masked = _blank(text, [(reference.start, reference.end) for reference in references])
    places = _places_in(masked, exact=has_diacritics(text))
    if not accented and tongue == "vi":  # what the restorer may have taken for a common word: mien nam, nam dinh
        known = {place for place, _, _ in places}
        raw = [place for place, _, _ in _places_in(plain, exact=False) if place.level in ("region", "province")]
        places += [(place, 0, 0) for place in raw if place not in known]
    periods = list(read_periods(masked))
    cues = _cue_kinds(plain, folded=not accented and tongue == "vi")
    if text != plain:
        cues |= _cue_kinds(text, folded=False)
    lowered = text.lower()
    unit, counted = _unit_asked(text if tongue == "vi" else f"{plain} {text}", folded=False)
    named_unit = unit == "%" or re.search(
        r"(?:bao nhiêu|mấy) (?:tiền|tỷ|tỉ|triệu|đồng|kinh phí)|how much", f"{plain} {text}"
    )
    subject = _own_subject(text, places, periods, references)
    words = tuple(word for word in content_words(subject) if not word.replace("/", "").isdigit())
    return Question(
        asked=plain,
        text=text,
        language=tongue,
        kind=_kind_of(cues, references, _names_a_quantity(text)),
        places=tuple(dict.fromkeys(place for place, _, _ in places)),
        periods=tuple(dict.fromkeys(period for period, _, _ in periods)),
        unit=unit,
        counted=counted,
        unit_sure=bool(named_unit),
        status=_status_asked(f"{text} {plain}" if tongue == "en" else text),
        references=references,
        words=words,
        foreign=foreign,
        cues=cues,
        subject=subject,
        light=light_words(text, words) | frozenset(word for word in foreign if word.islower()),
        stated=tuple(read_quantities(plain)),
        to_date=re.search(
            r"(?<!tháng )đầu năm|những tháng đầu|đến nay|tới nay|tới giờ|đến giờ|đến tháng|so far|to date|since",
            lowered,
        )
        is not None,
    )


def _carry_over(question: Question, talk: Talk) -> Question:
    """A follow-up with what the talk so far names and it does not."""
    opens = _FOLLOW_UP.match(question.asked)
    bare = not question.places and not question.periods and len(question.words) <= 2
    if not opens and question.words and not bare:
        return question
    if len(question.words) > 3 and question.places and question.periods:
        return question
    earlier = _read_slots(talk.question, talk.question, "vi", True, ())
    references = _completed(question.references, earlier.references)
    full = len(question.words) > 3 or (len(question.words) >= 2 and not opens)
    for pair in contrasts():
        new, old = sides_held(spread(question.text), pair), sides_held(spread(earlier.text), pair)
        if new == (True, False) and old == (False, True):
            earlier = _without(earlier, pair[1])
        elif new == (False, True) and old == (True, False):
            earlier = _without(earlier, pair[0])
    words = question.words if full else tuple(dict.fromkeys(earlier.words + question.words))
    subject = question.subject if full else f"{earlier.subject} {question.subject}"
    places = question.places or earlier.places or ((talk.place,) if talk.place else ())
    periods = question.periods or earlier.periods or ((talk.period,) if talk.period else ())
    parts = [subject, *(place.name for place in places)]
    parts += [period.label for period in periods]
    return replace(
        question,
        text=" ".join(part for part in parts if part),
        kind=question.kind if question.kind != "passage" else earlier.kind,
        places=places,
        periods=periods,
        unit=question.unit or ("" if question.counted else earlier.unit),
        counted=question.counted or ("" if question.unit else earlier.counted),
        status=question.status if question.status != "unknown" else earlier.status,
        words=words,
        cues=question.cues | earlier.cues,
        subject=subject,
        follows=True,
        references=references,
    )


def _completed(asked: tuple[LegalReference, ...], earlier: tuple[LegalReference, ...]) -> tuple[LegalReference, ...]:
    """References of a follow-up ("Còn điểm h?") with the article and law of the one before."""
    if not earlier:
        return asked
    last = earlier[-1]
    done = []
    for reference in asked or ():
        clause = reference.clause or ("" if reference.article else last.clause)
        article, kind, number = (
            reference.article or last.article,
            reference.kind or last.kind,
            reference.number or last.number,
        )
        done.append(replace(reference, clause=clause, article=article, kind=kind, number=number))
    return tuple(done)


@cache
def contrasts() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Pairs of sides, each by its words, that a comparison sets against each other."""
    lines = (DATA / "contrasts.csv").read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in lines if line.strip() and not line.startswith("#")]
    return tuple((frozenset(left.split("|")), frozenset(right.split("|"))) for left, right in rows)


def sides_held(prepared: str, pair: tuple[frozenset[str], frozenset[str]]) -> tuple[bool, bool]:
    """Which sides of a contrast a prepared text names."""
    left, right = (any(holds(prepared, word) for word in side) for side in pair)
    return left, right


def contrasted(question: Question) -> list[Question]:
    """The two questions that a comparison of contrasted words stands for; the question alone otherwise."""
    for pair in contrasts():
        if all(sides_held(spread(question.text), pair)):
            return [_without(question, pair[1]), _without(question, pair[0])]
    return [question]


def _without(question: Question, side: frozenset[str]) -> Question:
    """The question without the words of one side."""
    words = tuple(other for other in question.words if other not in side)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, side)) + r")(?!\w)", re.IGNORECASE)
    text, subject = (pattern.sub(" ", part) for part in (question.text, question.subject))
    return replace(question, words=words, text=text, subject=subject)


def with_year_before(question: Question) -> tuple[Period, ...]:
    """The periods asked for, with the year before where one year is compared to "năm trước"."""
    periods = question.periods
    if len(periods) != 1 or not re.search(
        r"năm trước|năm ngoái|năm liền trước|previous year|year before", question.text
    ):
        return periods
    year = int(periods[0].start[:4]) - 1
    before = Period(f"{year}{periods[0].start[4:]}", f"{year}{periods[0].end[4:]}", f"năm {year}")
    return (*periods, before)
