"""Writes made-up laws, decrees and circulars in the many layouts of real ones, and remembers their headings."""

import random
import textwrap
from dataclasses import dataclass, field

TALK = (
    "đơn vị thụ hưởng chủ trì phối hợp thẩm định nghiệm thu quyết toán đề án mô hình trình diễn máy móc thiết bị cụm "
    "công nghiệp làng nghề truyền thống lao động nông thôn ngân sách cấp tỉnh kế hoạch hằng năm hồ sơ hợp lệ thời hạn"
)
WORDS = TALK.split()
TITLES = (
    "Phạm vi điều chỉnh và đối tượng áp dụng",
    "Giải thích từ ngữ",
    "Nguyên tắc hỗ trợ kinh phí khuyến công",
    "Trách nhiệm của Bộ Công Thương, các bộ, ngành và Ủy ban nhân dân cấp tỉnh",
    "Hồ sơ, trình tự xét chọn đơn vị thực hiện",
    "Quyền và nghĩa vụ",
    "Luật Đầu tư công và các quy định có liên quan được áp dụng",
)
GROUPS = ("QUY ĐỊNH CHUNG", "CHÍNH SÁCH KHUYẾN CÔNG", "KINH PHÍ VÀ QUẢN LÝ KINH PHÍ", "TỔ CHỨC THỰC HIỆN")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
LETTERS = "abcdđeghiklm"
HEADS = (
    "Điều {0}. {1}",
    "Điều {0}. {1}",
    "ĐIỀU {0}: {1}",
    "Điều {0}.- {1}",
    "Điều {0}: {1}",
    "Điều {0} . {1}",
    "Điều {0} - {1}",
    "**Điều {0}.** {1}",
    "### Điều {0}. {1}",
    "**Điều {0}. {1}**",
    "#### **Điều {0}.** {1}",
    "Điều {0}.\n{1}",
)
ANNEX_HEADS = ("PHỤ LỤC {1}", "Phụ lục {1}", "PHỤ LỤC SỐ {0:02d}", "Phụ lục {0}", "Mẫu số {0:02d}")
ISSUED = "(Ban hành kèm theo Nghị định số 12/2024/NĐ-CP ngày 21 tháng 5 năm 2024 của Chính phủ)"
CLAUSES = ("{0}. ", "{0}. ", "{0}) ", "{0}/ ", "{0}.- ")
POINTS = ("{0}) ", "{0}) ", "({0}) ", "{0}. ", "{0}/ ")
QUOTES = (("“", "”"), ("«", "»"), ("“", "”."), ('"', '"'), ("    ", ""), ("", ""), ("> ", ""))


@dataclass
class Written:
    """The text and what a lawyer would find in it."""

    own: list[str] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)
    annexed: list[list[str]] = field(default_factory=list)
    clauses: dict[str, list[str]] = field(default_factory=dict)
    points: dict[str, list[str]] = field(default_factory=dict)
    divisions: list[str] = field(default_factory=list)
    traps: set[str] = field(default_factory=set)
    text: str = ""


class TrapWriter:
    """One text from one seed: every choice of layout is drawn once and kept through the text."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        pick = self.random.choice
        self.written = Written()
        self.head, self.clause_mark, self.point_mark = pick(HEADS), pick(CLAUSES), pick(POINTS)
        self.marked = self.head.lstrip("#* ") != self.head
        self.width = 0 if self.marked else pick((0, 0, 64, 78, 92))
        self.gap = "\n\n" if self.marked else pick(("\n", "\n\n"))
        self.quote = pick(QUOTES)
        self.parts: list[str] = []

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def put(self, text: str, indent: str = "") -> None:
        for part in text.split("\n"):
            wrapped = textwrap.wrap(part, self.width, break_long_words=False) if self.width else [part]
            self.parts.append("\n".join(indent + line for line in wrapped))

    def sentence(self, length: int) -> str:
        words: list[str] = []
        while len(words) < length:
            if self.chance(0.15):
                self.written.traps.add("citation in a sentence")
                cited = self.random.choice(("Điều {0}.", "Điều {0}", "khoản {1} Điều {0}", "các Điều {0}, {2} và {3}"))
                numbers = [self.random.randint(1, 99) for _ in range(4)]
                law = self.random.choice(
                    ("Nghị định này", "Luật Đầu tư", "của Luật Ngân sách nhà nước", "Thông tư này")
                )
                words += f"theo quy định tại {cited.format(*numbers).rstrip('.')} {law}".split()
            words.append(self.random.choice(WORDS))
        return "Việc " + " ".join(words)

    def article(self, number: str, opening: str = "", closing: str = "", indent: str = "") -> None:
        quoted = bool(opening or closing or indent)
        title = self.random.choice(TITLES)
        head = self.head.format(number, title)
        if opening:
            head = f"Điều {number}. {title}"
        lines = [opening + head]
        clauses = self.random.choice((0, 0, 2, 3, 5))
        if not clauses:
            lines.append(self.sentence(self.random.randint(8, 50)) + ".")
        for clause in range(1, clauses + 1):
            points = self.random.choice((0, 0, 2, 7, 11))
            lines.append(
                self.clause_mark.format(clause) + self.sentence(self.random.randint(5, 45)) + ":.."[bool(not points)]
            )
            for letter in LETTERS[:points]:
                lines.append(self.point_mark.format(letter) + self.sentence(self.random.randint(4, 20)) + ";")
            if not quoted and points:
                self.written.points[f"{number}.{clause}"] = list(LETTERS[:points])
        if not quoted:
            self.written.clauses[number] = [str(at) for at in range(1, clauses + 1)]
        lines[-1] = lines[-1].rstrip(".;:") + "." + closing
        for line in lines:
            self.put(line, indent)

    def amend(self, number: int) -> None:
        """An article that changes another text, clause by clause."""
        opening, closing = self.quote
        indent = opening if not opening.strip() or opening == "> " else ""
        opening = "" if indent else opening
        self.written.own.append(str(number))
        self.put(self.head.format(number, "Sửa đổi, bổ sung một số điều của Nghị định số 45/2012/NĐ-CP"))
        at, count = 0, self.random.randint(2, 5)
        for clause in range(1, count + 1):
            at += self.random.randint(1, 6)
            kind = self.random.random()
            if kind < 0.55:
                self.put(f"{clause}. Sửa đổi, bổ sung Điều {at} như sau:")
                self.article(str(at), opening, closing, indent or ("" if opening else "\u200b"))
                self.written.quoted.append(str(at))
            elif kind < 0.75:
                self.put(f"{clause}. Bổ sung Điều {at}a vào sau Điều {at} như sau:")
                self.article(f"{at}a", opening, closing, indent or ("" if opening else "\u200b"))
                self.written.quoted.append(f"{at}a")
            elif opening:
                self.put(f"{clause}. Sửa đổi khoản 2 Điều {at} như sau:")
                self.put(f"{opening}2. {self.sentence(20)}.{closing}", indent)
            else:
                self.put(f"{clause}. Bãi bỏ Điều {at} và khoản 3 Điều {at + 1}.")
        self.written.clauses[str(number)] = [str(one) for one in range(1, count + 1)]

    def division(self, mark: str, number: str, title: str) -> None:
        style = self.random.choice(("{0} {1}\n{2}", "{0} {1}. {2}", "{0} {1}\n{2}"))
        bold = "**" if self.marked and self.chance(0.5) else ""
        for line in style.format(mark, number, title).split("\n"):
            self.put(f"{bold}{line}{bold}")
        self.written.divisions.append(number.upper())

    def numbers(self, count: int) -> list[str]:
        found: list[str] = []
        for number in range(1, count + 1):
            found.append(str(number))
            if self.chance(0.04):
                self.written.traps.add("inserted article")
                found.append(f"{number}a")
        return found

    def body(self, numbers: list[str]) -> None:
        divided = len(numbers) >= 8 and self.chance(0.7)
        names = self.random.choice((("CHƯƠNG", "MỤC"), ("Chương", "Mục"), ("CHƯƠNG", "Mục")))
        arabic = self.chance(0.25)
        groups = 4 if divided else 1
        size = -(-len(numbers) // groups)
        for group in range(groups):
            part = numbers[group * size : (group + 1) * size]
            if not part:
                break
            if divided:
                if len(numbers) > 25 and group in {0, 2}:
                    word, parts = self.random.choice((("PHẦN THỨ", ("NHẤT", "HAI")), ("Phần thứ", ("nhất", "hai"))))
                    self.division(word, parts[group // 2], "QUY ĐỊNH")
                self.division(names[0], str(group + 1) if arabic else ROMAN[group], GROUPS[group])
            for at, number in enumerate(part):
                if divided and len(part) > 4 and at in {0, 3} and group == 1:
                    self.division(names[1], "1" if at == 0 else "2", "QUY TRÌNH HỖ TRỢ")
                self.written.own.append(number)
                self.article(number)

    def contents(self, numbers: list[str]) -> None:
        self.written.traps.add("table of contents")
        self.put("MỤC LỤC")
        dots = self.random.choice((" ....... {0}", "\t{0}", ""))
        for at, number in enumerate(numbers):
            self.put(f"Điều {number}. {self.random.choice(TITLES)}" + dots.format(at + 2))

    def annexes(self) -> None:
        self.written.traps.add("annexes")
        self.parts += ["Nơi nhận:", "- Như Điều 3;", "- Lưu: VT.", "TM. CHÍNH PHỦ", "THỦ TƯỚNG"]
        for number in range(1, self.random.randint(1, 3) + 1):
            title = self.random.choice(("QUY CHẾ QUẢN LÝ KINH PHÍ", "MẪU HỢP ĐỒNG THỰC HIỆN ĐỀ ÁN"))
            head = self.random.choice(ANNEX_HEADS).format(number, ROMAN[number - 1])
            self.parts += [head, title, ISSUED]
            inside: list[str] = []
            held = self.written.clauses, self.written.points
            self.written.clauses, self.written.points = {}, {}
            for article in range(1, self.random.randint(3, 8)):
                inside.append(str(article))
                self.article(str(article))
            self.written.clauses, self.written.points = held
            self.written.annexed.append(inside)

    def paged(self, text: str) -> str:
        """Running heads and page numbers every forty lines or so."""
        self.written.traps.add("running heads")
        lines = text.split("\n")
        head = self.random.choice(("CÔNG BÁO/Số 451 + 452/Ngày 08-6-2012", "- {0} -", "{0}", "Trang {0}/40"))
        done: list[str] = []
        for at, line in enumerate(lines):
            if at and at % 40 == 0:
                done.append(head.format(at // 40 + 1))
            done.append(line)
        return "\n".join(done)

    def write(self) -> Written:
        self.parts += ["CHÍNH PHỦ", "Số: 12/2024/NĐ-CP", "NGHỊ ĐỊNH", "Quy định về khuyến công",
                       "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;"]  # fmt: skip
        if self.chance(0.35):
            self.written.traps.add("amending")
            count = self.random.randint(2, 4)
            for number in range(1, count):
                self.amend(number)
            self.written.own.append(str(count))
            self.article(str(count))
        else:
            numbers = self.numbers(self.random.choice((3, 6, 12, 19, 40)))
            if len(numbers) >= 6 and self.chance(0.25):
                self.contents(numbers)
            self.body(numbers)
        if self.chance(0.35):
            self.annexes()
        text = self.gap.join(self.parts).replace("\u200b", "")
        self.written.text = self.paged(text) if self.width and self.chance(0.5) else text
        return self.written
