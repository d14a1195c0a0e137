"""What a report tells of one side of its matter, taken from under its heading or from where a sentence opens it."""

from dataclasses import replace

import pytest

from assistant.questions import read_question
from assistant.report_sides import side_asked, side_reply
from documents.records import Document
from tests.assistant.small_index import SmallIndex, written

REPORT = (
    "Báo cáo công tác khuyến công tỉnh Sơn La năm 2023\n\n"
    "I. KẾT QUẢ\nNăm 2023, tỉnh Sơn La thực hiện 20 đề án.\n\n"
    "II. TỒN TẠI, HẠN CHẾ\n1. Khách quan\n- Địa bàn rộng, giao thông chia cắt.\n"
    "2. Chủ quan\n- Cán bộ cấp huyện đều kiêm nhiệm.\n\n"
    "III. KIẾN NGHỊ\n1. Đề nghị Bộ Công Thương giao vốn ngay từ đầu năm.\n"
    "2. Đề nghị UBND tỉnh bổ sung 02 biên chế.\n- Lưu: VT.\n"
)
PROSE = (
    "Khuyến công Bến Tre năm 2018\n\nNăm 2018, tỉnh Bến Tre thực hiện 31 đề án.\n"
    "Khó nhất là các cơ sở nhỏ thiếu mặt bằng. Nước thải chưa được xử lý.\n"
    "Năm 2019, Bến Tre sẽ làm 35 đề án.\n"
)


def headed(document: Document) -> Document:
    """The document with its numbered lines in capitals as headings."""
    blocks = [
        replace(block, kind="heading") if document.text[block.start : block.end].isupper() else block
        for block in document.blocks
    ]
    return replace(document, blocks=tuple(blocks))


OVERCOME = (
    "Khuyến công Cà Mau năm 2018\n\nNăm 2018, các xã đặc biệt khó khăn của tỉnh Cà Mau được hỗ trợ 5 máy xay.\n"
    "Vượt qua khó khăn, Cà Mau làm 10 đề án năm 2018.\n"
)
LIBRARY = SmallIndex(
    headed(written(REPORT, "son-la")), written(PROSE, "ben-tre"), written(OVERCOME, "ca-mau")
).library()


def told(asked: str) -> list[str]:
    reply = side_reply(read_question(asked), LIBRARY, ("son-la", "ben-tre", "ca-mau"))
    return [] if reply is None else [draft.text for draft in reply.drafts]


def test_all_that_stands_under_the_heading_is_told_and_no_recipient_of_the_letter():
    assert told("Sơn La năm 2023 có những kiến nghị gì?") == [
        "Đề nghị Bộ Công Thương giao vốn ngay từ đầu năm.",
        "Đề nghị UBND tỉnh bổ sung 02 biên chế.",
    ]
    assert told("Khuyến công Sơn La năm 2023 gặp những khó khăn, hạn chế gì?") == [
        "Địa bàn rộng, giao thông chia cắt.",
        "Cán bộ cấp huyện đều kiêm nhiệm.",
    ]


def test_the_body_asked_of_and_the_line_that_heads_some_items_narrow_what_is_told():
    assert told("Sơn La năm 2023 kiến nghị những gì với Bộ Công Thương?") == [
        "Đề nghị Bộ Công Thương giao vốn ngay từ đầu năm."
    ]
    assert told("Nêu những khó khăn chủ quan của khuyến công Sơn La năm 2023") == ["Cán bộ cấp huyện đều kiêm nhiệm."]


def test_a_sentence_that_opens_the_side_is_told_with_its_paragraph():
    assert told("Năm 2018 khuyến công Bến Tre vướng nhất chuyện gì?") == [
        "Khó nhất là các cơ sở nhỏ thiếu mặt bằng.",
        "Nước thải chưa được xử lý.",
    ]


@pytest.mark.parametrize(
    "asked",
    [
        "Lào Cai năm 2023 có những kiến nghị gì?",
        "Sơn La năm 2019 có những kiến nghị gì?",
        "Bến Tre năm 2018 có những kiến nghị gì?",
        "Sơn La năm 2023 kiến nghị gì về điện mặt trời?",
        "Khuyến công gặp khó khăn gì?",
        "Sơn La năm 2023 có bao nhiêu kiến nghị?",
        "Năm 2018 khuyến công Cà Mau có những hạn chế gì?",
    ],
)
def test_another_place_year_side_or_thing_is_not_told(asked):
    assert told(asked) == []


def test_a_side_is_asked_for_only_of_a_place_or_a_time():
    assert side_asked(read_question("Sơn La năm 2023 vướng mắc gì?")).name == "limits"
    assert side_asked(read_question("Sơn La xin UBND tỉnh những gì?")).name == "requests"
    assert side_asked(read_question("Vướng mắc gì?")) is None


def test_a_part_is_told_whole_or_not_at_all():
    def asked(points: int) -> int:
        items = "\n".join(f"{number}. Đề nghị Bộ giao thêm việc {number}." for number in range(1, points + 1))
        text = f"Báo cáo khuyến công tỉnh Sơn La năm 2023\n\nKIẾN NGHỊ\n{items}\n"
        library = SmallIndex(headed(written(text, "son-la"))).library()
        reply = side_reply(read_question("Sơn La năm 2023 có những kiến nghị gì?"), library, ("son-la",))
        return 0 if reply is None else len(reply.drafts)

    assert (asked(12), asked(30)) == (12, 0)


LISTED = (
    "Khuyến công Hà Giang giai đoạn 2014-2018\n\nNăm 2018, tỉnh Hà Giang hạn chế ô nhiễm tại 5 cơ sở.\n"
    "Bên cạnh những kết quả đã đạt được trong công tác khuyến công giai đoạn 2014-2018, vẫn còn những hạn chế như:\n"
    "- Số cơ sở tham gia còn ít.\n- Đề án chưa đa dạng.\n"
    "Để khắc phục, tỉnh Hà Giang cần bố trí thêm ngân sách.\n"
)
SHOWN = (
    "Khuyến công Lai Châu năm 2019\n\nNăm 2019, tỉnh Lai Châu làm 12 đề án.\n"
    "Các huyện còn chưa mạnh dạn xây dựng đề án điểm. Một số xã chưa quan tâm bố trí cán bộ.\n"
    "Năm 2020, Lai Châu sẽ làm 15 đề án.\n"
)
MORE = SmallIndex(
    written(LISTED, "ha-giang"), written(SHOWN, "lai-chau", title="Khuyến công Lai Châu năm 2019")
).library()


def alone(asked: str) -> list[str]:
    reply = side_reply(read_question(asked), MORE, ("ha-giang", "lai-chau"), alone=True)
    return [] if reply is None else [draft.text for draft in reply.drafts]


def test_the_points_that_a_sentence_opens_are_told_whole_where_nothing_else_is_asked_for():
    assert alone("Tóm tắt các hạn chế của khuyến công Hà Giang giai đoạn 2014-2018") == [
        "Số cơ sở tham gia còn ít.",
        "Đề án chưa đa dạng.",
    ]


def test_what_overcomes_a_shortcoming_is_another_question():
    assert alone("Hà Giang cần gì để khắc phục hạn chế giai đoạn 2014-2018?") == []
    assert alone("Hạn chế về ngân sách của Hà Giang giai đoạn 2014-2018 là gì?") == []


def test_sentences_that_show_shortcomings_one_behind_the_other_are_told_together():
    assert alone("Tổng hợp những mặt còn yếu kém của khuyến công Lai Châu năm 2019") == [
        "Các huyện còn chưa mạnh dạn xây dựng đề án điểm.",
        "Một số xã chưa quan tâm bố trí cán bộ.",
    ]


def test_a_short_numbered_line_heads_the_points_below_it():
    text = (
        "Khuyến công Quảng Trị năm 2022.\nBáo cáo của Sở Công Thương Quảng Trị.\n3. Tồn tại, hạn chế\n"
        "- Đề án chậm do chưa có vốn đối ứng.\n- Cán bộ đều kiêm nhiệm.\n4. Nhiệm vụ\n- Nghiệm thu trước tháng 12.\n"
    )
    library = SmallIndex(written(text, "quang-tri", title="Khuyến công Quảng Trị năm 2022")).library()
    reply = side_reply(read_question("Quảng Trị năm 2022 còn những tồn tại, hạn chế gì?"), library, ("quang-tri",))
    assert reply is not None
    assert [draft.text for draft in reply.drafts] == [
        "Đề án chậm do chưa có vốn đối ứng.",
        "Cán bộ đều kiêm nhiệm.",
    ]


def test_all_requests_of_a_report_are_told_whoever_they_are_put_to():
    report = REPORT.replace("2. Đề nghị UBND tỉnh bổ sung 02 biên chế", "2. Đề nghị bổ sung 02 biên chế")
    library = SmallIndex(headed(written(report, "son-la"))).library()
    asked = read_question("Báo cáo năm 2023 của Sở Công Thương Sơn La kiến nghị Bộ Công Thương những gì?")
    reply = side_reply(asked, library, ("son-la",), alone=True)
    assert reply is not None and [draft.text for draft in reply.drafts] == [
        "Đề nghị Bộ Công Thương giao vốn ngay từ đầu năm.",
        "Đề nghị bổ sung 02 biên chế.",
    ]


def test_what_one_person_asks_for_is_not_the_request_of_the_report():
    asked = read_question("Sơn La năm 2023: giám đốc kiến nghị những gì về biên chế?")
    assert side_reply(asked, LIBRARY, ("son-la",), alone=True) is None
