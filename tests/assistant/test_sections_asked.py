"""Which article a rule stands in, where that is asked for, shown only with the headings that bear it out."""

import pytest

from assistant.citations import Draft, fault
from assistant.questions import read_question
from assistant.replies import Reply
from assistant.sections_asked import asks_section, with_section
from tests.assistant.small_index import SmallIndex, written

LAW = (
    "Nghị định 1/2020/NĐ-CP về khuyến công\n\nĐiều 1. Phạm vi\n1. Nghị định này quy định về khuyến công.\n"
    "Điều 2. Kinh phí\n1. Kinh phí do ngân sách bảo đảm.\n2. Kinh phí chưa dùng hết được chuyển sang năm sau.\n"
)
LIBRARY = SmallIndex(
    written(LAW, "nd-1", kind="decree", number="1/2020/NĐ-CP", title="Nghị định 1/2020/NĐ-CP"),
    written("Kinh phí chưa dùng hết được hoàn trả.", "bao"),
).library()


def reply(document: str) -> Reply:
    view = LIBRARY.view(document)
    at = view.document.text.index("Kinh phí chưa dùng hết")
    row = view.sentence_at(at)
    assert row is not None
    return Reply((Draft("Chuyển sang năm sau.", (view.evidence(row.start, row.end),)),))


def told(asked: str, document: str = "nd-1") -> list[str]:
    drafts = with_section(read_question(asked), reply(document), LIBRARY).drafts
    assert not any(fault(draft) for draft in drafts if draft.text != "Chuyển sang năm sau.")
    return [draft.text for draft in drafts]


def test_the_section_goes_first_where_nothing_else_is_asked_and_behind_it_else():
    assert told("Điều nào, khoản nào quy định kinh phí chưa dùng hết?") == [
        "Khoản 2 Điều 2 Nghị định 1/2020/NĐ-CP.",
        "Chuyển sang năm sau.",
    ]
    assert told("Theo Nghị định 1/2020/NĐ-CP ai giữ kinh phí chưa dùng hết, điều mấy?") == [
        "Chuyển sang năm sau.",
        "Quy định tại khoản 2 Điều 2.",
    ]


def test_an_english_question_gets_the_locator_as_printed():
    assert told("What happens to unspent money, and which article says so?")[-1] == (
        "It is laid down in “khoản 2 Điều 2 Nghị định 1/2020/NĐ-CP”."
    )


def test_no_section_is_named_unasked_or_of_a_report():
    assert told("Kinh phí chưa dùng hết thì làm sao?") == ["Chuyển sang năm sau."]
    assert told("Kinh phí chưa dùng hết thì làm sao, căn cứ điều nào?", "bao") == ["Chuyển sang năm sau."]


@pytest.mark.parametrize("asked", ["Chi cho những khoản nào?", "Các điều kiện nào phải đáp ứng?", "Hỗ trợ bao nhiêu?"])
def test_items_of_money_and_conditions_are_no_sections(asked):
    assert not asks_section(read_question(asked))
