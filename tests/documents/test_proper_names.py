import pytest

from documents.proper_names import with_capitals


@pytest.mark.parametrize(
    ("name", "sentence", "shown"),
    [
        (
            "kinh phí hỗ trợ cơ sở thanh bình",
            "Hỗ trợ cơ sở Thanh Bình 200 triệu đồng.",
            "kinh phí hỗ trợ cơ sở Thanh Bình",
        ),
        ("cơ sở cnnt", "Có 12 cơ sở CNNT được hỗ trợ.", "cơ sở CNNT"),
        (
            "kinh phí của công ty tnhh an phú",
            "Công ty TNHH An Phú được 150 triệu đồng.",
            "kinh phí của công ty TNHH An Phú",
        ),
        ("tổng kinh phí", "Tổng kinh phí là 9 tỷ đồng.", "tổng kinh phí"),
        ("kế hoạch năm", "Kế hoạch năm là 9 tỷ đồng.", "kế hoạch năm"),
        ("kinh phí thực hiện", "KINH PHÍ THỰC HIỆN LÀ 9 TỶ ĐỒNG", "kinh phí thực hiện"),
        ("người an phúc", "Ở An Phú có 12 người.", "người an phúc"),
        ("", "An Phú có 12 người.", ""),
    ],
)
def test_a_proper_name_keeps_the_capitals_of_its_sentence(name, sentence, shown):
    assert with_capitals(name, sentence) == shown
