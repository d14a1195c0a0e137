"""Words for matching: what counts as the same word, and how much of a question a text holds."""

import pytest

from assistant.wording import Wanted, content_words, fold, has_diacritics, spread, strength


def test_folding_drops_marks_and_turns_đ_into_d():
    assert fold("Đường Hải Dương") == "duong hai duong"
    assert not has_diacritics("kinh phi nam 2024")
    assert has_diacritics("kinh phí")


def test_two_spellings_of_a_syllable_are_one():
    assert spread("Hoà Bình, thuý") == spread("hòa bình thúy")
    assert spread("quản lý kỹ thuật") == spread("quản lí kĩ thuật")


def test_abbreviations_are_written_out_before_matching():
    assert spread("cơ sở CNNT") == " cơ sở công nghiệp nông thôn "


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Xin hỏi kinh phí khuyến công là bao nhiêu ạ?", ("kinh phí", "khuyến công")),
        ("hỗ trợ đánh giá sản xuất sạch hơn", ("hỗ trợ", "đánh giá", "sản xuất sạch hơn")),
        ("Bộ Nội vụ làm gì?", ("bộ nội vụ",)),
        ("như thế nào", ()),
    ],
)
def test_content_words_leave_out_what_only_asks(text, words):
    assert content_words(text) == words


def test_a_synonym_counts_a_little_less_than_the_word():
    assert strength(spread("ngân sách tỉnh"), "ngân sách") == 1.0
    assert strength(spread("ngân sách tỉnh"), "kinh phí") == 0.9
    assert strength(spread("đường sá"), "hải dương") == 0.0


def test_coverage_weighs_words_and_takes_the_best_layer():
    wanted = Wanted(("kinh phí", "gốm"), (1.0, 3.0))
    assert wanted.coverage((spread("kinh phí"), 1.0)) == pytest.approx(0.25)
    assert wanted.coverage((spread("kinh phí"), 1.0), (spread("gốm sứ"), 0.5)) == pytest.approx((1 + 1.5) / 4)


def test_a_known_word_of_empty_syllables_is_kept():
    assert content_words("Tạo được bao nhiêu việc làm?") == ("tạo", "việc làm")


def test_an_everyday_word_finds_the_term_but_the_term_not_the_word():
    assert strength(spread("kinh phí thực hiện"), "tốn") == 0.9
    assert strength(spread("tốn"), "giải ngân") == 0.0


def test_a_phrase_is_found_in_either_spelling_of_its_i():
    assert content_words("ai ký duyệt kế hoạch") == content_words("ai kí duyệt kế hoạch") == ("kí duyệt", "kế hoạch")


def test_an_attribute_of_empty_syllables_is_kept():
    assert content_words("chỉ số sản xuất công nghiệp")[0] == "chỉ số"
