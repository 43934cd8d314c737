"""Writes `communique/language/data/lemmas.txt`: the closed classes below, and of the words in the
encoder's vocabulary those whose lemma our endings miss and LemmInflect (MIT) knows.

`python -m training.lemmas`, with the package lemminflect installed.
"""

from __future__ import annotations

from communique.language import lemmas

# UD's lemmas of the small words, by universal or Penn tag.
CLOSED = """
PRON i I|PRON me I|PRON him he|PRON them they|PRON us we|PRON whom who|PRON 'em they|PRON em they
PRON these this|PRON those that|PRON 's we|PRON u you|PRON ya you|PRON thee thou|PRON myself myself
PRP her she|DET an a|DET these this|DET those that|PART n't not|PART nt not|PART ' 's|POS s 's|TO na to|TO ta to
AUX am be|AUX is be|AUX are be|AUX was be|AUX were be|AUX been be|AUX being be|AUX 's be|AUX s be
AUX 're be|AUX re be|AUX 'm be|AUX m be|AUX r be|AUX ai be|AUX has have|AUX had have|AUX having have
AUX 've have|AUX ve have|AUX does do|AUX did do|AUX done do|AUX doing do|AUX got get|AUX gets get|AUX getting get
MD ca can|MD wo will|MD sha shall|MD 'll will|MD ll will|MD 'd would|MD d would|MD would would
MD could could|MD should should|MD might might|MD must must|MD can can|MD will will|MD may may
MD shall shall|MD ought ought|VBD 'd have
VBP are be|VBP am be|VBP 're be|VBP 'm be|VBP 've have
verb am be|verb is be|verb are be|verb was be|verb were be|verb been be|verb being be|verb 's be|verb 're be
verb 'm be|verb has have|verb had have|verb 've have|verb does do|verb did do|verb done do|verb gon go
verb wan want|verb got get|verb saw see|verb left leave|verb found find|verb felt feel|verb lay lie
verb bound bind|verb led lead|verb met meet|verb held hold|verb told tell|verb said say|verb paid pay|verb struck strike
noun people people|noun men man|noun women woman|noun children child|noun feet foot|noun lives life
noun troops troops|noun regards regards|noun thanks thanks|noun news news|noun media medium|noun data datum
noun series series|noun means means|noun headquarters headquarters|noun arms arms|noun talks talk
noun premises premises|noun states state|noun nations nation|noun emirates emirate|noun netherlands netherlands
noun politics politics|noun economics economics|noun affairs affair|noun sanctions sanction|noun goods goods
adj better good|adj best good|adj worse bad|adj worst bad|adj more more|adj most most|adj less less
adj least least|adj further far|adj farther far|adj furthest far|adj fewer few|adj later late|adj latest late
adj other other|adj elder elder|adj eldest eld|adj bigger big|adj biggest big|adj lower low|adj lesser lesser
adv better well|adv best well|adv worse badly|adv worst badly|adv more more|adv most most|adv less less
adv least least|adv further far|adv farther far|adv later late|adv earlier early|adv sooner soon|adv longer long
""".strip()

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
    tags = {"noun": ("NOUN", {"NNS"}), "verb": ("VERB", {"VBD", "VBN", "VBG", "VBZ"}), "adj": ("ADJ", {"JJR", "JJS"}), "adv": ("ADV", {"RBR", "RBS"})}
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
    for entry in CLOSED.replace("\n", "|").split("|"):
        kind, form, lemma = entry.split()
        table[kind, form] = lemma
    # A form that is commoner than a lemma with the rarest reading ("one" from "on") is left alone.
    lines = [f"{kind} {form} {lemma}\n" for (kind, form), lemma in sorted(table.items())]
    (lemmas.DATA / "lemmas.txt").write_text(HEADER + "".join(lines), encoding="utf-8")
    print(len(lines), "entries")


if __name__ == "__main__":
    main()
