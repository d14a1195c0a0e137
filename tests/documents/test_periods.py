"""Periods of time as Vietnamese reports name them."""

import pytest

from documents.periods import find_period_mentions, is_year, of_like_length, read_periods, resolve_period
from documents.records import Period

COMPLETE = [
    ("năm 2024", [("2024-01-01", "2024-12-31", "năm 2024")]),
    ("9 tháng năm 2022", [("2022-01-01", "2022-09-30", "9 tháng năm 2022")]),
    ("9 tháng đầu năm 2022", [("2022-01-01", "2022-09-30", "9 tháng đầu năm 2022")]),
    ("sáu tháng đầu năm 2015", [("2015-01-01", "2015-06-30", "6 tháng đầu năm 2015")]),
    ("6 tháng cuối năm 2024", [("2024-07-01", "2024-12-31", "6 tháng cuối năm 2024")]),
    ("9 tháng của năm 2016", [("2016-01-01", "2016-09-30", "9 tháng năm 2016")]),
    ("10 tháng/2023", [("2023-01-01", "2023-10-31", "10 tháng năm 2023")]),
    ("nửa đầu năm 2023", [("2023-01-01", "2023-06-30", "6 tháng đầu năm 2023")]),
    ("quý I/2024", [("2024-01-01", "2024-03-31", "quý I năm 2024")]),
    ("ba quý đầu năm 2022", [("2022-01-01", "2022-09-30", "9 tháng đầu năm 2022")]),
    ("3 quý đầu 2022", [("2022-01-01", "2022-09-30", "9 tháng đầu năm 2022")]),
    ("hai quý cuối năm 2021", [("2021-07-01", "2021-12-31", "6 tháng cuối năm 2021")]),
    ("quý 3 năm 2024", [("2024-07-01", "2024-09-30", "quý 3 năm 2024")]),
    ("quý II và III năm 2024", [("2024-04-01", "2024-09-30", "quý II-III năm 2024")]),
    ("tháng 5/2024", [("2024-05-01", "2024-05-31", "tháng 5 năm 2024")]),
    ("tháng 2 năm 2023", [("2023-02-01", "2023-02-28", "tháng 2 năm 2023")]),
    ("giai đoạn 2014-2018", [("2014-01-01", "2018-12-31", "giai đoạn 2014-2018")]),
    ("giai đoạn 2016 – 2020", [("2016-01-01", "2020-12-31", "giai đoạn 2016-2020")]),
    ("giai đoạn từ năm 2014-2018", [("2014-01-01", "2018-12-31", "giai đoạn 2014-2018")]),
    ("giai đoạn 2021 đến 2025", [("2021-01-01", "2025-12-31", "giai đoạn 2021-2025")]),
    ("Trong 5 năm (2014-2018)", [("2014-01-01", "2018-12-31", "giai đoạn 2014-2018")]),
    ("từ năm 2021 đến năm 2023", [("2021-01-01", "2023-12-31", "giai đoạn 2021-2023")]),
    ("từ 2021 đến hết năm 2023", [("2021-01-01", "2023-12-31", "giai đoạn 2021-2023")]),
    ("nhiệm kỳ 2020-2025", [("2020-01-01", "2025-12-31", "nhiệm kỳ 2020-2025")]),
    ("niên độ 2015-2016", [("2015-01-01", "2016-12-31", "niên độ 2015-2016")]),
    ("các năm 2014, 2016, 2018", [("2014-01-01", "2018-12-31", "các năm 2014, 2016, 2018")]),
    ("hai năm 2021 và 2022", [("2021-01-01", "2022-12-31", "hai năm 2021 và 2022")]),
    ("năm 2021 và 9 tháng năm 2022", [("2021-01-01", "2022-09-30", "năm 2021 và 9 tháng năm 2022")]),
    ("đến năm 2025", [("2025-01-01", "2025-12-31", "đến năm 2025")]),
    ("đến hết tháng 9/2023", [("2023-01-01", "2023-09-30", "đến tháng 9 năm 2023")]),
    ("tính đến 30/6/2024", [("2024-01-01", "2024-06-30", "đến 30/6/2024")]),
    ("tính tới 30/6/2024", [("2024-01-01", "2024-06-30", "đến 30/6/2024")]),
    ("hết ngày 30/6/2024", [("2024-01-01", "2024-06-30", "đến 30/6/2024")]),
    ("hết tháng 6/2024", [("2024-01-01", "2024-06-30", "đến tháng 6 năm 2024")]),
    ("đến hết quý II/2024", [("2024-01-01", "2024-06-30", "đến hết quý II năm 2024")]),
    ("nửa đầu 2024", [("2024-01-01", "2024-06-30", "6 tháng đầu năm 2024")]),
    ("ngày 16/5/2024", [("2024-05-16", "2024-05-16", "ngày 16/5/2024")]),
    ("ngày 21 tháng 5 năm 2012", [("2012-05-21", "2012-05-21", "ngày 21/5/2012")]),
    ("từ tháng 1 đến tháng 9 năm 2022", [("2022-01-01", "2022-09-30", "từ tháng 1 đến tháng 9 năm 2022")]),
    ("từ năm 2020 đến nay", [("2020-01-01", "2020-12-31", "từ năm 2020 đến nay")]),
    ("Giai đoạn 2012 đến cuối năm 2015", [("2012-01-01", "2015-12-31", "giai đoạn 2012-2015")]),
    ("giai đoạn từ năm 2017 đến hết năm 2020", [("2017-01-01", "2020-12-31", "giai đoạn 2017-2020")]),
    ("Giai đoạn từ 2017 đến hết tháng 6/2020", [("2017-01-01", "2020-06-30", "từ năm 2017 đến tháng 6 năm 2020")]),
    ("Từ năm 2014 đến hết quý I năm 2019", [("2014-01-01", "2019-03-31", "từ năm 2014 đến quý I năm 2019")]),
    ("từ năm 2018 đến ngày 15/6/2022", [("2018-01-01", "2022-06-15", "từ năm 2018 đến 15/6/2022")]),
    (
        "từ tháng 5/2019 đến tháng 9/2020",
        [("2019-05-01", "2020-09-30", "từ tháng 5 năm 2019 đến tháng 9 năm 2020")],
    ),
    ("từ tháng 3 đến tháng 9/2020", [("2020-03-01", "2020-09-30", "từ tháng 3 đến tháng 9 năm 2020")]),
    ("Hội chợ hàng CNNT 2017", [("2017-01-01", "2017-12-31", "năm 2017")]),
    ("Quyết định số 1288/QĐ-TTg", []),
    ("2.015 lao động", []),
]


@pytest.mark.parametrize(("text", "periods"), COMPLETE)
def test_a_complete_period_is_read(text, periods):
    assert [(p.start, p.end, p.label) for p, _, _ in read_periods(text)] == periods


BASE = Period("2024-01-01", "2024-06-30", "6 tháng đầu năm 2024")
LEANING = [
    ("6 tháng đầu năm", "2023-01-01", "2023-06-30", "6 tháng đầu năm 2023"),
    ("9 tháng qua", "2023-01-01", "2023-09-30", "9 tháng năm 2023"),
    ("9 tháng năm nay", "2023-01-01", "2023-09-30", "9 tháng năm 2023"),
    ("hết quý II", "2023-01-01", "2023-06-30", "đến hết quý II năm 2023"),
    ("quý III", "2023-07-01", "2023-09-30", "quý III năm 2023"),
    ("tháng 7", "2023-07-01", "2023-07-31", "tháng 7 năm 2023"),
    ("từ đầu năm đến nay", "2023-01-01", "2023-12-31", "từ đầu năm 2023 đến nay"),
    ("năm nay", "2024-01-01", "2024-12-31", "năm 2024"),
    ("năm ngoái", "2023-01-01", "2023-12-31", "năm 2023"),
    ("năm qua", "2023-01-01", "2023-12-31", "năm 2023"),
    ("cùng kỳ", "2023-01-01", "2023-06-30", "cùng kỳ năm 2023"),
    ("cùng kỳ năm 2022", "2022-01-01", "2022-06-30", "cùng kỳ năm 2022"),
    ("3 năm qua", "2021-01-01", "2023-12-31", "3 năm qua"),
    ("cả năm", "2023-01-01", "2023-12-31", "năm 2023"),
]


@pytest.mark.parametrize(("text", "start", "end", "label"), LEANING)
def test_a_leaning_period_is_completed_by_its_context(text, start, end, label):
    mention = find_period_mentions(text)[0]
    assert mention.period is None
    assert resolve_period(mention, 2023, "2024-05-20", BASE) == Period(start, end, label)


def test_years_past_without_a_number_are_no_period():
    assert find_period_mentions("trong những năm qua, nhiều năm qua") == []


def test_the_span_is_exact():
    text = "Kết quả 9 tháng năm 2022 của tỉnh"
    assert [text[s:e] for _, s, e in read_periods(text)] == ["9 tháng năm 2022"]


def test_a_joined_period_is_called_without_the_word_before_it():
    ((period, _, _),) = read_periods("hoạt động trong năm 2021 và 9 tháng năm 2022 của khu vực")
    assert period == Period("2021-01-01", "2022-09-30", "năm 2021 và 9 tháng năm 2022")


SINCE = [
    ("Từ năm 2017 đến nay", "2017-01-01", "2021-05-12", "từ năm 2017 đến nay"),
    ("Giai đoạn 2016 đến nay", "2016-01-01", "2021-05-12", "từ năm 2016 đến nay"),
    ("Kể từ 2012 đến nay", "2012-01-01", "2021-05-12", "từ năm 2012 đến nay"),
    ("từ năm 2018 tới nay", "2018-01-01", "2021-05-12", "từ năm 2018 đến nay"),
    ("từ đầu năm 2021 đến nay", "2021-01-01", "2021-05-12", "từ năm 2021 đến nay"),
    ("từ tháng 8/2016 đến nay", "2016-08-01", "2021-05-12", "từ tháng 8 năm 2016 đến nay"),
]


@pytest.mark.parametrize(("text", "start", "end", "label"), SINCE)
def test_until_now_ends_with_the_day_of_the_page(text, start, end, label):
    (mention,) = find_period_mentions(text)
    assert resolve_period(mention, None, "2021-05-12") == Period(start, end, label)


def test_until_now_of_a_page_without_a_date_ends_with_the_year_it_was_written_in_as_far_as_it_tells():
    (mention,) = find_period_mentions("từ năm 2017 đến nay")
    assert resolve_period(mention, 2020) == Period("2017-01-01", "2020-12-31", "từ năm 2017 đến nay")
    assert resolve_period(mention, None) == Period("2017-01-01", "2017-12-31", "từ năm 2017 đến nay")


def test_the_years_past_are_the_stretch_of_so_many_years_that_is_in_force():
    (mention,) = find_period_mentions("trong 10 năm qua")
    stretch = Period("2010-01-01", "2020-12-31", "giai đoạn 2010-2020")
    assert resolve_period(mention, 2020, "", stretch) == Period("2010-01-01", "2020-12-31", "trong 10 năm qua")
    longer = Period("2005-01-01", "2020-12-31", "giai đoạn 2005-2020")
    assert resolve_period(mention, 2020, "", longer) == Period("2011-01-01", "2020-12-31", "trong 10 năm qua")
    over = Period("2004-01-01", "2013-12-31", "giai đoạn 2004-2013")
    assert resolve_period(mention, 2013, "2020-05-12", over) == Period("2010-01-01", "2019-12-31", "trong 10 năm qua")


def test_years_are_of_like_length_and_half_years_are_not():
    year, leap = (Period(f"{n}-01-01", f"{n}-12-31", f"năm {n}") for n in (2023, 2024))
    half = Period("2024-01-01", "2024-06-30", "6 tháng đầu năm 2024")
    assert of_like_length([year, leap]) and of_like_length([]) and not of_like_length([year, half])
    assert is_year(leap) and not is_year(half)


@pytest.mark.parametrize(
    ("text", "kind", "shift"),
    [("năm năm qua, toàn tỉnh", "years_back", 5), ("hai năm qua", "years_back", 2), ("Năm qua, tỉnh", "shift", -1)],
)
def test_a_number_of_years_gone_by_is_no_last_year(text, kind, shift):
    (mention,) = find_period_mentions(text)
    assert (mention.kind, mention.shift) == (kind, shift)


def test_the_middle_of_a_month_is_up_to_that_month():
    ((period, _, _),) = read_periods("đến giữa tháng 5/2024")
    assert (period.start, period.end) == ("2024-01-01", "2024-05-31")
