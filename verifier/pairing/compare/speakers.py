"""Whether two claimants of one story are one, though one text names the person and the other the office."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.domain.attribution import Actor
from verifier.domain.claim import Claim
from verifier.pairing.compare.places import folded
from verifier.reference import load

_TIES = ("of", "for", "in", "at", "von", "vom", "der", "des", "für", "im")
"""What ties to the name of a body of whom or where it is."""
_SEATS = ("in", "im")
"""What ties to it where it is."""


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
        if _is_office_there(named, office, claim.lang):
            return True
        return _holds(named, office, claim) or (left.context != right.context and _is_called(named, office, claim))
    return _is_office(one, other) or _is_office(other, one)


def may_be_one_speaker(left: Claim, right: Claim) -> bool:
    """Whether one claimant is named by its kind only and the other is of that kind: enough where both say the same.

    "The union" and "trade union federation CUT", "UN" and "United Nations human rights office"; "the company" and the
    one that does what it tells.
    """
    for named, short in ((left, right), (right, left)):
        one, other = named.reading.claimant, short.reading.claimant
        if one is None or other is None or not _is_unlisted(one) or _is_unlisted(other):
            continue
        if other.key in _kinds(one.name, named.lang):
            return True
        agent = short.reading.agent
        body = other.kind == "role" and _body_of(other.key)
        if body and agent is not None and one.kind != "person" and is_one_name(one, agent):
            return True
    return False


def _body_of(role: str) -> bool:
    entry = load().actor(role)
    return entry is not None and entry.becomes == "org"


def _kinds(name: str, lang: str) -> set[str]:
    """What a named body is by the head of its name, and whose organ it is by the beginning of it."""
    words = name.split()
    end = next((n for n, word in enumerate(words) if n and word.lower() in _TIES), len(words))
    heads = (load().actor_named(word, lang) for word in reversed(words[:end]))
    head = next((entry for entry in heads if entry is not None), None)
    owners = (load().actor_named(" ".join(words[:n]), lang) for n in range(2, len(words)))
    found = [entry for entry in (head, *owners) if entry is not None]
    return {entry.slug for entry in found if entry.kind in ("role", "org")}


def is_one_name(one: Actor, other: Actor) -> bool:
    """Whether one name ends the other, however both languages spell it: a title or a first name may go before.

    The title alone is who was named with it: "Colonel Vinay Kadam", "the colonel".
    """
    if "person" not in (one.kind, other.kind):
        return _folded_words(one) == _folded_words(other)
    short, long = sorted((_folded_words(one), _folded_words(other)), key=len)
    return bool(short) and short in (long[-len(short) :], long[: len(short)])


def is_listed(actor: Actor) -> bool:
    """Whether the reference data knows an actor, by name or by office."""
    return not _is_unlisted(actor)


def _is_unlisted(actor: Actor) -> bool:
    return actor.key.startswith("~")


def _folded_words(actor: Actor) -> list[str]:
    return [folded(word) for word in actor.key.removeprefix("~").split()]


def _holds(named: Actor, office: Actor, claim: Claim) -> bool:
    """Whether the sentence calls a person by the office right before the name: "governor Oleh Savchuk"."""
    words = named.name.split()
    if office.kind != "role" or not words:
        return False
    titles = {words[0]}
    before, found, _ = claim.context.partition(" ".join(words))
    if found and before.split():
        titles.add(before.split()[-1])
    return office.key in _roles(titles, claim.lang)


def _is_called(named: Actor, office: Actor, claim: Claim) -> bool:
    """Whether the sentence names nobody but the office, and means by it whom the text has named before."""
    last = named.name.rpartition(" ")[2]
    return last not in claim.context and _roles(claim.context.split(), claim.lang) == {office.key}


def _roles(words: Iterable[str], lang: str) -> set[str]:
    """The offices that single words name."""
    entries = (load().actor_named(word.strip(".,;"), lang) for word in words)
    return {entry.slug for entry in entries if entry is not None and entry.kind == "role"}


def _is_office_there(named: Actor, office: Actor, lang: str) -> bool:
    """Whether a name says of an office only where it sits: "police in Leipzig", "Klinik in Leipzig"."""
    words = named.name.split()
    end = next((n for n, word in enumerate(words) if n and word.lower() in _SEATS), len(words))
    head = load().actor_named(" ".join(words[:end]).removeprefix("the "), lang) if end < len(words) else None
    return head is not None and head.slug == office.key


def _is_office(short: Actor, full: Actor) -> bool:
    """Whether one text says of which state or of what the office is that the other only names: "the ministry"."""
    state, _, body = short.key.rpartition(":")
    owner, _, office = full.key.rpartition(":")
    if state and owner and state != owner:
        return False
    return (body == office and "role" in (short.kind, full.kind)) or office.endswith(f"-{body}")
