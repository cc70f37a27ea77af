"""Headlines say who says it without a "that": "Kyiv says 17 Russian drones downed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.domain.attribution import Attribution, Step
from verifier.domain.enums import CueClass, StepRole
from verifier.domain.span import Span
from verifier.extract.cast import Cast
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.text.tokens import Form, Pos


def announced_by_verb(sentence: Sentence, known: Sequence[Attribution], cast: Cast) -> Iterator[Attribution]:
    """The attribution of a headline whose verb of saying is followed by what is said, where none was found yet."""
    if any(sentence.span.overlaps(span) for a in known for span in (*a.content, *a.cue)):
        return
    for clause in sentence.clauses:
        verb, subject = clause.verb, clause.subject
        after = sentence.tokens[verb.last :]
        told = [t for t in after if t.pos is not Pos.PUNCT]
        if verb.form is not Form.FINITE or subject is None or clause.inherited or len(told) < 2:
            continue
        if verb.passive or not any(t.is_verbal for t in after) or not _says(verb.lemma, sentence.lang):
            continue
        actor = cast.actor(sentence.line, (subject.first, subject.last))
        cue = sentence.tokens[verb.main].span
        chain = (Step(StepRole.CLAIMANT, actor, verb.lemma, cue, CueClass.ASSERTED),) if actor is not None else ()
        content = Span(told[0].span.start, told[-1].span.end)
        yield Attribution((subject.span,), (cue,), (content,), chain)
        return


def _says(lemma: str, lang: str) -> bool:
    return lemma in load_words("syntax", lang)["headline_verbs"]
