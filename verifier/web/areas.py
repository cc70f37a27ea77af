"""The areas of the desk, one blueprint each."""

from __future__ import annotations

from verifier.web import (
    claims,
    corrections,
    disputes,
    documents,
    draft,
    findings,
    health,
    history,
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
    draft.bp,
    search.bp,
)
