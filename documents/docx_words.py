"""The words of a paragraph of Word as printed: no deletions, no hidden text, notes by their marks.

It knows the elements of WordprocessingML inside a paragraph. Tables, lists and the order of a
document are known in ``loading_docx``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from documents.docx_numbering import W

_SIGNS = {
    f"{W}tab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",
}
_BOX = f"{W}txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {f"{W}pPr", f"{W}rPr", f"{W}del", f"{W}moveFrom", _FALLBACK, _BOX}
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_OFF = {"0", "false", "off"}


@dataclass
class Notes:
    """The footnotes and endnotes of a file, numbered in the order in which they are met."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    met: list[str] = field(default_factory=list)
    count: int = 0

    def read(self, kind: str, part: Any) -> None:
        """Takes in the notes of a part ("footnote" or "endnote"), by its root element."""
        for node in part.findall(f"{W}{kind}"):
            if node.get(f"{W}type") in {None, "normal"}:
                lines = (paragraph_text(one).strip() for one in node.iter(f"{W}p"))
                self.texts[kind, node.get(f"{W}id") or ""] = " ".join(filter(None, lines))

    def mark(self, kind: str, id: str) -> str:
        """The mark "[1]" of a note that the text comes to; "" when the file has no such note."""
        text = self.texts.get((kind, id), "")
        if not text:
            return ""
        self.met.append(text)
        self.count += 1
        return f"[{self.count}]"

    def take(self) -> list[str]:
        """The notes met since the last time, each with its mark."""
        first = self.count - len(self.met) + 1
        taken = [f"[{first + at}] {text}" for at, text in enumerate(self.met)]
        self.met.clear()
        return taken


def paragraph_text(node: Any, notes: Notes | None = None) -> str:
    """All words of a ``w:p`` element, those in links and accepted insertions too; no deletions.

    A line break is "\\n"; the soft hyphen stays, because under TCVN3 fonts it is the letter ư.
    Words in a text box are not the paragraph's: ``boxes`` gives them.
    """
    parts: list[str] = []
    for child in node:
        if child.tag == f"{W}t":
            parts.append(child.text or "")
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        elif child.tag in _NOTES and notes is not None:
            parts.append(notes.mark(_NOTES[child.tag], child.get(f"{W}id") or ""))
        elif child.tag not in _SKIPPED and not (child.tag == f"{W}r" and _is_hidden(child)):
            parts.append(paragraph_text(child, notes))
    return "".join(parts)


def boxes(node: Any) -> Iterator[Any]:
    """The contents of the text boxes that hang on a paragraph, each once."""
    for child in node:
        if child.tag == _BOX:
            yield child
        elif child.tag not in {f"{W}del", f"{W}moveFrom", _FALLBACK}:
            yield from boxes(child)


def is_deleted(node: Any) -> bool:
    """Whether a tracked change takes the whole paragraph away, its number with it."""
    mark = node.find(f"{W}pPr/{W}rPr")
    return mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None)


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and hidden.get(f"{W}val") not in _OFF
