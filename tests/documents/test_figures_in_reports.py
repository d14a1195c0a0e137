"""Sentences as reports and portraits of enterprises write them: which place, period and standing each figure has."""

import pytest

from documents.figures import extract_figures
from documents.loading_text import load_txt
from documents.records import Document, Figure, Source
from documents.settings import Limits


def figures_of(
    *paragraphs: str, title: str = "Khuyến công Đồng Tháp năm 2022", date: str = "2023-01-09"
) -> list[Figure]:
    loaded = load_txt("\n\n".join(paragraphs).encode(), Limits())
    source = Source(id="page", file="page.txt", title=title, date=date)
    return extract_figures(Document(source, loaded.text, loaded.blocks))


def figure(text: str, *paragraphs: str, **facts: str) -> Figure:
    (found,) = [f for f in figures_of(*paragraphs, **facts) if f.text == text]
    return found


REVIEW = "Sở Công Thương tổ chức hội nghị tổng kết hoạt động khuyến công năm 2019, triển khai nhiệm vụ năm 2020."


def test_a_share_that_is_over_something_is_no_rise():
    read = figure("92%", "Tỉnh mở 62 lớp cho 2.170 lao động nông thôn; hơn 92% số này có việc làm ổn định.")
    assert (read.comparison, "mức tăng" in read.indicator_name) == ("", False)
    share = figure("45%", "Năm 2022, 71 cơ sở được tiếp sức với 18,7 tỷ đồng, chiếm hơn 45% tổng kinh phí.")
    assert share.comparison == "chiếm 45% tổng kinh phí"
    assert figure("8,5%", "Năm 2022, kinh phí hơn 8,5% so với năm 2021.").indicator_name.startswith("mức tăng")


def test_a_fulfilment_ends_where_the_change_begins():
    text = "Năm 2022, kinh phí 11,346 tỷ đồng, đạt 98,4% kế hoạch và tăng hơn 22% so với năm 2021 (9,28 tỷ đồng)."
    assert figure("98,4%", text).comparison == "đạt 98,4% kế hoạch"
    assert figure("22%", text).indicator_name == "mức tăng kinh phí so với năm 2021"


def test_the_year_that_a_review_looks_ahead_to_rules_nothing_behind_it():
    read = figure(
        "120 đại biểu", f"Ngày 27/12/2019, {REVIEW} Dự hội nghị có 120 đại biểu.", title="Hội nghị", date="2019-12-30"
    )
    assert (read.period.label, read.status) == ("năm 2019", "actual")


def test_what_was_done_of_what_was_allotted():
    text = "Năm 2022, tỉnh được giao 17 đề án, thực hiện xong 16 đề án."
    assert [f.status for f in figures_of(text)] == ["plan", "actual"]


def test_what_is_given_on_the_day_is_no_plan():
    paragraphs = (
        "Nhiệm vụ năm 2023",
        "Kế hoạch năm 2023 gồm 19 đề án.",
        "Dịp này, Giám đốc Sở tặng giấy khen cho 5 tập thể.",
    )
    read = figure("5 tập thể", *paragraphs)
    assert (read.period.label, read.status) == ("năm 2022", "actual")


@pytest.mark.parametrize(
    ("text", "printed", "place"),
    [
        (
            "Hai mô hình được rót 1,6 tỷ đồng, trong đó mô hình phân hữu cơ ở Tháp Mười dùng 900 triệu đồng. "
            "Ngoài ra, Trung tâm giúp 6 cơ sở đăng ký nhãn hiệu.",
            "6 cơ sở",
            "Đồng Tháp",
        ),
        (
            "Ở Lấp Vò, hợp tác xã nhận 4 khung dệt. Tính chung, các đề án tạo việc làm cho 312 lao động.",
            "312 lao động",
            "Đồng Tháp",
        ),
        (
            "Trung tâm mở 1 lớp cho 40 chủ cơ sở tại huyện Lấp Vò. Kế hoạch năm 2023 là 8 lớp.",
            "8 lớp",
            "Đồng Tháp",
        ),
        (
            "Năm 2022, sản phẩm được công nhận tiêu biểu khu vực phía Nam. Doanh số đạt 3 tỷ đồng.",
            "3 tỷ đồng",
            "Đồng Tháp",
        ),
    ],
)
def test_the_place_of_one_part_does_not_rule_what_follows(text, printed, place):
    assert figure(printed, text).place.name == place


def test_a_month_said_in_passing_ends_with_its_paragraph():
    paragraphs = (
        "Tại làng bột, một doanh nghiệp là nơi thụ hưởng. Cuối tháng 3, doanh nghiệp được góp 300 triệu đồng.",
        "Hợp tác xã dệt chiếu nhận 4 khung dệt tự động.",
    )
    assert figure("300 triệu đồng", *paragraphs).period.label == "tháng 3 năm 2022"
    assert figure("4 khung dệt", *paragraphs).period.label == "năm 2022"


def test_a_change_against_another_round_is_of_this_one():
    text = "Năm nay có 41 sản phẩm gửi hồ sơ, tăng 9 sản phẩm so với kỳ năm 2021. Hội đồng chấm 34 sản phẩm."
    read = [f.period.label for f in figures_of(text, title="Bình chọn sản phẩm năm 2023", date="2023-09-05")]
    assert read == ["năm 2023"] * 3


def test_a_stretch_from_the_first_round_until_now():
    read = figure(
        "103 lượt sản phẩm", "Lũy kế từ kỳ đầu năm 2015 đến nay, toàn tỉnh có 103 lượt sản phẩm được công nhận."
    )
    assert read.period.start == "2015-01-01"


def test_a_page_of_years_that_its_lead_opens_with():
    lead = "Giai đoạn 2016-2020, chương trình khuyến công của tỉnh Thái Bình đã đi vào chiều sâu, từ dạy nghề sang máy."
    cause = "Bà Hải Yến giải thích: kinh phí năm 2020 hụt đi là do phải tiết giảm 30% để chống dịch."
    later = (
        "Từ dạy nghề đến đổi máy",
        "Cả giai đoạn mở 62 lớp.",
        "4 cụm công nghiệp được hỗ trợ hạ tầng với 6,4 tỷ đồng.",
    )
    facts = {"title": "Năm năm khuyến công ở quê lúa", "date": "2020-12-23"}
    assert figure("62 lớp", lead, cause, *later, **facts).period.label == "giai đoạn 2016-2020"
    assert figure("6,4 tỷ đồng", lead, cause, *later, **facts).period.label == "giai đoạn 2016-2020"


def test_the_fund_right_behind_projects_is_theirs_though_a_sum_follows():
    text = "Năm 2022 có 19 đề án hỗ trợ máy móc (gồm 4 đề án KCQG 2,4 tỷ đồng, 15 đề án KCĐP 4,45 tỷ đồng)."
    assert "địa phương" in figure("15 đề án", text).indicator_name
    assert "quốc gia" not in figure("15 đề án", text).indicator_name


def test_a_detailed_plan_is_no_spending():
    read = figure("27 ha", "Năm 2022, tỉnh lập quy hoạch chi tiết Cụm công nghiệp Hóa Tiến, quy mô 27 ha.")
    assert "kinh phí chi" not in read.indicator_name


def test_a_meeting_that_looks_back_over_years_tells_of_those_years():
    paragraphs = (
        "Ngày 16/12, Sở Công Thương tổ chức hội nghị nhìn lại 10 năm khuyến công (2005 - 2014) tại Gia Nghĩa.",
        "Khi chia tách đầu năm 2004, Đắk Nông chỉ có 412 cơ sở công nghiệp, đa phần là xay xát, rèn, mộc.",
        "Mười năm ấy có 137 đề án được thực hiện, tổng kinh phí 16,9 tỷ đồng.",
        "Kinh phí bình quân chỉ 123 triệu đồng/đề án.",
    )
    facts = {"title": "Mười năm khuyến công ở một tỉnh trẻ", "date": "2014-12-18"}
    assert figure("412 cơ sở", *paragraphs, **facts).period.label == "năm 2004"
    for text in ("137 đề án", "16,9 tỷ đồng", "123 triệu đồng/đề án"):
        assert figure(text, *paragraphs, **facts).period.label == "giai đoạn 2005-2014"
