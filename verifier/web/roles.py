"""What each route asks of who sends the request: the whole matrix, and a route that is not in it lets nobody in."""

from __future__ import annotations

from collections.abc import Mapping

from verifier.domain.people import Role

OPEN = "open"
"""Anyone, signed in or not."""

VIEWER, REVIEWER, EDITOR, ADMIN = Role.VIEWER, Role.REVIEWER, Role.EDITOR, Role.ADMIN

NEEDED: Mapping[str, Role | str] = {
    "static": OPEN,
    "health.index": OPEN,
    "login.index": OPEN,
    "login.sign_in": OPEN,
    "login.sign_out": VIEWER,
    "preferences.save": OPEN,
    "queue.index": VIEWER,
    "queue.as_json": VIEWER,
    "queue.as_csv": VIEWER,
    "queue.decide": REVIEWER,
    "queue.keep_view": REVIEWER,
    "queue.forget_view": REVIEWER,
    "pairs.show": VIEWER,
    "pairs.decide": REVIEWER,
    "findings.index": VIEWER,
    "findings.as_json": VIEWER,
    "findings.as_csv": VIEWER,
    "findings.show": VIEWER,
    "findings.decide": REVIEWER,
    "claims.index": VIEWER,
    "claims.as_json": VIEWER,
    "claims.as_csv": VIEWER,
    "claims.rechecks": VIEWER,
    "claims.rechecks_json": VIEWER,
    "claims.rechecks_csv": VIEWER,
    "claims.alone": VIEWER,
    "claims.alone_json": VIEWER,
    "claims.alone_csv": VIEWER,
    "claims.show": VIEWER,
    "claims.verify": REVIEWER,
    "claims.note_contact": REVIEWER,
    "corrections.form": REVIEWER,
    "corrections.save": REVIEWER,
    "corrections.save_slot": REVIEWER,
    "corrections.no_claim": REVIEWER,
    "corrections.pair": REVIEWER,
    "corrections.mark": REVIEWER,
    "work.comment": REVIEWER,
    "work.assignment": REVIEWER,
    "documents.index": VIEWER,
    "documents.as_json": VIEWER,
    "documents.as_csv": VIEWER,
    "documents.show": VIEWER,
    "disputes.index": VIEWER,
    "disputes.as_json": VIEWER,
    "disputes.as_csv": VIEWER,
    "disputes.as_atom": VIEWER,
    "disputes.show": VIEWER,
    "disputes.decide": REVIEWER,
    "disputes.build": EDITOR,
    "sources.index": VIEWER,
    "sources.as_json": VIEWER,
    "sources.as_csv": VIEWER,
    "reports.index": VIEWER,
    "reports.as_json": VIEWER,
    "reports.as_csv": VIEWER,
    "reports.show": VIEWER,
    "reports.download": VIEWER,
    "reports.publish": EDITOR,
    "reports.withdraw": EDITOR,
    "history.index": VIEWER,
    "history.as_json": VIEWER,
    "history.as_csv": VIEWER,
    "history.corrections": VIEWER,
    "history.corrections_json": VIEWER,
    "history.corrections_csv": VIEWER,
    "history.undo_last": REVIEWER,
    "history.redo_last": REVIEWER,
    "history.undo_one": REVIEWER,
    "draft.index": VIEWER,
    "draft.check": VIEWER,
    "search.index": VIEWER,
    "leases.take": REVIEWER,
    "leases.give_back": REVIEWER,
    "account.index": VIEWER,
    "account.change_password": VIEWER,
    "account.end_sessions": VIEWER,
    "account.add_token": VIEWER,
    "account.revoke_token": VIEWER,
    "admin.index": ADMIN,
    "admin.add_user": ADMIN,
    "admin.set_role": ADMIN,
    "admin.set_password": ADMIN,
    "admin.disable": ADMIN,
    "admin.enable": ADMIN,
    "log.index": ADMIN,
    "log.as_json": ADMIN,
    "log.as_csv": ADMIN,
    "api.description": VIEWER,
    "api.me": VIEWER,
    "api.queue": VIEWER,
    "api.pair": VIEWER,
    "api.findings": VIEWER,
    "api.finding": VIEWER,
    "api.claims": VIEWER,
    "api.claim": VIEWER,
    "api.documents": VIEWER,
    "api.document": VIEWER,
    "api.disputes": VIEWER,
    "api.dispute": VIEWER,
    "api.sources": VIEWER,
    "api.decisions": VIEWER,
    "api.corrections": VIEWER,
    "api_writes.new_pair": REVIEWER,
    "api_writes.new_claim": REVIEWER,
    "api_writes.new_reading": REVIEWER,
    "api_writes.no_claim": REVIEWER,
    "api_writes.claim_verdict": REVIEWER,
    "api_writes.new_decision": REVIEWER,
    "api_writes.bulk": REVIEWER,
    "api_writes.take_back": REVIEWER,
    "api_writes.bring_back": REVIEWER,
    "api_writes.new_comment": REVIEWER,
    "api_writes.new_document": EDITOR,
    "api_writes.compare": EDITOR,
    "api_writes.new_report": EDITOR,
}

DECIDING = frozenset((
    "queue.decide", "pairs.decide", "findings.decide", "claims.verify", "disputes.decide", "reports.publish",
    "reports.withdraw", "history.undo_last", "history.redo_last", "history.undo_one", "corrections.save",
    "corrections.save_slot", "corrections.no_claim", "corrections.pair", "corrections.mark",
    *(name for name in NEEDED if name.startswith("api_writes.") and NEEDED[name] == REVIEWER),
))  # fmt: skip
EXPORTING = frozenset(
    ("reports.download", "disputes.build", "api_writes.new_report", *(name for name in NEEDED if name.endswith("_csv")))
)
IMPORTING = frozenset(("api_writes.new_document", "api_writes.compare"))


def may(role: Role | None, endpoint: str) -> bool:
    """Whether a role (None: nobody is signed in) may use a route."""
    needed = NEEDED.get(endpoint)
    if needed == OPEN:
        return True
    return role is not None and isinstance(needed, Role) and role.covers(needed)
