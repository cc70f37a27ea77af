"""Whether one document speaks of a place of which the other knows nothing."""

from __future__ import annotations

from verifier.domain.claim import Claim
from verifier.pairing.compare.matter import wording_of
from verifier.pairing.compare.places import folded


def is_elsewhere(left: Claim, right: Claim) -> bool:
    """Whether the place that only one side tells is none its counterpart's document speaks of."""
    one, other = left.reading, right.reading
    if (one.place is None and _names_foreign_place(left, right)) or (
        other.place is None and _names_foreign_place(right, left)
    ):
        return True
    if (one.place is None) == (other.place is None):
        return False
    place, names = (one.place, other.names) if one.place is not None else (other.place, one.names)
    told = {folded(name) for name in names}
    known = place is not None and (place.key.partition("/")[0] in names or bool(_words(place.name) & told))
    return not known and not any(key in names for key in (place.within if place is not None else ()))


def _names_foreign_place(one: Claim, other: Claim) -> bool:
    """Whether the words of one side say where, by names of which the other's document knows none."""
    places = wording_of(one.quote, one.lang).located & set(one.reading.names)
    known = {folded(name) for name in other.reading.names}
    return bool(places) and known.isdisjoint(folded(name) for name in places)


def _words(name: str) -> set[str]:
    """A name and its words: "Norden von Krywyj Rih" is known to who speaks of Krywyj Rih."""
    return {folded(name), *folded(name).split()}
