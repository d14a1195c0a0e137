"""The habits of hurried typing: shorthand written out, numbers in digits, "up to the meeting" read as until now.

It works on the letters of a question alone and does not know what the question asks.
"""

import csv
import re
from functools import cache

from assistant.wording import DATA, has_diacritics
from documents.letters import UPPER
from documents.numbers import DIGIT_WORDS, parse_number_words


@cache
def _shorthand() -> tuple[tuple[re.Pattern[str], str], ...]:
    with (DATA / "shorthand.csv").open(encoding="utf-8", newline="") as lines:
        rows = [(row["short"], row["long"]) for row in csv.DictReader(lines)]
    rows.sort(key=lambda row: -len(row[0]))
    return tuple(
        (re.compile(rf"(?<![\w/])(?<!điểm )(?<!Điểm ){re.escape(short)}(?![\w/.-]*\d)(?![\w/-])"), long)
        for short, long in rows
    )


_WEAK_WHERE = re.compile(
    r"(?<!\w)(?:tắc|nghẽn|kẹt|vướng|mắc|yếu|kém|sai|lỗi|hỏng|tac|nghen|ket|vuong|mac|yeu|kem|loi) "
    r"(?:ở đâu|(?:ở )?(?:những |mấy )?chỗ nào|o dau|(?:o )?(?:nhung |may )?cho nao)(?!\w)",
    re.IGNORECASE,
)
"""Where something is weak or stuck, which asks for no place: "đang tắc ở đâu", typed with or without marks."""
_ENTITLED = re.compile(
    r"(?<!\w)(ai|người nào|cơ quan nào|cấp nào|đơn vị nào|chức danh nào) (?:mới )?(?:là người )?"
    r"có (?:thẩm )?quyền(?= \w)",
    re.IGNORECASE,
)
"""Whoever may do something, who in the texts just does it: "ai có thẩm quyền phê duyệt"."""
_TIMES = {"ngay": "ngày", "thang": "tháng", "nam": "năm", "lan": "lần", "gio": "giờ", "tuan": "tuần"}
_WHICH_BARE = re.compile(r"(?<=\w )nao(?!\w)")
_LINKS_BARE = {"cua": "của", "cac": "các", "duoc": "được", "va": "và"}
_LINK_BARE = re.compile(rf"(?<=\w )(?:{'|'.join(_LINKS_BARE)})(?= \w)")
"""Words that only join others, typed without their marks in a question that has them: "khuyến công cua tỉnh"."""
_COUNTED_BARE = re.compile(
    rf"(?<=bao nhiêu )(?:{'|'.join(_TIMES)})(?!\w)|(?<!\w)(?:ngay|thang|nam)(?= nào(?!\w))", re.IGNORECASE
)
"""What is counted, typed without its marks in a question that has them: "trong bao nhiêu ngay"."""
_CONDITIONS = re.compile(r"(?<=những )(?:ĐK|đk)(?!\w)|(?<=các )(?:ĐK|đk)(?!\w)|(?<!\w)(?:ĐK|đk)(?= (?:nào|gì)(?!\w))")
_CONTENTS = re.compile(r"(?<=những )(?:ND|nd)(?= (?:nào|gì)(?!\w))|(?<=các )(?:ND|nd)(?= (?:nào|gì)(?!\w))")
"""Contents, not a decree: "tập trung vào những ND nào"."""
_SPAN_SHORT = re.compile(r"(?<!\w)(?:GĐ|Gđ|gđ)(?= (?:từ )?(?:năm )?(?:19|20)\d\d)")
"""A stretch of years, not a director: "GĐ 2014-2018"."""
_CHARGED = re.compile(
    r"(?<!\w)(?:được |phải )?(?:giao|lo|gánh|đảm nhận|đảm đương) (?:những |các |mấy )?"
    r"(?:việc|nhiệm vụ|phần việc) (?:gì|nào)(?!\w)",
    re.IGNORECASE,
)
"""What a body has to do, in other words: "được giao việc gì"."""
_ENTERPRISE_KINDS = r"(?:hộ|xưởng|cơ sở|doanh nghiệp|hợp tác xã|htx|tổ hợp tác|công ty|nhà máy)"
_KINDS_COUNTED = re.compile(
    rf"(?<!\w)(?:mấy|bao nhiêu) {_ENTERPRISE_KINDS}(?:, | hay | hoặc )(?:mấy|bao nhiêu) {_ENTERPRISE_KINDS}(?!\w)",
    re.IGNORECASE,
)
"""Enterprises of any kind, which the texts call establishments: "mấy hộ, mấy xưởng"."""
_SO_HEARD = re.compile(
    r"(?<!\w)(nhiêu|nhiu|rồi|thế nào|nào|gì|ai|đâu|sao|mấy|không|được) "
    r"(?:vây|zậy|zay|dậy|dzậy|dzay|zị|dị|(?:(?<=nhiêu )|(?<=nhiu )|(?<=rồi ))vay)"
    r"(?=(?: (?:ạ|à|ta|nhỉ|anh|chị|em|bạn))*\W*$)",
    re.IGNORECASE,
)
"""The particle that ends a question, as it is heard or mistyped: "bao nhiêu vây", "rồi zậy"."""
_SEVERAL_MISTYPED = re.compile(
    r"(?:(?<=\w )nhưng|^Nhưng)"
    r"(?= (?!không|chưa|chẳng|lại|mà|tôi|em|mình|vẫn|cũng|rồi|sau|thì)(?:\w+ ){1,4}(?:nào|gì)(?!\w))"
)
_PROGRAMME = re.compile(r"(?<!\w)(?:CT|Ct|ct)(?= (?:khuyến công|KC|KCQG|KCĐP|kc|kcqg|kcđp|mục tiêu)(?!\w))")
"""A programme, not a department: "CT KCQG"."""
_ONCE = re.compile(r"(?<!\w)(lâu|năm|tháng|quý|tuần|ngày) 1 lần(?!\w)", re.IGNORECASE)
_TOLD_ONE_BY_ONE = r"nguồn|khoản|loại|việc|chỗ|mảng|vùng|nơi|nội dung|mục|ý|nhóm|điểm"
_SOURCES_TOLD = re.compile(
    rf"(?<!\w)mấy ({_TOLD_ONE_BY_ONE})(?=[^?]*(?<!\w)(?:kể|liệt kê|nêu)(?!\w))|"
    rf"(?<=kể giúp )mấy ({_TOLD_ONE_BY_ONE})(?!\w)|(?<=liệt kê )mấy ({_TOLD_ONE_BY_ONE})(?!\w)|"
    rf"(?<=kể )mấy ({_TOLD_ONE_BY_ONE})(?!\w)",
    re.IGNORECASE,
)
"""Things to be told one by one: "lấy từ mấy nguồn, kể đủ giùm"."""
_SIDES_SAID = re.compile(
    r"(?<!tiền )(?<!\w)(?:tỉnh hay (?:là )?(quốc gia|trung ương)|(quốc gia|trung ương) hay (?:là )?tỉnh)"
    r"(?= (?:chi|bỏ|hỗ trợ|cấp|nhiều|ít|cho)(?!\w))",
    re.IGNORECASE,
)
"""Whose money is meant: "tỉnh hay quốc gia chi nhiều hơn"."""
_STILL_APPLIED = re.compile(
    r"(\d[\w/-]*)((?: (?!vẫn)\S+){0,8}?) vẫn (?:là văn bản |còn |là )?đang (?:được )?áp dụng"
    r"(?:,? (?:nên|vậy|thế)(?: thì)?|,) "
    r"(?!.*(?:đúng|phải) (?:vậy )?không)",
    re.IGNORECASE,
)
"""What a question believes of a text and does not ask: "Thông tư ... vẫn đang áp dụng, vậy ..."."""
_OF_OURS = re.compile(
    r"(?<!\w)mấy (?=\w+(?: \w+)? (?:bên|của|nhà|ở) (?:tôi|em|mình|tui|chúng tôi|bên em|chỗ tôi|chỗ em)(?!\w))",
    re.IGNORECASE,
)
"""Things of the one who asks, not counted: "mấy đề án bên tôi chậm"."""
_NAMED_NOW = re.compile(
    r"(?<!\w)(?:bây giờ|giờ|hiện nay|hiện|ngày nay|nay|về sau)(?: đã| được| có)? "
    r"(?:mang|có|đổi|lấy|gọi)(?: bằng| thành| sang)? (?:tên|tên gọi)(?: mới)?(?: là)? gì(?!\w)",
    re.IGNORECASE,
)
_TEXT_OF_YEAR = re.compile(
    r"(?<!\w)(nghị định|thông tư(?: liên tịch)?|quyết định|nghị quyết) ((?:19|20)\d\d)(?![\w/-])", re.IGNORECASE
)
"""A text named by its year alone: "thông tư liên tịch 2014"."""
_THOSE = re.compile(r"(?<!\w)mấy (?=\w+(?: \w+)? (?:đó|này|ấy|kia|vừa rồi|trên)(?!\w))", re.IGNORECASE)
"""Things pointed at, not counted: "để gỡ mấy chỗ đó"."""
_HOW_MANY_SAID = re.compile(r"(?<!bao )(?<!bấy )(?<!\w)(?:nhiêu|nhiu)(?!\w)", re.IGNORECASE)
"""How many, as the South says it for short: "kế hoạch giao nhiêu"."""
_SECTION_SAID = re.compile(r"(?<!\w)(điều|khoản|điểm|chương) mấy(?!\w)", re.IGNORECASE)
"""Which section of a text: "căn cứ điều mấy"."""
_NUMBER_WORDS = (
    r"lần|phần|giờ|tuổi|ngày|tháng|năm|quý|tỷ|tỉ|triệu|nghìn|ngàn|trăm|chục|đồng|%|"
    r"điểm(?! (?:nghẽn|yếu|mạnh|mới|nổi|nhấn|khác|sáng|vướng|tắc))"
)
_SOME = re.compile(
    rf"(?<!\w)(?<!thứ )(?<!có )(?<!được )(?<!gồm )(?<!là )(?<!chia )(?<!số )mấy "
    rf"(?!(?:{_NUMBER_WORDS})(?!\w))(?=[^,.;:?]*(?<!\w)(?<!và )(?:gì|nào|ra sao|thế nào|làm sao|bao nhiêu)(?!\w))"
    rf"(?![^,.;:?]*(?<!\w)(?:và|hay|hoặc|rồi)(?!\w))",
    re.IGNORECASE,
)
"""Some of what is spoken of, where something else is asked of it: "mấy trung tâm phải lo gì"."""
_SOME_BEHIND = re.compile(
    rf"(?<!\w)(cho|với|của|trên) mấy (?!(?:{_NUMBER_WORDS})(?!\w))"
    r"(?=[^?]*(?<!\w)(?:bao nhiêu|gì|nào|ra sao)(?!\w))",
    re.IGNORECASE,
)
_SOME_FIRST = re.compile(
    r"^\W*mấy (?=(?:tỉnh|huyện|xã|địa phương|cơ sở|doanh nghiệp|đề án|dự án|đơn vị|trung tâm|sở)(?!\w)"
    r"[^?;]*,[^?]*(?<!\w)(?:bao nhiêu|gì|nào|ra sao|thế nào)(?!\w))",
    re.IGNORECASE,
)
"""The same where what is asked follows a comma: "Mấy tỉnh phía Bắc năm 2024, ... giao bao nhiêu"."""
_SOME_TOLD = re.compile(rf"(?<!\w)(?<!thứ )mấy (?!(?:{_NUMBER_WORDS})(?!\w))(?=[^.?]*\. \S)", re.IGNORECASE)
"""The same in a sentence that only tells, before the one that asks."""
_CENTRAL = (
    (re.compile(r"(?<!\w)((?:ở|tại|chỗ|nơi|về|từ)) mô(?! hình)(?!\w)", re.IGNORECASE), r"\1 đâu"),
    (
        re.compile(
            r"(?<!\w)(khi|lúc|hồi|tỉnh|huyện|xã|nước|cơ quan|đơn vị|người|loại|cái|năm|ngày|tháng|văn bản|việc|"
            r"khoản|mức|sở|phòng|bên) mô(?! hình)(?!\w)",
            re.IGNORECASE,
        ),
        r"\1 nào",
    ),
    (re.compile(r"(?<!\w)(?:vì|tại|do|cớ) răng(?!\w)|^răng(?= (?:mà|lại)(?!\w))", re.IGNORECASE), "vì sao"),
    (re.compile(r"(?<!\w)như răng(?!\w)", re.IGNORECASE), "như thế nào"),
    (re.compile(r"(?<!\w)(ra|làm|thì) răng(?!\w)", re.IGNORECASE), r"\1 sao"),
    (re.compile(r"(?<=\w )chi(?=(?: (?:rứa|vậy|thế|hè|không|hả|ạ))*\W*$)", re.IGNORECASE), "gì"),
    (re.compile(r"(?<!\w)(những|các|việc|cái) chi(?!\w)", re.IGNORECASE), r"\1 gì"),
    (re.compile(r"(?<!\w)((?:đem|mang) lại(?: được)?|giúp(?: được)?) chi(?!\w)", re.IGNORECASE), r"\1 gì"),
    (re.compile(r"(?<!\w)rứa(?!\w)", re.IGNORECASE), "vậy"),
    (re.compile(r"(?<!\w)bao lăm(?!\w)", re.IGNORECASE), "bao nhiêu"),
)
"""Question words of central Vietnam: "ở mô", "ra răng", "được chi"."""
_HEAD_OF = re.compile(r"(?<!\w)(?:người|vị) (?:phụ trách|đứng đầu|lãnh đạo) (?=(?:trung tâm|sở)(?!\w))", re.IGNORECASE)
"""Whoever heads a centre or a department, who in the texts is its director."""
_CIRCULAR = re.compile(r"(?<!\w)TT(?= (?:nào|số|gì|mấy)(?!\w))")
_FIRST_ROUND = re.compile(r"(?<!\w)đợt (?:đầu tiên|đầu)(?!\w)", re.IGNORECASE)
_PER_CENT = re.compile(r"(?<!\w)ph[aàáâầấẩẫậ][mn]? trăm(?!\w)", re.IGNORECASE)
_SIGNED_OFF = re.compile(r"(?<!\w)k[ýí] (?:phê )?duyệt(?!\w)", re.IGNORECASE)
_NO_SAID = re.compile(r"(?<!\w)(?:hông|hổng|hem)(?!\w)", re.IGNORECASE)
_REPORTED_IN = re.compile(
    r"(?<!\w)((?:theo|trong|xem|đọc) (?:\w+ )?(?:báo cáo|bài(?: báo| viết)?|bản tin|tin)"
    r"(?: (?!tháng|năm|vào)[\w-]+){0,7}?)"
    r" (?:hồi |vào |của )?tháng \d{1,2}(?:/| năm )(20\d\d)(?!\w)",
    re.IGNORECASE,
)
"""When a report was given, which is not the time it tells of: "theo báo cáo tháng 5/2024"."""
_MEETING_OF = re.compile(
    r"(?<!\w)((?:hội nghị|cuộc họp)(?: (?!tháng|năm|vào|ngày|hồi|diễn|họp|tổ)[\w-]+){1,8}?)"
    r" (?:hồi |vào |của )?tháng \d{1,2}(?:/| năm )(20\d\d)(?!\w)",
    re.IGNORECASE,
)
"""The month of a meeting, whose reports tell of its year: "hội nghị phía Bắc tháng 5/2024"."""
_NAMED_TAIL = re.compile(
    r"((?:những|các|nhung|cac) [^?]{3,90} (?:nào|nao)(?!\w)[^?]*?), ?"
    r"(?:có |co )?(?:tên|ten)(?: là| la)? (?:gì|gi|chi)(?=\W*$)",
    re.IGNORECASE,
)
"""A list that is asked for twice: "những đề án nào phải ngừng, tên là gì"."""
YEAR_WORD = re.compile(
    r"(?<!\w)(?<!phía )(?<!phia )(?<!miền )(?<!mien )(?<!vực )(?<!vuc )(?<!việt )(?<!viet )n[aă]m "
    r"(?=(?:19|20)\d\d(?!\d))",
    re.IGNORECASE,
)
"""The word before a year, which is no region: "hoi nghi vung nam 2017", but "phía Nam 2023"."""


def mark_years(text: str) -> str:
    """A question typed without marks with "nam" before a year spelled as the year it is: "vung nam 2017"."""
    return YEAR_WORD.sub("năm ", text)


def told_one_by_one(text: str) -> str:
    """A question with the things it wants to be told one by one asked for as such: "mấy việc, liệt kê giúp"."""
    return _SOURCES_TOLD.sub(lambda found: f"những {next(filter(None, found.groups()))} nào", text)


def write_out(text: str) -> str:
    """A question with the shorthand of hurried typing written out: "6T" as "6 tháng", "cs" as "cơ sở"."""
    text = re.sub(r"(?<![\w/])(\d{1,2})\s?[Tt](?![\w/])", r"\1 tháng", text)
    text = re.sub(r"(?<![\w/])T(\d{1,2})(?=/(?:19|20)\d\d| năm (?:19|20)\d\d)", r"tháng \1", text)
    text = re.sub(r"\b(đầu|cuối|nửa đầu|nửa cuối) ((?:19|20)\d\d)\b", r"\1 năm \2", text)
    text = _SPAN_SHORT.sub("giai đoạn", text)
    text = _CONDITIONS.sub("điều kiện", text)
    text = _CONTENTS.sub("nội dung", text)
    text = _PROGRAMME.sub("chương trình", _CIRCULAR.sub("thông tư", text))
    text = _PER_CENT.sub("phần trăm", text)
    text = _FIRST_ROUND.sub("đợt 1", _SIGNED_OFF.sub("phê duyệt", text)).replace(" + ", " và ")
    for pattern, long in _shorthand():
        text = pattern.sub(long, text)
    text = _WEAK_WHERE.sub("có hạn chế gì", text)
    text = _HEAD_OF.sub("giám đốc ", _ENTITLED.sub(r"\1", text))
    if has_diacritics(text):
        text = _WHICH_BARE.sub("nào", text)
        text = _LINK_BARE.sub(lambda found: _LINKS_BARE[found[0]], text)
    text = _COUNTED_BARE.sub(lambda found: _TIMES[found[0].lower()], text)
    text = _CHARGED.sub("có trách nhiệm gì", text)
    text = _SEVERAL_MISTYPED.sub("những", text)
    text = _KINDS_COUNTED.sub("mấy cơ sở", text)
    text = _SO_HEARD.sub(r"\1 vậy", text)
    for spoken, standard in _CENTRAL if has_diacritics(text) else ():
        text = spoken.sub(standard, text)
    text = _NO_SAID.sub("không", _HOW_MANY_SAID.sub("bao nhiêu", text))
    text = _OF_OURS.sub("các ", _THOSE.sub("những ", _ONCE.sub(r"\1 một lần", text)))
    text = _NAMED_NOW.sub("có tên gọi về sau thế nào", _TEXT_OF_YEAR.sub(r"\1 năm \2", text))
    text = _SECTION_SAID.sub(r"\1 nào", text)
    text = _SOME_TOLD.sub("các ", _SOME_FIRST.sub("các ", _SOME_BEHIND.sub(r"\1 các ", _SOME.sub("các ", text))))
    text = _MEETING_OF.sub(r"\1 năm \2", _REPORTED_IN.sub(r"\1 năm \2", text))
    text = _SIDES_SAID.sub(
        lambda found: f"tiền tỉnh hay tiền {found[1] or found[2]}", _STILL_APPLIED.sub(r"\1\2, ", text)
    )
    text = _NAMED_TAIL.sub(r"\1", text)
    return _GIVEN.sub("hỗ trợ ", text)


# "được cho bao nhiêu", "cho tối đa": what is given is what the texts call support.
_GIVEN = re.compile(
    r"(?<=được )(?:nhà nước )?cho (?=bao nhiêu|mấy|tối đa|nhiều nhất)|\bcho (?=tối đa|nhiều nhất)", re.IGNORECASE
)

# "năm" is a digit only before "mươi" and "trăm": "hai mươi năm" is twenty years.
_DIGIT = rf"(?:{'|'.join(word for word in DIGIT_WORDS if word not in ('không', 'năm'))}|năm(?= (?:mươi|trăm)))"
_NUMBER = re.compile(rf"\b(?:{_DIGIT}|mười)(?: (?:{_DIGIT}|mười|mươi|trăm|linh|lẻ))*\b", re.IGNORECASE)
_COUNTS = re.compile(
    r" (?:tháng (?:đầu|cuối|năm)|đề án|đợt|mô hình|cơ sở|dự án|sản phẩm|gian hàng|triệu|tỷ|tỉ|nghìn)\b", re.IGNORECASE
)


def put_digits(text: str) -> str:
    """Number words in digits where they surely count: "mười ba mô hình", "sáu tháng đầu năm"."""
    return _NUMBER.sub(_in_digits, text)


def _in_digits(found: re.Match[str]) -> str:
    said = found[0].lower()
    if found[0][0].isupper() and re.search(rf"[{UPPER}]\w* $", found.string[: found.start()]):
        return found[0]  # "Tháp Mười" is a district
    value = parse_number_words(said)
    tens = " " in said or said == "mười"
    counts = said != "một" and _COUNTS.match(found.string, found.end()) is not None
    return str(value) if value is not None and (tens or counts) else found[0]


_DATED = r"(?: (?:hồi|vào|giữa|đầu|cuối|ngày|tháng)){1,3}"
_UNTIL_MEETING = re.compile(
    r"(?P<lead>từ đầu năm(?: (?P<since>20\d\d))? |tính )?(?:cho )?(?:đến|tới)"
    r"(?P<moment>(?: (?:hết|lúc|khi|thời điểm|ngày|hôm|kỳ|họp|có|mở|diễn ra|tổ chức)){0,3}) "
    r"(?:hội nghị|cuộc họp|họp(?: hội nghị)?)(?!\w)(?: khuyến công)?(?: (?:họp|diễn ra))?"
    r"(?P<region>(?-i: (?:khu vực |các tỉnh |vùng )?(?:phía|miền) [BNT]\w+)(?: - Tây Nguyên)?"
    r"(?= (?:năm|tháng|ngày|hồi)))?"
    rf"(?:(?-i: (?:ở|tại) [{UPPER}][\w.]*(?: [{UPPER}]\w*)*)(?={_DATED} \d))?"
    rf"(?:{_DATED} (?:\d{{1,2}}/)?\d{{1,2}}(?!\d)(?:(?:/| năm )(?P<year>20\d\d))?| năm (?P<yearly>20\d\d)"
    r"|(?: (?:\d{1,2}/)?\d{1,2}(?:/| năm )(?P<dated>20\d\d)))?",
    re.IGNORECASE,
)


def until_meeting(text: str) -> str:
    """ "tính tới hội nghị tháng 5/2024" as the year so far, as reports given at such a meeting say it."""
    return _UNTIL_MEETING.sub(_so_far, text)


def _so_far(found: re.Match[str]) -> str:
    year = found["year"] or found["dated"] or found["yearly"] or found["since"]
    if not (found["lead"] or found["moment"]):
        return found[0]  # "đến hội nghị tháng 5/2024" may be whoever came to it
    region = found["region"] or ""
    return f"từ đầu năm đến nay năm {year}{region}" if year else f"từ đầu năm đến nay{region}"
