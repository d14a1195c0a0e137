"""Answers on pages that were never seen before, added as a reader adds them; the pages are invented.

Every question once got no answer or a wrong one.
"""

from pathlib import Path

import pytest

from assistant.answering import Assistant
from evals.pages import copy_with_pages
from index.build import build
from index.retrieve import open_index
from index.settings import IndexSettings

DOCUMENTS = Path(__file__).parents[2] / "documents"


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    copy_with_pages(DOCUMENTS, folder / "documents")
    settings = IndexSettings(store=folder / "store", documents=folder / "documents")
    build(settings)
    return Assistant(open_index(settings))


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Phú Thọ triển khai được mấy đề án khuyến công trong 10 tháng năm 2025?", "68 đề án"),
        ("Lạng Sơn đã dùng bao nhiêu kinh phí khuyến công trong 10 tháng 2025?", "6,1 tỷ đồng"),
        ("Huyện Giồng Trôm năm 2016 có bao nhiêu cơ sở được hỗ trợ máy móc?", "4 cơ sở"),
        ("Các cơ sở ở huyện Châu Thành (Bến Tre) bỏ ra bao nhiêu vốn đối ứng năm 2016?", "5.210 triệu đồng"),
        ("KH kinh phí KCĐP năm 2016 của Bến Tre cho ứng dụng MMTB là bao nhiêu?", "3.450 triệu đồng"),
        ("Năm 2026 tỉnh An Giang được phê duyệt bao nhiêu tiền khuyến công quốc gia?", "4,2 tỷ đồng"),
        ("Doanh thu tư vấn của Đắk Lắk năm 2025 là bao nhiêu?", "1,86 tỷ đồng"),
        ("Các đề án khuyến công năm 2025 ở Đắk Lắk tạo thêm việc làm cho bao nhiêu người?", "715 lao động"),
        ("Mỗi sản phẩm tiêu biểu tỉnh Vĩnh Long năm 2025 được thưởng bao nhiêu?", "4 triệu đồng"),
        ("HTX Mộc mỹ nghệ La Xuyên được khuyến công Nam Định hỗ trợ bao nhiêu năm 2019?", "200 triệu đồng"),
        ("9 tháng 2025 Tây Ninh chi bao nhiêu cho hội chợ, kết nối cung cầu?", "1.125 triệu đồng"),
        ("Tổng số tiền khuyến công tỉnh Phú Thọ thực hiện trong năm 2023 là bao nhiêu?", "8,64 tỷ đồng"),
        ("8 tháng đầu năm 2024, các tỉnh phía Nam đã chi bao nhiêu từ nguồn khuyến công địa phương?", "35,28 tỷ đồng"),
        ("Khuyến công địa phương Lạng Sơn năm 2025 thực hiện bao nhiêu triệu đồng?", "3.615 triệu đồng"),
    ],
)
def test_a_number_of_a_new_page_comes_first_with_its_unit(reader, question, opening):
    answer = reader.ask(question)
    assert answer.outcome in ("answered", "partial") and opening in answer.claims[0].text


def test_a_cell_cites_the_line_that_says_its_unit(reader):
    answer = reader.ask("Tây Ninh bố trí bao nhiêu tiền trong kế hoạch 2025 cho mô hình trình diễn kỹ thuật?")
    assert "1.200 triệu đồng" in answer.answer
    assert any("Đơn vị tính: triệu đồng" in citation.quote for citation in answer.citations)


def test_a_decision_that_only_a_report_tells_of_is_asked_about(reader):
    answer = reader.ask("Theo Quyết định 27/2020 của Quảng Ngãi, hỗ trợ đăng ký nhãn hiệu tối đa bao nhiêu tiền?")
    assert "30 triệu đồng" in answer.answer and answer.citations[0].document == "quang-ngai-2020"


def test_districts_are_compared_by_their_bare_names(reader):
    answer = reader.ask("Khuyến công Ninh Bình nghiệm thu 9 tháng 2023: Kim Sơn nhiều hơn Hoa Lư mấy đề án?")
    assert "8 − 6 = 2" in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Tại sao kinh phí KC địa phương 2016 của Bến Tre chưa giải ngân hết?", "giá trị quyết toán máy móc"),
        ("Nguyên nhân các đề án khuyến công phía Nam phải dừng trong năm 2021?", "không còn vốn đối ứng"),
        ("Trụ sở chính của trung tâm khuyến công An Giang sau hợp nhất đặt ở đâu?", "Phường Rạch Giá"),
    ],
)
def test_causes_and_places_stand_behind_what_happened(reader, question, told):
    assert told in reader.ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "Nghệ An triển khai được mấy đề án khuyến công trong 10 tháng năm 2025?",
        "Huyện Bình Đại năm 2016 có bao nhiêu cơ sở được hỗ trợ máy móc?",
        "Doanh thu tư vấn của Đắk Lắk năm 2023 là bao nhiêu?",
    ],
)
def test_what_no_page_tells_is_refused(reader, question):
    assert reader.ask(question).outcome == "not_found"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Bình Phước 2020 - vốn đối ứng của Công ty Đức Thuận Phát", "1.450 triệu đồng"),
        ("Tổng vốn đối ứng của 10 đơn vị nhận hỗ trợ máy móc tại Bình Phước năm 2020?", "8.915 triệu đồng"),
        ("Hồi 2012 Lâm Đồng có mấy đề án khuyến công?", "11 đề án"),
        ("Long An xin nâng trần hỗ trợ máy móc lên bao nhiêu mỗi cơ sở năm 2019?", "300 triệu đồng/cơ sở"),
        ("Doanh thu năm 2012 của Cơ sở Kẹo gương Thu Hồng ở Quảng Ngãi?", "2,8 tỷ đồng"),
        ("ai chu tri hoi nghi tong ket khuyen cong tra vinh 2016-2020", "Thạch Sa Rinh"),
        ("Kể tên các sản phẩm CNNTTB cấp quốc gia của Trà Vinh giai đoạn 2016-2020", "than hoạt tính"),
        ("Những cơ sở nào ở Sóc Trăng được hỗ trợ mua máy trong 6 tháng đầu năm 2021?", "Mỹ Ngân"),
    ],
)
def test_tables_interviews_and_features_of_other_provinces_answer(reader, question, told):
    answer = reader.ask(question)
    assert answer.outcome in ("answered", "partial") and told in answer.answer


def test_months_asked_for_next_are_those_of_the_year_talked_of(reader):
    first = reader.ask("Tổng kinh phí khuyến công Sóc Trăng được giao năm 2021?")
    assert "5.240 triệu đồng" in first.answer
    assert "1.965 triệu đồng" in reader.ask("6 tháng đầu năm đã tiêu được bao nhiêu trong số đó?", first.talk).answer
    plan = reader.ask("Kế hoạch khuyến công Tuyên Quang 2025 tốn tất cả bao nhiêu tiền?")
    assert "28%" in reader.ask("Như vậy là hơn kế hoạch năm trước bao nhiêu phần trăm?", plan.talk).answer
