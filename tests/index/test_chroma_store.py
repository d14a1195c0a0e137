import numpy as np
import pytest
from llama_index.core.schema import NodeRelationship, RelatedNodeInfo, TextNode

from index.chroma_store import ChromaStore
from index.records import StoreBroken
from index.settings import IndexSettings


def node(id: str, document: str, vector: list[float], **metadata) -> TextNode:
    return TextNode(
        id_=id,
        text=id,
        embedding=vector,
        metadata=metadata,
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=document)},
    )


@pytest.fixture
def chroma(tmp_path):
    store = ChromaStore(IndexSettings(store=tmp_path))
    yield store
    store.close()


def test_nearest_gives_cosines_and_obeys_the_filter(chroma):
    chroma.add("passages", [node("a:0-1", "a", [1, 0], kind="x"), node("b:0-1", "b", [0.6, 0.8], kind="y")])
    question = np.array([1, 0], np.float32)
    assert chroma.nearest("passages", question, 5) == [("a:0-1", pytest.approx(1)), ("b:0-1", pytest.approx(0.6))]
    assert [id for id, _ in chroma.nearest("passages", question, 5, {"document_id": {"$in": ["b"]}})] == ["b:0-1"]
    assert chroma.select("passages", {"kind": "x"}) == ["a:0-1"]


def test_a_document_leaves_one_collection_and_only_that(chroma):
    for name in ("passages", "figures"):
        chroma.add(name, [node("a:0-1", "a", [1, 0]), node("b:0-1", "b", [0, 1])])
    chroma.delete_document("passages", "a")
    assert dict(chroma.entries("passages")) == {"b:0-1": "b"}
    assert dict(chroma.entries("figures")) == {"a:0-1": "a", "b:0-1": "b"}


def test_more_nodes_than_one_batch_are_all_added(chroma):
    chroma._batch = 7
    chroma.add("passages", [node(f"a:{n}-{n + 1}", "a", [1, n / 100]) for n in range(20)])
    assert chroma.count("passages") == 20


def test_clearing_lets_another_vector_length_in(chroma):
    chroma.add("passages", [node("a:0-1", "a", [1, 0])])
    chroma.clear()
    chroma.add("passages", [node("a:0-1", "a", [1, 0, 0])])
    assert list(chroma.vectors("passages", ["a:0-1"])["a:0-1"]) == [1, 0, 0]


def test_what_one_process_wrote_is_there_for_the_next(tmp_path):
    first = ChromaStore(IndexSettings(store=tmp_path))
    first.add("figures", [node("a:f0-1", "a", [1, 0])])
    first.close()
    second = ChromaStore(IndexSettings(store=tmp_path))
    assert second.count("figures") == 1
    second.close()


@pytest.mark.parametrize("url", ["localhost", "ftp://x", "http://127.0.0.1:9"])
def test_a_wrong_or_silent_server_is_one_line(tmp_path, url):
    with pytest.raises(StoreBroken, match="Chroma") as caught:
        ChromaStore(IndexSettings(store=tmp_path, chroma_url=url))
    assert "\n" not in str(caught.value)
