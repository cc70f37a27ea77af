"""What an account may do, and what a token may be used for."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """From the least to the most that one may do; who may more may all that is before it."""

    VIEWER = "viewer"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    ADMIN = "admin"

    def covers(self, needed: Role) -> bool:
        """Whether this role may do what ``needed`` may."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


class Scope(StrEnum):
    """Whether a token only reads, or decides as well."""

    READ = "read"
    WRITE = "write"
