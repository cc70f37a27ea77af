"""The areas of the desk, one blueprint each."""

from __future__ import annotations

from verifier.web import (
    account,
    admin,
    claims,
    corrections,
    disputes,
    documents,
    draft,
    findings,
    health,
    history,
    leases,
    log,
    login,
    pairs,
    preferences,
    queue,
    reports,
    search,
    sources,
    work,
)

BLUEPRINTS = (
    health.bp,
    login.bp,
    account.bp,
    admin.bp,
    preferences.bp,
    queue.bp,
    pairs.bp,
    findings.bp,
    claims.bp,
    corrections.bp,
    work.bp,
    documents.bp,
    disputes.bp,
    sources.bp,
    reports.bp,
    history.bp,
    log.bp,
    leases.bp,
    draft.bp,
    search.bp,
)
