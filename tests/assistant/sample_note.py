"""A note made by hand, for the tests of the writers and of the editing."""

from decimal import Decimal

from assistant.briefing_records import (
    Calculation,
    ChartBar,
    Note,
    NoteChart,
    NoteSection,
    NoteSentence,
    NoteSource,
    NoteTable,
    TableRow,
)
from assistant.records import Citation

PLAN = "Tổng kế hoạch kinh phí năm 2024 là 170,8 tỷ đồng, thấp hơn kế hoạch năm 2023 (186,5 tỷ đồng)."
LIMIT = "Một số địa phương chưa quan tâm bố trí ngân sách cho hoạt động khuyến công."
FAIR = "Đồng thời, hỗ trợ được 701 gian hàng tiêu chuẩn."


def sample_note() -> Note:
    """Two sections of sentences, a table, a chart, one sentence left out."""
    texts = (PLAN, LIMIT, FAIR)
    citations = tuple(
        Citation(n + 1, "bao-cao", "Báo cáo khuyến công", "Sở Công Thương", "2024-05-20", f"đoạn {n + 1}", t, 0, len(t))
        for n, t in enumerate(texts)
    )
    difference = Calculation("15,7 tỷ đồng", Decimal("15700000000"), "đồng", "186,5 - 170,8 = 15,7 (tỷ đồng)")
    results = NoteSection(
        "results",
        "results",
        "Kết quả và số liệu",
        sentences=(
            NoteSentence("s1", PLAN, (1,), remarks=("số liệu của hai tài liệu không khớp.",), opens=True),
            NoteSentence("s2", "So với năm 2023, kế hoạch giảm 15,7 tỷ đồng.", (1,), calculations=(difference,)),
            NoteSentence("s3", FAIR, (3,), kept=False, reason="vượt độ dài"),
        ),
        tables=(
            NoteTable(
                "Số liệu chính",
                ("Chỉ tiêu", "Giá trị", "Đơn vị", "Nguồn"),
                (
                    TableRow(("Tổng kế hoạch kinh phí", "170,8", "tỷ đồng", "Nguồn 1, đoạn 1"), (1,)),
                    TableRow(("Kế hoạch năm 2023", "186,5", "tỷ đồng", "Nguồn 1, đoạn 1"), (1,), (), ("lệch 0,1.",)),
                ),
                (0.4, 0.2, 0.2, 0.2),
            ),
        ),
        charts=(
            NoteChart(
                "Kế hoạch kinh phí",
                "tỷ đồng",
                (
                    ChartBar("Tổng kế hoạch", "năm 2023", Decimal("186.5"), "186,5 tỷ đồng", "f2", 1),
                    ChartBar("Tổng kế hoạch", "năm 2024", Decimal("170.8"), "170,8 tỷ đồng", "f1", 1),
                ),
                "Biểu đồ cột ngang: năm 2023 là 186,5 tỷ đồng; năm 2024 là 170,8 tỷ đồng.",
            ),
        ),
    )
    limits = NoteSection(
        "limits", "limits", "Tồn tại, hạn chế", sentences=(NoteSentence("s4", LIMIT, (2,), item=True),)
    )
    return Note(
        topic="Tình hình khuyến công năm 2024",
        title="Bản tóm lược",
        abstract="Tình hình khuyến công năm 2024",
        basis="Bản tóm lược này dựa trên một tài liệu.",
        sections=(results, limits),
        citations=citations,
        sources=(NoteSource(1, "bao-cao", "Báo cáo khuyến công", "Sở Công Thương", "", "2024-05-20"),),
        gaps=("Kiến nghị",),
    )
