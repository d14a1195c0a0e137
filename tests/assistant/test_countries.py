"""A country asked for by name is told by a sentence that names one."""

import pytest

from assistant.countries import country_lacking
from assistant.questions import read_question


@pytest.mark.parametrize(
    ("asked", "told", "lacking"),
    [
        ("Phở khô được bán sang nước nào nhiều nhất?", "Phở khô được người tiêu dùng đón nhận.", True),
        ("Phở khô được bán sang nước nào nhiều nhất?", "Phở khô đã bán sang Hàn Quốc và Mỹ.", False),
        ("Máy được nhập từ những quốc gia nào?", "Cơ sở nhập máy từ Đức.", False),
        ("Máy được nhập từ những quốc gia nào?", "Cơ sở tại Việt Nam mua 5 máy.", True),
        ("Máy được nhập từ những quốc gia nào?", "Anh Nguyễn Văn Tư mua 5 máy.", True),
        ("Máy được nhập từ những quốc gia nào?", "Cơ sở Áo dài Huế theo Pháp luật, không có Ý kiến.", True),
        ("Máy được nhập từ những quốc gia nào?", "Máy của cơ sở ở Lào Cai.", True),
        ("Máy được nhập từ những quốc gia nào?", "Máy của Anh, Pháp và Nhật Bản.", False),
        ("Which countries does it export to?", "Sản phẩm được bán tại 12 tỉnh.", True),
        ("Sản phẩm nào đạt cấp quốc gia?", "Phở khô đạt cấp quốc gia.", False),
        ("Chương trình khuyến công quốc gia nào đang thực hiện?", "Chương trình đến năm 2025.", False),
    ],
)
def test_a_sentence_without_a_country_lacks_the_country_asked_for(asked, told, lacking):
    assert country_lacking(read_question(asked), told) is lacking
