"""A follow-up ("Còn năm 2023?") with what the talk so far names and it does not.

It carries over slots of the question before; it does not know what was answered.
"""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from assistant.as_of import end_of
from assistant.contrasts import contrasts, rivals, sides_held, without_side
from assistant.numbered import ORDINAL
from assistant.operations import without_operations
from assistant.question_slots import Question, read_slots
from assistant.records import Talk
from assistant.taken_together import taken_together
from assistant.wording import content_words, has_diacritics, listed_words, spread
from documents.legal_references import LegalReference, read_references
from documents.periods import read_periods
from documents.records import Period

_OPENER = (
    r"thế còn|vậy còn|thế thì|vậy thì|và còn|và|còn|thế|vậy|rồi|the con|vay con|con|the|vay|and|what about|how about"
)
_FOLLOW_UP = re.compile(
    rf"^\s*(?:trong đó|trong số (?:đó|này|ấy)|trong do|riêng|trước đó|sau đó|khi đó|{_OPENER})\b", re.I
)
_POINTS_BACK = re.compile(
    r"\b(?:khu vực|vùng|nguồn|địa phương|đơn vị|doanh nghiệp|loại|nhóm|dự án|sản phẩm|mô hình|ông|bà|"
    r"quy định|hội chợ|triển lãm|gian hàng|mạng lưới|làng nghề|"
    r"số|số tiền|khoản|đề án|văn bản|nơi|chỗ|việc|mục|điều|mức|hội nghị|tỉnh|chương trình|cơ sở|lớp|khóa|"
    r"công ty|hợp tác xã|htx|xưởng|hộ|làng|đợt|kỳ|lễ|dây chuyền) "
    r"(?:ấy|đó|này|trên(?! địa bàn))\b|\b(?:từng|chừng|ngần) (?:ấy|đó|này)\b|\bbấy nhiêu\b|"
    r"\b(?:cả )?hai (?:khu vực|vùng|nơi|bên|tỉnh|nguồn|năm|khoản|số|con số)(?: (?:lại|này|đó|ấy))?\b|\bcộng lại\b|"
    r"\b(?:khoản|mảng|mức|phần|nhóm|loại) (?:\w+ ){1,3}(?:ấy|đó|này)\b|"
    r"\b(?:chuyện|lý do|nguyên nhân|vấn đề) (?:ấy|đó|này)\b|"
    r"\b(?:ở|tại|lúc|từ) đó\b|\bcủa họ\b|\b(?:his|her|its|their|that|those)\b",
    re.I,
)
_SETS_AGAINST = re.compile(
    r"\b(?:gấp (?:mấy|bao nhiêu) lần|gap (?:may|bao nhieu) lan|(?:nhiều|cao|lớn|ít|thấp) hơn|chênh|so với)\b", re.I
)
_WHICH_MORE = re.compile(r"(?<!\w)(?:nhiều|cao|lớn|ít|thấp|tốn|nhỏ) hơn(?!\w)[?]?|(?<=\w)\?", re.I)
_OF_THOSE = re.compile(r"\s*(?:trong (?:số )?|trong so )(?:đó|này|ấy|do|nay|ay)\b", re.I)
_OF_THAT_KIND = re.compile(
    r"\b(?:loại|nhóm|kiểu|dạng)(?: (?:đề án|mô hình|hoạt động|nội dung|sản phẩm|hỗ trợ|việc))? (?:ấy|đó|này)\b", re.I
)
"""All that the question before named stands behind it: "riêng phần của tỉnh cho loại đề án đó"."""
_OF_MONEY = re.compile(r"^\W*(?:(?:còn|thế còn|riêng|vậy) )?(?:số )?(?:tiền|kinh phí|vốn)\b", re.I)
_HOW_ABOUT = re.compile(r"(?:thì|thi) sao\W*$", re.I)
_TELLS_HOW = re.compile(r"(?:\w+ ){2}(?:ra sao|như thế nào|(?<!thì )thế nào|làm sao)\W*$", re.I)
"""How something goes, which is no figure whatever was asked before: "hàng của họ bán ra sao"."""
_ASKS_ITSELF = re.compile(r"(?<!\w)(?:gì|vì sao|tại sao|ai|khi nào|ở đâu)(?!\w)", re.I)
_WHICH_THING = re.compile(r"(?<!\w)(?!(?:cái|thì|là|làm|được|có|cần|phải|còn) )\w{2,} (?:nào|gì)(?!\w)", re.I)
"""A thing asked for by its own name: "mặt hàng nào của cơ sở này được ưa chuộng"."""
_OF_THE_TEXT = re.compile(r"\b(?:văn bản|nghị định|thông tư|quyết định|luật) (?:này|đó|ấy|trên)\b", re.I)
"""The text itself that the question before named: "văn bản này có hiệu lực khi nào"."""
_DEFINES = re.compile(r"(?:là gì|là cái gì|được hiểu (?:là gì|(?:như )?thế nào)|nghĩa là (?:gì|sao))\W*$", re.I)
_MUST = re.compile(
    r"(?<!\w)(?:cần|phải)(?: có thể)? (?:đạt|đáp ứng|bảo đảm|đảm bảo|tuân thủ|thỏa mãn|hội đủ)(?!\w)", re.I
)
_TERM = 3  # syllables of a term that names by itself what is asked of
_LEVELS = frozenset({"cấp", "quốc gia", "khu vực", "tỉnh", "huyện", "xã", "trung ương", "địa phương", "bộ"})
"""Words of levels, which by themselves tell nothing of what is asked: "lên cấp quốc gia thì được mấy"."""
_ORDINAL = re.compile(rf"\bthứ {ORDINAL}", re.I)


_GRADE = re.compile(r"(?<![\d/.,])(?P<number>\d{1,2}) (?P<noun>sao|ca|lớp|hạng|bậc|cấp|loại|nhóm|người|lao động)(?!\w)")
"""What tells one of a kind from the others by a number."""


def set_off_opener(text: str) -> str:
    """A follow-up with a comma after the word it opens with: "Thế, cấp huyện?" is about cấp huyện."""
    return re.sub(
        rf"^(\s*(?:{_OPENER}))\s+(?=cấp|đề|kinh|hạn|tính đến|đến hết|riêng|(?-i:[A-ZĐỦ]))",
        r"\1, ",
        text,
        count=1,
        flags=re.IGNORECASE,
    )


_THAT_AMOUNT = re.compile(
    r"(?<!\w)(?<!hai )(?<!trong )(?:con số|số tiền|khoản tiền|số|khoản|mức|phần)"
    r"(?: tiền| vốn)? (?:này|đó|ấy|trên|vừa rồi)(?!\w)",
    re.I,
)
_IT_CHANGED = re.compile(r"(thay thế|sửa đổi|hướng dẫn|bãi bỏ) nó(?!\w)", re.I)
"""The text that the question before named, which another one changes: "văn bản thay thế nó"."""
_IT_FIRST = re.compile(
    r"^\W*(?:(?:thế|vậy|rồi|và|mà) )?(?:nó|văn bản (?:này|đó|ấy)) "
    r"(?:ra đời |ban hành |được ban hành )?(?:để )?(?:thay thế|thay cho|thay|sửa đổi|sửa|bãi bỏ) (?=(?:cho )?\w)",
    re.IGNORECASE,
)
"""What the text named before replaces itself: "nó ra đời thay cho văn bản nào"."""
_STANDS = (
    r"(?:(?:vẫn |vẫn còn |còn )(?:được |đang |nguyên |có )*(?:áp dụng|hiệu lực|giá trị|dùng được|sử dụng được)"
    r"|(?:đã )?hết hiệu lực|(?:đã |có )?bị (?:thay thế|thay|sửa đổi|bãi bỏ))"
    r"(?= (?:nữa|không|chưa|chứ|hay|rồi|à|ạ|hả|đúng)(?!\w)|\W*$)"
)
_STILL_STANDS = re.compile(
    r"^\W*(?:(?:thế|vậy|rồi|mà|nhưng|còn|thì) )*"
    r"(?:(?:cái )?(?P<named>mức|quy định|định mức|văn bản|thông tư(?: liên tịch)?|nghị định|quyết định|nghị quyết|luật|"
    r"điều khoản|con số)(?: (?!này|đó|ấy|trên|còn|hiện|đã|có|giờ)[^\W\d]+){0,3} (?:này|đó|ấy|trên)|nó) "
    rf"(?:thì |hiện |giờ |bây giờ |hiện nay |nay )*(?:có )?(?={_STANDS})",
    re.IGNORECASE,
)
"""Whether the text that was told of still stands: "mức này còn áp dụng không"."""
_OPERAND = re.compile(
    r"(?:hơn(?! \d| một nửa)|kém|nhỉnh|chênh|cách|vượt|thua)\b.*(?:bao nhiêu|mấy)|"
    r"(?:bao nhiêu|mấy)\b.*(?:nữa|thêm)\b.*\b(?:đủ|đạt|bằng)",
    re.I,
)


def asks_if_it_stands(text: str, talk: Talk) -> bool:
    """Whether a follow-up asks if the text that the last answer rests on still stands, and names none itself.

    A kind that it names ("thông tư này") must be that of the text told.
    """
    found = _STILL_STANDS.match(text) if talk.text else None
    if found is None or any(one.number and one.number != "này" for one in read_references(text)):
        return False
    named = (found["named"] or "").lower()
    return named not in _KINDS_OF_TEXT or talk.text.lower().startswith(named)


_KINDS_OF_TEXT = frozenset({"thông tư", "thông tư liên tịch", "nghị định", "quyết định", "nghị quyết", "luật"})


def put_in_full(text: str, talk: Talk) -> str:
    """A comparison with "khoản này" as what the question before asked for: one of its operands.

    ``text`` is the follow-up with its diacritics. Any other text is given back as it is.
    """
    if asks_if_it_stands(text, talk):
        return _STILL_STANDS.sub(f"{talk.text} ", text)
    told = read_references(talk.question)
    told = [reference for reference in told if reference.number]
    if len({one.number for one in told}) == 1 and has_diacritics(talk.question) and _IT_CHANGED.search(text):
        return _IT_CHANGED.sub(lambda found: f"{found[1]} {_name_of(told[-1])}", text)
    if len({one.number for one in told}) == 1 and has_diacritics(talk.question) and _IT_FIRST.match(text):
        return _IT_FIRST.sub(f"{_name_of(told[-1])} thay thế ", text)
    if not has_diacritics(talk.question) or len(_THAT_AMOUNT.findall(text)) != 1 or not _OPERAND.search(text):
        return text
    earlier = read_slots(talk.question, talk.question, "vi", True, ())
    named = (*(place.name for place in earlier.places), *(period.label for period in earlier.periods))
    operand = " ".join((*(word for word in earlier.words if without_operations(word)), *named))
    return _THAT_AMOUNT.sub(lambda _: operand, text)


def _name_of(reference: LegalReference) -> str:
    """A text by its kind and number, without the article that was named of it."""
    return f"{reference.kind or 'văn bản'} {reference.number}"


def carry_over(question: Question, talk: Talk) -> Question:
    """A follow-up with what the talk so far names and it does not; any other question as it is."""
    opens = any(
        found is not None
        for found in (
            _FOLLOW_UP.match(question.asked),
            _POINTS_BACK.search(taken_together(question.asked)),
            _HOW_ABOUT.search(question.asked),
        )
    )
    if not _follows(question, opens):
        return question
    question = _within_year(_next_to(_redated(question, talk), talk), talk)
    told = _ORDINAL.sub(" ", talk.question) if _ORDINAL.search(question.text) else talk.question
    told = _renumbered(told, question)
    earlier = read_slots(told, told, "vi", True, ())
    if not _SETS_AGAINST.search(question.asked):
        earlier = _without_rivals(_turned(earlier, question), question)
    back = (_HOW_ABOUT.search(question.asked), _OF_THOSE.match(question.asked), _OF_THAT_KIND.search(question.asked))
    leans = opens and any(back)
    of_text = _OF_THE_TEXT.search(question.asked) is not None and bool(earlier.references)
    placed = bool(question.places or question.periods or earlier.places)
    of_same_law = opens and not placed and bool(earlier.references) and not earlier.references[-1].article
    own = [word for word in question.words if word not in _LEVELS]
    asks_itself = len(own) > 2 and not leans and _ASKS_ITSELF.search(question.asked) is not None
    full = of_text or asks_itself or (len(question.words) > 3 and not leans) or (len(own) >= 2 and not opens)
    before, whole = _set_apart(earlier.subject, question)
    subject = question.subject if full else f"{before} {question.subject}"
    places = question.places or earlier.places or ((talk.place,) if talk.place else ())
    periods = question.periods or earlier.periods or ((talk.period,) if talk.period else ())
    tells_how = bool(question.words) and _TELLS_HOW.search(question.asked) is not None
    of_thing = len(question.words) > 1 and _WHICH_THING.search(question.asked) is not None
    of_money = _OF_MONEY.search(question.asked) is not None
    parts = [subject, *(place.name for place in places), *(period.label for period in periods)]
    return replace(
        question,
        text=" ".join(part for part in parts if part),
        whole=whole,
        kind=question.kind if question.kind != "passage" or tells_how or of_thing else earlier.kind,
        places=places,
        periods=periods,
        dated_before=bool(periods) and not question.periods,
        unit=question.unit or ("" if question.counted or tells_how else "đồng" if of_money else earlier.unit),
        counted=question.counted or ("" if question.unit or of_money or tells_how else earlier.counted),
        status=question.status if question.status != "unknown" else earlier.status,
        words=question.words if full else tuple(dict.fromkeys(earlier.words + question.words)),
        cues=question.cues | earlier.cues,
        subject=subject,
        to_date=question.to_date or (earlier.to_date and not question.periods),
        carried=frozenset(earlier.words) - set(question.words) if question.words and not full else frozenset(),
        references=_completed(question.references, earlier.references)
        or (earlier.references[-1:] if of_text or of_same_law else ()),
        as_of=question.as_of or talk.as_of,
        of_law=question.of_law or talk.of_law,
        names=question.names or (earlier.names if _POINTS_BACK.search(question.asked) else ()),
    )


def _renumbered(told: str, question: Question) -> str:
    """The question before with the number that the follow-up puts in its place: "OCOP 4 sao", and then "còn 5 sao?"."""
    for found in _GRADE.finditer(question.asked):
        told = re.sub(rf"(?<![\d/.,])\d{{1,2}}(?= {re.escape(found['noun'])}(?!\w))", found["number"], told)
    return told


def _set_apart(before: str, question: Question) -> tuple[str, str]:
    """The subject of the question before, and the whole of a follow-up: one that only sets the two apart asks of both.

    "A nhiều hơn hay B nhiều hơn?" and then "chênh nhau bao nhiêu?"
    """
    if question.words or not _SETS_AGAINST.search(question.asked):
        return before, question.whole
    both = _WHICH_MORE.sub(" ", before)
    return both, f"{both} {question.whole}"


def in_whole_years(question: Question) -> Question | None:
    """A follow-up whose period was named before, over the whole years of that; None for any other question.

    What was asked of "năm 2021 và 9 tháng năm 2022" may go on with what is told of 2021-2022, which the answer says.
    """
    if not question.dated_before:
        return None
    first, last = min(p.start for p in question.periods)[:4], max(p.end for p in question.periods)[:4]
    years = Period(f"{first}-01-01", f"{last}-12-31", f"giai đoạn {first}-{last}")
    ordered = sorted(question.periods, key=lambda period: period.start)
    if any(int(left.end[:4]) + 1 < int(right.start[:4]) for left, right in pairwise(ordered)):
        return None  # two years apart are no stretch
    held = (years.start, years.end) in {(period.start, period.end) for period in question.periods}
    return None if held or first == last else replace(question, periods=(years,))


def in_other_texts(question: Question) -> Question | None:
    """A follow-up with a subject of its own, let loose of the text that only the question before named.

    None for any other question, and for one that speaks of that very text ("văn bản này").
    """
    if _IT_FIRST.match(question.asked):
        return None  # it is asked of that very text
    own = tuple(word for word in question.words if word not in question.carried)
    held = not question.references or bool(read_references(question.asked)) or not set(own) - question.light
    if held or _POINTS_BACK.search(question.asked) is not None:
        return None
    return replace(question, references=(), words=own, carried=frozenset(), text=question.whole)


_YEAR_BESIDE = re.compile(
    r"(?<!cùng kỳ )(?<!so với )\bnăm (?:ngay |liền )?(?P<before>trước(?: đó| nữa)?)(?!\w)"
    r"|\bnăm (?P<after>sau(?: đó| nữa)?|kế tiếp|tiếp theo)(?!\w)"
    r"|\bgiai đoạn (?:ngay |liền )?(?P<spanbefore>trước(?: đó| nữa)?)(?!\w)"
    r"|\bgiai đoạn (?P<spanafter>sau(?: đó| nữa)?|kế tiếp|tiếp theo)(?!\w)"
    r"|\bthe (?:(?P<earlier>year before|previous year)|(?P<later>year after|next year))\b",
    re.I,
)


_AGAINST_BEFORE = re.compile(r"\b(?:hơn|so với|tăng|giảm|kém|bằng|cùng kỳ)\b[^,.?]{0,24}\bnăm (?:trước|ngoái)\b", re.I)
"""The year before only compared with: "hơn kế hoạch năm trước bao nhiêu phần trăm"."""
_PART_OF_YEAR = re.compile(
    r"\b(?:(?:\d{1,2}|ba|sáu|chín|mấy) tháng (?:đầu|cuối)(?: năm)?|nửa (?:đầu|cuối) năm|quý (?:[IViv]{1,3}|\d))"
    r"\b(?! (?:năm )?(?:19|20)\d\d)",
    re.I,
)
_UNTIL_MONTH = re.compile(r"\b(?:tính )?(?:đến|tới) (?:hết |cuối )?tháng (\d{1,2})\b(?!/| năm)", re.I)


def _within_year(question: Question, talk: Talk) -> Question:
    """ "6 tháng đầu năm đã chi bao nhiêu?" after a question of one year: the months of that year."""
    told = talk.period
    if question.periods or told is None or told.start[:4] != told.end[:4]:
        return question
    until = _UNTIL_MONTH.search(question.text)
    part = _PART_OF_YEAR.search(question.text)
    named = f"{until[1]} tháng đầu năm" if until else part[0] if part else ""
    periods = tuple(period for period, _, _ in read_periods(f"{named} {told.start[:4]}")) if named else ()
    return replace(question, periods=periods) if len(periods) == 1 else question


def _next_to(question: Question, talk: Talk) -> Question:
    """ "Còn năm trước đó?" after a question of one year: the year before that one."""
    found = _YEAR_BESIDE.search(question.text) or _YEAR_BESIDE.search(question.asked)
    if _AGAINST_BEFORE.search(question.asked):
        return question
    if found is None or question.periods or talk.period is None:
        return question
    if found["spanbefore"] or found["spanafter"]:
        return _next_span(question, talk.period, later=bool(found["spanafter"]))
    if talk.period.start[:4] != talk.period.end[:4]:
        return question
    year = int(talk.period.start[:4]) + (-1 if found["before"] or found["earlier"] else 1)
    named = Period(f"{year}-01-01", f"{year}-12-31", f"năm {year}")
    text = _YEAR_BESIDE.sub(named.label, question.text)
    words = tuple(word for word in question.words if word in content_words(text))
    return replace(question, text=text, periods=(named,), words=words, subject=_YEAR_BESIDE.sub(" ", question.subject))


def _next_span(question: Question, told: Period, later: bool) -> Question:
    """The stretch of as many years before or after the one talked of: 2026-2030 after 2021-2025."""
    first, last = int(told.start[:4]), int(told.end[:4])
    shift = (last - first + 1) * (1 if later else -1)
    first, last = first + shift, last + shift
    named = Period(f"{first}-01-01", f"{last}-12-31", f"giai đoạn {first}-{last}")
    text = _YEAR_BESIDE.sub(named.label, question.text)
    words = tuple(word for word in question.words if word in content_words(text) and word != "giai đoạn")
    return replace(question, text=text, periods=(named,), words=words, subject=_YEAR_BESIDE.sub(" ", question.subject))


def _redated(question: Question, talk: Talk) -> Question:
    """ "Còn năm 2020?" after a question at a date: the same at the end of that year, which is then no period."""
    if (
        talk.as_of is None
        or not talk.of_law
        or question.as_of is not None
        or question.words
        or len(question.periods) != 1
    ):
        return question
    day = date.fromisoformat(question.periods[0].end)
    return replace(question, as_of=end_of(day.year, day.month, date.today()), periods=())


def _follows(question: Question, opens: bool) -> bool:
    """Whether a question leans on the one before it; ``opens`` says that it begins as one that does."""
    if not opens and _stands_alone(question):
        return False
    own = [word for word in question.words if word not in _LEVELS | listed_words("money_words.txt")]
    bare = not question.places and not question.periods and len(own) <= (1 if len(own) < len(question.words) else 2)
    if not opens and question.words and not bare:
        return False
    return not (len(question.words) > 3 and question.places and question.periods)


def _stands_alone(question: Question) -> bool:
    """Whether a question asks what a term means or what it must meet, which is so whatever place was talked of."""
    terms = [word for word in question.words if len(word.split()) >= _TERM]
    defined = len(question.words) == 1 and _DEFINES.search(question.asked) is not None
    return bool(terms) and (defined or _MUST.search(question.asked) is not None)


def _turned(earlier: Question, question: Question) -> Question:
    """The earlier question without the side of a contrast that the follow-up turns away from."""
    for pair in contrasts():
        new, old = sides_held(spread(question.text), pair), sides_held(spread(earlier.text), pair)
        if new == (True, False) and old == (False, True):
            earlier = without_side(earlier, pair[1])
        elif new == (False, True) and old == (True, False):
            earlier = without_side(earlier, pair[0])
    return earlier


def _without_rivals(earlier: Question, question: Question) -> Question:
    """The earlier question without the words whose role the follow-up fills: Sở for Cục, máy móc for thương hiệu."""
    asked = set(question.words)
    for group in rivals():
        if asked & group and set(earlier.words) & group - asked:
            earlier = without_side(earlier, group - asked)
    return earlier


def _completed(asked: tuple[LegalReference, ...], earlier: tuple[LegalReference, ...]) -> tuple[LegalReference, ...]:
    """References of a follow-up ("Còn điểm h?") with the article and law of the one before."""
    if not earlier:
        return asked
    last = earlier[-1]
    return tuple(
        replace(
            reference,
            clause=reference.clause or ("" if reference.article else last.clause),
            article=reference.article or last.article,
            kind=reference.kind or last.kind,
            number=reference.number or last.number,
        )
        for reference in asked
    )
