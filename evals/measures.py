"""A measured value with its budget and verdict, the table of several, and memory as Linux tells it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.report import format_table


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table; ``budget`` is a ceiling, or a floor when ``at_least``; None has no budget."""

    what: str
    value: float
    unit: str
    budget: float | None = None
    at_least: bool = False

    @property
    def verdict(self) -> str:
        if self.budget is None:
            return "-"
        kept = self.value >= self.budget if self.at_least else self.value <= self.budget
        return "kept" if kept else "MISSED"


def render(measures: Sequence[Measure]) -> str:
    """The table: what, measured, budget, verdict."""
    rows = []
    for measure in measures:
        bound = "at least" if measure.at_least else "at most"
        budget = "-" if measure.budget is None else f"{bound} {measure.budget:g} {measure.unit}"
        rows.append([measure.what, f"{measure.value:.1f} {measure.unit}", budget, measure.verdict])
    return format_table(["what", "measured", "budget", "verdict"], rows)


def resident_mb(process: int) -> float:
    """Resident memory of a process in MB (10^6 bytes), as Linux tells it; 0 where it does not."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    match = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(match[1]) * 1024 / 1e6 if match else 0.0
