"""The habits of hurried typing, written out."""

import pytest

from assistant.shorthand import without_preamble, write_out


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("khiếu nại trong bao nhiêu ngay", "khiếu nại trong bao nhiêu ngày"),
        ("Bình chọn có nhưng cấp nào?", "Bình chọn có những cấp nào?"),
        ("Kinh phí ít nhưng hiệu quả", "Kinh phí ít nhưng hiệu quả"),
        ("Bộ Nội vụ được giao việc gì?", "Bộ Nội vụ có trách nhiệm gì?"),
        ("Ai có thẩm quyền phê duyệt kế hoạch?", "Ai phê duyệt kế hoạch?"),
        ("sđt trung tâm", "số điện thoại trung tâm"),
        ("tiền cua tỉnh va các huyện", "tiền của tỉnh và các huyện"),
    ],
)
def test_what_is_typed_in_a_hurry_is_written_out(typed, written):
    assert write_out(typed) == written


def test_a_question_of_what_its_story_tells_keeps_the_story():
    told = "Trong bài có một lãnh đạo nói đã giúp 57 cơ sở, xin hỏi vị đó tên là gì?"
    assert without_preamble(told) == told
    assert (
        without_preamble("Tôi làm báo cáo, cho em hỏi kinh phí năm 2024 là bao nhiêu?")
        == "kinh phí năm 2024 là bao nhiêu?"
    )
    assert without_preamble("Năm trước có người vay vốn nên tôi cần biết mức hỗ trợ lãi suất tối đa là bao nhiêu?") == (
        "mức hỗ trợ lãi suất tối đa là bao nhiêu?"
    )
    assert without_preamble("Số liệu gom lại còn thiếu, không biết năm 2021 tỉnh được giao bao nhiêu kinh phí?") == (
        "năm 2021 tỉnh được giao bao nhiêu kinh phí?"
    )
