"""Which money is asked for, and whether a sentence tells of it."""

import pytest

from assistant.money_asked import (
    asks_whole_year,
    cut_lacking,
    is_rate,
    of_other_purse,
    spending_lacking,
    stated_whole,
    use_lacking,
)
from assistant.questions import read_question


def test_a_plan_is_not_yet_spent():
    asked = read_question("Cả năm 2024 phía Bắc giải ngân được bao nhiêu kinh phí?")
    assert spending_lacking(asked, "Tổng kế hoạch kinh phí được duyệt là 170,8 tỷ đồng.")
    assert not spending_lacking(asked, "Kinh phí toàn vùng ước thực hiện đạt 34,7 tỷ đồng.")
    assert asks_whole_year(asked)
    assert not asks_whole_year(read_question("So với kế hoạch cả năm 2024 thì còn bao nhiêu?"))
    assert not spending_lacking(read_question("Kế hoạch kinh phí là bao nhiêu?"), "Kế hoạch là 170,8 tỷ đồng.")


@pytest.mark.parametrize(
    ("asked", "whole"),
    [
        ("Trong 72,5 tỷ đồng của vùng thì phần khuyến công địa phương là bao nhiêu?", "72500000000"),
        ("Trong 18,3 tỷ phân bổ đợt 1 thì bao nhiêu cho hội chợ?", "18300000000"),
        ("Trong 18,3 tỷ phân bổ đợt 1 thì phần hội chợ chiếm bao nhiêu phần trăm?", None),
        ("Kế hoạch 72,5 tỷ đồng là của năm nào?", None),
    ],
)
def test_the_sum_of_which_a_part_is_asked(asked, whole):
    stated = stated_whole(read_question(asked))
    assert (str(int(stated.value)) if stated else None) == whole


def test_money_that_was_cut_is_not_what_was_spent():
    asked = read_question("Khoản kinh phí bị cắt vì dịch là bao nhiêu tỷ đồng?")
    assert cut_lacking(asked, "Tổng kinh phí thực hiện là 11 tỷ đồng.")
    assert not cut_lacking(asked, "Kinh phí bị cắt giảm 2 tỷ đồng.")
    assert not cut_lacking(read_question("Kinh phí là bao nhiêu tỷ đồng?"), "Tổng kinh phí là 11 tỷ đồng.")


def test_what_money_is_spent_on_is_told_by_a_sentence_about_money():
    asked = read_question("Kinh phí khuyến công được chi vào những việc gì?")
    assert use_lacking(asked, "Bộ Công Thương lập chương trình khuyến công quốc gia của từng giai đoạn.")
    assert not use_lacking(asked, "Kinh phí trả cho những khoản khác phục vụ hoạt động khuyến công.")
    assert not use_lacking(read_question("Bộ Công Thương làm gì?"), "Bộ Công Thương lập chương trình khuyến công.")


@pytest.mark.parametrize(
    ("asked", "said", "other"),
    [
        ("HTX được khuyến công hỗ trợ bao nhiêu tiền?", "bà vay hội phụ nữ 15 triệu đồng", True),
        ("HTX được khuyến công hỗ trợ bao nhiêu tiền?", "trong tổng số 1,6 tỷ đồng đầu tư hệ thống", True),
        ("HTX được khuyến công hỗ trợ bao nhiêu tiền?", "khuyến công tỉnh hỗ trợ 180 triệu đồng", False),
        ("HTX được khuyến công hỗ trợ bao nhiêu tiền để tăng doanh thu?", "khuyến công hỗ trợ 180 triệu đồng", False),
        ("HTX được khuyến công hỗ trợ bao nhiêu tiền?", "nâng cấp lò sấy, đầu tư 1,6 tỷ đồng", True),
        ("HTX được khuyến công hỗ trợ bao nhiêu tiền?", "tỉnh cấp 180 triệu đồng, góp thêm 90 triệu đồng", False),
        ("HTX đầu tư tổng cộng bao nhiêu tiền?", "đầu tư 1,6 tỷ đồng", False),
        ("Doanh thu của HTX là bao nhiêu tỷ đồng?", "doanh thu 2,4 tỷ đồng", False),
    ],
)
def test_money_given_is_not_money_of_their_own(asked, said, other):
    assert of_other_purse(read_question(asked), said) is other


def test_what_was_earned_is_not_what_was_given():
    asked = read_question("Cơ sở mỗi năm thu được bao nhiêu tiền từ phở khô?")
    assert of_other_purse(asked, "tỉnh đã hỗ trợ 200 triệu đồng")
    assert not of_other_purse(asked, "doanh thu đạt 2,4 tỷ đồng")


@pytest.mark.parametrize(
    ("asked", "unit", "rate"),
    [
        ("Tổng vốn đầu tư của mô hình là bao nhiêu?", "đồng/kg", True),
        ("Kế hoạch bố trí tổng cộng bao nhiêu kinh phí?", "đồng/năm", True),
        ("Tổng kinh phí mỗi năm là bao nhiêu?", "đồng/năm", False),
        ("Giá bán là bao nhiêu tiền?", "đồng/kg", False),
        ("Tổng vốn đầu tư của mô hình là bao nhiêu?", "đồng", False),
        ("Tổng mức hỗ trợ tối đa là bao nhiêu tiền?", "đồng/cơ sở", False),
    ],
)
def test_a_price_is_no_whole_sum(asked, unit, rate):
    assert is_rate(read_question(asked), unit) is rate


@pytest.mark.parametrize(
    ("asked", "said", "other"),
    [
        ("Hội chợ tốn bao nhiêu kinh phí tổ chức?", "doanh thu ước 6,2 tỷ đồng", True),
        ("Hội chợ tốn bao nhiêu kinh phí tổ chức?", "kinh phí 300 triệu đồng, doanh thu cao", False),
        ("Tổng vốn đầu tư của mô hình là bao nhiêu tiền?", "mô hình được hỗ trợ 430 triệu đồng", True),
        ("Tổng vốn đầu tư của mô hình là bao nhiêu tiền?", "tổng vốn đầu tư 2 tỷ đồng", False),
        ("Mô hình được hỗ trợ vốn đầu tư bao nhiêu tiền?", "mô hình được hỗ trợ 430 triệu đồng", False),
    ],
)
def test_what_something_brought_in_is_not_what_it_cost_nor_support_what_was_invested(asked, said, other):
    assert of_other_purse(read_question(asked), said) is other


def test_a_cap_of_each_is_no_total_budget():
    asked = read_question("Tổng kinh phí phê duyệt theo Nghị quyết 138/2024/NQ-HĐND là bao nhiêu tiền?")
    assert is_rate(asked, "đồng/cơ sở") and not is_rate(asked, "đồng")
    assert not is_rate(read_question("Mỗi cơ sở được tổng kinh phí bao nhiêu tiền?"), "đồng/cơ sở")


def test_money_set_on_its_plan_was_spent():
    question = read_question("Đến hết 9 tháng năm 2024 Cà Mau đã chi bao nhiêu tiền khuyến công?")
    told = "Cà Mau thấp nhất, 1,6 tỷ đồng trên kế hoạch 4,1 tỷ đồng."
    assert not spending_lacking(question, told, "actual")
    assert spending_lacking(question, told, "plan")
    assert spending_lacking(question, "Cà Mau thấp nhất, 1,6 tỷ đồng.", "actual")
