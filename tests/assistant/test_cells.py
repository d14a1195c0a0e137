"""Numbers of a row, a list and a sentence of several years, told as the one that is asked for."""

import pytest

from assistant.answering import Assistant
from tests.assistant.small_index import SmallIndex, written

STORY = (
    "Tinh dầu quế Yên Bái\n\nXưởng tinh dầu quế Thành Lộc ở huyện Trấn Yên, tỉnh Yên Bái, làm ăn khá lên.\n\n"
    "Doanh thu xưởng tinh dầu quế Thành Lộc năm 2020 là 3,4 tỷ đồng, năm 2022 đạt 8,1 tỷ đồng.\n"
)
RULES = (
    "Quyết định 58/2024/QĐ-UBND về tạm ứng\n\nĐiều 1. Mức tạm ứng\n\n"
    "Nhóm nội dung | Mức tạm ứng lần đầu (% kinh phí được phê duyệt)\n"
    "Đào tạo nghề | Mức tạm ứng lần đầu (% kinh phí được phê duyệt): 65\n"
    "Ứng dụng máy móc | Mức tạm ứng lần đầu (% kinh phí được phê duyệt): 40\n"
)


def told(text: str, asked: str, **row: str) -> str:
    index = SmallIndex(written(text, "bai", title=text.partition("\n")[0], **row))
    answer = Assistant(index).ask(asked)  # type: ignore[arg-type]
    return answer.claims[0].text if answer.claims else ""


@pytest.mark.parametrize(("year", "value"), [("2022", "8,1 tỷ đồng"), ("2020", "3,4 tỷ đồng")])
def test_of_several_years_in_a_sentence_the_one_asked_for_is_told(year, value):
    assert value in told(STORY, f"Doanh thu xưởng tinh dầu quế Thành Lộc năm {year} là bao nhiêu?")


def test_a_year_that_a_sentence_does_not_tell_of_is_refused():
    assert told(STORY, "Doanh thu xưởng tinh dầu quế Thành Lộc năm 2018 là bao nhiêu?") == ""
