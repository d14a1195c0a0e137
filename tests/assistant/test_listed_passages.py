"""Headings and lines that only lead on: what stands below them is the answer."""

from dataclasses import replace

from assistant.answer_signals import Signals
from assistant.denials import lists_denied
from assistant.listed_passages import below_heading, is_headed, leads_on, list_about, title_above
from assistant.lists import ListFound
from assistant.questions import read_question
from assistant.sentence_finder import Ranked
from assistant.wording import Wanted
from tests.assistant.small_index import view_of

LAW = (
    "THÔNG TƯ\nĐiều 1. Sửa đổi\n1. Bổ sung Điều 11a như sau:\n“Điều 11a. Việc không được làm\n1. Thông đồng.\n"
    "2. Chuyển nhượng hợp đồng.”\nĐiều 2. Nhóm ưu tiên\nƯu tiên gồm hai nhóm sau.\n1. Cơ khí.\n2. Hóa chất.\n"
)


def row(start: str) -> Ranked:
    view = view_of(LAW, kind="circular", number="1/2020/TT-BCT")
    sentence = next(s for s in view.sentences if s.text.startswith(start))
    return Ranked(view, sentence, Signals(), 1.0, 1.0, None, False)


def test_a_heading_is_told_with_its_khoan_also_where_it_is_quoted():
    asked = read_question("Tư vấn viên không được làm gì?")
    quoted = [draft.text for draft in below_heading(asked, row("“Điều 11a"))]
    assert quoted[0].startswith("Điều 11a") and [t[:9] for t in quoted[1:]] == ["Thông đồn", "Chuyển nh"]
    own = [draft.text for draft in below_heading(asked, row("Điều 2"))]
    assert own[-2:] == ["Cơ khí.", "Hóa chất."]
    assert below_heading(asked, row("1. Cơ khí")) == []
    assert below_heading(read_question("Ưu tiên bao nhiêu nhóm?"), row("Điều 2")) == []


def test_a_line_that_only_leads_on():
    assert leads_on(row("Ưu tiên gồm"))
    assert not leads_on(row("1. Cơ khí"))


def test_an_article_whose_title_says_what_is_asked_for_is_the_list():
    law = (
        "QUY ĐỊNH\nĐiều 12. Các hành vi không được thực hiện\n1. Xây nhà ở.\n2. Cho thuê lại.\n"
        "Điều 13. Khác\n1. Một.\n2. Hai.\n"
    )
    view = view_of(law, kind="decision", number="1/2020/QĐ-UBND")
    sections = [part for part in view.sections if part.kind == "clause"][:2]
    items = tuple((part.start, part.end) for part in sections)
    listed = ListFound(view, (items[0][0], items[0][0]), items, 0.9)
    best = Ranked(view, view.sentences[2], Signals(), 0.9, 0.9, None, False)
    assert title_above(listed) == "Các hành vi không được thực hiện"
    assert is_headed(read_question("Những hành vi nào không được thực hiện?"), listed, best)
    assert not is_headed(read_question("Những điều kiện nào phải có?"), listed, best)
    assert lists_denied(read_question("Những hành vi nào không được thực hiện?"), listed)


def test_a_point_is_told_with_the_list_that_a_sentence_near_it_opens():
    asked = read_question("Ưu tiên những nhóm nào?")
    best, opener = row("1. Cơ khí"), row("Ưu tiên gồm")
    opener = replace(opener, view=best.view, sentence=next(s for s in best.view.sentences if "hai nhóm" in s.text))
    wanted = Wanted(("ưu tiên", "nhóm"), (1.0, 1.0))
    found = list_about(asked, [best, opener], wanted)
    assert found is not None and len(found.items) == 2
    assert list_about(read_question("Ngành cơ khí có được ưu tiên không?"), [best, opener], wanted) is None
    assert list_about(asked, [best], wanted) is None
