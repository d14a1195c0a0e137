"""Who says what a document reports, and how a question names a speaker.

A report names its speaker once and goes on with what was said; which sentence answers is told elsewhere.
"""

import re
from dataclasses import dataclass

from assistant.entities import persons
from assistant.evidence import Sentence, View
from assistant.question_slots import Question
from assistant.wording import content_words, fold
from documents.letters import LOWER, UPPER

BEFORE = 5  # sentences before one in which its speaker is looked for
SPEECH = 20  # sentences before one in which the office of its speaker may have been named; both set by hand
_SAYS = (
    r"(?:cho biết|cho hay|nói|thông tin|khẳng định|cho rằng|nhận định|phát biểu|nhấn mạnh|đề nghị|yêu cầu|đánh giá|"
    r"chỉ đạo|kết luận|bảo|giải thích|phân tích|nhận xét|kiến nghị|cho là|nêu(?! (?:tên|rõ))|công bố|thông báo|đề xuất|"
    r"chia sẻ|phản ánh|phàn nàn|than (?:thở|phiền|rằng)|lo (?:ngại|lắng)|băn khoăn|"
    r"(?<!đáng )kể(?= (?:rằng|lại|chuyện))|lưu ý|nhắc nhở|tâm sự)"
)
_HELD_OFFICE = re.compile(
    r"(?<!\w)((?:Phó )?Chủ tịch|Bộ trưởng|Thứ trưởng|(?:Phó )?Cục trưởng|(?:Phó )?Giám đốc|Chủ cơ sở|Thủ tướng)"
    rf"(?: [^,.;?]{{0,60}}?)? {_SAYS}(?!\w)",
    re.IGNORECASE,
)
"""The holder of an office who says something: "Chủ tịch UBND tỉnh đánh giá"."""
_ASKS_WHO = re.compile(
    r"(?:^\W*|[,:] )(?:(?:thế|vậy|còn|thì) )?(?:theo )?(?:ai|người nào|vị nào|"
    r"(?:vị |ông |bà )?(?:lãnh đạo|cán bộ|quan chức|đại biểu)(?: [^,.;?]{2,40}?)? nào) (?:là người |là |đã )*(?:"
    + _SAYS
    + r"|than|lo|kể|kêu)(?!\w)",
    re.IGNORECASE,
)
_BODY_SAYS = re.compile(
    r"^(?:các |những |một số )?"
    r"(hiệp hội|liên đoàn|chuyên gia|đại biểu|người dân|ngân hàng|hội đồng|công đoàn|phòng thương mại)"
    r"(?! (?:muốn|cần|định|sắp|đang)(?!\w))"
    rf"(?: [^,.;?]{{0,60}}?)? {_SAYS}(?!\w)",
    re.IGNORECASE,
)
"""A body that is asked to have said something: "Hiệp hội doanh nghiệp nhận xét ra sao"."""
_TITLES = frozenset({"ông", "bà", "anh", "chị"})
_POINTS_AT = re.compile(rf"\W*(Ông|Bà|Anh|Chị) (?![{UPPER}])")
"""A sentence that goes on with one named before: "Ông cho rằng ..." is said by no woman."""
_TELLS = re.compile(r"(?<!\w)" + _SAYS + r"(?!\w)")
NAME_RUN = rf"[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,4}}"
"""The name of a person without a title, as printed."""
_ACCORDING = re.compile(rf"(?:[Tt]heo(?: lời)?|[Ýý] kiến của) (?:ông|bà|đồng chí|anh|chị) ({NAME_RUN})")
_NAMED_SAYS = re.compile(rf"(?<!\w)(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí) ({NAME_RUN})(?: (?:đã|có))? {_SAYS}(?!\w)")
_NAMED = re.compile(
    r"(?:(?:[Tt]heo|[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Cc]ục trưởng|[Gg]iám đốc|[Tt]hứ trưởng|[Pp]hó) ){1,4}"
    rf"{NAME_RUN}(?: (?:đã )?{_SAYS})?"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person by name and office as printed, with the sentence that names them as speaking."""

    name: str
    sentence: Sentence


_ASKS_WHO_EN = re.compile(
    r"^\W*(?:who|which (?:\w+ ){0,3}?(?:official|leader|person|director|speaker|head))(?: was it that)? (?:\w+ly )?(?:"
    r"said|says|urged|asked|told|stated|stressed|emphasi[sz]ed|proposed|requested|noted|called (?:for|on)|reported)\b",
    re.IGNORECASE,
)


def asks_who_says(question: Question) -> bool:
    """Whether it is asked who says something that the question tells: "ai cho biết ..."."""
    if question.language == "en":
        return question.kind == "who" and _ASKS_WHO_EN.search(question.asked) is not None
    asked = question.asked if question.carried else question.text
    return question.kind == "who" and _ASKS_WHO.search(asked) is not None


def _pointed_at(title: str, named: list[str]) -> list[str]:
    """Those of the persons of one sentence that a title may point at: of that title, or all where none has one."""
    titles = [name.split()[0].lower() for name in named]
    if not title or not set(titles) & _TITLES:
        return named
    return [name for name, own in zip(named, titles, strict=True) if own == title]


def speaker_of(view: View, sentence: Sentence) -> Speaker | None:
    """The last person named as speaking in a sentence of a report or shortly before it; None where there is none."""
    if view.is_legal:
        return None
    pointed = _POINTS_AT.match(sentence.text)
    title = pointed[1].lower() if pointed is not None else ""
    for row in reversed(view.sentences[max(0, sentence.order - BEFORE) : sentence.order + 1]):
        named = _pointed_at(title, persons(row.text))
        if named and (_TELLS.search(row.text) or _ACCORDING.search(row.text)):
            return Speaker(named[0], row)
    return None


def lacks_speaker(question: Question, view: View, sentence: Sentence) -> bool:
    """Whether what the holder of an office said is asked for and no such office stands in or before a sentence."""
    if of_other_speaker(question, sentence.text):
        return True
    body = _BODY_SAYS.match(question.text)
    if body is not None and not view.is_legal:
        return body[1].lower() not in sentence.text.lower() or _TELLS.search(sentence.text) is None
    asked = _HELD_OFFICE.search(question.text)
    if asked is None:
        return False
    office = fold(asked[1])
    before = view.sentences[max(0, sentence.order - SPEECH) : sentence.order + 1]
    told = fold(" ".join(row.text for row in before))
    return re.search(rf"(?<!pho )(?<!thu ){office}(?!\w)", told) is None


_OFFICE_SAYS = re.compile(
    r"(?:Phó )?(?:Cục trưởng|Giám đốc|Chủ tịch|Thứ trưởng|Bộ trưởng)(?: [^,.;?]{2,60}?)?(?= (?:đã )?"
    + _SAYS
    + r"(?!\w))"
)


def office_that_says(question: Question) -> str:
    """The office whose holder a question asks the words of, with its body, as typed; "" where it names none."""
    found = _OFFICE_SAYS.search(question.text)
    return found[0] if found is not None and " " in found[0].removeprefix("Phó ").partition(" ")[2] else ""


def says_so(office: str, sentence: str) -> bool:
    """Whether a sentence names the holder of an office, with its body, as saying something."""
    return fold(office) in fold(sentence) and _TELLS.search(sentence) is not None


def of_other_speaker(question: Question, sentence: str) -> bool:
    """Whether what a named person said is asked for ("theo ông A") and a sentence tells what another one said."""
    named = _ACCORDING.search(question.text) or _NAMED_SAYS.search(question.text)
    if named is None or _TELLS.search(sentence) is None:
        return False
    told = fold(sentence)
    return bool(persons(sentence)) and fold(named[1]) not in told


def speaker_words(question: Question) -> frozenset[str]:
    """The words by which a question names who speaks ("Cục trưởng B yêu cầu"): a speech rarely repeats them."""
    return frozenset(word for match in _NAMED.finditer(question.text) for word in content_words(match[0]))
