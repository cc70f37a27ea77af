"""The state of reports, decided by people, and the public folder of what is published."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from verifier.config import Settings
from verifier.errors import Conflict, InputRefused, NotFound, VerifierError, Word
from verifier.export.public_site import PublicReport, public_files
from verifier.services.decide import MAX_NOTE
from verifier.services.open_store import now, open_store
from verifier.services.report_editions import DRAFT, edition_of
from verifier.store.reviews import append_decision, find_target
from verifier.store.tables import report, standing, user
from verifier.store.users import user_id

_PUBLISHERS = ("editor", "admin")
_PUBLIC = ("published", "corrected", "withdrawn")


def publish_report(settings: Settings, uid: str, note: str = "", publisher: str | None = None) -> None:
    """Publish a report; the published edition before it becomes corrected. Raises NotFound, Conflict."""
    with open_store(settings) as store, store.write() as connection:
        row, state = _report(connection, uid)
        if state == "published":
            return
        if state in ("corrected", "withdrawn"):
            raise Conflict(
                "Report %(uid)s is %(state)s: build it anew and publish the new edition.", uid=uid, state=Word(state)
            )
        if connection.execute(select(report.c.uid).where(report.c.supersedes_id == row.id)).first() is not None:
            raise Conflict("Report %(uid)s has been replaced by a newer edition: publish that one.", uid=uid)
        reviewer = _publisher(connection, settings, row, publisher or settings.user)
        for before in _published_before(connection, row):
            _decide(connection, before.uid, reviewer, "corrected", note)
        _decide(connection, uid, reviewer, "published", note)


def withdraw_report(settings: Settings, uid: str, note: str, publisher: str | None = None) -> None:
    """Withdraw a published report. Raises NotFound, Conflict, VerifierError."""
    if not note.strip():
        raise VerifierError("Say with --note why the report is withdrawn: its page tells readers.")
    with open_store(settings) as store, store.write() as connection:
        row, state = _report(connection, uid)
        if state not in ("published", "corrected"):
            raise Conflict(
                "Report %(uid)s is %(state)s: only what is published can be withdrawn.", uid=uid, state=Word(state)
            )
        reviewer = _editor(connection, publisher or settings.user)
        _decide(connection, row.uid, reviewer, "withdrawn", note)


def export_public(settings: Settings, out: Path, lang: str = "en") -> list[Path]:
    """Write everything published as pages and a feed; the files. Raises VerifierError."""
    with open_store(settings) as store, store.read() as connection:
        reports = [
            PublicReport(row.uid, row.sha256, json.loads(row.body_json), edition_of(connection, settings, row, lang))
            for row in _public(connection)
        ]
    written = []
    try:
        for name, content in public_files(reports, lang, settings.newsroom, settings.site.rstrip("/")):
            path = out / name
            if content is None:
                path.unlink(missing_ok=True)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            written.append(path)
    except OSError as error:
        raise VerifierError(f"{out} cannot be written to: {error.strerror or error}.") from error
    return written


def _public(connection: Connection) -> list[Any]:
    query = select(report).join(standing, standing.c.target_uid == report.c.uid)
    return list(connection.execute(query.where(standing.c.verdict.in_(_PUBLIC)).order_by(report.c.id.desc())))


def _report(connection: Connection, uid: str) -> tuple[Any, str]:
    row = connection.execute(select(report).where(report.c.uid == uid)).first()
    if row is None:
        raise NotFound("No report with the uid “%(uid)s” is stored.", uid=uid)
    state = connection.execute(select(standing.c.verdict).where(standing.c.target_uid == uid)).scalar()
    return row, state or DRAFT


def _publisher(connection: Connection, settings: Settings, row: Any, name: str) -> int:
    """Who publishes: an editor and, where that is asked for, not the one who built the report."""
    reviewer = _editor(connection, name)
    if settings.second_person and reviewer == row.user_id:
        raise Conflict("“%(name)s” built this report: a second person has to publish it.", name=name)
    return reviewer


def _editor(connection: Connection, name: str) -> int:
    found = user_id(connection, name, now())
    row = connection.execute(select(user).where(user.c.id == found)).one()
    if row.role not in _PUBLISHERS or row.disabled:
        raise Conflict("“%(name)s” is no editor: only editors publish and withdraw reports.", name=name)
    return found


def _published_before(connection: Connection, row: Any) -> Iterator[Any]:
    """Published editions that this one replaces, drafts between them skipped."""
    while row.supersedes_id is not None:
        row = connection.execute(select(report).where(report.c.id == row.supersedes_id)).one()
        if _report(connection, row.uid)[1] == "published":
            yield row


def _decide(connection: Connection, uid: str, reviewer: int, verdict: str, note: str) -> None:
    if len(note) > MAX_NOTE:
        raise InputRefused(
            "The note has %(number)s characters; the limit is %(limit)s.",
            number=f"{len(note):,}",
            limit=f"{MAX_NOTE:,}",
        )
    target = find_target(connection, uid, ("report",))
    append_decision(connection, target, reviewer, verdict, note=note, shown={"title": uid}, now=now())
