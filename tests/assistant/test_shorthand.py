"""The habits of hurried typing, written out."""

import pytest

from assistant.preambles import without_courtesy, without_preamble
from assistant.shorthand import until_meeting, write_out


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("khiếu nại trong bao nhiêu ngay", "khiếu nại trong bao nhiêu ngày"),
        ("Tỉnh báo cáo Bộ mấy tháng một lần?", "Tỉnh báo cáo Bộ bao lâu một lần?"),
        ("Họp mấy tháng?", "Họp mấy tháng?"),
        ("Xã còn bao nhiêu nhà theo nghề?", "Xã còn bao nhiêu hộ theo nghề?"),
        ("Xã có bao nhiêu nhà văn hóa?", "Xã có bao nhiêu nhà văn hóa?"),
        ("Công ty An phải tự móc hầu bao bao nhiêu cho máy?", "Công ty An có vốn đối ứng bao nhiêu cho máy?"),
        ("Cơ sở tự bỏ ra bao nhiêu vốn đối ứng?", "Cơ sở tự bỏ ra bao nhiêu vốn đối ứng?"),
        ("Cty An và cty Bình", "công ty An và công ty Bình"),
        ("Bình chọn có nhưng cấp nào?", "Bình chọn có những cấp nào?"),
        ("Kinh phí ít nhưng hiệu quả", "Kinh phí ít nhưng hiệu quả"),
        ("Bộ Nội vụ được giao việc gì?", "Bộ Nội vụ có trách nhiệm gì?"),
        ("Ai có thẩm quyền phê duyệt kế hoạch?", "Ai phê duyệt kế hoạch?"),
        ("sđt trung tâm", "số điện thoại trung tâm"),
        ("tiền cua tỉnh va các huyện", "tiền của tỉnh và các huyện"),
        ("Các tỉnh ngoài Bắc được mấy đề án?", "Các tỉnh phía Bắc được mấy đề án?"),
        ("CT KCQG do ai ký duyệt?", "chương trình KCQG do ai phê duyệt?"),
        ("bị TT nào thay thế", "bị thông tư nào thay thế"),
        ("được cấp đợt đầu bao nhiêu phầm trăm", "được cấp đợt 1 bao nhiêu phần trăm"),
        ("thông tư liên tịch 2014 quy định gì", "thông tư liên tịch năm 2014 quy định gì"),
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


@pytest.mark.parametrize(
    ("typed", "core"),
    [
        (
            "Em đang viết báo cáo giữa năm của Sở, muốn nói rõ nguồn nào chạy nhanh hơn kế hoạch, để em khỏi nhầm.",
            "nguồn nào chạy nhanh hơn kế hoạch",
        ),
        (
            "Lãnh đạo Cục yêu cầu các tỉnh báo cáo gì, trước ngày nào thì phải xong hết các đề án?",
            "Lãnh đạo Cục yêu cầu các tỉnh báo cáo gì, trước ngày nào thì phải xong hết các đề án?",
        ),
        (
            "Lãnh đạo muốn có một câu mở đầu, nên tôi cần nêu kinh phí của tỉnh năm 2023 là bao nhiêu tiền?",
            "kinh phí của tỉnh năm 2023 là bao nhiêu tiền?",
        ),
        (
            "Đề án mô hình trình diễn Hải Dương: kinh phí tỉnh với kinh phí quốc gia lệch nhau bao nhiêu?",
            "Đề án mô hình trình diễn Hải Dương: kinh phí tỉnh với kinh phí quốc gia lệch nhau bao nhiêu?",
        ),
        (
            "Tôi đang viết bài về một xưởng gạch bông ở huyện vùng cao được khuyến công giúp, xưởng ấy tên là gì?",
            "Tôi đang viết bài về một xưởng gạch bông ở huyện vùng cao được khuyến công giúp, xưởng ấy tên là gì?",
        ),
    ],
)
def test_what_the_answer_is_for_is_left_off_and_the_topic_is_not(typed, core):
    assert without_preamble(typed).rstrip(".?") == core.rstrip(".?")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("kinh phí là bao nhiêu vây", "kinh phí là bao nhiêu vậy"),
        ("đã có mấy lớp rồi zậy ạ", "đã có mấy lớp rồi vậy ạ"),
        ("lãi suất vốn vay", "lãi suất vốn vay"),
        ("Mấy hộ, mấy xưởng được giúp?", "mấy cơ sở được giúp?"),
        ("nhưng không nhớ bên nào chậm", "nhưng không nhớ bên nào chậm"),
    ],
)
def test_what_is_heard_or_counted_in_kinds_is_written_out(typed, written):
    assert write_out(typed) == written


def test_a_meeting_may_be_told_with_its_place():
    assert until_meeting("từ đầu năm 2024 đến lúc họp ở Hà Nội hồi tháng 5, đã giúp mấy cơ sở") == (
        "từ đầu năm đến nay năm 2024, đã giúp mấy cơ sở"
    )


def test_a_number_behind_a_meeting_that_is_no_day_and_its_place_stay():
    assert until_meeting("Tính đến lúc họp 12 tỉnh đã giải ngân bao nhiêu tiền?").endswith(
        "12 tỉnh đã giải ngân bao nhiêu tiền?"
    )
    assert "Đắk Lắk" in until_meeting("tính đến hội nghị tại Đắk Lắk đã làm mấy đề án")


def test_a_topic_that_only_the_work_names_is_kept():
    asked = "Bên em cần số liệu về hội chợ, giai đoạn 2014-2018 tỉnh đã chi hết bao nhiêu tiền?"
    assert without_preamble(asked) == asked
    assert write_out("Doanh nghiệp nào được vay?") == "Doanh nghiệp nào được vay?"


def test_thanks_and_a_lead_before_what_is_asked_are_left_out():
    assert (
        without_courtesy("Năm 2017 được giao bao nhiêu tiền? Tôi xin cảm ơn.") == "Năm 2017 được giao bao nhiêu tiền?"
    )
    opened = "Cảm ơn anh đã trả lời, vậy năm 2024 phía Bắc được bao nhiêu"
    assert without_courtesy(f"Chào anh, {opened}") == f"Chào anh, {opened}"
    asked = "Phía Bắc thế nào? Xin trả lời giúp: năm 2024 được bao nhiêu"
    assert without_courtesy(asked) == asked
    led = "Tôi nghe nói ngoài đó tiêu chậm lắm, vậy cả vùng phía Bắc ước làm được bao nhiêu tiền?"
    assert without_preamble(led) == "cả vùng phía Bắc ước làm được bao nhiêu tiền?"


def test_a_short_lead_before_a_colon_is_the_topic():
    asked = "Mức chi cũ để tổ chức bình chọn: cấp quốc gia cao hơn cấp khu vực bao nhiêu tiền một lần?"
    assert without_preamble(asked) == asked


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Chương trình năm 2021 tới 2025 do ai duyệt?", "Chương trình giai đoạn 2021-2025 do ai duyệt?"),
        ("Hải Dương mấy năm 2014-2018 làm gì?", "Hải Dương năm 2014-2018 làm gì?"),
        ("Miền Trung - TN được bao nhiêu?", "Miền Trung - Tây Nguyên được bao nhiêu?"),
        ("Khuyến công miền Trung vướng ở những khâu nào?", "Khuyến công miền Trung có hạn chế gì?"),
        ("Mỗi năm tỉnh cấp chừng mấy tỷ?", "Mỗi năm tỉnh cấp mấy tỷ?"),
        ("Máy móc: mấy đề án, tổng tiền", "Máy móc: mấy đề án, kinh phí bao nhiêu"),
        ("số quyết định phê duyệt chương trình 2021-2025", "quyết định số mấy phê duyệt chương trình 2021-2025"),
        (
            "Đề án máy móc gấp mấy lần đề án mô hình?",
            "số Đề án máy móc gấp mấy lần số đề án mô hình?",
        ),
    ],
)
def test_stretches_of_years_and_what_is_meant_by_a_count_are_written_out(typed, read):
    assert write_out(typed) == read


@pytest.mark.parametrize(
    "typed",
    [
        "Từ năm 2021 đến 2025 tăng bao nhiêu?",
        "Kinh phí đề án máy móc gấp mấy lần kinh phí đề án mô hình?",
        "Có số quyết định nào không?",
        "Kinh phí từ quý 4 năm 2021 đến 2022 là bao nhiêu?",
        "Số quyết định phê duyệt đề án năm 2024 đã ban hành",
        "Năng suất lao động gấp mấy lần lao động thủ công?",
    ],
)
def test_what_only_looks_like_shorthand_stays(typed):
    assert write_out(typed) == typed


def test_a_greeted_story_before_what_is_asked_for_help_with_is_left_out():
    told = "Chào em, chiều nay anh phải họp với sở, em xem hộ năm 2018 Bến Tre chi bao nhiêu tiền?"
    assert without_courtesy(told) == "năm 2018 Bến Tre chi bao nhiêu tiền?"
    topic = "Chào em, về khuyến công Bến Tre, em xem hộ chi bao nhiêu tiền?"
    assert without_courtesy(topic) == "Chào em, về khuyến công Bến Tre, chi bao nhiêu tiền?"
    assert without_courtesy("Kế hoạch 2024 bao nhiêu? Sếp hỏi số liệu.") == "Kế hoạch 2024 bao nhiêu?"
    other_year = "Kế hoạch 2024 bao nhiêu? Lãnh đạo cần số của năm 2023."
    assert without_courtesy(other_year) == other_year
    placed = "Chào anh, em ở Hải Dương, anh tính giúp em năm 2024 tổng kinh phí là bao nhiêu?"
    assert without_courtesy(placed) == "Chào anh, em ở Hải Dương, năm 2024 tổng kinh phí là bao nhiêu?"


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (
            "Sếp giao em gom số liệu, máy móc thì có rồi, giờ chỉ thiếu mỗi con số năm 2022 tỉnh A dành bao nhiêu",
            "năm 2022 tỉnh A dành bao nhiêu",
        ),
        (
            "Em mới về phòng được hai tuần, hỏi quanh mỗi người nói một kiểu. Thôi thì nhờ máy tra giúp em phần tiền"
            " địa phương của 15 tỉnh theo kế hoạch 2023 là bao nhiêu.",
            "phần tiền địa phương của 15 tỉnh theo kế hoạch 2023 là bao nhiêu",
        ),
    ],
)
def test_a_story_gives_way_to_what_asks_by_itself(told, asked):
    assert without_preamble(told).rstrip(".") == asked


def test_a_last_sentence_that_leans_on_the_story_keeps_it():
    told = "Tỉnh Thanh Hóa bị cắt tiền vì dịch năm 2021. Vậy họ bị cắt bao nhiêu phần trăm?"
    assert "Thanh Hóa" in without_preamble(told)


def test_a_last_sentence_on_a_numbered_text_stands_without_its_story():
    story = "Ông chú tôi hồi 2015 có làm một mô hình, cứ bảo nhà nước cho nhiều."
    last = "Theo thông tư liên tịch 26/2014 thì một mô hình kiểu ấy được nhiều nhất là bao nhiêu tiền?"
    assert without_preamble(f"{story} {last}") == last


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("TT khuyến công tỉnh có mấy phó giám đốc?", "trung tâm khuyến công tỉnh có mấy phó giám đốc?"),
        ("vùng hiện có mấy TT?", "vùng hiện có mấy trung tâm?"),
        ("sản phẩm dùng NL tại chỗ", "sản phẩm dùng nguyên liệu tại chỗ"),
    ],
)
def test_a_centre_is_no_circular_and_materials_are_no_energy(typed, written):
    assert write_out(typed) == written


def test_a_circular_stays_one():
    assert "trung tâm" not in write_out("TT 46/2012 quy định gì? theo TT nào?")


def test_a_story_of_work_with_years_in_it_is_left_out():
    asked = (
        "Chị đang viết đề cương tổng kết 5 năm, tài liệu cũ thất lạc gần hết, em tra hộ xem từ 2014 đến 2018 "
        "Sở Công Thương Hải Dương làm được bao nhiêu đề án?"
    )
    assert without_courtesy(asked).startswith("từ 2014 đến 2018")


def test_what_is_compared_with_later_is_not_asked():
    asked = "sáu tháng đầu năm 2023 Gia Lai giải ngân bao nhiêu, để so với năm 2024"
    assert without_courtesy(asked) == "sáu tháng đầu năm 2023 Gia Lai giải ngân bao nhiêu"


def test_a_story_is_kept_where_its_end_only_asks_how_that_is_dealt_with():
    asked = (
        "Năm nay có hai đề án làm chậm, tiền ngân sách cấp chưa tiêu hết, kế toán hỏi có phải trả lại không. "
        "Theo nghị định khuyến công thì xử lý thế nào?"
    )
    assert without_preamble(asked) == asked


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("được công nhân là sp tiêu biểu", "được công nhận là sản phẩm tiêu biểu"),
        ("mong muôn những gì", "mong muốn những gì"),
        ("lương công nhân là bao nhiêu", "lương công nhân là bao nhiêu"),
    ],
)
def test_words_typed_with_another_mark_are_read_by_what_stands_beside_them(typed, written):
    assert write_out(typed) == written
