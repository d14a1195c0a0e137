"""Who heads an enterprise that a report names some sentences before its head."""

import pytest

from assistant.answer_signals import Signals
from assistant.enterprise_holders import head_told
from assistant.questions import read_question
from assistant.sentence_finder import Ranked
from tests.assistant.small_index import view_of

STORY = """Hợp tác xã chè Tả Lèng có 26 xã viên.

Mỗi ngày hợp tác xã chế biến 1,5 tấn chè búp.

Theo ông Giàng A Páo, Giám đốc hợp tác xã, chè khô bán được giá.

Cơ sở mộc Bình Minh ở xã bên nhận dạy nghề.

Chị Lò Thị Mai, chủ cơ sở, cho biết đơn hàng tăng.
"""


@pytest.mark.parametrize(
    ("asked", "head"),
    [
        ("Giám đốc hợp tác xã chè Tả Lèng tên gì?", "ông Giàng A Páo"),
        ("Ai là giám đốc Cơ sở mộc Bình Minh?", ""),
        ("Giám đốc Công ty Sao Mai là ai?", ""),
        ("Ai là giám đốc Sở Công Thương?", ""),
    ],
)
def test_the_head_is_the_one_of_that_office_before_another_enterprise_is_named(asked, head):
    view = view_of(STORY)
    rows = [Ranked(view, sentence, Signals(), 0.0, 0.0, None, False) for sentence in view.sentences]
    told = head_told(read_question(asked), rows)
    assert (told[2] if told is not None else "") == head
    if told is not None:
        assert [row.order for row in told[1]] == [0, 2]


STRANGERS = """Năm 2020, Công ty TNHH Sao Mai được hỗ trợ 200 triệu đồng mua máy.

Theo ông Lê Văn Bình, Giám đốc Sở Công Thương, hiệu quả rõ rệt.

Xã Thanh Bình có 20 hộ làm nghề.

Dự lễ có ông Trần Văn Tám, Phó Chủ tịch xã và bà Lê Thị Hoa, Giám đốc công ty.

Hợp tác xã Minh Tâm mới mở. Ông Vũ Văn Ba, chủ nhiệm, cho biết việc đều.
"""


@pytest.mark.parametrize(
    ("asked", "head"),
    [
        ("Giám đốc Công ty Sao Mai là ai?", "bà Lê Thị Hoa"),
        ("Phó giám đốc Công ty Sao Mai là ai?", ""),
        ("Giám đốc Công ty Thanh Bình là ai?", ""),
        ("Chủ cơ sở Minh Tâm là ai?", ""),
    ],
)
def test_nobody_of_another_office_heads_an_enterprise(asked, head):
    view = view_of(STRANGERS)
    rows = [Ranked(view, sentence, Signals(), 0.0, 0.0, None, False) for sentence in view.sentences]
    told = head_told(read_question(asked), rows)
    assert (told[2] if told is not None else "") == head


def test_whoever_heads_a_cooperative_may_be_named_behind_its_kind():
    text = (
        "Hợp tác xã (HTX) Tre trúc Tâm Thành thay lò thủ công.\n\nMỗi mẻ sấy còn 5 ngày.\n\n"
        "Chủ nhiệm HTX Nguyễn Đăng Tiệp cho biết hàng bán chạy.\n"
    )
    view = view_of(text)
    rows = [Ranked(view, sentence, Signals(), 0.0, 0.0, None, False) for sentence in view.sentences]
    for asked in ("Ai đứng đầu hợp tác xã Tâm Thành?", "Chủ nhiệm hợp tác xã Tâm Thành tên gì?"):
        told = head_told(read_question(asked), rows)
        assert told is not None and told[2] == "Chủ nhiệm HTX Nguyễn Đăng Tiệp"
    assert head_told(read_question("Ai đứng đầu hợp tác xã Phú Lâm?"), rows) is None


@pytest.mark.parametrize(
    ("told", "head"),
    [
        ("Giám đốc Công ty Sao Mai cho biết hàng bán chạy.", ""),
        ("Giám đốc Công ty Bình Minh cho biết hàng bán chạy.", ""),
        ("Giám đốc Công ty Nguyễn Văn Hoà cho biết hàng bán chạy.", "Giám đốc Công ty Nguyễn Văn Hoà"),
        ("Công ty Hoa Lư mới mở. Giám đốc Công ty Nguyễn Văn Hoà cho biết hàng bán chạy.", ""),
    ],
)
def test_the_name_behind_an_office_is_the_heads_only_where_it_is_a_persons(told, head):
    view = view_of(f"Công ty Sao Mai được hỗ trợ 200 triệu đồng.\n\n{told}\n")
    rows = [Ranked(view, sentence, Signals(), 0.0, 0.0, None, False) for sentence in view.sentences]
    found = head_told(read_question("Ai là giám đốc Công ty Sao Mai?"), rows)
    assert (found[2] if found is not None else "") == head
