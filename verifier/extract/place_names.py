"""Names of places among the words of a sentence, with the words that tell what sort of place they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from verifier.domain.enums import PlaceRel
from verifier.extract.date_words import names_time
from verifier.extract.place_words import PlaceWords, load_place_words
from verifier.reference import Reference
from verifier.reference.gazetteer import Gazetteer
from verifier.reference.model import PlaceEntry
from verifier.text.tokens import Pos, Token

_INFLECTED = re.compile(r"^(\w+)e[nrs](?= )")
_LONGEST = 5
_FARTHEST = 15
_NO_NAMES = {Pos.PRON, Pos.DET, Pos.ADP, Pos.CONJ, Pos.SUBJ, Pos.NUM}
_MODIFIERS = {Pos.DET, Pos.POSS, Pos.ADJ, Pos.NUM}


@dataclass(slots=True)
class NameHit:
    """A name over the tokens ``[first, last)``; its phrase, with place noun and modifiers, over ``[start, end)``.

    ``entries`` are what the name may mean, none where it is unknown. ``hint`` is the kind its place noun
    tells, ``spread`` whether that noun is a plural that holds for the names beside it too.
    """

    first: int
    last: int
    entries: tuple[PlaceEntry, ...]
    start: int
    end: int
    hint: str | None = None
    spread: bool = False
    direction: str | None = None
    owners: list[str] = field(default_factory=list)
    rel: PlaceRel | None = None
    near: bool = False
    listed_after: bool = False


class NameFinder:
    """Finds the names of one sentence that could be places."""

    def __init__(
        self, shadow: str, tokens: Sequence[Token], lang: str, gazetteer: Gazetteer, reference: Reference
    ) -> None:
        self.shadow, self.tokens, self.lang = shadow, tokens, lang
        self.words: PlaceWords = load_place_words(lang)
        self._gazetteer, self._reference = gazetteer, reference
        self._floor = 0  # the end of the name before, which no phrase reaches into

    def find(self) -> list[NameHit]:
        """The names in order, not overlapping, each with its phrase."""
        hits: list[NameHit] = []
        i = 0
        while i < len(self.tokens):
            hit = self._capital(i) or self._name(i)
            if hit is None:
                i += 1
                continue
            self._complete(hit, hits)
            hits.append(hit)
            i = hit.end
        return hits

    def text(self, first: int, last: int) -> str:
        """The letters of the tokens ``[first, last)``."""
        return self.shadow[self.tokens[first].span.start : self.tokens[last - 1].span.end]

    def state_of(self, i: int) -> str | None:
        """The state whose adjective token ``i`` is: "Russian", "polnischen"."""
        if not 0 <= i < len(self.tokens) or not self.tokens[i].text[0].isalpha():
            return None
        word = self.tokens[i].text
        if self.lang == "en" and not word[0].isupper():
            return None
        return _state_of(self._reference, word, self.lang)

    def _capital(self, i: int) -> NameHit | None:
        """Such as "the Ukrainian capital", "der russischen Hauptstadt Moskau", "Ukraine's capital"."""
        if self.tokens[i].lower not in self.words.capital:
            return None
        state = self.state_of(i - 1) or self._owner(i - 1)
        entry = self._gazetteer.capital_of(state) if state else None
        if entry is None:
            return None
        first = i - 2 if self.tokens[i - 1].pos is Pos.GENITIVE else i - 1
        last = i + 1
        if last < len(self.tokens) and self._is_capital_name(last, entry):
            last += 1
        return NameHit(first, last, (entry,), first, last, hint="city")

    def _is_capital_name(self, i: int, entry: PlaceEntry) -> bool:
        return any(entry.slug == each.slug for each in self._gazetteer.places_named(self.tokens[i].text, self.lang)[:1])

    def _owner(self, i: int) -> str | None:
        """The state before a genitive: "Russia's"."""
        if i < 0 or not self.owns(i):
            return None
        at = i - 1 if self.tokens[i].pos is Pos.GENITIVE else i
        found = self._lookup(self.tokens[at].text) if at >= 0 else ()
        return found[0].slug if found and found[0].kind == "country" else None

    def owns(self, i: int) -> bool:
        """Whether token ``i`` ends a genitive that stands before its noun: "Russia's", "Deutschlands Hauptstadt"."""
        if i >= len(self.tokens):
            return False
        token = self.tokens[i]
        if token.pos is Pos.GENITIVE:
            return True
        german = self.lang == "de" and self._is_capitalised(i) and token.lower.endswith("s") and len(token.text) > 4
        follows = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        led = i > 0 and (self.tokens[i - 1].pos is Pos.DET or self.tokens[i - 1].pos is Pos.NOUN)
        return german and not led and follows is not None and follows.pos in (Pos.NOUN, Pos.ADJ)

    def _name(self, i: int) -> NameHit | None:
        if not self._can_start(i):
            return None
        for last in range(min(self._reach(i), i + _LONGEST), i, -1):
            noun = last > i + 1 and not self._is_capitalised(last - 1)
            if noun and self.words.kind_of(self.tokens[last - 1].lower) is None:
                continue
            found = self._lookup(self.text(i, last))
            if found:
                return None if self._is_longer_name(i, last) else NameHit(i, last, found, i, last)
        compound = self._compound(i)
        if compound is not None:
            return compound
        if self.tokens[i].lower in self.words.directions and not self._beside_noun(i, i + 1):
            return None
        last = i + 1
        while last < len(self.tokens) and self._is_name(last) and last < i + _LONGEST:
            last += 1
        if not self._is_name(i) and not self._beside_noun(i, last):
            return None
        return NameHit(i, last, (), i, last)

    def _lookup(self, words: str) -> tuple[PlaceEntry, ...]:
        found = self._gazetteer.places_named(words, self.lang)
        if found or self.lang != "de":
            return found
        uninflected = _INFLECTED.sub(r"\1e", words) if " " in words else words.removesuffix("s")
        return self._gazetteer.places_named(uninflected, self.lang) if uninflected != words else ()

    def _compound(self, i: int) -> NameHit | None:
        """Such as "Südukraine", "Ost-Syrien": a direction and a country in one word."""
        word = self.tokens[i].text
        for prefix, side in self.words.direction_prefixes:
            if word.lower().startswith(prefix):
                rest = word[len(prefix) :].lstrip("-")
                found = self._lookup(rest.capitalize()) if len(rest) > 3 else ()
                if found and found[0].kind in ("country", "region", "continent"):
                    return NameHit(i, i + 1, found, i, i + 1, direction=side)
        return None

    def _complete(self, hit: NameHit, before: Sequence[NameHit]) -> None:
        """Fill in the place nouns, directions, owners and the preposition around a name."""
        self._noun_after(hit, before)
        self._place_phrase(hit, before)
        if hit.hint is None and not hit.entries:
            hit.hint = self._noun_in_apposition(hit)

    def _place_phrase(self, hit: NameHit, before: Sequence[NameHit]) -> None:
        self._floor = self._end_of(before[-1]) if before else 0
        at = self._noun_before(hit) if hit.hint is None else hit.start
        at = self._direction_before(hit, at)
        at = self._modifiers_before(hit, at)
        hit.start = min(hit.start, at)
        self._relate(hit, at, before)

    def _end_of(self, hit: NameHit) -> int:
        """Where the phrase of a name ends; one that only owns what follows belongs to that."""
        owner = self.owns(hit.end if self.lang == "en" else hit.end - 1)
        return hit.start if owner else hit.end

    def _noun_after(self, hit: NameHit, before: Sequence[NameHit]) -> None:
        if hit.last >= len(self.tokens) or hit.hint:
            return
        word = self.tokens[hit.last].lower
        kind = self.words.kind_of(word)
        if kind is None or (self.lang == "de" and word not in ("oblast", "region", "gebiet")):
            return
        hit.hint, hit.end = kind, hit.last + 1
        if word not in self.words.plural_nouns:
            return
        end = hit.start
        for at in range(len(before) - 1, max(len(before) - 1 - _FARTHEST, -1), -1):
            other = before[at]
            between = {token.lower for token in self.tokens[other.end : end]}
            if other.hint is not None or not between <= (self.words.lists | {"the"}):
                break
            other.hint, end = kind, other.start
            self._place_phrase(other, before[:at])

    def _noun_in_apposition(self, hit: NameHit) -> str | None:
        """The kind told after the name: "Orikhiv, a town in …", but not "Lee, a city official"."""
        at = hit.last
        if at >= len(self.tokens) or self.tokens[at].text != ",":
            return None
        at += 1
        while at < len(self.tokens) and self.tokens[at].pos in (Pos.DET, Pos.ADJ):
            at += 1
        noun = self.tokens[at].lower if at < len(self.tokens) else ""
        alone = at + 1 >= len(self.tokens) or not self.tokens[at + 1].is_nominal
        return self.words.nouns.get(noun) if alone and at > hit.last + 1 else None

    def _noun_before(self, hit: NameHit) -> int:
        """The index at which a place noun before the name starts: "city of Lublin", "Region Sewastopol"."""
        at = hit.first
        k = at - 1
        if k >= self._floor and self.tokens[k].lower == "of":
            k -= 1
        elif k >= 0 and self.lang == "en" and self.words.kind_of(self.tokens[k].lower) == "city" and not hit.entries:
            return at
        if k < self._floor:
            return at
        word = self.tokens[k].lower
        kind = self.words.kind_of(word)
        if kind is None:
            return at
        hit.hint, hit.spread, hit.start = kind, word in self.words.plural_nouns, k
        return k

    def _direction_before(self, hit: NameHit, at: int) -> int:
        """A direction before a bare name makes it a part: "southern Ukraine", "im Süden der Ukraine"."""
        if hit.hint is not None or at <= self._floor:
            return at
        side = self.words.directions.get(self.tokens[at - 1].lower)
        if side and self.tokens[at - 1].lower not in self.words.direction_nouns and not self._follows_word(at, "of"):
            hit.direction, hit.start = side, at - 1
            return at - 1
        k = at - 1
        while k > self._floor and (self.tokens[k].pos is Pos.DET or self.tokens[k].lower in ("of", "von")):
            k -= 1
        side = self.words.direction_nouns.get(self.tokens[k].lower)
        genitive = self.lang == "de" and k == at - 1 and self.tokens[hit.first].lower.endswith("s")
        led = k > 0 and (self.tokens[k - 1].pos is Pos.DET or self.tokens[k - 1].lower in ("im", "in"))
        if side and led and (k < at - 1 or genitive):
            hit.direction, hit.start = side, k
            return k
        return at

    def _follows_word(self, at: int, word: str) -> bool:
        return at < len(self.tokens) and self.tokens[at].lower == word

    def _modifiers_before(self, hit: NameHit, at: int) -> int:
        """Step left over articles, adjectives, nouns in apposition and owners; note what they say."""
        direction: str | None = None
        states: list[str] = []
        floor = max(self._floor, at - _FARTHEST)
        while at > floor:
            token = self.tokens[at - 1]
            state = self.state_of(at - 1) or self._owner(at - 1)
            if state:
                states.append(state)
                at -= 2 if token.pos is Pos.GENITIVE else 1
            elif token.lower in self.words.directions and hit.hint is not None:
                direction = self.words.directions[token.lower]
                at -= 1
            elif token.pos in _MODIFIERS or (hit.hint and token.pos is Pos.NOUN and token.text.islower()):
                at -= 1
            else:
                break
        hit.owners = [f"{state}/{direction}" if direction else state for state in states]
        return at

    def _relate(self, hit: NameHit, at: int, before: Sequence[NameHit]) -> None:
        """The preposition before the phrase, or that of the name it is listed with."""
        k = at - 1
        if k < 0:
            return
        word = self.tokens[k].lower
        previous = before[-1] if before else None
        speaks = word == "," and hit.end < len(self.tokens) and self.tokens[hit.end].is_verbal
        if previous and word in self.words.lists and not speaks and self._only_lists(previous.end, k):
            hit.rel, hit.near, hit.listed_after = previous.rel, previous.near, True
            if previous.spread and hit.hint is None:
                hit.hint, hit.spread = previous.hint, True
            return
        hit.rel = self.words.prepositions.get(word)
        hit.near = word in self.words.near
        before_it = self.tokens[k - 1].lower if k else ""
        if word in ("von", "of", "to") and (before_it in ("nähe", "close", "next") or self._is_bearing(k - 1)):
            hit.rel, hit.near = PlaceRel.IN, True
        elif word == "of" and before_it in ("out", "outside"):
            hit.rel, hit.near = (PlaceRel.FROM, False) if before_it == "out" else (PlaceRel.IN, True)
        elif word in ("for", "um") and before_it in self.words.event_nouns:
            hit.rel, hit.near = PlaceRel.IN, False
        elif self._is_genitive(word, k - 1):
            hit.rel = PlaceRel.IN

    def _is_genitive(self, word: str, k: int) -> bool:
        """Whether the preposition ties the place to the noun ``k``: "the shelling of Odesa", "Teile von Cherson"."""
        if k < 0 or word not in ("von", "of"):
            return False
        noun = self.tokens[k]
        return noun.pos is Pos.NOUN if word == "von" else noun.lower in self.words.event_nouns | self.words.part_nouns

    def _only_lists(self, first: int, last: int) -> bool:
        return all(token.lower in self.words.lists or token.pos is Pos.DET for token in self.tokens[first : last + 1])

    def _is_bearing(self, k: int) -> bool:
        """Whether token ``k`` gives a bearing ("ten miles south of Kyiv"), rather than a part of a place."""
        word = self.tokens[k].lower if k >= 0 else ""
        led = k > 0 and self.tokens[k - 1].pos is Pos.DET
        return (word in self.words.directions or word in self.words.direction_nouns) and not led

    def _can_start(self, i: int) -> bool:
        token = self.tokens[i]
        if not self._is_capitalised(i) or token.pos in _NO_NAMES or names_time(token, self.lang):
            return False
        if self.words.kind_of(token.lower) is not None:
            return False
        if token.lower in self.words.direction_nouns:
            return self.lang == "en" and i + 1 < len(self.tokens) and self._is_name(i + 1)
        return self.state_of(i) is None or bool(self._gazetteer.places_named(token.text, self.lang)[:1])

    def _reach(self, i: int) -> int:
        """The index after the capitalised words that start at ``i``, small linking words between them included."""
        last = i + 1
        while last < min(len(self.tokens), i + 2 * _LONGEST):
            if self.words.kind_of(self.tokens[last].text):
                return last + 1
            linked = self.tokens[last].lower in self.words.linkers and last + 1 < len(self.tokens)
            if self._is_capitalised(last):
                last += 1
            elif linked and self._is_capitalised(last + 1):
                last += 2
            else:
                break
        return last

    def _is_capitalised(self, i: int) -> bool:
        return self.tokens[i].text[0].isupper()

    def _is_name(self, i: int) -> bool:
        token = self.tokens[i]
        return token.pos is Pos.NAME and token.text[0].isupper()

    def _beside_noun(self, first: int, last: int) -> bool:
        """Whether a place noun stands right before or after, so that even an untagged word is a name."""
        before = first > 0 and self.words.kind_of(self.tokens[first - 1].lower)
        linked = first > 1 and self.tokens[first - 1].lower == "of" and self.words.kind_of(self.tokens[first - 2].lower)
        after = self.lang == "en" and last < len(self.tokens) and self.words.kind_of(self.tokens[last].lower)
        return bool(before or linked or after)

    def _is_longer_name(self, first: int, last: int) -> bool:
        """Whether the words are part of a longer name: "Berlin Film Festival", "Joe London", "Belgorod Governor"."""
        if self.state_of(first) and self._is_kind(last):
            return True
        after = last < len(self.tokens) and self._is_capitalised(last) and self._counts_as_name(last)
        before = first > 0 and self._is_name(first - 1) and self.state_of(first - 1) is None
        word = self.tokens[first - 1].lower if first else ""
        if self.words.kind_of(word) or word in self.words.directions:
            before = False
        return bool(after or before)

    def _is_kind(self, i: int) -> bool:
        """Whether token ``i`` is a place noun that an adjective before it belongs to: "the U.S. state of"."""
        word = self.tokens[i].lower if i < len(self.tokens) else ""
        return self.words.kind_of(word) is not None or word in self.words.capital

    def _counts_as_name(self, i: int) -> bool:
        token = self.tokens[i]
        if self.words.kind_of(token.lower):
            return False
        if self.lang == "de":
            return token.pos is Pos.NAME
        return token.pos in (Pos.NAME, Pos.NOUN, Pos.ADJ)


@lru_cache(maxsize=20_000)
def _state_of(reference: Reference, word: str, lang: str) -> str | None:
    actor = reference.actor_of_adjective(word, lang)
    return actor.slug if actor is not None and actor.kind == "state" else None
