"""Lists of a document: khoản, điểm, items under an opening line."""

from assistant.lists import find_list, first_sentence, list_led_to, list_opened_by
from assistant.questions import read_question
from assistant.weighing import weigh
from tests.assistant.small_index import SmallIndex, written

LAW = (
    "NGHỊ ĐỊNH\nVề khuyến công\nĐiều 1. Nội dung hoạt động khuyến công\n"
    "1. Tổ chức đào tạo nghề cho lao động.\n2. Hỗ trợ mặt bằng cho các đối tượng gồm:\n"
    "a) Hợp tác xã;\nb) Hộ kinh doanh.\nĐiều 2. Kinh phí\n1. Do ngân sách.\n2. Do đóng góp.\n"
)
ARTICLE = (
    "Hội nghị bàn về khuyến công.\nĐể khắc phục hạn chế, cần làm các giải pháp sau:\n"
    "Thứ nhất, hoàn thiện cơ chế. Cơ chế cần rõ.\nThứ hai, tăng kinh phí.\nThứ ba, đào tạo cán bộ.\n"
    "Hội nghị kết thúc."
)


def listed(text: str, asked: str, **row: str):
    index = SmallIndex(written(text, **row))
    question = read_question(asked)
    wanted = weigh(index, question.words, question.light)  # type: ignore[arg-type]
    return question, find_list(question, wanted, index.search(asked), index.library())


def items(text: str, asked: str, **row: str) -> list[str]:
    _, found = listed(text, asked, **row)
    return [] if found is None else [text[start:end].strip() for start, end in found.items]


def test_the_khoan_of_an_article_are_a_list():
    asked = "Nội dung hoạt động khuyến công gồm những gì?"
    found = items(LAW, asked, kind="decree", number="1/2020/NĐ-CP")
    assert [item.split("\n")[0] for item in found] == [
        "1. Tổ chức đào tạo nghề cho lao động.",
        "2. Hỗ trợ mặt bằng cho các đối tượng gồm:",
    ]


def test_the_diem_of_a_khoan_are_a_list():
    asked = "Hỗ trợ mặt bằng cho các đối tượng nào?"
    assert items(LAW, asked, kind="decree", number="1/2020/NĐ-CP") == ["a) Hợp tác xã;", "b) Hộ kinh doanh."]


def test_items_are_taken_as_long_as_they_are_marked():
    _, found = listed(ARTICLE, "Các giải pháp khắc phục hạn chế gồm những gì?")
    assert found is not None
    assert ARTICLE[slice(*found.opening)] == "Để khắc phục hạn chế, cần làm các giải pháp sau:"
    assert [ARTICLE[start:end].split(",")[0] for start, end in found.items] == ["Thứ nhất", "Thứ hai", "Thứ ba"]
    assert ARTICLE[slice(*first_sentence(found.view, *found.items[0]))] == "Thứ nhất, hoàn thiện cơ chế."


def test_one_item_alone_is_no_list():
    assert items("Cần làm việc sau:\n- Tăng kinh phí.\nHội nghị kết thúc.", "Cần làm những việc gì?") == []


def test_a_list_of_another_province_is_not_taken():
    text = ARTICLE.replace("Hội nghị bàn về khuyến công.", "Tỉnh Nghệ An bàn về khuyến công.")
    assert items(text, "Hải Dương có những giải pháp khắc phục hạn chế nào?") == []


def test_the_list_whose_opening_names_the_subject_goes_before_one_that_names_it_among_others():
    law = (
        "NGHỊ ĐỊNH\nĐiều 4. Nội dung hoạt động khuyến công\n"
        "Hoạt động khuyến công có hai nội dung: hợp tác quốc tế; đào tạo nghề.\n"
        "1. Nội dung thứ nhất là hợp tác quốc tế về khuyến công, gồm hai điểm.\na) Trao đổi kinh nghiệm.\n"
        "b) Học tập ở nước ngoài.\n2. Nội dung thứ hai là đào tạo nghề.\n"
    )
    asked = "Hợp tác quốc tế về khuyến công gồm những hoạt động nào?"
    found = items(law, asked, kind="decree", number="1/2020/NĐ-CP")
    assert found == ["a) Trao đổi kinh nghiệm.", "b) Học tập ở nước ngoài."]


def test_a_sentence_that_opens_a_list_is_told_from_one_that_does_not():
    index = SmallIndex(written(LAW, kind="decree", number="1/2020/NĐ-CP"))
    view = index.library().view(next(iter(index.held)))
    wanted = weigh(index, ())  # type: ignore[arg-type]
    opening = next(row for row in view.sentences if "đối tượng gồm" in row.text)
    plain = next(row for row in view.sentences if "đào tạo nghề" in row.text)
    assert list_opened_by(view, opening, wanted) is not None and list_opened_by(view, plain, wanted) is None


def test_points_in_running_text_are_a_list_behind_what_announces_them():
    text = (
        "Khuyến công tỉnh Nghệ An.\nÔng Hòa: Chúng tôi đặt ra ba nguyên tắc. Một là có hợp đồng bao tiêu. "
        "Hai là dành vốn cho miền núi. Ba là thẩm tra tài chính. Kế hoạch cần 70 tỷ đồng."
    )
    assert items(text, "Tỉnh đặt ra những nguyên tắc gì?") == [
        "Một là có hợp đồng bao tiêu.",
        "Hai là dành vốn cho miền núi.",
        "Ba là thẩm tra tài chính.",
    ]


def test_a_numbered_line_opens_a_list_of_other_marks():
    text = "Thông báo bình chọn.\n2. Bốn nhóm sản phẩm:\n- Nhóm thủ công;\n- Nhóm đồ uống.\n3. Hồ sơ: 02 bộ."
    assert items(text, "Có những nhóm sản phẩm nào?") == ["- Nhóm thủ công;", "- Nhóm đồ uống."]


def test_a_line_of_a_report_that_ends_in_a_colon_leads_to_its_items():
    text = "Hội nghị kết thúc.\nNăm 2025 tỉnh làm hai việc:\n- Mở lớp;\n- Mua máy.\nHết."
    index = SmallIndex(written(text))
    view = index.library().view("bai")
    question = read_question("Năm 2025 tỉnh làm những việc gì?")
    wanted = weigh(index, question.words, question.light)  # type: ignore[arg-type]
    led = [list_led_to(view, sentence, wanted) for sentence in view.sentences]
    told = [[text[start:end].strip() for start, end in found.items] if found is not None else [] for found in led]
    assert told[:2] == [[], ["- Mở lớp;", "- Mua máy."]] and not any(told[2:])


def test_of_an_article_its_first_khoan_leads_on_to_the_list_asked_for():
    law = (
        "NGHỊ ĐỊNH\nVề năng lượng\nĐiều 11. Hồ sơ đề nghị hỗ trợ\n1. Hồ sơ gồm:\na) Đơn đề nghị;\nb) Biên bản.\n"
        "2. Cơ sở nộp hồ sơ đến Sở.\nĐiều 12. Khác\n1. Một.\n2. Hai.\n"
    )
    found = items(law, "Hồ sơ gồm những gì?", kind="decree", number="1/2024/NĐ-CP")
    assert found == ["a) Đơn đề nghị;", "b) Biên bản."]


def test_a_list_that_a_later_khoan_leads_on_to_is_not_told_for_the_article():
    law = (
        "NGHỊ ĐỊNH\nVề năng lượng\nĐiều 11. Hồ sơ đề nghị hỗ trợ\n1. Đơn.\n2. Biên bản.\n3. Hồ sơ đề nghị lưu gồm:\n"
        "a) Sổ;\nb) Thẻ.\nĐiều 12. Khác\n1. Một.\n2. Hai.\n"
    )
    found = items(law, "Hồ sơ đề nghị hỗ trợ gồm những gì?", kind="decree", number="1/2024/NĐ-CP")
    assert [item[:2] for item in found] == ["1.", "2.", "3."]
