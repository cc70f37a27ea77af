"""Freeze a report, keep it, and write it in the formats asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select

from verifier.config import Settings
from verifier.domain.claim import Claim
from verifier.domain.uids import uid_of
from verifier.errors import InputRefused, NotFound, VerifierError
from verifier.export.canonical_json import canonical_json, sha256_of
from verifier.export.edition import Edition
from verifier.export.outline import plain_text
from verifier.export.render import FORMATS, check_format, render
from verifier.export.report_outline import report_title
from verifier.export.words import load_words
from verifier.paths import bundled
from verifier.services.gold_cases import HELD_OUT, load_floors
from verifier.services.open_store import now, open_store
from verifier.services.report_body import Composer, report_body
from verifier.services.report_decisions import Decisions
from verifier.services.report_editions import edition_of, predecessor
from verifier.services.report_sources import list_inputs
from verifier.services.report_subject import Subject, choose
from verifier.services.stream_stored import finding_lines
from verifier.store.claims import load_current
from verifier.store.rows import in_parts
from verifier.store.tables import dispute_claim, document, finding, model_version, report
from verifier.store.users import user_id

Watch = Callable[[Sequence[Any]], Iterable[Any]]
"""Passes disputes on while it shows how far they are."""
ALL = Subject()
"""Every dispute and finding there is."""
MOST_DISPUTES = 1_000
"""A report is one document, frozen and hashed as a whole: so many disputes it can hold in memory."""


@dataclass(frozen=True, slots=True)
class Made:
    """A frozen report and the files it was written to."""

    uid: str
    sha256: str
    files: tuple[Path, ...] = ()


def build_report(
    settings: Settings,
    subject: Subject | None,
    formats: Sequence[str],
    out: Path,
    lang: str = "en",
    watch: Watch = iter,
) -> Made:
    """Freeze a report on ``subject`` (on everything where None) and write it into ``out``.

    Raises NotFound, VerifierError.
    """
    for format in formats:
        check_format(format)
    load_words(lang)
    subject = subject or ALL
    made = freeze_report(settings, subject, settings.user, watch)
    name = "disputes" if subject.kind == "collection" else f"{subject.kind}-{made.uid}"
    name = f"dispute-{subject.uid}" if subject.kind == "dispute" else name
    written = {out / f"{name}.{FORMATS[f].suffix}": render_report(settings, made.uid, f, lang) for f in formats}
    try:
        out.mkdir(parents=True, exist_ok=True)
        for path, content in written.items():
            path.write_bytes(content)
    except OSError as error:
        raise VerifierError(f"{out} cannot be written to: {error.strerror or error}.") from error
    return Made(made.uid, made.sha256, tuple(written))


def freeze_report(settings: Settings, subject: Subject, reviewer: str, watch: Watch = iter) -> Made:
    """Store the report's canonical JSON; the same content again is the same report. Raises NotFound."""
    with open_store(settings) as store, store.write() as connection:
        body = compose(connection, subject, watch)
        canonical = canonical_json(body)
        digest = sha256_of(canonical)
        before = predecessor(connection, body)
        if before is not None and before.sha256 == digest:
            return Made(before.uid, digest)
        uid = uid_of("report", digest, *([before.uid] if before is not None else []))
        moment = now()
        values = {
            "uid": uid,
            "kind": "dispute" if subject.kind == "dispute" else "collection",
            "title": plain_text(report_title(load_words("en"), body)),
            "as_of_seq": body["as_of"]["decision"],
            "inputs": {"subject": body["subject"], "snapshots": body["inputs"], "ruleset": body["method"]["ruleset"]},
            "body_json": canonical,
            "sha256": digest,
            "user_id": user_id(connection, reviewer, moment),
            "made_at": moment,
            "supersedes_id": before.id if before is not None else None,
        }
        connection.execute(insert(report).values(values))
    return Made(uid, digest)


def render_report(settings: Settings, uid: str, format: str, lang: str = "en") -> bytes:
    """One rendering of a stored report. Raises NotFound, VerifierError."""
    check_format(format)
    with open_store(settings) as store, store.read() as connection:
        row = connection.execute(select(report).where(report.c.uid == uid)).first()
        if row is None:
            raise NotFound("No report with the uid “%(uid)s” is stored.", uid=uid)
        edition: Edition = edition_of(connection, settings, row, lang)
    return render(row.body_json, format, edition)


def compose(connection: Connection, subject: Subject, watch: Watch = iter) -> dict[str, Any]:
    """The content of a report as the store is now.

    Raises NotFound where its subject is not there, InputRefused where it takes in more than MOST_DISPUTES.
    """
    chosen = choose(connection, subject)
    if len(chosen.disputes) > MOST_DISPUTES:
        raise InputRefused(
            "A report holds at most %(limit)s disputes, and these are %(number)s: "
            "narrow them with --where, or list them all with “verifier disputes”.",
            limit=f"{MOST_DISPUTES:,}",
            number=f"{len(chosen.disputes):,}",
        )
    decisions = Decisions(connection, subject.reviewers)
    disputes = []
    used: set[str] = set()
    for row in watch(chosen.disputes):
        members, positions = _positions(connection, row.id)
        disputes.append(Composer(connection, members, decisions).dispute(row.uid, row.question, row.status, positions))
        used.update(claim.document for claim in members.values())
    findings = [{**line, "decisions": decisions.on([line["uid"]])} for line in _findings(connection, chosen.findings)]
    inputs = _inputs(connection, chosen.subject, used, {line["document"] for line in findings})
    told = {**chosen.subject.as_dict(), "name": chosen.name}
    return report_body(told, disputes, findings, inputs, decisions.as_of(), _model(connection), _quality())


def _positions(connection: Connection, row: int) -> tuple[dict[int, Claim], list[tuple[str, str, list[str]]]]:
    """The live claims of a dispute by row, and its positions: label, stance, claims."""
    query = select(dispute_claim).where(dispute_claim.c.dispute_id == row)
    listed = connection.execute(query.order_by(dispute_claim.c.position)).all()
    live = load_current(connection, {each.claim_id for each in listed})
    members = {number: claim for number, (claim, _) in live.items()}
    positions: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in listed:
        if each.claim_id in members:
            positions[each.label, each.stance].append(members[each.claim_id].uid)
    return members, [(*key, uids) for key, uids in sorted(positions.items())]


def _findings(connection: Connection, uids: Collection[str]) -> list[dict[str, Any]]:
    """Findings as a report tells them, in the order of their documents."""
    ids = [row.id for row in in_parts(connection, select(finding.c.id), finding.c.uid, sorted(uids))]
    lines = [{k: v for k, v in line.items() if k != "queued"} for line in finding_lines(connection, ids)]
    return sorted(lines, key=lambda line: (line["document"], line["uid"]))


def _inputs(connection: Connection, subject: Subject, used: set[str], named: set[str]) -> list[dict[str, Any]]:
    """The texts a report rests on: those of its claims and findings; all there are, where it is on everything."""
    if subject.kind == "collection":
        return list_inputs(connection)
    used |= {subject.uid} if subject.kind == "document" else set()
    found = list_inputs(connection, document.c.uid, used) + list_inputs(connection, document.c.name, named)
    return list({each["uid"]: each for each in found}.values())


def _model(connection: Connection) -> dict[str, Any] | None:
    """The similarity model that proposed what to compare."""
    active = select(model_version).where(model_version.c.kind == "embedder", model_version.c.active.is_(True))
    row = connection.execute(active.order_by(model_version.c.id.desc()).limit(1)).first()
    return {name: getattr(row, name) for name in ("name", "version", "sha256")} if row is not None else None


def _quality() -> dict[str, float]:
    """What this version's rules reach at least on the held-out gold set: the same on every machine."""
    return load_floors(bundled("seeds") / "gold" / "floors.toml")[HELD_OUT]
