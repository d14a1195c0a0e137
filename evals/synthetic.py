"""Made-up articles in great number, to measure speed at size; nothing in them is true.

Deterministic by seed. They speak of the trade's subjects in its words, so that they compete with
the real documents for the same questions; they are never used to judge what is right.
"""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

PARAGRAPHS_A_DOCUMENT = 50

_PLACES = (
    "huyện An Hạ", "huyện Bình Sơn", "xã Đông Mỹ", "thị xã Tân Lập", "huyện Phú Nham", "xã Thượng Lâm",
    "huyện Ea Mur", "thị trấn Vĩnh Trạch", "huyện Long Thới", "xã Hòa Khê",
)  # fmt: skip
_SUBJECTS = (
    "cơ sở chế biến gỗ", "hợp tác xã chè", "doanh nghiệp cơ khí", "làng nghề mây tre", "cơ sở dệt thổ cẩm",
    "xưởng gốm mỹ nghệ", "doanh nghiệp chế biến thủy sản", "tổ hợp tác bánh tráng", "cơ sở vật liệu không nung",
)  # fmt: skip
_ACTIONS = (
    "ứng dụng máy móc tiên tiến vào sản xuất", "xây dựng mô hình trình diễn kỹ thuật", "đánh giá sản xuất sạch hơn",
    "đăng ký nhãn hiệu và thiết kế bao bì", "tham gia hội chợ triển lãm trong nước", "đào tạo nghề ngắn hạn",
    "xây dựng hệ thống xử lý nước thải", "bình chọn sản phẩm công nghiệp nông thôn tiêu biểu",
)  # fmt: skip
_RESULTS = (
    "nhờ đó năng suất tăng rõ rệt và sản phẩm được khách hàng đón nhận",
    "tuy nhiên tiến độ còn chậm do vốn đối ứng của cơ sở bố trí chưa kịp thời",
    "góp phần giải quyết việc làm và tăng thu nhập cho lao động tại chỗ",
    "đồng thời giảm tiêu hao điện năng, hạn chế phát thải ra môi trường",
    "song việc khảo sát, thẩm định ban đầu vẫn còn sơ sài ở một số nơi",
)


def write_corpus(folder: Path, passages: int, seed: int = 7, places: Sequence[str] = _PLACES) -> int:
    """Writes text files of about ``passages`` paragraphs in all into ``folder``; returns how many files.

    Each speaks of one of the places.
    """
    folder.mkdir(parents=True, exist_ok=True)
    count = -(-passages // PARAGRAPHS_A_DOCUMENT)
    for number in range(count):
        dice = random.Random(f"{seed}-{number}")
        place = dice.choice(places)
        year = dice.randint(2009, 2025)
        body = "\n\n".join(_paragraphs(dice, place, year))
        title = f"Hoạt động khuyến công {place} năm {year}, kỳ {number + 1}"
        (folder / f"mau-{number + 1:05d}.txt").write_text(f"{title}\n\n{body}\n", encoding="utf-8")
    return count


def _paragraphs(dice: random.Random, place: str, year: int) -> Iterator[str]:
    for _ in range(PARAGRAPHS_A_DOCUMENT):
        sentences = [_sentence(dice, place, year) for _ in range(dice.randint(3, 5))]
        yield " ".join(sentences)


def _sentence(dice: random.Random, place: str, year: int) -> str:
    subject, action, result = dice.choice(_SUBJECTS), dice.choice(_ACTIONS), dice.choice(_RESULTS)
    count = dice.randint(2, 190)
    money = f"{dice.randint(1, 9)},{dice.randint(1, 99):02d} tỷ đồng"
    return dice.choice(
        (
            f"Năm {year}, {place} hỗ trợ {count} {subject} {action} với kinh phí {money}, {result}.",
            f"Theo báo cáo, việc hỗ trợ {subject} {action} tại {place} được các cấp quan tâm, {result}.",
            f"Kế hoạch năm {year} dành {money} để giúp {subject} {action}, {result}.",
            f"Đại diện một {subject} cho biết việc {action} cần thêm thời gian, {result}.",
        )
    )
