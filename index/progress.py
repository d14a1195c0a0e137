"""Progress of a build on a terminal: one line that rewrites itself; plain lines elsewhere.

It knows only BuildEvent.
"""

import time
from typing import TextIO

from index.records import BuildEvent

PHASES = {
    "model": "Chuẩn bị mô hình nhúng",
    "read": "Đọc tài liệu",
    "embed": "Nhúng và ghi",
    "figures": "Đối chiếu số liệu",
    "lexical": "Lập chỉ mục từ khóa",
    "done": "Xong",
}
WIDTH = 24
EVERY_SECONDS = 0.1
LINE_SECONDS = 10.0


class Progress:
    """Takes BuildEvents; a bar on a terminal, a line every ten seconds in a log."""

    def __init__(self, out: TextIO, quiet: bool = False) -> None:
        self.out = out
        self.quiet = quiet
        self.terminal = out.isatty()
        self._last = 0.0
        self._phase = ""
        self._dirty = False

    def __call__(self, event: BuildEvent) -> None:
        if self.quiet or event.phase == "done":
            return
        now = time.monotonic()
        new = event.phase not in (self._phase, "embed")
        pause = EVERY_SECONDS if self.terminal else LINE_SECONDS
        if not new and now - self._last < pause and event.done < event.total:
            return
        if not self.terminal and not new and event.done >= event.total:
            return
        self._phase, self._last = event.phase, now
        if self.terminal:
            self.out.write(f"\r\x1b[K{line(event, bar=True)}")
            self._dirty = True
        else:
            self.out.write(f"{line(event, bar=False)}\n")
        self.out.flush()

    def close(self) -> None:
        """Leaves the terminal on a fresh line."""
        if self._dirty:
            self.out.write("\r\x1b[K")
            self.out.flush()


def line(event: BuildEvent, bar: bool) -> str:
    """The event in words: phase, how far, documents a second, time left, item."""
    share = event.done / event.total if event.total else 1.0
    parts = [PHASES[event.phase]]
    if bar:
        filled = round(WIDTH * share)
        parts.append(f"[{'█' * filled}{'·' * (WIDTH - filled)}]")
    parts.append(f"{event.done}/{event.total}")
    if event.per_second:
        parts.append(f"{event.per_second:.1f} tài liệu/giây")
    if event.seconds_left is not None:
        parts.append(f"còn {clock(event.seconds_left)}")
    if event.item and bar:
        parts.append(event.item[:40])
    return " ".join(parts)


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}" if whole >= 60 else f"{whole} giây"
