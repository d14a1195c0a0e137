from index.tokens import (
    fold,
    index_tokens,
    one_spelling,
    other_ways,
    plain_number,
    query_tokens,
    spell_out,
    words,
)


def test_one_letter_words_and_article_numbers_survive():
    assert words("điểm a khoản 7 Điều 5, tỉnh Nghệ An") == [
        *("điểm", "a", "khoản", "7", "điều", "5"),
        *("tỉnh", "nghệ", "an"),
    ]


def test_decimals_stay_whole_and_grouped_thousands_lose_their_dots():
    assert words("12,5 tỉ; 1.330 lao động; 6.698,6 triệu; 05 đề án") == [
        *("12,5", "tỉ", "1330", "lao", "động", "6698,6", "triệu", "5", "đề", "án")
    ]
    assert plain_number("00") == "0"


def test_a_law_number_is_found_whole_and_by_its_parts():
    assert words("Nghị định 45/2012/NĐ-CP") == ["nghị", "định", "45/2012/nđ-cp", "45", "2012", "nđ", "cp"]


def test_decomposed_text_gives_the_same_tokens_as_composed():
    assert words("Điều tiê\u0301ng Viê\u0323t") == words("Điều tiếng Việt") == ["điều", "tiếng", "việt"]


def test_two_ways_to_place_a_tone_mark_are_one_word():
    assert [one_spelling(w) for w in ("hoà", "thuý", "khoẻ", "kỹ", "tỷ")] == ["hòa", "thúy", "khỏe", "kĩ", "tỉ"]
    assert [one_spelling(w) for w in ("quý", "hoàn", "mây", "toán")] == ["quý", "hoàn", "mây", "toán"]


def test_pairs_do_not_cross_punctuation():
    assert index_tokens("công nghiệp, nông thôn") == [
        *("công", "nghiệp", "nông", "thôn"),
        *("công_nghiệp", "nông_thôn"),
    ]


def test_duong_with_and_without_its_stroke_are_different_words_that_fold_alike():
    assert words("đường dương") == ["đường", "dương"]
    assert fold("Đường") == "Duong" and fold("dương") == "duong"


def test_abbreviations_go_both_ways():
    assert other_ways("Kinh phí hỗ trợ CNNT") == ["công nghiệp nông thôn", "KP"]
    assert {"cnnt", "công", "nghiệp", "nông", "thôn"} <= set(query_tokens("cơ sở CNNT"))
    assert "cnnt" in query_tokens("cơ sở công nghiệp nông thôn")
    assert spell_out("KCQG và kcdp") == "khuyến công quốc gia và khuyến công địa phương"


def test_an_abbreviation_inside_a_law_number_is_left_alone():
    assert other_ways("17/2018/TT-BCT") == []
