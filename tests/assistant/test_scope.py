"""Whether a sentence speaks of the place, the year and the text asked for."""

from dataclasses import replace

import pytest

from assistant.questions import read_question
from assistant.scope import asks_the_most, figures_fit, ruled_out, scope_fit
from documents.legal_references import read_references
from tests.assistant.small_index import SmallIndex, view_of, written

ARTICLE = (
    "Năm 2023, tỉnh Hải Dương hỗ trợ máy móc cho cơ sở.\nCác cơ sở đánh giá cao việc hỗ trợ.\n"
    "Năm 2024, tỉnh Nghệ An hỗ trợ máy móc cho cơ sở.\nViệc hỗ trợ còn chậm."
)
LAW = "NGHỊ ĐỊNH\nVề khuyến công\nĐiều 1. Phạm vi\n1. Nghị định này quy định về hỗ trợ máy móc.\n"


def fits(asked: str, text: str = ARTICLE, **row: str) -> list[float]:
    view = view_of(text, **row)
    return [scope_fit(read_question(asked), view, sentence) for sentence in view.sentences]


def test_a_province_takes_what_is_said_of_it_up_to_the_next_one():
    assert fits("Hải Dương hỗ trợ máy móc thế nào?") == [1.0, 1.0, 0.0, 0.0]
    assert fits("Nghệ An hỗ trợ máy móc thế nào?") == [0.0, 0.0, 1.0, 1.0]


def test_a_province_that_is_named_nowhere_has_no_sentence():
    assert fits("Cà Mau hỗ trợ máy móc thế nào?") == [0.0, 0.0, 0.0, 0.0]


def test_a_province_named_in_the_title_alone_has_every_sentence():
    text = "Các cơ sở được hỗ trợ máy móc.\nViệc hỗ trợ kịp thời."
    assert fits("Hải Dương hỗ trợ máy móc thế nào?", text, title="Khuyến công tỉnh Hải Dương") == [1.0, 1.0]
    assert fits("Hải Dương hỗ trợ máy móc thế nào?", text, title="Khuyến công tỉnh Nghệ An") == [0.0, 0.0]


def test_another_year_is_no_answer():
    assert fits("Việc hỗ trợ máy móc năm 2023 thế nào?") == [1.0, 1.0, 0.0, 0.0]
    assert fits("Việc hỗ trợ máy móc năm 2019 thế nào?") == [0.0, 0.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("asked", "fit"),
    [
        ("Giai đoạn 2014-2018, khuyến công thế nào?", 1.0),
        ("Năm 2016, khuyến công thế nào?", 0.85),
        ("Năm 2018 và năm 2019, khuyến công thế nào?", 0.9),
        ("Năm 2019, khuyến công thế nào?", 0.0),
    ],
)
def test_a_longer_period_fits_a_year_inside_it_less(asked, fit):
    assert fits(asked, "Giai đoạn 2014-2018, khuyến công phát triển mạnh.") == [fit]


def test_a_law_speaks_of_no_province():
    body = 3
    assert fits("Hải Dương hỗ trợ máy móc thế nào?", LAW, kind="decree")[body] == 0.0
    assert fits("Nghị định quy định hỗ trợ máy móc thế nào?", LAW, kind="decree")[body] == 1.0


def test_of_a_law_that_is_not_held_only_a_sentence_that_names_it_speaks():
    text = "Nghị định 7/2021/NĐ-CP thay đổi mức hỗ trợ.\nMức hỗ trợ là vừa phải."
    unheld = tuple(read_references("Nghị định 7/2021/NĐ-CP"))
    question = replace(read_question("Nghị định 7/2021/NĐ-CP thay đổi gì?"), unheld=unheld)
    view = view_of(text)
    assert [scope_fit(question, view, sentence) for sentence in view.sentences] == [1.0, 0.0]


def test_a_figure_of_another_place_in_the_sentence_rules_it_out():
    text = "Năm 2024, tỉnh Nghệ An hỗ trợ 35 cơ sở."
    index = SmallIndex(written(text, title="Khuyến công tỉnh Hải Dương"))
    library = index.library()
    view = library.view("bai")

    def fit(asked: str) -> bool:
        return figures_fit(read_question(asked), library, view, view.sentences[0])

    assert fit("Năm 2024, Nghệ An hỗ trợ bao nhiêu cơ sở?")
    assert not fit("Năm 2024, Hải Dương hỗ trợ bao nhiêu cơ sở?")
    assert not fit("Năm 2023, cả vùng hỗ trợ bao nhiêu cơ sở?")


def test_what_was_broken_off_must_be_told_as_that():
    asked = read_question("Tỉnh nào có đề án phải dừng giữa chừng?")
    assert ruled_out(asked, "Kinh phí của tỉnh bị cắt giảm một nửa.")
    assert not ruled_out(asked, "Một đề án của tỉnh phải ngừng thực hiện.")


def test_another_programme_is_no_answer():
    asked = read_question("Kinh phí xúc tiến thương mại quốc gia do cơ quan nào quản lý?")
    assert ruled_out(asked, "Kinh phí khuyến công quốc gia do Bộ Công Thương quản lý.")


def test_the_most_is_not_told_by_the_least_and_a_surname_asks_for_no_most():
    assert ruled_out(read_question("Được tối đa bao nhiêu lao động?"), "Cơ sở có từ 50 lao động trở lên.")
    asked = read_question("Ông Trần Hữu Nghĩa yêu cầu mỗi tỉnh có bao nhiêu đề án điểm?")
    assert not ruled_out(asked, "Ông Nghĩa yêu cầu mỗi tỉnh có ít nhất 01 đề án điểm.")


def test_the_value_of_another_thing_is_no_answer():
    asked = read_question("Tổng giá trị đơn hàng ký tại hội chợ đạt bao nhiêu tỷ đồng?")
    assert ruled_out(asked, "Kinh phí tổ chức hội chợ là 18,3 tỷ đồng.")
    assert not ruled_out(asked, "Hội chợ thu về 12 tỷ đồng đơn hàng.")


def test_how_many_are_of_one_kind_is_not_told_by_how_many_there_are():
    asked = read_question("Bao nhiêu sản phẩm tiêu biểu của Hải Dương là đồ gốm sứ?")
    assert ruled_out(asked, "Tỉnh lựa chọn được 132 sản phẩm tiêu biểu cấp tỉnh.")
    assert not ruled_out(asked, "Trong đó có 12 sản phẩm gốm sứ.")
    assert not ruled_out(read_question("Kinh phí khuyến công phía Bắc là bao nhiêu?"), "Kinh phí là 170,8 tỷ đồng.")


def test_a_second_instalment_is_not_the_first():
    asked = read_question("Lần phân bổ thứ hai năm 2024 chuyển cho các tỉnh bao nhiêu tỷ đồng?")
    assert ruled_out(asked, "Bộ Tài chính thống nhất phân bổ kinh phí (đợt 1) là 18,3 tỷ đồng.")
    assert not ruled_out(asked, "Bộ Tài chính phân bổ đợt 2 là 20 tỷ đồng.")


def test_where_there_is_none_is_told_by_a_sentence_that_says_so():
    asked = read_question("Huyện nào không có sản phẩm nào được công nhận?")
    assert ruled_out(asked, "Huyện Ninh Phước dẫn đầu với 8 sản phẩm.")
    assert not ruled_out(asked, "Huyện Bác Ái chưa có sản phẩm.")


def test_a_district_named_inside_another_name_is_spoken_of():
    text = "Tại làng bột Sa Đéc, một doanh nghiệp được hỗ trợ.\nBà Hạnh là chủ doanh nghiệp.\n"
    assert fits("Chủ doanh nghiệp được hỗ trợ ở Sa Đéc là ai?", text, title="Khuyến công tỉnh Đồng Tháp") == [1.0, 1.0]
    assert fits("Chủ doanh nghiệp được hỗ trợ ở Lấp Vò là ai?", text, title="Khuyến công tỉnh Đồng Tháp") == [0.0, 0.0]


def test_a_page_of_one_province_stays_of_it_where_another_is_only_visited():
    text = "Tỉnh hỗ trợ máy móc cho 11 cơ sở.\nMột số em trẻ đi Bình Dương theo bạn bè.\nTỉnh Nghệ An hỗ trợ 3 cơ sở."
    fit = fits("Vì sao ở Hải Dương có người nghỉ học?", text, title="Khuyến công tỉnh Hải Dương")
    assert fit[0] == 1.0 and fit[1] > 0.0 and fit[2] == 0.0


def test_the_sum_of_all_is_not_what_is_left_without_one():
    asked = read_question("Kinh phí khuyến công phía Bắc năm 2023, không kể Hà Nội, là bao nhiêu?")
    assert ruled_out(asked, "Kế hoạch năm 2023 của phía Bắc là 186,5 tỷ đồng.")
    assert not ruled_out(asked, "Không kể Hà Nội, kế hoạch năm 2023 của phía Bắc là 150 tỷ đồng.")
    assert not ruled_out(read_question("Kinh phí khuyến công phía Bắc năm 2023?"), "Kế hoạch là 186,5 tỷ đồng.")


def test_what_one_project_got_is_not_the_most_that_is_given():
    asked = read_question("Khuyến công hỗ trợ một cơ sở mua máy móc tối đa bao nhiêu?")
    assert ruled_out(asked, "Trung tâm đã hỗ trợ cơ sở 200 triệu đồng mua máy móc.")
    assert not ruled_out(asked, "Hỗ trợ mua máy móc không quá 200 triệu đồng/cơ sở.")
    assert asks_the_most(read_question("Mức hỗ trợ tối đa cho một cơ sở là bao nhiêu?"))


@pytest.mark.parametrize(
    "asked",
    [
        "Khuyến công đã hỗ trợ cơ sở bao nhiêu tiền?",
        "Năm 2022 ở Lào Cai, cơ sở được hỗ trợ nhiều nhất là bao nhiêu?",
        "Thanh Hóa hỗ trợ đề án lớn, số lao động tối đa bao nhiêu?",
    ],
)
def test_the_most_of_some_place_or_year_is_no_cap(asked):
    assert not asks_the_most(read_question(asked))


def test_who_said_something_at_a_meeting_of_a_region_is_of_that_region():
    lines = (
        "Hội nghị khuyến công khu vực phía Nam năm 2024 họp tại Vĩnh Long.",
        "Ông Đặng Hữu Tài, Giám đốc Trung tâm Khuyến công Đồng Tháp, đề xuất làm đề án điểm.",
    )
    view = view_of("\n".join(lines), title="Hội nghị khuyến công phía Nam")
    said = view.sentences[1]
    who = replace(read_question("Ai là người đề xuất làm đề án điểm tại hội nghị phía Nam?"), kind="passage")
    region = replace(read_question("Khu vực phía Nam đề xuất những gì?"), kind="passage")
    assert scope_fit(who, view, said) > 0 and scope_fit(region, view, said) == 0


def test_how_many_there_are_now_and_how_many_more_is_not_how_many_there_were():
    told = "Xưởng có 58 lao động, thêm 26 người so với trước khi có dây chuyền."
    assert ruled_out(read_question("Trước khi có dây chuyền mới thì xưởng có bao nhiêu lao động?"), told)
    assert not ruled_out(read_question("Xưởng có bao nhiêu lao động?"), told)
    rise = "Số lao động tăng từ 14 lên 27 người so với trước khi có máy."
    assert not ruled_out(read_question("Trước khi có máy thì có bao nhiêu lao động?"), rise)
