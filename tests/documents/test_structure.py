"""Structure of legal texts in the layouts that readers bring, and of ordinary articles."""

from pathlib import Path

import pytest

from documents.cleaning import clean
from documents.loaders import load_bytes
from documents.records import Block, Document, Section, Source
from documents.settings import Limits
from documents.structure import full_locator, own_text, read_structure

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"


def document(text: str, kind: str = "decree", blocks: tuple[Block, ...] = ()) -> Document:
    return Document(Source("mau", "mau.txt", kind=kind, number="12/2024/NĐ-CP"), text, blocks)  # type: ignore[arg-type]


def read(text: str, kind: str = "decree") -> list[Section]:
    return read_structure(document(text, kind))


def in_annex(sections: list[Section], section: Section) -> bool:
    parent = section.parent
    while parent is not None:
        if sections[parent].kind == "annex":
            return True
        parent = sections[parent].parent
    return False


def own_articles(sections: list[Section]) -> list[str]:
    return [one.number for one in sections if one.kind == "article" and not one.quoted and not in_annex(sections, one)]


def quoted_articles(sections: list[Section]) -> list[str]:
    return [one.number for one in sections if one.kind == "article" and one.quoted]


def annex_articles(sections: list[Section]) -> list[str]:
    return [one.number for one in sections if one.kind == "article" and in_annex(sections, one)]


def locators(sections: list[Section], *kinds: str) -> list[str]:
    return [one.locator for one in sections if one.kind in kinds]


def assert_sound(text: str, sections: list[Section]) -> None:
    """Children lie within parents, and own stretches cover all that is not blank, once."""
    for one in sections:
        assert one.start < one.end
        if one.parent is not None:
            parent = sections[one.parent]
            assert parent.start <= one.start and one.end <= parent.end
    reached = 0
    for _, start, end in own_text(sections):
        assert start >= reached
        assert not any(letter.isalnum() for letter in text[reached:start]), text[reached:start]
        reached = end
    assert not any(letter.isalnum() for letter in text[reached:]), text[reached:]


PLAIN = """CHÍNH PHỦ
Số: 12/2024/NĐ-CP

NGHỊ ĐỊNH
VỀ HỖ TRỢ CƠ SỞ CHẾ BIẾN

Căn cứ Luật Tổ chức Chính phủ;
Theo đề nghị của Bộ trưởng;

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh
Nghị định này quy định việc hỗ trợ.
Điều 2. Đối tượng áp dụng
1. Cơ sở chế biến.
2. Tổ chức sau:
a) Trung tâm;
b) Chi nhánh;
c) Đơn vị khác;
d) Hợp tác xã;
đ) Hộ kinh doanh;
e) Tổ hợp tác;
g) Doanh nghiệp.
3. Cá nhân.

Chương II
ĐIỀU KHOẢN THI HÀNH

Điều 3. Hiệu lực
Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2024./.

Nơi nhận:
- Như Điều 3;
- Lưu: VT.
TM. CHÍNH PHỦ
"""


def test_a_plain_decree_gives_chapters_articles_clauses_and_points_with_exact_spans():
    sections = read(PLAIN)
    assert_sound(PLAIN, sections)
    assert [(one.kind, one.number, one.title) for one in sections if one.kind in {"chapter", "article"}] == [
        ("chapter", "I", "QUY ĐỊNH CHUNG"),
        ("article", "1", "Phạm vi điều chỉnh"),
        ("article", "2", "Đối tượng áp dụng"),
        ("chapter", "II", "ĐIỀU KHOẢN THI HÀNH"),
        ("article", "3", "Hiệu lực"),
    ]
    assert locators(sections, "clause", "point") == [
        "khoản 1 Điều 2",
        "khoản 2 Điều 2",
        *[f"điểm {letter} khoản 2 Điều 2" for letter in "abcdđeg"],
        "khoản 3 Điều 2",
    ]
    point = next(one for one in sections if one.locator == "điểm đ khoản 2 Điều 2")
    assert PLAIN[point.start : point.end] == "đ) Hộ kinh doanh;"
    last = next(one for one in sections if one.number == "3" and one.kind == "article")
    assert PLAIN[last.start : last.end].endswith("năm 2024./.")


def test_a_locator_reads_as_a_lawyer_writes_it():
    sections = read(PLAIN)
    point = next(one for one in sections if one.number == "b")
    decree = Source("nd", "nd.txt", kind="decree", number="45/2012/NĐ-CP")
    digest = Source("tl", "tl.md", kind="digest", number="45/2012/NĐ-CP")
    assert full_locator(point, decree) == "điểm b khoản 2 Điều 2 Nghị định 45/2012/NĐ-CP"
    assert full_locator(point, digest) == "điểm b khoản 2 Điều 2 Nghị định 45/2012/NĐ-CP (bản tóm lược)"
    assert full_locator(point, Source("x", "x.txt", title="Báo cáo")) == "điểm b khoản 2 Điều 2, Báo cáo"


MARKDOWN = """# Nghị định 12/2024/NĐ-CP

| Mục | Nội dung |
|---|---|
| Số Điều | 3 |

### Cấu trúc văn bản

- Chương I: Quy định chung
- Chương II: Thi hành

## Chương I: QUY ĐỊNH CHUNG

### **Điều 1.** Phạm vi\u00a0điều chỉnh

1\\. Nghị định quy định việc hỗ trợ.

2\\. Không áp dụng với:

a) Cơ sở quốc phòng;

b) Cơ sở an ninh.

### **Điều 2: Giải thích từ ngữ**

**Mục 1. Mẫu** là từ ngữ.

## Chương II: THI HÀNH

### ĐIỀU 3. HIỆU LỰC

Nghị định có hiệu lực từ **01/7/2024**.
"""


def test_markdown_marks_tables_and_a_list_of_chapters_do_not_mislead():
    sections = read(MARKDOWN)
    assert own_articles(sections) == ["1", "2", "3"]
    assert [one.number for one in sections if one.kind == "chapter"] == ["I", "II"]
    assert [one.title for one in sections if one.kind == "article"] == [
        "Phạm vi điều chỉnh",
        "Giải thích từ ngữ",
        "HIỆU LỰC",
    ]
    assert locators(sections, "clause", "point") == [
        "khoản 1 Điều 1",
        "khoản 2 Điều 1",
        "điểm a khoản 2 Điều 1",
        "điểm b khoản 2 Điều 1",
    ]
    first = next(one for one in sections if one.kind == "article")
    assert MARKDOWN[first.start :].startswith("Điều 1.")


WRAPPED = """Điều 1. Phạm vi
1. Việc xử lý thực hiện theo quy định tại khoản 2
Điều 93. Trường hợp khác thực hiện theo khoản 1 và
Điều 7. của Luật Tiếp công dân và các điểm a, b khoản 3
Điều 2 Nghị định này.
2. Trường hợp quy định tại
Điều 4. Luật Khiếu nại thì cơ quan giải quyết trong thời hạn
10. ngày làm việc.
Điều 2. Trách nhiệm của cơ quan quản lý
nhà nước trong việc thi hành
1. Bộ chủ trì.
Điều 3. Hiệu lực thi hành
Có hiệu lực từ ngày ký.
Điều 4. Trách nhiệm thi hành
Các Bộ chịu trách nhiệm.
"""


def test_a_wrapped_line_that_begins_with_an_article_number_is_not_a_heading():
    sections = read(WRAPPED)
    assert_sound(WRAPPED, sections)
    assert own_articles(sections) == ["1", "2", "3", "4"]
    assert quoted_articles(sections) == []
    second = next(one for one in sections if one.kind == "article" and one.number == "2")
    assert second.title == "Trách nhiệm của cơ quan quản lý nhà nước trong việc thi hành"
    assert locators(sections, "clause") == ["khoản 1 Điều 1", "khoản 2 Điều 1", "khoản 1 Điều 2"]


CURLY = """NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 10/2020/NĐ-CP

Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 10/2020/NĐ-CP
1. Sửa đổi, bổ sung Điều 2 như sau:
“Điều 2. Đối tượng áp dụng
1. Cơ sở "loại A".
2. Cơ sở loại B:
a) Nhóm một;
b) Nhóm hai.”
2. Sửa đổi khoản 3 Điều 5 như sau:
“3. Thời hạn là 10 ngày.”.
3. Bổ sung Điều 5a, Điều 5b vào sau Điều 5 như sau:
“Điều 5a. Hồ sơ
Hồ sơ gồm đơn.
Điều 5b. Trình tự
1. Nộp đơn.
2. Trả kết quả.”;
4. Thay thế cụm từ “A” bằng cụm từ “B” tại Điều 7.
Điều 2. Bãi bỏ một số quy định
Bãi bỏ Điều 9, Điều 10.
Điều 3. Hiệu lực thi hành
1. Nghị định này có hiệu lực từ ngày 01 tháng 01 năm 2025.
2. Điều khoản chuyển tiếp.
"""


def test_articles_in_curly_quotation_marks_are_quotes():
    sections = read(CURLY)
    assert_sound(CURLY, sections)
    assert own_articles(sections) == ["1", "2", "3"]
    assert quoted_articles(sections) == ["2", "5a", "5b"]
    assert [one.locator for one in sections if one.kind == "clause" and not one.quoted] == [
        "khoản 1 Điều 1",
        "khoản 2 Điều 1",
        "khoản 3 Điều 1",
        "khoản 4 Điều 1",
        "khoản 1 Điều 3",
        "khoản 2 Điều 3",
    ]
    assert "điểm b khoản 2 Điều 2 (trích dẫn tại khoản 1 Điều 1)" in locators(sections, "point")
    clause = next(one for one in sections if one.locator == "khoản 2 Điều 1")
    assert CURLY[clause.start : clause.end].endswith("10 ngày.”.")


def test_articles_in_straight_quotation_marks_are_quotes():
    text = CURLY.replace("“", '"').replace("”", '"')
    sections = read(text)
    assert own_articles(sections) == ["1", "2", "3"]
    assert quoted_articles(sections) == ["2", "5a", "5b"]


def test_articles_announced_without_quotation_marks_are_quotes():
    text = CURLY.replace("“", "").replace("”", "")
    sections = read(text)
    assert own_articles(sections) == ["1", "2", "3"]
    assert quoted_articles(sections) == ["2", "5a", "5b"]
    assert [one.locator for one in sections if one.kind == "clause" and not one.quoted][:4] == [
        "khoản 1 Điều 1",
        "khoản 2 Điều 1",
        "khoản 3 Điều 1",
        "khoản 4 Điều 1",
    ]


def test_a_closing_quotation_mark_that_is_lost_does_not_swallow_the_rest():
    text = CURLY.replace("b) Nhóm hai.”", "b) Nhóm hai.").replace("2. Trả kết quả.”;", "2. Trả kết quả.")
    sections = read(text)
    assert own_articles(sections) == ["1", "2", "3"]
    assert quoted_articles(sections) == ["2", "5a", "5b"]


def test_a_stray_quotation_mark_from_ocr_does_not_swallow_the_articles():
    text = PLAIN.replace("Cá nhân.", "Cá nhân\n“\nvà tổ chức.")
    assert own_articles(read(text)) == ["1", "2", "3"]


ONE_ARTICLE_EACH = """Chương I
SỬA ĐỔI NGHỊ ĐỊNH SỐ 96/2024/NĐ-CP

Điều 1. Bổ sung Điều 2a vào sau Điều 2 như sau:

“Điều 2a. Nguyên tắc giải quyết

1. Nộp trực tiếp.

2. Nộp trực tuyến.”

Điều 2. Sửa đổi, bổ sung Điều 3 như sau:

“Điều 3. Hồ sơ

Hồ sơ gồm một bộ.”

Điều 3. Sửa đổi, bổ sung một số khoản của Điều 4 như sau:

1. Sửa đổi khoản 1 như sau:

“1. Cơ quan tiếp nhận.”

2. Bổ sung khoản 4a như sau:

“4a. Cơ quan trả kết quả.”

Chương II
ĐIỀU KHOẢN THI HÀNH

Điều 4. Hiệu lực thi hành

Nghị định này có hiệu lực từ ngày ký.
"""


def test_own_articles_with_the_numbers_that_they_quote_are_told_apart():
    sections = read(ONE_ARTICLE_EACH)
    assert own_articles(sections) == ["1", "2", "3", "4"]
    assert quoted_articles(sections) == ["2a", "3"]
    assert locators(sections, "chapter") == ["Chương I", "Chương II"]
    without = read(ONE_ARTICLE_EACH.replace("“", "").replace("”", ""))
    assert own_articles(without) == ["1", "2", "3", "4"]
    assert quoted_articles(without) == ["2a", "3"]


DECISION = """ỦY BAN NHÂN DÂN TỈNH
QUYẾT ĐỊNH
Về việc ban hành Quy chế quản lý kinh phí
Căn cứ Luật Tổ chức chính quyền địa phương;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý kinh phí khuyến công.
Điều 2. Quyết định này có hiệu lực kể từ ngày 10 tháng 5 năm 2023.
Điều 3. Chánh Văn phòng, Giám đốc các Sở chịu trách nhiệm thi hành Quyết định này./.
Nơi nhận:
- Như Điều 3;
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
QUY CHẾ
Quản lý kinh phí khuyến công
(Ban hành kèm theo Quyết định số 15/2023/QĐ-UBND)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Quy chế này quy định việc quản lý.
2. Không áp dụng với vốn khác.
Điều 2. Nguyên tắc
Đúng mục đích.
Chương II
QUẢN LÝ
Điều 3. Lập dự toán
a) Lập hằng năm;
b) Gửi Sở Tài chính.
Điều 4. Quyết toán
Theo quy định.
Điều 5. Thi hành
Sở Công Thương chịu trách nhiệm.
"""


def test_a_regulation_issued_with_a_decision_is_an_annex_with_its_own_articles():
    sections = read(DECISION, "decision")
    assert_sound(DECISION, sections)
    assert own_articles(sections) == ["1", "2", "3"]
    assert annex_articles(sections) == ["1", "2", "3", "4", "5"]
    annex = next(one for one in sections if one.kind == "annex")
    assert DECISION[annex.start :].startswith("QUY CHẾ\n")
    titled = DECISION.replace("QUY CHẾ\nQuản lý", "QUY CHẾ HOẠT ĐỘNG\nQuản lý")
    assert annex_articles(read(titled, "decision")) == ["1", "2", "3", "4", "5"]
    assert "khoản 2 Điều 1 Quy chế" in locators(sections, "clause")
    assert "điểm b Điều 3 Quy chế" in locators(sections, "point")
    assert [one.title for one in sections if one.kind == "article"][:3] == ["", "", ""]


ANNEXES = """Điều 1. Phạm vi
Thông tư này hướng dẫn theo mẫu tại
Phụ lục I ban hành kèm theo Thông tư này và
Phụ lục II
kèm theo.
Điều 2. Hiệu lực
Có hiệu lực từ ngày 01/01/2024.

BỘ TRƯỞNG

Phụ lục I
MẪU HỢP ĐỒNG
(Kèm theo Thông tư số 05/2024/TT-BCT)

Điều 1. Đối tượng của hợp đồng
Bên A giao bên B.
Điều 2. Giá trị hợp đồng
Bằng số và bằng chữ.

PHỤ LỤC II: DANH MỤC

Mẫu số 01
Đơn đề nghị
Kính gửi: Sở Công Thương.

Mẫu số 02
Báo cáo
Điều 1. Nội dung báo cáo
Kết quả thực hiện.
"""


def test_annexes_that_start_again_at_article_1_are_annexes():
    sections = read(ANNEXES, "circular")
    assert_sound(ANNEXES, sections)
    assert own_articles(sections) == ["1", "2"]
    assert locators(sections, "annex") == [
        "Phụ lục I",
        "Phụ lục II",
        "Mẫu số 01 Phụ lục II",
        "Mẫu số 02 Phụ lục II",
    ]
    assert [one.locator for one in sections if one.kind == "article"] == [
        "Điều 1",
        "Điều 2",
        "Điều 1 Phụ lục I",
        "Điều 2 Phụ lục I",
        "Điều 1 Mẫu số 02 Phụ lục II",
    ]


CONTENTS = """MỤC LỤC
Chương I QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Điều 2. Đối tượng
Chương II TỔ CHỨC
Điều 3. Cơ quan quản lý
Điều 4. Cơ quan phối hợp
Điều 5. Hiệu lực

LUẬT
Phần thứ nhất
NHỮNG QUY ĐỊNH CHUNG
Chương I
QUY ĐỊNH CHUNG
Mục 1
PHẠM VI
Điều 1. Phạm vi
1. Luật này quy định.
1a. Luật này cũng quy định.
2. Không quy định.
Mục 2. ĐỐI TƯỢNG
Điều 2. Đối tượng
Tổ chức, cá nhân.
Phần thứ hai
TỔ CHỨC
Chương II
TỔ CHỨC
Điều 3. Cơ quan quản lý
Chính phủ.
Điều 3a. Cơ quan giúp việc
Bộ.
Điều 4. Cơ quan phối hợp
Các Bộ.
Điều 5. Hiệu lực
Có hiệu lực từ ngày 01 tháng 7 năm 2025.
Luật này đã được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV thông qua ngày 20/6/2024.
"""


def test_a_table_of_contents_is_not_the_body_and_parts_divisions_and_inserted_articles_are_read():
    sections = read(CONTENTS, "law")
    assert own_articles(sections) == ["1", "2", "3", "3a", "4", "5"]
    assert locators(sections, "part", "chapter", "division") == [
        "Phần thứ nhất",
        "Chương I Phần thứ nhất",
        "Mục 1 Chương I Phần thứ nhất",
        "Mục 2 Chương I Phần thứ nhất",
        "Phần thứ hai",
        "Chương II Phần thứ hai",
    ]
    assert "khoản 1a Điều 1" in locators(sections, "clause")
    first = next(one for one in sections if one.kind == "article")
    assert CONTENTS[first.start :].startswith("Điều 1. Phạm vi\n1. Luật")


SUBCLAUSES = """Điều 1. Mức chi
1. Chi đào tạo:
1.1. Chi giáo viên;
1.2. Chi tài liệu.
2. Chi tư vấn:
2.1. Chi chuyên gia;
2.2. Chi đi lại
7
2.3. Chi khác.
3. Mức chi là 1.500 triệu đồng
2.000 triệu đồng cho nhóm khác.
Điều 2 . Thi hành
a. Sở Công Thương;
b. Sở Tài chính.
"""


def test_numbered_subclauses_page_numbers_and_wrapped_amounts():
    sections = read(SUBCLAUSES, "circular")
    assert own_articles(sections) == ["1", "2"]
    assert locators(sections, "clause", "point") == [
        "khoản 1 Điều 1",
        "điểm 1.1 khoản 1 Điều 1",
        "điểm 1.2 khoản 1 Điều 1",
        "khoản 2 Điều 1",
        "điểm 2.1 khoản 2 Điều 1",
        "điểm 2.2 khoản 2 Điều 1",
        "điểm 2.3 khoản 2 Điều 1",
        "khoản 3 Điều 1",
        "điểm a Điều 2",
        "điểm b Điều 2",
    ]


NESTED_QUOTE = """Điều 1. Sửa đổi, bổ sung một số điều của Luật Đất đai
1. Sửa đổi, bổ sung một số điểm của Điều 3 như sau:
a) Sửa đổi điểm a khoản 1 như sau:
“a) Đất “trồng lúa” là đất;”
b) Bổ sung điểm c vào khoản 1 như sau:
“c) Đất khác.
Đất khác gồm: đất bãi;”;
c) Bãi bỏ điểm d khoản 2.
2. Bổ sung Chương IIa vào sau Chương II như sau:
“Chương IIa
QUY ĐỊNH BỔ SUNG
Điều 20a. Nguyên tắc
1. Công khai.
2. Minh bạch.
Điều 20b. Thẩm quyền
Ủy ban nhân dân cấp tỉnh.
Chương III
ĐIỀU KHOẢN KHÁC
Điều 21. Khác
Không có.”.
Điều 2. Sửa đổi khoản 2 Điều 9 của Luật Nhà ở
“2. Nhà ở là công trình.”.
Điều 3. Hiệu lực thi hành
Luật này có hiệu lực từ ngày 01 tháng 8 năm 2024.
"""


def test_quoted_chapters_and_points_stay_inside_the_quotation():
    sections = read(NESTED_QUOTE, "law")
    assert_sound(NESTED_QUOTE, sections)
    assert own_articles(sections) == ["1", "2", "3"]
    assert quoted_articles(sections) == ["20a", "20b", "21"]
    assert locators(sections, "chapter") == []
    assert [one.locator for one in sections if one.kind == "point" and not one.quoted] == [
        "điểm a khoản 1 Điều 1",
        "điểm b khoản 1 Điều 1",
        "điểm c khoản 1 Điều 1",
    ]


def test_a_joint_circular_with_bare_article_lines_and_titles_below():
    text = (
        "THÔNG TƯ LIÊN TỊCH\nĐiều 1\nPhạm vi điều chỉnh\nThông tư này hướng dẫn.\n\nĐiều 2\nĐối tượng áp dụng\n"
        "1. Sở Công Thương.\n2. Sở Tài chính.\n\nĐiều 3\nHiệu lực\nThông tư này có hiệu lực từ 15/3/2014.\n"
        "KT. BỘ TRƯỞNG BỘ TÀI CHÍNH\nKT. BỘ TRƯỞNG BỘ CÔNG THƯƠNG\n"
    )
    sections = read(text, "circular")
    assert [(one.number, one.title) for one in sections if one.kind == "article"] == [
        ("1", "Phạm vi điều chỉnh"),
        ("2", "Đối tượng áp dụng"),
        ("3", "Hiệu lực"),
    ]
    assert sections[-1].locator == "phần ký"


def test_an_excerpt_keeps_its_numbers():
    text = (
        "# Tóm lược\n\nLời dẫn.\n\n### Điều 3. Đối tượng\n\nCơ sở.\n\n### Điều 8. Thẩm định\n\nHai cấp.\n\n"
        "### Điều 13. Tạm ứng\n\nBa mức.\n"
    )
    sections = read(text, "digest")
    assert own_articles(sections) == ["3", "8", "13"]


def test_a_restart_after_signatures_without_an_annex_heading_is_an_annex():
    text = (
        "Điều 1. Phê duyệt Điều lệ hội.\nĐiều 2. Quyết định có hiệu lực từ ngày ký.\nNơi nhận:\n- Lưu: VT.\n"
        "TM. ỦY BAN NHÂN DÂN\nĐIỀU LỆ HỘI NGHỀ\nChương I\nCHUNG\nĐiều 1. Tên hội\nHội nghề.\n"
        "Điều 2. Trụ sở\nTại tỉnh.\nĐiều 3. Hội viên\nCá nhân.\n"
    )
    sections = read(text, "decision")
    assert own_articles(sections) == ["1", "2"]
    assert annex_articles(sections) == ["1", "2", "3"]


def test_an_article_with_points_over_clauses_restarting_letters():
    text = (
        "Điều 1. Nhiệm vụ\n1. Bộ:\na) Xây dựng;\nb) Trình.\n2. Tỉnh:\na) Lập;\nb) Duyệt;\nc) Báo cáo.\n"
        "Điều 2. Thi hành\nKể từ ngày ký.\n"
    )
    assert locators(read(text), "point") == [
        "điểm a khoản 1 Điều 1",
        "điểm b khoản 1 Điều 1",
        "điểm a khoản 2 Điều 1",
        "điểm b khoản 2 Điều 1",
        "điểm c khoản 2 Điều 1",
    ]


def test_an_ordinary_article_gives_headings_and_counted_paragraphs():
    text = "Tiêu đề bài\n\nĐoạn thứ nhất.\n\nKết quả\n\nĐoạn thứ hai.\n\nTỉnh | Số đề án\n\nA | 5\n\nĐoạn thứ ba."
    spans = []
    at = 0
    for part in text.split("\n\n"):
        spans.append((at, at + len(part)))
        at += len(part) + 2
    kinds = ["heading", "paragraph", "heading", "paragraph", "row", "row", "paragraph"]
    levels = [1, 0, 2, 0, 0, 0, 0]
    blocks = tuple(
        Block(kind, start, end, level)  # type: ignore[arg-type]
        for kind, level, (start, end) in zip(kinds, levels, spans, strict=True)
    )
    sections = read_structure(document(text, "article", blocks))
    assert_sound(text, sections)
    assert [(one.kind, one.locator, one.parent) for one in sections] == [
        ("heading", "Tiêu đề bài", None),
        ("paragraph", "đoạn 1", 0),
        ("heading", "Kết quả", 0),
        ("paragraph", "đoạn 2", 2),
        ("row", "bảng, hàng 1", 2),
        ("row", "bảng, hàng 2", 2),
        ("paragraph", "đoạn 3", 2),
    ]
    assert sections[0].end == len(text)


def test_an_unknown_text_is_read_as_law_only_when_it_is_cut_into_articles():
    assert own_articles(read(PLAIN, "other")) == ["1", "2", "3"]
    news = "Bài báo\nĐiều 4. Nghị định nói về hỗ trợ.\nKết thúc."
    assert {one.kind for one in read(news, "other")} == {"paragraph"}


@pytest.mark.skipif(not (SHARED / "decree").exists(), reason="../shared/decree is not here")
def test_the_decree_as_issued_has_6_chapters_19_articles_and_every_clause_and_point():
    text = (SHARED / "decree" / "nd-45-2012-as-issued.txt").read_text(encoding="utf-8")
    sections = read(text)
    assert_sound(text, sections)
    counts: dict[str, list[int]] = {}
    for at, one in enumerate(sections):
        if one.kind == "article":
            inner = [other for other in sections if other.parent == at and other.kind == "clause"]
            points = [
                other for other in sections if other.kind == "point" and other.locator.endswith(f"Điều {one.number}")
            ]
            counts[one.number] = [len(inner), len(points)]
    assert [one.number for one in sections if one.kind == "chapter"] == ["I", "II", "III", "IV", "V", "VI"]
    assert counts == {
        "1": [2, 3], "2": [6, 0], "3": [4, 0], "4": [9, 11], "5": [2, 7], "6": [3, 2], "7": [2, 0],
        "8": [3, 0], "9": [2, 0], "10": [0, 0], "11": [2, 0], "12": [2, 5], "13": [2, 5], "14": [5, 0],
        "15": [4, 7], "16": [2, 9], "17": [2, 0], "18": [0, 0], "19": [2, 0],
    }  # fmt: skip


@pytest.mark.skipif(not (SHARED / "legal_samples").exists(), reason="../shared/legal_samples is not here")
@pytest.mark.parametrize(("part", "articles"), [("154-2026", 45), ("85-2026", 45), ("54-2026", 43), ("165-2026", 97)])
def test_real_decrees_in_markdown_run_from_1_to_their_last_article(part: str, articles: int):
    path = next(path for path in (SHARED / "legal_samples").glob("*.md") if f"-{part}-" in path.name)
    sections = read(path.read_text(encoding="utf-8"))
    assert own_articles(sections) == [str(number) for number in range(1, articles + 1)]
    assert quoted_articles(sections) == []


def test_a_consolidated_text_with_footnote_marks_and_repealed_articles():
    text = (
        "Điều 1.[1] Phạm vi\nThông tư này hướng dẫn.\nĐiều 2[2]. Đối tượng\n"
        "1.[3] Sở Công Thương.\n2. (được bãi bỏ)[4]\n"
        "Điều 3. [5] (được bãi bỏ)\nĐiều 4. Thi hành\nBộ chịu trách nhiệm.\n"
    )
    sections = read(text, "circular")
    assert own_articles(sections) == ["1", "2", "3", "4"]
    assert locators(sections, "clause") == ["khoản 1 Điều 2", "khoản 2 Điều 2"]


def test_old_spellings_of_the_word_for_article_and_chapters_in_words():
    text = (
        "CHƯƠNG THỨ NHẤT\nNHỮNG QUY ĐỊNH CHUNG\nÐiều 1.- Phạm vi\nQuy định chung.\nĐiều2: Đối tượng\nTổ chức.\n"
        "CHƯƠNG THỨ HAI\nTHI HÀNH\nĐIỀU 3/ Hiệu lực\nTừ ngày ký.\n"
    )
    sections = read(text)
    assert own_articles(sections) == ["1", "2", "3"]
    assert [one.number for one in sections if one.kind == "chapter"] == ["NHẤT", "HAI"]


def test_page_heads_between_the_lines_of_a_gazette():
    text = (
        "Điều 1. Phạm vi\n1. Quy định việc hỗ trợ cơ sở theo\n\nCÔNG BÁO/Số 123 + 124/Ngày 20-5-2024\n5\n\n"
        "quy định của pháp luật.\n2. Không áp dụng.\n\n- 6 -\n\nĐiều 2. Đối tượng\nTổ chức, cá nhân.\n"
        "Điều 3. Hiệu lực\nTừ ngày 01/7/2024.\n"
    )
    sections = read(text)
    assert own_articles(sections) == ["1", "2", "3"]
    assert locators(sections, "clause") == ["khoản 1 Điều 1", "khoản 2 Điều 1"]


def test_quoted_articles_in_a_markdown_block_quote_with_heading_marks():
    text = (
        "## Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 8/2020/NĐ-CP\n\n"
        "1. Điều 3 được sửa đổi, bổ sung như sau:\n\n> **Điều 3. Nguyên tắc**\n>\n"
        "> 1. Công khai.\n>\n> 2. Minh bạch.\n\n"
        "2. Bổ sung các Điều 4a, 4b và 4c sau Điều 4 như sau:\n\n> ### “Điều 4a. Một\n>\n> Nội dung.\n>\n"
        "> ### Điều 4b. Hai\n>\n> Nội dung.\n>\n> ### Điều 4c. Ba\n>\n> Nội dung.”\n\n"
        "3. Bãi bỏ khoản 2 Điều 6.\n\n## Điều 2. Điều khoản thi hành\n\nCó hiệu lực từ ngày 01/9/2024.\n"
    )
    sections = read(text)
    assert own_articles(sections) == ["1", "2"]
    assert quoted_articles(sections) == ["3", "4a", "4b", "4c"]
    assert [one.locator for one in sections if one.kind == "clause" and not one.quoted] == [
        "khoản 1 Điều 1",
        "khoản 2 Điều 1",
        "khoản 3 Điều 1",
    ]


def test_unmarked_quoted_clauses_do_not_take_the_place_of_amending_clauses():
    text = (
        "Điều 1. Sửa đổi một số khoản của Điều 6 Thông tư số 1/2020/TT-BCT\n"
        "1. Sửa đổi khoản 2 và khoản 3 như sau:\n2. Thời hạn là 10 ngày.\n3. Mức chi là 5 triệu đồng.\n"
        "2. Bổ sung khoản 5 như sau:\n5. Hồ sơ gồm đơn.\n3. Bãi bỏ khoản 6.\nĐiều 2. Hiệu lực\nTừ ngày ký.\n"
    )
    sections = read(text, "circular")
    assert own_articles(sections) == ["1", "2"]
    clauses = [text[one.start : one.end].split("\n")[0] for one in sections if one.kind == "clause"]
    assert clauses == [
        "1. Sửa đổi khoản 2 và khoản 3 như sau:",
        "2. Bổ sung khoản 5 như sau:",
        "3. Bãi bỏ khoản 6.",
    ]


def test_a_summary_of_every_article_before_the_full_text_is_not_the_text():
    text = (
        "## Tóm tắt\n\n- Điều 1: phạm vi của Nghị định.\n- Điều 2: đối tượng của Nghị định.\n- Điều 3: hiệu lực.\n\n"
        "## Toàn văn\n\n### Điều 1. Phạm vi\n\n1. Hỗ trợ cơ sở.\n\n2. Hỗ trợ khác.\n\n"
        "### Điều 2. Đối tượng\n\nTổ chức.\n\n"
        "### Điều 3. Hiệu lực\n\nTừ ngày ký.\n"
    )
    sections = read(text)
    assert own_articles(sections) == ["1", "2", "3"]
    assert annex_articles(sections) == []
    assert locators(sections, "clause") == ["khoản 1 Điều 1", "khoản 2 Điều 1"]


def test_an_attached_regulation_in_mixed_case_and_a_contract_form_in_its_annex():
    text = (
        "# Quyết định 5/2024/QĐ-UBND\n\n**Điều 1.** Ban hành kèm theo Quyết định này Quy định về mức hỗ trợ.\n\n"
        "**Điều 2.** Hiệu lực từ ngày 01/6/2024.\n\n## Quy định về mức hỗ trợ khuyến công\n\n"
        "(Ban hành kèm theo Quyết định số 5/2024/QĐ-UBND)\n\n### Điều 1. Phạm vi\n\nTrong tỉnh.\n\n"
        "### Điều 2. Mức chi\n\n"
        "1. Đào tạo: 2 triệu đồng.\n\n2. Tư vấn: 3 triệu đồng.\n\n### Điều 3. Thi hành\n\nSở Công Thương.\n\n"
        "## Phụ lục: Mẫu hợp đồng\n\nĐiều 1. Nội dung\n\nBên A.\n\nĐiều 2. Giá trị\n\nBằng chữ.\n"
    )
    sections = read(text, "decision")
    assert [one.locator for one in sections if one.kind == "article"] == [
        "Điều 1",
        "Điều 2",
        "Điều 1 Quy định",
        "Điều 2 Quy định",
        "Điều 3 Quy định",
        "Điều 1 Phụ lục",
        "Điều 2 Phụ lục",
    ]


def test_a_table_inside_a_clause_does_not_break_into_points():
    text = (
        "Điều 1. Phê duyệt quy hoạch\n1. Chỉ tiêu:\n| 1.1 | Đất lúa | 10 |\n| 2. | Đất khác | 5 |\n"
        "2. Giải pháp.\nĐiều 2. Thi hành\nTừ ngày ký.\n"
    )
    sections = read(text, "decision")
    assert locators(sections, "clause", "point") == ["khoản 1 Điều 1", "khoản 2 Điều 1"]


def test_a_law_that_amends_several_laws_article_by_article_without_quotation_marks():
    text = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Luật Quy hoạch\n1. Sửa đổi, bổ sung Điều 2 như sau:\n"
        "Điều 2. Đối tượng áp dụng\nCơ quan, tổ chức.\n2. Sửa đổi, bổ sung Điều 3 như sau:\nĐiều 3. Giải thích từ ngữ\n"
        "1. Quy hoạch là việc sắp xếp.\n2. Vùng là không gian.\n3. Bãi bỏ Điều 5.\n"
        "Điều 2. Sửa đổi, bổ sung một số điều của Luật Đầu tư\n1. Sửa đổi, bổ sung Điều 7 như sau:\n"
        "Điều 7. Ngành, nghề\n1. Ngành có điều kiện.\n2. Thay thế cụm từ tại Điều 9.\n"
        "Điều 3. Hiệu lực thi hành\nLuật này có hiệu lực từ ngày 15 tháng 01 năm 2025.\n"
    )
    sections = read(text, "law")
    assert own_articles(sections) == ["1", "2", "3"]
    assert quoted_articles(sections) == ["2", "3", "7"]
    assert [one.locator for one in sections if one.kind == "clause" and not one.quoted] == [
        "khoản 1 Điều 1",
        "khoản 2 Điều 1",
        "khoản 3 Điều 1",
        "khoản 1 Điều 2",
        "khoản 2 Điều 2",
    ]


def test_a_title_that_wraps_over_a_blank_line_is_joined():
    text = "### Điều 1. Tổ\n\nchức thực hiện\n\n1. Bộ.\n\n### Điều 2. Hiệu\n\nlực\n\nTừ ngày ký.\n"
    assert [one.title for one in read(text) if one.kind == "article"] == ["Tổ chức thực hiện", "Hiệu lực"]


def test_letters_run_past_the_alphabet_of_the_decree_and_inserted_points_are_kept():
    letters = ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s"]
    body = "".join(f"{letter}) Việc {letter};\n" for letter in letters)
    text = f"Điều 1. Mức chi\n1. Mức chi gồm:\n{body}a1) Việc thêm;\nĐiều 2. Thi hành\nTừ ngày ký.\n"
    assert [one.number for one in read(text) if one.kind == "point"] == letters


def test_headings_that_ran_together_are_told_apart():
    text = (
        "Chương I CÁC ĐIỀU KIỆN BẢO ĐẢM Mục 1. PHÁT TRIỂN NHÂN LỰC\nĐiều 1. Đào tạo\nMở lớp.\n"
        "Chương II\nXỬ LÝ VI PHẠM Điều 2. Nguyên tắc\nĐúng người.\nĐiều 3. Hiệu lực\nTừ ngày ký.\n"
    )
    sections = read(text)
    assert own_articles(sections) == ["1", "2", "3"]
    assert locators(sections, "chapter", "division") == ["Chương I", "Mục 1 Chương I", "Chương II"]


def test_a_text_that_lost_all_its_line_breaks_is_still_cut():
    filler = "Sở Công Thương phối hợp với các cơ quan có liên quan tổ chức thực hiện. " * 60
    text = (
        "QUYẾT ĐỊNH: Điều 1. Phê duyệt kế hoạch: 1. Đào tạo nghề; 2. Tư vấn. Điều 2. Giao Sở Công Thương. "
        f"{filler}Điều 3. Thực hiện theo Điều 5. Điều 4. Quyết định có hiệu lực từ ngày ký. Điều 5. Chánh Văn phòng."
    )
    sections = read(text, "decision")
    assert own_articles(sections) == ["1", "2", "3", "4", "5"]
    assert locators(sections, "clause") == ["khoản 1 Điều 1", "khoản 2 Điều 1"]


def test_a_title_that_ends_in_a_word_of_law_does_not_take_in_the_next_line():
    text = (
        "Chương I\nXỬ LÝ VI PHẠM PHÁP LUẬT\nĐiều 1. Hành vi bị nghiêm cấm theo quy định của pháp luật\n"
        "1. Gian lận hồ sơ.\n2. Chiếm dụng kinh phí.\nĐiều 2. Hiệu lực\nTừ ngày ký.\n"
    )
    loaded = load_bytes(text.encode(), ".md", Limits())
    sections = read_structure(document(loaded.text, "decree", loaded.blocks))
    assert own_articles(sections) == ["1", "2"]
    assert locators(sections, "clause") == ["khoản 1 Điều 1", "khoản 2 Điều 1"]


@pytest.mark.skipif(not (SHARED / "legal_samples").exists(), reason="../shared/legal_samples is not here")
@pytest.mark.parametrize(
    ("part", "articles"), [("-154-2026", 45), ("-85-2026", 45), ("-54-2026", 43), ("-165-2026", 97), ("qd-1456", 5)]
)
def test_real_texts_keep_their_articles_through_loader_and_cleaner(part: str, articles: int):
    path = next(path for path in (SHARED / "legal_samples").iterdir() if part in path.name)
    cleaned = clean(load_bytes(path.read_bytes(), path.suffix, Limits()))
    sections = read_structure(document(cleaned.text, "decree", cleaned.blocks))
    assert own_articles(sections) == [str(number) for number in range(1, articles + 1)]
