"""Names of persons typed without capitals: "ông ngô quang trung" is read as "ông Ngô Quang Trung"."""

import re
from functools import cache

from documents.places import find_places, place_table

_COMMON_WORDS = frozenset({"từ", "vi", "vàng", "văn", "thị", "hứa", "lò"})
"""Those that after a title are rather another word, typed in lower case: "giám đốc từ năm 2020"."""
_RARER = frozenset({"bế", "thân", "tăng", "lục", "khúc"})
_TITLES = r"ông|bà|đồng chí|cục trưởng|phó cục trưởng|giám đốc|phó giám đốc|thứ trưởng|bộ trưởng|chủ tịch|phó chủ tịch"
_MIDDLE = "thị|văn|đức|quang|quốc|bá|hồng|thanh|minh|ngọc|xuân|hữu|công|đình|trọng|thế|anh|kim|duy|mạnh|tiến|việt|gia"
_OWN = (
    r"(?!(?:nói|phát|cho|yêu|đề|kiến|nhấn|gì|là|các|chủ|những|có|đã|ở|tại|về|với|và|thì|bảo|dặn|nhắc|lưu|chỉ|khẳng|"
    r"đánh|chia|trả|ký|làm|được|nêu)(?!\w))\w+"
)
"""A syllable of a name, and none of the words that go on after one."""
_NO_FAMILY = r"(?!(?:ý|giải|lương|cường|tuổi|cầu|hết|tiền)(?!\w))"
"""What makes a family name another word: "lưu ý", "lý giải", "tăng lương", "cao tuổi"."""


@cache
def families() -> str:
    """Family names in lower case, as alternatives of a pattern."""
    return "|".join(sorted(place_table().index.family_names - _COMMON_WORDS | _RARER))


@cache
def _named() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<title>{_TITLES}) (?P<name>(?:{families()}) {_NO_FAMILY}"
        rf"(?:thị {_OWN} {_OWN}(?! (?:là|nói)(?!\w))|(?:{_MIDDLE}) {_OWN}|{_OWN} {_OWN}|{_OWN}))"
        r"(?P<told> dân(?= (?:việc|các|những|mấy|phải|làm|gì)(?!\w)))?(?!\w)"
    )


def with_person_names(text: str) -> str:
    """The text with the name behind a title in capitals, where it was typed in lower case: family, middle, own name."""
    return _named().sub(_in_capitals, text)


def _in_capitals(found: re.Match[str]) -> str:
    named = found["name"].title()
    if find_places(named):
        return found[0]  # "chủ tịch hà nội giao ..."
    return f"{found['title']} {named}{' dặn' if found['told'] else ''}"  # "dan", typed without marks
