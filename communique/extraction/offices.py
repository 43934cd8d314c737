"""Descriptions of persons by office: "the Chilean foreign minister", "Secretary of the Security
Council of Norway", "OSCE (…) Director".

A description is found around a title of offices.tsv: first what stands before it (article, owner,
country, body, portfolio), then what follows ("of the Senate of Peru"). Surface words and the
lexicon lead; the parser only helps to tell whether a lower-case noun belongs to the phrase.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.extraction.known import StateName
from communique.extraction.view import View
from communique.lexicon.load import Row

FORMER = frozenset("former ex then onetime erstwhile late ousted deposed".split())
PRAISE = frozenset(
    "top senior high ranking highest leading veteran new newly elected appointed current incumbent "
    "outgoing visiting powerful key influential prominent embattled hardline moderate reformist "
    "conservative long time longtime serving young own respective two three four several some many "
    "various both other another more named unnamed designated incoming".split()
)
KEPT = frozenset(
    "acting interim caretaker deputy vice first second third assistant chief permanent special "
    "honorary joint co executive associate principal under lieutenant inaugural founding".split()
)
DETERMINERS = frozenset("the a an this that these those any every each".split())
OWNERS = frozenset("his her their its our my your".split())
_NO_BODY = KEPT | {"opposition", "resistance", "intelligence", "military"}
_LINKS = frozenset({"of", "for", "to", "at", "with"})
_INNER = frozenset({"of", "for", "and", "the", "&", "on", "in", "de", "del", "la"})


@dataclass(slots=True)
class Description:
    """A phrase that tells who somebody is by office: atoms `first`..`last`, the title's at
    `head`..`head_last`. `owner` is the atom of "his" in "his counterpart"."""

    first: int
    last: int
    head: int
    head_last: int
    row: Row
    plural: bool
    title: str = ""
    body: str | None = None
    body_row: Row | None = None
    acronym: str | None = None
    state: StateName | None = None
    states: list[StateName] = field(default_factory=list)
    former: bool = False
    determiner: str | None = None
    owner: int | None = None
    owner_name: tuple[int, int] | None = None
    count: int | None = None
    linked: bool = False

    @property
    def kind(self) -> str:
        """The class of the title."""
        return self.row["class"]


def find_descriptions(view: View) -> list[Description]:
    """Every description in a text, in order, none inside another."""
    found: list[Description] = []
    known, atoms = view.known, view.atoms
    i = 0
    while i < len(atoms):
        if i not in known.titles or i in view.in_person:
            i += 1
            continue
        last, (row, plural) = known.titles[i]
        following = known.titles.get(last)
        if following and view.same_sentence(i, last) and last not in view.in_person:
            i = last  # "Parliament Speaker", "Prime Minister spokesman": the last title counts
            continue
        if any(a in view.in_person for a in range(i, last)) or not _is_noun(view, i, last):
            i += 1
            continue
        floor = found[-1].last if found else 0
        description = Description(i, last, i, last, row, plural)
        _read_left(view, description, floor)
        _read_right(view, description)
        found.append(description)
        i = max(description.last, i + 1)
    return found


def _is_noun(view: View, first: int, last: int) -> bool:
    """Whether the title can be a noun here: "chairs", "heads" and "deputies" may be verbs."""
    token = view.token(last - 1)
    if token.upos in {"VERB", "AUX"} and last - first == 1:
        return False
    after = view.low(last)
    if after in {"level", "led", "ship"} and last < len(view.atoms) and view.atoms.joined[last]:
        return False
    return True


def _read_left(view: View, d: Description, floor: int) -> None:
    """Take in what stands before the title."""
    at = d.head
    while at > floor and view.same_sentence(at - 1, d.head):
        before = _one_left(view, d, at)
        if before is None or before < floor:
            break
        at = before
    _read_middle(view, d, at)
    _read_owner(view, d, at, floor)
    if d.determiner is None and d.first > floor:
        before_low = view.low(d.first - 1)
        if before_low in DETERMINERS and view.same_sentence(d.first - 1, d.head):
            d.determiner = before_low
            d.first -= 1
        elif before_low in OWNERS and view.same_sentence(d.first - 1, d.head):
            d.determiner, d.owner = before_low, d.first - 1
            d.first -= 1


def _only_country(view: View, at: int) -> bool:
    state = view.known.states.get(at)
    return state is not None and state[1].kind in {"demonym", "name", "prefix"}


def _one_left(view: View, d: Description, at: int) -> int | None:
    """The start of the word, name or parenthesis before `at` when it belongs to the phrase."""
    atoms, known = view.atoms, view.known
    k = at - 1
    low = atoms.lows[k]
    if k in view.in_person or k in view.dates:
        return None
    if low == ")" and k >= 2 and atoms.lows[k - 2] == "(" and _acronym(atoms.words[k - 1]):
        d.acronym = atoms.words[k - 1]
        return k - 2
    for ends in (known.organization_end, view.named_first, known.state_end, known.body_end):
        first = ends.get(at)
        if first is not None and first not in view.in_person and atoms.capital(first):
            if ends is view.named_first and not _plain_run(view, first, at):
                continue
            return first
    if low in FORMER or low in PRAISE or low in KEPT:
        return k
    if at in known.body_end:
        return known.body_end[at]
    if at in known.portfolio_end:
        return known.portfolio_end[at]
    if low in {"and", "&"} and k > 0 and _portfolio_pair(view, k):
        return k
    if atoms.joined[at] and low.isalpha():
        return k
    upos, deprel = view.upos(k), view.token(k).deprel
    if atoms.capital(k) and upos in {"PROPN", "NOUN", "ADJ"} and low.isalpha():
        return k if _capital_middle(view, d, k) else None
    if upos in {"ADJ", "NOUN"} and deprel in {"amod", "compound", "nmod"}:
        head = view.token(k).head
        if atoms.tokens[k] < head <= atoms.tokens[d.head_last - 1] and low.isalpha():
            return k
    return None


def _capital_middle(view: View, d: Description, k: int) -> bool:
    """Whether a capitalised word before a title belongs to it: not when it opens the sentence as
    another kind of word, or when the title is in lower case and the word is unknown."""
    if view.token(k).deprel in {"compound", "amod", "nmod", "flat", "nmod:poss", "nmod:unmarked"}:
        return True
    return view.atoms.capital(d.head) and view.token(k).deprel not in {
        "nsubj",
        "advmod",
        "discourse",
    }


def _plain_run(view: View, first: int, last: int) -> bool:
    """Whether a reader's name holds no title that is not inside a body ("Foreign Minister")."""
    return all(
        i not in view.known.titles or last - i > 1 and view.known.titles[i][0] < last
        for i in range(first, last)
    )


def _portfolio_pair(view: View, k: int) -> bool:
    """Whether "and" at `k` joins two portfolios: "Defence and Interior Minister"."""
    return (k + 1 in view.known.portfolios or view.atoms.capital(k + 1)) and (
        k in view.known.portfolio_end
    )


def _acronym(word: str) -> bool:
    return 2 <= len(word) <= 9 and sum(c.isupper() for c in word) >= max(2, len(word) - 3)


def _read_middle(view: View, d: Description, first: int) -> None:
    """Sort the words between the article and the title into country, body and portfolio."""
    known = view.known
    d.first = first
    i, body_from, body_to = first, None, None
    kept: list[tuple[int, int]] = []
    while i < d.head:
        low = view.low(i)
        organization = known.organizations.get(i)
        state = known.states.get(i)
        named = view.named_last.get(i)
        if organization and organization[0] <= d.head:
            d.body_row = organization[1]
            body_from, body_to = i, organization[0]
            i = organization[0]
        elif named and named <= d.head and named - i > 1 and not _country_word(view, i, named):
            if _only_country(view, i) and known.states[i][0] < named:
                d.states.append(known.states[i][1])
                body_from = known.states[i][0]
            else:
                body_from = i
            body_to = i = named
        elif (
            state and state[0] <= d.head and state[1].kind in {"demonym", "name", "capital", "seat"}
        ):
            d.states.append(state[1])
            if state[1].kind in {"capital", "seat"}:
                body_from, body_to = i, state[0]
            i = state[0]
        elif i in known.bodies and known.bodies[i][0] <= d.head and low not in _NO_BODY:
            end = known.bodies[i][0]
            body_from, body_to, kept = (kept[0][0] if kept else i), end, []
            d.body_row = known.bodies[i][1]
            i = end
        elif low == "(":
            i += 3
        elif low in FORMER:
            d.former = True
            i += 1
        elif low in PRAISE:
            d.count = _COUNTS.get(low, d.count)
            i += 1
        else:
            if kept or _keeps(view, d, i):
                kept.append((i, i + 1))
            i += 1
    if body_from is not None and body_to is not None:
        d.body = view.words(body_from, body_to)
    elif view.named_first.get(d.head) is None and d.acronym and not d.body:
        d.body = d.acronym
    start = kept[0][0] if kept else d.head
    d.title = _title(view, start, d.head_last)
    d.state = d.states[-1] if d.states else None


_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4}


def _country_word(view: View, first: int, last: int) -> bool:
    state = view.known.states.get(first)
    return state is not None and state[0] >= last


def _keeps(view: View, d: Description, i: int) -> bool:
    """Whether a word before the title is part of it: capitalised like it, or a known portfolio."""
    if i in view.known.portfolios or view.low(i) in KEPT:
        return True
    return view.atoms.capital(i) and view.atoms.capital(d.head) and view.low(i).isalpha()


def _title(view: View, first: int, last: int) -> str:
    words = view.words(first, last)
    return words[:-1] if words.endswith(".") else words


def _read_owner(view: View, d: Description, at: int, floor: int) -> None:
    """What stands before "'s": a state, a body or a person; and a determiner before all."""
    atoms, known = view.atoms, view.known
    k = at - 1
    if k <= floor or not view.same_sentence(k - 1, d.head):
        return
    low = atoms.lows[k]
    if low not in {"'s", "'"} or d.determiner:
        return
    for ends, kind in (
        (known.organization_end, "body"),
        (known.state_end, "state"),
        (view.named_first, "body"),
        (view.person_first, "person"),
        (known.body_end, "body"),
    ):
        first = ends.get(k)
        if first is None or first < floor:
            continue
        if kind == "state":
            d.states.insert(0, known.states[first][1])
            d.state = d.states[-1]
            if known.states[first][1].kind == "people":
                continue
        elif kind == "person":
            d.owner_name = (first, k)
        else:
            if d.body is None:
                d.body = view.words(first, k)
                row = known.organizations.get(first)
                d.body_row = row[1] if row and row[0] == k else None
            while first > floor and known.state_end.get(first) is not None:
                state = known.state_end[first]
                d.states.insert(0, known.states[state][1])
                d.state = d.state or d.states[0]
                first = state
        d.first = first
        d.determiner = "'s"
        if view.low(first - 1) == "the" and first > floor:
            d.first = first - 1
        return
    d.determiner = "'s"  # "the country's president": whose, another rule may tell


def _read_right(view: View, d: Description) -> None:
    """Take in what follows the title: "of the Senate", "of Peru", "for Foreign Affairs"."""
    at = d.head_last
    while view.low(at) in {"elect", "designate", "designated"} and view.same_sentence(d.head, at):
        d.title += ("-" if view.atoms.joined[at] else " ") + view.low(at)
        at += 1
    d.last = at
    for _ in range(3):
        link = view.low(d.last)
        if link not in _LINKS or not view.same_sentence(d.head, d.last + 1):
            return
        start = d.last + 1
        if view.low(start) in DETERMINERS or view.low(start) in OWNERS:
            start += 1
        end = _read_complement(view, d, link, start)
        if end is None:
            return
        d.last = end


def _read_complement(view: View, d: Description, link: str, start: int) -> int | None:
    """Read "Peru", "Russian Security Council", "foreign affairs" … after `link`; its end."""
    if start >= len(view.atoms) or not view.same_sentence(d.head, start):
        return None
    known = view.known
    state = known.states.get(start)
    organization = known.organizations.get(start)
    if link == "to" and d.kind in {"ambassador", "envoy"}:
        end = organization[0] if organization else state[0] if state else None
        if end is not None:
            d.title += " " + view.words(d.last, end)
        return end
    if link == "to":
        return None
    if organization and link != "with":
        return _set_body(view, d, start, organization[0], organization[1])
    body = _body_from(view, start)
    if body is not None:
        return _take_body(view, d, start, body)
    if state and state[1].kind in {"name", "capital"} and link in {"of", "for", "at"}:
        if link == "for" and d.kind in {"envoy", "negotiator"}:
            d.title += " " + view.words(d.last, state[0])
            return state[0]
        return _states_after(view, d, start)
    if start in known.portfolios and link in {"of", "for"}:
        return _portfolios_after(view, d, start)
    if link == "for" and d.kind in {"envoy", "negotiator"} and view.atoms.capital(start):
        end = start + 1
        while view.same_sentence(start, end) and view.atoms.capital(end):
            if end in view.in_person:
                break
            end += 1
        d.title += " " + view.words(d.last, end)
        return end
    return None


def _states_after(view: View, d: Description, start: int) -> int:
    """One state, or several after a plural: "presidents of Chile, Peru and Bolivia"."""
    known = view.known
    end, value = known.states[start]
    d.states.append(value)
    d.state = value
    while d.plural:
        at = end
        while view.low(at) in {",", "and", "the"}:
            at += 1
        if at == end or at not in known.states or not view.same_sentence(start, at):
            break
        end, value = known.states[at]
        d.states.append(value)
    return end


def _portfolios_after(view: View, d: Description, start: int) -> int:
    """A list of portfolios: "Trade, Industry and Energy"."""
    known = view.known
    end = known.portfolios[start]
    while True:
        at = end
        while view.low(at) in {",", "and", "&"}:
            at += 1
        if at > end and at not in known.portfolios:
            break
        if at not in known.portfolios or at in view.in_person:
            break
        end = known.portfolios[at]
    d.title += " " + view.words(d.last, end)
    return end


def _set_body(view: View, d: Description, start: int, end: int, row: Row | None) -> int:
    body = view.words(start, end)
    d.body = body if d.body is None else d.body
    d.body_row = row or d.body_row
    return _acronym_after(view, d, end)


def _acronym_after(view: View, d: Description, end: int) -> int:
    if view.low(end) == "(" and view.low(end + 2) == ")" and _acronym(view.atoms.words[end + 1]):
        d.acronym = view.atoms.words[end + 1]
        return end + 3
    return end


def _body_from(view: View, start: int) -> int | None:
    """The end of the institution that begins at `start`: the reader's name, or words up to the
    last kind of body among them."""
    atoms, known = view.atoms, view.known
    at, end = start, None
    capital = any(atoms.capital(i) for i in range(start, min(start + 3, len(atoms))))
    while view.same_sentence(start, at) and at not in view.in_person and at - start < 12:
        low = atoms.lows[at]
        if at in known.bodies and (atoms.capital(at) or not capital or end is None):
            end = known.bodies[at][0]
            at = end
            continue
        named = view.named_last.get(at, 0)
        if named - at > 1 and atoms.capital(at) and not _country_word(view, at, named):
            if any(i in known.titles for i in range(at, named)):
                break
            at = end = named
            continue
        if at in known.states and known.states[at][1].kind in {"demonym", "name"}:
            at = known.states[at][0]
            if view.low(at) == "'s":
                at += 1
            continue
        joins = low in _INNER and at > start and _goes_on(view, at)
        lower = not capital and view.upos(at) in {"NOUN", "ADJ"} and at - start < 4
        if not (atoms.capital(at) and low.isalpha() or joins or lower):
            break
        at += 1
    return end


def _goes_on(view: View, at: int) -> bool:
    """Whether a capitalised word follows "of", "for" or "and" inside an institution's name."""
    after = at + 1
    while view.low(after) in _INNER:
        after += 1
    return (
        view.same_sentence(at, after)
        and view.atoms.capital(after)
        and after not in view.in_person
        and after not in view.known.titles
    )


def _take_body(view: View, d: Description, start: int, end: int) -> int:
    """Split leading and closing states from a body and keep both; the end of all that is read."""
    known = view.known
    while start in known.states and known.states[start][0] < end:
        after, state = known.states[start]
        if state.kind not in {"demonym", "name"}:
            break
        d.states.append(state)
        d.state = state
        if (
            state.kind == "name"
            and view.low(after) != "'s"
            and not view.atoms.words[start].isupper()
        ):
            break  # "Kosovo Security Force": the state's name is part of the body's
        start = after + 1 if view.low(after) == "'s" else after
    closing = known.state_end.get(end)
    stop = end
    if closing is not None and closing > start and known.states[closing][1].kind == "name":
        d.state = d.state or known.states[closing][1]
        d.states.append(known.states[closing][1])
        cut = closing
        while cut > start and view.low(cut - 1) in {"of", "the"}:
            cut -= 1
        stop = cut if cut > start else end
    for i in range(start, end):
        if i in known.bodies:
            d.body_row = known.bodies[i][1]
    if d.body is None:
        d.body = view.words(start, stop)
    after = _acronym_after(view, d, end)
    if view.low(after) in {"of", "in"} and view.same_sentence(d.head, after + 1):
        at = after + 2 if view.low(after + 1) == "the" else after + 1
        state = known.states.get(at)
        if state and state[1].kind == "name" and at not in view.in_person:
            d.state = d.state or state[1]
            d.states.append(state[1])
            after = state[0]
    return after
