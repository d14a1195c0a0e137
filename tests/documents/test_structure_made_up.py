"""Three hundred made-up decrees, wrapped and marked in different ways: every heading must be right."""

import random
import textwrap

import pytest

from documents.legal_structure import read_legal
from documents.records import Section

TALK = (
    "cơ quan tổ chức cá nhân thực hiện quy định hồ sơ thủ tục hỗ trợ kinh phí dự án đề "
    "án sản xuất công nghiệp địa phương trung ương thời hạn ngày làm việc kết quả báo cáo thẩm quyền phê duyệt"
)
WORDS = TALK.split()
TITLES = [
    "Phạm vi điều chỉnh",
    "Điều lệ và quy chế hoạt động",
    "Luật áp dụng",
    "Quyết định đầu tư",
    "Hồ sơ, trình tự, thủ tục cấp, cấp lại, điều chỉnh giấy chứng nhận đủ điều kiện kinh doanh dịch vụ tự nguyện",
]
LAWS = ["Nghị định này", "Luật Đầu tư", "Nghị định số 15/2021/NĐ-CP", "của Luật Khiếu nại", ""]
QUOTES = [("“", "”"), ('"', '"'), ("“", "”."), ("", "")]


class Writer:
    """Writes one decree and remembers which articles are its own and which it quotes."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.mark = self.random.choice(["", "", "### ", "**"])
        self.width = self.random.choice([0, 60, 75, 90])
        self.gap = self.random.choice(["\n", "\n\n"])
        self.quote = self.random.choice(QUOTES)
        self.parts = ["CHÍNH PHỦ", "NGHỊ ĐỊNH", "Căn cứ Luật Tổ chức Chính phủ;"]
        self.own: list[str] = []
        self.quoted: list[str] = []
        self.annexed: list[str] = []

    def wrap(self, text: str) -> str:
        return "\n".join(textwrap.wrap(text, self.width, break_long_words=False)) if self.width else text

    def sentence(self, length: int) -> str:
        words: list[str] = []
        while len(words) < length:
            if self.random.random() < 0.12:
                clause = self.random.choice(["", f"khoản {self.random.randint(1, 5)} "])
                mark = self.random.choice(["", ",", "."])
                cited = f"Điều {self.random.randint(1, 60)}{mark} {self.random.choice(LAWS)}"
                words += f"quy định tại {clause}{cited}".split()
            else:
                words.append(self.random.choice(WORDS))
        return " ".join(words).capitalize() if self.random.random() < 0.1 else "Việc " + " ".join(words)

    def body(self) -> list[str]:
        if self.random.random() < 0.3:
            return [self.wrap(self.sentence(self.random.randint(8, 60)) + ".")]
        lines = []
        for number in range(1, self.random.randint(2, 6)):
            lines.append(self.wrap(f"{number}. {self.sentence(self.random.randint(5, 50))}:"))
            for letter in "abcdđeghik"[: self.random.choice([0, 0, 3, 7])]:
                lines.append(self.wrap(f"{letter}) {self.sentence(self.random.randint(4, 25))};"))
        return lines

    def article(self, number: str, opening: str = "", closing: str = "") -> None:
        head = f"{opening}Điều {number}. {self.random.choice(TITLES)}"
        lines = [self.mark + head if self.mark else self.wrap(head), *self.body()]
        lines[-1] = lines[-1].rstrip(".;:") + "." + closing
        self.parts += lines

    def amending(self, number: int) -> None:
        self.own.append(str(number))
        self.parts.append(f"{self.mark}Điều {number}. Sửa đổi, bổ sung một số điều của Nghị định số 9/2020/NĐ-CP")
        current = self.random.randint(1, 5)
        for clause in range(1, self.random.randint(3, 7)):
            choice = self.random.random()
            if choice < 0.5:
                self.parts.append(f"{clause}. Sửa đổi, bổ sung Điều {current} như sau:")
                self.article(str(current), *self.quote)
                self.quoted.append(str(current))
            elif choice < 0.7:
                one, two = f"{current}a", f"{current}b"
                self.parts.append(f"{clause}. Bổ sung Điều {one} và Điều {two} vào sau Điều {current} như sau:")
                self.article(one, self.quote[0])
                self.article(two, "", self.quote[1])
                self.quoted += [one, two]
            else:
                self.parts.append(f"{clause}. Bãi bỏ khoản {self.random.randint(1, 9)} Điều {current}.")
            current += self.random.randint(1, 4)

    def write(self) -> str:
        amends = self.random.random() < 0.5
        count = self.random.randint(2, 5) if amends else self.random.randint(2, 40)
        for number in range(1, count + 1):
            if amends and number < count:
                self.amending(number)
            else:
                self.own.append(str(number))
                self.article(str(number))
        if self.random.random() < 0.4:
            self.parts += ["Nơi nhận:", "- Như trên;", "TM. CHÍNH PHỦ"]
            self.parts += self.random.choice(
                [
                    ["Phụ lục I", "MẪU HỢP ĐỒNG", "(Kèm theo Nghị định số 1/2024/NĐ-CP)"],
                    ["QUY CHẾ", "Hoạt động", "(Ban hành kèm theo Nghị định số 1/2024/NĐ-CP)"],
                ]
            )
            for number in range(1, self.random.randint(2, 10)):
                self.annexed.append(str(number))
                self.article(str(number))
        return self.gap.join(self.parts)


def numbers(sections: list[Section], quoted: bool, annexed: bool) -> list[str]:
    found = []
    for section in sections:
        parent, inside = section.parent, False
        while parent is not None:
            inside = inside or sections[parent].kind == "annex"
            parent = sections[parent].parent
        if section.kind == "article" and section.quoted == quoted and inside == annexed:
            found.append(section.number)
    return found


@pytest.mark.parametrize("batch", range(6))
def test_own_quoted_and_annexed_articles_of_made_up_decrees(batch: int):
    for seed in range(batch * 50, batch * 50 + 50):
        writer = Writer(seed)
        sections = read_legal(writer.write())
        assert numbers(sections, quoted=False, annexed=False) == writer.own, seed
        assert numbers(sections, quoted=True, annexed=False) == writer.quoted, seed
        assert numbers(sections, quoted=False, annexed=True) == writer.annexed, seed
