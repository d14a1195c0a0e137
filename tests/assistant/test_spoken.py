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


@pytest.mark.parametrize(
    "said",
    [
        "Hải Dương thực hiện mấy đề án với kinh phí bao nhiêu?",
        "Phía Bắc hỗ trợ máy móc cho mấy cơ sở, hết bao nhiêu tiền?",
        "Mấy cơ sở được hỗ trợ, tốn bao nhiêu tiền?",
        "Những chi phí nào được hỗ trợ?",
        "Các chi nhánh và chi cục nộp ở đâu?",
        "Việc chi trả do ai quyết định?",
        "Khuyến công giúp chi trả lãi vay không?",
        "Tổng số tiền phía Bắc đã chi?",
        "Bao nhiêu tiền được chi?",
        "Loại mô tơ nào được hỗ trợ?",
        "Các xã ngoài Bắc Ninh nộp ở đâu?",
        "Ngoài Bắc kạn, tỉnh nào được hỗ trợ?",
        "Trong Nam trung bộ có gì?",
        "Cơ sở trong Nam Định được gì?",
        "Có mấy đề án trên địa bàn tỉnh?",
        "Từ mấy người thì gọi là tổ hợp tác?",
        "Khuyến công có chi không?",
        "Lỗ hổng của quy định ở đâu?",
    ],
)
def test_what_only_looks_spoken_stays(said):
    assert said_plainly(said) == said


def test_a_part_of_the_country_is_named_from_another():
    assert said_plainly("Ngoài Bắc năm 2024 được bao nhiêu?") == "phía Bắc năm 2024 được bao nhiêu?"
    assert said_plainly("Ở ngoài Trung thì sao?") == "Ở miền Trung thì sao?"
    assert said_plainly("Vì đâu ngoài Bắc hồi 2022 bỏ ngang?") == "Vì đâu phía Bắc hồi 2022 bỏ ngang?"


def test_things_to_be_told_one_by_one_are_asked_for_as_such():
    assert told_one_by_one("Kinh phí lấy từ mấy nguồn, kể đủ giùm") == "Kinh phí lấy từ những nguồn nào, kể đủ giùm"
    assert told_one_by_one("Kinh phí lấy từ mấy nguồn?") == "Kinh phí lấy từ mấy nguồn?"
    asked = "Có mấy nhóm nội dung khuyến công được nêu trong Nghị định 45?"
    assert told_one_by_one(asked) == asked


def test_what_is_believed_of_a_text_is_not_asked():
    assert said_plainly("Thông tư 26/2014 vẫn đang áp dụng, vậy mức tối đa là bao nhiêu?") == (
        "Thông tư 26/2014, mức tối đa là bao nhiêu?"
    )
    asked = "Thông tư 26/2014 vẫn đang áp dụng, đúng không?"
    assert said_plainly(asked) == asked


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Giấy tờ nào quy định bộ máy của Cục?", "văn bản nào quy định bộ máy của Cục?"),
        ("Đề án nào được ứng trước toàn bộ tiền?", "Đề án nào được tạm ứng 100%?"),
        ("Đợt 2/2024 phân bổ bao nhiêu?", "Đợt 2 năm 2024 phân bổ bao nhiêu?"),
        ("Phía Nam hay phía Bắc đông tỉnh hơn?", "Phía Nam hay phía Bắc nhiều tỉnh hơn?"),
        ("Đơn vị nào làm đúng hẹn thì được lợi gì?", "Đơn vị làm đúng hẹn thì được lợi gì?"),
        ("Chấm điểm tại địa chỉ nào?", "Chấm điểm ở đâu?"),
        ("Do đâu mà ba đề án không làm được?", "vì sao ba đề án không làm được?"),
        ("Chưa rõ thì gọi cho ai?", "Chưa rõ thì liên hệ ai?"),
        ("số quyết định chức năng nhiệm vụ Cục 2017", "quyết định số bao nhiêu về chức năng nhiệm vụ Cục 2017"),
        ("Số quyết định chức năng nhiệm vụ Cục 2017?", "quyết định số bao nhiêu về chức năng nhiệm vụ Cục 2017?"),
        ("Sang năm 2024 thì chi bao nhiêu?", "năm 2024 thì chi bao nhiêu?"),
        ("Đơn vị phải chịu hậu quả gì?", "Đơn vị phải bị xử lý ra sao?"),
        ("Phở được xuất sang nước nào?", "Phở được xuất khẩu sang nước nào?"),
        ("Thẩm quyền phê duyệt kế hoạch khuyến công", "ai phê duyệt kế hoạch khuyến công"),
    ],
)
def test_everyday_wordings_are_put_as_the_texts_have_them(said, plain):
    assert said_plainly(said) == plain


@pytest.mark.parametrize(
    "said",
    [
        "Đơn vị nào được hỗ trợ?",
        "Hoạt động đông nhất là gì?",
        "Số quyết định nào còn hiệu lực?",
        "Có bao nhiêu quyết định?",
        "Cơ sở nào đáp ứng toàn bộ điều kiện?",
        "Cơ sở nào sản xuất ra đâu bán hết đó?",
        "Đề án nào hoãn sang năm 2023?",
        "Đề án nào chuyển tiếp sang năm 2023?",
        "Do đâu có khoản tiền này?",
        "Ai phải chịu hậu quả của việc này?",
    ],
)
def test_what_asks_as_it_stands_is_left(said):
    assert said_plainly(said) == said
