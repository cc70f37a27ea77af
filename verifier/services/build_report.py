"""Freeze a report, keep it, and write it in the formats asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select

from verifier.config import Settings
from verifier.domain.claim import Claim
from verifier.domain.uids import uid_of
from verifier.errors import NotFound, VerifierError
from verifier.export.canonical_json import canonical_json, sha256_of
from verifier.export.render import RENDERERS, render
from verifier.services.desk_data import document_rows, read_history
from verifier.services.list_stored import finding_lines
from verifier.services.open_store import now, open_store
from verifier.services.report_body import dispute_body, report_body
from verifier.store.audit import hash_of_decision
from verifier.store.claims import load_claims
from verifier.store.engine import Store
from verifier.store.reviews import last_seq, verdicts
from verifier.store.tables import claim, dispute, dispute_claim, report, user
from verifier.store.users import user_id

FORMATS = tuple(RENDERERS)
ALL_TITLE = "All disputes"


@dataclass(frozen=True, slots=True)
class Made:
    """A frozen report and the files it was written to."""

    uid: str
    sha256: str
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list."""

    uid: str
    title: str
    made_at: datetime
    made_by: str
    sha256: str


def build_report(settings: Settings, dispute_uid: str | None, formats: Sequence[str], out: Path) -> Made:
    """Freeze a report on one dispute, or on all, and write it into ``out``. Raises NotFound, VerifierError."""
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise VerifierError(f"There is no report format “{unknown[0]}”; choose {', '.join(FORMATS)}.")
    made = freeze_report(settings, dispute_uid, settings.user)
    name = f"dispute-{dispute_uid}" if dispute_uid else "disputes"
    files = []
    try:
        out.mkdir(parents=True, exist_ok=True)
        for format in formats:
            path = out / f"{name}.{format}"
            path.write_text(render_report(settings, made.uid, format), encoding="utf-8", newline="")
            files.append(path)
    except OSError as error:
        raise VerifierError(f"{out} cannot be written to: {error.strerror or error}.") from error
    return Made(made.uid, made.sha256, tuple(files))


def freeze_report(settings: Settings, dispute_uid: str | None, reviewer: str) -> Made:
    """Store the report's canonical JSON; the same content again is the same report. Raises NotFound."""
    store = open_store(settings)
    body = compose(store, dispute_uid)
    canonical = canonical_json(body)
    digest = sha256_of(canonical)
    uid = uid_of("report", digest)
    with store.write() as connection:
        known = connection.execute(select(report.c.id).where(report.c.uid == uid)).first()
        if known is None:
            moment = now()
            values = {
                "uid": uid,
                "kind": "dispute" if dispute_uid else "collection",
                "title": body["title"],
                "as_of_seq": body["as_of"],
                "inputs": {"dispute": dispute_uid, "snapshots": body["inputs"], "ruleset": body["method"]["ruleset"]},
                "body_json": canonical,
                "sha256": digest,
                "user_id": user_id(connection, reviewer, moment),
                "made_at": moment,
            }
            connection.execute(insert(report).values(values))
    store.close()
    return Made(uid, digest)


def render_report(settings: Settings, uid: str, format: str) -> str:
    """One rendering of a stored report. Raises NotFound, VerifierError."""
    store = open_store(settings)
    with store.read() as connection:
        canonical = connection.execute(select(report.c.body_json).where(report.c.uid == uid)).scalar()
    if canonical is None:
        raise NotFound(f"No report with the uid “{uid}” is stored.")
    return render(canonical, format)


def list_reports(settings: Settings) -> list[ReportRow]:
    """Every report, the newest first."""
    store = open_store(settings)
    with store.read() as connection:
        rows = connection.execute(
            select(report, user.c.name).join(user, user.c.id == report.c.user_id).order_by(report.c.id.desc())
        )
        return [ReportRow(r.uid, r.title, r.made_at, r.name, r.sha256) for r in rows]


def compose(store: Store, dispute_uid: str | None) -> dict[str, Any]:
    """The content of a report as the store is now. Raises NotFound where the dispute is not there."""
    with store.read() as connection:
        claims = {c.uid: c for c in load_claims(connection)}
        documents = document_rows(connection)
        rows = connection.execute(select(dispute).where(dispute.c.live.is_(True)).order_by(dispute.c.uid)).all()
        chosen = [row for row in rows if dispute_uid in (None, row.uid)]
        if dispute_uid is not None and not chosen:
            raise NotFound(f"No dispute with the uid “{dispute_uid}” is stored.")
        snapshots = {d.uid: d.text_sha256 for d in documents}
        bodies = [_dispute(connection, row, claims, snapshots) for row in chosen]
        findings = _findings(connection) if dispute_uid is None else []
        as_of = last_seq(connection)
        audit_head = hash_of_decision(connection, as_of)
    used = {c["document"] for b in bodies for p in b["positions"] for c in p["claims"]}
    inputs = [
        {"name": d.name, "outlet": d.slug or None, "snapshot": d.text_sha256,
         "published": d.published_on.date().isoformat() if d.published_on else None}
        for d in documents
        if dispute_uid is None or d.name in used
    ]  # fmt: skip
    title = bodies[0]["question"] if dispute_uid is not None else ALL_TITLE
    return report_body(title, bodies, findings, inputs, as_of, audit_head)


def _dispute(
    connection: Connection, row: Any, claims: Mapping[str, Claim], snapshots: Mapping[str, str]
) -> dict[str, Any]:
    query = (
        select(dispute_claim.c.label, claim.c.uid)
        .join(claim, claim.c.id == dispute_claim.c.claim_id)
        .where(dispute_claim.c.dispute_id == row.id)
    )
    positions: dict[str, list[str]] = defaultdict(list)
    for member in connection.execute(query):
        if member.uid in claims:
            positions[member.label].append(member.uid)
    status = verdicts(connection).get((row.uid, ""), "open")
    decisions = [
        {"no": e.seq, "on": e.at.date().isoformat(), "by": e.reviewer, "verdict": e.verdict, "note": e.note,
         "evidence": list(e.evidence), "cancels": e.cancels, "cancelled": e.cancelled}
        for e in reversed(read_history(connection, "dispute", row.uid))
    ]  # fmt: skip
    return dispute_body(row.uid, row.question, status, sorted(positions.items()), claims, snapshots, decisions)


def _findings(connection: Connection) -> list[dict[str, Any]]:
    """The findings without what only orders them, in the order of their documents."""
    lines = [{k: v for k, v in line.items() if k != "queued"} for line in finding_lines(connection)]
    return sorted(lines, key=lambda line: (line["document"], line["uid"]))
