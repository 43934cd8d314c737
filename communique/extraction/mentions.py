"""Mentions without a name: bare titles, counterparts, pronouns, groups; whom each stands for."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.extraction import groups
from communique.extraction.cast import Cast, Draft
from communique.extraction.groups import Phrase, Together
from communique.extraction.links import Links
from communique.extraction.names import plain
from communique.extraction.offices import Description
from communique.extraction.people import Bodies, country_of, give_office, sector_of
from communique.extraction.stage import OTHER, Stage
from communique.extraction.view import View
from communique.model.findings import Evidence, Office

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_I = frozenset({"i", "me", "my", "mine", "myself"})
_ROLES = frozenset(
    "as post position office job title role elected appointed named become becoming".split()
)
_EXACT = frozenset("minister igo-head military adviser deputy-minister secretary governor party judge "
                   "intelligence business envoy ambassador".split())  # fmt: skip
_LEADERS = frozenset({"head-of-state", "head-of-government", "monarch", "supreme-leader"})
_BODY_NOUNS = frozenset("ministry council party movement group organization organisation agency "
                        "bloc alliance union commission committee militia faction".split())  # fmt: skip


@dataclass(slots=True)
class Scene:
    """All that resolving needs: the cast so far, and where the named mentions stand."""

    view: View
    cast: Cast
    stage: Stage
    bodies: Bodies
    descriptions: list[Description]
    links: Links
    people: dict[int, Draft]
    placed: list[tuple[int, int, Draft]]
    together: list[Together] = field(default_factory=list)
    mains: dict[int, int | None] = field(default_factory=dict)
    by_atom: dict[int, Draft] = field(default_factory=dict)


def resolve_all(scene: Scene) -> None:
    """Walk through the text once and give every nameless mention its actor, where one fits."""
    view = scene.view
    scene.together = groups.coordinations(scene.stage, scene.placed)
    _note_speakers(scene)
    holders = {id(d): scene.people[first] for first, found in scene.links.items() for d, _ in found}
    items: list[tuple[tuple[int, int, int], object]] = []

    def at(first: int, fronted: bool, item: object) -> None:
        items.append(((view.atoms.sentences[first], int(fronted), first), item))

    for first, last, draft in scene.placed:
        at(first, False, (first, last, draft))
    owners = set()
    for d in scene.descriptions:
        if id(d) not in holders or d.kind == "counterpart":
            at(d.first, False, (d, holders.get(id(d))))
            if d.owner is not None and d.kind == "counterpart":
                owners.add(d.owner)
    for phrase in groups.phrases(view):
        at(phrase.first, False, phrase)
    for i, low in enumerate(view.atoms.lows):
        if low in _HE | _SHE | _THEY | _IT and i not in view.in_person and i not in owners:
            at(i, _fronted(scene, i), i)
        elif low in _BODY_NOUNS and _definite(view, i):
            at(i, False, (i, low))
        elif view.low(i - 1) == "the" and i in view.known.states:
            at(i, False, (i, "person"))
    for _, item in sorted(items, key=lambda pair: pair[0]):
        _one(scene, item)
    _first_person(scene)


def _one(scene: Scene, item: object) -> None:
    if isinstance(item, Phrase):
        _group(scene, item)
    elif isinstance(item, int):
        _pronoun(scene, item)
    elif isinstance(item, tuple) and isinstance(item[0], Description):
        _description(scene, item[0], item[1])
    elif isinstance(item, tuple) and len(item) == 3:
        first, last, draft = item
        scene.stage.enter(draft, first, last)
        scene.by_atom[first] = draft
    elif isinstance(item, tuple) and item[1] == "person":
        _one_of_them(scene, item[0])
    elif isinstance(item, tuple):
        _body_noun(scene, item[0], item[1])


def _say(
    scene: Scene, draft: Draft, first: int, last: int, rule: str, score: float, why: str
) -> None:
    """Record a nameless mention and put its actor on stage."""
    start, end = scene.view.span(first, last)
    draft.mention(start, end)
    if draft.evidence is None:
        draft.prove(start, end, rule, score, why)
    scene.stage.enter(draft, first, last)
    scene.by_atom.setdefault(first, draft)


def _definite(view: View, i: int) -> bool:
    """ "the ministry", "this party", "the rebel group"."""
    if view.low(i - 1) in {"the", "this"}:
        return True
    return view.low(i - 2) in {"the", "this"} and view.upos(i - 1) in {"ADJ", "NOUN"}


def _note_speakers(scene: Scene) -> None:
    """Whose words stand in which quotation, as far as a name tells it."""
    view = scene.view
    for attribution in view.text.attributions:
        if attribution.source is None:
            continue
        first, last = view.atoms.inside(*attribution.source)
        sources = [draft for at, _, draft in scene.placed if first <= at < last]
        for span in attribution.content:
            for i in range(*view.atoms.inside(*span)):
                if i in scene.stage.quoted:
                    scene.stage.speakers.setdefault(i, []).extend(sources)


# Descriptions


def _description(scene: Scene, d: Description, holder: Draft | None) -> None:
    if d.kind == "counterpart":
        _counterpart(scene, d, holder)
        return
    if d.plural:
        _plural_description(scene, d)
        return
    if not _is_mention(scene, d):
        return
    draft = None if d.determiner in {"a", "an", "another"} else _holder(scene, d)
    if draft is None:
        draft = _unnamed(scene, d)
    if draft is not None:
        _say(scene, draft, d.first, d.last, "title", 0.7, "a title that stands for its holder")


def _is_mention(scene: Scene, d: Description) -> bool:
    view = scene.view
    before = view.low(d.first - 1)
    if d.row["alone"] == "no" and not (d.body or d.state) or d.kind == "predecessor":
        return False
    if d.determiner in {"any", "every", "each"} or before in _ROLES and d.determiner != "the":
        return False
    if before == "of" and view.low(d.first - 2) in _ROLES or d.former and not d.states:
        return False
    token = view.token(d.head_last - 1)
    if token.deprel in {"compound", "amod", "nmod:unmarked"} and not view.atoms.joined[d.head]:
        return view.low(d.last) == "'s"
    if d.determiner is None and not d.states and not d.body:
        return view.atoms.capital(d.head) and scene.stage.role(d.first, d.last) != OTHER
    return True


def _holder(scene: Scene, d: Description) -> Draft | None:
    """Who holds the office that a description names: of those who fit, the one last seen; else
    one who is introduced later."""
    before = scene.stage.persons(d.first)
    later = [p for p in scene.cast.of_type("person") if all(p is not q for q in before)]
    best: tuple[int, int] | None = None
    chosen = None
    for order, draft in enumerate([*before, *later]):
        fit = _fit(scene, d, draft)
        if (
            fit
            and (best is None or (fit, -order) > best)
            and (d.states or d.body or order < len(before))
        ):
            best, chosen = (fit, -order), draft
    return chosen


def _fit(scene: Scene, d: Description, draft: Draft) -> int:
    """0 when a description cannot be of a person, else how closely title and body agree."""
    country = country_of(d, scene.bodies)
    if country and draft.country and draft.country != country:
        return 0
    if d.row["gender"] and draft.gender and d.row["gender"] != draft.gender:
        return 0
    answers = d.row["answers"].split()
    current = [o for o in draft.offices if not o.former or d.former]
    if d.kind in draft.kinds and current:
        headship = d.body and d.row["title"] in {"chief", "head"}
        exact = d.kind in _EXACT and not headship
        titles = [o for o in current if not exact or _within(d.title, o)]
        if d.body:
            titles = [o for o in titles if _same_body(scene, d.body, o.body)]
        if country and not draft.country:
            titles = [o for o in titles if not o.body and _within(d.title, o)]
        if titles:
            return 3 if not country or draft.country else 2
        if d.body or d.kind in _EXACT:
            return 0
    if country and not draft.country or d.body and d.kind != "generic":
        return 0
    if d.kind in {"negotiator", "envoy"} and not country:
        return int(
            "envoy" in draft.kinds or "negotiator" in draft.kinds or "ambassador" in draft.kinds
        )
    if "*" in answers:
        return int(bool(draft.kinds) or bool(draft.country and country))
    return int(bool(draft.kinds.intersection(answers)))


def _within(title: str, office: Office) -> bool:
    """Whether all words of a title are in an office's title or body ("the minister")."""
    held = set(plain(f"{office.title} {office.body or ''}").split())
    return all(word in held or word.rstrip("s") in held for word in plain(title).split())


def _same_body(scene: Scene, left: str, right: str | None) -> bool:
    if not right:
        return False
    a, b = plain(scene.bodies.long(left) or left), plain(scene.bodies.long(right) or right)
    return a in b or b in a


def _unnamed(scene: Scene, d: Description) -> Draft | None:
    """A person known by office alone: only with a country or a body, or not at all."""
    country = country_of(d, scene.bodies)
    if (
        not (country or d.body)
        or d.kind in {"counterpart", "predecessor", "lawmaker"}
        and not d.body
    ):
        return None
    view = scene.view
    first = (
        d.first + 1 if d.determiner in {"the", "a", "an", "another", "this", "that"} else d.first
    )
    name = view.words(first, d.last)
    draft = Draft("person", name, country=country, sector=sector_of(d), named=False)
    draft.gender = d.row["gender"] or None
    give_office(view, draft, d, "title-name", scene.bodies)
    if not d.former:
        scene.cast.add(draft)
        return draft
    return None


def _counterpart(scene: Scene, d: Description, holder: Draft | None) -> None:
    """ "his Norwegian counterpart": the office of whoever "his" is, in that country."""
    owner = _owner(scene, d)
    country = d.state.iso3 if d.state else None
    if owner is None and holder is None or d.plural:
        return
    if holder is None and owner is not None:
        holder = _known_counterpart(scene, owner, country)
    if holder is None and owner is not None and country and owner.offices:
        words = scene.view.words(d.first, d.last).split()
        title = owner.offices[0].title
        name = " ".join([*words[1:-1], title]) if d.determiner else f"{words[0]} {title}"
        holder = scene.cast.add(Draft("person", name, country=country, named=False))
    if holder is None:
        return
    if owner is not None and owner is not holder and not holder.kinds:
        _give_same_office(scene, d, owner, holder, country)
    if d.owner is not None and owner is not None:
        owner.mention(*scene.view.span(d.owner, d.owner + 1))
    _say(scene, holder, d.first, d.last, "counterpart", 0.8, "the counterpart of one named before")


def _owner(scene: Scene, d: Description) -> Draft | None:
    if d.owner_name is not None:
        return scene.people.get(d.owner_name[0])
    sentence = scene.view.atoms.sentences[d.first]
    here = [s for s in scene.stage.seen if s.sentence == sentence and s.atom < d.first]
    people = [s for s in here if s.draft.type == "person"]
    gender = "f" if d.determiner == "her" else "m"
    subjects = [s for s in people if s.role != OTHER and s.draft.gender in {None, gender}]
    if subjects:
        return subjects[-1].draft
    if d.owner is not None:
        main = _main_draft(scene, sentence) if _fronted(scene, d.owner) else None
        return scene.stage.pronoun(d.owner, gender, main)
    return people[-1].draft if people else None


def _known_counterpart(scene: Scene, owner: Draft, country: str | None) -> Draft | None:
    others = [d for d in scene.cast.of_type("person") if d is not owner and d.named]
    if country:
        others = [d for d in others if d.country == country]
    shared = [d for d in others if _level(d) & _level(owner)]
    if shared or not country:
        return shared[0] if shared else None
    others = [d for d in others if not d.kinds or d.kinds - {"spokesperson", "generic"}]
    return others[0] if others else None


def _level(draft: Draft) -> set[str]:
    """The classes of a person's offices, heads of state and of government being one."""
    return draft.kinds | ({"leaders"} if draft.kinds & _LEADERS else set())


def _give_same_office(
    scene: Scene, d: Description, owner: Draft, holder: Draft, country: str | None
) -> None:
    holder.country = holder.country or country
    held = [o for o in owner.offices if not o.former]
    if not held:
        return
    evidence = Evidence(
        *scene.view.span(d.first, d.last), "counterpart", 0.7, f"counterpart of {owner.name}"
    )
    holder.add_office(Office(held[0].title, None, country, False, evidence), "counterpart")
    holder.kinds |= owner.kinds
    holder.sector = holder.sector or owner.sector


# Several at once


def _plural_description(scene: Scene, d: Description) -> None:
    """ "the presidents of Chile and Peru", "the two ministers"."""
    members = []
    for state in d.states:
        people = [p for p in scene.cast.of_type("person") if p.country == state.iso3]
        members += [p for p in people if groups.answers(d.row, p)][:1]
    if not d.states and scene.view.low(d.first - 1) in {"'s", "'"}:
        members = _of_group(scene, d)
    if len(members) < 2:
        members = _states(scene, d)
    if len(members) >= 2:
        _together(scene, members, d.first, d.last, "group", "the holders of one office, by country")


def _states(scene: Scene, d: Description) -> list[Draft]:
    """The states whose officials a plural title names, for want of the officials."""
    members = []
    for i in range(d.first, d.last):
        found = scene.view.known.states.get(i)
        if found is None or found[1] not in d.states:
            continue
        name = found[1].name
        known = (s for s in scene.cast.of_type("state") if s.name == name)
        state = next(known, None) or scene.cast.add(
            Draft("state", name, country=found[1].iso3, sector="GOV")
        )
        span = scene.view.span(i, found[0])
        state.mention(*span)
        state.prove(*span, "demonym-government", 0.7, "officials of a state stand for it")
        members.append(state)
    return list({id(s): s for s in members}.values())


def _of_group(scene: Scene, d: Description) -> list[Draft]:
    """ "the two sides' presidents": one of the people of each member of the group."""
    owners = [t for t in scene.together if d.first - 3 <= t.last <= d.first]
    if not owners:
        return []
    members = []
    for owner in owners[-1].members:
        people = [p for p in scene.cast.of_type("person") if p.country == owner.country]
        members += (
            [owner]
            if owner.type == "person"
            else [p for p in people if groups.answers(d.row, p)][:1]
        )
    return members


def _group(scene: Scene, phrase: Phrase) -> None:
    members = groups.resolve(phrase, scene.stage, scene.cast, scene.together)
    if members and len(members) >= 2:
        why = "a plural noun for actors named elsewhere"
        _together(scene, members, phrase.first, phrase.last, "group", why)


def _together(
    scene: Scene, members: list[Draft], first: int, last: int, rule: str, why: str
) -> None:
    draft = groups.group_of(scene.cast, members)
    words = scene.view.words(first, last)
    if rule == "group":
        draft.add_form(words)
    _say(scene, draft, first, last, rule, 0.6, why)
    sentence = scene.view.atoms.sentences[first]
    scene.together.append(Together(members, first, last, sentence, True))
    scene.together.sort(key=lambda t: t.first)


# Pronouns


def _pronoun(scene: Scene, i: int) -> None:
    low = scene.view.low(i)
    sentence = scene.view.atoms.sentences[i]
    draft: Draft | None = None
    if low in _HE | _SHE:
        main = _main_draft(scene, sentence) if _fronted(scene, i) else None
        gender = "m" if low in _HE else "f"
        draft = scene.stage.pronoun(i, gender, main)
        if draft is not None and draft.gender is None:
            draft.gender = gender
    elif low in _IT:
        draft = _it(scene, i, sentence)
    else:
        members = _they(scene, i, sentence)
        if members:
            _together(
                scene, members, i, i + 1, "pronoun", "a plural pronoun for actors named before"
            )
        return
    if draft is not None:
        _say(scene, draft, i, i + 1, "pronoun", 0.6, "a pronoun for one named before")


def _they(scene: Scene, i: int, sentence: int) -> list[Draft] | None:
    near = [t for t in scene.together if t.last <= i and sentence - t.sentence <= 1]
    strong = [t for t in near if t.strong]
    people_at = [
        s
        for s in scene.stage.seen
        if s.sentence == sentence and s.atom < i and _is_people(scene.view, s.atom)
    ]
    if people_at and not (strong and strong[-1].first > people_at[-1].atom):
        return None
    if strong:
        return strong[-1].members
    here = [s.draft for s in scene.stage.seen if s.sentence == sentence and s.atom < i]
    people = list({id(d): d for d in here if d.type == "person"}.values())
    return people if len(people) == 2 else None


def _is_people(view: View, atom: int) -> bool:
    state = view.known.states.get(atom)
    return state is not None and state[1].kind == "people"


def _it(scene: Scene, i: int, sentence: int) -> Draft | None:
    """A state or organisation that is the subject of this sentence or of the one before."""
    token = scene.view.token(i)
    if token.deprel in {"expl", "obj"} or token.head >= 0 and _be_adjective(scene, token.head):
        return None
    for distance in (0, 1):
        seen = [s for s in scene.stage.seen if s.sentence == sentence - distance and s.atom < i]
        subjects = [s for s in seen if s.role != OTHER]
        things = [s for s in subjects if s.draft.type in {"state", "organization"}]
        if len({id(s.draft) for s in things}) == 1 and (
            distance == 0 or len(subjects) == len(things)
        ):
            return things[-1].draft
        if subjects:
            return None
    return None


def _be_adjective(scene: Scene, head: int) -> bool:
    tokens = scene.view.text.tokens
    return tokens[head].upos == "ADJ" and any(
        tokens[c].deprel == "cop" for c in scene.view.text.children[head]
    )


def _one_of_them(scene: Scene, i: int) -> None:
    """ "the Briton said": the person of that country last seen, where the word is its subject."""
    last, state = scene.view.known.states[i]
    subject = scene.view.token(last - 1).deprel.startswith("nsubj")
    if state.kind != "demonym" or i in scene.by_atom or not subject:
        return
    for draft in scene.stage.persons(i):
        if draft.country == state.iso3:
            _say(scene, draft, i - 1, last, "kind", 0.5, "a citizen, named before")
            return


def _body_noun(scene: Scene, i: int, noun: str) -> None:
    """ "the ministry", "the group": the last organisation whose name ends so, or an armed one."""
    if i in scene.by_atom or any(d.first <= i < d.last for d in scene.descriptions):
        return
    view = scene.view
    if i + 1 < len(view.atoms) and view.upos(i + 1) in {"NOUN", "PROPN"} or view.low(i + 1) == "of":
        return
    for seen in reversed(scene.stage.seen):
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
            _say(scene, draft, first, i + 1, "kind", 0.6, "a kind of body, named before")
            return


def _main_draft(scene: Scene, sentence: int) -> Draft | None:
    main = _main_subject(scene, sentence)
    if main is None:
        return None
    first, last = scene.view.atoms.inside(
        scene.view.text.tokens[main].start, scene.view.text.tokens[main].end
    )
    for seen in scene.stage.seen:
        if seen.sentence == sentence and seen.atom <= first:
            head = scene.stage.head(seen.atom, last)
            if seen.role != OTHER and (seen.atom == first or head == main):
                return seen.draft
    return None


def _main_subject(scene: Scene, sentence: int) -> int | None:
    """The token of the subject of a sentence's main verb."""
    if sentence not in scene.mains:
        text = scene.view.text
        span = text.sentences[sentence]
        root = next((i for i in range(span.first, span.last) if text.tokens[i].head < 0), None)
        below = text.children[root] if root is not None else []
        subjects = [c for c in below if text.tokens[c].deprel in {"nsubj", "nsubj:pass"}]
        scene.mains[sentence] = subjects[0] if subjects else None
    return scene.mains[sentence]


def _fronted(scene: Scene, i: int) -> bool:
    """Whether a pronoun stands before the main subject and outside it: "After his visit, X …"."""
    main = _main_subject(scene, scene.view.atoms.sentences[i])
    if main is None or scene.view.atoms.tokens[i] >= main:
        return False
    at = scene.view.atoms.tokens[i]
    for _ in range(40):
        if at == main:
            return False
        at = scene.view.text.tokens[at].head
        if at < 0:
            return True
    return True


def _first_person(scene: Scene) -> None:
    """ "I" in a quotation is the person whom the reader found to be its source."""
    view = scene.view
    mentions = {span: draft for draft in scene.cast.of_type("person") for span in draft.spans}
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
                if view.low(i) in _I and i in scene.stage.quoted:
                    source[0].mention(*view.span(i, i + 1))
