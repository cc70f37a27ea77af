"""Headlines that give a bare figure the body then tells in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.claim import Claim, Reading
from verifier.domain.enums import CueClass
from verifier.domain.quantity import Quantity
from verifier.reference import load


def with_announced(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a document; a bare figure of a headline says what the one body claim with that figure says."""
    bodies = [c.reading for c in claims if not c.section_kind.is_headline and c.reading.quantity is not None]
    told = [_told_in_full(claim, bodies) if _is_bare(claim) else claim for claim in claims]
    return [_placed(claim, bodies) if claim.section_kind.is_headline else claim for claim in told]


def _placed(claim: Claim, bodies: Sequence[Reading]) -> Claim:
    """A headline's figure with the source, parties, place and time that the one body claim of it tells."""
    head = claim.reading
    told = [b for b in bodies if _tells(b, head)]
    if not told or len({(b.agent and b.agent.key, b.patient and b.patient.key) for b in told}) != 1:
        return claim
    body = told[0]
    one_source = len({b.claimant and b.claimant.key for b in told}) == 1 and head.commitment is CueClass.ASSERTED
    reading = replace(
        head, agent=head.agent or body.agent, patient=head.patient or body.patient,
        place=head.place or body.place, time=head.time or body.time,
        chain=head.chain or (body.chain if one_source else ()),
    )  # fmt: skip
    return replace(claim, reading=reading)


def _tells(body: Reading, head: Reading) -> bool:
    """Whether a body claim has a headline's number, thing and kind of act."""
    if body.quantity is None or head.quantity is None or body.predicate is None or head.predicate is None:
        return False
    family = load().family_of
    one = body.thing is not None and head.thing is not None and body.thing.key == head.thing.key
    return one and _is_one(head.quantity, body.quantity) and family(body.predicate.key) == family(head.predicate.key)


def _is_bare(claim: Claim) -> bool:
    """Whether a headline gives a number without saying of what: "police speak of 8,000, organisers of 20,000"."""
    reading = claim.reading
    open_sense = reading.predicate is None or reading.predicate.key.startswith("~")
    return claim.section_kind.is_headline and reading.quantity is not None and reading.thing is None and open_sense


def _told_in_full(claim: Claim, bodies: Sequence[Reading]) -> Claim:
    quantity = claim.reading.quantity
    same = [b for b in bodies if quantity is not None and b.quantity is not None and _is_one(quantity, b.quantity)]
    if quantity is None or len({(b.predicate, b.thing and b.thing.key) for b in same}) != 1:
        return claim
    body = same[0]
    full = body.quantity or quantity
    sized = replace(quantity, unit=full.unit, unit_name=full.unit_name, kind=full.kind)
    reading = replace(
        claim.reading, kind=body.kind, chain=body.chain, predicate=body.predicate, agent=body.agent,
        patient=body.patient, thing=body.thing, place=body.place, time=body.time, aspect=body.aspect,
        modality=body.modality, polarity=body.polarity, commitment=body.commitment,
        quantities=(sized, *claim.reading.quantities[1:]),
    )  # fmt: skip
    return replace(claim, reading=reading)


def _is_one(head: Quantity, body: Quantity) -> bool:
    """Whether a headline's number is the body's, its unit named or left out."""
    return head.point is not None and head.point == body.point and head.unit in (None, body.unit)
