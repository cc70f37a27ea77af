"""The errors a user can meet, each one clear sentence."""

from __future__ import annotations


class Word(str):
    """A value of a sentence that is a word of ours, not of a text or a user: it has a translation of its own."""


class VerifierError(Exception):
    """Base of everything the product refuses to do, with a sentence for the user.

    ``values`` fill the named places of ``sentence`` (``%(name)s``); without any it is told as it stands. Both are
    kept, so that the sentence can be told in another language.
    """

    def __init__(self, sentence: str = "", **values: object) -> None:
        super().__init__(sentence % values if values else sentence)
        self.sentence, self.values = sentence, values


class InputRefused(VerifierError):
    """A document or line that cannot be taken in; the others go on."""


class StoreError(VerifierError):
    """The database cannot be used: missing, damaged, foreign, locked or out of date."""


class Busy(StoreError):
    """Something is held by somebody else for the moment; the same will work a little later."""


class NotFound(VerifierError):
    """Nothing is stored under the name that was asked for."""


class Conflict(VerifierError):
    """Somebody else changed the thing first, or it does not allow the change."""


class ModelUnavailable(VerifierError):
    """The similarity model cannot be loaded; the lexical fallback can still work."""


class Throttled(VerifierError):
    """Too many requests of one kind; ``retry_after`` says in seconds when the next is welcome."""

    def __init__(self, sentence: str, retry_after: int, **values: object) -> None:
        super().__init__(sentence, **values)
        self.retry_after = retry_after
