"""Questions that name a section of a law: straight to it, and never to another."""

from dataclasses import replace

from assistant.answer_signals import Signals
from assistant.legal_answers import names_no_section, referred_views, section_reply, unheld_references
from assistant.questions import read_question
from assistant.records import Talk
from assistant.sentence_finder import Ranked
from assistant.sentence_order import of_texts_named
from tests.assistant.small_index import SmallIndex, written

LAW = (
    "NGHỊ ĐỊNH\nVề khuyến công\nĐiều 1. Phạm vi điều chỉnh\n1. Nghị định này quy định về khuyến công.\n"
    "2. Đối tượng áp dụng gồm:\na) Tổ chức, cá nhân đầu tư sản xuất;\nb) Cơ sở công nghiệp nông thôn.\n"
    "Điều 2. Kinh phí\n1. Kinh phí do ngân sách bảo đảm.\n"
)
INDEX = SmallIndex(
    written(LAW, "nd-1", kind="decree", number="1/2020/NĐ-CP", title="Nghị định 1/2020/NĐ-CP"),
    written("Năm 2020, tỉnh Hải Dương họp.", "bao"),
)


def told(asked: str, talk: Talk | None = None) -> list[str] | None:
    reply = section_reply(read_question(asked, talk), INDEX.library(), INDEX.sources())
    return None if reply is None else [draft.text for draft in reply.drafts]


def missing(asked: str) -> bool:
    return names_no_section(read_question(asked), INDEX.library(), INDEX.sources())


def test_a_point_is_answered_by_itself():
    assert told("Điểm b khoản 2 Điều 1 Nghị định 1/2020/NĐ-CP quy định gì?") == ["b) Cơ sở công nghiệp nông thôn."]


def test_a_khoan_is_answered_with_each_of_its_points():
    assert told("Khoản 2 Điều 1 Nghị định 1/2020/NĐ-CP quy định gì?") == [
        "2. Đối tượng áp dụng gồm:",
        "a) Tổ chức, cá nhân đầu tư sản xuất;",
        "b) Cơ sở công nghiệp nông thôn.",
    ]


def test_a_bare_article_means_the_decree_that_is_held():
    assert told("Điều 2 quy định gì?") == ["Điều 2. Kinh phí", "1. Kinh phí do ngân sách bảo đảm."]


def test_every_section_is_quoted_where_it_stands():
    reply = section_reply(read_question("Điều 1 Nghị định 1/2020/NĐ-CP nói gì?"), INDEX.library(), INDEX.sources())
    assert reply is not None and reply.listed
    pieces = [piece for draft in reply.drafts for piece in draft.evidence]
    assert all(LAW[piece.start : piece.end] == piece.quote for piece in pieces)
    assert pieces[-1].locator == "điểm b khoản 2 Điều 1 Nghị định 1/2020/NĐ-CP"


def test_a_section_that_the_law_does_not_have_is_told_from_one_it_has():
    assert missing("Điều 99 Nghị định 1/2020/NĐ-CP quy định gì?")
    assert missing("Điểm h khoản 2 Điều 1 Nghị định 1/2020/NĐ-CP quy định gì?")
    assert not missing("Điều 2 Nghị định 1/2020/NĐ-CP quy định gì?")
    assert told("Điều 99 Nghị định 1/2020/NĐ-CP quy định gì?") is None


def test_a_law_that_is_not_held_is_unheld_and_stands_for_no_document():
    question = read_question("Điều 2 Nghị định 7/2021/NĐ-CP quy định gì?")
    assert [reference.number for reference in unheld_references(question, INDEX.sources())] == ["7/2021/NĐ-CP"]
    assert referred_views(question, INDEX.library(), INDEX.sources()) == []
    held = read_question("Điều 2 Nghị định 1/2020/NĐ-CP quy định gì?")
    assert unheld_references(held, INDEX.sources()) == ()


def test_a_follow_up_on_a_point_keeps_the_khoan_the_article_and_the_law():
    first = read_question("Điểm b khoản 2 Điều 1 Nghị định 1/2020/NĐ-CP quy định gì?")
    talk = Talk(first.text, kind=first.kind)
    assert told("Còn điểm a?", talk) == ["a) Tổ chức, cá nhân đầu tư sản xuất;"]
    assert told("Thế còn khoản 1?", talk) == ["1. Nghị định này quy định về khuyến công."]


def test_a_number_asked_of_a_section_is_not_answered_by_the_whole_section():
    question = read_question("Theo Điều 2 Nghị định 1/2020/NĐ-CP, mức hỗ trợ đào tạo nghề tối đa là bao nhiêu?")
    asked = replace(question, words=("mức", "hỗ trợ", "đào tạo nghề", "tối đa"))
    assert asked.kind == "figure"
    assert section_reply(asked, INDEX.library(), INDEX.sources()) is None


RATES = (
    "NGHỊ ĐỊNH\nVề năng lượng\nĐiều 6. Kiểm toán\n1. Hỗ trợ 70% chi phí kiểm toán, tối đa 45 triệu đồng/cơ sở.\n"
    "2. Cơ sở ở xã đảo được hỗ trợ 100% chi phí kiểm toán, tối đa 60 triệu đồng/cơ sở.\n3. Nộp hồ sơ trước 20 ngày.\n"
)


def test_a_number_asked_of_a_khoan_is_that_of_no_other():
    index = SmallIndex(written(RATES, "nd-6", kind="decree", number="6/2024/NĐ-CP", title="Nghị định 6/2024/NĐ-CP"))

    def of(asked: str) -> list[str]:
        reply = section_reply(read_question(asked), index.library(), index.sources())
        return [] if reply is None else [draft.text[:2] for draft in reply.drafts]

    asked = "quy định mức hỗ trợ chi phí kiểm toán của cơ sở là bao nhiêu tiền?"
    assert of(f"Khoản 2 Điều 6 Nghị định 6/2024/NĐ-CP {asked}") == ["2."]
    assert of(f"Khoản 1 Điều 6 Nghị định 6/2024/NĐ-CP {asked}") == ["1."]
    assert of(f"Khoản 3 Điều 6 Nghị định 6/2024/NĐ-CP {asked}") == []
    assert of(f"Điều 6 Nghị định 6/2024/NĐ-CP {asked.replace('cơ sở', 'cơ sở ở xã đảo')}") == ["2."]


def test_rules_named_without_their_decision_are_those_of_the_only_one():
    law = (
        "QUYẾT ĐỊNH\nBan hành Quy chế\nĐiều 1. Ban hành.\nĐiều 2. Hiệu lực.\nQUY CHẾ\nVề làng nghề\n"
        "(Ban hành kèm theo Quyết định số {0}/2021/QĐ-UBND)\nĐiều 1. Phạm vi\nLàng nghề.\nĐiều 2. Tiêu chí\n"
        "1. Có 25% số hộ.\n"
    )

    def decision(number: str):
        return written(law.format(number), f"qd-{number}", kind="decision", number=f"{number}/2021/QĐ-UBND")

    asked = read_question("Khoản 1 Điều 2 Quy chế quy định gì?")
    one, two = SmallIndex(decision("38")), SmallIndex(decision("38"), decision("39"))
    reply = section_reply(asked, one.library(), one.sources())
    assert reply is not None and reply.drafts[0].text == "1. Có 25% số hộ."
    assert section_reply(asked, two.library(), two.sources()) is None


def test_a_sentence_outside_the_section_named_is_left_out():
    index = SmallIndex(written(RATES, "nd-6", kind="decree", number="6/2024/NĐ-CP", title="Nghị định 6/2024/NĐ-CP"))
    view = index.library().view("nd-6")
    rows = [Ranked(view, sentence, Signals(), 1.0, 1.0, None, False) for sentence in view.sentences]
    asked = replace(read_question("Khoản 2 Điều 6 Nghị định 6/2024/NĐ-CP hỗ trợ ai?"), within=("nd-6",))
    assert [row.sentence.text[:2] for row in of_texts_named(asked, rows)] == ["2."]
