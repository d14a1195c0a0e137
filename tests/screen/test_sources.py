"""The source pane: the exact span marked, its neighbours, its facts, its references."""

import re

import screen_fakes as fakes

from screen.sources import View, locate, read_view, render_source

SECTIONS = fakes.article_sections


def marked(html: str) -> list[str]:
    return re.findall(r"<mark>(.*?)</mark>", html)


def view_of(document, quote: str, **around) -> View:
    start = document.text.index(quote)
    return View(document.id, start, start + len(quote), **around)


def test_exactly_the_cited_span_is_marked():
    view = view_of(fakes.ARTICLE, "170,8 tỷ đồng")
    html = render_source(fakes.ARTICLE, SECTIONS(fakes.ARTICLE), view, "vi")
    assert marked(html) == ["170,8 tỷ đồng"]
    assert "Hội nghị họp tại Hà Nội." in html
    assert "Các đại biểu nhất trí." in html
    assert "Xem thêm phía sau" in html
    for fact in ("Báo Mẫu", "20/05/2024", "Anh Thư", "đoạn 3"):
        assert f"<dd>{fact}</dd>" in html


def test_a_span_over_two_blocks_is_marked_in_both():
    view = view_of(fakes.ARTICLE, "(186,5 tỷ đồng).\nTrong đó")
    html = render_source(fakes.ARTICLE, SECTIONS(fakes.ARTICLE), view, "vi")
    assert marked(html) == ["(186,5 tỷ đồng).", "Trong đó"]


def test_markup_in_the_document_and_its_facts_is_escaped():
    view = view_of(fakes.EVIL, fakes.HOSTILE)
    html = render_source(fakes.EVIL, SECTIONS(fakes.EVIL), view, "vi")
    assert "<script" not in html and "<img" not in html
    assert html.count("&lt;script&gt;") == 4  # title, publisher, author, text


def test_a_span_beyond_the_text_is_brought_back_inside():
    html = render_source(fakes.ARTICLE, [], View("bac-2024", 10**9, 10**9 + 5), "vi")
    assert marked(html) == []
    assert "Hết." in html


def test_a_legal_span_has_its_full_locator_and_its_warnings():
    view = view_of(fakes.LAW, "1. Tổ chức, cá nhân trực tiếp đầu tư.")
    warning = "Nghị định 01/2012/NĐ-CP đã được sửa đổi bởi <Nghị định 02/2025/NĐ-CP>."
    html = render_source(fakes.LAW, SECTIONS(fakes.LAW), view, "vi", [warning])
    assert "<dd>khoản 1 Điều 2 Nghị định 01/2012/NĐ-CP</dd>" in html
    assert "sửa đổi bởi &lt;Nghị định 02/2025/NĐ-CP&gt;." in html


def test_a_reference_to_another_article_of_the_text_can_be_followed():
    view = view_of(fakes.LAW, "Điều 1. Phạm vi điều chỉnh")
    html = render_source(fakes.LAW, SECTIONS(fakes.LAW), view, "vi")
    target = SECTIONS(fakes.LAW)[2]
    payload = (
        f"{{&quot;document&quot;: &quot;nd-1&quot;, &quot;end&quot;: {target.end}, &quot;start&quot;: {target.start}}}"
    )
    assert f'class="reference" data-event="cite" data-payload="{payload}"' in html
    assert html.count('class="reference"') == 1  # not its own heading


def test_the_smallest_section_names_the_place():
    clause = fakes.LAW.blocks[1]
    law, article = fakes.LAW.source, fakes.ARTICLE.source
    full = "khoản 1 Điều 1 Nghị định 01/2012/NĐ-CP"
    assert locate(SECTIONS(fakes.LAW), law, clause.start, clause.end) == full
    assert locate(SECTIONS(fakes.ARTICLE), article, 0, 5) == "đoạn 1"
    assert locate([], law, 0, 5) == ""


def test_what_a_browser_sends_is_a_view_or_nothing():
    assert read_view({"document": "a", "start": 1, "end": 4}) == View("a", 1, 4)
    for bad in (
        None,
        "a",
        {},
        {"document": 3, "start": 0, "end": 1},
        {"document": "a", "start": "0", "end": 1},
        {"document": "a", "start": -1, "end": 1},
        {"document": "a", "start": 5, "end": 1},
        {"document": "a", "start": True, "end": 1},
    ):
        assert read_view(bad) is None
