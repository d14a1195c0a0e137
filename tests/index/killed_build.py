"""A build that kills itself (SIGKILL) before or after the nth call of one of its steps.

python -m tests.index.killed_build DOCUMENTS STORE STEP/before|after NTH
"""

import os
import signal
import sys
from pathlib import Path

import index.build as builder
from index.catalog import Catalog
from index.chroma_store import ChromaStore
from index.settings import IndexSettings
from tests.fakes import FakeEmbedder

OWNERS = {
    "add": ChromaStore,
    "delete_document": ChromaStore,
    "put": Catalog,
    "forget": Catalog,
    "replace_figures": Catalog,
    "build_lexical": builder,
    "write_columns": builder,
    "write_stamp": builder,
}


def die_at(step: str, when: str, nth: int) -> None:
    """Replaces the step by one that counts its calls and dies at the nth."""
    owner = OWNERS[step]
    real = getattr(owner, step)
    seen = 0

    def wrapped(*args, **kwargs):
        nonlocal seen
        seen += 1
        if seen == nth and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = real(*args, **kwargs)
        if seen == nth:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(owner, step, wrapped)


if __name__ == "__main__":
    documents, store, point, count = sys.argv[1:]
    die_at(*point.split("/"), int(count))
    builder.AT_ONCE = 2
    builder.build(IndexSettings(store=Path(store), documents=Path(documents)), embedder=FakeEmbedder())
