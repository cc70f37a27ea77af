"""Rebuild a report from what is stored now, and say whether it is the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from verifier.config import Settings
from verifier.errors import InputRefused, NotFound, VerifierError
from verifier.export.canonical_json import canonical_json, sha256_of
from verifier.export.words import load_words
from verifier.services.build_report import compose
from verifier.services.open_store import open_store
from verifier.services.report_body import require_schema
from verifier.services.report_changes import Change, find_changes, input_changes
from verifier.services.report_files import format_of, match_stored
from verifier.services.report_sources import list_inputs
from verifier.services.report_subject import Subject
from verifier.store.tables import document


def verify_report(settings: Settings, path: Path) -> str:
    """A sentence that says the report is equal. Raises VerifierError naming what has changed since.

    A JSON file carries all that it is verified by; any other is held against the stored report it was written from.
    """
    content = _bytes(path)
    own = _frozen(content, path) if format_of(path) == "json" else None
    with open_store(settings) as store, store.read() as connection:
        if own is not None and sha256_of(canonical_json(own[0])) == own[1]:
            frozen, how = own[0], "in content"
        else:
            row, how = _stored(connection, settings, path, content, stated=own is not None)
            frozen = json.loads(row.body_json)
        _require_rebuilt(connection, frozen, path)
    return f"Equal: {path} can be rebuilt from the store, {how} (sha256 {sha256_of(canonical_json(frozen))})."


def _stored(connection: Connection, settings: Settings, path: Path, content: bytes, *, stated: bool) -> tuple[Any, str]:
    try:
        return match_stored(connection, settings, path, content)
    except InputRefused as error:
        if stated:
            told = f"{path} has been changed: its content does not have the SHA-256 it states."
            raise VerifierError(told) from error
        raise


def _require_rebuilt(connection: Connection, frozen: dict[str, Any], path: Path) -> None:
    """Raises VerifierError unless the store gives the same content now, naming every input or rule that changed."""
    require_schema(frozen, str(path))
    asked = {key: value for key, value in frozen["subject"].items() if key != "name"}
    uids = {i["uid"] for i in frozen["inputs"]}
    try:
        fresh = json.loads(canonical_json(compose(connection, Subject(**asked))))
    except NotFound as error:
        changes = list(input_changes(frozen["inputs"], list_inputs(connection, document.c.uid, uids)))
        told = "".join("\n" + sentence for sentence in _sentences(changes))
        raise VerifierError(f"The report cannot be rebuilt: {error}{told}") from error
    if fresh != frozen:
        # A text that was changed and not paired since belongs to no dispute for now: it is stored all the same.
        fresh["inputs"] += list_inputs(connection, document.c.uid, uids - {i["uid"] for i in fresh["inputs"]})
        told = "\n".join(_sentences(find_changes(frozen, fresh)))
        raise VerifierError(f"The report differs from what the store gives now:\n{told}")


def _sentences(changes: list[Change]) -> list[str]:
    words = load_words("en")
    return [words.plain("change", key, **values) for key, values in changes]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputRefused(f"{path} cannot be read: {error.strerror or error}.") from error


def _frozen(content: bytes, path: Path) -> tuple[dict[str, Any], str]:
    """The content that a JSON file carries, and the hash that it states."""
    try:
        record = json.loads(content)
        return dict(record["report"]), str(record["sha256"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputRefused(f"{path} is no report in JSON.") from error
