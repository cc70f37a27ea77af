"""Who gives a figure without a verb of their own, or by a verb of counting that no list of cues knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from verifier.domain.attribution import Attribution, Step
from verifier.domain.enums import CueClass, QuantityKind, StepRole
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.cast import Cast
from verifier.extract.clauses import Clause
from verifier.extract.draft_words import is_former
from verifier.extract.figures import HARM
from verifier.extract.phrases import Phrase, is_linker
from verifier.extract.reported import is_subjunctive
from verifier.extract.scores import is_score
from verifier.extract.sentence import Sentence
from verifier.extract.tolls import corrects, toll_frame
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Form, Pos, Token

_CONTRASTING = ("while", "whereas", "während", "wohingegen")
_SEATS = ("town", "village", "region", "country")
"""Things whose councils speak for them: "die Stadt gab die Kosten mit 3 Millionen an"."""
_ARTICLES = ("the", "a", "an", "der", "die", "das", "ein", "eine")


def gapped_givers(sentence: Sentence, cast: Cast) -> Iterator[Attribution]:
    """Those who give a second figure by the verb of the first: "put the damage at 5 million, the railway at 3"."""
    for one, other in pairwise(sentence.quantities):
        clause = sentence.clause_of(sentence.index_at(one.span.start))
        if clause is None or not _are_alike(one, other) or not _gives(sentence, clause, one):
            continue
        source = _before(sentence, other)
        if source is None or source.first <= sentence.index_at(one.span.start) or not _parallel(sentence, one, other):
            continue
        if _opens(sentence, source) and _may_give(sentence, clause, source, other, cast):
            yield _given(sentence, clause, source, Span(source.span.start, _end_of_part(sentence, other)), cast)


def told_givers(sentence: Sentence, known: Sequence[Attribution], cast: Cast) -> Iterator[Attribution]:
    """Those who give a figure by a verb of counting in a clause of their own, which no other source answers for."""
    for n, clause in enumerate(sentence.clauses):
        described = [c for c in sentence.clauses[n + 1 : n + 2] if c.verb.participle_only]
        inside = [q for q in sentence.quantities if any(_is_in(sentence, c, q) for c in (clause, *described))]
        quantity = next((q for q in inside if not is_former(sentence, q)), None)
        if quantity is None or clause.verb.form is not Form.FINITE:
            continue
        source = _subject(sentence, clause, quantity, cast)
        if source is None or not _gives(sentence, clause, quantity) or _has_giver(sentence, clause, quantity, known):
            continue
        last = sentence.clause_of(sentence.index_at(quantity.span.start)) or clause
        yield _given(sentence, clause, source, Span(clause.span.start, last.span.end), cast)


def _are_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one kind; the second may leave out its unit."""
    return one.kind is other.kind or other.kind is QuantityKind.NUMBER


def _end_of_part(sentence: Sentence, quantity: Quantity) -> int:
    """Where the part of a sentence that holds a figure ends: at the next comma or conjunction after figure and noun."""
    end = max(quantity.span.end, quantity.thing_span.end if quantity.thing_span is not None else 0)
    ends = (t for t in sentence.tokens if t.span.start >= end and (t.pos in (Pos.PUNCT, Pos.CONJ, Pos.SUBJ)))
    return next((t.span.start for t in ends), sentence.span.end)


def _given(sentence: Sentence, clause: Clause, source: Phrase, content: Span, cast: Cast) -> Attribution:
    actor = cast.actor(sentence.line, (source.first, source.last))
    cue = sentence.tokens[clause.verb.main].span
    chain = (Step(StepRole.CLAIMANT, actor, clause.verb.lemma, cue, CueClass.ASSERTED),) if actor is not None else ()
    return Attribution((source.span,), (cue,), (content,), chain)


def _is_in(sentence: Sentence, clause: Clause, quantity: Quantity) -> bool:
    index = sentence.index_at(quantity.span.start)
    return sentence.clause_of(index) is clause


def _has_giver(sentence: Sentence, clause: Clause, quantity: Quantity, known: Sequence[Attribution]) -> bool:
    """Whether somebody says it already: by this very clause, or by one that this clause does not stand against."""
    for attribution in known:
        if not any(span.overlaps(quantity.span) for span in attribution.content):
            continue
        edges = [s for s in (*attribution.source, *attribution.cue) if sentence.span.covers(s)]
        if not edges or any(clause.span.overlaps(s) for s in edges) or not _stands_against(sentence, clause, edges):
            return True
    return False


def _stands_against(sentence: Sentence, clause: Clause, edges: Sequence[Span]) -> bool:
    """Whether a clause turns from what was said before it: after "laut", after a semicolon, by "while".

    So does one after a comma where the figure of the first was told: "zählte 8.000, die Veranstalter sprachen von …".
    """
    said = max(span.end for span in edges)
    if said > clause.span.start:
        return False
    if clause.subordinator in _CONTRASTING:
        return True
    opener = next((t for t in sentence.tokens if t.span.start >= clause.span.start), None)
    if opener is None or clause.subordinator is not None:
        return False
    before = sentence.tokens[max(0, clause.first - 1)]
    verbs = [sentence.tokens[c.verb.main] for c in sentence.clauses]
    spoken = any(v.span.overlaps(s) and v.lower != "according" for v in verbs for s in edges)
    told = any(said <= q.span.start and q.span.end <= before.span.start for q in sentence.quantities)
    beside = before.text == "," and told and not is_subjunctive(sentence.tokens[clause.verb.first])
    return before.text == ";" or not spoken or beside


def _subject(sentence: Sentence, clause: Clause, quantity: Quantity, cast: Cast) -> Phrase | None:
    """Who may give the figure of a clause: its subject, in German the noun phrase before figure and verb that can."""
    if clause.verb.passive:
        return _reviser(sentence, clause, quantity, cast)
    own = [clause.subject] if clause.subject is not None and not clause.inherited else []
    others = [p for p in clause.objects if sentence.lang == "de" and p.span.end <= quantity.span.start]
    return next((p for p in (*own, *others) if _may_give(sentence, clause, p, quantity, cast)), None)


def _reviser(sentence: Sentence, clause: Clause, quantity: Quantity, cast: Cast) -> Phrase | None:
    """Who is named in the passive: "was raised to 12 by the ministry", "wurde von der Polizei auf zwölf korrigiert"."""
    words = load_words("syntax", sentence.lang)
    if not {clause.verb.lemma, clause.verb.plain} & set(words["revising"]):
        return None
    agents = (p for p in clause.preps if p.preposition in words["agents"])
    return next((p for p in agents if _may_give(sentence, clause, p, quantity, cast)), None)


def _gives(sentence: Sentence, clause: Clause, quantity: Quantity) -> bool:
    """Whether a clause puts, counts or cites a figure; having one, or being of a size, is a fact of its subject."""
    words = load_words("syntax", sentence.lang)
    verb = {clause.verb.lemma, clause.verb.plain}
    joint = _joint(sentence, quantity)
    if verb & set(words["owning"]):
        return joint is None and bool(verb & set(words["measuring"]))
    if is_score(sentence, quantity, clause.verb, clause.subject):
        return False
    if verb & set(words["tally_verbs"]):
        return joint in words["tally_joints"] or quantity.thing is not None or clause.verb.lemma in words["estimating"]
    if verb & set(words["revising"]) and joint in words["level_joints"]:
        return corrects(sentence, clause) or _counts_people_harmed(sentence, quantity)
    if any(joint in words["figure_joints"].get(lemma, ()) for lemma in verb):
        return True
    return joint is None and bool(verb & set(words["counting"]))


def _counts_people_harmed(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a figure counts the dead, the injured, cases: who raises their number only says how many there are."""
    entry = load().thing(quantity.thing or "")
    told = load().predicate(entry.tells) if entry is not None and entry.tells else None
    return (
        toll_frame(sentence, quantity) is not None
        or (told is not None and told.tally)
        or (told is not None and told.family in HARM)
    )


def _joint(sentence: Sentence, quantity: Quantity) -> str | None:
    """The preposition that leads to a figure."""
    before = _words_before(sentence, quantity)
    index = sentence.index_at(quantity.span.start) - len(before) - 1
    token = sentence.tokens[index] if index >= 0 else None
    return token.lower if token is not None and token.pos is Pos.ADP else None


def _words_before(sentence: Sentence, quantity: Quantity) -> list[Token]:
    """The adverbs and articles between a figure and what leads to it: "only", "rund", "die"."""
    found: list[Token] = []
    index = sentence.index_at(quantity.span.start) - 1
    while index >= 0 and sentence.tokens[index].pos in (Pos.ADV, Pos.ADJ):
        found.append(sentence.tokens[index])
        index -= 1
    return found


def _before(sentence: Sentence, quantity: Quantity) -> Phrase | None:
    """The noun phrase right before a figure and its preposition."""
    at = sentence.index_at(quantity.span.start) - len(_words_before(sentence, quantity))
    at -= _joint(sentence, quantity) is not None
    while at > 0 and sentence.tokens[at - 1].pos is Pos.ADV:  # "the auditors in contrast", "der Rechnungshof dagegen"
        at -= 1
    last = next((p for p in sentence.phrases if p.last == at), None)
    owned = next((p for p in sentence.phrases if last is not None and _owns(sentence, p, last)), None)
    return replace(owned, last=last.last) if owned is not None and last is not None else last


def _owns(sentence: Sentence, phrase: Phrase, owner: Phrase) -> bool:
    """Whether a phrase belongs to the one after it: "das Büro des Gouverneurs", "the office of the mayor"."""
    tied = owner.prep == phrase.last and is_linker(sentence.tokens[phrase.last], sentence.lang)
    genitive = sentence.lang == "de" and owner.words[0].lower in ("des", "der") and owner.prep is None
    return tied or (genitive and phrase.last == owner.first)


def _parallel(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """Whether both figures are led to alike, and no verb or relative stands between them."""
    first, last = sentence.index_at(one.span.start), sentence.index_at(other.span.start)
    between = sentence.tokens[first:last]
    verbal = any(t.is_verbal and t.form is Form.FINITE for t in between) or any(t.pos is Pos.REL for t in between)
    return _joint(sentence, one) == _joint(sentence, other) and not verbal


def _opens(sentence: Sentence, source: Phrase) -> bool:
    """Whether a phrase stands right after a comma, a semicolon or a conjunction."""
    before = sentence.tokens[source.first - 1] if source.first else None
    joined = before is not None and before.lower in _CONTRASTING
    return before is not None and (before.text in (",", ";") or before.pos is Pos.CONJ or joined)


def _may_give(sentence: Sentence, clause: Clause, source: Phrase, quantity: Quantity, cast: Cast) -> bool:
    """Whether a phrase names somebody who gives figures: an office, a body, a person; no place and no measured thing.

    People are counted themselves, so that only a sum of money or a measure can be theirs to give.
    """
    if source.pronoun or source.noun.pos is Pos.NUM or any(d.span.overlaps(source.span) for d in sentence.dates):
        return False
    if any(q.kind is QuantityKind.SHARE and q.span.overlaps(source.span) for q in sentence.quantities):
        return False
    lang, noun = sentence.lang, source.noun.lemma
    actor = cast.actor(sentence.line, (source.first, source.last))
    if actor is None or any(p.span.overlaps(source.noun.span) for p in sentence.places):
        return False
    words, verb = load_words("syntax", lang), {clause.verb.lemma, clause.verb.plain}
    tells = bool(verb & set(words["tally_verbs"]))
    if actor.kind == "state" and not tells:
        return False
    unknown = actor.key.startswith("~") and actor.kind is None
    if unknown and verb & set(words["measuring"]):  # "the crack measured 40 cm"
        return False
    if not unknown:
        return True
    thing = load().thing_of_noun(noun, lang)
    if thing is not None and thing.slug in _SEATS:
        return tells
    if thing is not None:
        return load().is_kind_of(thing.slug, "person") and quantity.kind is not QuantityKind.NUMBER
    if source.words[0].lower not in _ARTICLES and source.first:
        return False
    timed = load().units.named(noun, lang) is not None
    placed = any(noun in nouns for nouns in words["place_nouns"].values())
    return not (timed or placed or load().predicates_of_noun(noun, lang) or _is_tally(noun, lang))


def _is_tally(noun: str, lang: str) -> bool:
    return noun in load_words("quantities", lang)["tallies"]
