import base64
import traceback
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import numpy as np
import pytest
from llama_index.core.schema import NodeRelationship, RelatedNodeInfo, TextNode

from index import chroma_store
from index.chroma_store import ChromaStore, read_address
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


def test_known_ids_stand_for_the_filter_unless_one_is_gone_or_a_server_is_asked(chroma):
    chroma.add("figures", [node("a:f0-1", "a", [1, 0], kind="x"), node("b:f0-1", "b", [0.6, 0.8], kind="y")])
    question, where = np.array([1, 0], np.float32), {"kind": "y"}

    def asked(ids):
        return [id for id, _ in chroma.nearest("figures", question, 5, where, ids)]

    assert (asked(["a:f0-1"]), asked(["a:f0-1", "gone:f0-1"]), asked(None)) == (["a:f0-1"], ["b:f0-1"], ["b:f0-1"])
    chroma._remote = True
    assert asked(["a:f0-1"]) == ["b:f0-1"]


def test_a_large_collection_is_searched_by_its_graph_and_again_where_that_finds_too_few(chroma, monkeypatch):
    chroma.add("figures", [node("a:f0-1", "a", [1, 0]), node("b:f0-1", "b", [0.6, 0.8]), node("c:f0-1", "c", [0, 1])])
    question = np.array([1, 0], np.float32)
    small = chroma.nearest("figures", question, 5)
    monkeypatch.setattr(chroma_store, "EXACT", 2)
    by_graph = chroma.nearest("figures", question, 5)
    assert [id for id, _ in by_graph] == [id for id, _ in small] == ["a:f0-1", "b:f0-1", "c:f0-1"]
    monkeypatch.setattr(chroma, "_query", lambda *_, **__: [])  # a graph that lost its way
    assert [id for id, _ in chroma.nearest("figures", question, 5, None, ["b:f0-1", "a:f0-1"])] == ["a:f0-1", "b:f0-1"]


def test_what_is_added_or_taken_away_is_seen_by_the_next_search(chroma):
    question = np.array([1, 0], np.float32)
    chroma.add("passages", [node("a:0-1", "a", [1, 0])])
    assert len(chroma.nearest("passages", question, 5)) == 1
    chroma.add("passages", [node("b:0-1", "b", [0.6, 0.8])])
    assert len(chroma.nearest("passages", question, 5)) == 2
    chroma.delete_document("passages", "a")
    assert [id for id, _ in chroma.nearest("passages", question, 5)] == ["b:0-1"]
    chroma.delete_ids("passages", ["b:0-1"])
    assert chroma.nearest("passages", question, 5) == []


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


SERVER = "https://an%40so:m%E1%BA%ADt-kh%E1%BA%A9u@chroma.example:8443/tinh/khuyen-cong"


def test_an_address_gives_server_login_tenant_and_database():
    server = read_address(SERVER)
    assert (server.host, server.port, server.secure) == ("chroma.example", 8443, True)
    assert (server.tenant, server.database) == ("tinh", "khuyen-cong")
    assert server.headers == {"Authorization": "Basic " + base64.b64encode("an@so:mật-khẩu".encode()).decode()}
    assert server.shown == "https://chroma.example:8443"
    assert read_address("https://:ck-123@api.trychroma.com/a/b").headers == {"X-Chroma-Token": "ck-123"}
    assert read_address("http://[::1]").shown == "http://[::1]:8000"
    assert read_address("http://x").headers == {}


@pytest.mark.parametrize(
    "url", ["x://an:bi-mat@y", "http://an:bi-mat@", "http://an:bi-mat@y:z", "http://an:bi-mat@y/one"]
)
def test_a_wrong_address_is_refused_without_its_password(tmp_path, url):
    with pytest.raises(StoreBroken) as caught:
        ChromaStore(IndexSettings(store=tmp_path, chroma_url=url))
    assert "bi-mat" not in "".join(traceback.format_exception(caught.value))


def test_a_servers_login_stands_in_no_error_and_no_record(tmp_path, monkeypatch):
    def refuse(**options):
        raise ValueError(f"no answer for {options['headers']} and bi-mat")

    monkeypatch.setattr(chroma_store.chromadb, "HttpClient", refuse)
    settings = IndexSettings(store=tmp_path, chroma_url="http://an:bi-mat@127.0.0.1:9")
    with pytest.raises(StoreBroken) as caught:
        ChromaStore(settings)
    assert str(caught.value) == (
        "Chroma tại “http://127.0.0.1:9” không dùng được: no answer for {'Authorization': 'Basic ***'} and ***"
    )
    assert "bi-mat" not in repr(settings) + repr(read_address(settings.chroma_url))


def test_the_login_reaches_the_server(tmp_path):
    seen = []

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self):
            seen.append(self.headers["Authorization"])
            self.send_error(401)

        def log_message(self, *arguments):
            pass

    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with pytest.raises(StoreBroken, match="Chroma"):
            ChromaStore(IndexSettings(store=tmp_path, chroma_url=f"http://an:bi-mat@127.0.0.1:{server.server_port}"))
        server.shutdown()
    assert seen and set(seen) == {"Basic " + base64.b64encode(b"an:bi-mat").decode()}
