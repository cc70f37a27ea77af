"""Who denies what a sentence calls untrue, as an attribution of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.attribution import Attribution, Step
from verifier.domain.enums import CueClass, StepRole
from verifier.domain.span import Span
from verifier.extract.cast import Cast
from verifier.extract.draft_words import covering
from verifier.extract.sentence import Sentence
from verifier.extract.untruths import Untruth, find_untruths
from verifier.text.tokens import Form


def with_untruths(sentence: Sentence, attributions: Sequence[Attribution], cast: Cast) -> list[Attribution]:
    """The attributions of a sentence; what it calls untrue is denied by whoever says so, and said by nobody else."""
    limits = [span for a in attributions for span in a.content]
    found = list(attributions)
    for untruth in find_untruths(sentence, limits):
        own = [a for a in found if _names(a, untruth)]
        rest = [a for a in found if not any(a is each for each in own)]
        told = any(_denies(a, untruth) for a in (found if _is_clause(sentence, untruth.content) else rest))
        denial = _denial(sentence, untruth, rest, cast) if not (told or any(a.negated for a in own)) else None
        if denial is not None:
            found = [*rest, denial]
    return found


def _denies(attribution: Attribution, untruth: Untruth) -> bool:
    """Whether an attribution tells the same denial already."""
    begins = any(span.start <= untruth.content.start < span.end for span in attribution.content)
    return attribution.cue_class is CueClass.DENIED and begins


def _is_clause(sentence: Sentence, content: Span) -> bool:
    return any(
        c.verb.form is Form.FINITE and content.covers(sentence.tokens[c.verb.main].span) for c in sentence.clauses
    )


def _names(attribution: Attribution, untruth: Untruth) -> bool:
    """Whether an attribution is that of the judging words themselves or of the noun for what they judge."""
    return any(cue.overlaps(span) for cue in attribution.cue for span in untruth.judging)


def _denial(sentence: Sentence, untruth: Untruth, others: Sequence[Attribution], cast: Cast) -> Attribution | None:
    """The denial by whom the judging clause names, else by whoever says that clause; None where nobody states it."""
    saying = next(iter(covering(sentence, others, untruth.judging[0].start)), None)
    if saying is not None and (saying.negated or saying.attitude or saying.cue_class is CueClass.DENIED):
        return None
    source: tuple[Span, ...] = saying.source if saying is not None else ()
    chain: tuple[Step, ...] = saying.chain if saying is not None else ()
    if untruth.judge is not None:
        actor = cast.actor(sentence.line, (untruth.judge.first, untruth.judge.last))
        if actor is None:
            return None
        source, chain = (untruth.judge.span,), (Step(StepRole.CLAIMANT, actor, cue_span=untruth.judging[0]),)
    chain = tuple(replace(step, cue_class=CueClass.DENIED) if not n else step for n, step in enumerate(chain))
    content, negated = (untruth.content,), not untruth.is_denied
    return Attribution(source, untruth.judging, content, chain, CueClass.DENIED, negated=negated)
