"""Every table of the store; importing this package completes the metadata."""

from verifier.store.tables.actors import actor, actor_alias, actor_side, place
from verifier.store.tables.audit import audit_entry
from verifier.store.tables.base import metadata
from verifier.store.tables.claims import attribution, claim, claim_version, embedding, model_version, quantity
from verifier.store.tables.desk import (
    assignment,
    claim_check,
    comment,
    contact,
    correction,
    decision_batch,
    saved_view,
    second_look,
)
from verifier.store.tables.documents import document, outlet, section, snapshot
from verifier.store.tables.pairs import (
    comparison,
    dispute,
    dispute_claim,
    finding,
    finding_part,
    finding_reading,
    pair,
)
from verifier.store.tables.people import api_token, lease, login_token, session, submission, throttle, user
from verifier.store.tables.reviews import decision, evidence, report, standing

__all__ = [
    "actor",
    "actor_alias",
    "actor_side",
    "api_token",
    "assignment",
    "attribution",
    "audit_entry",
    "claim",
    "claim_check",
    "claim_version",
    "comment",
    "comparison",
    "contact",
    "correction",
    "decision",
    "decision_batch",
    "dispute",
    "dispute_claim",
    "document",
    "embedding",
    "evidence",
    "finding",
    "finding_part",
    "finding_reading",
    "lease",
    "login_token",
    "metadata",
    "model_version",
    "outlet",
    "pair",
    "place",
    "quantity",
    "report",
    "saved_view",
    "second_look",
    "section",
    "session",
    "snapshot",
    "standing",
    "submission",
    "throttle",
    "user",
]
