"""Money spent, the plan it is set on, and the share reached: each of its own standing, time and name."""

import pytest

from documents.records import Figure
from tests.assistant.small_index import figures_of

LEAD = "Chín tháng đầu năm 2024, khuyến công các tỉnh khu vực phía Nam có kết quả sau.\n"


def read(line: str) -> list[Figure]:
    return figures_of(LEAD + line, date="2024-10-25", title="Khuyến công khu vực phía Nam 9 tháng năm 2024")


def standings(line: str) -> list[tuple[str, str, str]]:
    return [(f.text, f.status, f.period.label if f.period else "") for f in read(line)]


NINE, YEAR = "9 tháng đầu năm 2024", "năm 2024"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "Vĩnh Long, tỉnh đăng cai, thực hiện 3,8 tỷ đồng trên kế hoạch 5,5 tỷ đồng, đạt 69,1%.",
            [("3,8 tỷ đồng", "actual", NINE), ("5,5 tỷ đồng", "plan", YEAR), ("69,1%", "actual", NINE)],
        ),
        (
            "Bình Phước mới thực hiện 1,4 tỷ đồng trong kế hoạch 3,2 tỷ đồng (43,8%).",
            [("1,4 tỷ đồng", "actual", NINE), ("3,2 tỷ đồng", "plan", YEAR), ("43,8%", "actual", NINE)],
        ),
        (
            "Kon Tum thực hiện 1,5 tỷ đồng, đạt 28,8% kế hoạch 5,2 tỷ đồng.",
            [("1,5 tỷ đồng", "actual", NINE), ("28,8%", "actual", NINE), ("5,2 tỷ đồng", "plan", YEAR)],
        ),
        (
            "Đồng Tháp có kế hoạch kinh phí lớn nhất là 7,8 tỷ đồng, đã thực hiện 5,3 tỷ đồng (67,9%).",
            [("7,8 tỷ đồng", "plan", YEAR), ("5,3 tỷ đồng", "actual", NINE), ("67,9%", "actual", NINE)],
        ),
    ],
)
def test_what_was_spent_is_done_and_its_plan_is_of_the_year(line, wanted):
    assert standings(line) == wanted


def test_what_is_only_foreseen_is_not_spent():
    assert {status for _, status, _ in standings("Cà Mau dự kiến giải ngân 5,4 tỷ đồng trên kế hoạch 11 tỷ đồng.")} == {
        "plan"
    }


def test_each_is_called_by_what_it_is_and_the_next_province_by_what_was_spent():
    line = "An Giang thực hiện 3,9 tỷ đồng trên kế hoạch 6,4 tỷ đồng, đạt 60,9%. "
    line += "Cà Mau thấp nhất, 1,6 tỷ đồng trên kế hoạch 4,1 tỷ đồng (39%)."
    spent, planned, reached = (
        "kinh phí khuyến công thực hiện",
        "kế hoạch kinh phí khuyến công",
        "tỷ lệ thực hiện kế hoạch kinh phí khuyến công",
    )
    figures = read(line)
    assert [f.indicator_name for f in figures] == 2 * [spent, planned, reached]
    assert [f.place.name for f in figures if f.place] == 3 * ["An Giang"] + 3 * ["Cà Mau"]


def test_how_much_more_it_is_than_in_a_year_is_not_of_that_year():
    line = "Thu nhập bình quân của lao động năm 2023 là 7,4 triệu đồng/người/tháng, cao hơn năm 2022 là 0,5 triệu đồng."
    income, more = figures_of(line, date="2024-01-05", title="Khuyến công Thanh Hóa năm 2023")
    assert income.period is not None and more.period is not None
    assert (income.period.label, more.period.label) == (YEAR.replace("2024", "2023"), "năm 2023")
    assert more.comparison.startswith("cao hơn 0,5 triệu đồng so với năm 2022")
    line = "Kinh phí năm 2023 là 7,4 tỷ đồng, cao hơn năm 2022 (6,9 tỷ đồng)."
    _, before = figures_of(line, date="2024-01-05", title="Khuyến công Thanh Hóa năm 2023")
    assert before.period is not None and before.period.label == "năm 2022"


def test_a_share_that_the_two_sums_do_not_make_is_none_of_the_plan():
    line = "Cà Mau có kế hoạch kinh phí 7 tỷ đồng, thực hiện 3 tỷ đồng, chỉ bằng 60% so với năm 2023."
    assert not any("tỷ lệ thực hiện kế hoạch" in f.indicator_name for f in read(line))
    line = "Cà Mau thực hiện 3,8 tỷ đồng trên kế hoạch 5,5 tỷ đồng (12% là vốn địa phương)."
    assert not any("tỷ lệ thực hiện kế hoạch" in f.indicator_name for f in read(line))
    line = "Cà Mau thu hút 20 tỷ đồng vốn đối ứng, kinh phí khuyến công đạt 95% kế hoạch năm 7,8 tỷ đồng."
    assert not any(f.indicator_name.startswith("kế hoạch vốn đối ứng") for f in read(line))


def test_what_a_department_proposed_plans_nothing_that_was_done():
    line = "Theo đề nghị của Sở Công Thương, Cà Mau đã thực hiện 3,8 tỷ đồng trên kế hoạch 5,5 tỷ đồng, đạt 69,1%."
    assert [status for _, status, _ in standings(line)] == ["actual", "plan", "actual"]


def test_less_than_in_a_year_is_no_more_than_in_it():
    line = "Mức hỗ trợ năm 2023 là 250 triệu đồng, kém hơn năm 2022 là 50 triệu đồng."
    less = figures_of(line, date="2024-01-05", title="Khuyến công Thanh Hóa năm 2023")[-1]
    assert less.comparison.startswith("kém hơn 50 triệu đồng so với năm 2022")
