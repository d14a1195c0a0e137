"""A text named by what it is about: the question is held to it and asks nothing more of the words that name it."""

from dataclasses import replace

from assistant.named_laws import in_named_law
from assistant.questions import read_question
from documents.records import Source

SOURCES = [
    Source(
        "nd",
        "nd.md",
        title="Nghị định 1/2024/NĐ-CP về sử dụng năng lượng tiết kiệm trong sản xuất nhỏ",
        kind="decree",
        number="1/2024/NĐ-CP",
    ),
    Source(
        "tt",
        "tt.md",
        title="Thông tư 2/2024/TT-BCT hướng dẫn sử dụng năng lượng tiết kiệm",
        kind="circular",
        number="2/2024/TT-BCT",
    ),
    Source("bao", "bao.txt", title="Nghị định về sử dụng năng lượng tiết kiệm", kind="article"),
]


def held(asked: str):
    return in_named_law(read_question(asked), SOURCES)


def test_the_text_of_that_kind_whose_title_says_it_is_meant():
    question = held("Theo nghị định về sử dụng năng lượng tiết kiệm, thay lò hơi được bao nhiêu phần trăm?")
    assert question.within == ("nd",)
    assert "năng lượng" not in " ".join(question.words) and any("lò" in word for word in question.words)
    assert held("Thông tư hướng dẫn sử dụng năng lượng tiết kiệm quy định hạn nộp hồ sơ thế nào?").within == ("tt",)


def test_other_topics_other_kinds_and_numbers_leave_a_question_as_it_is():
    for asked in (
        "Theo nghị định về đào tạo lái xe, học phí là bao nhiêu?",
        "Theo quyết định về sử dụng năng lượng tiết kiệm, lò hơi được bao nhiêu?",
        "Theo Nghị định 45/2012 về sử dụng năng lượng tiết kiệm, lò hơi được bao nhiêu?",
        "Nghị định về sử dụng năng lượng tiết kiệm?",
    ):
        assert held(asked).within == ()


def test_what_a_numbered_text_is_about_is_not_asked_of_it():
    question = replace(
        read_question("Nghị định 1/2024/NĐ-CP về năng lượng tiết kiệm có hiệu lực từ ngày nào?"), within=("nd",)
    )
    assert "năng lượng" in question.words and "năng lượng" not in in_named_law(question, SOURCES).words
    asked = replace(read_question("Nghị định 1/2024/NĐ-CP về đào tạo lái xe có hiệu lực từ ngày nào?"), within=("nd",))
    assert in_named_law(asked, SOURCES) == asked


def test_a_topic_that_two_texts_of_a_kind_have_names_neither():
    twins = [*SOURCES, replace(SOURCES[0], id="nd-2", number="3/2024/NĐ-CP")]
    asked = read_question("Theo nghị định về sử dụng năng lượng tiết kiệm, thay lò hơi được bao nhiêu phần trăm?")
    assert in_named_law(asked, twins).within == ()


def test_most_of_a_topic_must_stand_in_the_title():
    asked = "Theo nghị định về sử dụng đất, khoáng sản và tài nguyên nước tiết kiệm, mức phạt là bao nhiêu?"
    assert held(asked).within == ()
