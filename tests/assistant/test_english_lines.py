"""Every line that a reader of the English screen may meet has its English, and names stay as they are."""

import ast
import json
import re
import string
from datetime import date
from pathlib import Path

import pytest

from assistant.english_lines import english_line, lines_in
from documents.records import Source
from documents.validity import validity_notices, why_not_in_force

ROOT = Path(__file__).resolve().parents[2]
VIETNAMESE = re.compile(r"[à-ỹđÀ-ỸĐ]")
ERRORS = {"BadInput", "ReadFailure", "Problem", "StoreBroken", "StoreMissing", "StoreMismatch", "BadQuestion"}
ELSEWHERE = ("__main__.py", "settings", "options.py", "fetching.py", "checking.py", "_command.py")
"""Modules whose lines only a terminal shows."""


@pytest.mark.parametrize(
    ("line", "english"),
    [
        (
            "Nghị định 45/2012/NĐ-CP đã được sửa đổi, bổ sung bởi Nghị định 235/2025/NĐ-CP ngày 27/8/2025; "
            "nội dung sửa đổi không có trong kho tài liệu.",
            "Decree 45/2012/NĐ-CP was amended by Decree 235/2025/NĐ-CP of 27 August 2025; "
            "the amending text is not among the documents.",
        ),
        (
            "Thông tư liên tịch 26/2014/TTLT-BTC-BCT đã được thay thế bởi Thông tư 28/2018/TT-BTC ngày 28/3/2018 "
            "(đọc từ văn bản, chưa được xác nhận).",
            "Joint Circular 26/2014/TTLT-BTC-BCT was replaced by Circular 28/2018/TT-BTC of 28 March 2018 "
            "(read from the text, not confirmed).",
        ),
        (
            "Số, ký hiệu, ngày có hiệu lực của Nghị định 12/2024/NĐ-CP được đọc từ văn bản, chưa được xác nhận.",
            "Number, date in force of Decree 12/2024/NĐ-CP: read from the text, not confirmed.",
        ),
        (
            "báo cáo.pdf: PDF có 900 trang, quá giới hạn 500 trang",
            "báo cáo.pdf: the PDF has 900 pages, over the limit of 500",
        ),
        (
            "Không có ngày “31/02/2013”; xin ghi lại ngày cần hỏi.",
            "There is no day “31/02/2013”; please write the date again.",
        ),
        ("tệp rỗng (0 byte)", "the file is empty (0 bytes)"),
        ("13 + 3 + 1 + 3 = 20, bài viết ghi 21", "13 + 3 + 1 + 3 = 20; the text says 21"),
        ("một dòng chưa ai dịch", "một dòng chưa ai dịch"),
    ],
)  # fmt: skip
def test_a_line_in_english(line, english):
    assert english_line(line) == english


def test_vietnamese_lines_are_left_alone_and_several_sentences_are_said_in_a_row():
    decree = Source(
        "d", "d.md", kind="digest", number="45/2012/NĐ-CP", digest_of="45/2012/NĐ-CP", in_force_from="2012-07-05"
    )
    notices = validity_notices(decree, [decree])
    assert lines_in("vi", notices) == notices
    assert english_line(" ".join([*notices, *notices])) == " ".join(lines_in("en", [*notices, *notices]))


def test_every_warning_on_validity_has_its_english():
    old = Source(
        "o", "o.md", kind="digest", number="1/2010/NĐ-CP", digest_of="1/2010/NĐ-CP", in_force_from="2010-02-01",
        in_force_to="2020-01-01", amended_by=("Nghị định 2/2015/NĐ-CP",), replaces=("Nghị định 9/2001/NĐ-CP",),
        replaced_by=("Nghị định 3/2019/NĐ-CP ngày 05/6/2019",), unconfirmed=("date", "in_force_from"),
    )  # fmt: skip
    undated = Source("u", "u.md", kind="circular", number="36/2013/TT-BCT")
    told = list(validity_notices(Source("x", "x.md", title="Chương trình", kind="digest")))
    for day in (None, date(2009, 1, 1), date(2016, 1, 1), date(2022, 1, 1)):
        told += validity_notices(old, [old], day)
        told += why_not_in_force(old, [old], day) if day else ()
    told += why_not_in_force(undated, [undated], date(2012, 1, 1))
    assert [line for line in told if VIETNAMESE.search(english_line(line).replace("NĐ-CP", ""))] == []


def test_the_table_names_on_both_sides_the_same():
    table = json.loads((ROOT / "assistant" / "data" / "lines_en.json").read_text(encoding="utf-8"))
    names = re.compile(r"\{[a-z]\}")
    assert [vi for vi, en in table["lines"].items() if sorted(names.findall(vi)) != sorted(names.findall(en))] == []


def test_every_error_line_of_documents_and_index_has_its_english():
    """A new line belongs into assistant/data/lines_en.json."""
    lacking = []
    for module in [*ROOT.glob("documents/*.py"), *ROOT.glob("index/*.py"), *ROOT.glob("assistant/[a-q]*.py")]:
        if (
            module.name.startswith(("briefing", "note_"))
            or module.name.endswith(ELSEWHERE)
            or "settings" in module.name
        ):
            continue
        for line in error_lines(ast.parse(module.read_text(encoding="utf-8"))):
            if VIETNAMESE.search(line) and english_line(line) == line:
                lacking.append(f"{module.name}: {line}")
    assert lacking == []


def error_lines(tree: ast.AST) -> list[str]:
    """The lines that errors are made with, each value in them as a number."""
    lines = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ERRORS:
            lines += [line for argument in node.args if (line := written(argument))]
    return lines


def written(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return ""
    digits = iter(string.digits[1:])
    return "".join(str(part.value) if isinstance(part, ast.Constant) else next(digits) for part in node.values)
