"""In which form an answer is wanted, and whether a sentence has it."""

import pytest

from assistant.answer_forms import (
    appointment_lacking,
    asks,
    asks_duration,
    asks_why,
    cause_lacking,
    deadline_lacking,
    difference_lacking,
    frequency_lacking,
    goal_lacking,
    of_other_body,
    of_other_level,
    of_other_paper,
    ordinal_lacking,
    procedure_lacking,
    rank_lacking,
    sequel_lacking,
    signer_lacking,
)
from assistant.members import (
    asked_head_lacking,
    counts_members_only,
    enterprises_lacking,
    members_lacking,
    named_head_lacking,
    names_lacking,
    only_told_of,
    provinces_lacking,
)
from assistant.question_cues import asks_done
from assistant.questions import read_question
from assistant.wording import spread

FELL = "Kế hoạch kinh phí năm 2024 là 170,8 tỷ đồng, thấp hơn 8,5% so với năm 2023."
CAUSED = "Do dịch bệnh, kinh phí khuyến công bị cắt giảm 50%."


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("Vì sao kinh phí giảm?", True),
        ("vi sao kinh phi giam", True),
        ("Nguyên nhân của việc giảm này là gì?", True),
        ("Sao nửa đầu năm tiêu được ít thế?", True),
        ("Why did the budget fall?", True),
        ("Cần bao nhiêu bản sao?", False),
        ("Sở nào giảm kinh phí?", False),
    ],
)
def test_a_cause_is_asked_for(asked, why):
    assert asks_why(read_question(asked)) is why


@pytest.mark.parametrize(
    ("sentence", "lacking"),
    [
        (FELL, 1.0),
        (CAUSED, 0.0),
        ("Do Sở Công Thương thực hiện, kinh phí là 5 tỷ đồng.", 1.0),
        ("Việc này được làm chưa sát, dẫn đến có đề án phải ngừng thực hiện.", 0.0),
        ("Hội chợ được tổ chức để quảng bá sản phẩm.", 1.0),
    ],
)
def test_a_sentence_that_tells_no_cause_does_not_answer_why(sentence, lacking):
    assert cause_lacking(read_question("Vì sao số đề án giảm?"), sentence) == lacking
    assert cause_lacking(read_question("Kinh phí là bao nhiêu?"), sentence) == 0.0


def test_that_money_is_low_is_no_cause_of_its_having_become_less():
    asked = read_question("Vì sao kế hoạch kinh phí năm 2024 thấp hơn năm 2023?")
    assert cause_lacking(asked, "Do phân bổ không cao, ước thực hiện là 8,5 tỷ đồng.") == 1.0
    assert cause_lacking(asked, CAUSED) == 0.0


def test_an_effect_is_no_cause_of_what_went_wrong():
    sentence = "Việc bình chọn đã góp phần đẩy mạnh công nghiệp hóa nông thôn."
    assert cause_lacking(read_question("Vì sao nhiều sản phẩm không được tôn vinh?"), sentence) == 1.0
    for asked in ("Vì sao tổ chức bình chọn sản phẩm?", "Vì sao Bộ chỉ đạo bình chọn?", "Vì sao phải giảm ô nhiễm?"):
        assert cause_lacking(read_question(asked), sentence) == 0.5


@pytest.mark.parametrize(
    ("asked", "sentence", "counted"),
    [
        ("Sản phẩm chia thành 4 nhóm, là những nhóm nào?", "Sản phẩm được chia thành 04 nhóm, theo Điều 5.", True),
        ("Sản phẩm chia thành những nhóm gì?", "Sản phẩm được chia thành 04 nhóm: thủ công; chế biến.", False),
        ("Có những cấp nào?", "Việc bình chọn có 04 cấp là cấp huyện, cấp tỉnh.", False),
        ("Mức tạm ứng gồm những mức nào?", "Có ba mức 30%, 70% và 100%.", False),
    ],
)
def test_members_that_are_only_counted_are_not_named(asked, sentence, counted):
    assert counts_members_only(read_question(asked), sentence) is counted


def test_one_thing_is_no_list():
    question = read_question("Hãy kể tên các ngành nghề được hỗ trợ")
    assert members_lacking(question, "Ngành nghề được quy định cụ thể, theo Điều 5 Thông tư 46/2012/TT-BCT.")
    assert not members_lacking(question, "Ngành nghề gồm dệt may, da giày và cơ khí.")
    assert not members_lacking(read_question("Ngành dệt là gì?"), "Ngành dệt có từ lâu.")
    asked = read_question("Cơ sở phải đáp ứng những gì mới được công nhận?")
    assert not members_lacking(asked, "Cơ sở được công nhận khi dùng từ 50 lao động trở lên.")


def test_the_thing_asked_for_must_be_spoken_of():
    question = read_question("Quy trình gồm những bước nào?")
    assert asked_head_lacking(question, spread("Sản phẩm phải đạt 70 điểm."))
    assert not asked_head_lacking(question, spread("Có ba bước chính."))


def test_enterprises_are_named_by_a_name():
    question = read_question("Những doanh nghiệp nào ở Bát Tràng nhận hỗ trợ?")
    assert enterprises_lacking(question, "Các doanh nghiệp gốm đã giảm được chi phí.")
    assert not enterprises_lacking(question, "Công ty TNHH Minh Hải nhận 200 triệu đồng.")


def test_ranks_ordinals_provinces_are_told_where_they_are_asked_for():
    ranked = read_question("Tỉnh nào có kinh phí thấp nhất?")
    assert rank_lacking(ranked, spread(FELL)) and not rank_lacking(ranked, spread("Bắc Kạn thấp nhất vùng."))
    ordinal = read_question("Đây là hội nghị lần thứ mấy?")
    assert ordinal_lacking(ordinal, spread("Hội nghị họp tại Hà Nội."))
    assert not ordinal_lacking(ordinal, spread("Hội nghị lần thứ XVIII."))
    places = read_question("Vùng này gồm những tỉnh nào?")
    assert provinces_lacking(places, "Vùng có 15 tỉnh, thành phố.")
    assert not provinces_lacking(places, "Vùng gồm Quảng Nam, Đắk Nông.")


@pytest.mark.parametrize(
    ("asked", "told", "other"),
    [
        ("Có bao nhiêu sản phẩm cấp quốc gia?", "132 sản phẩm tiêu biểu cấp tỉnh", True),
        ("Có bao nhiêu sản phẩm cấp quốc gia?", "102 sản phẩm cấp quốc gia, 132 cấp tỉnh", False),
        ("Có bao nhiêu sản phẩm cấp vùng?", "132 sản phẩm cấp khu vực", False),
        ("Có bao nhiêu sản phẩm?", "132 sản phẩm cấp tỉnh", False),
        ("Trung tâm Khuyến công ở vùng có mấy phó giám đốc?", "Trung tâm cấp tỉnh có 02 phó giám đốc", True),
    ],
)
def test_a_number_of_another_level_is_no_answer(asked, told, other):
    assert of_other_level(read_question(asked), told) is other


@pytest.mark.parametrize(
    ("asked", "form"),
    [
        ("Họp hôm nào?", "day"),
        ("hop ngay nao", "day"),
        ("Trụ sở ở những tỉnh nào?", "named_place"),
        ("Tách số kinh phí ấy theo từng năm", "breakdown"),
        ("Hộ kinh doanh có được hỗ trợ không?", "yes_no"),
        ("ho kinh doanh co duoc ho tro khong?", "yes_no"),
        ("Nơi nào dẫn đầu?", "rank"),
        ("Đề án ấy đứng đầu về vốn à?", "rank"),
    ],
)
def test_the_form_is_read_of_the_question(asked, form):
    assert asks(read_question(asked), form)
    assert not asks(read_question("Người đứng đầu Sở cho biết kinh phí năm 2024 là bao nhiêu?"), form)


def test_a_duration_is_a_number_of_units_of_time():
    assert asks_duration(read_question("Thẩm định trong mấy ngày?"))
    assert not asks_duration(read_question("Thẩm định mấy đề án?"))


@pytest.mark.parametrize(
    ("sentence", "lacking"),
    [
        ("Sở báo cáo Bộ Công Thương hằng quý.", False),
        ("Sở báo cáo định kỳ 6 tháng một lần.", False),
        ("Sở đã báo cáo Bộ Công Thương trong năm 2022.", True),
    ],
)
def test_how_often_is_not_answered_by_a_year(sentence, lacking):
    assert frequency_lacking(read_question("Sở phải báo cáo bao lâu một lần?"), sentence) is lacking
    assert frequency_lacking(read_question("Sở phải báo cáo ai?"), sentence) is False


@pytest.mark.parametrize(
    ("asked", "sentence", "lacking"),
    [
        ("Tên các đề án phải dừng là gì?", "Có đề án phải ngừng thực hiện.", True),
        ("Kể tên những mô hình đã xây dựng?", "Đã xây dựng mô hình “Sản xuất gạch không nung”.", False),
        ("Tên các sản phẩm được tôn vinh?", "Các sản phẩm gồm mây tre, gốm.", False),
        ("Có bao nhiêu đề án phải dừng?", "Có đề án phải ngừng thực hiện.", False),
        ("Tên công ty thực hiện đề án chè là gì?", "Đề án do Công ty Hùng Cường thực hiện.", False),
    ],
)
def test_names_of_things_need_a_list_or_a_quotation(asked, sentence, lacking):
    assert names_lacking(read_question(asked), sentence) is lacking


def test_many_provinces_asked_for_by_name_are_not_one():
    asked = read_question("Kể tên đủ 28 tỉnh, thành phố phía Bắc?")
    assert provinces_lacking(asked, "Hội nghị họp tại Hà Nội với 28 tỉnh, thành phố.")
    of_others = read_question("Kể tên sản phẩm của tỉnh Hà Giang được bình chọn")
    assert not provinces_lacking(of_others, "Các sản phẩm gồm chè, mật ong.")
    assert not provinces_lacking(asked, "Các tỉnh gồm Hà Nam, Nam Định, Ninh Bình và Thái Bình.")


def test_a_plan_is_another_paper_than_a_programme():
    asked = read_question("Ai phê duyệt chương trình khuyến công quốc gia?")
    assert of_other_paper(asked, spread("Bộ trưởng phê duyệt kế hoạch khuyến công quốc gia."))
    assert not of_other_paper(asked, spread("Chương trình khuyến công quốc gia do Thủ tướng phê duyệt."))
    assert not of_other_paper(asked, spread("Thủ tướng phê duyệt."))


@pytest.mark.parametrize(
    ("asked", "sentence", "bare"),
    [
        ("Nghề truyền thống nào được khôi phục?", "Tỉnh đã khôi phục nghề truyền thống và mở thêm nghề mới.", True),
        ("Nghề truyền thống nào được khôi phục?", "Tỉnh khôi phục nghề truyền thống như đan lát, dệt thổ cẩm.", False),
        ("Những đề án nào phải ngừng thực hiện?", "Khảo sát chưa sát nên có đề án phải ngừng thực hiện.", True),
        ("Những đề án nào được hỗ trợ?", "Tỉnh hỗ trợ đề án ứng dụng máy móc tiên tiến.", False),
        ("Có bao nhiêu đề án phải ngừng thực hiện?", "Khảo sát chưa sát nên có đề án phải ngừng thực hiện.", False),
    ],
)
def test_things_that_are_only_told_of_are_not_named(asked, sentence, bare):
    assert only_told_of(read_question(asked), sentence) is bare


def test_an_abbreviation_is_no_name_of_an_enterprise():
    asked = read_question("Doanh nghiệp nào được hỗ trợ máy móc?")
    assert enterprises_lacking(asked, "Số cơ sở sản xuất CNNT tham gia còn ít.")
    assert not enterprises_lacking(asked, "Công ty Cổ phần Sao Đỏ được hỗ trợ máy móc.")


def test_the_day_of_one_step_is_not_that_of_another():
    approved = read_question("Bộ phê duyệt kế hoạch trước ngày nào?")
    assert procedure_lacking(approved, spread("Hồ sơ đăng ký phải đến Cục trước ngày 15 tháng 6."))
    assert not procedure_lacking(approved, spread("Bộ phê duyệt kế hoạch trước ngày 30 tháng 12."))


def test_the_aim_of_a_programme_is_not_who_approved_it():
    asked = read_question("Mục tiêu của chương trình khuyến công là gì?")
    assert goal_lacking(asked, spread("Chương trình được phê duyệt bởi Quyết định 12/QĐ-BCT."))
    assert not goal_lacking(asked, spread("Chương trình nhằm phát triển công nghiệp nông thôn."))


def test_what_goes_by_its_own_name_is_named_where_it_is_asked_for():
    asked = read_question("Các đơn vị còn lại là những phòng nào?")
    assert named_head_lacking(asked, "Cục giảm còn năm đơn vị hành chính.")
    assert not named_head_lacking(asked, "Cục gồm Phòng Kế hoạch và Phòng Khuyến công.")


def test_papers_asked_for_are_listed():
    asked = read_question("Hồ sơ phải có những giấy tờ gì?")
    assert named_head_lacking(asked, "Hồ sơ giấy tờ phải đến Cục trước ngày 15 tháng 6.")
    assert not named_head_lacking(asked, "Hồ sơ giấy tờ gồm đơn đề nghị, bản thuyết minh và giấy phép.")


def test_products_asked_for_are_named():
    asked = read_question("Sản phẩm nào của tỉnh được công nhận tiêu biểu?")
    assert names_lacking(asked, "Tỉnh tổ chức bình chọn sản phẩm (03 đợt), hội chợ, triển lãm.")
    assert not names_lacking(asked, "Các sản phẩm được công nhận gồm bánh đậu xanh và gốm Chu Đậu.")


def test_wherein_two_things_differ_is_told_by_setting_them_apart():
    asked = read_question("Khu công nghiệp khác cụm công nghiệp ở chỗ nào?")
    assert difference_lacking(asked, spread("Cơ sở chuyển vào khu, cụm công nghiệp được hỗ trợ."))
    assert not difference_lacking(asked, spread("Cụm công nghiệp khác khu công nghiệp ở quy mô."))


@pytest.mark.parametrize(
    ("asked", "lacks", "tells"),
    [
        (
            "Các đề án bị ngừng thực hiện sau đó ra sao?",
            "Có đề án phải ngừng thực hiện.",
            "Các đề án ngừng thực hiện được xử lý theo hợp đồng.",
        ),
        (
            "Ai lên thay ông Nguyễn Văn An làm Cục trưởng?",
            "Ông Nguyễn Văn An, Cục trưởng, làm thay đổi bộ mặt của ngành.",
            "Bà Lê Thị Bình thay ông Nguyễn Văn An.",
        ),
    ],
)
def test_what_came_after_is_told_where_it_is_asked_for(asked, lacks, tells):
    question = read_question(asked)
    assert sequel_lacking(question, spread(lacks)) and not sequel_lacking(question, spread(tells))


@pytest.mark.parametrize(
    ("asked", "lacks", "names"),
    [
        ("Đã dự những hội chợ nào?", "Cơ sở tham gia các hội chợ trong nước.", "Cơ sở dự Hội chợ hàng Việt ở Huế."),
        ("Cơ sở mua loại máy gì?", "Cơ sở ứng dụng máy móc tiên tiến.", "Cơ sở mua máy xay sinh tố."),
    ],
)
def test_fairs_and_machines_asked_for_are_named(asked, lacks, names):
    question = read_question(asked)
    assert names_lacking(question, lacks) and not names_lacking(question, names)


def test_a_ratio_of_chosen_things_only_counts_them():
    asked = read_question("102 sản phẩm tiêu biểu gồm những sản phẩm gì?")
    assert counts_members_only(asked, "Cục đã bình chọn và tôn vinh 102/171 sản phẩm tiêu biểu.")


def test_what_replaced_a_text_is_no_cause():
    asked = read_question("Vì sao Thông tư liên tịch 26/2014 bị thay thế?")
    assert cause_lacking(asked, "Thông tư này đã được thay thế bởi Thông tư 28/2018/TT-BTC.") == 1.0


def test_a_length_of_time_is_asked_for_in_english():
    assert asks_duration(read_question("How many working days does the department have to appraise a project?"))


def test_the_duties_of_one_body_are_not_those_of_another():
    asked = read_question("Sở Công Thương có trách nhiệm gì về khuyến công?")
    assert of_other_body(asked, spread("Bộ Công Thương giúp Chính phủ quản lý nhà nước, với bảy nhiệm vụ sau."))
    assert not of_other_body(asked, spread("Sở Công Thương giúp Ủy ban nhân dân cấp tỉnh quản lý khuyến công."))
    assert not of_other_body(read_question("Khuyến công là gì?"), spread("Bộ Công Thương quản lý khuyến công."))


def test_a_deadline_is_told_by_a_day_by_which_something_is_due():
    asked = read_question("Các tỉnh phải gửi ý kiến góp ý chậm nhất là ngày nào?")
    assert deadline_lacking(asked, "Góp ý dự thảo sửa đổi Nghị định 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012.")
    assert not deadline_lacking(asked, "Các tỉnh gửi ý kiến trước ngày 30/6.")
    assert not deadline_lacking(read_question("Nghị định 45 ban hành ngày nào?"), "Ban hành ngày 21/5/2012.")


def test_who_signed_is_told_by_something_signed():
    asked = read_question("Ai là người ký quyết định cắt một nửa tiền khuyến công?")
    assert signer_lacking(asked, "Ông Oai, Giám đốc Sở, cho biết kinh phí bị cắt giảm 50%.")
    assert not signer_lacking(asked, "Phó Chủ tịch UBND tỉnh Đoàn Minh Khải ký kế hoạch.")


@pytest.mark.parametrize(
    ("asked", "done"),
    [
        ("Phía Bắc thực tế đã chi bao nhiêu cho khuyến công năm 2023?", True),
        ("How much did the North actually spend in 2023?", True),
        ("Kinh phí khuyến công phía Bắc năm 2023 là bao nhiêu?", False),
        ("Giải pháp nào phù hợp với thực tế địa phương?", False),
    ],
)
def test_what_was_really_done_is_asked_for(asked, done):
    assert asks_done(asked) is done


def test_since_when_somebody_holds_an_office_is_told_by_an_appointment():
    asked = read_question("Ông Ngô Quang Trung lên làm Cục trưởng từ năm nào?")
    assert appointment_lacking(asked, "Trong những tháng cuối năm 2024, Cục trưởng Ngô Quang Trung nhấn mạnh.")
    assert not appointment_lacking(asked, "Ông Ngô Quang Trung được bổ nhiệm Cục trưởng năm 2019.")
    assert not appointment_lacking(read_question("Ai là Cục trưởng năm 2024?"), "Cục trưởng Ngô Quang Trung nhấn mạnh.")


def test_that_an_allotment_is_low_is_no_cause_of_a_lowered_plan():
    asked = read_question("Vì lý do gì mà kế hoạch kinh phí năm 2024 bị hạ thấp so với năm 2023?")
    assert cause_lacking(asked, "Do phân bổ (đợt 1) không cao, ước thực hiện là 8,5 tỷ đồng.") == 1.0
    assert cause_lacking(asked, CAUSED) == 0.0


@pytest.mark.parametrize(
    ("sentence", "lacking"),
    [
        ("Cả 5 năm mới có 2 cơ sở chuyển vào cụm, bởi giá thuê đất cao.", 0.0),
        ("Vốn phân bổ làm nhiều đợt nên các đề án nhóm chưa thể ký hợp đồng.", 0.0),
        ("Kinh phí hụt đi là do ngân sách tỉnh phải tiết giảm.", 0.0),
        ("Ông Vịnh giải thích: một cơ sở hết vốn.", 0.0),
        ("Đề án được thực hiện bởi Sở Công Thương.", 1.0),
        ("Các tỉnh nên hỗ trợ thêm cho cơ sở.", 1.0),
        ("Tỉnh nên không dàn trải.", 1.0),
        ("Đề án đã tạo nên những sản phẩm đặc trưng.", 1.0),
        ("Thị trường năm đó trở nên khó khăn hơn.", 1.0),
    ],
)
def test_a_cause_may_be_told_in_many_words_and_an_agent_or_advice_is_none(sentence, lacking):
    assert cause_lacking(read_question("Vì sao các đề án phải dừng?"), sentence) == lacking
