"""The documents say what the product does: every command, option, setting and link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from verifier.cli.main import cli
from verifier.config import Settings

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)|src=\"([^\"]+)\"")
SHOWN = re.compile(r"^\s{4}(?:\.venv/bin/)?verifier (.+?)(?:\s+#.*)?$", re.MULTILINE)
ROW = re.compile(r"^\| (`[^|]+) \|", re.MULTILINE)


def commands(group: click.Group = cli, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command by its whole name, groups opened."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield before + name, command


COMMANDS = dict(commands())


def documented(page: str) -> set[str]:
    """What stands in code marks in the first column of a page's table."""
    rows = ROW.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


def test_every_command_is_documented_and_every_documented_one_exists() -> None:
    assert documented("commands.md") == set(COMMANDS)


def test_every_option_in_the_documents_exists() -> None:
    options = {text for command in COMMANDS.values() for p in command.params for text in p.opts} | {"--help", "--home"}
    for page in PAGES:
        found = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", page.read_text(encoding="utf-8")))
        assert found <= options, (page.name, found - options)


def test_every_command_and_option_has_a_help_line() -> None:
    for name, command in COMMANDS.items():
        assert command.help, name
        silent = [p.name for p in command.params if isinstance(p, click.Option) and not p.help]
        assert not silent, (name, silent)


def test_the_settings_page_and_the_settings_agree() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert documented("settings.md") == {f"VERIFIER_{name.upper()}" for name in Settings.model_fields}
    for name, field in Settings.model_fields.items():
        assert field.description, name
        if isinstance(field.default, str | int) and field.default != "":
            shown = str(field.default).lower() if isinstance(field.default, bool) else field.default
            assert f"| `VERIFIER_{name.upper()}` | `{shown}` |" in page, name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for found in LINK.finditer(page.read_text(encoding="utf-8")):
        target = found[1] or found[2]
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_shown_command_lines_are_understood(page: Path) -> None:
    for line in SHOWN.findall(page.read_text(encoding="utf-8")):
        words = re.findall(r'"[^"]*"|\S+', line)
        name = next((n for n in COMMANDS if words[: len(n.split())] == n.split()), None)
        assert name is not None, line
        rest = [word.strip('"') for word in words[len(name.split()) :]]
        COMMANDS[name].make_context(name, rest)
