"""Statements that stand against what another has just said: denials without content, and what the denier says then."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from verifier.domain.attribution import Actor, Attribution, Step
from verifier.domain.claim import Claim, Reading
from verifier.domain.enums import ClaimKind, CueClass, Modality, Polarity, StepRole
from verifier.domain.span import Span
from verifier.extract.answered import accuses, find_answered, find_of_matter, find_such, tells_of
from verifier.extract.cast import Cast
from verifier.extract.memory import Memory
from verifier.extract.rejoinders import Rejoinder, find_matter, find_rejoinder, is_empty, leaves, takes_up
from verifier.extract.sentence import Sentence

_HALF = 0.5
_BODIES = ("org", "group", "state", "anonymous")


@dataclass(frozen=True, slots=True)
class Answer:
    """A denial found in a sentence: its words, who denies, and the claim that is denied."""

    rejoinder: Rejoinder
    denier: Actor
    target: Claim


class Answers:
    """Reads one passage, sentence by sentence: what is denied, and whether the denier may still go on."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self._here: Answer | None = None
        self._open: Answer | None = None
        self._sentence: Sentence | None = None
        self._attributions: Sequence[Attribution] = ()
        self._is_told = False
        self.replaced: set[int] = set()
        """Where denials begin whose author told in the next sentence what he holds against it."""

    def begin(self, sentence: Sentence, attributions: Sequence[Attribution], cast: Cast, last: str) -> bool:
        """Look for a denial in the sentence that comes after ``last``; one that ended ``last`` may go on in it.

        True where there is one, but ``last``, which it answers, has told no claim.
        """
        before = self._here
        self._open = before if before is not None and not before.rejoinder.goes_on else None
        self._sentence, self._attributions, self._is_told = sentence, attributions, False
        self._here = self._answer(sentence, attributions, cast, last)
        told = any(claim.context == last for claim in self.memory.claims)
        found = (
            find_rejoinder(sentence) is not None
            or takes_up(sentence.tokens, sentence.lang)[0]
            or is_empty(sentence, sentence.tokens)
        )
        return found and not told

    def _answer(self, sentence: Sentence, attributions: Sequence[Attribution], cast: Cast, last: str) -> Answer | None:
        found = find_rejoinder(sentence)
        if found is None or _has_content(found, attributions):
            return None
        denier = _denier(found, sentence, attributions, cast)
        if denier is None:
            return None
        target = find_answered(self.memory.claims, found.span.start, denier.key, found.noun, sentence.lang, last)
        matter = find_matter(sentence, found.span)
        if target is not None and matter is not None and not tells_of(target, matter, sentence.lang):
            return None
        return Answer(found, denier, target) if target is not None else None

    def read(self, claim: Claim) -> Claim:
        """``claim`` with what it denies, where it does."""
        sentence = self._sentence
        if sentence is None:
            return claim
        here = self._here = self._aimed_here(sentence)
        if here is not None and _is_act(claim, here.rejoinder):
            self._is_told = True
            return replace(claim, reading=_against(claim.reading, here.target, here.denier))
        if claim.reading.denies is not None:
            return claim
        if here is not None and here.rejoinder.goes_on and claim.span.start >= here.rejoinder.span.end:
            return self._following(claim, sentence, here)
        if self._open is not None:
            return self._following(claim, sentence, self._open)
        return _taking_up(claim, sentence, self.memory)

    def _aimed_here(self, sentence: Sentence) -> Answer | None:
        """The denial of the sentence; what the same sentence told before it is denied first."""
        here = self._here
        if here is None or sentence.span.covers(here.target.span):
            return here
        told = [c for c in self.memory.claims if sentence.span.covers(c.span) and c.reading.chain]
        before = [c for c in told if c.span.end <= here.rejoinder.span.start and c.root_key != here.denier.key]
        return replace(here, target=before[-1]) if before else here

    def _following(self, claim: Claim, sentence: Sentence, answer: Answer) -> Claim:
        """The first statement after a denial, by the same voice, stands against what it tells of or what was denied."""
        at_once = answer is self._here
        if self._is_told and at_once:
            return claim
        self._is_told, self._open = self._is_told or at_once, None
        claim = self._voiced(claim, sentence, answer)
        start = answer.rejoinder.span.start
        if not at_once and _is_of_third(claim, answer):
            return claim
        target = find_of_matter(self.memory.claims, start, claim.root_key, claim.quote, sentence.lang)
        is_figure = target is not None and target.reading.kind is ClaimKind.QUANTITY
        if accuses(answer.target, answer.denier.key) or is_figure or (target is None and at_once):
            target = answer.target
        if target is None or not _stands_against(claim, answer, target) or leaves(sentence, claim.span):
            return claim
        if not at_once:
            self.replaced.add(answer.rejoinder.span.start)
        return replace(claim, reading=replace(claim.reading, denies=target.span.start))

    def _voiced(self, claim: Claim, sentence: Sentence, answer: Answer) -> Claim:
        """A statement whose source is only pointed at, or unsaid after a colon, is the denier's."""
        denier = answer.denier
        if claim.root_key == denier.key:
            return claim
        pointing = {t.span for p in sentence.phrases if p.pronoun for t in p.words}
        own = [a for a in self._attributions if any(s.overlaps(claim.span) for s in a.content)]
        carried = all(a.carried or any(s in pointing for s in a.source) for a in own)
        if not carried or not (own or answer is self._here):
            return claim
        chain = (Step(StepRole.CLAIMANT, denier), *claim.reading.chain[1:])
        return replace(claim, reading=replace(claim.reading, chain=chain))

    def untold(self) -> tuple[Span, Reading] | None:
        """The words and the reading of a denial that no claim of its sentence has told."""
        if self._sentence is None:
            return None
        answer = self._aimed_here(self._sentence)
        if answer is None or self._is_told:
            return None
        words = " ".join(t.text for t in self._sentence.tokens if answer.rejoinder.span.covers(t.span))
        bare = Reading(ClaimKind.DENIAL, words, words)
        return answer.rejoinder.span, _against(bare, answer.target, answer.denier)


def _denier(rejoinder: Rejoinder, sentence: Sentence, attributions: Sequence[Attribution], cast: Cast) -> Actor | None:
    """Who denies: the source of an attribution in the same words, else whom the subject names."""
    said = (a for a in attributions if a.claimant is not None and any(rejoinder.span.overlaps(s) for s in a.cue))
    told = next((a.claimant for a in said), None)
    if told is not None or rejoinder.denier is None:
        nearest = (a.claimant for a in attributions if rejoinder.denier is None and not a.carried and a.claimant)
        return told or next(nearest, None)
    return cast.actor(sentence.line, (rejoinder.denier.first, rejoinder.denier.last))


def without_replaced(claims: Sequence[Claim], starts: Collection[int]) -> list[Claim]:
    """The claims; a bare denial that its author's own statement replaces denies nothing by itself."""
    return [_bare(claim) if claim.span.start in starts else claim for claim in claims]


def _bare(claim: Claim) -> Claim:
    reading = claim.reading
    if reading.kind is not ClaimKind.DENIAL or reading.denies is None:
        return claim
    bare = Reading(ClaimKind.OPINION, reading.canonical_text, reading.question_text, chain=reading.chain)
    return replace(claim, reading=replace(bare, commitment=reading.commitment, polarity=reading.polarity))


def _has_content(rejoinder: Rejoinder, attributions: Sequence[Attribution]) -> bool:
    """Whether what is denied follows as a statement of its own: "wies Vorwürfe zurück, er habe …"."""
    own = (a for a in attributions if a.cue_class is CueClass.DENIED and any(rejoinder.span.overlaps(s) for s in a.cue))
    return any(s.start >= rejoinder.span.end for a in own for s in a.content)


def _is_act(claim: Claim, rejoinder: Rejoinder) -> bool:
    """Whether a claim is nothing but the act of denial."""
    common = min(claim.span.end, rejoinder.span.end) - max(claim.span.start, rejoinder.span.start)
    return common >= _HALF * len(claim.span) and (
        common >= _HALF * len(rejoinder.span) or claim.reading.commitment is CueClass.DENIED
    )


def _against(reading: Reading, target: Claim, denier: Actor | None) -> Reading:
    """A denial with the slots of what it denies, polarity turned round; of a figure it has none."""
    told = target.reading
    if told.quantity is not None:
        told = Reading(told.kind, "", "")
    chain = reading.chain
    if denier is not None and (not chain or chain[0].actor.key != denier.key):
        chain = (Step(StepRole.CLAIMANT, denier, cue_class=CueClass.DENIED),)
    polarity = Polarity.NEGATIVE if told.polarity is Polarity.POSITIVE else Polarity.POSITIVE
    return replace(
        reading, kind=ClaimKind.DENIAL, commitment=CueClass.DENIED, chain=chain, predicate=told.predicate,
        agent=told.agent, patient=told.patient, thing=told.thing, place=told.place, time=told.time,
        aspect=told.aspect, modality=told.modality, polarity=polarity, quantities=(), denies=target.span.start,
    )  # fmt: skip


def _is_of_third(claim: Claim, answer: Answer) -> bool:
    """Whether another body than the denier's says it: no spokesperson, no member, nobody of one side."""
    claimant, denier = claim.reading.claimant, answer.denier
    if claimant is None or claimant.key == denier.key:
        return False
    bodies = claimant.kind in _BODIES and denier.kind != "person"
    return bodies and (claimant.side is None or claimant.side != denier.side)


def _stands_against(claim: Claim, answer: Answer, target: Claim) -> bool:
    """Whether what follows a denial is a fact of the denier's own, not another figure or a plan."""
    reading = claim.reading
    facts = reading.kind not in (ClaimKind.OPINION, ClaimKind.QUOTE) and reading.modality is Modality.ACTUAL
    figures = reading.quantity is not None and target.reading.quantity is not None
    voiced = bool(reading.chain) or answer.rejoinder.goes_on
    return facts and voiced and not figures and claim.root_key != target.root_key


def _taking_up(claim: Claim, sentence: Sentence, memory: Memory) -> Claim:
    """A statement that there was no such thing, or that what was said is untrue, denies what was said before."""
    tokens = [t for t in sentence.tokens if claim.span.covers(t.span)]
    such, noun = takes_up(tokens, sentence.lang)
    empty = is_empty(sentence, tokens)
    if not (such or empty):
        return claim
    if empty:
        target = find_answered(memory.claims, claim.span.start, claim.root_key, noun, sentence.lang)
    else:
        target = find_such(memory.claims, claim.span.start, claim.root_key, noun, sentence.lang) if noun else None
    if target is None:
        return claim
    if empty:
        return replace(claim, reading=_against(claim.reading, target, claim.reading.claimant))
    return replace(claim, reading=replace(claim.reading, denies=target.span.start))
