"""The place table: counts, mergers, spellings, and names that are no places."""

import pytest

from documents.place_data import DISTRICTS, PROVINCES, as_csv, district_rows, province_rows
from documents.places import COUNTRY, PlaceTable, find_places, place_table
from documents.records import Place


@pytest.fixture
def table() -> PlaceTable:
    return place_table()


def found(text: str, loose: bool = False) -> list[tuple[str, str, str]]:
    return [(place.name, place.code, text[start:end]) for place, start, end in find_places(text, loose)]


def names(text: str, loose: bool = False) -> list[str]:
    return [place.name for place, _, _ in find_places(text, loose)]


def test_the_committed_tables_are_what_the_package_ships():
    assert PROVINCES.read_text(encoding="utf-8") == as_csv(province_rows())
    assert DISTRICTS.read_text(encoding="utf-8") == as_csv(district_rows())


def test_the_three_programme_regions_hold_each_of_the_63_provinces_once(table):
    parts = [table.parts_of(table.regions[code]) for code in ("R1", "R2", "R3")]
    codes = [place.code for part in parts for place in part]
    assert [len(part) for part in parts] == [28, 15, 20]
    assert sorted(codes) == sorted(set(codes))
    assert sorted(codes) == sorted(place.code for place in table.parts_of(COUNTRY))


def test_the_six_socioeconomic_regions_hold_each_of_the_63_provinces_once(table):
    codes = [code for region in ("V1", "V2", "V3", "V4", "V5", "V6") for code in table.region_parts[region]]
    assert sorted(codes) == sorted(place.code for place in table.parts_of(COUNTRY))


def test_the_two_halves_of_the_central_coast_are_the_central_coast(table):
    halves = [*table.region_parts["V7"], *table.region_parts["V8"]]
    assert sorted(halves) == sorted(table.region_parts["V3"])
    assert names("Bắc Trung Bộ, Nam Trung Bộ, vùng Đồng Tháp Mười") == ["Bắc Trung Bộ", "Duyên hải Nam Trung Bộ"]


def test_63_provinces_became_34(table):
    assert (len(table.merged_into), len(table.merged)) == (63, 34)
    unmerged = [place.name for place in table.merged.values() if not table.was_merged(place)]
    assert sorted(unmerged) == sorted(
        [
            "Hà Nội",
            "Cao Bằng",
            "Điện Biên",
            "Lai Châu",
            "Sơn La",
            "Lạng Sơn",
            "Quảng Ninh",
            "Thanh Hóa",
            "Nghệ An",
            "Hà Tĩnh",
            "Huế",
        ]
    )


@pytest.mark.parametrize(
    ("former", "merged"),
    [
        ("Quảng Nam", "Đà Nẵng"),
        ("Hải Dương", "Hải Phòng"),
        ("Hòa Bình", "Phú Thọ"),
        ("Đắk Nông", "Lâm Đồng"),
        ("Bình Thuận", "Lâm Đồng"),
        ("Bắc Giang", "Bắc Ninh"),
        ("Thừa Thiên Huế", "Huế"),
        ("Bà Rịa - Vũng Tàu", "TP. Hồ Chí Minh"),
        ("Thanh Hóa", "Thanh Hóa"),
    ],
)
def test_a_former_province_knows_where_it_went(table, former, merged):
    assert table.successor(table.lookup(former)).name == merged


def test_a_merged_province_offers_its_former_parts(table):
    assert [place.name for place in table.predecessors(table.lookup("Phú Thọ"))] == [
        "Hòa Bình",
        "Phú Thọ",
        "Vĩnh Phúc",
    ]
    assert table.predecessors(table.lookup("Hải Dương")) == ()


def test_a_code_is_the_one_of_before_the_merger(table):
    assert table.lookup("15") == Place("Yên Bái", "province", "15")
    assert table.successor(table.lookup("15")) == Place("Lào Cai", "province", "15")


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("thanh hoa", "Thanh Hóa"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("tỉnh Quảng Nam", "Quảng Nam"),
        ("TP HCM", "TP. Hồ Chí Minh"),
        ("Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh"),
        ("hue", "Thừa Thiên Huế"),
        ("Đắc Lắc", "Đắk Lắk"),
        ("mien bac", "phía Bắc"),
        ("khu vực phía Nam", "phía Nam"),
        ("R2", "miền Trung - Tây Nguyên"),
        ("miền Trung", "miền Trung - Tây Nguyên"),
        ("toàn quốc", "cả nước"),
        ("thành phố Hải Dương", "thành phố Hải Dương"),
        ("bac tra my", "Bắc Trà My"),
        ("Hà Tây", "Hà Tây"),
    ],
)
def test_a_place_is_looked_up_in_any_spelling(table, asked, name):
    assert table.lookup(asked).name == name


def test_an_unknown_place_is_none_and_has_nearest_names(table):
    assert table.lookup("Thanh Hóas") is None
    assert table.nearest("Thanh Hóas", 1) == ["Thanh Hóa"]
    assert table.nearest("Hai Duon", 1) == ["Hải Dương"]


def test_spelling_variants_are_one_province():
    assert found("Hoà Bình, Thừa Thiên – Huế, Bà Rịa-Vũng Tàu, Đắc Lắc, Đăk Lăk, Bắc Cạn, TP.HCM") == [
        ("Hòa Bình", "17", "Hoà Bình"),
        ("Thừa Thiên Huế", "46", "Thừa Thiên – Huế"),
        ("Bà Rịa - Vũng Tàu", "77", "Bà Rịa-Vũng Tàu"),
        ("Đắk Lắk", "66", "Đắc Lắc"),
        ("Đắk Lắk", "66", "Đăk Lăk"),
        ("Bắc Kạn", "06", "Bắc Cạn"),
        ("TP. Hồ Chí Minh", "79", "HCM"),
    ]


def test_regions_and_country_are_found_as_they_are_written():
    text = (
        "28 tỉnh, thành phố khu vực miền phía Bắc, miền Trung và Tây Nguyên, các tỉnh phía Nam, "
        "khu vực phía bắc, cả nước, toàn quốc, Đồng bằng sông Cửu Long"
    )
    assert names(text) == [
        "phía Bắc",
        "miền Trung - Tây Nguyên",
        "phía Nam",
        "phía Bắc",
        "cả nước",
        "cả nước",
        "Đồng bằng sông Cửu Long",
    ]


def test_a_direction_is_no_region():
    assert names("Phía Bắc giáp Hà Giang, cách thành phố 5 km về phía Nam") == ["Hà Giang"]


def test_a_number_before_which_no_quan_stands_is_no_district():
    assert names("thành phố 5 km, TP. 12, huyện 3, quận 3") == ["quận 3"]


def test_a_person_with_a_family_name_is_no_place():
    assert names("ông Nguyễn Thanh Hóa, bà Nguyễn Thị Thái Bình và ông Lê Hà Nam") == []


def test_an_official_named_after_the_province_leaves_the_province():
    assert names("Giám đốc Sở Công Thương Thanh Hóa Phạm Bá Oai") == ["Thanh Hóa"]


def test_products_communes_and_oceans_are_no_places():
    assert names("Công ty CP Gốm Chu Đậu ở xã Thái Bình, hồ Hòa Bình, khu vực Thái Bình Dương, Báo Quảng Nam") == []


def test_the_president_is_no_city():
    assert names("học tập Chủ tịch Hồ Chí Minh; Hà Nội, Hồ Chí Minh; TP. Hồ Chí Minh") == [
        "Hà Nội",
        "TP. Hồ Chí Minh",
        "TP. Hồ Chí Minh",
    ]


def test_a_city_inside_a_province_is_a_district_and_a_list_of_provinces_is_not():
    assert found("thành phố Hải Dương; các tỉnh, thành phố Hải Dương, Hải Phòng; TP Thanh Hóa") == [
        ("thành phố Hải Dương", "288", "Hải Dương"),
        ("Hải Dương", "30", "Hải Dương"),
        ("Hải Phòng", "31", "Hải Phòng"),
        ("thành phố Thanh Hóa", "380", "Thanh Hóa"),
    ]


def test_an_ambiguous_district_takes_the_province_named_nearest():
    assert found("huyện Châu Thành (Bến Tre) và huyện Chợ Mới, tỉnh An Giang") == [
        ("Châu Thành", "831", "Châu Thành"),
        ("Bến Tre", "83", "Bến Tre"),
        ("Chợ Mới", "893", "Chợ Mới"),
        ("An Giang", "89", "An Giang"),
    ]
    assert found("huyện Châu Thành") == [("Châu Thành", "", "Châu Thành")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("cơ sở gốm ở huyện Phong Điền", [""]),
        ("cơ sở gốm ở thị xã Phong Điền", ["476"]),
        ("cơ sở gốm ở huyện Phong Điền, tỉnh Thừa Thiên Huế", ["476", "46"]),
        ("cơ sở gốm ở huyện Tân Châu", [""]),
        ("cơ sở gốm ở huyện Hòa Bình", ["961"]),
    ],
)
def test_a_district_that_has_become_a_town_since_is_as_open_as_another_of_its_name(text, codes):
    assert [place.code for place, _, _ in find_places(text)] == codes


def test_districts_of_a_list_and_in_brackets_are_found():
    assert names("các huyện Gia Lộc, Tứ Kỳ và Thanh Miện; Cơ sở Thanh Bình (Bắc Trà My); TX Từ Sơn; quận 12") == [
        "Gia Lộc",
        "Tứ Kỳ",
        "Thanh Miện",
        "Bắc Trà My",
        "Từ Sơn",
        "quận 12",
    ]


def test_a_list_of_places_with_their_numbers_needs_no_kind_word():
    assert found("Kiên Giang: Phú Quốc 11 cơ sở, Rạch Giá (9 cơ sở), Châu Thành: 7 cơ sở, Thanh Bình nhận hỗ trợ") == [
        ("Kiên Giang", "91", "Kiên Giang"),
        ("Phú Quốc", "911", "Phú Quốc"),
        ("Rạch Giá", "899", "Rạch Giá"),
        ("Châu Thành", "905", "Châu Thành"),
    ]


def test_a_district_abolished_before_2025_is_kept_by_its_kind_word():
    assert found("huyện Yên Dũng (Bắc Giang)") == [
        ("Yên Dũng", "", "Yên Dũng"),
        ("Bắc Giang", "24", "Bắc Giang"),
    ]


def test_a_question_without_diacritics_or_capitals_finds_its_place():
    assert names("kinh phi khuyen cong thanh hoa nam 2022", loose=True) == ["Thanh Hóa"]
    assert names("thanh hóa năm 2021 so với miền bắc", loose=True) == ["Thanh Hóa", "phía Bắc"]
    assert names("tp hcm ho tro bao nhieu de an", loose=True) == ["TP. Hồ Chí Minh"]


def test_places_lie_in_one_another(table):
    north, thanh_hoa, tra_my = table.regions["R1"], table.lookup("Thanh Hóa"), table.lookup("Bắc Trà My")
    assert table.contains(COUNTRY, north)
    assert table.contains(north, thanh_hoa)
    assert not table.contains(thanh_hoa, north)
    assert not table.contains(table.lookup("Phú Thọ"), table.lookup("Vĩnh Phúc"))
    assert table.contains(table.lookup("Quảng Nam"), tra_my)
    assert table.contains(table.regions["R2"], tra_my)
    assert table.region_of(tra_my) == table.regions["R2"]
    assert table.region_of(COUNTRY) is None


def test_a_question_with_wrong_marks_finds_its_province():
    assert names("kinh phí của Quãng Nam và Đà Nẳng", loose=True) == ["Quảng Nam", "Đà Nẵng"]
    assert names("kinh phí của Quãng Nam") == []
    assert names("5 năm định kỳ", loose=True) == []
    assert names("ông Trần Bình Thuân nói gì", loose=True) == []
    assert names("Công ty Thanh Hoa, cơ sở Quang Nam và máy Đa Năng", loose=True) == []
    assert names("HỖ TRỢ HAI PHÒNG TRƯNG BÀY", loose=True) == []


def test_a_region_told_about_is_no_direction():
    assert [place.name for place, _, _ in find_places("bài về miền Trung Tây Nguyên")] == ["miền Trung - Tây Nguyên"]
    assert find_places("sông chảy về phía Bắc") == []
