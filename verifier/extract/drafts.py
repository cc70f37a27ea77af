"""Which claims a sentence makes, and which words belong to each."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.attribution import Attribution
from verifier.domain.enums import Aspect, CueClass, QuantityKind
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.claim_draft import Draft
from verifier.extract.claim_kinds import characterised_as
from verifier.extract.clauses import Clause
from verifier.extract.cues import cues_of
from verifier.extract.draft_words import NOT_COUNTED, covering, is_duration, is_figure, is_former, is_step, with_words
from verifier.extract.figures import HARM, figured
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
from verifier.text.tokens import Form, Pos, Token

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
    drafts += _bare_contents(sentence, attributions, drafts, nominals)
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
        own_act = _described(sentence, quantity, phrase, clauses) if whole else None
        told = own_act or with_own_subject(sentence, quantity, _frame_of(sentence, quantity, phrase, clauses, nominals))
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


def _described(
    sentence: Sentence, quantity: Quantity, phrase: Phrase | None, clauses: Sequence[Clause]
) -> Frame | None:
    """What a clause of its own tells of a whole: "71 of 95 drones launched by Russia", "… drones that Russia sent"."""
    if phrase is None:
        return None
    for clause in clauses:
        relative = clause.antecedent is not None and clause.antecedent.first == phrase.first
        if relative or (clause.verb.participle_only and clause.verb.first == phrase.last):
            return verbal_frame(sentence, clause, quantity.thing)
    return None


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


def _frame_of(
    sentence: Sentence,
    quantity: Quantity,
    phrase: Phrase | None,
    clauses: Sequence[Clause],
    nominals: Sequence[Frame],
) -> Frame | None:
    """What the counted things did or underwent: the noun of action they are, or belong to, else the clause."""
    if phrase is not None:
        for frame in nominals:
            if quantity.span.covers(sentence.tokens[frame.at].span):
                continue
            if phrase.first <= frame.at < phrase.last and frame.predicate is not None:
                if _is_argument(phrase, clauses):
                    break
                return frame
            if phrase in (*frame.objects, frame.subject) and frame.predicate is not None:
                return frame
    clause = _clause_with(sentence, quantity, phrase, clauses)
    if clause is not None:
        counted = _counted(sentence, quantity) or ("money" if quantity.kind is QuantityKind.MONEY else None)
        return verbal_frame(sentence, clause, counted)
    return next((f for f in nominals if phrase is not None and phrase.first <= f.at < phrase.last), None)


def _counted(sentence: Sentence, quantity: Quantity) -> str | None:
    """What a figure counts; "others" are what the figure before them counts, else people."""
    if quantity.thing is None or quantity.thing.lower() not in load_words("quantities", sentence.lang)["more_words"]:
        return quantity.thing
    before = [q.thing for q in sentence.quantities if q.span.end <= quantity.span.start and q.thing is not None]
    return before[-1] if before else "person"


def _is_argument(phrase: Phrase, clauses: Sequence[Clause]) -> bool:
    """Whether a clause that is no saying acts on the counted event: "repelled 13 attacks"."""
    return any(phrase in clause.phrases for clause in clauses)


def _clause_with(
    sentence: Sentence, quantity: Quantity, phrase: Phrase | None, clauses: Sequence[Clause]
) -> Clause | None:
    """The clause that has the phrase as subject, object or complement; finite ones first."""
    if phrase is not None:
        resumed = [c for c in clauses if c.inherited and c.subject == phrase and c.verb.form is Form.FINITE]
        holding = [c for c in clauses if any(phrase.first == p.first for p in c.phrases)]
        holding += [c for c in resumed if holding and c.antecedent is None]
        holding = holding or [c for c in clauses if c.antecedent is not None and c.antecedent.first == phrase.first]
        holding = holding or [c for c in clauses if c.verb.form is Form.INFINITIVE and c.subject == phrase]
        holding.sort(key=lambda c: (_rank(c, phrase), c.first))
        holding = [c for c in holding if not _only_describes(sentence, c, phrase, holding)] or holding
        if holding:
            return holding[0]
    index = sentence.index_at(quantity.span.start)
    inside = [c for c in clauses if c.first <= index < c.last]
    return max(inside, key=lambda c: c.first, default=None)


def _rank(clause: Clause, phrase: Phrase) -> int:
    """How closely a phrase belongs to a clause: as its own subject first, as what a gerund describes last.

    What a participle describes is the whole of which a number is a part: "two of the eight people hurt".
    """
    if clause.verb.participle_only and phrase.noun.pos is Pos.NUM and phrase.last < clause.verb.first:
        return 2
    own = clause.subject is not None and clause.subject.first == phrase.first and not clause.inherited
    if clause.verb.form is Form.GERUND or clause.verb.form is Form.INFINITIVE:
        return 2
    return 0 if own else 1


def _only_describes(sentence: Sentence, clause: Clause, phrase: Phrase, others: Sequence[Clause]) -> bool:
    """Whether a participle or a relative clause only says which things another verb tells of.

    "12 drones launched from the coast were downed", "zwölf Raketen, die …, seien abgefangen worden".
    """
    relative = any(token.pos is Pos.REL for token in sentence.tokens[phrase.last : clause.verb.first])
    if not (clause.verb.participle_only or relative):
        return False
    described = verbal_frame(sentence, clause).predicate
    if clause.verb.participle_only and described is not None and described.family in HARM:
        return False
    main = (c for c in others if c is not clause and c.verb.form is Form.FINITE and not c.verb.participle_only)
    told = (
        verbal_frame(sentence, c).predicate for c in main if c.subject is not None and c.subject.first == phrase.first
    )
    return any(sense is not None and sense.aspect == Aspect.EVENT_COUNT for sense in told)


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


def _bare_contents(
    sentence: Sentence, attributions: Sequence[Attribution], drafts: Sequence[Draft], nominals: Sequence[Frame]
) -> list[Draft]:
    """Contents in which no clause or figure was found: a quoted phrase, a denied noun."""
    found = []
    for attribution in attributions:
        inside = [s for s in attribution.content if sentence.span.overlaps(s)]
        if not inside or attribution.carried:
            continue
        around = any(s.covers(cue) for s in inside for cue in attribution.cue)  # a German clause is its own content
        if around and attribution.cue_class is not CueClass.DENIED:
            continue
        content = Span(max(sentence.span.start, inside[0].start), min(sentence.span.end, inside[-1].end))
        words = [t for t in sentence.tokens if content.covers(t.span) and t.pos is not Pos.PUNCT]
        busy = any(d.frame is not None and content.covers(sentence.tokens[d.frame.at].span) for d in drafts)
        busy = busy or any(
            d.frame is not None
            and d.frame.clause is not None
            and not d.frame.nominal
            and d.frame.clause.span.covers(content)
            for d in drafts
        )
        busy = busy or any(d.quantity is not None and content.covers(d.quantity.span) for d in drafts)
        nested = any(
            a is not attribution and any(content.covers(s) for s in (*a.content, *a.cue)) for a in attributions
        )
        frame = next((f for f in nominals if content.covers(sentence.tokens[f.at].span)), None)
        charged = frame is not None and frame.predicate is not None and frame.subject in _accused(sentence)
        if busy or nested or not (charged or _stands_alone(attribution, words)):
            continue
        if frame is None or attribution.cue_class is CueClass.DENIED:
            told = (c for c in sentence.clauses if content.covers(sentence.tokens[c.verb.main].span))
            opens = frame is not None and _opens(sentence, content, frame) and _denies_act(sentence, attribution)
            frame = next((verbal_frame(sentence, c) for c in told), frame if opens else None)
        found.append(Draft(content, frame))
    return found


def _opens(sentence: Sentence, content: Span, frame: Frame) -> bool:
    """Whether a content begins with a noun of action: "a collapse of the dam", not "a role in the collapse"."""
    first = next((p for p in sentence.phrases if p.span.end > content.start), None)
    return first is not None and first.first <= frame.at < first.last


def _denies_act(sentence: Sentence, attribution: Attribution) -> bool:
    """Whether an act is denied, not merely dismissed or refused: "denied a meeting", "rejected the offer"."""
    words = [t for t in sentence.tokens if any(cue.covers(t.span) for cue in attribution.cue)]
    known = [cue for word in words for cue in cues_of(sentence.lang).verbs.get(word.lemma, ())]
    reported = any(word.pos is Pos.NOUN for word in words)  # "rejected reports of a leak"
    return reported or not any(
        cue.takes("refused") or not cue.takes("clause") for cue in known if cue.cue_class is CueClass.DENIED
    )


def _accused(sentence: Sentence) -> list[Phrase]:
    """Who is accused or blamed in a sentence."""
    verbs = load_words("syntax", sentence.lang)["accusing"]
    return [p for c in sentence.clauses if c.verb.lemma in verbs and not c.verb.passive for p in c.objects]


def _stands_alone(attribution: Attribution, words: Sequence[Token]) -> bool:
    """Whether words without a clause are a claim: a denied noun, a quotation of some length, words with a verb."""
    if attribution.cue_class is CueClass.DENIED:
        return bool(words)
    quoted = attribution.cue_class is CueClass.QUOTED
    return len(words) >= 4 and (quoted or any(t.is_verbal and t.form is Form.FINITE for t in words))
