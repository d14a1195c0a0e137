"""What is worked out from figures: every result with its sum, and none where it makes no sense."""

from decimal import Decimal

import pytest

from assistant.citations import fault
from assistant.reckoning import Reckoner, average, difference, growth, ratio, share, total
from documents.records import Figure
from tests.assistant.small_index import figures_of, view_of

TEXT = (
    "Năm 2023, kinh phí là 186,5 tỷ đồng. Năm 2024, kinh phí là 170,8 tỷ đồng. Năm 2024, hỗ trợ 40 đề án. "
    "Năm 2023 chiếm 9,5%. Năm 2024 chiếm 4%. Năm 2022, kinh phí là 72,5 tỷ đồng."
)
OLD, NEW, PROJECTS, NINE, FOUR, OLDEST = figures_of(TEXT)


def worked_out(reckoner: Reckoner, *figures: Figure, english: bool = False) -> str:
    """The text of the draft, which must stand before ``citations``; "" for none."""
    view = view_of(TEXT)
    evidence = tuple(view.evidence(figure.sentence_start, figure.sentence_end) for figure in figures)
    draft = reckoner(figures, evidence, english)
    if draft is None:
        return ""
    assert fault(draft) == ""
    return draft.text


@pytest.mark.parametrize(
    ("reckoner", "figures", "text"),
    [
        (difference, (NEW, OLD), "Chênh lệch (phép tính từ hai số trên): 186,5 − 170,8 = 15,7 tỷ đồng."),
        (difference, (NINE, FOUR), "Chênh lệch (phép tính từ hai số trên): 9,5% − 4% = 5,5 điểm phần trăm."),
        (total, (NEW, OLD), "Tổng cộng (phép tính từ các số trên): 170,8 + 186,5 = 357,3 tỷ đồng."),
        (total, (NEW, OLD, OLDEST), "Tổng cộng (phép tính từ các số trên): 170,8 + 186,5 + 72,5 = 429,8 tỷ đồng."),
        (ratio, (NEW, OLD), "Tỷ số (phép tính từ hai số trên): 186,5 tỷ đồng : 170,8 tỷ đồng ≈ 1,09 lần."),
        (share, (NEW, OLD), "Tỷ trọng (phép tính từ hai số trên): 170,8 tỷ đồng : 186,5 tỷ đồng ≈ 91,6%."),
        (
            growth,
            (NEW, OLD),
            "Tỷ lệ giảm (phép tính từ hai số trên): (186,5 tỷ đồng − 170,8 tỷ đồng) : 186,5 tỷ đồng ≈ 8,4%.",
        ),
        (
            growth,
            (OLD, OLDEST),
            "Tỷ lệ tăng (phép tính từ hai số trên): (186,5 tỷ đồng − 72,5 tỷ đồng) : 72,5 tỷ đồng ≈ 157,2%.",
        ),
        (
            average,
            (NEW, PROJECTS),
            "Bình quân (phép tính từ hai số trên): 170,8 tỷ đồng : 40 đề án ≈ 4,27 tỷ đồng/đề án.",
        ),
    ],
)
def test_a_result_is_shown_with_its_sum(reckoner, figures, text):
    assert worked_out(reckoner, *figures) == text


@pytest.mark.parametrize(
    ("reckoner", "figures"),
    [
        (difference, (NEW, PROJECTS)),
        (difference, (NEW, NINE)),
        (total, (NINE, FOUR)),
        (total, (NEW, PROJECTS)),
        (ratio, (NINE, FOUR)),
        (share, (NINE, FOUR)),
        (growth, (NINE, FOUR)),
        (average, (PROJECTS, NEW)),
    ],
)
def test_nothing_is_worked_out_of_other_units_or_of_shares(reckoner, figures):
    assert worked_out(reckoner, *figures) == ""


def test_an_english_reader_is_told_what_was_computed():
    assert worked_out(ratio, OLD, NEW, english=True) == (
        "Ratio (computed): 186,5 tỷ đồng : 170,8 tỷ đồng ≈ 1,09 times."
    )


def test_caps_for_each_are_printed_as_the_law_prints_them():
    text = "Mức hỗ trợ là không quá 1.500 triệu đồng/cụm công nghiệp. Mức khác là không quá 300 triệu đồng/cơ sở."
    group, single = figures_of(text)
    view = view_of(text)
    evidence = tuple(view.evidence(figure.sentence_start, figure.sentence_end) for figure in (group, single))
    draft = ratio((group, single), evidence, False)
    assert draft is not None and fault(draft) == ""
    assert draft.text == (
        "Tỷ số (phép tính từ hai số trên): 1.500 triệu đồng/cụm công nghiệp : 300 triệu đồng/cơ sở = 5 lần."
    )
    assert draft.computation is not None and draft.computation.result == Decimal(5)
