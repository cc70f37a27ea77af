"""What a list of the desk shows: its rows, page by page, and what it can be narrowed to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from verifier.services.desk_model import Voice

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Listing(Generic[T]):
    """One page of a list: ``next`` is the token of the page after it, ``total`` counts all that match.

    ``is_capped`` says that there are more than ``total``. Two are the same only where they are one, as with Facets.
    """

    items: tuple[T, ...]
    next: str | None = None
    total: int | None = None
    is_capped: bool = False


@dataclass(slots=True)
class Facet:
    """One value a list can be narrowed to, and how many there are of it (or more, if ``is_capped``)."""

    value: str
    label: str
    count: int
    is_capped: bool = False


class KeptFacet(list[Facet]):
    """The values of a facet under no other filter; like Facets the same only where it is one."""

    __hash__ = object.__hash__  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return self is other


class Facets(dict[str, list[Facet]]):
    """What a list can be narrowed to, by facet. Two are the same only where they are one, so that pages can be kept."""

    __hash__ = object.__hash__  # type: ignore[assignment]

    @cached_property
    def is_capped(self) -> bool:
        """Whether some of the counts are only a beginning."""
        return any(facet.is_capped for facets in self.values() for facet in facets)

    def __eq__(self, other: object) -> bool:
        return self is other


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The items before and after one in the queue it was opened from."""

    previous: tuple[str, str] | None = None
    next: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Recheck:
    """A claim whose verdict is to be looked at again on a day; ``is_due`` if that has come."""

    voice: Voice
    verdict: str
    recheck_on: date
    true_as_of: date | None
    is_due: bool


@dataclass(slots=True)
class ClaimRow:
    """A claim in a list."""

    voice: Voice
    section: str
    number: str | None
    competing: int
    attribution: str | None
    content: str | None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a list."""

    uid: str
    name: str
    title: str
    outlet: str | None
    lang: str | None
    published_on: date | None
    claims: int
    waiting: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A claimant or outlet with the record of its claims; ``side`` is the country of an outlet."""

    slug: str
    name: str
    side: str | None
    kind: str | None
    grade: str | None
    claims: int
    competing: int
    disputed: int
    verified: int
    refuted: int
    revised: int
