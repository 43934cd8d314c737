"""Writes `communique/language/data/lemmas.txt`: the closed classes of `closed_classes.txt`, and of
the words in the encoder's vocabulary those whose lemma our endings miss and LemmInflect (MIT)
knows.

`python -m training.lemmas`, with the package lemminflect installed.
"""

from __future__ import annotations

from pathlib import Path

from communique.language import lemmas

CLOSED = Path(__file__).parent / "closed_classes.txt"
HEADER = """\
# Lemmas that the endings of English do not give: class or tag, form, lemma.
# The closed classes follow Universal Dependencies; irregular and ambiguous forms were found by
# comparing our endings with LemmInflect (MIT), word by word of the encoder's vocabulary.
"""


def main() -> None:
    """Writes the table."""
    from lemminflect import getAllInflections, getLemma

    table: dict[tuple[str, str], str] = {}
    rank = lemmas._rank()
    tags = {
        "noun": ("NOUN", {"NNS"}),
        "verb": ("VERB", {"VBD", "VBN", "VBG", "VBZ"}),
        "adj": ("ADJ", {"JJR", "JJS"}),
        "adv": ("ADV", {"RBR", "RBS"}),
    }
    for kind, (upos, wanted) in tags.items():
        for lemma in rank:
            if len(lemma) < 2:
                continue
            for tag, forms in getAllInflections(lemma, upos).items():
                for form in forms if tag in wanted else ():
                    plain = form.isalpha() and form.islower() and form != lemma
                    best = getLemma(form, upos) if plain else ()
                    if plain and best and best[0] == lemma and lemmas.regular(form, kind) != lemma:
                        kept = table.get((kind, form))
                        if kept is None or rank[lemma] < rank[kept]:
                            table[kind, form] = lemma
    for line in CLOSED.read_text(encoding="utf-8").splitlines():
        if line[0] != "#":
            kind, form, lemma = line.split()
            table[kind, form] = lemma
    lines = [f"{kind} {form} {lemma}\n" for (kind, form), lemma in sorted(table.items())]
    (lemmas.DATA / "lemmas.txt").write_text(HEADER + "".join(lines), encoding="utf-8")
    print(len(lines), "entries")


if __name__ == "__main__":
    main()
