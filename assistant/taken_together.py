"""What a question takes together: both funds ("cả nguồn tỉnh lẫn quốc gia"), a year and months ("cả 2021 lẫn 9 tháng").

It rewrites the typed question. A sum of both funds is what the texts tell where they name no fund; what each of the
two is worth by itself is another question and stays as it is.
"""

import re

from assistant.wording import fold

_FUND = (
    r"(?:(?:nguon|von|tien|phan|kinh phi|ngan sach|khuyen cong|quy) )*"
    r"(?:quoc gia|trung uong|dia phuong|tinh|kcqg|kcdp|tw|dp)"
)
_BOTH_FUNDS = re.compile(
    rf"[,;]?\s*(?:\(\s*)?(?:(?:tinh|gop|ke|bao gom|gom|tinh chung|gop chung|tong)(?: chung| lai)? )?(?:ca|tu ca) "
    rf"(?:{_FUND} (?:lan|va|voi|cung) {_FUND}|(?:hai|2) (?:nguon|quy)(?: von| kinh phi| tien| khuyen cong)*)"
    r"(?: (?:cong lai|gop lai|lai))?(?:\s*\))?(?=\W*$|,|\)| (?:thi|la|het|duoc|cho|o|cua|nam|co|da))"
)
_EACH = re.compile(
    r"(?<!\w)(?:moi|tung|rieng|lan luot|so sanh|so voi|hon|kem|chenh|lech|ty le|ti le|nao|ai|khac|the nao|ra sao|"
    r"phan tram|chiem|quan ly|co quan|giai|lai|vay|dat giai|bao nhieu (?:de an|co so|san pham|lop|nguoi))(?!\w)|%"
)
_BOTH_TIMES = re.compile(r"(?<!\w)(ca )((?:nam )?(?:19|20)\d\d) lan (?=(?:nam |quy |\d{1,2} thang|thang|nua|6t|9t))")
_MONEY = re.compile(r"(?<!\w)(?:tien|kinh phi|von|ngan sach|ty|ti|trieu|dong|%|phan tram|may|bao nhieu(?= \w))(?!\w)")
_LINK = re.compile(r"^[ ,)]*(?:thì )?", re.IGNORECASE)
LEAST_LEFT = 3  # words that a question must keep


def asks_of_both_funds(asked: str) -> bool:
    """Whether a typed question asks for what both funds come to together."""
    folded = fold(asked)
    return _EACH.search(folded) is None and _BOTH_FUNDS.search(folded) is not None


def taken_together(text: str) -> str:
    """The question without "of both funds", and with "và" between two times that are taken together."""
    times = _BOTH_TIMES.search(fold(text))
    if times is not None:
        text = f"{text[: times.start(1)]}{text[times.start(2) : times.end(2)]} và {text[times.end() :]}"
    folded = fold(text)
    if _EACH.search(folded):
        return text
    for found in reversed(list(_BOTH_FUNDS.finditer(folded))):
        before, behind = text[: found.start()], text[found.end() :]
        behind = _LINK.sub("", behind) if not before.strip() else behind
        money = "" if _MONEY.search(fold(f"{before} {behind}")) else "kinh phí"
        rest = f"{before} {money} {behind}"
        if len(rest.split()) >= LEAST_LEFT:
            text = re.sub(r" (?=[,;.?!)])", "", " ".join(rest.split()))
    return text
