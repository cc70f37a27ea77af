"""Readings as rows and back: nothing a reading holds is lost on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from verifier.domain.attribution import Actor, Step
from verifier.domain.claim import Place, Reading, Term, TimeSpan
from verifier.domain.enums import (
    Aspect,
    ClaimKind,
    CueClass,
    Modality,
    PlaceRel,
    Polarity,
    Precision,
    Qualifier,
    QuantityKind,
    StepRole,
    TimeBasis,
    Trend,
)
from verifier.domain.interval import Interval
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.store.sources import Directory

Row = Any
"""A row of the table that the function beside it fills, its columns as attributes."""


def version_values(reading: Reading, directory: Directory) -> dict[str, Any]:
    """The columns of claim_version that hold a reading's slots."""
    time, where = reading.time, reading.place
    return {
        "kind": reading.kind.value,
        "canonical_text": reading.canonical_text,
        "question_text": reading.question_text,
        "predicate": reading.predicate.key if reading.predicate else None,
        "agent_id": directory.actor_id(reading.agent),
        "patient_id": directory.actor_id(reading.patient),
        "thing": reading.thing.key if reading.thing else None,
        "place_id": directory.place_id(where),
        "place_rel": where.rel.value if where else None,
        "t_start": time.start if time else None,
        "t_end": time.end if time else None,
        "t_precision": time.precision.value if time else None,
        "t_basis": time.basis.value if time else None,
        "stated_on": reading.stated_on,
        "aspect": reading.aspect.value if reading.aspect else None,
        "modality": reading.modality.value,
        "polarity": reading.polarity.value,
        "commitment": reading.commitment.value,
        "denies": reading.denies,
        "hedged": reading.hedged,
        "against_interest": reading.against_interest,
        "caveats": list(reading.caveats),
        "slots": _slots(reading),
    }


def step_values(steps: Sequence[Step], directory: Directory) -> list[dict[str, Any]]:
    """One row of attribution for each step of a chain."""
    return [
        {
            "step": number,
            "role": step.role.value,
            "actor_id": directory.actor_id(step.actor),
            "actor_name": step.actor.name,
            "actor_kind": step.actor.kind,
            "actor_side": step.actor.side,
            "actor_start": step.actor.span.start if step.actor.span else None,
            "actor_end": step.actor.span.end if step.actor.span else None,
            "cue": step.cue,
            "cue_start": step.cue_span.start if step.cue_span else None,
            "cue_end": step.cue_span.end if step.cue_span else None,
            "cue_class": step.cue_class.value if step.cue_class else None,
        }
        for number, step in enumerate(steps)
    ]


def quantity_values(quantities: Sequence[Quantity]) -> list[dict[str, Any]]:
    """One row of quantity for each quantity, the one the claim is about first."""
    return [
        {
            "ordinal": number,
            "start": q.span.start,
            "end": q.span.end,
            "surface": q.surface,
            "kind": q.kind.value,
            "qualifier": q.qualifier.value,
            "point": q.point,
            "low": q.low,
            "high": q.high,
            **_bounds("hard", q.hard),
            **_bounds("soft", q.soft),
            "stance": q.stance,
            "trend": q.trend.value if q.trend else None,
            "granularity": q.granularity,
            "unit": q.unit,
            "unit_name": q.unit_name,
            "thing": q.thing,
            "thing_start": q.thing_span.start if q.thing_span else None,
            "thing_end": q.thing_span.end if q.thing_span else None,
            "part_of": q.part_of,
        }
        for number, q in enumerate(quantities)
    ]


def reading_of(version: Row, steps: Sequence[Row], quantities: Sequence[Row]) -> Reading:
    """The reading that the rows hold."""
    slots = version.slots
    return Reading(
        kind=ClaimKind(version.kind),
        canonical_text=version.canonical_text,
        question_text=version.question_text,
        chain=tuple(_step(row) for row in steps),
        predicate=_term(slots.get("predicate")),
        agent=_actor(slots.get("agent")),
        patient=_actor(slots.get("patient")),
        thing=_term(slots.get("thing")),
        place=_place(slots.get("place")),
        time=_time(version, slots.get("time")),
        stated_on=version.stated_on,
        aspect=Aspect(version.aspect) if version.aspect else None,
        modality=Modality(version.modality),
        polarity=Polarity(version.polarity),
        commitment=CueClass(version.commitment),
        quantities=tuple(_quantity(row) for row in quantities),
        denies=version.denies,
        hedged=version.hedged,
        against_interest=version.against_interest,
        caveats=tuple(version.caveats),
        names=tuple(slots.get("names", ())),
    )


def _bounds(name: str, interval: Interval) -> dict[str, Any]:
    return {
        f"{name}_lo": interval.lo,
        f"{name}_hi": interval.hi,
        f"{name}_lo_open": interval.lo_open,
        f"{name}_hi_open": interval.hi_open,
    }


def _slots(reading: Reading) -> dict[str, Any]:
    """Names and spans of the slots as the text has them."""
    slots: dict[str, Any] = {}
    for name, term in (("predicate", reading.predicate), ("thing", reading.thing)):
        if term is not None:
            slots[name] = {"key": term.key, "name": term.name, "span": _pair(term.span)}
    for name, who in (("agent", reading.agent), ("patient", reading.patient)):
        if who is not None:
            slots[name] = {
                "key": who.key, "name": who.name, "kind": who.kind, "side": who.side, "span": _pair(who.span),
            }  # fmt: skip
    where = reading.place
    if where is not None:
        slots["place"] = {
            "key": where.key, "name": where.name, "rel": where.rel.value, "span": _pair(where.span),
            "within": list(where.within),
        }  # fmt: skip
    if reading.time is not None:
        slots["time"] = {"span": _pair(reading.time.span)}
    slots["names"] = list(reading.names)
    return slots


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span is not None else None


def _span(pair: Sequence[int] | None) -> Span | None:
    return Span(pair[0], pair[1]) if pair is not None else None


def _edges(start: int | None, end: int | None) -> Span | None:
    return Span(start, end) if start is not None and end is not None else None


def _term(slot: Mapping[str, Any] | None) -> Term | None:
    return Term(slot["key"], slot["name"], _span(slot["span"])) if slot else None


def _actor(slot: Mapping[str, Any] | None) -> Actor | None:
    return Actor(slot["key"], slot["name"], slot["kind"], slot["side"], _span(slot["span"])) if slot else None


def _place(slot: Mapping[str, Any] | None) -> Place | None:
    if not slot:
        return None
    return Place(slot["key"], slot["name"], PlaceRel(slot["rel"]), _span(slot["span"]), tuple(slot["within"]))


def _time(version: Row, slot: Mapping[str, Any] | None) -> TimeSpan | None:
    if not slot or version.t_precision is None:
        return None
    return TimeSpan(
        version.t_start,
        version.t_end,
        Precision(version.t_precision),
        TimeBasis(version.t_basis),
        _span(slot["span"]),
    )


def _step(row: Row) -> Step:
    who = Actor(
        row.slug,
        row.actor_name,
        row.actor_kind,
        row.actor_side,
        _edges(row.actor_start, row.actor_end),
    )
    cue_class = CueClass(row.cue_class) if row.cue_class else None
    return Step(StepRole(row.role), who, row.cue, _edges(row.cue_start, row.cue_end), cue_class)


def _quantity(row: Row) -> Quantity:
    hard = Interval(row.hard_lo, row.hard_hi, row.hard_lo_open, row.hard_hi_open)
    soft = Interval(row.soft_lo, row.soft_hi, row.soft_lo_open, row.soft_hi_open)
    return Quantity(
        span=Span(row.start, row.end),
        surface=row.surface,
        kind=QuantityKind(row.kind),
        hard=hard,
        soft=soft,
        qualifier=Qualifier(row.qualifier),
        point=row.point,
        low=row.low,
        high=row.high,
        stance=row.stance,
        trend=Trend(row.trend) if row.trend else None,
        granularity=row.granularity,
        unit=row.unit,
        unit_name=row.unit_name,
        thing=row.thing,
        thing_span=_edges(row.thing_start, row.thing_end),
        part_of=row.part_of,
    )
