"""Rebuild a report from what is stored now, and say whether it is the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from verifier.config import Settings
from verifier.errors import InputRefused, NotFound, VerifierError
from verifier.export.canonical_json import canonical_json, sha256_of
from verifier.services.build_report import ALL_TITLE, compose
from verifier.services.open_store import open_store


def verify_report(settings: Settings, path: Path) -> str:
    """A sentence that says the report is equal. Raises VerifierError naming what has changed since."""
    frozen, stated = _read(path)
    if sha256_of(canonical_json(frozen)) != stated:
        raise VerifierError(f"{path} has been changed: its content does not have the SHA-256 it states.")
    single = None if frozen["title"] == ALL_TITLE else frozen["disputes"][0]["uid"]
    try:
        fresh = json.loads(canonical_json(compose(open_store(settings), single)))
    except NotFound as error:
        raise VerifierError(f"The report cannot be rebuilt: {error}") from error
    if sha256_of(canonical_json(fresh)) == stated:
        return f"Equal: {path} can be rebuilt from the store (sha256 {stated})."
    raise VerifierError("The report differs from what the store gives now:\n" + "\n".join(_changes(frozen, fresh)))


def _read(path: Path) -> tuple[dict[str, Any], str]:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return record["report"], record["sha256"]
    except OSError as error:
        raise InputRefused(f"{path} cannot be read: {error.strerror or error}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise InputRefused(f"{path} is no report in JSON.") from error


def _changes(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """Every input, ruleset or decision that changed, one sentence each."""
    before, after = ({i["name"]: i["snapshot"] for i in body["inputs"]} for body in (old, new))
    found = [f"The text of {n} has changed." for n in sorted(before.keys() & after.keys()) if before[n] != after[n]]
    found += [f"{n} is not stored any more." for n in sorted(before.keys() - after.keys())]
    found += [f"{n} has been taken in since." for n in sorted(after.keys() - before.keys())]
    for name in ("ruleset", "extractor"):
        if old["method"][name] != new["method"][name]:
            found.append(f"The {name} has changed from {old['method'][name]} to {new['method'][name]}.")
    if old["as_of"] != new["as_of"]:
        found.append(f"Decisions were made since: {old['as_of']} then, {new['as_of']} now.")
    return found or ["The results of the rules have changed."]
