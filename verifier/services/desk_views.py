"""A claim as a page shows it: its words in context, its slots, what resembles it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from verifier.domain.claim import Reading
from verifier.domain.comparison import SlotComparison
from verifier.domain.enums import SlotOutcome
from verifier.errors import NotFound
from verifier.pairing.compare.times import show_time
from verifier.services.desk_data import NOBODY
from verifier.services.desk_items import look_alike_cards
from verifier.services.desk_model import ClaimView, DeskItem, LookAlike, Voice
from verifier.services.desk_passages import Highlight, around, cut_paragraphs
from verifier.services.glosses import glosses_of
from verifier.services.slot_values import slot_values
from verifier.store.placed_claims import PlacedClaim, load_placed

MOST_LOOK_ALIKES = 10
_MARKED = (SlotOutcome.DIFFERENT, SlotOutcome.PART)
_WITH_PLACE = frozenset(("predicate", "agent", "patient", "thing", "place", "time", "quantity"))
"""Slots that say where in the text they were read."""


def read_placed(connection: Connection, uids: Sequence[str]) -> list[PlacedClaim]:
    """Claims in their texts, in the order of ``uids``, superseded texts included. Raises NotFound."""
    found = {each.claim.uid: each for each in load_placed(connection, uids)}
    missing = next((uid for uid in uids if uid not in found), None)
    if missing is not None:
        raise NotFound("No claim with the uid “%(uid)s” is stored.", uid=missing)
    return [found[uid] for uid in uids]


def claim_view(placed: PlacedClaim, compared: Sequence[SlotComparison] = ()) -> ClaimView:
    """A claim with its words in context; slots that were compared and do not agree are marked in them."""
    each = placed.claim
    reading = each.reading
    whole = around(placed.text, each.span, placed.section)
    marks = [Highlight(each.span, "claim"), *_slot_marks(reading, compared)]
    claimant = reading.claimant
    return ClaimView(
        uid=each.uid,
        kind=reading.kind.value,
        claimant=claimant.name[:1].upper() + claimant.name[1:] if claimant is not None else NOBODY,
        side=claimant.side if claimant is not None else None,
        quote=each.quote,
        passage=cut_paragraphs(placed.text, whole, marks),
        chain=reading.chain,
        document=each.document,
        document_title=placed.title,
        lang=each.lang,
        section=each.section_kind.value,
        published_on=each.published_on,
        stated_on=reading.stated_on,
        slots=_slots(reading),
        quantities=reading.quantities,
        caveats=reading.caveats,
        against_interest=reading.against_interest,
        commitment=reading.commitment.value,
        values=slot_values(reading),
        version=placed.version,
        corrected_by=placed.corrected_by,
        is_rejected=placed.is_rejected,
        glosses=glosses_of(reading),
    )


def look_alikes(connection: Connection, key: int, uid: str) -> tuple[LookAlike, ...]:
    """The nearest claims that resemble one, by its row and uid, and do not compete with it, each with the reason."""
    near = look_alike_cards(connection, key, MOST_LOOK_ALIKES)
    return tuple(_look_alike(DeskItem(*fields), [Voice(*each) for each in voices], uid) for *fields, voices in near)


def _look_alike(item: DeskItem, voices: Sequence[Voice], uid: str) -> LookAlike:
    other = next((voice for voice in voices if voice.claim != uid), voices[0])
    return LookAlike(item.uid, item.relation, item.aspect, item.explanation, other)


def _slot_marks(reading: Reading, compared: Sequence[SlotComparison]) -> list[Highlight]:
    told = [slot for slot in compared if slot.outcome in _MARKED and slot.slot in _WITH_PLACE]
    spans = [(getattr(getattr(reading, slot.slot), "span", None), slot.outcome) for slot in told]
    return [Highlight(span, f"slot {outcome}") for span, outcome in spans if span is not None]


def _slots(reading: Reading) -> tuple[tuple[str, str | None], ...]:
    return (
        ("predicate", reading.predicate.name if reading.predicate else None),
        ("agent", reading.agent.name if reading.agent else None),
        ("patient", reading.patient.name if reading.patient else None),
        ("thing", reading.thing.name if reading.thing else None),
        ("quantity", reading.quantity.surface if reading.quantity else None),
        ("place", reading.place.name if reading.place else None),
        ("time", show_time(reading.time)),
        ("aspect", reading.aspect.value.replace("_", " ") if reading.aspect else None),
        ("modality", reading.modality.value),
        ("polarity", "denied" if reading.polarity.value == "-" else "affirmed"),
        ("commitment", reading.commitment.value),
    )
