"""Pages of a PDF as they are read: columns, footnotes, running heads, letters from several fonts."""

import typst

from documents.loaders import load_bytes
from documents.page_words import Word, set_marks
from documents.settings import Limits

LIMITS = Limits()
LONG = "Nhà nước khuyến khích tổ chức, cá nhân đầu tư sản xuất công nghiệp tại địa bàn nông thôn theo quy định này."


def text_of(source: str) -> str:
    return load_bytes(typst.compile(source.encode()), ".pdf", LIMITS).text


GAZETTE = (
    '#set page(paper: "a4", margin: 2cm, columns: 2, header: context { let n = counter(page).get().first()\n'
    "if calc.even(n) [#n #h(1fr) CÔNG BÁO/Số 451/Ngày 08-6-2012] else [CÔNG BÁO/Số 451/Ngày 08-6-2012 #h(1fr) #n] })\n"
    '#set text(size: 11pt, lang: "vi")\n#set par(justify: true)\n'
)


def test_a_gazette_in_two_columns_is_read_column_by_column_without_its_heads():
    clauses = [f"{at}. Nội dung thứ {at}: {LONG}" for at in range(1, 81)]
    head = '#place(top + center, float: true, scope: "parent")[*QUY ĐỊNH CHUNG VỀ HOẠT ĐỘNG KHUYẾN CÔNG*]\n'
    text = text_of(GAZETTE + head + "\n\n".join(one.replace(". ", "\\. ", 1) for one in clauses))
    assert text.split("\n\n") == ["QUY ĐỊNH CHUNG VỀ HOẠT ĐỘNG KHUYẾN CÔNG", *clauses]


def test_the_blocks_at_the_head_and_foot_of_an_official_text_are_read_one_by_one():
    text = text_of(
        '#set page(paper: "a4", margin: 2cm)\n#set text(size: 12pt)\n#grid(columns: (1fr, 1.4fr), align: center,\n'
        "[*CHÍNH PHỦ*\\ Số: 12/2024/NĐ-CP],[*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*\\ Độc lập - Tự do - Hạnh phúc\\ "
        f"Hà Nội, ngày 21 tháng 5 năm 2024])\n\n{LONG}\n\n#grid(columns: (1fr, 1fr), [Nơi nhận:\\ \\- Ban Bí thư;\\ "
        "\\- Lưu: VT.], align(center)[*TM. CHÍNH PHỦ*\\ *KT. THỦ TƯỚNG*\\ \\ *Nguyễn Văn An*])"
    )
    assert text.split("\n\n") == [
        "CHÍNH PHỦ", "Số: 12/2024/NĐ-CP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Hà Nội, ngày 21 tháng 5 năm 2024", LONG, "Nơi nhận:", "- Ban Bí thư;", "- Lưu: VT.", "TM. CHÍNH PHỦ",
        "KT. THỦ TƯỚNG", "Nguyễn Văn An",
    ]  # fmt: skip


def test_a_footnote_does_not_cut_the_paragraph_that_runs_over_it_nor_join_a_number():
    note = "#footnote[Theo báo cáo của Sở Công Thương năm 2023, trang 4.]"
    text = text_of(
        "#set page(width: 14cm, height: 12cm, margin: 2cm)\n#set text(size: 12pt)\n#set super(typographic: false)\n"
        f"Năm 2023 có 29{note} đề án. " + f"{LONG} " * 6
    )
    assert text.split("\n\n") == [
        "Năm 2023 có 29[1] đề án. " + " ".join([LONG] * 6),
        "[1] Theo báo cáo của Sở Công Thương năm 2023, trang 4.",
    ]


def test_a_raised_two_after_a_measure_is_part_of_the_measure():
    words = [Word("75", 0, 10, 0, 12, 12), Word("m", 13, 20, 0, 12, 12), Word("2", 20, 23, 0, 7, 7)]
    assert [word.text for word in set_marks(words)] == ["75", "m2"]


def test_letters_from_another_font_do_not_part_a_word():
    fonts = (
        '#set text(size: 12pt, font: "DejaVu Sans Mono")\n#let e(t) = text(font: "Libertinus Serif", size: 12.1pt, t)\n'
    )
    body = "Khuy#e[ế]n công qu#e[ố]c gia h#e[ỗ] tr#e[ợ] c#e[ơ] s#e[ở] công nghi#e[ệ]p."
    assert text_of(f'#set page(paper: "a4")\n{fonts}{body}') == "Khuyến công quốc gia hỗ trợ cơ sở công nghiệp."


def test_a_line_that_opens_with_an_official_number_goes_on_with_its_sentence():
    sentence = "Việc thực hiện các nhiệm vụ nêu trên theo Nghị định số 45/2012/NĐ-CP và 1.330 lao động có việc."
    for width in range(60, 100, 2):
        page = f"#set page(width: {width}mm, height: 200mm, margin: 5mm)\n#set text(size: 12pt, hyphenate: false)\n"
        assert text_of(page + f"{sentence} {sentence}") == f"{sentence} {sentence}"
