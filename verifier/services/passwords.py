"""Passwords: which are accepted, how they are kept, and how one is checked without telling who exists."""

from __future__ import annotations

import re
from functools import cache
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from verifier.errors import Busy, VerifierError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 12, 128
_DISTINCT = 5
_WAIT_SECONDS = 5.0
_HASHING = BoundedSemaphore(2)
_TAIL = "0123456789!?.,_-*#"
_LOOKS = str.maketrans("@4310$5!7", "aaeiossit")
_RUNS = tuple(
    3 * run
    for run in (
        "abcdefghijklmnopqrstuvwxyz", "1234567890", "01234567899876543210", "qwertyuiopasdfghjklzxcvbnm",
        "qwertzuiopasdfghjklyxcvbnm", "1qaz2wsx3edc4rfv5tgb6zhn7ujm",
    )
)  # fmt: skip
_COMMON = frozenset((
    "admin", "administrator", "baseball", "basketball", "batman", "changeme", "computer",
    "correcthorsebatterystaple", "default", "dich", "dragon", "factcheck", "football", "freedom", "fussball",
    "geheim", "guest", "hallo", "hello", "ich", "iloveyou", "internet", "is", "jennifer", "killer", "letmein",
    "liebe", "login", "master", "mein", "michael", "monkey", "my", "password", "passwort", "please", "pokemon",
    "princess", "prinzessin", "root", "schatz", "secret", "shadow", "sommer", "spring", "starwars", "summer",
    "sunshine", "superman", "temporary", "test", "this", "trustno", "user", "verifier", "welcome", "whatever",
    "willkommen", "winter",
))  # fmt: skip


def check_password(password: str, name: str) -> None:
    """Raises VerifierError where a password is too short, too long, common, or the name again."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise VerifierError(f"A password has {SHORTEST} to {LONGEST} characters; this one has {len(password)}.")
    if _is_common(password, name):
        raise VerifierError("This password is among the first to be tried; choose another, of several words perhaps.")


def hash_password(password: str) -> str:
    """``password`` as it is kept: argon2id with a salt of its own. Raises Busy."""
    with _Turn():
        return _hasher().hash(password)


def is_password(kept: str | None, password: str) -> bool:
    """Whether ``password`` is the kept one. Where none is kept, the same time is spent. Raises Busy."""
    from argon2.exceptions import InvalidHashError, VerificationError

    with _Turn():
        try:
            return _hasher().verify(kept or _dummy(), password[: LONGEST + 1]) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def _is_common(password: str, name: str) -> bool:
    """Whether it is few signs repeated, digits alone, a walk over the keys, or common words and the name in a row."""
    folded = password.casefold()
    stem = folded.rstrip(_TAIL) or folded
    known = {*_COMMON, _letters(name.casefold())} - {""}
    return (
        len(set(folded)) < _DISTINCT
        or folded.isdigit()
        or _is_strung_up(_letters(stem), known)
        or any(stem in run or stem in run[::-1] for run in _RUNS)
    )


def _is_strung_up(letters: str, known: set[str]) -> bool:
    """Whether known words, one after the other, make up all the letters."""
    reached = {0}
    for at in range(len(letters)):
        if at in reached:
            reached |= {at + len(word) for word in known if letters.startswith(word, at)}
    return bool(letters) and len(letters) in reached


def _letters(folded: str) -> str:
    return re.sub(r"[^a-zäöüß]", "", folded.translate(_LOOKS))


class _Turn:
    """One of two places to hash in: each hash takes 64 MiB."""

    def __enter__(self) -> None:
        if not _HASHING.acquire(timeout=_WAIT_SECONDS):
            raise Busy("Too many people sign in at once. Try again in a moment.")

    def __exit__(self, *_: object) -> None:
        _HASHING.release()


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _dummy() -> str:
    return _hasher().hash("nobody has this password")
