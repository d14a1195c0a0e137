"""Two hundred made-up laws, decrees and circulars in many layouts: every heading, khoản and điểm must be right."""

import io
import re
import sys
from pathlib import Path

import docx
import pytest
import typst

from documents.legal_structure import read_legal
from documents.loaders import load_bytes
from documents.records import Section
from documents.settings import Limits

sys.path.insert(0, str(Path(__file__).parent))

from trap_writer import TrapWriter, Written


def lineage(sections: list[Section], section: Section) -> list[Section]:
    above = []
    while section.parent is not None:
        section = sections[section.parent]
        above.append(section)
    return above


def found_in(sections: list[Section]) -> Written:
    """What the parser found, in the form in which the writer remembers it."""
    found = Written()
    annexes: dict[int, list[str]] = {}
    for section in sections:
        above = lineage(sections, section)
        annex = next((one.start for one in above if one.kind == "annex"), None)
        article = next((one for one in above if one.kind == "article"), None)
        if section.kind == "article" and section.quoted:
            found.quoted.append(section.number)
        elif section.kind == "article" and annex is not None:
            annexes.setdefault(annex, []).append(section.number)
        elif section.kind == "article":
            found.own.append(section.number)
            found.clauses[section.number] = []
        elif section.kind in {"part", "chapter", "division"}:
            found.divisions.append(section.number)
        elif article is None or article.quoted or section.quoted or annex is not None:
            continue
        elif section.kind == "clause":
            found.clauses[article.number].append(section.number)
        elif section.kind == "point":
            clause = next((one.number for one in above if one.kind == "clause"), "")
            found.points.setdefault(f"{article.number}.{clause}", []).append(section.number)
    found.annexed = list(annexes.values())
    return found


def assert_same(found: Written, wanted: Written, seed: int) -> None:
    for name in ("own", "quoted", "annexed", "divisions", "clauses", "points"):
        assert getattr(found, name) == getattr(wanted, name), (seed, name)


@pytest.mark.parametrize("batch", range(4))
def test_headings_clauses_and_points_in_every_layout(batch: int):
    for seed in range(batch * 50, batch * 50 + 50):
        wanted = TrapWriter(seed).write()
        assert_same(found_in(read_legal(wanted.text)), wanted, seed)


@pytest.mark.parametrize("batch", range(2))
def test_the_same_through_the_loader(batch: int):
    for seed in range(1000 + batch * 50, 1000 + batch * 50 + 50):
        writer = TrapWriter(seed)
        wanted = writer.write()
        loaded = load_bytes(wanted.text.encode(), ".md" if writer.marked else ".txt", Limits())
        assert_same(found_in(read_legal(loaded.text, loaded.blocks)), wanted, seed)


def typeset(text: str, columns: int) -> bytes:
    """The text as a PDF page by page, under the head of a gazette."""
    page = (
        f'#set page(paper: "a4", margin: 2.2cm, columns: {columns}, header: context '
        "[CÔNG BÁO/Số 451/Ngày 08-6-2012 #h(1fr) #counter(page).display()])\n"
        '#set text(size: 12pt, lang: "vi", hyphenate: false)\n#set par(justify: true)\n'
    )
    lines = (re.sub(r"([\\#$*_<>@\[\]`~\"'/=+-])", r"\\\1", line.strip()) for line in text.split("\n") if line.strip())
    return typst.compile((page + "\n\n".join(lines)).encode())


def as_word(text: str) -> bytes:
    file, buffer = docx.Document(), io.BytesIO()
    for line in filter(str.strip, text.split("\n")):
        file.add_paragraph(line)
    file.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("seed", [2009, 2010, 2021, 3003])
def test_the_same_from_pages_in_one_column_and_two_and_from_word(seed: int):
    writer = TrapWriter(seed)
    writer.width, writer.quote = 0, ("“", "”")
    wanted = writer.write()
    pages = [(".pdf", typeset(wanted.text, 1)), (".pdf", typeset(wanted.text, 2))]
    for suffix, data in (*pages, (".docx", as_word(wanted.text))):
        loaded = load_bytes(data, suffix, Limits())
        assert_same(found_in(read_legal(loaded.text, loaded.blocks)), wanted, seed)
