"""The JSON lines that users script against."""

from __future__ import annotations

from typing import Any

from verifier.domain.attribution import Actor
from verifier.domain.claim import Claim, Place, Term, TimeSpan
from verifier.domain.enums import QuantityKind
from verifier.domain.interval import Interval
from verifier.domain.quantity import Quantity


def claim_line(claim: Claim) -> dict[str, Any]:
    """A claim as ``extract`` and ``claims`` print it."""
    reading = claim.reading
    return {
        "uid": claim.uid,
        "document": claim.document_name,
        "kind": reading.kind.value,
        "quote": claim.quote,
        "start": claim.span.start,
        "end": claim.span.end,
        "section": claim.section_kind.value,
        "lang": claim.lang,
        "text": reading.canonical_text,
        "claimant": _actor(reading.claimant),
        "chain": [
            {
                "role": step.role.value,
                "name": step.actor.name,
                "cue": step.cue,
                "cue_class": step.cue_class.value if step.cue_class else None,
            }
            for step in reading.chain
        ],
        "predicate": _term(reading.predicate),
        "agent": _actor(reading.agent),
        "patient": _actor(reading.patient),
        "thing": _term(reading.thing),
        "place": _place(reading.place),
        "time": _time(reading.time),
        "stated_on": reading.stated_on.isoformat() if reading.stated_on else None,
        "aspect": reading.aspect.value if reading.aspect else None,
        "modality": reading.modality.value,
        "polarity": reading.polarity.value,
        "commitment": reading.commitment.value,
        "quantities": [quantity_line(q) for q in reading.quantities],
        "hedged": reading.hedged,
        "against_interest": reading.against_interest,
        "caveats": list(reading.caveats),
    }


def quantity_line(quantity: Quantity) -> dict[str, Any]:
    """A quantity inside a claim line."""
    return {
        "surface": quantity.surface,
        "start": quantity.span.start,
        "end": quantity.span.end,
        "point": quantity.point,
        "hard": _bounds(quantity.hard),
        "soft": _bounds(quantity.soft),
        "qualifier": quantity.qualifier.value,
        "trend": quantity.trend.value if quantity.trend else None,
        "unit": quantity.unit,
        "unit_name": quantity.unit_name,
        "thing": quantity.thing,
        "part_of": quantity.part_of,
    }


def bare_quantity_line(quantity: Quantity, text: str) -> dict[str, Any]:
    """A quantity of ``text`` as ``extract --what quantities`` prints it: the values as written.

    The span is the number with its unit; of a count with bounds also the words that make it one ("more than 5").
    A fraction of nothing that is named is a number.
    """
    bare_fraction = quantity.kind is QuantityKind.SHARE and quantity.unit is None and quantity.noun is None
    kind = QuantityKind.NUMBER if bare_fraction else quantity.kind
    bounded = kind is QuantityKind.NUMBER and (quantity.low is not None or quantity.high is not None)
    span = quantity.span if bounded or quantity.figure is None else quantity.figure
    return {
        "start": span.start,
        "end": span.end,
        "surface": span.of(text),
        "kind": kind.value,
        "low": quantity.low,
        "high": quantity.high,
        "point": quantity.point,
        "qualifier": quantity.qualifier.value,
        "trend": quantity.trend.value if quantity.trend else None,
        "unit": quantity.unit,
        "unit_name": quantity.unit_name,
        "thing": quantity.noun or quantity.thing,
    }


def side_line(claim: Claim) -> dict[str, Any]:
    """One side of a pair line."""
    return {
        "claim": claim.uid,
        "document": claim.document_name,
        "quote": claim.quote,
        "start": claim.span.start,
        "end": claim.span.end,
        "claimant": claim.reading.claimant.name if claim.reading.claimant else None,
    }


def _actor(actor: Actor | None) -> dict[str, Any] | None:
    return {"name": actor.name, "kind": actor.kind, "side": actor.side, "key": actor.key} if actor else None


def _term(term: Term | None) -> str | None:
    return term.key if term else None


def _place(place: Place | None) -> str | None:
    return place.key if place else None


def _time(time: TimeSpan | None) -> dict[str, Any] | None:
    if time is None:
        return None
    return {
        "start": time.start.isoformat() if time.start else None,
        "end": time.end.isoformat() if time.end else None,
        "precision": time.precision.value,
        "basis": time.basis.value,
    }


def _bounds(interval: Interval) -> list[float | None]:
    return [interval.lo, interval.hi]
