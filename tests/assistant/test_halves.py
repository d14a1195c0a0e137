"""What two halves of a question have in common: a topic of its own, a number told beside the other."""

from assistant.citations import Draft, Evidence
from assistant.halves import names_topic, stands_alone, told_already, told_beside
from assistant.questions import read_question
from assistant.replies import Reply

CAP = "Hỗ trợ 75% chi phí chứng nhận VietGAP, tối đa 95 triệu đồng/chứng nhận tại huyện Kim Sơn."
REPLIES = (Reply((Draft(CAP, (Evidence("d", 0, len(CAP), CAP, "khoản 1"),)),)),)


def test_a_half_with_a_thing_of_its_own_stands_alone():
    assert stands_alone(read_question("chi phí kiểm định là bao nhiêu"))
    assert not stands_alone(read_question("thuộc tỉnh nào"))
    assert names_topic(read_question("năm 2024 là bao nhiêu")) and not names_topic(read_question("là ai"))


def test_a_share_is_told_beside_its_cap_and_of_no_other_thing():
    assert told_beside(read_question("Chứng nhận VietGAP được hỗ trợ bao nhiêu phần trăm"), REPLIES)
    assert not told_beside(read_question("Đào tạo nghề được hỗ trợ bao nhiêu phần trăm"), REPLIES)
    assert not told_beside(read_question("Chứng nhận VietGAP được bao nhiêu lao động"), REPLIES)


def test_a_half_that_only_asks_for_a_unit_or_a_place_is_told_already():
    assert told_already(read_question("nhiều nhất bao nhiêu tiền"), REPLIES)
    assert told_already(read_question("ở đâu"), REPLIES)
    assert not told_already(read_question("đào tạo nghề bao nhiêu tiền"), REPLIES)
