"""Whether two figures count one thing, and whether two voices give them."""

from __future__ import annotations

from verifier.domain.claim import Claim
from verifier.domain.enums import Aspect, QuantityKind
from verifier.pairing.alignment import Alignment
from verifier.pairing.compare.carried import is_carried, opens, opens_elsewhere, turns_to_another
from verifier.pairing.compare.counted import CROWD, counts_people, is_mere_count, tells_coming
from verifier.pairing.compare.figures import is_owned, is_part_told
from verifier.pairing.compare.telling import contrast_words, has_any, is_reckoned
from verifier.pairing.conditions import distance, shares_party
from verifier.pairing.growth import middle

_MERE_FIGURES = ("exist", "amount", "contain", "confirm", "record-cases", "~have", "~haben", "~hold", "~be", "~sein")
"""Predicates that only say that there are so many."""
_HELD = ("~have", "~haben", "poll-at", "vote-count-share")
"""Predicates of a share that belongs to somebody."""
_SCALES = 1000
"""Figures that many times apart measure no one thing."""
_LIKELY = 8
"""Figures less far apart may be two counts of one crowd or column."""


def is_one_word(a: Alignment) -> bool:
    """Whether texts of one language call what they count by the very same word, so that they mean one party's."""
    left, right = a.left.reading.thing, a.right.reading.thing
    if left is None or right is None or a.left.lang != a.right.lang:
        return False
    return left.name.rpartition(" ")[2].lower() == right.name.rpartition(" ")[2].lower()


def is_share_held(a: Alignment) -> bool:
    """Whether both say what share somebody has: of two holders that are not known, each has its own."""
    if not a.left.reading.aspect is a.right.reading.aspect is Aspect.SHARE:
        return False
    terms = [c.reading.predicate for c in (a.left, a.right)]
    return all(term is not None and term.key in _HELD for term in terms) and not a.like_words


def counts_one_thing(a: Alignment) -> bool:
    """Whether both count one thing in one story by verbs that no list knows, or only say that there are so many.

    Two sources do so, or one in like words: what a text itself tells of the same kind is mostly another of that kind.
    """
    if not (a.has_numbers and a.overlap is not None) or a.is_same("predicate"):
        return False
    keys = [term.key for c in (a.left, a.right) if (term := c.reading.predicate) is not None]
    if is_counted_by_another(a):
        return True
    ownerless = a.left.reading.agent is a.right.reading.agent is None
    mere = ownerless and all(key in _MERE_FIGURES for key in keys)
    bare = mere or all(key.startswith("~") for key in keys)
    voiced = all(c.reading.chain for c in (a.left, a.right)) or a.like_words
    return len(keys) == 2 and bare and voiced and a.is_same("thing") and a.same_setting


def is_counted_by_another(a: Alignment) -> bool:
    """Whether one source tells how many came, and another only how many it counted: of people, two crowds."""
    if a.same_root or not (a.is_same("thing") and a.same_setting):
        return False
    sides = ((a.left, a.right), (a.right, a.left))
    if not any(is_mere_count(one) and tells_coming(other) for one, other in sides):
        return False
    low, high = sorted((middle(a.left), middle(a.right)))
    return low > 0 and high < _LIKELY * low and (low >= CROWD or not counts_people(a.left))


def counts_loosely(a: Alignment) -> bool:
    """Whether nothing but that they are people is told of both counted: 60 people digging, 400 inhabitants."""
    if not a.has_numbers or a.left.lang != a.right.lang or is_one_word(a):
        return False
    sides = (a.left.reading, a.right.reading)
    people = all(r.thing is not None and r.thing.key == "person" for r in sides)
    keys = [r.predicate.key for r in sides if r.predicate is not None]
    return people and all(key in _MERE_FIGURES or key.startswith("~") for key in keys)


def counts_another(a: Alignment) -> bool:
    """Whether one figure, by the words that open or own it, is of another time, bearer or owner than the other."""
    sides = ((a.left, a.right), (a.right, a.left))
    if a.same_document and any(turns_to_another(one, other) for one, other in sides):
        return not (a.is_same("time") and any(_opens_with_time(one) for one, _ in sides))
    unvoiced = not (a.left.reading.chain or a.right.reading.chain)
    if not a.same_document and unvoiced and any(opens_elsewhere(one, other) for one, other in sides):
        return True
    if is_part_beside(a) or is_share_of_another(a) or is_out_of_scale(a) or is_reckoned_otherwise(a):
        return True
    owned = [is_owned(c) for c in (a.left, a.right)]
    return owned[0] != owned[1] and not (a.same_passage or shares_party(a))


def is_part_beside(a: Alignment) -> bool:
    """Whether one figure is by its sentence a part of what is told there, and smaller: "two of them in Zelmov"."""
    parts = [is_part_told(c) for c in (a.left, a.right)]
    part, other = (a.left, a.right) if parts[0] else (a.right, a.left)
    return parts[0] != parts[1] and middle(part) < middle(other)


def is_share_of_another(a: Alignment) -> bool:
    """Whether one share of the vote takes up another of one text: then it is somebody else's, who is told beside it."""
    shares = a.left.reading.aspect is a.right.reading.aspect is Aspect.SHARE
    terms = [c.reading.predicate for c in (a.left, a.right)]
    won = all(term is not None and term.key in (*_HELD, "win") for term in terms)
    return shares and won and a.same_passage and any(is_carried(c) for c in (a.left, a.right))


def is_reckoned_otherwise(a: Alignment) -> bool:
    """Whether one sum is told with what the other leaves out: "a net profit of", "der Bruttogewinn"."""
    (left_net, left_gross), (right_net, right_gross) = (
        tuple(is_reckoned(c.quote, c.lang, name) for name in ("net", "gross")) for c in (a.left, a.right)
    )
    return (left_net and right_gross and not left_gross) or (left_gross and right_net and not right_gross)


def is_out_of_scale(a: Alignment) -> bool:
    """Whether one figure is so many times the other that both can hardly measure one thing."""
    low, high = sorted((middle(a.left), middle(a.right)))
    return low > 0 and high >= _SCALES * low and not a.like_words


def _opens_with_time(claim: Claim) -> bool:
    """Whether a claim's sentence opens with the time it tells."""
    time = claim.reading.time
    return time is not None and time.span is not None and opens(time.span, claim.sentence_start)


def counts_no_things(a: Alignment) -> bool:
    """Whether both figures measure the predicate itself: a magnitude, a turnout."""
    left, right = a.left.reading, a.right.reading
    kinds = {r.quantity.kind if r.quantity is not None else None for r in (left, right)}
    if left.thing is right.thing is None and kinds in ({QuantityKind.MEASURE}, {QuantityKind.MONEY}):
        return a.same_setting or kinds == {QuantityKind.MEASURE}
    measured = (Aspect.ATTRIBUTE, Aspect.SHARE, Aspect.RATE)
    return left.thing is right.thing is None and left.aspect in measured and left.aspect is right.aspect


def lacks_second_voice(a: Alignment, within: int) -> bool:
    """Whether one text tells both and no second source does: "9,000 died, after 7,000 in May".

    A source for one alone is a second where it is set against the text's own words: within a sentence by a word that
    says so ("none died, but doctors say two did"), else by standing next to them or ``within`` so many letters, or by
    their being the heading.
    """
    if not a.same_document:
        return False
    told = sum(bool(c.reading.chain) for c in (a.left, a.right))
    if a.left.context == a.right.context:
        first = min(a.left, a.right, key=lambda c: c.span)
        rest = first.context[max(0, first.context.find(first.quote)) :]
        return told == 0 or (told == 1 and not has_any(rest, contrast_words(first.lang)["markers"]))
    if any(c.section_kind.is_headline for c in (a.left, a.right)):
        return False
    return told == 0 or (told == 1 and not (a.beside or distance(a) <= within))


def tells_in_one_voice(a: Alignment) -> bool:
    """Whether the body of one text tells both for itself, and not of one question in like words.

    Who tells a story seldom contradicts himself: mostly these are figures of two times or groups no slot tells apart.
    """
    sides = (a.left, a.right)
    named = any(c.reading.chain or c.section_kind.is_headline for c in sides)
    return a.same_document and not named and not a.like_words
