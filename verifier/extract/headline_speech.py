"""Who says it without a "that": headlines ("Kyiv says 17 drones downed"), reports ("the army reported 13 attacks")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.domain.attribution import Actor, Attribution, Step
from verifier.domain.enums import CueClass, StepRole
from verifier.domain.span import Span
from verifier.extract.cast import Cast
from verifier.extract.scores import is_score
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.text.tokens import Form, Pos, Token

_JOINT = 8
"""How many characters, such as "only" or "some", may stand between a joint and its figure."""
_COMPARING = ("than", "as", "als", "wie")


def announced_by_verb(
    sentence: Sentence, known: Sequence[Attribution], cast: Cast, headline: bool
) -> Iterator[Attribution]:
    """The attribution of a sentence whose verb of saying is followed by what is said, where none was found yet.

    In running text only verbs of reporting count, with a known actor and a figure or an act as what is reported.
    """
    taken = [span for a in known for span in (*a.source, *a.cue, *a.content) if sentence.span.overlaps(span)]
    if taken and headline:
        return
    for clause in sentence.clauses:
        verb, subject = clause.verb, clause.subject
        if any(span.overlaps(sentence.tokens[verb.main].span) for span in taken):
            continue
        after = _free(sentence.tokens[verb.last :], taken)
        told = [t for t in after if t.pos is not Pos.PUNCT]
        that = next((n for n, t in enumerate(told) if t.pos is Pos.SUBJ and t.lower not in _COMPARING), None)
        told = told[that + 1 :] if that is not None and not headline else told
        if verb.form is not Form.FINITE or subject is None or clause.inherited or not told:
            continue
        if any(is_score(sentence, quantity, verb, subject) for quantity in sentence.quantities):
            continue
        actor = cast.actor(sentence.line, (subject.first, subject.last)) if not verb.passive else None
        if verb.passive or not (_says(verb.lemma, sentence, after, headline) and (headline or _is_known(actor))):
            continue
        cue = sentence.tokens[verb.main].span
        chain = (Step(StepRole.CLAIMANT, actor, verb.lemma, cue, CueClass.ASSERTED),) if actor is not None else ()
        content = Span(told[0].span.start, told[-1].span.end)
        yield Attribution((subject.span,), (cue,), (content,), chain)
        return


def _free(after: Sequence[Token], taken: Sequence[Span]) -> Sequence[Token]:
    """The words after a verb up to where somebody else begins to speak."""
    end = next((n for n, t in enumerate(after) if any(s.overlaps(t.span) for s in taken)), len(after))
    while end and after[end - 1].pos in (Pos.CONJ, Pos.PUNCT):
        end -= 1
    return after[:end]


def _says(lemma: str, sentence: Sentence, after: Sequence[Token], headline: bool) -> bool:
    words = load_words("syntax", sentence.lang)
    if headline:
        return lemma in words["headline_verbs"] and any(t.is_verbal for t in after)
    told = any(q.span.start >= after[0].span.start for q in sentence.quantities) if after else False
    if lemma in words["tally_verbs"]:
        return told and any(t.lower in words["tally_joints"] for t in after)
    if lemma in words["headline_verbs"] and any(t.pos is Pos.SUBJ for t in after):
        return any(t.is_verbal for t in after)
    if lemma in words["counting"] or joins_figure(sentence, lemma, after):
        return told
    return lemma in words["reporting_verbs"] and (told or any(t.form is Form.GERUND for t in after))


def joins_figure(sentence: Sentence, lemma: str, after: Sequence[Token]) -> bool:
    """Whether a verb of arriving or insisting leads to a figure: "came to 300", "beharrt auf 80.000"."""
    joints = load_words("syntax", sentence.lang)["figure_joints"].get(lemma, ())
    starts = [q.span.start for q in sentence.quantities]
    joined = (n for n, token in enumerate(after) if token.lower in joints)
    return any(any(after[n].span.end < start <= after[n].span.end + _JOINT for start in starts) for n in joined)


def _is_known(actor: Actor | None) -> bool:
    return actor is not None and (not actor.key.startswith("~") or actor.kind in ("person", "org"))
