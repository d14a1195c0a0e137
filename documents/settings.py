"""Limits of reading: how large, how long and how deep a file may be before it is refused.

It knows nothing of what is in the files. The defaults protect a small machine from a
hostile or mistaken file; an owner may raise them.
"""

from dataclasses import dataclass

LOADER_VERSION = "3"
"""Goes into every fingerprint: raise it when the same file would now read differently."""

TEXT_SUFFIXES = frozenset({".txt", ".md", ".markdown"})
PAGE_SUFFIXES = frozenset({".html", ".htm"})
IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff"})
DOCUMENT_SUFFIXES = TEXT_SUFFIXES | PAGE_SUFFIXES | frozenset({".docx", ".pdf"}) | IMAGE_SUFFIXES
"""Names that are looked at at all; what is in the file decides how it is read."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a single file may cost; sizes in bytes, time in seconds, text in characters."""

    file_bytes: int = 50_000_000
    page_bytes: int = 20_000_000
    unzipped_bytes: int = 120_000_000
    unzipped_ratio: int = 200
    zip_entries: int = 5_000
    pages: int = 2_000
    seconds: float = 300.0
    ocr_seconds: float = 1_800.0
    line_chars: int = 200_000
    text_chars: int = 20_000_000

    def __post_init__(self) -> None:
        for name in self.__slots__:
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} phải lớn hơn 0")


OFFICIAL_HOSTS = (
    "vanban.chinhphu.vn",
    "datafiles.chinhphu.vn",
    "congbao.chinhphu.vn",
    "vbpl.vn",
    "xaydungchinhsach.chinhphu.vn",
)
"""The government's portals of legal texts; their www. names count too."""


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """Where ``fetch`` may go and what it may cost.

    ``plain_http``, ``private_addresses`` and ``any_port`` are for a server on the same machine.
    """

    hosts: tuple[str, ...] = OFFICIAL_HOSTS
    plain_http: bool = False
    private_addresses: bool = False
    any_port: bool = False
    redirects: int = 3
    seconds: float = 60.0

    def __post_init__(self) -> None:
        if self.redirects < 0:
            raise ValueError("redirects không được âm")
        if self.seconds <= 0:
            raise ValueError("seconds phải lớn hơn 0")


def with_points(number: int) -> str:
    """The number as printed in Vietnamese: 10000 is "10.000"."""
    return f"{number:,}".replace(",", ".")
