"""The errors a user can meet, each one clear sentence."""

from __future__ import annotations


class VerifierError(Exception):
    """Base of everything the product refuses to do, with a sentence for the user."""


class InputRefused(VerifierError):
    """A document or line that cannot be taken in; the others go on."""


class StoreError(VerifierError):
    """The database cannot be used: missing, damaged, foreign, locked or out of date."""


class NotFound(VerifierError):
    """Nothing is stored under the name that was asked for."""


class Conflict(VerifierError):
    """Somebody else changed the thing first, or it does not allow the change."""


class ModelUnavailable(VerifierError):
    """The similarity model cannot be loaded; the lexical fallback can still work."""
