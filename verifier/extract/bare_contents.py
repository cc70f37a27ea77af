"""Contents that make a claim though no clause or figure of theirs does: a quoted phrase, a denied noun."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.attribution import Attribution
from verifier.domain.enums import CueClass
from verifier.domain.span import Span
from verifier.extract.claim_draft import Draft
from verifier.extract.cues import cues_of
from verifier.extract.frames import Frame, verbal_frame
from verifier.extract.phrases import Phrase
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.text.tokens import Form, Pos, Token


def bare_contents(
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
