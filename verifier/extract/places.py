"""The places a sentence names, told apart from the governments, people and bodies that bear their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.domain.claim import Place
from verifier.domain.enums import PlaceRel
from verifier.domain.span import Span
from verifier.extract.place_names import NameFinder, NameHit
from verifier.extract.place_words import PlaceWords, load_place_words
from verifier.reference import Reference, load
from verifier.reference.gazetteer import Gazetteer, load_gazetteer
from verifier.reference.model import PlaceEntry
from verifier.text.tokens import Form, Pos, Token

_RANK = {"site": 0, "city": 1, "region": 2, "sea": 2, "river": 2, "part": 3, "country": 4, "continent": 5}
_PLAIN_NAME = re.compile(r"[^\W\d_][^\W\d_A-Z]+(?:['-][^\W\d_]+)*$")
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
        self.words: PlaceWords = load_place_words(lang)
        self.gazetteer, self.reference = gazetteer, reference
        self.finder = NameFinder(shadow, tokens, lang, gazetteer, reference)

    def read(self) -> list[PlaceMention]:
        """All places of the sentence."""
        hits = self.finder.find()
        kept: list[NameHit] = []
        for n, hit in enumerate(hits):
            lent = hit.listed_after and hit.hint is None and n > 0
            if self._is_place(hit) and not (lent and hits[n - 1] not in kept):
                kept.append(hit)
        mentions = [mention for hit in kept if (mention := self._mention(hit))]
        taken = [(mention.first, mention.last) for mention in mentions]
        mentions += [self._bare(i, *bare) for i in range(len(self.tokens)) if (bare := self._anaphor(i, taken))]
        return self._nested(sorted(mentions, key=lambda mention: mention.first))

    def _is_place(self, hit: NameHit) -> bool:
        """Whether the words around a name make it a place and no actor."""
        if hit.hint is not None and (hit.entries or (self._is_plain(hit) and not self._is_actor(hit))):
            return True
        if self._is_actor(hit) or self._is_owner(hit):
            return False
        if not hit.entries:
            return hit.rel is PlaceRel.IN and self._is_bare_name(hit)
        return hit.direction is not None or self._is_placed(hit)

    def _is_placed(self, hit: NameHit) -> bool:
        """Whether a preposition, a verb or a noun beside a known name uses it as a place."""
        if hit.rel is not None:
            return not self._is_addressed(hit)
        if self._after_word(hit, self.words.event_nouns) and not self._may_act(hit):
            return True
        return self._is_object(hit) or self._is_passive_subject(hit)

    def _is_actor(self, hit: NameHit) -> bool:
        """Whether the name is that of a person, a body or an outlet."""
        name = self.finder.text(hit.first, hit.last)
        if self.reference.outlet_named(name) is not None:
            return not hit.entries or hit.last - hit.first > 1
        actor = self.reference.actor_named(name, self.lang, capitals=False)
        return actor is not None and actor.kind != "state"

    def _is_owner(self, hit: NameHit) -> bool:
        """Whether the name only owns what follows: "Ukraine's air force", "Moskaus Truppen"."""
        if hit.end + 1 >= len(self.tokens) or self.tokens[hit.end].pos is not Pos.GENITIVE:
            return False
        return hit.rel is None or self.tokens[hit.end + 1].lower not in self.words.part_nouns

    def _may_act(self, hit: NameHit) -> bool:
        """Whether the name may stand for a government."""
        return any(entry.kind == "country" or entry.government for entry in hit.entries[:1])

    def _is_addressed(self, hit: NameHit) -> bool:
        """Whether the preposition leads to a government: "sanctions on Russia", "aid to Kyiv"."""
        if not self._may_act(hit) or hit.start == 0:
            return False
        word = self.tokens[hit.start - 1].lower
        before = self.tokens[hit.start - 2] if hit.start > 1 else None
        if before is None or word not in ("on", "to", "an", "von", "auf", "vor", "bei"):
            return False
        if word == "von":
            return before.lower not in self.words.part_nouns and not self._follows(hit, "aus", "bis", "nach")
        if before.is_nominal:
            return before.lower not in self.words.event_nouns
        return word in ("on", "an", "vor", "bei")

    def _follows(self, hit: NameHit, *words: str) -> bool:
        return hit.end < len(self.tokens) and self.tokens[hit.end].lower in words

    def _is_bare_name(self, hit: NameHit) -> bool:
        """Whether an unknown name after "in" or "near" reads as a place: one name, no abbreviation, no title."""
        word = self.tokens[hit.start - 1].lower if hit.start else ""
        if word not in ("in", "near", "nahe", "outside") or hit.first != hit.start:
            return False
        single = hit.last - hit.first == 1 and self.tokens[hit.first].pos is Pos.NAME
        follows = self.tokens[hit.last] if hit.last < len(self.tokens) else None
        return single and self._is_plain(hit) and (follows is None or not follows.is_nominal)

    def _is_plain(self, hit: NameHit) -> bool:
        """Whether an unknown name is written as place names are: no abbreviation, no digits."""
        return all(_PLAIN_NAME.match(token.text) for token in self.tokens[hit.first : hit.last])

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
        verb = next((token for token in self.tokens[hit.end :] if token.is_verbal), None)
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

    def _mention(self, hit: NameHit) -> PlaceMention:
        entry = self._choose(hit)
        span = Span(self.tokens[hit.start].span.start, self.tokens[hit.end - 1].span.end)
        name = self.finder.text(hit.first, hit.last)
        key, kind = (entry.slug, entry.kind) if entry else (f"~{name.lower()}", hit.hint)
        if hit.direction:
            key, kind = f"{key}/{hit.direction}", "part"
            name = self.finder.text(hit.start, hit.last)
        within = tuple(owner for owner in hit.owners if owner != key)
        place = Place(key, name, hit.rel or PlaceRel.IN, span, within)
        return PlaceMention(place, kind, hit.start, hit.end, hit.near)

    def _choose(self, hit: NameHit) -> PlaceEntry | None:
        """What a name means: the kind its noun asks for, in the country the text says."""
        entries = hit.entries
        if hit.hint == "region":
            name = self.finder.text(hit.first, hit.last)
            entries = self.gazetteer.regions_named(name, self.lang) or tuple(
                entry for entry in entries if entry.kind == "region"
            )
        elif hit.hint == "city":
            entries = tuple(entry for entry in entries if entry.kind == "city")
        elif hit.hint == "site":
            entries = tuple(entry for entry in entries if entry.kind not in ("city", "country"))
        bases = [owner.partition("/")[0] for owner in hit.owners]
        fitting = [entry for entry in entries if any(self.gazetteer.is_within(entry.slug, base) for base in bases)]
        if bases:
            return fitting[0] if fitting else None
        return entries[0] if entries else None

    def _anaphor(self, i: int, taken: Sequence[tuple[int, int]]) -> tuple[str, str | None] | None:
        """Such as "there" or "dort" as a place, or a bare direction: "in the northwest"."""
        token = self.tokens[i]
        if any(first <= i < last for first, last in taken):
            return None
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
        rel = PlaceRel.TO if token.lower == "dorthin" else PlaceRel.FROM if token.lower == "dorther" else PlaceRel.IN
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
                result[n + 1] = replace(outer, outer=True)
        return result

    def _placed(self, place: Place, parent: str) -> Place:
        """``place`` as the namesake that lies in ``parent``, where it has several."""
        base = parent.partition("/")[0]
        if place.key.startswith("~") or self.gazetteer.find(base) is None or self.gazetteer.is_within(place.key, base):
            return place
        for entry in self.gazetteer.places_named(place.name, self.lang):
            if self.gazetteer.is_within(entry.slug, base):
                return replace(place, key=entry.slug)
        return place

    def _holds(self, inner: PlaceMention, outer: PlaceMention) -> bool:
        """Whether the words between two places say that the first lies in the second."""
        ranks = _RANK.get(inner.kind or "city", 1), _RANK.get(outer.kind or "region", 2)
        same = ranks[0] == ranks[1] and self.gazetteer.is_within(inner.place.key, outer.place.key)
        if (ranks[0] >= ranks[1] and not same) or THERE in (inner.place.key, outer.place.key):
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
        return words[0] != "," or any(self.words.kind_of(word) for word in words)
