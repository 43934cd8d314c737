"""The network that ranks antecedents, and its two graphs.

What a mention is comes from the reader's states at its head, its first and its last word and from
its categories; then mentions look at one another once; each pair is scored from both and from what
can be told of it (after Lee et al., 2017).
"""

from __future__ import annotations

import math
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from communique.language import mention_signs, pair_signs
from communique.language.coreference import NEVER_A_MENTION, TYPES
from evaluation import chains

STATE = 768
FIELDS = list(mention_signs.FIELDS.values())
OFFSETS = np.concatenate([[0], np.cumsum(FIELDS)[:-1]])
GRAPHS = ("mentions.onnx", "pairs.onnx")


@dataclass
class Example:
    """A document as tensors: its mentions, and the pairs worth looking at."""

    gold: chains.GoldText
    spans: list[tuple[int, int]]
    states: Tensor  # (mentions, 3 * STATE)
    fields: Tensor
    types: Tensor
    alone: Tensor  # bool: joined to nothing before it
    earlier: Tensor
    later: Tensor
    told: tuple[Tensor, ...]  # as pair_signs.Told
    right: Tensor  # bool a pair


@dataclass
class Sizes:
    """Everything that decides the shapes of the weights."""

    flags: int
    width: int = 192
    pair: int = 80
    product: int = 64
    dropout: float = 0.3
    state_dropout: float = 0.3


class OfMentions(nn.Module):
    """What a mention is: chances of its types, and vectors for the pairs it is in."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        width = sizes.width
        self.states = nn.Linear(3 * STATE, width)
        self.fields = nn.Embedding(sum(FIELDS), width)
        nn.init.normal_(self.fields.weight, std=0.02)
        self.norm, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.hidden = nn.Linear(width, width)
        self.beside = Beside(sizes)
        self.kind, self.alone = nn.Linear(width, len(TYPES)), nn.Linear(width, 1)
        self.left, self.right = nn.Linear(width, sizes.pair), nn.Linear(width, sizes.pair)
        self.by_left, self.by_right = (nn.Linear(width, sizes.product) for _ in range(2))
        self.dropout = nn.Dropout(sizes.dropout)
        self.state_dropout = nn.Dropout(sizes.state_dropout)
        self.register_buffer("offsets", torch.from_numpy(OFFSETS))

    def forward(self, states: Tensor, fields: Tensor) -> tuple[Tensor, ...]:
        """states: (mentions, 3 * STATE); fields: (mentions, categories)."""
        seen = self.states(self.state_dropout(states)) + self.fields(fields + self.offsets).sum(1)
        m = self.dropout(self.norm(_gelu(seen)))
        m = self.norm2(m + self.dropout(_gelu(self.hidden(m))))
        m = self.beside(m)
        types = torch.log_softmax(self.kind(m), 1)
        alone = self.alone(m).squeeze(1)
        return types, alone, self.left(m), self.right(m), self.by_left(m), self.by_right(m)


class Beside(nn.Module):
    """Mentions look at one another once (a transformer layer); the nearer, the more."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        width = sizes.width
        self.heads = 4
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.slope = nn.Parameter(torch.tensor([0.0, 0.25, 0.5, 1.0]))
        self.before = nn.Parameter(torch.zeros(self.heads))
        self.dropout = nn.Dropout(sizes.dropout)

    def forward(self, m: Tensor) -> Tensor:
        """m: (mentions, width), in the order of the text."""
        count, width = m.shape
        split = self.qkv(m).view(count, 3, self.heads, width // self.heads)
        q, k, v = split.permute(1, 2, 0, 3)
        place = torch.arange(count, device=m.device).float()
        apart = place[None] - place[:, None]
        bias = self.before[:, None, None] * torch.sign(apart)
        bias = bias - self.slope[:, None, None] * torch.log1p(apart.abs())
        scores = q @ k.transpose(1, 2) * (width // self.heads) ** -0.5 + bias
        seen = (scores.softmax(-1) @ v).transpose(0, 1).reshape(count, width)
        m = self.norm1(m + self.dropout(self.out(seen)))
        return self.norm2(m + self.dropout(self.down(_gelu(self.up(m)))))


class OfPairs(nn.Module):
    """The score of each pair."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.product = nn.Linear(sizes.product, sizes.pair)
        self.flags = nn.Linear(sizes.flags + 2, sizes.pair)
        self.codes = nn.Embedding(sum(pair_signs.CODES), sizes.pair)
        nn.init.uniform_(self.codes.weight, -0.1, 0.1)
        self.score = nn.Linear(sizes.pair, 1)
        self.dropout = nn.Dropout(sizes.dropout)

    def forward(
        self,
        heads: Tensor,
        alone: Tensor,
        left: Tensor,
        right: Tensor,
        by_left: Tensor,
        by_right: Tensor,
        earlier: Tensor,
        later: Tensor,
        flags: Tensor,
        codes: Tensor,
        ratio: Tensor,
    ) -> Tensor:
        """heads: (mentions, STATE), the states of their heads; earlier, later: (pairs)."""
        heads = heads * torch.rsqrt((heads * heads).sum(1, keepdim=True) + 1e-9)
        place = earlier * heads.shape[0] + later
        likeness = (heads @ heads.T).flatten().index_select(0, place)
        # Picked row by row, which the graph does fastest.
        hidden = left.index_select(0, earlier) + right.index_select(0, later)
        hidden = hidden + self.product(
            by_left.index_select(0, earlier) * by_right.index_select(0, later)
        )
        likeness = likeness.unsqueeze(1)
        hidden = hidden + self.flags(torch.cat([flags.float(), ratio, likeness], 1))
        for column in range(len(pair_signs.CODES)):
            hidden = hidden + self.codes.weight.index_select(0, codes[:, column])
        scores = self.score(self.dropout(F.relu(hidden))).squeeze(1)
        return scores + alone.index_select(0, earlier) + alone.index_select(0, later)


def _gelu(x: Tensor) -> Tensor:
    return F.gelu(x, approximate="tanh")


class Ranker(nn.Module):
    """Both together, over the mentions that may be some."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.of_mentions, self.of_pairs = OfMentions(sizes), OfPairs(sizes)

    def forward(self, e: Example) -> tuple[Tensor, Tensor, Tensor]:
        """Types, the pairs that were scored (as indices into the example's), their scores."""
        types, *vectors = self.of_mentions(e.states, e.fields)
        kept = types[:, 0] < NEVER_A_MENTION
        if self.training:
            # Pairs with what is hardly a mention teach too: a point of F1 on the dev part.
            kept = (types[:, 0] < math.log(0.95)) | (e.types > 0)
        pairs = (kept[e.earlier] & kept[e.later]).nonzero().squeeze(1)
        told = (values[pairs] for values in e.told)
        heads = e.states[:, :STATE]
        scores = self.of_pairs(heads, *vectors, e.earlier[pairs], e.later[pairs], *told)
        return types, pairs, scores


def to_onnx(ranker: Ranker, folder: Path) -> None:
    """Both graphs in float32."""
    sizes = ranker.sizes
    some = torch.export.Dim("mentions", min=2, max=1 << 17)
    many = torch.export.Dim("pairs", min=2, max=1 << 20)
    n, p = 7, 11
    vectors = [torch.randn(n, STATE), torch.randn(n)]
    vectors += [torch.randn(n, sizes.pair) for _ in range(2)]
    vectors += [torch.randn(n, sizes.product) for _ in range(2)]
    pairs = [torch.zeros(p, dtype=torch.long), torch.zeros(p, dtype=torch.long)]
    codes = torch.zeros(p, len(pair_signs.CODES), dtype=torch.long)
    told = (torch.zeros(p, sizes.flags, dtype=torch.bool), codes, torch.zeros(p, 1))
    names = ["heads", "alone", "left", "right", "by_left", "by_right"]
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            ranker.of_mentions,
            (torch.randn(n, 3 * STATE), torch.zeros(n, len(FIELDS), dtype=torch.long)),
            str(folder / GRAPHS[0]),
            input_names=["states", "fields"],
            output_names=["types", *names[1:]],
            dynamo=True,
            external_data=False,
            verbose=False,
            dynamic_shapes=({0: some}, {0: some}),
        )
        torch.onnx.export(
            ranker.of_pairs,
            (*vectors, *pairs, *told),
            str(folder / GRAPHS[1]),
            input_names=[*names, "earlier", "later", *pair_signs.Told._fields],
            output_names=["scores"],
            dynamo=True,
            external_data=False,
            verbose=False,
            dynamic_shapes=({0: some},) * 6 + ({0: many},) * 5,
        )


def quantise(path: Path) -> None:
    """The weights of mentions as int8, in place: as `training.export` does it, but without its
    first step, which this graph does not bear. GUM dev: 0.3 of F1 less, half the time."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        model = onnx.load(str(path))
        del model.graph.value_info[:]
        onnx.save(model, str(ready))
        quantize_dynamic(
            str(ready),
            str(path),
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
