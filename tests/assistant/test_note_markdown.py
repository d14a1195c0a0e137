"""The Markdown of a note, whole."""

from assistant.note_markdown import markdown, write_markdown
from tests.assistant.sample_note import sample_note

WHOLE = r"""\[Tên cơ quan ban hành\] · Số: \[số\]/\[ký hiệu\] · \[Địa danh\], ngày … tháng … năm …

# BẢN TÓM LƯỢC

**Tình hình khuyến công năm 2024**

Bản tóm lược này dựa trên một tài liệu.

## I. KẾT QUẢ VÀ SỐ LIỆU

Tổng kế hoạch kinh phí năm 2024 là 170,8 tỷ đồng, thấp hơn kế hoạch năm 2023 (186,5 tỷ đồng).[^1] So với năm 2023, kế hoạch giảm 15,7 tỷ đồng.[^2]

**Bảng 1. Số liệu chính**

| Chỉ tiêu | Giá trị | Đơn vị | Nguồn |
| --- | --- | --- | --- |
| Tổng kế hoạch kinh phí | 170,8 | tỷ đồng | Nguồn 1, đoạn 1 |
| Kế hoạch năm 2023 | 186,5[^3] | tỷ đồng | Nguồn 1, đoạn 1 |

**Hình 1. Kế hoạch kinh phí**

| Chỉ tiêu | Nhóm | Giá trị |
| --- | --- | --- |
| Tổng kế hoạch | năm 2023 | 186,5 tỷ đồng |
| Tổng kế hoạch | năm 2024 | 170,8 tỷ đồng |

## II. TỒN TẠI, HẠN CHẾ

- Một số địa phương chưa quan tâm bố trí ngân sách cho hoạt động khuyến công.[^4]

Phần chưa có tư liệu: Kiến nghị.

## NGUỒN TRÍCH DẪN

- Nguồn 1: “Báo cáo khuyến công”, Sở Công Thương, 20/5/2024.

\[Quyền hạn, chức vụ của người ký\]: \[Họ và tên\]

[^1]: Nguồn 1 (Sở Công Thương, 20/5/2024), đoạn 1: “Tổng kế hoạch kinh phí năm 2024…” Lưu ý khi đối chiếu: số liệu của hai tài liệu không khớp.

[^2]: Nguồn 1 (Sở Công Thương, 20/5/2024), đoạn 1: “Tổng kế hoạch kinh phí năm 2024…” Tính: 186,5 - 170,8 = 15,7 (tỷ đồng).

[^3]: Lưu ý khi đối chiếu: lệch 0,1.

[^4]: Nguồn 1 (Sở Công Thương, 20/5/2024), đoạn 2: “Một số địa phương chưa quan tâm…”
"""  # noqa: E501


def test_the_whole_note_in_markdown():
    assert markdown(sample_note()) == WHOLE


def test_the_file_is_written_whole_and_nothing_is_left_beside_it(tmp_path):
    write_markdown(sample_note(), tmp_path / "note.md")
    assert [path.name for path in tmp_path.iterdir()] == ["note.md"]
    assert (tmp_path / "note.md").read_text(encoding="utf-8") == WHOLE
