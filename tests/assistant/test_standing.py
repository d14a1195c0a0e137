"""Whether a text that a question names still stands: only what the documents tell of that very text."""

from dataclasses import replace

import pytest

from assistant.questions import read_question
from assistant.standing import asks_standing, standing_reply
from documents.legal_references import match_source
from tests.assistant.small_index import SmallIndex, written

REPLACED = (
    "Thông tư liên tịch 31/2015/TTLT-BTC-BCT đã được thay thế bởi Thông tư 12/2019/TT-BTC; "
    "Thông tư 12/2019/TT-BTC đã được sửa đổi, bổ sung bởi Thông tư 7/2022/TT-BTC."
)
OLD = f"""Bản tóm lược Thông tư liên tịch 31/2015/TTLT-BTC-BCT

Thông tư liên tịch 31/2015/TTLT-BTC-BCT có hiệu lực từ ngày 08/4/2015.

{REPLACED}
"""
OTHER = """Bản tóm lược Thông tư 31/2015/TT-BCT

Bản này không cho biết Thông tư 31/2015/TT-BCT còn hiệu lực hay đã được sửa đổi.
"""
DATED = """Bản tóm lược Nghị định 90/2018/NĐ-CP

Nghị định 90/2018/NĐ-CP có hiệu lực từ ngày 01/7/2018 và thay thế Nghị định 11/2009/NĐ-CP.
"""
BEGINS = (
    "Nghị định này có hiệu lực thi hành từ ngày 15 tháng 3 năm 2021 "
    "và thay thế Nghị định số 60/2010/NĐ-CP, Nghị định số 61/2011/NĐ-CP."
)
OFFICIAL = f"""NGHỊ ĐỊNH

{BEGINS}

Thông tư số 9/2012/TT- BCT hết hiệu lực kể từ ngày Nghị định này có hiệu lực.
"""
INDEX = SmallIndex(
    written(OFFICIAL, id="chinh-thuc", kind="decree", number="20/2021/NĐ-CP"),
    written(OLD, id="cu", kind="digest", number="31/2015/TTLT-BTC-BCT"),
    written(OTHER, id="khac", kind="digest", number="31/2015/TT-BCT"),
    written(DATED, id="nd", kind="digest", number="90/2018/NĐ-CP"),
)


@pytest.mark.parametrize(
    ("asked", "standing"),
    [
        ("Thông tư liên tịch 31/2015 còn hiệu lực không?", True),
        ("ttlt 31/2015 het hieu luc chua", True),
        ("Nghị định 90/2018 đã bị sửa đổi chưa?", True),
        ("Is Decree 90/2018 still in force?", True),
        ("Liệt kê các văn bản sửa đổi, thay thế Nghị định 90/2018", True),
        ("Thông tư liên tịch 31/2015 hết hiệu lực từ khi nào?", True),
        ("Nghị định 90/2018 có hiệu lực từ ngày nào?", False),
        ("Văn bản nào thay thế Thông tư liên tịch 31/2015?", True),
        ("Thông tư liên tịch 31/2015 thay thế văn bản nào?", False),
        ("Mức chi cũ còn áp dụng không?", False),  # names no text
        ("Mức chi theo TTLT 31/2015 còn áp dụng được không?", True),
        ("Theo Nghị định 90/2018, tiền năm trước chưa tiêu hết còn được sử dụng không?", False),
    ],
)
def test_whether_a_text_stands_is_asked_for(asked, standing):
    assert asks_standing(read_question(asked)) is standing


def told(asked: str):
    question = read_question(asked)
    held = [match_source(INDEX.sources(), reference) for reference in question.references]
    question = replace(question, within=tuple(source.id for source in held if source is not None))
    hits = INDEX.search(asked)
    return standing_reply(question, hits, INDEX.library(), INDEX.sources())


def test_a_text_that_was_replaced_is_told_by_the_sentence_that_says_so():
    reply = told("Thông tư liên tịch 31/2015 còn hiệu lực không?")
    assert reply is not None and reply.outcome == "answered"
    assert [draft.evidence[0].document for draft in reply.drafts] == ["cu"]
    assert "đã được thay thế bởi Thông tư 12/2019/TT-BTC" in reply.drafts[0].text


def test_of_two_texts_of_one_number_the_kind_decides():
    reply = told("Thông tư 31/2015/TT-BCT còn hiệu lực không?")
    assert reply is not None and reply.outcome == "not_found"
    assert "không cho biết" in reply.drafts[0].text and "12/2019" not in reply.drafts[0].text


def test_a_text_that_is_only_spoken_of_is_told_as_well():
    reply = told("Nghị định 11/2009/NĐ-CP còn hiệu lực không?")
    assert reply is not None and "thay thế Nghị định 11/2009/NĐ-CP" in reply.drafts[0].text


@pytest.mark.parametrize("old", ["Nghị định 60/2010/NĐ-CP", "Nghị định 61/2011/NĐ-CP", "Thông tư 9/2012/TT-BCT"])
def test_what_a_law_itself_says_that_it_ends_is_told(old):
    reply = told(f"{old} còn hiệu lực không?")
    assert reply is not None and reply.outcome == "answered"
    assert [draft.evidence[0].document for draft in reply.drafts] == ["chinh-thuc"]


def test_a_law_of_which_only_its_beginning_is_told_may_stand_or_not():
    reply = told("Nghị định 20/2021/NĐ-CP còn hiệu lực không?")
    assert reply is not None and reply.outcome == "partial" and reply.lacking == ("còn hiệu lực hay không",)
    assert "15 tháng 3 năm 2021" in reply.drafts[0].text


def test_which_text_replaced_it_is_left_to_be_told_by_name_or_said_to_be_lacking():
    assert told("Văn bản nào thay thế Thông tư liên tịch 31/2015?") is None  # told, and answered by its name
    reply = told("Thông tư 12/2019/TT-BTC đã bị bãi bỏ, vậy thông tư nào thay thế nó?")
    assert reply is not None and reply.outcome == "partial" and reply.lacking == ("văn bản thay thế",)
    assert "sửa đổi, bổ sung bởi Thông tư 7/2022/TT-BTC" in reply.drafts[0].text


def test_the_day_on_which_a_text_ceased_is_not_the_day_on_which_it_began():
    reply = told("Thông tư liên tịch 31/2015 hết hiệu lực từ khi nào?")
    assert reply is not None and reply.outcome == "partial"
    assert reply.lacking == ("hết hiệu lực từ ngày nào",)
    assert "08/4/2015" not in reply.drafts[0].text


def test_that_a_text_still_stands_is_not_concluded_from_nothing_being_told():
    assert told("Nghị định 77/2020/NĐ-CP còn hiệu lực không?") is None
