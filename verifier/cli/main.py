"""The command line: every command parses, calls one service, prints."""

from __future__ import annotations

import errno
import logging
import sys
from pathlib import Path
from typing import Any

import click

from verifier.cli import corrections, database, decisions, evaluating, people, reading, record, reports, running, stored
from verifier.cli.context import State
from verifier.errors import VerifierError

_LOG = "errors.log"


class Commands(click.Group):
    """Keeps the details of an unexpected error in the data folder of the command that met it."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit, VerifierError, BrokenPipeError):
            raise
        except Exception as error:
            raise VerifierError(_unexpected(error, ctx.obj)) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--home", type=click.Path(path_type=Path), help="Data folder; VERIFIER_HOME otherwise.")
@click.version_option(package_name="verifier")
@click.pass_context
def cli(context: click.Context, home: Path | None) -> None:
    """Find claims in news, see which contradict each other, decide, and publish why."""
    context.obj = State(home)


for module in (reading, stored, decisions, corrections, reports, running, evaluating, database, people, record):
    for command in module.COMMANDS:
        cli.add_command(command)


def main() -> None:
    """Run the command line; every failure is one sentence and exit code 1."""
    try:
        cli.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(1)
    except VerifierError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)


def _unexpected(error: Exception, state: State) -> str:
    """Keep the details of an unexpected error in the data folder and say where."""
    if isinstance(error, OSError) and error.errno in (errno.EMFILE, errno.ENFILE):
        return "Too many files are open: allow this program more of them (ulimit -n). Nothing was changed."
    try:
        path = state.settings.home / _LOG
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = logging.FileHandler(path, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        handler.handle(
            logging.makeLogRecord({"msg": "unexpected error", "exc_info": (type(error), error, error.__traceback__)})
        )
        handler.close()
    except OSError:
        return f"Something unexpected went wrong: {error}."
    return f"Something unexpected went wrong ({type(error).__name__}); the details are in {path}."
