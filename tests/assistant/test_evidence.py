"""A document sentence by sentence: spans, locators, and the places and periods in force."""

from assistant.evidence import Library, is_heading, years_of
from documents.records import Period, Place
from tests.assistant.small_index import SmallIndex, view_of, written

LAW = (
    "NGHỊ ĐỊNH\nVề khuyến công\nĐiều 1. Phạm vi điều chỉnh\n1. Nghị định này quy định về khuyến công.\n"
    "2. Đối tượng áp dụng gồm:\na) Tổ chức, cá nhân đầu tư sản xuất;\nb) Cơ sở công nghiệp nông thôn.\n"
    "Điều 2. Kinh phí\n1. Kinh phí do ngân sách bảo đảm.\n"
)
ARTICLE = (
    "Năm 2023, tỉnh Hải Dương tổ chức hội nghị.\nCác đại biểu thảo luận.\n"
    "Năm 2024, tỉnh Nghệ An tổ chức hội nghị.\nHội nghị kết thúc tốt đẹp."
)
HAI_DUONG = Place("Hải Dương", "province", "30")
YEAR_2023 = Period("2023-01-01", "2023-12-31", "năm 2023")


def law():
    return view_of(LAW, kind="decree", number="1/2020/NĐ-CP", title="Nghị định về khuyến công")


def test_sentences_are_exact_spans_in_reading_order():
    view = view_of(ARTICLE)
    assert [sentence.text for sentence in view.sentences] == ARTICLE.split("\n")
    assert all(ARTICLE[row.start : row.end] == row.text for row in view.sentences)
    assert [row.order for row in view.sentences] == [0, 1, 2, 3]


def test_a_point_of_a_law_is_located_as_a_lawyer_writes_it():
    view = law()
    located = view.locator(LAW.index("Cơ sở công nghiệp"))
    assert located == "điểm b khoản 2 Điều 1 Nghị định 1/2020/NĐ-CP"
    assert view.locator(LAW.index("Kinh phí do")) == "khoản 1 Điều 2 Nghị định 1/2020/NĐ-CP"
    assert view.is_legal and not view_of(ARTICLE).is_legal


def test_evidence_is_trimmed_and_its_quote_is_the_slice():
    view = view_of(ARTICLE)
    end = ARTICLE.index("Các")
    piece = view.evidence(0, end)
    assert piece.quote == ARTICLE.split("\n")[0] == ARTICLE[piece.start : piece.end]
    assert view.evidence(end, end).quote == ""


def test_the_nearest_sentence_before_that_names_a_place_is_found():
    view = view_of(ARTICLE)
    last = view.sentences[-1].start
    nghe_an = view.places_of(view.sentences[2])[0]
    assert view.naming_place(nghe_an, last) == view.sentences[2]
    assert view.naming_place(HAI_DUONG, last) == view.sentences[0]
    assert view.naming_place(Place("Cà Mau", "province", "96"), last) is None


def test_a_period_is_found_and_place_and_period_only_together():
    view = view_of(ARTICLE)
    last = view.sentences[-1].start
    assert view.naming_period(YEAR_2023, last) == view.sentences[0]
    assert view.naming_both(HAI_DUONG, YEAR_2023, last) == view.sentences[0]
    assert view.naming_both(HAI_DUONG, Period("2024-01-01", "2024-12-31", "năm 2024"), last) is None
    assert view.years == {2023, 2024}
    assert list(years_of(Period("2014-01-01", "2018-12-31", ""))) == [2014, 2015, 2016, 2017, 2018]


def test_sentences_between_two_positions_are_those_that_overlap():
    view = view_of(ARTICLE)
    second = view.sentences[1]
    assert view.between(second.start, second.end) == [second]
    assert view.between(second.start + 3, view.sentences[2].start + 1) == view.sentences[1:3]
    assert view.sentence_at(second.start + 3) == second


def test_the_title_of_an_article_of_law_is_a_heading_and_its_khoan_is_not():
    view = law()
    title = view.sentence_at(LAW.index("Kinh phí\n"))
    clause = view.sentence_at(LAW.index("Kinh phí do"))
    assert title is not None and clause is not None
    assert (is_heading(view, title), is_heading(view, clause)) == (True, False)


def test_a_view_is_made_once_and_the_oldest_is_let_go():
    index = SmallIndex(*(written(f"Bài số {number} nói về khuyến công.", f"bai-{number}") for number in range(258)))
    library = Library(index)  # type: ignore[arg-type]
    first = library.view("bai-0")
    assert library.view("bai-0") is first
    for number in range(1, 257):
        library.view(f"bai-{number}")
    assert library.view("bai-0") is not first
    assert library.view("bai-256") is library.view("bai-256")


def test_of_two_sentences_that_name_a_place_the_nearer_before_is_taken():
    view = view_of("Tỉnh Hải Dương họp.\nTỉnh Hải Dương bàn.\nHội nghị kết thúc.\nTỉnh Hải Dương ăn mừng.")
    assert view.naming_place(HAI_DUONG, view.sentences[2].start) == view.sentences[1]
    assert view.naming_place(HAI_DUONG, view.sentences[3].start) == view.sentences[3]


INTERVIEW = (
    "* Vì sao ông chủ động giảm đào tạo?\n\n- Vì học xong không có chỗ làm. từ đó chỉ mở lớp khi có hợp đồng.\n\n"
    "* Khó khăn lớn nhất là gì?\n\n- Con người. Trung tâm có 22 biên chế.\n\n"
    "* Ông kiến nghị gì với cấp trên?\n\n- Ba việc. Một là giao kế hoạch sớm."
)


def test_what_is_said_in_an_interview_stands_under_the_question_put():
    view = view_of(INTERVIEW)
    (last,) = [row for row in view.sentences if "giao kế hoạch sớm" in row.text]
    assert " kiến nghị gì với cấp trên " in view.heading_of(last)
    assert " đào tạo " not in view.heading_of(last)
    assert [is_heading(view, row) for row in view.sentences[:2]] == [True, False]


def test_a_question_or_two_make_no_interview():
    view = view_of("Vì sao 8 sản phẩm trượt?\n\nDo giấy chứng nhận hết hạn. Sản phẩm thiếu nhãn.")
    assert view.questions == ()


def test_a_report_whose_title_and_opening_name_no_year_is_of_the_year_it_was_published_in():
    text = "Làng nghề đổi mới.\nNhiều cơ sở mua máy.\nAi cũng vui.\nNăm 2016 thì khác."
    assert view_of(text, date="2018-12-18").titled_years == {2018}
    assert view_of("Khuyến công năm 2016.", date="2018-12-18").titled_years == {2016}
    assert view_of(text).titled_years == frozenset() == view_of(text, date="2019-01-08").titled_years
