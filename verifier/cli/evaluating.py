"""The command that scores the gold sets."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from verifier.cli.context import State, format_option, pass_state, print_lines, print_rows, show_progress


@click.command("eval")
@click.argument("sets", nargs=-1, metavar="[SET]...")
@click.option("--failures", is_flag=True, help="Print every case that went wrong as well.")
@click.option("--gold", type=click.Path(path_type=Path), help="Folder of gold sets; the bundled ones otherwise.")
@format_option
@pass_state
def evaluate_sets(state: State, sets: tuple[str, ...], failures: bool, gold: Path | None, layout: str) -> None:
    """Score the gold sets (quantities, attributions, dates, slots, pairs); exit 1 below a floor."""
    from verifier.services.evaluate import evaluate

    done = evaluate(state.settings, sets, gold, show_progress)
    print_rows(
        [measure.as_json() for measure in done.measures], layout, ("set", "measure", "value", "right", "of", "floor")
    )
    if failures and layout == "jsonl":
        print_lines(failure.as_json() for failure in done.failures)
    elif failures:
        for failure in done.failures:
            click.echo(f"\n{failure.set}: {failure.kind}\n  {failure.case}")
            click.echo(f"  expected: {failure.expected}\n  got:      {failure.got}")
    if done.missed:
        named = ", ".join(f"{m.set} {m.name} ({m.share.value} of {m.floor})" for m in done.missed)
        click.echo(f"Below the floor: {named}.", err=True)
        sys.exit(1)


COMMANDS = (evaluate_sets,)
