"""One side at a time: does a figure's place, period, unit and scope fit the question?"""

import pytest

from assistant.contrasts import contrasts, sides_held
from assistant.figure_fit import (
    fit_period,
    fit_place,
    fit_share,
    fit_unit,
    narrowing,
    of_both_sides,
    of_other_matter,
    of_other_measure,
    of_side_asked,
    of_sum_not_paid_out,
    sides_of,
    unasked_part,
)
from assistant.questions import read_question
from assistant.wording import spread
from documents.records import Period, Place
from tests.assistant.small_index import figures_of

YEAR = Period("2022-01-01", "2022-12-31", "năm 2022")
NINE_MONTHS = Period("2022-01-01", "2022-09-30", "9 tháng năm 2022")
THIRD_QUARTER = Period("2022-07-01", "2022-09-30", "quý III năm 2022")
MANY_YEARS = Period("2021-01-01", "2025-12-31", "giai đoạn 2021-2025")
SINCE = Period("2017-01-01", "2017-12-31", "từ năm 2017 đến nay")
TWO_PARTS = (
    "Năm 2024, tổng kinh phí khuyến công khu vực phía Bắc là 170,8 tỷ đồng (trong đó kinh phí khuyến công "
    "quốc gia là 71,5 tỷ đồng, kinh phí khuyến công địa phương là 99,3 tỷ đồng)."
)


@pytest.mark.parametrize(
    ("asked", "found", "to_date", "fit"),
    [
        ((), None, False, 1.0),
        ((YEAR,), None, False, 0.0),
        ((YEAR,), YEAR, False, 1.0),
        ((YEAR,), NINE_MONTHS, False, 0.88),
        ((YEAR,), MANY_YEARS, False, 0.0),
        ((NINE_MONTHS,), YEAR, False, 0.0),
        ((NINE_MONTHS,), THIRD_QUARTER, False, 0.0),
        ((MANY_YEARS,), YEAR, False, 0.0),
        ((YEAR,), YEAR, True, 0.88),
        ((YEAR,), NINE_MONTHS, True, 1.0),
        ((YEAR,), THIRD_QUARTER, True, 0.88),
        ((SINCE,), Period("2017-01-01", "2021-05-12", "từ năm 2017 đến nay"), False, 1.0),
        ((SINCE,), Period("2016-01-01", "2021-05-12", "từ năm 2016 đến nay"), False, 0.0),
        (
            (YEAR, Period("2023-01-01", "2023-12-31", "năm 2023")),
            Period("2022-01-01", "2023-12-31", "2022-2023"),
            False,
            1.0,
        ),
    ],
)
def test_a_year_takes_its_parts_but_months_take_only_themselves(asked, found, to_date, fit):
    assert fit_period(asked, found, to_date) == fit


def test_a_place_fits_only_itself():
    thanh_hoa, hai_duong = Place("Thanh Hóa", "province", "38"), Place("Hải Dương", "province", "30")
    north = Place("phía Bắc", "region", "R1")
    assert [fit_place(asked, thanh_hoa) for asked in ((), (thanh_hoa,), (hai_duong,), (north,))] == [1, 1, 0, 0]
    assert fit_place((thanh_hoa,), None) == 0
    assert fit_place((Place("Xã A", "commune"),), Place("Xã A", "commune")) == 1


def test_a_share_answers_no_question_about_growth_and_growth_none_about_a_share():
    text = (
        "Năm 2024, kinh phí khuyến công quốc gia là 71,5 tỷ đồng, chiếm 41,9% tổng kinh phí.\n"
        "Năm 2024, kinh phí khuyến công địa phương tăng 8,5% so với năm 2023."
    )
    figures = {figure.text: figure for figure in figures_of(text)}
    shares = read_question("Kinh phí khuyến công quốc gia chiếm bao nhiêu phần trăm?")
    grows = read_question("Kinh phí khuyến công địa phương tăng bao nhiêu phần trăm?")

    def fits(question):
        return {
            printed: fit_share(question, figures[printed], spread(figures[printed].sentence))
            for printed in ("41,9%", "8,5%", "71,5 tỷ đồng")
        }

    assert fits(shares) == {"41,9%": 1.0, "8,5%": 0.0, "71,5 tỷ đồng": 1.0}
    assert fits(grows) == {"41,9%": 0.0, "8,5%": 1.0, "71,5 tỷ đồng": 1.0}


def test_a_count_answers_for_its_own_noun_alone():
    projects, workers = figures_of("Năm 2022, tỉnh Hải Dương triển khai 66 đề án. Các đề án giúp 1.330 lao động.")
    asked = read_question("Hải Dương triển khai bao nhiêu đề án?")
    assert (fit_unit(asked, projects), fit_unit(asked, workers)) == (1.0, 0.0)


def test_a_sum_of_money_answers_for_no_percentage():
    (money,) = figures_of("Năm 2022, kinh phí khuyến công là 12 tỷ đồng.")
    assert fit_unit(read_question("Kinh phí là bao nhiêu?"), money) == 1.0
    assert fit_unit(read_question("Kinh phí tăng bao nhiêu phần trăm?"), money) == 0.0


def test_a_part_for_the_other_side_of_a_contrast_is_ruled_out():
    total, national, local = figures_of(TWO_PARTS)
    asked = read_question("Kinh phí khuyến công địa phương phía Bắc năm 2024 là bao nhiêu?")

    def loss(figure):
        return narrowing(asked, figure, spread(figure.indicator), "")

    assert loss(national) == 0.9
    assert loss(local) < loss(total) < loss(national)


def test_a_part_alone_is_told_from_the_whole_where_no_side_is_asked():
    total, national, local = figures_of(TWO_PARTS)
    open_question = read_question("Kinh phí khuyến công phía Bắc năm 2024 là bao nhiêu?")
    one_side = read_question("Kinh phí khuyến công quốc gia của phía Bắc năm 2024 là bao nhiêu?")
    assert [unasked_part(open_question, figure) for figure in (total, national, local)] == [False, True, True]
    assert not unasked_part(one_side, national)


def test_english_projects_are_of_either_kind():
    (consulted,) = figures_of("Năm 2024, tỉnh Hà Nam tư vấn cho 62 dự án.")
    assert fit_unit(read_question("How many projects were consulted in 2024?"), consulted) > 0.9
    assert fit_unit(read_question("Bao nhiêu đề án được tư vấn năm 2024?"), consulted) == 0.0


@pytest.mark.parametrize(
    ("asked", "told", "of_side"),
    [
        ("Khiếu nại về khuyến công quốc gia do ai xử lý?", "Tỉnh xử lý khiếu nại về khuyến công.", False),
        ("Khiếu nại về khuyến công quốc gia do ai xử lý?", "Bộ xử lý khiếu nại về khuyến công quốc gia.", True),
        ("Khiếu nại về khuyến công do ai xử lý?", "Tỉnh xử lý khiếu nại về khuyến công.", True),
        ("Ai lập trung tâm của quốc gia?", "Trung tâm thuộc Cục Công nghiệp địa phương.", False),
    ],
)
def test_the_side_asked_of_is_named_where_it_is_meant(asked, told, of_side):
    assert of_side_asked(read_question(asked), spread(told)) is of_side


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("Kinh phí đào tạo nghề năm 2024 là bao nhiêu tỷ?", True),
        ("Ngân sách cấp huyện chi bao nhiêu cho khuyến công?", True),
        ("Sở kiến nghị nâng kinh phí khuyến công lên bao nhiêu?", True),
        ("Kinh phí hỗ trợ máy móc thiết bị là bao nhiêu?", False),
        ("Kinh phí khuyến công năm 2024 là bao nhiêu tỷ?", False),
    ],
)
def test_an_activity_or_a_level_that_nothing_tells_of_is_another_matter(asked, other):
    told = [spread("kinh phí hỗ trợ"), spread("Năm 2024, tỉnh hỗ trợ máy móc, thiết bị với kinh phí 5 tỷ đồng.")]
    assert of_other_matter(read_question(asked), told) is other


def test_a_figure_whose_clause_tells_of_another_activity_alone_is_of_that():
    clause = "hỗ trợ đăng ký thương hiệu cho 9 cơ sở"
    told = [spread("cơ sở"), spread(clause), spread(f"Tỉnh đã giúp cơ sở dự hội chợ; {clause}.")]
    assert of_other_matter(read_question("Bao nhiêu cơ sở được giúp đi hội chợ?"), told)
    assert not of_other_matter(read_question("Bao nhiêu cơ sở được giúp đăng ký thương hiệu?"), told)


def test_whose_programme_it_is_names_no_fund():
    said = [
        ("Ngân sách trung ương hỗ trợ bao nhiêu cho chương trình của tỉnh?", False),
        ("Kinh phí các đề án khuyến công của tỉnh Thanh Hóa là bao nhiêu?", False),
        ("Kinh phí khuyến công của tỉnh Thanh Hóa là bao nhiêu?", False),
        ("Kinh phí của tỉnh Thanh Hóa hỗ trợ máy móc là bao nhiêu?", True),
        ("Nguồn kinh phí khuyến công của tỉnh Thanh Hóa là bao nhiêu?", True),
        ("Phần vốn do tỉnh tự bố trí là bao nhiêu?", True),
    ]
    local = [(asked, sides_held(sides_of(read_question(asked)), contrasts()[0])[1]) for asked, _ in said]
    assert local == said


def test_a_sum_of_both_funds_is_not_that_of_one():
    (both,) = figures_of("Năm 2022, kinh phí khuyến công quốc gia và khuyến công địa phương là 11,76 tỷ đồng.")
    clause = spread(both.sentence)
    one = read_question("Kinh phí khuyến công quốc gia năm 2022 là bao nhiêu?")
    whole = read_question("Kinh phí khuyến công năm 2022 là bao nhiêu?")
    assert narrowing(one, both, clause, "") == 0.9 and narrowing(whole, both, clause, "") < 0.3
    assert of_both_sides(one, clause) and not of_both_sides(whole, clause)


@pytest.mark.parametrize(
    ("text", "asked", "fit"),
    [
        ("Năm 2023, tỉnh Sơn La thực hiện 24 đề án, bằng 90% so với kế hoạch.", "Sơn La 2023 đạt mấy % kế hoạch?", 1.0),
        ("Năm 2023, tỉnh Sơn La chi 6 tỷ đồng, tăng 9% so với kế hoạch.", "Sơn La 2023 đạt mấy % kế hoạch?", 0.0),
        ("Kinh phí tỉnh Sơn La chiếm 49% tổng kinh phí kế hoạch.", "Sơn La đạt mấy % kế hoạch?", 0.0),
    ],
)
def test_the_share_of_a_plan_that_is_reached_is_no_growth_and_no_part_of_a_whole(text, asked, fit):
    figure = next(figure for figure in figures_of(text) if figure.unit == "%")
    assert fit_share(read_question(asked), figure, spread(text)) == fit


def test_what_enterprises_pay_themselves_is_no_support():
    (figure,) = [
        f for f in figures_of("Năm 2024, tỉnh Sơn La thu hút 21 tỷ đồng vốn của các cơ sở.") if f.unit == "đồng"
    ]
    assert of_other_measure(read_question("Sơn La dành bao nhiêu tiền cho khuyến công năm 2024?"), figure)
    assert not of_other_measure(read_question("Sơn La thu hút bao nhiêu vốn năm 2024?"), figure)


@pytest.mark.parametrize(
    ("clause", "not_paid"),
    [
        ("Tổng kinh phí khuyến công năm 2015 là 3.150 triệu đồng, thực hiện 19 đề án", True),
        ("Chi phí dự toán là 3 tỷ đồng", True),
        ("Ước thực hiện 6,42 tỷ đồng", False),
        ("Đến nay đã giải ngân 2,94 tỷ đồng", False),
    ],
)
def test_a_sum_that_nobody_says_was_spent_is_not_what_was_paid_out(clause, not_paid):
    told = [spread("kinh phí khuyến công"), spread(clause), spread("Tỉnh thực hiện tốt.")]
    assert of_sum_not_paid_out(read_question("Năm 2015 tỉnh giải ngân được bao nhiêu tiền?"), told) is not_paid
    assert not of_sum_not_paid_out(read_question("Năm 2015 tỉnh được bao nhiêu tiền?"), told)


def test_what_a_named_enterprise_got_of_one_fund_is_no_part():
    (figure,) = figures_of("Năm 2024, kinh phí khuyến công địa phương của Công ty Ân Hảo là 220 triệu đồng.")
    assert not unasked_part(read_question("Công ty Ân Hảo được hỗ trợ bao nhiêu tiền năm 2024?"), figure)
    assert unasked_part(read_question("Kinh phí khuyến công năm 2024 là bao nhiêu?"), figure)


def test_the_plan_of_the_year_before_is_the_year_before():
    text = "Năm 2023, tổng kế hoạch kinh phí là 78,7 tỷ đồng, cao hơn 8,5% so với kế hoạch năm 2022."
    rate = next(figure for figure in figures_of(text) if figure.unit == "%")
    asked = read_question("Kinh phí năm 2023 tăng bao nhiêu % so với năm trước?")
    assert fit_share(asked, rate, spread(text)) == 1.0
    other = next(f for f in figures_of(text.replace("kế hoạch năm 2022", "kế hoạch năm 2019")) if f.unit == "%")
    assert fit_share(asked, other, spread(text)) < 1.0
