"""A number of another thing is not the number asked for."""

import pytest

from assistant.answer_signals import Signals
from assistant.entities import Entity
from assistant.exclusions import Exclusions
from assistant.figure_finder import FigureFinder
from assistant.numbers_lacking import lacks_number
from assistant.questions import read_question
from assistant.sentence_finder import Ranked
from assistant.weighing import weigh
from tests.assistant.small_index import SmallIndex, view_of, written

LEVELS = "Sản phẩm được bình chọn theo 04 cấp: xã, huyện, tỉnh, quốc gia."
COUNCIL = "Hội đồng bình chọn có ít nhất 07 thành viên."


@pytest.mark.parametrize(("told", "lacking"), [(LEVELS, True), (COUNCIL, False)])
def test_people_asked_for_are_not_told_by_other_things_counted_in_a_law(told, lacking):
    question = read_question("Hội đồng bình chọn có mấy người?")
    law = view_of(told, kind="circular")
    assert lacks_number(question, Ranked(law, law.sentences[0], Signals())) is lacking


CAP = "Hỗ trợ lãi suất vốn vay cho các cơ sở gây ô nhiễm môi trường di dời tối đa 50% trong 02 năm đầu."


@pytest.mark.parametrize(
    ("asked", "missing", "another"),
    [
        ("Lãi suất vay mua nhà ở xã hội là bao nhiêu?", 0.6, True),
        ("Lãi suất vốn vay cho cơ sở gây ô nhiễm môi trường di dời là bao nhiêu?", 0.0, False),
    ],
)
def test_a_cap_that_shares_one_word_with_what_is_asked_caps_another_thing(asked, missing, another):
    library = SmallIndex(written(CAP, kind="decree")).library()
    question = read_question(asked)
    wanted = weigh(library.index, question.words, question.light, question.carried)
    view, at = library.view("bai"), CAP.index("50%")
    cap = Entity("50%", at, at + 3)
    best = Ranked(view, view.sentences[0], Signals(missing=missing, short=1.0), entity=cap)
    exclusions = Exclusions(library, FigureFinder(library))
    assert exclusions.ruled_out(question, wanted, best) is another
