"""Bodies of the state by their names as texts print them: ministries, departments, committees, councils, banks.

It reads names alone: what a body does in a sentence is told in ``entity_roles``.
"""

import re

from documents.letters import LOWER, UPPER

_FIELDS = (
    r"Công [Tt]hương|Tài chính|Nội vụ|Tư pháp|Y tế|Xây dựng|Quốc phòng|Công an|Ngoại giao|Ngoại vụ|Du lịch|"
    r"Kế hoạch (?:và|&) Đầu tư|Nông nghiệp (?:và|&) (?:Phát triển [Nn]ông thôn|PTNT|Môi trường)|"
    r"Khoa học(?:,| và| &) Công nghệ(?: và Môi trường)?|Tài nguyên (?:và|&) Môi trường|Giao thông [Vv]ận tải|"
    r"Lao động\s?[-–,]?\s?Thương binh (?:và|&) Xã hội|LĐTBXH|Văn h(?:óa|oá),? Thể thao (?:và|&) Du lịch|"
    r"Văn h(?:óa|oá) (?:và|&) Thể thao|"
    r"Thông tin (?:và|&) Truyền thông|Giáo dục (?:và|&) Đào tạo|Dân tộc(?: và Tôn giáo)?|Quy hoạch\s?[-–]\s?Kiến trúc"
)
_OF_PLACE = rf"(?: (?:(?:tỉnh|thành phố|huyện|thị xã) )?[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)*)?"
BODY = re.compile(
    r"(?:(?:(?:Phó |Thứ )?Bộ trưởng|Thủ trưởng|(?:Phó )?Chủ tịch|(?:Phó )?Giám đốc) )?"
    rf"(?:Bộ (?:{_FIELDS}|[A-ZĐ]\w+(?: \w+)?)|Thủ tướng Chính phủ|Chính phủ|"
    r"(?:Ủy ban nhân dân|UBND)(?: (?:cấp (?:tỉnh|huyện|xã)|tỉnh|thành phố|huyện|các cấp))?|"
    rf"Sở Công [Tt]hương(?: (?:tỉnh )?[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)*)?|"
    rf"Sở (?:{_FIELDS}){_OF_PLACE}|"
    rf"Phòng (?:Kinh tế(?:,? (?:và )?Hạ tầng(?: và Đô thị)?)?|{_FIELDS})"
    rf"(?: (?:các )?(?:huyện|quận|thị xã|thành phố)(?: [{UPPER}][{LOWER}]+)*)?|"
    rf"Cục [{UPPER}]\w+(?: [{UPPER}]?\w+){{1,3}}|Trung tâm Khuyến công(?: (?:quốc gia|cấp tỉnh|cấp vùng))?|"
    rf"Hội đồng nhân dân(?: tỉnh| các cấp)?|HĐND(?: tỉnh)?|cơ quan tài chính cùng cấp|"
    r"Liên minh Hợp tác xã(?: Việt Nam| tỉnh)?|Hội Nông dân(?: Việt Nam| tỉnh)?|Hội Liên hiệp Phụ nữ(?: tỉnh)?|"
    r"Kho bạc Nhà nước(?: (?:cấp )?(?:tỉnh|huyện|xã))?|Ngân hàng Nhà nước|Ngân hàng Chính sách xã hội|"
    rf"(?:Công an|Thanh tra|Ban|Hội đồng|Tòa án nhân dân|Viện kiểm sát nhân dân|Trạm Y tế|Văn phòng)"
    rf"(?: [{UPPER}]\w+(?: \w+){{0,3}})? cấp (?:tỉnh|huyện|xã))"
)
"""A body, with the office of who heads it where that stands before it: "Chủ tịch Ủy ban nhân dân cấp tỉnh"."""
_SERVES_AS = re.compile(
    rf"(?<!\w)(?:do|gồm|và|,) (?P<who>{BODY.pattern}) (?:làm|là|giữ chức|kiêm) (?P<as>(?:Phó )?"
    r"(?:Chủ tịch|Trưởng ban|Tổ trưởng|Chủ nhiệm|Trưởng đoàn))(?!\w)"
)
"""The holder of one office who serves in another: "do Phó Giám đốc Sở Công Thương làm Chủ tịch"."""


def serving_as(office: str, sentence: str) -> list[tuple[int, int]]:
    """The spans of those who serve in just that office: who chairs is not who is deputy."""
    told = [match for match in _SERVES_AS.finditer(sentence) if match["as"].lower() == office.strip().lower()]
    return [match.span("who") for match in told]
