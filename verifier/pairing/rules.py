"""The conditions of the ladder: each looks at an alignment and decides, or says why it does not apply."""

from __future__ import annotations

from verifier.domain.enums import ClaimKind, Modality, Relation, SlotOutcome, Strength
from verifier.pairing.alignment import Alignment
from verifier.pairing.compare.quantities import Overlap
from verifier.pairing.conditions import (
    counts_none,
    exceeds_whole,
    has_no_places,
    is_announced,
    is_comparable,
    is_half_told,
    is_money_of_two_kinds,
    is_negated_matter,
    is_one_count,
    is_one_office,
    is_told_alike,
    outgrows,
    shares_party,
    shares_something,
    stated_together,
    tells_again,
    tells_same_event,
)
from verifier.pairing.contrast import are_apart, contrasted_by
from verifier.pairing.counting import (
    counts_another,
    counts_loosely,
    counts_no_things,
    counts_one_thing,
    lacks_second_voice,
    tells_in_one_voice,
)
from verifier.pairing.deciding import (
    BESIDE,
    DECIDING,
    DECIDING_SUPPORT,
    NEAR,
    TOLD_AGAIN,
    is_dated_apart,
    open_slot,
    takes_up_question,
)
from verifier.pairing.decision import Decision
from verifier.pairing.growth import in_order, is_fresh, is_told_on, is_unfolding, middle
from verifier.pairing.opposition import opposed_by
from verifier.pairing.plans import is_told_of_the_future

_NO_FACTS = (Modality.QUESTION, Modality.CONDITIONAL)


def no_facts(a: Alignment) -> Decision | str:
    """R1"""
    for claim in (a.left, a.right):
        if claim.reading.kind is ClaimKind.OPINION or claim.reading.modality in _NO_FACTS:
            return Decision(Relation.UNRELATED, aspect="opinion")
    if contrasted_by(a) is not None:
        return "the text sets one against the other"
    if a.outcome("predicate") is SlotOutcome.UNKNOWN and not is_told_otherwise(a):
        return Decision(Relation.UNRELATED, aspect="sense not known")
    if not is_comparable(a) and not shares_something(a):
        return Decision(Relation.UNRELATED, aspect="nothing shared")
    return "both state facts"


def is_told_otherwise(a: Alignment) -> bool:
    """Whether something else than predicates of a known sense tells that two claims are of one matter."""
    return a.is_linked or a.denial or a.near_copy or is_negated_matter(a) or counts_one_thing(a)


def duplicate(a: Alignment) -> Decision | str:
    """R2"""
    if a.is_opposite:
        return "they do not say the same"
    if a.near_copy:
        same = a.equal_numbers or not a.has_numbers
        return Decision(Relation.DUPLICATE, aspect="copy") if same else "a near-copy whose number changed"
    if not (a.same_root or is_announced(a) or (is_one_office(a) and a.equal_numbers)):
        return "different root claimants"
    if outgrows(a):
        return "a later figure goes beyond the earlier"
    if a.has_numbers != (a.left.reading.quantity is not None and a.right.reading.quantity is not None):
        return "only one side gives a number"
    if a.has_numbers and a.overlap is not Overlap.OK:
        return "the numbers do not fit"
    if a.has_numbers and not (a.is_same("place") or a.equal_numbers or has_no_places(a)):
        return "only one side tells the place, or one place is part of the other"
    resolved = a.is_same("modality") or (a.equal_numbers and is_told_of_the_future(a))
    if not ((a.is_same("predicate", "thing") and resolved) or tells_same_event(a)):
        return "they differ in what they tell"
    if any(a.differs(slot) for slot in ("agent", "patient", "place", "time", "thing")):
        return "a slot differs"
    tied = a.same_document or a.same_setting or (a.fits("time") and (a.fits("place") or a.is_same("agent")))
    if not tied:
        return "nothing ties two articles to one event"
    if a.is_linked:
        return "one number is part of the other"
    return Decision(Relation.DUPLICATE, aspect="same claimant") if stated_together(a) else "stated on different days"


def part_of_whole(a: Alignment) -> Decision | str:
    """R5"""
    if not a.is_linked:
        return "the text does not link the numbers"
    left, right = a.left.reading.quantity, a.right.reading.quantity
    part = "left" if left is not None and right is not None and left.part_of == right.span.start else "right"
    return Decision(Relation.REFINES, aspect="part", direction=part)


def contradiction(a: Alignment) -> Decision | str:
    """R8"""
    how = opposed_by(a) or contrasted_by(a)
    if how is None:
        return "nothing is denied, negated or opposite"
    if how != "denial" and a.same_passage and are_apart(a.left, a.right):
        return "they name two parts of the matter"
    if how != "denial" and a.same_document and a.same_root:
        return "one source says both in one text"
    if how != "denial" and lacks_second_voice(a, BESIDE if how == "negation" else NEAR):
        return "the text tells both without a second source"
    if not a.event_possible:
        return "nothing ties them to one event"
    if counts_none(a):
        return "one side counts what the other says there was none of"
    soft = a.is_unsure or not a.event_stated or how != "negation"
    why = "a named source that says so outright" if a.is_unsure else "the same event named by both"
    return Decision(
        Relation.CONTRADICTS,
        Strength.SOFT if soft else Strength.HARD,
        how,
        would_change=why if soft else "a different event, place or time for one side",
    )


def rival_characterisation(a: Alignment) -> Decision | str:
    """R9"""
    kinds = {a.left.reading.kind, a.right.reading.kind}
    if kinds != {ClaimKind.CHARACTERISATION}:
        return "not both are characterisations"
    if not a.is_same("agent") or a.same_root:
        return "not one subject seen by two claimants"
    if a.is_same("thing"):
        return "both say the same of it"
    return Decision(Relation.DIFFERS, Strength.SOFT, "characterisation")


def slot_unknown(a: Alignment) -> Decision | str:
    """R12"""
    if not a.has_numbers or a.overlap is None:
        return "no two numbers to compare"
    supports = a.overlap is Overlap.OK and a.same_document
    deciding = DECIDING_SUPPORT if supports else DECIDING
    slot = open_slot(a, deciding)
    if slot is None or (slot not in TOLD_AGAIN and takes_up_question(a)):
        return "no deciding slot is unknown"
    if a.other_story:
        return Decision(Relation.UNRELATED)
    return Decision(Relation.UNDETERMINED, aspect=slot, would_change=f"the {slot} of both sides")


def part_relation(a: Alignment) -> Decision | str:
    """R13"""
    slot = a.first("place", "time", "thing", outcome=SlotOutcome.PART)
    if slot is None or not a.fits("predicate") or a.role_map is not None:
        return "no slot is part of the other"
    kinds = slot == "thing" and a.same_document and not a.has_numbers
    if not a.event_possible or (kinds and not (a.event_stated and tells_again(a))):
        return Decision(Relation.UNRELATED)
    if a.opposite_polarity:
        return "one side denies"
    if slot == "thing" and a.same_setting and is_one_count(a):
        return "one figure for people whom only one side calls by their kind"
    if slot == "thing" and exceeds_whole(a) and a.is_correction:
        return Decision(Relation.REVISES, Strength.SOFT, "quantity", a.later)
    if slot == "thing" and exceeds_whole(a):
        return Decision(
            Relation.DISPUTES,
            Strength.SOFT,
            "quantity",
            would_change="another place, time or sense for one of the numbers",
        )
    listed = any(c.reading.place is not None and "+" in c.reading.place.key for c in (a.left, a.right))
    if a.overlap is Overlap.OK and a.event_stated and slot != "thing" and not listed:
        return Decision(Relation.CORROBORATES, aspect=slot)
    return Decision(Relation.REFINES, aspect=slot)


def fitting(a: Alignment) -> Decision | str:
    """R14"""
    if a.has_numbers and a.overlap is not Overlap.OK:
        return "the numbers do not fit" if a.overlap is not None else "the numbers cannot be compared"
    if not a.is_same("predicate") or (a.role_map is not None and a.is_opposite):
        return "they tell different things"
    if not a.has_numbers:
        one = shares_party(a) or (a.is_same("thing") and (a.same_passage or is_told_alike(a)))
        if not (one and a.event_possible and not a.is_opposite) or not tells_again(a):
            return "without numbers nothing tells that they support each other"
    if not a.same_root:
        return Decision(Relation.CORROBORATES)
    if outgrows(a):
        return Decision(Relation.UPDATES, aspect="quantity", direction=a.later)
    return Decision(Relation.DUPLICATE, aspect="same claimant")


def own_revision(a: Alignment) -> Decision | str:
    """R15"""
    if not (a.same_root and a.numbers_clash and a.is_same("predicate")) or a.role_map is not None:
        return "not one claimant with two numbers to one question"
    if counts_loosely(a) or counts_another(a):
        return "not one claimant with two numbers to one question"
    if a.same_document and a.left.context == a.right.context:
        return "one sentence gives both"
    if a.later is None and tells_in_one_voice(a):
        return "the text itself tells both, in words of their own"
    if a.later is None:
        return Decision(Relation.DISPUTES, Strength.SOFT, "differs with itself", would_change="the order of statement")
    early, late = in_order(a)
    grows = middle(late) > middle(early)
    if a.is_tally and grows and is_unfolding(a) and not a.is_correction:
        return Decision(Relation.UPDATES, aspect="quantity", direction=a.later)
    strength = Strength.HARD if a.overlap is Overlap.HARD else Strength.SOFT
    return Decision(Relation.REVISES, strength, "quantity", a.later)


def dispute(a: Alignment) -> Decision | str:
    """R16"""
    none = a.opposite_polarity and counts_none(a) and not is_dated_apart(a)
    if a.same_root or not (a.numbers_clash or none):
        return "not two claimants with two numbers"
    if (
        not (a.is_same("predicate") or counts_one_thing(a))
        or a.role_map is not None
        or (a.opposite_polarity and not none)
        or not (a.is_same("thing") or counts_no_things(a) or none)
        or counts_loosely(a)
        or counts_another(a)
    ):
        return "not one question"
    if lacks_second_voice(a, BESIDE):
        return "the text tells both without a second source"
    grows = False
    if a.is_tally and a.later is not None and is_fresh(a):
        early, late = in_order(a)
        grows = middle(late) > middle(early)
    if is_told_on(a):
        return Decision(Relation.UPDATES, aspect="quantity", direction=a.later)
    told = (not a.one_story or a.event_stated) and not is_half_told(a)
    apart = a.overlap is Overlap.HARD or (none and a.event_stated)
    hard = apart and not grows and not a.is_unsure and told and a.is_same("predicate")
    return Decision(
        Relation.DISPUTES,
        Strength.HARD if hard else Strength.SOFT,
        "quantity",
        would_change="another place, time or sense for one of the numbers",
    )


def otherwise(a: Alignment) -> Decision | str:
    """R17"""
    if not (a.has_numbers and is_comparable(a) and (a.overlap is not None or is_money_of_two_kinds(a))):
        return Decision(Relation.UNRELATED)
    if a.overlap is None:
        return Decision(Relation.UNDETERMINED, aspect="unit", would_change="the rate between the currencies")
    if a.role_map is not None:
        return Decision(Relation.DIFFERENT_SCOPE, aspect="predicate")
    return Decision(Relation.UNDETERMINED, aspect="sense")
