"""One article with two rival figures, and what tests ask of the store it is in."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from verifier.config import Settings
from verifier.services.list_stored import list_claims, list_pairs
from verifier.services.open_store import open_store
from verifier.store.tables import claim, claim_version

TEXT = """Ferry accident off Lindholm

Nine passengers were injured when a ferry hit the pier in Lindholm on Monday, police said.

The shipping company said that 14 passengers were injured in the accident in Lindholm on Monday.

Lifeboats from three harbours helped. Mayor Ida Berg called the evening a lesson.
"""


def rival(settings: Settings) -> dict[str, Any]:
    return list_pairs(settings, queued=True)[0]


def claim_with(settings: Settings, words: str) -> dict[str, Any]:
    found = [c for c in list_claims(settings) if words in c["quote"]]
    return min(found, key=lambda c: len(c["quote"]))


def readings(settings: Settings, uid: str) -> list[Any]:
    with open_store(settings) as store, store.read() as connection:
        query = select(claim_version).join(claim).where(claim.c.uid == uid).order_by(claim_version.c.version_no)
        return list(connection.execute(query))
