"""What stands around a question: the story before it, what the answer is for, courtesy at its end.

It works on the letters of a question alone and does not know what the question asks.
"""

import re

from assistant.wording import content_words, demanding_words, holds, listed_words, spread, synonyms
from documents.letters import UPPER

BARE_WORDS = 5  # words that a question must have to stand without the story around it
TOPIC_LEAD = 18  # words up to which what stands before a colon and tells no story is a topic
STORY_WORDS = 10  # words from which what ends with a semicolon before a request is a story of its own
TOPIC_WORDS = 12  # words from which a clause on the work at hand may name the topic too

_PREAMBLE = re.compile(
    r"^.{0,400}?\b(?:cho (?:em|tôi|mình|anh|chị|cháu|chúng tôi) (?:hỏi|xin|biết)|"
    r"(?<=để )(?:viết|làm|soạn|lập|chuẩn bị)(?!\w)[^,?]{3,60}, "
    r"(?:tôi|em|mình|chúng tôi) (?:cần|muốn|xin)(?: có| biết| tìm)?|"
    r"xin (?:phép )?(?:được )?hỏi|cho hỏi|muốn (?:hỏi|biết)|nên hỏi(?= (?:cho|trước|kỹ|kĩ|thử|xem)(?!\w)|:)|"
    r"cần (?:biết|đối chiếu|tra)[^:,]*:|kiểu như(?: là)?|cần (?:đối chiếu|kiểm tra|tra|rà)(?: lại)? (?:xem|số)|"
    r"nhưng (?:cái |điều |số )?(?:tôi|em|mình|chúng tôi) cần[^,]{0,50} là|"
    r"nên (?:tôi|em|mình|chúng tôi|bên (?:tôi|em)|phòng (?:tôi|em)) cần (?:biết|hỏi|tra|nắm)(?: lại)?|"
    r"không (?:biết|rõ)(?= (?:năm|số|tổng|kinh phí|cả năm) )|"
    r"vậy(?= (?:tổng |kế hoạch |kinh phí |ngân sách |nguồn |số |con số (?!cao|thấp|lớn|nhỏ|nhiều|ít|đó|ấy|này)).{40})|"
    r"xin con số|cần (?:ghi|dẫn|nêu|trích)(?: lại)?(?: cho)? đúng|chỉ còn thiếu(?= (?:con )?số)|"
    r"(?:đề nghị|vui lòng|xin|hãy|nhờ anh chị|làm ơn) cho biết|"
    r"(?:phiền|nhờ|làm ơn)(?: anh| chị| anh/chị| bạn| em| mọi người| các bác| trợ lý| trợ lí| giúp)*"
    r"(?: nói| tra| xem| tìm| kiểm tra| tính| cho)(?: giúp| hộ| giùm| cho| toán)*(?: em| tôi| mình)?|"
    r"(?:đề nghị|xin|vui lòng) cung cấp(?: số liệu| thông tin)?)"
    r"(?: trước| kỹ| kĩ| cho (?:chắc|rõ|kỹ|đúng)(?: chắn)?){0,2}(?: là| rằng| xem| về| thêm| lại)?[\s,:]+(?=\S.{14})",
    re.IGNORECASE | re.DOTALL,
)


_STORY = re.compile(
    r"(?P<story>[^?]{30,}[.!])\s+"
    r"(?P<question>(?!(?:Trường hợp|Vậy|Như vậy|Thế|Như thế|Nếu vậy)\b)[^.!?]{50,}\?)",
    re.DOTALL,
)
"""A story told in sentences of its own, and the one question behind it."""
_TOLD = re.compile(
    r"(?P<story>[^?]{30,}[.!])\s+(?P<question>(?!(?:Trường hợp|Vậy|Như vậy|Thế|Như thế|Nếu vậy)\b)[^.!?]{50,})[.!]?",
    re.DOTALL,
)
"""The same where what is asked ends without a question mark."""


_OF_THE_STORY = re.compile(
    r"(?:tên (?:của )?|riêng |cả |cái |tổng )?"
    r"(?:vị|ông|bà|người|nơi|chỗ|số|khoản|mức|gói|việc|điều|văn bản|hội nghị|cơ sở|đơn vị|doanh nghiệp) "
    r"(?:\w+ ){0,2}(?:đó|ấy|này)(?!\w)",
    re.IGNORECASE,
)
"""A question that asks something of what its own story tells: "..., xin hỏi vị đó tên là gì"."""


_COURTESY = re.compile(
    r"(?:[,;.]? )(?:nhờ|mong|phiền|xin|rất mong)"
    r"(?: (?:anh|chị|bạn|mọi người|các bác|ban|quý|anh chị|các cháu|các em|cháu))*"
    r"(?: (?:tra|xem|kiểm tra|trả lời|cho biết|giúp|chỉ|giải đáp|đọc lại|nhắc lại|kể lại|nói lại|kể|nói rõ))+"
    r"(?: (?:giúp|hộ|giùm|với|cho|em|tôi|mình|bác|nghe|biết|ạ|nhé))*[.!?\s]*$|"
    r"[,;.] (?:kể|liệt kê|nêu|ghi)(?: (?:hết|đủ|rõ|ra|lại))* (?:giúp|hộ|giùm)(?: (?:em|tôi|mình|với|ạ|nhé))*[.!?\s]*$",
    re.IGNORECASE,
)
"""What a question ends with out of courtesy: ", nhờ tra giúp"."""


_THANKS = re.compile(
    r"[.,;?!] (?:(?:tôi|em|mình|cháu|chúng tôi) )?(?:xin |rất |chân thành ){0,2}(?:cảm ơn|cám ơn|biết ơn)"
    r"(?: \w+){0,5}[.!\s]*$|"
    r"[.?!] (?:Sếp|Lãnh đạo|Thủ trưởng|Ban giám đốc)(?: \w+)? (?:hỏi|cần|đòi|giục|muốn biết)(?: \w+){0,4}[.!\s]*$|"
    r"[.?!] (?:mong|rất mong|xin)(?: được)? (?:giải thích|giải đáp|trả lời|hướng dẫn)(?: \w+){0,5}[.!\s]*$",
    re.IGNORECASE,
)
"""Thanks behind a question."""
_NARROWS = re.compile(rf"\d|(?<!\w)(?:riêng|theo|của|cho)(?!\w)|(?<=[^\W{UPPER}] )[{UPPER}]")
"""What makes a wish behind a question a part of it: another year, a place."""
_REQUEST = re.compile(
    r"(?<!\w)(?:kính )?(?:(?:nhờ|phiền|xin|mong|làm ơn|đề nghị) )?"
    r"(?:(?:anh|chị|anh chị|anh/chị|bạn|em|ad|trợ lý|trợ lí|đồng chí|các đồng chí|quý cơ quan|hệ thống) )?"
    r"(?:tính|tra|xem|coi|kiểm tra|so sánh)(?: toán)? "
    r"(?:hộ(?! (?:kinh doanh|gia đình|nghèo|cận|sản xuất|dân|cá thể|nông))|giúp|giùm|dùm)"
    r"(?: (?:tôi|em|mình|anh|chị|với))?(?: xem| coi)?(?!\w)[ ,:]*(?=\S)",
    re.IGNORECASE,
)
"""What is asked of the one who answers, between the story and the question: "anh tính hộ tôi"."""


_GREETED = re.compile(
    r"\W*(?:(?:xin )?chào|dạ|thưa|kính thưa|alo|(?:anh|chị|em|bạn)(?: ơi| à)|hi|hello)(?!\w)", re.IGNORECASE
)
_AT_WORK = re.compile(
    r"(?<!\w)(?:phải|đang|sắp|cần|chuẩn bị) (?:\w+ ){0,2}?(?:báo cáo|họp|viết|soạn|làm|nộp|trình|thuyết trình)(?!\w)",
    re.IGNORECASE,
)
_HEARD = re.compile(
    r"(?<!\w)(?:(?:tôi|em|mình|anh|chị) )?(?:có )?(?:đọc|nghe|thấy|xem)(?: được| nói| kể)? (?:ở )?đâu đó"
    r"(?: là| rằng)?(?!\w)",
    re.IGNORECASE,
)
"""Where the one who asks has it from: "em đọc ở đâu đó rằng"."""


_TO_COMPARE = re.compile(
    r", (?:để|nhằm) (?:so(?: sánh)?|đối chiếu|có cái so|đặt cạnh)(?: với)? (?:số )?(?:năm|cùng kỳ|năm nay|năm ngoái)?"
    r"[ \d]*\W*$",
    re.IGNORECASE,
)
"""What the answer is to be compared with later, which is not asked: ", để so với năm 2024"."""


def without_courtesy(text: str) -> str:
    """A question without the courtesy that it ends with, or that stands inside it."""
    thanked = _THANKS.search(text)
    if thanked is not None and ASKING.search(thanked[0]) is None and not _NARROWS.search(thanked[0]):
        text = f"{text[: thanked.start()]}{text[thanked.start()]}"
    text = _HEARD.sub("", _COURTESY.sub("", _TO_COMPARE.sub("", text)))
    asked = _REQUEST.search(text)
    if asked is not None and _is_of_work(text[: asked.start()]) and _asks_for_itself(text[asked.end() :]):
        return text[asked.end() :].strip()
    return _REQUEST.sub("", text).strip()


def _is_of_work(story: str) -> bool:
    """Whether a story greets, tells of work to do and names nothing: no place, number or text."""
    plain = re.sub(r"(?<!\w)\d{1,2} (?=năm(?! \d))", "", story)  # "tổng kết 5 năm" names no time
    named = re.search(rf"(?<=[^\W{UPPER}] )[{UPPER}]|\d|(?<!\w)(?:hỏi|về)(?!\w)", plain) is not None
    told = len(story.split()) >= STORY_WORDS and story.rstrip().endswith(";")
    asks = _SURELY_ASKING.search(story) is not None
    greets = _GREETED.match(story) is not None and _AT_WORK.search(story) is not None
    works = _AT_WORK.search(story) is not None and story.rstrip().endswith(",") and len(story.split()) >= STORY_WORDS
    return not named and (greets or ((told or works) and not asks and _TALK.search(story) is not None))


def _asks_for_itself(rest: str) -> bool:
    """Whether what is asked behind a story names a time of its own and needs nothing of the story."""
    dated = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", rest) is not None
    return dated and len(rest.split()) > BARE_WORDS and ASKING.search(rest) is not None and not _LEANING.search(rest)


_ASKER = (
    r"(?:(?:chào|dạ|thưa|kính thưa)(?: \w+){0,3} )?(?:(?:hiện|hôm nay|tuần này|sáng nay|giờ|nay|vì|do|số là) )?"
    r"(?:(?:bên|phòng|ban|tổ|nhóm|sở|cơ quan|đơn vị|công ty|trung tâm) )?(?:của )?"
    r"(?:(?:tôi|em|mình|cháu|bọn em|tụi em)(?!\w)|chúng (?:tôi|em|mình))"
)
_WORK = r"đang|phải|cần|định|chuẩn bị|được giao|vừa|mới|sắp|lo|làm|viết|soạn|lập|gom|tổng hợp"
_PAPER = (
    r"báo cáo|bài|đoạn|bản tin|tờ trình|tham luận|số liệu|thuyết trình|biểu đồ|phát biểu|nhận xét|danh mục|luận văn|"
    r"tiểu luận|đề cương|chuyên đề|slide|bảng tổng hợp|bảng so sánh|công văn"
)
_OF_WORK = re.compile(
    rf"{_ASKER} (?:\w+ ){{0,3}}?(?:{_WORK})(?!\w)(?: \w+){{0,6}}? (?:{_PAPER})(?!\w)|"
    r"(?:sếp|lãnh đạo(?: (?:sở|phòng|đơn vị|cơ quan))?|thủ trưởng|trưởng phòng|thầy|cô)(?: em| tôi| mình)? "
    rf"(?:đang |vừa |mới )?(?:muốn|cần|giao|bảo|yêu cầu)(?: (?:có|tôi|em|mình|phòng|viết|làm|một)){{1,5}}"
    rf"(?: \w+){{0,2}} (?:câu|{_PAPER})(?!\w)|"
    r"(?:các|mấy|những) (?:mục|phần|ý|chỗ) khác(?!\w).*(?:xong|có|đủ)(?: \w+)? rồi|"
    r"(?:để|mà) (?:em|tôi|mình) (?:khỏi|đỡ|kịp) \w+",
    re.IGNORECASE,
)
"""What the one who asks says of the work that the answer is for: "em đang viết đoạn nhận xét về ..."."""
ASKING = re.compile(
    r"(?<!\w)(?:bao nhiêu|mấy|nào|gì|ai|đâu|sao|khi nào|bao giờ|bao lâu|không|chưa|hay)(?!\w)", re.IGNORECASE
)
"""What may ask: every word that a question can be put with."""
_SURELY_ASKING = re.compile(
    r"(?<!\w)(?:bao nhiêu|mấy|nào|gì|ai|ở đâu|ra sao|vì sao|tại sao|khi nào|bao giờ|bao lâu)(?!\w)", re.IGNORECASE
)
"""What asks wherever it stands, as "không" and "chưa" do not."""
_TALK = re.compile(
    r"(?<!\w)(?:tôi|em|mình|cháu|anh|chị|bạn|sếp|lãnh đạo|nhà báo|phóng viên|cán bộ|nhờ|xin|hỏi|cần|muốn|chỉ còn|"
    r"con số)(?!\w)",
    re.IGNORECASE,
)
"""Words of the one who asks and of what is asked of the other, which no topic before a colon has."""
_SIDES_ALONE = re.compile(
    r"(?:(?:kinh phí|tiền|vốn|nguồn|ngân sách|tỉnh|quốc gia|địa phương|trung ương|khuyến công|của|từ|với|và|thì|so|là|"
    r"hơn|kém|nhiều|ít|lệch|chênh|cách|nhau|gấp|lần|bên nào|bao nhiêu|mấy|kp|kpqg|kpđp|kcqg|kcđp)[\s?,.]*)+",
    re.IGNORECASE,
)
_LEANING = re.compile(r"(?<!\w)(?:ấy|đó|này|chúng|như (?:vậy|thế)|đấy)(?!\w)", re.IGNORECASE)
"""What may mean a thing that a clause before it names."""
_WISH = re.compile(
    r"(?:(?:nên|mà|và|giờ|nay|cho nên|vì vậy) )*(?:(?:tôi|em|mình|chúng tôi|bên em|bên tôi|cháu) )?"
    r"(?:(?:muốn|cần|định|phải)(?: được)? (?:nói rõ|nêu rõ|nêu|biết|xem|hỏi|ghi đúng|ghi|dẫn|tra|làm rõ|đặt)|"
    r"(?:chỉ )?còn thiếu(?: (?:đúng )?(?:một )?(?:mục|chỗ|phần|ý|con số))?)(?: xem| là)?(?!\w) ?",
    re.IGNORECASE,
)
"""What leads to the question in its own clause: "nên tôi cần biết ..."."""


def without_work(text: str) -> str:
    """A question without the clauses that tell what the answer is for; whole where nothing would be asked then."""
    clauses = re.split(r"(?<=[,;.!]) (?=\S)", text)
    kept = [clause for clause in clauses if _OF_WORK.match(clause) is None]
    rest = " ".join(kept)
    if len(kept) == len(clauses) or any(_names_topic(clause, rest) for clause in clauses if clause not in kept):
        return text
    dropped = [clause for clause in clauses if clause not in kept]
    alone = not any(len(clause.split()) > BARE_WORDS for clause in kept[:-1])
    if _LEANING.search(rest) and alone and any(len(clause.split()) > TOPIC_WORDS for clause in dropped):
        return text
    lead = _WISH.match(rest)
    rest = rest[lead.end() :] if lead is not None else rest
    asked = rest.strip(" ,;.")
    bare = all(word in listed_words("neutral_words.txt") for word in content_words(asked))
    return asked if ASKING.search(asked) and len(asked.split()) > BARE_WORDS and not bare else text


def _names_topic(clause: str, rest: str) -> bool:
    """Whether a clause names an activity that is not named in the rest: "cần số liệu về hội chợ, ... chi bao nhiêu"."""
    told, left = spread(clause), spread(rest)
    named = [word for word in listed_words("activity_words.txt") if holds(told, word)]
    return any(not any(holds(left, other) for other in (word, *synonyms(word))) for word in named)


_ASKED_LAST = re.compile(
    r"(?<!\w)(?:cho (?:tôi|em|mình|cháu|anh|chị) hỏi|xin (?:được )?hỏi|cho hỏi|muốn hỏi|cho biết)(?: là)?[\s,:]+"
    r"(\S[^.!]*)$",
    re.IGNORECASE,
)


def asked_of_story(text: str) -> str:
    """What a question asks of the story before it ("..., xin hỏi vị đó tên là gì"); "" for any other question."""
    last = _ASKED_LAST.search(text)
    return last[1] if last is not None and _OF_THE_STORY.match(last[1]) else ""


def _of_topic(lead: str, rest: str) -> bool:
    """Whether what stands before a colon is what the rest asks of: it is short, or the rest names only whose money."""
    if _TALK.search(lead) is not None or ASKING.search(lead) is not None:
        return False
    demands = any(holds(spread(lead), word) for word in demanding_words())
    return (len(lead.split()) <= TOPIC_LEAD and not demands) or _SIDES_ALONE.fullmatch(rest.strip()) is not None


_TELLS = re.compile(
    r"^(?:\w+ ){1,12}(?:nói|nêu|cho biết|ghi|viết|đánh giá|nhận xét|cho rằng)(?!\w)"
    r"(?!.*(?<!\w)(?:nó|nguyên do|nguyên nhân|lý do)(?!\w))"
)
_HOW_MUCH = re.compile(r"(?<!\w)(?:bao nhiêu|mấy|bao lâu)(?!\w)", re.IGNORECASE)
_SO_ASKED = re.compile(
    r"^(?P<lead>.{30,400}?)[,;] (?:thế |thì )?vậy(?: (?:thì|cho|xin|chớ|chứ|nếu))? (?P<rest>\S.{24,})$",
    re.DOTALL | re.IGNORECASE,
)


def _without_lead(text: str) -> str:
    """A question without what is told before ", vậy ...", unless that names what is asked of and the rest does not."""
    found = _SO_ASKED.match(text)
    if found is None or _TALK.search(found["lead"]) is None:
        return text
    own = _TELLS.search(found["rest"]) is not None and len(found["rest"].split()) >= TOPIC_WORDS
    if _HOW_MUCH.search(found["rest"]) is None and not own:
        return text
    return text if _names_topic(found["lead"], found["rest"]) or _LEANING.search(found["rest"]) else found["rest"]


_FORMAL = re.compile(
    r"^\W*(?:(?:để|nhằm) (?:phục vụ|chuẩn bị|hoàn thiện|hoàn chỉnh|có (?:số liệu|cơ sở|căn cứ))[^,?:]{3,120}, )?"
    r"(?:(?:kính |trân trọng )?(?:đề nghị|yêu cầu|mong|rất mong|nhờ|xin|vui lòng|hãy)"
    r"(?: (?:trợ lý|trợ lí|hệ thống|anh/chị|anh chị|đồng chí|quý cơ quan|quý vị|bạn|hãy|giúp))* )?"
    r"(?=(?:liệt kê|nêu|tổng hợp|thống kê|kể|trình bày|tóm tắt|xác định|xác nhận|làm rõ|đối chiếu|so sánh|"
    r"trích)(?!\w))",
    re.IGNORECASE,
)
"""What a formal request opens with: "Để phục vụ báo cáo ..., đề nghị ..."."""
_EXCERPT = re.compile(
    r"^\W*(?:(?:nhờ|xin|hãy|vui lòng|đề nghị|giúp|làm ơn) )?(?:tìm|trích|trích dẫn|dẫn|chép)"
    r"(?: (?:giúp|hộ|luôn|lại|ra|nguyên văn))*(?: (?:cho )?(?:tôi|em|mình|anh|chị))?(?: nguyên văn)?"
    r"(?: (?:cái )?(?:đoạn(?! đường)|câu(?! lạc bộ)|chỗ|phần(?! trăm))"
    r"(?: (?:nào )?(?:nói|viết|bàn|nêu|kể|ghi|nhắc)(?: (?:là|rằng|về|việc|chuyện|đến))*)?|(?= định nghĩa)) (?=\S.{14})",
    re.IGNORECASE,
)
"""What asks for an excerpt and not for its content: "Trích đoạn nói ..."."""
_DEFINED = re.compile(
    r"^\W*định nghĩa (?:của )?((?!.*(?<!\w)(?:gì|nào|đâu|mấy|sao)(?!\w))[^,.;?]{3,60}?)"
    r"((?: (?:trong|theo|của|ở|tại) [^?]*)?[?.]?)$",
    re.IGNORECASE,
)
_REMEMBERED = re.compile(
    r"^(.*?),? ?(?:tôi|em|mình) nhớ (?:là |hình như )?có (?:một |cái )?(?:đoạn|câu|chỗ|ý) (?:nào đó )?"
    r"(?:bàn|nói|viết|nhắc|kể)(?: (?:chuyện|về|đến|việc|là|rằng))* ([^?]{20,}?),"
    r" (?:mà )?không (?:rõ|nhớ|biết)(?!\w).*$",
    re.IGNORECASE | re.DOTALL,
)
"""A passage remembered in part: "tôi nhớ có một đoạn bàn chuyện ..., không rõ nguyên văn thế nào"."""
_IN_FULL = re.compile(
    r"(?<!\w)(liệt kê|nêu|kể|tổng hợp|trình bày|tóm tắt)(?: (?:đầy đủ|chi tiết|cụ thể|ngắn gọn|giúp|lại))+(?!\w)",
    re.IGNORECASE,
)


_CAUSE_OF = re.compile(
    r"^(?P<lead>[^.;?]+?)(?: có)? (?:nhắc|nói|đề cập|nêu|kể)(?: đến| tới| về| ra)? (?:việc|chuyện|tình trạng) "
    r"(?P<thing>[^.;?]{12,160})[.;,] (?P<wish>[^?]{0,60}?)(?:nguyên nhân|nguyên do|lý do)(?P<rest>[^.;?]*)\W*$",
    re.IGNORECASE,
)
"""The cause of what the sentence before tells: "... nhắc đến việc đề án phải dừng. Tôi cần trích nguyên nhân"."""


def _cause_of(text: str) -> str:
    """A question for the cause of what it tells first as one sentence; any other as it is."""
    found = _CAUSE_OF.match(text)
    if found is None:
        return text
    rest = re.sub(r"(?<!\w)(?:để|nhằm|phục vụ|đưa vào|cho vào|làm) .*$", "", found["rest"])
    light = listed_words("neutral_words.txt") | {"cụ thể", "nêu", "đúng", "chính", "trực tiếp"}
    return text if set(content_words(rest)) - light else f"{found['lead']} nêu vì sao {found['thing']}"


_ONLY_LACKING = re.compile(
    r"^.{20,}?(?<!\w)chỉ (?:còn )?thiếu (?:mỗi |đúng |có |một )*(?:con số|số liệu|mục|chỗ|ý|phần)(?: là)?(?!\w)[,:]? "
    r"(?=\S.{24})",
    re.IGNORECASE | re.DOTALL,
)
"""A story that ends in what alone is still lacking: "..., giờ chỉ thiếu mỗi con số năm 2022 tỉnh dành bao nhiêu"."""
_FILLER = re.compile(
    r"^\W*(?:(?:thôi thì|thôi|vậy|thế|nên|giờ|nay|tóm lại)(?:,| thì)? )*"
    r"(?:(?:nhờ|xin|phiền|mong) (?:(?:máy|bạn|anh|chị|anh chị|hệ thống|trợ lý) )?)?"
    r"(?:(?:tra|tìm|xem|kiếm)(?: cứu)? )?(?:(?:giúp|hộ|giùm|dùm) )?(?:(?:tôi|em|mình|cháu|với) )?",
    re.IGNORECASE,
)
_OWN_TIME = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OF_TRADE = re.compile(
    r"(?<!\w)(?:nghị định|thông tư|quyết định|luật)(?!\w)[^.?]*(?<!\w)khuyến công(?!\w)", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"(?<!\w)(?:nghị định|thông tư(?: liên tịch)?|quyết định|nghị quyết)(?: số)? \d[^?]{20,}", re.IGNORECASE
)
ALONE_WORDS = 10  # words of a last sentence that asks by itself


_HANDLED = re.compile(
    r"(?:(?:theo|căn cứ|trong|vậy|thì|là|sẽ|phải|được|có|nên|cần|khuyến công|nghị định|thông tư|luật|quy định|văn bản|"
    r"của|này|hiện hành|hiện nay|số|\d[^\s,]*|năm|việc|trường hợp|đó|ấy)[\s,]+)*"
    r"(?:xử lý|giải quyết|quy định|làm|tính|áp dụng|thực hiện)(?: (?:việc|cái|chuyện) (?:đó|này|ấy))?"
    r" (?:thế nào|như thế nào|ra sao|làm sao|sao|kiểu gì)\W*",
    re.IGNORECASE,
)
"""What only asks how something told before is dealt with: "Theo nghị định khuyến công thì xử lý thế nào?"."""


def _last_alone(text: str) -> str:
    """The last sentence of a story, where it asks by itself of a time of its own and nothing before names one."""
    sentences = re.split(r"(?<=[.!]) (?=[^\W\d_])", text.strip())
    last, story = sentences[-1], " ".join(sentences[:-1])
    named = _OWN_TIME.search(last) is not None or _OF_TRADE.search(last) is not None
    by_number = _NUMBERED.search(last) is not None  # what a text lays down is so whenever the story was
    leans = _OWN_TIME.search(story) or not named or _LEANING.search(last)
    if not story or (leans and not by_number) or _HANDLED.fullmatch(last):
        return text
    asks = _SURELY_ASKING.search(last) is not None and _TALK.search(story) is not None
    bare = _FILLER.sub("", last)
    return bare if asks and len(bare.split()) >= ALONE_WORDS and not _names_topic(story, last) else text


def without_preamble(text: str) -> str:
    """A question without the story before it: what follows "cho em hỏi", "xin hỏi", a colon after a long lead."""
    lacking = _ONLY_LACKING.match(text)
    if lacking is not None and _SURELY_ASKING.search(text[lacking.end() :]):
        text = text[lacking.end() :]
    text = _last_alone(_cause_of(text))
    text = _REMEMBERED.sub(r"\1 \2", _DEFINED.sub(r"\1 là gì\2", _EXCERPT.sub("", text)))
    formal = _FORMAL.match(text)
    if formal is not None and not _names_topic(formal[0], text[formal.end() :]):
        text = text[formal.end() :]
    core = _IN_FULL.sub(r"\1", _PREAMBLE.sub("", text, count=1))
    if _OF_THE_STORY.match(core):
        return text
    told = _STORY.fullmatch(core)
    if told is not None and not _HANDLED.fullmatch(told["question"]):
        return _PREAMBLE.sub("", told["question"], count=1)
    told = _TOLD.fullmatch(core)
    if (
        told is not None
        and _TALK.search(told["story"])
        and ASKING.search(told["story"]) is None
        and _SURELY_ASKING.search(told["question"])
    ):
        return told["question"]
    lead, colon, rest = core.partition(":")
    if (
        colon
        and len(lead.split()) >= 4
        and len(rest.split()) >= 8
        and ASKING.search(rest)
        and not _of_topic(lead, rest)
    ):
        core = rest.strip()
    return without_work(_without_lead(core))
