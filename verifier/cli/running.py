"""Commands that run the whole: demo and the review desk."""

from __future__ import annotations

from pathlib import Path

import click

from verifier.cli.context import State, pass_state, show_progress

_PORT = click.IntRange(0, 65535)


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, help="For the report.")
@click.option("--no-serve", is_flag=True, help="Stop before the review desk.")
@click.option("--port", type=_PORT, help="Port of the desk.")
@pass_state
def demo(state: State, paths: tuple[str, ...], out: Path, no_serve: bool, port: int | None) -> None:
    """Take in sample articles (or PATHS), pair their claims, show the disputes, write a report, open the desk."""
    from verifier.cli.demo_page import print_demo
    from verifier.services.run_demo import run_demo

    print_demo(run_demo(state.settings, paths, out, show_progress))
    if not no_serve:
        _serve(state, None, port)


@click.command()
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=_PORT, help="Port to listen on; 0 takes a free one.")
@pass_state
def serve(state: State, host: str | None, port: int | None) -> None:
    """Open the review desk."""
    _serve(state, host, port)


def _serve(state: State, host: str | None, port: int | None) -> None:
    from verifier.web.serve import run

    run(state.settings, host=host, port=port)


COMMANDS = (demo, serve)
