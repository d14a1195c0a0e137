"""The habits of hurried typing: shorthand written out, numbers in digits, "up to the meeting" read as until now.

It works on the letters of a question alone and does not know what the question asks.
"""

import csv
import re
from functools import cache

from assistant.spoken import said_plainly
from assistant.taken_together import taken_together
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
    r"(?:ở đâu|(?:ở )?(?:những |mấy |các )?(?:chỗ|khâu|điểm|mặt|phần) (?:nào|gì)|o dau|"
    r"(?:o )?(?:nhung |may |cac )?(?:cho|khau|diem|mat|phan) (?:nao|gi))(?!\w)|"
    r"(?<!\w)(?:vướng|mắc|kẹt|vuong|mac|ket) (?:những |nhung )(?:gì|gi)(?!\w)",
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
_CONTENTS = re.compile(
    r"(?<=nhóm )(?:ND|nd)(?!\w)|(?<=những )(?:ND|nd)(?= (?:nào|gì)(?!\w))|(?<=các )(?:ND|nd)(?= (?:nào|gì)(?!\w))"
)
"""Contents, not a decree: "tập trung vào những ND nào"."""
_CHOSEN_OF = re.compile(
    r"(?<![\d.,/])(?!(?:19|20)\d\d )(\d{1,4}) (?:trên|/) (\d{1,4})"
    r"(?= (?:sản phẩm|cơ sở|đề án|hồ sơ|tỉnh|huyện|xã)(?!\w))"
)
"""So many of so many: "102 trên 171 sản phẩm"."""
_WORKED_OUT = re.compile(r"(?<!\w)tinh ra(?= (?:bao|mấy|là)(?!\w))", re.IGNORECASE)
_SPAN_SHORT = re.compile(r"(?<!\w)(?:GĐ|Gđ|gđ)(?= (?:từ )?(?:năm )?(?:19|20)\d\d)")
"""A stretch of years, not a director: "GĐ 2014-2018"."""
_HEAD_SHORT = re.compile(
    r"(?<!\w)(?P<deputy>[Pp])?(?:GĐ|Gđ|gđ)(?= (?:SCT|sct|[Ss]ở|TT(?:KC)?|tt(?:kc)?|[Tt]rung tâm|HTX|htx|[Hh]ợp tác xã|"
    r"[Cc]ông ty|[Cc]ty|CTY|[Cc]ơ sở|[Xx]ưởng|DNTN|[Dd]oanh nghiệp)(?!\w))"
)
"""A director, by whose office it stands: "gđ SCT Thanh Hóa", "PGĐ sở"."""
_CHARGED = re.compile(
    r"(?<!\w)(?:được |phải )?(?:giao|lo|gánh|đảm nhận|đảm đương) (?:những |các |mấy )?"
    r"(?:việc|nhiệm vụ|phần việc) (?:gì|nào)(?!\w)",
    re.IGNORECASE,
)
"""What a body has to do, in other words: "được giao việc gì"."""
ENTERPRISE_KINDS = r"(?:hộ kinh doanh|hộ|xưởng|cơ sở|doanh nghiệp|dntn|hợp tác xã|htx|tổ hợp tác|công ty|nhà máy)"
_KINDS_COUNTED = re.compile(
    rf"(?<!\w)(?:mấy|bao nhiêu) {ENTERPRISE_KINDS}(?:, | hay | hoặc )(?:mấy|bao nhiêu) {ENTERPRISE_KINDS}(?!\w)",
    re.IGNORECASE,
)
"""Enterprises of any kind, which the texts call establishments: "mấy hộ, mấy xưởng"."""
_OWN_MONEY = re.compile(
    rf"(?<!\w)({ENTERPRISE_KINDS}(?!\w)[^.;?]{{0,80}}?) (?:phải |sẽ |đã )?(?:tự )?(?:phải )?"
    r"(?:móc hầu bao|móc túi|tự bỏ ra|tự bỏ tiền|tự bỏ vốn|bỏ tiền túi)(?: ra)? "
    r"(?=(?:khoảng |chừng )?(?:bao nhiêu|mấy)(?!\w)(?! (?:tiền )?vốn))",
    re.IGNORECASE,
)
"""What an enterprise pays itself: "công ty phải tự móc hầu bao bao nhiêu"."""
_HOUSES = re.compile(
    r"(?<!\w)(bao nhiêu|mấy) nhà(?= (?:theo|làm nghề|giữ|còn|tham gia|sống|dệt|đan|trồng)(?!\w))", re.IGNORECASE
)
"""Families, which the texts count as households: "còn bao nhiêu nhà theo nghề"."""
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
_HOW_OFTEN = re.compile(r"(?<!\w)(?:mấy|bao nhiêu) (?:tháng|quý|tuần|ngày)(?: thì)? (?:một|1) lần(?!\w)", re.IGNORECASE)
_YEARS = re.compile(
    r"(?<!từ )(?<!từ năm )(?<!giai đoạn )(?<![/\d])(?:(?:các|những|mấy) )?(?:năm )?((?:19|20)\d\d)(?: cho)? "
    r"(?:tới|đến)(?: hết)?(?: năm)? ((?:19|20)\d\d)(?![/\d])",
    re.IGNORECASE,
)
"""A stretch of years: "năm 2021 tới 2025"."""
_NO_STRETCH = re.compile(
    r"(?<!\w)(?:tăng|giảm|thay đổi|chênh|so sánh|so với|hơn|kém|gấp|chuyển nguồn|"
    r"(?:quý|tháng) \w+ (?:năm )?|(?:đầu|cuối|giữa|nửa) (?:năm )?(?=(?:19|20)\d\d))(?!\w{9})",
    re.IGNORECASE,
)
"""Where two years are compared, or the first is only begun in its course."""
_SOME_YEARS = re.compile(r"(?<!\w)(?:những|mấy) năm (?=(?:19|20)\d\d)", re.IGNORECASE)
_NUMBER_OF_TEXT = re.compile(
    r"^\W*số (?:hiệu )?(?:của )?(quyết định|nghị định|thông tư|công văn|văn bản)(?= (?:phê duyệt|về việc|quy định) )"
    r"(?!.*(?<!\w)(?:bao nhiêu|mấy|nào|đã|còn|được|năm \d)(?!\w))",
    re.IGNORECASE,
)
"""The number of a text asked for without a question word: "số quyết định phê duyệt ..."."""
_SUM_TOO = re.compile(
    r"((?:mấy|bao nhiêu) [^,?]{3,40}), (?:và )?(?:tổng (?:số )?(?:tiền|kinh phí|vốn)|kinh phí|số tiền)(?=\W*$)",
    re.IGNORECASE,
)
"""A sum asked for behind a count: "mấy đề án, tổng tiền"."""
_HIGHLANDS = re.compile(r"(?<=miền Trung) ?[-–]? ?TN(?!\w)", re.IGNORECASE)
_NUMBER_SAID = re.compile(r"(?<!\w)sô(?= (?:bao nhiêu|mấy)(?!\w))")
_ROUGHLY = re.compile(r"(?<!\w)chừng (?=(?:bao nhiêu|mấy)(?!\w))", re.IGNORECASE)
_COUNTABLE = r"(?:đề án|dự án|mô hình|cơ sở|sản phẩm|gian hàng|lao động)"
_COUNTS_APART = re.compile(
    rf"(?<!số )(?<!số lượng )(?<!mỗi )(?<!các )(?<!cho )(?<!của )(?<!\w)({_COUNTABLE}(?!\w)[^,.?;]{{0,60}}? "
    rf"(?:nhiều )?gấp (?:mấy|bao nhiêu) lần) (?={_COUNTABLE}(?!\w))",
    re.IGNORECASE,
)
_OF_MONEY = re.compile(
    r"(?<!\w)(?:tiền|kinh phí|vốn|ngân sách|chi|đồng|tỷ|triệu|doanh thu|giá trị|giá|năng suất|thu nhập|lương|"
    r"diện tích|sản lượng|công suất|tuổi|thời gian|tỷ lệ)(?!\w)",
    re.IGNORECASE,
)
"""What is set against what by its number and not by its money: "đề án máy móc gấp mấy lần đề án mô hình"."""
_TEXT_OF_YEAR = re.compile(
    r"(?<!\w)(nghị định|thông tư(?: liên tịch)?|quyết định|nghị quyết) ((?:19|20)\d\d)(?![\w/-])", re.IGNORECASE
)
"""A text named by its year alone: "thông tư liên tịch 2014"."""
_CENTRE = re.compile(
    r"(?<!\w)(?:TT|tt)(?= (?:[Kk]huyến công|khuyen cong|KC|kc)(?!\w))|"
    r"(?:(?<=mấy )|(?<=các )|(?<=nhiêu ))TT(?! (?:nào|số|gì)(?!\w))(?! ?\d)(?!\w)"
)
"""A centre, not a circular: "TT khuyến công tỉnh", "hiện có mấy TT"."""
_MATERIALS = re.compile(r"(?<!\w)(?:NL|nl)(?= (?:tại chỗ|địa phương|trong nước|đầu vào|trong tỉnh)(?!\w))")
_CIRCULAR = re.compile(r"(?<!\w)TT(?= (?:nào(?! (?:chịu|phụ trách|làm|được)(?!\w))|số|gì|mấy)(?!\w))")
_FIRST_ROUND = re.compile(r"(?<!\w)đợt đầu(?: tiên)?(?! năm(?! (?:19|20)\d\d))(?!\w)", re.IGNORECASE)
_PER_CENT = re.compile(r"(?<!\w)ph[aàáâầấẩẫậ][mn]? trăm(?!\w)", re.IGNORECASE)
YEAR_WORD = re.compile(
    r"(?<!\w)(?<!phía )(?<!phia )(?<!miền )(?<!mien )(?<!vực )(?<!vuc )(?<!việt )(?<!viet )n[aă]m "
    r"(?=(?:19|20)\d\d(?!\d))",
    re.IGNORECASE,
)
"""The word before a year, which is no region: "hoi nghi vung nam 2017", but "phía Nam 2023"."""


def mark_years(text: str) -> str:
    """A question typed without marks with "nam" before a year spelled as the year it is: "vung nam 2017"."""
    return YEAR_WORD.sub("năm ", text)


def write_out(text: str) -> str:
    """A question with the shorthand of hurried typing written out: "6T" as "6 tháng", "cs" as "cơ sở"."""
    text = re.sub(r"(?<![\w/])(\d{1,2})\s?[Tt](?![\w/])", r"\1 tháng", text)
    text = re.sub(r"(?<![\w/])T(\d{1,2})(?=/(?:19|20)\d\d| năm (?:19|20)\d\d)", r"tháng \1", text)
    text = re.sub(r"\b(đầu|cuối|nửa đầu|nửa cuối) ((?:19|20)\d\d)\b", r"\1 năm \2", text)
    text = _HEAD_SHORT.sub(lambda found: "phó giám đốc" if found["deputy"] else "giám đốc", text)
    text = _SPAN_SHORT.sub("giai đoạn", _HIGHLANDS.sub(" - Tây Nguyên", text))
    text = _SOME_YEARS.sub("năm ", text if _NO_STRETCH.search(text) else _YEARS.sub(r"giai đoạn \1-\2", text))
    text = _ROUGHLY.sub("", _NUMBER_SAID.sub("số", text))
    text = _SUM_TOO.sub(r"\1, kinh phí bao nhiêu", _NUMBER_OF_TEXT.sub(r"\1 số mấy", text))
    if _OF_MONEY.search(text) is None:
        text = _COUNTS_APART.sub(r"số \1 số ", text)
    text = _CONDITIONS.sub("điều kiện", text)
    text = _CHOSEN_OF.sub(r"\1/\2", _WORKED_OUT.sub("tính ra", _CONTENTS.sub("nội dung", text)))
    text = _PROGRAMME.sub("chương trình", _CIRCULAR.sub("thông tư", text))
    text = _MATERIALS.sub("nguyên liệu", _CENTRE.sub("trung tâm", text))
    text = _PER_CENT.sub("phần trăm", text)
    text = _FIRST_ROUND.sub("đợt 1", text).replace(" + ", " và ")
    for pattern, long in _shorthand():
        text = pattern.sub(long, text)
    text = _WEAK_WHERE.sub("có hạn chế gì", text)
    text = _ENTITLED.sub(r"\1", text)
    if has_diacritics(text):
        text = _WHICH_BARE.sub("nào", text)
        text = _LINK_BARE.sub(lambda found: _LINKS_BARE[found[0]], text)
    text = _COUNTED_BARE.sub(lambda found: _TIMES[found[0].lower()], text)
    text = _CHARGED.sub("có trách nhiệm gì", text)
    text = _SEVERAL_MISTYPED.sub("những", text)
    text = _HOUSES.sub(r"\1 hộ", text)
    text = _KINDS_COUNTED.sub("mấy cơ sở", text)
    text = _SO_HEARD.sub(r"\1 vậy", text)
    text = _HOW_OFTEN.sub(r"bao lâu một lần", text)
    text = _TEXT_OF_YEAR.sub(r"\1 năm \2", _ONCE.sub(r"\1 một lần", text))
    text = _OWN_MONEY.sub(r"\1 có vốn đối ứng ", taken_together(said_plainly(text)))
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
