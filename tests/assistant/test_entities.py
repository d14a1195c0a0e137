"""Short answers in a sentence: who, when, where, which text, how many."""

import pytest

from assistant.entities import asks_holder, asks_office, entities, in_part_asked, nearest, with_others
from assistant.questions import read_question
from assistant.wording import Wanted


def texts(kind: str, sentence: str, asked: str) -> list[str]:
    found = entities(kind, sentence, read_question(asked))
    assert all(sentence[entity.start : entity.end] == entity.text for entity in found)
    return [entity.text for entity in found]


def test_a_person_is_found_with_the_office_before_the_name():
    sentence = "Phát biểu tại hội nghị, Phó Giám đốc Trần Văn Bình đề nghị các tỉnh cố gắng; ông Lê Minh cảm ơn."
    assert texts("who", sentence, "Ai phát biểu tại hội nghị?") == ["Phó Giám đốc Trần Văn Bình", "ông Lê Minh"]


def test_a_deputy_is_no_answer_to_who_heads_the_office():
    sentence = "Ông Phạm Văn A, Phó Giám đốc Sở Công Thương, dự hội nghị."
    assert texts("who", sentence, "Giám đốc Sở Công Thương là ai?") == []
    assert texts("who", sentence, "Phó Giám đốc Sở Công Thương là ai?") != []


def test_a_body_answers_where_a_body_is_asked():
    sentence = "Bộ Công Thương phê duyệt kế hoạch khuyến công quốc gia hằng năm."
    assert texts("who", sentence, "Cơ quan nào phê duyệt kế hoạch khuyến công quốc gia?") == ["Bộ Công Thương"]


def test_what_the_question_names_is_no_answer_to_it():
    sentence = "Bộ Công Thương phối hợp với Bộ Tài chính lập dự toán kinh phí."
    asked = "Cơ quan nào phối hợp với Bộ Công Thương lập dự toán?"
    assert texts("who", sentence, asked) == ["Bộ Tài chính"]


def test_the_office_of_a_named_person_is_told_from_the_holder_of_an_office():
    office = read_question("Ông Ngô Quang Trung giữ chức vụ gì?")
    holder = read_question("Giám đốc Sở Công Thương tỉnh Hải Dương là ai?")
    assert (asks_office(office), asks_holder(office)) == (True, False)
    assert (asks_office(holder), asks_holder(holder)) == (False, True)
    sentence = "Ông Ngô Quang Trung, Cục trưởng Cục Công Thương địa phương, chủ trì hội nghị."
    assert texts("who", sentence, "Ông Ngô Quang Trung giữ chức vụ gì?") == ["Cục trưởng Cục Công Thương địa phương"]


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Hội nghị diễn ra ngày 21/5/2024 tại Hải Phòng.", ["ngày 21/5/2024"]),
        ("Nghị định có hiệu lực từ ngày 05 tháng 7 năm 2012.", ["ngày 05 tháng 7 năm 2012"]),
        ("Nghị định số 45/2012/NĐ-CP quy định về khuyến công.", []),
        ("Thông tư 26/2014/TTLT-BTC-BCT hướng dẫn việc chi.", []),
    ],
)
def test_the_number_of_a_law_is_no_date(sentence, dates):
    assert texts("when", sentence, "Việc này diễn ra khi nào?") == dates


def test_a_day_is_asked_and_a_bare_year_does_not_answer():
    sentence = "Hội nghị năm 2024 họp ngày 21/5/2024."
    assert texts("when", sentence, "Hội nghị họp ngày nào?") == ["ngày 21/5/2024"]


def test_a_text_is_found_by_its_number_but_not_the_one_the_question_names():
    sentence = "Nghị định số 45/2012/NĐ-CP thay thế Nghị định số 134/2004/NĐ-CP."
    asked = "Nghị định 45/2012/NĐ-CP thay thế văn bản nào?"
    assert texts("which", sentence, asked) == ["Nghị định số 134/2004/NĐ-CP"]


def test_only_counts_of_the_noun_asked_for_are_taken():
    sentence = "Khu vực có 28 tỉnh, thành phố, triển khai 129 đề án và đào tạo 1.330 lao động."
    assert texts("figure", sentence, "Khu vực triển khai bao nhiêu đề án?") == ["129 đề án"]
    assert texts("figure", sentence, "Khu vực đào tạo bao nhiêu lao động?") == ["1.330 lao động"]


def test_a_count_written_in_words_is_a_count():
    sentence = "Chương trình gồm ba nội dung chính."
    assert texts("figure", sentence, "Chương trình gồm bao nhiêu nội dung?") == ["ba nội dung"]


def test_places_answer_where():
    assert texts("where", "Hội nghị được tổ chức tại tỉnh Hải Dương.", "Hội nghị tổ chức ở đâu?") == ["Hải Dương"]


def test_the_entity_beside_the_wanted_words_is_the_nearest():
    sentence = "Lễ khai mạc ngày 01/3/2024, còn hội nghị tổng kết họp vào ngày 20/12/2024."
    found = entities("when", sentence, read_question("Khi nào tổng kết?"))
    near = nearest(found, sentence, Wanted(("tổng kết",), (1.0,)))
    assert near is not None and near.text == "ngày 20/12/2024"
    assert nearest([], sentence, Wanted(("tổng kết",), (1.0,))) is None


def test_an_office_is_held_by_a_person_named_with_that_office():
    sentence = "Phó Cục trưởng Cục Công Thương (Bộ Công Thương) Dương Quốc Trịnh cho hay."
    asked = read_question("Phó Cục trưởng Cục Công Thương tên là gì?")
    assert [entity.text.split()[-1] for entity in entities("who", sentence, asked)] == ["Trịnh"]
    other = read_question("Thứ trưởng nào đã đến dự hội nghị?")
    assert entities("who", sentence, other) == []


def test_a_region_does_not_answer_which_province():
    sentence = "Hội nghị của miền Trung - Tây Nguyên họp tại Đắk Nông."
    assert [e.text for e in entities("where", sentence, read_question("Họp ở tỉnh nào?"))] == ["Đắk Nông"]
    assert len(entities("where", sentence, read_question("Họp ở khu vực nào?"))) == 2


def test_the_holder_of_an_office_is_one_of_the_body_asked_for():
    sentence = "Ông Trần Văn An - Cục trưởng Cục Hóa chất cho rằng, trung tâm khuyến công cần thêm kinh phí."
    assert texts("who", sentence, "Người đứng đầu Trung tâm Khuyến công Hà Nam là ai?") == []
    assert texts("who", sentence, "Cục trưởng Cục Hóa chất là ai?") != []
    owner = "Ông Trần Văn Nam, Giám đốc cơ sở chế biến chè, rất vui."
    assert texts("who", owner, "Giám đốc Sở Công Thương Hà Giang là ai?") == []


def test_an_office_alone_asks_who_holds_it():
    assert read_question("giám đốc Sở Công Thương Đắk Nông").kind == "who"
    assert asks_holder(read_question("giám đốc Sở Công Thương Đắk Nông"))
    assert read_question("Giám đốc Sở Công Thương Đắk Nông nói gì về vốn?").kind != "who"
    assert read_question("Cục trưởng Cục Công Thương địa phương kiến nghị gì?").kind != "who"


def test_only_a_text_of_the_kind_asked_for_answers():
    sentence = "Theo Nghị định 45/2012/NĐ-CP và Quyết định 10/2019/QĐ-UBND, tỉnh hỗ trợ doanh nghiệp."
    assert texts("which", sentence, "Tỉnh hỗ trợ theo quyết định nào?") == ["Quyết định 10/2019/QĐ-UBND"]
    assert len(texts("which", sentence, "Tỉnh hỗ trợ theo văn bản nào?")) == 2
    guided = "Thông tư số 46/2012/TT-BCT hướng dẫn Nghị định số 45/2012/NĐ-CP."
    asked = "Nghị định số 45/2012/NĐ-CP được hướng dẫn bằng thông tư nào?"
    assert texts("which", guided, asked) == ["Thông tư số 46/2012/TT-BCT"]


def test_an_owner_is_a_person_said_to_be_one():
    sentence = "Trung tâm Khuyến công hỗ trợ 200 triệu đồng cho cơ sở Thanh Bình."
    assert texts("who", sentence, "Chủ cơ sở Thanh Bình tên là gì?") == []
    assert texts("who", f"{sentence} Bà Lê Thị Hoa, chủ cơ sở, rất vui.", "Chủ cơ sở là ai?") == ["Bà Lê Thị Hoa"]


def test_a_count_is_no_answer_where_money_is_asked_for():
    sentence = "Đối tượng gồm 3 nhóm và được hỗ trợ tới 50%."
    assert texts("figure", sentence, "Vốn của một cơ sở phải từ bao nhiêu?") == ["50%"]
    assert texts("figure", sentence, "Có bao nhiêu nhóm đối tượng?") == ["3 nhóm"]


def test_who_does_the_work_of_an_office_holds_it():
    assert asks_holder(read_question("Năm 2017 ai làm Cục trưởng Cục Công Thương địa phương?"))


def test_only_a_person_speaks_for_a_body():
    asked = "Ai thay mặt UBND thành phố Hà Nội phát biểu?"
    assert texts("who", "Bộ Công Thương và UBND thành phố Hà Nội chủ trì hội nghị.", asked) == []
    assert texts("who", "Thay mặt UBND, ông Trần Văn Bình phát biểu.", asked) == ["ông Trần Văn Bình"]


def test_a_day_that_is_a_limit_is_told_as_one():
    sentence = "Hồ sơ phải đến Cục trước ngày 15 tháng 6 hằng năm; lớp học mở ngày 20 tháng 7."
    assert texts("when", sentence, "Hồ sơ phải nộp ngày nào?") == ["trước ngày 15 tháng 6", "ngày 20 tháng 7"]


def test_a_place_in_a_part_of_the_sentence_that_tells_of_another_thing_is_no_answer():
    sentence = "Trong năm đã tổ chức hội chợ tại Nghệ An; hội thảo về làng nghề; hội nghị tổng kết."
    found = entities("where", sentence, read_question("Hội thảo về làng nghề tổ chức ở đâu?"))
    assert [entity.text for entity in found] == ["Nghệ An"]
    assert in_part_asked(found, sentence, Wanted(("hội thảo", "làng nghề"), (1.0, 1.0))) == []
    assert in_part_asked(found, sentence, Wanted(("hội chợ",), (1.0,))) == found


@pytest.mark.parametrize(
    ("sentence", "asked", "found"),
    [
        ("Từ giữa tháng 5 đến hết tháng 7, cán bộ không xuống xã.", "Cán bộ không xuống xã vào thời gian nào?",
         ["Từ giữa tháng 5 đến hết tháng 7"]),
        ("Việc bình chọn được tổ chức trong quý III/2025.", "Bình chọn vào quý mấy?", ["quý III/2025"]),
        ("Kết quả giảm 12,2% so với năm 2019.", "Kế hoạch bị cắt vào thời điểm nào?", []),
        ("Năm 2020 cao hơn kế hoạch năm 2019.", "Khi nào tăng?", []),
    ],
)  # fmt: skip
def test_a_quarter_and_a_stretch_of_months_are_times_and_a_year_measured_by_is_none(sentence, asked, found):
    assert [text for text in texts("when", sentence, asked) if not text.startswith("Năm")] == found


def test_names_of_one_letter_are_names_too():
    sentence = "Ông A Thuần, Phó Giám đốc Sở Công Thương, kiến nghị nâng mức hỗ trợ."
    assert texts("who", sentence, "Lãnh đạo nào của Sở Công Thương kiến nghị nâng mức hỗ trợ?") == ["Ông A Thuần"]


def test_the_number_behind_what_is_asked_is_nearer_than_one_of_the_clause_before():
    sentence = "Thời hạn khiếu nại là 15 ngày làm việc và thời hạn trả lời khiếu nại là 10 ngày."
    asked = read_question("Phải trả lời trong bao nhiêu ngày?")
    found = nearest(entities("figure", sentence, asked), sentence, Wanted(("trả lời",), (1.0,)))
    assert found is not None and found.text == "10 ngày"


@pytest.mark.parametrize("asked", ["Ai giữ chức vụ Cục trưởng?", "Ai đang đảm nhận cương vị Giám đốc Sở?"])
def test_who_holds_an_office_that_is_named_asks_for_no_office(asked):
    question = read_question(asked)
    assert (asks_office(question), asks_holder(question)) == (False, True)


def test_a_spot_that_no_table_lists_answers_where_behind_its_preposition():
    sentence = "Sở sẽ mở hai điểm giới thiệu sản phẩm tại Măng Đen và cửa khẩu Bờ Y."
    assert texts("where", sentence, "Sở mở hai điểm giới thiệu sản phẩm ở đâu?") == ["Măng Đen và cửa khẩu Bờ Y"]
    for office in ("Sở Công Thương", "Phòng Kinh tế và Hạ tầng huyện", "Nhà Văn hóa Lao động", "Tổng Cục Thống kê"):
        assert texts("where", f"Hồ sơ nộp tại {office}.", "Nộp ở đâu?") == []


def test_a_woman_with_a_name_of_one_letter_is_a_person():
    sentence = "Chị Y Nhớ, Giám đốc Hợp tác xã Dược liệu Tê Xăng, dẫn khách xem máy sấy."
    assert texts("who", sentence, "Giám đốc Hợp tác xã Dược liệu Tê Xăng là ai?")[:1] == ["Chị Y Nhớ"]


PLACES = (
    "Hội chợ mở tại các tỉnh Thừa Thiên – Huế, TP. Hồ Chí Minh và Phú Thọ; "
    "hội nghị tại Hà Nội, Nghệ An, Quảng Trị; ở Cà Mau, Cần Thơ đứng đầu."
)


@pytest.mark.parametrize(
    ("nearest_to", "told"),
    [
        ("Phú Thọ", "Thừa Thiên – Huế, TP. Hồ Chí Minh và Phú Thọ"),
        ("Hà Nội", "Hà Nội, Nghệ An, Quảng Trị"),
        ("Cà Mau", "Cà Mau"),
    ],
)
def test_places_of_one_list_are_told_together(nearest_to, told):
    found = entities("where", PLACES, read_question("Hội chợ mở ở những tỉnh nào?"))
    one = next(entity for entity in found if entity.text == nearest_to)
    assert with_others(one, found, PLACES).text == told


def test_kin_are_told_with_their_names():
    question = read_question("Ai phụ trách bán hàng trên mạng?")
    found = entities("who", "Cô con gái lớn Hà Thị Thảo, tốt nghiệp ngành thương mại, phụ trách bán hàng.", question)
    assert "Hà Thị Thảo" in found[0].text
