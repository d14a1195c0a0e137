"""Tables on the screen and results on disk, named by date and commit.

It knows nothing of what is measured: callers hand in cells and plain JSON values.
"""

import json
import platform
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RESULTS = Path(__file__).parent / "results"


def format_table(headers: Sequence[str], rows: Sequence[Sequence[str]], title: str = "") -> str:
    """A plain-text table: first column left, the others right, a rule under the header."""
    cells = [list(headers), *[list(row) for row in rows]]
    widths = [max(len(line[column]) for line in cells) for column in range(len(headers))]
    lines = [title] if title else []
    for number, line in enumerate(cells):
        parts = [
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        lines.append("  ".join(parts).rstrip())
        if number == 0:
            lines.append("  ".join("-" * width for width in widths))
    return "\n".join(lines)


def format_share(part: int, whole: int) -> str:
    """``7/8  87.5%``, or ``-`` when there is nothing to divide by: not applicable is not zero."""
    return f"{part}/{whole} {100 * part / whole:5.1f}%" if whole else "-"


def share(part: int, whole: int) -> float | None:
    """``part / whole`` between 0 and 1, or None when there is nothing to divide by."""
    return part / whole if whole else None


def percentile(values: Sequence[float], rank: float) -> float | None:
    """The nearest-rank percentile (``rank`` in 0-100) of the values, or None when there are none."""
    if not values:
        return None
    ordered = sorted(values)
    position = -(-rank * len(ordered) // 100)
    return ordered[max(0, min(len(ordered), int(position)) - 1)]


def commit_name(root: Path = ROOT) -> str:
    """The short commit, with ``+`` when the work tree differs from it; ``nogit`` without git."""
    try:
        commit = _git(root, "rev-parse", "--short=8", "HEAD").strip()
        changed = _git(root, "status", "--porcelain", "--untracked-files=no").strip()
    except (OSError, subprocess.CalledProcessError):
        return "nogit"
    return f"{commit}+" if changed else commit


def save_results(name: str, payload: Mapping[str, Any], folder: Path = RESULTS) -> Path:
    """The file written: ``<date>-<commit>-<name>.json``, with when, where and on what it was measured."""
    now = datetime.now(UTC)
    commit = commit_name()
    record = {
        "name": name,
        "measured": now.isoformat(timespec="seconds"),
        "commit": commit,
        "python": platform.python_version(),
        "machine": platform.machine(),
        **payload,
    }
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{now.date().isoformat()}-{commit.rstrip('+')}-{name}.json"
    beside = path.with_suffix(".part")
    beside.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    beside.replace(path)
    return path


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout
