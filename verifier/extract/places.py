"""The places a sentence names, told apart from the governments, people and bodies that bear their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.domain.claim import Place
from verifier.domain.enums import PlaceRel
from verifier.domain.span import Span
from verifier.extract.place_line import NameHit, PlaceLine
from verifier.extract.place_names import NameFinder
from verifier.extract.place_sense import PlaceSense
from verifier.reference import Reference, load
from verifier.reference.gazetteer import Gazetteer, load_gazetteer
from verifier.reference.model import PlaceEntry
from verifier.text.tokens import Pos, Token

_RANK = {"site": 0, "city": 1, "region": 2, "sea": 2, "river": 2, "part": 3, "country": 4, "continent": 5}
_BEARING = 8
"""How many words may tell on which side of a place, and how far away, another lies."""
THERE = "there"
"""The key of "there" and "dort": a place told before."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as one sentence names it.

    ``place.span`` covers the phrase without its preposition. ``kind`` is city, region, country, sea, part,
    site, continent or None where nothing tells. ``near`` marks places that are only close by, ``outer``
    those that merely say where another place of the sentence lies. ``first`` and ``last`` are token indexes.
    """

    place: Place
    kind: str | None
    first: int
    last: int
    near: bool = False
    outer: bool = False

    @property
    def span(self) -> Span:
        """The words of the place, preposition left out."""
        return self.place.span or Span(0, 0)


def find_places(
    shadow: str,
    tokens: Sequence[Token],
    lang: str,
    gazetteer: Gazetteer | None = None,
    reference: Reference | None = None,
) -> list[PlaceMention]:
    """The places named by the tokens of one sentence, in order; governments and other actors left out."""
    reader = _PlaceReader(shadow, tokens, lang, gazetteer or load_gazetteer(), reference or load())
    return reader.read()


class _PlaceReader:
    """Reads one sentence."""

    def __init__(
        self, shadow: str, tokens: Sequence[Token], lang: str, gazetteer: Gazetteer, reference: Reference
    ) -> None:
        self.tokens, self.lang = tokens, lang
        self.line = PlaceLine(shadow, tokens, lang, gazetteer, reference)
        self.words, self.gazetteer = self.line.words, gazetteer
        self.sense = PlaceSense(self.line)

    def read(self) -> list[PlaceMention]:
        """All places of the sentence."""
        hits = NameFinder(self.line).find()
        kept: list[NameHit] = []
        was_kept = False
        for hit in hits:
            lent = hit.listed_after and hit.hint is None
            was_kept = self.sense.is_place(hit) and (was_kept or not lent)
            if was_kept:
                kept.append(hit)
        mentions = [self._mention(hit) for hit in kept]
        for n in range(1, len(kept)):
            if kept[n].listed_after:
                mentions[n - 1] = self._agreeing(mentions[n - 1], mentions[n])
        taken = {i for mention in mentions for i in range(mention.first, mention.last)}
        free = (i for i in range(len(self.tokens)) if i not in taken)
        mentions += [self._bare(i, *bare) for i in free if (bare := self._anaphor(i))]
        return self._nested(sorted(mentions, key=lambda mention: mention.first))

    def _mention(self, hit: NameHit) -> PlaceMention:
        entry = self._choose(hit)
        span = Span(self.tokens[hit.start].span.start, self.tokens[hit.end - 1].span.end)
        name = hit.name or self.line.text(hit.first, hit.last)
        unknown = f"~{name.lower()} region" if hit.hint == "region" else f"~{name.lower()}"
        key, kind = (entry.slug, entry.kind) if entry else (unknown, hit.hint)
        if hit.direction:
            key, kind = f"{key}/{hit.direction}", "part"
            name = self.line.text(hit.start, hit.last)
        within = tuple(owner for owner in hit.owners if owner != key)
        place = Place(key, name, hit.rel or PlaceRel.IN, span, within)
        return PlaceMention(place, kind, hit.start, hit.end, hit.near)

    def _choose(self, hit: NameHit) -> PlaceEntry | None:
        """What a name means: the kind its noun asks for, in the country the text says."""
        entries = hit.entries
        if hit.hint == "region":
            name = hit.name or self.line.text(hit.first, hit.last)
            entries = self.gazetteer.regions_named(name, self.lang) or tuple(
                entry for entry in entries if entry.kind == "region"
            )
        elif hit.hint == "city":
            entries = tuple(entry for entry in entries if entry.kind == "city")
        elif hit.hint == "site" or hit.direction:
            entries = tuple(entry for entry in entries if entry.kind != "city") or entries
        bases = [owner.partition("/")[0] for owner in hit.owners]
        fitting = [entry for entry in entries if any(self.gazetteer.is_within(entry.slug, base) for base in bases)]
        if bases:
            return fitting[0] if fitting else None
        return entries[0] if entries else None

    def _agreeing(self, one: PlaceMention, other: PlaceMention) -> PlaceMention:
        """Of two places listed together both are regions of one country: "Georgia and Arizona"."""
        if one.kind != "country" or other.kind != "region":
            return one
        parents = self.gazetteer.parents(other.place.key)
        for entry in self.gazetteer.regions_named(one.place.name, self.lang):
            if self.gazetteer.parents(entry.slug)[:1] == parents[:1]:
                return replace(one, place=replace(one.place, key=entry.slug), kind="region")
        return one

    def _anaphor(self, i: int) -> tuple[str, str | None] | None:
        """Such as "there" or "dort" as a place, or a bare direction: "in the northwest"."""
        token = self.tokens[i]
        if token.lower in self.words.anaphors:
            follows = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
            exists = token.pos is Pos.PRON or (follows is not None and follows.pos is Pos.AUX and self.lang == "en")
            return None if exists else (THERE, None)
        side = self.words.direction_nouns.get(token.lower)
        small = token.text.islower() or self.lang == "de"
        led = i > 0 and (self.tokens[i - 1].lower == "im" or (i > 1 and self.tokens[i - 2].lower in ("in", "from")))
        if side and small and led and self.tokens[i - 1].pos in (Pos.DET, Pos.ADP):
            return (f"~{side}", "part")
        return None

    def _bare(self, i: int, key: str, kind: str | None) -> PlaceMention:
        token = self.tokens[i]
        leaves = token.lower == "dorther" or any(t.lower in ("from", "aus") for t in self.tokens[max(0, i - 2) : i])
        rel = PlaceRel.TO if token.lower == "dorthin" else PlaceRel.FROM if leaves else PlaceRel.IN
        return PlaceMention(Place(key, token.text, rel, token.span), kind, i, i + 1)

    def _nested(self, mentions: list[PlaceMention]) -> list[PlaceMention]:
        """Each place with the places the text puts it in: "Stary Oskol, a city in … Belgorod"."""
        result = list(mentions)
        for n in range(len(mentions) - 2, -1, -1):
            inner, outer = result[n], result[n + 1]
            if self._holds(inner, outer):
                within = dict.fromkeys((*inner.place.within, outer.place.key, *outer.place.within))
                place = self._placed(replace(inner.place, within=tuple(within)), outer.place.key)
                result[n] = replace(inner, place=place)
                result[n + 1] = replace(outer, outer=True, near=False)
            elif self._is_bearing_of(inner, outer):
                result[n + 1] = replace(outer, outer=True)
        return result

    def _is_bearing_of(self, inner: PlaceMention, outer: PlaceMention) -> bool:
        """Whether a place only says on which side of it another lies: "in the town of Bara, north of El Obeid"."""
        between = self.tokens[inner.last : outer.first]
        lies = outer.near and not inner.near and inner.place.rel is PlaceRel.IN and inner.place.key != THERE
        plain = all(not t.is_verbal and t.pos is not Pos.CONJ for t in between)
        parted = bool(between) and (
            between[0].text == "," or between[0].lower in (self.words.directions | self.words.direction_nouns.keys())
        )
        return lies and plain and parted and len(between) <= _BEARING

    def _placed(self, place: Place, parent: str) -> Place:
        """``place`` as the namesake that lies in ``parent``, where it has several."""
        base = parent.partition("/")[0]
        if place.key.startswith("~") or self.gazetteer.find(base) is None or self.gazetteer.is_within(place.key, base):
            return place
        for entry in self.gazetteer.places_named(place.name, self.lang):
            if entry.slug != base and self.gazetteer.is_within(entry.slug, base):
                return replace(place, key=entry.slug)
        return place

    def _holds(self, inner: PlaceMention, outer: PlaceMention) -> bool:
        """Whether the words between two places say that the first lies in the second."""
        ranks = _RANK.get(inner.kind or "city", 1), _RANK.get(outer.kind or "region", 2)
        same = ranks[0] == ranks[1] and inner.place.key != outer.place.key
        same = same and self.gazetteer.is_within(inner.place.key, outer.place.key)
        keys = (inner.place.key, outer.place.key)
        if (ranks[0] >= ranks[1] and not same) or THERE in keys or keys[0] == keys[1]:
            return False
        if not self._may_hold(inner.place, outer.place.key):
            return False
        between = self.tokens[inner.last : outer.first]
        words = [token.lower for token in between]
        allowed = (Pos.DET, Pos.ADJ, Pos.NUM)
        if not words:
            return self.lang == "de" and outer.kind in ("country", "part")
        if any(
            word not in (",", "of", "in", "on", "im", "auf", "an", "am")
            and token.pos not in allowed
            and self.words.kind_of(word) is None
            for word, token in zip(words, between, strict=True)
        ):
            return False
        if words[0] == "," and len(words) == 1:
            return outer.place.rel is inner.place.rel or outer.kind in ("region", "country")
        return words[0] != "," or len(words) == 2 or any(self.words.kind_of(word) for word in words)

    def _may_hold(self, inner: Place, outer: str) -> bool:
        """Whether the gazetteer knows nothing against the one lying in the other, for any place of the name."""
        base = outer.partition("/")[0]
        if inner.key.startswith("~") or base.startswith("~"):
            return True
        named = {inner.key, *(entry.slug for entry in self.gazetteer.places_named(inner.name, self.lang))}
        return any(self.gazetteer.is_within(key, base) for key in named - {base})
