"""Two caps of a legal text worked out against each other, and every reason not to."""

from dataclasses import replace

import pytest

from assistant.answering import Assistant
from assistant.cap_comparisons import CapComparisons
from assistant.cap_questions import asks_of_caps, asks_share, level_of
from assistant.comparisons import Comparisons
from assistant.figure_answers import FigureAnswers
from assistant.operations import operations
from assistant.questions import read_question
from assistant.settings import AnswerSettings
from tests.assistant.small_index import SmallIndex, written

OLD = (
    "Mức hỗ trợ trồng rừng ven biển là tối đa 30% chi phí và không quá 500 triệu đồng/khu.\n"
    "Mức hỗ trợ đăng ký nhãn hiệu là tối đa 50% chi phí và không quá 40 triệu đồng/nhãn hiệu.\n"
    "Mức hỗ trợ lập hội nghề cá là không quá 70 triệu đồng ở cấp khu vực và không quá 100 triệu đồng ở cấp quốc gia.\n"
    "Tiền thưởng cho sản phẩm đạt giải là không quá 05 triệu đồng/sản phẩm ở cấp khu vực và không quá 10 triệu "
    "đồng/sản phẩm ở cấp quốc gia.\n"
    "Mức chi quản lý là tối đa 1,5% kinh phí hằng năm đối với cơ quan quản lý và tối đa 2,5% dự toán đối với đơn vị "
    "thực hiện.\n"
    "Mức hỗ trợ sửa đê biển là không quá 900 triệu đồng/km.\nMức hỗ trợ sửa đê sông là không quá 300 triệu đồng/km."
)
NEW = "Mức hỗ trợ đăng ký nhãn hiệu là tối đa 50% chi phí và không quá 60 triệu đồng/nhãn hiệu."
REPORT = (
    "Năm 2023, kinh phí trồng rừng ven biển của tỉnh Hải Dương là 11,2 tỷ đồng.\n"
    "Năm 2024, kinh phí trồng rừng ven biển của tỉnh Hải Dương là 12,5 tỷ đồng.\n"
    "Năm 2024, tổng kinh phí hỗ trợ mua máy cày của tỉnh Hải Dương là 2 tỷ đồng."
)


def small_index() -> SmallIndex:
    return SmallIndex(
        written(OLD, "cu", kind="circular", number="11/2014/TT-BTC", title="Thông tư 11/2014/TT-BTC"),
        written(NEW, "moi", kind="circular", number="22/2019/TT-BTC", title="Thông tư 22/2019/TT-BTC"),
        written(REPORT, "bao-cao"),
    )


def told(asked: str) -> str:
    """The last line that the caps of the documents give to a question; "" where nothing is worked out."""
    library = small_index().library()
    figures = FigureAnswers(library, AnswerSettings())
    question = read_question(asked)
    within = tuple(id for id, number in (("cu", "11/2014"), ("moi", "22/2019")) if number in asked)
    reply = CapComparisons(library, figures).answer(replace(question, within=within))
    return reply.drafts[-1].text.partition(": ")[2] if reply is not None else ""


WORKED_OUT = [
    (
        "Trần hỗ trợ trồng rừng ven biển gấp mấy lần trần hỗ trợ sửa đê sông?",
        "500 triệu đồng/khu : 300 triệu đồng/km ≈ 1,67 lần.",
    ),
    ("Mức hỗ trợ sửa đê biển và sửa đê sông chênh nhau bao nhiêu?", "900 − 300 = 600 triệu đồng."),
    ("Mức trần lập hội nghề cá cấp quốc gia cao hơn cấp khu vực bao nhiêu?", "100 − 70 = 30 triệu đồng."),
    (
        "Tiền thưởng cấp quốc gia gấp mấy lần cấp vùng?",
        "10 triệu đồng/sản phẩm : 05 triệu đồng/sản phẩm = 2 lần.",
    ),
    (
        "Tỷ lệ chi quản lý tối đa của đơn vị thực hiện cao hơn cơ quan quản lý mấy điểm phần trăm?",
        "2,5% − 1,5% = 1 điểm phần trăm.",
    ),
    (
        "Trần hỗ trợ sửa đê sông bằng bao nhiêu phần trăm trần hỗ trợ trồng rừng ven biển?",
        "300 triệu đồng/km : 500 triệu đồng/khu ≈ 60%.",
    ),
    (
        "Theo Thông tư 11/2014/TT-BTC, mức hỗ trợ trồng rừng ven biển cao hơn mức đăng ký nhãn hiệu bao nhiêu?",
        "500 − 40 = 460 triệu đồng.",
    ),
    (
        "Trần hỗ trợ đăng ký nhãn hiệu theo Thông tư 22/2019/TT-BTC cao hơn theo Thông tư 11/2014/TT-BTC bao nhiêu?",
        "60 − 40 = 20 triệu đồng.",
    ),
]


@pytest.mark.parametrize(("asked", "wanted"), WORKED_OUT)
def test_two_caps_surely_named_are_worked_out(asked, wanted):
    assert told(asked) == wanted


@pytest.mark.parametrize(
    "asked",
    [
        "Mức hỗ trợ mua ô tô tải và mức hỗ trợ sửa đê biển chênh nhau bao nhiêu?",  # one side is not held
        "Trần hỗ trợ lập hội nghề cá cấp tỉnh thấp hơn cấp quốc gia bao nhiêu?",  # that level is not held
        "Trần hỗ trợ sửa đê gấp mấy lần trần hỗ trợ trồng rừng ven biển?",  # two caps are named alike
        "Mức hỗ trợ sửa đê của Hải Dương và Nghệ An chênh nhau bao nhiêu?",  # of provinces, no rule
        "Mức hỗ trợ trồng rừng ven biển năm 2023 và năm 2024 chênh nhau bao nhiêu?",  # of years, no rule
        "Kinh phí trồng rừng ven biển và kinh phí mua máy cày chênh nhau bao nhiêu?",  # of a report
        "Trần hỗ trợ trồng rừng ven biển cao hơn trần mua máy cày bao nhiêu?",  # a cap against a report's figure
        "Mức hỗ trợ trồng rừng ven biển là bao nhiêu?",  # nothing to work out
    ],
)
def test_what_is_not_surely_two_caps_is_not_worked_out(asked):
    assert told(asked) == ""


def test_each_cap_is_cited_and_a_replaced_text_stays_superseded():
    held = written(OLD, "cu", kind="circular", number="11/2014/TT-BTC", replaced_by=("Thông tư 99/2020/TT-BTC",))
    answer = Assistant(SmallIndex(held)).ask("Trần hỗ trợ sửa đê biển gấp mấy lần trần hỗ trợ sửa đê sông?")
    assert answer.outcome == "superseded"
    assert [figure.text for figure in answer.figures] == ["900 triệu đồng/km", "300 triệu đồng/km"]
    assert {citation.quote for citation in answer.citations} == set(OLD.split("\n")[-2:])
    assert answer.claims[-1].text.endswith("900 triệu đồng/km : 300 triệu đồng/km = 3 lần.")


def test_a_comparison_of_reports_never_takes_a_cap():
    library = small_index().library()
    compared = Comparisons(FigureAnswers(library, AnswerSettings()))
    mixed = "Kinh phí trồng rừng ven biển của Hải Dương năm 2024 cao hơn trần hỗ trợ trồng rừng ven biển bao nhiêu?"
    assert compared.answer(read_question(mixed)) is None
    for asked in (
        "Kinh phí trồng rừng ven biển và kinh phí sửa đê biển chênh nhau bao nhiêu?",
        "Kinh phí trồng rừng ven biển của Hải Dương năm 2023 và năm 2024 chênh nhau bao nhiêu?",
    ):
        reply = compared.answer(read_question(asked))
        assert reply is None or all(figure.document == "bao-cao" for figure in reply.figures)


def test_in_english_a_cap_is_quoted_with_what_tells_it_from_the_others():
    library = small_index().library()
    (cap,) = (figure for figure in small_index().table["cu"] if figure.text == "10 triệu đồng/sản phẩm")
    draft = FigureAnswers(library, AnswerSettings()).state(read_question("How much is the prize?", language="en"), cap)
    assert draft.text.startswith("không quá 10 triệu đồng/sản phẩm") and "ở cấp quốc gia" in draft.text


@pytest.mark.parametrize(
    ("asked", "of_caps"),
    [
        ("Trần hỗ trợ sửa đê biển gấp mấy lần sửa đê sông?", True),
        ("muc tran ho tro sua de bien gap may lan sua de song", True),
        ("How many times is the maximum for dykes that for forests?", True),
        ("Mức hỗ trợ từ nguồn quốc gia cao hơn nguồn địa phương bao nhiêu?", False),
        ("Mức hỗ trợ bình quân mỗi cơ sở là bao nhiêu?", False),
        ("Mức hỗ trợ tối đa của Hải Dương và Nghệ An chênh nhau bao nhiêu?", False),
        ("Mức hỗ trợ năm 2023 cao hơn năm 2022 bao nhiêu?", False),
        ("Theo Thông tư liên tịch năm 2014, mức hỗ trợ sửa đê là bao nhiêu?", True),
        ("Theo mức cũ 2014, hỗ trợ sửa đê biển và sửa đê sông chênh nhau bao nhiêu?", True),
    ],
)
def test_a_question_about_a_rule_is_told_from_one_about_what_was_done(asked, of_caps):
    assert asks_of_caps(read_question(asked)) is of_caps


def test_levels_are_read_and_hard_regions_are_none():
    assert [
        level_of(text) for text in ("giải toàn quốc", "hội cấp vùng", "vùng khó khăn", "cấp tỉnh và cấp huyện")
    ] == [
        "quốc gia",
        "khu vực",
        "",
        "",
    ]


def test_percentages_are_told_from_money():
    for asked, percent in (
        ("Tỷ lệ hỗ trợ tối đa của A cao hơn B bao nhiêu?", True),
        ("Trần A cao hơn trần B mấy điểm phần trăm?", True),
        ("Trần A bằng bao nhiêu phần trăm trần B?", False),
        ("Mức hỗ trợ A cao hơn B bao nhiêu tiền?", False),
    ):
        question = read_question(asked)
        assert asks_share(question, operations(question)) is percent
