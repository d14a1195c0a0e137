"""Where an owner in brackets puts the figures, and what a result beside its plan is."""

from documents.corpus import open_corpus
from documents.figures import extract_figures
from documents.quantities import read_quantities

PAGE = (
    "Phú Thọ: Khuyến công năm 2021\n16/01/2022\n"
    "Năm 2021, tỉnh Phú Thọ được giao 10 tỷ đồng. Toàn tỉnh thực hiện 9,9 tỷ đồng, đạt 99% kế hoạch.\n"
    "Công ty Chè Xanh (huyện Thanh Ba) được hỗ trợ 260 triệu đồng. Sản lượng của công ty đạt 320 tấn.\n"
    "Kế hoạch được điều chỉnh giảm còn 9,95 tỷ đồng.\n"
    "Nhờ vậy, số cơ sở là 24, cao hơn 4 cơ sở so với kế hoạch, kinh phí 5 tỷ đồng.\n"
    "Đề nghị bổ sung 4 biên chế, hiện có 22 viên chức.\n"
)


def test_an_owner_s_district_rules_his_sentences_and_results_are_no_plans(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    figures = extract_figures(open_corpus(tmp_path).document("page"))
    assert [(f.text, f.place.name, f.status) for f in figures] == [
        ("10 tỷ đồng", "Phú Thọ", "plan"),
        ("9,9 tỷ đồng", "Phú Thọ", "actual"),
        ("99%", "Phú Thọ", "actual"),
        ("260 triệu đồng", "Thanh Ba", "actual"),
        ("320 tấn", "Thanh Ba", "actual"),
        ("9,95 tỷ đồng", "Phú Thọ", "plan"),
        ("24", "Phú Thọ", "actual"),
        ("4 cơ sở", "Phú Thọ", "actual"),
        ("5 tỷ đồng", "Phú Thọ", "actual"),
        ("4 biên chế", "Phú Thọ", "plan"),
        ("22 viên chức", "Phú Thọ", "actual"),
    ]


def test_a_cell_takes_the_unit_that_its_head_names_in_the_row():
    row = "Địa bàn: Huyện Con Cuông | Số đề án: 3 | Kinh phí (triệu đồng): 1.360 | Tỷ lệ (%): 95"
    assert [(q.text, f"{q.value}", q.unit) for q in read_quantities(row)] == [
        ("3", "3", "đề án"),
        ("1.360", "1360000000", "đồng"),
        ("95", "95", "%"),
    ]


def test_a_part_out_of_a_whole_is_two_quantities():
    assert [(q.text, f"{q.value}", q.unit) for q in read_quantities("có 9 trong 45 hồ sơ bị loại")] == [
        ("9 trong 45 hồ sơ", "9", "hồ sơ"),
        ("45 hồ sơ", "45", "hồ sơ"),
    ]


def test_the_centre_that_heads_a_report_tells_its_province(tmp_path):
    lines = "TRUNG TÂM KHUYẾN CÔNG BẮC KẠN\nBáo cáo kết quả công tác khuyến công năm 2017\nNgày 20/12/2017\n"
    (tmp_path / "page.txt").write_text(f"{lines}Năm 2017, Trung tâm hỗ trợ 14 cơ sở.\n", encoding="utf-8")
    (figure,) = extract_figures(open_corpus(tmp_path).document("page"))
    assert (figure.text, figure.place.name) == ("14 cơ sở", "Bắc Kạn")
