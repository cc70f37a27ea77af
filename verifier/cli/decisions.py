"""Commands that record what people decide."""

from __future__ import annotations

import click

from verifier.cli.context import State, pass_state
from verifier.domain.enums import AttributionVerdict, ContentVerdict

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
@_as_user
@pass_state
def verify(
    state: State, claim: str, content: str | None, attribution: str | None, note: str, evidence: tuple[str, ...],
    user: str | None,
) -> None:  # fmt: skip
    """Record whether a claim was said, and whether it is true."""
    from verifier.services.decide import verify as record

    for made in record(
        state.settings, claim, content=content, attribution=attribution, note=note, evidence=evidence, user=user
    ):
        click.echo(f"Decision {made.seq}: the {made.question} of claim {made.uid} is {made.verdict}.")


@click.command()
@click.argument("uid", required=False)
@_as_user
@pass_state
def undo(state: State, uid: str | None, user: str | None) -> None:
    """Take back your newest decision (on UID) by a new one."""
    from verifier.services.decide import undo as take_back

    made = take_back(state.settings, uid, user)
    click.echo(f"Decision {made.seq}: the last verdict on {made.target} {made.uid} is taken back.")


COMMANDS = (decide, verify, undo)
