"""A model's wording is taken only where every number and place of it is carried."""

import pytest

from assistant.briefing_drafts import DraftedSentence, apply_drafts
from tests.assistant.sample_note import LIMIT, sample_note


class FakeDrafter:
    """Gives prepared sentences for the section on shortcomings, and nothing for the others."""

    name = "fake"

    def __init__(self, *sentences: DraftedSentence) -> None:
        self.sentences = sentences

    def draft(self, heading, sentences):
        return self.sentences if heading == "Tồn tại, hạn chế" else ()


def test_a_draft_that_says_what_its_source_says_is_taken_with_its_citation():
    told = "Tại một số nơi, việc bố trí ngân sách cho khuyến công chưa được quan tâm."
    note = apply_drafts(sample_note(), FakeDrafter(DraftedSentence(told, (0,))))
    drafted, chosen = note.sections[1].sentences
    assert (drafted.text, drafted.citations, drafted.kept, note.engine) == (told, (2,), True, "fake")
    assert (chosen.text, chosen.kept) == (LIMIT, False)


@pytest.mark.parametrize(
    "draft",
    [
        DraftedSentence("Có 12 địa phương chưa bố trí ngân sách.", (0,)),
        DraftedSentence("Tỉnh Thanh Hóa chưa quan tâm bố trí ngân sách.", (0,)),
        DraftedSentence("Một số địa phương chưa quan tâm.", ()),
        DraftedSentence("Một số địa phương chưa quan tâm.", (7,)),
        DraftedSentence(" ", (0,)),
    ],
)
def test_a_draft_with_an_invented_number_or_place_or_no_source_leaves_the_chosen_sentences(draft):
    assert apply_drafts(sample_note(), FakeDrafter(draft)) == sample_note()


def test_a_draft_that_drops_a_figure_is_not_taken():
    drafter = FakeDrafter()
    drafter.draft = lambda heading, sentences: (DraftedSentence("Kế hoạch kinh phí năm 2024 giảm.", (0, 1)),)
    assert apply_drafts(sample_note(), drafter).sections[0] == sample_note().sections[0]
