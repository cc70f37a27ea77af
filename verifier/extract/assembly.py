"""From a frame to a claim: every slot filled from the words that tell it, or left unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.claim import Reading, Term
from verifier.domain.enums import (
    Aspect,
    ClaimKind,
    CueClass,
    Modality,
    Polarity,
    Qualifier,
)
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.bids import with_bid
from verifier.extract.claim_draft import Draft, Setting
from verifier.extract.claim_kinds import characterisation, kind_of_claim
from verifier.extract.claim_places import read_place
from verifier.extract.claim_slots import read_aspect, read_thing
from verifier.extract.claim_text import canonical_text, question_text
from verifier.extract.claim_times import is_of_now
from verifier.extract.counterparts import with_counterpart
from verifier.extract.draft_times import read_times, with_time_of_stock
from verifier.extract.frames import Frame
from verifier.extract.mood import Mood, is_rumoured, read_mood
from verifier.extract.negated import is_contrast
from verifier.extract.nested_chains import joined_chain
from verifier.extract.participants import Roles
from verifier.extract.pointing_back import with_event, with_owner_of_whole, with_setting_of_rest
from verifier.extract.sentence import Sentence
from verifier.extract.shared_setting import shared_place
from verifier.extract.stances import with_matter
from verifier.extract.words import load_words
from verifier.reference import load


def read_draft(draft: Draft, setting: Setting) -> Reading:
    """All slots of one claim: those its own words tell, then those that what was told before completes."""
    frame = None if draft.is_whole else draft.frame
    reading = _without_name_of_place(_told(draft, frame, setting))
    return _completed(reading, draft, frame, setting)


def _told(draft: Draft, frame: Frame | None, setting: Setting) -> Reading:
    """What the words of a claim tell of it."""
    sentence = setting.sentence
    mood = read_mood(sentence, frame) if frame is not None else Mood()
    roles = setting.participants.roles(_without_sources(draft.frame, draft)) if draft.frame is not None else Roles()
    times = read_times(draft, frame, sentence)
    there = _without_places_of_sources(sentence, draft)
    opening = sentence.tokens[0].lower  # "Since the war began, … have recorded" holds for all that follows
    said = frozenset((opening, *(t.lower for t in sentence.tokens if draft.span.covers(t.span))))
    aspect = read_aspect(frame, draft.quantity, times.relation, said)
    of_now = aspect is Aspect.EVENT_COUNT and is_of_now(sentence, times.event)
    commitment = _commitment(draft, frame, sentence)
    polarity = _polarity(draft.quantity, mood, sentence)
    kind = kind_of_claim(sentence, draft.span, frame, draft.quantity, mood, draft.attributions)
    return Reading(
        kind=ClaimKind.DENIAL if commitment is CueClass.DENIED else kind,
        canonical_text=canonical_text(setting.text, draft.span),
        question_text=question_text(setting.text, draft.span, sentence, sentence.quantities),
        chain=joined_chain(draft.attributions),
        predicate=_predicate(frame, sentence),
        agent=roles.agent,
        patient=roles.patient,
        thing=read_thing(sentence, _without_sources(frame, draft) if frame is not None else None, draft.quantity),
        place=read_place(there, draft.span, frame, setting.memory)
        or shared_place(there, draft.span, frame, draft.quantity),
        time=None if of_now else times.event,
        stated_on=times.stated_on,
        aspect=aspect,
        modality=_modality(mood, draft, sentence),
        polarity=_opposite(polarity) if commitment is CueClass.DENIED else polarity,
        commitment=commitment,
        quantities=_quantities(draft, sentence),
        hedged=mood.hedged,
    )


def _completed(reading: Reading, draft: Draft, frame: Frame | None, setting: Setting) -> Reading:
    """The reading with what its words leave to the passage before them."""
    sentence, memory = setting.sentence, setting.memory
    reading = characterisation(sentence, frame, reading, setting.participants, memory.claims)
    cues = [span for a in draft.attributions for span in a.cue]
    reading = with_counterpart(reading, frame, sentence, cues, memory)
    reading = with_bid(with_matter(reading, memory), memory)
    reading = with_owner_of_whole(with_event(reading, draft.frame, sentence, memory), memory)
    reading = with_setting_of_rest(reading, sentence, memory)
    return _against_interest(memory.scene.completed(with_time_of_stock(reading, draft, setting)))


def _commitment(draft: Draft, frame: Frame | None, sentence: Sentence) -> CueClass:
    """How the words that say so put it; hearsay is told from a distance."""
    voiced = sorted((a for a in draft.attributions if not a.negated), key=lambda a: a.attitude)
    commitment = voiced[0].cue_class if voiced else CueClass.ASSERTED
    rumoured = frame is not None and frame.clause is not None and is_rumoured(sentence, frame.clause)
    hearsay = commitment is CueClass.ASSERTED and (rumoured or _is_hearsay(sentence, draft.span))
    return CueClass.DISTANCED if hearsay else commitment


def _without_name_of_place(reading: Reading) -> Reading:
    """A town that is taken or entered is where that was, no party and no thing."""
    name = f"~{reading.place.name.lower()}" if reading.place is not None else None
    patient, thing = reading.patient, reading.thing
    return replace(
        reading,
        patient=None if patient is not None and patient.key == name else patient,
        thing=None if thing is not None and thing.key == name else thing,
    )


def _without_sources(frame: Frame, draft: Draft) -> Frame:
    """The frame without phrases that only name who says it: "left seven dead, the governor, Oleh Kosar, said"."""
    sources = [step.actor.span for a in draft.attributions for step in a.chain if step.actor.span is not None]
    sources += [span for a in draft.attributions for span in a.source]
    said = [span for a in draft.attributions for span in a.content]
    objects = [p for p in frame.objects if not any(s.overlaps(p.span) for s in sources) or _inside(p.span, said)]
    return replace(frame, objects=tuple(objects))


def _without_places_of_sources(sentence: Sentence, draft: Draft) -> Sentence:
    """The sentence without places that only tell where those sit who say it: "the ministry in Paris spoke of …"."""
    acting = draft.frame.subject.span if draft.frame is not None and draft.frame.subject is not None else None
    sources = [span for a in draft.attributions for span in a.source if acting is None or not span.overlaps(acting)]
    return replace(sentence, places=[m for m in sentence.places if not any(s.covers(m.span) for s in sources)])


def _inside(span: Span, others: Sequence[Span]) -> bool:
    return any(other.covers(span) for other in others)


def _modality(mood: Mood, draft: Draft, sentence: Sentence) -> Modality:
    """What is expected, forecast or planned without a verb of its own ("expects a turnout of 58 percent")."""
    verbal = draft.frame is not None and not draft.frame.nominal and draft.frame.predicate is not None
    if mood.modality is not Modality.ACTUAL or verbal or draft.quantity is None:
        return mood.modality
    governors = load_words("syntax", sentence.lang)["governors"]
    spans = [span for attribution in draft.attributions for span in attribution.cue]
    cues = {t.lemma for t in sentence.tokens if any(span.covers(t.span) for span in spans)}
    clause = draft.frame.clause if draft.frame is not None else None
    cues |= {clause.verb.plain, clause.verb.lemma} if clause is not None else set()
    return next((m for m in (Modality.GOAL, Modality.FORECAST) if cues & set(governors[m.value])), Modality.ACTUAL)


def _polarity(quantity: Quantity | None, mood: Mood, sentence: Sentence) -> Polarity:
    """None of a thing is a denial, and so is the figure that another is set against: "421, not 412".

    "Never more than 250" says how many at most there were.
    """
    if quantity is None:
        return mood.polarity
    negations = load_words("syntax", sentence.lang)["negation"]["words"]
    bounded = quantity.qualifier is Qualifier.AT_MOST
    if bounded and any(quantity.span.covers(t.span) and t.lower in negations for t in sentence.tokens):
        return Polarity.POSITIVE
    contrasted = is_contrast(sentence, sentence.index_at(quantity.span.start) - 1)
    return Polarity.NEGATIVE if quantity.is_none or contrasted else mood.polarity


def _is_hearsay(sentence: Sentence, span: Span) -> bool:
    """Whether the words carry "reportedly", "angeblich" or the like."""
    adverbs = load_words("syntax", sentence.lang)["hedges"]["hearsay"]
    return any(span.covers(t.span) and t.lower in adverbs for t in sentence.tokens)


def _predicate(frame: Frame | None, sentence: Sentence) -> Term | None:
    if frame is None:
        return None
    span = sentence.tokens[frame.at].span
    key = frame.predicate.slug if frame.predicate is not None else f"~{frame.lemma.lower()}"
    return Term(key, frame.lemma, span)


def _quantities(draft: Draft, sentence: Sentence) -> tuple[Quantity, ...]:
    """The quantity the claim is about, then the others its words hold."""
    if draft.quantity is None:
        return tuple(q for q in sentence.quantities if draft.span.covers(q.span))
    own = draft.quantity.span
    others = (q for q in sentence.quantities if q.span != own and draft.span.covers(q.span))
    return (draft.quantity, *others)


def _against_interest(reading: Reading) -> Reading:
    """Mark a claim about losses of the claimant's own side."""
    claimant, patient = reading.claimant, reading.patient
    entry = load().predicate(reading.predicate.key) if reading.predicate is not None else None
    if claimant is None or patient is None or entry is None or claimant.side is None:
        return reading
    harmed = entry.owner == "patient" and entry.aspect == "event_count" and reading.polarity is Polarity.POSITIVE
    thing = load().thing(reading.thing.key) if reading.thing is not None else None
    harmed = harmed and thing is not None and thing.side_bearing
    own = claimant.side == patient.side and (reading.agent is None or reading.agent.side != claimant.side)
    return replace(reading, against_interest=harmed and own and entry.tally | (entry.family == "downing"))


def _opposite(polarity: Polarity) -> Polarity:
    return Polarity.POSITIVE if polarity is Polarity.NEGATIVE else Polarity.NEGATIVE
