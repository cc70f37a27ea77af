"""Commands that record what people decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from verifier.cli.context import Day, State, pass_state
from verifier.domain.enums import AttributionVerdict, ContentVerdict

if TYPE_CHECKING:
    from datetime import date

    from verifier.services.undo_decision import TakenBack

_as_user = click.option("--as", "user", help="Who decides; the user of the settings otherwise.")


@click.command()
@click.argument("uid")
@click.argument("verdict")
@click.option("--note", default="", help="Why.")
@_as_user
@pass_state
def decide(state: State, uid: str, verdict: str, note: str, user: str | None) -> None:
    """Record a verdict on a pair, finding or dispute."""
    from verifier.services.decide import decide as record

    made = record(state.settings, uid, verdict, note, user)
    click.echo(f"Decision {made.seq}: {made.target} {made.uid} is {made.verdict}.")


@click.command()
@click.argument("claim")
@click.option("--content", type=click.Choice([v.value for v in ContentVerdict]), help="Is it true?")
@click.option("--attribution", type=click.Choice([v.value for v in AttributionVerdict]), help="Did they say it?")
@click.option("--note", default="", help="Why.")
@click.option("--evidence", multiple=True, help="A link, claim uid or file that shows it; may be repeated.")
@click.option("--as-of", type=Day(), help="The day for which the content verdict holds.")
@click.option("--recheck", type=Day(), help="The day to look again.")
@_as_user
@pass_state
def verify(
    state: State, claim: str, *, content: str | None, attribution: str | None, note: str, evidence: tuple[str, ...],
    as_of: date | None, recheck: date | None, user: str | None,
) -> None:  # fmt: skip
    """Record whether a claim was said, and whether it is true."""
    from verifier.services.decide import verify as record

    for made in record(
        state.settings, claim, content=content, attribution=attribution, note=note, evidence=evidence, user=user,
        true_as_of=as_of, recheck_on=recheck,
    ):  # fmt: skip
        click.echo(f"Decision {made.seq}: the {made.question} of claim {made.uid} is {made.verdict}.")


@click.command()
@click.argument("uid", required=False)
@_as_user
@pass_state
def undo(state: State, uid: str | None, user: str | None) -> None:
    """Take back your newest decision or correction (on UID) by a new one; a bulk as a whole."""
    from verifier.services.undo_decision import undo as take_back

    _say(take_back(state.settings, uid, user), "taken back")


@click.command()
@click.argument("uid", required=False)
@_as_user
@pass_state
def redo(state: State, uid: str | None, user: str | None) -> None:
    """Bring back what you took back last (on UID), unless you decided something since."""
    from verifier.services.undo_decision import redo as bring_back

    _say(bring_back(state.settings, uid, user), "in force again")


def _say(done: TakenBack, how: str) -> None:
    more = f" and {done.count - 1} more of the same bulk are" if done.count > 1 else " is"
    entry = "Decision" if done.what == "verdict" else "Correction"
    click.echo(f"{entry} {done.seq}: the last {done.what} on {done.target} {done.uid}{more} {how}.")


COMMANDS = (decide, verify, undo, redo)
