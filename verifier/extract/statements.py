"""Clauses that are claims though no listed kind of event is in them: acts of speaking, and what a sentence states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.domain.attribution import Attribution
from verifier.domain.enums import CueClass, Modality, Polarity
from verifier.extract.claim_draft import Draft
from verifier.extract.clauses import Clause
from verifier.extract.cues import cues_of
from verifier.extract.draft_words import covering
from verifier.extract.frames import is_bare_past, verbal_frame
from verifier.extract.mood import Mood, read_mood
from verifier.extract.sentence import Sentence
from verifier.extract.states import predicative
from verifier.extract.words import load_words
from verifier.text.tokens import Form, Pos, Token

_OPEN = (Modality.QUESTION, Modality.CONDITIONAL, Modality.CAPABILITY)
_WORDED = 3
"""How many words tell something by themselves: "men in masks", not "the result"."""


def reported_acts(sentence: Sentence, attributions: Sequence[Attribution], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Acts of speaking that somebody tells of: "said the firm had offered to pay", "laut X hat er davor gewarnt".

    Not those whose own words are a claim already: "said witnesses reported two shots".
    """
    for clause in sentence.clauses:
        own = _saying(sentence, clause, attributions)
        if not own or not _is_statement(sentence, clause) or not _is_act(sentence, clause, own, attributions):
            continue
        if any(a.cue_class is CueClass.DENIED for a in own):  # what is denied is a claim already
            continue
        told = covering(sentence, attributions, sentence.tokens[clause.verb.main].span.start)
        reported = any(not _is_any(a, own) and not a.attitude and not _holds_cue(own, a) for a in told)
        stating = [a for a in own if not a.attitude]
        if reported and not any(_stands_in(draft, stating, sentence) for draft in drafts):
            yield Draft(sentence.span, verbal_frame(sentence, clause), is_act=True)


def bare_statements(sentence: Sentence, attributions: Sequence[Attribution]) -> Iterator[Draft]:
    """What the main clauses state of a sentence in which nothing else is a claim."""
    if sentence.tokens[-1].text in {"?", "!"}:
        return
    for clause in sentence.clauses:
        own = _saying(sentence, clause, attributions)
        if not _is_statement(sentence, clause) or _is_voiced(sentence, clause, attributions):
            continue
        told = any(_is_told_of(sentence, clause, each) for each in own)
        tells = not own or told or _is_act(sentence, clause, own, attributions)
        if not tells or _is_told_within(sentence, clause, own):
            continue
        mood = read_mood(sentence, frame := verbal_frame(sentence, clause))
        if not own and _only_says(sentence, clause, mood):
            continue
        if not mood.is_opinion and mood.modality not in _OPEN:
            yield Draft(sentence.span, frame, is_act=bool(own) and not told)


def is_told_in_full(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause tells by itself: a main clause, "that …", or a past tense taken for a participle."""
    openers = cues_of(sentence.lang).lists["content_openers"]
    main = clause.subordinator is None or (clause.subordinator in openers and clause.antecedent is None)
    perfect = sentence.lang == "de" and clause.verb.form is Form.PARTICIPLE and not clause.verb.participle_only
    return main and (clause.verb.form is Form.FINITE or perfect or is_bare_past(sentence, clause))


def _is_statement(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause says something of a subject: more than that somebody nodded or that it rained."""
    if not is_told_in_full(sentence, clause):
        return False
    if clause.subject is None:
        return sentence.lang == "de" and verbal_frame(sentence, clause).predicate is not None  # "Begonnen wird im Mai"
    lists = load_words("syntax", sentence.lang)["pronouns"]
    word = clause.subject.noun.lower
    more = predicative(sentence, clause) is not None or clause.objects or clause.preps or clause.verb.passive
    if clause.subject.pronoun and word in lists["impersonal"] and not clause.objects:
        return False
    return bool(more or clause.verb.negated or not clause.subject.pronoun)


def _is_voiced(sentence: Sentence, clause: Clause, attributions: Sequence[Attribution]) -> bool:
    """Whether a clause is that of somebody whom the sentence does not name: "we", or words in quotation marks."""
    if covering(sentence, attributions, sentence.tokens[clause.verb.main].span.start):
        return False
    before = [t for t in sentence.tokens[: clause.verb.main] if t.text == '"']
    speakers = cues_of(sentence.lang).lists["speaker_pronouns"]
    words = {t.lower for t in sentence.tokens[clause.first : clause.last]}
    return bool(before) or not words.isdisjoint(speakers)


def _is_told_within(sentence: Sentence, clause: Clause, own: Sequence[Attribution]) -> bool:
    """Whether what a verb of saying says is a clause of its own, so that it only says who says so."""
    others = [sentence.tokens[c.verb.main].span for c in sentence.clauses if c is not clause and _is_finite(c)]
    return any(s.covers(verb) for a in own if not a.attitude for s in a.content for verb in others)


def _is_act(
    sentence: Sentence, clause: Clause, own: Sequence[Attribution], attributions: Sequence[Attribution]
) -> bool:
    """Whether a verb of saying tells what somebody did by it; a wish is none, nor is to give no answer."""
    lists = cues_of(sentence.lang).lists
    sources = [span for a in attributions for span in a.source]
    words = [t for t in sentence.tokens[clause.first : clause.last] if not any(s.covers(t.span) for s in sources)]
    done = clause.verb.lemma in lists["deeds"]
    if not done and all(_only_points(sentence, a) for a in own):
        return False
    negated = any(a.negated for a in own) and _is_told_within(sentence, clause, own)
    return (
        not _asks_for_words(words, sentence.lang)
        and (done or not any(a.attitude for a in own))
        and (done or not negated)
    )


def _only_points(sentence: Sentence, own: Attribution) -> bool:
    """Whether what is said was said before: "Das teilte die Klinik mit" only says who told it."""
    words = [t for t in sentence.tokens if any(s.covers(t.span) for s in own.content) and t.pos is not Pos.PUNCT]
    told = own.cue_class in (CueClass.ASSERTED, CueClass.QUOTED)
    return told and len(words) == 1 and words[0].pos is Pos.PRON


def _is_told_of(sentence: Sentence, clause: Clause, own: Attribution) -> bool:
    """Whether the object of a verb of saying is what its source tells: "described men in dark clothes"."""
    words = [t for t in sentence.tokens if any(s.covers(t.span) for s in own.content) and t.pos is not Pos.PUNCT]
    judging = own.cue_class is not CueClass.ASSERTED or clause.verb.lemma in cues_of(sentence.lang).lists["telling"]
    return judging and not own.attitude and not clause.verb.passive and len(words) >= _WORDED


def _only_says(sentence: Sentence, clause: Clause, mood: Mood) -> bool:
    """Whether a clause only says that somebody speaks or gives no answer: "police said on Monday"."""
    cues = cues_of(sentence.lang)
    speaks = any(cue.takes("clause") and not cue.rest for cue in cues.verbs.get(clause.verb.lemma, ()))
    negative = mood.polarity is Polarity.NEGATIVE
    silent = negative and _asks_for_words(sentence.tokens[clause.first : clause.last], sentence.lang)
    return silent or (speaks and not clause.verb.passive and clause.verb.lemma not in cues.lists["deeds"])


def _asks_for_words(tokens: Sequence[Token], lang: str) -> bool:
    """Whether an answer or a comment is spoken of."""
    return any(token.lemma.lower() in cues_of(lang).lists["answers"] for token in tokens)


def _saying(sentence: Sentence, clause: Clause, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions whose cue is the verb of a clause."""
    verb = sentence.tokens[clause.verb.main].span
    return [a for a in attributions if a.content and any(cue.overlaps(verb) for cue in a.cue)]


def _is_finite(clause: Clause) -> bool:
    return clause.verb.form is Form.FINITE


def _is_any(attribution: Attribution, own: Sequence[Attribution]) -> bool:
    return any(attribution is each for each in own)


def _holds_cue(own: Sequence[Attribution], attribution: Attribution) -> bool:
    """Whether the content of one of ``own`` runs over who says it all."""
    return any(s.covers(cue) for a in own for s in a.content for cue in attribution.cue)


def _stands_in(draft: Draft, own: Sequence[Attribution], sentence: Sentence) -> bool:
    """Whether a claim lies in what one of ``own`` says."""
    if draft.quantity is not None:
        at = draft.quantity.span
    else:
        at = sentence.tokens[draft.at].span if draft.frame is not None else draft.span
    return any(s.covers(at) for a in own for s in a.content)
