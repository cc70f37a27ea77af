"""Words of the closed vocabularies that pages show, written out so that catalogues can hold them.

They come to the templates as stored values; ``word`` turns them into the language of the reader.
"""

from __future__ import annotations


def N_(message: str) -> str:
    """Mark a message for the catalogues."""
    return message


def P_(context: str, message: str) -> str:  # noqa: ARG001 - read by the extraction
    """Mark a message that means something else elsewhere."""
    return message


CLAIM_KINDS = (
    N_("quantity"), N_("event"), N_("state"), N_("denial"), N_("quote"), N_("superlative"), N_("characterisation"),
    N_("opinion"),
)  # fmt: skip
SECTION_KINDS = (
    N_("title"), N_("deck"), N_("summary"), N_("heading"), N_("body"), N_("caption"), N_("credit"), N_("boilerplate"),
)  # fmt: skip
STEP_ROLES = (
    N_("claimant"), N_("spokesperson"), N_("channel"), N_("agency"), N_("investigator"), N_("outlet"),
)  # fmt: skip
SLOTS = (
    N_("hedge"), N_("stated on"), N_("verb"), N_("name"), N_("date"), N_("role"), N_("stance"), N_("kind"),
)  # fmt: skip
ASPECTS = (
    N_("stock"), N_("event count"), N_("cumulative"), N_("rate"), N_("share"), N_("attribute"), N_("ordinal"),
)  # fmt: skip
MODALITIES = (
    N_("actual"), N_("goal"), N_("forecast"), N_("capability"), N_("conditional"), N_("question"),
)  # fmt: skip
POLARITIES = (N_("affirmed"), N_("denied"))
COMMITMENTS = (
    N_("asserted"), N_("estimated"), N_("distanced"), N_("implied"), N_("found"), N_("confirmed"), N_("quoted"),
)  # fmt: skip
STANCES = (N_("asserts"), N_("denies"), N_("bounds"), N_("context"))
STRENGTHS = (N_("hard"), N_("soft"))
OTHER_ASPECTS = (
    N_("outcome"), N_("opposite"), N_("negation"), N_("wording"), N_("antonym"), N_("copy"), N_("same claimant"),
    N_("sense"), N_("slots"), N_("superlative"), N_("contrast"), N_("blame"), N_("network"),
)  # fmt: skip
SOURCE_KINDS = (
    P_("source", "person"), P_("source", "org"), P_("source", "state"), P_("source", "group"), P_("source", "role"),
    P_("source", "anonymous"), P_("source", "agency"), P_("source", "newspaper"), P_("source", "broadcaster"),
    P_("source", "state media"), P_("source", "government"), P_("source", "ngo"), P_("source", "platform"),
    P_("source", "unknown"),
)  # fmt: skip
STATES_OF_REPORTS = (N_("draft"), N_("published"), N_("corrected"), N_("withdrawn"))
STATES_OF_DISPUTES = (
    N_("open"), N_("resolved"), N_("dismissed"), N_("reopened"), N_("Open"), N_("Resolved"), N_("Dismissed"),
    N_("Reopened"),
)  # fmt: skip
QUESTIONS = (N_("attribution"), N_("content"))
ROLES = (N_("viewer"), N_("reviewer"), N_("editor"), N_("admin"))
SCOPES = (N_("read"), N_("write"))
ACTS = (
    N_("decide"), N_("undo"), N_("correct"), N_("user add"), N_("user role"), N_("user password"), N_("user disable"),
    N_("user enable"), N_("token add"), N_("token revoke"), N_("erase decision"), N_("erase user"), N_("grade"),
)  # fmt: skip
FACETS = (
    N_("Waiting"), N_("Decided"), N_("Read anew"), N_("Nobody yet"), N_("Hard"), N_("Soft"),
    P_("relation", "Headline body"),
)  # fmt: skip
REASONS = (
    N_("not told on both sides"), N_("told on neither side"), N_("the times lie apart"), N_("one time holds the other"),
    N_("the times overlap"), N_("one is a kind of the other"), N_("one word holds the other"), N_("of one party"),
    N_("different parties"), N_("a body of state and a group that speaks for itself"), N_("one of them is not named"),
    N_("different actors"), N_("one lies in the other"), N_("places of one name"), N_("one name in two spellings"),
    N_("one of them is in no gazetteer"), N_("one of several places"), N_("opposites of one event"), N_("akin"),
    N_("of different units"), N_("the wordings fit"), N_("apart (hard)"), N_("apart (soft)"),
    N_("a town may lie in a region"), N_("senses that no list knows"),
    N_("one surname"),
)  # fmt: skip
FINDINGS = (
    N_("One proposition stands in a headline and again in the body, told differently."),
    N_("A number given as a part is larger than the whole it is said to be part of."),
    N_("The parts add up to more than the whole."),
    N_("A near-copy of another document in which something that matters has changed."),
)
NOBODY = N_("The article itself")
PICTURES = (
    N_("the article"), N_("asserts"), N_("denies"), N_("When it holds and when it was said"), N_("for no stated time"),
    N_("for %(start)s to %(end)s"), N_("an open start"), N_("an open end"), N_("said on %(day)s"),
    N_("said on no known day"),
)  # fmt: skip
