"""Commands for accounts and tokens."""

from __future__ import annotations

import sys

import click

from verifier.cli.context import State, format_option, pass_state, print_rows
from verifier.domain.people import Role, Scope
from verifier.errors import VerifierError

_role = click.Choice([str(role) for role in Role])


@click.group()
def user() -> None:
    """Accounts of the desk; each act is logged."""


@user.command("add")
@click.argument("name")
@click.option("--role", type=_role, required=True, help="What the account may do.")
@pass_state
def add(state: State, name: str, role: str) -> None:
    """Make the account NAME; its password is read from standard input."""
    from verifier.services.manage_users import add_user

    add_user(state.settings, name, role, _read_password())
    click.echo(f"{name} is {role}.")


@user.command("list")
@format_option
@pass_state
def list_(state: State, layout: str) -> None:
    """List the accounts."""
    from dataclasses import asdict

    from verifier.services.manage_users import list_users

    rows = [asdict(each) | {"created_at": each.created_at.isoformat()} for each in list_users(state.settings)]
    print_rows(rows, layout, ("name", "role", "disabled", "password", "sessions", "created_at"))


@user.command("role")
@click.argument("name")
@click.argument("role", type=_role)
@pass_state
def role(state: State, name: str, role: str) -> None:
    """Change what the account NAME may do; its sessions end."""
    from verifier.services.manage_users import set_role

    set_role(state.settings, name, role)
    click.echo(f"{name} is {role}.")


@user.command("password")
@click.argument("name")
@pass_state
def password(state: State, name: str) -> None:
    """Give the account NAME a new password, read from standard input; its sessions end."""
    from verifier.services.manage_users import set_password

    set_password(state.settings, name, _read_password())
    click.echo(f"{name} has a new password.")


@user.command("disable")
@click.argument("name")
@pass_state
def disable(state: State, name: str) -> None:
    """Let the account NAME in no longer; its sessions and tokens end."""
    from verifier.services.manage_users import disable_user

    disable_user(state.settings, name)
    click.echo(f"{name} is disabled.")


@user.command("enable")
@click.argument("name")
@pass_state
def enable(state: State, name: str) -> None:
    """Let a disabled account in again."""
    from verifier.services.manage_users import disable_user

    disable_user(state.settings, name, disabled=False)
    click.echo(f"{name} is enabled.")


@click.group()
def token() -> None:
    """Tokens that let programs use the desk's lists and forms."""


@token.command("add")
@click.argument("owner")
@click.option("--name", default="", help="What the token is for.")
@click.option(
    "--scope",
    type=click.Choice([str(scope) for scope in Scope]),
    default="read",
    show_default=True,
    help="What it may do.",
)
@click.option("--days", type=int, default=90, show_default=True, help="How long it lives.")
@pass_state
def add_token(state: State, owner: str, name: str, scope: str, days: int) -> None:
    """Make a token that acts as the account OWNER; it is shown once."""
    from verifier.services.manage_tokens import add_token as make

    click.echo(make(state.settings, owner, name, scope, days))


@token.command("list")
@format_option
@pass_state
def list_tokens(state: State, layout: str) -> None:
    """List the tokens, without their secrets."""
    from dataclasses import asdict

    from verifier.services.manage_tokens import list_tokens as listed

    times = ("created_at", "expires_at")
    rows = [asdict(each) | {name: getattr(each, name).isoformat() for name in times} for each in listed(state.settings)]
    print_rows(rows, layout, ("id", "owner", "name", "scope", "expires_at", "revoked"))


@token.command("revoke")
@click.argument("number", type=int)
@pass_state
def revoke(state: State, number: int) -> None:
    """End the token NUMBER for good."""
    from verifier.services.manage_tokens import revoke_token

    revoke_token(state.settings, number)
    click.echo(f"Token {number} is revoked.")


def _read_password() -> str:
    """One line of standard input; asked for twice, unseen, at a terminal."""
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    line = sys.stdin.readline().rstrip("\r\n")
    if not line:
        raise VerifierError("The password is read from standard input, and there was none.")
    return line


COMMANDS = (user, token)
