"""Which place a figure takes where a sentence tells of several receivers one after another, or of one of many."""

import pytest

from documents.figures import extract_figures
from documents.records import Block, Document, Source


def places(title: str, text: str) -> list[tuple[str, str]]:
    document = Document(Source(id="d", file="d.txt", title=title), text, (Block("paragraph", 0, len(text)),))
    return [(figure.text, figure.place.name if figure.place else "-") for figure in extract_figures(document)]


ITEMS = (
    "hỗ trợ cơ sở Hoa Mai (xã Ea Kao, huyện Krông Pắc) 02 máy ép mía; công suất 50 - 60 kg/giờ; bảo hành 100%; "
    "hỗ trợ hợp tác xã Bình Minh - xã Ea Tul, huyện Cư M'gar 01 máy sấy ngô; công suất 200 - 250 kg/giờ; đổi mới 90%{}."
)
FIRST = [("02 máy", "Krông Pắc"), ("50 - 60 kg/giờ", "Krông Pắc"), ("100%", "Krông Pắc")]
SECOND = [("01 máy", "Cư M'gar"), ("200 - 250 kg/giờ", "Cư M'gar"), ("90%", "Cư M'gar")]


def test_all_that_an_item_tells_lies_in_its_own_district_not_in_that_of_the_item_before():
    assert places("Khuyến công Đắk Lắk năm 2018", f"Trung tâm {ITEMS.format('')}") == FIRST + SECOND


def test_the_sum_behind_items_of_several_districts_is_of_neither():
    text = f"Trung tâm {ITEMS.format('; tổng kinh phí 340 triệu đồng')}"
    assert places("Khuyến công Đắk Lắk năm 2018", text) == [*FIRST, *SECOND, ("340 triệu đồng", "Đắk Lắk")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cơ sở Thu Hà (xã Cát Tường, huyện Phù Cát) là 1 trong 9 đơn vị được hỗ trợ năm 2022.",
            [("1 trong 9 đơn vị", "Phù Cát"), ("9 đơn vị", "Bình Định")],
        ),
        ("Cơ sở Thu Hà ở huyện Phù Cát là một trong số 9 hộ được hỗ trợ năm 2022.", [("9 hộ", "Bình Định")]),
        ("Cơ sở Thu Hà ở huyện Phù Cát là một trong 4 hộ của huyện được hỗ trợ.", [("4 hộ", "Phù Cát")]),
    ],
)
def test_the_many_of_whom_one_lies_in_a_district_are_of_the_province(text, expected):
    assert places("Khuyến công Bình Định năm 2022", text) == expected
