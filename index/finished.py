"""Whether a finished store still is what its stamp says, and its documents are what it was made of.

It looks; the build mends.
"""

from pathlib import Path

from index.catalog import Catalog
from index.figure_columns import FOLDER as COLUMNS
from index.figure_columns import read_columns
from index.lexical import IDS, LexicalIndex
from index.plan import Plan
from index.records import StoreBroken
from index.settings import IndexSettings
from index.stamp import Stamp, cutting_version, model_setting
from index.tokens import TOKENS_VERSION

LEXICAL = "lexical"


def is_up_to_date(settings: IndexSettings, stamp: Stamp, plan: Plan, catalog: Catalog) -> bool:
    """Whether a build has nothing to do; vectors are counted elsewhere."""
    return (
        stamp.corpus == plan.corpus
        and stamp.setting == model_setting(settings)
        and stamp.cutting == cutting_version()
        and stamp.passages == catalog.count("passages")
        and _lexical_fits(settings.store / LEXICAL, stamp)
        and _columns_fit(settings.store / COLUMNS, stamp)
    )


def _lexical_fits(folder: Path, stamp: Stamp) -> bool:
    if not (folder / IDS).exists():
        return False
    try:
        lexical = LexicalIndex(folder)
    except StoreBroken:
        return False
    return lexical.version == TOKENS_VERSION and len(lexical.ids) == stamp.passages


def _columns_fit(folder: Path, stamp: Stamp) -> bool:
    try:
        return len(read_columns(folder, stamp.contents).rows) == stamp.figures
    except StoreBroken:
        return False
