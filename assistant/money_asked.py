"""Which money is asked for: a part of a sum that the question gives, what was spent, that of a whole year.

It compares a question with one sentence of a report; whose figures the numbers are is judged elsewhere.
"""

import re

from assistant.question_slots import Question
from documents.quantities import read_quantities
from documents.records import Quantity, Status

_PART_OF = re.compile(
    r"(?:^|[,.;:] )trong (?:tổng )?(?:số )?\d[\d.,]* (?:tỷ|tỉ|triệu)(?: đồng)?\b.*"
    r"\b(?:phần|riêng|dành|bao nhiêu (?:tiền |đồng )?(?:cho|là của|từ))\b"
)


def stated_whole(question: Question) -> Quantity | None:
    """The sum of which a question asks a part: "trong 50,3 tỷ đồng thì phần hội chợ là bao nhiêu"; else None."""
    if (
        question.unit == "%"
        or question.counted
        or _PART_OF.search(f"{question.asked} {question.whole}".lower()) is None
    ):
        return None
    return question.stated[0] if question.stated else None


def part_lacking(question: Question, sentence: str) -> bool:
    """Whether a part of a sum that the question gives is asked for and a sentence holds no smaller one."""
    whole = stated_whole(question)
    if whole is None:
        return False
    return not any(one.unit == whole.unit and one.value < whole.value for one in read_quantities(sentence))


_SPENT = re.compile(
    r"(?<!\w)(?:giải ngân|đã (?:chi|tiêu|dùng|sử dụng|thực hiện|quyết toán)|thực hiện được|"
    r"(?:chi|tiêu|dùng) hết|thực chi)(?!\w)"
)
_TELLS_SPENT = re.compile(
    r"(?<!\w)(?:giải ngân|thực hiện|chi|dùng|sử dụng|quyết toán|ký hợp đồng|hỗ trợ được|đã hỗ trợ)(?!\w)|"
    r"(?<!\w)ước đạt(?!\w)|%[^;.]{0,12} (?:kế hoạch|dự toán)(?!\w)"
)
_CARRIED_OUT = re.compile(r"(?<!\w)(?:triển khai|hoàn thành)(?: được)? [^;.]*?(?:với|kinh phí|số tiền)(?!\w)")
_PART_OF_IT = re.compile(r"\W*(?:trong đó|gồm|riêng)(?!\w)")
"""What opens a part of the sum that the sentence before tells: of what was done where the table says so."""
_WHOLE_YEAR = re.compile(
    r"(?<!\w)(?:cả|trọn|toàn|hết|kết thúc|khép lại) năm(?! (?:19|20)\d\d lẫn)|"
    r"(?:chốt|khóa|khoá) sổ(?: cuối)? năm|(?:đến|tới)(?: hết)?(?: ngày)? 31/12|"
    r"whole (?:of the )?year|full year|whole of (?:19|20)\d\d"
)
_AGAINST_YEAR = re.compile(r"(?<!\w)(?:so|còn|nữa|thiếu|hơn|kém|left|remain\w*|than)(?!\w)")


_ON_PLAN = re.compile(r"đồng (?:trên|trong) (?:tổng )?(?:kế hoạch|dự toán)(?!\w)")
"""What was spent of a plan, without the word: "1,6 tỷ đồng trên kế hoạch 4,1 tỷ đồng"."""


def spending_lacking(question: Question, sentence: str, status: Status = "unknown") -> bool:
    """Whether the money spent is asked for and a sentence tells of none that was: a plan is not yet spent.

    ``status`` is that of the figure in question: what was carried out with it ("triển khai 26 đề án với 6,1 tỷ
    đồng") is spent.
    """
    if question.status == "plan" or status == "estimate":
        return False
    asked = question.unit == "đồng" and _SPENT.search(f"{question.text} {question.whole}".lower())
    if not asked:
        return False
    told = sentence.lower()
    carried = _CARRIED_OUT.search(told) or _PART_OF_IT.match(told) or _ON_PLAN.search(told)
    carried_out = status == "actual" and carried is not None
    return status == "plan" or (_TELLS_SPENT.search(told) is None and not carried_out)


_CUT = re.compile(
    r"(?<!\w)(?:kinh phí|ngân sách|vốn|tiền|khoản)(?!\w)[^?,.;]{0,60}"
    r"(?<!\w)(?:bị (?:cắt|giảm|trừ|mất)|cắt giảm|cắt bớt)(?!\w)"
)
_TELLS_CUT = re.compile(r"(?<!\w)(?:cắt|giảm|trừ|mất)(?!\w)")


def cut_lacking(question: Question, sentence: str) -> bool:
    """Whether money that was cut is asked for and a sentence tells of no cut."""
    asked = question.unit == "đồng" and _CUT.search(f"{question.text} {question.whole}".lower())
    return bool(asked) and _TELLS_CUT.search(sentence.lower()) is None


_USED_FOR = re.compile(
    r"^\W*(?:(?:nguồn|số|khoản|phần) )?(?:kinh phí|chi phí|ngân sách|vốn|tiền)(?!\w)[^?,.;]{0,60}"
    r"(?<!\w)(?:dùng|chi|tiêu|sử dụng)(?!\w)[^?,.;]{0,12}"
    r"(?<!\w)(?:vào|cho|để)(?!\w)[^?,.;]{0,24}(?<!\w)(?:gì|nào)(?!\w)"
)
_TELLS_MONEY = re.compile(r"(?<!\w)(?:kinh phí|chi phí|ngân sách|vốn|tiền|chi|đồng)(?!\w)")


def use_lacking(question: Question, told: str) -> bool:
    """Whether it is asked what money is spent on ("kinh phí được chi vào việc gì") and a text tells of no money."""
    return _USED_FOR.search(question.text.lower()) is not None and _TELLS_MONEY.search(told.lower()) is None


_SUPPORT_ASKED = re.compile(
    r"(?<!\w)(?:(?:được|nhận|xin|giúp|khuyến công|nhà nước|tỉnh|trung ương)(?: \w+){0,6}? (?:hỗ trợ|cho|đỡ|cấp)|"
    r"hỗ trợ(?! (?:vay|lãi))|tiền khuyến công)(?!\w)"
)
_OWN_ASKED = re.compile(
    r"(?<!\w)(?:đầu tư|đối ứng|vay|góp|tự bỏ|bỏ ra|trị giá|giá|doanh thu|thu nhập|lương|"
    r"tổng (?:vốn|mức|giá trị)|tiết kiệm|lãi)(?!\w)"
)
_OWN_TOLD = re.compile(
    r"(?<!\w)(?:đầu tư|đối ứng|vay|góp|tự bỏ|trị giá|doanh thu|thu nhập|"
    r"(?<!trong )tổng (?:số|vốn|mức|giá trị)|tiết kiệm|lãi|bán)(?!\w)"
)
_EARNED = re.compile(r"(?<!\w)(?:thu được|thu về|doanh thu|thu nhập|kiếm được|lãi|lợi nhuận|bán được)(?!\w)")
_SUPPORT_TOLD = re.compile(
    r"(?<!\w)(?:hỗ trợ|khuyến công|tài trợ|ngân sách|(?<!nâng )(?<!cung )(?<!cao )cấp|rót|KCQG|KCĐP)(?!\w)",
    re.IGNORECASE,
)


_INVESTED_ASKED = re.compile(
    r"(?<!\w)(?:(?:tổng )?vốn đầu tư|tổng mức đầu tư|đầu tư (?:hết |tổng cộng )?bao nhiêu)(?!\w)"
)
_COST_ASKED = re.compile(r"(?<!\w)(?:tốn|hết|chi phí|kinh phí|vốn đầu tư|đầu tư|chi)(?!\w)")
_COST_TOLD = re.compile(r"(?<!\w)(?:chi phí|kinh phí|đầu tư|hỗ trợ|tốn|chi|vốn)(?!\w)")
_WHOLE_ASKED = re.compile(
    r"(?<!\w)(?:tổng|tổng cộng|tất cả|cả thảy|toàn bộ|vốn đầu tư|kinh phí tổ chức|total|altogether)(?!\w)"
)
_EACH_ASKED = re.compile(
    r"(?<!\w)(?:mỗi|một|từng|bình quân|trung bình|giá|đơn giá|mức|thu nhập|lương|per|each)(?!\w)|/"
)
_BUDGET_ASKED = re.compile(
    r"(?<!\w)tổng (?:(?:số |mức )?(?:vốn|kinh phí|tiền|ngân sách|dự toán|chi)|cộng)(?!\w)(?! hỗ trợ (?:tối đa|cho một))"
)
_RATE = re.compile(r"đồng/(?:kg|lít|tấn|tạ|năm|tháng|ngày|cái|chiếc|sản phẩm|m2|m3|người/tháng|lao động/tháng)")


def is_rate(question: Question, unit: str) -> bool:
    """Whether the whole of a sum is asked for and a unit is that of a price or of a year's least: "đồng/kg"."""
    asked = re.sub(r"\d+/[\w/-]+", " ", question.text.lower())  # without the numbers of texts
    for_each = unit.startswith("đồng/") and _BUDGET_ASKED.search(asked) is not None  # no cap of each is that
    if question.unit != "đồng" or (_RATE.match(unit) is None and not for_each):
        return False
    return _WHOLE_ASKED.search(asked) is not None and _EACH_ASKED.search(asked) is None


def of_other_purse(question: Question, said: str) -> bool:
    """Whether money that somebody was given is asked for and what is said right about a sum is of their own money:
    what they invested, borrowed, earned; or what they earned is asked for and the sum was given to them; or what
    something cost is asked for and the sum is what it brought in."""
    asked = question.text.lower()
    cost = question.unit == "đồng" and _COST_ASKED.search(asked) is not None and _EARNED.search(asked) is None
    if cost and _EARNED.search(said.lower()) and _COST_TOLD.search(said.lower()) is None:
        return True
    invested = question.unit == "đồng" and _INVESTED_ASKED.search(asked) is not None
    if invested and _SUPPORT_ASKED.search(asked) is None and _SUPPORT_TOLD.search(said):
        return _OWN_TOLD.search(said.lower()) is None
    if question.unit == "đồng" and _EARNED.search(asked) and _SUPPORT_ASKED.search(asked) is None:
        return _SUPPORT_TOLD.search(said) is not None and _EARNED.search(said.lower()) is None
    if question.unit != "đồng" or _SUPPORT_ASKED.search(asked) is None or _OWN_ASKED.search(asked):
        return False
    return _OWN_TOLD.search(said.lower()) is not None and _SUPPORT_TOLD.search(said) is None


_FOR_MEETING = re.compile(
    r"(?<!\w)(?:để|cho)(?: việc)? (?:tổ chức|mở|đăng cai|họp)(?: \w+){0,2}? (?:hội nghị|cuộc họp|hội thảo)(?!\w)"
)


def for_meeting_lacking(question: Question, indicator: str) -> bool:
    """Whether the money for holding a meeting is asked for and a sum is not called one of a meeting."""
    asked = question.unit == "đồng" and _FOR_MEETING.search(question.text.lower()) is not None
    return asked and re.search(r"hội nghị|cuộc họp|hội thảo", indicator.lower()) is None


def asks_whole_year(question: Question) -> bool:
    """Whether a number of the whole year is asked for: "cả năm 2024"."""
    asked = f"{question.asked} {question.whole}".lower()
    return _WHOLE_YEAR.search(asked) is not None and _AGAINST_YEAR.search(asked) is None
