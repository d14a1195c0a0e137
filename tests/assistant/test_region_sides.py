"""Whose a sum is, and which fund it is from: told apart in questions."""

from assistant.figure_fit import sides_of
from assistant.figure_order import _names_part
from assistant.questions import read_question
from tests.assistant.small_index import figures_of

TEXT = (
    "Năm 2013, 28 tỉnh phía Bắc thực hiện 106,1 tỷ đồng kinh phí khuyến công; khuyến công địa phương là 59,5 tỷ đồng."
)


def test_the_provinces_of_a_region_are_no_fund_but_those_of_no_region_are():
    assert " của các tỉnh " not in sides_of(read_question("Kinh phí khuyến công của các tỉnh phía Bắc năm 2013?"))
    assert " của các tỉnh " in sides_of(read_question("Phần vốn của các tỉnh trong kế hoạch miền Trung?"))


def test_a_part_named_by_its_fund_keeps_its_place_before_the_whole():
    whole, part = (figure for figure in figures_of(TEXT) if figure.unit == "đồng")
    assert _names_part(read_question("Khuyến công địa phương phía Bắc năm 2013 là bao nhiêu tiền?"), part, whole)
    assert not _names_part(read_question("Kinh phí khuyến công của các tỉnh phía Bắc năm 2013?"), part, whole)
