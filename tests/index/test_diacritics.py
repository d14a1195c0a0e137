from collections import Counter
from itertools import pairwise

import pytest

from index.diacritics import Restorer
from index.tokens import words

TEXT = """Kinh phí khuyến công quốc gia của tỉnh Hải Dương năm 2016 là bao nhiêu. Đường quốc lộ ở Hải Dương.
Mức hỗ trợ xây dựng mô hình trình diễn kỹ thuật. Lý do hỗ trợ cơ sở công nghiệp nông thôn."""


@pytest.fixture(scope="module")
def restorer() -> Restorer:
    tokens = words(TEXT)
    pairs = Counter(pairwise(tokens))
    syllables = {token: 20 * count for token, count in Counter(tokens).items() if token.isalpha()}
    return Restorer(syllables, lambda one, other: 20 * pairs[one, other])


@pytest.mark.parametrize(
    ("bare", "restored"),
    [
        (
            "Kinh phi khuyen cong tinh Hai Duong nam 2016 la bao nhieu?",
            "Kinh phí khuyến công tỉnh Hải Dương năm 2016 là bao nhiêu?",
        ),
        ("duong quoc lo o Hai Duong", "đường quốc lộ ở Hải Dương"),
        ("MUC HO TRO", "MỨC HỖ TRỢ"),
        ("mo hinh ky thuat", "mô hình kỹ thuật"),
        ("ly do ho tro", "lý do hỗ trợ"),
    ],
)
def test_diacritics_come_back_with_case_numbers_and_marks_kept(restorer, bare, restored):
    assert restorer.is_bare(bare)
    assert restorer.restore(bare) == restored


@pytest.mark.parametrize(
    "text",
    [
        "Kinh phí khuyến công là bao nhiêu?",
        "How much money was spent in the north?",
        "What is the plan for Hai Duong in 2016?",
        "2016",
        "",
    ],
)
def test_accented_english_and_empty_questions_are_not_bare(restorer, text):
    assert not restorer.is_bare(text)


def test_a_foreign_name_keeps_its_letters(restorer):
    assert restorer.restore("Super Bowl o Hai Duong") == "Super Bowl ở Hải Dương"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Mức ho trợ xây dựng mô hinh", "Mức hỗ trợ xây dựng mô hình"),
        ("Duong quốc lộ ở Hải Dương", "Đường quốc lộ ở Hải Dương"),
        ("Mức hỗ trợ Duong Hải", "Mức hỗ trợ Duong Hải"),
        ("mức hỗ trợ cong nghiệp", "mức hỗ trợ cong nghiệp"),
        ("how much of the ho trợ", "how much of the ho trợ"),
    ],
)
def test_single_words_without_marks_get_them_in_a_question_that_has_its_marks(restorer, typed, meant):
    assert restorer.mark_bare(typed, frozenset({"cong"})) == meant
