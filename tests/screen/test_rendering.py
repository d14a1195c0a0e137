"""Answers on the page: escaped, cited, and with nothing added."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
import screen_fakes as fakes

from assistant.records import Answer, Citation, Claim, Withheld
from assistant.replies import NOT_HELD
from screen.rendering import answer_as_text, render_answer, render_check, render_figures
from screen.texts import LANGUAGES, load_texts, write_date, write_number

ASSISTANT = fakes.FakeAssistant()
SOURCES = {source.id: source for source in fakes.FakeIndex().sources()}


class Seen(HTMLParser):
    """Collects tags, attributes, buttons and shown text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.buttons: list[dict[str, str | None]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        if tag == "button":
            self.buttons.append(dict(attrs))

    def handle_data(self, data):
        self.text += data


def shown(answer: Answer, language="vi") -> Seen:
    return Seen(render_answer(answer, SOURCES, language))


def test_a_claim_ends_in_its_chip_and_the_chip_opens_the_exact_span():
    seen = shown(fakes.PLAN_ANSWER)
    claim = "Kế hoạch kinh phí khuyến công năm 2024 của khu vực phía Bắc là 170,8 tỷ đồng.[1]"
    assert seen.text.startswith(claim)
    start = fakes.ARTICLE.text.index(fakes.PLAN)
    payload = f'{{"document": "bac-2024", "end": {start + len(fakes.PLAN)}, "start": {start}}}'
    chips = [button for button in seen.buttons if button["class"] == "chip"]
    assert chips == [
        {
            "type": "button",
            "class": "chip",
            "data-event": "cite",
            "data-payload": payload,
            "aria-label": f"Nguồn 1: {fakes.ARTICLE.source.title}, đoạn 3",
            "title": f"Nguồn 1: {fakes.ARTICLE.source.title}, đoạn 3",
        }
    ]


def test_a_number_without_a_citation_gets_no_chip():
    answer = replace(fakes.PLAN_ANSWER, claims=(Claim("Một câu.", (1, 7)),), answer="Một câu [1][7].")
    assert [b["class"] for b in shown(answer).buttons].count("chip") == 1


@pytest.mark.parametrize("question", ["độc hại", "năm 2019"])
def test_markup_in_a_document_is_shown_as_text_and_never_becomes_an_element(question):
    seen = shown(ASSISTANT.ask(question))
    assert fakes.HOSTILE in seen.text
    assert not {"script", "img", "a", "iframe", "svg"} & set(seen.tags)
    assert not [name for name in seen.attributes if name.startswith("on")]


def test_not_found_says_so_and_keeps_the_nearest_passages_apart():
    seen = shown(ASSISTANT.ask("năm 2019"))
    assert seen.text.startswith("Không tìm thấy trong tài liệu")
    assert "Các tài liệu đã nạp không có số liệu năm 2019; có năm 2023, 2024." in seen.text
    assert "Các đoạn gần nhất trong tài liệu, không phải câu trả lời." in seen.text
    assert "chip" not in [button["class"] for button in seen.buttons]
    assert "Nguồn trích dẫn" not in seen.text


def test_what_a_refusal_tells_has_its_sources():
    told = fakes.PLAN_ANSWER.claims[0].text
    refused = replace(
        fakes.PLAN_ANSWER, outcome="not_found", answer=f"Không tìm thấy. {told} [1]", figures=(), withheld=()
    )
    seen = shown(refused)
    assert seen.text.count(told) == 1 and "Không tìm thấy." in seen.text
    assert "chip" in [button["class"] for button in seen.buttons] and "Nguồn trích dẫn" in seen.text


def test_withheld_sentences_are_named_with_their_reason():
    seen = shown(ASSISTANT.ask("So sánh"))
    assert "details" in seen.tags
    assert "Đã giữ lại 1 câu chưa kiểm chứng được" in seen.text
    assert "Tăng 12% so với năm trước. Lý do: số 12% không có trong đoạn được trích dẫn" in seen.text


def test_notices_stand_before_the_answer():
    seen = shown(ASSISTANT.ask("Điều 2"))
    assert seen.text.index("không thay thế văn bản chính thức") < seen.text.index("Tổ chức, cá nhân")
    assert "li" in seen.tags


def test_several_figures_make_a_table_with_their_checks_and_a_chart():
    html = render_figures(ASSISTANT.ask("So sánh").figures, "vi")
    seen = Seen(html)
    assert seen.tags.count("tr") == 5  # the head, three figures, the sum of the one that differs
    assert "⚠ Không khớp: 13 + 3 + 1 + 3 = 20, bài viết ghi 21" in seen.text
    assert [b["class"] for b in seen.buttons] == ["figure-value"] * 3
    assert "chart-bars" in html
    assert re.findall(r'bar-value">([^<]+)<', html) == ["186,5 tỷ đồng", "170,8 tỷ đồng"]


def test_a_row_is_headed_by_the_whole_name_that_tells_it_from_the_next():
    named = [
        replace(figure, indicator="kinh phí hỗ trợ", indicator_name=f"kinh phí hỗ trợ {what}")
        for figure, what in zip(ASSISTANT.ask("So sánh").figures, ("máy móc", "mô hình"), strict=False)
    ]
    shown = Seen(render_figures(named, "vi")).text
    assert "Kinh phí hỗ trợ máy móc" in shown and "Kinh phí hỗ trợ mô hình" in shown


def test_one_figure_makes_no_table_but_shows_a_sum_that_differs():
    assert render_figures([fakes.TOTAL], "vi") == ""
    differing = replace(fakes.TOTAL, checks=(fakes.WRONG,))
    assert "bài viết ghi 21" in render_figures([differing], "vi")


def test_a_check_that_agrees_is_a_tick_with_its_sum_in_words():
    assert 'aria-label="Khớp: 71,5 + 99,2 = 170,7 (bài viết ghi 170,8)">✓<' in render_check([fakes.SUM], "vi")


def test_the_copied_text_holds_answer_and_sources():
    assert answer_as_text(fakes.PLAN_ANSWER, "vi").split("\n") == [
        "Kế hoạch kinh phí khuyến công năm 2024 của khu vực phía Bắc là 170,8 tỷ đồng [1].",
        "",
        "Nguồn trích dẫn:",
        f"[1] {fakes.ARTICLE.source.title}, Báo Mẫu, 20/05/2024, đoạn 3: “{fakes.PLAN}”",
    ]


def test_both_languages_hold_the_same_keys_and_places():
    vi, en = (load_texts(language) for language in LANGUAGES)
    assert set(vi) == set(en)
    for key in vi:
        assert set(re.findall(r"\{(\w+)\}", vi[key])) == set(re.findall(r"\{(\w+)\}", en[key])), key


def test_dates_and_numbers_are_written_as_the_language_writes_them():
    from decimal import Decimal

    assert write_date("2024-05-20", "vi") == "20/05/2024"
    assert write_date("2024-05-20", "en") == "20 May 2024"
    assert write_date("2024", "vi") == "2024"
    assert write_number(Decimal("1330.50"), "vi") == "1.330,5"
    assert write_number(Decimal("1330.50"), "en") == "1,330.5"
    assert write_number(Decimal("170800000000"), "vi") == "170.800.000.000"


def test_the_english_screen_says_warnings_reasons_and_the_date_in_english_and_keeps_the_quote():
    notice = "Nghị định 01/2012/NĐ-CP đã được thay thế bởi Nghị định 02/2025/NĐ-CP ngày 27/8/2025."
    answer = replace(ASSISTANT.ask("Điều 2"), notices=(notice,), as_of=date(2013, 1, 1))
    seen = Seen(render_answer(answer, SOURCES, "en"))
    assert "Decree 01/2012/NĐ-CP was replaced by Decree 02/2025/NĐ-CP of 27 August 2025." in seen.text
    assert "By the texts in force on 1 January 2013" in seen.text
    assert "Tổ chức, cá nhân trực tiếp đầu tư" in seen.text
    assert notice in Seen(render_answer(answer, SOURCES, "vi")).text
    copied = answer_as_text(answer, "en")
    assert "⚠ Decree 01/2012/NĐ-CP was replaced" in copied and notice not in copied
    withheld = Seen(render_answer(ASSISTANT.ask("So sánh"), SOURCES, "en")).text
    assert "Reason: the number 12% is not in the cited passage" in withheld


def test_a_part_that_is_not_held_is_said_openly_and_not_among_what_was_withheld():
    answer = Answer(
        "Kinh phí là bao nhiêu và giá vàng <b> là bao nhiêu?",
        "partial",
        "Kinh phí là 5 tỷ đồng. [1]",
        (Claim("Kinh phí là 5 tỷ đồng.", (1,)),),
        (Citation(1, "bai", "Bài", "Báo", "2024-01-01", "đoạn 1", "Kinh phí là 5 tỷ đồng.", 0, 22),),
        withheld=(Withheld("giá vàng <b> là bao nhiêu", NOT_HELD),),
    )
    html = render_answer(answer, {}, "vi")
    assert '<p class="lacking">Các tài liệu hiện có không có thông tin về phần: “giá vàng &lt;b&gt; là' in html
    assert "<details" not in html
