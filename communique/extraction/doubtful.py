"""Which words of a trigger tell no event after all: figures of speech, contests, opinions.

A deed has two sides. What people without office do to nobody who is named is no public act; what
politicians, parties and companies do to each other with verbs of force is done with words.
"""

from __future__ import annotations

from dataclasses import replace

from communique.extraction.described import RULE
from communique.extraction.drafts import Draft
from communique.extraction.ground import Ground
from communique.extraction.verbals import private
from communique.lexicon.load import words

ARMED = frozenset({"MIL", "REB", "UAF", "CRM", "COP", "SPY", "ISM"})
"""Sectors whose people use force."""
FORCE = frozenset({"ASSAULT", "COERCE"})
AIMED = frozenset(
    {"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "CONCEDE", "AGREE", "THREATEN", "COOPERATE", "AID"}
    | {"ASSAULT"}
)
"""Types whose deed is done to somebody."""
RULING = frozenset({"GOV", "JUD", "LEG", "IGO", "UNO", "EUR"})
"""Sectors of bodies whose deeds are a state's, or of many states."""
BLAME = frozenset({"attack", "assail", "blast", "hammer", "lash", "target"})
"""Verbs of force that mean blame where words are the weapon."""
PARTISAN = frozenset({None, "PTY", "OPP", "BUS", "MED", "JRN", "CVL"})
"""Sectors of people who speak for themselves, or their party or company."""
FORCEFUL = frozenset({"offensive", "operation", "raid", "incursion", "invasion", "bombardment"})
"""What only forces begin."""
STATEHOOD = frozenset({"independence", "sovereignty", "statehood", "government", "authority"})
"""What one state recognizes in another."""
SPOKEN = frozenset(
    {"suggest", "insist", "concede", "ask", "acknowledge", "recognize", "recognise", "agree"}
    | {"admit", "accept"}
)
"""Verbs that tell of an opinion where a statement follows them: "insisted that it was true"."""
ASKING = frozenset({"should", "must", "ought"})
OPEN = frozenset({"will", "would", "should", "must", "shall", "can", "could", "may", "wo", "'ll"})


def settled(ground: Ground, found: Draft) -> Draft | None:
    """A draft as the event that it tells, None where it tells none."""
    if _generic(ground, found):
        return None
    if found.trigger.meeting:
        return None if _is_demand(ground, found) or _going(ground, found) else found
    if any(rule(ground, found) for rule in (_particle, _opinion, _silence, _publication, _poll)):
        return None
    if found.trigger.type in FORCE and found.trigger.words[0] in words("contests.tsv"):
        found_or_none = _in_words(ground, found)
        if found_or_none is None:
            return None
        found = found_or_none
    return None if _one_sided(ground, found) or _is_match(ground, found) else found


def _is_match(ground: Ground, found: Draft) -> bool:
    """Whether one beats whom nobody can beat up, a state or a body: in a match or at the polls."""
    return found.mode == "beat" and all(
        ground.actors[a].type in {"state", "organization"} for a in found.recipients
    )


def _is_demand(ground: Ground, found: Draft) -> bool:
    """Whether a call is one for something: "its calls to delay the vote", "joined the calls"."""
    if found.trigger.pos != "noun" or found.trigger.words != ("call",):
        return False
    if ground.text.tokens[found.index].xpos == "NNS" and not found.recipients:
        return len(found.actors) < 2
    clauses = ground.kids(found.index, "acl", "advcl", "xcomp")
    return bool(ground.obliques(found.index, "for")) or any(
        "to" in ground.marks(k) for k in clauses
    )


def _going(ground: Ground, found: Draft) -> bool:
    """Whether "going to" only tells of the time to come: "is going to need help from"."""
    after = found.index + 2
    if found.trigger.words[0] != "go" or after >= len(ground.lower):
        return False
    infinitive = ground.lower[after - 1] == "to" and ground.text.tokens[after].xpos == "VB"
    return infinitive and ground.text.tokens[found.index].xpos == "VBG"


def _publication(ground: Ground, found: Draft) -> bool:
    """Whether what is released or recognized is a matter, not somebody: "released her records"."""
    told = {ground.lemmas[o] for o in ground.objects(found.index)}
    if found.trigger.mode == "release":
        return bool(told & words("released_papers.tsv"))
    known = found.trigger.words[0] in {"recognize", "recognise", "acknowledge"}
    return known and not told & STATEHOOD and (found.far or not found.recipients)


def _poll(ground: Ground, found: Draft) -> bool:
    """Whether what is told is what people of no name or country think, as polls count it, or a
    strike or a closed road of those who bear arms, which is no protest."""
    if found.trigger.type == "PROTEST":
        return found.trigger.mode in {"strike", "obstruct"} and any(
            ground.actors[a].sector in ARMED for a in found.actors
        )
    blame = found.trigger.type == "ACCUSE" and found.mode == "disapprove"
    if found.trigger.type not in {"SUPPORT", "REJECT"} and not blame:
        return False
    return all(
        ground.actors[a].evidence.rule == RULE
        and ground.actors[a].country is None
        and ground.actors[a].sector in PARTISAN
        for a in found.actors
    )


def _generic(ground: Ground, found: Draft) -> bool:
    """Whether a clause tells what people of some kind do, not what some of them did: "people who
    attack my family", "visitors travelling to Chad"."""
    top = found.index
    while ground.rels[top] == "conj" and ground.is_verb(ground.head(top)):
        top = ground.head(top)
    token = ground.text.tokens[top]
    if found.trigger.pos != "verb" or not token.deprel.startswith("acl"):
        return False
    described = all(ground.actors[a].evidence.rule == RULE for a in found.actors)
    if token.deprel == "acl:relcl":
        plain = token.xpos in {"VBP", "VBZ"} and not ground.kids(found.index, "aux")
    else:
        plain = token.xpos == "VBG" and found.trigger.mode == "visit"
    return described and plain


def _particle(ground: Ground, found: Draft) -> bool:
    """Whether a particle makes another verb of a verb of force: "struck down the law"."""
    if found.trigger.pos != "verb" or found.trigger.type != "ASSAULT":
        return False
    told = {ground.lower[k] for k in ground.kids(found.index, "compound", "advmod")}
    return bool(told & {"down", "back", "off", "up", "out"} - {*found.trigger.words}) and (
        found.trigger.words[0] in words("contests.tsv")
    )


def _opinion(ground: Ground, found: Draft) -> bool:
    """Whether what follows a verb is a statement of what is, not of what is to be done."""
    if found.trigger.pos != "verb" or found.trigger.words[0] not in SPOKEN:
        return False
    with_what = (
        not found.recipients and len(found.actors) == 1 and ground.obliques(found.index, "with")
    )
    if found.trigger.words == ("agree",) and with_what and not ground.kids(found.index, "xcomp"):
        return True
    for clause in ground.kids(found.index, "ccomp"):
        marks = ground.marks(clause)
        told = {ground.lower[k] for k in ground.kids(clause, "aux")}
        asked = told & (OPEN if found.trigger.type == "AGREE" else ASKING)
        stated = (told or _finite(ground, clause)) and not asked and "to" not in marks
        if marks & {"whether", "if"} or stated:
            return True
    return False


def _finite(ground: Ground, clause: int) -> bool:
    tags = {ground.text.tokens[k].xpos for k in (clause, *ground.kids(clause, "aux", "cop"))}
    return bool(tags & {"VBD", "VBZ"}) or bool(tags & {"VBP"} and not ground.marks(clause) & {"to"})


def _silence(ground: Ground, found: Draft) -> bool:
    """Whether only words are refused: "declined to comment"."""
    if found.trigger.type != "REJECT" or found.trigger.pos != "verb" or found.recipients:
        return False
    return any(ground.lemmas[k] in words("silences.tsv") for k in ground.kids(found.index, "xcomp"))


def _in_words(ground: Ground, found: Draft) -> Draft | None:
    """What civilians do with a verb of force: an attack on somebody named is blame (ACCUSE), all
    else a contest or a figure of speech. Whoever orders an attack has others strike."""
    if any(not _civil(ground, a) for a in found.actors):
        idle = found.trigger.words == ("fight",) and not found.recipients
        return None if idle and not ground.objects(found.index) else found
    if ground.lemmas[found.verb] == "order" or _campaign(ground, found):
        return found
    told = {ground.lemmas[o] for o in ground.objects(found.index)}
    if found.trigger.objects and "attack" not in told and "assault" not in told:
        return None
    if found.recipients and (found.trigger.words[0] in BLAME or found.trigger.objects):
        trigger = replace(found.trigger, type="ACCUSE", mode="disapprove")
        why = "; ".join(filter(None, [found.why, "civilians attack with words"]))
        return replace(found, trigger=trigger, mode="disapprove", why=why)
    return None


def _campaign(ground: Ground, found: Draft) -> bool:
    """Whether those in office begin something that only forces do: "launched an offensive"."""
    told = {ground.lemmas[o] for o in ground.objects(found.index)}
    return bool(found.trigger.objects and told & FORCEFUL) and any(
        _official(ground, a) for a in found.actors
    )


def _civil(ground: Ground, index: int) -> bool:
    """Whether an actor bears no arms and commands none: a person, a party, a company."""
    one = ground.actors[index]
    if one.sector in ARMED:
        return False
    if one.type == "person":
        return True
    return one.type == "organization" and one.country is None and one.sector not in RULING


def _one_sided(ground: Ground, found: Draft) -> bool:
    """Whether a deed that is done to somebody is done to nobody named, by people who do not act for
    a state: what they think or do is no public act, nor is what an official admits."""
    named = not all(ground.actors[a].evidence.rule == RULE for a in found.recipients)
    if found.trigger.type not in AIMED or (found.recipients and (named or not found.far)):
        return False
    people = all(ground.actors[a].type == "person" for a in found.actors)
    return people and (
        found.trigger.type == "CONCEDE" or not any(_official(ground, a) for a in found.actors)
    )


def _official(ground: Ground, index: int) -> bool:
    """Whether somebody holds an office of a state or a body, or is told to be of a country."""
    one = ground.actors[index]
    return not private(ground, index) and (one.sector not in PARTISAN)
