"""How well a figure's place, period, unit and scope fit what a question asks for.

Every function judges one side by itself; adding the sides up is done in ``figure_finder``.
"""

import re
from collections.abc import Sequence
from datetime import date

from assistant.activities import activity_words
from assistant.contrasts import contrasts, sides_held
from assistant.counts_told import PEOPLE
from assistant.question_slots import Question
from assistant.weighing import HELD
from assistant.wording import content_words, fold, holds, listed_words, spread, strength, synonyms
from documents.periods import is_year
from documents.places import place_table
from documents.quantities import read_quantities, same_quantity
from documents.records import Figure, Period, Place

DAYS_NEAR = 16  # how far the ends of a half year asked for and one reported on may lie apart
PERIOD_INSIDE = 0.88  # what a part of the year asked for is worth
TOLD = 0.3  # how much of the loss for further words is left where the indicator holds a word asked for
ONE_IN_ENGLISH = 0.95  # what a unit is worth that English has no other word for
# All were set by hand on the development questions of evals/gold.


def fit_place(asked: Sequence[Place], found: Place | None) -> float:
    """1 when no place is asked or the figure is of that very place, else 0."""
    if not asked:
        return 1.0
    return 1.0 if found is not None and any(same_place(place, found) for place in asked) else 0.0


def same_place(asked: Place, found: Place) -> bool:
    """Whether two places are one, by code and level where the asked one has a code, else by name."""
    return (asked.code, asked.level) == (found.code, found.level) if asked.code else asked.name == found.name


def fit_period(asked: Sequence[Period], found: Period | None, to_date: bool = False) -> float:
    """How well a figure's period fits (0-1).

    A whole year may be answered by a part of it, which the answer then says; months asked for must
    be those very months, and a figure of several years together answers for none of them. With
    ``to_date`` ("từ đầu năm đến nay") the part is what is wanted, and the whole year less so.
    """
    if not asked:
        return 1.0
    if found is None:
        return 0.0
    if found.label.endswith("đến nay") and any(p.label.endswith("đến nay") and p.start == found.start for p in asked):
        return 1.0  # until now is until its page was written
    spans = {(period.start, period.end) for period in asked}
    spans.add((min(period.start for period in asked), max(period.end for period in asked)))
    if (found.start, found.end) in spans:
        return PERIOD_INSIDE if to_date and is_year(found) else 1.0
    if any(p.start == found.start and _days_apart(p.end, found.end) <= DAYS_NEAR for p in asked):
        return PERIOD_INSIDE  # "6 tháng đầu năm" of a report written on 18 June, up to the 15th
    inside = any(is_year(p) and p.start <= found.start and found.end <= p.end for p in asked)
    if inside and to_date and found.start[5:] == "01-01":
        return 1.0
    return PERIOD_INSIDE if inside else 0.0


def _days_apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


_HEAD_SYLLABLES = 16
_ONE_IN_ENGLISH = frozenset({("đề án", "dự án")})  # "projects" are both
OTHER_PEOPLE = 0.9  # what people of one name are worth where another was asked: "bao nhiêu người", "715 lao động"
_BASES = (
    (("cùng kì", "năm trước", "năm ngoái"), ("kế hoạch", "chỉ tiêu")),
    (("toàn vùng", "cả vùng", "toàn khu vực", "cả khu vực"), ("toàn quốc", "cả nước")),
)
_PLAN_OF = re.compile(r" (?:kế hoạch|dự toán|chỉ tiêu) (?:của )?(?:năm )?((?:19|20)\d\d) ")
OTHER_BASE = 0.4  # what a percentage is worth that is told of another base; set by hand
OF_ALL = 0.6  # what a sum of all is worth where that of each is asked for; set by hand
_OF_PLAN = re.compile(r" (?:phần trăm|%) (?:so với )?(?:kế hoạch|dự toán|chỉ tiêu) ")
_EACH = re.compile(
    r" mỗi (?!bên |tỉnh |nơi |vùng |khu vực |nguồn |loại |địa phương |nhóm |"
    r"năm |tháng |quý |tuần |ngày |lần |đợt |kỳ |kì )"
)
BEHIND = 24  # characters behind a number that may say whose money it is
_OWN_MONEY = ("đối ứng", "bỏ ra", "tổng đầu tư", "vốn đầu tư", "mức đầu tư", "tổng giá trị")
_OF_ENTERPRISE = re.compile(
    r" (?:công t[iy]|cơ sở|doanh nghiệp|hợp tác xã|htx|hộ) (?:lo|bỏ|góp|tự|đóng góp|vay) |"
    r" tổng vốn (?!hỗ trợ|khuyến công|ngân sách)"
)
"""What an enterprise pays itself, which is no support."""
_OF_A_WHOLE = re.compile(r"(?<=\w) trong tổng (?:số |mức )?(?:vốn|kinh phí|chi phí)(?: đầu tư| thực hiện)?(?= )")
"""The whole that a sum is a part of: "hỗ trợ 300 triệu đồng trong tổng vốn đầu tư 1,35 tỷ đồng"."""
_OWN_BEHIND = re.compile(
    r" (?:vốn )?(?:đối ứng|(?:của|từ) (?:các )?(?:cơ sở|doanh nghiệp|hộ|dân)) |"
    r" (?:là )?(?:phần )?(?:do )?(?:cơ sở|doanh nghiệp|công ty|hợp tác xã|htx|hộ|xưởng|gia đình|chủ \w+|anh|chị) "
    r"(?:phải |đã )?(?:tự|lo|bỏ|góp|vay) "
)
_MEASURES = ("trị giá", "doanh thu", "thu nhập", "lương", "lợi nhuận", "giá trị sản xuất", "kim ngạch", "doanh số")
_GROWTH = ("tăng", "giảm", "cao hơn", "thấp hơn", "so với")
_OF_ITS_PLAN = re.compile(
    r"(?: (?:đạt|bằng|được)(?: (?!tăng|giảm|vượt|hơn|cao|thấp)\S+){1,3})? so với (?:kế hoạch|chỉ tiêu|dự toán|mục tiêu)"
    r"(?: (?:năm|giao|đề ra|\d+|tỷ|tỉ|triệu|đồng)){0,6} "
)
_SHARE = ("chiếm", "tỉ trọng", "tỉ lệ trong")


def fit_share(question: Question, figure: Figure, clause: str) -> float:
    """0 where a share is asked and the percentage is a change, or the other way round; else 1."""
    if figure.unit != "%":
        return 1.0
    asked = spread(question.text)
    told = spread(figure.comparison) if figure.comparison else clause
    wants_growth = any(holds(asked, word) for word in _GROWTH) and not any(holds(asked, word) for word in _SHARE)
    wants_share = any(holds(asked, word) for word in _SHARE)
    is_share = told.strip().startswith("chiếm")
    is_growth = not is_share and any(holds(told, word) for word in _GROWTH)
    is_growth = is_growth and not _OF_ITS_PLAN.fullmatch(told)  # "bằng 90% so với kế hoạch"
    of_plan = holds(asked, "kế hoạch") and holds(asked, "đạt") and not wants_share
    if _OF_PLAN.search(asked) and not wants_growth and is_growth:
        return 0.0
    if of_plan and is_share and not holds(told, "đạt"):
        return 0.0
    if wants_share and holds(told, "kế hoạch") and holds(told, "đạt") and not holds(asked, "kế hoạch"):
        return 0.0
    if (wants_share and is_growth) or (wants_growth and is_share):
        return 0.0
    year = figure.period.start[:4] if figure.period is not None else ""
    earlier = _PLAN_OF.sub(
        lambda found: " năm trước " if year and int(found[1]) == int(year) - 1 else found[0], spread(figure.comparison)
    )
    return _fit_base(asked, f"{earlier if year else spread(figure.comparison)} {spread(figure.indicator)}")


def _fit_base(asked: str, told: str) -> float:
    """Less than 1 where a percentage is asked of one base and told of its rival: of the plan for the year before."""
    for rivals in _BASES:
        wanted, held = ([any(holds(text, word) for word in base) for base in rivals] for text in (asked, told))
        if sum(wanted) == sum(held) == 1 and wanted != held:
            return OTHER_BASE
    return 1.0


_HIGHEST_FOR_ONE = re.compile(
    r" (?:cao|lớn|nhiều|ít|thấp|nhỏ) nhất cho (?:một|1|mỗi|từng) "
    r"(cơ sở|đề án|doanh nghiệp|đơn vị|lớp|sản phẩm|mô hình) "
)
"""The most or least that one of many got: "mức hỗ trợ cao nhất cho một cơ sở"."""


def fit_each(question: Question, figure: Figure, clause: str) -> float:
    """Less than 1 where the share of each one is asked for ("mỗi sản phẩm") and a sum of all is told."""
    highest = _HIGHEST_FOR_ONE.search(spread(question.text))
    if highest is not None and figure.unit.startswith("đồng"):
        return 1.0 if "/" in figure.unit or holds(clause, highest[1]) or holds(clause, "nhất") else OF_ALL
    if _EACH.search(spread(question.text)) is None or figure.unit == "%":
        return 1.0
    of_each = "/" in figure.unit or any(holds(clause, word) for word in ("mỗi", "bình quân", "từng"))
    return 1.0 if of_each else OF_ALL


def of_other_measure(question: Question, figure: Figure) -> bool:
    """Whether money is what a thing cost, brought in or paid its workers, where the question speaks of none of that."""
    if not figure.unit.startswith("đồng"):
        return False
    called, asked = _OF_A_WHOLE.sub(" ", told_of(figure)), spread(question.text)
    behind = spread(figure.sentence[figure.end - figure.sentence_start :].split("|")[0][:BEHIND])
    own = any(holds(called, word) for word in _OWN_MONEY) or _OWN_BEHIND.match(behind) is not None
    own = own or _OF_ENTERPRISE.search(called) is not None
    if own and not any(holds(asked, word) for word in ("đối ứng", "đầu tư", "bỏ", "bỏ ra", "góp", "đóng góp", "vốn")):
        return True
    said = any(holds(asked, word) for word in (*_MEASURES, "thu", "giá", "bán", "nguồn thu", "mua"))
    return any(holds(called, word) for word in _MEASURES) and not said


def fit_unit(question: Question, figure: Figure) -> float:
    """1 when the unit is the one asked for, 0 when it is another, between when none is asked."""
    if question.counted:
        unit = spread(figure.unit)
        if {question.counted, figure.unit} <= PEOPLE and question.counted != figure.unit:
            return OTHER_PEOPLE
        if strength(unit, question.counted) >= 0.9 or strength(spread(question.counted), figure.unit.lower()) >= 0.9:
            return 1.0
        head = spread(" ".join(figure.indicator.split()[:3]))
        if question.language == "en" and (question.counted, figure.unit) in _ONE_IN_ENGLISH:
            return ONE_IN_ENGLISH
        money = figure.unit.startswith("đồng") or figure.unit == "%"
        return 0.85 if strength(head, question.counted) == 1.0 and not money else 0.0
    if question.unit:
        same = figure.unit == question.unit or figure.unit.startswith(f"{question.unit}/")
        return 1.0 if same else 0.0 if question.unit_sure or figure.unit not in ("đồng", "%") else 0.7
    return 0.8 if figure.unit == "%" else 0.9


def narrowing(question: Question, figure: Figure, clause: str, before: str) -> float:
    """How much to take off (0-0.9) a figure that counts something narrower than the question speaks of.

    A contrasted word (quốc gia, địa phương) that the question does not say weighs most; a question
    for a total wants the figure that is called one.
    """
    asked = spread(question.text)
    indicator = told_of(figure)
    words = [word for word in content_words(_head(figure)) if not word[0].isdigit() and word not in neutral_words()]
    foreign = sum(strength(asked, word) < 0.6 for word in words)
    loss = min(0.2, 0.06 * foreign)
    if any(strength(indicator, word) >= 0.6 for word in question.words if word not in neutral_words()):
        loss *= TOLD  # it is about what is asked, and only says more of it
    sided = sides_of(question)
    for pair in contrasts():
        held, named = sides_held(indicator, pair), sides_held(sided, pair)
        if _opposed(held, named):
            return 0.9
        if sum(held) == 1 and not any(named):
            loss += 0.2
        elif sum(named) == 1 and any(held) == all(held) and _both_together(indicator if all(held) else clause, pair):
            return 0.9  # what both sides gave together is not the part of one
        elif sum(named) == 1 and not any(held) and sides_held(clause, pair) != named:
            loss += 0.12 if sides_held(before, pair) == named else 0.3
    if holds(asked, "tổng") and not holds(clause, "tổng") and not holds(clause, "toàn vùng"):
        loss += 0.06
    return loss


_TOGETHER = 40  # characters from one side to the other where both are named together


def _both_together(prepared: str, pair: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether a prepared clause names both sides of a contrast in one breath: "quốc gia và địa phương"."""
    ends = [match.end() for word in pair[0] for match in re.finditer(f" {re.escape(word)} ", prepared)]
    reach = [prepared[end - 1 : end + _TOGETHER] for end in ends]
    return any(text.startswith((" và ", " cùng ")) and any(holds(text, word) for word in pair[1]) for text in reach)


def told_of(figure: Figure) -> str:
    """What a figure is called, prepared: its indicator as printed and by name."""
    return spread(f"{figure.indicator} {figure.indicator_name}")


def of_other_side(question: Question, figure: Figure) -> bool:
    """Whether a figure counts the local part where the national is asked for, or the other way round."""
    asked, indicator = sides_of(question), told_of(figure)
    return any(_opposed(sides_held(indicator, pair), sides_held(asked, pair)) for pair in contrasts())


def of_other_matter(question: Question, told: Sequence[str]) -> bool:
    """Whether an activity, or the level of a huyện or xã, is asked of that none of the prepared texts tells of.

    ``told`` are the layers of a figure; one whose indicator and clause tell of another activity alone is of that.
    """
    prepared = spread(question.text)
    asked = [word for word in question.words if word in activity_words()]
    named = {other for word in question.words for other in (word, *synonyms(word))}
    if any(max(strength(text, word) for text in told) < HELD for word in asked):
        return True
    own = told[:2]
    for texts in (own[:1], own):  # what it is called, then its clause
        if asked and not any(strength(text, word) >= HELD for text in texts for word in asked):
            others = activity_words() - named - {word for word in activity_words() if holds(prepared, word)}
            if any(holds(text, word) for text in texts for word in others):
                return True
    levels = _LOWER_LEVEL.findall(prepared)
    return bool(levels) and not any(holds(text, level) for text in told for level in levels)


_PAID_OUT = re.compile(
    r" (?:giải ngân|thanh toán|quyết toán|sử dụng|tiêu|chi(?! (?:phí|tiết))|"
    r"thực hiện(?! \S+ (?:đề án|dự án|mô hình|nội dung|hoạt động|lớp))) "
)


_OF_PLAN_DONE = re.compile(r" (?:ước )?đạt .* (?:bằng|đạt) .*(?:%|phần trăm) (?:\S+ )?(?:kế hoạch|dự toán) ")


def of_sum_not_paid_out(question: Question, told: Sequence[str]) -> bool:
    """Whether it is asked what was paid out, and neither a figure's name nor its clause says that it was spent."""
    if not holds(spread(question.text), "giải ngân"):
        return False
    return not any(_PAID_OUT.search(text) or _OF_PLAN_DONE.search(text) for text in told[:2])


def side_untold(question: Question, told: Sequence[str]) -> bool:
    """Whether one side of a contrast is asked of that none of the prepared texts around a figure names."""
    sided = [(sides_held(sides_of(question), pair), pair) for pair in contrasts()]
    return any(
        sum(named) == 1 and not any(sides_held(text, pair)[named.index(True)] for text in told) for named, pair in sided
    )


def one_side_asked(question: Question) -> bool:
    """Whether a question asks of one side of a contrast alone: of the national fund, of women."""
    return any(sum(sides_held(sides_of(question), pair)) == 1 for pair in contrasts())


def of_both_sides(question: Question, clause: str) -> bool:
    """Whether a prepared clause gives what both sides of a contrast gave together where one alone is asked for."""
    sided = sides_of(question)
    return any(sum(sides_held(sided, pair)) == 1 and _both_together(clause, pair) for pair in contrasts())


def of_side_asked(question: Question, prepared: str) -> bool:
    """Whether a prepared text names the side of a contrast that the question alone asks of, if it asks of one."""
    sides = [(sides_held(sides_of(question), pair), sides_held(prepared, pair)) for pair in contrasts()]
    return all(held[asked.index(True)] for asked, held in sides if sum(asked) == 1)


def _opposed(held: tuple[bool, bool], named: tuple[bool, bool]) -> bool:
    """Whether one side of a contrast is held and the other one named."""
    return sum(held) == sum(named) == 1 and held != named


_LOWER_LEVEL = re.compile(r" cấp (huyện|xã)(?= )")
_PROGRAMME_OF = re.compile(r" ((?:đề án|chương trình|hoạt động|công tác|trung tâm)(?: khuyến công)?) của tỉnh (?=\S)")
BUDGET_WORDS = frozenset({"kinh phí", "khuyến công", "ngân sách", "tỉnh", "kế hoạch", "nguồn"})
"""Words of a question for all the money of a place, and for nothing it is spent on."""
_FUND_NAMED = re.compile(r" (?:ngân sách|nguồn|vốn|tiền|kinh phí)(?: ngân sách| vốn)? (?:trung ương|quốc gia) ")
_OF_REGION = re.compile(
    r" (?:của các tỉnh (?:thành phố |thành )?|(?<!của )(?<!chính )(?<!riêng )(?<!do )(?<!từ )(?<!phần )các địa phương )"
    r"(?=phía |miền |khu vực |thuộc |vùng |tây |đồng bằng )"
)


_THEIR_OWN = re.compile(
    r" (?:do|của) chính (?:các )?(?:tỉnh|địa phương) | (?:các )?(?:tỉnh|địa phương)(?: \S+){0,4} (?:tự )?bỏ ra "
)
"""The money of the provinces themselves: "phần ngân sách do chính các tỉnh, thành miền Bắc bỏ ra"."""


def sides_of(question: Question) -> str:
    """The question prepared, without whose a sum is: "của các tỉnh phía Bắc" names no fund, "của tỉnh" does.

    Beside a fund that is named ("ngân sách trung ương") "của tỉnh" tells only whose programme it pays for; so it
    does where all the money of a province is asked for ("kinh phí khuyến công của tỉnh Nam Định").
    """
    prepared = _OF_REGION.sub(" ", spread(question.text))
    if _THEIR_OWN.search(prepared):
        prepared += "tiền tỉnh "
    prepared = _PROGRAMME_OF.sub(r" \1 của ", prepared)
    for place in question.places:
        if place.level == "province":
            told = place.name.removeprefix("TP. ").lower()
            prepared = prepared.replace(f" khuyến công tỉnh {told} ", f" khuyến công {told} ")
    homes = [place_table().province_of(place) for place in question.places if place.level == "district"]
    for home in homes:
        told = home.name.removeprefix("TP. ").lower() if home is not None else ""
        prepared = prepared.replace(f" của tỉnh {told} ", " của ") if told else prepared  # where the district lies
    wide = all(word in neutral_words() or word in BUDGET_WORDS for word in question.words)
    for place in question.places:
        if place.level == "province":
            named = re.escape(place.name.removeprefix("TP. ").lower())
            prepared = re.sub(rf" tỉnh {named} (?=(?:tự|chi|bỏ|bố trí|bỏ ra) )", " tỉnh ", prepared)
            prepared = re.sub(rf" của chính tỉnh {named} ", f" của tỉnh {place.name.lower()} ", prepared)
            of_all = rf"(?<!nguồn) (kinh phí(?: khuyến công)?) của tỉnh {named} "
            of_its_own = (
                rf"(?<!nguồn)(?<!kinh phí)(?<!khuyến công)(?<!ngân sách)(?<!vốn)(?<!tiền)(?<!quỹ) của tỉnh {named} "
            )
            prepared = re.sub(of_all, r" \1 của ", prepared) if wide else re.sub(of_its_own, " của ", prepared)
    return prepared.replace(" của tỉnh ", " ") if _FUND_NAMED.search(prepared) else prepared


def _head(figure: Figure) -> str:
    """What the indicator counts, without the list and the purpose behind it: they tell more and narrow nothing."""
    head = re.split(r",\s|\sđược\s", figure.indicator)[0]
    return " ".join(head.split()[:_HEAD_SYLLABLES])


_INSTALMENT = re.compile(r" đợt (?:\d+|[ivx]+) ")


def unasked_part(question: Question, figure: Figure) -> bool:
    """Whether a figure counts only the national or only the local part where the question names neither.

    A question that gives another quantity of the figure's own sentence ("(03 đề án)") means that part, and what
    one enterprise got of one fund is no part.
    """
    if question.names and any(name in fold(figure.sentence) for name in question.names):
        return False
    if question.stated:
        held = read_quantities(figure.sentence)
        if any(same_quantity(one, other) for one in question.stated for other in held):
            return False
    asked, indicator = sides_of(question), spread(figure.indicator)
    instalment = _INSTALMENT.search(asked)
    if instalment is not None and instalment.group() in indicator:
        return False  # one instalment is of one fund
    return any(sum(sides_held(indicator, pair)) == 1 and not any(sides_held(asked, pair)) for pair in contrasts())


def neutral_words() -> frozenset[str]:
    """Words of an indicator that narrow nothing."""
    return listed_words("neutral_words.txt")
