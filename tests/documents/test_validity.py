"""What a text says of its own validity, and the warnings that follow from the manifest."""

from dataclasses import replace
from datetime import date

from documents.records import Source
from documents.validity import (
    choose_in_force,
    read_validity,
    superseded_digests,
    validity_notices,
    why_not_in_force,
)

DECREE = """CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/2024/NĐ-CP
Hà Nội, ngày 05 tháng 02 năm 2024
NGHỊ ĐỊNH
VỀ HỖ TRỢ CƠ SỞ CHẾ BIẾN
Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Hợp tác xã số 17/2023/QH15;
Điều 1. Phạm vi
Nghị định này quy định việc hỗ trợ theo Nghị định số 80/2021/NĐ-CP.
Điều 2. Hiệu lực thi hành
1. Nghị định này có hiệu lực thi hành kể từ ngày 20 tháng 3 năm 2024 và thay thế Nghị định số
57/2018/NĐ-CP ngày 17 tháng 4 năm 2018 của Chính phủ.
2. Các văn bản sau đây hết hiệu lực kể từ ngày Nghị định này có hiệu lực:
a) Nghị định số 10/2010/NĐ- CP ngày 12/02/2010;
b) Thông tư số 05/2011/TT-BCT.
3. Bãi bỏ Điều 5 Nghị định số 98/2018/NĐ-CP.
"""


def test_a_decree_states_its_number_date_issuer_effect_and_what_it_replaces():
    assert read_validity(DECREE) == {
        "number": "12/2024/NĐ-CP",
        "kind": "decree",
        "issuer": "Chính phủ",
        "date": "2024-02-05",
        "title": "Nghị định 12/2024/NĐ-CP về hỗ trợ cơ sở chế biến",
        "in_force_from": "2024-03-20",
        "amends": ("Nghị định 98/2018/NĐ-CP",),
        "replaces": (
            "Nghị định 57/2018/NĐ-CP ngày 17/4/2018",
            "Nghị định 10/2010/NĐ-CP ngày 12/2/2010",
            "Thông tư 05/2011/TT-BCT",
        ),
    }


AMENDING = """BỘ CÔNG THƯƠNG
Số: 20/2017/TT-BCT
Hà Nội, ngày 29 tháng 9 năm 2017
THÔNG TƯ
Sửa đổi, bổ sung một số điều của Thông tư số 46/2012/TT-BCT ngày 28 tháng 12 năm 2012
Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 46/2012/TT-BCT
1. Sửa đổi Điều 9 như sau:
“Điều 9. Hiệu lực
Thông tư này có hiệu lực kể từ ngày 01 tháng 01 năm 2013 và thay thế Thông tư số 03/2005/TT-BCN.”
Điều 2. Hiệu lực thi hành
Thông tư này có hiệu lực sau 45 ngày, kể từ ngày ký./.
"""


def test_an_amending_circular_is_not_misled_by_the_effect_clause_it_quotes():
    facts = read_validity(AMENDING)
    assert facts["in_force_from"] == "2017-11-13"
    assert facts["amends"] == ("Thông tư 46/2012/TT-BCT ngày 28/12/2012",)
    assert "replaces" not in facts


def test_a_decision_in_force_from_its_signing_and_the_issuer_of_a_province():
    text = (
        "ỦY BAN NHÂN DÂN TỈNH HẢI DƯƠNG\nSố: 15/2023/QĐ-UBND\nHải Dương, ngày 10 tháng 5 năm 2023\n"
        "QUYẾT ĐỊNH\nBan hành Quy chế khuyến công\nĐiều 1. Ban hành Quy chế.\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
    )
    assert read_validity(text) == {
        "number": "15/2023/QĐ-UBND",
        "kind": "decision",
        "issuer": "Ủy ban nhân dân tỉnh Hải Dương",
        "date": "2023-05-10",
        "title": "Quyết định 15/2023/QĐ-UBND ban hành Quy chế khuyến công",
        "in_force_from": "2023-05-10",
    }


def test_a_news_article_states_nothing():
    assert read_validity("Khuyến công phía Bắc\nNăm 2024, tỉnh hỗ trợ theo Nghị định 45/2012/NĐ-CP.") == {}


DIGEST = Source(
    "nd-45-2012",
    "nd-45-2012.md",
    title="Bản tóm lược",
    kind="digest",
    number="45/2012/NĐ-CP",
    digest_of="45/2012/NĐ-CP",
    in_force_from="2012-07-05",
    amended_by=("Nghị định 235/2025/NĐ-CP ngày 27/8/2025",),
)


def test_a_digest_that_was_amended_says_so_with_number_and_date():
    assert validity_notices(DIGEST, [DIGEST]) == (
        "Nội dung này lấy từ bản tóm lược Nghị định 45/2012/NĐ-CP, không thay thế văn bản chính thức.",
        "Nghị định 45/2012/NĐ-CP đã được sửa đổi, bổ sung bởi Nghị định 235/2025/NĐ-CP ngày 27/8/2025; "
        "nội dung sửa đổi không có trong kho tài liệu.",
    )


def test_as_of_a_date_the_later_amendment_is_named_as_later_and_a_text_not_yet_in_force_is_named():
    first = "Nội dung này lấy từ bản tóm lược Nghị định 45/2012/NĐ-CP, không thay thế văn bản chính thức."
    assert validity_notices(DIGEST, [DIGEST], date(2015, 1, 1)) == (
        first,
        "Sau ngày 01/01/2015, Nghị định 45/2012/NĐ-CP đã được sửa đổi, bổ sung bởi "
        "Nghị định 235/2025/NĐ-CP ngày 27/8/2025.",
    )
    assert validity_notices(DIGEST, [DIGEST], date(2012, 6, 1)) == (
        first,
        "Sau ngày 01/6/2012, Nghị định 45/2012/NĐ-CP đã được sửa đổi, bổ sung bởi "
        "Nghị định 235/2025/NĐ-CP ngày 27/8/2025.",
        "Nghị định 45/2012/NĐ-CP chưa có hiệu lực tại ngày 01/6/2012 (có hiệu lực từ ngày 05/7/2012).",
    )


OLD = Source("tt-old", "a.docx", kind="circular", number="26/2014/TTLT-BTC-BCT", in_force_from="2014-04-08")
NEW = Source(
    "tt-new",
    "b.docx",
    kind="circular",
    number="28/2018/TT-BTC",
    date="2018-03-28",
    in_force_from="2018-05-12",
    replaces=("Thông tư liên tịch 26/2014/TTLT-BTC-BCT",),
)


def test_a_replacement_is_known_from_the_text_that_replaces():
    assert validity_notices(OLD, [OLD, NEW]) == (
        "Thông tư liên tịch 26/2014/TTLT-BTC-BCT đã được thay thế bởi Thông tư 28/2018/TT-BTC ngày 28/3/2018.",
    )
    assert validity_notices(NEW, [OLD, NEW]) == ()


def test_as_of_a_date_chooses_the_text_in_force_then():
    assert choose_in_force([OLD, NEW], date(2016, 1, 1)) == (OLD,)
    assert choose_in_force([OLD, NEW], date(2019, 1, 1)) == (NEW,)
    assert choose_in_force([OLD, NEW], date(2013, 1, 1)) == ()
    ended = Source("x", "x.md", kind="decree", number="1/2001/NĐ-CP", in_force_to="2010-01-01")
    assert choose_in_force([ended], date(2009, 1, 1)) == (ended,)
    assert choose_in_force([ended], date(2011, 1, 1)) == ()
    assert validity_notices(ended, [], date(2011, 1, 1)) == (
        "Nghị định 1/2001/NĐ-CP đã hết hiệu lực từ sau ngày 01/01/2010.",
    )


def test_a_text_without_dates_is_not_in_force_before_the_year_of_its_number():
    undated = Source("y", "y.md", kind="circular", number="36/2013/TT-BCT")
    assert choose_in_force([undated], date(2012, 12, 31)) == ()
    assert choose_in_force([undated], date(2013, 1, 1)) == (undated,)
    nameless = Source("z", "z.md", kind="digest")
    assert choose_in_force([nameless], date(1990, 1, 1)) == (nameless,)


def test_why_a_text_was_not_in_force_names_what_came_before_or_after_it():
    decree = Source(
        "nd", "nd.md", kind="decree", number="45/2012/NĐ-CP", in_force_from="2012-07-05",
        replaces=("Nghị định 134/2004/NĐ-CP ngày 09/6/2004",),
    )  # fmt: skip
    assert why_not_in_force(decree, [decree], date(2010, 1, 1)) == (
        "Nghị định 45/2012/NĐ-CP chưa có hiệu lực tại ngày 01/01/2010 (có hiệu lực từ ngày 05/7/2012).",
        "Nghị định 45/2012/NĐ-CP thay thế Nghị định 134/2004/NĐ-CP ngày 09/6/2004; "
        "văn bản này không có trong kho tài liệu.",
    )
    assert why_not_in_force(decree, [decree], date(2013, 1, 1)) == ()
    assert why_not_in_force(OLD, [OLD, NEW], date(2020, 1, 1)) == (
        "Thông tư liên tịch 26/2014/TTLT-BTC-BCT đã được thay thế bởi Thông tư 28/2018/TT-BTC ngày 28/3/2018.",
    )
    undated = Source("y", "y.md", kind="circular", number="36/2013/TT-BCT")
    assert why_not_in_force(undated, [undated], date(2012, 1, 1)) == (
        "Thông tư 36/2013/TT-BCT chưa được ban hành tại ngày 01/01/2012.",
    )


def test_a_digest_steps_aside_when_the_official_text_is_added():
    official = Source("goc", "goc.docx", kind="decree", number="45/2012/NĐ-CP", in_force_from="2012-07-05")
    assert superseded_digests([DIGEST]) == frozenset()
    assert superseded_digests([DIGEST, official]) == frozenset({"nd-45-2012"})
    assert choose_in_force([DIGEST, official], date(2020, 1, 1)) == (official,)


def test_an_official_text_keeps_the_warning_of_the_amendment_that_its_digest_knows():
    official = Source("goc", "added/goc.docx", kind="decree", number="45/2012/NĐ-CP", in_force_from="2012-07-05")
    assert validity_notices(official, [DIGEST, official]) == (
        "Nghị định 45/2012/NĐ-CP đã được sửa đổi, bổ sung bởi Nghị định 235/2025/NĐ-CP ngày 27/8/2025; "
        "nội dung sửa đổi không có trong kho tài liệu.",
    )


def test_what_no_reader_has_confirmed_is_named_in_the_warnings():
    read = replace(NEW, unconfirmed=("title", "number", "date", "in_force_from", "replaces"))
    assert validity_notices(OLD, [OLD, read]) == (
        "Thông tư liên tịch 26/2014/TTLT-BTC-BCT đã được thay thế bởi Thông tư 28/2018/TT-BTC ngày 28/3/2018 "
        "(đọc từ văn bản, chưa được xác nhận).",
    )
    assert validity_notices(read, [OLD, read]) == (
        "Số, ký hiệu, ngày ban hành, ngày có hiệu lực của Thông tư 28/2018/TT-BTC được đọc từ văn bản, "
        "chưa được xác nhận.",
    )
    article = Source("bai", "added/bai.txt", kind="article", date="2020-01-01", unconfirmed=("title", "date"))
    assert validity_notices(article, [article]) == ()
