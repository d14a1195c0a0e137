"""Numbered things told apart."""

import pytest

from assistant.numbered import numbered_otherwise, numbered_terms


@pytest.mark.parametrize(
    ("asked", "told", "otherwise"),
    [
        ("Còn đợt 2 thì bao nhiêu?", "phân bổ kinh phí (đợt 1) là 18,3 tỷ đồng", True),
        ("Đợt 1 được bao nhiêu?", "phân bổ kinh phí (đợt 1) là 18,3 tỷ đồng", False),
        ("Hội nghị lần thứ XIX họp ở đâu?", "Hội nghị khuyến công lần thứ XVIII", True),
        ("Hội nghị lần thứ 18 họp ở đâu?", "Hội nghị khuyến công lần thứ XVIII", False),
        ("Tạm ứng lần hai bao nhiêu?", "Mức tạm ứng lần đầu là 30%", True),
        ("Tạm ứng lần hai bao nhiêu?", "Tạm ứng lần đầu 30%, lần hai 40%", False),
        ("Được hỗ trợ mấy lần?", "hỗ trợ không quá 02 lần", False),
        ("Quý I giải ngân bao nhiêu?", "Năm 2024 giải ngân 5 tỷ đồng", False),
    ],
)
def test_another_number_of_the_same_thing_is_told_apart(asked, told, otherwise):
    assert numbered_otherwise(asked, told) is otherwise


def test_numbers_are_read_as_digits_words_and_roman_numerals():
    assert numbered_terms("lần thứ IV, lần thứ chín và đợt 12") == {"lần": frozenset({4, 9}), "đợt": frozenset({12})}
