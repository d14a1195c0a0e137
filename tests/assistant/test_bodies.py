"""Bodies of the state by their names, whole."""

import pytest

from assistant.bodies import BODY


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Sở Khoa học và Công nghệ hướng dẫn đăng ký.", ["Sở Khoa học và Công nghệ"]),
        ("Bộ Nông nghiệp và Phát triển nông thôn phối hợp.", ["Bộ Nông nghiệp và Phát triển nông thôn"]),
        ("do Phó Giám đốc Sở Công Thương làm Chủ tịch", ["Phó Giám đốc Sở Công Thương"]),
        ("Phòng Kinh tế và Hạ tầng huyện Kim Sơn báo cáo", ["Phòng Kinh tế và Hạ tầng huyện Kim Sơn"]),
        ("Chủ tịch Ủy ban nhân dân cấp tỉnh phê duyệt", ["Chủ tịch Ủy ban nhân dân cấp tỉnh"]),
        ("Liên minh Hợp tác xã tỉnh tổng hợp", ["Liên minh Hợp tác xã tỉnh"]),
        ("Kho bạc Nhà nước cấp tỉnh chi trả", ["Kho bạc Nhà nước cấp tỉnh"]),
        ("Sở Tài chính Bình Định thẩm định", ["Sở Tài chính Bình Định"]),
        ("Sở Văn hoá và Thể thao cấp phép", ["Sở Văn hoá và Thể thao"]),
        ("Cơ sở sản xuất nộp hồ sơ.", []),
    ],
)
def test_a_body_is_read_whole(sentence: str, names: list[str]):
    assert [found.group() for found in BODY.finditer(sentence)] == names
