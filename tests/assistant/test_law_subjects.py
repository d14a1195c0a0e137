"""Whom a policy or a text is for: the provision on its subjects, whole, and only where nothing narrower is asked."""

from dataclasses import replace

import pytest

from assistant.law_subjects import asks_subjects, only_subjects_asked, subjects_reply, subjects_section
from assistant.questions import read_question
from tests.assistant.small_index import SmallIndex, written

DECREE = (
    "NGHỊ ĐỊNH\nVề khuyến công\nĐiều 1. Phạm vi và đối tượng\n1. Nghị định này quy định về khuyến công.\n"
    "2. Đối tượng áp dụng gồm:\na) Tổ chức, cá nhân đầu tư sản xuất;\nb) Cơ sở áp dụng sản xuất sạch hơn.\n"
    "Điều 2. Kinh phí\n1. Kinh phí do ngân sách bảo đảm.\n"
)
GUIDANCE = (
    "Thông tư hướng dẫn\nĐiều 3. Đối tượng được hưởng chính sách khuyến công\n"
    "Cơ sở ở phường mới lên từ xã vẫn được hưởng.\nCơ sở sạch hơn không bị giới hạn quy mô.\n"
    "Điều 4. Nguyên tắc\nXét địa bàn trước.\n"
)
OTHER = (
    "Nghị quyết về hợp tác xã\nĐiều 2. Đối tượng áp dụng\nNghị quyết này áp dụng đối với hợp tác xã.\n"
    "Điều 3. Mức hỗ trợ\nMười triệu đồng.\n"
)
INDEX = SmallIndex(
    written(
        GUIDANCE,
        "tt",
        kind="circular",
        number="9/2020/TT-BCT",
        title="Thông tư 9/2020/TT-BCT hướng dẫn Nghị định 1/2020/NĐ-CP về khuyến công",
    ),
    written(DECREE, "nd", kind="decree", number="1/2020/NĐ-CP", title="Nghị định 1/2020/NĐ-CP về khuyến công"),
    written(OTHER, "nq", kind="decision", number="2/2021/NQ-HĐND", title="Nghị quyết về hỗ trợ hợp tác xã"),
    written("Năm 2020, khuyến công hỗ trợ 9 cơ sở.", "bao", title="Khuyến công năm 2020"),
)


def told(asked: str) -> list[str] | None:
    reply = subjects_reply(read_question(asked), INDEX.library(), INDEX.sources())
    return None if reply is None else [draft.text for draft in reply.drafts]


def test_the_decree_answers_first_and_then_its_guidance_line_by_line():
    assert told("Ai được hưởng chính sách khuyến công?") == [
        "Đối tượng áp dụng gồm:",
        "Tổ chức, cá nhân đầu tư sản xuất;",
        "Cơ sở áp dụng sản xuất sạch hơn.",
        "Cơ sở ở phường mới lên từ xã vẫn được hưởng.",
        "Cơ sở sạch hơn không bị giới hạn quy mô.",
    ]


def test_a_text_named_answers_alone():
    assert told("Nghị định 1/2020/NĐ-CP áp dụng cho những ai?") == [
        "Đối tượng áp dụng gồm:",
        "Tổ chức, cá nhân đầu tư sản xuất;",
        "Cơ sở áp dụng sản xuất sạch hơn.",
    ]
    assert told("Nghị quyết 2/2021/NQ-HĐND dành cho đối tượng nào?") == ["Nghị quyết này áp dụng đối với hợp tác xã."]


@pytest.mark.parametrize(
    "asked",
    [
        "Những ai được hỗ trợ từ khuyến công?",
        "Loại hình doanh nghiệp nào được hưởng khuyến công?",
        "Kinh phí khuyến công được hỗ trợ cho những đối tượng nào?",
        "Who can benefit from industrial promotion?",
    ],
)
def test_other_words_for_it(asked: str):
    assert (told(asked) or [""])[0].endswith(("Đối tượng áp dụng gồm:", "“Đối tượng áp dụng gồm:”"))


@pytest.mark.parametrize(
    "asked",
    [
        "Ai được hỗ trợ lãi suất khi di dời?",
        "Ai không được hưởng khuyến công?",
        "Who is not eligible for industrial promotion?",
        "Who gets industrial promotion support first?",
        "Ai được hưởng khuyến công nhiều nhất?",
        "Ai được khuyến công hỗ trợ 280 triệu đồng?",
        "Theo Nghị định 1/2020/NĐ-CP ai phải quyết định?",
        "Ai phê duyệt kế hoạch khuyến công?",
        "Doanh nghiệp nào được hỗ trợ khuyến công?",
        "Ở Hải Dương ai được hỗ trợ khuyến công?",
    ],
)
def test_what_is_narrower_or_another_thing_is_left_to_others(asked: str):
    assert told(asked) is None


def test_a_text_without_such_a_provision_is_not_answered_from_its_other_parts():
    asked = read_question("Thông tư 26/2014 dành cho đối tượng nào?")
    assert asks_subjects(asked) and only_subjects_asked(asked)
    assert not only_subjects_asked(read_question("Ai được hưởng chính sách khuyến công?"))


def test_a_text_that_does_not_guide_the_first_is_not_told_with_it():
    other = written(
        "Quyết định\nĐiều 2. Đối tượng áp dụng\nQuyết định này áp dụng đối với trường nghề.\nĐiều 3. Mức\nMột.\n",
        "qd",
        kind="decision",
        number="5/2020/QĐ-UBND",
        title="Quyết định 5/2020/QĐ-UBND về khuyến công trong trường nghề",
    )
    index = SmallIndex(*INDEX.held.values(), other)
    reply = subjects_reply(read_question("Ai được hưởng khuyến công?"), index.library(), index.sources())
    assert reply is not None and not any("trường nghề" in draft.text for draft in reply.drafts)


def test_an_article_of_subjects_and_scope_is_told_without_its_scope():
    law = (
        "NGHỊ ĐỊNH\nVề cụm công nghiệp\nĐiều 1. Đối tượng áp dụng và phạm vi\n1. Phạm vi: cụm công nghiệp cả nước.\n"
        "2. Đối tượng áp dụng: chủ đầu tư hạ tầng.\nĐiều 2. Kinh phí\n1. Ngân sách.\n"
    )
    index = SmallIndex(written(law, "cum", kind="decree", number="7/2020/NĐ-CP", title="Nghị định về cụm công nghiệp"))
    asked = read_question("Nghị định 7/2020/NĐ-CP áp dụng cho những ai?")
    reply = subjects_reply(asked, index.library(), index.sources())
    assert reply is not None and [d.text for d in reply.drafts] == ["Đối tượng áp dụng: chủ đầu tư hạ tầng."]


def test_an_article_on_the_rates_of_its_subjects_is_no_provision_on_them_and_two_texts_are_enough():
    law = (
        "NGHỊ ĐỊNH\nVề cụm\nĐiều 1. Mức chi cho đối tượng được hỗ trợ\n1. Mười triệu đồng.\n2. Hai mươi triệu đồng.\n"
        "Điều 2. Khác\n1. Ngân sách.\n"
    )
    view = SmallIndex(written(law, "cum", kind="decree", number="7/2020/NĐ-CP")).library().view("cum")
    assert subjects_section(view) is None
    more = [
        replace(INDEX.held["tt"], source=replace(INDEX.held["tt"].source, id=f"tt-{n}", number=f"{n}/2020/TT-BCT"))
        for n in (10, 11)
    ]
    index = SmallIndex(*INDEX.held.values(), *more)
    reply = subjects_reply(read_question("Ai được hưởng khuyến công?"), index.library(), index.sources())
    assert reply is not None and len({piece.document for draft in reply.drafts for piece in draft.evidence}) == 2
