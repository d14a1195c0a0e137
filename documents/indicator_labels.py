"""What an item of a list is headed by, lent to the quantities that say little by themselves.

``- Sản xuất sạch hơn: 6 mô hình, kinh phí …``, ``- Đào tạo nghề: kế hoạch 500 lao động, thực hiện 410 lao động``.
"""

import re

from documents.indicator_phrases import normalise_name, phrase_patterns
from documents.records import Quantity
from documents.units import is_noun_unit

_LABEL = re.compile(r"\s*(?:[-+*•–]|[a-zđ]\)|\d{1,2}[.)])\s+(?P<label>[^:\d;.()]{6,90}):\s")
_STAGE = re.compile(r"(?:.*: )?(?:kế hoạch(?: giao| năm)?|thực hiện|kết quả thực hiện|ước thực hiện|đạt)?")
"""What an item tells of the thing it is headed by: ``- Doanh thu: kế hoạch 2 tỷ đồng, thực hiện 1,9 tỷ đồng``."""
_BARE_MONEY = ("kinh phí", "tổng kinh phí", "số tiền", "kinh phí hỗ trợ", "tổng mức hỗ trợ", "kinh phí thực hiện")
_COUNTED_ALONE = re.compile(r"[^\W\d]+(?: [^\W\d]+)?(?: \(.*\))?")


def name_by_label(text: str, quantity: Quantity, printed: str, name: str) -> str:
    """The name of the indicator with the label of its list item; as it is where it needs none.

    ``printed`` is the noun phrase as the sentence has it, ``name`` what was normalised from it.
    """
    label = _LABEL.match(text)
    if label is None or label.end() > quantity.start:
        return name
    what, bare = normalise_name(label["label"]), normalise_name(printed)
    if quantity.unit == "đồng" and bare in _BARE_MONEY:
        return f"{bare} {what}"
    staged = bool(_STAGE.fullmatch(bare))
    if quantity.unit == "đồng" and staged:
        return what if phrase_patterns()["heads"].match(what) else f"kinh phí {what}"
    if quantity.unit == "%" and (staged or _COUNTED_ALONE.fullmatch(name)):
        return f"tỷ lệ thực hiện kế hoạch {what}"
    if name == quantity.unit and is_noun_unit(quantity.unit):
        return what if quantity.unit in what else f"{name} ({what})"
    return name
