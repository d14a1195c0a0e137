"""The place of a text that names none: from its file's name, to be confirmed."""

import pytest

from documents.adding import add_file
from documents.confirming import confirm_document
from documents.corpus import open_corpus
from documents.figures import extract_figures
from documents.records import BadInput

TEXT = "Toàn tỉnh thực hiện 13 đề án khuyến công.\nTổng kinh phí hỗ trợ là 1,2 tỷ đồng.\n"


def region(folder, name: str, text: str = TEXT) -> tuple[str, bool]:
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    source = open_corpus(folder).document(name).source
    return source.region, "region" in source.unconfirmed


def test_a_name_that_spells_one_place_gives_it_unconfirmed(tmp_path):
    assert region(tmp_path, "dak-nong-2011") == ("Đắk Nông", True)
    figures = extract_figures(open_corpus(tmp_path).document("dak-nong-2011"))
    assert {figure.place.name for figure in figures} == {"Đắk Nông"}
    longer = f"Báo cáo.\n{TEXT}"
    assert region(tmp_path, "bao_cao_khuyen_cong_ba_ria_vung_tau", longer) == ("Bà Rịa - Vũng Tàu", True)


@pytest.mark.parametrize("name", ["so-ket-3-nam", "ke-hoach-nam", "cau-lac-bo-bac", "khuyen_cong_20_nam"])
def test_a_last_word_that_is_a_year_or_a_quarter_of_the_sky_is_no_region(tmp_path, name):
    assert region(tmp_path, name) == ("", False)


def test_a_region_in_two_words_ends_a_name_too(tmp_path):
    assert region(tmp_path, "hoi-nghi-phia-nam") == ("phía Nam", True)


@pytest.mark.parametrize("name", ["bao-cao-2011", "quang-nam-va-da-nang", "kinh-te-an-ninh"])
def test_a_name_that_spells_none_or_two_gives_none(tmp_path, name):
    assert region(tmp_path, name) == ("", False)


def test_a_text_that_names_its_province_is_believed(tmp_path):
    assert region(tmp_path, "dak-nong-2011", f"Tỉnh Gia Lai họp.\n{TEXT}") == ("", False)


def test_the_reader_confirms_a_place_and_an_unknown_one_gets_the_nearest(tmp_path):
    file = tmp_path / "bao-cao.txt"
    file.write_text(TEXT, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    add_file(tmp_path / "docs", file)
    assert confirm_document(tmp_path / "docs", "bao-cao", {"region": "quang nam"}).region == "Quảng Nam"
    with pytest.raises(BadInput, match=r"địa bàn phải là một tỉnh, vùng .* gần nhất: Quảng"):
        confirm_document(tmp_path / "docs", "bao-cao", {"region": "Quảng Nem"})
