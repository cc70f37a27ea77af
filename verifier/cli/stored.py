"""Commands over what is stored: pair, claims, pairs, findings, disputes, why."""

from __future__ import annotations

from functools import partial

import click

from verifier.cli.context import State, format_option, pass_state, print_rows, show_progress, with_progress, write_csv
from verifier.domain.enums import Relation

_MARKS = {"same": "=", "part": "⊂", "different": "≠", "unknown": "?"}


@click.command()
@click.option("--full", is_flag=True, help="Compare everything anew with the current rules and model.")
@pass_state
def pair(state: State, full: bool) -> None:
    """Compare what is new with all stored claims; decisions stay as they are."""
    from verifier.services.pair_claims import pair_claims
    from verifier.services.similarity import with_fallback

    compare = partial(pair_claims, full=full, progress=show_progress)
    done = with_fallback(state.settings, compare, lambda words: click.echo(words, err=True))
    click.echo(
        f"{done.claims} claims: {done.pairs} pairs ({done.new} new, {done.queued} queued), "
        f"{done.findings} findings, {done.disputes} disputes"
    )
    if done.crowded:
        click.echo(
            f"{done.crowded} crowded blocks of one matter, day and place: claims there met the nearest filed only"
        )
    if done.ruleset_before is not None:
        click.echo(
            f"The rules have changed since {done.ruleset_before}: stored texts read as they were read then, until "
            "“verifier reread” reads them anew."
        )


@click.command()
@click.option("--document", help="Only those of the document of this name.")
@format_option
@pass_state
def claims(state: State, document: str | None, layout: str) -> None:
    """List the stored claims."""
    from verifier.services.stream_stored import stream_claims

    number, rows = stream_claims(state.settings, document)
    print_rows(with_progress(rows, number, "claims"), layout, ("uid", "kind", "claimant", "quote"))


@click.command()
@click.option("--relation", type=click.Choice([r.value for r in Relation]), help="Only pairs of this relation.")
@click.option("--queued", is_flag=True, help="Only pairs that ask for a verdict.")
@click.option(
    "--format", "layout", type=click.Choice(["jsonl", "csv", "table"]), default="table", show_default=True,
    help="How to print; jsonl and csv take any number of pairs.",
)  # fmt: skip
@pass_state
def pairs(state: State, relation: str | None, queued: bool, layout: str) -> None:
    """List the stored pairs, the most pressing first."""
    from verifier.services.stream_pairs import COLUMNS, pair_line, stream_pairs

    number, rows = stream_pairs(state.settings, relation, queued)
    shown = with_progress(rows, number, "pairs")
    if layout == "csv":
        write_csv(COLUMNS, shown)
        return
    columns = ("uid", "relation", "strength", "rule", "left.quote", "right.quote")
    print_rows(map(pair_line, shown), layout, columns)


@click.command()
@format_option
@pass_state
def findings(state: State, layout: str) -> None:
    """List the findings."""
    from verifier.services.stream_stored import stream_findings

    number, rows = stream_findings(state.settings)
    columns = ("uid", "finding", "strength", "document", "explanation")
    print_rows(with_progress(rows, number, "findings"), layout, columns)


@click.command()
@format_option
@pass_state
def disputes(state: State, layout: str) -> None:
    """List the disputes with their positions."""
    from verifier.services.stream_stored import stream_disputes

    number, rows = stream_disputes(state.settings)
    print_rows(with_progress(rows, number, "disputes"), layout, ("uid", "status", "question"))


@click.command()
@click.argument("left")
@click.argument("right")
@click.option("--texts", is_flag=True, help="LEFT and RIGHT are texts, not uids of claims.")
@pass_state
def why(state: State, left: str, right: str, texts: bool) -> None:
    """Show the whole comparison of two claims, rule by rule."""
    from verifier.services.explain_pair import explain_stored, explain_texts

    found = explain_texts(left, right) if texts else explain_stored(state.settings, left, right)
    judged = found.comparison
    click.echo(f"left:  “{found.left.quote}”\nright: “{found.right.quote}”\n")
    for slot in judged.slots:
        values = f"{slot.left if slot.left is not None else '—'}  |  {slot.right if slot.right is not None else '—'}"
        reason = f"  ({slot.reason})" if slot.reason else ""
        click.echo(f"  {_MARKS[slot.outcome.value]} {slot.slot:<10} {values}{reason}")
    click.echo("")
    for trial in judged.trials:
        click.echo(f"  {'→' if trial.fired else ' '} {trial.rule:<4} {trial.reason}")
    strength = f" {judged.strength.value}" if judged.strength else ""
    aspect = f" ({judged.aspect})" if judged.aspect else ""
    click.echo(f"\n{judged.relation.value}{strength}{aspect} by {judged.rule}: {found.meanings[judged.rule]}")
    click.echo(found.explanation)
    if judged.would_change:
        click.echo(f"What would change it: {judged.would_change}.")


COMMANDS = (pair, claims, pairs, findings, disputes, why)
