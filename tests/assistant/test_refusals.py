"""What is offered when the documents do not answer: other periods, former provinces, each cited."""

from assistant.citations import fault
from assistant.figure_finder import FigureFinder
from assistant.questions import read_question
from assistant.refusals import not_found_sentence, years_offered
from assistant.small_talk import greeting, is_small_talk
from documents.quantities import read_quantities
from tests.assistant.small_index import SmallIndex, written

TEXT = (
    "Năm 2023, kinh phí khuyến công của tỉnh Hải Dương là 11,2 tỷ đồng.\n"
    "Năm 2024, kinh phí khuyến công của tỉnh Hải Dương là 12,5 tỷ đồng."
)


def offered(asked: str, text: str = TEXT):
    library = SmallIndex(written(text)).library()
    return years_offered(read_question(asked), FigureFinder(library), library)


def test_the_years_that_are_held_are_offered_and_cited():
    (draft,) = offered("Kinh phí khuyến công của Hải Dương năm 2019 là bao nhiêu?")
    assert draft.text == "Về Hải Dương, số liệu gần nhất với câu hỏi là của: năm 2023, năm 2024."
    assert sorted(piece.quote for piece in draft.evidence) == sorted(TEXT.split("\n"))
    assert fault(draft) == ""


def test_the_offer_is_made_in_english_to_an_english_question():
    (draft,) = offered("What was the industrial promotion budget of Hải Dương in 2019?")
    assert draft.text == "For Hải Dương the figures nearest to the question are of: năm 2023, năm 2024."
    assert fault(draft) == ""


def test_nothing_is_offered_for_a_place_or_a_matter_the_documents_do_not_know():
    assert offered("Kinh phí khuyến công của Cà Mau năm 2019 là bao nhiêu?") == []
    assert offered("Dân số của Hải Dương năm 2019 là bao nhiêu người?") == []


def test_no_years_are_offered_where_no_number_was_asked():
    assert offered("Ai là Giám đốc Sở Công Thương Hải Dương năm 2019?") == []


def test_a_merged_province_points_to_the_names_from_before():
    text = "Năm 2024, kinh phí khuyến công của tỉnh Hà Nam là 12,5 tỷ đồng."
    drafts = offered("Kinh phí khuyến công của Ninh Bình năm 2019 là bao nhiêu?", text)
    assert [draft.text for draft in drafts] == ["Tài liệu có số liệu của Hà Nam theo tên trước khi sáp nhập."]
    assert [piece.quote for piece in drafts[0].evidence] == [text]


def test_the_refusal_itself_claims_no_number():
    for language in ("vi", "en"):
        assert read_quantities(not_found_sentence(language)) == []
        assert not any(c.isdigit() for c in greeting(language))


def test_a_greeting_is_told_from_a_question():
    assert is_small_talk("Xin chào!") and is_small_talk("cam on")
    assert not is_small_talk("Xin chào, kinh phí khuyến công năm 2024 là bao nhiêu?")


def test_a_year_is_offered_and_cited_once_however_many_documents_tell_of_it():
    library = SmallIndex(written(TEXT), written(TEXT.split("\n")[0], "bai-hai")).library()
    question = read_question("Kinh phí khuyến công của Hải Dương năm 2019 là bao nhiêu?")
    (draft,) = years_offered(question, FigureFinder(library), library)
    assert draft.text.count("năm 2023") == 1
    assert len(draft.evidence) == 2


def test_a_refusal_names_the_operand_that_is_lacking():
    assert not_found_sentence("vi", "khu vực phía Nam năm 2024") == (
        "Không tìm thấy thông tin này trong các tài liệu hiện có. "
        "Chưa tính được vì thiếu số liệu của khu vực phía Nam năm 2024."
    )
    assert not_found_sentence("en") == "This is not in the documents at hand."
