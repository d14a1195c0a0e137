"""A sentence of a story is of the enterprise that its text named last before it."""

from dataclasses import replace

import pytest

from assistant.answer_signals import Signals
from assistant.exclusions import Exclusions
from assistant.figure_finder import FigureFinder
from assistant.questions import read_question
from assistant.sentence_finder import Ranked
from assistant.story_subjects import naming_words, of_workshop_unasked, subject_before
from assistant.weighing import weigh
from documents.records import Place
from tests.assistant.small_index import SmallIndex, view_of, written

STORY = """Tỉnh Cà Mau có nhiều cơ sở làm tôm khô.

Cơ sở Tôm khô Rạch Mắm của bà Lê Thị Hến vừa lắp dàn sấy.

Công suất từ 60 kg lên 210 kg mỗi ngày.

Hàng bán cho Công ty TNHH Biển Xanh ở Cần Thơ.

Tỷ lệ hàng hư từ 12% còn 3%.

Toàn tỉnh đã giải ngân 3,03 tỷ đồng.

Doanh thu được 2,4 tỷ đồng.

Công ty TNHH Mắm Ba Khía ở huyện bên có 30 lao động.

Thu nhập bình quân 5 triệu đồng.
"""
ASKED = "Cơ sở Tôm khô Rạch Mắm làm được bao nhiêu kg mỗi ngày?"


@pytest.mark.parametrize(
    ("told", "subject"),
    [
        ("Công suất từ", "Cơ sở Tôm khô Rạch Mắm"),
        ("Tỷ lệ hàng hư", "Cơ sở Tôm khô Rạch Mắm"),  # a partner is no new subject
        ("Cơ sở Tôm khô Rạch Mắm", ""),  # it names it itself
        ("Toàn tỉnh", ""),
        ("Doanh thu được", ""),  # the province was turned to
        ("Công ty TNHH Mắm", ""),
        ("Thu nhập bình quân", ""),  # another enterprise was
        ("Tỉnh Cà Mau có", ""),  # nothing was named yet
    ],
)
def test_a_story_goes_on_until_another_is_turned_to(told, subject):
    view = view_of(STORY)
    sentence = next(row for row in view.sentences if row.text.startswith(told))
    naming = subject_before(read_question(ASKED), view, sentence)
    assert (naming.text if naming is not None else "").startswith(subject) and (naming is not None) == bool(subject)


def test_a_question_that_names_none_has_no_subject():
    view = view_of(STORY)
    sentence = next(row for row in view.sentences if row.text.startswith("Công suất"))
    assert subject_before(read_question("Cà Mau giải ngân bao nhiêu tiền?"), view, sentence) is None


def test_the_words_it_is_named_by_are_those_of_the_question_and_the_sentence():
    view = view_of(STORY)
    naming = next(row for row in view.sentences if row.text.startswith("Cơ sở Tôm"))
    assert " rạch mắm " in naming_words(read_question(ASKED), naming)


@pytest.mark.parametrize(
    "turning",
    [
        "Doanh thu của Công ty TNHH Mắm Ba Khía tăng gấp đôi.",
        "Khác với Cơ sở Tôm khô Rạch Mắm, Công ty TNHH Mắm Ba Khía đầu tư lớn.",
        "Nhà máy Muối Gành Hào chạy ba ca.",
        "Hộ ông Trần Văn Đực mới làm nghề.",
        "Huyện Năm Căn đã mở hai lớp dạy nghề.",
    ],
)
def test_another_enterprise_place_or_household_is_turned_to(turning):
    view = view_of(STORY.split("Hàng bán")[0] + turning + "\n\nCông suất được 300 kg mỗi ngày.\n")
    sentence = next(row for row in view.sentences if row.text.startswith("Công suất được"))
    assert subject_before(read_question(ASKED), view, sentence) is None


@pytest.mark.parametrize("told", ["Máy được mua của Công ty TNHH Biển Xanh.", "Hàng giao cho Công ty TNHH Biển Xanh."])
def test_whom_an_enterprise_deals_with_is_no_new_subject(told):
    view = view_of(STORY.split("Hàng bán")[0] + told + "\n\nCông suất được 300 kg mỗi ngày.\n")
    sentence = next(row for row in view.sentences if row.text.startswith("Công suất được"))
    assert subject_before(read_question(ASKED), view, sentence) is not None


ONE_WORKSHOP = "\n\n".join(
    [
        "Chị Hến và mẻ tôm khô đầu năm",
        "Từ hai người làm dưới mái bếp, xưởng tôm của chị Lê Thị Hến ở huyện Trần Văn Thời nay có 41 lao động.",
        "Năm 2009 chị mở Cơ sở tôm khô Hến Tâm.",
        "Ngày ấy cả xưởng có 4 người.",
        "Năm 2021 doanh thu của xưởng dừng ở 3,2 tỷ đồng.",
        "Đầu năm 2022, cán bộ Trung tâm Khuyến công Cà Mau về khảo sát.",
        "Chị quyết định mua 6 máy sấy.",
        "Chương trình khuyến công quốc gia hỗ trợ 280 triệu đồng.",
        "Nay xưởng ra 220 thùng mỗi ngày.",
        "Thợ cũng khá lên.",
        "Công thợ được 6,8 triệu đồng/tháng.",
        "Hàng bán cho Công ty TNHH Biển Xanh ở Cần Thơ.",
        "Giá một thùng giảm 18%.",
        "Tính chung cả tỉnh Cà Mau, kế hoạch năm 2023 là 6,4 tỷ đồng.",
        "Chị định xây xưởng mới.",
    ]
)


def test_a_story_of_one_workshop_comes_back_to_it_when_a_body_was_named():
    view = view_of(ONE_WORKSHOP, title="Chị Hến và mẻ tôm khô đầu năm")
    rows = {row.text[:12]: row for row in view.sentences}
    of_hen = read_question("Cơ sở tôm khô Hến Tâm được hỗ trợ bao nhiêu?")
    assert subject_before(of_hen, view, rows["Chương trình"]) is rows["Năm 2009 chị"]
    assert subject_before(of_hen, view, rows["Tính chung c"]) is None
    assert subject_before(read_question("Cơ sở Mắm Ba Khía được bao nhiêu?"), view, rows["Chương trình"]) is None


CA_MAU = Place("Cà Mau", "province", "96")
OF_PROVINCE = replace(read_question("Năm 2022 được bao nhiêu tiền khuyến công?"), places=(CA_MAU,))


def test_no_number_of_one_workshop_is_its_provinces_or_another_workshops():
    view = view_of(ONE_WORKSHOP, title="Chị Hến và mẻ tôm khô đầu năm")
    rows = {row.text[:12]: row for row in view.sentences}
    told = {start: of_workshop_unasked(OF_PROVINCE, (CA_MAU,), view, row) for start, row in rows.items()}
    assert told["Chương trình"] and not told["Tính chung c"]
    asked = {name: replace(OF_PROVINCE, names=(name,)) for name in ("chi hen", "chi lan", "chi h")}
    unasked = {name: of_workshop_unasked(one, (), view, rows["Chương trình"]) for name, one in asked.items()}
    assert unasked == {"chi hen": False, "chi lan": True, "chi h": True}
    nothing = replace(OF_PROVINCE, places=())
    assert not of_workshop_unasked(nothing, (), view, rows["Chương trình"])


def test_a_report_is_no_story():
    for view in (view_of(ONE_WORKSHOP, title="Kết quả khuyến công tỉnh Cà Mau năm 2023"), view_of(STORY)):
        assert not any(of_workshop_unasked(OF_PROVINCE, (CA_MAU,), view, row) for row in view.sentences)


def test_neither_the_table_nor_a_sentence_of_a_story_answers_for_the_province():
    library = SmallIndex(written(ONE_WORKSHOP, title="Chị Hến và mẻ tôm khô đầu năm")).library()
    finder = FigureFinder(library)
    found = finder.find_all(OF_PROVINCE, OF_PROVINCE.places, ())
    assert "280 triệu đồng" not in {candidate.figure.text for candidate in found}
    view = library.view("bai")
    row = next(row for row in view.sentences if row.text.startswith("Chương trình"))
    best = Ranked(view, row, Signals(), 1.0, 1.0, None, False)
    wanted = weigh(library.index, OF_PROVINCE.words)
    assert Exclusions(library, finder).ruled_out(OF_PROVINCE, wanted, best)
