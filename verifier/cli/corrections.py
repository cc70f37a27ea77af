"""Commands that correct what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from verifier.cli.context import State, pass_state

if TYPE_CHECKING:
    from verifier.services.correct_claims import Corrected

_as_user = click.option("--as", "user", help="Who corrects; the user of the settings otherwise.")
_reason = click.option("--reason", default="", help="Why.")


@click.group()
def claim() -> None:
    """Correct a claim, mark a missed one, say that words make none, pair two by hand."""


@claim.command()
@click.argument("uid")
@click.option("--slot", "slots", multiple=True, required=True, metavar="NAME=VALUE", help="May be repeated.")
@_reason
@_as_user
@pass_state
def correct(state: State, uid: str, slots: tuple[str, ...], reason: str, user: str | None) -> None:
    """Set slots of the claim UID anew; an empty value makes a slot unknown. Its pairs are compared at once."""
    from verifier.services.correct_claims import correct as record

    wanted = dict(_split(slot) for slot in slots)
    _say(record(state.settings, uid, wanted, reason=reason, user=user))


@claim.command()
@click.argument("document")
@click.argument("start", type=int)
@click.argument("end", type=int)
@_reason
@_as_user
@pass_state
def add(state: State, document: str, start: int, end: int, reason: str, user: str | None) -> None:
    """Mark the characters START to END of DOCUMENT (uid or name) as a claim that was missed."""
    from verifier.services.correct_claims import add as record

    _say(record(state.settings, document, start, end, reason=reason, user=user))


@claim.command()
@click.argument("uid")
@_reason
@_as_user
@pass_state
def reject(state: State, uid: str, reason: str, user: str | None) -> None:
    """Say that the words of UID make no claim."""
    from verifier.services.correct_claims import reject as record

    _say(record(state.settings, uid, reason=reason, user=user))


@claim.command()
@click.argument("left")
@click.argument("right")
@_reason
@_as_user
@pass_state
def pair(state: State, left: str, right: str, reason: str, user: str | None) -> None:
    """Pair the claims LEFT and RIGHT: they are compared at once and wait for a verdict."""
    from verifier.services.pair_by_hand import pair_by_hand

    _say(pair_by_hand(state.settings, left, right, reason=reason, user=user))


def _split(slot: str) -> tuple[str, str]:
    name, equals, value = slot.partition("=")
    if not equals:
        raise click.UsageError(f"Write --slot NAME=VALUE, not {slot!r}.")
    return name.strip(), value.strip()


def _say(made: Corrected) -> None:
    click.echo(f"Correction {made.seq}: {made.target} {made.uid} is {made.kind} ({made.told}).")


COMMANDS = (claim,)
