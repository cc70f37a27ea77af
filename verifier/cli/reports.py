"""Commands that build, verify and publish reports, and export pairs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from verifier.cli.context import State, format_option, pass_state, print_rows, with_progress

_out = click.option(
    "--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, help="Folder to write into."
)


@click.group()
def report() -> None:
    """Dispute reports."""


@report.command("build")
@click.option("--dispute", help="About one dispute: its uid.")
@click.option("--document", help="What one document gets into conflict with: its name or uid.")
@click.option("--source", help="What one source gets into conflict with: its name or slug.")
@click.option("--where", "filters", multiple=True, metavar="KEY=VALUE", help="A selection, as the lists are filtered.")
@click.option("--all", "everything", is_flag=True, help="All disputes in one report.")
@click.option("--format", "formats", default="html,md,json,csv", show_default=True, help="Formats, with commas.")
@click.option("--lang", default="en", show_default=True, help="Language of the report: en or de.")
@click.option("--reviewers", default="role", show_default=True, help="Tell reviewers by role or by name.")
@_out
@pass_state
def build(state: State, /, formats: str, lang: str, out: Path, **about: Any) -> None:
    """Freeze a report and write it in the formats asked for."""
    from verifier.services.build_report import build_report
    from verifier.services.report_subject import Subject

    subject = Subject(**_subject(**about))
    made = build_report(
        state.settings, subject, formats.split(","), out, lang,
        lambda disputes: with_progress(disputes, len(disputes), "disputes"),
    )  # fmt: skip
    for path in made.files:
        click.echo(str(path))
    click.echo(f"report {made.uid}\nsha256 {made.sha256}")


@report.command("verify")
@click.argument("file", type=click.Path(path_type=Path))
@pass_state
def verify(state: State, file: Path) -> None:
    """Rebuild the report a file of any format was written from; say that it is equal, or what has changed since."""
    from verifier.services.verify_report import verify_report

    click.echo(verify_report(state.settings, file))


@report.command("list")
@format_option
@pass_state
def index(state: State, layout: str) -> None:
    """List the reports with their state."""
    from verifier.services.report_editions import list_reports

    rows: list[dict[str, Any]] = [
        {"uid": r.uid, "kind": r.kind, "title": r.title, "state": r.state, "superseded": r.superseded,
         "made_at": r.made_at.isoformat(), "made_by": r.made_by, "sha256": r.sha256}
        for r in list_reports(state.settings)
    ]  # fmt: skip
    print_rows(rows, layout, ("uid", "state", "kind", "title", "made_at"))


@report.command("publish")
@click.argument("uid")
@click.option("--note", default="", help="Why; told on the page of an edition that this one corrects.")
@click.option("--as", "user", help="Who publishes; the user of the settings otherwise.")
@click.option("--lang", default="en", show_default=True, help="Language of the pages: en or de.")
@_out
@pass_state
def publish(state: State, uid: str, note: str, user: str | None, lang: str, out: Path) -> None:
    """Publish a report and write all that is published as a folder for any web server."""
    from verifier.services.publish_report import export_public, publish_report

    publish_report(state.settings, uid, note, user)
    click.echo(f"Report {uid} is published.")
    for path in export_public(state.settings, out, lang):
        click.echo(str(path))


@report.command("withdraw")
@click.argument("uid")
@click.option("--note", required=True, help="Why; told on its page.")
@click.option("--as", "user", help="Who withdraws it; the user of the settings otherwise.")
@pass_state
def withdraw(state: State, uid: str, note: str, user: str | None) -> None:
    """Withdraw a published report; its page then says so, and why."""
    from verifier.services.publish_report import withdraw_report

    withdraw_report(state.settings, uid, note, user)
    click.echo(f"Report {uid} is withdrawn. “verifier report site” renews the public folder.")


@report.command("site")
@click.option("--lang", default="en", show_default=True, help="Language of the pages: en or de.")
@_out
@pass_state
def site(state: State, lang: str, out: Path) -> None:
    """Write the public folder anew, as things are now."""
    from verifier.services.publish_report import export_public

    for path in export_public(state.settings, out, lang):
        click.echo(str(path))


def _subject(*, filters: tuple[str, ...], everything: bool, reviewers: str, **named: str | None) -> dict[str, Any]:
    """What a report is asked to be about; exactly one thing."""
    asked = [(kind, uid) for kind, uid in named.items() if uid is not None]
    if len(asked) + bool(filters) + everything != 1:
        raise click.UsageError("Say one of --dispute, --document, --source, --where or --all.")
    kind, uid = asked[0] if asked else ("selection" if filters else "collection", "")
    return {"kind": kind, "uid": uid, "filter": _parsed(filters), "reviewers": reviewers}


def _parsed(filters: tuple[str, ...]) -> dict[str, str]:
    parts = [each.partition("=") for each in filters]
    for key, equals, value in parts:
        if not (key and equals and value):
            raise click.UsageError(f"{key!r} is no filter such as status=open.")
    return {key: value for key, _, value in parts}


COMMANDS = (report,)
