"""Commands that care for the database: db, check, backup, restore."""

from __future__ import annotations

from pathlib import Path

import click

from verifier.cli.context import State, pass_state
from verifier.errors import StoreError


@click.group()
def db() -> None:
    """The database's schema."""


@db.command("upgrade")
@pass_state
def upgrade(state: State) -> None:
    """Bring the database to the newest schema."""
    from verifier.services.migrate_store import upgrade_store

    click.echo(f"The database is at revision {upgrade_store(state.settings)}.")


@db.command("current")
@pass_state
def current(state: State) -> None:
    """Print the revision the database is at."""
    from verifier.services.maintain_store import current_revision

    click.echo(current_revision(state.settings) or "none")


@db.command("check")
@pass_state
def db_check(state: State) -> None:
    """Compare the database with the schema, triggers included."""
    from verifier.services.maintain_store import schema_drift

    _report(schema_drift(state.settings), "The database matches the schema.")


@db.command("downgrade")
@click.argument("revision")
@pass_state
def downgrade(state: State, revision: str) -> None:
    """Take the database back to REVISION."""
    from verifier.services.migrate_store import downgrade_store

    click.echo(f"The database is at revision {downgrade_store(state.settings, revision) or 'none'}.")


@db.command("reindex")
@pass_state
def reindex(state: State) -> None:
    """Make the index of the desk's lists and the full text anew from what is stored."""
    from verifier.services.maintain_store import reindex_store

    click.echo(f"Lists and search hold {reindex_store(state.settings):,} pairs, findings and claims.")


@click.command()
@pass_state
def check(state: State) -> None:
    """Prove that nothing stored is damaged: integrity, references, quotes, the chain of decisions."""
    from verifier.services.maintain_store import check_store

    _report(check_store(state.settings), "The store is whole.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@pass_state
def backup(state: State, file: Path) -> None:
    """Copy the database while it is in use, and verify the copy."""
    from verifier.services.copy_store import backup_store

    backup_store(state.settings, file)
    click.echo(f"Saved to {file}.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace the database that is there.")
@pass_state
def restore(state: State, file: Path, force: bool) -> None:
    """Put a verified copy in the place of the database."""
    from verifier.services.copy_store import restore_store

    kept = restore_store(state.settings, file, force)
    click.echo("Restored." if kept is None else f"Restored; the database that was there is kept as {kept}.")


def _report(problems: list[str], fine: str) -> None:
    if problems:
        raise StoreError("\n".join(problems))
    click.echo(fine)


COMMANDS = (db, check, backup, restore)
