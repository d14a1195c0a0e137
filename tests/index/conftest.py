import pytest

from index.embedding import Embedder
from index.settings import IndexSettings


@pytest.fixture(scope="session")
def model_store(tmp_path_factory) -> IndexSettings:
    """A store whose ``models`` folder holds the embedded model, unpacked and converted once for all tests."""
    settings = IndexSettings(store=tmp_path_factory.mktemp("model"))
    Embedder(settings)
    return settings
