"""Which words belong to each claim of a sentence, and who says them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.attribution import Attribution
from verifier.domain.enums import Precision, QuantityKind
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.claim_draft import Draft
from verifier.extract.claim_text import trimmed_span
from verifier.extract.clauses import Clause
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Form, Pos

_NEAR = 3
_APART = 8
"""How many words may stand between what a count was and what it is now."""
_LONG = (Precision.MONTH, Precision.YEAR)
NOT_COUNTED = (QuantityKind.ORDINAL, QuantityKind.AGE)


def with_words(sentence: Sentence, drafts: Sequence[Draft], attributions: Sequence[Attribution]) -> list[Draft]:
    """Give each draft its words: from where its clause or phrase begins to where the next claim does."""
    placed: list[tuple[int, Draft]] = []
    for draft in drafts:
        placed.append((_begin(sentence, draft), draft))
    placed.sort(key=lambda item: (item[0], item[1].quantity is None, item[1].at))
    finished: list[Draft] = []
    seen: set[Span] = set()
    for n, (begin, draft) in enumerate(placed):
        anchor = draft.quantity.span.start if draft.quantity is not None else sentence.tokens[draft.at].span.start
        if draft.frame is None and draft.quantity is None:
            anchor = draft.span.start
        naming = _naming(sentence, draft, attributions)
        said = covering(sentence, attributions, max(anchor, begin)) or naming
        said = [a for a in said if not any(a is each for each in naming)] if draft.is_act else said
        if any(a.negated for a in said) or (draft.frame is None and draft.quantity is not None and not said):
            continue
        start, end = begin, sentence.span.end
        same = [b for b, _ in placed[n + 1 :] if b > max(begin, anchor)]
        ends = (*_level_after(sentence, draft), *_former_after(sentence, draft), *_verb_after(sentence, draft))
        end = min([end, *same, *ends])
        if said:
            holding = [s for s in said[0].content if s.start <= max(anchor, begin) < s.end]
            part = _around_cue(draft, said[0], (holding or list(said[0].content))[0])
            start, end = max(start, part.start), min(end, part.end)
        else:
            end = _before_cue(attributions, anchor, end)
        span = trimmed_span(sentence, start, end)
        span = _without_prefix(sentence, span) if span is not None else None
        if span is None or span in seen:
            continue
        seen.add(span)
        finished.append(replace(draft, span=span, attributions=tuple(said)))
    return finished


def _level_after(sentence: Sentence, draft: Draft) -> list[int]:
    """Where the level begins that the step of a draft led to: "rose by 8 percent | to 3.4 billion"."""
    if draft.quantity is None or not is_step(sentence, draft.quantity):
        return []
    end = draft.quantity.span.end
    return [t.span.start for t in sentence.tokens if t.span.start >= end and t.pos is Pos.ADP][:1]


def _verb_after(sentence: Sentence, draft: Draft) -> list[int]:
    """Where the verb stands that tells something else than a noun and its figure: "140 on board | left the tracks"."""
    frame, quantity = draft.frame, draft.quantity
    if frame is None or quantity is None or not frame.nominal or frame.subject is None:
        return []
    if not frame.subject.span.overlaps(quantity.span):
        return []
    return [t.span.start for t in sentence.tokens[frame.subject.last :] if t.is_verbal][:1]


def _former_after(sentence: Sentence, draft: Draft) -> list[int]:
    """Where the words begin that tell what the figure of a draft was before: "rose to 41 percent | from 38 in May"."""
    if draft.quantity is None:
        return []
    after = [q for q in sentence.quantities if q.span.start >= draft.quantity.span.end and is_former(sentence, q)]
    return [sentence.tokens[sentence.index_at(q.span.start) - 1].span.start for q in after[:1]]


def _without_prefix(sentence: Sentence, span: Span) -> Span:
    """The words without the prefix of a verb that is not among them: "[räumte] eine Niederlage ein"."""
    first, last = sentence.index_at(span.start), sentence.index_at(span.end - 1)
    verb = next((c.verb for c in sentence.clauses if c.verb.particle == last), None)
    if verb is None or first <= verb.finite or last <= first:
        return span
    return Span(span.start, sentence.tokens[last - 1].span.end)


def _around_cue(draft: Draft, said: Attribution, part: Span) -> Span:
    """A content that a source in its midst parts ("… streikten nach Angaben von X 2.800 …") counts as one."""
    clause = draft.frame.clause if draft.frame is not None and not draft.frame.nominal else None
    if clause is None:
        return part
    inside = [s for s in said.content if clause.span.overlaps(s)]
    if said.cue and clause.span.covers(said.cue[0]):  # "Den Schaden schätzt die Regierung auf …"
        inside += [p.span for p in clause.objects if p.prep is None and p.span.end <= said.cue[0].start]
    parts = [part, *inside]
    return Span(min(s.start for s in parts), max(s.end for s in parts))


def _naming(sentence: Sentence, draft: Draft, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attribution whose own verb characterises."""
    if draft.frame is None or draft.quantity is not None:
        return []
    verb = sentence.tokens[draft.frame.at].span
    return [a for a in attributions if a.content and any(cue.overlaps(verb) for cue in a.cue)]


def _begin(sentence: Sentence, draft: Draft) -> int:
    """Where a draft's words begin."""
    if draft.frame is None and draft.quantity is None:
        return draft.span.start
    clause = draft.frame.clause if draft.frame is not None else None
    if draft.quantity is not None:
        phrase = sentence.phrase_at(draft.quantity.span)
        own = min(draft.quantity.span.start, phrase.span.start if phrase is not None else draft.quantity.span.start)
        earlier = [
            q
            for q in sentence.quantities
            if clause is not None
            and q.span.end <= own
            and _holds(sentence, clause, q)
            and q.kind not in NOT_COUNTED
            and not is_step(sentence, q)
            and not is_former(sentence, q)
        ]
        if earlier:
            noun = sentence.tokens[draft.at].span.start if draft.frame is not None and draft.frame.nominal else own
            own = noun if earlier[-1].span.end <= noun < own else own
            return _with_own_subject(sentence, draft, _with_own_place(sentence, own))
        if clause is None or draft.frame is None:
            return own
        if draft.frame.nominal and draft.frame.measures is None:
            return min(own, sentence.tokens[draft.frame.at].span.start)
        return min(own, sentence.tokens[clause.first].span.start)
    if clause is not None and draft.frame is not None and not draft.frame.nominal:
        return sentence.tokens[clause.first].span.start
    phrase = next((p for p in sentence.phrases if p.first <= draft.at < p.last), None)
    if phrase is None:
        return sentence.tokens[draft.at].span.start
    lacking = load_words("syntax", sentence.lang)["negation"]["prepositions"]
    lacks = phrase.prep is not None and phrase.preposition in lacking
    return sentence.tokens[phrase.prep].span.start if lacks and phrase.prep is not None else phrase.span.start


def _with_own_place(sentence: Sentence, start: int) -> int:
    """Where a second figure begins that its place opens: "in Berlin 5,000 people marched, in Hamburg 3,000"."""
    index = sentence.index_at(start)
    place = next((m for m in sentence.places if m.last == index and m.first), None)
    if place is None or sentence.tokens[place.first - 1].pos is not Pos.ADP or place.first < 2:
        return start
    joint = sentence.tokens[place.first - 2]
    opens = joint.text in (",", ";") or joint.pos is Pos.CONJ
    return sentence.tokens[place.first - 1].span.start if opens else start


def _with_own_subject(sentence: Sentence, draft: Draft, start: int) -> int:
    """Where a second figure begins that has a subject of its own: "A reached 16 percent, the B party 14"."""
    subject = draft.frame.subject if draft.frame is not None else None
    if draft.quantity is None or subject is None or subject.span.end > start:
        return start
    parted = any(t.text in {",", ";"} or t.is_verbal for t in sentence.tokens[subject.last : sentence.index_at(start)])
    held = any(subject.span.end <= q.span.start < start for q in sentence.quantities)
    if parted or held:
        return start
    article = sentence.tokens[subject.first - 1] if subject.first else None
    led = article is not None and article.lower in load_words("syntax", sentence.lang)["subject_articles"]
    return article.span.start if article is not None and led else subject.span.start


def _holds(sentence: Sentence, clause: Clause, quantity: Quantity) -> bool:
    index = sentence.index_at(quantity.span.start)
    return clause.first <= index < clause.last and not is_duration(quantity) and is_figure(quantity)


def _before_cue(attributions: Sequence[Attribution], anchor: int, end: int) -> int:
    """Words that nobody is said to say end where somebody begins to."""
    cuts = [s.start for a in attributions for s in (*a.source, *a.cue) if anchor < s.start < end]
    return min([end, *cuts])


def is_duration(quantity: Quantity) -> bool:
    unit = load().unit(quantity.unit) if quantity.unit else None
    return unit is not None and unit.dimension == "time"


def is_figure(quantity: Quantity) -> bool:
    """A number, or a vague plural; the article of "a drone" and the "some" of "some people" alone are no figures."""
    return quantity.surface.lower() not in ("a", "an", "some")


def is_step(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number says by how much something came to the level named next: "um 300 auf 3400"."""
    words, first = load_words("syntax", sentence.lang), sentence.index_at(quantity.span.start)
    level = next((q for q in sentence.quantities if q.span.start > quantity.span.start), None)
    if level is None or first < 1 or sentence.tokens[first - 1].lower not in words["step_joints"]:
        return False
    between = [t.lower for t in sentence.tokens if quantity.span.end <= t.span.start and t.span.end <= level.span.start]
    return 0 < len(between) <= _NEAR and any(word in words["level_joints"] for word in between[:2])


def is_former(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a figure is only what a level named beside it was before: "to 19 from 21", "von 21 auf 19 Prozent".

    One with a month or year of its own is a figure of then: "from 310 in 2019 to 405".
    """
    words, first = load_words("syntax", sentence.lang), sentence.index_at(quantity.span.start)
    if quantity.kind in NOT_COUNTED or first < 1 or sentence.tokens[first - 1].lower not in words["former_joints"]:
        return False
    last = sentence.index_at(quantity.span.end - 1) + 1
    dated = any(
        0 <= sentence.index_at(m.span.start) - last <= 1 and m.time.precision in _LONG and m.counted is None
        for m in sentence.dates
    )
    compared = first > 1 and sentence.tokens[first - 2].lower in words["former_leads"]
    return not dated and any(_is_level_beside(sentence, quantity, q, compared) for q in sentence.quantities)


def _is_level_beside(sentence: Sentence, former: Quantity, level: Quantity, compared: bool) -> bool:
    """Whether another figure is the level that a change led to, with no verb between it and the former one.

    A figure that is ``compared`` ("up from 21") needs no word that says so; in "von 280 auf 300 Millionen" one has no
    unit of its own.
    """
    at, joints = sentence.index_at(level.span.start), load_words("syntax", sentence.lang)["level_joints"]
    first, second = sorted((former.span, level.span))
    between = [t for t in sentence.tokens if first.end <= t.span.start and t.span.end <= second.start]
    alike = level.kind is former.kind and level.unit == former.unit
    shared = former.unit is None and former.thing is None and (compared or len(between) == 1)
    if level is former or not (alike or shared) or at < 1:
        return False
    near = len(between) <= _APART and not any(t.is_verbal for t in between)
    return near and ((compared and level.span.start < former.span.start) or sentence.tokens[at - 1].lower in joints)


def covering(sentence: Sentence, attributions: Sequence[Attribution], offset: int) -> list[Attribution]:
    """The attributions whose content holds ``offset``, innermost first; of two of one length the later cue is inner."""
    holding = [a for a in attributions if any(s.start <= offset < s.end for s in a.content)]
    holding = [a for a in holding if not _is_beside(sentence, a, offset)]
    return sorted(holding, key=lambda a: (_extent(sentence, a), -(a.cue[0].start if a.cue else 0)))


def _extent(sentence: Sentence, attribution: Attribution) -> int:
    """How many letters a content has; one that holds its own cue counts as the clause of that cue."""
    inside = [c for c in attribution.cue if any(s.covers(c) for s in attribution.content) and sentence.span.covers(c)]
    clause = sentence.clause_of(sentence.index_at(inside[0].start)) if inside else None
    return len(clause.span) if clause is not None else sum(len(s) for s in attribution.content)


def _is_beside(sentence: Sentence, attribution: Attribution, offset: int) -> bool:
    """Whether a clause only stands beside that of a cue which says its own sentence ("X sprach von 9, Y von 12")."""
    cues = [c for c in attribution.cue if any(s.covers(c) for s in attribution.content)]
    if not cues or not sentence.span.covers(cues[0]):
        return False
    own = sentence.clause_of(sentence.index_at(cues[0].start))
    other = sentence.clause_of(sentence.index_at(offset))
    if own is None or other is None or other is own:
        return False
    free = other.verb.form is Form.FINITE and other.subordinator is None and not other.inherited
    return free and other.subject is not None
