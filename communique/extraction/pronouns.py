"""Pronouns, and the nouns that work like them: "the ministry", "the group", "the Briton"."""

from __future__ import annotations

from communique.extraction.cast import Draft
from communique.extraction.known import word_set
from communique.extraction.names import plain
from communique.extraction.stage import OTHER
from communique.extraction.view import View
from communique.extraction.walk import Walk, fronted, main_draft, say, together

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_IT = frozenset({"it", "its", "itself"})
PRONOUNS = _HE | _SHE | _THEY | _IT
_I = frozenset({"i", "me", "my", "mine", "myself"})
_PERSON = frozenset({"person"})
BODY_NOUNS = word_set("body-noun")


def definite(view: View, i: int) -> bool:
    """ "the ministry", "this party", "the rebel group"."""
    if view.low(i - 1) in {"the", "this"}:
        return True
    return view.low(i - 2) in {"the", "this"} and view.upos(i - 1) in {"ADJ", "NOUN"}


def resolve_pronoun(walk: Walk, i: int) -> None:
    """He, she, it or they: the actor that fits best, or none."""
    low = walk.view.low(i)
    sentence = walk.view.atoms.sentences[i]
    draft: Draft | None = None
    if low in _HE | _SHE:
        gender = "m" if low in _HE else "f"
        draft = _joined_person(walk, i, gender)
        if draft is None:
            main = main_draft(walk, sentence) if fronted(walk, i) else None
            draft = walk.stage.pronoun(i, gender, main)
        if draft is not None and draft.gender is None:
            draft.gender = gender
    elif low in _IT:
        draft = _it(walk, i, sentence)
    else:
        members = _they(walk, i, sentence)
        if members:
            together(walk, members, i, i + 1, "pronoun", "a plural pronoun for actors named before")
        return
    if draft is not None:
        say(walk, draft, i, i + 1, "pronoun", 0.6, "a pronoun for one named before")


def _joined_person(walk: Walk, i: int, gender: str) -> Draft | None:
    """The person whom the ranker joined to a pronoun, unless gender or quotation speak against.

    In the news, interviews, speeches and court reports of GUM's dev and test parts 122 of 144 he
    and she that get a person so, or by the stage where the ranker is silent, get the right one;
    by the stage alone 100 of 133. For "it", "I" and nouns the rules are better and go alone.
    """
    draft = walk.joined.draft(walk.view.atoms.tokens[i], _PERSON)
    if draft is None or draft.gender not in {None, gender}:
        return None
    own = {"himself", "herself"} & {walk.view.low(i)}
    mates = (s for s in walk.stage.seen if s.draft is draft and walk.stage.clause_mates(s, i))
    if not own and next(mates, None) is not None:
        return None
    return None if draft in walk.stage.speakers.get(i, ()) else draft


def _they(walk: Walk, i: int, sentence: int) -> list[Draft] | None:
    near = [t for t in walk.together if t.last <= i and sentence - t.sentence <= 1]
    strong = [t for t in near if t.strong]
    people_at = [
        s
        for s in walk.stage.seen
        if s.sentence == sentence and s.atom < i and _is_people(walk.view, s.atom)
    ]
    if people_at and not (strong and strong[-1].first > people_at[-1].atom):
        return None
    if strong:
        return strong[-1].members
    here = [s.draft for s in walk.stage.seen if s.sentence == sentence and s.atom < i]
    people = list({id(d): d for d in here if d.type == "person"}.values())
    return people if len(people) == 2 else None


def _is_people(view: View, atom: int) -> bool:
    state = view.known.states.get(atom)
    return state is not None and state[1].kind == "people"


def _it(walk: Walk, i: int, sentence: int) -> Draft | None:
    """A state or organisation that is the subject of this sentence or of the one before."""
    token = walk.view.token(i)
    if token.deprel in {"expl", "obj"} or (token.head >= 0 and _be_adjective(walk, token.head)):
        return None
    for distance in (0, 1):
        seen = [s for s in walk.stage.seen if s.sentence == sentence - distance and s.atom < i]
        subjects = [s for s in seen if s.role != OTHER]
        things = [s for s in subjects if s.draft.type in {"state", "organization"}]
        if len({id(s.draft) for s in things}) == 1 and (
            distance == 0 or len(subjects) == len(things)
        ):
            return things[-1].draft
        if subjects:
            return None
    return None


def _be_adjective(walk: Walk, head: int) -> bool:
    tokens = walk.view.text.tokens
    return tokens[head].upos == "ADJ" and any(
        tokens[c].deprel == "cop" for c in walk.view.text.children[head]
    )


def resolve_citizen(walk: Walk, i: int) -> None:
    """ "the Briton said": the person of that country last seen, where the word is its subject."""
    last, state = walk.view.known.states[i]
    subject = walk.view.token(last - 1).deprel.startswith("nsubj")
    if state.kind != "demonym" or i in walk.by_atom or not subject:
        return
    for draft in walk.stage.persons(i):
        if draft.country == state.iso3:
            say(walk, draft, i - 1, last, "kind", 0.5, "a citizen, named before")
            return


def resolve_body_noun(walk: Walk, i: int, noun: str) -> None:
    """ "the ministry", "the group": the last organisation whose name ends so, or an armed one."""
    if i in walk.by_atom or any(d.first <= i < d.last for d in walk.descriptions):
        return
    view = walk.view
    if (i + 1 < len(view.atoms) and view.upos(i + 1) in {"NOUN", "PROPN"}) or view.low(
        i + 1
    ) == "of":
        return
    for seen in reversed(walk.stage.seen):
        draft = seen.draft
        if draft.type != "organization" or seen.atom >= i:
            continue
        ends = any(plain(form).endswith(noun) for form in [draft.name, *draft.forms])
        armed = noun in {"group", "movement", "militia", "faction"} and draft.sector in {
            "REB",
            "ISM",
        }
        if ends or armed:
            first = i - 1 if view.low(i - 1) in {"the", "this"} else i - 2
            say(walk, draft, first, i + 1, "kind", 0.6, "a kind of body, named before")
            return


def resolve_first_person(walk: Walk) -> None:
    """ "I" in a quotation is the person whom the reader found to be its source."""
    view = walk.view
    mentions = {span: draft for draft in walk.cast.of_type("person") for span in draft.spans}
    for attribution in view.text.attributions:
        if attribution.source is None:
            continue
        source = [
            draft
            for (start, end), draft in sorted(mentions.items(), key=lambda item: item[0])
            if start >= attribution.source.start and end <= attribution.source.end
        ]
        if len({id(d) for d in source}) != 1:
            continue
        for span in attribution.content:
            for i in range(*view.atoms.inside(*span)):
                if view.low(i) in _I and i in walk.stage.quoted:
                    source[0].mention(*view.span(i, i + 1))
