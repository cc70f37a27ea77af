"""Names of places among the words of a sentence, with the words that tell what sort of place they name."""

from __future__ import annotations

from verifier.domain.enums import PlaceRel
from verifier.extract.date_words import names_time
from verifier.extract.place_line import NameHit, PlaceLine
from verifier.extract.place_phrases import PhraseReader
from verifier.reference.model import PlaceEntry
from verifier.text.tokens import Pos
from verifier.text.word_models import is_rare_noun

_LONGEST = 5
_OF_TOWN = "er"
_NO_NAMES = {Pos.PRON, Pos.DET, Pos.ADP, Pos.CONJ, Pos.SUBJ, Pos.NUM}


class NameFinder:
    """Finds the names of one sentence that could be places."""

    def __init__(self, line: PlaceLine) -> None:
        self.line, self.tokens, self.words, self.lang = line, line.tokens, line.words, line.lang
        self._phrases = PhraseReader(line)

    def find(self) -> list[NameHit]:
        """The names in order, not overlapping, each with its phrase."""
        hits: list[NameHit] = []
        i = 0
        while i < len(self.tokens):
            hit = self._capital(i) or self._of_town(i) or self._name(i)
            if hit is None:
                i += 1
                continue
            self._phrases.complete(hit, hits)
            if hit.name is not None and self.tokens[hit.first].pos is Pos.ADJ:
                hit.near = False  # "vor dem Kölner Rathaus" is not before Cologne
            hits.append(hit)
            i = hit.end
        return hits

    def _capital(self, i: int) -> NameHit | None:
        """Such as "the Ukrainian capital", "der russischen Hauptstadt Moskau", "Ukraine's capital"."""
        if self.tokens[i].lower not in self.words.capital:
            return None
        state = self.line.state_of(i - 1) or self.line.owner(i - 1)
        entry = self.line.gazetteer.capital_of(state) if state else None
        if entry is None:
            return self._named_capital(i)
        first = i - 2 if self.tokens[i - 1].pos is Pos.GENITIVE else i - 1
        last = i + 1
        if last < len(self.tokens) and self._is_capital_name(last, entry):
            last += 1
        return NameHit(first, last, (entry,), first, last, hint="city")

    def _named_capital(self, i: int) -> NameHit | None:
        """Such as "the capital Lusaka", "die Hauptstadt Lusaka"."""
        found = self.line.gazetteer.places_named(self.tokens[i + 1].text, self.lang) if i + 1 < len(self.tokens) else ()
        entry = next((place for place in found if place.kind == "city" and place.government), None)
        return NameHit(i + 1, i + 2, (entry,), i, i + 2, hint="city") if entry is not None else None

    def _of_town(self, i: int) -> NameHit | None:
        """Such as "im Hamburger Hafen", "in der Münchner Innenstadt": a town as an adjective, after a preposition."""
        token = self.tokens[i]
        shaped = token.pos is Pos.ADJ and token.text.endswith(_OF_TOWN) and self.line.is_capitalised(i)
        if self.lang != "de" or not shaped or not (i + 1 < len(self.tokens) and self.tokens[i + 1].is_nominal):
            return None
        before = i - 2 if i > 1 and self.tokens[i - 1].pos is Pos.DET else i - 1
        if before < 0 or self.words.prepositions.get(self.tokens[before].lower) is not PlaceRel.IN:
            return None
        stem = token.text.removesuffix(_OF_TOWN)
        for name in (stem, f"{stem}en", f"{stem.removesuffix('n')}en"):
            found = tuple(place for place in self.line.lookup(name) if place.kind in ("city", "region"))
            if found:
                return NameHit(i, i + 1, found, before + 1, i + 2, hint=found[0].kind, name=name)
        return None

    def _is_capital_name(self, i: int, entry: PlaceEntry) -> bool:
        return any(
            entry.slug == each.slug for each in self.line.gazetteer.places_named(self.tokens[i].text, self.lang)[:1]
        )

    def _name(self, i: int) -> NameHit | None:
        if not self._can_start(i):
            return None
        for last in range(min(self._reach(i), i + _LONGEST), i, -1):
            noun = last > i + 1 and not self.line.is_capitalised(last - 1)
            if noun and self.words.kind_of(self.tokens[last - 1].lower) is None:
                continue
            found = self.line.lookup(self.line.text(i, last))
            if found and not self._is_longer_name(i, last):
                return NameHit(i, last, found, i, last)
            if found and self.line.state_of(i):
                return None
        if self.tokens[i].lower in self.words.name_openers and self._reach(i) == i + 2:
            return NameHit(i, i + 2, (), i, i + 2)
        compound = self._compound(i)
        if compound is not None:
            return compound
        if self.tokens[i].lower in self.words.directions and not self._beside_noun(i, i + 1):
            return None
        last = i + 1
        while last < len(self.tokens) and self.line.is_name(last) and last < i + _LONGEST:
            last += 1
        if not self.line.is_name(i) and not self._beside_noun(i, last):
            return None
        return NameHit(i, last, (), i, last)

    def _compound(self, i: int) -> NameHit | None:
        """Such as "Südukraine", "Ost-Syrien": a direction and a country in one word."""
        word = self.tokens[i].text
        for prefix, side in self.words.direction_prefixes:
            if word.lower().startswith(prefix):
                rest = word[len(prefix) :].lstrip("-")
                found = self.line.lookup(rest.capitalize()) if len(rest) > 3 else ()
                if found and found[0].kind in ("country", "region", "continent"):
                    return NameHit(i, i + 1, found, i, i + 1, direction=side)
        return self._named_in_front(i) if self.lang == "de" else None

    def _named_in_front(self, i: int) -> NameHit | None:
        """Such as "Dravina-Tal", "Olmec-Provinz": a name and the noun that tells what it names, in one word."""
        front, joint, noun = self.tokens[i].text.rpartition("-")
        kind = self.words.kind_of(noun.lower())
        if not joint or kind is None or not front[:1].isupper():
            return None
        found = self.line.lookup(front)
        common = self.line.reference.thing_of_noun(front, self.lang) is not None or not is_rare_noun(front)
        return NameHit(i, i + 1, found, i, i + 1, hint=kind, name=front) if found or not common else None

    def _can_start(self, i: int) -> bool:
        token = self.tokens[i]
        if not self.line.is_capitalised(i) or token.pos in _NO_NAMES or names_time(token, self.lang):
            return False
        if self.words.kind_of(token.lower) is not None:  # "Port" in "Port Sudan"
            follows = i + 1 < len(self.tokens) and self.line.is_name(i + 1)
            return follows and bool(self.line.lookup(self.line.text(i, i + 2)))
        if token.lower in self.words.direction_nouns:
            return self.lang == "en" and i + 1 < len(self.tokens) and self.line.is_name(i + 1)
        return self.line.state_of(i) is None or bool(self.line.gazetteer.places_named(token.text, self.lang)[:1])

    def _reach(self, i: int) -> int:
        """The index after the capitalised words that start at ``i``, small linking words between them included."""
        last = i + 1
        while last < min(len(self.tokens), i + 2 * _LONGEST):
            if self.words.kind_of(self.tokens[last].text):
                return last + 1
            if self.line.is_capitalised(last):
                last += 1
                continue
            linked = last
            while linked < min(len(self.tokens), last + 2) and self.tokens[linked].lower in self.words.linkers:
                linked += 1
            if linked == last or linked >= len(self.tokens) or not self.line.is_capitalised(linked):
                break
            last = linked + 1
        return last

    def _beside_noun(self, first: int, last: int) -> bool:
        """Whether a place noun stands right before or after, so that even an untagged word is a name."""
        before = first > 0 and self.words.kind_of(self.tokens[first - 1].lower)
        linked = first > 1 and self.tokens[first - 1].lower == "of" and self.words.kind_of(self.tokens[first - 2].lower)
        after = self.lang == "en" and last < len(self.tokens) and self.words.kind_of(self.tokens[last].lower)
        return bool(before or linked or after)

    def _is_longer_name(self, first: int, last: int) -> bool:
        """Whether the words are part of a longer name: "Berlin Film Festival", "Joe London", "Belgorod Governor"."""
        if self.line.state_of(first) and self._is_kind(last):
            return True
        after = last < len(self.tokens) and self.line.is_capitalised(last) and self._counts_as_name(last)
        before = first > 0 and self.line.is_name(first - 1) and self.line.state_of(first - 1) is None
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
