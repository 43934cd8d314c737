"""The reader's network: one encoder, one pass, a head for each thing that is read.

The encoder is BERT (Devlin et al., 2019) with the weights of all-MiniLM-L6-v2; trees are
biaffine (Dozat and Manning, 2017), a word that points at itself being the root; attribution adds
a pointer from each word of a source or content to the first word of its cue.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from communique.language import pieces
from training.labels import NAME_TAGS, ROLE_TAGS


@dataclass
class Sizes:
    """Everything that decides the shapes of the weights."""

    upos: int
    xpos: int
    feats: int
    deprel: int
    vocabulary: int = 30522
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    arc: int = 384
    label: int = 96
    pointer: int = 96
    hidden: int = 384
    dropout: float = 0.1
    head_dropout: float = 0.25

    def as_dict(self) -> dict[str, float]:
        """For the checkpoint."""
        return asdict(self)


class SharedDropout(nn.Module):
    """Dropout with one mask for all words of a window (Gal and Ghahramani, 2016): to draw a mask
    for every word took a tenth of the training time on a CPU."""

    def __init__(self, chance: float) -> None:
        super().__init__()
        self.chance = chance

    def forward(self, x: Tensor) -> Tensor:
        """x: (batch, length, width)."""
        if not self.training or not self.chance:
            return x
        keep = 1 - self.chance
        mask = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) < keep
        return x * (mask.to(x.dtype) / keep)


class Layer(nn.Module):
    """One transformer layer, post-norm as in BERT."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        width = sizes.width
        self.heads, self.dropout = sizes.heads, SharedDropout(sizes.dropout)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, sizes.inner)
        self.down = nn.Linear(sizes.inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """x: (batch, pieces, width); mask: (batch, 1, 1, pieces), true where a piece is."""
        batch, length, width = x.shape
        shape = (batch, length, 3, self.heads, width // self.heads)
        q, k, v = self.qkv(x).view(shape).permute(2, 0, 3, 1, 4)
        # Written out: with PyTorch's fused attention a step of 2,000 pieces took 810 ms on a CPU
        # against 640 (the cheaper dropout included), and plain products export as they stand.
        scores = (q * (width // self.heads) ** -0.5) @ k.transpose(-1, -2)
        if mask is not None:
            scores = scores.masked_fill(~mask, -1e4)
        seen = scores.softmax(-1).to(v.dtype) @ v
        seen = self.out(seen.transpose(1, 2).reshape(batch, length, width))
        x = self.norm1(x + self.dropout(seen))
        inner = self.down(F.gelu(self.up(x)))
        return self.norm2(x + self.dropout(inner))


class Encoder(nn.Module):
    """Pieces, shapes and gaps to the states after the embedding and after every layer."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.piece = nn.Embedding(sizes.vocabulary, sizes.width)
        self.position = nn.Embedding(sizes.positions, sizes.width)
        self.shape = nn.Embedding(len(pieces.SHAPES), sizes.width)
        self.gap = nn.Embedding(len(pieces.GAPS), sizes.width)
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))
        self.dropout = SharedDropout(sizes.dropout)
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.gap.weight)

    def forward(
        self, ids: Tensor, shapes: Tensor, gaps: Tensor, mask: Tensor | None
    ) -> list[Tensor]:
        """ids, shapes, gaps: (batch, pieces)."""
        places = self.position.weight[: ids.shape[1]]
        x = self.norm(self.piece(ids) + places + self.shape(shapes) + self.gap(gaps))
        x = self.dropout(x)
        states = [x]
        for layer in self.layers:
            states.append(layer(states[-1], mask))
        return states

    def load_bert(self, weights: dict[str, Tensor]) -> None:
        """Takes over the weights of a BERT checkpoint; its token type 0 goes into the positions."""
        weights = {key.removeprefix("bert."): value for key, value in weights.items()}
        e = "embeddings."
        own: dict[str, Tensor] = {
            "piece.weight": weights[e + "word_embeddings.weight"],
            "position.weight": weights[e + "position_embeddings.weight"]
            + weights[e + "token_type_embeddings.weight"][0],
            "norm.weight": weights[e + "LayerNorm.weight"],
            "norm.bias": weights[e + "LayerNorm.bias"],
            "shape.weight": self.shape.weight.data,
            "gap.weight": self.gap.weight.data,
        }
        names = {
            "out": "attention.output.dense", "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm",
        }  # fmt: skip
        for i in range(len(self.layers)):
            at = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                parts = [
                    weights[f"{at}attention.self.{p}.{kind}"] for p in ("query", "key", "value")
                ]
                own[f"layers.{i}.qkv.{kind}"] = torch.cat(parts)
                for mine, theirs in names.items():
                    own[f"layers.{i}.{mine}.{kind}"] = weights[f"{at}{theirs}.{kind}"]
        self.load_state_dict(own)


class Mix(nn.Module):
    """A learned weighted mean of the layers (Peters et al., 2018)."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.tensor([0.0] * (layers - 2) + [1.0, 1.0]))
        self.scale = nn.Parameter(torch.ones(()))

    def forward(self, states: list[Tensor]) -> Tensor:
        """Mean of (batch, pieces, width) states."""
        weights = torch.softmax(self.weight, 0)
        total = states[0] * weights[0]
        for state, weight in zip(states[1:], weights[1:], strict=True):
            total = total + state * weight
        return total * self.scale


class Reader(nn.Module):
    """Encoder and heads."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes)
        self.syntax_mix = Mix(sizes.layers + 1)
        self.span_mix = Mix(sizes.layers + 1)
        wide = 2 * sizes.width

        def hidden(size: int) -> nn.Sequential:
            return nn.Sequential(
                nn.Linear(wide, size), nn.GELU(), SharedDropout(sizes.head_dropout)
            )

        self.tag_hidden = hidden(sizes.hidden)
        self.upos = nn.Linear(sizes.hidden, sizes.upos)
        self.xpos = nn.Linear(sizes.hidden, sizes.xpos)
        self.feats = nn.Linear(sizes.hidden, sizes.feats)
        self.start_hidden = hidden(128)
        self.start = nn.Linear(128, 1)
        self.arc_dep, self.arc_head = hidden(sizes.arc), hidden(sizes.arc)
        self.arc_weight = nn.Parameter(torch.zeros(sizes.arc, sizes.arc))
        self.arc_bias = nn.Parameter(torch.zeros(sizes.arc))
        self.arc_root = nn.Linear(sizes.arc, 1)
        self.label_dep, self.label_head = hidden(sizes.label), hidden(sizes.label)
        self.label_weight = nn.Parameter(torch.zeros(sizes.label, sizes.deprel * sizes.label))
        self.label_linear = nn.Linear(2 * sizes.label, sizes.deprel)
        self.name_hidden = hidden(sizes.hidden)
        self.name = nn.Linear(sizes.hidden, len(NAME_TAGS))
        self.role_hidden = hidden(sizes.hidden)
        self.role = nn.Linear(sizes.hidden, len(ROLE_TAGS))
        self.pointer_from, self.pointer_to = hidden(sizes.pointer), hidden(sizes.pointer)
        nn.init.normal_(self.arc_weight, std=sizes.arc**-0.5)
        nn.init.normal_(self.label_weight, std=0.5 * sizes.label**-0.5)

    def forward(
        self,
        ids: Tensor,
        shapes: Tensor,
        gaps: Tensor,
        first: Tensor,
        last: Tensor,
        mask: Tensor | None = None,
    ) -> dict[str, Tensor]:
        """Pieces (batch, pieces) and the first and last piece of each word (batch, words).

        Scores by head; `arcs` and `pointers` are (batch, words, words) from a word (rows) to
        another (columns), `arcs` on the diagonal being the root.
        """
        states = self.encoder(ids, shapes, gaps, mask)

        def of_words(mixed: Tensor) -> Tensor:
            index = torch.stack([first, last], -1).flatten(1)
            picked = mixed.gather(1, index.unsqueeze(-1).expand(-1, -1, mixed.shape[-1]))
            return picked.view(first.shape[0], -1, 2 * mixed.shape[-1])

        syntax, span = of_words(self.syntax_mix(states)), of_words(self.span_mix(states))
        tags = self.tag_hidden(syntax)
        dep, head = self.arc_dep(syntax), self.arc_head(syntax)
        arcs = (dep @ self.arc_weight + self.arc_bias) @ head.transpose(1, 2)
        arcs = arcs * self.sizes.arc**-0.5
        eye = torch.eye(arcs.shape[1], dtype=torch.bool, device=arcs.device)
        arcs = torch.where(eye, self.arc_root(dep), arcs)
        pointers = self.pointer_from(span) @ self.pointer_to(span).transpose(1, 2)
        return {
            "starts": self.start(self.start_hidden(syntax)).squeeze(-1),
            "upos": self.upos(tags),
            "xpos": self.xpos(tags),
            "feats": self.feats(tags),
            "arcs": arcs,
            "label_dep": self.label_dep(syntax),
            "label_head": self.label_head(syntax),
            "names": self.name(self.name_hidden(span)),
            "roles": self.role(self.role_hidden(span)),
            "pointers": pointers * self.sizes.pointer**-0.5,
        }

    def labels(self, dep: Tensor, head: Tensor) -> Tensor:
        """Scores (words, labels) of the relation of words to their heads, both (words, label)."""
        size = self.sizes.label
        crossed = (dep @ self.label_weight).view(-1, self.sizes.deprel, size) @ head.unsqueeze(-1)
        return crossed.squeeze(-1) * size**-0.5 + self.label_linear(torch.cat([dep, head], -1))
