"""Commands that build and verify reports."""

from __future__ import annotations

from pathlib import Path

import click

from verifier.cli.context import State, pass_state


@click.group()
def report() -> None:
    """Dispute reports."""


@report.command("build")
@click.option("--dispute", help="The uid of the dispute.")
@click.option("--all", "everything", is_flag=True, help="All disputes in one report.")
@click.option("--format", "formats", default="html,md,json,csv", show_default=True, help="Formats, with commas.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, help="Folder.")
@pass_state
def build(state: State, dispute: str | None, everything: bool, formats: str, out: Path) -> None:
    """Freeze a report and write it in the formats asked for."""
    from verifier.services.build_report import build_report

    if (dispute is None) != everything:
        raise click.UsageError("Say either --dispute UID or --all.")
    made = build_report(state.settings, dispute, formats.split(","), out)
    for path in made.files:
        click.echo(str(path))
    click.echo(f"sha256 {made.sha256}")


@report.command("verify")
@click.argument("file", type=click.Path(path_type=Path))
@pass_state
def verify(state: State, file: Path) -> None:
    """Rebuild a JSON report and say whether it is the same, or what has changed since."""
    from verifier.services.verify_report import verify_report

    click.echo(verify_report(state.settings, file))


COMMANDS = (report,)
