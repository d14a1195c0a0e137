"""A note as Typst source: the way to a PDF on a machine without LibreOffice.

The same form (Decree 30/2020/NĐ-CP) and the same blocks as the Word document, with footnotes
of Typst's own. Every text is passed as a Typst string, so that nothing in a source can be
read as markup. It knows nothing of how Typst is run.
"""

import json

from assistant.briefing_records import Note, NoteFields
from assistant.note_blocks import HeadingBlock, ParagraphBlock, PictureBlock, Run, TableBlock, lay_out

PREAMBLE = """#set document(title: TITLE)
#set page(
  paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm), header-ascent: 30%,
  header: context {
    if counter(page).get().first() > 1 { align(center, text(13pt)[#counter(page).display()]) }
  },
)
#set text(font: FAMILIES, size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true, first-line-indent: (amount: 12.7mm, all: true), leading: 0.5em, spacing: 0.85em)
#set super(typographic: false)
#set footnote.entry(gap: 0.3em, indent: 0pt)
#show footnote.entry: set text(10pt)
#show footnote.entry: set par(first-line-indent: 0pt, leading: 0.4em)
#show heading: it => block(above: 1em, below: 0.85em, pad(left: 12.7mm, text(14pt, weight: "bold", it.body)))
#show figure: set block(breakable: true)
#show figure.caption: it => text(13pt, weight: "bold", it.body)
#let fill-in(body) = box(fill: yellow, outset: (y: 2pt), body)
#let rule(length) = block(above: 4pt, below: 6pt, line(length: length, stroke: 0.6pt))
"""


def typst_source(note: Note, families: tuple[str, ...]) -> tuple[str, list[PictureBlock]]:
    """The source, and the pictures it names as ``chart-0.png``, ``chart-1.png``, ... in that order.

    ``families`` are the typefaces to set it in, the best first.
    """
    pictures: list[PictureBlock] = []
    preamble = PREAMBLE.replace("TITLE", string(f"{note.title}: {note.abstract}"))
    parts = [preamble.replace("FAMILIES", f"({', '.join(map(string, families))},)"), _head(note)]
    for block in lay_out(note):
        if isinstance(block, HeadingBlock):
            parts.append(f"#heading(level: {block.level}, {string(block.text)})")
        elif isinstance(block, ParagraphBlock):
            parts.append(_paragraph(block))
        elif isinstance(block, TableBlock):
            parts.append(_table(block))
        else:
            parts.append(_picture(block, len(pictures)))
            pictures.append(block)
    parts.append(_signature(note.fields))
    return "\n\n".join(parts) + "\n", pictures


def string(text: str) -> str:
    """The text as a Typst string literal."""
    return json.dumps(text, ensure_ascii=False)


def _run(run: Run) -> str:
    body = f"#fill-in({string(run.text)})" if run.marked else f"#{string(run.text)}"
    return body + "".join(f"#footnote[#{string(text)}]" for text in run.footnotes)


def _paragraph(block: ParagraphBlock) -> str:
    lead = '#"- "' if block.item else ""
    return f"#par[{lead}{' '.join(_run(run) for run in block.runs)}]"


def _table(block: TableBlock) -> str:
    columns = ", ".join(f"{share * 100:.1f}fr" for share in block.widths)
    head = ", ".join(f"[*#{string(text)}*]" for text in block.header)
    rows = "\n".join("  " + ", ".join(f"[{_run(run)}]" for run in row) + "," for row in block.rows)
    return (
        f'#align(center, text(13pt, weight: "bold", {string(block.caption)}))\n'
        "#{\nset text(11pt)\nset par(first-line-indent: 0pt, justify: false)\n"
        f"table(columns: ({columns},), align: (x, y) => if x == 0 and y > 0 {{ left }} else {{ center }}, "
        f"inset: 4pt, stroke: 0.5pt,\n  table.header({head}),\n{rows}\n)\n}}"
    )


def _picture(block: PictureBlock, place: int) -> str:
    return (
        f'#align(center, image("chart-{place}.png", width: 155mm, alt: {string(block.chart.alt)}))\n'
        f'#align(center, text(13pt, weight: "bold", {string(block.caption)}))'
    )


def _field(value: str, prompt: str) -> str:
    return f"#{string(value)}" if value else f"#fill-in({string(prompt)})"


def _head(note: Note) -> str:
    fields = note.fields
    parent = _field(fields.parent_body.upper(), "[TÊN CƠ QUAN, TỔ CHỨC CHỦ QUẢN]")
    issuer = _field(fields.issuing_body.upper(), "[TÊN CƠ QUAN BAN HÀNH]")
    number = _field(fields.number, "[số]/[ký hiệu]")
    title = f"#{string(note.title.upper())} \\ #{string(note.abstract)}"
    place, date = _field(fields.place, "[Địa danh]"), _field(fields.date, "ngày … tháng … năm …")
    return f"""#{{
set par(first-line-indent: 0pt, justify: false)
set text(13pt)
grid(columns: (65mm, 1fr), align: center,
  [{parent} \\ *{issuer}* #rule(40%) Số: {number}],
  [*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* \\
   #text(14pt)[*Độc lập - Tự do - Hạnh phúc*] #rule(62%) _{place}, {date}_])
v(8pt)
align(center, text(14pt, weight: "bold")[{title} #rule(35%)])
v(4pt)
}}"""


def _signature(fields: NoteFields) -> str:
    names = fields.recipients or ("",)
    recipients = " \\ ".join(f'#"- "{_field(name, "[nơi nhận]")};' for name in names)
    office = _field(fields.signer_office.upper(), "[QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ]")
    name = _field(fields.signer_name, "[Họ và tên]")
    return f"""#block(breakable: false, above: 18pt, {{
set par(first-line-indent: 0pt, justify: false)
grid(columns: (70mm, 1fr),
  text(11pt)[#text(12pt)[*_Nơi nhận:_*] \\ {recipients} \\ #"- "Lưu: VT, #fill-in("[đơn vị soạn thảo]").],
  align(center)[*{office}* #v(24mm) *{name}*])
}})"""
