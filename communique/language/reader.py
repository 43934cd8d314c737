"""Our own reader: one model on ONNX Runtime that finds words, sentences, tags, trees, names and
attributions.

A report is read in windows of a few sentences, one after the other and one at a time, each
sentence whole in one window with some context before it. So the same text gives the same reading,
alone or among others, with one worker or many.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.errors import ModelMissing
from communique.language import attributions, decode, lemmas, pieces, trees, words
from communique.language.attributor import Attributor, signs_of
from communique.language.coreference import Ranker
from communique.language.deeds import Network, ReadDeeds
from communique.model.text import Name, Sentence, Span, Text, Token

DATA = Path(__file__).parent / "data"

LIMIT = 272  # pieces of a window, as in training
CONTEXT = 72  # pieces of the sentences before the first new one
MARGIN = 4  # words: a sentence start closer to the window's end is left to the next window

RANKER = ("mentions.onnx", "pairs.onnx")
DEEDS = "deeds.npz"
ATTRIBUTOR = "attributions.onnx"
_INPUTS = ("ids", "shapes", "gaps", "first", "last")


@dataclass
class Scores:
    """What the windows said, put together for the whole text; one row a word."""

    starts: NDArray[np.bool_]
    tags: NDArray[np.int64]  # (3, words): upos, xpos, feats
    heads: NDArray[np.int64]  # index of the head; a root is its own
    labels: NDArray[np.int64]
    names: NDArray[np.float32]
    roles: NDArray[np.float32]
    pointers: list[attributions.Block]
    states: NDArray[np.float32]  # (words, 768): what the models of chains and deeds see

    @classmethod
    def empty(cls, starts: NDArray[np.bool_]) -> Scores:
        """Those of so many words of which nothing but forced starts of sentences is known."""
        count = len(starts)
        return cls(
            starts=starts.copy(),
            tags=np.zeros((3, count), np.int64),
            heads=np.zeros(count, np.int64),
            labels=np.zeros(count, np.int64),
            names=np.zeros((count, 0), np.float32),
            roles=np.zeros((count, 0), np.float32),
            pointers=[],
            states=np.zeros((count, 0), np.float32),
        )


class Reader:
    """The model, loaded; `read` may be called any number of times."""

    def __init__(self, folder: Path = DATA) -> None:
        """Loads and checks the files of a model; `ModelMissing` where they are not sound."""
        import onnxruntime

        try:
            table = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
            content = {name: (folder / name).read_bytes() for name in table["files"]}
        except (OSError, ValueError, KeyError) as error:
            raise ModelMissing(
                f"The reader's model in {folder} cannot be read ({error}); "
                "install Communique again."
            ) from error
        for name, digest in table["files"].items():
            if hashlib.sha256(content[name]).hexdigest() != digest:
                raise ModelMissing(
                    f"The reader's model file {folder / name} is damaged; install Communique again."
                )
        options = onnxruntime.SessionOptions()
        # One thread: how a sum is split over threads must not change a reading.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3

        def session(name: str) -> Any:
            return onnxruntime.InferenceSession(
                content[name], options, providers=["CPUExecutionProvider"]
            )

        self._reader, self._labels = session("reader.onnx"), session("labels.onnx")
        # A model of one's own may do without chains and deeds.
        ranked = all(name in content for name in RANKER)
        self._ranker = Ranker(*map(session, RANKER)) if ranked else None
        self._deeds = Network(content[DEEDS]) if DEEDS in content else None
        has = ATTRIBUTOR in content
        self._attributor = Attributor(session(ATTRIBUTOR)) if has else None
        self.classes: dict[str, list[str]] = table["classes"]
        self.digest: str = table["files"]["reader.onnx"][:12]

    def read(self, chars: str, ranges: Iterable[tuple[int, int]]) -> Text:
        """The Text of the given character ranges; a sentence begins where a range begins."""
        text, states = self.states(chars, ranges)
        if not states.size:
            return text
        if self._ranker is not None:
            text = replace(text, chains=self._ranker.chains(text, states))
        if self._deeds is not None:
            text = replace(text, deeds=ReadDeeds(text, states, self._deeds))
        return text

    def states(
        self, chars: str, ranges: Iterable[tuple[int, int]]
    ) -> tuple[Text, NDArray[np.float32]]:
        """The Text without its chains and deeds, and what their models see of every word."""
        text, scores, breaks = self.scored(chars, ranges)
        if not text.tokens:
            return text, scores.states
        roles, moves = scores.roles, decode.follows(scores.roles.shape[1])
        if self._attributor is not None:
            signs = self.signs(text, scores)
            roles, moves = self._attributor.look(scores.states, roles, signs, scores.heads)
        words = [(token.start, token.end) for token in text.tokens]
        found = attributions.find(roles, moves, scores.pointers, breaks, words)
        return replace(text, attributions=found), scores.states

    def signs(self, text: Text, scores: Scores) -> NDArray[np.int64]:
        """What the second look at attributions is told of every word."""
        known = len(self.classes["upos"]), len(self.classes["deprel"])
        return signs_of(text, scores.tags[0], scores.labels, known)

    def scored(
        self, chars: str, ranges: Iterable[tuple[int, int]]
    ) -> tuple[Text, Scores, NDArray[np.bool_]]:
        """The Text without attributions and chains, the scores of its words, and where one stands
        that no span of an attribution goes over."""
        prose = tuple(Span(start, end) for start, end in ranges)
        spans, opens = _lay_out(chars, prose)
        if not spans:
            none = Text(chars=chars, prose=prose, model="reader")
            return none, Scores.empty(np.zeros(0, bool)), np.zeros(0, bool)
        gaps = [
            pieces.START if i in opens else pieces.gap_id(chars[spans[i - 1][1] : start])
            for i, (start, _) in enumerate(spans)
        ]
        encoded = pieces.encode([chars[a:b] for a, b in spans], gaps)
        # A blank line ends a sentence whatever the model says.
        forced = np.isin(gaps, (pieces.START, pieces.BLANK_LINE))
        scores = self._run(encoded, forced)
        # No content in PolNeAR's dev part (of 2,514) goes over a line that ends with its sentence.
        breaks = forced | (scores.starts & (encoded.gaps == pieces.LINE))
        return self._text(chars, prose, spans, scores), scores, breaks

    def _window(self, encoded: pieces.Encoded, start: int, end: int) -> list[NDArray[Any]]:
        window = pieces.window(encoded, start, end)
        values = (window.pieces, window.shapes, window.gaps, window.first, window.last)
        result: list[NDArray[Any]] = self._reader.run(None, dict(zip(_INPUTS, values, strict=True)))
        return result

    def _run(self, encoded: pieces.Encoded, forced: NDArray[np.bool_]) -> Scores:
        """Reads the text window by window."""
        count = len(encoded)
        scores = Scores.empty(forced)
        new, start = 0, 0  # the first word not yet read, and where the window begins
        while new < count:
            room = encoded.offsets[start] + LIMIT - 2
            end = max(start + 1, int(np.searchsorted(encoded.offsets, room, side="right")) - 1)
            out = self._window(encoded, start, end)
            begins = forced[start:end] | (out[0] > 0)
            begins[: new - start + 1] = scores.starts[start : new + 1]
            begins[new - start] = True
            later = np.flatnonzero(begins[new - start + 1 :]) + new + 1
            if end == count:
                done = count
            elif len(later):
                settled = later[later <= end - MARGIN]
                done = int(settled[-1] if len(settled) else later[-1])
            elif start < new:
                start = new  # one long sentence: once more, without context
                continue
            else:
                done = end  # longer than a window: cut
            self._keep(scores, out, begins, start, new, done)
            if done < count:
                scores.starts[done] = True
            new = done
            known = np.flatnonzero(scores.starts[: new + 1])
            near = known[encoded.offsets[new] - encoded.offsets[known] <= CONTEXT]
            start = int(near[0]) if len(near) and new < count else new
        return scores

    def _keep(
        self,
        scores: Scores,
        out: list[NDArray[Any]],
        begins: NDArray[np.bool_],
        start: int,
        new: int,
        done: int,
    ) -> None:
        """Takes over the words `new` to `done` from the window that began at `start`."""
        _, tags, arcs, dep, head, names, roles, pointers, *states = out
        if not scores.names.shape[1]:
            scores.names = np.zeros((len(scores.starts), names.shape[1]), np.float32)
            scores.roles = np.zeros((len(scores.starts), roles.shape[1]), np.float32)
            if states:
                scores.states = np.zeros((len(scores.starts), states[0].shape[1]), np.float32)
        first = np.flatnonzero(begins)
        if not len(first) or first[0] != 0:
            first = np.insert(first, 0, 0)
        heads = trees.heads(arcs, first)
        labels = self._labels.run(None, {"dep": dep, "head": head, "heads": heads})[0]
        mine, part = slice(new - start, done - start), slice(new, done)
        scores.starts[part] = begins[mine]
        scores.tags[:, part] = tags[:, mine]
        scores.heads[part] = heads[mine] + start
        scores.labels[part] = labels[mine]
        scores.names[part] = names[mine]
        scores.roles[part] = roles[mine]
        if states:
            scores.states[part] = states[0][mine]
        scores.pointers.append(attributions.Block(new, done, start, pointers[mine]))

    def _text(
        self,
        chars: str,
        prose: tuple[Span, ...],
        spans: list[tuple[int, int]],
        scores: Scores,
    ) -> Text:
        """The numbers as words again."""
        classes, count = self.classes, len(spans)
        own = np.arange(count)
        heads = np.where(scores.heads == own, -1, scores.heads).tolist()
        upos, xpos, feats = scores.tags.tolist()
        labels = scores.labels.tolist()
        tokens = []
        for i, (start, end) in enumerate(spans):
            kind, fine = classes["upos"][upos[i]], classes["xpos"][xpos[i]]
            tokens.append(
                Token(
                    start,
                    end,
                    lemmas.lemma(chars[start:end], kind, fine),
                    kind,
                    fine,
                    classes["feats"][feats[i]],
                    heads[i],
                    classes["deprel"][labels[i]],
                )
            )
        begins = np.flatnonzero(scores.starts).tolist()
        sentences = tuple(Sentence(a, b) for a, b in zip(begins, [*begins[1:], count], strict=True))
        path = decode.viterbi(scores.names, scores.names.shape[1], scores.starts)
        names = tuple(
            Name(spans[a][0], spans[b - 1][1], classes["names"][kind])
            for a, b, kind in decode.spans(path)
        )
        return Text(
            chars=chars,
            prose=prose,
            tokens=tuple(tokens),
            sentences=sentences,
            names=names,
            model="reader",
        )


def _lay_out(chars: str, prose: tuple[Span, ...]) -> tuple[list[tuple[int, int]], set[int]]:
    """The words of all ranges, and which of them open a range."""
    spans: list[tuple[int, int]] = []
    opens: set[int] = set()
    for span in prose:
        found = words.words(chars, [span])
        if found:
            opens.add(len(spans))
            spans.extend(found)
    return spans, opens


@lru_cache(maxsize=2)
def load(folder: Path = DATA) -> Reader:
    """The reader, loaded once a process."""
    return Reader(folder)
