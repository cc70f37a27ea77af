"""The phrase around a name: place noun, direction, owner, and the preposition before it."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.enums import PlaceRel
from verifier.extract.place_line import NameHit, PlaceLine
from verifier.text.tokens import Pos

_FARTHEST = 15
_MODIFIERS = {Pos.DET, Pos.POSS, Pos.ADJ, Pos.NUM}


class PhraseReader:
    """Fills in what stands around the names of one sentence."""

    def __init__(self, line: PlaceLine) -> None:
        self.line, self.tokens, self.words, self.lang = line, line.tokens, line.words, line.lang
        self._floor = 0  # the end of the name before, which no phrase reaches into

    def complete(self, hit: NameHit, before: Sequence[NameHit]) -> None:
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
        owner = self.line.owns(hit.end if self.lang == "en" else hit.end - 1)
        return hit.start if owner and hit.hint is None else hit.end

    def _noun_after(self, hit: NameHit, before: Sequence[NameHit]) -> None:
        if hit.last >= len(self.tokens) or hit.hint:
            return
        word = self.tokens[hit.last].lower
        kind = self.words.kind_of(word)
        if kind is None or (self.lang == "de" and word not in ("oblast", "region", "gebiet")):
            return
        if self.lang == "en" and not hit.entries and not self.tokens[hit.last].text.islower():
            return  # "Penn State"
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
        """The index at which a place noun before a name starts: "city of Lublin", "Region Sewastopol", "Camp Lera"."""
        at = hit.first
        k = at - 1
        if k >= self._floor and self.tokens[k].lower == "of":
            k -= 1
        elif self.lang == "en" and (k <= 0 or hit.entries or not self.line.is_capitalised(k)):
            return at
        if k < self._floor:
            return at
        word = self.tokens[k].lower
        kind = self.words.kind_of(word)
        if kind is None or (k == at - 1 and self.lang == "en" and kind != "site"):
            return at
        hit.hint, hit.spread, hit.start = kind, word in self.words.plural_nouns, k
        return k

    def _direction_before(self, hit: NameHit, at: int) -> int:
        """A direction before a bare name makes it a part: "southern Ukraine", "im Süden der Ukraine"."""
        if hit.hint is not None or at <= self._floor:
            return at
        side = self.words.directions.get(self.tokens[at - 1].lower)
        if side and (self.lang == "en" or self.tokens[at - 1].lower not in self.words.direction_nouns):
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

    def _modifiers_before(self, hit: NameHit, at: int) -> int:
        """Step left over articles, adjectives, nouns in apposition and owners; note what they say."""
        direction: str | None = None
        states: list[str] = []
        floor = max(self._floor, at - _FARTHEST)
        while at > floor:
            token = self.tokens[at - 1]
            state = self.line.state_of(at - 1) or self.line.owner(at - 1)
            if state and (token.pos is not Pos.GENITIVE or at - 2 >= floor):
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
