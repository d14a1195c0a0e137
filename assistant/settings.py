"""Settings of the assistant: where the floors of "found" lie, read once from environment and file.

The floors are calibrated on the development part of the gold questions (``python -m evals answers``).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """Floors (0-1) below which a candidate is not an answer; higher refuses more."""

    figure_coverage: float = 0.62
    figure_floor: float = 0.5
    number_coverage: float = 0.6
    number_floor: float = 0.68
    number_own: float = 0.5
    passage_coverage: float = 0.35
    passage_floor: float = 0.57
    entity_floor: float = 0.55
    list_coverage: float = 0.6
