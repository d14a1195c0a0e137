"""Old encodings to Unicode, proven on text of our own; good text is never touched."""

import unicodedata

import pytest

from documents.decoding import decode, normalise, read_unicode
from documents.legacy import _charmaps, detect_legacy
from documents.records import BadInput
from documents.syllables import is_syllable

TEXT = """QUYẾT ĐỊNH
Về việc phê duyệt kế hoạch khuyến công địa phương năm 2006
ỦY BAN NHÂN DÂN TỈNH THỪA THIÊN HUẾ
Điều 1. Phê duyệt kinh phí 2,5 tỷ đồng để hỗ trợ các cơ sở công nghiệp nông thôn mua sắm máy móc.
Nơi nhận: Sở Công nghiệp, Sở Tài chính; lưu văn thư.
Chẳng hạn những khoản đã cấp, ghế gỗ, nghỉ lễ, kỹ thuật, bẫy, sẵn sàng, cẩn thận, quý, thuở ấy."""
TONES = "\u0300\u0301\u0303\u0309\u0323"


def typed_in(name: str) -> str:
    """TEXT as an old font has it: TCVN3 draws accented capitals with small letters."""
    letters = {new: old for old, new in reversed(_charmaps()[name].pairs)}
    return "".join(letters.get(sign) or letters.get(sign.lower()) or sign for sign in TEXT)


@pytest.mark.parametrize("name", ["tcvn3", "vni"])
@pytest.mark.parametrize("page", ["cp1252", "latin-1", "utf-8"])
def test_old_fonts_are_read_whatever_they_were_saved_as(name, page):
    text, _, warnings = decode(typed_in(name).encode(page))
    assert text == TEXT
    assert len(warnings) == 1


def test_windows_1258_is_composed():
    data = bytearray()
    for sign in TEXT:
        parts = unicodedata.normalize("NFD", sign)
        tone = [part for part in parts if part in TONES]
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))
        data += base.encode("cp1258") + "".join(tone).encode("cp1258")
    assert decode(bytes(data))[:2] == (TEXT, "windows-1258")


@pytest.mark.parametrize("page", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_any_dress_is_the_same_text(page):
    assert decode(TEXT.encode(page))[0] == TEXT
    assert decode(unicodedata.normalize("NFD", TEXT).encode(page))[0] == TEXT


def test_good_text_is_never_touched():
    good = (
        TEXT
        + "\nCafé São Paulo, naïve, Müller, Ñandú; ñ ö ø. Résumé à la carte: 100 µm ± 5°C.\nH’Mông, Đắk Lắk, Kbang."
    )
    assert read_unicode(good) == (good, ())
    assert detect_legacy("Le café est très près du château; déjà vu à Besançon, où l'été naît.") == ""


def test_only_the_spoiled_part_of_a_mixed_text_changes():
    mixed = "Phần đã gõ bằng Unicode giữ nguyên.\n" + typed_in("tcvn3")
    assert read_unicode(mixed)[0] == "Phần đã gõ bằng Unicode giữ nguyên.\n" + TEXT


def test_invisible_signs_go_and_look_alikes_become_letters():
    assert normalise("khuyến\u200b cô\u00adng\ufeff\u00a0\u00a0Ðắk\r\nLắk\x00") == "khuyến công Đắk\nLắk"


def test_a_few_broken_bytes_in_utf_8_are_shown_not_fatal():
    text, page, warnings = decode((TEXT * 3).encode()[:-1] + b"\xff")
    assert (page, len(warnings), text.count("\ufffd") >= 1) == ("utf-8", 1, True)


def test_bytes_of_no_known_encoding_are_refused():
    with pytest.raises(BadInput, match="không nhận ra bảng mã"):
        decode(b"\x83\x91\x95 \xb5\xff\xfe\x80\x9e" * 40)


@pytest.mark.parametrize("word", ["nghiệp", "khuyến", "quyết", "giếng", "thuở", "ưu", "Ở", "GIỮ", "yêu", "uỷ", "oà"])
def test_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["nghiÖp", "coâng", "café", "naïve", "ñòa", "bcd"])
def test_no_syllables(word):
    assert not is_syllable(word)
