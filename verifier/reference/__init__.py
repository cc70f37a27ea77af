"""What the product knows beforehand: actors, outlets, things and predicates in each language."""

from __future__ import annotations

from verifier.reference.reference import Reference, load

__all__ = ["Reference", "load"]
