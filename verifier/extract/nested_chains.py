"""One chain of nested attributions, and the body behind a finding or a count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.attribution import Actor, Attribution, Step
from verifier.domain.enums import StepRole
from verifier.extract.cues import cues_of
from verifier.extract.names import known_actor
from verifier.reference import load


def joined_chain(attributions: Sequence[Attribution]) -> tuple[Step, ...]:
    """One chain of nested attributions, innermost first: who says it, then through whom it came."""
    steps: list[Step] = []
    for attribution in attributions:
        for given in attribution.chain:
            step = _investigated(given)
            if any(s.actor.key == step.actor.key for s in steps):
                continue
            role = step.role if not steps or step.role is not StepRole.CLAIMANT else _passed_on(step.actor)
            steps.append(replace(step, role=role))
    return tuple(steps)


def _investigated(step: Step) -> Step:
    """The body behind "a recent investigation by …" is who found it, that behind "a count by …" who says it.

    Behind somebody stands nobody else: the mayor of a town is not the town.
    """
    if not step.actor.key.startswith("~") or step.actor.kind == "person":
        return step
    for word, lang in ((" by ", "en"), (" der ", "de"), (" von ", "de"), (" des ", "de")):
        head, found, author = step.actor.name.rpartition(word)
        known = _known_by_form(author, lang) if found else None
        if known is None:
            continue
        counted = head.lower().endswith(tuple(cues_of(lang).lists["counts"]))
        if counted:
            return replace(step, actor=replace(known, span=step.actor.span))
        if known.kind in ("org", "state", "person"):
            return replace(step, role=StepRole.INVESTIGATOR, actor=replace(known, span=step.actor.span))
    return step


def _known_by_form(name: str, lang: str) -> Actor | None:
    """The actor of a name, in German in the genitive as well: "des Zivilschutzes"."""
    forms = (name, name.removesuffix("s"), name.removesuffix("es")) if lang == "de" else (name.removeprefix("the "),)
    return next((actor for form in forms if form and (actor := known_actor(form, lang)) is not None), None)


def _passed_on(actor: Actor) -> StepRole:
    """The part of somebody who only passes on what another said."""
    outlet = load().outlet(actor.key.removeprefix("outlet:")) if actor.key.startswith("outlet:") else None
    if outlet is not None:
        return StepRole.AGENCY if outlet.kind == "agency" else StepRole.OUTLET
    return StepRole.CHANNEL
