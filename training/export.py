"""Writes the trained reader as ONNX: `python -m training.export [--into DIR]`.

Three files: `reader.onnx` (one pass over a window), `labels.onnx` (relations, once the tree is
known) and `reader.json` (the classes, and the digests of both).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.model import Reader, Sizes

FOLDER = Path(__file__).parent
DATA = FOLDER.parent / "communique" / "language" / "data"


class Pass(nn.Module):
    """The network on one window, without a batch; the classes of tags already chosen."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, ids: Tensor, shapes: Tensor, gaps: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        """ids, shapes, gaps: (pieces); first, last: (words)."""
        out = self.model(*(x.unsqueeze(0) for x in (ids, shapes, gaps, first, last)))
        out = {name: value.squeeze(0) for name, value in out.items()}
        tags = torch.stack([out[name].argmax(-1) for name in ("upos", "xpos", "feats")])
        return (
            out["starts"],
            tags,
            out["arcs"],
            out["label_dep"],
            out["label_head"],
            out["names"],
            out["roles"],
            out["pointers"],
        )


OUTPUTS = ("starts", "tags", "arcs", "label_dep", "label_head", "names", "roles", "pointers")


class Labels(nn.Module):
    """The relation of every word to its head; "root" where a word is its own head, only there."""

    def __init__(self, model: Reader, root: int) -> None:
        super().__init__()
        self.model = model
        only_root = torch.full((model.sizes.deprel,), -1e4)
        only_root[root] = 1e4
        self.register_buffer("only_root", only_root)

    def forward(self, dep: Tensor, head: Tensor, heads: Tensor) -> Tensor:
        """dep, head: (words, size); heads: (words), the index of each word's head."""
        is_root = (heads == torch.arange(heads.shape[0])).float()[:, None] * 2 - 1
        return (self.model.labels(dep, head[heads]) + is_root * self.only_root).argmax(-1)


def load(path: Path) -> tuple[Reader, dict[str, list[str]]]:
    """A trained reader and its classes."""
    state = torch.load(path, weights_only=False)
    model = Reader(Sizes(**state["sizes"]))
    model.load_state_dict(state["model"])
    return model.eval(), state["classes"]


def to_onnx(model: Reader, root: int, folder: Path) -> tuple[Path, Path]:
    """Both graphs in float32."""
    pieces, words = (
        torch.export.Dim("pieces", min=4, max=512),
        torch.export.Dim("words", min=2, max=511),
    )
    one, two = folder / "reader.onnx", folder / "labels.onnx"
    n, w = 24, 11
    inputs = (
        torch.randint(1000, 2000, (n,)),
        torch.ones(n, dtype=torch.long),
        torch.ones(n, dtype=torch.long),
        torch.arange(1, w + 1),
        torch.arange(1, w + 1),
    )
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Pass(model),
            inputs,
            str(one),
            input_names=["ids", "shapes", "gaps", "first", "last"],
            output_names=list(OUTPUTS),
            dynamo=True,
            external_data=False,
            verbose=False,
            dynamic_shapes=({0: pieces}, {0: pieces}, {0: pieces}, {0: words}, {0: words}),
        )
        size = model.sizes.label
        torch.onnx.export(
            Labels(model, root),
            (torch.randn(w, size), torch.randn(w, size), torch.arange(w)),
            str(two),
            input_names=["dep", "head", "heads"],
            output_names=["labels"],
            dynamo=True,
            external_data=False,
            verbose=False,
            dynamic_shapes=({0: words}, {0: words}, {0: words}),
        )
    return one, two


def quantise(path: Path, into: Path, narrow: bool = True) -> None:
    """Weights of products and embeddings as int8, one scale a column; activations at run time.

    `narrow`: seven bits of the eight, so that sums cannot saturate on processors without VNNI and
    the products are the same integers on every machine.
    """
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(path), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(into),
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            per_channel=True,
            reduce_range=narrow,
            weight_type=QuantType.QInt8,
        )


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Exports, and puts all files in place together."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--weights", type=Path, default=FOLDER / "work" / "reader.pt")
    parser.add_argument("--into", type=Path, default=DATA)
    parser.add_argument("--float", action="store_true", help="keep float32")
    args = parser.parse_args()
    model, classes = load(args.weights)
    args.into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=args.into.parent) as name:
        folder = Path(name)
        one, two = to_onnx(model, classes["deprel"].index("root"), folder)
        final_one, final_two = folder / "final_reader.onnx", folder / "final_labels.onnx"
        if args.float:
            one.replace(final_one)
        else:
            quantise(one, final_one)
        two.replace(final_two)
        table = {
            "classes": classes,
            "files": {"reader.onnx": digest(final_one), "labels.onnx": digest(final_two)},
        }
        (folder / "final_reader.json").write_text(
            json.dumps(table, indent=1) + "\n", encoding="utf-8"
        )
        for file in ("reader.onnx", "labels.onnx", "reader.json"):
            (folder / f"final_{file}").replace(args.into / file)
    for file in ("reader.onnx", "labels.onnx", "reader.json", "pieces.txt"):
        if (args.into / file).exists():
            print(file, (args.into / file).stat().st_size)


if __name__ == "__main__":
    main()
