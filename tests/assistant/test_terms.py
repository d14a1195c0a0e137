"""A term that is asked for the other way round."""

import pytest

from assistant.questions import read_question


@pytest.mark.parametrize(
    ("asked", "words", "counted"),
    [
        ("Từ bao nhiêu người thì được coi là cơ sở dùng nhiều lao động?", ("cơ sở", "lao động"), "lao động"),
        (
            "Hàng toàn tre mua trong tỉnh, chiếm bao nhiêu phần trăm thì mới tính là dùng nguyên liệu tại chỗ?",
            ("nguyên liệu",),
            "",
        ),
        ("Muốn được gọi là cơ sở dùng nhiều lao động thì phải từ mấy người?", ("cơ sở", "lao động"), "lao động"),
    ],
)
def test_only_the_term_is_looked_for(asked, words, counted):
    question = read_question(asked)
    assert question.words == words and question.counted == counted


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("Nguyên liệu mua trong tỉnh chiếm bao nhiêu phần trăm?", ("nguyên liệu", "mua", "tỉnh")),
        ("Ai được coi là cộng tác viên khuyến công?", ("coi", "cộng tác viên", "khuyến công")),
    ],
)
def test_another_question_keeps_its_words(asked, words):
    assert read_question(asked).words == words
