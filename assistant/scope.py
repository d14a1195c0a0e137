"""Whether a sentence speaks of the places, years and texts that a question asks for.

It looks at what the sentence, those before it and the title name; how well the words fit is not
its business.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer_forms import cues_of, of_other_level
from assistant.evidence import LEAD, Library, Sentence, View, years_of
from assistant.figure_fit import fit_period, fit_place, same_place
from assistant.kind_asked import kind_lacking
from assistant.members import names_an_enterprise
from assistant.numbered import numbered_otherwise
from assistant.places_asked import LEFT_OUT, leaves_out_place
from assistant.question_slots import Question
from assistant.records import QuestionKind
from assistant.story_subjects import subject_before
from assistant.wording import demanding_words, fold, holds, spread, synonyms
from documents.figure_place_mentions import PlaceMemory, find_place_mentions
from documents.periods import read_periods
from documents.places import find_places, place_table
from documents.records import Place
from index.diacritics import SYLLABLE

NAMED_BEFORE = 4  # sentences before one in which a name may have been given
OPENING = 12  # characters into a sentence within which a period opens it
CARRIED = 0.7  # what a sentence is worth whose neighbour names another year than the title asked for
_BEFORE_CHANGE = re.compile(
    r"(?<!\w)trước (?:khi|lúc|đợt|lần) (?:bị |được )?(?:cắt giảm|giảm|cắt|tăng|điều chỉnh|rút gọn|tinh gọn|sắp xếp|"
    r"cơ cấu|sáp nhập|hợp nhất|chia tách)(?!\w)"
)
_BEFORE_TOLD = re.compile(r"(?<!\w)(?:trước (?:khi|đó|đây|hợp nhất|sáp nhập)|từ mức|so với)(?!\w)")
_BEFORE_HAVING = re.compile(
    r"(?<!\w)trước (?:khi|lúc) (?:được )?(?:có|lắp|đầu tư|hỗ trợ|mua|thay|đổi|dùng|ứng dụng|áp dụng|vào)(?!\w)[^?]*"
    r"(?<!\w)(?:bao nhiêu|mấy)(?!\w)"
)
_MORE_THAN_BEFORE = re.compile(
    r"^(?!.*(?<!\w)từ (?:mức |khoảng |hơn |chỉ )?\d).*(?<!\w)(?:thêm|tăng|bớt|giảm)(?: thêm| được)? \d[^;.]{0,30}"
    r"so với (?:trước|hồi|lúc|khi)"
)
_SPEAKER = re.compile(r"(?:Ông|Bà|Đồng chí) [^.;]{4,60}(?:Giám đốc|Chủ tịch|Sở) ")
_ABROAD = re.compile(r" (?:ngoài nước|nước ngoài|quốc tế) ")
_AT_HOME = re.compile(r" trong nước ")
_LEFT_OVER = re.compile(
    r" (?:dư|thừa|(?:chưa|không) (?:dùng|xài|tiêu|chi|sử dụng|giải ngân)(?: hết)?|chưa hết) .* thu hồi |"
    r" (?:dùng|xài|sài|tiêu|chi|sử dụng) không hết .* thu hồi |"
    r" thu hồi .* (?:dư|thừa|(?:chưa|không) (?:dùng|xài|tiêu|chi|sử dụng|giải ngân)(?: hết)?) "
)
"""Money left over, of which it is only feared that it is taken back."""
_FUNDS = (" khuyến công quốc gia ", " khuyến công địa phương ")
_MOST = re.compile(r" (?:tối đa|không quá|nhiều nhất|mức trần) ")
_MOST_ASKED = re.compile(
    r" (?:hỗ trợ|mức (?:chi|hỗ trợ)) (?:\S+ ){0,9}(?:tối đa|nhiều nhất) (?:là |được |đến )?(?:bao nhiêu|mấy) |"
    r" (?:hỗ trợ|mức (?:chi|hỗ trợ)) tối đa (?:\S+ ){0,8}bao nhiêu | hỗ trợ (?:\S+ ){0,6}không quá (?:bao nhiêu|mấy) "
)
_MOST_TOLD = re.compile(r" (?:tối đa|không quá|không vượt(?: quá)?|nhiều nhất|cao nhất|trần|mức|định mức|dưới) ")
"""How much something is supported at the most, and what sets it: what a project once got is no cap."""
_LEAST = re.compile(r" (?:tối thiểu|ít nhất|trở lên|không dưới|thấp nhất) ")
_VALUE_OF = re.compile(
    r"(?<!\w)(?:giá trị|trị giá)(?: của)?(?: các| những| mỗi)? "
    r"(đơn hàng|đơn đặt hàng|hợp đồng|giao dịch|xuất khẩu|nhập khẩu|tài sản|giải thưởng|phần thưởng|tăng thêm)(?!\w)"
)
_FUND = re.compile(r"(?<!\w)quỹ (?:phát triển|bảo lãnh|hỗ trợ|đầu tư|khoa học|tín dụng|bảo vệ)(?!\w)")
_NONE_ASKED = re.compile(r"(?<!\w)(?:không|chưa) có (?:(?!thì )[^\W\d]+ ){1,4}nào(?: được [^\W\d]+(?: [^\W\d]+)?)?\W*$")
_NONE_TOLD = re.compile(r"(?<!\w)(?:không|chưa|vắng|trắng|ngoài)(?!\w)")
_COMPARED = re.compile(r"(?:so với|cùng kỳ|hơn|kém|tăng từ|giảm từ)[^,.;]*|\([^)]*\)", re.IGNORECASE)


def scope_fit(question: Question, view: View, sentence: Sentence) -> float:
    """How well (0-1) a sentence speaks of the places, years and texts asked for; 0 when it does not."""
    unheld = [reference.number or reference.name for reference in question.unheld]
    first_held = bool(question.references) and question.references[0] not in question.unheld
    named = first_held and view.document.id in question.within
    if unheld and not named and not any(number.lower() in sentence.text.lower() for number in unheld):
        return 0.0
    places = _places_fit(question, view, sentence)
    return places * _years_fit(question, view, sentence) if places else 0.0


def _places_fit(question: Question, view: View, sentence: Sentence) -> float:
    asked = question.places
    own = view.places_of(sentence)
    if not asked or any(same_place(place, other) for place in asked for other in own):
        return 1.0
    if any(place.level == "district" and _spelled_near(place, view, sentence) for place in asked):
        return 1.0
    if view.is_legal:
        if view.source.id in question.within or _shared(asked, _titled(view)):
            return 1.0
        national = all(place.level == "country" for place in asked)
        return float("legal" in question.cues or bool(question.references) or national)
    kind = "who" if _ASKS_PERSON.match(question.text) else question.kind
    return max(_in_scope(place, own, view, sentence, kind) for place in asked)


_ASKS_PERSON = re.compile(
    r"\W*(?:(?:thế|vậy|còn|thì|theo) )*(?:ai|người nào|vị nào|đại biểu nào|lãnh đạo nào)(?!\w)", re.IGNORECASE
)
"""A question for who says something, at a meeting of a region too: "ai là người đề xuất ... tại hội nghị phía Nam"."""


_IN_OTHER_NAME = re.compile(
    r"(?:công ty|cơ sở|doanh nghiệp|hợp tác xã|htx|xưởng|tnhh|dntn|ông|bà|anh|chị|đồng chí)(?: \w+){0,3} $",
    re.IGNORECASE,
)
"""What makes the name of a district that of an enterprise or a person: "Công ty TNHH Bình Minh"."""


def _spelled_near(place: Place, view: View, sentence: Sentence) -> bool:
    """Whether a district is named in a sentence or just before it as part of another name: "làng bột Sa Đéc"."""
    near = view.sentences[max(0, sentence.order - NAMED_BEFORE) : sentence.order + 1]
    named = re.compile(rf"(?<!\w){re.escape(place.name)}(?!\w)")
    found = (match for row in near for match in named.finditer(row.text))
    return any(_IN_OTHER_NAME.search(match.string[: match.start()]) is None for match in found)


def _shared(asked: Sequence[Place], named: Sequence[Place]) -> bool:
    return any(same_place(place, other) for place in asked for other in named)


def _in_scope(asked: Place, own: Sequence[Place], view: View, sentence: Sentence, question_kind: QuestionKind) -> float:
    """Whether (0-1) what was named before the sentence, or the title, makes it speak of the place."""
    titled = _titled(view)
    if asked.level == "province":
        others = [other for other in own if other.level == "province"]
        main = view.main_province
        if others and (main is None or not same_place(main, asked) or _ruling(others, sentence)):
            return 0.0
        if any(other.level == "region" for other in own):
            return CARRIED
        named = _named_before(view, sentence, 15)
        title = [place for place, _, _ in find_places(view.source.title)] + _titled_places(view)
        if named and same_place(named[-1], asked):
            return 1.0
        if not named:
            return float(_shared([asked], title + titled) or (main is not None and same_place(main, asked)))
        about = _shared([asked], title) or (main is not None and same_place(main, asked))
        return CARRIED if about else 0.0
    if any(other.level == asked.level and not same_place(other, asked) for other in own):
        return 0.0
    told = question_kind in ("list", "passage")
    if told and any(other.level == "province" for other in own) and _SPEAKER.match(sentence.text):
        return 0.0  # what the head of one province's office tells is of that province
    near = [p for s in view.sentences[max(0, sentence.order - 3) : sentence.order] for p in view.places_of(s)]
    if _shared([asked], titled + near):
        return 1.0
    return float(asked.level == "country" and not any(other.level in ("province", "region") for other in titled))


def _ruling(others: Sequence[Place], sentence: Sentence) -> bool:
    """Whether one of several provinces is what a sentence tells of, not only where somebody went or a fair was held."""
    scopes = {m.place for m in find_place_mentions(sentence.text, PlaceMemory()) if m.role == "scope"}
    return any(other in scopes for other in others)


def _named_before(view: View, sentence: Sentence, reach: int) -> list[Place]:
    """The provinces that the sentences before it name, in order."""
    before = view.sentences[max(0, sentence.order - reach) : sentence.order]
    return [place for row in before for place in view.places_of(row) if place.level == "province"]


def _titled(view: View) -> list[Place]:
    """Places that the document's opening or its manifest row names."""
    return [place for s in view.sentences[:LEAD] for place in view.places_of(s)] + _titled_places(view)


def _titled_places(view: View) -> list[Place]:
    region = place_table().lookup(view.source.region) if view.source.region else None
    return [region] if region is not None else []


def _years_fit(question: Question, view: View, sentence: Sentence) -> float:
    """1 for the very years asked, a little less for a longer period that holds them, 0 for others.

    A year that the sentence only compares with ("so với năm 2020") is not its own; one carried over
    from before it gives way to that of the document's title and opening.
    """
    years = {year for period in question.periods for year in years_of(period)}
    if not years:
        return 1.0
    own = [set(years_of(period)) for period in view.periods_of(sentence)]
    stretches = [part for part in own if len(part) > 1]
    if stretches and all(len(set(years_of(period))) > 1 for period in question.periods):
        own = stretches  # a programme of 2026-2030 approved in 2025 is none of 2021-2025
    if own:
        fit = _overlap(years, own)
        aside = question.kind not in ("figure", "comparison") and bool(view.titled_years & years)
        if fit or _told_apart(sentence):
            return fit or (CARRIED if aside and not _opens_with_period(sentence) else 0.0)
    rows = _before(view, sentence)
    before = [set(years_of(period)) for row in rows for period in view.periods_of(row)]
    if before:
        titled = bool(view.titled_years & years) and not any(map(_opens_with_period, rows[-1:]))
        of_now = question.kind == "who" and view.source.date[:4] in map(str, years)
        return _overlap(years, before) or (CARRIED if titled or of_now else 0.0)
    if view.is_legal:
        return 1.0 if not view.years or view.years & years else 0.0
    return 0.9 if view.years & years else 0.0


def _overlap(asked: set[int], named: Sequence[set[int]]) -> float:
    if any(part <= asked or asked <= part for part in named if part & asked):
        return 1.0 if any(part & asked and len(part) <= len(asked) for part in named) else 0.85
    return 0.9 if any(part & asked for part in named) else 0.0


def _opens_with_period(sentence: Sentence) -> bool:
    """Whether a sentence opens with a period, which then governs it: "Năm 2024, tỉnh ..."."""
    return any(start <= OPENING for _, start, _ in read_periods(sentence.text))


def _told_apart(sentence: Sentence) -> bool:
    """Whether a sentence names a period of its own beside those it compares with."""
    return bool(read_periods(_COMPARED.sub(" ", sentence.text)))


def _before(view: View, sentence: Sentence) -> list[Sentence]:
    return view.sentences[max(0, sentence.order - 2) : sentence.order]


def figures_fit(question: Question, library: Library, view: View, sentence: Sentence) -> bool:
    """For a figure question: no figure of the sentence belongs to another place or time than asked."""
    if question.kind != "figure" or not (question.places or question.periods):
        return True
    if any(same_place(place, other) for place in question.places for other in view.places_of(sentence)):
        return True
    if tells_of_named(question, view, sentence):
        return True  # whose number it is says more than the district that it is told under
    figures = library.figures_in(view, sentence)
    placed = [figure for figure in figures if figure.place is not None]
    own = {year for period in view.periods_of(sentence) for year in years_of(period)}
    years = {year for period in question.periods for year in years_of(period)}
    inherited = not own and bool(view.titled_years & years)
    dated = [figure for figure in figures if figure.period is not None and not inherited]
    placed_right = not question.places or not placed or any(fit_place(question.places, f.place) for f in placed)
    return placed_right and (
        not question.periods or not dated or any(fit_period(question.periods, f.period) for f in dated)
    )


def ruled_out(question: Question, told: str) -> bool:
    """Whether a text tells of another "đợt" or level than asked, or lacks an attribute that has no other word."""
    prepared = spread(told)
    left_out = " không có trong bản " in prepared  # what a digest says of the parts it leaves out
    asking = spread(_STORY_BEFORE.sub("", question.text))
    demanded = [word for word in question.words if word in demanding_words() and not left_out and holds(asking, word)]
    asked = f"{question.asked} {question.whole}"
    asked_of = spread(question.text)
    if _BEFORE_CHANGE.search(question.text.lower()) and not _BEFORE_TOLD.search(told.lower()):
        return True
    if _BEFORE_HAVING.search(question.text.lower()) and _MORE_THAN_BEFORE.search(told.lower()):
        return True  # it tells how many there are now, and how many more
    held, named = ([fund in text for fund in _FUNDS] for text in (prepared, asked_of))
    if sum(held) == sum(named) == 1 and held != named:
        return True
    if any(fold(name) not in fold(told) for name in _unknown_names(question)):
        return True
    halted = cues_of("halted").search(asked_of) is not None and _LEFT_OVER.search(asked_of) is None
    if halted and not cues_of("halted").search(prepared):
        return True  # what was broken off must be told as that
    if asks_the_most(question) and not _MOST_TOLD.search(prepared):
        return True
    if _of_other_bound(asked_of, prepared) or _of_other_value(question.text, prepared):
        return True
    if at_home_only(question, prepared):
        return True
    fund = _FUND.search(question.text.lower())
    if fund is not None and fund.group() not in told.lower():
        return True
    if _NONE_ASKED.search(question.text.lower()) and not _NONE_TOLD.search(told.lower()):
        return True
    if leaves_out_place(question) and not LEFT_OUT.search(told.lower()):
        return True  # the sum of all is not what is left without one of them
    if kind_lacking(question, prepared):
        return True
    alone = replace(question, text=_STORY_BEFORE.sub("", question.text))
    if numbered_otherwise(asked, told) or of_other_level(alone, told):
        return True
    prepared = prepared.replace(" đánh giá ", " ").replace(" giá trị ", " ")  # neither tells of a price
    return not all(any(holds(prepared, way) for way in (word, *synonyms(word))) for word in demanded)


def at_home_only(question: Question, prepared: str) -> bool:
    """Whether something abroad is asked for and a prepared text, or a number's clause, is of this country alone."""
    abroad = _ABROAD.search(spread(question.text)) is not None
    return abroad and _AT_HOME.search(prepared) is not None and _ABROAD.search(prepared) is None


_STORY_BEFORE = re.compile(r"^.*[,;.] (?:thế |như )?vậy(?: thì)? (?=\S.{24})", re.IGNORECASE | re.DOTALL)
"""What a question tells before ", vậy ...", whose words an answer need not hold."""
_NAME_EN = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?!\w)")


_OWNED_BY = re.compile(r"(?:của|ngân hàng|hãng|tập đoàn|thương hiệu) ([A-Z][a-z]{3,})(?!\w)")
"""Whose something is, in a Vietnamese question: "lãi suất của Agribank", and no "file Excel"."""


def _unknown_names(question: Question) -> list[str]:
    """The names inside a question that are no Vietnamese ones and were not translated: "in Japan", "của Agribank"."""
    form = _NAME_EN if question.language == "en" else _OWNED_BY
    named = [name for name in form.findall(question.asked) if not SYLLABLE.fullmatch(name.lower())]
    return [name for name in named if re.search(rf"(?<!\w){name}(?!\w)", question.text)]


def asks_the_most(question: Question) -> bool:
    """Whether it is asked how much something is supported at the most, by rule and not in some place or year."""
    return not (question.places or question.periods) and _MOST_ASKED.search(spread(question.text)) is not None


def _of_other_bound(asked: str, told: str) -> bool:
    """Whether the most is asked for and a prepared text sets only the least ("từ 50 lao động trở lên"), or the other
    way round."""
    most, least = ([_MOST.search(text) is not None, _LEAST.search(text) is not None] for text in (asked, told))
    return (most == [True, False] and least == [False, True]) or (most == [False, True] and least == [True, False])


def _of_other_value(asked: str, told: str) -> bool:
    """Whether the value of something is asked for ("giá trị đơn hàng") that a prepared text does not speak of."""
    named = _VALUE_OF.search(asked.lower())
    return named is not None and not holds(told, spread(named[1]).strip())


def tells_of_named(question: Question, view: View, sentence: Sentence) -> bool:
    """Whether the enterprise or person that a question names is the last one named in or right before a sentence."""
    if not question.names:
        return False
    for row in reversed(view.sentences[max(0, sentence.order - NAMED_BEFORE) : sentence.order + 1]):
        if any(name in fold(row.text) for name in question.names):
            return True
        if names_an_enterprise(row.text):
            break
    return subject_before(question, view, sentence) is not None


def lacks_name(question: Question, view: View, sentence: Sentence | None) -> bool:
    """Whether a person or enterprise that the question names stands nowhere about a sentence."""
    if not question.names or sentence is None:
        return bool(question.names)
    around = view.sentences[max(0, sentence.order - NAMED_BEFORE) : sentence.order + 1]
    text = fold(" ".join([view.source.title, *(row.text for row in around)]))
    return any(name not in text for name in question.names) and subject_before(question, view, sentence) is None
