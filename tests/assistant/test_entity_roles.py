"""Which of several short answers stands in the role that a question asks about."""

from assistant.entities import entities
from assistant.entity_roles import agents, asks_date_of_text, in_role
from assistant.questions import read_question


def kept(asked: str, sentence: str) -> list[str]:
    question = read_question(asked)
    return [entity.text for entity in in_role(entities(question.kind, sentence, question), sentence, question)]


def test_a_number_belongs_to_the_place_named_before_it():
    sentence = "Khu vực phía Bắc có 28 tỉnh, thành phố; miền Trung - Tây Nguyên có 15; phía Nam có 20 tỉnh, thành phố."
    assert kept("Khu vực phía Nam có bao nhiêu tỉnh, thành phố?", sentence) == ["20 tỉnh, thành phố"]


def test_a_sentence_of_one_place_keeps_all_its_numbers():
    sentence = "Thanh Hóa có 29 đề án, trong đó 5 đề án điểm."
    assert kept("Thanh Hóa có bao nhiêu đề án?", sentence) == ["29 đề án", "5 đề án điểm"]


def test_the_body_that_does_what_is_asked_goes_before_others():
    sentence = "Sở Công Thương thẩm định, Bộ trưởng Bộ Công Thương phê duyệt đề án."
    assert kept("Ai phê duyệt đề án?", sentence) == ["Bộ trưởng Bộ Công Thương"]


def test_where_no_body_does_it_none_is_left_out_and_none_is_called_its_agent():
    sentence = "Bộ Tài chính cùng Bộ Công Thương hướng dẫn cách lập kế hoạch."
    question = read_question("Ai phê duyệt kế hoạch?")
    found = entities("who", sentence, question)
    assert in_role(found, sentence, question) == found and agents(found, sentence, question) == []


def test_a_date_is_that_of_the_event_asked_for_and_of_the_very_text():
    in_force = "Thông tư liên tịch 26/2014/TTLT-BTC-BCT có hiệu lực từ ngày 08/4/2014."
    amended = "Thông tư 46/2012/TT-BCT được sửa đổi bởi Thông tư 20/2017/TT-BCT ngày 29/9/2017."
    issued = "Ngày 02/10/2017, Bộ đã ban hành Quyết định số 3768/QĐ-BCT."
    assert kept("Thông tư liên tịch 26/2014/TTLT-BTC-BCT có hiệu lực từ ngày nào?", in_force) == ["ngày 08/4/2014"]
    assert kept("Thông tư liên tịch 26/2014/TTLT-BTC-BCT hết hiệu lực từ ngày nào?", in_force) == []
    assert kept("Thông tư liên tịch 26/2014/TTLT-BTC-BCT được ký ngày nào?", in_force) == []
    assert kept("Thông tư liên tịch 26/2014/TTLT-BTC-BCT được ký ban hành ngày nào?", in_force) == []
    assert kept("Thông tư 46/2012/TT-BCT ban hành ngày nào?", amended) == []
    assert kept("Quyết định 3768/QĐ-BCT ban hành ngày nào?", issued) == ["Ngày 02/10/2017"]


def test_the_holder_of_an_office_elsewhere_is_left_out():
    sentence = "Ông Phạm Bá Oai, Giám đốc Sở Công Thương Thanh Hóa cho biết kết quả."
    assert kept("Ai là Giám đốc Sở Công Thương Hòa Bình?", sentence) == []
    assert kept("Ai là Giám đốc Sở Công Thương Thanh Hóa?", sentence) == ["Ông Phạm Bá Oai"]


def test_only_a_question_by_when_asks_the_date_of_a_text():
    assert asks_date_of_text(read_question("Thông tư 46/2012/TT-BCT ban hành khi nào?"))
    assert not asks_date_of_text(read_question("Ai ban hành Thông tư 46/2012/TT-BCT?"))
    assert not asks_date_of_text(read_question("Hội nghị ban hành kết luận khi nào?"))


def test_the_body_above_is_the_one_it_is_said_to_be_of():
    sentence = "Ủy ban nhân dân cấp tỉnh lập Trung tâm Khuyến công, là đơn vị sự nghiệp công lập của Sở Công Thương."
    assert kept("Trung tâm Khuyến công trực thuộc cơ quan nào?", sentence) == ["Sở Công Thương"]
    assert kept("Trung tâm do cơ quan nào lập?", sentence)[0] == "Ủy ban nhân dân cấp tỉnh"
    led = "Ông Nguyễn Văn Hùng, Giám đốc Trung tâm Khuyến công thuộc Sở Công Thương, cho biết."
    assert kept("Ai làm giám đốc Trung tâm Khuyến công thuộc Sở Công Thương?", led)[0] == "Ông Nguyễn Văn Hùng"
    assert kept("Trung tâm trực thuộc cơ quan nào?", "Sở Công Thương giao việc cho Trung tâm.") == []


def test_registering_is_not_signing():
    assert not asks_date_of_text(read_question("Hạn nộp đăng ký kế hoạch theo Thông tư 36/2013/TT-BCT là ngày nào?"))
    assert asks_date_of_text(read_question("Bộ ký Thông tư 36/2013/TT-BCT ngày nào?"))


def test_the_day_a_law_took_effect_is_not_that_of_a_meeting_about_it():
    sentence = "Nghị định 45/2012/NĐ-CP có hiệu lực thi hành từ ngày 05/7/2012."
    assert kept("Hội nghị tổng kết Nghị định 45/2012/NĐ-CP diễn ra ngày nào?", sentence) == []
    assert kept("Nghị định 45/2012/NĐ-CP có hiệu lực từ ngày nào?", sentence) == ["ngày 05/7/2012"]


def test_until_when_is_the_last_day_and_not_the_first():
    sentence = "Nghị quyết này có hiệu lực từ ngày 01/01/2024 đến hết ngày 31/12/2028."
    assert kept("Nghị quyết áp dụng đến hết ngày nào?", sentence) == ["ngày 31/12/2028"]
    assert kept("Nghị quyết có hiệu lực từ ngày nào?", sentence)[0] == "ngày 01/01/2024"


def test_who_is_given_something_is_not_the_body_that_gives_it():
    assert kept("Ai được hỗ trợ đào tạo nghề?", "UBND tỉnh quan tâm đào tạo nghề cho lao động.") == []
    assert kept("Ai được cấp kinh phí?", "Cục Công Thương địa phương nêu kinh phí của tỉnh được duyệt.") == []
    assert kept("Ai được hỗ trợ máy sấy?", "Đơn vị thụ hưởng: Sở Công Thương | Máy sấy: 300") == ["Sở Công Thương"]
    assert kept("Ai được tặng bằng khen?", "Bộ Công Thương tặng bằng khen cho Sở Công Thương.") == ["Sở Công Thương"]


def test_the_holder_of_one_office_serves_in_another():
    sentence = "Hội đồng có 09 thành viên do Phó Giám đốc Sở Nông nghiệp và Phát triển nông thôn làm Chủ tịch."
    assert kept("Ai làm Chủ tịch Hội đồng xét công nhận?", sentence) == [
        "Phó Giám đốc Sở Nông nghiệp và Phát triển nông thôn"
    ]
    assert kept("Ai làm Phó Chủ tịch Hội đồng xét công nhận?", sentence) == []


def test_a_day_that_a_duty_is_set_by_is_not_the_day_a_text_comes_into_force():
    other = (
        "Làng nghề đã được công nhận trước ngày Nghị định này có hiệu lực không phải làm lại thủ tục nhưng phải hoàn "
        "thiện phương án bảo vệ môi trường trước ngày 31 tháng 12 năm 2023."
    )
    asked = "Nghị định 187/2021/NĐ-CP có hiệu lực từ ngày nào?"
    assert kept(asked, other) == []
    assert kept(asked, "Nghị định này có hiệu lực thi hành từ ngày 10/01/2022.") == ["ngày 10/01/2022"]


def test_at_the_latest_until_a_day_is_a_deadline():
    sentence = "Đơn vị gửi đăng ký trước ngày 20 tháng 5 hằng năm."
    assert kept("Chậm nhất đến ngày nào phải gửi đăng ký?", sentence) == ["trước ngày 20 tháng 5"]
