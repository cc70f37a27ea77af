"""Who is who: states, bodies, offices, people and groups by their names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from verifier.reference.model import ActorEntry
from verifier.reference.words import Lexicon, normalise

_GERMAN_ADJECTIVE_ENDINGS = ("en", "em", "er", "es", "e")
_COMMON = ("role", "group", "anonymous")  # kinds written in small letters too; "turkey" or "polish" is no state
_MOUTHPIECES = ("spokesperson", "military-spokesperson")  # they speak for the body they are named with
_ABBREVIATED = re.compile(r"\b([A-Z]{2,4})-(?=[A-ZÄÖÜ][a-zäöü])")  # US-Verteidigungsministerium
_LINKS = ("of the ", "of ", "for the ", "for ", "der ", "des ", "von ", "in ", "")
_ASIDES = ("on ", "via ", "auf ", "bei ", "gegenüber ")  # "the ministry on Telegram"
_LONGEST_NAME = 12
_PREPOSITIONS = {link.split()[0] for link in _LINKS if link}


class ActorIndex:
    """Lookups over the actor entries. A role with its state has the slug "state:role"."""

    def __init__(self, entries: Iterable[ActorEntry]) -> None:
        self.entries = {entry.slug: entry for entry in entries}
        self.names: Lexicon[ActorEntry] = Lexicon()
        self.capitals: Lexicon[ActorEntry] = Lexicon()
        self.adjectives: Lexicon[ActorEntry] = Lexicon()
        self.people: Lexicon[ActorEntry] = Lexicon()
        self._tails: dict[str, ActorEntry] = {}
        for entry in self.entries.values():
            for lexicon, words in (
                (self.names, entry.names),
                (self.capitals, entry.capitals),
                (self.adjectives, entry.adjectives),
                (self.people, entry.people),
            ):
                for lang, listed in words.items():
                    for word in listed:
                        if word.startswith("-"):
                            self._tails[normalise(word)] = entry
                        else:
                            lexicon.add(word, lang, entry)

    def find(self, slug: str) -> ActorEntry | None:
        """The actor with ``slug``, made up from role and state where it is not listed itself."""
        if slug in self.entries:
            return self.entries[slug]
        state, _, role = slug.partition(":")
        if role and state in self.entries and role in self.entries and self.entries[role].kind == "role":
            return self.with_state(self.entries[role], self.entries[state])
        return None

    def with_state(self, role: ActorEntry, state: ActorEntry) -> ActorEntry:
        """A role as that of a state: the Defence Ministry of Ukraine. Its government is the state itself."""
        if role.becomes == "state":
            return state
        slug = f"{state.slug}:{role.slug}"
        if slug in self.entries:
            return self.entries[slug]
        adjective = next(iter(state.adjectives.get("en", ())), state.name)
        return replace(
            role,
            slug=slug,
            name=f"{adjective} {role.name}",
            kind=role.becomes or "org",
            parent=state.slug,
            country=state.country,
            names={},
            becomes=None,
        )

    def named(self, words: str, lang: str, capitals: bool = True) -> ActorEntry | None:
        """The actor ``words`` name, with a state or title before or after it if need be."""
        if "," in words:
            return self._in_apposition(words.split(","), lang, capitals)
        found = self.names.find(words, lang) or (self.capitals.find(words, lang) if capitals else ())
        if found:
            common = found[0].kind in _COMMON or words != words.lower() or self.names.is_written_small(words)
            return found[0] if common else None
        parts = (_ABBREVIATED.sub(r"\1 ", words) if lang == "de" else words).split()
        for cut in range(1, len(parts) if len(parts) <= _LONGEST_NAME else 1):
            if entry := self._in_two(" ".join(parts[:cut]), " ".join(parts[cut:]), lang):
                return entry
        return self._compound(words, lang)

    def _in_apposition(self, parts: list[str], lang: str, capitals: bool) -> ActorEntry | None:
        """The person in "Roman Starovoit, the governor", else whoever alone is named; a list names nobody."""
        found = [entry for part in parts if (entry := self.named(part, lang, capitals))]
        persons = [entry for entry in found if entry.slug in self.entries and entry.kind == "person"]
        chosen = persons or found
        return chosen[0] if len(chosen) == 1 else None

    def of_adjective(self, word: str, lang: str) -> ActorEntry | None:
        """The actor an adjective or demonym belongs to, in any German inflection, or "US-" before a noun."""
        if found := self.adjectives.find(word, lang) or self.people.find(word, lang):
            return found[0]
        if lang != "de":
            singular = self.adjectives.find(word.removesuffix("s"), lang) or self.people.find(
                word.removesuffix("s"), lang
            )
            return singular[0] if singular else None
        head, dash, _ = word.partition("-")
        if dash and head[:1].isupper() and (found := self.adjectives.find_exact(normalise(head), "de")):
            return found[0]
        key = normalise(word)
        for ending in _GERMAN_ADJECTIVE_ENDINGS:
            if key.endswith(ending) and (found := self.adjectives.find_exact(key.removesuffix(ending), "de")):
                return found[0]
        return None

    def side_of(self, slug: str) -> str | None:
        """The party an actor speaks for: its own side, else its parent's; states and bodies are their own."""
        entry, seen = self.find(slug), set[str]()
        while entry is not None and entry.slug not in seen:
            if entry.side is not None:
                return entry.side
            if entry.parent is None:
                return entry.slug if entry.kind in ("state", "org") else None
            seen.add(entry.slug)
            entry = self.find(entry.parent)
        return None

    def _in_two(self, head: str, tail: str, lang: str) -> ActorEntry | None:
        """Read ``head tail`` as state and role, role and state, body and mouthpiece, or title and person."""
        role = self._role(tail, lang)
        if role and (state := self.of_adjective(head, lang) or self._state(head, lang)):
            return self.with_state(role, state)
        if role and role.becomes == "state" and (leader := self._person(head, lang)) and leader.parent:
            return self.find(leader.parent)
        if role and role.slug in _MOUTHPIECES and (body := self.named(head, lang)) and body.kind != "person":
            return body
        if (role := self._role(head, lang)) and (found := self._role_of(role, tail, lang)):
            return found
        if tail.lower().startswith(_ASIDES):
            return self.named(head, lang)
        person = self._person(tail, lang)
        return person if person and self._is_title(head, lang) else None

    def _role_of(self, role: ActorEntry, tail: str, lang: str) -> ActorEntry | None:
        """``role`` with the state that follows it ("of Russia", "der Ukraine"); a mouthpiece is its body."""
        for link in _LINKS:
            if not tail.lower().startswith(link):
                continue
            rest = tail[len(link) :]
            if state := self._state(rest, lang):
                return self.with_state(role, state) if link or state.kind == "state" else state
            body = self.named(rest, lang) if link else None
            if body and role.slug in _MOUTHPIECES:
                return body
            if body and role.becomes == "anonymous":
                return self.with_state(role, (self.find(body.parent) if body.parent else None) or body)
        return None

    def _compound(self, word: str, lang: str) -> ActorEntry | None:
        """The role a German compound ends in, where the role lists that ending: "Polizeisprecher"."""
        key = normalise(word) if lang == "de" else ""
        if " " in key:
            return None
        return next((self._tails[key[at:]] for at in range(2, len(key)) if key[at:] in self._tails), None)

    def _role(self, words: str, lang: str) -> ActorEntry | None:
        found = next((each for each in self.names.find(words, lang) if each.kind == "role"), None)
        return found or (self._compound(words, lang) if " " not in words else None)

    def _state(self, words: str, lang: str) -> ActorEntry | None:
        found = self.names.find(words, lang) or self.capitals.find(words, lang)
        return next((each for each in found if each.kind in ("state", "org")), None)

    def _person(self, words: str, lang: str) -> ActorEntry | None:
        return next((each for each in self.names.find(words, lang) if each.kind == "person"), None)

    def _is_title(self, words: str, lang: str) -> bool:
        """Whether ``words`` before a name tell who that is: "Kyiv's former foreign minister", not "wife of"."""
        if self.of_adjective(words, lang) or self.named(words, lang):
            return True
        parts = words.split()
        if any(part.lower() in _PREPOSITIONS for part in parts[1:]):
            return False
        tails = [" ".join(parts[at:]) for at in range(1, len(parts))]
        return any(self.of_adjective(tail, lang) or self.named(tail, lang) for tail in tails)
