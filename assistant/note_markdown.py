"""A note as Markdown with footnotes (the ``[^1]`` of Pandoc and GitHub).

The charts become tables of their bars, since a text file carries no picture; what the office
must fill in stands as ``[...]`` fields at the top and at the end.
"""

from pathlib import Path

from assistant.briefing_records import Note
from assistant.note_blocks import HeadingBlock, ParagraphBlock, PictureBlock, Run, TableBlock, lay_out

SPECIAL = ("\\", "`", "*", "_", "[", "]", "<", ">", "|", "#")


def write_markdown(note: Note, path: Path) -> None:
    """Write the note to ``path``; what stood there is replaced in one step."""
    beside = path.with_name(f".{path.name}.part")
    beside.write_text(markdown(note), encoding="utf-8")
    beside.replace(path)


def markdown(note: Note) -> str:
    """The note as one Markdown text; footnotes are numbered in reading order and stand at the end."""
    footnotes: list[str] = []
    fields = note.fields
    head = f"{fields.issuing_body or '[Tên cơ quan ban hành]'} · Số: {fields.number or '[số]/[ký hiệu]'}"
    head += f" · {fields.place or '[Địa danh]'}, {fields.date or 'ngày … tháng … năm …'}"
    parts = [_escape(head), f"# {_escape(note.title.upper())}", f"**{_escape(note.abstract)}**"]
    for block in lay_out(note):
        if isinstance(block, HeadingBlock):
            parts.append(f"{'#' * (block.level + 1)} {_escape(block.text)}")
        elif isinstance(block, ParagraphBlock):
            lead = "- " if block.item else ""
            parts.append(lead + " ".join(_run(run, footnotes) for run in block.runs))
        elif isinstance(block, TableBlock):
            parts.append(_table(block, footnotes))
        else:
            parts.append(_picture(block))
    name = fields.signer_name or "[Họ và tên]"
    parts.append(_escape(f"{fields.signer_office or '[Quyền hạn, chức vụ của người ký]'}: {name}"))
    parts += [f"[^{place}]: {text}" for place, text in enumerate(footnotes, 1)]
    return "\n\n".join(parts) + "\n"


def _run(run: Run, footnotes: list[str]) -> str:
    text = f"=={_escape(run.text)}==" if run.marked else _escape(run.text)
    for footnote in run.footnotes:
        footnotes.append(_escape(footnote))
        text += f"[^{len(footnotes)}]"
    return text


def _table(block: TableBlock, footnotes: list[str]) -> str:
    rows = [[_run(run, footnotes) for run in row] for row in block.rows]
    return f"**{_escape(block.caption)}**\n\n{_grid([_escape(text) for text in block.header], rows)}"


def _picture(block: PictureBlock) -> str:
    rows = [[_escape(bar.label), _escape(bar.series), _escape(bar.printed)] for bar in block.chart.bars]
    return f"**{_escape(block.caption)}**\n\n{_grid(['Chỉ tiêu', 'Nhóm', 'Giá trị'], rows)}"


def _grid(header: list[str], rows: list[list[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _escape(text: str) -> str:
    for mark in SPECIAL:
        text = text.replace(mark, f"\\{mark}")
    return text
