"""The documents on the page: the list, removal that asks first, steps, reports, outlines."""

from dataclasses import replace

import screen_fakes as fakes

from index.records import BuildEvent, BuildReport
from screen.document_list import (
    DocumentRow,
    FileStep,
    find_sources,
    render_documents,
    render_outline,
    render_progress,
    render_report,
    render_steps,
)
from screen.documents_tab import build_with_progress

ROWS = [
    DocumentRow(fakes.ARTICLE.source, 5, 12, ("Trang 2 không có chữ.",), True),
    DocumentRow(fakes.LAW.source, 1330, 0, (), False),
]


def test_the_list_counts_what_each_document_gave_and_only_added_ones_can_go():
    html = render_documents(ROWS, 2, 0, "vi")
    assert "<caption>2 tài liệu</caption>" in html
    assert ">1.330<" in html and ">12<" in html
    assert "Trang 2 không có chữ." in html
    assert html.count('data-event="ask_remove"') == 1
    assert html.count('data-event="remove"') == 0
    assert "bộ gốc" in html


def test_what_was_only_read_and_a_digest_set_aside_are_marked():
    read = replace(fakes.ARTICLE.source, unconfirmed=("title",))
    html = render_documents([DocumentRow(read, 5, 12, (), True), DocumentRow(fakes.LAW.source, 1, 0, (), False, True)],
                            2, 0, "vi")  # fmt: skip
    assert html.count('class="doc-mark"') == 2
    assert "thông tin đọc từ văn bản, chưa xác nhận" in html
    assert "đã có văn bản chính thức, không dùng để trả lời" in html
    assert ">Xác nhận</button>" in html and ">Sửa</button>" in render_documents(ROWS, 2, 0, "vi")


def test_removal_asks_before_it_removes():
    html = render_documents(ROWS, 2, 0, "vi", confirming="bac-2024")
    assert 'data-event="remove" data-payload="{&quot;id&quot;: &quot;bac-2024&quot;}"' in html
    assert "Gỡ khỏi kho?" in html


def test_an_empty_list_says_what_to_do():
    assert "Thêm tài liệu" in render_documents([], 0, 0, "vi")


def test_documents_are_found_by_words_without_diacritics():
    sources = [fakes.ARTICLE.source, fakes.LAW.source]
    assert find_sources(sources, "hoi nghi bac") == [fakes.ARTICLE.source]
    assert find_sources(sources, "01/2012") == [fakes.LAW.source]
    assert find_sources(sources, "") == sources
    decree = replace(fakes.LAW.source, number="45/2012/NĐ-CP", title="Nghị định về đề án")
    assert find_sources([decree], "45/2012/nd-cp de an") == find_sources([decree], "ĐỀ ÁN") == [decree]


def test_each_file_has_its_own_state_and_reason():
    html = render_steps([FileStep("a<b>.txt", "added"), FileStep("c.docx", "failed", "tệp hỏng")], "vi")
    assert "a&lt;b&gt;.txt" in html and "đã thêm" in html
    assert "không thêm được: tệp hỏng" in html


def test_progress_shows_phase_share_and_time_left():
    html = render_progress(BuildEvent("embed", 34, 194, seconds_left=2.4), "vi")
    assert "Lập chỉ mục theo nghĩa" in html and "34/194 · còn khoảng 2 giây" in html
    assert 'value="34" max="194"' in html


def test_a_report_lists_every_file_that_could_not_be_read():
    report = BuildReport(11, 194, 151, added=("x",), problems=(("hong.pdf", "tệp có mật khẩu"),))
    html = render_report(report, "vi")
    assert "11 tài liệu, 194 đoạn, 151 số liệu (thêm 1, đổi 0, bỏ 0)" in html
    assert "hong.pdf</span>: tệp có mật khẩu" in html


def test_an_outline_leads_to_articles_and_clauses():
    html = render_outline(fakes.LAW, fakes.article_sections(fakes.LAW), "vi")
    assert html.count('data-event="cite"') == 4
    assert "Điều 2. Đối tượng áp dụng" in html
    assert "không có đề mục" in render_outline(fakes.ARTICLE, fakes.article_sections(fakes.ARTICLE), "vi")


def test_a_build_hands_on_its_last_event_and_then_its_report_or_what_stopped_it():
    done = BuildReport(1, 2, 3)

    def good(report):
        report(BuildEvent("read", 1, 1))
        return done

    def bad(report):
        raise fakes.BadInput("không có thư mục tài liệu")

    assert list(build_with_progress(good))[-1] == done
    stopped = list(build_with_progress(bad))
    assert [str(item) for item in stopped] == ["không có thư mục tài liệu"]
