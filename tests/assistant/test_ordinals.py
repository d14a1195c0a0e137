"""The one item that an ordinal asks for."""

from assistant.ordinals import find_item, ordinal_asked
from assistant.questions import read_question
from assistant.weighing import weigh
from tests.assistant.small_index import SmallIndex, written

ARTICLE = (
    "Hội nghị bàn về khuyến công.\nĐể khắc phục hạn chế, cần làm các giải pháp sau:\n"
    "Thứ nhất, hoàn thiện cơ chế. Cơ chế cần rõ.\nThứ hai, tăng kinh phí.\nThứ ba, đào tạo cán bộ.\n"
    "Hội nghị kết thúc."
)
LAW = (
    "NGHỊ ĐỊNH\nVề khuyến công\nĐiều 1. Mục tiêu\n1. Mục tiêu thứ nhất là thu hút vốn.\n"
    "2. Mục tiêu thứ hai là tạo việc làm.\n"
)


def shown(asked: str, text: str = ARTICLE, **row: str) -> list[str]:
    index = SmallIndex(written(text, **row))
    question = read_question(asked)
    wanted = weigh(index, question.words, question.light)  # type: ignore[arg-type]
    item = find_item(question, wanted, index.search(asked), index.library())
    return [] if item is None else [sentence.text for sentence in item.sentences]


def test_an_ordinal_asks_for_one_item():
    assert shown("Giải pháp thứ hai để khắc phục hạn chế là gì?") == ["Thứ hai, tăng kinh phí."]


def test_an_item_is_shown_up_to_the_next_one():
    assert shown("Giải pháp thứ nhất để khắc phục hạn chế là gì?") == [
        "Thứ nhất, hoàn thiện cơ chế.",
        "Cơ chế cần rõ.",
    ]


def test_an_ordinal_past_the_end_of_the_run_has_no_item():
    assert shown("Giải pháp thứ năm để khắc phục hạn chế là gì?") == []


def test_an_ordinal_is_read_from_the_item_and_not_counted_where_the_run_begins_later():
    text = "Để khắc phục hạn chế, cần làm các giải pháp sau:\nThứ hai, tăng kinh phí.\nThứ ba, đào tạo cán bộ.\nHết."
    assert shown("Giải pháp thứ hai để khắc phục hạn chế là gì?", text) == ["Thứ hai, tăng kinh phí."]


def test_items_counted_with_la_are_items_too():
    text = "Có các giải pháp:\nMột là, tăng kinh phí.\nHai là, đào tạo cán bộ.\nHết."
    assert shown("Giải pháp thứ hai là gì?", text) == ["Hai là, đào tạo cán bộ."]


def test_a_law_that_numbers_what_it_says_is_read_by_its_sentence():
    assert shown("Mục tiêu thứ hai là gì?", LAW, kind="decree") == ["2. Mục tiêu thứ hai là tạo việc làm."]


def test_a_run_of_another_province_is_not_taken():
    text = ARTICLE.replace("Hội nghị bàn về khuyến công.", "Tỉnh Nghệ An bàn về khuyến công.")
    assert shown("Hải Dương có giải pháp thứ hai nào để khắc phục hạn chế?", text) == []


def test_a_question_without_an_ordinal_asks_for_no_item():
    assert ordinal_asked(read_question("Các giải pháp là gì?")) is None
    assert ordinal_asked(read_question("Điểm thứ 3 là gì?")) == 3
