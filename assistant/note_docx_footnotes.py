"""Real footnotes for a python-docx document, which has no call for them.

It builds the footnotes part of an Office Open XML file (ECMA-376 part 1, 17.11): the two
separator notes, one note for each text, the relationship, the content type and the reference
in the settings. It knows nothing of briefing notes.
"""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from lxml import etree

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
LINE = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/></w:pPr>'
SEPARATORS = (
    f'<w:footnote w:type="separator" w:id="-1"><w:p>{LINE}<w:r><w:separator/></w:r></w:p></w:footnote>'
    f'<w:footnote w:type="continuationSeparator" w:id="0"><w:p>{LINE}'
    "<w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
)
# CT_Settings is a sequence; footnotePr stands before the first of these that is present.
AFTER_FOOTNOTE_PR = ("endnotePr", "compat", "docVars", "rsids", "mathPr", "themeFontLang", "clrSchemeMapping")


class Footnotes:
    """The footnotes of one document; add them in reading order, then `attach` once."""

    def __init__(self) -> None:
        self._root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}>{SEPARATORS}</w:footnotes>")
        self._next = 1

    def add(self, paragraph: Paragraph, text: str) -> None:
        """Set a footnote mark at the end of the paragraph, and its text at the foot of the page."""
        number = str(self._next)
        self._next += 1
        run = parse_xml(
            f'<w:r {nsdecls("w")}><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{number}"/></w:r>'
        )
        paragraph._p.append(run)
        self._root.append(_footnote(number, text))

    def attach(self, document: Document) -> None:
        """Put the notes into the package of the document."""
        blob = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        package = document.part.package
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE, blob, package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        _refer_in_settings(document)


def _footnote(number: str, text: str):
    footnote = OxmlElement("w:footnote")
    footnote.set(qn("w:id"), number)
    paragraph = OxmlElement("w:p")
    properties = OxmlElement("w:pPr")
    style = OxmlElement("w:pStyle")
    style.set(qn("w:val"), "FootnoteText")
    properties.append(style)
    paragraph.append(properties)
    paragraph.append(
        parse_xml(f'<w:r {nsdecls("w")}><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>')
    )
    run = OxmlElement("w:r")
    held = OxmlElement("w:t")
    held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    held.text = f" {text}"
    run.append(held)
    paragraph.append(run)
    footnote.append(paragraph)
    return footnote


def _refer_in_settings(document: Document) -> None:
    settings = document.settings.element
    reference = parse_xml(f'<w:footnotePr {nsdecls("w")}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>')
    for child in settings:
        if etree.QName(child).localname in AFTER_FOOTNOTE_PR:
            child.addprevious(reference)
            return
    settings.append(reference)
