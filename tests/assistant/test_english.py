"""English questions put into Vietnamese terms: forms, phrases, names, what is counted."""

import csv
from collections import Counter

import pytest

from assistant.english import head_noun, language_of, stem, translate, with_english_terms
from assistant.english_forms import put_forms
from assistant.questions import read_question
from assistant.unit_asked import unit_asked_in_english
from assistant.wording import DATA


def test_english_is_told_and_its_terms_are_translated():
    assert language_of("How many projects did Hai Duong carry out in 2014-2018?") == "en"
    assert language_of("bao nhieu de an o hai duong") == "vi"
    assert language_of("Kinh phí năm 2024?") == "vi"
    text, foreign = translate("What is the industrial promotion budget of the northern region in 2024?")
    assert text == "bao nhiêu tiền, kinh phí khuyến công khu vực phía Bắc năm 2024"
    assert foreign == ()
    assert translate("football in Hanoi")[1] == ("football",)


@pytest.mark.parametrize(
    ("forms", "common"),
    [
        (("project", "projects", "project's"), "project"),
        (("supply", "supplies", "supplied"), "supply"),
        (("choose", "chose", "chosen"), "choos"),
        (("produce", "produced", "producing"), "produc"),
        (("organise", "organized", "organising"), "organis"),
        (("class", "classes"), "class"),
        (("plan", "planned", "planning"), "plan"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms, common):
    assert {stem(form) for form in forms} == {common}


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("the first nine months of 2022", "⟦9 tháng đầu năm 2022⟧"),
        ("the first half of 2024", "⟦6 tháng đầu năm 2024⟧"),
        ("so far in 2024", "⟦từ đầu năm 2024 đến nay⟧"),
        ("since the beginning of 2024", "⟦từ đầu năm 2024 đến nay⟧"),
        ("between 2014 and 2018", "⟦giai đoạn 2014-2018⟧"),
        ("from 2021 to 2025", "⟦giai đoạn 2021-2025⟧"),
        ("2 October 2017", "⟦ngày 02/10/2017⟧"),
        ("October 2, 2017", "⟦ngày 02/10/2017⟧"),
        ("VND 18.3 billion", "⟦18,3 tỷ đồng⟧"),
        ("25.6 percent", "⟦25,6%⟧"),
        ("2,441 products", "⟦2.441⟧ products"),
        ("twenty-eight provinces", "28 provinces"),
        ("Decree 45/2012", "Decree 45/2012"),
        ("in 2024", "in ⟦năm 2024⟧"),
    ],
)
def test_numbers_dates_and_periods_are_put_the_vietnamese_way(english, vietnamese):
    assert " ".join(put_forms(english).split()) == vietnamese


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        (
            "Which agency supervises local industrial promotion projects?",
            "cơ quan nào giám sát đề án khuyến công địa phương",
        ),
        ("What did the province spend on the six projects?", "bao nhiêu tiền, tỉnh kinh phí thực hiện 6 đề án"),
        ("Which trades are given priority?", "ngành nghề nào ưu tiên"),
        (
            "How much larger is the 2024 national-source plan than that of 2023?",
            "nhiều hơn bao nhiêu, năm 2024 kế hoạch kinh phí khuyến công quốc gia năm 2023",
        ),
    ],
)
def test_phrases_come_before_words_and_question_words_stand_where_vietnamese_has_them(english, vietnamese):
    assert translate(english) == (vietnamese, ())


def test_a_name_is_spelled_by_the_reader_of_the_documents_and_an_unknown_word_is_told():
    text, foreign = translate(
        "When did Ngo Quang Trung visit the submarine?", {"Ngo Quang Trung": "Ngô Quang Trung"}.get
    )
    assert (text, foreign) == ("khi nào Ngô Quang Trung thăm submarine", ("submarine",))


@pytest.mark.parametrize(
    ("english", "asked"),
    [
        ("How many typical rural products were chosen?", ("", "sản phẩm công nghiệp nông thôn tiêu biểu")),
        ("How many national projects were contracted in 2017?", ("", "đề án khuyến công")),
        ("What was the number of demonstration models in the North?", ("", "mô hình trình diễn")),
        ("How much was spent on the projects?", ("đồng", "")),
        ("What share of the budget is local?", ("%", "")),
    ],
)
def test_the_unit_and_the_noun_counted_are_read_in_english(english, asked):
    assert unit_asked_in_english(english, translate(english)[0]) == asked


def test_what_is_counted_is_the_last_term_of_an_english_noun_phrase():
    assert (head_noun("standard exhibition booths"), head_noun("new jobs")) == ("gian hàng tiêu chuẩn", "việc làm")


def test_an_english_question_has_its_place_period_and_kind():
    read = read_question("Why was the national fund of the Central - Central Highlands region low so far in 2023?")
    assert (read.kind, [place.name for place in read.places], read.to_date) == (
        "passage",
        ["miền Trung - Tây Nguyên"],
        True,
    )
    assert read.text.startswith("vì sao kinh phí khuyến công quốc gia khu vực miền Trung - Tây Nguyên")


def test_the_number_of_a_law_does_not_make_an_english_question_vietnamese():
    assert language_of("Which decree amended Decree 45/2012/NĐ-CP on industrial promotion?") == "en"
    assert language_of("Nghị định 45/2012/NĐ-CP là gì?") == "vi"


def test_a_question_by_yes_or_no_asks_for_no_number():
    assert (
        read_question("Can a foreign organisation donate to national industrial promotion funding?").kind == "passage"
    )


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("Number of national khuyến công projects contracted in 2017?", "en"),
        ("How did energy-saving technology obtained through khuyen cong benefit Bat Trang?", "en"),
        ("How much did Thanh Hóa and Hải Dương get in 2022?", "en"),
        ("Kinh phí in ấn là bao nhiêu?", "vi"),
        ("khuyen cong la gi", "vi"),
        ("ho so khuyen cong can giay to", "vi"),
        ("can bo khuyen cong lam viec", "vi"),
        ("he so luong cho can bo", "vi"),
        ("estimated local khuyen cong spending in the North, H1 2024", "en"),
    ],
)
def test_names_in_vietnamese_make_no_english_question_vietnamese(asked, language):
    assert language_of(asked) == language


def test_who_counts_as_something_asks_what_it_is():
    assert read_question('Who counts as a "rural industrial establishment"?').kind == "passage"
    assert read_question("What awaits someone who breaches the decree?").kind == "passage"
    assert read_question("Who approves the plan?").kind == "who"


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("What happens to budget money that is not spent within the year?", "passage"),
        ("Does the decree fix any maximum amount in dong?", "passage"),
        ("What is the name of the owner of the workshop?", "who"),
        ("What is the budget of the north in 2024?", "figure"),
    ],
)
def test_the_first_words_of_an_english_question_do_not_always_tell_its_kind(asked, kind):
    assert read_question(asked).kind == kind


def test_a_change_between_two_years_is_of_two_periods():
    asked = read_question("How much did the plan of the north shrink between 2023 and 2024?")
    assert [period.label for period in asked.periods] == ["năm 2023", "năm 2024"]
    for spent in ("What was spent between 2014 and 2018?", "How much money went to Hai Duong from 2014 to 2018?"):
        assert [period.label for period in read_question(spent).periods] == ["giai đoạn 2014-2018"]


def test_a_conference_is_counted_and_the_month_it_was_held_in_dates_nothing_else():
    assert "lần thứ 18" in read_question("When did the 18th northern conference take place?").text
    told = read_question("How many projects in June 2014 did the report name?")
    assert [period.label for period in told.periods] == ["tháng 6 năm 2014"]
    dated = read_question("According to the May 2024 northern conference, how many projects were there?")
    assert [period.label for period in dated.periods] == ["năm 2024"]


def test_what_is_counted_ends_before_the_verb():
    assert read_question("How many workers must an establishment have?").counted == "lao động"


def test_no_phrase_of_the_glossary_is_given_twice():
    with (DATA / "glossary_en.csv").open(encoding="utf-8", newline="") as lines:
        phrases = [phrase for row in csv.DictReader(lines) for phrase in row["english"].split("|")]
    assert [phrase for phrase, count in Counter(phrases).items() if count > 1] == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Cơ sở đạt revenue bao nhiêu một năm?", "Cơ sở đạt doanh thu bao nhiêu một năm?"),
        ("Làm cleaner production assessment cho mấy cơ sở?", "Làm đánh giá sản xuất sạch hơn cho mấy cơ sở?"),
        ("Máy cắt laser giá bao nhiêu?", "Máy cắt laser giá bao nhiêu?"),
        ("Trung tâm nhanh chóng giao tiền", "Trung tâm nhanh chóng giao tiền"),
    ],
)
def test_english_terms_in_a_vietnamese_question_are_put_in_vietnamese(typed, read):
    assert with_english_terms(typed) == read


def test_how_many_of_what_somebody_has_counts_those():
    asked = "During 2014-2018, how many of Hải Dương's advanced machinery projects were funded by the province?"
    question = read_question(asked)
    assert question.counted == "đề án" and question.names == ()


@pytest.mark.parametrize(
    ("asked", "put"),
    [
        ("over 2021 and the first three quarters of 2022", "9 tháng đầu năm 2022"),
        ("From January to September 2023, how many", "từ tháng 1 đến tháng 9 năm 2023"),
        ("in May 2024", "tháng 5 năm 2024"),
    ],
)
def test_stretches_of_months_are_put_the_vietnamese_way(asked, put):
    assert f"⟦{put}⟧" in put_forms(asked)
