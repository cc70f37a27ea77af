"""The slots of a claim that its own words fill: counted thing and aspect."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.claim import Term
from verifier.domain.enums import Aspect, QuantityKind
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.bids import matter_bid
from verifier.extract.dates import DateRelation
from verifier.extract.figures import HARM, VOTER
from verifier.extract.frames import Frame
from verifier.extract.heads import NOBODY, common_noun, is_nobody, things_of
from verifier.extract.measures import CHANGES, VOTING
from verifier.extract.phrases import Phrase
from verifier.extract.sentence import Sentence
from verifier.extract.severity import hurt_people
from verifier.extract.stances import matter_asked
from verifier.extract.substances import substance_of
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.model import ThingEntry
from verifier.text.tokens import Pos

_SINCE = frozenset({"since", "seit"})
_OF_CROWDS = frozenset({"attendance", "voting"})
"""Families of what only people do in numbers."""
_INCIDENT = "incident"
_NEW = frozenset({"new", "neue", "neuen", "neuer", "further", "weitere", "weiteren"})


def read_thing(sentence: Sentence, frame: Frame | None, quantity: Quantity | None) -> Term | None:
    """What is counted, else what the frame's predicate is about, where the reference data knows it."""
    reference = load()
    if quantity is not None:
        hurt = hurt_people(sentence, quantity, frame)
        people = Term(hurt, quantity.thing or quantity.surface, quantity.thing_span) if hurt is not None else None
        matter = people or matter_asked(sentence, frame, quantity) or matter_bid(sentence, frame, quantity)
        matter = matter or _times_of(sentence, frame, quantity)
        if matter is not None:
            return matter
        if quantity.thing is None or quantity.thing.lower() in load_words("quantities", sentence.lang)["more_words"]:
            found = substance_of(sentence, quantity) or _measured(sentence, frame)
            return found or _people_of(quantity, frame) or _votes_of(quantity, frame)
        entry = reference.thing(quantity.thing) or _last_part(sentence, quantity)
        if (undergone := _undergone(sentence, quantity, frame)) is not None:
            return undergone
        if _is_the_predicate(sentence, quantity, frame):
            return None
        if entry is not None:
            slug = _plain_person(entry, frame) or _narrowed(entry.slug, frame)
            words = quantity.thing_span or quantity.span
            return Term(slug, _words(sentence, words), words)
        return Term(f"~{quantity.thing.lower()}", quantity.thing, quantity.thing_span)
    if frame is None:
        return None
    if any(
        p is not None and is_nobody(p) and p.noun.lower in (*NOBODY, "one") for p in (frame.subject, *frame.objects)
    ):
        return Term("person", "nobody")
    measured = [q.span for q in sentence.quantities if q.unit is not None]
    counted_by = [*(mention.span for mention in sentence.dates), *measured]
    objects = [p for p in frame.objects if not any(span.covers(p.span) for span in counted_by)]
    told = [p for p in objects if not p.pronoun and (p.noun.pos is not Pos.NAME or common_noun(p))]
    acted_on = any(p.noun.pos is Pos.NAME or p.pronoun for p in frame.objects)
    looked_at: Sequence[Phrase | None] = told or (() if acted_on else (frame.subject,))
    for phrase in looked_at:
        things = things_of((phrase,), sentence.lang)
        by = _weapon_behind(sentence, phrase) if things and things[0] == "attack" and phrase is not None else None
        if by is not None:
            return Term(things_of((by,), sentence.lang)[0], _words(sentence, by.span), by.span)
        if phrase is not None and things and _is_expected(things[0], phrase, frame):
            return Term(_narrowed(things[0], frame), _words(sentence, phrase.span), phrase.span)
    bare = next((p for p in told if p.noun.pos is Pos.NOUN), None)
    bare = bare or (None if acted_on else _event_told_of(sentence, frame))
    if bare is None or frame.nominal:
        return None
    named = things_of((bare,), sentence.lang)
    key = _narrowed(named[0], frame) if named else f"~{bare.noun.lemma.lower()}"
    return Term(key, _words(sentence, bare.span), bare.span)


def _times_of(sentence: Sentence, frame: Frame | None, quantity: Quantity) -> Term | None:
    """The acts of which a number says how often there were: "violated the truce 12 times", "zwölf Mal"."""
    counted = _words(sentence, quantity.thing_span).lower() if quantity.thing_span is not None else ""
    often = counted in load_words("quantities", sentence.lang)["times"]
    told = frame is not None and frame.predicate is not None
    return Term(_INCIDENT, quantity.surface, quantity.span) if often and told else None


def read_aspect(
    frame: Frame | None, quantity: Quantity | None, relation: DateRelation | None, said: frozenset[str] = frozenset()
) -> Aspect | None:
    """How a figure counts: by its kind, by "since" or "new" among the words ``said``, else as its predicate says."""
    if quantity is not None:
        if quantity.kind is QuantityKind.SHARE:
            return Aspect.SHARE
        if quantity.kind is QuantityKind.AGE or (
            frame is not None and frame.predicate is not None and frame.predicate.slug == "travel"
        ):
            return Aspect.ATTRIBUTE
        if quantity.kind is QuantityKind.ORDINAL:
            return Aspect.ORDINAL
    predicate = frame.predicate if frame is not None else None
    if predicate is None:
        return None
    if said & _NEW and predicate.tally:
        return Aspect.EVENT_COUNT
    if (relation is DateRelation.SINCE or said & _SINCE) and predicate.tally:
        return Aspect.CUMULATIVE
    return Aspect(predicate.aspect) if predicate.aspect else None


def _people_of(quantity: Quantity, frame: Frame | None) -> Term | None:
    """People, where a bare number counts what only people undergo: "put the number of injured at four"."""
    family = frame.predicate.family if frame is not None and frame.predicate is not None else None
    counts = quantity.kind is QuantityKind.NUMBER and quantity.unit is None
    named = family in HARM or (family in _OF_CROWDS and quantity.point is not None)
    return Term("person", quantity.surface) if counts and named else None


def _votes_of(quantity: Quantity, frame: Frame | None) -> Term | None:
    """Votes, where a bare share is what a party or candidate reached."""
    polled = frame is not None and frame.predicate is not None and frame.predicate.family == "polling"
    return Term("vote", quantity.surface) if polled and quantity.kind is QuantityKind.SHARE else None


def _weapon_behind(sentence: Sentence, attack: Phrase) -> Phrase | None:
    """What an attack was made with: "an attack by a drone"."""
    following = next((p for p in sentence.phrases if p.first >= attack.last), None)
    agents = load_words("syntax", sentence.lang)["agents"]
    if following is None or following.preposition not in agents or not things_of((following,), sentence.lang):
        return None
    return following if load().is_kind_of(things_of((following,), sentence.lang)[0], "weapon") else None


def _narrowed(slug: str, frame: Frame | None) -> str:
    """Where the sense tells what kind of thing it must be: "Russians" who fight are soldiers."""
    if frame is None or frame.predicate is None:
        return slug
    reference = load()
    expected = [s for s in frame.predicate.subjects if s != slug and reference.is_kind_of(s, slug)]
    fits = any(reference.is_kind_of(slug, s) for s in (*frame.predicate.subjects, *frame.predicate.objects))
    return expected[0] if slug == "person" and len(expected) == 1 and not fits else slug


def _event_told_of(sentence: Sentence, frame: Frame) -> Phrase | None:
    """The subject of a verb without object: a noun of action ("the strike is over"), or what undergoes something."""
    subject = frame.subject
    if subject is None or subject.pronoun or subject.noun.pos is not Pos.NOUN or frame.nominal:
        return None
    if frame.predicate is not None and (frame.predicate.subject, frame.predicate.object) == ("patient", "none"):
        return subject
    named = load().predicates_of_noun(subject.noun.lemma, sentence.lang)
    return subject if named or things_of((subject,), sentence.lang) else None


def _measured(sentence: Sentence, frame: Frame | None) -> Term | None:
    """The noun a figure is the size of: "the deficit was 2 billion"; a predicate that has a size says it by itself."""
    if frame is None or frame.measures is None:
        return None
    things = things_of((frame.measures,), sentence.lang)
    entry = load().thing(things[0]) if things else None
    if entry is not None and (people := _plain_person(entry, frame)) is not None:
        return Term(people, _words(sentence, frame.measures.span), frame.measures.span)
    if frame.predicate is not None and frame.predicate.slug != "amount" and frame.predicate.family not in CHANGES:
        counted = entry is not None and entry.tells is not None and _is_told_by(entry, frame)
        return Term(entry.parent or entry.slug, _words(sentence, frame.measures.span)) if entry and counted else None
    key = things[0] if things else f"~{frame.measures.noun.lemma.lower()}"
    return Term(key, _words(sentence, frame.measures.span), frame.measures.span)


def _is_told_by(entry: ThingEntry, frame: Frame) -> bool:
    """Whether a tally counts what the name of a thing says by itself: cases are recorded."""
    told = load().predicate(entry.tells) if entry.tells else None
    tally = frame.predicate is not None and frame.predicate.tally
    return told is not None and tally and frame.predicate is not None and told.family == frame.predicate.family


def _last_part(sentence: Sentence, quantity: Quantity) -> ThingEntry | None:
    """The thing that a hyphenated word ends in: "800.000 Telvo-Kunden" are customers."""
    words = _words(sentence, quantity.thing_span).rpartition("-")[2] if quantity.thing_span is not None else ""
    if "-" not in (quantity.thing or "") or not words:
        return None
    found = (load().thing_of_noun(words[: len(words) - cut], sentence.lang) for cut in range(3))
    return next((entry for entry in found if entry is not None), None)


def _is_the_predicate(sentence: Sentence, quantity: Quantity, frame: Frame | None) -> bool:
    """Whether the noun after a share only names the predicate or who does it: "50% turnout", "half of the voters"."""
    if quantity.kind is not QuantityKind.SHARE or quantity.thing_span is None or frame is None or not frame.predicate:
        return False
    if frame.predicate.family == VOTING and load().is_kind_of(quantity.thing or "", VOTER):
        return True
    noun = sentence.tokens[sentence.index_at(quantity.thing_span.end - 1)]
    return frame.predicate in load().predicates_of_noun(noun.lemma, sentence.lang)


def _undergone(sentence: Sentence, quantity: Quantity, frame: Frame | None) -> Term | None:
    """People, where what is counted is what they underwent: four arrests are four people."""
    if frame is None or frame.predicate is None or frame.predicate.family not in HARM or quantity.thing_span is None:
        return None
    noun = sentence.tokens[sentence.index_at(quantity.thing_span.end - 1)]
    named = frame.predicate in load().predicates_of_noun(noun.lemma, sentence.lang)
    entry = load().thing(quantity.thing or "")
    people = entry is not None and load().is_kind_of(entry.slug, "person")
    return Term("person", noun.text, quantity.thing_span) if named and not people else None


def _plain_person(entry: ThingEntry, frame: Frame | None) -> str | None:
    """Where the predicate says what a name for people says, they are people: participants who take part."""
    told = load().predicate(entry.tells) if entry.tells else None
    if entry.slug == "victim" and frame is not None and frame.predicate is not None and frame.predicate.family in HARM:
        return "person"
    if told is None or frame is None or frame.predicate is None or frame.predicate.family != told.family:
        return None
    if not load().is_kind_of(entry.slug, "person"):
        return None
    return entry.parent if entry.parent not in ("victim", None) else "person"


def _is_expected(thing: str, phrase: Phrase, frame: Frame) -> bool:
    """Whether a thing without a number is what the claim is about: side-bearing, or what the sense expects."""
    reference = load()
    entry = reference.thing(thing)
    if entry is None or (phrase.noun.pos is Pos.NAME and thing == "person"):
        return False
    expected = (*frame.predicate.objects, *frame.predicate.subjects) if frame.predicate else ()
    return entry.side_bearing or any(reference.is_kind_of(thing, other) for other in expected)


def _words(sentence: Sentence, span: Span) -> str:
    return " ".join(t.text for t in sentence.tokens if span.covers(t.span))
