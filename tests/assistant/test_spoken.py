"""Everyday and regional wording put as the texts put it."""

import pytest

from assistant.spoken import said_plainly, told_one_by_one


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Khuyến công phía Bắc giao nhiêu tiền?", "Khuyến công phía Bắc giao bao nhiêu tiền?"),
        ("Nộp hồ sơ ở mô, khi mô, được chi rứa?", "Nộp hồ sơ ở đâu, khi nào, được gì vậy?"),
        ("mô hình ở mô hình nào", "mô hình ở mô hình nào"),
        ("Quy định này căn cứ điều mấy?", "Quy định này căn cứ điều nào?"),
        ("Cục yêu cầu mấy trung tâm phải lo gì?", "Cục yêu cầu các trung tâm phải lo gì?"),
        ("Phía Bắc có mấy tỉnh, gồm những tỉnh nào?", "Phía Bắc có mấy tỉnh, gồm những tỉnh nào?"),
        ("Mấy điểm nghẽn được nêu là gì?", "các điểm nghẽn được nêu là gì?"),
        ("Theo báo cáo tháng 5/2024, có mấy cơ sở?", "Theo báo cáo năm 2024, có mấy cơ sở?"),
        ("Hội nghị phía Bắc tháng 5/2024 nêu gì?", "Hội nghị phía Bắc năm 2024 nêu gì?"),
        ("tỉnh hay quốc gia chi nhiều hơn", "tiền tỉnh hay tiền quốc gia chi nhiều hơn"),
        ("Cục này giờ mang tên gì?", "Cục này có tên gọi về sau thế nào?"),
        ("Những đề án nào phải ngừng, tên là gì?", "Những đề án nào phải ngừng?"),
    ],
)
def test_what_is_said_in_another_way_is_put_plainly(said, plain):
    assert said_plainly(said) == plain


def test_things_to_be_told_one_by_one_are_asked_for_as_such():
    assert told_one_by_one("Kinh phí lấy từ mấy nguồn, kể đủ giùm") == "Kinh phí lấy từ những nguồn nào, kể đủ giùm"
    assert told_one_by_one("Kinh phí lấy từ mấy nguồn?") == "Kinh phí lấy từ mấy nguồn?"


def test_what_is_believed_of_a_text_is_not_asked():
    assert said_plainly("Thông tư 26/2014 vẫn đang áp dụng, vậy mức tối đa là bao nhiêu?") == (
        "Thông tư 26/2014, mức tối đa là bao nhiêu?"
    )
    asked = "Thông tư 26/2014 vẫn đang áp dụng, đúng không?"
    assert said_plainly(asked) == asked
