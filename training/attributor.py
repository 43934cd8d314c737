"""The network that looks at attributions a second time, and its graph.

A word is its state in the reader, made smaller, that of its head in the tree, and its signs; words
look at one another once, the nearer the more; what comes out is added to the log of the reader's
own chances. Trained as a conditional random field, with a pointer to the cue beside it that only
helps to learn: the reader's own pointers join a span to its cue better.
"""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from communique.language import attributor
from communique.language.decode import follows
from training.labels import ROLE_TAGS

STATE, SMALL = 768, 256
GRAPH = "attributions.onnx"
NEVER = -1e4


@dataclass
class Sizes:
    """Everything that decides the shapes of the weights."""

    tags: int
    labels: int
    width: int = 192
    heads: int = 4
    pointer: int = 64
    dropout: float = 0.25
    state_dropout: float = 0.3


class Tied(nn.Module):
    """Dropout with one mask for all words of a window."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """x: (windows, words, width)."""
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2]) > self.share
        return x * kept.to(x.dtype) / (1 - self.share)


class Beside(nn.Module):
    """Words look at one another (a transformer layer), by their distance and side."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        width = sizes.width
        self.heads = sizes.heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.slope = nn.Parameter(torch.tensor([0.0, 0.25, 0.5, 1.0]))
        self.before = nn.Parameter(torch.zeros(sizes.heads))
        self.dropout = Tied(sizes.dropout)

    def forward(self, x: Tensor, known: Tensor) -> Tensor:
        """x: (windows, words, width); known: (windows, words), false where there is no word."""
        batch, count, width = x.shape
        split = self.qkv(self.norm1(x)).view(batch, count, 3, self.heads, width // self.heads)
        q, k, v = split.permute(2, 0, 3, 1, 4)
        place = torch.arange(count, device=x.device).float()
        apart = place[None] - place[:, None]
        bias = self.before[:, None, None] * torch.sign(apart)
        bias = bias - self.slope.abs()[:, None, None] * torch.log1p(apart.abs())
        bias = bias[None] + torch.where(known, 0.0, NEVER)[:, None, None, :]
        scores = q @ k.transpose(2, 3) * (width // self.heads) ** -0.5 + bias
        seen = (scores.softmax(-1).to(v.dtype) @ v).transpose(1, 2).reshape(batch, count, width)
        x = x + self.dropout(self.out(seen))
        hidden = self.dropout(_gelu(self.up(self.norm2(x))))
        return x + self.dropout(self.down(hidden))


class Attributor(nn.Module):
    """Scores of tags and pointers of every word."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        width, tags = sizes.width, len(ROLE_TAGS)
        counts = attributor.sizes(sizes.tags, sizes.labels)
        self.own, self.above = nn.Linear(SMALL, width), nn.Linear(SMALL, width)
        self.signs = nn.Embedding(sum(counts), width)
        nn.init.normal_(self.signs.weight, std=0.02)
        self.roles = nn.Linear(tags, width, bias=False)
        self.norm, self.last_norm = nn.LayerNorm(width), nn.LayerNorm(width)
        self.beside = Beside(sizes)
        self.hidden, self.tag = nn.Linear(width, width), nn.Linear(width, tags)
        nn.init.zeros_(self.tag.weight)  # begins where the reader ended
        nn.init.zeros_(self.tag.bias)
        self.pointing, self.pointed = (nn.Linear(width, sizes.pointer) for _ in range(2))
        self.trust = nn.Parameter(torch.tensor(1.0))
        self.moves = nn.Parameter(torch.zeros(tags, tags))
        self.dropout, self.state_dropout = Tied(sizes.dropout), Tied(sizes.state_dropout)
        offsets = [sum(counts[:n]) for n in range(len(counts))]
        self.register_buffer("offsets", torch.tensor(offsets))
        self.register_buffer("allowed", torch.from_numpy(follows(tags).copy()))

    def transitions(self) -> Tensor:
        """(tags, tags): scores of what follows what."""
        return self.allowed + self.moves

    def forward(
        self, states: Tensor, roles: Tensor, signs: Tensor, heads: Tensor, known: Tensor
    ) -> tuple[Tensor, Tensor]:
        """states: (windows, words, SMALL); roles: the reader's chances of tags."""
        states = self.state_dropout(states)
        return self.rest(self.own(states), self.above(states), roles, signs, heads, known)

    def rest(
        self,
        own: Tensor,
        above: Tensor,
        roles: Tensor,
        signs: Tensor,
        heads: Tensor,
        known: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """All after the first products; `own` and `above`: (windows, words, width)."""
        picked = torch.gather(above, 1, heads[..., None].expand(-1, -1, above.shape[2]))
        x = own + picked + self.signs(signs + self.offsets).sum(2) + self.roles(roles)
        x = self.beside(self.dropout(self.norm(_gelu(x))), known)
        x = self.dropout(self.last_norm(x))
        scores = self.tag(self.dropout(_gelu(self.hidden(x)))).float()
        pointers = self.pointing(x) @ self.pointed(x).transpose(1, 2)
        pointers = pointers / math.sqrt(self.sizes.pointer)
        return scores + self.trust * torch.log(roles.float() + 1e-5), pointers.float()


def _gelu(x: Tensor) -> Tensor:
    return F.gelu(x, approximate="tanh")


def cost_of_tags(
    scores: Tensor, tags: Tensor, moves: Tensor, known: Tensor, breaks: Tensor
) -> Tensor:
    """Minus the log of the chance of the right tags of each window (Lafferty et al., 2001).

    At a break the tag before ends as at an end and the tag after begins as at a beginning.
    """
    opening, ending = moves[0], moves[:, 0]
    row = torch.arange(len(tags))
    over = torch.where(
        (ending[:, None] < NEVER / 10) | (opening[None] < NEVER / 10),
        torch.tensor(NEVER),
        ending[:, None] + opening[None],
    )
    at = opening + scores[:, 0]
    right = at.gather(1, tags[:, :1]).squeeze(1)
    for step in range(1, scores.shape[1]):
        move = torch.where(breaks[:, step, None, None], over, moves)
        onward = torch.logsumexp(at[:, :, None] + move, 1) + scores[:, step]
        at = torch.where(known[:, step, None], onward, at)
        here = scores[:, step].gather(1, tags[:, step : step + 1]).squeeze(1)
        here = here + move[row, tags[:, step - 1], tags[:, step]]
        right = right + torch.where(known[:, step], here, torch.zeros(()))
    last = known.sum(1) - 1
    return torch.logsumexp(at + ending, 1) - right - ending[tags[row, last]]


SHARE = 0.8
"""How much the second look counts beside the reader's own scores, which are less sure of what they
have seen in training than it is. Chosen on PolNeAR's dev part, where one half to all do as well as
the reader alone or better."""


class _Graph(nn.Module):
    """As it is run: one window, whole states, the reader's scores before the softmax, and mixed
    with these in the end."""

    def __init__(self, net: Attributor, mean: Tensor, smaller: Tensor) -> None:
        super().__init__()
        self.net, width = net, net.sizes.width
        self.both = nn.Linear(STATE, 2 * width)
        weight = torch.cat([net.own.weight, net.above.weight]) @ smaller.T
        bias = torch.cat([net.own.bias, net.above.bias])
        self.both.weight.data = weight
        self.both.bias.data = bias - weight @ mean

    def forward(
        self, states: Tensor, roles: Tensor, signs: Tensor, heads: Tensor
    ) -> tuple[Tensor, Tensor]:
        own, above = self.both(states)[None].chunk(2, 2)
        known = torch.ones_like(heads, dtype=torch.bool)[None]
        chances = roles.softmax(1)[None]
        scores, _ = self.net.rest(own, above, chances, signs[None], heads[None], known)
        mixed = SHARE * scores[0] + (1 - SHARE) * roles.log_softmax(1)
        return mixed, self.net.allowed + SHARE * self.net.moves


def to_onnx(net: Attributor, mean: Tensor, smaller: Tensor, path: Path) -> None:
    """The graph in float32; states lose `mean` (768) and are multiplied by `smaller` (768, 256)."""
    words = torch.export.Dim("words", min=2, max=1 << 12)
    count = 7
    example = (
        torch.randn(count, STATE),
        torch.randn(count, len(ROLE_TAGS)),
        torch.zeros(count, len(net.offsets), dtype=torch.long),
        torch.zeros(count, dtype=torch.long),
    )
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _Graph(net, mean, smaller).eval(),
            example,
            str(path),
            input_names=["states", "roles", "signs", "heads"],
            output_names=["scores", "moves"],
            dynamo=True,
            external_data=False,
            verbose=False,
            dynamic_shapes=({0: words},) * 4,
        )
