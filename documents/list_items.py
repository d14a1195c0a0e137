"""The bare numbers of a list's lines: "a) Ngân sách tỉnh: 5.900", "Thị xã Buôn Hồ: 5; huyện Lắk: 3".

It works on one line; the unit of its numbers stands in a line above and is not known here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MARK = re.compile(r"\s*(?:[-+*•–]\s+|\(?[a-zđ]\)\s+|\d{1,2}[.)]\s+)")
_NUMERAL = re.compile(r"(?P<label>[^\d:;|][^\d:;|]{0,119}?)\s*:?\s+(?P<numeral>\d[\d.,]*\d|\d)")
_HEAD = re.compile(r"(?P<head>[^:;|]{2,120}):\s+(?=[^\W\d])")


@dataclass(frozen=True, slots=True)
class ListNumber:
    """A bare number of a line: its label, what heads several numbers of the line, its span in it and its digits."""

    label: str
    head: str
    start: int
    end: int
    numeral: str


def read_list_numbers(line: str) -> list[ListNumber]:
    """The bare numbers of a line, if it is made of nothing but labels with their numbers; else none."""
    found = []
    for at, part, head in _parts(line):
        matched = _NUMERAL.fullmatch(part)
        if matched is None:
            return []
        start = at + matched.start("numeral")
        numeral = matched["numeral"]
        found.append(ListNumber(matched["label"].strip(" :"), head, start, start + len(numeral), numeral))
    return found


def _parts(line: str) -> Iterator[tuple[int, str, str]]:
    """The parts of a line between semicolons, without marks and the last stop: where each begins, itself, its head."""
    mark = MARK.match(line)
    begins = mark.end() if mark is not None else len(line) - len(line.lstrip())
    ends = len(line.rstrip(" .;"))
    over = _HEAD.match(line, begins) if ";" in line[begins:ends] else None
    head = over["head"].strip() if over is not None else ""
    begins = over.end() if over is not None else begins
    for part in re.finditer(r"[^;]+", line[begins:ends]):
        left = len(part.group()) - len(part.group().lstrip())
        yield begins + part.start() + left, part.group().strip(), head
