"""From a frame to a claim: every slot filled from the words that tell it, or left unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from verifier.domain.attribution import Actor, Attribution, Step
from verifier.domain.claim import Reading, Term, TimeSpan
from verifier.domain.enums import (
    Aspect,
    ClaimKind,
    CueClass,
    Modality,
    Polarity,
    Precision,
    Qualifier,
    StepRole,
    TimeBasis,
)
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.as_of import as_of_times
from verifier.extract.bids import with_bid
from verifier.extract.claim_kinds import characterisation, kind_of_claim
from verifier.extract.claim_places import read_place
from verifier.extract.claim_slots import day_span, is_of_now, read_aspect, read_thing, read_time
from verifier.extract.claim_text import canonical_text, question_text
from verifier.extract.counterparts import with_counterpart
from verifier.extract.cues import cues_of
from verifier.extract.dates import DateMention, DateRelation
from verifier.extract.frames import Frame
from verifier.extract.memory import Memory
from verifier.extract.mood import Mood, is_contrast, is_rumoured, read_mood
from verifier.extract.names import known_actor
from verifier.extract.participants import Participants, Roles
from verifier.extract.past_tense import is_past_tense
from verifier.extract.pointing_back import with_event, with_owner_of_whole, with_setting_of_rest
from verifier.extract.sentence import Sentence
from verifier.extract.shared_setting import shared_place, shared_time
from verifier.extract.stances import with_matter
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Pos

_UNTOLD = TimeSpan(None, None, Precision.NONE, TimeBasis.UNKNOWN)
"""A stretch of time that nobody tells."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim about to be read: its words, its frame and the quantity it is about, as far as it has them."""

    span: Span
    frame: Frame | None
    quantity: Quantity | None = None
    attributions: Sequence[Attribution] = ()
    is_whole: bool = False
    is_more: bool = False
    """Whether the figure only counts what came to a number told elsewhere: "two more people died"."""
    is_act: bool = False
    """Whether the clause is told as an act of speaking, not for what is said in it: "had offered to pay"."""

    @property
    def at(self) -> int:
        """The token index of the predicate, or of the first word."""
        return self.frame.at if self.frame is not None else 0


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence stands: the text, the date of its section, and what its passage told before."""

    text: str
    sentence: Sentence
    anchor: date | None
    memory: Memory
    participants: Participants


def read_draft(draft: Draft, setting: Setting) -> Reading:
    """All slots of one claim."""
    sentence = setting.sentence
    frame = None if draft.is_whole else draft.frame
    mood = read_mood(sentence, frame) if frame is not None else Mood()
    chain = chain_of(draft.attributions)
    voiced = sorted((a for a in draft.attributions if not a.negated), key=lambda a: a.attitude)
    commitment = voiced[0].cue_class if voiced else CueClass.ASSERTED
    rumoured = frame is not None and frame.clause is not None and is_rumoured(sentence, frame.clause)
    if commitment is CueClass.ASSERTED and (rumoured or _is_hearsay(sentence, draft.span)):
        commitment = CueClass.DISTANCED
    roles = setting.participants.roles(_without_sources(draft.frame, draft)) if draft.frame is not None else Roles()
    dates = _own_dates(draft, sentence)
    given = as_of_times(sentence, frame, draft.quantity, dates)
    dates = [mention for mention in dates if mention not in given]
    time, relation = read_time(sentence, dates, draft.span, _predicate_span(draft, sentence))
    time = time or _recalled(draft, sentence) or (_UNTOLD if draft.is_more else None)
    time = time or shared_time(sentence, dates, draft.span, frame, draft.quantity)
    there = _without_places_of_sources(sentence, draft)
    opening = sentence.tokens[0].lower  # "Since the war began, … have recorded" holds for all that follows
    said = frozenset((opening, *(t.lower for t in sentence.tokens if draft.span.covers(t.span))))
    aspect = read_aspect(frame, draft.quantity, relation, said)
    stated = _stated_on(draft, sentence) or next((day for m in given if (day := _day_of(m.time)) is not None), None)
    if aspect is Aspect.EVENT_COUNT and is_of_now(sentence, time):
        time = None
    reading = Reading(
        kind=kind_of_claim(sentence, draft.span, frame, draft.quantity, mood, draft.attributions),
        canonical_text=canonical_text(setting.text, draft.span),
        question_text=question_text(setting.text, draft.span, sentence, sentence.quantities),
        chain=chain,
        predicate=_predicate(frame, sentence),
        agent=roles.agent,
        patient=roles.patient,
        thing=read_thing(sentence, _without_sources(frame, draft) if frame is not None else None, draft.quantity),
        place=read_place(there, draft.span, frame, setting.memory)
        or shared_place(there, draft.span, frame, draft.quantity),
        time=time,
        stated_on=stated,
        aspect=aspect,
        modality=_modality(mood, draft, sentence),
        polarity=_polarity(draft.quantity, mood, sentence),
        commitment=commitment,
        quantities=_quantities(draft, sentence),
        hedged=mood.hedged,
    )
    if commitment is CueClass.DENIED:
        reading = replace(reading, kind=ClaimKind.DENIAL, polarity=_opposite(reading.polarity))
    reading = _without_name_of_place(reading)
    reading = characterisation(sentence, frame, reading, setting.participants, setting.memory.claims)
    cues = [span for a in draft.attributions for span in a.cue]
    reading = with_counterpart(reading, frame, sentence, cues, setting.memory)
    reading = with_bid(with_matter(reading, setting.memory), setting.memory)
    reading = with_owner_of_whole(with_event(reading, draft.frame, sentence, setting.memory), setting.memory)
    reading = with_setting_of_rest(reading, sentence, setting.memory)
    return _against_interest(setting.memory.scene.completed(_with_time_of_stock(reading, draft, setting)))


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


def chain_of(attributions: Sequence[Attribution]) -> tuple[Step, ...]:
    """One chain of nested attributions, innermost first: who says it, then through whom it came."""
    steps: list[Step] = []
    for attribution in attributions:
        for given in attribution.chain:
            step = _investigated(given)
            if any(s.actor.key == step.actor.key for s in steps):
                continue
            role = step.role if not steps or step.role is not StepRole.CLAIMANT else _passed_on(step.actor)
            steps.append(replace(step, role=role))
    return tuple(steps)


def _investigated(step: Step) -> Step:
    """The body behind "a recent investigation by …" is who found it, that behind "a count by …" who says it."""
    if not step.actor.key.startswith("~"):
        return step
    for word, lang in ((" by ", "en"), (" der ", "de"), (" von ", "de"), (" des ", "de")):
        head, found, author = step.actor.name.rpartition(word)
        known = _known_by_form(author, lang) if found else None
        if known is None:
            continue
        counted = head.lower().endswith(tuple(cues_of(lang).lists["counts"]))
        if counted:
            return replace(step, actor=replace(known, span=step.actor.span))
        if known.kind in ("org", "state", "person"):
            return replace(step, role=StepRole.INVESTIGATOR, actor=replace(known, span=step.actor.span))
    return step


def _known_by_form(name: str, lang: str) -> Actor | None:
    """The actor of a name, in German in the genitive as well: "des Zivilschutzes"."""
    forms = (name, name.removesuffix("s"), name.removesuffix("es")) if lang == "de" else (name.removeprefix("the "),)
    return next((actor for form in forms if form and (actor := known_actor(form, lang)) is not None), None)


def _passed_on(actor: Actor) -> StepRole:
    """The part of somebody who only passes on what another said."""
    outlet = load().outlet(actor.key.removeprefix("outlet:")) if actor.key.startswith("outlet:") else None
    if outlet is not None:
        return StepRole.AGENCY if outlet.kind == "agency" else StepRole.OUTLET
    return StepRole.CHANNEL


def _predicate(frame: Frame | None, sentence: Sentence) -> Term | None:
    if frame is None:
        return None
    span = sentence.tokens[frame.at].span
    key = frame.predicate.slug if frame.predicate is not None else f"~{frame.lemma.lower()}"
    return Term(key, frame.lemma, span)


def _predicate_span(draft: Draft, sentence: Sentence) -> Span:
    return sentence.tokens[draft.at].span if draft.frame is not None else draft.span


def _quantities(draft: Draft, sentence: Sentence) -> tuple[Quantity, ...]:
    """The quantity the claim is about, then the others its words hold."""
    if draft.quantity is None:
        return tuple(q for q in sentence.quantities if draft.span.covers(q.span))
    own = draft.quantity.span
    others = (q for q in sentence.quantities if q.span != own and draft.span.covers(q.span))
    return (draft.quantity, *others)


def _content_dates(draft: Draft, sentence: Sentence) -> list[DateMention]:
    """The times that belong to what is said: those outside the words of saying it."""
    if not draft.attributions:
        return list(sentence.dates)
    content = [span for a in draft.attributions for span in a.content]
    since = DateRelation.SINCE
    inside = [m for m in sentence.dates if m.relation is since or any(span.overlaps(m.span) for span in content)]
    return inside or [m for m in sentence.dates if _opens(m, draft)]


def _opens(mention: DateMention, draft: Draft) -> bool:
    """Whether a week or more opens the sentence and what was said in it has no time of its own.

    "In February the army claimed to have shot down 300 drones": those of February.
    """
    said = min(span.start for a in draft.attributions for span in (*a.cue, *a.content))
    return mention.span.end <= said and mention.time.precision not in (Precision.HOUR, Precision.DAY)


def _own_dates(draft: Draft, sentence: Sentence) -> list[DateMention]:
    """The times of the content without those since which only something else holds ("annexed since 2014").

    What a relative clause behind the predicate tells of something has a time of its own: "the town, which fell in May".
    """
    clause = draft.frame.clause if draft.frame is not None else None
    found = []
    for mention in _content_dates(draft, sentence):
        own = sentence.clause_of(sentence.index_at(mention.span.start))
        other = clause is not None and own is not None and own is not clause
        foreign = other and own is not None and own.verb.participle_only and mention.relation is DateRelation.SINCE
        aside = other and own is not None and any(t.pos is Pos.REL for t in sentence.tokens[draft.at : own.first + 1])
        if not (foreign or aside):
            found.append(mention)
    return found


def _recalled(draft: Draft, sentence: Sentence) -> TimeSpan | None:
    """A time past that nobody names: "two people were hurt then", "before the truce, the war had killed 3,900"."""
    words = load_words("syntax", sentence.lang)
    said = {t.lower for t in sentence.tokens if draft.span.covers(t.span)}
    told = said & set(words["recalls"]) or sentence.tokens[0].lower in words["opening_recalls"]
    told = told or _is_before_event(draft, sentence)
    return _UNTOLD if told else None


def _is_before_event(draft: Draft, sentence: Sentence) -> bool:
    """Whether people died or were hurt before an event that is only named: "had died before the flood"."""
    predicate = draft.frame.predicate if draft.frame is not None else None
    if predicate is None or not predicate.tally:
        return False
    before = load_words("syntax", sentence.lang)["befores"]
    named = (p.noun.lemma for p in sentence.phrases if p.preposition in before and draft.span.covers(p.span))
    return any(load().predicates_of_noun(noun, sentence.lang) for noun in named)


def _stated_on(draft: Draft, sentence: Sentence) -> date | None:
    """The day the text says it was said on: a day named among the words of saying."""
    if not draft.attributions:
        return None
    content = [span for a in draft.attributions for span in a.content]
    for mention in sentence.dates:
        said = not any(span.overlaps(mention.span) for span in content)
        if said and mention.time.precision in (Precision.DAY, Precision.HOUR) and mention.time.start is not None:
            return mention.time.start.date()
    return None


def _day_of(time: TimeSpan | None) -> date | None:
    """The day a time is or lies on."""
    exact = time is not None and time.precision in (Precision.DAY, Precision.HOUR)
    return time.start.date() if exact and time is not None and time.start is not None else None


def _with_time_of_stock(reading: Reading, draft: Draft, setting: Setting) -> Reading:
    """A stock told without a time of its own holds when it was stated, else on the day of the section."""
    if reading.aspect is not Aspect.STOCK or reading.time is not None or draft.frame is None or draft.frame.nominal:
        return reading
    if reading.modality is not Modality.ACTUAL:
        return reading
    said = _time_of_saying(draft, setting.sentence)
    if said is not None:
        return replace(reading, time=replace(said, basis=TimeBasis.INFERRED))
    words = load_words("syntax", setting.sentence.lang)
    stated = draft.frame.lemma in (*words["tally_verbs"], *words["estimating"])
    told = stated or bool(draft.attributions) or not is_past_tense(setting.sentence, draft.frame)
    if setting.anchor is not None and told:
        return replace(reading, time=day_span(setting.anchor, TimeBasis.DATELINE))
    return reading


def _time_of_saying(draft: Draft, sentence: Sentence) -> TimeSpan | None:
    content = [span for a in draft.attributions for span in a.content]
    said = (m for m in sentence.dates if content and not any(span.overlaps(m.span) for span in content))
    return next((m.time for m in said if m.time.start is not None), None)


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
