"""Commands over the log: export, proof, and lawful erasure."""

from __future__ import annotations

import click

from verifier.cli.context import State, pass_state, with_progress, write_lines


@click.group()
def audit() -> None:
    """The log of decisions and administrative acts."""


@audit.command("export")
@click.option("--format", "layout", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="How.")
@pass_state
def export(state: State, layout: str) -> None:  # noqa: ARG001 - one format so far, named so that scripts stay valid
    """Print every entry, one a line, each decision exactly once."""
    from verifier.services.audit_log import audit_head, export_audit

    write_lines(with_progress(export_audit(state.settings), audit_head(state.settings).seq, "entries"))


@audit.command("verify")
@click.option("--head", "expected", help="A hash noted earlier, on a report perhaps: the log must still contain it.")
@pass_state
def verify(state: State, expected: str | None) -> None:
    """Prove the log whole, or name the first bad entry."""
    from verifier.services.audit_log import verify_audit

    found = verify_audit(state.settings, expected)
    click.echo(f"The log is whole: {found.seq} entries, head {found.sha256}.")


@click.group()
def erase() -> None:
    """Blank personal texts where the law asks for it; the log stays whole and records the act."""


@erase.command("decision")
@click.argument("number", type=int)
@pass_state
def decision(state: State, number: int) -> None:
    """Blank note and evidence of the decision NUMBER."""
    from verifier.services.erase_text import erase_decision

    _say(erase_decision(state.settings, number).reports, f"Note and evidence of decision {number} are blanked.")


@erase.command("correction")
@click.argument("number", type=int)
@pass_state
def correction(state: State, number: int) -> None:
    """Blank the reason of the correction NUMBER; what it changed stays."""
    from verifier.services.erase_text import erase_correction

    erase_correction(state.settings, number)
    _say((), f"The reason of correction {number} is blanked.")


@erase.command("user")
@click.argument("name")
@pass_state
def user(state: State, name: str) -> None:
    """Blank the name NAME and every text its owner wrote; the account is disabled."""
    from verifier.services.erase_text import erase_user

    done = erase_user(state.settings, name)
    _say(done.reports, f"The name and the texts of {done.decisions} decisions are blanked.")


def _say(reports: tuple[str, ...], sentence: str) -> None:
    click.echo(sentence)
    if reports:
        click.echo(f"Reports that were frozen before still print them: {', '.join(reports)}.")
    click.echo("Copies made by “verifier backup” still hold them: delete those that are older than this.")


COMMANDS = (audit, erase)
