"""Whether the reference tables fit together."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.domain.enums import Aspect
from verifier.reference.model import ActorEntry
from verifier.reference.reference import load

_ACTOR_KINDS = {"person", "org", "state", "group", "role", "anonymous"}
_OUTLET_KINDS = {"agency", "newspaper", "broadcaster", "state_media", "government", "ngo", "platform", "unknown"}
_ROLES = {"agent", "patient", "none"}


def check() -> list[str]:
    """One sentence for each fault: unknown parents, sides and opposites, names claimed twice, odd values."""
    return [*_check_actors(), *_check_outlets(), *_check_things(), *_check_predicates(), *_check_contrasts()]


def _check_actors() -> Iterator[str]:
    index = load().actors
    for entry in index.entries.values():
        if entry.kind not in _ACTOR_KINDS:
            yield f"actor {entry.slug}: unknown kind {entry.kind}"
        if entry.parent is not None and index.find(entry.parent) is None:
            yield f"actor {entry.slug}: unknown parent {entry.parent}"
        if entry.office is not None and index.find(entry.office) is None:
            yield f"actor {entry.slug}: unknown office {entry.office}"
        if (entry.kind == "role") != (entry.becomes is not None):
            yield f"actor {entry.slug}: a role, and only a role, says what it becomes with a state"
    for label, lexicon in (("name", index.names), ("capital", index.capitals), ("adjective", index.adjectives)):
        for lang, word, entries in lexicon.clashes():
            yield f"actor {label} “{word}” ({lang}) is claimed by {_slugs(entries)}"


def _check_outlets() -> Iterator[str]:
    index = load().outlets
    domains: dict[str, str] = {}
    for entry in index.entries.values():
        if entry.kind not in _OUTLET_KINDS:
            yield f"outlet {entry.slug}: unknown kind {entry.kind}"
        if entry.side is not None and load().actor(entry.side) is None:
            yield f"outlet {entry.slug}: unknown side {entry.side}"
        for domain in entry.domains:
            if domains.setdefault(domain, entry.slug) != entry.slug:
                yield f"domain {domain} is claimed by {domains[domain]} and {entry.slug}"
    for _, word, entries in index.names.clashes():
        yield f"outlet name “{word}” is claimed by {', '.join(each.slug for each in entries)}"


def _check_things() -> Iterator[str]:
    index = load().things
    for entry in index.entries.values():
        if entry.parent is not None and entry.parent not in index.entries:
            yield f"thing {entry.slug}: unknown parent {entry.parent}"
        if entry.tells is not None and load().predicate(entry.tells) is None:
            yield f"thing {entry.slug}: unknown predicate {entry.tells}"
        if missing := {"en", "de"} - entry.nouns.keys():
            yield f"thing {entry.slug}: no noun in {', '.join(sorted(missing))}"
    for lang, word, entries in index.nouns.clashes():
        yield f"noun “{word}” ({lang}) is claimed by {', '.join(each.slug for each in entries)}"


def _check_predicates() -> Iterator[str]:
    index = load().predicates
    aspects = {str(aspect) for aspect in Aspect}
    for entry in index.entries.values():
        opposite = index.entries.get(entry.opposite) if entry.opposite else None
        if entry.opposite and opposite is None:
            yield f"predicate {entry.slug}: unknown opposite {entry.opposite}"
        if opposite is not None and opposite.opposite is None:
            yield f"predicate {entry.slug}: {opposite.slug} names no opposite in return"
        if entry.aspect is not None and entry.aspect not in aspects:
            yield f"predicate {entry.slug}: unknown aspect {entry.aspect}"
        if odd := {entry.subject, entry.object, entry.owner, *entry.role_map, *entry.role_map.values()} - _ROLES:
            yield f"predicate {entry.slug}: unknown role {sorted(odd)[0]}"
        for slug in entry.akin:
            if slug not in index.entries:
                yield f"predicate {entry.slug}: unknown akin {slug}"
        for slug in entry.entails:
            if slug not in index.entries:
                yield f"predicate {entry.slug}: unknown entailed {slug}"
        for slug in entry.excludes:
            if slug not in index.entries:
                yield f"predicate {entry.slug}: unknown excluded {slug}"
        for thing in (*entry.subjects, *entry.objects):
            if thing != "any" and load().thing(thing) is None:
                yield f"predicate {entry.slug}: unknown thing {thing}"


def _check_contrasts() -> Iterator[str]:
    for entry in load().contrasts.entries.values():
        for lang, poles in entry.poles.items():
            words = [word for pole in poles for word in pole]
            if not all(poles) or len(set(words)) < len(words):
                yield f"contrast {entry.slug} ({lang}): an empty pole or a word twice"


def _slugs(entries: tuple[ActorEntry, ...]) -> str:
    return ", ".join(each.slug for each in entries)
