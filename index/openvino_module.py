"""A sentence-transformers module that runs a model's transformer on OpenVINO instead of torch.

The transformer is exported once (``torch.export``, dynamic sizes), handed to
``openvino.convert_model`` and kept on disk; the word embeddings stay outside the graph as a mapped
array, so that a server holds only the rows it touches. Pooling and normalisation remain
sentence-transformers' own modules. Nothing here knows of queries, passages or prefixes.
"""

import warnings
from pathlib import Path
from typing import Any, Self

import numpy as np
import openvino
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import InputModule

from index.disk import write_json
from index.openvino_encoder import GRAPH, SETTINGS, WORDS, OpenVinoEncoder

LONGEST = 8192


class OpenVinoTransformer(InputModule):
    """Token embeddings by OpenVINO; the first module of a SentenceTransformer."""

    config_file_name = SETTINGS
    save_in_root = True

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.encoder = OpenVinoEncoder(Path(folder))
        self.tokenizer = self.encoder.tokenizer
        self.max_seq_length = self.encoder.max_tokens

    def preprocess(self, inputs: Any, prompt: str | None = None, **kwargs: Any) -> dict[str, Any]:
        """Token ids and mask, padded on the right to the longest text of the batch."""
        texts = self._prepend_prompt(list(inputs), prompt) if prompt else list(inputs)
        ids, mask = self.encoder.tokens(texts)
        return {"input_ids": torch.from_numpy(ids), "attention_mask": torch.from_numpy(mask)}

    def forward(self, features: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
        """Adds ``token_embeddings`` (batch, tokens, hidden), float32."""
        layer = self.encoder.token_embeddings(features["input_ids"].numpy(), features["attention_mask"].numpy())
        features["token_embeddings"] = torch.from_numpy(layer)
        return features

    def get_embedding_dimension(self) -> int:
        """The hidden size."""
        return self.encoder.dimension

    def save(self, output_path: str, *args: Any, **kwargs: Any) -> None:
        """Refused: the folder is made by ``convert`` and only read afterwards."""
        raise NotImplementedError("convert() writes the folder")

    @classmethod
    def load(cls, model_name_or_path: str, **kwargs: Any) -> Self:  # type: ignore[override]
        """The module as ``convert`` left it in the folder."""
        return cls(model_name_or_path)


class _FromEmbeddings(torch.nn.Module):
    """The transformer behind its word embeddings, with positional inputs for the export."""

    def __init__(self, transformer: torch.nn.Module) -> None:
        super().__init__()
        self.transformer = transformer

    def forward(self, inputs_embeds: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        output = self.transformer(inputs_embeds=inputs_embeds, attention_mask=attention_mask)
        return output.last_hidden_state


def convert(model: SentenceTransformer, folder: Path) -> None:
    """Writes graph, word embeddings, tokenizer and module settings of ``model`` into ``folder``.

    The model must have been loaded with SDPA attention: OpenVINO then fuses it, which is faster
    than eager attention (41 against 32 passages a second, batches of 8) and takes a third of the
    memory. Raises whatever torch or OpenVINO raise for a model that cannot be exported.
    """
    first: Any = model[0]
    transformer = first.auto_model.eval()
    words = transformer.get_input_embeddings().weight.detach().float().numpy()
    longest = int(first.max_seq_length or 512)
    example = (torch.from_numpy(words[5:22].copy())[None].repeat(3, 1, 1), torch.ones(3, 17, dtype=torch.long))
    example[1][0, 10:] = 0
    sizes = {
        0: torch.export.Dim("batch", min=1, max=4096),
        1: torch.export.Dim("tokens", min=2, max=min(longest, LONGEST)),
    }
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # torch's own pickling of its trees
        program = torch.export.export(
            _FromEmbeddings(transformer), example, dynamic_shapes={"inputs_embeds": sizes, "attention_mask": sizes}
        )
        graph = openvino.convert_model(program)
    openvino.save_model(graph, str(folder / GRAPH), compress_to_fp16=False)
    np.save(folder / WORDS, words)
    tokenizer: Any = first.tokenizer
    tokenizer.backend_tokenizer.save(str(folder / "tokenizer.json"))
    settings = {"max_seq_length": min(longest, LONGEST), "pad_id": int(tokenizer.pad_token_id or 0)}
    write_json(folder / OpenVinoTransformer.config_file_name, settings)
    rows = [{"idx": 0, "name": "0", "path": "", "type": f"{__name__}.{OpenVinoTransformer.__name__}"}]
    for number, module in enumerate(list(model)[1:], start=1):
        kind = type(module)
        path = f"{number}_{kind.__name__}"
        (folder / path).mkdir()
        module.save(str(folder / path))  # type: ignore[operator]
        rows.append({"idx": number, "name": str(number), "path": path, "type": f"{kind.__module__}.{kind.__name__}"})
    write_json(folder / "modules.json", rows)
    write_json(folder / "config_sentence_transformers.json", {"prompts": model.prompts})


def simple_pooling(model: SentenceTransformer) -> str:
    """``mean`` or ``cls`` when that, and at most a normalisation, is all that follows the transformer; else ""."""
    after: list[Any] = list(model)[1:]
    kinds = [type(module).__name__ for module in after]
    if kinds not in (["Pooling"], ["Pooling", "Normalize"]):
        return ""
    mode = after[0].pooling_mode
    mode = mode if isinstance(mode, str) else "+".join(mode)
    return mode if mode in ("mean", "cls") and after[0].include_prompt else ""


def load(folder: Path) -> SentenceTransformer:
    """The converted model; no weights of torch are read.

    ``trust_remote_code`` only lets sentence-transformers import this module's own class, which
    ``convert`` named in the folder; nothing comes from a hub.
    """
    return SentenceTransformer(str(folder), trust_remote_code=True, local_files_only=True, device="cpu")
