"""Everyday and regional wording of a question put as the texts put it: "nhiêu", "ở mô", "mấy trung tâm phải lo gì".

It works on the letters of a question alone; shorthand and typing errors are mended elsewhere.
"""

import re

from assistant.preambles import ASKING
from assistant.wording import has_diacritics
from documents.letters import UPPER
from documents.places import place_table

_TOLD_ONE_BY_ONE = (
    r"(nguồn|khoản|loại|việc|chỗ|mảng|vùng|nơi|nội dung|mục|ý|nhóm|điểm)"
    r"(?=\W*$|[,.;?:]| (?:được|là|thì|có|phải|cần|theo|mà)(?!\w))"
)
_SOURCES_TOLD = re.compile(
    rf"(?<!\w)mấy {_TOLD_ONE_BY_ONE}(?=[^?]*[,.;:] (?:\w+ ){{0,2}}(?:kể|liệt kê|nêu)(?!\w))|"
    rf"(?<!\w)(?<=kể giúp )mấy {_TOLD_ONE_BY_ONE}|(?<!\w)(?<=liệt kê )mấy {_TOLD_ONE_BY_ONE}|"
    rf"(?<!\w)(?<=kể )mấy {_TOLD_ONE_BY_ONE}",
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
    r"(\d[\w/-]*)((?: (?!vẫn|hiện|còn)\S+){0,8}?) (?:hiện )?(?:vẫn|còn|nay)(?: là văn bản| còn| là)? "
    r"đang (?:được )?áp dụng"
    r"(?:,? (?:nên|vậy|thế)(?: thì)?|,) "
    r"(?!.*(?:đúng|phải) (?:vậy )?không)",
    re.IGNORECASE,
)
"""What a question believes of a text and does not ask: "Thông tư ... vẫn đang áp dụng, vậy ..."."""
_OF_OURS = re.compile(
    r"(?<!\w)(?<!có )(?<!được )(?<!hỗ trợ )mấy (?=\w+(?: \w+)? (?:bên|của|nhà|ở) (?:tôi|em|mình|chúng tôi)(?!\w))",
    re.IGNORECASE,
)
"""Things of the one who asks, not counted: "mấy đề án bên tôi chậm"."""
_NAMED_NOW = re.compile(
    r"(?<!\w)(?:bây giờ|giờ|hiện nay|hiện|ngày nay|nay|về sau)(?: đã| được| có)? "
    r"(?:mang|có|đổi|lấy|gọi)(?: bằng| thành| sang)? (?:tên|tên gọi)(?: mới)?(?: là)? gì(?!\w)",
    re.IGNORECASE,
)
_THOSE = re.compile(
    r"(?<!\w)(?<!có )(?<!được )(?<!hỗ trợ )(?<!gồm )mấy "
    r"(?=\w+(?: \w+)? (?:(?:đó|này|ấy|kia|vừa rồi)(?!\w)|trên(?=\W*$|[,.;?:])))",
    re.IGNORECASE,
)
"""Things pointed at, not counted: "để gỡ mấy chỗ đó"."""
_HOW_MANY_SAID = re.compile(r"(?<!bao )(?<!bấy )(?<!\w)(?:nhiêu|nhiu)(?!\w)", re.IGNORECASE)
"""How many, as the South says it for short: "kế hoạch giao nhiêu"."""
_SECTION_SAID = re.compile(r"(?<!\w)(điều|khoản|điểm|chương) mấy(?!\w)", re.IGNORECASE)
"""Which section of a text: "căn cứ điều mấy"."""
_NUMBER_WORDS = (
    r"lần|phần|giờ|tuổi|ngày|tháng|năm|quý|tỷ|tỉ|triệu|nghìn|ngàn|trăm|chục|đồng|%|"
    r"điểm(?! (?:nghẽn|yếu|mạnh|mới|nổi|nhấn|khác|sáng|vướng|tắc))|bộ|lớp|người"
)
_SOME = re.compile(
    rf"(?<!\w)(?<!thứ )(?<!có )(?<!được )(?<!gồm )(?<!là )(?<!chia )(?<!số )(?<!từ )mấy "
    rf"(?!(?:{_NUMBER_WORDS})(?!\w))(?=[^,.;:?]*(?<!\w)(?:gì|ra sao|thế nào|làm sao)(?!\w))"
    rf"(?![^,.;:?]*(?<!\w)(?:và|hay|hoặc|rồi)(?!\w))",
    re.IGNORECASE,
)
"""Some of what is spoken of, where something else is asked of it: "mấy trung tâm phải lo gì"."""
_SOME_BEHIND = re.compile(
    rf"(?<!\w)(cho|với|của|trên) mấy (?!(?:{_NUMBER_WORDS})(?!\w))"
    r"(?=[^?]*(?<!\w)(?:gì|ra sao|tổng(?: cộng)?(?: là)? bao nhiêu|là bao nhiêu)(?!\w))",
    re.IGNORECASE,
)
"""The same behind a preposition: "3 đề án cho mấy cơ sở đi hội chợ, tổng là bao nhiêu tiền"."""
_SOME_FIRST = re.compile(
    r"^\W*mấy (?=(?:tỉnh|huyện|xã|địa phương|cơ sở|doanh nghiệp|đề án|dự án|đơn vị|trung tâm|sở)(?!\w)"
    r"(?:(?!(?:được|đã|có|nhận|làm|tham gia|thì)(?!\w))[^?;,])*,[^?]*(?<!\w)(?:bao nhiêu|gì|nào|ra sao|thế nào)(?!\w))",
    re.IGNORECASE,
)
"""The same where a question opens with whom it is about: "Mấy tỉnh phía Bắc năm 2024, ... giao bao nhiêu"."""
_SOME_TOLD = re.compile(
    rf"(?<!\w)(?<!thứ )[Mm]ấy (?!(?:{_NUMBER_WORDS})(?!\w))(?=[^.?]*(?<!TP)(?<!TX)(?<!Tp)(?<!Tx)\. [{UPPER}])"
)
"""The same in a sentence that only tells, before the one that asks."""
_CENTRAL = (
    (
        re.compile(r"(?<!\w)((?:ở|tại|chỗ|nơi|về|từ)) mô(?! (?:hình|tơ|tả|phỏng|đun|típ)(?!\w))(?!\w)", re.IGNORECASE),
        r"\1 đâu",
    ),
    (
        re.compile(
            r"(?<!\w)(khi|lúc|hồi|tỉnh|huyện|xã|nước|cơ quan|đơn vị|người|loại|cái|năm|ngày|tháng|văn bản|việc|"
            r"khoản|mức|sở|phòng|bên) mô(?! (?:hình|tơ|tả|phỏng|đun|típ)(?!\w))(?!\w)",
            re.IGNORECASE,
        ),
        r"\1 nào",
    ),
    (re.compile(r"(?<!\w)(?:vì|tại|do|cớ) răng(?!\w)|^răng(?= (?:mà|lại)(?!\w))", re.IGNORECASE), "vì sao"),
    (re.compile(r"(?<!\w)như răng(?!\w)", re.IGNORECASE), "như thế nào"),
    (re.compile(r"(?<!\w)(ra|làm|thì) răng(?!\w)", re.IGNORECASE), r"\1 sao"),
    (re.compile(r"(?<=\w )chi(?= (?:rứa|hè)(?!\w))", re.IGNORECASE), "gì"),
    (
        re.compile(
            r"^(?!.*(?<!\w)(?:bao nhiêu|mấy|nào|gì|ai|đâu|sao)(?!\w))(.*(?<!\w)"
            r"(?:làm|có(?! chi không)|là|gồm|những|việc|cái|lo|giúp|nêu|nói|chế độ|lại|lại được)) chi"
            r"(?=(?: (?:vậy|thế|không|hả|ạ))*\W*$)",
            re.IGNORECASE,
        ),
        r"\1 gì",
    ),
    (re.compile(r"(?<!\w)((?:đem|mang) lại(?: được)?) chi(?= cho(?!\w))", re.IGNORECASE), r"\1 gì"),
    (re.compile(r"(?<!\w)rứa(?!\w)", re.IGNORECASE), "vậy"),
    (re.compile(r"(?<!\w)bao lăm(?!\w)", re.IGNORECASE), "bao nhiêu"),
)
"""Question words of central Vietnam: "ở mô", "ra răng", "được chi"."""
_PART_OF_LAND = re.compile(
    rf"(?<!\w)(?:[Nn]goài|[Tt]rong) (?P<part>Bắc|Nam|Trung)(?!\w)"
    rf"(?! (?:[{UPPER}]|\d|(?:tâm|ương|bộ|trung bộ|kỳ|á|âu|mỹ|phi|cực)(?!\w)))(?= (?P<next>\w+)|)"
)
"""A part of the country as one says it from another: "ngoài Bắc", but not "ngoài Bắc kạn"."""
_HEAD_OF = re.compile(r"(?<!\w)(?:(?:người|vị) (?:phụ trách|đứng đầu)|sếp) (?=(?:trung tâm|sở)(?!\w))", re.IGNORECASE)
"""Whoever heads a centre or a department, who in the texts is its director."""
_SIGNED_OFF = re.compile(r"(?<!\w)k[ýí] (?:phê )?duyệt(?!\w)", re.IGNORECASE)
"""Approved, which "ký duyệt" means: no signer is asked for."""
_NO_SAID = re.compile(r"(?<!\w)(?:hông|(?<!lỗ )hổng|hem)(?!\w)", re.IGNORECASE)
_REPORTED_IN = re.compile(
    r"(?<!\w)((?:theo|trong|xem|đọc) (?:\w+ )?(?:báo cáo|bài(?: báo| viết)?|bản tin|tin)"
    r"(?: (?!tháng|năm|vào)[\w-]+){0,7}?)"
    r" (?:hồi |vào |của )?tháng \d{1,2}(?:/| năm )(20\d\d)(?!\w)",
    re.IGNORECASE,
)
"""When a report was given, which is not the time it tells of: "theo báo cáo tháng 5/2024"."""
_MEETING_OF = re.compile(
    r"(?<!\w)((?:hội nghị|cuộc họp)(?: (?!tháng|năm|vào|ngày|hồi|diễn|họp|tổ|được|trong|mở)[\w-]+){1,8}?)"
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


def told_one_by_one(text: str) -> str:
    """A question with the things it wants to be told one by one asked for as such: "mấy việc, liệt kê giúp"."""
    return _SOURCES_TOLD.sub(lambda found: f"những {next(filter(None, found.groups()))} nào", text)


def _part_of_land(found: re.Match[str]) -> str:
    if found["next"] and place_table().lookup(f"{found['part']} {found['next']}") is not None:
        return found[0]  # "ngoài Bắc kạn" leaves a province out
    return f"{'miền' if found['part'] == 'Trung' else 'phía'} {found['part']}"


_WHICH_SEVERAL = re.compile(
    r"(?<!\w)mấy ((?:loại việc|loại|việc|khoản|mục|ý|mảng|nội dung|nhóm việc) )(nào|gì)(?!\w)", re.I
)
"""Things asked for one by one, not counted: "tập trung vào mấy loại việc nào"."""
_SOLD_ABROAD = re.compile(
    r"(?<!\w)(?<!sản )(?<!đề )xuất (?=(?:sang|qua|đi|ra) "
    r"(?:(?:những |các |mấy )?(?:nước|quốc gia|thị trường)|đâu)(?!\w))",
    re.IGNORECASE,
)
"""Export in short: "xuất sang nước nào"."""
_AT_WORK = re.compile(r"(?<=trong )việc làm (?=khuyến công(?!\w))", re.IGNORECASE)
"""Work at something, which is no employment: "trong việc làm khuyến công"."""
_MONTHS_LEFT = re.compile(r"(?<!\w)mấy tháng(?= còn lại(?!\w))", re.IGNORECASE)
_MANY_PLACES = re.compile(
    r"(?<!\w)(?<!có )(?<!là )(?<!được )mấy (?=(?:tỉnh|huyện|địa phương)(?!\w)(?:(?!,| và ).)*(?<!\w)bao nhiêu(?!\w))",
    re.IGNORECASE,
)
"""Places whose things are counted, not the places: "mấy tỉnh phía Bắc hỗ trợ được bao nhiêu gian hàng"."""
_PRIVATE_SERVICE = re.compile(
    r"(?<!\w)(?:công ty|đơn vị|doanh nghiệp|tổ chức|hãng)(?: chuyên)?(?: làm)? (?:tư vấn|dịch vụ)(?: khuyến công)?"
    r"(?: tư nhân"
    r"(?: (?:đứng |ở |bên |nằm )?(?:bên )?ngoài(?: hệ thống(?: (?:trung tâm )?khuyến công)?(?: nhà nước)?)?)?|"
    r" (?:đứng |ở |nằm )?(?:bên )?ngoài hệ thống(?: (?:trung tâm )?khuyến công)?(?: nhà nước)?)(?!\w)",
    re.IGNORECASE,
)
"""Who does the service and is of no state centre: "công ty tư vấn tư nhân bên ngoài"."""
_RIGHTS = re.compile(r"(?<!\w)(?:được )?hưởng (?:những |các )?quyền lợi (?:gì|nào|ra sao)(?!\w)", re.IGNORECASE)
_WHICH_CHANGES = re.compile(
    r"^\W*(văn bản|thông tư|nghị định|quyết định) (sửa đổi|thay thế|bãi bỏ|hướng dẫn)"
    r"(?= (?:cho |của |và |bổ sung )*(?:nghị định|thông tư|quyết định|luật))",
    re.IGNORECASE,
)
"""Which text changes another, asked for without a question word: "Văn bản sửa đổi Thông tư 46/2012?"."""
_AUTHORITY = re.compile(
    r"(?<!\w)thẩm quyền (?=(?:phê duyệt|ban hành|quyết định|thẩm định|công nhận) (?!(?:của|thuộc)(?!\w)))",
    re.IGNORECASE,
)
"""Who may do something, asked for without a question word: "thẩm quyền phê duyệt kế hoạch khuyến công"."""
_SO_MANY = re.compile(r"(?<!\w)(bao nhiêu|mấy) (?:cái|chiếc)(?!\w)", re.IGNORECASE)
_SET_APART = re.compile(r"(?<!\w)(?:hơn|kém|chênh|gấp)(?!\w)", re.IGNORECASE)
_COUNTABLE = re.compile(rf"(?<!\w)(?i:đề án|dự án|mô hình|gian hàng|hợp đồng)(?!\w)(?! [{UPPER}])")
"""What "bao nhiêu cái" counts: the thing that the question names first."""


_PLAINER = tuple(
    (re.compile(said, re.IGNORECASE), plain)
    for said, plain in (
        (r"(?<!\w)giấy tờ nào (?=(?:quy định|hướng dẫn|ban hành|sửa|thay thế|bãi bỏ)(?!\w))", "văn bản nào "),
        (
            r"(?<!\w)(?<!đáp )(?<!cung )(?<!phản )(?<!thích )(?:tạm )?ứng(?: trước)? "
            r"(?:toàn bộ|hết|trọn)(?: số)?(?: tiền| kinh phí| vốn)?(?!\w)",
            "tạm ứng 100%",
        ),
        (
            r"(?<!\w)đông (?=(?:tỉnh|huyện|địa phương|đơn vị|người|lao động|cơ sở)(?!\w)[^?.;]{0,20}?(?<!\w)hơn(?!\w))",
            "nhiều ",
        ),
        (r"(?<!\w)(?:ở |tại )?(?:địa chỉ (?:nào|gì)|đâu, địa chỉ nào)(?!\w)", "ở đâu"),
        (r"(?<!\w)địa chỉ (?=(?:xã|phường|huyện|thôn|ấp|khóm|thị trấn) nào(?!\w))", "ở "),
        (r"(?<!\w)do đâu(?: mà(?!\w)|(?=\W*$))", "vì sao"),
        (
            r"(?<!\w)(?<!hoãn )(?<!lùi )(?<!dời )(?<!chuyển )(?<!tiếp )(?<!lại )(?<!kéo )(?<!dài )(?<!để )"
            r"sang (?=năm (?:19|20)\d\d(?!\d))",
            "",
        ),
        (
            r",? (?:bạn|anh|chị|em|mình|nhờ)? ?(?:tìm|tra|xem|kiếm) (?:giúp|hộ|giùm)(?: (?:tôi|em|mình))?"
            r"(?: với| nhé| nha)?(?=\W*$)",
            "",
        ),
        (r"(?<!\w)(?:tìm gặp|gặp|gọi cho|gọi|hỏi|tìm) ai(?=\W*(?:$|[,?]|để|và|ạ|vậy|nhỉ|số|gọi))", "liên hệ ai"),
        (
            r"(?<=liên hệ ai),? (?:và )?(?:gọi |theo )?(?:số(?: điện thoại)?|sđt) (?:nào|mấy|bao nhiêu|gì)(?!\w)",
            "",
        ),
        (
            r"^(\W*(?:cho biết )?)số (?:hiệu )?(?:của )?(quyết định|nghị định|thông tư|công văn|thông báo|chỉ thị) "
            r"(?!số|nào)(?=(?:(?!bao nhiêu|mấy|nào|đã |được )[^?])*\W*$)",
            r"\1\2 số bao nhiêu về ",
        ),
        (r"(?<!\w)hệ số (?:mấy|bao nhiêu|nào)(?!\w)", "mức bao nhiêu"),
        (r"(?<!\w)(đợt \d) ?/ ?((?:19|20)\d\d)(?!\d)", r"\1 năm \2"),
        (
            r"(?<!\w)(?:gánh|chịu) (?:những |các )?hậu quả(?: gì| ra sao| thế nào)?(?!\w)(?! (?:của|từ|do)(?!\w))",
            "bị xử lý ra sao",
        ),
        (
            r"^(\W*)((?:những |các )?(?:đơn vị|cơ sở|doanh nghiệp|địa phương|người|tổ chức)) nào "
            r"(?=[^?]*(?<!\w)thì (?:sẽ |được |bị |phải |có )*[^?]*(?<!\w)(?:gì|ra sao|thế nào)(?!\w))",
            r"\1\2 ",
        ),
    )
)
"""Everyday wordings by those of the texts, some of which only seem to ask: "đơn vị nào làm tốt thì được gì"."""


def said_plainly(text: str) -> str:
    """A question with what is said in another way than in the texts put as there."""
    for spoken, standard in _CENTRAL if has_diacritics(text) else ():
        text = spoken.sub(standard, text)
    for said, plain in _PLAINER:
        text = said.sub(plain, text)
    text = _PART_OF_LAND.sub(_part_of_land, text)
    text = _HEAD_OF.sub("giám đốc ", _SIGNED_OFF.sub("phê duyệt", text))
    text = _NO_SAID.sub("không", _HOW_MANY_SAID.sub("bao nhiêu", text))
    text = _OF_OURS.sub("các ", _THOSE.sub("những ", text))
    text = _SECTION_SAID.sub(r"\1 nào", _NAMED_NOW.sub("có tên gọi về sau thế nào", text))
    text = _SOME_TOLD.sub("các ", _SOME_FIRST.sub("các ", _SOME_BEHIND.sub(r"\1 các ", _SOME.sub("các ", text))))
    text = _MEETING_OF.sub(r"\1 năm \2", _REPORTED_IN.sub(r"\1 năm \2", text))
    text = _WHICH_SEVERAL.sub(r"những \1\2", _MONTHS_LEFT.sub("những tháng", _MANY_PLACES.sub("các ", text)))
    text = _SOLD_ABROAD.sub("xuất khẩu ", _AT_WORK.sub("công tác ", text))
    text = _STILL_APPLIED.sub(r"\1\2, ", text)
    text = _PRIVATE_SERVICE.sub("tổ chức dịch vụ khuyến công khác", _RIGHTS.sub("được gì", text))
    if not ASKING.search(text):
        text = _AUTHORITY.sub("ai ", _WHICH_CHANGES.sub(r"\1 nào \2", text))
    counted = _COUNTABLE.search(text) if _SET_APART.search(text) else None
    text = _SO_MANY.sub(rf"\1 {counted[0].lower()}", text) if counted is not None else text
    text = _SIDES_SAID.sub(lambda found: f"tiền tỉnh hay tiền {found[1] or found[2]}", text)
    return _NAMED_TAIL.sub(r"\1", text)
