# ruff: noqa: E501 - lines of pages are as long as they are printed
"""What a page says of itself, in the ways portals and provincial papers print it; each case was once missed."""

import pytest

from documents.cleaning import clean
from documents.loaders import load_bytes
from documents.settings import Limits

BODY = "Ngày 11/3/2019, UBND tỉnh ban hành Quyết định số 512/QĐ-UBND phê duyệt kế hoạch kinh phí khuyến công đợt 1. Theo đó có 08 đề án được hỗ trợ."
TITLE = "Danh mục đề án khuyến công địa phương đợt 1 năm 2019"
TAIL = "Tin liên quan\nHội nghị gặp mặt doanh nghiệp đầu xuân"


def read(*lines: str):
    return clean(load_bytes("\n\n".join(lines).encode(), ".txt", Limits()))


@pytest.mark.parametrize(
    ("masthead", "publisher"),
    [
        ("CỔNG THÔNG TIN ĐIỆN TỬ SỞ CÔNG THƯƠNG TỈNH NAM ĐỊNH", "CỔNG THÔNG TIN ĐIỆN TỬ SỞ CÔNG THƯƠNG TỈNH NAM ĐỊNH"),
        ("BÁO CÔNG THƯƠNG - CHUYÊN TRANG ĐỊA PHƯƠNG", "BÁO CÔNG THƯƠNG"),
        ("BÁO VÀ PHÁT THANH, TRUYỀN HÌNH THÁI NGUYÊN", "BÁO VÀ PHÁT THANH, TRUYỀN HÌNH THÁI NGUYÊN"),
        ("Báo Ninh Bình - Tiếng nói của Đảng bộ tỉnh Ninh Bình", "Báo Ninh Bình"),
        ("baohatinh.vn", "baohatinh.vn"),
        ("Thương mại điện tử", ""),
        ("CÀ MAU ONLINE - Cơ quan của Đảng bộ tỉnh", "CÀ MAU ONLINE"),
        ("Hưng Yên online - Tiếng nói của Đảng bộ, chính quyền và nhân dân", "Hưng Yên online"),
    ],
)
def test_the_publisher_is_read_from_the_masthead(masthead, publisher):
    assert read(masthead, "20/03/2019 10:00", TITLE, BODY, TAIL).facts.publisher == publisher


@pytest.mark.parametrize(
    "dateline",
    [
        "Đăng ngày: 20-03-2019. Tác giả: Trung tâm Khuyến công và Xúc tiến thương mại",
        "20/03/2019 lúc 08:20 (GMT+7)",
        "Thứ Tư, 20/03/2019 | 06:30",
    ],
)
def test_the_day_of_a_page_is_read_below_its_title(dateline):
    cleaned = read("BÁO NAM ĐỊNH", TITLE, dateline, BODY, TAIL)
    assert (cleaned.facts.date, cleaned.facts.title) == ("2019-03-20", TITLE)


def test_a_weekday_above_the_title_is_the_page_s_day_where_its_news_is_of_the_weeks_before_and_else_a_clock():
    assert read("BÁO NAM ĐỊNH", "Thứ Tư, 20/03/2019", TITLE, BODY, TAIL).facts.date == "2019-03-20"
    assert read("BÁO NAM ĐỊNH", "Thứ Tư, 20/03/2024", TITLE, BODY, TAIL).facts.date == ""


def test_an_advertisement_is_neither_title_nor_text():
    cleaned = read("Báo Nam Định", TITLE, "20/03/2019 06:30", "Quảng cáo: Vay mua xe chỉ từ 7,9%/năm", BODY, TAIL)
    assert cleaned.facts.title == TITLE and "7,9%" not in cleaned.text


def test_the_question_of_an_interview_is_text_and_its_subtitle_in_brackets_no_title():
    title = "“Hai trung tâm về một nhà, cái khó nhất là đường xa”"
    asked = "Phóng viên: Kế hoạch năm 2026 đặt ra con số nào?"
    answered = "Ông Trần Khánh Duy: UBND tỉnh đã phê duyệt kế hoạch 15,5 tỷ đồng cho 54 đề án. Các tổ đã khảo sát các cơ sở trong tỉnh."
    cleaned = read(
        "BÁO CÔNG THƯƠNG",
        "09/03/2026 10:12",
        title,
        "(Trò chuyện với Giám đốc Trung tâm Khuyến công An Giang)",
        BODY,
        asked,
        answered,
        TAIL,
    )
    assert cleaned.facts.title == title
    kinds = {cleaned.text[block.start : block.end]: block.kind for block in cleaned.blocks}
    assert kinds[asked] != "caption"
