"""Joints of sentences taken out of their article, and the names of rows and bars."""

import pytest

from assistant.briefing_joins import Setting, is_bound, join, only_opens_list
from assistant.briefing_labels import bar_label, row_label, share_phrase
from assistant.briefing_sections import opens_item, weigh
from assistant.briefing_selection import same, signature
from documents.figures import extract_figures
from documents.records import Block, Document, Figure, Place, Source


@pytest.mark.parametrize(
    ("text", "setting", "told"),
    [
        ("Trong đó, kinh phí quốc gia là 71,5 tỷ đồng.", Setting(), "Kinh phí quốc gia là 71,5 tỷ đồng."),
        (
            "Trong đó, kinh phí quốc gia là 71,5 tỷ đồng.",
            Setting(follows=True),
            "Trong đó, kinh phí quốc gia là 71,5 tỷ đồng.",
        ),
        ("Thứ hai, Thực hiện nghiêm túc kế hoạch.", Setting(item=True), "Thực hiện nghiêm túc kế hoạch."),
        ("- Số cơ sở tham gia còn ít;", Setting(item=True), "Số cơ sở tham gia còn ít."),
        ("Tỉnh đã triển khai 66 đề án, bao gồm:", Setting(), "Tỉnh đã triển khai 66 đề án."),
        ("Tỉnh đã triển khai 66 đề án, bao gồm:", Setting(opens_list=True), "Tỉnh đã triển khai 66 đề án, bao gồm:"),
        (
            "Giám đốc Sở Công Thương tỉnh cho biết việc này.",
            Setting(province="Quảng Nam"),
            "Giám đốc Sở Công Thương tỉnh Quảng Nam cho biết việc này.",
        ),
        (
            "Cung cấp thông tin cho người dân, doanh nghiệp..",
            Setting(),
            "Cung cấp thông tin cho người dân, doanh nghiệp.",
        ),
        ("(QNO) - Cục vừa phối hợp tổ chức hội nghị.", Setting(), "Cục đã phối hợp tổ chức hội nghị."),
    ],
)
def test_a_sentence_is_joined_with_the_least_change(text, setting, told):
    assert join(text, setting, [text]) == told


def test_a_year_that_no_cited_span_carries_is_not_put_in():
    text = "Kinh phí 9 tháng qua đã hỗ trợ 2 mô hình."
    assert join(text, Setting(year="2023"), [text]) == text
    told = "Kinh phí 9 tháng năm 2023 đã hỗ trợ 2 mô hình."
    assert join(text, Setting(year="2023"), [text, "Hội nghị năm 2023."]) == told


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Nhờ vậy, công tác quản lý vẫn được triển khai.", True),
        ("Đến nay, phở khô của cơ sở này được đón nhận.", True),
        ("Trong đó, kinh phí là 5 tỷ đồng.", False),
        ("Kinh phí năm 2024 là 5 tỷ đồng.", False),
    ],
)
def test_a_sentence_that_leans_on_the_one_before_is_known(text, bound):
    assert is_bound(text) == bound


def test_a_line_that_only_announces_a_list_is_known():
    assert only_opens_list("Cục trưởng nhấn mạnh một số điểm như sau:")
    assert not only_opens_list("Tỉnh đã triển khai 66 đề án, bao gồm:")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Điểm nghẽn trong công tác khuyến công là khảo sát còn thiếu chặt chẽ.", "limits"),
        ("Thứ nhất, tiếp tục rà soát lại các chương trình, kế hoạch.", "measures"),
        ("Chiều ngày 16/5, Bộ Công Thương chủ trì tổ chức Hội nghị khuyến công.", "context"),
        ("Kinh phí đã hỗ trợ 129 cơ sở ứng dụng máy móc, đạt 20,3% kế hoạch.", "results"),
        ("Kiến nghị Bộ Công Thương sửa đổi, bổ sung Nghị định.", "proposals"),
        ("Mặc dù biên chế còn thiếu, nhưng Cục tiếp tục hoàn thành tốt nhiệm vụ, đạt kết quả.", "results"),
    ],
)
def test_cue_words_tell_the_section_of_a_sentence(text, key):
    weights = weigh(text)
    assert max(weights, key=lambda name: weights[name]) == key


def test_items_are_known_by_dash_letter_or_ordinal_word():
    told = [opens_item(text) for text in ("- Một", "a) Hai", "Thứ nhất, ba", "Hai là bốn", "Thứ trưởng Bộ Công Thương")]
    assert told == [True, True, True, True, False]


def test_sentences_with_other_numbers_are_not_repetitions():
    one = signature("Tổng kế hoạch kinh phí khuyến công của khu vực là 170,8 tỷ đồng.")
    other = signature("Tổng kế hoạch kinh phí khuyến công của khu vực là 78,7 tỷ đồng.")
    assert (same(one, other), same(one, one)) == (False, True)


def figures(text: str) -> list[Figure]:
    source = Source("bai", "bai.txt", title="Khuyến công phía Bắc năm 2024", date="2024-05-20", region="phía Bắc")
    return extract_figures(Document(source, text, (Block("paragraph", 0, len(text)),)))


def test_a_percentage_is_printed_with_what_it_is_of():
    text = "Kinh phí khuyến công là 99,2 tỷ đồng, chiếm 49% tổng kinh phí toàn quốc và chiếm 58,1% kinh phí toàn vùng."
    shares = [share_phrase(figure) for figure in figures(text) if figure.unit == "%"]
    assert shares == ["chiếm 49% tổng kinh phí toàn quốc", "chiếm 58,1% kinh phí toàn vùng"]


def test_a_short_indicator_is_completed_from_its_own_clause():
    text = (
        "Ngành đã tổ chức bình chọn sản phẩm tiêu biểu cho 245 lượt cơ sở; hỗ trợ đăng ký nhãn hiệu cho 5 cơ sở CNNT."
    )
    labels = [row_label(figure) for figure in figures(text)]
    assert labels == [
        "Lượt cơ sở (tổ chức bình chọn sản phẩm tiêu biểu)",
        "Cơ sở CNNT (hỗ trợ đăng ký nhãn hiệu)",
    ]


def test_a_bar_is_named_without_place_and_year():
    text = "Tổng kế hoạch kinh phí khuyến công năm 2024 được duyệt của 28 tỉnh khu vực phía Bắc là 170,8 tỷ đồng."
    money = next(figure for figure in figures(text) if figure.unit == "đồng")
    assert bar_label(money, Place("phía Bắc", "region", "R1")) == "Tổng kế hoạch kinh phí khuyến công"


def test_a_name_that_recurs_later_in_the_sentence_does_not_take_the_words_after_it():
    text = "Kinh phí khuyến công địa phương là 99,2 tỷ đồng, chiếm 49% tổng kinh phí khuyến công địa phương toàn quốc."
    money = next(figure for figure in figures(text) if figure.unit == "đồng")
    assert row_label(money) == "Kinh phí khuyến công địa phương"
