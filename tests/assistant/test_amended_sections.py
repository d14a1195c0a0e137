"""The new wording of a section of a text that is not held, out of the text that amends it."""

from dataclasses import replace

from assistant.amended_sections import amended_drafts
from assistant.legal_answers import section_reply
from assistant.questions import read_question
from tests.assistant.small_index import SmallIndex, written

AMENDING = (
    "THÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 23/2017/TT-BKHĐT\n"
    "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 23/2017/TT-BKHĐT\n"
    "1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:\n“2. Hỗ trợ tối đa 60% nhưng không quá 65 triệu đồng.”\n"
    "2. Bổ sung khoản 2a vào sau khoản 2 Điều 5 như sau:\n“2a. Hợp đồng không quá 12 tháng.”\n"
    "3. Sửa đổi, bổ sung Điều 8 như sau:\n“Điều 8. Hỗ trợ đào tạo\n1. Hỗ trợ tối đa 70%.\n"
    "2. Không quá 30 triệu đồng/khóa.”\n"
    "Điều 2. Bãi bỏ\n1. Thay thế Mẫu số 02.\n2. Bãi bỏ khoản 5 Điều 6 và Điều 9.\n"
)
DOCUMENT = written(AMENDING, "tt-27", kind="circular", number="27/2020/TT-BKHĐT", title="Thông tư 27/2020/TT-BKHĐT")
DOCUMENT = replace(DOCUMENT, source=replace(DOCUMENT.source, amends=("Thông tư 23/2017/TT-BKHĐT",)))
INDEX = SmallIndex(DOCUMENT)


def told(asked: str) -> list[str]:
    return [draft.text for draft in amended_drafts(read_question(asked), INDEX.library(), INDEX.sources())]


def test_a_khoan_under_the_line_that_amends_it():
    assert told("Khoản 2 Điều 5 Thông tư 23/2017/TT-BKHĐT quy định gì?") == [
        "1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:\n“2. Hỗ trợ tối đa 60% nhưng không quá 65 triệu đồng.”"
    ]


def test_a_khoan_put_in_behind_another_is_told_from_it():
    asked = "Khoản 2a mà Thông tư 27/2020/TT-BKHĐT bổ sung vào sau khoản 2 Điều 5 Thông tư 23/2017/TT-BKHĐT nói gì?"
    assert [text.split("\n")[1] for text in told(asked)] == ["“2a. Hợp đồng không quá 12 tháng.”"]


def test_each_of_two_khoan_is_told_and_the_old_wording_is_not():
    both = told("Khoản 2 và khoản 2a Điều 5 Thông tư 23/2017/TT-BKHĐT quy định gì?")
    assert [text[:1] for text in both] == ["1", "2"]
    assert told("Khoản 2 Điều 5 Thông tư 23/2017/TT-BKHĐT trước khi sửa đổi quy định gì?") == []


def test_a_section_of_an_article_that_is_quoted_whole():
    (text,) = told("Khoản 2 Điều 8 Thông tư 23/2017/TT-BKHĐT quy định gì?")
    assert text.startswith("2. Không quá 30 triệu đồng/khóa.")


def test_what_is_repealed_is_told_by_the_line_that_repeals_it():
    assert told("Điều 9 Thông tư 23/2017/TT-BKHĐT quy định gì?") == ["2. Bãi bỏ khoản 5 Điều 6 và Điều 9."]


def test_a_section_that_no_amending_text_touches_is_not_told():
    assert told("Điều 30 Thông tư 23/2017/TT-BKHĐT quy định gì?") == []
    assert told("Điều 5 Thông tư 99/2017/TT-BKHĐT quy định gì?") == []
    assert told("Điều 5 quy định gì?") == []


def test_a_section_of_the_text_that_is_held_speaks_of_one_that_is_not():
    asked = read_question("Khoản 2 Điều 2 Thông tư 27/2020/TT-BKHĐT bãi bỏ những gì của Thông tư 23/2017/TT-BKHĐT?")
    asked = replace(asked, unheld=asked.references[-1:])
    reply = section_reply(asked, INDEX.library(), INDEX.sources())
    assert reply is not None and [d.text for d in reply.drafts] == ["2. Bãi bỏ khoản 5 Điều 6 và Điều 9."]
