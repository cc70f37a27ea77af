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
    "claims.show": VIEWER,
    "claims.verify": REVIEWER,
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
    "history.undo": REVIEWER,
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
}

DECIDING = frozenset((
    "pairs.decide", "findings.decide", "claims.verify", "disputes.decide", "history.undo", "reports.publish",
    "reports.withdraw",
))  # fmt: skip
EXPORTING = frozenset(
    ("reports.download", "disputes.build", "log.as_csv", *(name for name in NEEDED if name.endswith(".as_csv")))
)


def may(role: Role | None, endpoint: str) -> bool:
    """Whether a role (None: nobody is signed in) may use a route."""
    needed = NEEDED.get(endpoint)
    if needed == OPEN:
        return True
    return role is not None and isinstance(needed, Role) and role.covers(needed)
