"""Whether two claimants of one story are one, though one text names the person and the other the office."""

from __future__ import annotations

from verifier.domain.attribution import Actor
from verifier.domain.claim import Claim
from verifier.pairing.compare.places import folded
from verifier.reference import load


def is_one_speaker(left: Claim, right: Claim) -> bool:
    """Whether within one story the roots of both are one.

    "Governor Oleh Savchuk" and "the governor", "Oleh Savchuk" and "Sawtschuk", "the health ministry" and "Zambia's
    health ministry".
    """
    one, other = left.reading.claimant, right.reading.claimant
    if one is None or other is None or one.is_anonymous or other.is_anonymous:
        return False
    if _is_unlisted(one) and _is_unlisted(other):
        return is_one_name(one, other)
    if _is_unlisted(one) or _is_unlisted(other):
        named, office, claim = (one, other, left) if _is_unlisted(one) else (other, one, right)
        return _holds(named, office, claim)
    return _is_office(one, other) or _is_office(other, one)


def is_one_name(one: Actor, other: Actor) -> bool:
    """Whether one name ends the other, however both languages spell it: a title or a first name may go before."""
    if "person" not in (one.kind, other.kind):
        return _folded_words(one) == _folded_words(other)
    short, long = sorted((_folded_words(one), _folded_words(other)), key=len)
    return bool(short) and long[-len(short) :] == short


def _is_unlisted(actor: Actor) -> bool:
    return actor.key.startswith("~")


def _folded_words(actor: Actor) -> list[str]:
    return [folded(word) for word in actor.key.removeprefix("~").split()]


def _holds(named: Actor, office: Actor, claim: Claim) -> bool:
    """Whether the sentence calls a person by the office: "governor Oleh Savchuk", or "the governor" of one named before."""
    words = named.name.split()
    if office.kind != "role" or not words:
        return False
    titles = {words[0]}
    before, found, _ = claim.context.partition(" ".join(words))
    if found and before.split():
        titles.add(before.split()[-1])
    elif not found and words[-1] not in claim.context:
        titles |= set(claim.context.split())
    entries = [load().actor_named(title.strip(".,;"), claim.lang) for title in titles]
    return any(entry is not None and entry.slug == office.key for entry in entries)


def _is_office(short: Actor, full: Actor) -> bool:
    """Whether one text says of which state or of what the office is that the other only names: "the ministry"."""
    state, _, body = short.key.rpartition(":")
    owner, _, office = full.key.rpartition(":")
    if state and owner and state != owner:
        return False
    return (body == office and "role" in (short.kind, full.kind)) or office.endswith(f"-{body}")
