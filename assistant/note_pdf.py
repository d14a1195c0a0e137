"""A note as a PDF: LibreOffice sets the Word document where it is installed, Typst otherwise.

Both work without a network. It knows nothing of how the note came about.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Literal

from assistant.briefing_records import Note
from assistant.note_chart import draw_chart
from assistant.note_docx import docx_bytes
from assistant.note_fonts import find_serif
from assistant.note_typst import typst_source
from assistant.records import BadRequest

PdfEngine = Literal["libreoffice", "typst"]
SECONDS = 120
# Typst brings this typeface along; it holds all Vietnamese letters.
EMBEDDED = "Libertinus Serif"
# Fields to fill stay marked text on paper; LibreOffice would otherwise make blank form widgets of them.
EXPORT = 'pdf:writer_pdf_Export:{"ExportFormFields":{"type":"boolean","value":"false"}}'


def write_pdf(note: Note, path: Path, engine: PdfEngine | None = None) -> None:
    """Write the note to ``path`` in one step; ``engine`` None takes the best one present."""
    beside = path.with_name(f".{path.name}.part")
    beside.write_bytes(pdf_bytes(note, engine))
    beside.replace(path)


def pdf_bytes(note: Note, engine: PdfEngine | None = None) -> bytes:
    """The PDF as bytes; BadRequest when LibreOffice is asked for and cannot do it.

    Without a named engine a LibreOffice that fails or hangs gives way to Typst.
    """
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if engine == "libreoffice" and office is None:
        raise BadRequest("Máy này chưa cài LibreOffice; hãy để trống để dùng Typst.")
    if engine == "typst" or office is None:
        return _by_typst(note)
    try:
        return _by_libreoffice(note, office)
    except (OSError, subprocess.SubprocessError) as error:
        if engine == "libreoffice":
            raise BadRequest(f"LibreOffice không xuất được PDF ({type(error).__name__}).") from error
        return _by_typst(note)


def _by_libreoffice(note: Note, office: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "note.docx"
        source.write_bytes(docx_bytes(note))
        profile = (Path(folder) / "profile").as_uri()
        command = [office, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
        command += ["--convert-to", EXPORT, "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
        return (Path(folder) / "note.pdf").read_bytes()


def _by_typst(note: Note) -> bytes:
    import typst

    serif = find_serif()
    families = (*((serif.family,) if serif else ()), EMBEDDED)
    source, pictures = typst_source(note, families)
    with tempfile.TemporaryDirectory() as folder:
        fonts = Path(folder) / "fonts"
        fonts.mkdir()
        for path in serif.files if serif else ():
            shutil.copy(path, fonts)
        for place, picture in enumerate(pictures):
            (Path(folder) / f"chart-{place}.png").write_bytes(draw_chart(picture.chart))
        main = Path(folder) / "note.typ"
        main.write_text(source, encoding="utf-8")
        return bytes(typst.compile(str(main), font_paths=[str(fonts)], ignore_system_fonts=True))
