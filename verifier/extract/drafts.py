"""Which claims a sentence makes, and which words belong to each."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.attribution import Attribution
from verifier.domain.enums import Aspect, QuantityKind
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.bare_contents import bare_contents
from verifier.extract.claim_draft import Draft
from verifier.extract.claim_kinds import characterised_as
from verifier.extract.clauses import Clause
from verifier.extract.draft_words import NOT_COUNTED, covering, is_duration, is_figure, is_former, is_step, with_words
from verifier.extract.figure_frames import described, frame_of
from verifier.extract.figures import figured
from verifier.extract.frames import Frame, is_bare_past, nominal_frames, verbal_frame
from verifier.extract.increments import with_increments
from verifier.extract.lacking import lacking_frames
from verifier.extract.measures import leads_to_level, tells_change
from verifier.extract.phrases import Phrase
from verifier.extract.scores import as_score, with_own_subject
from verifier.extract.sentence import Sentence
from verifier.extract.statements import bare_statements, is_told_in_full, reported_acts
from verifier.extract.states import predicative
from verifier.extract.words import load_words
from verifier.text.tokens import Form, Pos

_SMALL = 4
_NEAR = 5


def find_drafts(sentence: Sentence, attributions: Sequence[Attribution]) -> list[Draft]:
    """The claims of a sentence in order, each with words of its own; its attributions innermost first."""
    cues = [span for a in attributions if a.content for span in a.cue]
    clauses = [c for c in sentence.clauses if not _is_cue(sentence, c, cues) or _names(sentence, c)]
    sources = [span for a in attributions for span in a.source]
    nominals = [f for f in nominal_frames(sentence) if not any(s.covers(sentence.tokens[f.at].span) for s in sources)]
    cited = [step.actor.span for a in attributions for step in a.chain if step.actor.span is not None]
    drafts = _quantity_drafts(sentence, clauses, nominals, [*sources, *cited])
    taken = {id(d.frame.clause) for d in drafts if d.frame is not None and not d.frame.nominal}
    for clause in clauses:
        if id(clause) in taken:
            continue
        frame = verbal_frame(sentence, clause)
        said = covering(sentence, attributions, sentence.tokens[clause.verb.main].span.start)
        if _tells(sentence, clause, frame, bool(said)):
            drafts.append(Draft(sentence.span, frame))
    drafts += [Draft(sentence.span, frame) for frame in lacking_frames(sentence, nominals)]
    drafts += bare_contents(sentence, attributions, drafts, nominals)
    drafts += reported_acts(sentence, attributions, drafts)
    worded = with_words(sentence, drafts, attributions)
    return worded or with_words(sentence, list(bare_statements(sentence, attributions)), attributions)


def main_drafts(sentence: Sentence, attributions: Sequence[Attribution]) -> list[Draft]:
    """The main clause of a sentence as a claim, whatever it tells; one that only says who says it comes last."""
    cues = [span for a in attributions if a.content for span in a.cue]
    finite = [c for c in sentence.clauses if c.verb.form is Form.FINITE and c.subordinator is None]
    ordered = sorted(finite, key=lambda clause: _is_cue(sentence, clause, cues))
    return with_words(sentence, [Draft(sentence.span, verbal_frame(sentence, c)) for c in ordered[:1]], attributions)


def _quantity_drafts(
    sentence: Sentence, clauses: Sequence[Clause], nominals: Sequence[Frame], speaking: Sequence[Span]
) -> list[Draft]:
    """One draft for each figure a reader could check; those who are ``speaking`` are not counted."""
    wholes = {q.part_of for q in sentence.quantities if q.part_of is not None and _is_told_as_whole(sentence, q)}
    drafts = []
    for quantity in sentence.quantities:
        if (
            _is_aside(sentence, quantity, clauses)
            or _is_difference(sentence, quantity)
            or is_former(sentence, quantity)
        ):
            continue
        if any(s.covers(quantity.span) for s in speaking):
            continue
        if quantity.kind in NOT_COUNTED or is_duration(quantity) or not is_figure(quantity):
            continue
        own = quantity.thing_span is not None and quantity.thing_span.start >= quantity.span.start
        near = quantity.thing_span if own and quantity.thing_span is not None else quantity.span
        of_whole = sentence.phrase_at(quantity.span) if quantity.part_of is not None else None  # "72 of 95 drones"
        phrase = of_whole or sentence.phrase_at(near) or sentence.phrase_at(quantity.span)
        whole = quantity.span.start in wholes
        own_act = described(sentence, quantity, phrase, clauses) if whole else None
        told = own_act or with_own_subject(sentence, quantity, frame_of(sentence, quantity, phrase, clauses, nominals))
        frame = as_score(sentence, quantity, told) if told is not None else None
        frame = frame if frame is not told else figured(sentence, quantity, told)
        if quantity.is_none and (frame is None or frame.predicate is None):
            continue
        if is_step(sentence, quantity) and not (quantity.kind is QuantityKind.SHARE and tells_change(frame)):
            continue
        drafts.append(Draft(sentence.span, frame, quantity, is_whole=whole and own_act is None))
    return with_increments(sentence, drafts)


def _is_told_as_whole(sentence: Sentence, part: Quantity) -> bool:
    """Whether a whole only says of how many a part is: "140 of 320 trains", "of the 320 trains, 140 ran"."""
    if part.part_of is None or part.part_of > part.span.start:
        return part.part_of is not None
    joints = load_words("quantities", sentence.lang)["whole_joint"]
    before = [t for t in sentence.tokens if t.span.end <= part.part_of and t.pos is not Pos.DET]
    return bool(before) and before[-1].lower in joints


def _is_aside(sentence: Sentence, quantity: Quantity, clauses: Sequence[Clause]) -> bool:
    """Whether a number only says where or among what another number of its clause was: "six drones in four places"."""
    phrase = sentence.phrase_at(quantity.span)
    if phrase is not None and phrase.prep is not None and _is_known_number(phrase, quantity):
        return True
    before = next((q for q in reversed(sentence.quantities) if q.span.end <= quantity.span.start), None)
    if before is not None and is_step(sentence, before):
        return False
    if phrase is None or phrase.preposition not in load_words("syntax", sentence.lang)["locatives"]:
        return False
    clause = next((c for c in clauses if any(p.first == phrase.first for p in c.phrases)), None)
    if clause is None or leads_to_level(sentence, quantity, clause):
        return False
    core = [p for p in (clause.subject, *clause.objects) if p is not None]
    return any(q is not quantity and p.span.overlaps(q.span) for q in sentence.quantities for p in core)


def _is_difference(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number says by how many something is more than another: "two more than the day before"."""
    words, at = load_words("quantities", sentence.lang), sentence.index_at(quantity.span.end - 1) + 1
    following = [token.lower for token in sentence.tokens[at : at + _NEAR]]
    more = next((n for n, word in enumerate(following[:2]) if word in words["difference_words"]), None)
    return more is not None and quantity.kind is QuantityKind.NUMBER and words["than"] in following[more:]


def _is_known_number(phrase: Phrase, quantity: Quantity) -> bool:
    """Whether an article takes a small number as known: "between the two sides", "zwischen den beiden"."""
    definite = phrase.words[0].lower in ("the", "der", "die", "das", "den", "dem")
    return definite and quantity.point is not None and quantity.point <= _SMALL


def _is_cue(sentence: Sentence, clause: Clause, cues: Sequence[Span]) -> bool:
    """Whether a clause only says who says it."""
    verb = sentence.tokens[clause.verb.main].span
    return any(cue.overlaps(verb) for cue in cues)


def _names(sentence: Sentence, clause: Clause) -> bool:
    """Whether a verb of saying itself characterises: "branded it a …", "nannten sie eine …"."""
    return (
        characterised_as(sentence, verbal_frame(sentence, clause)) is not None
        and not clause.verb.passive
        and (clause.verb.plain not in load_words("syntax", sentence.lang)["copulas"])
    )


def _tells(sentence: Sentence, clause: Clause, frame: Frame, said: bool) -> bool:
    """Whether a clause without a figure is worth keeping: it is said by somebody, or tells a known kind of event."""
    verb = clause.verb
    if clause.subject is not None and clause.subject.pronoun and not clause.objects and not clause.preps:
        impersonal = clause.subject.noun.lower in load_words("syntax", sentence.lang)["pronouns"]["impersonal"]
        happened = frame.predicate is not None and (said or frame.predicate.aspect == Aspect.EVENT_COUNT)
        undergoes = verb.passive and happened  # "said it was not informed"
        if impersonal and not undergoes and predicative(sentence, clause) is None:
            return False
    if verb.lemma in load_words("syntax", sentence.lang)["dative_subjects"]:
        return False
    if verb.form is Form.INFINITIVE and not _follows_cue(clause, sentence):
        return False
    if frame.predicate is None:
        attribute = predicative(sentence, clause) is not None or bool(clause.objects)
        return (
            said
            and is_told_in_full(sentence, clause)
            and clause.subject is not None
            and (attribute or bool(clause.preps) or not clause.subject.pronoun)
        )
    if verb.form is Form.GERUND or (verb.participle_only and not is_bare_past(sentence, clause)):
        told = bool(frame.objects) and frame.subject is not None
        return told and (frame.predicate.aspect == "event_count" or (said and _is_charged(sentence, clause)))
    return clause.subject is not None


def _is_charged(sentence: Sentence, clause: Clause) -> bool:
    """Whether a gerund tells what somebody is accused of."""
    before = next((c for c in reversed(sentence.clauses) if c.verb.last <= clause.verb.first and c is not clause), None)
    return before is not None and clause.subject in before.objects


def _follows_cue(clause: Clause, sentence: Sentence) -> bool:
    """German contents are infinitives too: "es sei gelungen, … anzugreifen"; English ones hang on a governor."""
    if sentence.lang != "de" or clause.subject is None:
        return False
    succeeds = load_words("syntax", "de")["dative_subjects"]
    before = next((c for c in reversed(sentence.clauses) if c.verb.last <= clause.verb.first and c is not clause), None)
    return before is not None and before.verb.lemma in succeeds
