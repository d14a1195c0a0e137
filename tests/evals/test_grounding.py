"""The second pair of eyes: its own reading of numbers, and each breach of the promise told apart."""

from decimal import Decimal

from assistant.records import Answer, Citation, Claim
from evals.grounding import Grounding, check_grounding, known_mentions, quantity_problems, read_mentions

TEXT = "Năm 2024 được duyệt 170,8 tỷ đồng, thấp hơn 8,5% so với năm 2023 (186,5 tỷ đồng). Có 57 cơ sở. Xem Quảng cáo."
FIRST = TEXT[: TEXT.index(" Có")]


def citation(quote: str, number: int = 1, start: int | None = None) -> Citation:
    start = TEXT.index(quote) if start is None else start
    return Citation(number, "d", "Bài", "Báo", "2024-05-20", "đoạn 1", quote, start, start + len(quote))


def grounding(claim: str, *citations: Citation, language: str = "vi", numbers: tuple[int, ...] = (1,)) -> Grounding:
    answer = Answer("Bao nhiêu?", "answered", claim, (Claim(claim, numbers),), citations, language=language)
    return check_grounding(answer, lambda _: TEXT, ["Quảng cáo"])


def values(text: str, english: bool = False) -> list[tuple[Decimal, str]]:
    return [(mention.value, mention.unit) for mention in read_mentions(text, english)]


def test_vietnamese_numbers_are_read_with_scale_and_unit():
    assert values("170,8 tỷ đồng; 1.330 lao động; 7,5%; 3.000 triệu; 05 đề án") == [
        (Decimal("170800000000.0"), "money"),
        (Decimal(1330), "count"),
        (Decimal("7.5"), "percent"),
        (Decimal(3_000_000_000), "money"),
        (Decimal(5), "count"),
    ]


def test_a_province_is_not_read_as_a_milliard_because_its_word_begins_so():
    assert values("28 tỉnh, thành phố; 28 tỉ đồng") == [(Decimal(28), "count"), (Decimal(28_000_000_000), "money")]


def test_the_terms_of_a_sum_share_the_unit_behind_its_result():
    milliards = [Decimal(number) * 10**9 for number in ("99.2", "71.5", "27.7")]
    assert values("Chênh lệch: 99,2 − 71,5 = 27,7 tỷ đồng.") == [(value, "money") for value in milliards]
    assert values("giai đoạn 2014 - 2018: 5 tỷ") == [
        (Decimal(2014), "count"),
        (Decimal(2018), "count"),
        (Decimal(5_000_000_000), "money"),
    ]


def test_a_lone_separator_that_groups_nothing_is_a_decimal_mark():
    assert values("41,9% of the North; 1,330 workers", english=True) == [
        (Decimal("41.9"), "percent"),
        (Decimal(1330), "count"),
    ]
    assert values("4.87 tỷ đồng; 1.330 lao động; 1.2.3") == [
        (Decimal("4.87") * 10**9, "money"),
        (Decimal(1330), "count"),
        (Decimal(123), "count"),
    ]


def test_a_vietnamese_print_in_an_english_text_is_read_in_vietnamese():
    assert values("78,7 tỷ đồng (VND 78.7 billion)", english=True) == [(Decimal("78.7") * 10**9, "money")] * 2


def test_english_numbers_are_read_in_english_and_their_vietnamese_quotes_in_vietnamese():
    assert values("VND 170.8 billion; 1,330 workers; 8.5 percent; “170,8 tỷ đồng”", english=True) == [
        (Decimal("170800000000.0"), "money"),
        (Decimal(1330), "count"),
        (Decimal("8.5"), "percent"),
        (Decimal("170800000000.0"), "money"),
    ]


def test_a_claim_whose_numbers_stand_in_its_quote_is_clean():
    found = grounding("Năm 2024 được duyệt 170,8 tỷ đồng [1].", citation(FIRST))
    assert found == Grounding(2, 2, 0, (), (), (), (), ())


def test_a_number_that_the_quote_does_not_hold_is_loose_for_both_readers():
    claim = "Được duyệt 171,8 tỷ đồng."
    found = grounding(claim, citation(FIRST))
    assert found.loose == (f"'171,8 tỷ đồng' in: {claim}",)
    assert found.quantity_problems == (f"'171,8 tỷ đồng' (171800000000 đồng) in: {claim}",)


def test_the_same_value_with_another_unit_is_loose():
    assert len(grounding("Được duyệt 170,8%.", citation(FIRST)).loose) == 1


def test_a_difference_of_two_quoted_numbers_is_computed_and_a_wrong_one_is_loose():
    right = grounding("Từ 186,5 tỷ đồng xuống 170,8 tỷ đồng, giảm 15,7 tỷ đồng.", citation(FIRST))
    wrong = grounding("Từ 186,5 tỷ đồng xuống 170,8 tỷ đồng, giảm 15,8 tỷ đồng.", citation(FIRST))
    assert (right.quoted, right.computed, right.loose, right.quantity_problems) == (2, 1, (), ())
    assert (wrong.quoted, wrong.computed, len(wrong.loose)) == (2, 0, 1)


def test_a_year_of_the_citation_is_context_but_a_sum_of_money_never_is():
    found = grounding("Tháng 5 năm 2024 có 57 cơ sở.", citation("Có 57 cơ sở."))
    assert (found.numbers, found.quoted, found.loose) == (3, 1, ())
    assert len(grounding("Có 2024 đồng.", citation("Có 57 cơ sở.")).loose) == 1


def test_a_claim_without_a_citation_or_with_one_that_is_not_there_is_uncited():
    assert grounding("Có 57 cơ sở.", numbers=()).uncited == ("Có 57 cơ sở.",)
    assert grounding("Có 57 cơ sở.", citation("Có 57 cơ sở."), numbers=(2,)).uncited == ("Có 57 cơ sở.",)


def test_a_quote_that_is_not_the_text_from_start_to_end_is_wrong():
    found = grounding("Có 57 cơ sở.", citation("Có 57 cơ sở.", start=3))
    assert found.wrong_quotes == ("[1] d 3-15",)


def test_page_noise_in_a_quote_is_named():
    assert grounding("Xem.", citation("Xem Quảng cáo.")).noise == ("Quảng cáo",)


def test_a_refusal_that_names_money_of_its_own_is_told():
    answer = Answer("Có 9 tỷ đồng không?", "not_found", "Không tìm thấy 9 tỷ đồng; có lẽ là 8 tỷ đồng.")
    found = check_grounding(answer, lambda _: TEXT, [])
    assert (found.loose, found.uncited) == (("'8 tỷ đồng' in a text without claims",), ())


def test_an_answer_without_claims_is_uncited():
    answer = Answer("Gì?", "answered", "Có.")
    assert check_grounding(answer, lambda _: TEXT, []).uncited == ("an answer without claims: Có.",)


def test_a_total_of_three_an_average_and_percentage_points_are_computed():
    parts = citation("Gồm 1,55 tỷ đồng, 8,615 tỷ đồng và 907 triệu đồng cho 66 đề án.", start=0)
    added = grounding("1,55 + 8,615 + 0,907 = 11,072 tỷ đồng.", parts)
    assert (added.computed, added.loose, added.quantity_problems) == (1, (), ())
    shared = grounding("8,615 tỷ đồng : 66 đề án ≈ 130,53 triệu đồng/đề án.", parts)
    assert (shared.computed, shared.loose, shared.quantity_problems) == (1, (), ())
    assert len(grounding("Mỗi đề án 130,54 triệu đồng.", parts).loose) == 1
    points = grounding("58,1% − 41,9% = 16,2 điểm phần trăm.", citation("Lần lượt là 58,1% và 41,9%.", start=0))
    assert (points.computed, points.loose, points.quantity_problems) == (1, (), ())


def test_a_year_is_no_term_of_the_amount_behind_its_dash():
    mentions = read_mentions("so với kế hoạch năm 2022 - 72,5 tỷ đồng")
    assert [(mention.value, mention.unit) for mention in mentions] == [
        (Decimal(2022), "count"),
        (Decimal("72.5") * 10**9, "money"),
    ]


def test_a_cell_headed_by_the_thing_it_counts_holds_that_many_and_no_more():
    row = "Năm: 2021 | Số đề án: 26 | Lao động có việc làm mới: 118"
    held = [
        quantity_problems(Claim(f"{text}.", (1,)), [row], known_mentions([row]))
        for text in ("118 lao động", "26 lao động")
    ]
    assert held[0] == [] and held[1] != []


def test_a_count_of_a_vietnamese_noun_is_read_as_vietnamese_in_an_english_text():
    told = values("14.820 lao động for Nghệ An; VND 11.072 billion for Hải Dương", english=True)
    assert [value for value, _ in told] == [14820, 11_072_000_000]


def test_the_title_of_a_table_says_the_unit_of_its_cells():
    known = known_mentions(["Năm: 2015 | Tổng: 10,8", "Bảng: Kinh phí khuyến công Nghệ An (tỷ đồng)"])
    assert any(mention.unit == "money" and mention.value == 10_800_000_000 for mention in known)
