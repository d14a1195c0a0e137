"""What every setting means, and the settings as a table: for a terminal, for JSON, for ``docs/settings.md``.

It reads nothing and decides nothing; a password never passes through it unmasked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from assistant.settings import FILE_NAME, FILE_VARIABLE, SECRETS, Key, Settings, known_keys
from documents.options import to_text

MEANINGS = {
    "store": "thư mục chứa kho chỉ mục",
    "documents": "thư mục tài liệu được đọc",
    "model": "mô hình nhúng: embedded (có sẵn, không cần tải), tên trên hub, hoặc thư mục",
    "revision": "bản của mô hình trên hub; trống là bản mới nhất",
    "backend": "cách chạy mô hình: openvino hoặc torch",
    "query_prefix": "tiền tố đặt trước câu hỏi khi nhúng; không đặt thì theo mô hình",
    "passage_prefix": "tiền tố đặt trước đoạn văn bản khi nhúng; không đặt thì theo mô hình",
    "max_tokens": "độ dài tối đa của một đoạn, tính bằng token, từ 64 đến 8192; 0 là theo mô hình",
    "batch_size": "số đoạn nhúng cùng lúc, từ 1 đến 1024; chỉ dùng khi chạy bằng torch",
    "chroma_url": "địa chỉ máy chủ Chroma, dạng http://máy:cổng[/tenant/database]; trống là Chroma trong kho chỉ mục; "
    "tên và mật khẩu (http://tên:mật-khẩu@máy) hoặc mã truy cập (https://:mã@máy) chỉ đặt trong biến môi trường",
    "host": "địa chỉ phục vụ trang",
    "port": "cổng phục vụ trang, từ 1 đến 65535",
    "language": "ngôn ngữ của trang khi người đọc chưa chọn: vi hoặc en",
    "answers.figure_likelihood": "khả năng tối thiểu để một số liệu được coi là số được hỏi, từ 0 đến 1",
    "answers.figure_floor": "độ gần nghĩa tối thiểu để một số liệu là câu trả lời, từ 0 đến 1",
    "answers.passage_floor": "điểm tối thiểu để một đoạn văn bản là câu trả lời, từ 0 đến 1",
    "answers.list_coverage": "phần từ ngữ của câu hỏi mà một danh mục phải khớp, từ 0 đến 1",
    "limits.file_bytes": "cỡ tối đa của một tệp (byte)",
    "limits.page_bytes": "cỡ tối đa của một trang HTML (byte)",
    "limits.unzipped_bytes": "cỡ tối đa của tệp DOCX sau khi giải nén (byte)",
    "limits.unzipped_ratio": "tỷ lệ giải nén tối đa của tệp DOCX (lần)",
    "limits.zip_entries": "số mục tối đa trong tệp DOCX",
    "limits.pages": "số trang tối đa của tệp PDF",
    "limits.seconds": "thời gian đọc tối đa cho một tệp (giây)",
    "limits.ocr_seconds": "thời gian nhận dạng chữ tối đa cho một tệp quét (giây)",
    "limits.line_chars": "độ dài tối đa của một dòng (ký tự)",
    "limits.text_chars": "độ dài tối đa của văn bản trong một tệp (ký tự)",
    "fetch.hosts": "các cổng thông tin được phép lấy văn bản, cách nhau bằng dấu phẩy",
    "fetch.plain_http": "cho phép lấy qua http không mã hóa (chỉ dùng với máy chủ nội bộ)",
    "fetch.private_addresses": "cho phép lấy từ địa chỉ mạng nội bộ",
    "fetch.any_port": "cho phép cổng kết nối khác cổng chuẩn",
    "fetch.redirects": "số lần chuyển hướng tối đa khi lấy văn bản",
    "fetch.seconds": "thời gian tối đa để lấy một văn bản (giây)",
}
DEFAULT = "mặc định"
FOR_ROOM = {
    "index": ("index", "limits"),
    "documents": ("limits",),
    "fetch": ("limits", "fetch"),
}
"""The parts that a command of a lower room takes as options (``documents`` takes its folder besides)."""
PAGE_HEAD = f"""# Cài đặt

Trang này do `python -m assistant settings --markdown > docs/settings.md` ghi ra; đừng sửa bằng tay.

Mỗi giá trị được lấy theo thứ tự, nguồn sau thay nguồn trước:

1. giá trị mặc định;
2. tệp TOML: tệp nêu trong biến `{FILE_VARIABLE}`, nếu không thì `{FILE_NAME}` ở thư mục làm việc, nếu có;
3. biến môi trường;
4. tùy chọn trên dòng lệnh.

Tên có dấu chấm nằm trong bảng của tệp TOML: `limits.pages` là khóa `pages` dưới dòng `[limits]`.
Tên lạ, sai kiểu hoặc ngoài khoảng cho phép bị từ chối bằng một dòng, mã thoát 2. Mật khẩu chỉ được đặt
trong biến môi trường và luôn bị che khi in ra. `python -m assistant settings` cho biết giá trị đang dùng
và nguồn của nó.

`app.py` nhận mọi tùy chọn dưới đây. `python -m index` và `python -m documents` chỉ đọc dòng lệnh của
mình và biến `CHROMA_URL`; `python -m assistant settings --for index` in các tùy chọn phải đưa cho
`python -m index build` để kho được dựng đúng như `app.py` sẽ mở (`make run` làm sẵn việc này).

| Khóa | Biến môi trường | Tùy chọn | Mặc định | Ý nghĩa |
|---|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One line of the table; ``source`` says where the value came from."""

    name: str
    value: str
    source: str
    meaning: str


def value_of(settings: Settings, key: Key) -> object:
    """The value a setting has, as its record holds it."""
    return getattr(getattr(settings, key.part), key.field)


def describe(settings: Settings) -> list[SettingRow]:
    """Every setting with its value as text, where that came from, and what it means; passwords masked."""
    sources = dict(settings.sources)
    return [
        SettingRow(name, _shown(key, value_of(settings, key)), sources.get(name, DEFAULT), MEANINGS.get(name, ""))
        for name, key in known_keys().items()
    ]


def _shown(key: Key, value: object) -> str:
    if value is None:
        return ""
    return mask(to_text(value)) if key.name in SECRETS else to_text(value)


def mask(url: str) -> str:
    """The address with *** for the name and password in it and for its query."""
    if not url:
        return url
    parts = urlsplit(url)
    _, at, host = parts.netloc.rpartition("@")
    netloc = f"***@{host}" if at else host
    return urlunsplit((parts.scheme, netloc, parts.path, "***" if parts.query else "", ""))


def options_for(settings: Settings, room: str) -> list[str]:
    """The options that make a command of a lower room see these settings; defaults are left out.

    ``CHROMA_URL`` is left to the environment, which the other command inherits.
    """
    sources = dict(settings.sources)
    options = []
    for name, key in known_keys().items():
        wanted = key.part in FOR_ROOM[room] or name == "documents"
        inherited = name in SECRETS and sources.get(name) == f"biến {key.variable}"
        value = value_of(settings, key)
        if wanted and name in sources and not inherited and value is not None:
            options.append(f"{key.option}={to_text(value)}")
    return options


def write_table(rows: Sequence[SettingRow]) -> str:
    """The rows as aligned lines for a terminal."""
    name = max(len(row.name) for row in rows)
    value = max(len(row.value) for row in rows)
    source = max(len(row.source) for row in rows)
    return "\n".join(f"{r.name:{name}}  {r.value:{value}}  {r.source:{source}}  {r.meaning}" for r in rows)


def settings_page() -> str:
    """The text of ``docs/settings.md``: every setting with its names and its default."""
    rows = {row.name: row for row in describe(Settings())}
    lines = []
    for name, key in known_keys().items():
        default = f"`{rows[name].value}`" if rows[name].value else "(không đặt)"
        lines.append(f"| `{name}` | `{key.variable}` | `{key.option}` | {default} | {rows[name].meaning} |")
    return PAGE_HEAD + "\n".join(lines) + "\n"
