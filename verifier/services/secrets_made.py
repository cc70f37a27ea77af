"""Secrets handed out to people and programs, and the hashes that are kept of them."""

from __future__ import annotations

import hashlib
import secrets


def new_secret() -> str:
    """256 random bits, fit for an address or a header."""
    return secrets.token_urlsafe(32)


def digest_of(secret: str) -> str:
    """What is stored of a secret. It is random and long, so a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()
