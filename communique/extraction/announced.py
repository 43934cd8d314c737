"""Events that are still to come or denied, as what is told of them is now.

Who announces a kindly act agrees (AGREE, CONCEDE), who announces a hostile one threatens
(THREATEN), and who denies that a kindly one will be done refuses (REJECT).
"""

from __future__ import annotations

from dataclasses import replace

from communique.extraction.cameo import acted, as_intent
from communique.extraction.drafts import Draft, named_by
from communique.extraction.ground import Ground
from communique.extraction.modals import until
from communique.extraction.triggers import names_meeting, scores
from communique.model.findings import Event

ANNOUNCED = {
    "COOPERATE": "AGREE",
    "AID": "AGREE",
    "SUPPORT": "AGREE",
    "CONCEDE": "AGREE",
    "RETREAT": "AGREE",
}
"""What a kindly act is while it is only announced. A ceasefire or withdrawal of troops that is
declared is a CONCEDE, and so is a concession that is decided and not yet carried out."""
DECLARED = frozenset({"ceasefire", "withdraw"})
DECIDED = frozenset({"decide", "order", "vote", "approve", "announce", "declare"})
KINDLY = frozenset({"CONCEDE", "RETREAT", "AGREE", "AID", "COOPERATE"})
"""Types that REJECT refuses."""
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})


def as_told(ground: Ground, found: Draft, event: Event) -> list[Event]:
    """The event of a draft as it is coded: of a meeting still to come also the AGREE that announces
    it, of what will not be done also the REJECT; nothing where neither is an event."""
    own = _own_words(ground, event)
    code = acted(ground, found, event) if event.aux else event.cameo
    if "negation" in event.aux and _refuses(ground, found):
        waits = tuple(a for a in until(ground, found.verb) if a not in event.actors)
        refused = replace(event, recipients=event.recipients or waits)
        if found.trigger.meeting:
            refused = _sided(ground, found, refused)
        return [event, _coded(refused, "REJECT", "will not, so REJECT", code, own)]
    if "negation" in event.aux and event.type == "REJECT":
        return []
    if found.trigger.words == ("round",) and event.process is None and not _of_talks(ground, found):
        return []
    if not event.actors and (event.process is None or "future" in event.aux):
        return []
    if "future" not in event.aux:
        return [event]
    if found.trigger.meeting:
        announced = replace(event, time=None, time_from=None)
        return [event, _coded(announced, "AGREE", "an announced meeting is an AGREE", code, own)]
    kind = _announced(ground, found, event)
    if kind is not None:
        return [_coded(event, kind, f"announced, so {kind}", code, own)]
    if event.type in HOSTILE:
        return [_coded(event, "THREATEN", "announced, so THREATEN", code, own)]
    return [event]


def _of_talks(ground: Ground, found: Draft) -> bool:
    """Whether a round is one of talks, not of an election or a match."""
    return any(names_meeting(ground, k) for k in ground.obliques(found.index, "of"))


def _announced(ground: Ground, found: Draft, event: Event) -> str | None:
    """The type that announces an act, None for one that keeps its own."""
    if event.type == "RETREAT" and event.mode in DECLARED:
        return "CONCEDE"
    above = ground.head(found.verb)
    decided = above >= 0 and ground.lemmas[above] in DECIDED and ground.rels[found.verb] == "xcomp"
    if event.type == "CONCEDE" and (
        decided or (found.trigger.objects and found.trigger.objects[0][0].startswith("cease"))
    ):
        return None
    return ANNOUNCED.get(event.type)


def _refuses(ground: Ground, found: Draft) -> bool:
    """Whether a denied act is one that its actor will not do."""
    if found.trigger.type not in KINDLY and ground.lemmas[found.verb] not in {"meet", "negotiate"}:
        return False
    told = {ground.lower[k] for k in ground.kids(found.verb, "aux")}
    return bool(told & {"will", "wo", "would", "shall"})


def _sided(ground: Ground, found: Draft, event: Event) -> Event:
    """A meeting that is refused has sides: whoever will not meet, and the others."""
    own = named_by(ground, ground.subjects(found.verb))
    actors = tuple(a for a in event.actors if a in own)
    others = tuple(a for a in event.actors if a not in own)
    return replace(event, actors=actors, recipients=others) if actors and others else event


def _own_words(ground: Ground, event: Event) -> bool:
    """Whether those who act, or people of theirs, say so themselves."""
    homes = {ground.actors[a].country for a in event.claimed_by} - {None}
    return any(
        a in event.claimed_by
        or (ground.actors[a].type == "state" and ground.actors[a].country in homes)
        for a in event.actors
    )


def _coded(event: Event, kind: str, why: str, code: str | None, own: bool) -> Event:
    """An event that is still to come, as the announcement that it is now; `code` is what CAMEO
    has for the act. It keeps the day that is announced, unless the event itself is told too. In
    their `own` words it is no claim: they announce, threaten or refuse by saying so."""
    proof = replace(event.evidence, rule=f"{event.evidence.rule}, announced", why=why)
    cameo, scale = as_intent(code, kind), scores()[kind, None]
    coded = replace(event, type=kind, mode=None, aux=(), scale=scale, cameo=cameo, evidence=proof)
    coded = replace(coded, level=None, duration=None)
    return replace(coded, claimed=False, claimed_by=()) if own else coded
