import re

from assistant.patterns import compiled, opening, whole


def test_a_word_stands_whole_or_not_at_all():
    assert whole("kinh phí").search("tổng kinh phí 2024") and not whole("kinh phí").search("kinh phích")
    assert whole("a.b").search("a.b") and not whole("a.b").search("axb")
    assert opening("tỉnh").match("tỉnh nào") and not opening("tỉnh").match("tỉnhs")


def test_patterns_are_compiled_once_and_apart_by_their_flags():
    assert whole("đề án") is whole("đề án") and compiled("x") is compiled("x")
    assert compiled("X", re.IGNORECASE).search("x") and not compiled("X").search("x")
