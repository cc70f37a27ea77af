"""Where a claim says it happened: the place of its own clause, one told before it, or that of what caused it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.claim import Place
from verifier.domain.enums import PlaceRel
from verifier.domain.span import Span
from verifier.extract.frames import Frame
from verifier.extract.ground import is_ground, is_place_noun
from verifier.extract.heads import things_of
from verifier.extract.memory import Memory
from verifier.extract.names import known_actor
from verifier.extract.places import PlaceMention
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference.gazetteer import load_gazetteer
from verifier.text.tokens import Form, Pos


def read_place(sentence: Sentence, words: Span, frame: Frame | None, memory: Memory) -> Place | None:
    """The place of what ``words`` tell: the nearest one after the predicate, else before it; several as one.

    Places of other clauses, such as a purpose ("to counter the Kursk offensive"), are not where it happened.
    """
    at = frame.at if frame is not None else 0
    inside = [m for m in sentence.places if words.covers(m.span) and not m.outer and _is_of(sentence, m, frame)]
    inside = [m for m in inside if frame is None or not _is_of_part(sentence, m, frame, words)]
    for mention in sorted(inside, key=lambda m: (m.first < at, abs(m.first - at))):
        place = _located(mention, memory)
        if place is not None and place.rel is not PlaceRel.FROM:
            return _with_listed(sentence, place, mention, inside, memory)
    for token in sentence.tokens:
        if words.covers(token.span) and token.pos is Pos.NOUN and _is_definite(sentence, token.span):
            found = memory.place_of_noun(token)
            if found is not None:
                return found
    from_there = next((p for m in inside if (p := _located(m, memory)) is not None), None)
    return (
        from_there
        or _of_antecedent(sentence, frame, memory)
        or _fronted(sentence, words, memory)
        or _of_cause(sentence, frame, memory)
        or _acted_on(sentence, frame)
    )


def _of_antecedent(sentence: Sentence, frame: Frame | None, memory: Memory) -> Place | None:
    """The place right before a clause that tells what happened there: "in Derna, where four people died"."""
    clause = frame.clause if frame is not None else None
    before = clause.antecedent if clause is not None else None
    if clause is None or before is None or clause.subordinator not in load_words("places", sentence.lang)["relatives"]:
        return None
    named = next((m for m in reversed(sentence.places) if m.first < before.last and not m.outer), None)
    place = _located(named, memory) if named is not None and named.last >= before.last else None
    return replace(place, rel=PlaceRel.IN) if place is not None else None


def _of_cause(sentence: Sentence, frame: Frame | None, memory: Memory) -> Place | None:
    """The place of what caused it: "were killed when shells hit a market in El Fasher"."""
    clause = frame.clause if frame is not None and not frame.nominal else None
    after = next((c for c in sentence.clauses if clause is not None and c.first >= clause.verb.last), None)
    if after is None or after.subordinator not in load_words("syntax", sentence.lang)["causes"]:
        return None
    told = [m for m in sentence.places if after.first <= m.first < after.last and not m.outer]
    found = [place for m in told if (place := _located(m, memory)) is not None and place.rel is PlaceRel.IN]
    return found[0] if len(found) == 1 else None


def _acted_on(sentence: Sentence, frame: Frame | None) -> Place | None:
    """The place that is itself what is captured or left, where no list knows it: "haben Stepowe eingenommen"."""
    if frame is None or frame.predicate is None or "town" not in frame.predicate.objects or frame.nominal:
        return None
    phrase = next((p for p in frame.objects if p.noun.text[:1].isupper() and is_ground(sentence, p)), None)
    if phrase is None or is_place_noun(phrase.noun, sentence.lang) or things_of((phrase,), sentence.lang):
        return None
    name = phrase.noun
    known = next(iter(load_gazetteer().places_named(name.text, sentence.lang)), None)
    return Place(known.slug if known is not None else f"~{name.lower}", name.text, PlaceRel.IN, name.span)


def _fronted(sentence: Sentence, words: Span, memory: Memory) -> Place | None:
    """The place that opens a sentence, outside the words of the claim.

    "In the port, which …, no ship was hit", "Across Saxony, unions say, 32,000 …".
    """
    for mention in sentence.places:
        if mention.outer or mention.span.end > words.start or mention.last + 1 >= len(sentence.tokens):
            continue
        comma = sentence.tokens[mention.last]
        opens = sentence.tokens[0].pos is Pos.ADP and not any(t.is_verbal for t in sentence.tokens[: mention.last])
        if opens and comma.text == "," and mention.place.rel is PlaceRel.IN:
            return _located(mention, memory)
    return None


def _is_of(sentence: Sentence, mention: PlaceMention, frame: Frame | None) -> bool:
    """Whether a place stands in the clause of the frame, not as a modifier of a noun ("the Kursk offensive")."""
    following = sentence.tokens[mention.last] if mention.last < len(sentence.tokens) else None
    if (
        mention.place.rel is PlaceRel.IN
        and following is not None
        and following.pos is Pos.NOUN
        and sentence.lang == "en"
        and not (mention.first == 1 and sentence.tokens[0].pos is Pos.ADP)
    ):
        return False
    if _is_seat(sentence, mention):
        return False
    if frame is None or frame.clause is None or frame.nominal:
        return True
    own, verb = sentence.clause_of(mention.first), frame.clause.verb
    if own is not None and own.verb.participle_only and own.verb.last <= mention.first < verb.first:
        return True  # "The number of people killed in a crash in Varno rose"
    return own is None or own is frame.clause or (own.verb.form is Form.FINITE and own.first < frame.clause.first)


def _is_of_part(sentence: Sentence, mention: PlaceMention, frame: Frame, words: Span) -> bool:
    """Whether only a part was there, as words after a comma tell: "downed 41, most of them over Odesa", "davon …"."""
    inner = range(max(frame.at, sentence.index_at(words.start)), mention.first)
    commas = [n for n in inner if sentence.tokens[n].text == ","]
    part = " ".join(t.lower for t in sentence.tokens[commas[-1] + 1 : mention.first]) if commas else ""
    return any(f" {each} " in f" {part} " for each in load_words("quantities", sentence.lang)["part_words"])


def _is_seat(sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether a place only says where a ministry or government sits: "das Gesundheitsministerium in Ljubljana"."""
    if mention.first < 2 or sentence.tokens[mention.first - 1].pos is not Pos.ADP:
        return False
    found = known_actor(sentence.tokens[mention.first - 2].text, sentence.lang)
    return found is not None and found.key.rpartition(":")[2].endswith(("government", "ministry"))


def _with_listed(
    sentence: Sentence, place: Place, mention: PlaceMention, others: Sequence[PlaceMention], memory: Memory
) -> Place:
    """Places listed together are one place of several: "over Bryansk and Belgorod"."""
    keys, names, last = [place.key], [place.name], mention.last
    for other in others:
        between = sentence.tokens[last : other.first] if other.first >= last else ()
        listed = bool(between) and all(t.pos in (Pos.CONJ, Pos.DET, Pos.ADP) or t.text == "," for t in between)
        found = _located(other, memory) if listed and any(t.pos is Pos.CONJ or t.text == "," for t in between) else None
        if found is not None and found.key not in keys:
            keys.append(found.key)
            names.append(found.name)
            last = other.last
    return replace(place, key="+".join(keys), name=" and ".join(names)) if len(keys) > 1 else place


def _located(mention: PlaceMention, memory: Memory) -> Place | None:
    """The place a mention puts something at; what is only near a town lies in the region around it."""
    place = memory.place_of(mention)
    if place is None or not mention.near:
        return place
    around = place.within or tuple(key for key, _ in load_gazetteer().parents(place.key))
    if place.key.startswith("~") and not around:
        return replace(place, key=f"{place.key}/near")
    return replace(place, key=around[0], within=around[1:]) if around else None


def _is_definite(sentence: Sentence, span: Span) -> bool:
    phrase = sentence.phrase_at(span)
    definite = ("the", "der", "die", "das", "dem", "den", "des", "this", "diese", "dieser", "diesem")
    return phrase is not None and phrase.words[0].lower in definite
