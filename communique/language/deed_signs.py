"""What can be told of two parties of a text: the way between them in the tree, and words by it.

`S` and `T` stand for the parties themselves, so that who they are is not learned, only what is
said of them; `N` for any other name and `#` for a number.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from communique.model.text import Text

FAR = 60  # words above one another at most; a tree has no more
TELLING = frozenset({"VERB", "NOUN", "ADJ", "AUX"})
BESIDE = frozenset(
    {"obj", "obl", "iobj", "nsubj", "xcomp", "ccomp", "advcl", "advmod", "aux", "mark", "case"}
    | {"compound", "amod", "nmod"}
)


@dataclass(frozen=True, slots=True)
class Signs:
    """`words`: signs by name with their weights. The rest are tokens, the parties' own left out:
    on the `path` between the parties, `between` them in the sentence, and the verbs that govern
    the `source` and the `target`, None for a party that is not named."""

    words: dict[str, float]
    path: list[int]
    between: list[int]
    source: int | None
    target: int | None


def read(text: Text, source: Collection[int], target: Collection[int]) -> Signs:
    """The signs of a source and a target, each the tokens of a phrase; either may be empty."""
    return _Pair(text, frozenset(source), frozenset(target)).signs()


class _Pair:
    def __init__(self, text: Text, source: frozenset[int], target: frozenset[int]) -> None:
        self.text, self.source, self.target = text, source, target
        self.both = source | target

    def signs(self) -> Signs:
        path = self._path()
        words = dict(self._runs())
        words.update(self._of_path(path))
        low, high = self._borders()
        between = [i for i in range(low + 1, high) if i not in self.both]
        return Signs(words, path, between, self._verb(self.source), self._verb(self.target))

    def _borders(self) -> tuple[int, int]:
        """The first words of the parties, in the order of the text; where one is not named, the
        end of the sentence, or its start if nobody does it."""
        if not self.both:
            return 0, 0
        sentence = self.text.sentences[self.text.sentence_of[min(self.both)]]
        first = min(self.source, default=sentence.first - 1)
        other = min(self.target, default=sentence.last)
        return min(first, other), max(first, other)

    def _word(self, index: int) -> str:
        if index in self.source:
            return "S"
        if index in self.target:
            return "T"
        token = self.text.tokens[index]
        if token.upos == "PROPN":
            return "N"
        return "#" if token.upos == "NUM" else token.lemma.lower()

    def _runs(self) -> Iterator[tuple[str, float]]:
        """Words and pairs of words in a row, of the sentences that the parties stand in."""
        if not self.both:
            return
        owner = self.text.sentence_of
        inside = self.text.sentences[owner[min(self.both)] : owner[max(self.both)] + 1]
        row: list[str] = []
        for index in range(inside[0].first, inside[-1].last):
            word = self._word(index)
            if not (row and row[-1] == word and word in {"S", "T", "N"}):
                row.append(word)
        for one in row:
            yield f"w {one}", 1.0
        for one, two in pairwise(row):
            yield f"ww {one} {two}", 0.7

    def _of_path(self, path: list[int]) -> Iterator[tuple[str, float]]:
        """What is on the path, and what hangs on its words."""
        words = [self._word(i) for i in path]
        for one, two in pairwise(words):
            yield f"pp {one} {two}", 1.0
        for index, word in zip(path, words, strict=True):
            if self.text.tokens[index].upos not in TELLING:
                continue
            for kid in self.text.children[index]:
                below, relation = self._word(kid), self.text.relations[kid]
                if relation in BESIDE and kid not in self.both:
                    yield f"r {relation} {below}", 0.7
                    yield f"c {word} {below}", 1.0

    def _path(self) -> list[int]:
        """From the head of the source up to the word above both and down to the target's."""
        up, down = self._above(self.source), self._above(self.target)
        shared = set(up) & set(down)
        top = next((i for i in up if i in shared), None)
        if top is not None:
            up, down = up[: up.index(top) + 1], down[: down.index(top)]
        return [i for i in [*up, *reversed(down)] if i not in self.both]

    def _above(self, party: frozenset[int]) -> list[int]:
        """The head of a phrase and the words above it, up to the root."""
        head = self._head(party)
        found: list[int] = []
        while head >= 0 and len(found) < FAR:
            found.append(head)
            head = self.text.tokens[head].head
        return found

    def _head(self, party: frozenset[int]) -> int:
        return next((i for i in sorted(party) if self.text.tokens[i].head not in party), -1)

    def _verb(self, party: frozenset[int]) -> int | None:
        """The verb nearest above a party, or the root of its tree; None where there is no party."""
        above = [i for i in self._above(party) if i not in party]
        verbs = (i for i in above if self.text.tokens[i].upos in {"VERB", "AUX"})
        return next(verbs, above[-1] if above else None)
