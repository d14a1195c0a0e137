"""A tiny index and assistant for the tests of the screen: canned records, no model, no store."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.records import Answer, BadQuestion, Citation, Claim, Talk, Withheld
from documents.records import BadInput, Block, Check, Document, Figure, Period, Place, Section, Source
from index.figure_selection import FigureSelection
from index.records import FigureFilter, FigureHit, Hit, Passage
from tests.figure_shelf import selection_of

PLAN = (
    "Tổng kế hoạch kinh phí khuyến công năm 2024 của 28 tỉnh khu vực phía Bắc là 170,8 tỷ đồng, "
    "thấp hơn 8,5% so với kế hoạch năm 2023 (186,5 tỷ đồng)."
)
PARTS = "Trong đó, kinh phí quốc gia 71,5 tỷ đồng, kinh phí địa phương 99,2 tỷ đồng."
LINES = ["Hội nghị khuyến công phía Bắc", "Hội nghị họp tại Hà Nội.", PLAN, PARTS, "Các đại biểu nhất trí.", "Hết."]
LAW_LINES = [
    "Điều 1. Phạm vi điều chỉnh",
    "1. Nghị định này quy định hoạt động khuyến công theo Điều 2 Nghị định này.",
    "Điều 2. Đối tượng áp dụng",
    "1. Tổ chức, cá nhân trực tiếp đầu tư.",
]
HOSTILE = (
    '<script>window.hacked=1</script><img src=x onerror="window.hacked=1"> ${window.hacked=1} '
    "{{constructor}} [bấm](javascript:window.hacked=1) & \"ngoặc\" 'đơn'"
)


def make_document(source: Source, lines: list[str]) -> Document:
    blocks, position = [], 0
    for line in lines:
        kind = "heading" if position == 0 or line.startswith("Điều") else "paragraph"
        blocks.append(Block(kind, position, position + len(line)))  # type: ignore[arg-type]
        position += len(line) + 1
    return Document(source, "\n".join(lines), tuple(blocks))


ARTICLE = make_document(
    Source(
        "bac-2024",
        "articles/bac-2024.txt",
        "Hội nghị khuyến công các tỉnh, thành phố khu vực phía Bắc lần thứ XVIII",
        publisher="Báo Mẫu",
        author="Anh Thư",
        date="2024-05-20",
        kind="article",
    ),
    LINES,
)
LAW = make_document(
    Source(
        "nd-1",
        "legal/nd-1.md",
        "Nghị định mẫu về khuyến công (tóm lược)",
        kind="decree",
        number="01/2012/NĐ-CP",
        issuer="Chính phủ",
        date="2012-05-21",
        digest_of="Nghị định 01/2012/NĐ-CP",
        amended_by=("Nghị định 02/2025/NĐ-CP",),
    ),
    LAW_LINES,
)
EVIL = make_document(
    Source("evil", "evil.txt", HOSTILE, publisher=HOSTILE, author=HOSTILE, kind="article"),
    ["Tiêu đề", HOSTILE, "Kết thúc."],
)


def article_sections(document: Document) -> list[Section]:
    if document.id != "nd-1":
        return [Section("paragraph", str(i), "", b.start, b.end, f"đoạn {i}") for i, b in enumerate(document.blocks, 1)]
    one, clause, two, other = document.blocks
    return [
        Section("article", "1", "Phạm vi điều chỉnh", one.start, clause.end, "Điều 1"),
        Section("clause", "1", "", clause.start, clause.end, "khoản 1 Điều 1", parent=0),
        Section("article", "2", "Đối tượng áp dụng", two.start, other.end, "Điều 2"),
        Section("clause", "1", "", other.start, other.end, "khoản 1 Điều 2", parent=2),
    ]


def cite(number: int, document: Document, quote: str, locator: str = "đoạn 3") -> Citation:
    start = document.text.index(quote)
    source = document.source
    return Citation(
        number, document.id, source.title, source.publisher, source.date, locator, quote, start, start + len(quote)
    )


def figure(
    text: str, value: str, indicator: str, year: int = 2024, place: str = "phía Bắc", **changes: object
) -> Figure:
    start = ARTICLE.text.index(text)
    sentence = PLAN if text in PLAN else PARTS
    low = ARTICLE.text.index(sentence)
    values: dict[str, object] = {
        "id": f"bac-2024:f{start}-{start + len(text)}",
        "document": "bac-2024",
        "start": start,
        "end": start + len(text),
        "sentence_start": low,
        "sentence_end": low + len(sentence),
        "sentence": sentence,
        "text": text,
        "value": Decimal(value),
        "unit": "đồng",
        "qualifier": "exact",
        "indicator": indicator,
        "indicator_name": indicator,
        "place": Place(place, "region", "R1"),
        "period": Period(f"{year}-01-01", f"{year}-12-31", f"năm {year}"),
        "status": "plan",
    }
    return Figure(**{**values, **changes})  # type: ignore[arg-type]


TOTAL = figure("170,8 tỷ đồng", "170800000000", "kinh phí khuyến công")
BEFORE = figure("186,5 tỷ đồng", "186500000000", "kinh phí khuyến công", 2023)
NATIONAL = figure("71,5 tỷ đồng", "71500000000", "kinh phí quốc gia")
LOCAL = figure("99,2 tỷ đồng", "99200000000", "kinh phí địa phương")
PERCENT = figure(
    "8,5%",
    "8.5",
    "mức giảm so với kế hoạch",
    unit="%",
    status="actual",
    period=None,
    comparison="so với kế hoạch năm 2023",
)
SUM = Check("total", True, "71,5 + 99,2 = 170,7 (bài viết ghi 170,8)", "100000000", (TOTAL.id, NATIONAL.id, LOCAL.id))
WRONG = Check("total", False, "13 + 3 + 1 + 3 = 20, bài viết ghi 21", "0", ())

PLAN_ANSWER = Answer(
    question="Kế hoạch kinh phí năm 2024 của phía Bắc?",
    outcome="answered",
    answer="Kế hoạch kinh phí khuyến công năm 2024 của khu vực phía Bắc là 170,8 tỷ đồng [1].",
    claims=(Claim("Kế hoạch kinh phí khuyến công năm 2024 của khu vực phía Bắc là 170,8 tỷ đồng.", (1,)),),
    citations=(cite(1, ARTICLE, PLAN),),
    figures=(TOTAL,),
    elapsed_ms=38,
    talk=Talk("Kế hoạch", place=TOTAL.place, period=TOTAL.period, indicator="kinh phí", kind="figure"),
)


class FakeIndex:
    """Three documents held in memory."""

    def __init__(self) -> None:
        self.held = {document.id: document for document in (ARTICLE, LAW, EVIL)}

    def sources(self) -> list[Source]:
        return [document.source for document in self.held.values()]

    def document(self, id: str) -> Document:
        if id not in self.held:
            raise BadInput(f"Không có tài liệu “{id}”.")
        return self.held[id]

    def sections(self, document_id: str) -> list[Section]:
        return article_sections(self.held[document_id])

    def look_up(self, filter: FigureFilter) -> list[FigureHit]:
        if filter.place == "Atlantis":
            raise BadInput("Không có địa bàn “Atlantis”; gần nhất: An Giang.")
        found = [
            f
            for f in (TOTAL, BEFORE, NATIONAL, replace(LOCAL, checks=(WRONG,)), PERCENT)
            if (not filter.place or (f.place and f.place.name == filter.place))
            and (filter.year is None or (f.period and f.period.label.endswith(str(filter.year))))
            and filter.indicator in f.indicator
            and filter.unit in ("", f.unit)
            and filter.status in ("", f.status)
            and filter.document in ("", f.document)
        ]
        return [FigureHit(f, 1.0) for f in found]

    def select(self, filter: FigureFilter) -> FigureSelection:
        return selection_of([hit.figure for hit in self.look_up(replace(filter, indicator=""))])

    def select_ids(self, ids: Sequence[str]) -> FigureSelection:
        held = {hit.figure.id: hit.figure for hit in self.look_up(FigureFilter())}
        return selection_of([held[id] for id in ids])


class FakeAssistant:
    """Answers by a word of the question."""

    def ask(self, question: str, talk: Talk | None = None, language: str | None = None) -> Answer:
        if len(question) > 2000:
            raise BadQuestion("Câu hỏi quá dài; xin rút gọn dưới 2.000 ký tự.")
        if "2019" in question:
            return self._not_found(question)
        if "So sánh" in question:
            return self._comparison(question)
        if "hỏng" in question:
            raise RuntimeError("broken")
        if "Điều" in question:
            return self._legal(question)
        if "độc" in question:
            return Answer(question, "answered", HOSTILE, (Claim(HOSTILE, (1,)),), (cite(1, EVIL, HOSTILE),))
        return PLAN_ANSWER

    def _not_found(self, question: str) -> Answer:
        start = ARTICLE.text.index(PARTS)
        passage = Passage("p", "bac-2024", "đoạn 4", start, start + len(PARTS), PARTS)
        evil = Passage("e", "evil", "đoạn 2", 8, 8 + len(HOSTILE), HOSTILE)
        hits = (Hit(passage, 0.5, 0.8, 3.0, 0.4), Hit(evil, 0.4, 0.7, 2.0, 0.3))
        text = "Các tài liệu đã nạp không có số liệu năm 2019; có năm 2023, 2024."
        return Answer(question, "not_found", text, nearest=hits)

    def _comparison(self, question: str) -> Answer:
        claims = (
            Claim("Kế hoạch năm 2024 của phía Bắc là 170,8 tỷ đồng.", (1,)),
            Claim("Kế hoạch năm 2023 là 186,5 tỷ đồng.", (1,)),
            Claim("Trong đó kinh phí quốc gia là 71,5 tỷ đồng.", (2,)),
        )
        text = " ".join(f"{claim.text[:-1]} [{claim.citations[0]}]." for claim in claims)
        return Answer(
            question,
            "partial",
            text,
            claims,
            (cite(1, ARTICLE, PLAN), cite(2, ARTICLE, PARTS, "đoạn 4")),
            (TOTAL, BEFORE, figure("71,5 tỷ đồng", "71500000000", "kinh phí quốc gia", checks=(WRONG,))),
            (Withheld("Tăng 12% so với năm trước.", "số 12% không có trong đoạn được trích dẫn"),),
        )

    def _legal(self, question: str) -> Answer:
        return Answer(
            question,
            "superseded",
            "- Tổ chức, cá nhân trực tiếp đầu tư [1].",
            (Claim("- Tổ chức, cá nhân trực tiếp đầu tư.", (1,)),),
            (cite(1, LAW, "1. Tổ chức, cá nhân trực tiếp đầu tư.", "khoản 1 Điều 2"),),
            notices=("Bản tóm lược, không thay thế văn bản chính thức.",),
        )
