"""The stamp of a store: what it was made of and by, written last, so that it means "finished".

It compares; it neither builds nor loads anything.
"""

import functools
import hashlib
import json
import shlex
from dataclasses import asdict, dataclass
from pathlib import Path

from index import embedded_model
from index.disk import write_json
from index.records import StoreMismatch, StoreMissing
from index.settings import EMBEDDED, IndexSettings

FILE = "stamp.json"
STORE_VERSION = 4
"""Raised when the shape of the store changes: its files, its collections."""
ROOT = Path(__file__).resolve().parent.parent
READING = ("index/passages.py", "index/figure_table.py")


@dataclass(frozen=True, slots=True)
class Stamp:
    """``model`` and ``setting`` say which vectors; ``corpus`` which documents; ``cutting`` which cuts."""

    store: int
    corpus: str
    model: str
    revision: str
    dimension: int
    passage_prefix: str
    setting: str
    cutting: str
    documents: int
    passages: int
    figures: int
    problems: tuple[tuple[str, str], ...] = ()

    @property
    def contents(self) -> str:
        """What decides the passages and figures: the same in two stamps where they are the same."""
        return f"{self.corpus} {self.cutting}"


def read_stamp(store: Path) -> Stamp | None:
    """The stamp, or None when the store was never finished or its stamp cannot be read."""
    try:
        row = json.loads((store / FILE).read_text(encoding="utf-8"))
        row["problems"] = tuple((file, reason) for file, reason in row["problems"])
        return Stamp(**row)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def stamp_time(store: Path) -> int | None:
    """When the stamp was written (nanoseconds, with its inode folded in); None while there is none."""
    try:
        stat = (store / FILE).stat()
    except OSError:
        return None
    return hash((stat.st_mtime_ns, stat.st_ino))


def write_stamp(store: Path, stamp: Stamp) -> None:
    """Writes the stamp, beside first, then renamed."""
    write_json(store / FILE, asdict(stamp))


def model_setting(settings: IndexSettings) -> str:
    """What decides the vectors, as far as it is known without loading the model."""
    revision = embedded_model.REVISION if settings.model == EMBEDDED else settings.revision
    prefix = "-" if settings.passage_prefix is None else repr(settings.passage_prefix)
    return f"{settings.model}@{revision} prefix={prefix} tokens={settings.max_tokens}"


@functools.cache
def cutting_version() -> str:
    """Hash of the code and tables that turn a file into passages and figures.

    So that no one has to remember to raise a number: a document read by other code is read again.
    """
    digest = hashlib.sha256(str(STORE_VERSION).encode())
    files = [ROOT / name for name in READING]
    documents = ROOT / "documents"
    files += sorted(documents.glob("*.py")) + sorted(p for p in (documents / "data").rglob("*") if p.is_file())
    for path in files:
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def build_command(settings: IndexSettings) -> str:
    """What to run so that the store fits these settings."""
    model = "" if settings.model == EMBEDDED else f" --model {shlex.quote(settings.model)}"
    return f"python -m index build --store {shlex.quote(str(settings.store))}{model}"


def check_stamp(settings: IndexSettings) -> Stamp:
    """The stamp of a finished store made with these settings; StoreMissing or StoreMismatch otherwise."""
    build = build_command(settings)
    if settings.store.is_file():
        raise StoreMissing(f"“{settings.store}” là tệp, không phải thư mục kho: hãy chọn --store khác")
    stamp = read_stamp(settings.store)
    if stamp is None:
        exists = (settings.store / "catalogue.sqlite").exists()
        what = "chưa dựng xong" if exists else "chưa được dựng"
        raise StoreMissing(f"kho chỉ mục “{settings.store}” {what}: hãy chạy “{build}”")
    if stamp.setting != model_setting(settings):
        raise StoreMismatch(
            f"kho “{settings.store}” được dựng bằng mô hình “{stamp.setting}”, nay cài đặt là "
            f"“{model_setting(settings)}”: hãy chạy “{build} --rebuild”, hoặc đặt lại mô hình cũ"
        )
    if stamp.store != STORE_VERSION:
        raise StoreMismatch(f"kho “{settings.store}” thuộc phiên bản cũ của chương trình: hãy chạy “{build}”")
    return stamp
