"""Statements that papers make."""

from tests.extraction.trees import actor, mention, statements, tree

SOTO = actor("Ana Soto", country="CHL", title="President")
VEGA = actor("Juan Vega", country="PER", title="President")
CHILE, PERU = actor("Chile", "state", "CHL"), actor("Peru", "state", "PER")
PRESIDENTS = (
    "\u201c/PUNCT/8/punct The/DET/3/det presidents/NOUN/8/nsubj/president of/ADP/5/case "
    "Chile/PROPN/3/nmod and/CCONJ/7/cc Peru/PROPN/5/conj welcome/VERB/15/ccomp the/DET/10/det "
    "plan/NOUN/8/obj ,/PUNCT/8/punct \u201d/PUNCT/8/punct the/DET/14/det statement/NOUN/15/nsubj "
    "said/VERB/0/root/say ./PUNCT/15/punct"
)
ISSUED = (
    "Chile/PROPN/4/nsubj and/CCONJ/3/cc Peru/PROPN/1/conj issued/VERB/0/root/issue a/DET/7/det "
    "joint/ADJ/7/amod statement/NOUN/4/obj ./PUNCT/4/punct"
)
IT_SAID = (
    "The/DET/2/det statement/NOUN/3/nsubj said/VERB/0/root/say that/SCONJ/6/mark "
    "talks/NOUN/6/nsubj/talk failed/VERB/3/ccomp/fail ./PUNCT/3/punct"
)
MINISTRY = (
    "A/DET/3/det ministry/NOUN/3/compound statement/NOUN/4/nsubj said/VERB/0/root/say "
    "that/SCONJ/7/mark talks/NOUN/7/nsubj/talk failed/VERB/4/ccomp/fail ./PUNCT/4/punct"
)


def test_those_who_hold_the_office_that_the_quotation_names() -> None:
    text = tree(PRESIDENTS)
    found = (mention(text, "Chile", 2), mention(text, "Peru", 3))
    (one,) = statements(text, (SOTO, VEGA, CHILE, PERU), found)
    assert (one.speakers, one.joint, one.form) == ((0, 1), True, "direct")


def test_the_states_where_their_presidents_are_not_known() -> None:
    text = tree(PRESIDENTS)
    found = (mention(text, "Chile", 1), mention(text, "Peru", 2))
    (one,) = statements(text, (SOTO, CHILE, PERU), found)
    assert one.speakers == (1, 2)


def test_those_who_issued_it_before() -> None:
    text = tree(f"{ISSUED}\n{IT_SAID}")
    found = (mention(text, "Chile", 0), mention(text, "Peru", 1))
    (one,) = statements(text, (CHILE, PERU), found)
    assert (one.speakers, one.joint) == ((0, 1), True)


def test_the_body_whose_statement_it_is() -> None:
    text = tree(MINISTRY)
    (one,) = statements(
        text, (actor("the ministry", "organization"),), (mention(text, "ministry", 0),)
    )
    assert one.speakers == (0,)


def test_nobody_where_nobody_issued_it() -> None:
    (one,) = statements(tree(IT_SAID), (CHILE,))
    assert one.speakers == ()
