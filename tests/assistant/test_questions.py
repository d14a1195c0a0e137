"""What is read from a question: kind, places, periods, unit, words, and what a follow-up takes over."""

import pytest

from assistant.contrasts import contrasted
from assistant.follow_ups import in_other_texts, put_in_full
from assistant.questions import MAX_QUESTION_CHARS, check_question, read_question
from assistant.records import BadQuestion, Talk
from assistant.replies import talk_of
from assistant.shorthand import put_digits
from documents.records import Period


@pytest.mark.parametrize("text", ["", "   ", "\u200b", "?!", "\n\t"])
def test_an_empty_question_says_so(text):
    with pytest.raises(BadQuestion, match=r"^Câu hỏi trống; xin nhập câu hỏi\.$"):
        check_question(text)


def test_a_question_of_100_000_characters_gets_one_line():
    with pytest.raises(BadQuestion, match=r"^Câu hỏi dài 100\.000 ký tự, quá giới hạn 2\.000 ký tự; xin rút gọn\.$"):
        check_question("a" * 100_000)
    assert check_question("a" * MAX_QUESTION_CHARS)


def test_nfd_and_zero_width_characters_are_normalised():
    assert check_question("Kinh phi\u0301\u200b  la\u0300\u00a0gi\u0300?") == "Kinh phí là gì?"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kinh phí khuyến công phía Bắc năm 2024 là bao nhiêu?", "figure"),
        ("Tổng kinh phí khuyến công năm 2024?", "figure"),
        ("Hỗ trợ đánh giá sản xuất sạch hơn cho bao nhiêu cơ sở?", "figure"),
        ("Hội nghị diễn ra ngày nào?", "when"),
        ("Thông tư ban hành ngày bao nhiêu?", "when"),
        ("Ai phê duyệt kế hoạch?", "who"),
        ("Nguyễn Thanh Quang là ai?", "who"),
        ("Hội nghị tổ chức ở đâu?", "where"),
        ("Được quy định tại văn bản nào?", "which"),
        ("Những địa bàn nào được ưu tiên?", "list"),
        ("Khoản 4 Điều 4 nói gì?", "legal"),
        ("So sánh kinh phí hai khu vực", "comparison"),
        ("Nguồn địa phương hơn nguồn quốc gia bao nhiêu?", "comparison"),
        ("Vì sao kinh phí bị cắt giảm?", "passage"),
        ("How many projects were carried out?", "figure"),
    ],
)
def test_the_kind_of_a_question(text, kind):
    assert read_question(text).kind == kind


@pytest.mark.parametrize(
    ("text", "unit", "counted"),
    [
        ("Kinh phí là bao nhiêu?", "đồng", ""),
        ("chiếm bao nhiêu phần trăm kinh phí?", "%", ""),
        ("Kinh phí đã hỗ trợ bao nhiêu cơ sở?", "", "cơ sở"),
        ("Khu vực gồm bao nhiêu tỉnh?", "", "tỉnh"),
        ("Bao nhiêu tỷ đồng?", "đồng", ""),
    ],
)
def test_the_unit_asked_for(text, unit, counted):
    question = read_question(text)
    assert (question.unit, question.counted) == (unit, counted)


def test_places_and_periods_are_slots_and_not_words():
    question = read_question("Thanh Hóa triển khai bao nhiêu đề án trong 9 tháng năm 2022?")
    assert [place.name for place in question.places] == ["Thanh Hóa"]
    assert [(p.start, p.end) for p in question.periods] == [("2022-01-01", "2022-09-30")]
    assert question.words == ("triển khai", "đề án")


def test_a_follow_up_takes_over_what_it_does_not_name():
    first = read_question("Kế hoạch kinh phí khuyến công phía Bắc năm 2024 là bao nhiêu?")
    talk = Talk(first.text, first.places[0], first.periods[0], first.subject, first.kind)
    later = read_question("Còn năm 2023?", talk)
    assert (later.kind, later.unit, [p.name for p in later.places]) == ("figure", "đồng", ["phía Bắc"])
    assert [period.label for period in later.periods] == ["năm 2023"]
    assert later.words == first.words


def test_a_new_question_takes_nothing_over():
    talk = Talk("Kế hoạch kinh phí khuyến công phía Bắc năm 2024 là bao nhiêu?")
    fresh = read_question("Ai phê duyệt kế hoạch khuyến công quốc gia?", talk)
    assert (fresh.kind, fresh.places, fresh.periods) == ("who", (), ())


def test_contrasted_words_make_two_questions():
    question = read_question("Kinh phí khuyến công quốc gia và địa phương của phía Bắc năm 2024 chênh nhau bao nhiêu?")
    left, right = contrasted(question)
    assert "địa phương" not in left.words and "quốc gia" in left.words
    assert "quốc gia" not in right.words and "địa phương" in right.words


@pytest.mark.parametrize(
    ("asked", "unit"),
    [
        ("Sáu tháng đầu năm 2024 phía Bắc tiêu được bao nhiêu?", ("đồng", "")),
        ("66 đề án ở Hải Dương tốn tất cả bao nhiêu?", ("đồng", "")),
        ("Phía Bắc năm 2024 được rót mấy trăm tỷ?", ("đồng", "")),
        ("Làm thương hiệu thì được mấy đồng?", ("đồng", "")),
        ("Kinh phí địa phương bằng mấy phần toàn vùng?", ("%", "")),
    ],
)
def test_the_unit_of_everyday_questions_is_told(asked, unit):
    question = read_question(asked)
    assert (question.kind, (question.unit, question.counted)) == ("figure", unit)


def test_number_words_become_digits_only_where_they_count():
    assert put_digits("mười ba mô hình ở hai mươi tám tỉnh") == "13 mô hình ở 28 tỉnh"
    assert put_digits("sáu tháng đầu năm, ba đợt, hai trăm triệu") == "6 tháng đầu năm, 3 đợt, 200 triệu"
    assert put_digits("hai bên, ba khu vực, năm nay") == "hai bên, ba khu vực, năm nay"
    assert put_digits("hai mươi năm, mười năm, năm mươi đề án") == "20 năm, 10 năm, 50 đề án"


def test_a_follow_up_that_sets_against_keeps_both_sides():
    talk = Talk("nửa đầu năm 2024 khuyến công địa phương ở phía Bắc ước thực hiện được mấy tỷ?")
    question = read_question("vậy gấp mấy lần phần quốc gia?", talk)
    assert {"địa phương", "quốc gia"} <= set(question.words)


def test_both_of_two_regions_are_those_talked_of():
    talk = Talk("Năm 2023 kinh phí khu vực phía Bắc cao hơn miền Trung - Tây Nguyên bao nhiêu?")
    question = read_question("Cộng cả hai khu vực lại thì được bao nhiêu?", talk)
    assert [place.name for place in question.places] == ["phía Bắc", "miền Trung - Tây Nguyên"]


def test_a_follow_up_turns_away_from_what_it_replaces():
    talk = read_question("Mức cũ hỗ trợ mua máy móc tối đa bao nhiêu?")
    follow = read_question("Còn làm thương hiệu thì sao?", Talk(talk.text))
    assert "thương hiệu" in follow.words
    assert not {"máy móc", "mua"} & set(follow.words)
    assert "tối đa" in follow.carried and "thương hiệu" not in follow.carried


def test_a_district_is_asked_for_and_not_the_province_it_lies_in():
    places = [place.name for place in read_question("Huyện Đam Rông, Lâm Đồng có mấy đề án?").places]
    assert places == ["Đam Rông"]


def test_months_that_only_pass_are_not_what_is_counted():
    question = read_question("Mấy tháng đầu năm 2024 các tỉnh phía Bắc thu về bao nhiêu tiền?")
    assert (question.kind, question.unit, question.counted) == ("figure", "đồng", "")


def test_a_heading_of_several_things_asks_for_no_amount():
    assert read_question("Các nguồn hình thành kinh phí khuyến công quốc gia").kind != "figure"


def test_names_of_persons_and_enterprises_are_read_without_bodies_and_places():
    assert read_question("Công ty Tơ Lụa Hồng Vân ở Lâm Đồng được hỗ trợ gì?").names == ("to lua hong van",)
    assert read_question("Sở Công Thương Quảng Nam làm gì?").names == ()
    assert read_question("Ông Đặng Ứng Đạt nói gì?").names == ("dang ung dat",)


def test_the_year_beside_the_one_asked_before_is_a_period():
    talk = Talk("Kinh phí khuyến công phía Bắc năm 2024?", period=Period("2024-01-01", "2024-12-31", "năm 2024"))
    assert [p.label for p in read_question("Thế kế hoạch của năm trước đó là bao nhiêu?", talk).periods] == ["năm 2023"]
    assert [p.label for p in read_question("Còn năm sau đó?", talk).periods] == ["năm 2025"]


def test_the_stretch_of_years_beside_the_one_asked_before_is_a_period():
    first = read_question("Chương trình khuyến công quốc gia giai đoạn 2021-2025 do ai phê duyệt?")
    talk = Talk(first.text, None, first.periods[0], first.subject, first.kind)
    labels = [read_question(f"Còn giai đoạn {word}?", talk).periods[0].label for word in ("kế tiếp", "trước đó")]
    assert labels == ["giai đoạn 2026-2030", "giai đoạn 2016-2020"]


def test_a_province_that_english_writes_in_one_word_is_read():
    assert [p.name for p in read_question("How much was approved for Hanoi city in 2024?").places] == ["Hà Nội"]
    assert read_question("How much was approved for machines in 2024?").places == ()


def test_a_count_asked_for_at_the_start_or_behind_a_colon_is_a_figure():
    counted = read_question("Hải Dương 2014-2018: tổng số đề án")
    assert (counted.kind, counted.counted) == ("figure", "đề án")
    assert read_question("chỉ số sản xuất công nghiệp Quảng Nam 2023").kind == "figure"


def test_a_province_with_wrong_marks_is_read():
    question = read_question("Đà Nẳng năm 2023 được cấp bao nhiêu kinh phí khuyến công?")
    assert [place.name for place in question.places] == ["Đà Nẵng"] and "Đà Nẵng" in question.text


def test_where_a_question_has_its_matter_from_is_not_what_it_asks():
    question = read_question("Theo báo cáo tại hội nghị, vì sao có đề án phải dừng?")
    assert question.words == ("đề án", "dừng")
    assert "báo cáo" in read_question("Sở gửi báo cáo cho ai?").words


def test_a_level_of_support_that_is_only_named_asks_for_no_number():
    assert read_question("Mức chi cho khuyến công địa phương do cơ quan nào quy định?").kind == "who"
    assert read_question("Mức hỗ trợ máy móc bị văn bản nào thay thế?").kind == "which"
    assert read_question("Mức hỗ trợ máy móc là bao nhiêu?").kind == "figure"


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Ai làm trái nghị định thì bị xử thế nào?", "passage"),
        ("ai lam trai nghi dinh thi bi lam sao", "passage"),
        ("Ai xử lý người làm trái nghị định?", "who"),
        ("Hội nghị thì ai chủ trì?", "who"),
        ("Ai chịu trách nhiệm thi hành nghị định?", "who"),
    ],
)
def test_whoever_does_something_is_not_who_is_asked_for(asked, kind):
    assert read_question(asked).kind == kind


@pytest.mark.parametrize(
    ("asked", "kind", "counted"),
    [
        ("Sản phẩm phải đạt điểm bình quân bao nhiêu mới được công nhận?", "figure", ""),
        ("Khu vực phía Bắc có bao nhiêu tỉnh thành?", "figure", "tỉnh"),
        ("Trung tâm có tối đa mấy ông phó?", "figure", "phó"),
        ("Tạm ứng lần đầu có những mức nào?", "list", ""),
        ("Công tác khuyến công miền Trung đang tắc ở đâu?", "list", ""),
        ("Số cơ sở tham gia nhiều hay ít?", "passage", ""),
        ("Những dự án nào được tư vấn trong mấy tháng đầu năm 2024?", "list", ""),
    ],
)
def test_what_follows_or_opens_a_question_tells_its_kind(asked, kind, counted):
    question = read_question(asked)
    assert (question.kind, question.counted if question.kind == "figure" else "") == (kind, counted)


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Nghệ An 2015-2019 vốn khuyến công tỉnh hỗ trợ tham gia hội chợ", "figure"),
        ("Năm 2022 tổ chức bình chọn tốn kém hết bao nhiêu tiền?", "figure"),
        ("Tôi cần đối chiếu số liệu, kinh phí hội chợ năm 2022 là bao nhiêu?", "figure"),
        ("Cứ mười đồng thì hơn bốn đồng là của quốc gia, tỷ lệ là bao nhiêu phần trăm?", "figure"),
        ("Chương trình thu hút nhất là nhóm cơ sở nào?", "passage"),
        ("Vị nào đưa ra con số 40 cơ sở?", "who"),
        ("co so do tu khi co may moi thi ban hang the nao", "passage"),
        ("Who decides how much collaborators are paid?", "who"),
        ("Ngành công thương muốn các đề án tập trung vào những ND nào?", "list"),
    ],
)
def test_words_that_only_look_like_a_comparison_or_a_count_do_not_make_one(asked, kind):
    assert read_question(asked).kind == kind


def test_a_year_typed_without_marks_is_no_region():
    assert read_question("cac tinh noi gi tai hoi nghi vung nam 2019").places == ()
    assert [place.name for place in read_question("kinh phi khuyen cong phia nam 2019").places] == ["phía Nam"]
    assert [place.name for place in read_question("Kinh phí khuyến công phía Nam 2019").places] == ["phía Nam"]


def test_a_year_is_no_quantity_that_the_question_gives():
    assert read_question("Nghệ An 2022 phân bổ đợt 1 bao nhiêu").stated == ()
    assert [q.text for q in read_question("Trong 12 đề án năm 2022 có mấy đề án máy móc?").stated] == ["12 đề án"]


def test_how_much_of_a_thing_may_be_a_share():
    assert read_question("How much of the airfare is covered?").unit == ""
    assert not read_question("By how much was the budget cut?").unit_sure
    assert read_question("How much was spent on fairs?").unit == "đồng"


def test_a_follow_up_on_that_kind_keeps_all_that_was_named():
    talk = talk_of(read_question("Năm 2022 Nghệ An làm mấy đề án mô hình trình diễn?"))
    question = read_question("Riêng nguồn của tỉnh chi cho loại đề án đó là bao nhiêu tiền?", talk)
    assert {"mô hình trình diễn", "tỉnh"} <= set(question.words) and question.unit == "đồng"
    money = read_question("Tiền của tỉnh với tiền quốc gia cho mảng này chênh nhau bao nhiêu?", talk)
    assert (money.unit, money.counted) == ("đồng", "")


def test_that_amount_is_what_was_asked_for_before():
    talk = Talk("Hải Dương hỗ trợ mô hình trình diễn giai đoạn 2014-2018 hết bao nhiêu tiền?")
    follow = read_question("Khoản này ít hơn khoản hỗ trợ máy móc bao nhiêu?", talk)
    assert "mô hình trình diễn" in follow.text and "máy móc" in follow.text
    plain = "Khoản này do cơ quan nào duyệt?"
    assert put_in_full(plain, talk) == plain


def test_how_something_goes_is_no_figure_whatever_was_asked_before():
    talk = Talk("Cơ sở Thanh Bình nhận bao nhiêu tiền hỗ trợ?", kind="figure")
    follow = read_question("Có máy rồi thì việc buôn bán của cơ sở này ra sao?", talk)
    assert (follow.kind, follow.unit) == ("passage", "")
    assert read_question("Còn năm 2024 thì sao?", talk).kind == "figure"


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Báo cáo nói nguyên do nằm ở chỗ nào?", "passage"),
        ("Nét nổi bật của khuyến công tỉnh nằm ở đâu?", "passage"),
        ("Hội nghị khuyến công phía Bắc diễn ra ở đâu?", "where"),
        ("What is the average monthly wage of the workers?", "figure"),
    ],
)
def test_where_a_cause_lies_is_no_place(asked, kind):
    assert read_question(asked).kind == kind


def test_a_bare_core_asks_of_what_its_story_tells():
    asked = (
        "Nhân tiện xem lại các kỳ bình chọn cấp tỉnh mà Hải Dương đã mở trong giai đoạn 2014-2018, "
        "cho tôi hỏi làm cả ba kỳ như vậy thì hết tổng cộng bao nhiêu tiền?"
    )
    assert "bình chọn" in read_question(asked).words
    own = read_question("Tôi đang soạn bài phát biểu, cho tôi hỏi kế hoạch kinh phí phía Bắc năm 2024 là bao nhiêu?")
    assert "soạn" not in own.words


def test_a_request_inside_a_question_is_no_part_of_it():
    read = read_question(
        "Dạ nhờ trợ lý tính giúp kế hoạch khuyến công phía Bắc năm 2024 thấp hơn năm trước bao nhiêu ạ?"
    )
    assert not {"nhờ", "trợ lí", "giúp"} & set(read.words)


def test_an_enterprise_named_in_the_story_stays_asked_of():
    asked = (
        "Cơ sở làm phở khô Thanh Bình trên Bắc Trà My tôi nghe nói được khuyến công giúp mua máy, "
        "không rõ số tiền được trung tâm của tỉnh cho là bao nhiêu vậy?"
    )
    assert "thanh bình" in read_question(asked).words


def test_up_to_the_meeting_is_the_year_so_far():
    read = read_question("Tính tới hội nghị khuyến công tháng 5/2024, phía Bắc đã hỗ trợ bao nhiêu cơ sở?")
    assert (read.to_date, [period.label for period in read.periods]) == (True, ["năm 2024"])


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("Quảng Nan được cấp bao nhiêu kinh phí khuyến công năm 2023?", ["Quảng Nam"]),
        ("Năm 2019 Tiền Gang làm đề án gì?", ["Tiền Giang"]),
        ("Ông Quảng Nan nói gì?", []),
        ("Công ty Quảng Nan được hỗ trợ bao nhiêu?", []),
        ("How much of the northern budget of 2024 went to Hanoi alone?", ["Hà Nội"]),
        ("Trong kinh phí của phía Bắc năm 2024, riêng Hà Nội được bao nhiêu tỷ đồng?", ["Hà Nội"]),
        ("Tại hội nghị ở Hà Nội, kinh phí phía Bắc năm 2024 là bao nhiêu?", ["Hà Nội", "phía Bắc"]),
    ],
)
def test_the_place_that_is_asked_of(asked, places):
    assert [place.name for place in read_question(asked).places] == places


@pytest.mark.parametrize(
    "asked",
    [
        "Năm 2023 Mai Châu có bao nhiêu đề án khuyến công?",
        "Ông Trần Bình Minh giữ chức gì?",
        "Thị trấn Hà Lam được hỗ trợ bao nhiêu?",
        "Bà Nguyễn Thanh Hà là ai?",
        "Gia Lâm được bao nhiêu?",
        "Tổng số cơ sở trừ hộ kinh doanh là bao nhiêu?",
        "Ai đã đến hội nghị ngày 12/5/2024?",
        "Còn phải giải ngân bao nhiêu nữa năm 2024 mới đủ kế hoạch?",
    ],
)
def test_what_only_looks_like_a_slip_or_a_courtesy_stays(asked):
    assert read_question(asked).text == asked


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Phó Giám đốc Sở Công Thương Kon Tum nào kiến nghị nâng mức hỗ trợ?", "who"),
        ("Lãnh đạo nào của Cục giải thích việc chậm?", "who"),
        ("Chưa rõ thông báo thì gọi cho ai?", "who"),
        ("Bình chọn sản phẩm vào quý mấy?", "when"),
        ("Bốn nhóm sản phẩm dự bình chọn tên là gì?", "list"),
        ("Cơ quan ấy, sau mấy lần đổi tên, nay gọi là gì?", "passage"),
        ("Năm nào cũng phải bình chọn sản phẩm đúng không?", "passage"),
        ("Những đơn vị nào ở Sơn La được giao vốn đợt đầu?", "list"),
        ("Hồ sơ hay sai những chỗ nào?", "list"),
        ("Giám đốc Sở Công Thương phát biểu khi nào?", "when"),
        ("Chương trình đã trải qua mấy đợt bình chọn?", "figure"),
        ("Trong các nội dung khuyến công, giám đốc trung tâm tên là gì?", "who"),
    ],
)
def test_the_kind_is_told_by_what_is_asked_and_not_by_a_word_in_passing(asked, kind):
    assert read_question(asked).kind == kind


def test_what_is_asked_last_of_a_story_gives_the_kind():
    read = read_question(
        "Mấy cơ sở than chờ tiền rất lâu, có một vị yêu cầu rút xuống 45 ngày, cho tôi hỏi vị đó là ai?"
    )
    assert (read.kind, "yêu cầu" in read.words) == ("who", True)


@pytest.mark.parametrize(
    ("asked", "unit", "counted"),
    [
        ("Ngành dừa chiếm bao nhiêu đề án?", "", "đề án"),
        ("Ngành dừa chiếm bao nhiêu phần trăm số đề án?", "%", ""),
        ("Thấp hơn cùng kỳ bao nhiêu điểm phần trăm?", "%", ""),
        ("Vậy con số gian hàng được hỗ trợ là bao nhiêu?", "", "gian hàng"),
        ("Vùng nào giúp nhiều hơn, con số cao nhất là bao nhiêu?", "", ""),
    ],
)
def test_the_unit_is_told_by_what_is_counted(asked, unit, counted):
    read = read_question(asked)
    assert (read.unit, read.counted) == (unit, counted)


def test_districts_are_no_names_and_names_may_hold_an_apostrophe():
    assert read_question("Huyện Đại Từ của Thái Nguyên có mấy đề án?").names == ()
    assert read_question("Hợp tác xã dệt Kon K'lor được hỗ trợ bao nhiêu?").names == ("kon k'lor",)


def test_a_province_behind_its_region_is_the_place_asked_for():
    read = read_question("Trong vùng phía Nam, kế hoạch kinh phí khuyến công năm 2018 của Đồng Nai là bao nhiêu?")
    assert [place.name for place in read.places] == ["Đồng Nai"]


def test_a_region_may_be_written_as_it_sounds():
    assert [place.name for place in read_question("nửa đầu năm 2024 miền bắt được bao nhiêu tiền").places] == [
        "phía Bắc"
    ]


def test_a_region_named_again_stays_and_words_that_sound_like_one_are_none():
    asked = "Trong vùng phía Nam, kinh phí của Đồng Nai chiếm bao nhiêu phần trăm kinh phí toàn vùng phía Nam?"
    assert {place.name for place in read_question(asked).places} == {"phía Nam", "Đồng Nai"}
    assert read_question("Khu vực bắt buộc phải di dời được hỗ trợ bao nhiêu?").places == ()


def test_no_province_and_no_district_is_lost_to_mending():
    misread = {"lắk": "là", "lăk": "là"}

    def mend(text: str) -> str:
        return " ".join(misread.get(word.strip("?,").lower(), word) for word in text.split(" "))

    read = read_question("Kinh phí khuyến công của Đắk Lắk năm 2024 là bao nhiêu?", restore=mend)
    assert [place.name for place in read.places] == ["Đắk Lắk"]
    assert [p.name for p in read_question("Huyện Tháp Mười có bao nhiêu đề án năm 2023?").places] == ["Tháp Mười"]


def test_a_follow_up_of_its_own_subject_is_let_loose_of_the_text_before():
    before = read_question("Nghị định 45/2012 có hiệu lực từ ngày nào?")
    own = read_question("Thế mức hỗ trợ gian hàng tối đa bao nhiêu?", talk_of(before))
    loose = in_other_texts(own)
    assert own.references and loose is not None
    assert (loose.references, loose.words) == ((), ("hỗ trợ", "gian hàng", "tối đa"))
    assert loose.text == "Thế mức hỗ trợ gian hàng tối đa bao nhiêu?"
    assert in_other_texts(read_question("Văn bản này do ai ký ban hành?", talk_of(before))) is None
    assert in_other_texts(before) is None


def test_the_money_of_a_province_is_told_apart_from_the_place():
    question = read_question("Đề án máy móc từ nguồn khuyến công tỉnh Hải Dương là bao nhiêu?")
    assert "tỉnh" in question.words and [place.name for place in question.places] == ["Hải Dương"]
    assert "tỉnh" not in read_question("Khuyến công tỉnh Hải Dương chi bao nhiêu?").words


def test_a_province_with_one_capital_and_no_marks_is_known():
    question = read_question("Nghe an với Hà Tĩnh, tỉnh nào chi nhiều hơn?")
    assert [place.name for place in question.places] == ["Nghệ An", "Hà Tĩnh"]


def test_the_place_in_an_enterprises_name_is_its_name():
    assert read_question("Công ty hạt điều Bình Sơn được hỗ trợ bao nhiêu?").names == ("binh son",)
    assert read_question("Which Ben Tre household got the machine?").names == ()
    assert read_question("Where is the Thanh Tam coconut company?").names == ("thanh tam",)
    assert read_question("Cơ sở ở Bình Sơn được hỗ trợ bao nhiêu?").names == ()


def test_nobody_is_not_asked_for():
    assert read_question("Huyện nào chưa có ai đăng ký đề án?").kind == "where"
    assert read_question("Ai chưa đăng ký đề án?").kind == "who"
    assert read_question("Có được hỗ trợ không? Ai phê duyệt kế hoạch khuyến công quốc gia?").kind == "who"
    assert read_question("Which province had officials trained in 2023?").kind == "where"


@pytest.mark.parametrize(
    ("asked", "unit", "counted"),
    [
        ("Tìm giúp tôi phần trăm giải ngân của Hải Dương năm 2018", "%", ""),
        ("Năm 2023 có mấy tỉnh được hỗ trợ, tổng kinh phí bao nhiêu?", "", "tỉnh"),
        ("Mấy tỉnh phía Bắc hỗ trợ được bao nhiêu gian hàng?", "", "gian hàng"),
        ("Năm 2023 cơ sở gốm Quang Minh làm ra nhiều hơn năm 2022 bao nhiêu chiếc?", "", "chiếc"),
    ],
)
def test_what_is_asked_stays_what_it_was(asked, unit, counted):
    read = read_question(asked)
    assert (read.unit, read.counted) == (unit, counted)


def test_a_request_keeps_the_topic_that_its_opening_names_and_a_host_is_kept_where_nobody_is_named():
    told = read_question("Để chuẩn bị hội chợ hàng công nghiệp nông thôn, nêu mức hỗ trợ tối đa")
    assert "hội chợ" in told.words
    kept = read_question("Bà con được hỗ trợ những gì ở hội nghị tổ chức tại Lâm Đồng?")
    assert [place.name for place in kept.places] == ["Lâm Đồng"]
    asked = read_question("Định nghĩa khuyến công là gì?")
    assert asked.text == "Định nghĩa khuyến công là gì?"


@pytest.mark.parametrize(
    "asked",
    [
        "Sản phẩm CNNT tiêu biểu cần đạt những tiêu chí gì?",
        "Cơ sở công nghiệp nông thôn là gì?",
    ],
)
def test_what_a_term_means_is_asked_of_no_place_talked_of_before(asked):
    before = read_question("Hải Dương giai đoạn 2014-2018 có bao nhiêu sản phẩm CNNT tiêu biểu?")
    talk = Talk(before.text, before.places[0], before.periods[0], before.subject, before.kind)
    follow = read_question(asked, talk)
    assert (follow.places, follow.periods) == ((), ())


def test_what_was_talked_of_is_carried_over_where_a_question_leans_on_it():
    before = read_question("Hải Dương giai đoạn 2014-2018 có bao nhiêu sản phẩm CNNT tiêu biểu?")
    talk = Talk(before.text, before.places[0], before.periods[0], before.subject, before.kind)
    assert read_question("Thế cấp quốc gia thì được mấy sản phẩm?", talk).places == before.places


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Số tiền khuyến công chưa dùng hết trong năm xử lý ra sao?", "passage"),
        ("Kinh phí khuyến công được quản lý như thế nào?", "passage"),
        ("Số tiền thu hồi là bao nhiêu?", "figure"),
    ],
)
def test_how_money_is_dealt_with_is_no_amount(asked, kind):
    assert read_question(asked).kind == kind


def test_what_follows_how_much_is_counted_only_where_it_is_a_thing():
    assert read_question("Kế hoạch trừ phần đã phân bổ thì còn bao nhiêu chưa về?").counted == ""
    assert read_question("Tối đa bao nhiêu 1 mô hình?").counted == ""
    assert read_question("Số cơ sở dự kiến nhiều hơn số cơ sở đã hỗ trợ bao nhiêu?").counted == "cơ sở"


def test_a_number_of_a_grade_takes_the_place_of_the_one_before():
    follow = read_question("Còn 5 sao?", Talk("Thưởng sản phẩm OCOP 4 sao là bao nhiêu?"))
    assert "OCOP 5 sao" in follow.text and "4 sao" not in follow.text


def test_what_a_text_lays_down_is_not_of_the_year_of_the_story():
    asked = (
        "Ông chú tôi hồi 2015 có làm một mô hình ở quê, cứ bảo nhà nước cho nhiều. Theo thông tư liên tịch 26/2014 "
        "thì một mô hình phổ biến công nghệ mới được nhiều nhất là bao nhiêu tiền?"
    )
    question = read_question(asked)
    assert question.periods == () and question.references[0].number == "26/2014"


def test_the_number_of_a_text_is_no_quantity_of_the_question():
    assert read_question("nghi dinh 196/2024 ve nang luong ho tro bao nhieu").stated == ()


def test_a_day_that_something_is_counted_by_is_not_asked_for():
    assert read_question("Xưởng làm ra mỗi ngày bao nhiêu đôi chiếu?").kind == "figure"
    assert read_question("Hội nghị họp ngày bao nhiêu?").kind == "when"


def test_forbidden_deeds_typed_bare_are_a_list():
    assert read_question("nhung hanh vi nao khong duoc lam").kind == "list"


def test_the_owner_of_a_workshop_is_a_name():
    assert read_question("Xưởng mộc anh Tám lãi bao nhiêu?").names == ("anh tam",)
    assert read_question("Xưởng mộc của anh Lê Văn Ba lãi bao nhiêu?").names == ("le van ba",)
    assert read_question("Hôm qua anh Tám nói gì?").names == ()


def test_both_funds_of_a_place_and_year_point_at_nothing_told_before():
    before = Talk("Ngành nào không được hưởng khuyến công?")
    asked = read_question("Kinh phí khuyến công phía Bắc năm 2024, tính cả hai nguồn?", before)
    assert "ngành" not in asked.words and asked.carried == frozenset()


def test_the_same_months_of_another_year_are_a_period_of_their_own():
    read = read_question("Lâm Đồng 6 tháng đầu 2024 chi hơn cùng kỳ 2023 bao nhiêu tiền?")
    assert [(p.start, p.end) for p in read.periods] == [("2024-01-01", "2024-06-30"), ("2023-01-01", "2023-06-30")]
    assert len(read_question("Lâm Đồng 6 tháng đầu 2024 tăng bao nhiêu so với cùng kỳ?").periods) == 1


def test_it_means_the_text_named_before():
    talk = Talk(question="Nghị định 45/2012/NĐ-CP có hiệu lực từ ngày nào?")
    assert "45/2012/NĐ-CP thay thế văn bản nào" in put_in_full("Nó ra đời thay cho văn bản nào?", talk)
    assert put_in_full("Nó gồm mấy điều?", talk) == "Nó gồm mấy điều?"


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Mấy nội dung khuyến công nào Hải Dương chưa làm được?", "list"),
        ("Hải Dương có mấy nội dung?", "figure"),
    ],
)
def test_several_things_of_a_kind_are_asked_for_by_name(asked, kind):
    assert read_question(asked).kind == kind


def test_what_was_really_done_is_asked_for():
    assert read_question("Chỉ tiêu đặt ra 15 mô hình, thực tế làm được mấy mô hình?").status == "actual"


def test_an_enterprise_keeps_the_first_word_of_its_name():
    assert "thanh loc" in read_question("doanh thu xưởng tinh dầu quế Thành Lộc năm 2022").names


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("phụ cấp cộng tác viên một tháng mấy đồng", "figure"),
        ("mỗi năm mấy tấn chè", "figure"),
        ("hội nghị họp tháng mấy", "when"),
    ],
)
def test_how_much_a_month_is_no_month_asked_for(asked, kind):
    assert read_question(asked).kind == kind


def test_the_place_of_a_meeting_is_not_asked_of_beside_the_province_that_is():
    asked = read_question("Kế hoạch kinh phí năm 2024 của Đồng Tháp nêu ở hội nghị Vĩnh Long là bao nhiêu?")
    assert [place.name for place in asked.places] == ["Đồng Tháp"]
    both = read_question("Kế hoạch kinh phí năm 2024 của Đồng Tháp và Vĩnh Long là bao nhiêu?")
    assert [place.name for place in both.places] == ["Đồng Tháp", "Vĩnh Long"]
