"""How one claim opposes another: a denial, a negation of one matter, two outcomes that exclude each other."""

from __future__ import annotations

from verifier.domain.claim import Claim, Reading
from verifier.domain.enums import (
    Aspect,
    ClaimKind,
    Polarity,
    QuantityKind,
)
from verifier.pairing.alignment import Alignment
from verifier.pairing.compare.actors import root_side
from verifier.pairing.compare.carried import names_more
from verifier.pairing.compare.ground import fit_on_ground
from verifier.pairing.compare.telling import contrast_words, has_any
from verifier.pairing.conditions import (
    both_characterise,
    denies_another_agent,
    denies_others,
    distance,
    is_light,
    is_negated_matter,
    is_none_of_part,
    leaves_room,
    shares_party,
    shares_sole_party,
    tells_none,
)
from verifier.reference import load

_GROUND = {"town", "village", "territory"}
"""What armed sides take from each other."""
_SINGLE = ("building", "vehicle", "bridge", "ship", "aircraft", "train", "bus", "dam", "pipeline", "substation", "port")
"""Kinds of things of which a text means a single one by its article."""
_NEXT = 150
"""How many characters may lie between a claim and one that takes up its words."""


def opposed_by(a: Alignment) -> str | None:
    """How one side opposes the other: denial, negation or antonym; None where it does not."""
    if a.denial:
        return "denial"
    how = _opposed_in_matter(a)
    if how is None or a.other_ones or denies_others(a) or (a.same_document and is_none_of_part(a)):
        return None
    return how


def _opposed_in_matter(a: Alignment) -> str | None:
    """The same without a denial of the very words, and whichever of their kind the things are."""
    if is_negated_matter(a):
        return "wording"
    if blames_another(a) or gives_to_another(a):
        return "agent"
    left, right = a.left.reading.predicate, a.right.reading.predicate
    if left is None or right is None:
        return None
    if a.role_map is not None and a.left.reading.polarity is a.right.reading.polarity is Polarity.POSITIVE:
        counted = any(c.reading.kind is ClaimKind.QUANTITY for c in (a.left, a.right))
        sides = root_side(a.left), root_side(a.right)
        allied = a.same_root or (sides[0] is not None and sides[0] == sides[1])
        one = shares_party(a) or shares_sole_party(a) or is_of_one_thing(a) or is_of_one_ground(a)
        judged = any(describes_event(c.reading) for c in (a.left, a.right))
        counted = counted and not (_is_of_all(a.left) or _is_of_all(a.right))
        fits = counted or allied or judged or fit_on_ground(a.left.reading, a.right.reading)
        return "antonym" if not fits and one and is_told_apart(a) else None
    if not (a.opposite_polarity and a.is_same("predicate") and a.role_map is None):
        return None
    if a.has_numbers and not (a.equal_numbers or tells_none(a.left.reading) or tells_none(a.right.reading)):
        return None
    if left.key.startswith("~") or right.key.startswith("~"):
        known = a.like_words or not both_characterise(a)
        told = a.fits("thing") or is_elliptic(a)
        bare = is_light(a.left) and is_light(a.right) and not (a.is_same("thing") or a.like_words)
        if bare or not (a.same_setting and a.left.lang == a.right.lang and told and known):
            return None
    one_event = (a.fits("agent") or leaves_agents_open(a)) and same_object(a)
    return "negation" if one_event and not (leaves_room(a) or denies_another_agent(a)) else None


def describes_event(reading: Reading) -> bool:
    """Whether a claim only says what the event of a noun was like: "der Raketenangriff sei der größte"."""
    return reading.kind is ClaimKind.STATE and reading.predicate is not None and reading.predicate.name[:1].isupper()


def blames_another(a: Alignment) -> bool:
    """Whether each side charges a party that is not its own with one act on one thing, on one day in one place."""
    if not a.gists.may_blame or a.same_root:
        return False
    charged = [(root_side(c), c.reading.agent.side if c.reading.agent is not None else None) for c in (a.left, a.right)]
    rivals = all(by is not None and agent is not None and by != agent for by, agent in charged)
    one_event = a.fits("place") and a.fits("time") and a.is_same("predicate", "thing") and not a.differs("patient")
    return rivals and one_event and is_single(a)


def gives_to_another(a: Alignment) -> bool:
    """Whether each claim says that another party holds one place."""
    rivals = a.gists.are_rival_holders and not a.same_root and not a.differs("time")
    return rivals and (is_of_one_thing(a) or is_of_one_ground(a))


def is_single(a: Alignment) -> bool:
    """Whether both speak of the one building, vehicle or place of its kind, not of people or of weapons."""
    things = [c.reading.thing for c in (a.left, a.right) if c.reading.thing is not None]
    known = all(any(load().is_kind_of(thing.key, kind) for kind in _SINGLE) for thing in things)
    return known and _is_definite(a.left) and _is_definite(a.right)


def is_of_one_ground(a: Alignment) -> bool:
    """Whether both tell who holds one place, in one story."""
    entries = [load().predicate(c.reading.predicate.key) for c in (a.left, a.right) if c.reading.predicate is not None]
    held = any(entry is not None and _GROUND & {*entry.objects, *entry.subjects} for entry in entries)
    return held and (a.one_story or a.looks_back) and not a.differs("thing") and (a.is_same("place") or a.same_name)


def is_of_one_thing(a: Alignment) -> bool:
    """Whether both speak of the one thing of its kind: "the treaty", "the dam"."""
    definite = _is_definite(a.left) and _is_definite(a.right)
    things = [c.reading.thing for c in (a.left, a.right) if c.reading.thing is not None]
    if a.is_same("thing") and a.same_setting and (_is_of_all(a.left) or _is_of_all(a.right)):
        return True
    if any(load().is_kind_of(thing.key, "person") for thing in things):
        one = a.is_same("thing") and (things[0].key != "person" or _is_named_alike(a))
    else:
        one = a.is_same("thing") or (a.fits("thing") and definite)
    return one and a.same_setting and (definite or a.is_same("place"))


def _is_of_all(claim: Claim) -> bool:
    """Whether a claim is of all things of a kind: "all passengers survived", "sämtliche Schulen"."""
    words = claim.reading.thing.name.lower().split() if claim.reading.thing is not None else []
    return bool(words) and words[0] in contrast_words(claim.lang)["universal"]


def _is_named_alike(a: Alignment) -> bool:
    """Whether people of no special kind are told by one noun: "the woman" twice, not the woman and the man."""
    nouns = [c.reading.thing.name.lower().split()[-1:] for c in (a.left, a.right) if c.reading.thing is not None]
    return a.left.lang == a.right.lang and nouns[:1] == nouns[1:]


def _is_definite(claim: Claim) -> bool:
    """Whether a thing is the one of its kind: "the airport", "Varno's airport", "his car"; bare in headlines.

    A bare singular is a substance or the only one there is as well: "water", "Alarm".
    """
    thing = claim.reading.thing
    words = thing.name.lower().replace("’", "'").split() if thing is not None else []
    lists = contrast_words(claim.lang)
    if not words or words[0] in lists["definite"] or "'s" in words:
        return True
    if words[0] in lists["indefinite"] or claim.reading.quantity is not None or thing is None:
        return False
    entry = load().thing(thing.key)
    singular = entry is not None and any(words[-1] == noun.lower() for noun in entry.nouns.get(claim.lang, ()))
    return claim.section_kind.is_headline or singular


def is_told_apart(a: Alignment) -> bool:
    """Opposite acts in one event need a place or a passage that ties them, and no weapons of two kinds."""
    things = [c.reading.thing for c in (a.left, a.right) if c.reading.thing is not None]
    if a.differs("thing") and all(load().is_kind_of(thing.key, "weapon") for thing in things):
        return False
    return a.same_setting or (a.fits("place") and a.fits("time"))


def leaves_agents_open(a: Alignment) -> bool:
    """Whether who did it is not told on both sides: then setting and object must tell that it is one event."""
    left, right = a.left.reading, a.right.reading
    money = is_money_either_way(left, right) or is_money_either_way(right, left)
    told = a.fits("thing") or a.fits("patient") or is_elliptic(a) or money or _is_of_whole_scene(left, right)
    return not a.differs("agent") and a.same_setting and told


def _is_of_whole_scene(left: Reading, right: Reading) -> bool:
    """Whether both tell of a state of nobody and nothing in particular: "there is no danger"."""
    states = left.aspect is right.aspect is Aspect.ATTRIBUTE and left.quantity is right.quantity is None
    return states and not any((left.thing, right.thing, left.patient, right.patient))


def same_object(a: Alignment) -> bool:
    """Whether a negation and an assertion are of one object: the same thing or patient, or both without one."""
    if a.fits("thing") or (a.is_same("place") and a.fits("agent") and not a.differs("thing")):
        return not a.differs("patient")
    left, right = a.left.reading, a.right.reading
    if is_money_either_way(left, right) or is_money_either_way(right, left):
        return not a.differs("patient")
    if is_elliptic(a):
        return True
    bare = left.thing is right.thing is None
    return bare and (a.fits("patient") or (left.patient is right.patient is None and a.same_setting))


def is_elliptic(a: Alignment) -> bool:
    """Whether one side, right after the other, leaves out what the other names: "denied that he had resigned".

    A denial may come first: "denied that anything had leaked".
    """
    if not a.same_passage or a.same_root or distance(a) > _NEXT:
        return False
    first, later = sorted((a.left, a.right), key=lambda c: c.span)
    unsaid = [c.reading.thing is None and c.reading.patient is None for c in (first, later)]
    if unsaid == [True, False] and first.reading.kind is ClaimKind.DENIAL:
        first, later = later, first
    elif unsaid != [False, True]:
        return False
    return not names_more(later, first) and not has_any(later.quote, contrast_words(later.lang)["pronouns"])


def is_money_either_way(one: Reading, other: Reading) -> bool:
    """Whether one side names a sum and the other money, or a kind of it."""
    sum_told = one.thing is None and one.quantity is not None and one.quantity.kind is QuantityKind.MONEY
    return sum_told and other.thing is not None and load().is_kind_of(other.thing.key, "money")
