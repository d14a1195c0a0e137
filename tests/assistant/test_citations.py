"""Verification: what a quote does not carry is withheld."""

from decimal import Decimal

import pytest

from assistant.citations import (
    Computation,
    Draft,
    Evidence,
    fault,
    join_claims,
    number_citations,
    unsupported_numbers,
    unsupported_places,
)
from assistant.records import Claim
from documents.quantities import read_quantities
from documents.records import Source

QUOTE = (
    "Năm 2024, tổng kế hoạch kinh phí khuyến công của 28 tỉnh, thành phố khu vực phía Bắc là 170,8 tỷ đồng, "
    "thấp hơn 8,5% so với kế hoạch năm 2023 (186,5 tỷ đồng)."
)


def evidence(quote: str = QUOTE, document: str = "bai") -> Evidence:
    return Evidence(document, 0, len(quote), quote, "đoạn 1")


@pytest.mark.parametrize(
    "text",
    [
        "Kinh phí là 170,8 tỷ đồng.",
        "Kinh phí là 170.800 triệu đồng.",
        "Kinh phí là 170.800.000.000 đồng.",
        "Năm 2024 thấp hơn 8,5% so với năm 2023 [1].",
        "28 tỉnh, thành phố",
    ],
)
def test_a_number_of_the_same_value_and_unit_is_carried(text):
    assert unsupported_numbers(text, [QUOTE]) == ()


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Kinh phí là 17,08 tỷ đồng.", ("17,08 tỷ đồng",)),
        ("Kinh phí là 170,8 triệu đồng.", ("170,8 triệu đồng",)),
        ("Tăng 170,8%.", ("170,8%",)),
        ("Năm 2022 là 170,8 tỷ đồng.", ("2022",)),
        ("Theo Nghị định 45/2012/NĐ-CP.", ("45/2012/NĐ-CP",)),
    ],
)
def test_another_value_unit_year_or_number_is_not(text, missing):
    assert unsupported_numbers(text, [QUOTE]) == missing


def test_an_overlap_of_words_does_not_excuse_a_wrong_number():
    wrong = "Tổng kế hoạch kinh phí khuyến công của khu vực phía Bắc năm 2024 là 9,9 tỷ đồng."
    assert fault(Draft(wrong, (evidence(),))) == "số 9,9 tỷ đồng không có trong đoạn được trích dẫn"


ROW = "Nội dung: Hội chợ | Năm 2024: 1.125 | Năm 2025: 1.300"
LINE = "Đơn vị tính: triệu đồng"


@pytest.mark.parametrize(
    ("text", "quotes", "wrong"),
    [
        ("Hội chợ năm 2024 là 1.125 triệu đồng.", (ROW, LINE), ""),
        ("Hội chợ năm 2024 là 1.126 triệu đồng.", (ROW, LINE), "1.126 triệu đồng"),
        ("Hội chợ năm 2024 là 1.125 tỷ đồng.", (ROW, LINE), "1.125 tỷ đồng"),
        ("Hội chợ năm 2024 là 1.125 triệu đồng.", (ROW,), "1.125 triệu đồng"),
    ],
)
def test_a_cell_is_verified_by_its_row_with_the_line_that_says_its_unit(text, quotes, wrong):
    reason = f"số {wrong} không có trong đoạn được trích dẫn" if wrong else ""
    assert fault(Draft(text, tuple(evidence(quote) for quote in quotes))) == reason


def test_a_sum_may_rest_on_cells_of_a_table():
    printed = "1.300 − 1.125 = 175 triệu đồng"
    terms = (Decimal("1300000000"), Decimal("1125000000"), Decimal("175000000"))
    draft = Draft(f"Chênh lệch: {printed}.", (evidence(ROW), evidence(LINE)), Computation(*terms, (printed,), "đồng"))
    assert fault(draft) == ""
    assert fault(Draft(draft.text, draft.evidence[:1], draft.computation)) != ""


def test_a_place_that_the_quote_does_not_name_is_withheld():
    assert unsupported_places("Thanh Hóa được 170,8 tỷ đồng.", [QUOTE]) == ("Thanh Hóa",)
    assert unsupported_places("Khu vực phía Bắc được 170,8 tỷ đồng.", [QUOTE]) == ()


def test_a_draft_without_evidence_is_never_shown():
    assert fault(Draft("Khuyến công rất tốt.", ())) == "không có đoạn nguồn làm căn cứ"


PRINTED = ("186,5 − 170,8 = 15,7 tỷ đồng",)


def summed(left: str, right: str, result: str, unit: str = "đồng") -> str:
    computation = Computation(Decimal(left), Decimal(right), Decimal(result), PRINTED, unit)
    return fault(Draft(f"Chênh lệch: {PRINTED[0]}.", (evidence(),), computation))


def test_a_sum_is_worked_out_again():
    assert summed("186500000000", "170800000000", "15700000000") == ""
    assert summed("186500000000", "170800000000", "15800000000") == "phép tính không khớp"


@pytest.mark.parametrize(
    ("left", "right", "result", "unit"),
    [
        ("186500000000", "170700000000", "15800000000", "đồng"),
        ("186600000000", "170800000000", "15800000000", "đồng"),
        ("28", "8.5", "19.5", "%"),
    ],
)
def test_a_sum_of_numbers_that_no_quote_carries_is_withheld(left, right, result, unit):
    assert summed(left, right, result, unit) == "phép tính dùng số không có trong đoạn được trích dẫn"


def test_a_ratio_is_rounded_to_two_decimals_and_never_by_nothing():
    high, low = Decimal("186500000000"), Decimal("170800000000")
    assert Computation(high, low, Decimal("1.09"), (), "đồng", "ratio").holds()
    assert not Computation(high, low, Decimal("1.1"), (), "đồng", "ratio").holds()
    assert not Computation(high, Decimal(0), Decimal(0), (), "đồng", "ratio").holds()


def test_citations_are_numbered_by_first_use_and_the_same_span_is_one():
    source = Source("bai", "bai.txt", title="Bài", publisher="Báo", date="2024-05-20")
    other = Source("bai-2", "bai-2.txt", title="Bài hai", issuer="Chính phủ")
    rows = {"bai": source, "bai-2": other}
    second = evidence("Hải Dương có 66 đề án.", "bai-2")
    drafts = [
        Draft("Kinh phí là 170,8 tỷ đồng.", (evidence(),)),
        Draft("Hải Dương có 67 đề án.", (second,)),
        Draft("Hải Dương có 66 đề án.", (second, evidence())),
    ]
    claims, citations, withheld = number_citations(drafts, rows.__getitem__)
    assert claims == (Claim("Kinh phí là 170,8 tỷ đồng.", (1,)), Claim("Hải Dương có 66 đề án.", (2, 1)))
    assert [(c.number, c.document, c.publisher, c.quote) for c in citations] == [
        (1, "bai", "Báo", QUOTE),
        (2, "bai-2", "Chính phủ", "Hải Dương có 66 đề án."),
    ]
    assert [row.reason for row in withheld] == ["số 67 đề án không có trong đoạn được trích dẫn"]
    assert join_claims(claims) == "Kinh phí là 170,8 tỷ đồng. [1] Hải Dương có 66 đề án. [2][1]"


@pytest.mark.parametrize(
    ("kind", "left", "right", "result", "wrong"),
    [
        ("sum", "8", "4.5", "12.5", "12.4"),
        ("share", "4.5", "12.5", "36", "36.1"),
        ("growth", "170.8", "186.5", "-8.4", "8.4"),
        ("average", "11.072", "66", "0.17", "0.168"),
    ],
)
def test_every_kind_of_sum_is_worked_out_again(kind, left, right, result, wrong):
    for printed, stands in ((result, True), (wrong, False)):
        assert Computation(Decimal(left), Decimal(right), Decimal(printed), (), "", kind).holds() is stands


def test_terms_of_two_units_must_stand_in_the_quotes_each_with_its_own():
    quotes = read_quantities("Hỗ trợ 66 đề án với 11,072 tỷ đồng.")
    money, count = Decimal("11072000000"), Decimal(66)
    average = Computation(money, count, Decimal(0), (), "đồng", "average", right_unit="đề án")
    assert average.rests_on(quotes)
    assert not Computation(money, count, Decimal(0), (), "đồng", "average", right_unit="cơ sở").rests_on(quotes)


def test_a_cell_is_never_verified_in_the_unit_of_another_table_quoted_beside_it():
    other, its_line = "Nội dung: Mô hình | Năm 2024: 7", "Đơn vị tính: tỷ đồng"
    quotes = tuple(evidence(quote) for quote in (ROW, LINE, other, its_line))
    assert fault(Draft("Hội chợ 1.125 triệu đồng, mô hình 7 tỷ đồng.", quotes)) == ""
    wrong = "số 1.125 tỷ đồng không có trong đoạn được trích dẫn"
    assert fault(Draft("Hội chợ năm 2024 là 1.125 tỷ đồng.", quotes)) == wrong


def test_a_sentence_with_semicolons_is_no_row_of_a_table():
    sentence = "Khuyến công được hỗ trợ theo Điều 4; khoản 5; 12; và các quy định khác có liên quan của tỉnh."
    told = "Đơn vị tính: triệu đồng"
    assert fault(Draft("Mức hỗ trợ là 12 triệu đồng.", (evidence(sentence), evidence(told)))) != ""
