"""A cap is named by what it caps and by what qualifies this very number, as a row of a table would be headed."""

import pytest

from documents.corpus import open_corpus
from documents.figures import extract_figures

MADE_UP = [
    (
        "Mức hỗ trợ trồng rừng ven biển là tối đa 30% chi phí và không quá 500 triệu đồng/khu rừng.",
        ["mức hỗ trợ trồng rừng ven biển (% chi phí)", "mức hỗ trợ trồng rừng ven biển"],
    ),
    (
        "Mức hỗ trợ lập liên đoàn, hội nghề cá là tối đa 30% chi phí, không quá 70 triệu đồng ở cấp khu vực và "
        "không quá 100 triệu đồng ở cấp quốc gia.",
        [
            "mức hỗ trợ lập liên đoàn, hội nghề cá (% chi phí)",
            "mức hỗ trợ lập liên đoàn, hội nghề cá ở cấp khu vực",
            "mức hỗ trợ lập liên đoàn, hội nghề cá ở cấp quốc gia",
        ],
    ),
    (
        "a) Chi hỗ trợ đăng ký nhãn hiệu đối với các sản phẩm nông nghiệp. Mức hỗ trợ tối đa 50% chi phí, nhưng "
        "không quá 35 triệu đồng/nhãn hiệu.",
        [
            "mức hỗ trợ đăng ký nhãn hiệu đối với các sản phẩm nông nghiệp (% chi phí)",
            "mức hỗ trợ đăng ký nhãn hiệu đối với các sản phẩm nông nghiệp",
        ],
    ),
    (
        "Chi hỗ trợ thành lập hội nuôi ong. Mức hỗ trợ tối đa 30% chi phí thành lập nhưng không quá 50 triệu "
        "đồng/hội, hiệp hội cấp tỉnh; không quá 70 triệu đồng/hội, hiệp hội cấp vùng.",
        [
            "mức hỗ trợ thành lập hội nuôi ong (% chi phí thành lập)",
            "mức hỗ trợ thành lập hội nuôi ong cấp tỉnh",
            "mức hỗ trợ thành lập hội nuôi ong cấp vùng",
        ],
    ),
    (
        "Mức chi quản lý là tối đa 1,5% kinh phí hằng năm đối với cơ quan quản lý và tối đa 2,5% dự toán đề án "
        "đối với đơn vị thực hiện.",
        [
            "mức chi quản lý đối với cơ quan quản lý (% kinh phí hằng năm)",
            "mức chi quản lý đối với đơn vị thực hiện (% dự toán đề án)",
        ],
    ),
    (
        "Tiền thưởng cho sản phẩm đạt giải ở cấp khu vực là không quá 5 triệu đồng và ở cấp quốc gia là không quá "
        "10 triệu đồng.",
        [
            "tiền thưởng cho sản phẩm đạt giải ở cấp khu vực",
            "tiền thưởng cho sản phẩm đạt giải ở cấp quốc gia",
        ],
    ),
    (
        "Hỗ trợ tối đa 50% chi phí mua máy xay xát nhưng không quá 300 triệu đồng/cơ sở.",
        ["mức hỗ trợ chi phí mua máy xay xát", "mức hỗ trợ chi phí mua máy xay xát"],
    ),
    (
        "Các hộ làm muối ứng dụng máy móc được hỗ trợ tối đa 50% chi phí nhưng không quá 300 triệu đồng/hộ.",
        ["mức hỗ trợ hộ làm muối ứng dụng máy móc (% chi phí)", "mức hỗ trợ hộ làm muối ứng dụng máy móc"],
    ),
    (
        "Đối với cơ sở sản xuất sạch hơn, mức hỗ trợ tối đa là 40% tổng chi phí và không vượt quá 250 triệu đồng.",
        [
            "mức hỗ trợ đối với cơ sở sản xuất sạch hơn (% tổng chi phí)",
            "mức hỗ trợ đối với cơ sở sản xuất sạch hơn",
        ],
    ),
    (
        "Theo khoản 2, mức hỗ trợ lập doanh nghiệp là không quá 10 triệu đồng/doanh nghiệp; mức hỗ trợ thiết kế, "
        "đăng ký bao bì không quá 35 triệu đồng/mẫu.",
        ["mức hỗ trợ lập doanh nghiệp", "mức hỗ trợ thiết kế, đăng ký bao bì"],
    ),
    (
        "Chi hỗ trợ tham gia hội chợ trong nước: Hỗ trợ 80% chi phí thuê gian hàng.",
        ["mức hỗ trợ tham gia hội chợ trong nước (% chi phí thuê gian hàng)"],
    ),
    (
        "Mức vốn đối ứng tối thiểu 70% đối với doanh nghiệp, tối thiểu 50% đối với hợp tác xã.",
        ["mức vốn đối ứng đối với doanh nghiệp", "mức vốn đối ứng đối với hợp tác xã"],
    ),
    (
        "Điều 5. Hỗ trợ di dời lò gạch\n1. Mức hỗ trợ tối đa 50% lãi suất vay trong 02 năm đầu nhưng không quá 500 "
        "triệu đồng/lò.",
        [
            "mức hỗ trợ di dời lò gạch (% lãi suất vay trong 02 năm đầu)",
            "thời gian hỗ trợ di dời lò gạch",
            "mức hỗ trợ di dời lò gạch",
        ],
    ),
]


def names(text: str, tmp_path) -> list[str]:
    (tmp_path / "page.txt").write_text(f"Quy định về mức hỗ trợ\n{text}\n", encoding="utf-8")
    return [figure.indicator_name for figure in extract_figures(open_corpus(tmp_path).document("page"))]


@pytest.mark.parametrize(("text", "wanted"), MADE_UP)
def test_a_cap_is_named_by_its_subject_and_its_own_qualifier(text, wanted, tmp_path):
    assert names(text, tmp_path) == wanted


def test_what_is_given_holds_until_another_item_names_nothing(tmp_path):
    text = "a) Chi hỗ trợ in lịch.\nMức hỗ trợ không quá 5 triệu đồng/bộ.\nb) Mức hỗ trợ không quá 9 triệu đồng/bộ."
    assert names(text, tmp_path)[0] == "mức hỗ trợ in lịch"
    assert "lịch" not in names(text, tmp_path)[1]


def test_a_cap_in_a_report_that_tells_of_what_was_given_is_no_rule(tmp_path):
    text = "Năm 2023, tỉnh đã hỗ trợ 5 cơ sở mua máy, tối đa 300 triệu đồng/cơ sở."
    assert all("mức hỗ trợ" not in name for name in names(text, tmp_path))


def test_a_cap_in_brackets_is_of_what_stands_before_them(tmp_path):
    text = "Dự kiến hỗ trợ 21 cơ sở mua máy sấy (mức hỗ trợ tối đa 300 triệu đồng/cơ sở)."
    assert names(text, tmp_path)[1] == "mức hỗ trợ cơ sở mua máy sấy"


def test_a_cap_that_stands_alone_in_an_item_is_of_what_the_line_above_gives(tmp_path):
    (tmp_path / "page.txt").write_text("Quy định\nChi hỗ trợ in lịch:\n- Tối đa 5 triệu đồng/bộ.\n", encoding="utf-8")
    (cap,) = extract_figures(open_corpus(tmp_path).document("page"))
    assert (cap.indicator, cap.indicator_name) == ("5 triệu đồng/bộ", "mức hỗ trợ in lịch")
