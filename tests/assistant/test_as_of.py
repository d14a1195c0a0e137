"""The date at which a question wants the law: read from its words, from an option, or carried over."""

from datetime import date

import pytest

from assistant.as_of import AsOf, parse_as_of, read_as_of
from assistant.questions import read_question
from assistant.records import BadQuestion, BadRequest, Talk

TODAY = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        ("Tại thời điểm 01/01/2013, ai được hưởng hỗ trợ?", date(2013, 1, 1), "ai được hưởng hỗ trợ?"),
        ("Tại ngày 5 tháng 7 năm 2012 thì quy định thế nào?", date(2012, 7, 5), "quy định thế nào?"),
        ("Theo quy định hiện hành, mức chi là bao nhiêu?", TODAY, "mức chi là bao nhiêu?"),
        ("Mức chi hiện nay là bao nhiêu?", TODAY, "Mức chi là bao nhiêu?"),
        ("Năm 2015 thì áp dụng mức nào?", date(2015, 12, 31), "áp dụng mức nào?"),
        ("Năm 2026 áp dụng văn bản nào?", TODAY, "áp dụng văn bản nào?"),
        ("Mức tối đa tại thời điểm tháng 2/2016 là bao nhiêu?", date(2016, 2, 29), "Mức tối đa là bao nhiêu?"),
        ("Vào ngày 15/4/2016 văn bản nào đang có hiệu lực?", date(2016, 4, 15), "văn bản nào đang có hiệu lực?"),
    ],
)
def test_a_question_about_the_law_at_a_date(text, day, rest):
    assert read_as_of(text, TODAY) == AsOf(day, rest)


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        ("Who was entitled as of 1 January 2013?", date(2013, 1, 1), "Who was entitled?"),
        ("As of March 2014 who is entitled?", date(2014, 3, 31), "who is entitled?"),
        ("Which caps applied in 2015?", date(2015, 12, 31), "Which caps?"),
        ("What are the caps under current rules?", TODAY, "What are the caps?"),
    ],
)
def test_an_english_question_about_the_law_at_a_date(text, day, rest):
    assert read_as_of(text, TODAY, english=True) == AsOf(day, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2024 phía Bắc có bao nhiêu đề án?",
        "Năm 2024, phía Bắc hỗ trợ bao nhiêu đề án theo quy định?",
        "Tính đến thời điểm 30/6/2024 đã hỗ trợ bao nhiêu cơ sở?",
        "Tại thời điểm tháng 5/2024 tình hình khuyến công ra sao?",
        "Nghị định 45/2012/NĐ-CP ngày 21/5/2012 quy định gì?",
        "Nghị định 45 năm 2012 quy định đối tượng áp dụng thế nào?",
        "Chương trình khuyến công quốc gia đến năm 2015 áp dụng quy định gì?",
        "Giai đoạn 2014-2018 có bao nhiêu cơ sở áp dụng sản xuất sạch hơn?",
        "Thủ tướng hiện nay là ai?",
    ],
)
def test_a_period_a_name_or_the_present_alone_is_no_date_of_the_law(text):
    assert read_as_of(text, TODAY) is None


def test_a_day_that_no_calendar_has_is_told():
    with pytest.raises(BadQuestion, match=r"^Không có ngày “31/02/2013”; xin ghi lại ngày cần hỏi\.$"):
        read_as_of("Tại thời điểm 31/02/2013 ai được hưởng?", TODAY)


@pytest.mark.parametrize("text", ["2013-01-31", "31/01/2013", "31-1-2013", " 31.01.2013 "])
def test_an_option_takes_both_ways_of_writing_a_date(text):
    assert parse_as_of(text) == date(2013, 1, 31)


@pytest.mark.parametrize("text", ["", "2013", "2013-02-30", "31/13/2013", "hôm nay", "9" * 100])
def test_an_option_that_is_no_date_gets_one_line(text):
    with pytest.raises(BadRequest, match=r"^Ngày “.{0,40}” không hợp lệ; xin ghi dạng 2013-01-31 hoặc 31/01/2013\.$"):
        parse_as_of(text)


def test_the_date_leaves_the_question_and_its_periods():
    read = read_question("Tại thời điểm 01/01/2013, ai được hưởng chính sách khuyến công?")
    assert (read.as_of, read.of_law, read.periods) == (date(2013, 1, 1), True, ())
    assert read.asked == "Tại thời điểm 01/01/2013, ai được hưởng chính sách khuyến công?"


def test_a_date_in_the_question_goes_before_the_one_of_the_option_and_the_present_is_the_option():
    option = date(2014, 6, 1)
    assert read_question("Tại thời điểm 01/01/2013, ai được hưởng?", as_of=option).as_of == date(2013, 1, 1)
    assert read_question("Quy định hiện hành là gì?", as_of=option).as_of == option
    assert read_question("Ai được hưởng?", as_of=option).as_of == option


def test_a_follow_up_keeps_the_date_or_names_another():
    talk = Talk("ai được hưởng chính sách khuyến công?", as_of=date(2013, 1, 1), of_law=True)
    assert read_question("Còn hộ kinh doanh?", talk).as_of == date(2013, 1, 1)
    assert read_question("Thế tại thời điểm 01/01/2020?", talk).as_of == date(2020, 1, 1)
    later = read_question("Còn năm 2019?", talk)
    assert (later.as_of, later.periods) == (date(2019, 12, 31), ())
