"""The lock file: every shipped dependency once, at the version that was tested, with hashes, and no address."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name as plain

ROOT = Path(__file__).parents[2]
BESIDE = "torch"


def locked() -> dict[str, tuple[str, int]]:
    """The version of each package, and how many hashes it has."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    found = [re.fullmatch(r"([\w.-]+)==(\S+)((?:\s+--hash=sha256:[0-9a-f]{64})+)\s*", line) for line in lines]
    assert all(found), [line[:80] for line, match in zip(lines, found, strict=True) if match is None]
    return {plain(match[1]): (match[2], match[3].count("--hash")) for match in found if match is not None}


def shipped() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [Requirement(each) for each in (*project["dependencies"], *project["optional-dependencies"]["pdf"])]


def test_every_shipped_dependency_is_locked_within_its_range() -> None:
    found = locked()
    lacking = [each.name for each in shipped() if plain(each.name) != BESIDE and plain(each.name) not in found]
    assert lacking == []
    wrong = [
        str(each) for each in shipped() if each.name != BESIDE and found[plain(each.name)][0] not in each.specifier
    ]
    assert wrong == []
    assert BESIDE not in found


def test_what_dependencies_need_is_locked_as_well() -> None:
    waiting, seen = [(plain(each.name), frozenset(each.extras)) for each in shipped()], set()
    while waiting:
        name, extras = waiting.pop()
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        try:
            needed = [Requirement(each) for each in requires(name) or ()]
        except PackageNotFoundError:  # not on this machine; the lock has it or the assertion below fails
            needed = []
        for each in needed:
            if each.marker is None or any(each.marker.evaluate({"extra": extra}) for extra in (*extras, "")):
                waiting.append((plain(each.name), frozenset(each.extras)))
    assert {name for name, _ in seen} - {BESIDE} - locked().keys() == set()


def test_the_lock_has_the_versions_that_were_tested() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    tested = {plain(name): version for name, _, version in (line.partition("==") for line in lines if "==" in line)}
    differing = {name: version for name, (version, _) in locked().items() if tested.get(name, version) != version}
    assert differing == {}
    assert not re.search(r"https?:|--(?:extra-)?index|--find", (ROOT / "requirements.lock").read_text(encoding="utf-8"))
