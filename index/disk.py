"""Writing to the store so that a kill at any moment leaves the old state or the new one.

It knows nothing of what is written. Every refusal of the disk becomes one StoreBroken line.
"""

import errno
import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.records import StoreBroken

MEGABYTE = 1 << 20
FULL_BYTES = 8 * MEGABYTE
"""Less than this is full: SQLite and Chroma write ahead by about as much."""


def explain(error: OSError, path: Path) -> StoreBroken:
    """The error as one line for the reader."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreBroken(f"hết chỗ trên đĩa khi ghi vào “{path}”: hãy giải phóng dung lượng rồi chạy lại")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StoreBroken(f"không có quyền ghi vào “{path}”: hãy cấp quyền hoặc chọn --store khác")
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return StoreBroken(f"“{path}” là tệp hoặc nằm dưới một tệp, không phải thư mục kho: hãy chọn --store khác")
    return StoreBroken(f"không ghi được vào “{path}”: {error.strerror or error}")


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turns an OSError inside the block into StoreBroken with its cause kept."""
    try:
        yield
    except OSError as error:
        raise explain(error, path) from error


def need_space(folder: Path, size: int) -> None:
    """StoreBroken, before anything is written, when fewer than ``size`` bytes are free under ``folder``."""
    while not folder.exists():
        folder = folder.parent
    with disk_errors(folder):
        free = shutil.disk_usage(folder).free
    if free < size:
        raise StoreBroken(
            f"hết chỗ trên đĩa của “{folder}”: cần {size // MEGABYTE} MB, còn {free // MEGABYTE} MB; "
            "hãy giải phóng dung lượng rồi chạy lại"
        )


def is_full(folder: Path) -> bool:
    """Whether a failed write under ``folder`` is best explained by a full disk."""
    try:
        return shutil.disk_usage(folder).free < FULL_BYTES
    except OSError:
        return False


@contextmanager
def locked(store: Path) -> Iterator[None]:
    """Holds the store for one build; a second one is refused. The system frees it on any death."""
    with disk_errors(store), (store / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreBroken(f"kho “{store}” đang được một tiến trình khác dựng: hãy chờ rồi chạy lại") from error
        yield


@contextmanager
def replace_folder(folder: Path) -> Iterator[Path]:
    """A fresh folder beside ``folder`` that takes its place when the block ends without error."""
    beside = folder.with_name(f"{folder.name}.new-{os.getpid()}")
    with disk_errors(folder.parent):
        folder.parent.mkdir(parents=True, exist_ok=True)
        sweep(folder)
        beside.mkdir()
        try:
            yield beside
            if folder.exists():
                old = folder.with_name(f"{folder.name}.old-{os.getpid()}")
                folder.rename(old)
                beside.rename(folder)
                shutil.rmtree(old, ignore_errors=True)
            else:
                beside.rename(folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Removes what killed runs left beside ``folder``."""
    for left in folder.parent.glob(f"{folder.name}.new-*"):
        shutil.rmtree(left, ignore_errors=True)
    for left in folder.parent.glob(f"{folder.name}.old-*"):
        shutil.rmtree(left, ignore_errors=True)


def write_json(path: Path, content: object) -> None:
    """Writes beside, flushes to the disk, renames."""
    beside = path.with_name(f"{path.name}.new-{os.getpid()}")
    with disk_errors(path.parent):
        try:
            with beside.open("w", encoding="utf-8") as out:
                json.dump(content, out, ensure_ascii=False, indent=1, sort_keys=True)
                out.flush()
                os.fsync(out.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
