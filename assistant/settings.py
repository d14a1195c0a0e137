"""Settings of the assistant: where the floors of "found" lie, read once from environment and file.

The floors are calibrated on the development part of the gold questions (``python -m evals answers``).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """Floors (0-1) below which a candidate is not an answer; higher refuses more."""

    figure_coverage: float = 0.62
    figure_floor: float = 0.5
    number_own: float = 0.6
    number_floor: float = 0.8
    passage_floor: float = 0.72
    list_coverage: float = 0.6
