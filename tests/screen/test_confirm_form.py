"""The forms that confirm what was read of a document: fields by kind, typed values kept, nothing but text."""

from dataclasses import replace

import screen_fakes as fakes

from documents.records import Source
from screen.confirm_form import Form, fresh_form, read_forms, render_forms

DECREE = Source(
    "nd-12",
    "added/nd-12.abcd1234.txt",
    "Nghị định mẫu",
    kind="decree",
    number="12/2024/NĐ-CP",
    date="2024-02-05",
    in_force_from="2024-03-20",
    replaces=("Nghị định 57/2018/NĐ-CP", "Thông tư 05/2011/TT-BCT"),
    unconfirmed=("title", "kind", "number", "date", "in_force_from", "replaces"),
)


def test_a_form_shows_what_was_read_with_dates_day_first_and_a_line_for_each_text():
    html = render_forms([fresh_form(DECREE)], "vi")
    assert 'data-form="nd-12"' in html
    assert '<input type="text" name="in_force_from" value="20/03/2024" placeholder="ngày/tháng/năm"' in html
    assert "Nghị định 57/2018/NĐ-CP\nThông tư 05/2011/TT-BCT</textarea>" in html
    assert '<option value="decree" selected>Nghị định</option>' in html
    assert html.count("đọc từ văn bản</span>") == 6
    assert "<details open>" in html and 'name="publisher"' not in html


def test_an_article_asks_for_its_publisher_and_offers_the_legal_fields_folded():
    html = render_forms([fresh_form(fakes.ARTICLE.source)], "en")
    assert 'name="publisher" value="Báo Mẫu"' in html and "Published on" in html
    assert "<details><summary>Facts of a legal text</summary>" in html


def test_what_was_typed_and_the_error_stay_in_the_form():
    html = render_forms([Form(DECREE, {"title": "Tên khác", "kind": "circular"}, "ngày ban hành sai")], "vi")
    assert 'value="Tên khác"' in html and '<option value="circular" selected>' in html
    assert '<p class="failed" role="alert">Ngày ban hành sai</p>' in html


def test_only_forms_and_fields_of_ours_are_read_from_a_browser():
    typed = {"nd-12": {"title": "Tên", "file": "../x", "number": 5}, "khac": {"title": "x"}, "nd-13": "x"}
    assert read_forms(typed, {"nd-12": DECREE}) == [Form(DECREE, {"title": "Tên"})]
    assert read_forms("x", {"nd-12": DECREE}) == read_forms(None, {}) == []


def test_markup_in_a_field_stays_text():
    evil = replace(DECREE, title=fakes.HOSTILE, issuer=fakes.HOSTILE, replaces=(f"</textarea>{fakes.HOSTILE}",))
    html = render_forms([fresh_form(evil)], "vi")
    assert "<script" not in html and "<img" not in html and html.count("</textarea>") == 4


def test_no_open_form_draws_nothing():
    assert render_forms([], "vi") == ""


def test_a_place_read_from_the_file_s_name_says_so():
    source = Source("quang-nam-2014", "quang-nam-2014.txt", "Kết quả", region="Quảng Nam", unconfirmed=("region",))
    html = render_forms([fresh_form(source)], "vi")
    assert "Địa bàn (tỉnh, vùng)" in html and 'value="Quảng Nam"' in html and "đọc từ tên tệp" in html
