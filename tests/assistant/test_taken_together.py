"""Both funds, or a year and months, taken together in a typed question."""

import pytest

from assistant.taken_together import taken_together


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Phía Bắc ước tiêu bao nhiêu tiền, tính cả hai nguồn", "Phía Bắc ước tiêu bao nhiêu tiền"),
        ("phia bac uoc tieu bao nhieu tien, tinh ca hai nguon", "phia bac uoc tieu bao nhieu tien"),
        ("Còn thiếu số tiền năm 2020, tính cả hai nguồn, em tìm giúp?", "Còn thiếu số tiền năm 2020, em tìm giúp?"),
        ("Chi bao nhiêu tiền, cả nguồn tỉnh lẫn quốc gia?", "Chi bao nhiêu tiền?"),
        ("Kế hoạch cả vốn trung ương lẫn địa phương là bao nhiêu", "Kế hoạch kinh phí là bao nhiêu"),
        (
            "Tính cả năm 2021 lẫn 9 tháng 2022, có bao nhiêu đề án?",
            "Tính năm 2021 và 9 tháng 2022, có bao nhiêu đề án?",
        ),
    ],
)
def test_what_is_taken_together_names_no_fund(typed: str, read: str):
    assert taken_together(typed) == read


@pytest.mark.parametrize(
    "typed",
    [
        "Cả hai nguồn, mỗi nguồn bao nhiêu?",
        "So sánh cả hai nguồn năm 2024",
        "Nguồn địa phương chiếm mấy phần trăm trong cả hai nguồn?",
        "Cơ quan quản lý cả hai nguồn vốn ở đâu?",
        "Vốn quốc gia năm 2024 là bao nhiêu?",
        "Cả năm 2024 phía Bắc được bao nhiêu?",
        "cả hai nguồn",
    ],
)
def test_each_by_itself_and_what_is_nothing_of_the_kind_stay(typed: str):
    assert taken_together(typed) == typed
