"""What the clause or noun of action of a figure tells of what it counts."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.enums import Aspect, QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.clauses import Clause
from verifier.extract.figures import HARM
from verifier.extract.frames import Frame, verbal_frame
from verifier.extract.phrases import Phrase
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.text.tokens import Form, Pos


def described(sentence: Sentence, quantity: Quantity, phrase: Phrase | None, clauses: Sequence[Clause]) -> Frame | None:
    """What a clause of its own tells of a whole: "71 of 95 drones launched by Russia", "… drones that Russia sent"."""
    if phrase is None:
        return None
    for clause in clauses:
        relative = clause.antecedent is not None and clause.antecedent.first == phrase.first
        if relative or (clause.verb.participle_only and clause.verb.first == phrase.last):
            return verbal_frame(sentence, clause, quantity.thing)
    return None


def frame_of(
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
    act = verbal_frame(sentence, clause).predicate
    if clause.verb.participle_only and act is not None and act.family in HARM:
        return False
    main = (c for c in others if c is not clause and c.verb.form is Form.FINITE and not c.verb.participle_only)
    told = (
        verbal_frame(sentence, c).predicate for c in main if c.subject is not None and c.subject.first == phrase.first
    )
    return any(sense is not None and sense.aspect == Aspect.EVENT_COUNT for sense in told)
