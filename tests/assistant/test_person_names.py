"""Names of persons typed in lower case, which would be read as other words."""

import pytest

from assistant.person_names import with_person_names


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ông ngô quang trung nói gì", "ông Ngô Quang Trung nói gì"),
        ("giám đốc đinh văn phúc cho biết", "giám đốc Đinh Văn Phúc cho biết"),
        ("bà nguyễn thị thu hà phát biểu", "bà Nguyễn Thị Thu Hà phát biểu"),
        ("ông ngô quang trung dân việc lập kế hoạch", "ông Ngô Quang Trung dặn việc lập kế hoạch"),
        ("chủ tịch hà nội giao kế hoạch", "chủ tịch hà nội giao kế hoạch"),
        ("ông Ngô Quang Trung nói gì", "ông Ngô Quang Trung nói gì"),
        ("ông trần nam yêu cầu gì", "ông Trần Nam yêu cầu gì"),
        ("bà mai nói gì về hội chợ", "bà mai nói gì về hội chợ"),
        ("cục trưởng lưu ý các tỉnh điều gì", "cục trưởng lưu ý các tỉnh điều gì"),
        ("giám đốc lý giải thế nào", "giám đốc lý giải thế nào"),
        ("kế hoạch của trần nhà xưởng", "kế hoạch của trần nhà xưởng"),
    ],
)
def test_the_name_behind_a_title_is_read_in_capitals(typed, read):
    assert with_person_names(typed) == read
