"""Editions of a report: which came before, which state each is in, and what changed between them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from verifier.config import Settings
from verifier.errors import VerifierError
from verifier.export.edition import Edition
from verifier.services.desk_data import read_history
from verifier.services.desk_model import HistoryEntry
from verifier.services.open_store import open_store
from verifier.services.report_body import require_schema
from verifier.services.report_changes import Change, find_changes
from verifier.store.audit import hash_of_decision
from verifier.store.tables import report, standing, user

DRAFT = "draft"
_LISTED = tuple(column for column in report.c if column is not report.c.body_json)
"""All that is kept of a report but its content, which may be long."""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list."""

    uid: str
    title: str
    kind: str
    made_at: datetime
    made_by: str
    sha256: str
    state: str
    superseded: bool


def list_reports(settings: Settings) -> list[ReportRow]:
    """Every report, the newest first."""
    with open_store(settings) as store, store.read() as connection:
        replaced = set(connection.execute(select(report.c.supersedes_id)).scalars())
        states = {row.target_uid: row.verdict for row in connection.execute(select(standing))}
        rows = connection.execute(
            select(*_LISTED, user.c.name).join(user, user.c.id == report.c.user_id).order_by(report.c.id.desc())
        )
        return [
            ReportRow(
                r.uid, r.title, r.inputs["subject"]["kind"], r.made_at, r.name, r.sha256, states.get(r.uid, DRAFT),
                r.id in replaced,
            )
            for r in rows
            if "subject" in r.inputs
        ]  # fmt: skip


def predecessor(connection: Connection, body: Mapping[str, Any]) -> Any:
    """The newest report on the subject of ``body``, or None.

    A dispute whose article was changed has another uid: the same question over a document of the same name is
    the same subject.
    """
    subject = body["subject"]
    names = {i["name"] for i in body["inputs"]}
    for row in connection.execute(select(*_LISTED).order_by(report.c.id.desc())):
        other = row.inputs.get("subject")
        if other is None or other["reviewers"] != subject["reviewers"] or other["kind"] != subject["kind"]:
            continue
        asked_again = subject["kind"] == "dispute" and other["name"] == subject["name"]
        if other == subject or (asked_again and names & {i["name"] for i in row.inputs["snapshots"]}):
            return row
    return None


def edition_of(connection: Connection, settings: Settings, row: Any, lang: str) -> Edition:
    """What is known of a stored report besides its content. Raises VerifierError where its form is an older one."""
    body = json.loads(row.body_json)
    require_schema(body, f"Report {row.uid}")
    entry = next(iter(_entries(connection, row.uid)), None)
    before = connection.execute(select(report).where(report.c.id == row.supersedes_id)).first()
    after = connection.execute(select(report.c.sha256).where(report.c.supersedes_id == row.id)).first()
    changes = find_changes(json.loads(before.body_json), body) if before is not None else []
    return Edition(
        uid=row.uid,
        lang=lang,
        newsroom=settings.newsroom,
        site=settings.site.rstrip("/"),
        supersedes=before.sha256 if before is not None else None,
        superseded_by=after.sha256 if after is not None else None,
        changes=tuple(changes),
        corrections=tuple(_corrections(connection, row.id, body)),
        ratings=_ratings(settings),
        docx_template=settings.docx_template,
        **_stands(connection, entry),
    )


def editions_of(connection: Connection, settings: Settings, row: Any, lang: str) -> Iterator[Edition]:
    """What is known of a stored report now, then what was in each state before: files written then say that."""
    now = edition_of(connection, settings, row, lang)
    yield now
    for entry in (*_entries(connection, row.uid), None):
        for after in dict.fromkeys((now.superseded_by, None)):
            then = replace(now, superseded_by=after, **_stands(connection, entry))
            if then != now:
                yield then


def _entries(connection: Connection, uid: str) -> list[HistoryEntry]:
    """The decisions on a report that are in force, the newest first."""
    return [e for e in read_history(connection, "report", uid) if e.verdict and not e.cancelled]


def _stands(connection: Connection, entry: HistoryEntry | None) -> dict[str, Any]:
    """The state of an edition by a decision on it; a draft without any."""
    if entry is None:
        return {"state": DRAFT, "on": "", "note": "", "head": None}
    told = {"state": entry.verdict or DRAFT, "on": entry.at.date().isoformat(), "note": entry.note or ""}
    return {**told, "head": hash_of_decision(connection, entry.seq)}


def _corrections(connection: Connection, key: int, body: Mapping[str, Any]) -> list[Change]:
    """What changed from this edition to the newest published one after it; drafts between them are not told."""
    query = select(report.c.id, report.c.body_json, standing.c.verdict)
    query = query.outerjoin(standing, standing.c.target_uid == report.c.uid)
    newest = None
    while (later := connection.execute(query.where(report.c.supersedes_id == key)).first()) is not None:
        key, newest = later.id, later if later.verdict == "published" else newest
    return find_changes(body, json.loads(newest.body_json)) if newest is not None else []


def _ratings(settings: Settings) -> Mapping[str, Any]:
    """The newsroom's own names for content verdicts: ``verified = {name = "Correct", value = 5}``."""
    if settings.ratings is None:
        return {}
    try:
        read = tomllib.loads(settings.ratings.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise VerifierError(f"The ratings in {settings.ratings} cannot be read: {error}.") from error
    for verdict, rating in read.items():
        if not isinstance(rating, dict) or not isinstance(rating.get("name"), str) or not _is_value(rating):
            raise VerifierError(
                f"The rating “{verdict}” in {settings.ratings} needs a name, and a value from 0 (none) to 5 (true)."
            )
    return read


def _is_value(rating: Mapping[str, Any]) -> bool:
    value = rating.get("value")
    return isinstance(value, int) and 0 <= value <= 5
