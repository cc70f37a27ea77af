"""Rebuild a report from what is stored now, and say whether it is the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from verifier.config import Settings
from verifier.errors import InputRefused, NotFound, VerifierError
from verifier.export.canonical_json import canonical_json, sha256_of
from verifier.export.words import load_words
from verifier.services.build_report import compose
from verifier.services.open_store import open_store
from verifier.services.report_body import require_schema
from verifier.services.report_changes import Change, find_changes, input_changes
from verifier.services.report_sources import Sources
from verifier.services.report_subject import Subject


def verify_report(settings: Settings, path: Path) -> str:
    """A sentence that says the report is equal. Raises VerifierError naming what has changed since."""
    frozen, stated = _read(path)
    if sha256_of(canonical_json(frozen)) != stated:
        raise VerifierError(f"{path} has been changed: its content does not have the SHA-256 it states.")
    require_schema(frozen, str(path))
    asked = {key: value for key, value in frozen["subject"].items() if key != "name"}
    with open_store(settings) as store, store.read() as connection:
        try:
            fresh = json.loads(canonical_json(compose(connection, Subject(**asked))))
        except NotFound as error:
            uids = {i["uid"] for i in frozen["inputs"]}
            changes = list(input_changes(frozen["inputs"], Sources(connection).inputs(uids)))
            told = "".join("\n" + sentence for sentence in _sentences(changes))
            raise VerifierError(f"The report cannot be rebuilt: {error}{told}") from error
    if sha256_of(canonical_json(fresh)) == stated:
        return f"Equal: {path} can be rebuilt from the store (sha256 {stated})."
    told = "\n".join(_sentences(find_changes(frozen, fresh)))
    raise VerifierError(f"The report differs from what the store gives now:\n{told}")


def _sentences(changes: list[Change]) -> list[str]:
    words = load_words("en")
    return [words.plain("change", key, **values) for key, values in changes]


def _read(path: Path) -> tuple[dict[str, Any], str]:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return dict(record["report"]), str(record["sha256"])
    except OSError as error:
        raise InputRefused(f"{path} cannot be read: {error.strerror or error}.") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputRefused(f"{path} is no report in JSON.") from error
