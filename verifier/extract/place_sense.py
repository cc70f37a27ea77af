"""Whether a name is used as a place, or stands for a government, a person or a body."""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.domain.enums import PlaceRel
from verifier.extract.place_line import NameHit, PlaceLine
from verifier.reference import Reference
from verifier.reference.cities import city_word
from verifier.text.tokens import Form, Pos, Token
from verifier.text.word_models import likelihood_of

_PLAIN_NAME = re.compile(r"[^\W\d_][^\W\d_A-Z]+(?:['-][^\W\d_]+)*$")
_SHORTEST = 4
_LARGE = 100_000
_ENGLISH = {"us", "gb", "ca", "au", "nz", "ie"}
"""Countries whose smaller cities bear the names of people more often than not."""

_ADDRESSING = ("on", "to", "toward", "towards", "an", "von", "auf", "vor", "bei")
_LOCATING = ("in", "im", "near", "nahe", "outside")
_NEAR = 6
_CLAUSE = 40
_STRANGE = -19.0
"""Below this log probability the German model does not know a noun, or its parts only."""


class PlaceSense:
    """Tells the places among the names of one sentence by the words around them."""

    def __init__(self, line: PlaceLine) -> None:
        self.line, self.reference = line, line.reference
        self.tokens, self.words, self.lang = line.tokens, line.words, line.lang

    def is_place(self, hit: NameHit) -> bool:
        """Whether the words around a name make it a place and no actor."""
        if hit.hint is not None and (hit.entries or (self._is_plain(hit) and not self._is_actor(hit))):
            return True
        if hit.entries and not self._is_credible(hit):
            return False
        if self._is_actor(hit) or self._is_owner(hit):
            return False
        if not hit.entries:
            return hit.rel is PlaceRel.IN and self._is_bare_name(hit)
        return hit.direction is not None or self._is_placed(hit)

    def _is_placed(self, hit: NameHit) -> bool:
        """Whether a preposition, a verb or a noun beside a known name uses it as a place."""
        if self._is_modifier(hit):
            return self._after_word(hit, self.words.event_nouns | self.words.gatherings)
        if hit.rel is not None:
            return not self._is_addressed(hit) and not self._is_of_office(hit)
        if self._after_word(hit, self.words.event_nouns) and not self._may_act(hit):
            return True
        return self._is_object(hit) or self._is_passive_subject(hit)

    def _is_actor(self, hit: NameHit) -> bool:
        """Whether the name is that of a person, a body or an outlet."""
        name = self.line.text(hit.first, hit.last)
        if self.reference.outlet_named(name) is not None:
            return not hit.entries or hit.last - hit.first > 1
        return _actor_kind(self.reference, name, self.lang) not in (None, "state")

    def _is_owner(self, hit: NameHit) -> bool:
        """Whether the name only owns what follows: "Ukraine's air force", "Moskaus Truppen"."""
        at = hit.end if self.lang == "en" else hit.end - 1
        if not self.line.owns(at):
            return False
        head = next((token for token in self.tokens[at + 1 :] if token.pos is not Pos.ADJ), None)
        return head is None or head.lower not in self.words.part_nouns

    def _may_act(self, hit: NameHit) -> bool:
        """Whether the name may stand for a government."""
        return any(entry.kind == "country" or entry.government for entry in hit.entries[:1])

    def _is_addressed(self, hit: NameHit) -> bool:
        """Whether the preposition leads to a government: "sanctions on Russia", "aid to Kyiv"."""
        if not self._may_act(hit) or hit.start == 0:
            return False
        word = self.tokens[hit.start - 1].lower
        before = self.tokens[hit.start - 2] if hit.start > 1 else None
        if before is None or word not in _ADDRESSING:
            return False
        if word in ("to", "toward", "towards"):
            return before.lower in self.words.addressed or not self._leads(hit.start - 1)
        if word == "von":
            return before.lower not in self.words.part_nouns and not self._follows(hit, "aus", "bis", "nach")
        if before.is_nominal:
            return before.lower not in self.words.event_nouns
        return word in ("on", "an", "vor", "bei")

    def _leads(self, k: int) -> bool:
        """Whether a word of motion stands shortly before token ``k``: "sent troops to", "a trip to"."""
        return any(token.lemma.lower() in self.words.motion for token in self.tokens[max(k - _NEAR, 0) : k])

    def _is_modifier(self, hit: NameHit) -> bool:
        """Whether a name stands before its noun: "a Tokyo court", "to the Virginia delegation"."""
        if self.lang != "en" or hit.end >= len(self.tokens):
            return False
        led = hit.first > 0 and self.tokens[hit.first - 1].pos in (Pos.DET, Pos.ADJ, Pos.POSS)
        if hit.rel is not None and not hit.listed_after and not led:
            return False
        follows = self.tokens[hit.end]
        return hit.hint is None and follows.pos is Pos.NOUN and follows.text.islower()

    def _is_of_office(self, hit: NameHit) -> bool:
        """Whether the place only tells whose office it is: "der Bürgermeister von Charkiw"."""
        if hit.start < 2 or self.tokens[hit.start - 1].lower not in ("von", "of"):
            return False
        return _actor_kind(self.reference, self.tokens[hit.start - 2].text, self.lang) == "role"

    def _follows(self, hit: NameHit, *words: str) -> bool:
        return hit.end < len(self.tokens) and self.tokens[hit.end].lower in words

    def _is_bare_name(self, hit: NameHit) -> bool:
        """Whether an unknown name after "in" or "near" reads as a place: names only, no abbreviation, no title."""
        word = self.tokens[hit.start - 1].lower if hit.start else ""
        if not (word in _LOCATING or self._is_at_event(hit, word)) or (
            hit.first != hit.start and hit.direction is None
        ):
            return False
        opens = hit.last - hit.first == 2 and self.tokens[hit.first].lower in self.words.name_openers
        first, *others = self.tokens[hit.first : hit.last]
        names = opens or (first.pos is Pos.NAME and all(self._joins_name(token) for token in others))
        follows = self.tokens[hit.last] if hit.last < len(self.tokens) else None
        return names and self._is_plain(hit) and (follows is None or not follows.is_nominal)

    def _joins_name(self, token: Token) -> bool:
        """Whether a word goes on a name: another name, in English any noun in capitals ("Cedar Ridge")."""
        return token.pos is Pos.NAME or (self.lang == "en" and token.pos is Pos.NOUN and token.text[:1].isupper())

    def _is_at_event(self, hit: NameHit, word: str) -> bool:
        """Whether a German "bei" follows a noun of what happened: "der Dammbruch bei Schrobenfeld"."""
        before = self.tokens[hit.start - 2] if word == "bei" and hit.start > 1 else None
        return before is not None and before.pos is Pos.NOUN and _is_event(self.reference, before.lemma)

    def _is_plain(self, hit: NameHit) -> bool:
        """Whether an unknown name is written as place names are: no abbreviation, no digits, no mere direction."""
        names = self.tokens[hit.first : hit.last]
        inside = self.lang == "en" and hit.first > 0
        tagged = all(token.pos is Pos.NAME or (inside and token.pos is Pos.NOUN) for token in names)
        if hit.end > hit.last and not tagged:
            return False
        meant = any(len(token.text) >= _SHORTEST and token.lower not in self.words.directions for token in names)
        return meant and all(_PLAIN_NAME.match(token.text) for token in names)

    def _is_credible(self, hit: NameHit) -> bool:
        """Whether a known city is likely meant, and no noun ("Alter", "Center") or person ("Clinton")."""
        entry = hit.entries[0]
        people = self.line.gazetteer.size_of(entry.slug) if entry.kind == "city" else 0
        if not people or entry.government or hit.last - hit.first > 1 or hit.direction:
            return True
        token = self.tokens[hit.first]
        own = city_word(token.text) == city_word(entry.name)
        led = hit.first > 0 and self.tokens[hit.first - 1].pos is Pos.DET
        if (token.pos is not Pos.NAME or led) and (people < _LARGE or not own) and not self._is_strange(hit):
            return False
        english = entry.slug.split("-")[-2] in _ENGLISH
        return not english or people >= _LARGE or hit.rel is PlaceRel.IN

    def _is_strange(self, hit: NameHit) -> bool:
        """Whether right after a German preposition stands a word that is hardly a noun: "in Bachmut"."""
        before = self.tokens[hit.first - 1] if self.lang == "de" and hit.first else None
        led = before is not None and before.pos is Pos.ADP and before.tag != "APPRART"
        return led and likelihood_of(self.tokens[hit.first].text)[0] < _STRANGE

    def _after_word(self, hit: NameHit, nouns: frozenset[str]) -> bool:
        """Whether the word after the name is one of ``nouns``: "the Kursk offensive"."""
        return self.lang == "en" and hit.last < len(self.tokens) and self.tokens[hit.last].lower in nouns

    def _is_object(self, hit: NameHit) -> bool:
        """Whether the name is the object of a verb of attacking, reaching or leaving."""
        k = hit.start - 1
        while k >= 0 and self.tokens[k].pos in (Pos.ADV, Pos.DET):
            k -= 1
        if self.lang == "de" and self._may_act(hit):
            return False  # "Moskau" after a verb may as well be its subject
        if k >= 0 and self.tokens[k].is_verbal:
            return self.tokens[k].lemma.lower() in self.words.place_verbs
        verb = next((token for token in self.tokens[hit.end : hit.end + _CLAUSE] if token.is_verbal), None)
        ends = self.lang == "de" and verb is not None and verb.lemma.lower() in self.words.place_verbs
        return ends and hit.start > 1

    def _is_passive_subject(self, hit: NameHit) -> bool:
        """Whether the name is what something was done to: "Kharkiv was hit"."""
        if self._may_act(hit) or hit.entries[0].kind not in ("city", "region"):
            return False
        rest = self.tokens[hit.end : hit.end + 6]
        if not rest or rest[0].pos is not Pos.AUX:
            return False
        return any(
            token.form is Form.PARTICIPLE and token.lemma.lower() in self.words.place_verbs for token in rest[1:]
        )


@lru_cache(maxsize=4096)
def _is_event(reference: Reference, noun: str) -> bool:
    return any(entry.aspect == "event_count" for entry in reference.predicates_of_noun(noun, "de"))


@lru_cache(maxsize=20_000)
def _actor_kind(reference: Reference, name: str, lang: str) -> str | None:
    actor = reference.actor_named(name, lang, capitals=False)
    return actor.kind if actor is not None else None
