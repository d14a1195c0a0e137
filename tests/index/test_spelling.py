"""Typing errors are mended where the passages say how; everything else stays as typed."""

import pytest

from index.sounds import sound_of
from index.spelling import Speller, one_edit

PAIRS = {
    ("khuyến", "công"): 40, ("hỗ", "trợ"): 30, ("bao", "nhiêu"): 10, ("giám", "đốc"): 5, ("công", "thương"): 30,
    ("gian", "hàng"): 3, ("năm", "2023"): 6, ("kinh", "phí"): 40, ("miền", "trung"): 9, ("hàng", "tiêu"): 2,
    ("tiêu", "chuẩn"): 3, ("hội", "nghị"): 12, ("trong", "khu"): 9, ("tiên", "khuyến"): 2,
}  # fmt: skip
WORDS = {word for pair in PAIRS for word in pair if word.isalpha()} | {
    "khuyên",
    "hổ",
    "nghi",
    "nam",
    "phi",
    "hang",
    "tiền",
}


@pytest.fixture
def speller() -> Speller:
    return Speller(WORDS, lambda one, other: PAIRS.get((one, other), 0))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Kinh phí khuyên công", "Kinh phí khuyến công"),
        ("được hổ trợ", "được hỗ trợ"),
        ("là bao nhêu?", "là bao nhiêu?"),
        ("giám đôc", "giám đốc"),
        ("công thuơng", "công thương"),
        ("khuyến cônng", "khuyến công"),
        ("gian hang tiêu chuẫn", "gian hàng tiêu chuẩn"),
        ("nam 2023", "năm 2023"),
        ("miền Trug", "miền Trung"),
        ("Hội nghi", "Hội nghị"),
    ],
)
def test_an_error_is_mended(speller, typed, meant):
    assert speller.mend(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Kinh phí khuyến công 170,8 tỷ",
        "GRDP của Hải Phòng",
        "ông Nghi",
        "",
        "?!",
        "trong KH",
        "bao nhiêu tiền khuyến công",
        "xin để đề án khuyến công",
        "năm bán được hỗ trợ",
    ],
)
def test_what_is_not_surely_wrong_stays(speller, text):
    assert speller.mend(text) == text


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("cong", "congg", True), ("trug", "trung", True), ("nheu", "nhieu", True), ("cogn", "cong", True),
        ("cong", "cong", True), ("cong", "cang", True), ("cong", "coan", False), ("a", "abc", False),
    ],
)  # fmt: skip
def test_one_edit(one, other, near):
    assert one_edit(one, other) is near


def test_telex_keys_left_undone_are_typed_out():
    speller = Speller(["khuyến", "công", "năm"], lambda one, other: 0.0)
    assert speller.mend("khuyeens coong nawm") == "khuyến công năm"


def test_telex_keys_may_stand_inside_a_syllable_and_spell_what_is_known_too():
    speller = Speller(["tiền", "công", "coong", "gì", "tên"], lambda one, other: float((one, other) == ("tên", "gì")))
    assert speller.mend("tieefn") == "tiền"
    assert speller.mend("tên gif") == "tên gì"
    assert speller.mend("of gif") == "of gif"  # short, and no neighbour bears it out
    assert speller.mend("coong") == "coong"


def test_a_letter_typed_twice_is_left_off(speller):
    assert speller.mend("hộii nghịị") == "hội nghị"


def test_a_word_without_marks_is_not_taken_for_one_of_other_letters():
    speller = Speller(["họp", "hơn", "ở"], lambda one, other: float((one, other) == ("hơn", "ở")))
    assert speller.mend("hop ở") == "hop ở"


def test_a_word_that_no_passage_holds_gives_way_sooner():
    often = {("phân", "bổ"): 3.0}
    known = ["phân", "bổ", "bỗ"]
    assert (
        Speller(known, lambda one, other: often.get((one, other), 0.0), ["phân", "bổ"]).mend("xin phân bỗ tiền")
        == "xin phân bổ tiền"
    )
    assert (
        Speller(known, lambda one, other: often.get((one, other), 0.0)).mend("xin phân bỗ tiền") == "xin phân bỗ tiền"
    )


def test_a_mistyped_word_is_the_one_of_its_letters_and_tone():
    alike = Speller(WORDS | {"ước", "được", "nước"}, lambda one, other: PAIRS.get((one, other), 0))
    assert alike.mend("uớc đuợc") == "ước được"


def test_two_syllables_typed_as_one_are_set_apart(speller):
    assert speller.mend("khuyếncông miền trung") == "khuyến công miền trung"
    assert speller.mend("khuyếnnông") == "khuyếnnông"


def test_hoi_and_nga_confused_and_a_tone_left_off_are_mended():
    pairs = {("chưa", "giải"): 3.0, ("giải", "quyết"): 4.0, ("dương", "quốc"): 3.0, ("được", "chọn"): 2.0}
    known = ["chưa", "giải", "giãi", "quyết", "dương", "quốc", "được", "dược", "chọn"]
    speller = Speller(known, lambda one, other: pairs.get((one, other), 0.0), ["chưa", "giải", "quyết", "được", "chọn"])
    assert speller.mend("chưa giãi quyết") == "chưa giải quyết"
    assert speller.mend("của Hải Dương đươc bình chọn") == "của Hải Dương được bình chọn"


ALIKE = {("phía", "bắc"): 20, ("tiên", "tiến"): 15, ("nghị", "định"): 20, ("gian", "hàng"): 6, ("văn", "bản"): 25}
HEARD = {word for pair in ALIKE for word in pair} | {"giang", "tiếng", "văng", "nghi", "việc", "đc"}
HEARD |= {"điểm", "nghẻn", "nghẽn", "sữa", "sửa"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fía bắc", "phía bắc"),
        ("máy tiên tiếng", "máy tiên tiến"),
        ("văng bản", "văn bản"),
        ("giang hàng", "gian hàng"),
        ("nghi dịnh", "nghị định"),  # the second word, mended, bears out the first
        ("dc hỗ trợ", "dc hỗ trợ"),
        ("việc này", "việc này"),
        ("điểm nghẻn", "điểm nghẽn"),  # no passage holds the one, one holds the other
        ("sữa", "sữa"),
    ],
)
def test_what_is_written_as_it_sounds_is_mended_where_its_neighbour_bears_it_out(typed, meant):
    written = {word for pair in ALIKE for word in pair} | {"việc", "điểm", "nghẽn", "sửa"}
    assert Speller(HEARD, lambda one, other: ALIKE.get((one, other), 0), written).mend(typed) == meant


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("phía", "fía", True),
        ("xưởng", "sưỡng", True),
        ("trình", "chình", True),
        ("kỹ", "kĩ", True),
        ("giang", "dan", True),
        ("bắc", "bắt", True),
        ("nghề", "ngề", True),
        ("hỗ", "hồ", False),
        ("năm", "nam", False),
        ("quy", "cu", False),
    ],
)
def test_syllables_sound_alike(one, other, alike):
    assert (sound_of(one) == sound_of(other)) is alike


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("khuyến công quốc gai", "khuyến công quốc gia"),
        ("hàng quốc ra", "hàng quốc gia"),
        ("chỉ ra hạn chế", "chỉ ra hạn chế"),
        ("máy gai", "máy gai"),
    ],
)
def test_a_known_word_gives_way_to_one_that_often_follows_the_word_before_it(typed, meant):
    often = {("quốc", "gia"): 40.0, ("khuyến", "công"): 40.0}
    words = ["khuyến", "công", "quốc", "gia", "gai", "ra", "chỉ", "hạn", "chế", "hàng", "máy"]
    assert Speller(words, lambda one, other: often.get((one, other), 0.0)).mend(typed) == meant


@pytest.mark.parametrize("typed", ["huyệ", "huyệnn", "huyẹt", "uhyện", "huyện"])
def test_a_syllable_is_near_those_one_letter_away(typed):
    near = Speller(["huyện", "quyền", "khuyến", "an"], lambda one, other: 0)._near(typed)
    assert near[:1] == ["huyện"] if typed != "huyẹt" else near == ["huyện"]


def test_near_syllables_come_in_one_order_whatever_the_order_they_are_known_in():
    known = ["ban", "bàn", "bán", "can", "ba", "bang"]
    one, other = (Speller(order, lambda a, b: 0)._near("ban") for order in (known, known[::-1]))
    assert one == other and one[0] == "ba" and set(one) == set(known)


@pytest.mark.parametrize("typed", ["ngừoi", "nguời", "ngưòi"])
def test_a_horn_left_off_or_a_tone_on_the_wrong_letter_is_put_right(typed):
    speller = Speller(["người", "nguội", "thuế", "tuổi", "mươn"], lambda one, other: 0, ["người"])
    assert speller.mend(f"gì, {typed} đó") == "gì, người đó"
    assert speller.mend("muơn máy") == "muơn máy"
    assert speller.mend("tuổi thuế") == "tuổi thuế"


def test_an_everyday_word_with_the_wrong_one_of_two_tones_is_mended_beside_any_word():
    pairs = {("những", "thứ"): 0.2}
    speller = Speller(["những", "nhửng", "thứ"], lambda one, other: pairs.get((one, other), 0.0), ["những", "thứ"])
    assert speller.mend("nhửng thứ") == "những thứ"
